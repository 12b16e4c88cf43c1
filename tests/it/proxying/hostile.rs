//! Requests that must be stopped: each gets 4xx, and the application never hears of it.

use std::time::Duration;

use gatehouse::config::{Access, HostPattern, Listener, ListenerSecurity, Route};
use gatehouse::proxy::Limits;
use http::Method;

use crate::support::application::Application;
use crate::support::attack_lines;
use crate::support::gateway::{NAVIGATION, TestGateway, config_for, request, route};

/// A gateway that forwards everything to anybody: whatever is stopped here is stopped for what it is.
async fn open_gateway() -> (TestGateway, Application) {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    (gateway, application)
}

#[tokio::test]
async fn targets_with_two_readings_never_reach_an_application() {
    let (gateway, application) = open_gateway().await;
    for attack in attack_lines(include_str!("../../attacks/paths.txt")) {
        // The parser turns a space into %20, and a control character of a query into its escape, before anybody sees
        // them: one reading is left, which is none of these attacks any more.
        if attack.contains(&b' ') || attack == b"/?q=\x01" {
            continue;
        }
        let attack = replace(&attack, b"app.example.com", b"app.test");
        let head = [b"GET ", attack.as_slice(), b" HTTP/1.1\r\nHost: app.test\r\n\r\n"].concat();
        let mut connection = gateway.connect().await;

        connection.send(&head).await;
        let answer = connection.try_answer(false).await;

        let status = answer.map_or(400, |answer| answer.status);
        assert!((400..500).contains(&status), "{} was answered {status}", attack.escape_ascii());
        application.assert_untouched(&attack.escape_ascii().to_string());
    }
}

#[tokio::test]
async fn no_spelling_of_a_protected_path_gets_through_a_public_route_around_it() {
    let (public, admin) = (Application::start().await, Application::start().await);
    let gateway =
        TestGateway::start(vec![route("/", Access::Public, &public), route("/admin", Access::SignedIn, &admin)]);
    for spelling in attack_lines(include_str!("../../attacks/admin_spellings.txt")) {
        let target = String::from_utf8(spelling).expect("these are ASCII");

        let status = gateway.get(&target, &[]).await.status;

        assert_eq!(status, 404, "{target}");
        public.assert_untouched(&target);
    }
    admin.assert_untouched("a path without a session");
}

fn replace(text: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let Some(at) = text.windows(from.len()).position(|window| window == from) else { return text.to_vec() };
    [&text[..at], to, &text[at + from.len()..]].concat()
}

#[tokio::test]
async fn malformed_heads_never_reach_an_application() {
    let (gateway, application) = open_gateway().await;
    let long = format!("GET / HTTP/1.1\r\nHost: app.test\r\nX-Long: {}\r\n\r\n", "a".repeat(40_000));
    let many = format!("GET / HTTP/1.1\r\nHost: app.test\r\n{}\r\n", "X-Many: a\r\n".repeat(150));
    let too_many = format!("GET / HTTP/1.1\r\nHost: app.test\r\n{}\r\n", "X-Many: a\r\n".repeat(400));
    let heads: [(&str, u16); 32] = [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.0\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test/evil?x\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: user@app.test\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test:x\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test\r\nHost: app.test\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test, evil.example\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test\r\nHost: evil.example\r\n\r\n", 400),
        ("GET / HTTP/1.1\nHost: app.test\n\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test\nX-Smuggled: 1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test\r\n X-Folded: 1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost : app.test\r\n\r\n", 400),
        ("get / HTTP/1.1\r\nHost: app.test\r\n\r\n", 400),
        ("Get / HTTP/1.1\r\nHost: app.test\r\n\r\n", 400),
        ("TRACE / HTTP/1.1\r\nHost: app.test\r\n\r\n", 405),
        ("CONNECT app.test:443 HTTP/1.1\r\nHost: app.test:443\r\n\r\n", 405),
        ("PROPFIND / HTTP/1.1\r\nHost: app.test\r\n\r\n", 405),
        ("OPTIONS * HTTP/1.1\r\nHost: app.test\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nContent-Length: 3, 3\r\n\r\nabc", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nContent-Length: +3\r\n\r\nabc", 400),
        ("POST / HTTP/1.0\r\nHost: app.test\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: app.test\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: app.test\r\nConnection: X-Forwarded-For\r\n\r\n", 400),
        (&long, 431),
        (&many, 431),
        (&too_many, 400),
    ];
    for (head, status) in heads {
        let mut connection = gateway.connect().await;

        connection.send(head).await;
        let answer = connection.try_answer(false).await.unwrap_or_else(|| panic!("{head:.80?} got no answer"));

        assert_eq!(answer.status, status, "{head:.80?}");
        // Where a request was doubtful, so is what follows it.
        let ends = status == 405 || connection.closes_within(Duration::from_secs(2)).await;
        assert!(ends, "{head:.80?} left its connection open");
        application.assert_untouched(head);
    }
}

#[tokio::test]
async fn the_connection_ends_where_the_end_of_a_request_is_in_doubt() {
    let (gateway, application) = open_gateway().await;
    let mut connection = gateway.connect().await;
    let smuggler = "POST / HTTP/1.1\r\nHost: app.test\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n\
                    0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: app.test\r\n\r\n";

    connection.send(smuggler).await;

    assert_eq!(connection.answer().await.status, 400);
    assert!(connection.closes_within(Duration::from_secs(2)).await);
    application.assert_untouched("the smuggled request");
}

#[tokio::test]
async fn a_request_behind_an_unread_body_is_not_taken_for_one() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let mut connection = gateway.connect().await;
    let body = "GET /admin HTTP/1.1\r\nHost: app.test\r\n\r\n";
    let post = format!("POST /form HTTP/1.1\r\nHost: app.test\r\nContent-Length: {}\r\n\r\n{body}", body.len());

    connection.send(post).await;

    assert_eq!(connection.answer().await.status, 401);
    assert!(connection.closes_within(Duration::from_secs(2)).await);
    application.assert_untouched("the body");
}

#[tokio::test]
async fn an_upgrade_does_not_carry_a_second_request_past_the_gateway() {
    let (gateway, application) = open_gateway().await;
    let mut connection = gateway.connect().await;
    let key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    let upgrade =
        request("GET", "/socket", &["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", key]);

    connection.send([upgrade, request("GET", "/admin", &[])].concat()).await;
    let _ = connection.try_answer(false).await;
    tokio::time::sleep(Duration::from_millis(200)).await;

    assert!(application.received().iter().all(|received| received.target == "/socket"));
}

#[tokio::test]
async fn no_header_a_client_can_send_opens_a_protected_route() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![
        route("/", Access::SignedIn, &application),
        route("/public", Access::Public, &application),
    ]);
    for line in [
        "X-Forwarded-Uri: /public/x",
        "X-Original-URL: /public/x",
        "X-Rewrite-URL: /public/x",
        "X-Original-URI: /public/x",
        "X-Forwarded-Path: /public/x",
        "X-Forwarded-Prefix: /public",
        "X-Forwarded-Method: OPTIONS",
        "User-Agent: GoogleHC/1.0",
        "User-Agent: kube-probe/1.30",
        "User-Agent: ELB-HealthChecker/2.0",
        "Authorization: Bearer x",
        "Authorization: Basic YWRtaW46YWRtaW4=",
        "X-Forwarded-User: admin",
        "X-Forwarded-For: 127.0.0.1",
        "Cookie: gatehouse=x",
        "Cookie: __Host-gatehouse=x",
        "Cookie: gatehouse=",
        "Cookie: gatehouse",
        "Cookie: ;;;=;gatehouse==;",
        "Origin: http://app.test",
        "Sec-Fetch-Site: same-origin",
    ] {
        for target in ["/admin", "/admin?token=x&access_token=x", "/admin?/public/x"] {
            assert_eq!(gateway.get(target, &[line]).await.status, 401, "{line} {target}");
        }
        let led = gateway.get("/admin", &[&[line], NAVIGATION.as_slice()].concat()).await;
        assert_eq!(led.status, 303, "{line}");
        application.assert_untouched(line);
    }
}

#[tokio::test]
async fn a_body_in_broken_chunks_is_refused_for_what_it_is() {
    let (gateway, _application) = open_gateway().await;
    for target in ["/upload", "/.gatehouse/sign-out"] {
        let lines = ["Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked"];
        let mut connection = gateway.connect().await;

        connection.send(request("POST", target, &lines)).await;
        connection.send("3\r\nabc\r\nno size\r\n").await;
        let answer = connection.answer().await;

        assert_eq!(answer.status, 400, "{target}");
        assert!(answer.body.contains("the body is not framed as the head says"), "{}", answer.body);
        assert!(connection.closes_within(Duration::from_secs(2)).await, "{target} left its connection open");
    }
}

#[tokio::test]
async fn two_session_cookies_count_as_none() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let cookie = gateway.sign_in("alice").await;

    let answer = gateway.get("/", &[&format!("Cookie: {cookie}; gatehouse=planted")]).await;

    assert_eq!(answer.status, 401);
    application.assert_untouched("a planted cookie");
}

#[tokio::test]
async fn what_no_route_names_is_denied() {
    let application = Application::start().await;
    let read_only = Route { methods: Some(vec![Method::GET]), ..route("/read", Access::Public, &application) };
    let gateway = TestGateway::start(vec![route("/app", Access::Public, &application), read_only]);

    assert_eq!(gateway.get("/", &[]).await.status, 404);
    assert_eq!(gateway.get("/apple", &[]).await.status, 404);
    assert_eq!(gateway.get("/APP", &[]).await.status, 404);
    let refused = gateway.request("DELETE", "/read/x", &[]).await;
    assert_eq!((refused.status, refused.header("allow")), (405, Some("GET")));
    application.assert_untouched("a request without a route");
}

#[tokio::test]
async fn the_admin_paths_are_nothing_special_on_a_public_listener() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);

    for target in ["/livez", "/readyz", "/metrics", "/ping", "/healthz"] {
        assert_eq!(gateway.get(target, &[]).await.status, 401, "{target}");
    }
}

#[tokio::test]
async fn another_host_is_led_to_the_public_url_or_refused() {
    let application = Application::start().await;
    let routes = vec![route("/", Access::Public, &application)];
    let gateway = TestGateway::with(config_for(HostPattern::Any, "http://app.test", routes), Limits::default());
    let ask = async |lines: &str| {
        let mut connection = gateway.connect().await;
        connection.send(format!("GET /a?b=c HTTP/1.1\r\nHost: evil.example\r\n{lines}\r\n")).await;
        connection.answer().await
    };

    let navigation = ask("Accept: text/html\r\nX-Forwarded-Host: evil.example\r\n").await;
    let script = ask("Accept: */*\r\n").await;

    assert_eq!((navigation.status, navigation.header("location")), (308, Some("http://app.test/a?b=c")));
    assert_eq!(script.status, 421);
    application.assert_untouched("another host");
}

#[tokio::test]
async fn a_secure_site_is_not_served_to_a_browser_that_came_over_plain_http() {
    let application = Application::start().await;
    let routes = vec![route("/", Access::Public, &application)];
    let mut config = config_for(HostPattern::Exact("app.test".to_owned()), "https://app.test", routes);
    let fronts = vec!["127.0.0.0/8".parse().expect("a network")];
    config.listeners =
        vec![Listener { address: ([127, 0, 0, 1], 0).into(), security: ListenerSecurity::TerminatedBy(fronts) }];
    let gateway = TestGateway::with(config, Limits::default());

    let navigation = gateway.get("/a?b=c", &["Accept: text/html", "X-Forwarded-Proto: http"]).await;
    let own = gateway.get("/.gatehouse/signed-out", &["Accept: text/html", "X-Forwarded-Proto: http"]).await;
    let script = gateway.get("/a", &["Accept: */*", "X-Forwarded-Proto: http"]).await;
    let broken = gateway.get("/a%2fb", &["Accept: text/html", "X-Forwarded-Proto: http"]).await;

    assert_eq!((navigation.status, navigation.header("location")), (308, Some("https://app.test/a?b=c")));
    assert_eq!((own.status, script.status, broken.status), (308, 421, 400));
    application.assert_untouched("a request over plain http");
    for lines in [&["X-Forwarded-Proto: https"][..], &[]] {
        assert_eq!(gateway.get("/", lines).await.status, 200);
        assert_eq!(application.last().one("x-forwarded-proto"), Some("https"), "{lines:?}");
    }
}

#[tokio::test]
async fn decision_14_a_secure_site_is_not_served_to_a_peer_that_came_past_its_fronts() {
    let application = Application::start().await;
    let routes = vec![route("/", Access::Public, &application)];
    let mut config = config_for(HostPattern::Exact("app.test".to_owned()), "https://app.test", routes);
    let fronts = vec!["192.0.2.0/24".parse().expect("a network")];
    config.listeners =
        vec![Listener { address: ([127, 0, 0, 1], 0).into(), security: ListenerSecurity::TerminatedBy(fronts) }];
    let gateway = TestGateway::with(config, Limits::default());

    for claim in ["X-Forwarded-Proto: https", "X-Other: 1"] {
        let navigation = gateway.get("/a?b=c", &["Accept: text/html", claim]).await;
        let own = gateway.get("/.gatehouse/signed-out", &["Accept: */*", claim]).await;
        let script = gateway.get("/a", &["Accept: */*", claim]).await;

        assert_eq!((navigation.status, navigation.header("location")), (308, Some("https://app.test/a?b=c")));
        assert_eq!((own.status, script.status), (421, 421), "{claim}");
        assert_eq!(navigation.header("strict-transport-security"), None, "it would mean nothing over plain http");
    }
    application.assert_untouched("a peer past the fronts");
}

#[tokio::test]
async fn own_answers_of_a_secure_site_ask_browsers_to_stay_with_https_and_forwarded_ones_say_what_they_said() {
    let application = Application::start().await;
    let started = |hsts: bool, url: &str| {
        let routes =
            vec![route("/", Access::Public, &application), route("/signed-in", Access::SignedIn, &application)];
        let mut config = config_for(HostPattern::Exact("app.test".to_owned()), url, routes);
        let fronts = vec!["127.0.0.0/8".parse().expect("a network")];
        config.listeners =
            vec![Listener { address: ([127, 0, 0, 1], 0).into(), security: ListenerSecurity::TerminatedBy(fronts) }];
        let site = std::sync::Arc::get_mut(&mut config.sites[0]).expect("nobody else has it");
        site.hsts = hsts;
        TestGateway::with(config, Limits::default())
    };
    let (asking, silent, plain) =
        (started(true, "https://app.test"), started(false, "https://app.test"), started(true, "http://app.test"));

    for target in ["/signed-in", "/.gatehouse/signed-out", "/.gatehouse/nothing", "/a%2fb"] {
        let said = asking.get(target, &["Accept: text/html"]).await;
        assert_eq!(said.header("strict-transport-security"), Some("max-age=31536000"), "{target}");
        for other in [&silent, &plain] {
            let said = other.get(target, &["Accept: text/html"]).await;
            assert_eq!(said.header("strict-transport-security"), None, "{target}");
        }
    }
    assert_eq!(asking.get("/", &[]).await.header("strict-transport-security"), None);
}

#[tokio::test]
async fn a_host_of_no_site_is_misdirected() {
    let (gateway, application) = open_gateway().await;
    let mut connection = gateway.connect().await;

    connection.send("GET / HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n\r\n").await;

    assert_eq!(connection.answer().await.status, 421);
    application.assert_untouched("another host");
}

#[tokio::test]
async fn a_service_worker_needs_a_route_that_allows_it() {
    let application = Application::start().await;
    let allowed = Route { service_worker: true, ..route("/pwa", Access::Public, &application) };
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application), allowed]);

    assert_eq!(gateway.get("/worker.js", &["Service-Worker: script"]).await.status, 403);
    assert_eq!(gateway.get("/.gatehouse/session", &["Service-Worker: script"]).await.status, 403);
    application.assert_untouched("a service worker");
    assert_eq!(gateway.get("/pwa/worker.js", &["Service-Worker: script"]).await.status, 200);
}

#[tokio::test]
async fn a_target_of_two_slashes_is_never_redirected_to() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);

    let answer = gateway.get("//evil.example/x", &NAVIGATION).await;

    assert_eq!((answer.status, answer.header("location")), (400, None));
}

/// Paths put together at random from what attacks are made of; the same ones every time.
fn random_paths(count: usize) -> impl Iterator<Item = String> {
    const PIECES: [&str; 28] = [
        "/", "/", "/", "//", "admin", "admin", "ADMIN", "public", ".", "..", "%2e", "%2F", "%5c", "\\", ";", ";x=1",
        "%00", "%25", "2e", "%61dmin", "?", "%3f", "%23", "a", "%20", ":", "%c0%ae", ":x",
    ];
    let mut state = 0x2545_F491_u64;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    (0..count).map(move |_| {
        let length = 1 + next(7);
        let rest: String = (0..length).map(|_| PIECES[next(PIECES.len())]).collect();
        format!("/{rest}")
    })
}

#[tokio::test]
async fn whatever_is_forwarded_is_what_was_decided_about() {
    let (public, admin) = (Application::start().await, Application::start().await);
    let gateway =
        TestGateway::start(vec![route("/", Access::Public, &public), route("/admin", Access::SignedIn, &admin)]);
    let mut forwarded = 0;
    for target in random_paths(600) {
        let answer = gateway.get(&target, &[]).await;

        if answer.status == 200 {
            forwarded += 1;
            let received = public.last();
            assert_eq!((received.method.as_str(), &received.target), ("GET", &target));
            let path = target.split('?').next().unwrap_or_default().to_ascii_lowercase().replace("%61", "a");
            let name = |segment: &'_ str| segment.split(':').next().unwrap_or_default().replace("%20", " ");
            let mut first = path.split('/').map(name).map(|name| name.trim_end_matches(['.', ' ']).to_owned());
            let first = first.find(|name| !name.is_empty());
            assert_ne!(first.as_deref(), Some("admin"), "{target} reached the public application");
            let mut segments = path.split('/').skip(1);
            let leads_astray = |segment: &str| matches!(segment, "." | "..") || segment.contains(['\\', ';']);
            let is_disguised = ["%2e", "%2f", "%5c", "%00", "%252e", "%c0"].iter().any(|escape| path.contains(escape));
            assert!(!segments.any(leads_astray) && !is_disguised, "{target} was forwarded");
        } else {
            assert!((400..500).contains(&answer.status), "{target} was answered {}", answer.status);
        }
    }
    assert!(forwarded > 20, "only {forwarded} of the paths were forwarded: the test has lost its point");
    admin.assert_untouched("a path without a session");
}
