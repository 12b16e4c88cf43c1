//! From a token response to a validated token set.

use std::time::Duration;

use super::super::dpop::Prover;
use super::super::error::OAuthError;
use super::super::id_token::{self, ExpectedIdentity};
use super::super::issuer::ServerKind;
use super::super::jwt::{Claims, UnverifiedJwt};
use super::super::key_set::KeySet;
use super::super::token_endpoint::TokenResponse;
use super::super::token_error::{TokenFault, TokenKind};
use super::super::token_set::{IdentityClaims, TokenSet};
use super::super::{IdToken, TokenTypeHint, access_token};
use super::Client;
use crate::clock::Timestamp;
use crate::person::PersonContext;
use crate::secret::Secret;

/// An access token whose end is this near is of no use to anybody.
const SHORTEST_TOKEN_LIFETIME: Duration = Duration::from_secs(1);

/// No response is believed that says longer: what lies beyond would never be refreshed. A day is the longest that an org gives.
const LONGEST_TOKEN_LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

impl Client {
    pub(super) async fn tokens_of_exchange(
        &self,
        response: &TokenResponse,
        expected: &ExpectedIdentity,
        prover: Option<&Prover>,
        asked_at: Timestamp,
        person: &PersonContext,
    ) -> Result<TokenSet, OAuthError> {
        let id_token = response.id_token.as_ref().ok_or_else(|| TokenKind::Id.refused(TokenFault::Missing))?;
        let claims = self.verified(TokenKind::Id, id_token.expose()).await?;
        let now = self.0.clock.now();
        let claims = id_token::of_exchange(claims, self.registration(), &response.access_token, expected, now)?;
        let mut stated = self.end_stated_by_access_token(response, &claims, prover).await?;
        if self.registration().issuer.kind() == ServerKind::Org {
            let introspection = self.introspect(&response.access_token, person).await?;
            introspection.check(self.registration(), &claims)?;
            // Okta states it; where a server does not, its word for the token's type has to do.
            if let (Some(prover), Some(confirmation)) = (prover, &introspection.cnf) {
                prover.require_binding(Some(confirmation))?;
            }
            stated = earlier(stated, introspection.exp);
        }
        let expires_at = self.end_of_access_token(stated, response.expires_in, asked_at)?;
        Ok(TokenSet {
            access_token: response.access_token.clone(),
            refresh_token: response.refresh_token.clone(),
            id_token: id_token.clone(),
            claims,
            expires_at,
            obtained_at: asked_at,
            proof_key: prover.map(Prover::kept),
        })
    }

    pub(super) async fn tokens_of_refresh(
        &self,
        response: &TokenResponse,
        previous: &TokenSet,
        prover: Option<&Prover>,
        asked_at: Timestamp,
    ) -> Result<TokenSet, OAuthError> {
        let (id_token, claims) = match &response.id_token {
            None => (previous.id_token.clone(), previous.claims.clone()),
            Some(id_token) => (id_token.clone(), self.refreshed_claims(id_token, response, previous).await?),
        };
        // The org server's token is not introspected again: it came from the token endpoint for a refresh token that is
        // bound to person and client, and a lost answer to a second question would lose a rotated refresh token.
        let stated = self.end_stated_by_access_token(response, &claims, prover).await?;
        let expires_at = self.end_of_access_token(stated, response.expires_in, asked_at)?;
        Ok(TokenSet {
            access_token: response.access_token.clone(),
            refresh_token: response.refresh_token.clone().or_else(|| previous.refresh_token.clone()),
            id_token,
            claims,
            expires_at,
            obtained_at: asked_at,
            proof_key: prover.map(Prover::kept),
        })
    }

    async fn refreshed_claims(
        &self,
        id_token: &IdToken,
        response: &TokenResponse,
        previous: &TokenSet,
    ) -> Result<IdentityClaims, OAuthError> {
        let claims = self.verified(TokenKind::Id, id_token.expose()).await?;
        let (registration, now) = (self.registration(), self.0.clock.now());
        let before = Claims::of_kept(TokenKind::Id, previous.id_token.expose())?;
        Ok(id_token::of_refresh(claims, registration, &response.access_token, &before, &previous.claims, now)?)
    }

    /// Validates the access token of a custom server and gives its end; the org server's is never looked into.
    async fn end_stated_by_access_token(
        &self,
        response: &TokenResponse,
        identity: &IdentityClaims,
        prover: Option<&Prover>,
    ) -> Result<Option<Timestamp>, OAuthError> {
        if self.registration().issuer.kind() == ServerKind::Org {
            return Ok(None);
        }
        let claims = self.verified(TokenKind::Access, response.access_token.expose()).await?;
        if let Some(prover) = prover {
            prover.require_binding(claims.member("cnf"))?;
        }
        let now = self.0.clock.now();
        Ok(Some(access_token::check(&claims, self.registration(), &identity.sub, now)?))
    }

    /// The earlier of what the token and what the response say.
    fn end_of_access_token(
        &self,
        stated: Option<Timestamp>,
        expires_in: Option<u64>,
        asked_at: Timestamp,
    ) -> Result<Timestamp, OAuthError> {
        let by_response =
            expires_in.map(|seconds| asked_at.plus(Duration::from_secs(seconds).min(LONGEST_TOKEN_LIFETIME)));
        let end = by_response.map_or(stated, |end| earlier(stated, Some(end)));
        let end = end.ok_or_else(|| TokenKind::Access.refused(TokenFault::NoLifetime))?;
        let now = self.0.clock.now();
        if end < now.plus(SHORTEST_TOKEN_LIFETIME) {
            return Err(TokenKind::Access.refused(TokenFault::Expired { at: end, now }).into());
        }
        Ok(end)
    }

    /// Reads a token, finds its key, and checks its signature.
    pub(super) async fn verified(&self, kind: TokenKind, token: &str) -> Result<Claims, OAuthError> {
        let token = UnverifiedJwt::parse(kind, token)?;
        let mut keys = self.keys().await?;
        if !keys.contains(token.key_id()) {
            let key_id = token.key_id().to_owned();
            let suffices = move |keys: &KeySet| keys.contains(&key_id);
            keys = self.0.keys.value_that(suffices, || self.fetch_keys()).await?;
            // The key may be in the set that could not be fetched: then nothing is known against the token.
            if let (false, Some(source)) = (keys.contains(token.key_id()), self.0.keys.failure()) {
                return Err(OAuthError::Unavailable { what: "key set", source });
            }
        }
        Ok(token.verify(&keys)?)
    }

    /// Revokes in the background: tokens that came but cannot be used must not live on unattended.
    pub(super) fn take_back(&self, response: &TokenResponse, person: &PersonContext) {
        let (token, hint) = match &response.refresh_token {
            Some(token) => (Secret::new(token.expose()), TokenTypeHint::RefreshToken),
            None => (Secret::new(response.access_token.expose()), TokenTypeHint::AccessToken),
        };
        let (client, person) = (self.clone(), person.clone());
        self.send_on(async move {
            if let Err(error) = client.revoke(token.expose(), hint, &person).await {
                tracing::warn!(
                    issuer = client.registration().issuer.as_str(),
                    error = &error as &dyn std::error::Error,
                    "Tokens of no use could not be revoked"
                );
            }
        });
    }
}

fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
