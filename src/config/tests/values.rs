//! What a good file becomes.

use std::num::NonZeroUsize;
use std::time::Duration;

use http::Method;

use super::{GOOD, accepted, complaint, with};
use crate::config::{
    Access, Activity, ClientAuthentication, ClientAuthorization, Counted, EndSession, HostPattern, ListenerSecurity,
    SiteData, Store, TargetMode,
};

#[test]
fn a_short_file_gets_the_defaults() {
    let config = accepted(GOOD);

    let (server, site) = (&config.authorization_servers["okta"], &config.sites[0]);
    assert!(matches!(config.listeners[0].security, ListenerSecurity::LoopbackOnly));
    assert!(config.admin.is_none());
    assert_eq!(config.keys.expose().len(), 1);
    assert!(matches!(&config.sessions.store, Store::Memory(memory) if memory.snapshot.is_none()));
    assert_eq!(config.sessions.lifetimes.idle_timeout, Duration::from_secs(1_800));
    assert_eq!(config.sites[0].lifetimes.lifetime, Duration::from_secs(43_200));
    assert_eq!(server.client_authentication, ClientAuthentication::None);
    assert!(server.private_key.is_none());
    assert_eq!(server.scopes, ["openid", "profile", "email", "offline_access"]);
    assert_eq!(server.audience.as_deref(), Some("api://default"));
    assert_eq!(site.name, "localhost");
    assert_eq!(site.host, HostPattern::Exact("localhost".to_owned()));
    assert_eq!(site.redirect_uri(), "http://localhost:8080/.gatehouse/callback");
    let route = &site.routes[0];
    assert_eq!(route.access, Access::SignedIn);
    assert_eq!(route.client_authorization, ClientAuthorization::Remove);
    assert_eq!(route.target, TargetMode::Canonical);
    assert!(route.methods.is_none() && !route.service_worker && route.preserve_host);
    assert_eq!(route.upstream.authority(), "127.0.0.1:9000");
    assert_eq!(route.upstream.read_timeout, Some(Duration::from_secs(60)));
}

#[test]
fn workers_are_as_many_as_the_file_says_or_the_machine_has() {
    let said = |count: &str| GOOD.replace("sites:", &format!("workers: {count}\nsites:"));

    assert!(accepted(GOOD).workers.is_none());
    assert_eq!(accepted(&said("3")).workers.map(NonZeroUsize::get), Some(3));
    for wrong in ["0", "1025", "many"] {
        let complaint = complaint(&said(wrong));
        assert!(complaint.contains("workers") && complaint.contains("1024"), "{complaint}");
    }
}

#[test]
fn a_secret_in_the_file_makes_the_client_confidential() {
    let text = with("client_id: 0oa1ab2cd3", "client_id: 0oa1ab2cd3\n    client_secret: { value: \"hunter2\\n\" }");

    let config = accepted(&text);

    let server = &config.authorization_servers["okta"];
    assert_eq!(server.client_secret.as_ref().map(crate::secret::Secret::expose), Some("hunter2"));
    assert_eq!(server.client_authentication, ClientAuthentication::ClientSecretPost);
}

#[test]
fn opaque_tokens_are_introspected_every_five_minutes_and_others_where_it_is_said() {
    let every = |text: &str| accepted(text).authorization_servers["okta"].introspect_every.map(|span| span.as_secs());
    let said = |issuer: &str, span: &str| {
        let text = with("client_id: 0oa1ab2cd3", &format!("client_id: 0oa1ab2cd3\n    introspect_every: {span}"));
        text.replace("https://example.okta.com/oauth2/default", issuer)
    };
    let org = |text: &str| {
        text.replace("\n    audience: api://default", "")
            .replace("https://example.okta.com/oauth2/default", "https://example.okta.com")
    };

    assert_eq!(every(&org(GOOD)), Some(300));
    assert_eq!(every(GOOD), None);
    assert_eq!(every(&org(&said("https://example.okta.com", "off"))), None);
    assert_eq!(every(&org(&said("https://example.okta.com", "10s"))), Some(10));
    assert_eq!(every(&said("https://example.okta.com/oauth2/default", "24h")), Some(86_400));
}

#[test]
fn a_route_asks_for_one_level_or_several_and_an_age() {
    let text = with(
        "      - { path: /,",
        "      - { path: /one, upstream: \"http://h:1\", acr: \"urn:okta:loa:2fa:any\" }
      - { path: /two, upstream: \"http://h:1\", acr: [phrh, phr], max_age: 1h30m }
      - { path: /old, upstream: \"http://h:1\", access: signed_in, max_age: 5m }
      - { path: /,",
    );

    let config = accepted(&text);

    let asked = |path: &str| {
        let route = config.sites[0].routes.iter().find(|route| route.path == path).expect("a route");
        route.authentication.clone().map(|asked| (asked.acr.join(" "), asked.max_age.map(|age| age.as_secs())))
    };
    assert_eq!(asked("/one"), Some(("urn:okta:loa:2fa:any".to_owned(), None)));
    assert_eq!(asked("/two"), Some(("phrh phr".to_owned(), Some(5_400))));
    assert_eq!(asked("/old"), Some((String::new(), Some(300))));
    assert_eq!(asked("/"), None);
}

#[test]
fn routes_are_tried_longest_path_first_and_certain_methods_before_all() {
    let text = with(
        "      - { path: /,",
        "      - { path: /a, upstream: \"http://h:1\" }
      - { path: /a, upstream: \"http://h:2\", methods: [GET] }
      - { path: /a/b, upstream: \"http://h:3\" }
      - { path: /,",
    );

    let config = accepted(&text);

    let order: Vec<(&str, u16)> =
        config.sites[0].routes.iter().map(|route| (route.path.as_str(), route.upstream.port)).collect();
    assert_eq!(order, [("/a/b", 3), ("/a", 2), ("/a", 1), ("/", 9000)]);
    assert_eq!(config.sites[0].routes[1].methods.as_deref(), Some([Method::GET, Method::HEAD].as_slice()));
}

#[test]
fn an_upstream_may_be_silent_for_ever() {
    let text = with(
        "upstream: \"http://127.0.0.1:9000\"",
        "upstream: { url: \"https://[::1]\", connect_timeout: 2s, read_timeout: never }",
    );

    let config = accepted(&text);

    let upstream = &config.sites[0].routes[0].upstream;
    assert!(upstream.tls && upstream.host == "::1" && upstream.port == 443);
    assert_eq!(upstream.authority(), "[::1]");
    assert_eq!(upstream.connect_timeout, Duration::from_secs(2));
    assert_eq!(upstream.read_timeout, None);
}

#[test]
fn a_star_takes_every_host_and_hosts_are_in_lower_case() {
    assert_eq!(accepted(&with("host: localhost", "host: \"*\"")).sites[0].host, HostPattern::Any);
    assert_eq!(
        accepted(&with("host: localhost", "host: LOCALHOST")).sites[0].host,
        HostPattern::Exact("localhost".to_owned())
    );
}

#[test]
fn anchors_share_values_between_routes() {
    let text = with(
        "      - { path: /, upstream: \"http://127.0.0.1:9000\" }",
        "      - { path: /, upstream: &app { url: \"http://127.0.0.1:9000\", read_timeout: 5m } }
      - { path: /b, upstream: *app }",
    );

    let config = accepted(&text);

    assert_eq!(config.sites[0].routes[0].upstream, config.sites[0].routes[1].upstream);
}

#[test]
fn what_is_allowed_but_unwise_is_a_warning() {
    let text = with("audience: api://default", "audience: api://default\n    scopes: [openid]\n  spare:\n    issuer: https://example.okta.com\n    client_id: x")
        .replace("9000\" }", "9000\", client_authorization: pass }")
        .replace("http://localhost:8080", "http://localhost:8081");

    let config = accepted(&text);

    insta::assert_snapshot!(config.warnings.join("\n"), @r"
    gatehouse.yaml:10:13: authorization_servers.okta.scopes: without `offline_access` a session ends when its access token expires
    gatehouse.yaml:11:3: authorization_servers.spare: no site uses this authorization server
    gatehouse.yaml:16:17: sites[0].public_url: cookies travel over plain http, without Secure and __Host-; that is for trying things out
    gatehouse.yaml:16:17: sites[0].public_url: no listener has port 8081
    gatehouse.yaml:19:77: sites[0].routes[0].client_authorization: on a signed-in route the gateway's own Authorization header takes the place of the client's
    ");
}

#[test]
fn an_issuer_on_this_machine_may_be_plain_http() {
    let text = with("https://example.okta.com/oauth2/default", "http://127.0.0.1:9090/oauth2/default");

    let config = accepted(&text);

    assert_eq!(config.authorization_servers["okta"].issuer, "http://127.0.0.1:9090/oauth2/default");
    assert!(config.warnings.iter().any(|warning| warning.contains("okta.issuer: tokens and secrets travel")));
}

#[test]
fn the_org_authorization_server_has_no_audience() {
    let text = with("https://example.okta.com/oauth2/default", "https://example.okta.com")
        .replace("\n    audience: api://default", "");

    let server = &accepted(&text).authorization_servers["okta"];

    assert_eq!(server.issuer, "https://example.okta.com");
    assert_eq!(server.audience, None);
}

#[test]
fn debug_output_of_a_configuration_holds_no_secret() {
    let text = with("client_id: 0oa1ab2cd3", "client_id: 0oa1ab2cd3\n    client_secret: { env: OKTA_CLIENT_SECRET }");

    let debug = format!("{:?}", accepted(&text));

    assert!(!debug.contains("hunter2") && !debug.contains(super::KEY));
}

#[test]
fn requests_count_as_use_unless_a_site_says_otherwise() {
    let usual = accepted(GOOD);
    let polled = with(
        "    routes:",
        "    activity: { counted: navigations, ignore_paths: [/api/heartbeat, /signalr] }\n    routes:",
    );
    let polled = accepted(&polled);

    assert_eq!(usual.sites[0].activity, Activity::default());
    assert_eq!(polled.sites[0].activity.counted, Counted::Navigations);
    assert_eq!(polled.sites[0].activity.ignore_paths, ["/api/heartbeat", "/signalr"]);
}

#[test]
fn a_sign_out_ends_the_session_here_and_nothing_else_unless_told_to() {
    let usual = accepted(GOOD);
    let told =
        with("    routes:", "    sign_out_paths: [/logout, /café]\n    clear_site_data: [cache, storage]\n    routes:")
            .replace("audience:", "end_session: by_sid\n    audience:");
    let told = accepted(&told);

    let (usual, told) = (&usual.sites[0], &told.sites[0]);
    assert!(usual.sign_out_paths.is_empty() && usual.clear_site_data.is_empty());
    assert_eq!(usual.authorization_server.end_session, EndSession::Never);
    assert_eq!(told.sign_out_paths, ["/logout", "/café"]);
    assert_eq!(told.clear_site_data, [SiteData::Cache, SiteData::Storage]);
    assert_eq!(told.authorization_server.end_session, EndSession::BySid);
    assert_eq!(told.post_logout_redirect_uri(), "http://localhost:8080/.gatehouse/signed-out");
}
