//! An access token that a program presents by itself (RFC 6750), judged for a route that takes such tokens.
//!
//! The checks are those of a token of our own, except that it may have been issued to other clients: which ones, the rule
//! says. A token that is bound to a key is refused: whoever presents it as a bearer proves nothing (RFC 9449 §7.2). Whether a
//! header may carry it, how many there were, and how long a verdict may be kept are the caller's affair.

use std::fmt;

use serde_json::{Map, Value};

use super::AccessToken;
use super::access_token;
use super::answer::printable;
use super::introspection::Introspection;
use super::jwt::Claims;
use super::registration::{ClientId, Registration, Scope};
use super::token_error::{TokenError, TokenFault, TokenKind};
use crate::clock::Timestamp;

/// More than any authorization server issues: nothing longer is looked at or asked about.
const LONGEST: usize = 16 * 1024;

/// What a route wants of a presented token.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BearerRule {
    /// The clients whose tokens are taken; with none of them, none is.
    pub client_ids: Vec<ClientId>,
    /// Scopes that a token must have, all of them.
    pub scopes: Vec<Scope>,
}

/// What a validated token says about who presents it. `Debug` names nobody but the subject.
#[derive(Clone, PartialEq, Eq)]
pub struct BearerIdentity {
    /// The issuer.
    pub iss: String,
    /// On whose behalf it is presented.
    pub subject: BearerSubject,
    /// To which client it was issued.
    pub client_id: ClientId,
    /// What it is good for.
    pub scopes: Vec<Scope>,
    /// Group names, when the issuer is set up to state them in access tokens; the org server never does.
    pub groups: Box<[Box<str>]>,
    /// When it ends.
    pub expires_at: Timestamp,
    /// Every claim as it came; empty for an opaque token.
    pub raw: Map<String, Value>,
}

/// On whose behalf a token is presented.
#[derive(Clone, PartialEq, Eq)]
pub enum BearerSubject {
    /// A person.
    Person {
        /// What an ID token calls `sub`: stable, never reassigned.
        id: String,
        /// The name to sign in with, which may change.
        login: Option<String>,
    },
    /// The client itself: nobody signed in (RFC 6749 §4.4).
    Client,
}

impl BearerIdentity {
    /// The person's id, or else the client's name.
    pub fn sub(&self) -> &str {
        match &self.subject {
            BearerSubject::Person { id, .. } => id,
            BearerSubject::Client => self.client_id.as_str(),
        }
    }
}

impl fmt::Debug for BearerIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BearerIdentity")
            .field("iss", &self.iss)
            .field("sub", &self.sub())
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for BearerSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person { id, .. } => write!(f, "Person({id})"),
            Self::Client => f.write_str("Client"),
        }
    }
}

/// Refuses what no server issues (RFC 6750 §2.1: `b64token`), so that nobody is asked about it.
pub(super) fn require_token_shape(token: &AccessToken) -> Result<(), TokenError> {
    let refused = |fault| Err(TokenKind::Access.refused(fault));
    let text = token.expose();
    if text.is_empty() {
        return refused(TokenFault::Missing);
    }
    if text.len() > LONGEST {
        return refused(TokenFault::Malformed("it is too long"));
    }
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
    if !text.bytes().all(is_allowed) {
        return refused(TokenFault::NotAHeaderValue);
    }
    Ok(())
}

/// Judges a token of a custom authorization server by its verified claims.
pub(super) fn of_claims(
    claims: Claims,
    registration: &Registration,
    rule: &BearerRule,
    now: Timestamp,
) -> Result<BearerIdentity, TokenError> {
    let expires_at = access_token::require_good(&claims, registration, now)?;
    if claims.has("cnf") {
        return Err(claims.refused(TokenFault::Bound));
    }
    let client_id = allowed_client(claims.required_text("cid")?, rule)?;
    let scopes: Vec<Scope> = claims.texts("scp")?.into_iter().map(Scope::new).collect();
    require_scopes(&scopes, rule)?;
    let (id, login) = (claims.text("uid")?.map(str::to_owned), claims.text("sub")?.map(str::to_owned));
    let subject = subject(id, login, &client_id)?;
    let iss = registration.issuer.as_str().to_owned();
    let raw = claims.into_members();
    let groups = raw.get("groups").and_then(Value::as_array).into_iter().flatten();
    let groups = groups.filter_map(Value::as_str).map(Box::from).collect();
    Ok(BearerIdentity { iss, subject, client_id, scopes, groups, expires_at, raw })
}

/// Judges an opaque token by what the server says about it at this moment.
pub(super) fn of_introspection(
    introspection: Introspection,
    registration: &Registration,
    rule: &BearerRule,
    now: Timestamp,
) -> Result<BearerIdentity, TokenError> {
    let refused = |fault| TokenKind::Access.refused(fault);
    if !introspection.active {
        return Err(refused(TokenFault::Inactive));
    }
    let expected = registration.issuer.as_str();
    if let Some(found) = introspection.iss.as_deref().filter(|found| *found != expected) {
        let (found, expected) = (printable(found), expected.to_owned());
        return Err(refused(TokenFault::Issuer { found, expected }));
    }
    // Refresh tokens and ID tokens can be asked about too, and are just as active.
    match introspection.token_type.as_deref() {
        Some(kind) if kind.eq_ignore_ascii_case("Bearer") => {}
        Some(kind) if kind.eq_ignore_ascii_case("DPoP") => return Err(refused(TokenFault::Bound)),
        Some(kind) => return Err(refused(TokenFault::NotBearer { found: printable(kind) })),
        None => return Err(refused(TokenFault::MissingClaim("token_type"))),
    }
    if introspection.cnf.is_some() {
        return Err(refused(TokenFault::Bound));
    }
    let client_id = introspection.client_id.as_deref().ok_or_else(|| refused(TokenFault::MissingClaim("client_id")))?;
    let client_id = allowed_client(client_id, rule)?;
    let expires_at = introspection.exp.ok_or_else(|| refused(TokenFault::NoLifetime))?;
    if now >= expires_at {
        return Err(refused(TokenFault::Expired { at: expires_at, now }));
    }
    let scopes = introspection.scope.as_deref().map(Scope::list).unwrap_or_default();
    require_scopes(&scopes, rule)?;
    let subject = subject(introspection.uid, introspection.sub, &client_id)?;
    let iss = expected.to_owned();
    Ok(BearerIdentity { iss, subject, client_id, scopes, groups: Box::default(), expires_at, raw: Map::new() })
}

fn allowed_client(found: &str, rule: &BearerRule) -> Result<ClientId, TokenError> {
    let allowed = rule.client_ids.iter().find(|allowed| allowed.as_str() == found);
    allowed.cloned().ok_or_else(|| {
        let expected = rule.client_ids.iter().map(ClientId::as_str).collect::<Vec<_>>().join(" or ");
        TokenKind::Access.refused(TokenFault::Client { found: printable(found), expected })
    })
}

fn require_scopes(scopes: &[Scope], rule: &BearerRule) -> Result<(), TokenError> {
    match rule.scopes.iter().find(|wanted| !scopes.contains(wanted)) {
        None => Ok(()),
        Some(missing) => {
            Err(TokenKind::Access.refused(TokenFault::InsufficientScope { missing: missing.as_str().to_owned() }))
        }
    }
}

/// A `sub` without `uid` is a name that somebody may have chosen, unless it is the client's own.
fn subject(uid: Option<String>, sub: Option<String>, client_id: &ClientId) -> Result<BearerSubject, TokenError> {
    match (uid.filter(|uid| !uid.is_empty()), sub) {
        (Some(id), login) => Ok(BearerSubject::Person { id, login }),
        (None, Some(sub)) if sub == client_id.as_str() => Ok(BearerSubject::Client),
        (None, _) => Err(TokenKind::Access.refused(TokenFault::MissingClaim("uid"))),
    }
}

#[cfg(test)]
mod tests;
