//! Signed JSON Web Tokens, in the strict profile of RFC 8725: one algorithm, keys from the issuer's key set only.
//!
//! A token goes two steps: [`UnverifiedJwt::parse`] tells which key is needed, [`UnverifiedJwt::verify`] gives the
//! [`Claims`]; there is no way to the claims around the signature. What a header says about keys (`jku`, `jwk`, `x5u`,
//! `x5c`) is not read at all. jsonwebtoken checks the signature and nothing else: it would ask the machine for the time
//! and let absent claims pass.

use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use serde_json::{Map, Value};

use super::answer::printable;
use super::json;
use super::key_set::KeySet;
use super::token_error::{TokenError, TokenFault, TokenKind};
use crate::clock::Timestamp;

/// How far the two clocks may be apart; Okta allows up to two minutes.
pub(super) const CLOCK_TOLERANCE: Duration = Duration::from_secs(120);

/// More than any authorization server issues; longer ones are not even decoded.
const LONGEST: usize = 64 * 1024;

/// A token whose header has been read, and nothing else.
pub(super) struct UnverifiedJwt<'a> {
    kind: TokenKind,
    key_id: String,
    signed: &'a str,
    payload: &'a str,
    signature: &'a str,
}

impl<'a> UnverifiedJwt<'a> {
    /// Reads the header and refuses whatever the profile does not have.
    pub(super) fn parse(kind: TokenKind, token: &'a str) -> Result<Self, TokenError> {
        let refused = |fault| kind.refused(fault);
        let malformed = |why| refused(TokenFault::Malformed(why));
        if token.len() > LONGEST {
            return Err(malformed("it is too long"));
        }
        let parts: Vec<&str> = token.split('.').collect();
        let [header, payload, signature] = parts[..] else {
            return Err(malformed("it does not have three parts"));
        };
        let signed = &token[..header.len() + 1 + payload.len()];
        let header = decode_object(header).map_err(malformed)?;

        let algorithm = header.get("alg").and_then(Value::as_str).unwrap_or("none");
        if algorithm != "RS256" {
            return Err(refused(TokenFault::Algorithm { found: printable(algorithm) }));
        }
        // RFC 7797 §3 makes `b64` critical; one that is not declared so is refused all the same.
        if header.contains_key("crit") || header.contains_key("b64") {
            return Err(refused(TokenFault::CriticalHeader));
        }
        if let Some(declared) = header.get("typ")
            && !is_type_of(kind, declared)
        {
            let found = declared.as_str().map_or_else(|| "something else".to_owned(), printable);
            return Err(refused(TokenFault::Type { found }));
        }
        let key_id = header.get("kid").and_then(Value::as_str).filter(|key_id| !key_id.is_empty());
        let key_id = key_id.ok_or_else(|| refused(TokenFault::NoKeyId))?.to_owned();
        Ok(Self { kind, key_id, signed, payload, signature })
    }

    /// Which key of the key set is needed.
    pub(super) fn key_id(&self) -> &str {
        &self.key_id
    }

    /// Checks the signature and gives what was signed.
    pub(super) fn verify(&self, keys: &KeySet) -> Result<Claims, TokenError> {
        let refused = |fault| self.kind.refused(fault);
        if !keys.contains(&self.key_id) {
            return Err(refused(TokenFault::UnknownKey { key_id: printable(&self.key_id) }));
        }
        let fits = keys.with_id(&self.key_id).any(|key| {
            jsonwebtoken::crypto::verify(self.signature, self.signed.as_bytes(), key, Algorithm::RS256).unwrap_or(false)
        });
        if !fits {
            return Err(refused(TokenFault::Signature));
        }
        let members = decode_object(self.payload).map_err(|why| refused(TokenFault::Malformed(why)))?;
        Ok(Claims { kind: self.kind, members })
    }
}

/// RFC 9068 §2.1 gives access tokens a type of their own, and Back-Channel Logout 1.0 §2.4 logout tokens; Okta sends none at all.
fn is_type_of(kind: TokenKind, declared: &Value) -> bool {
    let Some(declared) = declared.as_str() else { return false };
    let declared = declared.to_ascii_lowercase();
    match kind {
        TokenKind::Id => declared == "jwt",
        TokenKind::Access => matches!(declared.as_str(), "jwt" | "at+jwt" | "application/at+jwt"),
        TokenKind::Logout => matches!(declared.as_str(), "jwt" | "logout+jwt" | "application/logout+jwt"),
    }
}

fn decode_object(part: &str) -> Result<Map<String, Value>, &'static str> {
    let bytes = URL_SAFE_NO_PAD.decode(part).map_err(|_| "a part is not base64url")?;
    json::object(&bytes).map_err(|_| "a part is not a JSON object with distinct members")
}

/// Without the token: until it is verified as well as afterwards, whoever holds it is let in.
impl fmt::Debug for UnverifiedJwt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnverifiedJwt").field("kind", &self.kind).field("key_id", &self.key_id).finish_non_exhaustive()
    }
}

/// What a verified token says; the checks that both kinds of token share.
pub(super) struct Claims {
    kind: TokenKind,
    members: Map<String, Value>,
}

/// The names of the claims: what they say is about a person, and some (`nonce`, `jti`) are secrets.
impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.members.keys().map(String::as_str).collect();
        f.debug_struct("Claims").field("kind", &self.kind).field("members", &names).finish()
    }
}

impl Claims {
    /// What a token says that was verified when it came and has been kept since.
    pub(super) fn of_kept(kind: TokenKind, token: &str) -> Result<Self, TokenError> {
        let payload = token.split('.').nth(1).unwrap_or_default();
        let members = decode_object(payload).map_err(|why| kind.refused(TokenFault::Malformed(why)))?;
        Ok(Self { kind, members })
    }

    pub(super) fn refused(&self, fault: TokenFault) -> TokenError {
        self.kind.refused(fault)
    }

    pub(super) fn has(&self, claim: &str) -> bool {
        self.members.contains_key(claim)
    }

    /// A claim of whatever shape, if it is there.
    pub(super) fn member(&self, claim: &str) -> Option<&Value> {
        self.members.get(claim)
    }

    pub(super) fn into_members(self) -> Map<String, Value> {
        self.members
    }

    /// A claim that is text, if it is there.
    pub(super) fn text(&self, claim: &'static str) -> Result<Option<&str>, TokenError> {
        match self.members.get(claim) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.refused(TokenFault::MisshapenClaim { claim, expected: "text" })),
        }
    }

    /// A claim that is text and must be there, not empty.
    pub(super) fn required_text(&self, claim: &'static str) -> Result<&str, TokenError> {
        self.text(claim)?.filter(|text| !text.is_empty()).ok_or_else(|| self.refused(TokenFault::MissingClaim(claim)))
    }

    /// A `NumericDate` (RFC 7519 §2) in whole seconds, if it is there.
    pub(super) fn time(&self, claim: &'static str) -> Result<Option<Timestamp>, TokenError> {
        /// The year 9999: what lies beyond is no time but a trick.
        const LAST: u64 = 253_402_300_799;
        let Some(value) = self.members.get(claim) else { return Ok(None) };
        let whole = match value {
            Value::Number(number) => number.as_u64().or_else(|| whole_seconds(number.as_f64()?)),
            _ => None,
        };
        match whole.filter(|seconds| *seconds <= LAST) {
            Some(seconds) => Ok(Some(Timestamp::from_unix(seconds))),
            None => Err(self.refused(TokenFault::MisshapenClaim { claim, expected: "a time in whole seconds" })),
        }
    }

    /// Texts of a claim that is one text or a list of them, such as `aud` (RFC 7519 §4.1.3).
    pub(super) fn texts(&self, claim: &'static str) -> Result<Vec<&str>, TokenError> {
        let misshapen = || self.refused(TokenFault::MisshapenClaim { claim, expected: "text or a list of texts" });
        match self.members.get(claim) {
            None => Ok(Vec::new()),
            Some(Value::String(text)) => Ok(vec![text]),
            Some(Value::Array(items)) => items.iter().map(|item| item.as_str().ok_or_else(misshapen)).collect(),
            Some(_) => Err(misshapen()),
        }
    }

    /// `iss` equals the configured issuer, character by character.
    pub(super) fn require_issuer(&self, expected: &str) -> Result<(), TokenError> {
        let found = self.required_text("iss")?;
        if found == expected {
            return Ok(());
        }
        Err(self.refused(TokenFault::Issuer { found: printable(found), expected: expected.to_owned() }))
    }

    /// `aud` contains `expected`.
    pub(super) fn require_audience(&self, expected: &str) -> Result<(), TokenError> {
        let audiences = self.texts("aud")?;
        if audiences.is_empty() {
            return Err(self.refused(TokenFault::MissingClaim("aud")));
        }
        if audiences.contains(&expected) {
            return Ok(());
        }
        let found = printable(&audiences.join(", "));
        Err(self.refused(TokenFault::Audience { found, expected: expected.to_owned() }))
    }

    /// `claim` names the configured client.
    pub(super) fn require_client(&self, claim: &'static str, expected: &str) -> Result<(), TokenError> {
        let found = self.required_text(claim)?;
        if found == expected {
            return Ok(());
        }
        Err(self.refused(TokenFault::Client { found: printable(found), expected: expected.to_owned() }))
    }

    /// `exp` lies ahead; `nbf` and `iat` do not, as far as the clocks can tell. Gives `exp`.
    pub(super) fn require_valid_at(&self, now: Timestamp) -> Result<Timestamp, TokenError> {
        let expires = self.time("exp")?.ok_or_else(|| self.refused(TokenFault::MissingClaim("exp")))?;
        if now >= expires.plus(CLOCK_TOLERANCE) {
            return Err(self.refused(TokenFault::Expired { at: expires, now }));
        }
        self.require_past("nbf", now)?;
        self.require_past("iat", now)?;
        Ok(expires)
    }

    /// The time in `claim`, if it is there, does not lie ahead of `now`.
    pub(super) fn require_past(&self, claim: &'static str, now: Timestamp) -> Result<(), TokenError> {
        match self.time(claim)? {
            Some(at) if at > now.plus(CLOCK_TOLERANCE) => {
                Err(self.refused(TokenFault::FromTheFuture { claim, at, now }))
            }
            _ => Ok(()),
        }
    }
}

/// A float that is a whole number of seconds: some servers write `1.7e9`.
fn whole_seconds(value: f64) -> Option<u64> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    let whole = value.fract() == 0.0 && (0.0..=LARGEST_EXACT).contains(&value);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, positive and below 2^53")]
    whole.then_some(value as u64)
}

#[cfg(test)]
mod tests;
