//! What can go wrong between us and the authorization server.

use std::sync::Arc;

use http::StatusCode;

use super::discovery::MetadataError;
use super::key_set::KeySetError;
use super::token_error::{TokenError, TokenFault};
use crate::clock::Timestamp;
use crate::http_client::TransportError;

/// Why a call to the authorization server gave no result.
#[derive(Debug, thiserror::Error)]
pub enum OAuthError {
    /// No answer came back.
    #[error("the authorization server gave no answer")]
    Transport(#[from] TransportError),
    /// The authorization server said no, in the words of RFC 6749 §5.2.
    #[error("the authorization server refused: {0}")]
    Refused(ErrorResponse),
    /// Too many calls.
    #[error("the authorization server wants fewer calls")]
    RateLimited {
        /// When the limit is lifted, if the server says so.
        until: Option<Timestamp>,
    },
    /// An error of Okta's API in general, such as `E0000009`.
    #[error("the authorization server answered {status} with error {code}: {summary}")]
    Api {
        /// The HTTP status.
        status: StatusCode,
        /// The code, such as `E0000022`.
        code: String,
        /// What the server says about it.
        summary: String,
    },
    /// The answer is not of this protocol, such as an HTML page of something in between; none of it is kept.
    #[error(
        "the authorization server answered {status} with something that is not of this protocol: {expected} expected"
    )]
    Unintelligible {
        /// The HTTP status.
        status: StatusCode,
        /// What should have come.
        expected: &'static str,
    },
    /// The metadata cannot be trusted.
    #[error("the discovery document is refused")]
    Metadata(#[from] MetadataError),
    /// The key set cannot be used.
    #[error("the key set is refused")]
    KeySet(#[from] KeySetError),
    /// Metadata or keys could not be fetched, and none are at hand; the failure may be a moment old and somebody else's.
    #[error("{what} could not be fetched")]
    Unavailable {
        /// What is missing.
        what: &'static str,
        /// Why.
        #[source]
        source: Arc<OAuthError>,
    },
    /// A token did not pass.
    #[error("a token is refused")]
    Token(#[from] TokenError),
    /// There is nothing to refresh with.
    #[error("there is no refresh token")]
    NoRefreshToken,
    /// The key that the refresh token is bound to is gone.
    #[error("the key that the tokens are bound to is lost")]
    ProofKeyLost,
}

/// What a caller can do about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The server cannot answer at present: ask again later.
    Unavailable,
    /// Too many calls: ask again when the limit is lifted.
    RateLimited,
    /// What was presented is spent, expired or unknown: sign in again.
    SignInAgain,
    /// The org's policies refuse this person or this client.
    Denied,
    /// The registration or the configuration does not fit: an operator must act.
    Misconfigured,
    /// What came back cannot be trusted.
    Untrusted,
}

impl OAuthError {
    /// What can be done about it.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Transport(_) | Self::Unintelligible { .. } => ErrorKind::Unavailable,
            Self::RateLimited { .. } => ErrorKind::RateLimited,
            Self::Api { status, .. } if status.is_server_error() => ErrorKind::Unavailable,
            Self::Api { .. } => ErrorKind::Misconfigured,
            Self::Refused(response) => response.kind(),
            Self::Unavailable { source, .. } => source.kind(),
            Self::Metadata(_) | Self::KeySet(_) => ErrorKind::Misconfigured,
            Self::Token(_) => ErrorKind::Untrusted,
            Self::NoRefreshToken | Self::ProofKeyLost => ErrorKind::SignInAgain,
        }
    }

    /// Whether a level or an age of authentication was asked for that the server says it cannot, or did not, reach.
    pub fn is_unmet_authentication(&self) -> bool {
        match self {
            Self::Refused(response) => matches!(
                response.error,
                ErrorCode::UnmetAuthenticationRequirements | ErrorCode::InteractionCodeUnsatisfiable
            ),
            // An authentication time is required only where an age was asked for.
            Self::Token(TokenError { fault, .. }) => {
                matches!(fault, TokenFault::AuthenticationTooOld | TokenFault::MissingClaim("auth_time"))
            }
            _ => false,
        }
    }

    /// Whether a good token lacks a scope: the answer to a program is 403 `insufficient_scope`, not 401 (RFC 6750 §3.1).
    pub fn is_insufficient_scope(&self) -> bool {
        matches!(self, Self::Token(TokenError { fault: TokenFault::InsufficientScope { .. }, .. }))
    }

    /// Whether the server said no with that code, whatever the status.
    pub fn has_code(&self, code: &ErrorCode) -> bool {
        matches!(self, Self::Refused(response) if response.error == *code)
    }

    /// Whether the server does not take the proof of possession that it got.
    pub(super) fn is_refused_proof(&self) -> bool {
        self.has_code(&ErrorCode::InvalidDpopProof)
    }

    /// Whether the server said no with that code and that status.
    pub fn is_refusal(&self, code: &ErrorCode, status: StatusCode) -> bool {
        matches!(self, Self::Refused(response) if response.error == *code && response.status == status)
    }

    /// Whether the server may have acted on the request although we do not know its answer: never repeat such a call.
    pub fn outcome_is_unknown(&self) -> bool {
        match self {
            Self::Transport(error) => error.outcome_is_unknown(),
            Self::Unintelligible { .. } => true,
            Self::Api { status, .. } => status.is_server_error(),
            _ => false,
        }
    }
}

/// An error response in the words of RFC 6749 §5.2.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{error} ({status}){}", self.description.as_deref().map(|text| format!(": {text}")).unwrap_or_default())]
pub struct ErrorResponse {
    /// The HTTP status.
    pub status: StatusCode,
    /// What it is.
    pub error: ErrorCode,
    /// What the server says about it; for operators, not for pages.
    pub description: Option<String>,
}

impl ErrorResponse {
    fn kind(&self) -> ErrorKind {
        match self.error {
            ErrorCode::InvalidGrant | ErrorCode::InteractionRequired | ErrorCode::LoginRequired => {
                ErrorKind::SignInAgain
            }
            ErrorCode::AccessDenied
            | ErrorCode::UnmetAuthenticationRequirements
            | ErrorCode::InteractionCodeUnsatisfiable => ErrorKind::Denied,
            ErrorCode::ServerError | ErrorCode::TemporarilyUnavailable => ErrorKind::Unavailable,
            _ if self.status.is_server_error() => ErrorKind::Unavailable,
            _ => ErrorKind::Misconfigured,
        }
    }
}

macro_rules! error_codes {
    ($($(#[$doc:meta])* $variant:ident = $text:literal,)*) => {
        /// The member `error` of an error response.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum ErrorCode {
            $($(#[$doc])* $variant,)*
            /// One that this list does not have.
            Other(String),
        }

        impl ErrorCode {
            /// The code as the server writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for ErrorCode {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }
    };
}

error_codes! {
    /// A policy, a network zone or the person said no; or the feature is off in the org.
    AccessDenied = "access_denied",
    /// Unknown client, wrong secret, or the wrong way to present it.
    InvalidClient = "invalid_client",
    /// The code or refresh token is wrong, spent or expired, or the code verifier does not fit.
    InvalidGrant = "invalid_grant",
    /// A parameter is missing, twice there, or wrong.
    InvalidRequest = "invalid_request",
    /// A scope is unknown, not granted, or missing.
    InvalidScope = "invalid_scope",
    /// This client may not use this grant.
    UnauthorizedClient = "unauthorized_client",
    /// The server does not know this grant.
    UnsupportedGrantType = "unsupported_grant_type",
    /// The person has to do something first.
    InteractionRequired = "interaction_required",
    /// The person has to sign in first.
    LoginRequired = "login_required",
    /// The level of authentication that was asked for cannot be reached (OpenID Connect Unmet Authentication Requirements 1.0).
    UnmetAuthenticationRequirements = "unmet_authentication_requirements",
    /// The policy wants more at redemption than the interaction went through.
    InteractionCodeUnsatisfiable = "interaction_code_unsatisfiable",
    /// The server failed.
    ServerError = "server_error",
    /// The server is busy or under maintenance.
    TemporarilyUnavailable = "temporarily_unavailable",
    /// The next proof of possession must repeat a value of the server's (RFC 9449 §8).
    UseDpopNonce = "use_dpop_nonce",
    /// The application demands proof of possession, and there was none, or a bad one (RFC 9449 §5).
    InvalidDpopProof = "invalid_dpop_proof",
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
