//! Proof of possession at the token endpoint (RFC 9449), demanded of the clients that are registered for it.

use http::HeaderMap;

use super::assertions::Presented;
use super::clients::Client;
use super::jose::{Statement, thumbprint};
use super::wire::OAuthError;

/// How far a proof's time may be from ours, in seconds.
const TOLERANCE: u64 = 300;

/// What a proof is measured against.
pub(super) struct Expected<'a> {
    pub(super) url: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: u64,
}

/// The thumbprint of the key that tokens are to be bound to; `None` for a client whose tokens are for bearers.
pub(super) fn verify(
    client: &Client,
    headers: &HeaderMap,
    expected: &Expected<'_>,
    presented: &mut Presented,
) -> Result<Option<String>, OAuthError> {
    if !client.switches.demands_proof {
        return Ok(None);
    }
    let refused = |why: &str| OAuthError::bad_request("invalid_dpop_proof", why);
    let mut proofs = headers.get_all("dpop").iter();
    let Some(proof) = proofs.next() else {
        return Err(refused("The DPoP proof JWT header is missing."));
    };
    if proofs.next().is_some() {
        return Err(refused("There is more than one DPoP proof JWT header."));
    }
    let proof = proof.to_str().ok().and_then(Statement::read);
    let proof = proof.ok_or_else(|| refused("The DPoP proof JWT header is not a valid JWT."))?;
    let key = proof.header("jwk").ok_or_else(|| refused("The DPoP proof JWT header has no public key."))?;
    let is_good = proof.header_text("typ") == Some("dpop+jwt") && key.get("d").is_none() && proof.is_signed_by(key);
    if !is_good {
        return Err(refused("The DPoP proof JWT header is invalid."));
    }
    if proof.text("htm") != Some("POST") || proof.text("htu") != Some(expected.url) {
        return Err(refused("The DPoP proof JWT is for another request."));
    }
    let now = expected.now;
    if proof.time("iat").is_none_or(|at| at.abs_diff(now) > TOLERANCE) {
        return Err(refused("The DPoP proof JWT was issued too long ago, or in the future."));
    }
    let key = thumbprint(key).ok_or_else(|| refused("The DPoP proof JWT header is invalid."))?;
    let id = proof.text("jti").ok_or_else(|| refused("The DPoP proof JWT has no jti."))?;
    if !presented.for_the_first_time(format!("{key} {id}"), now + 2 * TOLERANCE, now) {
        return Err(refused("The DPoP proof JWT has already been used."));
    }
    if proof.text("nonce") != Some(expected.nonce) {
        let refusal = OAuthError::bad_request("use_dpop_nonce", "Authorization server requires nonce in DPoP proof.");
        return Err(OAuthError { nonce: Some(expected.nonce.to_owned()), ..refusal });
    }
    Ok(Some(key))
}
