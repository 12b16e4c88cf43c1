//! Who we are at the authorization server.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use url::Url;

use super::client_authentication::ClientAuthentication;
use super::issuer::Issuer;

/// What the operator registered at the authorization server (RFC 6749 §2).
#[derive(Clone, Debug)]
pub struct Registration {
    /// The authorization server.
    pub issuer: Issuer,
    /// The client's name there.
    pub client_id: ClientId,
    /// How the client proves itself.
    pub client_authentication: ClientAuthentication,
    /// What is asked for; `openid` is needed for an ID token, `offline_access` for a refresh token.
    pub scopes: Vec<Scope>,
    /// Whom access tokens of a custom authorization server must be for; the org server's are opaque and need none.
    pub audience: Option<String>,
    /// How old what the server said about an access token may be before it is asked again (RFC 7662); `None` if it is never asked
    /// again. It bounds how long a revoked token goes on.
    pub introspect_every: Option<Duration>,
    /// Whether tokens are bound to a key of their own (RFC 9449), as the application demands it at the server.
    pub dpop: bool,
    /// One of the client's registered sign-in redirect URIs.
    pub redirect_uri: Url,
}

impl Registration {
    /// The scopes as the parameter carries them: separated by spaces (RFC 6749 §3.3).
    pub(super) fn scope_parameter(&self) -> String {
        self.scopes.iter().map(Scope::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// The client's name at the authorization server; no secret (RFC 6749 §2.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(String);

/// One scope value (RFC 6749 §3.3).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scope(String);

impl Scope {
    /// Reads a list separated by spaces.
    pub fn list(text: &str) -> Vec<Self> {
        text.split_ascii_whitespace().map(Self::new).collect()
    }
}

macro_rules! plain_newtype {
    ($name:ident) => {
        impl $name {
            /// Takes the text as it is.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

plain_newtype!(ClientId);
plain_newtype!(Scope);
