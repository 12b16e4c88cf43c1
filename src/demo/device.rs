//! Okta Verify on the person's own machine: the loopback server that a page of the sign-in looks for.
//!
//! It answers `GET /probe` to say that it is there, and takes a challenge with `POST /challenge`, which it signs by telling the
//! org at once. Any page may ask, for the real one leaves that judgement to the challenge itself.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::{HeaderValue, StatusCode, header};
use serde_json::Value;

use super::org::Org;

pub(super) fn router(org: Org) -> Router {
    Router::new()
        .route("/probe", get(probe).options(preflight))
        .route("/challenge", post(challenge).options(preflight))
        .with_state(org)
}

async fn probe(State(org): State<Org>) -> Response {
    let here = if org.device_owner().is_some() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    open_to_pages(here.into_response())
}

async fn challenge(State(org): State<Org>, body: Bytes) -> Response {
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let request = body["challengeRequest"].as_str().unwrap_or_default();
    let (slow_by, refuses_with) = org.device_manner();
    tokio::time::sleep(slow_by).await;
    let refused = refuses_with.and_then(|status| StatusCode::from_u16(status).ok());
    let status = match refused {
        Some(status) => status,
        None if org.device_answers(request) => StatusCode::OK,
        None => StatusCode::BAD_REQUEST,
    };
    open_to_pages(status.into_response())
}

async fn preflight() -> Response {
    open_to_pages(StatusCode::NO_CONTENT.into_response())
}

fn open_to_pages(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
    headers.insert("access-control-allow-private-network", HeaderValue::from_static("true"));
    response
}
