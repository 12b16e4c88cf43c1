//! Takes a token back (RFC 7009).

use bytes::Bytes;
use http::Request;

use super::client_authentication::form_request;
use super::endpoint::Endpoint;
use super::registration::Registration;
use crate::clock::Timestamp;

/// What kind of token is spoken of (RFC 7009 §2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenTypeHint {
    /// An access token; its refresh token lives on.
    AccessToken,
    /// A refresh token; its access token ends with it.
    RefreshToken,
}

impl TokenTypeHint {
    /// The hint as it is sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccessToken => "access_token",
            Self::RefreshToken => "refresh_token",
        }
    }
}

/// Takes `token` back.
pub(super) fn request(
    registration: &Registration,
    endpoint: &Endpoint,
    token: &str,
    hint: TokenTypeHint,
    now: Timestamp,
) -> Request<Bytes> {
    form_request(registration, endpoint, &[("token", token), ("token_type_hint", hint.as_str())], now)
}
