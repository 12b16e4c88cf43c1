//! What reached the org: one record a request, so that a test can ask what travelled with it.

use http::{HeaderMap, request::Parts};

/// A request to the org with what it said about the person behind it.
#[derive(Debug, Clone, Default)]
pub struct Call {
    /// The method.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// The status of the answer; absent while there is none.
    pub status: Option<u16>,
    /// `X-Device-Token`.
    pub device_token: Option<String>,
    /// The value of the cookie `DT`.
    pub device_cookie: Option<String>,
    /// The names of all cookies that came along.
    pub cookies: Vec<String>,
    /// `X-Forwarded-For`.
    pub forwarded_for: Option<String>,
    /// `User-Agent`.
    pub user_agent: Option<String>,
    /// `X-Okta-User-Agent-Extended`.
    pub extended_user_agent: Option<String>,
    /// `Accept-Language`.
    pub accept_language: Option<String>,
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `Accept`.
    pub accept: Option<String>,
    /// `X-Device-Fingerprint`.
    pub device_fingerprint: Option<String>,
    /// Whether an `Authorization` header came along.
    pub authorization: bool,
}

impl Call {
    pub(super) fn from_request(request: &Parts) -> Self {
        let text = |name: &str| header(&request.headers, name);
        let cookies: Vec<(String, String)> = request
            .headers
            .get_all(http::header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self {
            method: request.method.to_string(),
            path: request.uri.path().to_owned(),
            status: None,
            device_token: text("x-device-token"),
            device_cookie: cookies.iter().find(|(name, _)| name == "DT").map(|(_, value)| value.clone()),
            cookies: cookies.into_iter().map(|(name, _)| name).collect(),
            forwarded_for: text("x-forwarded-for"),
            user_agent: text("user-agent"),
            extended_user_agent: text("x-okta-user-agent-extended"),
            accept_language: text("accept-language"),
            content_type: text("content-type"),
            accept: text("accept"),
            device_fingerprint: text("x-device-fingerprint"),
            authorization: request.headers.contains_key(http::header::AUTHORIZATION),
        }
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}
