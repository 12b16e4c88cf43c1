//! The machine room: `/livez`, `/readyz` and `/metrics`, on a listener of its own.
//!
//! Ready means that requests are accepted. An authorization server that is down is a line, not a reason to take a gateway
//! out of service whose signed-in people would never notice.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use http::{StatusCode, header};
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
    mut abandoned: watch::Receiver<bool>,
) {
    let router = Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(render))
        .with_state(MachineRoom { phase, endpoints, metrics });
    tokio::spawn(async move {
        let gone = async move {
            let _ = abandoned.wait_for(|abandoned| *abandoned).await;
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
