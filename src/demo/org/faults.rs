//! Faults on request: answers that go wrong on the way, and tokens that must be refused.

use std::collections::VecDeque;
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::{StatusCode, header};
use http_body_util::{Full, Limited};
use serde::Deserialize;
use serde_json::Value;

use super::keys::{KeyRing, unsigned};
use super::messages::{Message, bare, session_expired};
use super::wire;

/// Something that goes wrong between the org and its client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The request is handled after a pause of so many milliseconds.
    Delay(u64),
    /// 500 with the org's API error, and nothing was done.
    InternalError,
    /// 502 with the HTML page of a front that could not reach the org, and nothing was done.
    BadGateway,
    /// 403 `access_denied`, as from a network zone that lets nobody in from there, and nothing was done.
    AccessDenied,
    /// 429 E0000047 with `X-Rate-Limit-Reset` so many seconds ahead, and nothing was done.
    RateLimited(u64),
    /// 429 with an Identity Engine document that says so, and nothing was done.
    TooManyRequests,
    /// 401 with the document of an expired session, and nothing was done.
    SessionExpired,
    /// The request is handled, then half of the answer's body is missing.
    Truncated,
    /// The request is handled, then the answer is buried in so many bytes of JSON.
    Oversized(usize),
    /// The request is handled, then the connection breaks off before an answer.
    Dropped,
}

/// One of the tokens that the org signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenKind {
    /// The access token of a custom authorization server.
    AccessToken,
    /// The ID token.
    IdToken,
    /// A logout token.
    LogoutToken,
}

/// What is wrong with a token that has to be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    /// Signed with another key under the name of a published one.
    WrongSignature,
    /// `alg` is `none`, and there is no signature.
    AlgNone,
    /// HS256, keyed with the text of the public key.
    PublicKeyAsSecret,
    /// `iss` is another server.
    WrongIssuer,
    /// `aud` is somebody else.
    WrongAudience,
    /// `cid` is another client.
    WrongClient,
    /// `nonce` is not the one of the request.
    WrongNonce,
    /// `at_hash` belongs to another access token.
    WrongAtHash,
    /// `exp` was ten minutes ago.
    Expired,
    /// There is no `exp`.
    WithoutEnd,
    /// `cnf` names a key, although nobody showed one.
    Bound,
    /// `nbf` is ten minutes ahead.
    NotYetValid,
    /// `kid` is in no key set.
    UnknownKey,
    /// `uid` (in an ID token `sub`) is another person.
    OtherPerson,
    /// `acr` is a lower level than was asked for.
    LowerLevel,
    /// `auth_time` was a day ago.
    OldAuthentication,
}

/// The faults that wait for their request.
#[derive(Debug, Default)]
pub(super) struct Faults {
    waiting: Vec<Waiting>,
    flaws: VecDeque<(TokenKind, Flaw)>,
}

#[derive(Debug)]
struct Waiting {
    path: String,
    fault: Fault,
    times: u32,
}

impl Faults {
    pub(super) fn add(&mut self, path: &str, fault: Fault, times: u32) {
        self.waiting.push(Waiting { path: path.to_owned(), fault, times });
    }

    pub(super) fn add_flaw(&mut self, kind: TokenKind, flaw: Flaw) {
        self.flaws.push_back((kind, flaw));
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The fault for a request to `path`, used up by one.
    pub(super) fn take(&mut self, path: &str) -> Option<Fault> {
        let at = self.waiting.iter().position(|waiting| path.starts_with(&waiting.path))?;
        let fault = self.waiting[at].fault;
        self.waiting[at].times = self.waiting[at].times.saturating_sub(1);
        if self.waiting[at].times == 0 {
            self.waiting.remove(at);
        }
        Some(fault)
    }

    pub(super) fn take_flaw(&mut self, kind: TokenKind) -> Option<Flaw> {
        let at = self.flaws.iter().position(|(flawed, _)| *flawed == kind)?;
        self.flaws.remove(at).map(|(_, flaw)| flaw)
    }
}

impl Fault {
    /// The answer of a fault that strikes before the request is handled.
    pub(super) fn answer_instead(self, now: u64) -> Option<Response> {
        match self {
            Self::InternalError => {
                Some(wire::api_error(StatusCode::INTERNAL_SERVER_ERROR, "E0000009", "Internal Server Error"))
            }
            Self::BadGateway => Some(wire::with_type(
                StatusCode::BAD_GATEWAY,
                "text/html; charset=utf-8",
                "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"
                    .to_owned(),
            )),
            Self::AccessDenied => {
                let description = "You do not have permission to perform the requested action.";
                let body = serde_json::json!({ "error": "access_denied", "error_description": description });
                Some(wire::json(StatusCode::FORBIDDEN, &body))
            }
            Self::RateLimited(seconds) => Some(wire::rate_limited(60, now + seconds)),
            Self::TooManyRequests => {
                let message = Message::error("tooManyRequests", "Too many attempts. Try again later.");
                Some(bare(StatusCode::TOO_MANY_REQUESTS, &message))
            }
            Self::SessionExpired => Some(session_expired()),
            Self::Delay(_) | Self::Truncated | Self::Oversized(_) | Self::Dropped => None,
        }
    }

    /// How long the request has to wait.
    pub(super) fn delay(self) -> Option<Duration> {
        if let Self::Delay(milliseconds) = self { Some(Duration::from_millis(milliseconds)) } else { None }
    }

    /// The answer after a fault that strikes when the request was handled.
    pub(super) async fn spoil(self, response: Response) -> Response {
        match self {
            Self::Truncated => replace_body(response, |body| body.slice(..body.len() / 2)).await,
            Self::Oversized(size) => replace_body(response, |body| pad(&body, size)).await,
            // A body that fails at its first read makes hyper close the connection with nothing sent.
            Self::Dropped => Response::new(Body::new(Limited::new(Full::new(Bytes::from_static(b"lost")), 1))),
            _ => response,
        }
    }
}

async fn replace_body(response: Response, change: impl FnOnce(Bytes) -> Bytes) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(change(body)))
}

/// The same JSON object with one member more, `size` bytes long.
fn pad(body: &Bytes, size: usize) -> Bytes {
    let mut value: Value = serde_json::from_slice(body).unwrap_or_else(|_| serde_json::json!({}));
    value["padding"] = "x".repeat(size).into();
    value.to_string().into()
}

impl Flaw {
    /// A token with these claims and this flaw.
    pub(super) fn mint(self, mut claims: Value, keys: &KeyRing, now: u64) -> String {
        let is_id_token = claims.get("cid").is_none();
        match self {
            Self::WrongSignature => return keys.hidden().sign_as(&keys.current().kid, &claims),
            Self::AlgNone => return unsigned(&claims),
            Self::PublicKeyAsSecret => return keys.current().sign_with_public_key_as_secret(&claims),
            Self::UnknownKey => return keys.hidden().sign(&claims),
            Self::WrongIssuer => claims["iss"] = "https://other.example/oauth2/default".into(),
            Self::WrongAudience => claims["aud"] = "api://somebody-else".into(),
            Self::WrongClient => claims["cid"] = "0oademosomebodyelse1".into(),
            Self::WrongNonce => claims["nonce"] = "a-nonce-nobody-sent".into(),
            Self::WrongAtHash => claims["at_hash"] = wire::base64url([7; 16]).into(),
            Self::Expired => {
                claims["iat"] = now.saturating_sub(4200).into();
                claims["exp"] = now.saturating_sub(600).into();
            }
            Self::WithoutEnd => {
                if let Some(claims) = claims.as_object_mut() {
                    claims.remove("exp");
                }
            }
            Self::Bound => claims["cnf"] = serde_json::json!({ "jkt": wire::base64url([7; 32]) }),
            Self::NotYetValid => claims["nbf"] = (now + 600).into(),
            Self::LowerLevel => claims["acr"] = "urn:okta:loa:1fa:any".into(),
            Self::OldAuthentication => claims["auth_time"] = now.saturating_sub(86_400).into(),
            Self::OtherPerson => {
                claims[if is_id_token { "sub" } else { "uid" }] = "00udemosomebodyelse0".into();
            }
        }
        keys.current().sign(&claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_strikes_its_paths_only_and_as_often_as_asked() {
        let mut faults = Faults::default();
        faults.add("/idp/idx", Fault::InternalError, 2);

        assert_eq!(faults.take("/oauth2/v1/token"), None);
        assert_eq!(faults.take("/idp/idx/identify"), Some(Fault::InternalError));
        assert_eq!(faults.take("/idp/idx/challenge"), Some(Fault::InternalError));
        assert_eq!(faults.take("/idp/idx/challenge"), None);
    }

    #[test]
    fn a_flaw_waits_for_a_token_of_its_kind() {
        let mut faults = Faults::default();
        faults.add_flaw(TokenKind::IdToken, Flaw::Expired);

        assert_eq!(faults.take_flaw(TokenKind::AccessToken), None);
        assert_eq!(faults.take_flaw(TokenKind::IdToken), Some(Flaw::Expired));
        assert_eq!(faults.take_flaw(TokenKind::IdToken), None);
    }
}
