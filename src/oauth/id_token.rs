//! Validates an ID token (OpenID Connect Core §3.1.3.7).

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::jwt::{CLOCK_TOLERANCE, Claims};
use super::registration::Registration;
use super::token_error::{TokenError, TokenFault};
use super::token_set::IdentityClaims;
use super::{AccessToken, Nonce};
use crate::clock::Timestamp;

/// What a sign-in expects its ID token to say.
#[derive(Clone, Debug)]
pub struct ExpectedIdentity {
    /// The nonce that went with the interaction.
    pub nonce: Nonce,
    /// How fresh the authentication must be, when `max_age` was asked for.
    pub authentication_age: Option<AuthenticationAge>,
}

/// An authentication no older than `max_age` at the moment it was asked for.
///
/// Counted from that moment and not from the token's arrival: a person who takes ten minutes over a second factor has
/// not authenticated too long ago.
#[derive(Clone, Copy, Debug)]
pub struct AuthenticationAge {
    /// The `max_age` that was sent.
    pub max_age: Duration,
    /// When it was sent.
    pub asked_at: Timestamp,
}

impl ExpectedIdentity {
    /// Expects this nonce and nothing else in particular.
    pub const fn nonce(nonce: Nonce) -> Self {
        Self { nonce, authentication_age: None }
    }
}

/// Checks the ID token of a code exchange.
pub(super) fn of_exchange(
    claims: Claims,
    registration: &Registration,
    access_token: &AccessToken,
    expected: &ExpectedIdentity,
    now: Timestamp,
) -> Result<IdentityClaims, TokenError> {
    check_common(&claims, registration, access_token, now)?;
    // Step 11: always sent, so always required.
    let nonce = claims.text("nonce")?.ok_or_else(|| claims.refused(TokenFault::MissingClaim("nonce")))?;
    if Nonce::new(nonce) != expected.nonce {
        return Err(claims.refused(TokenFault::Nonce));
    }
    // Step 13.
    if let Some(age) = expected.authentication_age {
        let at = claims.time("auth_time")?.ok_or_else(|| claims.refused(TokenFault::MissingClaim("auth_time")))?;
        if at.plus(age.max_age).plus(CLOCK_TOLERANCE) < age.asked_at {
            return Err(claims.refused(TokenFault::AuthenticationTooOld));
        }
    }
    IdentityClaims::read(claims)
}

/// Checks the ID token of a refresh: the same person, signed in at the same moment (OpenID Connect Core §12.2).
///
/// `before` is what the ID token until now says; `previous`, what is known of the person, may be older than that.
pub(super) fn of_refresh(
    claims: Claims,
    registration: &Registration,
    access_token: &AccessToken,
    before: &Claims,
    previous: &IdentityClaims,
    now: Timestamp,
) -> Result<IdentityClaims, TokenError> {
    check_common(&claims, registration, access_token, now)?;
    let changed = |claim| Err(claims.refused(TokenFault::IdentityChanged(claim)));
    if !same_audiences(&claims, before)? {
        return changed("aud");
    }
    // A refreshed ID token should have no nonce; if it has, it is that of the one before.
    let nonce = claims.text("nonce")?;
    if nonce.is_some() && nonce != before.text("nonce")? {
        return changed("nonce");
    }
    let auth_time = claims.time("auth_time")?;
    if auth_time.is_some() && auth_time != previous.auth_time {
        return changed("auth_time");
    }
    if claims.required_text("sub")? != &*previous.sub {
        return changed("sub");
    }
    let mut current = IdentityClaims::read(claims)?;
    current.keep_authentication_of(previous);
    Ok(current)
}

fn same_audiences(claims: &Claims, before: &Claims) -> Result<bool, TokenError> {
    let (mut now, mut then) = (claims.texts("aud")?, before.texts("aud")?);
    now.sort_unstable();
    then.sort_unstable();
    Ok(now == then)
}

/// What holds for every ID token.
fn check_common(
    claims: &Claims,
    registration: &Registration,
    access_token: &AccessToken,
    now: Timestamp,
) -> Result<(), TokenError> {
    let client_id = registration.client_id.as_str();
    // Step 2.
    claims.require_issuer(registration.issuer.as_str())?;
    // Steps 3 to 5.
    claims.require_audience(client_id)?;
    if claims.has("azp") || claims.texts("aud")?.len() > 1 {
        claims.require_client("azp", client_id)?;
    }
    // Steps 9 and 10.
    if claims.time("iat")?.is_none() {
        return Err(claims.refused(TokenFault::MissingClaim("iat")));
    }
    claims.require_valid_at(now)?;
    claims.require_past("auth_time", now)?;
    claims.required_text("sub")?;
    // §3.1.3.6 leaves `at_hash` out of a code exchange if the server likes, so its absence is no fault: both tokens came
    // in one answer over TLS, and the access token is bound to the person by its own `uid` or by introspection.
    if let Some(hash) = claims.text("at_hash")?
        && !bool::from(hash.as_bytes().ct_eq(at_hash(access_token).as_bytes()))
    {
        return Err(claims.refused(TokenFault::AccessTokenHash));
    }
    Ok(())
}

/// The left half of the access token's SHA-256, the hash of RS256 (OpenID Connect Core §3.1.3.6).
pub(super) fn at_hash(access_token: &AccessToken) -> String {
    let digest = Sha256::digest(access_token.expose());
    URL_SAFE_NO_PAD.encode(&digest[..digest.len() / 2])
}

#[cfg(test)]
mod tests;
