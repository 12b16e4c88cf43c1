//! Reads what the authorization server answers: a result, or one of its several shapes of error.

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::error::{ErrorCode, ErrorResponse, OAuthError};
use super::json;
use crate::clock::Timestamp;

/// The JSON object of a successful answer, read as `T`; `expected` names it for whoever reads the error.
pub(super) fn read<T: DeserializeOwned>(response: &Response<Bytes>, expected: &'static str) -> Result<T, OAuthError> {
    let unintelligible = || OAuthError::Unintelligible { status: response.status(), expected };
    require_success(response, expected)?;
    let object = json::object(response.body()).map_err(|_| unintelligible())?;
    serde_json::from_value(Value::Object(object)).map_err(|_| unintelligible())
}

/// Turns every status but 2xx into the error that it means.
pub(super) fn require_success(response: &Response<Bytes>, expected: &'static str) -> Result<(), OAuthError> {
    let status = response.status();
    if status.is_success() {
        return Ok(());
    }
    // The limit comes first: some 429s carry `invalid_grant`, which would end a session for being busy.
    if status == StatusCode::TOO_MANY_REQUESTS {
        return Err(OAuthError::RateLimited { until: rate_limit_reset(response.headers()) });
    }
    let Ok(body) = json::object(response.body()) else {
        return Err(OAuthError::Unintelligible { status, expected });
    };
    if let Some(code) = text(&body, &["errorCode"]) {
        let summary = text(&body, &["errorSummary"]).unwrap_or_default();
        return Err(if code == "E0000047" {
            OAuthError::RateLimited { until: rate_limit_reset(response.headers()) }
        } else {
            OAuthError::Api { status, code, summary }
        });
    }
    match text(&body, &["error"]) {
        Some(error) => Err(OAuthError::Refused(ErrorResponse {
            status,
            error: ErrorCode::from(error.as_str()),
            description: text(&body, &["error_description", "errorDescription"]),
        })),
        None => Err(OAuthError::Unintelligible { status, expected }),
    }
}

/// Text of the server's in a form that may stand in a log line: one line, of bounded length.
pub(super) fn printable(text: &str) -> String {
    const LONGEST: usize = 300;
    text.chars().filter(|character| !character.is_control()).take(LONGEST).collect()
}

fn text(body: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| body.get(*name)?.as_str()).map(printable)
}

/// `X-Rate-Limit-Reset` in seconds since the epoch.
fn rate_limit_reset(headers: &HeaderMap) -> Option<Timestamp> {
    headers.get("x-rate-limit-reset")?.to_str().ok()?.trim().parse().ok().map(Timestamp::from_unix)
}

/// `max-age` of `Cache-Control`, unless the answer is not to be kept at all (RFC 9111 §5.2.2).
pub(super) fn max_age(headers: &HeaderMap) -> Option<u64> {
    let directives = headers
        .get_all(header::CACHE_CONTROL)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|directive| directive.trim().to_ascii_lowercase());
    let mut seconds = None;
    for directive in directives {
        if directive == "no-store" || directive == "no-cache" {
            return Some(0);
        }
        if let Some(value) = directive.strip_prefix("max-age=") {
            seconds = value.trim_matches('"').parse().ok();
        }
    }
    seconds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &'static str) -> Response<Bytes> {
        let mut response = Response::new(Bytes::from_static(body.as_bytes()));
        *response.status_mut() = StatusCode::from_u16(status).expect("a status");
        response
    }

    fn refusal(response: &Response<Bytes>) -> OAuthError {
        read::<Value>(response, "an object").expect_err("an error")
    }

    #[test]
    fn reads_an_oauth_error_in_either_spelling() {
        let on_the_wire = answer(400, r#"{"error":"unauthorized_client","error_description":"Not this grant."}"#);
        let of_an_sdk = answer(400, r#"{"error":"unauthorized_client","errorDescription":"Not this grant."}"#);

        for response in [on_the_wire, of_an_sdk] {
            let OAuthError::Refused(error) = refusal(&response) else { panic!("an OAuth error") };
            assert_eq!(error.error, ErrorCode::UnauthorizedClient);
            assert_eq!(error.description.as_deref(), Some("Not this grant."));
            assert_eq!(error.to_string(), "unauthorized_client (400 Bad Request): Not this grant.");
        }
    }

    #[test]
    fn a_rate_limit_says_when_it_is_lifted() {
        let mut response = answer(429, r#"{"errorCode":"E0000047","errorSummary":"API call exceeded rate limit"}"#);
        response.headers_mut().insert("x-rate-limit-reset", "1700000060".parse().expect("a value"));

        let OAuthError::RateLimited { until } = refusal(&response) else { panic!("a rate limit") };

        assert_eq!(until, Some(Timestamp::from_unix(1_700_000_060)));
    }

    #[test]
    fn a_rate_limit_dressed_as_invalid_grant_is_a_rate_limit() {
        let response = answer(429, r#"{"error":"invalid_grant","error_description":"user_rate_limited"}"#);

        assert!(matches!(refusal(&response), OAuthError::RateLimited { until: None }));
    }

    #[test]
    fn reads_an_error_of_the_api() {
        let response = answer(503, r#"{"errorCode":"E0000010","errorSummary":"read-only"}"#);

        let error = refusal(&response);

        assert!(matches!(&error, OAuthError::Api { code, .. } if code == "E0000010"));
        assert_eq!(error.kind(), super::super::ErrorKind::Unavailable);
    }

    #[test]
    fn nothing_of_an_html_page_is_kept() {
        for status in [200, 302, 502] {
            let error = refusal(&answer(status, "<html><h1>Bad gateway</h1></html>"));

            assert!(matches!(error, OAuthError::Unintelligible { .. }));
            assert!(!format!("{error} {error:?}").contains("Bad gateway"));
        }
    }

    #[test]
    fn a_description_is_one_bounded_line() {
        let long = format!(r#"{{"error":"invalid_request","error_description":"a\n\u001b[31mb{}"}}"#, "x".repeat(9000));
        let mut response = answer(400, "");
        *response.body_mut() = Bytes::from(long);

        let OAuthError::Refused(error) = refusal(&response) else { panic!("an OAuth error") };

        let description = error.description.expect("a description");
        assert!(description.starts_with("a[31mbxx") && description.len() == 300);
    }

    #[test]
    fn reads_how_long_an_answer_may_be_kept() {
        let with = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CACHE_CONTROL, value.parse().expect("a value"));
            max_age(&headers)
        };

        assert_eq!(with("max-age=3888, must-revalidate"), Some(3888));
        assert_eq!(with("public, Max-Age=\"60\""), Some(60));
        assert_eq!(with("no-cache, no-store"), Some(0));
        assert_eq!(with("max-age=soon"), None);
        assert_eq!(max_age(&HeaderMap::new()), None);
    }
}
