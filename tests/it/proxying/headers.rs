//! Which headers and cookies reach an application, and which come back from it.

use gatehouse::config::{Access, ClientAuthorization, HostPattern, Listener, ListenerSecurity, Route, TargetMode};
use gatehouse::proxy::Limits;
use http::Method;

use crate::support::application::{Application, Received, Reply};
use crate::support::attack_lines;
use crate::support::gateway::{TestGateway, config, config_for, request, route};

#[tokio::test]
async fn no_spelling_of_a_managed_header_gets_through_on_any_kind_of_route() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![
        route("/", Access::SignedIn, &application),
        route("/public", Access::Public, &application),
        route("/optional", Access::Optional, &application),
    ]);
    let cookie = format!("Cookie: {}", gateway.sign_in("alice").await);
    let names: Vec<_> = attack_lines(include_str!("../../attacks/header_names.txt"))
        .into_iter()
        .map(|name| String::from_utf8(name).expect("header names are ASCII"))
        .collect();
    for target in ["/", "/public", "/optional"] {
        for half in names.chunks(40) {
            let lines: Vec<_> = half.iter().map(|name| format!("{name}: forged")).collect();
            let lines: Vec<_> = lines.iter().map(String::as_str).chain([cookie.as_str()]).collect();

            assert_eq!(gateway.get(target, &lines).await.status, 200, "{target}");

            let received = application.last();
            let forged: Vec<_> = received.headers.iter().filter(|(_, value)| value.contains("forged")).collect();
            assert!(forged.is_empty(), "{target} got {forged:?}");
        }
    }
}

#[tokio::test]
async fn an_identity_arrives_once_and_only_where_somebody_is_signed_in() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![
        route("/", Access::SignedIn, &application),
        route("/public", Access::Public, &application),
        route("/optional", Access::Optional, &application),
    ]);
    let cookie = format!("Cookie: {}", gateway.sign_in("alice").await);
    let forged = ["X-Forwarded-User: mallory", "x-forwarded-user: mallory", "X-FORWARDED-GROUPS: admin"];
    let lines = [&[cookie.as_str(), "Authorization: Bearer forged"], forged.as_slice()].concat();
    let identity = |received: &Received| {
        let one = |name| received.one(name).map(str::to_owned);
        (one("x-forwarded-user"), one("authorization"), one("x-forwarded-groups"))
    };
    let alice = (Some("alice".to_owned()), Some("Bearer token-of-alice".to_owned()), None);

    gateway.get("/", &lines).await;
    assert_eq!(identity(&application.last()), alice);

    gateway.get("/optional", &lines).await;
    assert_eq!(identity(&application.last()), alice);

    gateway.get("/optional", &forged).await;
    assert_eq!(identity(&application.last()), (None, None, None));

    gateway.get("/public", &lines).await;
    assert_eq!(identity(&application.last()), (None, None, None));
}

#[tokio::test]
async fn a_client_cannot_have_our_headers_stripped_by_naming_them_in_connection() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let cookie = format!("Cookie: {}", gateway.sign_in("alice").await);

    let answer =
        gateway.get("/", &[&cookie, "Connection: keep-alive, X-Forwarded-User, Authorization, X-Request-Id"]).await;

    assert_eq!(answer.status, 200);
    let received = application.only();
    assert_eq!(received.one("x-forwarded-user"), Some("alice"));
    assert_eq!(received.one("authorization"), Some("Bearer token-of-alice"));
    assert!(received.one("x-request-id").is_some());
}

#[tokio::test]
async fn a_session_that_is_named_a_connection_field_is_not_a_way_around_the_session() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);

    assert_eq!(gateway.get("/", &["Connection: Cookie", "Cookie: gatehouse=x"]).await.status, 401);
    application.assert_untouched("a request without a session");
}

#[tokio::test]
async fn the_client_address_is_the_peer_unless_a_declared_front_says_otherwise() {
    let application = Application::start().await;
    let routes = || vec![route("/", Access::Public, &application)];
    let said = ["X-Forwarded-For: 1.1.1.1, 203.0.113.7", "X-Forwarded-Proto: https", "X-Request-Id: front-4711"];

    let direct = TestGateway::start(routes());
    direct.get("/", &said).await;
    let received = application.last();
    assert_eq!(received.one("x-forwarded-for"), Some("127.0.0.1"));
    assert_eq!(received.one("x-forwarded-proto"), Some("http"));
    assert_ne!(received.one("x-request-id"), Some("front-4711"));

    let mut behind_a_front = config(routes());
    let fronts = vec!["127.0.0.0/8".parse().expect("a network")];
    behind_a_front.listeners =
        vec![Listener { address: ([127, 0, 0, 1], 0).into(), security: ListenerSecurity::TerminatedBy(fronts) }];
    TestGateway::with(behind_a_front, Limits::default()).get("/", &said).await;
    let received = application.last();
    assert_eq!(received.one("x-forwarded-for"), Some("203.0.113.7"));
    assert_eq!(received.one("x-forwarded-proto"), Some("https"));
    assert_eq!(received.one("x-request-id"), Some("front-4711"));
}

#[tokio::test]
async fn the_application_learns_the_public_host_and_sees_the_one_it_is_meant_to() {
    let application = Application::start().await;
    let preserving = Route { preserve_host: true, ..route("/same", Access::Public, &application) };
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application), preserving]);

    gateway.get("/", &[]).await;
    let received = application.last();
    assert_eq!(received.one("host"), Some(application.address.to_string().as_str()));
    assert_eq!(received.one("x-forwarded-host"), Some("app.test"));

    gateway.get("/same", &[]).await;
    assert_eq!(application.last().one("host"), Some("app.test"));
}

#[tokio::test]
async fn the_public_host_is_the_configured_one_however_the_client_wrote_it() {
    let application = Application::start().await;
    let preserving = || Route { preserve_host: true, ..route("/", Access::Public, &application) };
    let exact = TestGateway::start(vec![preserving()]);
    let any = TestGateway::with(config_for(HostPattern::Any, "http://app.test", vec![preserving()]), Limits::default());
    let ask = async |gateway: &TestGateway, host: &str| {
        let mut connection = gateway.connect().await;
        connection.send(format!("GET /a HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\n\r\n")).await;
        connection.answer().await
    };

    for host in ["app.test", "APP.test", "app.test:80"] {
        assert_eq!(ask(&exact, host).await.status, 200, "{host}");
        let received = application.last();
        assert_eq!((received.one("host"), received.one("x-forwarded-host")), (Some("app.test"), Some("app.test")));
    }
    for host in ["app.test.", "app.test:1"] {
        let led = ask(&exact, host).await;
        assert_eq!((led.status, led.header("location")), (308, Some("http://app.test/a")), "{host}");
        assert_eq!(ask(&any, host).await.status, 200, "{host}");
        let received = application.last();
        assert_eq!((received.one("host"), received.one("x-forwarded-host")), (Some("app.test"), Some("app.test")));
    }
}

#[tokio::test]
async fn our_cookies_never_reach_an_application_and_others_arrive_unchanged() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![
        route("/", Access::SignedIn, &application),
        route("/public", Access::Public, &application),
    ]);
    let session = gateway.sign_in("alice").await;
    let cookies = format!("Cookie: z=\"1; 2\"; {session}; __Host-gatehouse-device=d; gatehouse-tx-1=t; a==x%20; z=2");

    for target in ["/", "/public"] {
        assert_eq!(gateway.get(target, &[&cookies]).await.status, 200);
        assert_eq!(application.last().one("cookie"), Some("z=\"1; 2\"; a==x%20; z=2"), "{target}");
    }

    gateway.get("/", &[&format!("Cookie: {session}")]).await;
    assert_eq!(application.last().one("cookie"), None);
}

#[tokio::test]
async fn a_clients_authorization_passes_only_where_the_route_says_so() {
    let application = Application::start().await;
    let passing =
        Route { client_authorization: ClientAuthorization::Pass, ..route("/webhook", Access::Public, &application) };
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application), passing]);

    gateway.get("/webhook", &["Authorization: Basic eA=="]).await;
    assert_eq!(application.last().one("authorization"), Some("Basic eA=="));

    gateway.get("/", &["Authorization: Basic eA=="]).await;
    assert_eq!(application.last().one("authorization"), None);
}

#[tokio::test]
async fn a_route_of_some_methods_is_not_left_by_an_override() {
    let application = Application::start().await;
    let posting = Route { methods: Some(vec![Method::POST]), ..route("/", Access::Public, &application) };
    let gateway = TestGateway::start(vec![posting]);

    gateway.request("POST", "/", &["Content-Length: 0", "X-HTTP-Method-Override: DELETE"]).await;

    assert_eq!(application.only().one("x-http-method-override"), None);
}

#[tokio::test]
async fn the_route_beside_one_of_some_methods_is_no_way_into_it() {
    let application = Application::start().await;
    let deleting = Route { methods: Some(vec![Method::DELETE]), ..route("/items", Access::SignedIn, &application) };
    let gateway = TestGateway::start(vec![
        deleting,
        route("/items", Access::Public, &application),
        route("/", Access::Public, &application),
    ]);

    for target in ["/items/1", "/other"] {
        let lines = ["Content-Length: 0", "X-HTTP-Method-Override: DELETE", "X-Method-Override: DELETE"];
        assert_eq!(gateway.request("POST", target, &lines).await.status, 200);
        let received = application.last();
        let names = ["x-http-method-override", "x-method-override"];
        assert_eq!(names.map(|name| received.one(name)), [None, None], "{target}");
    }

    let without_methods = TestGateway::start(vec![route("/", Access::Public, &application)]);
    without_methods.request("POST", "/", &["Content-Length: 0", "X-HTTP-Method-Override: PATCH"]).await;
    assert_eq!(application.last().one("x-http-method-override"), Some("PATCH"));
}

#[tokio::test]
async fn the_path_that_was_matched_is_the_path_that_is_sent() {
    let application = Application::start().await;
    let raw = Route { target: TargetMode::Raw, ..route("/files", Access::Public, &application) };
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application), raw]);

    for (target, sent) in [
        ("/a%20b/~%7E?q=%2F..%00;x//y", "/a%20b/~%7E?q=%2F..%00;x//y"),
        ("http://app.test/a?b", "/a?b"),
        ("http://app.test", "/"),
        ("/a|b", "/a|b"),
        ("/files/a%2Fb//c;d%5ce", "/files/a%2Fb//c;d%5ce"),
    ] {
        assert_eq!(gateway.get(target, &[]).await.status, 200, "{target}");
        assert_eq!(application.last().target, sent);
    }
    assert_eq!(gateway.get("/files/%2e%2e/x", &[]).await.status, 400);
}

#[tokio::test]
async fn an_application_cannot_reach_our_own_pages_through_its_answer() {
    let application = Application::answering(|_| {
        let lines = [
            "HTTP/1.1 200 OK",
            "Content-Length: 2",
            "Set-Cookie: a=1; Path=/",
            "Set-Cookie: __Host-gatehouse=planted; Path=/; Secure",
            "Set-Cookie: gatehouse=planted",
            "Set-Cookie: =gatehouse-device=planted",
            "Set-Cookie: b=2",
            "Service-Worker-Allowed: /",
            "Clear-Site-Data: \"*\"",
            "X-Kept: 1",
            "",
            "ok",
        ];
        Reply::Bytes(lines.join("\r\n").into_bytes())
    })
    .await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);

    let answer = gateway.get("/", &[]).await;

    assert_eq!(answer.all("set-cookie"), ["a=1; Path=/", "b=2"]);
    assert_eq!(answer.header("service-worker-allowed"), None);
    assert_eq!(answer.header("clear-site-data"), None);
    assert_eq!(answer.header("x-kept"), Some("1"));
}

#[tokio::test]
async fn every_request_has_a_name_of_its_own() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    let mut connection = gateway.connect().await;

    for _ in 0..2 {
        connection.send(request("GET", "/", &["X-Request-Id: chosen-by-client"])).await;
        connection.answer().await;
    }

    let received = application.received();
    let ids: Vec<_> = received.iter().filter_map(|received| received.one("x-request-id")).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
    assert!(!ids.contains(&"chosen-by-client"));
}
