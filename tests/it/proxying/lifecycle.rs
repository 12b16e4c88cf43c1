//! Starting and stopping, and what the machine room says meanwhile.

use std::net::TcpListener;
use std::num::NonZeroUsize;
use std::time::Duration;

use gatehouse::config::{Access, Listener, ListenerSecurity};
use gatehouse::proxy::{Limits, StartError};

use crate::support::application::{Application, Reply, ok};
use crate::support::gateway::{TestGateway, admin, config, plain_listener, request, route};
use crate::support::house::eventually;
use crate::support::raw::Connection;
use crate::support::tls::Certificate;

#[tokio::test]
async fn a_taken_port_is_an_error_at_start() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("an address");
    let application = Application::start().await;
    let mut config = config(vec![route("/", Access::Public, &application)]);
    config.listeners = vec![plain_listener(), Listener { address, security: ListenerSecurity::LoopbackOnly }];

    let error = TestGateway::try_with(config, Limits::default()).err().expect("no gateway");

    assert_eq!(error.to_string(), format!("cannot listen on {address}"));
}

#[tokio::test]
async fn a_certificate_that_does_not_fit_its_key_is_an_error_at_start() {
    let (one, other) = (Certificate::new(), Certificate::new());
    let application = Application::start().await;
    let mut mixed = config(vec![route("/", Access::Public, &application)]);
    let security = ListenerSecurity::Tls { certificate: one.path("certificate.pem"), key: other.path("key.pem") };
    mixed.listeners = vec![Listener { address: ([127, 0, 0, 1], 0).into(), security }];
    assert!(matches!(TestGateway::try_with(mixed, Limits::default()).err(), Some(StartError::Tls { .. })));

    let mut missing = config(vec![route("/", Access::Public, &application)]);
    let security = ListenerSecurity::Tls { certificate: one.path("none.pem"), key: one.path("key.pem") };
    missing.listeners = vec![Listener { address: ([127, 0, 0, 1], 0).into(), security }];
    assert!(matches!(TestGateway::try_with(missing, Limits::default()).err(), Some(StartError::Read { .. })));
}

#[tokio::test]
async fn several_gateways_and_listeners_live_in_one_process() {
    let application = Application::start().await;
    let mut two = config(vec![route("/", Access::Public, &application)]);
    two.listeners = vec![plain_listener(), plain_listener()];
    let two = TestGateway::with(two, Limits::default());
    let other = TestGateway::start(vec![route("/", Access::Public, &application)]);

    for address in two.gateway.addresses().iter().chain(other.gateway.addresses()) {
        let mut connection = Connection::open(*address).await;
        connection.send(request("GET", "/", &[])).await;
        assert_eq!(connection.answer().await.status, 200);
    }
}

#[tokio::test]
async fn as_many_workers_as_are_asked_for_share_connections_evenly_and_are_counted_as_one() {
    let application = Application::start().await;
    let mut config = config(vec![route("/", Access::Public, &application)]);
    config.workers = NonZeroUsize::new(3);
    let gateway = TestGateway::with(config, Limits::default());

    let mut kept = Vec::new();
    for _ in 0..9 {
        let mut connection = gateway.connect().await;
        connection.send(request("GET", "/", &[])).await;
        assert_eq!(connection.answer().await.status, 200);
        kept.push(connection);
    }

    // Each worker has one to the application.
    assert_eq!((application.received().len(), application.connections()), (9, 3));
    // A request is counted when its answer has gone.
    eventually("they are counted as one", || {
        let numbers = gateway.metrics.render();
        let answered = |line: &str| line.starts_with("gatehouse_http_requests_total{") && line.contains("\"2xx\"");
        numbers.lines().any(|line| answered(line) && line.ends_with(" 9"))
    })
    .await;
}

/// A gateway with a machine room, and an application that answers when told to.
async fn slow_gateway() -> (TestGateway, Application, tokio::sync::mpsc::Sender<Vec<u8>>) {
    let (finish, pieces) = tokio::sync::mpsc::channel(1);
    let pieces = std::sync::Mutex::new(Some(pieces));
    let application = Application::answering(move |received| match received.target.as_str() {
        "/slow" => Reply::Stream(pieces.lock().expect("no panic holds it").take().expect("one slow request")),
        _ => Reply::Bytes(ok("quick")),
    })
    .await;
    let mut config = config(vec![route("/", Access::Public, &application)]);
    config.admin = admin();
    (TestGateway::with(config, Limits::default()), application, finish)
}

async fn ask_admin(gateway: &TestGateway, path: &str) -> (u16, String) {
    let address = gateway.gateway.admin_address().expect("a machine room");
    ask(address, path).await
}

async fn ask(address: std::net::SocketAddr, path: &str) -> (u16, String) {
    let mut connection = Connection::open(address).await;
    connection.send(format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).await;
    let answer = connection.answer().await;
    (answer.status, answer.body)
}

#[tokio::test]
async fn the_machine_room_tells_life_readiness_and_numbers() {
    let (gateway, _application, _finish) = slow_gateway().await;
    let mut connection = gateway.connect().await;
    connection.send(request("GET", "/a?secret", &[])).await;
    connection.answer().await;
    connection.send(request("GET", "/%2e%2e/", &[])).await;
    connection.answer().await;

    assert_eq!(ask_admin(&gateway, "/livez").await, (200, "alive\n".to_owned()));
    let (status, text) = ask_admin(&gateway, "/readyz").await;
    assert_eq!((status, text.lines().next()), (200, Some("ready")));
    assert_eq!(ask_admin(&gateway, "/").await.0, 404);
    // A request is counted when its answer has gone.
    eventually("nothing is under way", || {
        let numbers = gateway.metrics.render();
        numbers.contains("gatehouse_http_requests_in_flight 0\n") && numbers.contains("status_class=\"4xx\"} 1")
    })
    .await;
    let (status, numbers) = ask_admin(&gateway, "/metrics").await;
    assert_eq!(status, 200);
    for line in [
        "gatehouse_http_requests_total{route=\"app.test/\",method=\"GET\",status_class=\"2xx\"} 1",
        "gatehouse_http_requests_total{route=\"none\",method=\"GET\",status_class=\"4xx\"} 1",
        "gatehouse_blocked_requests_total{reason=\"bad_target\"} 1",
        "gatehouse_policy_decisions_total{route=\"none\",decision=\"bad_target\"} 1",
        "gatehouse_http_request_duration_seconds_count{route=\"app.test/\"} 1",
        "gatehouse_http_requests_in_flight 0",
    ] {
        assert!(numbers.contains(line), "{line} is not in\n{numbers}");
    }
    assert!(!numbers.contains("secret"));
}

#[tokio::test]
async fn a_drain_finishes_what_is_under_way_and_closes_what_is_idle() {
    let (gateway, application, finish) = slow_gateway().await;
    let (address, machine_room) = (gateway.address, gateway.gateway.admin_address().expect("a machine room"));
    let mut idle = gateway.connect().await;
    idle.send(request("GET", "/quick", &[])).await;
    idle.answer().await;
    let mut slow = gateway.connect().await;
    slow.send(request("GET", "/slow", &[])).await;
    while application.received().len() < 2 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    let drained = tokio::spawn(gateway.gateway.shutdown(Duration::from_secs(10)));

    assert!(idle.closes_within(Duration::from_secs(2)).await);
    assert_eq!(ask(machine_room, "/readyz").await.0, 503);
    assert_eq!(ask(machine_room, "/livez").await.0, 200);
    assert!(tokio::net::TcpStream::connect(address).await.is_err(), "still accepting");
    finish.send(ok("at last")).await.expect("the application waits");
    drop(finish);
    let answer = slow.answer().await;
    assert_eq!(answer.body, "at last");
    assert_eq!(answer.header("connection"), Some("close"));
    assert!(drained.await.expect("no panic"), "the drain did not see the end");
}

#[tokio::test]
async fn a_drain_ends_when_its_time_is_up() {
    let (gateway, application, _finish) = slow_gateway().await;
    let mut slow = gateway.connect().await;
    slow.send(request("GET", "/slow", &[])).await;
    while application.received().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    let finished = gateway.gateway.shutdown(Duration::from_millis(300)).await;

    assert!(!finished);
    assert!(slow.closes_within(Duration::from_secs(2)).await);
}
