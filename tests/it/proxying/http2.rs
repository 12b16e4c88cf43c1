//! TLS and HTTP/2, and what is different about requests that come that way.

use std::time::Duration;

use gatehouse::config::{Access, HostPattern};
use gatehouse::proxy::Limits;
use http::Request;

use crate::support::application::{Application, Reply};
use crate::support::gateway::{TestGateway, config_for, route};
use crate::support::http2::Http2;
use crate::support::tls::Certificate;

async fn gateway(access: Access, limits: Limits) -> (TestGateway, Application, Certificate) {
    let application = Application::start().await;
    let (gateway, certificate) = gateway_of(&application, access, limits);
    (gateway, application, certificate)
}

fn gateway_of(application: &Application, access: Access, limits: Limits) -> (TestGateway, Certificate) {
    let certificate = Certificate::new();
    let host = HostPattern::Exact("app.test".to_owned());
    let mut config = config_for(host, "https://app.test", vec![route("/", access, application)]);
    config.listeners = vec![certificate.listener()];
    (TestGateway::with(config, limits), certificate)
}

fn get(uri: &str) -> http::request::Builder {
    Request::get(uri)
}

#[tokio::test]
async fn cookie_crumbs_are_joined_and_ours_found_in_the_last_of_them() {
    let (gateway, application, certificate) = gateway(Access::SignedIn, Limits::default()).await;
    let session = gateway.sign_in("alice").await;
    assert!(session.starts_with("__Host-gatehouse="));
    let mut client = Http2::open(&certificate, gateway.address).await;
    let request = get("https://app.test/").header("cookie", "a=1").header("cookie", "b=2").header("cookie", session);

    let answer = client.send(request.body(()).expect("a request"), "").await;

    assert_eq!(answer.status(), 200);
    let received = application.only();
    assert_eq!(received.one("cookie"), Some("a=1; b=2"));
    assert_eq!(received.one("x-forwarded-user"), Some("alice"));
}

#[tokio::test]
async fn the_authority_is_the_host() {
    let (gateway, application, certificate) = gateway(Access::Public, Limits::default()).await;
    let mut client = Http2::open(&certificate, gateway.address).await;

    let answer = client.send(get("https://app.test/a?b").body(()).expect("a request"), "").await;
    let foreign = client.send(get("https://evil.example/").body(()).expect("a request"), "").await;

    assert_eq!(answer.status(), 200);
    assert_eq!(foreign.status(), 421);
    let received = application.only();
    assert_eq!(received.target, "/a?b");
    assert_eq!(received.one("host"), Some(application.address.to_string().as_str()));
    assert_eq!(received.one("x-forwarded-host"), Some("app.test"));
    assert_eq!(received.one("x-forwarded-proto"), Some("https"));
}

#[tokio::test]
async fn hostile_targets_and_headers_are_stopped_as_in_http1() {
    let (gateway, application, certificate) = gateway(Access::Public, Limits::default()).await;
    let mut client = Http2::open(&certificate, gateway.address).await;

    for target in ["/public/../admin", "/%2e%2e/admin", "//admin", "/a%2fb", "/admin;x", "/admin%00", "/%zz"] {
        let request = get(&format!("https://app.test{target}")).body(()).expect("a request");
        assert_eq!(client.send(request, "").await.status(), 400, "{target}");
    }
    let lower = Request::builder().method("get").uri("https://app.test/").body(()).expect("a request");
    assert_eq!(client.send(lower, "").await.status(), 400);
    let long = get("https://app.test/").header("x-long", "a".repeat(40_000)).body(()).expect("a request");
    assert_eq!(client.send(long, "").await.status(), 431);
    let two_hosts = get("https://app.test/").header("host", "evil.example").body(()).expect("a request");
    assert_eq!(client.send(two_hosts, "").await.status(), 400);
    application.assert_untouched("a hostile request");

    let forged = get("https://app.test/").header("x_forwarded_user", "mallory").header("x-forwarded-user", "mallory");
    client.send(forged.body(()).expect("a request"), "").await;
    assert_eq!(application.only().all("x-forwarded-user"), Vec::<&str>::new());
}

#[tokio::test]
async fn own_answers_have_a_length_and_end_their_stream() {
    let (gateway, application, certificate) = gateway(Access::SignedIn, Limits::default()).await;
    let mut client = Http2::open(&certificate, gateway.address).await;

    let refused = client.send(get("https://app.test/").body(()).expect("a request"), "").await;
    let form = Request::post("https://app.test/.gatehouse/sign-out")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(())
        .expect("a request");
    let posted = client.send(form, "a=b").await;

    assert_eq!(refused.status(), 401);
    assert!(refused.headers().contains_key("content-length"));
    assert_eq!(posted.status(), 403);
    assert_eq!(posted.headers()["content-length"], posted.body().len().to_string().as_str());
    application.assert_untouched("a request without a session");
}

#[tokio::test]
async fn http1_is_served_over_tls_as_well() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let (gateway, application, certificate) = gateway(Access::Public, Limits::default()).await;
    let mut stream = certificate.connect(gateway.address, "http/1.1").await;

    stream.write_all(b"GET / HTTP/1.1\r\nHost: app.test\r\nConnection: close\r\n\r\n").await.expect("sent");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;

    assert!(answer.starts_with(b"HTTP/1.1 200 "), "{}", answer.escape_ascii());
    assert_eq!(application.only().one("x-forwarded-proto"), Some("https"));
}

#[tokio::test]
async fn a_handshake_that_does_not_come_is_not_awaited() {
    let limits = Limits { handshake: Duration::from_millis(300), ..Limits::default() };
    let (gateway, _application, _certificate) = gateway(Access::Public, limits).await;

    assert!(gateway.connect().await.closes_within(Duration::from_secs(2)).await);
}

#[tokio::test]
async fn a_drain_ends_connections_without_streams() {
    let (gateway, _application, certificate) = gateway(Access::Public, Limits::default()).await;
    let mut client = Http2::open(&certificate, gateway.address).await;
    client.send(get("https://app.test/").body(()).expect("a request"), "").await;

    assert!(gateway.gateway.shutdown(Duration::from_secs(5)).await, "the connection was not ended");
}

#[tokio::test]
async fn a_drain_ends_streams_when_its_time_is_up() {
    // Nothing is ever sent through it.
    let (_silent, pieces) = tokio::sync::mpsc::channel(1);
    let pieces = std::sync::Mutex::new(Some(pieces));
    let application = Application::answering(move |_| {
        Reply::Stream(pieces.lock().expect("no panic holds it").take().expect("one request"))
    })
    .await;
    let (gateway, certificate) = gateway_of(&application, Access::Public, Limits::default());
    let mut client = Http2::open(&certificate, gateway.address).await;
    let unanswered = tokio::spawn(async move {
        client.is_left_without_answer(get("https://app.test/").body(()).expect("a request")).await
    });
    while application.received().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    assert!(!gateway.gateway.shutdown(Duration::from_millis(300)).await);

    let unanswered = tokio::time::timeout(Duration::from_secs(2), unanswered).await;
    assert!(unanswered.expect("the stream was kept").expect("no panic"));
}

#[tokio::test]
async fn an_idle_connection_is_closed() {
    use tokio::io::AsyncReadExt as _;
    let limits = Limits { http2_idle: Duration::from_millis(500), ..Limits::default() };
    let (gateway, _application, certificate) = gateway(Access::Public, limits).await;
    let mut stream = certificate.connect(gateway.address, "h2").await;
    use tokio::io::AsyncWriteExt as _;
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.expect("sent");

    let closed = tokio::time::timeout(Duration::from_secs(5), async {
        let mut bytes = [0; 1024];
        while stream.read(&mut bytes).await.unwrap_or(0) > 0 {}
    });

    assert!(closed.await.is_ok(), "the idle connection was kept");
}

#[tokio::test]
async fn a_connection_that_never_says_a_word_of_http2_is_closed() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let limits = Limits { http2_idle: Duration::from_millis(500), ..Limits::default() };
    let (gateway, _application, certificate) = gateway(Access::Public, limits).await;
    for words in ["", "PRI * HTTP/2.0"] {
        let mut stream = certificate.connect(gateway.address, "h2").await;
        stream.write_all(words.as_bytes()).await.expect("sent");

        let closed = tokio::time::timeout(Duration::from_secs(5), async {
            let mut bytes = [0; 1024];
            while stream.read(&mut bytes).await.unwrap_or(0) > 0 {}
        });

        assert!(closed.await.is_ok(), "the connection that said {words:?} was kept");
    }
}

#[tokio::test]
async fn a_connection_in_use_outlives_the_time_of_an_unused_one() {
    let limits = Limits { http2_idle: Duration::from_millis(700), ..Limits::default() };
    let (gateway, _application, certificate) = gateway(Access::Public, limits).await;
    let mut client = Http2::open(&certificate, gateway.address).await;
    for _ in 0..4 {
        let answer = client.send(get("https://app.test/").body(()).expect("a request"), "").await;
        assert_eq!(answer.status(), 200);
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}
