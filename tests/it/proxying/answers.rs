//! The gateway's own answers: complete, framed, and polite to connections.

use std::time::Duration;

use gatehouse::config::Access;
use gatehouse::proxy::Limits;

use crate::support::application::Application;
use crate::support::gateway::{NAVIGATION, TestGateway, config, request, route};

const OWN: &str = "/.gatehouse/session";
/// Takes forms, and refuses those that no page of the gateway sent.
const FORM: &str = "/.gatehouse/sign-out";

async fn gateway() -> (TestGateway, Application) {
    let application = Application::start().await;
    (TestGateway::start(vec![route("/", Access::SignedIn, &application)]), application)
}

#[tokio::test]
async fn own_answers_have_a_length_and_keep_the_connection() {
    let (gateway, application) = gateway().await;
    let mut connection = gateway.connect().await;
    let asked: [(&str, &[&str], u16); 5] = [
        ("/page", &NAVIGATION, 303),
        ("/api", &[], 401),
        (OWN, &[], 200),
        ("/worker.js", &[], 401),
        ("/page", &[], 401),
    ];

    for (target, lines, status) in asked {
        connection.send(request("GET", target, lines)).await;
        let answer = connection.answer().await;

        assert_eq!(answer.status, status, "{target}");
        assert!(answer.header("content-length").is_some(), "{target}");
        assert_eq!(answer.header("connection"), Some("keep-alive"), "{target}");
        assert_eq!(answer.header("server"), None);
    }
    application.assert_untouched("a request without a session");
}

#[tokio::test]
async fn head_gets_the_head_and_nothing_more() {
    let (gateway, _application) = gateway().await;
    let mut connection = gateway.connect().await;

    for (target, status) in [("/api", 401), (OWN, 200)] {
        connection.send(request("HEAD", target, &[])).await;
        let answer = connection.head_answer().await;
        assert_eq!(answer.status, status);
        assert_ne!(answer.header("content-length"), Some("0"), "{target}");
    }
    connection.send(request("GET", OWN, &[])).await;
    assert_eq!(connection.answer().await.status, 200);
}

#[tokio::test]
async fn a_posted_form_is_read_and_the_connection_lives_on() {
    let (gateway, _application) = gateway().await;
    let mut connection = gateway.connect().await;
    let form = "Content-Type: application/x-www-form-urlencoded";

    connection.send(request("POST", FORM, &[form, "Content-Length: 3"])).await;
    connection.send("a=b").await;
    assert_eq!(connection.answer().await.status, 403);

    connection.send(request("POST", FORM, &[form, "Transfer-Encoding: chunked"])).await;
    connection.send("3\r\nc=d\r\n0\r\n\r\n").await;
    assert_eq!(connection.answer().await.status, 403);

    connection.send(request("GET", OWN, &[])).await;
    assert_eq!(connection.answer().await.status, 200);
}

#[tokio::test]
async fn a_client_that_awaits_continue_is_told_to() {
    let (gateway, _application) = gateway().await;
    let mut connection = gateway.connect().await;
    let lines = ["Content-Type: application/x-www-form-urlencoded", "Content-Length: 3", "Expect: 100-continue"];

    connection.send(request("POST", FORM, &lines)).await;
    assert_eq!(connection.answer().await.status, 100);
    connection.send("a=b").await;

    assert_eq!(connection.answer().await.status, 403);
}

#[tokio::test]
async fn own_pages_take_small_bodies_of_types_they_read() {
    let (gateway, _application) = gateway().await;
    let form = "Content-Type: application/x-www-form-urlencoded";
    let post = async |lines: &[&str], body: &str| {
        let mut connection = gateway.connect().await;
        connection.send(request("POST", FORM, lines)).await;
        connection.try_send(body).await;
        connection.answer().await.status
    };

    assert_eq!(post(&[form, "Content-Length: 70000"], "").await, 413);
    assert_eq!(post(&[form, "Content-Length: 70000", "Expect: 100-continue"], "").await, 413);
    let chunk = format!("11170\r\n{}\r\n0\r\n\r\n", "a".repeat(0x11170));
    assert_eq!(post(&[form, "Transfer-Encoding: chunked"], &chunk).await, 413);
    assert_eq!(post(&["Content-Type: multipart/form-data; boundary=x", "Content-Length: 3"], "a=b").await, 415);
    assert_eq!(post(&["Content-Length: 3"], "a=b").await, 415);
    assert_eq!(post(&[form, "Content-Length: 0"], "").await, 403);
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_awaited_for_ever() {
    let application = Application::start().await;
    let limits = Limits { own_body: Duration::from_millis(300), ..Limits::default() };
    let gateway = TestGateway::with(config(vec![route("/", Access::Public, &application)]), limits);
    let mut connection = gateway.connect().await;

    let lines = ["Content-Type: application/x-www-form-urlencoded", "Content-Length: 30"];
    connection.send(request("POST", FORM, &lines)).await;
    connection.send("a=").await;

    assert_eq!(connection.answer().await.status, 408);
    assert!(connection.closes_within(Duration::from_secs(2)).await);
}

#[tokio::test]
async fn people_are_led_to_sign_in_and_back_to_the_exact_place() {
    let (gateway, application) = gateway().await;

    let answer = gateway.get("/report?a=1&b=%2F..%0A", &NAVIGATION).await;

    assert_eq!(answer.status, 303);
    let location = answer.header("location").expect("a way to sign in");
    let location = url::Url::parse("http://app.test").and_then(|site| site.join(location)).expect("a URL");
    assert_eq!(location.path(), "/.gatehouse/sign-in");
    let back = location.query_pairs().find(|(name, _)| name == "return").map(|(_, target)| target.into_owned());
    assert_eq!(back.as_deref(), Some("/report?a=1&b=%2F..%0A"));
    application.assert_untouched("a request without a session");
}

#[tokio::test]
async fn each_kind_of_request_without_a_session_gets_the_answer_it_can_use() {
    let (gateway, application) = gateway().await;
    let form = ["Content-Type: application/x-www-form-urlencoded", "Content-Length: 3"];
    let frame = ["Accept: text/html", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"];
    let script = ["Accept: */*", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"];

    let answer_to_script = gateway.get("/", &script).await;
    assert_eq!(answer_to_script.status, 401);
    assert_eq!(answer_to_script.header("content-type"), Some("application/problem+json"));
    assert_eq!(answer_to_script.header("set-cookie"), None);
    let answer_in_frame = gateway.get("/", &frame).await;
    assert_eq!(answer_in_frame.status, 401);
    assert!(answer_in_frame.body.contains("<html") && !answer_in_frame.body.contains("<form"));
    assert_eq!(gateway.get("/", &[&NAVIGATION[..], &["Sec-Purpose: prefetch"]].concat()).await.status, 401);
    let mut connection = gateway.connect().await;
    connection.send(request("POST", "/", &[&NAVIGATION[..], &form].concat())).await;
    connection.send("a=b").await;
    let answer_to_form = connection.answer().await;
    assert_eq!(answer_to_form.status, 401);
    assert!(answer_to_form.body.contains("<html"));
    application.assert_untouched("a request without a session");
}

#[tokio::test]
async fn a_slow_head_is_cut_off_whatever_it_trickles() {
    let application = Application::start().await;
    let limits = Limits { head: Duration::from_millis(600), ..Limits::default() };
    let gateway = TestGateway::with(config(vec![route("/", Access::Public, &application)]), limits);
    let mut connection = gateway.connect().await;
    let started = std::time::Instant::now();

    connection.send("GET / HTTP/1.1\r\nHost: app.test\r\nX-Slow: ").await;
    while started.elapsed() < Duration::from_secs(3) && connection.try_send("a").await {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    assert!(started.elapsed() < Duration::from_secs(2), "still open after {:?}", started.elapsed());
    application.assert_untouched("half a request");
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() {
    let application = Application::start().await;
    let limits = Limits { head: Duration::from_millis(300), ..Limits::default() };
    let gateway = TestGateway::with(config(vec![route("/", Access::Public, &application)]), limits);

    assert!(gateway.connect().await.closes_within(Duration::from_secs(2)).await);
}

#[tokio::test]
async fn an_idle_connection_is_kept_for_a_while_and_then_closed() {
    let application = Application::start().await;
    let limits = Limits { head: Duration::from_secs(10), keep_alive: Duration::from_secs(1), ..Limits::default() };
    let gateway = TestGateway::with(config(vec![route("/", Access::Public, &application)]), limits);
    let mut connection = gateway.connect().await;

    connection.send(request("GET", "/", &[])).await;
    connection.answer().await;

    assert!(!connection.closes_within(Duration::from_millis(500)).await);
    assert!(connection.closes_within(Duration::from_secs(3)).await);
}

#[tokio::test]
async fn a_kept_connection_may_be_idle_for_longer_than_a_head_may_take() {
    let application = Application::start().await;
    let limits = Limits { head: Duration::from_millis(500), ..Limits::default() };
    let gateway = TestGateway::with(config(vec![route("/", Access::Public, &application)]), limits);
    let mut connection = gateway.connect().await;

    for target in ["/", OWN, "/"] {
        connection.send(request("GET", target, &[])).await;
        assert_eq!(connection.answer().await.status, 200);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

#[tokio::test]
async fn a_client_that_does_not_read_is_not_waited_for() {
    let application = Application::answering(|_| {
        let body = "x".repeat(64 * 1024 * 1024);
        crate::support::application::Reply::Last(crate::support::application::ok(&body))
    })
    .await;
    let limits = Limits { write: Duration::from_millis(500), ..Limits::default() };
    let mut config = config(vec![route("/", Access::Public, &application)]);
    config.admin = crate::support::gateway::admin();
    let gateway = TestGateway::with(config, limits);
    let mut connection = gateway.connect().await;

    connection.send(request("GET", "/", &[])).await;

    let under_way = || gateway.metrics.render().contains("gatehouse_http_requests_in_flight 1");
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        if !under_way() {
            break;
        }
    }
    assert!(!under_way(), "still writing to a client that does not read");
}

#[tokio::test]
async fn a_long_answer_is_not_cut_off_by_the_deadline_of_the_head() {
    let application = Application::answering(|_| {
        let (send, pieces) = tokio::sync::mpsc::channel(1);
        tokio::spawn(async move {
            let _ = send.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab".to_vec()).await;
            tokio::time::sleep(Duration::from_secs(1)).await;
            let _ = send.send(b"cd".to_vec()).await;
            tokio::time::sleep(Duration::from_secs(1)).await;
        });
        crate::support::application::Reply::Stream(pieces)
    })
    .await;
    let limits = Limits { head: Duration::from_millis(500), ..Limits::default() };
    let gateway = TestGateway::with(config(vec![route("/", Access::Public, &application)]), limits);

    assert_eq!(gateway.get("/", &[]).await.body, "abcd");
}

#[tokio::test]
async fn pings_from_old_clients_are_answered_and_closed() {
    let (gateway, _application) = gateway().await;
    let mut connection = gateway.connect().await;

    connection.send("GET /api HTTP/1.0\r\nHost: app.test\r\n\r\n").await;

    assert_eq!(connection.answer().await.status, 401);
    assert!(connection.closes_within(Duration::from_secs(2)).await);
}
