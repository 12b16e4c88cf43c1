//! An org on loopback that answers as a test tells it, and remembers what it was asked.

use std::collections::{HashMap, VecDeque};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use url::{Url, form_urlencoded};

use super::{Anchor, Beginning, Conversations, Parts, SignIn, Submission, Transaction};
use crate::clock::Clock;
use crate::config::{KeyRing, Room};
use crate::gate::ReturnTarget;
use crate::http_client::HttpClient;
use crate::idx::{Document, Inputs, OrgOrigin};
use crate::oauth::testing::SigningKey;
use crate::oauth::{Client, ClientAuthentication, ClientId, Issuer, Registration, Scope};
use crate::person::PersonContext;
use crate::seal::Seals;
use crate::session::{MemoryStore, SessionStore, Sessions, SitePlace};

pub(super) const CLIENT: &str = "0oaclient";

/// A browser, a gateway and an org.
pub(super) struct House {
    pub(super) org: Org,
    pub(super) clock: Clock,
    pub(super) sign_in: SignIn,
    pub(super) anchor: Anchor,
    pub(super) person: PersonContext,
}

impl House {
    pub(super) async fn new() -> Self {
        let clock = Clock::adjustable();
        let store = MemoryStore::new(Room::default(), Duration::from_secs(1800), clock.clone());
        Self::with_sessions(Sessions::kept_in(Box::new(store), clock.clone()), clock).await
    }

    pub(super) async fn with_store(store: Box<dyn SessionStore>) -> Self {
        let clock = Clock::adjustable();
        Self::with_sessions(Sessions::kept_in(store, clock.clone()), clock).await
    }

    async fn with_sessions(sessions: Arc<Sessions>, clock: Clock) -> Self {
        let org = Org::start(clock.clone()).await;
        let sign_in = gateway(&org.origin, sessions, clock.clone());
        let anchor = Anchor::fresh();
        let person = PersonContext {
            client_address: Some(IpAddr::from([203, 0, 113, 7])),
            device_token: Some(anchor.device_token()),
            ..PersonContext::nobody()
        };
        Self { org, clock, sign_in, anchor, person }
    }

    /// The same gateway, started anew: it has its keys, and nothing else of what it knew.
    pub(super) fn restarted(&self) -> SignIn {
        let clock = self.clock.clone();
        let store = MemoryStore::new(Room::default(), Duration::from_secs(1800), clock.clone());
        gateway(&self.org.origin, Sessions::kept_in(Box::new(store), clock.clone()), clock)
    }

    pub(super) async fn start(&self) -> Transaction {
        let target = ReturnTarget::parse("/reports", "/.gatehouse").expect("a local target");
        self.sign_in.start(&self.anchor, &self.person, Beginning::leading_to(target)).await.expect("begun")
    }
}

fn gateway(org: &str, sessions: Arc<Sessions>, clock: Clock) -> SignIn {
    let http = HttpClient::new().expect("an HTTP client");
    let registration = Registration {
        issuer: Issuer::parse(org).expect("an issuer"),
        client_id: ClientId::new(CLIENT),
        client_authentication: ClientAuthentication::None,
        scopes: Scope::list("openid offline_access"),
        audience: None,
        introspect_every: None,
        dpop: false,
        redirect_uri: Url::parse("https://app.example/.gatehouse/callback").expect("a URL"),
    };
    SignIn::new(Parts {
        place: SitePlace::new("https://app.example", org, CLIENT, "__Host-gatehouse"),
        cookie_prefix: "__Secure-gatehouse-tx-".to_owned(),
        client: Client::new(registration, http.clone(), clock.clone()),
        org: OrgOrigin::of(&Url::parse(org).expect("a URL")).expect("an origin"),
        http,
        sessions,
        seals: Seals::new(&KeyRing::new(vec![[7; 32]]).expect("a key")),
        conversations: Conversations::new(),
        clock,
    })
}

/// What a page would send for a form of that document.
pub(super) fn submission(document: &Document, form: &str, inputs: &[(&str, &str)]) -> Submission {
    Submission {
        form: form.to_owned(),
        revision: document.revision(),
        shape: document.form(form).expect("is offered").shape(),
        inputs: Inputs::from_pairs(inputs.iter().copied()),
    }
}

/// The org.
pub(super) struct Org {
    pub(super) origin: String,
    script: Arc<Mutex<Script>>,
}

struct Script {
    origin: String,
    clock: Clock,
    nonce: String,
    answers: HashMap<&'static str, VecDeque<Answer>>,
    asked: Vec<(String, String)>,
}

/// One answer. Each is given once, the last one of a path for ever.
#[derive(Clone)]
pub(super) enum Answer {
    /// A document, or any other JSON, with a status.
    Json(u16, Value),
    /// A page of some proxy.
    Html(u16),
    /// The connection breaks after the request was read.
    Broken,
    /// An API rate limit that is lifted at this second of the epoch.
    RateLimit(u64),
    /// The answer inside, but not before somebody opens the gate.
    After(Arc<Semaphore>, Box<Self>),
}

impl Org {
    async fn start(clock: Clock) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address: SocketAddr = listener.local_addr().expect("bound");
        let origin = format!("http://{address}");
        let script = Arc::new(Mutex::new(Script {
            origin: origin.clone(),
            clock,
            nonce: String::new(),
            answers: HashMap::new(),
            asked: Vec::new(),
        }));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&script));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { origin, script }
    }

    /// From now on `path` is answered with these, one after the other.
    pub(super) fn answers(&self, path: &'static str, answers: impl IntoIterator<Item = Answer>) {
        self.script().answers.insert(path, answers.into_iter().collect());
    }

    /// The bodies that came to `path`.
    pub(super) fn asked(&self, path: &str) -> Vec<String> {
        self.script().asked.iter().filter(|(asked, _)| asked == path).map(|(_, body)| body.clone()).collect()
    }

    pub(super) fn count(&self, path: &str) -> usize {
        self.asked(path).len()
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().expect("unpoisoned")
    }

    /// A document of one form that takes a code, polled every second, with a way out.
    pub(super) fn challenge(&self, label: &str) -> Value {
        self.document(&json!([
            {
                "name": "challenge-authenticator", "rel": ["create-form"], "method": "POST",
                "href": format!("{}{ANSWER}", self.origin),
                "value": [
                    { "name": "credentials", "required": true, "form": { "value": [
                        { "name": "passcode", "label": label, "secret": true }
                    ] } },
                    { "name": "stateHandle", "required": true, "value": "state-handle", "visible": false, "mutable": false },
                ],
            },
            { "name": "redirect-idp", "href": "https://provider.example/authorize?idp=1", "method": "GET" },
        ]))
    }

    /// A document of that one form, and what was wrong with the last code.
    pub(super) fn challenge_with_message(&self, label: &str, message: &str) -> Value {
        let mut document = self.challenge(label);
        document["messages"] = json!({ "type": "array", "value": [{ "message": message, "class": "ERROR" }] });
        document
    }

    /// Another step: a choice without anything to type.
    pub(super) fn another_step(&self) -> Value {
        self.document(&json!([{
            "name": "skip", "rel": ["create-form"], "method": "POST", "href": format!("{}{SKIP}", self.origin),
            "value": [
                { "name": "stateHandle", "required": true, "value": "state-handle", "visible": false, "mutable": false },
            ],
        }]))
    }

    fn document(&self, remediations: &Value) -> Value {
        let action = |name: &str, path: &str| {
            json!({
                "name": name, "rel": ["create-form"], "method": "POST", "href": format!("{}{path}", self.origin),
                "refresh": 1000,
                "value": [
                    { "name": "stateHandle", "required": true, "value": "state-handle", "visible": false, "mutable": false },
                ],
            })
        };
        json!({
            "version": "1.0.0", "stateHandle": "state-handle", "intent": "LOGIN",
            "remediation": { "type": "array", "value": remediations },
            "currentAuthenticatorEnrollment": { "type": "object", "value": {
                "id": "eae1", "key": "okta_email", "type": "email", "poll": action("poll", POLL),
            } },
            "cancel": action("cancel", CANCEL),
        })
    }

    /// The last document.
    pub(super) fn success(&self) -> Value {
        json!({
            "version": "1.0.0", "stateHandle": "state-handle", "intent": "LOGIN",
            "successWithInteractionCode": {
                "name": "issue", "rel": ["create-form"], "href": format!("{}/oauth2/v1/token", self.origin),
                "value": [{ "name": "interaction_code", "value": "the-code" }],
            },
        })
    }
}

pub(super) const ANSWER: &str = "/idp/idx/challenge/answer";
pub(super) const POLL: &str = "/idp/idx/challenge/poll";
pub(super) const SKIP: &str = "/idp/idx/skip";
pub(super) const CANCEL: &str = "/idp/idx/cancel";
pub(super) const INTROSPECT: &str = "/idp/idx/introspect";
pub(super) const INTERACT: &str = "/oauth2/v1/interact";
pub(super) const TOKEN: &str = "/oauth2/v1/token";

/// The words of a conversation that is dead.
pub(super) fn session_expired() -> Value {
    json!({ "version": "1.0.0", "messages": { "type": "array", "value": [
        { "message": "The session has expired.", "class": "ERROR", "i18n": { "key": "idx.session.expired" } }
    ] } })
}

async fn answer(State(script): State<Arc<Mutex<Script>>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let body = to_bytes(body, 1 << 20).await.expect("readable");
    let body = String::from_utf8(body.to_vec()).expect("text");
    let answer = script.lock().expect("unpoisoned").answer(&path, &body);
    give(answer).await
}

impl Script {
    fn answer(&mut self, path: &str, body: &str) -> Answer {
        self.asked.push((path.to_owned(), body.to_owned()));
        if path == INTERACT {
            let fields = form_urlencoded::parse(body.as_bytes());
            self.nonce = fields.into_owned().find(|(name, _)| name == "nonce").expect("a nonce").1;
        }
        if let Some(answers) = self.answers.get_mut(path) {
            let next = if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() };
            return next.expect("an answer");
        }
        Answer::Json(200, self.usual(path))
    }

    /// What a friendly org authorization server says.
    fn usual(&self, path: &str) -> Value {
        let now = self.clock.now().as_unix();
        match path {
            "/.well-known/openid-configuration" => json!({
                "issuer": self.origin,
                "token_endpoint": format!("{}{TOKEN}", self.origin),
                "jwks_uri": format!("{}/oauth2/v1/keys", self.origin),
                "introspection_endpoint": format!("{}/oauth2/v1/introspect", self.origin),
                "revocation_endpoint": format!("{}/oauth2/v1/revoke", self.origin),
            }),
            "/oauth2/v1/keys" => json!({ "keys": [SigningKey::shared("one").public()] }),
            INTERACT => json!({ "interaction_handle": crate::random::token() }),
            TOKEN => json!({
                "token_type": "Bearer", "expires_in": 3600, "access_token": "access", "refresh_token": "refresh",
                "scope": "openid offline_access",
                "id_token": SigningKey::shared("one").sign(&json!({
                    "ver": 1, "iss": self.origin, "sub": "00uada", "aud": CLIENT, "iat": now, "exp": now + 3600,
                    "nonce": self.nonce,
                })),
            }),
            "/oauth2/v1/introspect" => {
                json!({ "active": true, "client_id": CLIENT, "uid": "00uada", "sub": "00uada", "exp": now + 3600 })
            }
            "/oauth2/v1/revoke" => json!({}),
            other => json!({ "errorCode": "E0000007", "errorSummary": format!("nobody told me about {other}") }),
        }
    }
}

async fn give(answer: Answer) -> Response<Body> {
    let response = |status: u16, body: String| {
        let status = StatusCode::from_u16(status).expect("a status");
        Response::builder().status(status).body(Body::from(body)).expect("a response")
    };
    match answer {
        Answer::Json(status, body) => response(status, body.to_string()),
        Answer::Html(status) => response(status, "<html>Bad gateway</html>".to_owned()),
        Answer::Broken => {
            let broken = futures_util::stream::once(async { Err::<String, _>(std::io::Error::other("broken")) });
            Response::new(Body::from_stream(broken))
        }
        Answer::RateLimit(reset) => {
            let body = json!({ "errorCode": "E0000047", "errorSummary": "API call exceeded rate limit" }).to_string();
            let mut limited = response(429, body);
            limited.headers_mut().insert("x-rate-limit-reset", reset.into());
            limited
        }
        Answer::After(gate, answer) => {
            gate.acquire().await.expect("open").forget();
            Box::pin(give(*answer)).await
        }
    }
}
