//! A house whose routes take access tokens, and programs that present them.

use serde_json::Value;

use super::browser::{Browser, Page};
use super::house::{CUSTOM, House, ORG};

/// A service with a secret, whose tokens the first site takes.
pub(crate) const REPORTS: &str = "0oademoreports000001";
/// A client that people sign in to, whose tokens both sites take.
pub(crate) const TOOL: &str = "post-only";
/// A service with a key, whose tokens the second site takes.
pub(crate) const SERVICE: &str = "service-with-a-key";

/// The custom authorization server and the org's own, by the path of their issuer.
pub(crate) const OF_CUSTOM: &str = "/oauth2/default";
pub(crate) const OF_ORG: &str = "";

const SECRET: &str = "demo-secret-that-protects-nothing";

/// What routes of both sites take, by their paths.
const ROUTES: [(&str, &str); 5] = [
    ("/echo/api", "credentials: [session, bearer], bearer: { client_ids: [CLIENTS] }"),
    ("/echo/read", "credentials: [session, bearer], bearer: { client_ids: [CLIENTS], scopes: [READ] }"),
    ("/echo/write", "credentials: [session, bearer], bearer: { client_ids: [CLIENTS], scopes: [WRITE] }"),
    ("/echo/programs", "credentials: [bearer], bearer: { client_ids: [CLIENTS] }"),
    ("/echo/maybe", "access: optional, credentials: [bearer, session], bearer: { client_ids: [CLIENTS] }"),
];

/// The house with those routes at the first two sites.
pub(crate) async fn house_for_programs() -> House {
    house_with(&[]).await
}

/// The same, with routes to applications of the test's own at the first site: path and origin.
pub(crate) async fn house_with(applications: &[(&str, &str)]) -> House {
    house_changed(applications, |yaml| yaml).await
}

/// The same, with a configuration that is changed beyond that.
pub(crate) async fn house_changed(applications: &[(&str, &str)], change: impl Fn(String) -> String) -> House {
    House::configured(|yaml| {
        let yaml = change(yaml).replace("idle_timeout: 30m", "idle_timeout: 12h");
        let first_route = "      - { path: /, upstream: ";
        let mut sites = yaml.split(first_route);
        let mut changed = sites.next().expect("what stands before the sites").to_owned();
        for (index, site) in sites.enumerate() {
            let upstream = site.split_once(" }").expect("its upstream").0;
            let (clients, read, write) = match index {
                0 => (format!("{REPORTS}, {TOOL}"), "reports.read", "reports.write"),
                _ => (format!("{SERVICE}, {TOOL}"), "okta.users.read", "okta.logs.read"),
            };
            let takes = |takes: &str| takes.replace("CLIENTS", &clients).replace("READ", read).replace("WRITE", write);
            for (path, route) in ROUTES.iter().filter(|_| index < 2) {
                let route = takes(route);
                changed.push_str(&format!("      - {{ path: {path}, upstream: {upstream}, {route} }}\n"));
            }
            for (path, origin) in applications.iter().filter(|_| index == 0) {
                let route = takes(ROUTES[0].1);
                changed.push_str(&format!("      - {{ path: {path}, upstream: \"{origin}\", {route} }}\n"));
            }
            changed.push_str(first_route);
            changed.push_str(site);
        }
        changed
    })
    .await
}

/// The access token among what a token endpoint answered.
pub(crate) fn access_token(answer: &Value) -> String {
    answer["access_token"].as_str().unwrap_or_else(|| panic!("no access token: {answer}")).to_owned()
}

/// A token of the reporting service's own, asked for as services do.
pub(crate) async fn token_of_service(house: &House, scope: &str) -> String {
    let url = format!("{}{CUSTOM}/token", house.demo.org_url());
    let body = format!("grant_type=client_credentials&client_id={REPORTS}&client_secret={SECRET}&scope={scope}");
    let lines = [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")];
    let answer = Browser::new().say("POST", &url, &lines, &body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    access_token(&serde_json::from_str(&answer.body).expect("JSON"))
}

/// A token with which the tool acts for Ada, of the server at that path.
pub(crate) fn token_for_ada(house: &House, issuer_path: &str, scopes: &[&str]) -> String {
    access_token(&house.org().tokens_for(TOOL, issuer_path, Some("ada@example.com"), scopes))
}

/// What a program gets that presents this token there.
pub(crate) async fn call(url: &str, token: &str) -> Page {
    say(url, &[&format!("Bearer {token}")]).await
}

/// What a program gets that sends these `Authorization` lines.
pub(crate) async fn say(url: &str, authorization: &[&str]) -> Page {
    let lines: Vec<_> = authorization.iter().map(|line| ("Authorization", *line)).collect();
    Browser::new().say("GET", url, &lines, "").await
}

/// How often the org was asked about a token.
pub(crate) fn introspections(house: &House) -> usize {
    house.org().calls(&format!("{ORG}/introspect")) + house.org().calls(&format!("{CUSTOM}/introspect"))
}
