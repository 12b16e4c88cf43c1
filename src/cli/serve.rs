//! `gatehouse serve`: the gateway until a signal ends it.

use std::error::Error;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tracing::{info, warn};

use super::{CommandError, runtime};
use crate::clock::Clock;
use crate::config::Config;
use crate::endpoints::Endpoints;
use crate::http_client::HttpClient;
use crate::proxy::Gateway;
use crate::telemetry::metrics::Metrics;

/// How long requests, and what they have begun, may go on after a signal: less than the 30 s after which orchestrators kill.
const DRAIN: Duration = Duration::from_secs(20);

/// Runs the gateway; what is allowed but unwise goes to the log first.
pub(super) fn run(config: &Config) -> Result<(), CommandError> {
    for warning in &config.warnings {
        warn!("{warning}");
    }
    runtime::block_on(run_until_signal(config))
}

async fn run_until_signal(config: &Config) -> Result<(), CommandError> {
    let gateway = start(config)?;
    for address in gateway.addresses() {
        info!(%address, "Listening");
    }
    if let Some(address) = gateway.admin_address() {
        info!(%address, "Health and metrics");
    }
    until_signal().await?;
    info!(seconds = DRAIN.as_secs(), "Draining");
    if !gateway.shutdown(DRAIN).await {
        warn!("Ended what was still running");
    }
    Ok(())
}

/// Joins the rooms into a gateway that serves.
pub(super) fn start(config: &Config) -> Result<Gateway, CommandError> {
    let clock = Clock::system();
    let http = HttpClient::new().map_err(failed)?;
    let endpoints = Endpoints::new(config, clock.clone(), &http).map_err(failed)?;
    endpoints.watch_authorization_servers();
    Gateway::start(config, endpoints, &Metrics::new(), clock).map_err(failed)
}

/// Waits for SIGTERM or SIGINT.
pub(super) async fn until_signal() -> Result<(), CommandError> {
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// An error with everything that led to it, in one line.
pub(super) fn failed(error: impl Error) -> CommandError {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    CommandError::Failed(text)
}
