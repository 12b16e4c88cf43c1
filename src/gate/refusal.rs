//! Every way in which the gateway itself says no, with its status and a reason for whoever reads the log.

use std::time::Duration;

use http::{HeaderValue, StatusCode};

use super::target::TargetFault;

/// Why a request is answered by the gateway instead of the application.
///
/// The reason is for operators. Pages have words of their own, and never show one request's parts to whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The target could be read in two ways, or in none.
    BadTarget(TargetFault),
    /// No `Host`, more than one, or none that names a host (RFC 9112 §3.2).
    BadHost,
    /// The request is no proper HTTP: its line ends, its length, its method or the framing of its body.
    BadFraming(FramingFault),
    /// More header fields, or more bytes of them, than the gateway takes (RFC 6585 §5).
    HeadersTooLarge,
    /// The host belongs to no site, or the site lives at another address (RFC 9110 §15.5.20).
    Misdirected,
    /// No route has this path: what is not allowed is denied.
    NotFound,
    /// The path has a route, but not for this method; the value is for `Allow` (RFC 9110 §15.5.6).
    MethodNotAllowed(HeaderValue),
    /// Nobody is signed in, and a script or a program cannot sign in.
    Unauthorized,
    /// Nobody is signed in, and the answer would appear in a frame: the page offers to open the whole window.
    UnauthorizedInFrame,
    /// Nobody is signed in any more, and the form that was posted cannot be kept.
    FormLost,
    /// Somebody is signed in whose authentication is too weak or too old for this route, and who cannot be led to another
    /// one from here; the value is for `WWW-Authenticate` (RFC 9470 §3).
    InsufficientAuthentication(HeaderValue),
    /// A step-up was completed a moment ago and did not reach what the route asks for.
    LevelNotReached,
    /// A program must present an access token here, and presented none; browsers are not led to sign in.
    TokenMissing,
    /// `Authorization` can be read in two ways, or names no token (RFC 6750 §3.1: `invalid_request`).
    BadAuthorization,
    /// The access token that was presented is not good here (`invalid_token`).
    InvalidToken,
    /// The access token is good and lacks a scope (`insufficient_scope`); the value is for `WWW-Authenticate`.
    InsufficientScope(HeaderValue),
    /// Too many access tokens that nothing is known about (RFC 6585 §4), and when one more may come.
    TooManyTokens(Duration),
    /// Whether the access token is good could not be found out.
    TokensUnavailable,
    /// A service worker of the application would see the gateway's own pages.
    ServiceWorker,
    /// Another site's page opens a WebSocket with this person's cookies (RFC 6455 §10.2).
    ForeignOrigin,
    /// The body is longer than the gateway's own endpoints take.
    BodyTooLarge,
    /// The body is of no type that the gateway's own endpoints read.
    UnsupportedMediaType,
    /// The body did not arrive in time.
    BodyTimeout,
    /// The upstream could not be reached, or broke off before it answered.
    UpstreamUnreachable,
    /// The upstream did not answer in time.
    UpstreamTimeout,
    /// The session store could not be asked: whether somebody is signed in is unknown.
    SessionsUnavailable,
    /// The gateway itself failed.
    Internal,
}

/// What was wrong with a request's message itself, whatever it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramingFault {
    /// A line ends with a bare line feed.
    BareLineFeed,
    /// `Content-Length` together with `Transfer-Encoding` (RFC 9112 §6.1: a sign of request smuggling).
    LengthAndEncoding,
    /// More than one `Content-Length`, even if they agree.
    SeveralLengths,
    /// A method with lower-case letters: methods are case-sensitive, but not every server minds.
    LowerCaseMethod,
    /// `Connection` names a field that is not a connection's (RFC 9110 §7.6.1).
    Connection,
    /// It asks for a WebSocket and is no handshake (RFC 6455 §4.2.1).
    Handshake,
    /// The body is not what the head announced: a chunk without its size, for example (RFC 9112 §7.1).
    Body,
}

impl Refusal {
    /// The status that the answer carries.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::BadTarget(_) | Self::BadHost | Self::BadFraming(_) | Self::BadAuthorization => {
                StatusCode::BAD_REQUEST
            }
            Self::HeadersTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Unauthorized | Self::UnauthorizedInFrame | Self::FormLost | Self::InsufficientAuthentication(_) => {
                StatusCode::UNAUTHORIZED
            }
            Self::TokenMissing | Self::InvalidToken => StatusCode::UNAUTHORIZED,
            Self::TooManyTokens(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::InsufficientScope(_) => StatusCode::FORBIDDEN,
            Self::LevelNotReached | Self::ServiceWorker | Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::BodyTimeout => StatusCode::REQUEST_TIMEOUT,
            Self::UpstreamUnreachable => StatusCode::BAD_GATEWAY,
            Self::UpstreamTimeout => StatusCode::GATEWAY_TIMEOUT,
            Self::SessionsUnavailable | Self::TokensUnavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// One word for metrics and the access log.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::BadTarget(_) => "bad_target",
            Self::BadHost => "bad_host",
            Self::BadFraming(_) => "bad_framing",
            Self::HeadersTooLarge => "headers_too_large",
            Self::Misdirected => "misdirected",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed(_) => "method_not_allowed",
            Self::Unauthorized => "unauthorized",
            Self::UnauthorizedInFrame => "unauthorized_in_frame",
            Self::FormLost => "form_lost",
            Self::InsufficientAuthentication(_) => "insufficient_authentication",
            Self::LevelNotReached => "level_not_reached",
            Self::TokenMissing => "token_missing",
            Self::BadAuthorization => "bad_authorization",
            Self::InvalidToken => "invalid_token",
            Self::InsufficientScope(_) => "insufficient_scope",
            Self::TooManyTokens(_) => "too_many_tokens",
            Self::TokensUnavailable => "tokens_unavailable",
            Self::ServiceWorker => "service_worker",
            Self::ForeignOrigin => "foreign_origin",
            Self::BodyTooLarge => "body_too_large",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::BodyTimeout => "body_timeout",
            Self::UpstreamUnreachable => "upstream_unreachable",
            Self::UpstreamTimeout => "upstream_timeout",
            Self::SessionsUnavailable => "sessions_unavailable",
            Self::Internal => "internal",
        }
    }

    /// What an operator wants to read: what was wrong, and where there is one, what to do.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::BadTarget(fault) => fault.reason(),
            Self::BadHost => "the Host header is missing, doubled or names no host",
            Self::BadFraming(FramingFault::BareLineFeed) => "a header line ends with a bare line feed",
            Self::BadFraming(FramingFault::LengthAndEncoding) => {
                "Content-Length and Transfer-Encoding stand together, as in request smuggling"
            }
            Self::BadFraming(FramingFault::SeveralLengths) => "there is more than one Content-Length",
            Self::BadFraming(FramingFault::LowerCaseMethod) => "the method is not in upper case",
            Self::BadFraming(FramingFault::Connection) => "Connection names a field that must reach the application",
            Self::BadFraming(FramingFault::Handshake) => "Upgrade: websocket stands in a request that is no handshake",
            Self::BadFraming(FramingFault::Body) => "the body is not framed as the head says",
            Self::HeadersTooLarge => "the header fields are too many or too long",
            Self::Misdirected => {
                "no site has this address; add its host to sites[].host, or send clients to public_url by its own scheme"
            }
            Self::NotFound => "no route has this path",
            Self::MethodNotAllowed(_) => "no route of this path has this method",
            Self::Unauthorized => "nobody is signed in",
            Self::UnauthorizedInFrame => "nobody is signed in, and the page would appear in a frame",
            Self::FormLost => "a form was posted without a live session",
            Self::InsufficientAuthentication(_) => {
                "the session's authentication is not what routes[].acr or max_age asks for"
            }
            Self::LevelNotReached => {
                "a step-up did not reach what routes[].acr or max_age asks for; look at the org's authentication policies"
            }
            Self::TokenMissing => "no access token came along, and this route takes nothing else",
            Self::BadAuthorization => "the Authorization header stands there twice, or names no token",
            Self::InvalidToken => "the access token is not good here",
            Self::InsufficientScope(_) => "the access token lacks a scope that this route asks for",
            Self::TooManyTokens(_) => "too many new access tokens came in a short time",
            Self::TokensUnavailable => "whether the access token is good could not be found out",
            Self::ServiceWorker => {
                "the application asks for a service worker; routes[].service_worker allows it where it is wanted"
            }
            Self::ForeignOrigin => "a WebSocket was opened from another origin",
            Self::BodyTooLarge => "the body is longer than the gateway's own pages take",
            Self::UnsupportedMediaType => "the body is of a type that the gateway's own pages do not read",
            Self::BodyTimeout => "the body did not arrive in time",
            Self::UpstreamUnreachable => "the upstream could not be reached or broke off",
            Self::UpstreamTimeout => "the upstream did not answer in time",
            Self::SessionsUnavailable => "the session store could not be asked",
            Self::Internal => "the gateway failed",
        }
    }

    /// What a program is told about the credential it came with or without (RFC 6750 §3), where that is why it was refused.
    pub fn challenge(&self) -> Option<HeaderValue> {
        match self {
            Self::Unauthorized | Self::UnauthorizedInFrame | Self::FormLost | Self::TokenMissing => {
                Some(HeaderValue::from_static("Bearer"))
            }
            Self::BadAuthorization => Some(HeaderValue::from_static("Bearer error=\"invalid_request\"")),
            Self::InvalidToken => Some(HeaderValue::from_static("Bearer error=\"invalid_token\"")),
            Self::InsufficientAuthentication(challenge) | Self::InsufficientScope(challenge) => Some(challenge.clone()),
            _ => None,
        }
    }

    /// Whether an access token, or what stood in its place, was refused: whoever sends one reads no pages.
    pub const fn is_about_a_token(&self) -> bool {
        matches!(
            self,
            Self::BadAuthorization
                | Self::InvalidToken
                | Self::InsufficientScope(_)
                | Self::TooManyTokens(_)
                | Self::TokensUnavailable
        )
    }

    /// Whether the request was hostile or broken, rather than merely without a session.
    pub const fn is_suspicious(&self) -> bool {
        matches!(
            self,
            Self::BadTarget(_)
                | Self::BadHost
                | Self::BadFraming(_)
                | Self::HeadersTooLarge
                | Self::Misdirected
                | Self::ForeignOrigin
                | Self::ServiceWorker
        )
    }
}

impl From<TargetFault> for Refusal {
    fn from(fault: TargetFault) -> Self {
        Self::BadTarget(fault)
    }
}

impl From<FramingFault> for Refusal {
    fn from(fault: FramingFault) -> Self {
        Self::BadFraming(fault)
    }
}
