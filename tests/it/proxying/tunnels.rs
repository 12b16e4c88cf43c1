//! WebSockets: through for the site's own pages, closed to others.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use gatehouse::config::Access;
use gatehouse::proxy::Limits;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::support::application::{Application, Reply};
use crate::support::gateway::{TestGateway, config, request, route};

const HANDSHAKE: [&str; 4] = [
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
];

/// An application that accepts every WebSocket and sends back what it gets.
async fn echo() -> Application {
    Application::answering(|received| {
        let key = received.one("sec-websocket-key").unwrap_or_default().as_bytes();
        let accept = tokio_tungstenite::tungstenite::handshake::derive_accept_key(key);
        let lines = ["HTTP/1.1 101 Switching Protocols", "Connection: Upgrade", "Upgrade: websocket"];
        // An unmasked text frame "hi" follows at once, in the same packet as the head.
        let mut bytes = format!("{}\r\nSec-WebSocket-Accept: {accept}\r\n\r\n", lines.join("\r\n")).into_bytes();
        bytes.extend_from_slice(b"\x81\x02hi");
        Reply::Echo(bytes)
    })
    .await
}

async fn open(
    gateway: &TestGateway,
    cookie: &str,
) -> Result<WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>, tokio_tungstenite::tungstenite::Error> {
    let mut request = format!("ws://{}/socket", gateway.address).into_client_request().expect("a URL");
    let headers = request.headers_mut();
    headers.insert("host", "app.test".parse().expect("a value"));
    headers.insert("origin", "http://app.test".parse().expect("a value"));
    headers.insert("cookie", cookie.parse().expect("a value"));
    let socket = tokio::net::TcpStream::connect(gateway.address).await.expect("the gateway listens");
    tokio_tungstenite::client_async(request, MaybeTlsStream::Plain(socket)).await.map(|(stream, _)| stream)
}

#[tokio::test]
async fn a_websocket_of_a_signed_in_person_passes_with_their_identity() {
    let application = echo().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let cookie = gateway.sign_in("alice").await;

    for _ in 0..20 {
        let mut socket = open(&gateway, &cookie).await.expect("a WebSocket");
        assert_eq!(socket.next().await.expect("a greeting").expect("a frame"), Message::text("hi"));
        drop(socket);
    }

    let received = application.last();
    assert_eq!(received.one("x-forwarded-user"), Some("alice"));
    assert_eq!(received.one("cookie"), None);
}

#[tokio::test]
async fn frames_travel_in_both_directions() {
    let application = echo().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let cookie = gateway.sign_in("alice").await;
    // The echo sends our own masked bytes back, which no client accepts as frames: so these are raw.
    let mut connection = gateway.connect().await;
    let cookie = format!("Cookie: {cookie}");
    let lines = [&HANDSHAKE[..], &["Origin: http://app.test", &cookie]].concat();

    connection.send(request("GET", "/socket", &lines)).await;
    connection.read_until("hi").await;
    connection.send("ping through the tunnel").await;

    connection.read_until("ping through the tunnel").await;
}

#[tokio::test]
async fn a_websocket_of_another_origin_is_refused_although_the_cookie_is_good() {
    let application = echo().await;
    let gateway = TestGateway::start(vec![
        route("/", Access::SignedIn, &application),
        route("/public", Access::Public, &application),
    ]);
    let cookie = format!("Cookie: {}", gateway.sign_in("alice").await);
    for origin in [
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: https://app.test",
        "Origin: http://app.test.evil.example",
        "Origin: http://app.test:81",
        "X-No-Origin: 1",
    ] {
        let answer = gateway.get("/socket", &[&HANDSHAKE[..], &[origin, &cookie]].concat()).await;
        assert_eq!(answer.status, 403, "{origin}");
    }
    let public = gateway.get("/public", &[&HANDSHAKE[..], &["Origin: http://evil.example"]].concat()).await;
    assert_eq!(public.status, 403);
    application.assert_untouched("a foreign WebSocket");
}

#[tokio::test]
async fn a_websocket_without_a_session_is_401() {
    let application = echo().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);

    let answer = gateway.get("/socket", &[&HANDSHAKE[..], &["Origin: http://app.test"]].concat()).await;

    assert_eq!(answer.status, 401);
    application.assert_untouched("a WebSocket without a session");
}

#[tokio::test]
async fn what_asks_for_a_websocket_and_is_no_handshake_goes_nowhere() {
    let application = echo().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    let origin = "Origin: http://app.test";

    for (method, more) in [
        ("POST", "Content-Length: 5"),
        ("GET", "Content-Length: 5"),
        ("GET", "Transfer-Encoding: chunked"),
        ("OPTIONS", "X-A: b"),
    ] {
        let answer = gateway.request(method, "/socket", &[&HANDSHAKE[..], &[origin, more]].concat()).await;
        assert_eq!(answer.status, 400, "{method} {more}");
    }
    assert_eq!(gateway.get("/socket", &["Upgrade: websocket", origin]).await.status, 400);

    application.assert_untouched("what is no handshake");
}

#[tokio::test]
async fn other_upgrades_are_not_passed_on() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);

    let lines = ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"];
    assert_eq!(gateway.get("/", &lines).await.status, 200);

    let received = application.only();
    assert_eq!((received.one("upgrade"), received.one("http2-settings")), (None, None));
}

#[tokio::test]
async fn an_idle_websocket_outlives_the_deadlines_of_ordinary_requests_but_not_its_own() {
    let application = echo().await;
    let limits = Limits {
        head: Duration::from_millis(500),
        websocket_idle: Duration::from_secs(2),
        keep_alive: Duration::from_secs(1),
        ..Limits::default()
    };
    let gateway = TestGateway::with(config(vec![route("/", Access::SignedIn, &application)]), limits);
    let mut socket = open(&gateway, &gateway.sign_in("alice").await).await.expect("a WebSocket");
    socket.next().await.expect("a greeting").expect("a frame");

    tokio::time::sleep(Duration::from_millis(1300)).await;
    socket.send(Message::text("still here")).await.expect("the tunnel is open");
    tokio::time::sleep(Duration::from_millis(500)).await;
    let ended = tokio::time::timeout(Duration::from_secs(8), async { while let Some(Ok(_)) = socket.next().await {} });

    assert!(ended.await.is_ok(), "the idle tunnel was not closed");
}

/// Whether the socket, which was open, is closed within that time.
async fn closes_within(
    socket: &mut WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>,
    patience: Duration,
) -> bool {
    let closed = async { while let Some(Ok(_)) = socket.next().await {} };
    tokio::time::timeout(patience, closed).await.is_ok()
}

#[tokio::test]
async fn a_websocket_ends_with_the_session_that_opened_it() {
    let application = echo().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let (alice, bob) = (gateway.sign_in("alice").await, gateway.sign_in("bob").await);
    let mut socket = open(&gateway, &alice).await.expect("a WebSocket");
    let mut other = open(&gateway, &bob).await.expect("a WebSocket");
    assert!(!closes_within(&mut socket, Duration::from_millis(300)).await);

    gateway.sign_out(&alice).await;

    assert!(closes_within(&mut socket, Duration::from_secs(1)).await, "the tunnel outlived its session");
    assert!(!closes_within(&mut other, Duration::from_millis(300)).await, "somebody else's tunnel was closed");
}

#[tokio::test]
async fn a_websocket_ends_when_the_lifetime_of_its_session_does() {
    let application = echo().await;
    let mut config = config(vec![route("/", Access::SignedIn, &application)]);
    Arc::get_mut(&mut config.sites[0]).expect("one holder").lifetimes.lifetime = Duration::from_secs(2);
    let gateway = TestGateway::with(config, Limits::default());
    let mut socket = open(&gateway, &gateway.sign_in("alice").await).await.expect("a WebSocket");

    assert!(closes_within(&mut socket, Duration::from_secs(4)).await, "the tunnel outlived its session");
}

#[tokio::test]
#[ignore = "takes over a minute, which is what it is about: Pingora's own read timeout"]
async fn an_idle_websocket_lives_for_longer_than_a_minute() {
    let application = echo().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let cookie = gateway.sign_in("alice").await;
    let mut connection = gateway.connect().await;
    let cookie = format!("Cookie: {cookie}");
    let lines = [&HANDSHAKE[..], &["Origin: http://app.test", &cookie]].concat();
    connection.send(request("GET", "/socket", &lines)).await;
    connection.read_until("hi").await;

    tokio::time::sleep(Duration::from_secs(70)).await;
    connection.send("awake").await;

    connection.read_until("awake").await;
}
