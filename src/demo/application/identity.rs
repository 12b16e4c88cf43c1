//! What the headers of a request say about the person behind it. The application has no other source.

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// The headers that the application looks at, in the order of its page.
pub(super) const HEADERS: [&str; 9] = [
    "x-forwarded-user",
    "x-forwarded-preferred-username",
    "x-forwarded-email",
    "x-forwarded-groups",
    "x-request-id",
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-host",
    "host",
];

/// The name that notes are signed with.
pub(super) fn name(headers: &HeaderMap) -> String {
    value(headers, "x-forwarded-preferred-username")
        .or_else(|| value(headers, "x-forwarded-email"))
        .or_else(|| value(headers, "x-forwarded-user"))
        .unwrap_or_else(|| "somebody".to_owned())
}

/// A header's values, joined as a program of that age would see them.
pub(super) fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    let values: Vec<String> =
        headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// What came in `Authorization`.
pub(super) enum Bearer {
    Absent,
    /// Not a token anybody but its issuer can read.
    Opaque,
    Claims(Value),
}

/// Decodes the payload of the bearer token and checks nothing: the gateway has done that.
pub(super) fn bearer(headers: &HeaderMap) -> Bearer {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    let Some(token) = token else { return Bearer::Absent };
    let payload = token.split('.').nth(1).and_then(|payload| URL_SAFE_NO_PAD.decode(payload).ok());
    payload.and_then(|payload| serde_json::from_slice(&payload).ok()).map_or(Bearer::Opaque, Bearer::Claims)
}
