//! Validates an access token of a custom authorization server.
//!
//! The org authorization server's are opaque by contract, even where one looks like a JWT: they never come here.

mod value;

use super::jwt::Claims;
use super::registration::Registration;
use super::token_error::{TokenError, TokenFault};
use crate::clock::Timestamp;
pub use value::AccessToken;

/// Checks that the token is for our audience, was issued to us, is valid now and belongs to `subject`; gives its end.
pub(super) fn check(
    claims: &Claims,
    registration: &Registration,
    subject: &str,
    now: Timestamp,
) -> Result<Timestamp, TokenError> {
    let expires_at = require_good(claims, registration, now)?;
    claims.require_client("cid", registration.client_id.as_str())?;
    // `sub` is a login name or an id, as the org likes; `uid` is always the id that the ID token calls `sub`.
    if claims.text("uid")?.is_some_and(|uid| uid != subject) {
        return Err(claims.refused(TokenFault::AnotherPerson));
    }
    // Every sign-in asks for it; a token without it was made for something else.
    if claims.has("scp") && !claims.texts("scp")?.contains(&"openid") {
        return Err(claims.refused(TokenFault::MissingScope("openid")));
    }
    Ok(expires_at)
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
