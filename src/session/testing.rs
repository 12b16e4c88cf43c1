//! Tokens and an authorization server for the tests of this room.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;
use url::{Url, form_urlencoded};

use super::{Home, SessionCookieValue, SitePlace, UserSession};
use crate::clock::{Clock, Timestamp};
use crate::config::{KeyRing, Lifetimes, Room};
use crate::http_client::HttpClient;
use crate::oauth::testing::SigningKey;
use crate::oauth::{
    AccessToken, Client, ClientAuthentication, ClientId, IdToken, IdentityClaims, Issuer, RefreshToken, Registration,
    Scope, TokenSet,
};
use crate::seal::Seals;

pub(crate) mod redis;

pub(super) const HOUR: Duration = Duration::from_secs(3600);

/// Half an hour of coffee, half a day of work.
pub(super) const LIFETIMES: Lifetimes =
    Lifetimes { idle_timeout: Duration::from_secs(1_800), lifetime: Duration::from_secs(43_200) };

/// Room for whatever a test makes.
pub(super) const ROOM: Room = Room { sessions: 10_000, bytes: 1 << 30 };

pub(super) fn place() -> SitePlace {
    SitePlace::new("https://app.example", "https://org.example", "0oaclient", "__Host-gatehouse")
}

/// Ada, and what else the ID token says about her.
pub(super) fn claims(more: Value) -> IdentityClaims {
    let mut claims = json!({
        "sub": "00uada", "email": null, "email_verified": false,
        "preferred_username": null, "name": null, "groups": [], "acr": null, "amr": [], "auth_time": null,
        "sid": null,
    });
    let more: Map<String, Value> = serde_json::from_value(more).expect("an object");
    claims.as_object_mut().expect("an object").extend(more);
    serde_json::from_value(claims).expect("claims")
}

/// Tokens of a sign-in whose access token ends at `expires_at`, an hour after it came.
pub(super) fn tokens(expires_at: Timestamp) -> TokenSet {
    TokenSet {
        proof_key: None,
        access_token: AccessToken::new("access-0"),
        refresh_token: Some(RefreshToken::new("refresh-0")),
        id_token: IdToken::new("e30.e30.c2ln"),
        claims: claims(json!({})),
        obtained_at: Timestamp::from_unix(expires_at.as_unix().saturating_sub(HOUR.as_secs())),
        expires_at,
    }
}

/// Where the sessions of a client are at home, under the first of these keys.
pub(super) fn home_with(client: Client, keys: &[u8]) -> Arc<Home> {
    let ring = KeyRing::new(keys.iter().map(|key| [*key; 32]).collect()).expect("keys");
    Home::new("Notes", place(), client, LIFETIMES, Seals::new(&ring))
}

/// The home of sessions whose server nobody asks.
pub(super) fn home(clock: &Clock) -> Arc<Home> {
    home_with(client_of_nobody(clock), &[1])
}

/// A session that nobody keeps yet, and the cookie that leads to it.
pub(super) fn session(clock: &Clock) -> (SessionCookieValue, Arc<UserSession>) {
    session_at(&home(clock), clock)
}

/// The same, at that home.
pub(super) fn session_at(home: &Arc<Home>, clock: &Clock) -> (SessionCookieValue, Arc<UserSession>) {
    let (cookie, names) = home.fresh_name();
    let tokens = tokens(clock.now().plus(HOUR));
    (cookie, Arc::new(UserSession::new(names, home, tokens, clock.now())))
}

/// A client of a server that nobody asks.
pub(super) fn client_of_nobody(clock: &Clock) -> Client {
    client_of("https://org.example", clock.clone())
}

fn client_of(issuer: &str, clock: Clock) -> Client {
    client_asking(issuer, clock, None)
}

fn client_asking(issuer: &str, clock: Clock, introspect_every: Option<Duration>) -> Client {
    let registration = Registration {
        issuer: Issuer::parse(issuer).expect("an issuer"),
        client_id: ClientId::new("0oaclient"),
        client_authentication: ClientAuthentication::None,
        scopes: Scope::list("openid offline_access"),
        audience: None,
        introspect_every,
        dpop: false,
        redirect_uri: Url::parse("https://app.example/.gatehouse/callback").expect("a URL"),
    };
    Client::new(registration, HttpClient::new().expect("an HTTP client"), clock)
}

/// An org authorization server that only refreshes and revokes, as it is told, and calls all tokens active.
pub(super) struct TokenServer {
    pub(super) client: Client,
    state: Arc<Script>,
}

#[derive(Default)]
struct Script {
    issuer: String,
    refreshes: AtomicUsize,
    introspections: AtomicUsize,
    revoked: Mutex<Vec<String>>,
    mood: Mutex<Mood>,
    revocations_to_fail: AtomicUsize,
}

/// How the token endpoint answers.
#[derive(Clone, Default)]
pub(super) enum Mood {
    /// With new tokens, after this long.
    #[default]
    Friendly,
    /// With new tokens, but not before somebody opens the gate.
    Slow(Arc<tokio::sync::Semaphore>),
    /// With an error of RFC 6749.
    Refusing(&'static str),
    /// With such an error, but not before somebody opens the gate.
    SlowlyRefusing(Arc<tokio::sync::Semaphore>, &'static str),
    /// With 503.
    Down,
}

impl TokenServer {
    pub(super) async fn start(clock: Clock) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address: SocketAddr = listener.local_addr().expect("bound");
        let issuer = format!("http://{address}");
        let state = Arc::new(Script { issuer: issuer.clone(), ..Script::default() });
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/oauth2/v1/keys", get(keys))
            .route("/oauth2/v1/token", post(token))
            .route("/oauth2/v1/revoke", post(revoke))
            .route("/oauth2/v1/introspect", post(introspect))
            .with_state(Arc::clone(&state));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { client: client_of(&issuer, clock), state }
    }

    /// Its client as a gateway with another clock has it, which asks about tokens, too.
    pub(super) fn client_asking(&self, clock: Clock, every: Duration) -> Client {
        client_asking(&self.state.issuer, clock, Some(every))
    }

    pub(super) fn feels(&self, mood: Mood) {
        *self.state.mood.lock().expect("unpoisoned") = mood;
    }

    pub(super) fn fails_revocations(&self, count: usize) {
        self.state.revocations_to_fail.store(count, Ordering::SeqCst);
    }

    pub(super) fn refreshes(&self) -> usize {
        self.state.refreshes.load(Ordering::SeqCst)
    }

    pub(super) fn introspections(&self) -> usize {
        self.state.introspections.load(Ordering::SeqCst)
    }

    /// The revoked tokens in the order of their coming, once there are `count` of them.
    pub(super) async fn revoked(&self, count: usize) -> Vec<String> {
        for _ in 0..500 {
            let revoked = self.state.revoked.lock().expect("unpoisoned").clone();
            if revoked.len() >= count {
                return revoked;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.state.revoked.lock().expect("unpoisoned").clone()
    }
}

async fn metadata(State(state): State<Arc<Script>>) -> Json<Value> {
    let endpoint = |name: &str| format!("{}/oauth2/v1/{name}", state.issuer);
    Json(json!({
        "issuer": state.issuer,
        "authorization_endpoint": endpoint("authorize"),
        "token_endpoint": endpoint("token"),
        "jwks_uri": endpoint("keys"),
        "revocation_endpoint": endpoint("revoke"),
        "introspection_endpoint": endpoint("introspect"),
        "end_session_endpoint": endpoint("logout"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
    }))
}

async fn keys() -> Json<Value> {
    Json(json!({ "keys": [SigningKey::shared("one").public()] }))
}

async fn token(State(state): State<Arc<Script>>, _form: String) -> (StatusCode, Json<Value>) {
    let number = state.refreshes.fetch_add(1, Ordering::SeqCst) + 1;
    let mood = state.mood.lock().expect("unpoisoned").clone();
    match mood {
        Mood::Friendly => {}
        Mood::Slow(gate) => gate.acquire().await.expect("open").forget(),
        Mood::Refusing(error) => return refusal(error),
        Mood::SlowlyRefusing(gate, error) => {
            gate.acquire().await.expect("open").forget();
            return refusal(error);
        }
        Mood::Down => return (StatusCode::SERVICE_UNAVAILABLE, Json(json!("down"))),
    }
    let answer = json!({
        "token_type": "Bearer", "expires_in": 3600, "access_token": format!("access-{number}"),
        "refresh_token": format!("refresh-{number}"), "scope": "openid offline_access",
    });
    (StatusCode::OK, Json(answer))
}

fn refusal(error: &str) -> (StatusCode, Json<Value>) {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error })))
}

async fn introspect(State(state): State<Arc<Script>>) -> Json<Value> {
    state.introspections.fetch_add(1, Ordering::SeqCst);
    Json(json!({ "active": true, "client_id": "0oaclient", "uid": "00uada" }))
}

async fn revoke(State(state): State<Arc<Script>>, form: String) -> StatusCode {
    let fails = |count: usize| count.checked_sub(1);
    if state.revocations_to_fail.fetch_update(Ordering::SeqCst, Ordering::SeqCst, fails).is_ok() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let token = form_urlencoded::parse(form.as_bytes()).find(|(name, _)| name == "token").expect("a token").1;
    state.revoked.lock().expect("unpoisoned").push(token.into_owned());
    StatusCode::OK
}
