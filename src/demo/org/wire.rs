//! Small parts that every answer of the org is made of: JSON bodies, the three kinds of error, encodings.

use axum::body::Body;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Value, json};

/// What the Identity Engine answers, always, whatever was accepted.
pub(super) const ION: &str = "application/ion+json; okta-version=1.0.0";

/// An answer with a JSON body that nobody may store.
pub(super) fn json(status: StatusCode, body: &Value) -> Response {
    with_type(status, "application/json", body.to_string())
}

/// An answer with a body of the given type that nobody may store.
pub(super) fn with_type(status: StatusCode, content_type: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
    response
}

/// Sets one header of an answer; a value that is no header value is left out.
pub(super) fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// A refusal in the words of RFC 6749 §5.2.
#[derive(Debug)]
pub(super) struct OAuthError {
    pub(super) status: StatusCode,
    pub(super) code: &'static str,
    pub(super) description: String,
    /// The client tried HTTP Basic, so RFC 6749 §5.2 wants a challenge in the answer.
    pub(super) challenge: bool,
    /// What the next proof of possession must repeat (RFC 9449 §8).
    pub(super) nonce: Option<String>,
}

impl OAuthError {
    pub(super) fn bad_request(code: &'static str, description: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code, description: description.into(), challenge: false, nonce: None }
    }

    pub(super) fn invalid_client(description: impl Into<String>, challenge: bool) -> Self {
        let (status, code) = (StatusCode::UNAUTHORIZED, "invalid_client");
        Self { status, code, description: description.into(), challenge, nonce: None }
    }

    pub(super) fn into_response(self) -> Response {
        let mut response = json(self.status, &json!({ "error": self.code, "error_description": self.description }));
        if self.challenge {
            set(&mut response, header::WWW_AUTHENTICATE, "Basic realm=\"Okta\"");
        }
        if let Some(nonce) = self.nonce {
            set(&mut response, HeaderName::from_static("dpop-nonce"), &nonce);
        }
        response
    }
}

/// A refusal of the org's general API: a code, a summary and nothing of the Identity Engine's document.
pub(super) fn api_error(status: StatusCode, code: &str, summary: &str) -> Response {
    let body = json!({
        "errorCode": code,
        "errorSummary": summary,
        "errorLink": code,
        "errorId": format!("oae{}", &crate::random::token()[..20]),
        "errorCauses": [],
    });
    json(status, &body)
}

/// The 429 of a full bucket, with the moment it empties.
pub(super) fn rate_limited(limit: u64, reset: u64) -> Response {
    let mut response =
        api_error(StatusCode::TOO_MANY_REQUESTS, "E0000047", "API call exceeded rate limit due to too many requests.");
    set(&mut response, HeaderName::from_static("x-rate-limit-limit"), &limit.to_string());
    set(&mut response, HeaderName::from_static("x-rate-limit-remaining"), "0");
    set(&mut response, HeaderName::from_static("x-rate-limit-reset"), &reset.to_string());
    response
}

/// Base64url without padding (RFC 4648 §5).
pub(crate) fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads base64url without padding.
pub(super) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Seconds since the epoch as the Identity Engine writes a moment: RFC 3339 with milliseconds and `Z`.
pub(crate) fn rfc3339(unix: u64) -> String {
    let (days, seconds) = (unix / 86_400, unix % 86_400);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.000Z")
}

/// The date of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
///
/// Counts in years that begin in March, so that a leap day is the last day of its year.
fn civil(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_with_milliseconds() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(rfc3339(951_827_696), "2000-02-29T12:34:56.000Z");
        assert_eq!(rfc3339(4_102_444_799), "2099-12-31T23:59:59.000Z");
    }
}
