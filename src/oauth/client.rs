//! Joins the pure parts with the one HTTP client, and remembers what was discovered.

mod exchange;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};

use super::cached::{Cached, Fetched};
use super::discovery::{self, Metadata};
use super::end_session::{self, Departure};
use super::error::{ErrorKind, OAuthError};
use super::id_token::ExpectedIdentity;
use super::interact::{self, InteractRequest};
use super::introspection::{self, Introspection};
use super::key_set::KeySet;
use super::logout_token::{self, LogoutToken};
use super::registration::Registration;
use super::token_endpoint::{self, TokenResponse};
use super::token_error::TokenKind;
use super::token_set::TokenSet;
use super::{AccessToken, CodeVerifier, IdToken, State, TokenTypeHint, answer, revocation};
use crate::clock::Clock;
use crate::http_client::HttpClient;
use crate::person::PersonContext;
use crate::secret::Secret;

/// The most that is read of a discovery document or a key set.
const DOCUMENT_LIMIT: usize = 1024 * 1024;
/// The most that is read of any other answer.
const ANSWER_LIMIT: usize = 256 * 1024;

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
        Self(Arc::new(Inner { registration, http, clock, metadata, keys }))
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
        let response = self.send(request.request(self.registration()), person).await?;
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
        let endpoint = &metadata.token_endpoint;
        let request = token_endpoint::redeem_request(self.registration(), endpoint, interaction_code, code_verifier);
        let asked_at = self.0.clock.now();
        let response = TokenResponse::read(&self.send(request, person).await?)?;
        let tokens = self.tokens_of_exchange(&response, expected, asked_at, person).await;
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
        let endpoint = &metadata.token_endpoint;
        let request = token_endpoint::refresh_request(self.registration(), endpoint, refresh_token);
        let asked_at = self.0.clock.now();
        let response = TokenResponse::read(&self.send(request, person).await?)?;
        let tokens = self.tokens_of_refresh(&response, previous, asked_at).await;
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
        let request = revocation::request(self.registration(), &metadata.revocation_endpoint, token, hint);
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
        let request = introspection::request(self.registration(), &metadata.introspection_endpoint, token);
        introspection::read(&self.send(request, person).await?)
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
