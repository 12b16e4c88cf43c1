//! Validates a logout token (OpenID Connect Back-Channel Logout 1.0 §2.4 to §2.6).
//!
//! Whoever can reach the gateway can post one, so the token is all the proof there is: every member that the specification
//! wants is required here, and a token that could be read as an ID token is none. That it comes for the first time is not
//! seen in it: its holder notes the [`id`](LogoutToken::id) until [`accepted_until`](LogoutToken::accepted_until).

use std::fmt;
use std::time::Duration;

use serde_json::Value;

use super::jwt::Claims;
use super::registration::Registration;
use super::token_error::{TokenError, TokenFault};
use crate::clock::Timestamp;

/// How far the two clocks may be apart.
const CLOCK_TOLERANCE: Duration = Duration::from_secs(90);
/// How long ago the token may have been issued, whatever it says of its own end: it is meant for now.
const LONGEST_AGE: Duration = Duration::from_secs(5 * 60);
/// The event that makes a token one for logging out (§2.4).
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// The longest identifier that is worth remembering; servers write UUIDs and the like.
const LONGEST_ID: usize = 512;

/// Whose sessions the issuer has ended: those of one session there, those of one person, or both at once.
#[derive(Clone, PartialEq, Eq)]
pub struct LogoutToken {
    /// The person (`sub`), as ID tokens name them; without [`sid`](Self::sid) every session of theirs has ended.
    pub subject: Option<String>,
    /// The session at the issuer (`sid`), as ID tokens name it.
    pub sid: Option<String>,
    /// The token's own name (`jti`): a second one of that name is a replay.
    pub id: String,
    /// From then on the token is refused for its age, and its name need not be remembered.
    pub accepted_until: Timestamp,
}

/// Names nobody but the token.
impl fmt::Debug for LogoutToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LogoutToken").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Checks what a verified logout token says, in the order of §2.6.
pub(super) fn check(claims: &Claims, registration: &Registration, now: Timestamp) -> Result<LogoutToken, TokenError> {
    claims.require_issuer(registration.issuer.as_str())?;
    claims.require_audience(registration.client_id.as_str())?;
    let accepted_until = check_times(claims, now)?;
    let (subject, sid) = (named(claims, "sub")?, named(claims, "sid")?);
    if subject.is_none() && sid.is_none() {
        return Err(claims.refused(TokenFault::MissingClaim("sub or sid")));
    }
    check_event(claims)?;
    // An ID token has one, and nobody shall sign people out with an ID token that came their way.
    if claims.has("nonce") {
        return Err(claims.refused(TokenFault::ForbiddenClaim("nonce")));
    }
    let id = claims.required_text("jti")?;
    if id.len() > LONGEST_ID {
        return Err(claims.refused(TokenFault::MisshapenClaim { claim: "jti", expected: "a short text" }));
    }
    Ok(LogoutToken { subject, sid, id: id.to_owned(), accepted_until })
}

/// `iat` and `exp` are required and both count; gives the moment from which the token is too old.
fn check_times(claims: &Claims, now: Timestamp) -> Result<Timestamp, TokenError> {
    let required = |claim| claims.time(claim)?.ok_or_else(|| claims.refused(TokenFault::MissingClaim(claim)));
    let (issued, expires) = (required("iat")?, required("exp")?);
    for (claim, at) in [("iat", Some(issued)), ("nbf", claims.time("nbf")?)] {
        if let Some(at) = at.filter(|at| *at > now.plus(CLOCK_TOLERANCE)) {
            return Err(claims.refused(TokenFault::FromTheFuture { claim, at, now }));
        }
    }
    let end = expires.min(issued.plus(LONGEST_AGE));
    let accepted_until = end.plus(CLOCK_TOLERANCE);
    if now >= accepted_until {
        return Err(claims.refused(TokenFault::Expired { at: end, now }));
    }
    Ok(accepted_until)
}

/// A name that is there says something.
fn named(claims: &Claims, claim: &'static str) -> Result<Option<String>, TokenError> {
    match claims.text(claim)? {
        Some("") => Err(claims.refused(TokenFault::MisshapenClaim { claim, expected: "a name" })),
        name => Ok(name.map(str::to_owned)),
    }
}

/// Another event that the token may speak of as well does no harm.
fn check_event(claims: &Claims) -> Result<(), TokenError> {
    let misshapen = |expected| claims.refused(TokenFault::MisshapenClaim { claim: "events", expected });
    match claims.member("events") {
        None => Err(claims.refused(TokenFault::MissingClaim("events"))),
        Some(Value::Object(events)) => match events.get(EVENT) {
            Some(Value::Object(_)) => Ok(()),
            _ => Err(misshapen("the event of a logout, with an object")),
        },
        Some(_) => Err(misshapen("an object of events")),
    }
}

#[cfg(test)]
mod tests;
