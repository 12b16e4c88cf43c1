//! Validates an access token of a custom authorization server.
//!
//! The org authorization server's are opaque by contract, even where one looks like a JWT: they never come here.

use super::jwt::Claims;
use super::registration::{Registration, Scope};
use super::token_error::{TokenError, TokenFault};
use crate::clock::Timestamp;

/// What a validated access token says that the token response may not.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AccessTokenFacts {
    /// When it ends.
    pub(super) expires_at: Timestamp,
    /// What it is good for, when it says so.
    pub(super) scopes: Option<Vec<Scope>>,
}

/// Checks that the token is for our audience, was issued to us, is valid now and belongs to `subject`.
pub(super) fn check(
    claims: &Claims,
    registration: &Registration,
    subject: &str,
    now: Timestamp,
) -> Result<AccessTokenFacts, TokenError> {
    let expires_at = require_good(claims, registration, now)?;
    claims.require_client("cid", registration.client_id.as_str())?;
    // `sub` is a login name or an id, as the org likes; `uid` is always the id that the ID token calls `sub`.
    if claims.text("uid")?.is_some_and(|uid| uid != subject) {
        return Err(claims.refused(TokenFault::AnotherPerson));
    }
    let scopes: Option<Vec<Scope>> = match claims.has("scp") {
        true => Some(claims.texts("scp")?.into_iter().map(Scope::new).collect()),
        false => None,
    };
    // Every sign-in asks for it; a token without it was made for something else.
    if scopes.as_ref().is_some_and(|scopes| scopes.iter().all(|scope| scope.as_str() != "openid")) {
        return Err(claims.refused(TokenFault::MissingScope("openid")));
    }
    Ok(AccessTokenFacts { expires_at, scopes })
}

/// Checks what holds for every access token of the issuer's, whoever presents it; gives its end.
pub(super) fn require_good(
    claims: &Claims,
    registration: &Registration,
    now: Timestamp,
) -> Result<Timestamp, TokenError> {
    claims.require_issuer(registration.issuer.as_str())?;
    // These two stand in ID tokens only; `aud` alone would let one through where client and audience are named alike.
    if claims.has("nonce") || claims.has("at_hash") {
        return Err(claims.refused(TokenFault::IsAnIdToken));
    }
    let audience = registration.audience.as_deref();
    let audience = audience.ok_or_else(|| claims.refused(TokenFault::NoAudienceConfigured))?;
    claims.require_audience(audience)?;
    claims.require_valid_at(now)
}

#[cfg(test)]
mod tests;
