//! Routes that take access tokens: what passes, what is answered to everything else, and what is asked of whom.

mod attacks;
mod opaque;

use std::time::Duration;

use crate::support::application::{Application, Reply};
use crate::support::browser::{Browser, NAVIGATION};
use crate::support::house::{House, eventually};
use crate::support::log::Log;
use crate::support::people::person;
use crate::support::programs::{
    OF_CUSTOM, REPORTS, call, house_for_programs, house_with, introspections, say, token_for_ada, token_of_service,
};
use crate::support::raw::Connection;

const MINUTE: Duration = Duration::from_secs(60);

/// What reached the application there first is named as that user, by these groups.
fn reached_as(house: &House, path: &str) -> (Vec<String>, Vec<String>) {
    let reached = house.last_reached(path);
    let all = |name: &str| reached.header(name).iter().map(|&value| value.to_owned()).collect();
    (all("x-forwarded-user"), all("x-forwarded-groups"))
}

#[tokio::test]
async fn a_service_is_let_in_by_its_own_token_and_named_by_its_client_id() {
    let house = house_for_programs().await;
    let token = token_of_service(&house, "reports.read").await;

    let answer = call(&house.first("/echo/read?year=2026"), &token).await;

    assert_eq!(answer.status, 200, "{}", answer.body);
    let reached = house.last_reached("/echo/read");
    assert_eq!(reached.target, "/echo/read?year=2026");
    assert_eq!(reached.header("authorization"), [format!("Bearer {token}")]);
    assert_eq!(reached.header("x-forwarded-user"), [REPORTS]);
    for absent in ["x-forwarded-email", "x-forwarded-preferred-username", "x-forwarded-groups", "cookie"] {
        assert!(reached.header(absent).is_empty(), "{absent}");
    }
    assert!(answer.all("set-cookie").is_empty());
    assert_eq!((introspections(&house), house.interactions()), (0, 0), "it is judged by its signature");
}

#[tokio::test]
async fn a_person_is_named_by_the_id_that_their_sessions_have_too() {
    let house = house_for_programs().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo/api")).await;
    let by_session = reached_as(&house, "/echo/api");

    let answer = call(&house.first("/echo/api"), &token_for_ada(&house, OF_CUSTOM, &["openid"])).await;

    assert_eq!(answer.status, 200);
    assert_eq!(reached_as(&house, "/echo/api"), by_session);
    let reached = house.last_reached("/echo/api");
    assert_eq!(reached.header("x-forwarded-preferred-username"), ["ada@example.com"]);
    assert!(reached.header("x-forwarded-email").is_empty(), "nobody vouches for one in an access token");
}

#[tokio::test]
async fn a_token_beside_a_session_is_judged_by_itself() {
    let house = house_for_programs().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo/api")).await;
    let with = |line: String| [("Authorization", line)];
    let service = with(format!("Bearer {}", token_of_service(&house, "reports.read").await));
    let bad = with("Bearer eyJhbGciOiJub25lIn0.e30.".to_owned());
    let lines = |lines: &[(&'static str, String); 1]| [(lines[0].0, lines[0].1.clone())];
    let url = house.first("/echo/api");

    let [(name, line)] = lines(&service);
    assert_eq!(browser.say("GET", &url, &[(name, &line)], "").await.status, 200);
    assert_eq!(reached_as(&house, "/echo/api").0, [REPORTS], "the token counts");
    let before = house.reached("/echo/api").len();
    let [(name, line)] = lines(&bad);
    let refused = browser.say("GET", &url, &[(name, &line)], "").await;
    assert_eq!((refused.status, refused.all("www-authenticate")), (401, vec!["Bearer error=\"invalid_token\""]));
    assert_eq!(house.reached("/echo/api").len(), before, "it never falls back to the session");
    assert_eq!(browser.look(&url).await.status, 200, "which goes on");
}

#[tokio::test]
async fn without_a_token_a_route_for_both_is_as_it_was() {
    let house = house_for_programs().await;
    let url = house.first("/echo/api");

    let program = say(&url, &[]).await;
    let basic = say(&url, &["Basic YTpi"]).await;
    let navigation = Browser::new().say("GET", &url, &NAVIGATION, "").await;

    for answer in [&program, &basic] {
        assert_eq!((answer.status, answer.all("www-authenticate")), (401, vec!["Bearer"]));
    }
    assert_eq!(navigation.status, 303);
    assert!(navigation.redirect().is_some_and(|url| url.path() == "/.gatehouse/sign-in"));
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &url).await;
    assert_eq!(browser.say("GET", &url, &[("Authorization", "Basic YTpi")], "").await.status, 200);
}

#[tokio::test]
async fn a_route_for_programs_alone_leads_nobody_to_sign_in() {
    let house = house_for_programs().await;
    let url = house.first("/echo/programs");
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    let program = say(&url, &[]).await;
    let navigation = Browser::new().say("GET", &url, &NAVIGATION, "").await;
    let signed_in = browser.look(&url).await;
    let basic = say(&url, &["Basic YTpi"]).await;

    for answer in [&program, &navigation, &signed_in, &basic] {
        assert_eq!((answer.status, answer.all("www-authenticate")), (401, vec!["Bearer"]));
        assert!(answer.redirect().is_none());
    }
    assert_eq!(program.header("content-type"), Some("application/problem+json"));
    assert!(house.reached("/echo/programs").is_empty());
    assert_eq!(call(&url, &token_of_service(&house, "reports.read").await).await.status, 200);
}

#[tokio::test]
async fn where_nobody_has_to_sign_in_a_bad_token_is_still_no_anonymous_visitor() {
    let house = house_for_programs().await;
    let url = house.first("/echo/maybe");

    assert_eq!(say(&url, &[]).await.status, 200);
    assert!(reached_as(&house, "/echo/maybe").0.is_empty());
    assert_eq!(call(&url, &token_of_service(&house, "reports.read").await).await.status, 200);
    assert_eq!(reached_as(&house, "/echo/maybe").0, [REPORTS]);
    let before = house.reached("/echo/maybe").len();
    assert_eq!(call(&url, "bad").await.status, 401);
    assert_eq!(say(&url, &["Bearer a", "Bearer a"]).await.status, 400);
    assert_eq!(house.reached("/echo/maybe").len(), before);
}

#[tokio::test]
async fn a_token_without_a_scope_is_told_which_are_asked_for() {
    let house = house_for_programs().await;
    let token = token_of_service(&house, "reports.read").await;

    for _ in 0..2 {
        let answer = call(&house.first("/echo/write"), &token).await;

        assert_eq!(answer.status, 403);
        assert_eq!(answer.all("www-authenticate"), ["Bearer error=\"insufficient_scope\", scope=\"reports.write\""]);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    }
    assert!(house.reached("/echo/write").is_empty());
}

#[tokio::test]
async fn a_token_is_good_until_its_end_and_no_longer_however_well_it_is_known() {
    let house = house_for_programs().await;
    house.org().set_access_token_lifetime(3 * MINUTE);
    let (token, url) = (token_of_service(&house, "reports.read").await, house.first("/echo/api"));

    assert_eq!(call(&url, &token).await.status, 200);
    house.pass(2 * MINUTE);
    assert_eq!(call(&url, &token).await.status, 200);
    // The two clocks may be two minutes apart.
    house.pass(3 * MINUTE + Duration::from_secs(1));

    let late = call(&url, &token).await;
    assert_eq!((late.status, late.all("www-authenticate")), (401, vec!["Bearer error=\"invalid_token\""]));
}

#[tokio::test]
async fn what_a_key_signed_that_was_withdrawn_is_good_no_longer_than_the_key_set_is_kept() {
    let house = house_for_programs().await;
    house.org().set_access_token_lifetime(Duration::from_secs(5 * 86_400));
    let (token, url) = (token_of_service(&house, "reports.read").await, house.first("/echo/api"));
    assert_eq!(call(&url, &token).await.status, 200);
    house.org().rotate_keys().expect("a key");
    house.org().withdraw_old_keys();

    house.pass(Duration::from_secs(86_400));

    eventually_refused(&url, &token).await;
}

async fn eventually_refused(url: &str, token: &str) {
    for _ in 0..100 {
        if call(url, token).await.status == 401 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the token is still good");
}

#[tokio::test]
async fn the_log_says_who_came_by_which_credential_and_why_a_token_was_refused_and_never_the_token() {
    let log = Log::begin("info");
    let house = house_for_programs().await;
    let token = token_of_service(&house, "reports.read").await;

    call(&house.first("/echo/api"), &token).await;
    let refused = call(&house.first("/echo/write"), &token).await;

    eventually("both are logged", || log.lines("Request answered").len() >= 2).await;
    let passed = log.lines("decision=\"forward\"").join("");
    assert!(
        passed.contains("credential=\"bearer\"") && passed.contains(REPORTS),
        "{:?}",
        log.lines("Request answered")
    );
    let body: serde_json::Value = serde_json::from_str(&refused.body).expect("JSON");
    let reference = body["reference"].as_str().expect("a reference");
    let why = log.lines("Refused an access token");
    assert!(
        why.iter().any(|line| line.contains(reference) && line.contains("lacks the scope reports.write")),
        "{why:?}"
    );
    assert!(!refused.body.contains("reports.write"), "the body tells a stranger nothing");
    let parts: Vec<&str> = token.split('.').collect();
    assert!(parts.iter().all(|part| !log.text().contains(part)));
}

#[tokio::test]
async fn a_websocket_opens_by_a_token_without_an_origin_and_ends_with_it() {
    let application = Application::answering(|received| {
        let key = received.one("sec-websocket-key").unwrap_or_default().as_bytes();
        let accept = tokio_tungstenite::tungstenite::handshake::derive_accept_key(key);
        let head = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket";
        Reply::Echo(format!("{head}\r\nSec-WebSocket-Accept: {accept}\r\n\r\n").into_bytes())
    })
    .await;
    let house = house_with(&[("/socket", &format!("http://{}", application.address))]).await;
    house.org().set_access_token_lifetime(Duration::from_secs(3));
    let token = token_of_service(&house, "reports.read").await;
    let url = url::Url::parse(&house.first("/socket")).expect("a URL");
    let port = url.port().expect("a port");
    let mut connection = Connection::open(([127, 0, 0, 1], port).into()).await;

    let handshake = format!(
        "GET /socket HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer {token}\r\n\r\n"
    );
    connection.send(&handshake).await;
    connection.read_until("\r\n\r\n").await;
    connection.send("ping").await;
    connection.read_until("ping").await;

    assert_eq!(application.only().one("x-forwarded-user"), Some(REPORTS));
    assert!(connection.closes_within(Duration::from_secs(10)).await, "the token has ended");
    let mut connection = Connection::open(([127, 0, 0, 1], port).into()).await;
    connection.send(handshake.replace(&token, "bad")).await;
    assert_eq!(connection.answer().await.status, 401);
}
