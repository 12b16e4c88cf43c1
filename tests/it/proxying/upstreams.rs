//! Applications that are slow, gone or not who they say, and bodies that stream.

use std::time::Duration;

use gatehouse::config::{Access, Route, Upstream};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::support::application::{Application, Reply, ok};
use crate::support::gateway::{NAVIGATION, TestGateway, request, route, route_to};
use crate::support::tls::Certificate;

/// A port that nobody listens on.
async fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.expect("a free port").local_addr().expect("an address").port()
}

#[tokio::test]
async fn an_application_that_is_down_is_502_with_a_reference() {
    let gateway = TestGateway::start(vec![route_to("/", Access::Public, "127.0.0.1", closed_port().await)]);

    for (method, lines) in [("GET", &NAVIGATION[..]), ("POST", &["Content-Length: 0"])] {
        let answer = gateway.request(method, "/", lines).await;
        assert_eq!(answer.status, 502);
        assert!(answer.header("content-length").is_some());
        assert_eq!(answer.body.contains("<html"), method == "GET");
    }
}

#[tokio::test]
async fn an_application_that_says_nothing_in_time_is_504_and_is_asked_once() {
    let application = Application::answering(|_| Reply::Silence).await;
    let impatient = Route {
        upstream: Upstream {
            read_timeout: Some(Duration::from_millis(300)),
            ..route("/", Access::Public, &application).upstream
        },
        ..route("/", Access::Public, &application)
    };
    let gateway = TestGateway::start(vec![impatient]);

    assert_eq!(gateway.request("POST", "/", &["Content-Length: 0"]).await.status, 504);
    assert_eq!(application.received().len(), 1);
}

#[tokio::test]
async fn an_application_that_breaks_off_is_502_and_a_post_is_not_repeated() {
    let application = Application::answering(|_| Reply::Last(Vec::new())).await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);

    assert_eq!(gateway.request("POST", "/", &["Content-Length: 0"]).await.status, 502);
    assert_eq!(application.received().len(), 1);
}

#[tokio::test]
async fn an_application_that_talks_nonsense_is_502() {
    let application = Application::answering(|_| Reply::Last(b"SSH-2.0-OpenSSH_9\r\n\r\n".to_vec())).await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);

    assert_eq!(gateway.get("/", &[]).await.status, 502);
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_502_and_not_a_panic() {
    let gateway = TestGateway::start(vec![route_to("/", Access::Public, "nobody.invalid", 80)]);

    assert_eq!(gateway.get("/", &[]).await.status, 502);
    assert_eq!(gateway.get("/", &[]).await.status, 502);
}

#[tokio::test]
async fn a_name_is_looked_up_and_every_address_of_it_tried() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route_to("/", Access::Public, "localhost", application.address.port())]);

    for _ in 0..3 {
        assert_eq!(gateway.request("POST", "/", &["Content-Length: 0"]).await.status, 200);
    }
}

#[tokio::test]
async fn a_tls_application_that_cannot_be_verified_gets_no_request() {
    let certificate = Certificate::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let (heard, mut hears) = tokio::sync::mpsc::unbounded_channel();
    let acceptor = certificate.server();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            if let Ok(mut stream) = acceptor.accept(socket).await {
                let mut bytes = [0; 1];
                if stream.read(&mut bytes).await.unwrap_or(0) > 0 {
                    let _ = heard.send(());
                }
            }
        }
    });
    for host in ["localhost", "127.0.0.1"] {
        let plain = route_to("/", Access::Public, host, port);
        let secure = Route { upstream: Upstream { tls: true, ..plain.upstream.clone() }, ..plain };
        let gateway = TestGateway::start(vec![secure]);

        assert_eq!(gateway.get("/", &[]).await.status, 502, "{host}");
    }
    assert!(hears.try_recv().is_err(), "an unverified application was sent a request");
}

/// Root certificates are read from the environment of a process, so this needs one of its own.
#[test]
fn a_tls_application_that_can_be_verified_gets_the_request() {
    let certificate = Certificate::new();
    let program = std::env::current_exe().expect("this very test");
    let output = std::process::Command::new(program)
        .args(["--exact", "proxying::upstreams::with_the_certificate_of_the_environment", "--ignored"])
        .env("SSL_CERT_FILE", certificate.path("certificate.pem"))
        .env("TEST_KEY_FILE", certificate.path("key.pem"))
        .output()
        .expect("a process");

    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("1 passed"), "{text}");
}

#[tokio::test]
#[ignore = "run by a_tls_application_that_can_be_verified_gets_the_request"]
async fn with_the_certificate_of_the_environment() {
    let (Some(file), Some(key)) = (std::env::var_os("SSL_CERT_FILE"), std::env::var_os("TEST_KEY_FILE")) else {
        return;
    };
    let certificate = Certificate::read(file.as_ref(), key.as_ref());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let acceptor = certificate.server();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let mut stream = acceptor.accept(socket).await.expect("a TLS client");
            let name = stream.get_ref().1.server_name().unwrap_or_default().to_owned();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                stream.read_buf(&mut head).await.expect("a request");
            }
            stream.write_all(&ok(&name)).await.expect("sent");
        }
    });
    let plain = route_to("/", Access::Public, "localhost", port);
    let secure = Route { upstream: Upstream { tls: true, ..plain.upstream.clone() }, ..plain };
    let gateway = TestGateway::start(vec![secure]);

    let answer = gateway.get("/", &[]).await;

    assert_eq!((answer.status, answer.body.as_str()), (200, "localhost"));
}

#[tokio::test]
async fn a_connection_that_went_stale_costs_nobody_a_request() {
    let application = Application::answering(|_| Reply::Last(ok("hello"))).await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);

    for _ in 0..5 {
        assert_eq!(gateway.get("/", &[]).await.status, 200);
    }
}

#[tokio::test]
async fn connections_to_an_application_are_used_again_by_the_worker_that_made_them() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);

    let mut connection = gateway.connect().await;
    for _ in 0..5 {
        connection.send(request("GET", "/", &[])).await;
        assert_eq!(connection.answer().await.status, 200);
    }
    assert_eq!((application.received().len(), application.connections()), (5, 1));

    for _ in 0..20 {
        gateway.get("/", &[]).await;
    }
    let processors = std::thread::available_parallelism().expect("known").get();
    assert!(application.connections() <= processors, "{} connections", application.connections());
}

#[tokio::test]
async fn an_event_stream_arrives_event_by_event() {
    let (send, pieces) = tokio::sync::mpsc::channel(1);
    let pieces = std::sync::Mutex::new(Some(pieces));
    let application = Application::answering(move |_| {
        Reply::Stream(pieces.lock().expect("no panic holds it").take().expect("one request"))
    })
    .await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    let mut connection = gateway.connect().await;
    connection.send(request("GET", "/events", &["Accept: text/event-stream"])).await;

    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    send.send(format!("{head}9\r\ndata: 1\n\n\r\n").into_bytes()).await.expect("the application listens");
    connection.read_until("data: 1").await;
    send.send(b"9\r\ndata: 2\n\n\r\n".to_vec()).await.expect("the application listens");

    connection.read_until("data: 2").await;
}

#[tokio::test]
async fn an_upload_streams_through_in_either_framing() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    let body = "x".repeat(300_000);
    let mut connection = gateway.connect().await;

    connection.send(request("PUT", "/a", &[&format!("Content-Length: {}", body.len())])).await;
    connection.send(&body).await;
    assert_eq!(connection.answer().await.status, 200);
    assert_eq!(application.last().body.len(), body.len());

    connection.send(request("PUT", "/b", &["Transfer-Encoding: chunked"])).await;
    connection.send(format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len())).await;
    assert_eq!(connection.answer().await.status, 200);
    assert!(application.last().body.len() > body.len());
}

#[tokio::test]
async fn a_client_that_awaits_continue_gets_it_from_the_application() {
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    let mut connection = gateway.connect().await;

    connection.send(request("POST", "/", &["Content-Length: 3", "Expect: 100-continue"])).await;
    assert_eq!(connection.answer().await.status, 100);
    connection.send("abc").await;

    assert_eq!(connection.answer().await.status, 200);
    assert_eq!(application.only().body, b"abc");
}

#[tokio::test]
async fn answers_without_a_body_pass_as_they_are() {
    let application = Application::answering(|received| {
        Reply::Bytes(match received.target.as_str() {
            "/204" => b"HTTP/1.1 204 No Content\r\n\r\n".to_vec(),
            "/304" => b"HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n".to_vec(),
            _ => b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n".to_vec(),
        })
    })
    .await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    let mut connection = gateway.connect().await;

    for (target, status) in [("/204", 204), ("/304", 304), ("/302", 302)] {
        connection.send(request("GET", target, &[])).await;
        assert_eq!(connection.answer().await.status, status);
    }
}
