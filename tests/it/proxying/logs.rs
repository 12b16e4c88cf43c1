//! The access log says what happened and nothing that must not be said.

use std::io;
use std::sync::{Arc, Mutex, OnceLock};

use gatehouse::config::{Access, HostPattern};
use gatehouse::proxy::Limits;
use gatehouse::telemetry::logging;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::support::application::{Application, Reply};
use crate::support::gateway::{TestGateway, config_for, request, route, route_to};
use crate::support::raw::Answer;

/// Everything that was logged in this process, as JSON lines.
#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl io::Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic holds it").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Logs go to one place a process, so the tests find their own lines by what only they ask for.
fn captured() -> &'static Captured {
    static CAPTURED: OnceLock<Captured> = OnceLock::new();
    CAPTURED.get_or_init(|| {
        let captured = Captured::default();
        let layer = logging::layer(logging::Format::Json, "trace", false, captured.clone()).expect("a level");
        tracing_subscriber::registry().with(layer).init();
        captured
    })
}

/// The reference of a problem document.
fn reference(answer: &Answer) -> String {
    let problem: serde_json::Value = serde_json::from_str(&answer.body).expect("a problem document");
    problem["reference"].as_str().expect("a reference").to_owned()
}

/// The lines that contain `text`, once there are as many as expected.
async fn lines_with(text: &str, count: usize) -> Vec<serde_json::Value> {
    for _ in 0..100 {
        let bytes = captured().0.lock().expect("no panic holds it").clone();
        let all = String::from_utf8_lossy(&bytes);
        let found: Vec<_> = all
            .lines()
            .filter(|line| line.contains(text))
            .map(|line| serde_json::from_str(line).expect("a JSON line"))
            .collect();
        if found.len() >= count {
            return found;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("fewer than {count} lines with {text}");
}

#[tokio::test]
async fn a_request_is_one_line_without_its_query_and_with_its_person() {
    captured();
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);
    let cookie = format!("Cookie: {}", gateway.sign_in("alice-of-the-log").await);

    gateway.get("/only-here?code=topsecret", &[&cookie]).await;

    let lines = lines_with("/only-here", 1).await;
    let access: Vec<_> = lines.iter().filter(|line| line["target"] == "gatehouse::access").collect();
    assert_eq!(access.len(), 1);
    let fields = access[0];
    assert_eq!(fields["message"], "Request answered");
    assert_eq!(fields["path"], "/only-here");
    assert_eq!(fields["status"], 200);
    assert_eq!(fields["bytes"], 5);
    assert_eq!(fields["route"], "app.test/");
    assert_eq!(fields["decision"], "forward");
    assert_eq!(fields["sub"], "alice-of-the-log");
    assert_eq!(fields["client"], "127.0.0.1");
    assert_eq!(fields["host"], "app.test");
    assert_eq!(fields["request_id"].as_str(), application.only().one("x-request-id"));
}

#[tokio::test]
async fn own_paths_are_templates() {
    captured();
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::SignedIn, &application)]);

    gateway.get("/.gatehouse/sign-in/transaction-4711?token=x", &["X-Trace: own"]).await;

    let lines = lines_with("/.gatehouse/sign-in/{transaction}", 1).await;
    assert!(lines.iter().any(|line| line["target"] == "gatehouse::access"));
}

#[tokio::test]
async fn own_paths_are_templates_when_the_request_goes_nowhere_too() {
    captured();
    let application = Application::start().await;
    let routes = vec![route("/", Access::SignedIn, &application)];
    let gateway = TestGateway::with(config_for(HostPattern::Any, "http://app.test", routes), Limits::default());
    let mut connection = gateway.connect().await;

    connection.send("GET /.gatehouse/sign-in/wrong-host-of-own HTTP/1.1\r\nHost: elsewhere-of-own\r\n\r\n").await;
    let misdirected = connection.answer().await;
    let refused = gateway.get("/.gatehouse/sign-in/refused-of-own%2fx", &[]).await;

    assert_eq!((misdirected.status, refused.status), (421, 400));
    for answer in [misdirected, refused] {
        let lines = lines_with(&reference(&answer), 1).await;
        let path = lines[0]["path"].as_str().expect("a path");
        assert!(path.starts_with("/.gatehouse/") && path.ends_with('}'), "{path}");
    }
}

#[tokio::test]
async fn the_reference_on_a_page_is_the_one_in_the_log() {
    captured();
    let gateway = TestGateway::start(vec![route_to("/", Access::Public, "127.0.0.1", 1)]);

    let answer = gateway.get("/", &[]).await;

    let reference = reference(&answer);
    let lines = lines_with(&reference, 2).await;
    assert!(lines.iter().any(|line| line["target"] == "gatehouse::access"));
    assert!(lines.iter().any(|line| line["level"] == "WARN"));
}

#[tokio::test]
async fn a_refusal_is_explained_to_operators() {
    captured();
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);
    let mut connection = gateway.connect().await;

    connection.send(request("GET", "/a%2fb", &["X-Request-Id: ignored"])).await;
    let answer = connection.answer().await;

    let reference = reference(&answer);
    let lines = lines_with(&reference, 1).await;
    let reason = lines[0]["reason"].as_str().expect("a reason");
    assert!(reason.contains("routes[].target: raw"), "{reason}");
    assert_eq!(lines[0]["path"], "/a%2fb");
}

#[tokio::test]
async fn nothing_logged_at_any_level_has_a_cookie_a_token_or_a_query() {
    captured();
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![
        route("/", Access::SignedIn, &application),
        route_to("/gone", Access::Public, "127.0.0.1", 1),
    ]);
    let cookie = gateway.sign_in("bob").await;
    let session = cookie.split('=').next_back().expect("a value").to_owned();

    gateway.get("/marker-of-secrets?code=queryofbob", &[&format!("Cookie: {cookie}; app=appcookieofbob")]).await;
    gateway.get("/gone?code=queryofbob", &["Authorization: Bearer inbound-of-bob"]).await;
    lines_with("/marker-of-secrets", 1).await;

    let bytes = captured().0.lock().expect("no panic holds it").clone();
    let text = String::from_utf8_lossy(&bytes);
    for secret in ["token-of-bob", "queryofbob", "appcookieofbob", session.as_str(), "inbound-of-bob"] {
        let line = text.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} was logged");
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_leaves_nothing_of_itself_in_the_log() {
    captured();
    let application = Application::answering(|_| {
        let head = "HTTP/1.1 200 OK\r\nSet-Cookie: app=cookie-of-a-broken-answer\r\nbad name\x01: value-of-a-broken-answer\r\n\r\n";
        Reply::Last(head.into())
    })
    .await;
    let gateway = TestGateway::start(vec![route("/", Access::Public, &application)]);

    let answer = gateway.get("/broken-answer", &[]).await;

    assert_eq!(answer.status, 502);
    let lines = lines_with(&reference(&answer), 2).await;
    let warning = lines.iter().find(|line| line["level"] == "WARN").expect("a warning");
    assert_eq!((warning["failure"].as_str(), warning["side"].as_str()), (Some("InvalidHTTPHeader"), Some("Upstream")));
    let bytes = captured().0.lock().expect("no panic holds it").clone();
    let text = String::from_utf8_lossy(&bytes);
    assert_eq!(text.lines().find(|line| line.contains("of-a-broken-answer")), None);
}

#[tokio::test]
async fn the_first_removal_of_an_authorization_on_a_public_route_is_explained() {
    captured();
    let application = Application::start().await;
    let gateway = TestGateway::start(vec![route("/hook-of-the-log", Access::Public, &application)]);

    for _ in 0..3 {
        gateway.get("/hook-of-the-log", &["Authorization: Basic eA=="]).await;
    }

    lines_with("\"path\":\"/hook-of-the-log\"", 3).await;
    let hints = lines_with("client_authorization: pass", 1).await;
    let ours = hints.iter().filter(|line| line["route"] == "/hook-of-the-log").count();
    assert_eq!(ours, 1);
}
