//! What a sign-in or a refresh ends with.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::jwt::Claims;
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
    /// The person's name at the issuer: stable, never reassigned.
    pub sub: Box<str>,
    /// The address, verified or not.
    pub email: Option<Box<str>>,
    /// Whether the issuer vouches for the address; true only when it says exactly so.
    pub email_verified: bool,
    /// What the person is called when signing in; may change.
    pub preferred_username: Option<Box<str>>,
    /// The full name.
    pub name: Option<Box<str>>,
    /// Group names, when the issuer is set up to state them.
    pub groups: Box<[Box<str>]>,
    /// The level of the authentication.
    pub acr: Option<Box<str>>,
    /// The methods of the authentication (RFC 8176).
    pub amr: Box<[Box<str>]>,
    /// When the person authenticated.
    pub auth_time: Option<Timestamp>,
    /// The session at the issuer, for back-channel logout.
    pub sid: Option<Box<str>>,
}

impl IdentityClaims {
    /// Reads checked claims; what only describes the person is passed over when it has the wrong shape.
    pub(super) fn read(claims: Claims) -> Result<Self, TokenError> {
        let sub = claims.required_text("sub")?.into();
        let auth_time = claims.time("auth_time")?;
        let members = claims.into_members();
        let text = |name: &str| members.get(name).and_then(Value::as_str).map(Box::from);
        Ok(Self {
            sub,
            email: text("email"),
            email_verified: members.get("email_verified") == Some(&Value::Bool(true)),
            preferred_username: text("preferred_username"),
            name: text("name"),
            groups: texts(&members, "groups"),
            acr: text("acr"),
            amr: texts(&members, "amr"),
            auth_time,
            sid: text("sid"),
        })
    }

    /// Keeps how and when the person authenticated where a refreshed ID token is silent about it.
    ///
    /// A refresh authenticates nobody, so silence changes nothing. Groups are not kept: whoever lost them must lose them here.
    pub(super) fn keep_authentication_of(&mut self, previous: &Self) {
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
        f.debug_struct("IdentityClaims").field("sub", &self.sub).finish_non_exhaustive()
    }
}

fn texts(members: &Map<String, Value>, name: &str) -> Box<[Box<str>]> {
    match members.get(name) {
        Some(Value::String(text)) => Box::new([text.as_str().into()]),
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).map(Box::from).collect(),
        _ => Box::default(),
    }
}
