//! What a sign-in or a refresh ends with.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::jwt::Claims;
use super::registration::Scope;
use super::token_error::TokenError;
use super::{AccessToken, IdToken, ProofKey, RefreshToken};
use crate::clock::Timestamp;

/// Validated tokens and who they are about.
///
/// It is serialisable for sealed records only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TokenSet {
    /// Goes upstream.
    pub access_token: AccessToken,
    /// Brings the next set; absent without the scope `offline_access`.
    pub refresh_token: Option<RefreshToken>,
    /// The latest ID token, for `id_token_hint` at sign-out.
    pub id_token: IdToken,
    /// Who signed in, and how.
    pub claims: IdentityClaims,
    /// What was granted.
    pub scopes: Vec<Scope>,
    /// When the access token ends.
    pub expires_at: Timestamp,
    /// When the server was asked for them: so long ago they were good for certain.
    #[serde(default = "long_ago")]
    pub obtained_at: Timestamp,
    /// What the tokens are bound to, where the application demands that: without it they cannot be refreshed.
    #[serde(default)]
    pub proof_key: Option<ProofKey>,
}

const fn long_ago() -> Timestamp {
    Timestamp::from_unix(0)
}

/// What a validated ID token says about the person. `Debug` names nobody but the subject.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityClaims {
    /// The issuer.
    pub iss: String,
    /// The person's name at the issuer: stable, never reassigned.
    pub sub: String,
    /// The address, verified or not.
    pub email: Option<String>,
    /// Whether the issuer vouches for the address; true only when it says exactly so.
    pub email_verified: bool,
    /// What the person is called when signing in; may change.
    pub preferred_username: Option<String>,
    /// The full name.
    pub name: Option<String>,
    /// Group names, when the issuer is set up to state them.
    pub groups: Vec<String>,
    /// The level of the authentication.
    pub acr: Option<String>,
    /// The methods of the authentication (RFC 8176).
    pub amr: Vec<String>,
    /// When the person authenticated.
    pub auth_time: Option<Timestamp>,
    /// The session at the issuer, for back-channel logout.
    pub sid: Option<String>,
    /// Every claim as it came.
    pub raw: Map<String, Value>,
}

impl IdentityClaims {
    /// Reads checked claims; what only describes the person is passed over when it has the wrong shape.
    pub(super) fn read(claims: Claims) -> Result<Self, TokenError> {
        let iss = claims.required_text("iss")?.to_owned();
        let sub = claims.required_text("sub")?.to_owned();
        let auth_time = claims.time("auth_time")?;
        let raw = claims.into_members();
        let text = |name: &str| raw.get(name).and_then(Value::as_str).map(str::to_owned);
        Ok(Self {
            iss,
            sub,
            email: text("email"),
            email_verified: raw.get("email_verified") == Some(&Value::Bool(true)),
            preferred_username: text("preferred_username"),
            name: text("name"),
            groups: texts(&raw, "groups"),
            acr: text("acr"),
            amr: texts(&raw, "amr"),
            auth_time,
            sid: text("sid"),
            raw,
        })
    }

    /// Whom the ID token is for, in a fixed order.
    pub(super) fn audiences(&self) -> Vec<String> {
        let mut audiences = texts(&self.raw, "aud");
        audiences.sort_unstable();
        audiences
    }

    /// A raw claim that is text.
    pub(super) fn text(&self, claim: &str) -> Option<&str> {
        self.raw.get(claim).and_then(Value::as_str)
    }

    /// Keeps how and when the person authenticated where a refreshed ID token is silent about it.
    ///
    /// A refresh authenticates nobody, so silence changes nothing. Groups are not kept: whoever lost them must lose them here.
    pub(super) fn keep_authentication_of(&mut self, previous: &Self) {
        for name in ["acr", "amr", "auth_time", "nonce", "sid"] {
            if let (false, Some(value)) = (self.raw.contains_key(name), previous.raw.get(name)) {
                self.raw.insert(name.to_owned(), value.clone());
            }
        }
        self.acr = self.acr.take().or_else(|| previous.acr.clone());
        self.auth_time = self.auth_time.or(previous.auth_time);
        self.sid = self.sid.take().or_else(|| previous.sid.clone());
        if self.amr.is_empty() {
            self.amr.clone_from(&previous.amr);
        }
    }
}

impl fmt::Debug for IdentityClaims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdentityClaims").field("iss", &self.iss).field("sub", &self.sub).finish_non_exhaustive()
    }
}

fn texts(raw: &Map<String, Value>, name: &str) -> Vec<String> {
    match raw.get(name) {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
