//! An authorization server on a loopback port that answers as a test tells it to, and remembers what it was asked.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::SigningKey;

/// The server; it goes down when dropped.
pub(in crate::oauth) struct Org {
    address: SocketAddr,
    kind: &'static str,
    state: Arc<Mutex<Script>>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Script {
    answers: HashMap<String, Answer>,
    asked: Vec<Asked>,
}

/// What is answered at one path.
#[derive(Clone)]
pub(in crate::oauth) struct Answer {
    pub(in crate::oauth) status: u16,
    pub(in crate::oauth) headers: Vec<(&'static str, String)>,
    pub(in crate::oauth) body: Bytes,
    pub(in crate::oauth) delay: Duration,
}

/// What was asked.
#[derive(Clone, Debug)]
pub(in crate::oauth) struct Asked {
    pub(in crate::oauth) path: String,
    pub(in crate::oauth) headers: HeaderMap,
    pub(in crate::oauth) body: String,
}

impl Answer {
    pub(in crate::oauth) fn json(status: u16, body: &Value) -> Self {
        Self { status, headers: Vec::new(), body: body.to_string().into(), delay: Duration::ZERO }
    }

    pub(in crate::oauth) fn html(status: u16) -> Self {
        let body = Bytes::from_static(b"<html><h1>Bad gateway</h1></html>");
        Self { status, headers: vec![("content-type", "text/html".to_owned())], body, delay: Duration::ZERO }
    }
}

impl Org {
    /// A custom authorization server with discovery and one key.
    pub(in crate::oauth) async fn custom() -> Self {
        Self::start("/oauth2/default", "127.0.0.1:0").await
    }

    /// An org authorization server with discovery and one key.
    pub(in crate::oauth) async fn org() -> Self {
        Self::start("", "127.0.0.1:0").await
    }

    /// The server of an issuer on a port that was free a moment ago.
    pub(in crate::oauth) async fn at(issuer: &str) -> Self {
        let url = url::Url::parse(issuer).expect("a URL");
        let address = format!("127.0.0.1:{}", url.port().expect("a port"));
        Self::start("/oauth2/default", &address).await
    }

    async fn start(kind: &'static str, address: &str) -> Self {
        let listener = TcpListener::bind(address).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state: Arc<Mutex<Script>> = Arc::default();
        let router = Router::new().fallback(answer).with_state(Arc::clone(&state));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.expect("it serves") });
        let org = Self { address, kind, state, server };
        org.answer("/openid-configuration", Answer::json(200, &org.discovery()));
        org.answer("/v1/keys", Answer::json(200, &json!({ "keys": [SigningKey::shared("one").public()] })));
        org
    }

    pub(in crate::oauth) fn issuer(&self) -> String {
        format!("http://{}{}", self.address, self.kind)
    }

    /// A discovery document as this server would write it.
    pub(in crate::oauth) fn discovery(&self) -> Value {
        let base = format!("http://{}{}/v1", self.address, if self.kind.is_empty() { "/oauth2" } else { self.kind });
        json!({
            "issuer": self.issuer(),
            "token_endpoint": format!("{base}/token"),
            "jwks_uri": format!("{base}/keys"),
            "introspection_endpoint": format!("{base}/introspect"),
            "revocation_endpoint": format!("{base}/revoke"),
            "end_session_endpoint": format!("{base}/logout"),
        })
    }

    /// From now on every path that ends so is answered so.
    pub(in crate::oauth) fn answer(&self, end_of_path: &str, answer: Answer) {
        self.script().answers.insert(end_of_path.to_owned(), answer);
    }

    /// Everything that was asked at paths that end so.
    pub(in crate::oauth) fn asked(&self, end_of_path: &str) -> Vec<Asked> {
        self.script().asked.iter().filter(|asked| asked.path.ends_with(end_of_path)).cloned().collect()
    }

    /// The same, once there are so many; what happens in the background takes its time.
    pub(in crate::oauth) async fn asked_times(&self, end_of_path: &str, times: usize) -> Vec<Asked> {
        for _ in 0..500 {
            if self.asked(end_of_path).len() >= times {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let asked = self.asked(end_of_path);
        assert_eq!(asked.len(), times, "{end_of_path}");
        asked
    }

    fn script(&self) -> std::sync::MutexGuard<'_, Script> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Org {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(State(state): State<Arc<Mutex<Script>>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 64 * 1024).await.expect("a small body");
    let path = parts.uri.path().to_owned();
    let found = {
        let mut script = state.lock().unwrap_or_else(PoisonError::into_inner);
        let body = String::from_utf8(body.to_vec()).expect("text");
        script.asked.push(Asked { path: path.clone(), headers: parts.headers, body });
        script.answers.iter().find(|(end, _)| path.ends_with(end.as_str())).map(|(_, answer)| answer.clone())
    };
    let answer = found.unwrap_or_else(|| Answer::json(404, &json!({ "errorCode": "E0000007", "errorSummary": path })));
    tokio::time::sleep(answer.delay).await;
    let mut response = Response::new(answer.body.into());
    *response.status_mut() = StatusCode::from_u16(answer.status).expect("a status");
    for (name, value) in answer.headers {
        response.headers_mut().insert(name, value.parse().expect("a header value"));
    }
    response
}
