//! An emulated Okta org: Identity Engine, authorization servers, people and clients, all in memory.
//!
//! A second reading of the protocol, strict where Okta is strict. It shares nothing with the gateway's own reading,
//! so that a mistake in one does not hide in the other. It knows nothing of the gateway either: what it serves is
//! what any client of an org would get.
//!
//! Implements the Interaction Code grant, RFC 6749 (token endpoint), RFC 7636 (S256 only), RFC 7009, RFC 7662,
//! OpenID Connect Core and Discovery as far as a sign-in on a server's own pages needs them.

mod accounts;
mod administration;
mod assertions;
mod authenticators;
mod calls;
mod cbor;
mod client_credentials;
pub(crate) mod clients;
mod controls;
mod devices;
mod discovery;
mod duo_frame;
mod elsewhere;
mod faults;
mod form;
mod forms;
mod identity_engine;
mod interact;
mod jose;
mod keys;
mod levels;
mod logout_tokens;
mod mailbox;
mod mailed_links;
mod messages;
mod page;
mod password_policy;
mod people;
mod policy;
mod proofs;
mod qr;
mod quirks;
mod servers;
mod stages;
#[cfg(test)]
mod tests;
mod token_endpoint;
mod token_services;
mod tokens;
mod totp;
mod transactions;
mod webauthn;
pub(super) mod wire;

pub use self::accounts::Account;
pub use self::calls::Call;
pub use self::clients::{Captcha, ChallengeMethod, Client, ClientAuthentication, FirstPage, IdentifyStyle, Switches};
pub use self::devices::{Device, Question};
pub use self::faults::{Fault, Flaw, TokenKind};
pub use self::logout_tokens::{LogoutBy, LogoutNotice, Noticed};
pub use self::mailbox::{Channel, Sent};
pub use self::mailed_links::Purpose;
pub use self::quirks::Quirks;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use aws_lc_rs::error::Unspecified;
use axum::Router;
use axum::extract::{Request, State as Extension};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;

use self::assertions::Presented;
use self::faults::Faults;
use self::form::Form;
use self::keys::KeyRing;
use self::mailed_links::MailedLinks;
use self::people::Person;
use self::servers::{SERVERS, Server};
use self::token_endpoint::InteractionCode;
use self::tokens::Tokens;
use self::transactions::Transaction;
use self::wire::OAuthError;
use crate::clock::Clock;

/// How long an access token lives unless a test says otherwise, in seconds.
const ACCESS_TOKEN_LIFETIME: u64 = 3600;
/// How many requests are remembered.
const REMEMBERED_CALLS: usize = 10_000;

/// What a client said when it gave up waiting for a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// The reason, by its name; absent when the client gave none.
    pub reason: Option<String>,
    /// The status with which the device had refused.
    pub status_code: Option<u64>,
}

/// A handle on the running org: serves it, asks it, and makes it misbehave.
#[derive(Clone)]
pub struct Org {
    /// Guards everything; held for the moment of one answer and never across an await.
    state: Arc<Mutex<State>>,
}

/// Everything the org knows.
struct State {
    base_url: String,
    clock: Clock,
    clients: Vec<Client>,
    people: HashMap<String, Person>,
    keys: KeyRing,
    transactions: HashMap<String, Transaction>,
    interaction_codes: HashMap<String, InteractionCode>,
    tokens: Tokens,
    access_token_lifetime: u64,
    mailbox: Vec<Sent>,
    mailed_links: MailedLinks,
    faults: Faults,
    quirks: Quirks,
    calls: Vec<Call>,
    /// Where Okta Verify listens on the person's machine, and whose it is.
    device_port: u16,
    device_owner: Option<String>,
    /// How long it takes over a challenge, and the status with which it refuses.
    device_manner: (Duration, Option<u16>),
    /// Why clients gave up waiting for a device, oldest first.
    given_up: Vec<GivenUp>,
    /// Under which challenges of captchas are signed.
    captcha_seed: String,
    /// Statements of clients that must not come twice.
    presented: Presented,
    /// What proofs of possession must repeat.
    proof_nonce: String,
}

impl State {
    fn now(&self) -> u64 {
        self.clock.now().as_unix()
    }

    fn client(&self, id: &str) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == id)
    }
}

impl Org {
    /// An org whose documents and tokens say that it is reached at `base_url`.
    ///
    /// # Errors
    /// When no RSA key could be made.
    pub fn new(base_url: &str, clients: Vec<Client>) -> Result<Self, Unspecified> {
        let state = State {
            base_url: base_url.to_owned(),
            clock: Clock::adjustable(),
            clients,
            people: people::everybody(),
            keys: KeyRing::new()?,
            transactions: HashMap::new(),
            interaction_codes: HashMap::new(),
            tokens: Tokens::default(),
            access_token_lifetime: ACCESS_TOKEN_LIFETIME,
            mailbox: Vec::new(),
            mailed_links: MailedLinks::new(),
            faults: Faults::default(),
            quirks: Quirks::default(),
            calls: Vec::new(),
            device_port: 0,
            device_owner: None,
            device_manner: (Duration::ZERO, None),
            given_up: Vec::new(),
            captcha_seed: crate::random::token(),
            presented: Presented::default(),
            proof_nonce: crate::random::token(),
        };
        Ok(Self { state: Arc::new(Mutex::new(state)) })
    }

    /// Everything the org serves.
    pub fn router(&self) -> Router {
        let mut router =
            Router::new().route("/idp/idx/{*path}", post(identity_engine_answers).get(identity_engine_is_visited));
        for server in &SERVERS {
            router = router.merge(server_routes(server));
        }
        router
            .method_not_allowed_fallback(|| async { method_not_allowed() })
            .fallback(|| async { wire::api_error(StatusCode::NOT_FOUND, "E0000007", "Not found: Resource not found") })
            .merge(elsewhere::routes())
            .merge(duo_frame::routes())
            .layer(from_fn_with_state(self.clone(), record))
            .merge(controls::routes())
            .with_state(self.clone())
    }

    /// Adds an address that transactions of the client may lead back to.
    pub fn register_redirect_uri(&self, client_id: &str, uri: &str) {
        self.change_client(client_id, |client| {
            client.redirect_uris.insert(uri.to_owned());
        });
    }

    /// Adds an address that sign-outs of the client may lead back to.
    pub fn register_post_logout_redirect_uri(&self, client_id: &str, uri: &str) {
        self.change_client(client_id, |client| {
            client.post_logout_redirect_uris.insert(uri.to_owned());
        });
    }

    /// Adds a public key, as a JWK, with which statements of the client are verified.
    pub fn register_public_key(&self, client_id: &str, key: serde_json::Value) {
        self.change_client(client_id, |client| client.public_keys.push(key));
    }

    /// Wants another nonce in proofs of possession from now on.
    pub fn renew_proof_nonce(&self) {
        self.state().proof_nonce = crate::random::token();
    }

    /// Where the client wants to be told that somebody's sessions have ended.
    pub fn register_backchannel_logout_uri(&self, client_id: &str, uri: &str) {
        self.change_client(client_id, |client| client.backchannel_logout_uri = Some(uri.to_owned()));
    }

    /// Changes the registration of a client.
    pub fn change_client(&self, client_id: &str, change: impl FnOnce(&mut Client)) {
        if let Some(client) = self.state().clients.iter_mut().find(|client| client.id == client_id) {
            change(client);
        }
    }

    /// A client as it is registered now.
    pub fn client(&self, client_id: &str) -> Option<Client> {
        self.state().client(client_id).cloned()
    }

    /// Lets the next `times` requests below `path` go wrong.
    pub fn fault(&self, path: &str, fault: Fault, times: u32) {
        self.state().faults.add(path, fault, times);
    }

    /// Lets the next token of that kind be one that has to be refused.
    pub fn flaw(&self, kind: TokenKind, flaw: Flaw) {
        self.state().faults.add_flaw(kind, flaw);
    }

    /// Forgets all faults and flaws that have not struck yet.
    pub fn clear_faults(&self) {
        self.state().faults.clear();
    }

    /// Writes documents with these irregularities from now on.
    pub fn set_quirks(&self, quirks: Quirks) {
        self.state().quirks = quirks;
    }

    /// Lets time pass in the org.
    pub fn advance(&self, duration: Duration) {
        self.state().clock.advance(duration);
    }

    /// What a program gets that somebody let act for them by whatever flow, or that acts for itself where nobody is named: tokens of
    /// that client, of the server at `issuer_path` (empty for the org's own), as the token endpoint would answer.
    ///
    /// # Panics
    /// When there is no such server or person.
    pub fn tokens_for(
        &self,
        client_id: &str,
        issuer_path: &str,
        login: Option<&str>,
        scopes: &[&str],
    ) -> serde_json::Value {
        let mut state = self.state();
        assert!(login.is_none_or(|login| state.people.contains_key(login)), "nobody is called {login:?}");
        let server = SERVERS.iter().find(|server| server.issuer_path() == issuer_path).expect("a server");
        let scopes: Vec<String> = scopes.iter().map(|&scope| scope.to_owned()).collect();
        let grant = tokens::Grant {
            client_id: client_id.to_owned(),
            server,
            login: login.map(str::to_owned),
            scopes: scopes.clone(),
            nonce: None,
            auth_time: state.now(),
            references: vec!["pwd"],
            level: None,
            session: format!("102{}", &crate::random::token()[..22]),
            bound_to: None,
        };
        let (grant, now) = (state.tokens.open(grant), state.now());
        let refresh = scopes.iter().any(|scope| scope == "offline_access");
        let refresh = refresh.then(|| state.tokens.issue_refresh(grant, now));
        tokens::issue(&mut state, grant, &scopes, refresh.as_deref(), true)
    }

    /// Ends a token, as an administrator or its owner does.
    pub fn revoke(&self, token: &str) {
        self.state().tokens.revoke(token);
    }

    /// How long access tokens live that are issued from now on.
    pub fn set_access_token_lifetime(&self, lifetime: Duration) {
        self.state().access_token_lifetime = lifetime.as_secs();
    }

    /// Publishes the key that the next rotation will sign with.
    ///
    /// # Errors
    /// When no RSA key could be made.
    pub fn announce_next_key(&self) -> Result<(), Unspecified> {
        self.state().keys.announce()
    }

    /// Signs with another key from now on; the old one stays published.
    ///
    /// # Errors
    /// When no RSA key could be made.
    pub fn rotate_keys(&self) -> Result<(), Unspecified> {
        self.state().keys.rotate()
    }

    /// Publishes the signing key only, as after a leak of the others.
    pub fn withdraw_old_keys(&self) {
        self.state().keys.withdraw_old();
    }

    /// Ends every sign-in that is in progress.
    pub fn expire_transactions(&self) {
        for transaction in self.state().transactions.values_mut() {
            transaction.expires_at = 0;
        }
    }

    /// Who has Okta Verify on the machine that the browser runs on.
    pub fn device_owner(&self) -> Option<String> {
        self.state().device_owner.clone()
    }

    /// Puts Okta Verify on the machine that the browser runs on, or takes it away.
    pub fn set_device_owner(&self, login: Option<&str>) {
        self.state().device_owner = login.map(str::to_owned);
    }

    /// The device has signed a challenge; false when there is none like it.
    pub fn device_answers(&self, challenge_request: &str) -> bool {
        let mut state = self.state();
        let Some(login) = state.device_owner.clone() else { return false };
        state.transactions.values_mut().any(|one| one.stage.device_answers(challenge_request, &login))
    }

    /// Why clients gave up waiting for a device, oldest first.
    pub fn given_up(&self) -> Vec<GivenUp> {
        self.state().given_up.clone()
    }

    pub(super) fn forget_given_up(&self) {
        self.state().given_up.clear();
    }

    /// Lets Okta Verify take its time over a challenge, and answer it with that status instead of signing it.
    pub fn set_device_manner(&self, slow_by: Duration, refuses_with: Option<u16>) {
        self.state().device_manner = (slow_by, refuses_with);
    }

    pub(super) fn device_manner(&self) -> (Duration, Option<u16>) {
        self.state().device_manner
    }

    /// The port at which Okta Verify listens on this machine.
    pub fn device_port(&self) -> u16 {
        self.state().device_port
    }

    pub(super) fn set_device_port(&self, port: u16) {
        self.state().device_port = port;
    }

    /// Puts every account back to how it was at the start: passwords, lock-outs, expiry.
    pub fn reset_accounts(&self) {
        self.state().people = people::everybody();
    }

    /// Sends that person a link to `page`, with a token that activates or recovers the account; gives the link.
    pub fn send_link(&self, login: &str, purpose: Purpose, page: &str) -> String {
        mailed_links::send(&mut self.state(), login, purpose, page)
    }

    /// The newest code that was sent to that person.
    pub fn latest_code(&self, login: &str) -> Option<String> {
        let state = self.state();
        let mut codes = state.mailbox.iter().rev().filter(|message| !message.code.is_empty());
        codes.find(|message| message.login == login).map(|message| message.code.clone())
    }

    /// The newest message that was sent to that person.
    pub fn latest_message(&self, login: &str) -> Option<Sent> {
        self.state().mailbox.iter().rev().find(|message| message.login == login).cloned()
    }

    /// Everything that was sent, newest first.
    pub fn messages(&self) -> Vec<Sent> {
        self.state().mailbox.iter().rev().cloned().collect()
    }

    /// How many requests came to that very path.
    pub fn calls(&self, path: &str) -> usize {
        self.state().calls.iter().filter(|call| call.path == path).count()
    }

    /// The requests so far, oldest first.
    pub fn recorded_calls(&self) -> Vec<Call> {
        self.state().calls.clone()
    }

    /// Forgets the requests so far.
    pub fn forget_calls(&self) {
        self.state().calls.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Org {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Org").finish_non_exhaustive()
    }
}

/// There is one place that browsers go to by themselves.
async fn identity_engine_is_visited(Extension(org): Extension<Org>, request: Request) -> Response {
    let (path, query) = (request.uri().path(), request.uri().query().unwrap_or_default());
    elsewhere::sso_extension(&org, path, query).unwrap_or_else(method_not_allowed)
}

fn method_not_allowed() -> Response {
    wire::api_error(StatusCode::METHOD_NOT_ALLOWED, "E0000022", "The endpoint does not support the method")
}

async fn identity_engine_answers(Extension(org): Extension<Org>, request: Request) -> Response {
    identity_engine::answer(org, request).await
}

/// An OAuth endpoint that takes a form: the state, the server, the form, and an answer or a refusal.
type FormEndpoint = fn(&mut State, &'static Server, &Form) -> Result<Response, OAuthError>;

fn server_routes(server: &'static Server) -> Router<Org> {
    let at = |name: &str| format!("{}/v1/{name}", server.endpoint_path());
    let takes_form = |endpoint: FormEndpoint| {
        post(move |Extension(org): Extension<Org>, request: Request| async move {
            match Form::read(request).await {
                Ok(form) => endpoint(&mut org.state(), server, &form).unwrap_or_else(OAuthError::into_response),
                Err(refusal) => refusal.into_response(),
            }
        })
    };
    let metadata = || {
        get(move |Extension(org): Extension<Org>| async move {
            published(&discovery::metadata(server, &org.state().base_url))
        })
    };
    let issuer = server.issuer_path();
    let mut router = Router::new()
        .route(&at("interact"), takes_form(interact::answer))
        .route(&at("token"), takes_form(token_endpoint::answer))
        .route(&at("introspect"), takes_form(token_services::introspect))
        .route(&at("revoke"), takes_form(token_services::revoke))
        .route(
            &at("userinfo"),
            get(move |Extension(org): Extension<Org>, request: Request| async move {
                token_services::userinfo(&org.state(), server, request.headers())
            }),
        )
        .route(
            &at("logout"),
            get(move |Extension(org): Extension<Org>, request: Request| async move {
                let query = request.uri().query().unwrap_or_default().as_bytes();
                let parameters: Vec<(String, String)> = url::form_urlencoded::parse(query).into_owned().collect();
                token_services::logout(&org.state(), &parameters)
            }),
        )
        .route(
            &at("keys"),
            get(move |Extension(org): Extension<Org>| async move { published(&org.state().keys.key_set()) }),
        )
        .route(&format!("{issuer}/.well-known/openid-configuration"), metadata())
        .route(&format!("{issuer}/.well-known/oauth-authorization-server"), metadata());
    if !issuer.is_empty() {
        // RFC 8414 §3.1: the well-known name goes between the host and the issuer's path.
        router = router.route(&format!("/.well-known/oauth-authorization-server{issuer}"), metadata());
    }
    router
}

/// Public metadata, which may be kept for a while.
fn published(body: &serde_json::Value) -> Response {
    let mut response = wire::json(StatusCode::OK, body);
    response.headers_mut().remove(http::header::PRAGMA);
    wire::set(&mut response, http::header::CACHE_CONTROL, "max-age=86400, must-revalidate");
    response
}

/// Remembers each request and lets the fault strike that waits for it.
async fn record(Extension(org): Extension<Org>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let (number, fault, now) = {
        let mut state = org.state();
        if state.calls.len() >= REMEMBERED_CALLS {
            state.calls.clear();
        }
        state.calls.push(Call::from_request(&parts));
        (state.calls.len() - 1, state.faults.take(parts.uri.path()), state.now())
    };
    let request = Request::from_parts(parts, body);
    if let Some(pause) = fault.and_then(Fault::delay) {
        tokio::time::sleep(pause).await;
    }
    let mut response = match fault.and_then(|fault| fault.answer_instead(now)) {
        Some(response) => response,
        None => next.run(request).await,
    };
    if let Some(call) = org.state().calls.get_mut(number) {
        call.status = Some(response.status().as_u16());
    }
    wire::set(&mut response, http::HeaderName::from_static("x-okta-request-id"), &crate::random::token()[..22]);
    match fault {
        Some(fault) => fault.spoil(response).await,
        None => response,
    }
}
