//! Paths that tests of the gateway use.

use std::time::Duration;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Query, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use http_body_util::BodyExt as _;
use serde::Deserialize;
use serde_json::{Value, json};

/// A body up to this length is echoed as text, a longer one is only measured.
const ECHOED: usize = 4096;

/// Headers as pairs in order, repeated ones each time.
pub(super) fn pairs(headers: &HeaderMap) -> Vec<(String, String)> {
    headers
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect()
}

/// Any method on `/echo`: the request as it arrived.
pub(super) async fn echo(request: Request) -> Json<Value> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let text = (body.len() <= ECHOED).then(|| String::from_utf8_lossy(&body).into_owned());
    Json(json!({
        "method": parts.method.as_str(),
        "path": parts.uri.path(),
        "query": parts.uri.query(),
        "version": format!("{:?}", parts.version),
        "headers": pairs(&parts.headers),
        "body_length": body.len(),
        "body": text,
    }))
}

/// `POST /upload`: counts what arrives and keeps none of it.
pub(super) async fn upload(request: Request) -> Response {
    let mut body = request.into_body();
    let mut bytes: u64 = 0;
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => bytes += frame.data_ref().map_or(0, |data| data.len() as u64),
            Err(_) => return StatusCode::BAD_REQUEST.into_response(),
        }
    }
    Json(json!({ "bytes": bytes })).into_response()
}

#[derive(Deserialize)]
pub(super) struct Pause {
    ms: u64,
}

/// `GET /slow?ms=`: answers late.
pub(super) async fn slow(Query(pause): Query<Pause>) -> Json<Value> {
    tokio::time::sleep(Duration::from_millis(pause.ms.min(60_000))).await;
    Json(json!({ "waited_ms": pause.ms }))
}

/// `/status/{code}`: answers with that status and a line of text.
pub(super) async fn status(Path(code): Path<u16>) -> Response {
    let status = StatusCode::from_u16(code).ok().filter(|status| !status.is_informational());
    let status = status.unwrap_or(StatusCode::BAD_REQUEST);
    if matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) {
        return status.into_response();
    }
    (status, format!("{status}\n")).into_response()
}

/// `GET /set-cookies`: tries to take over the gateway's cookies and pages, beside a cookie of its own.
pub(super) async fn set_cookies() -> Response {
    let mut response = Response::new(Body::from("Cookies and headers sent.\n"));
    let headers = response.headers_mut();
    for cookie in [
        "application=keeps-this; Path=/",
        "__Host-gatehouse=stolen; Path=/; Secure",
        "__Host-gatehouse-device=stolen; Path=/; Secure",
        "__Secure-gatehouse-tx-0=stolen; Path=/.gatehouse; Secure",
        "gatehouse=stolen; Path=/",
        "gatehouse-device=stolen; Path=/",
    ] {
        headers.append(header::SET_COOKIE, HeaderValue::from_static(cookie));
    }
    headers.insert("nel", HeaderValue::from_static("{\"report_to\":\"x\",\"max_age\":86400}"));
    headers.insert("report-to", HeaderValue::from_static("{\"group\":\"x\",\"max_age\":86400,\"endpoints\":[]}"));
    headers.insert("alt-svc", HeaderValue::from_static("h2=\"alternative.example:443\"; ma=86400"));
    headers.insert("clear-site-data", HeaderValue::from_static("\"cookies\", \"storage\""));
    headers.insert("service-worker-allowed", HeaderValue::from_static("/"));
    response
}
