//! The shapes of our own answers, and the headers that every one of them carries.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};

use crate::pages::{Html, Page, assets, headers};

/// An answer of the gateway itself: complete, small, never cached unless it says so.
pub(crate) type Answer = Response<Bytes>;

/// A page, with the headers that keep it from being framed, sniffed, cached or scripted.
pub(crate) fn page(status: StatusCode, page: &impl Page) -> Answer {
    html(status, page.render())
}

/// A page that may appear in a frame of the application: it holds no form, only a way to open the whole window.
pub(crate) fn framed_page(status: StatusCode, page: &impl Page) -> Answer {
    with_headers(status, page.render(), headers::of_framed_page())
}

/// A rendered page.
pub(crate) fn html(status: StatusCode, html: Html) -> Answer {
    let headers = headers::of_pages(&html.policy);
    with_headers(status, html, headers)
}

fn with_headers<const N: usize>(status: StatusCode, html: Html, headers: [(HeaderName, HeaderValue); N]) -> Answer {
    let mut answer = bare(status, Bytes::from(html.body));
    answer.headers_mut().extend(headers);
    answer.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(html.language.tag()));
    // Pages refresh only to addresses that were parsed, so the value is a header's.
    if let Some(refresh) = html.refresh.and_then(|refresh| HeaderValue::try_from(refresh).ok()) {
        answer.headers_mut().insert(header::REFRESH, refresh);
    }
    answer
}

/// Sends the browser to `location`, with GET, whatever the method was.
pub(crate) fn see_other(location: &str) -> Answer {
    redirect(StatusCode::SEE_OTHER, location)
}

/// An answer without a body that only points elsewhere.
///
/// A location that is no header value leads to the site's root; locations are made of parsed targets, so there is none.
pub(crate) fn redirect(status: StatusCode, location: &str) -> Answer {
    let mut answer = bare(status, Bytes::new());
    let location = HeaderValue::from_str(location).unwrap_or(HeaderValue::from_static("/"));
    let headers = answer.headers_mut();
    headers.insert(header::LOCATION, location);
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    no_store(&mut answer);
    answer
}

/// Data for the application's own script.
pub(crate) fn json(status: StatusCode, body: &serde_json::Value) -> Answer {
    typed_json(status, body, "application/json")
}

/// A fault for a program (RFC 9457). It sets no cookies.
pub(crate) fn problem(status: StatusCode, detail: &str, reference: &str) -> Answer {
    let body = serde_json::json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or("Error"),
        "status": status.as_u16(),
        "detail": detail,
        "reference": reference,
    });
    typed_json(status, &body, "application/problem+json")
}

/// A stylesheet or picture, kept by the browser for good: other content has another address.
pub(crate) fn asset(asset: &assets::Asset) -> Answer {
    let mut answer = bare(StatusCode::OK, asset.bytes.clone());
    let fields = answer.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static(assets::CACHE_CONTROL));
    fields.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if asset.is_svg() {
        fields.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(headers::POLICY_OF_SVG));
    }
    answer
}

/// Adds a `Set-Cookie` line.
pub(crate) fn with_cookie(mut answer: Answer, line: HeaderValue) -> Answer {
    answer.headers_mut().append(header::SET_COOKIE, line);
    answer
}

/// Adds `Retry-After` in seconds.
pub(crate) fn with_retry_after(mut answer: Answer, seconds: u64) -> Answer {
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    answer
}

fn typed_json(status: StatusCode, body: &serde_json::Value, content_type: &'static str) -> Answer {
    let mut answer = bare(status, Bytes::from(body.to_string()));
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    no_store(&mut answer);
    answer
}

fn bare(status: StatusCode, body: Bytes) -> Answer {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    answer
}

fn no_store(answer: &mut Answer) {
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
}
