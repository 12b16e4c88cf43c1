//! Joins the pure parts with the one HTTP client, and remembers what was discovered.

mod exchange;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use tokio::runtime::Handle;
use tokio_util::task::TaskTracker;

use super::bearer::{self, BearerIdentity, BearerRule};
use super::cached::{Cached, Fetched};
use super::discovery::{self, Metadata};
use super::dpop::{self, Prover};
use super::end_session::{self, Departure};
use super::endpoint::Endpoint;
use super::error::{ErrorCode, ErrorKind, OAuthError};
use super::id_token::ExpectedIdentity;
use super::interact::{self, InteractRequest};
use super::introspection::{self, Introspection, TokenStatus};
use super::issuer::ServerKind;
use super::key_set::KeySet;
use super::logout_token::{self, LogoutToken};
use super::registration::Registration;
use super::token_endpoint::{self, TokenResponse};
use super::token_error::{TokenFault, TokenKind};
use super::token_set::TokenSet;
use super::{AccessToken, CodeVerifier, IdToken, State, TokenTypeHint, answer, revocation};
use crate::clock::{Clock, Timestamp};
use crate::http_client::HttpClient;
use crate::person::PersonContext;
use crate::secret::Secret;

/// The most that is read of a discovery document or a key set.
const DOCUMENT_LIMIT: usize = 1024 * 1024;
/// The most that is read of any other answer.
const ANSWER_LIMIT: usize = 256 * 1024;

/// Nonces are short; a header that is not must not be kept and repeated.
const LONGEST_NONCE: usize = 1024;
/// How long somebody who signs out waits for the authorization server.
const PATIENCE_OF_THE_LEAVING: Duration = Duration::from_secs(3);

const METADATA_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);
const KEYS_LIFETIME: Duration = Duration::from_secs(60 * 60);
const SHORTEST_KEYS_LIFETIME: Duration = Duration::from_secs(60);
const LONGEST_KEYS_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

/// This gateway as a client of one authorization server. Cheap to clone; all clones share what was discovered.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    registration: Registration,
    http: HttpClient,
    clock: Clock,
    metadata: Arc<Cached<Metadata>>,
    keys: Arc<Cached<KeySet>>,
    /// What the server wants in the next proof of possession. A std mutex: it is held to copy one short text.
    nonce: Mutex<Option<String>>,
    errands: TaskTracker,
}

/// Whether people can sign in at the authorization server, as far as is known without asking it.
#[derive(Clone, Debug)]
pub enum Readiness {
    /// Metadata and keys have not both been needed yet.
    NotAskedYet,
    /// The latest fetches went well.
    Ready,
    /// The latest fetch failed, but what was fetched before goes on.
    Degraded(Arc<OAuthError>),
    /// Metadata or keys are missing, and the latest fetch failed: nobody can sign in.
    Unavailable(Arc<OAuthError>),
}

impl Client {
    /// A client that has asked nobody anything.
    pub fn new(registration: Registration, http: HttpClient, clock: Clock) -> Self {
        let metadata = Cached::new("discovery document", clock.clone());
        let keys = Cached::new("key set", clock.clone());
        let (nonce, errands) = (Mutex::default(), TaskTracker::new());
        Self(Arc::new(Inner { registration, http, clock, metadata, keys, nonce, errands }))
    }

    /// Sends somebody on an `errand` to the authorization server that goes on when the request that was its occasion is answered, or nobody waits for it any
    /// more. Without a runtime, as when a cache is taken down, there is nobody to send and nothing happens.
    pub fn send_on(&self, errand: impl Future<Output = ()> + Send + 'static) {
        if let Ok(runtime) = Handle::try_current() {
            self.0.errands.spawn_on(errand, &runtime);
        }
    }

    /// Returns when nobody is on an errand: tokens that were refreshed are in the session store by then, tokens that nobody needs are given back.
    pub async fn errands_are_done(&self) {
        self.0.errands.close();
        self.0.errands.wait().await;
    }

    /// Who we are there.
    pub fn registration(&self) -> &Registration {
        &self.0.registration
    }

    /// Whether people can sign in, from memory.
    pub fn readiness(&self) -> Readiness {
        let known = self.0.metadata.held().is_some() && self.0.keys.held().is_some();
        let failure = self.0.metadata.failure().or_else(|| self.0.keys.failure());
        match (known, failure) {
            (false, None) => Readiness::NotAskedYet,
            (false, Some(error)) => Readiness::Unavailable(error),
            (true, None) => Readiness::Ready,
            (true, Some(error)) => Readiness::Degraded(error),
        }
    }

    /// When metadata or keys should next be asked for, so that nobody ever waits for them; `None` while there are none.
    pub fn documents_due(&self) -> Option<Timestamp> {
        Some(self.0.metadata.due()?.min(self.0.keys.due()?))
    }

    /// The verified metadata: fetched at first need, kept a day, renewed in the background, and outlasting an outage.
    ///
    /// # Errors
    /// When they could not be fetched and none are at hand; the next call tries again.
    pub async fn metadata(&self) -> Result<Arc<Metadata>, OAuthError> {
        let client = self.clone();
        let fetch = move || async move { client.fetch_metadata().await };
        self.0.metadata.value(fetch).await
    }

    /// The key set, kept as long as the server says (from a minute to a day).
    ///
    /// It needs the metadata too, so asking for it at start spares the first sign-in the wait and lets
    /// [`readiness`](Self::readiness) know; however often it is asked for, an outage costs one call every two seconds.
    ///
    /// # Errors
    /// When it could not be fetched and none is at hand; the next call tries again.
    pub async fn keys(&self) -> Result<Arc<KeySet>, OAuthError> {
        let client = self.clone();
        let fetch = move || async move { client.fetch_keys().await };
        self.0.keys.value(fetch).await
    }

    /// Sees to it that metadata and keys are at hand: nothing is to be spent on an answer that could not be validated.
    ///
    /// [`redeem_interaction_code`](Self::redeem_interaction_code) and [`refresh`](Self::refresh) begin with it; who has
    /// to note something down before those calls it first.
    ///
    /// # Errors
    /// As [`keys`](Self::keys).
    pub async fn prepare(&self) -> Result<Arc<Metadata>, OAuthError> {
        self.keys().await?;
        self.metadata().await
    }

    /// Begins an interaction and gives its handle.
    ///
    /// Whether the person may use the application is not known yet: policies speak up later, at the Identity Engine.
    ///
    /// # Errors
    /// [`OAuthError::Refused`] mostly means a switch in the org: see [`diagnosis`](super::diagnosis).
    pub async fn interact(&self, request: &InteractRequest, person: &PersonContext) -> Result<Secret, OAuthError> {
        let response = self.send(request.request(self.registration(), self.0.clock.now()), person).await?;
        interact::read(&response)
    }

    /// Redeems an interaction code, once, and validates everything that comes back.
    ///
    /// Never call it twice with one code: whatever the error, the code is spent, and a new interaction is the way on.
    /// Tokens that came but did not pass are taken back. Whoever drops the future in the middle may lose tokens that live
    /// on: await it in a task that the browser's departure does not end.
    ///
    /// # Errors
    /// [`ErrorKind::SignInAgain`] for a code that is spent or older than a minute; [`OAuthError::Token`] when what came
    /// back cannot be trusted.
    pub async fn redeem_interaction_code(
        &self,
        interaction_code: &Secret,
        code_verifier: &CodeVerifier,
        expected: &ExpectedIdentity,
        person: &PersonContext,
    ) -> Result<TokenSet, OAuthError> {
        let metadata = self.prepare().await?;
        let prover = self.registration().dpop.then(Prover::generate);
        let asked_at = self.0.clock.now();
        let response = self.ask_token_endpoint(&metadata, prover.as_ref(), person, |registration, endpoint, now| {
            token_endpoint::redeem_request(registration, endpoint, interaction_code, code_verifier, now)
        });
        let response = TokenResponse::read(&response.await?, prover.is_some())?;
        let tokens = self.tokens_of_exchange(&response, expected, prover.as_ref(), asked_at, person).await;
        tokens.inspect_err(|_| self.take_back(&response, person))
    }

    /// Exchanges the refresh token of `previous` for a new set about the same person and the same sign-in.
    ///
    /// What the server does not send again (refresh token, ID token, scopes) stays as it was. With a rotating refresh
    /// token the old one is spent, so one call at a time for a session, in a task that is not ended in the middle.
    ///
    /// # Errors
    /// [`ErrorKind::SignInAgain`] when the refresh token is no longer good; [`OAuthError::Token`] when another identity
    /// came back. Every other kind is an outage or a fault of the configuration, and no reason to sign anybody out.
    pub async fn refresh(&self, previous: &TokenSet, person: &PersonContext) -> Result<TokenSet, OAuthError> {
        let refresh_token = previous.refresh_token.as_ref().ok_or(OAuthError::NoRefreshToken)?;
        let metadata = self.prepare().await?;
        let prover = self.prover_of(previous)?;
        let asked_at = self.0.clock.now();
        let response = self.ask_token_endpoint(&metadata, prover.as_ref(), person, |registration, endpoint, now| {
            token_endpoint::refresh_request(registration, endpoint, refresh_token, now)
        });
        let response = TokenResponse::read(&response.await?, prover.is_some());
        let response = response.map_err(|error| match previous.proof_key {
            None if prover.is_some() && error.is_refused_proof() => OAuthError::ProofKeyLost,
            _ => error,
        })?;
        let tokens = self.tokens_of_refresh(&response, previous, prover.as_ref(), asked_at).await;
        // Only what is not trusted: after an outage the old refresh token may bring the same successor once more.
        tokens.inspect_err(|error| {
            if error.kind() == ErrorKind::Untrusted {
                self.take_back(&response, person);
            }
        })
    }

    /// Takes a token back. A server says yes to unknown tokens as well (RFC 7009 §2.2).
    ///
    /// # Errors
    /// When the server could not be asked or refused the client; the token may live on.
    pub async fn revoke(&self, token: &str, hint: TokenTypeHint, person: &PersonContext) -> Result<(), OAuthError> {
        let metadata = self.metadata().await?;
        let request =
            revocation::request(self.registration(), &metadata.revocation_endpoint, token, hint, self.0.clock.now());
        let response = self.send(request, person).await?;
        answer::require_success(&response, "a revocation response")
    }

    /// Takes a whole set back: its refresh token ends its access token too.
    ///
    /// # Errors
    /// As [`revoke`](Self::revoke).
    pub async fn revoke_all(&self, tokens: &TokenSet, person: &PersonContext) -> Result<(), OAuthError> {
        match &tokens.refresh_token {
            Some(token) => self.revoke(token.expose(), TokenTypeHint::RefreshToken, person).await,
            None => self.revoke(tokens.access_token.expose(), TokenTypeHint::AccessToken, person).await,
        }
    }

    /// Asks what an access token is worth at this moment; that it was revoked is seen here only.
    ///
    /// # Errors
    /// When the server could not be asked.
    pub async fn introspect(&self, token: &AccessToken, person: &PersonContext) -> Result<Introspection, OAuthError> {
        let metadata = self.metadata().await?;
        let request =
            introspection::request(self.registration(), &metadata.introspection_endpoint, token, self.0.clock.now());
        introspection::read(&self.send(request, person).await?)
    }

    /// Asks whether the access token of a session was taken back since it came, which only the server knows.
    ///
    /// # Errors
    /// [`OAuthError::Token`] when the server says that the token is another client's or another person's; every other error means
    /// that nobody could tell.
    pub async fn token_status(&self, tokens: &TokenSet, person: &PersonContext) -> Result<TokenStatus, OAuthError> {
        let introspection = self.introspect(&tokens.access_token, person).await?;
        Ok(introspection.status(self.registration(), &tokens.claims)?)
    }

    /// Judges an access token that a program presents by itself: a JWT of a custom authorization server by its signature and claims, from
    /// memory, and where [`introspect_every`](Registration::introspect_every) is set by asking the server too; the org server's by
    /// asking alone, one call each time. Keep verdicts for a while, by the token's hash and the rule, the bad ones too: strangers
    /// choose what is asked here.
    ///
    /// # Errors
    /// [`OAuthError::Token`] for a token that is not good here (401, or 403 when
    /// [`is_insufficient_scope`](OAuthError::is_insufficient_scope)); everything else means that nobody could tell (503).
    pub async fn validate_bearer(
        &self,
        token: &AccessToken,
        rule: &BearerRule,
        person: &PersonContext,
    ) -> Result<BearerIdentity, OAuthError> {
        bearer::require_token_shape(token)?;
        if self.registration().issuer.kind() == ServerKind::Org {
            let introspection = self.introspect(token, person).await?;
            return Ok(bearer::of_introspection(introspection, self.registration(), rule, self.0.clock.now())?);
        }
        let claims = self.verified(TokenKind::Access, token.expose()).await?;
        let identity = bearer::of_claims(claims, self.registration(), rule, self.0.clock.now())?;
        // A signature does not show that a token was taken back.
        if self.registration().introspect_every.is_some() && !self.introspect(token, person).await?.active {
            return Err(TokenKind::Access.refused(TokenFault::Inactive).into());
        }
        Ok(identity)
    }

    /// Validates a logout token that somebody posted; whether it came before is for the caller to note.
    ///
    /// # Errors
    /// [`OAuthError::Token`] for a token with any flaw; every other error says nothing about it.
    pub async fn validate_logout_token(&self, token: &str) -> Result<LogoutToken, OAuthError> {
        let claims = self.verified(TokenKind::Logout, token).await?;
        Ok(logout_token::check(&claims, self.registration(), self.0.clock.now())?)
    }

    /// Where a browser goes to end its session at the authorization server.
    ///
    /// The server is asked for its metadata afresh, and has three seconds: whoever is sent to a server that does not answer has
    /// left our pages, and nobody can tell them what became of their sign-out.
    pub async fn departure(&self, id_token: &IdToken, post_logout_redirect_uri: &str) -> Departure {
        match tokio::time::timeout(PATIENCE_OF_THE_LEAVING, self.fetch_metadata()).await {
            Ok(Ok(Fetched { value, .. })) => match &value.end_session_endpoint {
                Some(endpoint) => {
                    end_session::departure(endpoint, id_token, post_logout_redirect_uri, &State::random())
                }
                None => Departure::NotOffered,
            },
            Ok(Err(error)) => {
                let error = &error as &dyn std::error::Error;
                tracing::warn!(
                    issuer = self.registration().issuer.as_str(),
                    error,
                    "A session at the authorization server could not be ended"
                );
                Departure::OutOfReach
            }
            Err(_) => {
                tracing::warn!(
                    issuer = self.registration().issuer.as_str(),
                    "A session at the authorization server could not be ended in time"
                );
                Departure::OutOfReach
            }
        }
    }

    /// The key that the tokens are bound to. Where there is none yet, because the application has only now been made to
    /// demand one, a fresh key is shown: the server knows whether this refresh token is bound to another.
    fn prover_of(&self, tokens: &TokenSet) -> Result<Option<Prover>, OAuthError> {
        match (&tokens.proof_key, self.registration().dpop) {
            (_, false) => Ok(None),
            (None, true) => Ok(Some(Prover::generate())),
            (Some(kept), true) => Prover::of(kept).map(Some).ok_or(OAuthError::ProofKeyLost),
        }
    }

    /// Asks the token endpoint, and once more when it wants its newest nonce in the proof (RFC 9449 §8): nothing was
    /// spent then. What `request` builds is good for one request, so the second one is built anew.
    async fn ask_token_endpoint(
        &self,
        metadata: &Metadata,
        prover: Option<&Prover>,
        person: &PersonContext,
        request: impl Fn(&Registration, &Endpoint, Timestamp) -> Request<Bytes>,
    ) -> Result<Response<Bytes>, OAuthError> {
        let endpoint = &metadata.token_endpoint;
        let Some(prover) = prover else {
            return self.send(request(self.registration(), endpoint, self.0.clock.now()), person).await;
        };
        let mut is_second = false;
        loop {
            let (now, nonce) = (self.0.clock.now(), self.nonce());
            let mut request = request(self.registration(), endpoint, now);
            let proof = prover.proof(request.method(), endpoint.url(), nonce.as_deref(), now);
            request.headers_mut().insert(dpop::PROOF, proof);
            let response = self.send(request, person).await?;
            self.keep_nonce(&response);
            let wants_another = answer::require_success(&response, "a token response")
                .is_err_and(|error| error.has_code(&ErrorCode::UseDpopNonce));
            if is_second || !wants_another || self.nonce() == nonce {
                return Ok(response);
            }
            is_second = true;
        }
    }

    fn nonce(&self) -> Option<String> {
        self.0.nonce.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The newest one counts, whatever it came with.
    fn keep_nonce(&self, response: &Response<Bytes>) {
        let nonce = response.headers().get(dpop::NONCE).and_then(|value| value.to_str().ok());
        if let Some(nonce) = nonce.filter(|nonce| !nonce.is_empty() && nonce.len() <= LONGEST_NONCE) {
            *self.0.nonce.lock().unwrap_or_else(PoisonError::into_inner) = Some(nonce.to_owned());
        }
    }

    async fn fetch_metadata(&self) -> Result<Fetched<Metadata>, OAuthError> {
        let issuer = &self.registration().issuer;
        let response = self.0.http.send(discovery::request(issuer), DOCUMENT_LIMIT).await?;
        Ok(Fetched { value: discovery::read(issuer, &response)?, lifetime: METADATA_LIFETIME })
    }

    async fn fetch_keys(&self) -> Result<Fetched<KeySet>, OAuthError> {
        let metadata = self.metadata().await?;
        let response = self.0.http.send(discovery::json_request(&metadata.jwks_uri), DOCUMENT_LIMIT).await?;
        answer::require_success(&response, "a key set")?;
        let value = KeySet::read(response.body())?;
        let lifetime = answer::max_age(response.headers()).map_or(KEYS_LIFETIME, Duration::from_secs);
        Ok(Fetched { value, lifetime: lifetime.clamp(SHORTEST_KEYS_LIFETIME, LONGEST_KEYS_LIFETIME) })
    }

    async fn send(&self, mut request: Request<Bytes>, person: &PersonContext) -> Result<Response<Bytes>, OAuthError> {
        person.add_to(request.headers_mut());
        Ok(self.0.http.send(request, ANSWER_LIMIT).await?)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("registration", &self.0.registration).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
