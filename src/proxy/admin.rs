//! The machine room: `/livez`, `/readyz`, `/metrics` and `/sessions`, on a listener of its own.
//!
//! It asks nobody who they are, so it belongs where only operators reach it. What a browser sends is refused where something
//! can be ordered or read about people: a page that somebody has open on the same machine is not an operator.
//!
//! Ready means that requests are accepted. An authorization server that is down is a line, not a reason to take a gateway
//! out of service whose signed-in people would never notice.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, middleware};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::watch;

use super::Phase;
use super::listener::Bound;
use crate::endpoints::Endpoints;
use crate::telemetry::metrics::Metrics;

#[derive(Clone)]
struct MachineRoom {
    phase: Arc<Phase>,
    endpoints: Arc<Endpoints>,
    metrics: Metrics,
}

/// Serves until the gateway is gone: who watches a drain needs answers during it.
pub(super) fn serve(
    bound: Bound,
    phase: Arc<Phase>,
    endpoints: Arc<Endpoints>,
    metrics: Metrics,
    mut watched: watch::Receiver<()>,
) {
    let router = Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(render))
        .merge(Router::new().route("/sessions", get(list).delete(end)).layer(middleware::from_fn(no_browser)))
        .with_state(MachineRoom { phase, endpoints, metrics });
    tokio::spawn(async move {
        let gone = async move {
            let _ = watched.changed().await;
        };
        if let Err(error) = axum::serve(bound.into_listener(), router).with_graceful_shutdown(gone).await {
            tracing::error!(%error, "The admin listener stopped");
        }
    });
}

async fn ready(State(room): State<MachineRoom>) -> impl IntoResponse {
    if !room.phase.is_ready() {
        return (StatusCode::SERVICE_UNAVAILABLE, "not ready\n".to_owned());
    }
    let mut text = "ready\n".to_owned();
    for trouble in room.endpoints.degraded() {
        text.push_str("degraded: ");
        text.push_str(&trouble);
        text.push('\n');
    }
    (StatusCode::OK, text)
}

async fn render(State(room): State<MachineRoom>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], room.metrics.render())
}

/// Whose sessions are meant: the `sub` of ID tokens, and a site's name where it is about one alone.
#[derive(Deserialize)]
struct Subject {
    sub: Option<String>,
    site: Option<String>,
}

async fn list(State(room): State<MachineRoom>, Query(subject): Query<Subject>) -> Response {
    let (site, sub) = match subject.checked(&room) {
        Ok(checked) => checked,
        Err(wrong) => return (StatusCode::BAD_REQUEST, wrong).into_response(),
    };
    match room.endpoints.sessions_of(site, sub).await {
        Ok(sessions) => Json(json!({ "count": sessions.len(), "sessions": sessions })).into_response(),
        Err(error) => unavailable(&error),
    }
}

async fn end(State(room): State<MachineRoom>, Query(subject): Query<Subject>) -> Response {
    let (site, sub) = match subject.checked(&room) {
        Ok(checked) => checked,
        Err(wrong) => return (StatusCode::BAD_REQUEST, wrong).into_response(),
    };
    match room.endpoints.end_sessions_of(site, sub).await {
        Ok(count) => Json(json!({ "ended": count })).into_response(),
        Err(error) => unavailable(&error),
    }
}

impl Subject {
    fn checked(&self, room: &MachineRoom) -> Result<(Option<&str>, &str), &'static str> {
        let sub = self.sub.as_deref().filter(|sub| !sub.is_empty());
        let sub = sub.ok_or("say whose: /sessions?sub=00u1a2b3c\n")?;
        match self.site.as_deref() {
            Some(site) if !room.endpoints.has_site(site) => Err("there is no site of that name\n"),
            site => Ok((site, sub)),
        }
    }
}

fn unavailable(error: &crate::session::StoreError) -> Response {
    tracing::error!(error = error as &dyn std::error::Error, "Could not ask the session store");
    let text = "the session store cannot be asked; nothing is certain, try again\n";
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")], text).into_response()
}

/// Browsers say where a request comes from, programs do not (Fetch Metadata, RFC 6454).
async fn no_browser(request: axum::extract::Request, next: middleware::Next) -> Response {
    let is_of_browser =
        |headers: &HeaderMap| headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    if is_of_browser(request.headers()) {
        return (StatusCode::FORBIDDEN, "not for browsers\n").into_response();
    }
    next.run(request).await
}
