//! The Pingora adapter: listeners, TLS, the pipeline of a request, upstream peers.
//!
//! The only room that knows Pingora. It carries bytes and asks others: `gate` what a request is and who may pass,
//! `session` who is signed in, `endpoints` for every answer that is ours. It knows neither the sign-in nor a page.
//!
//! Pingora's `Server` is not used. It binds late, panics in a thread of its own when a port is taken, hides which port
//! it got and waits five minutes to stop. Here sockets are bound before anything starts, connections are accepted
//! on the caller's runtime and handed one by one to the workers, each with HTTP proxies of Pingora's to itself. That also allows what
//! Pingora lacks: a deadline for the whole head of a request, and an end to a drain.

mod admin;
mod answer;
mod connection;
mod exchange;
mod failure;
mod limits;
mod listener;
mod metering;
mod outgoing;
mod own_request;
mod pipeline;
mod tunnel;
mod upstream;
mod workers;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

pub use limits::Limits;
use tokio::sync::{mpsc, watch};
use workers::Workers;

use crate::clock::Clock;
use crate::config::Config;
use crate::endpoints::Endpoints;
use crate::telemetry::metrics::Metrics;

/// How long workers may take to notice that they are not needed any more.
const LAST_MOMENT: Duration = Duration::from_secs(2);

/// A gateway that serves: dropping it stops it at once, [`Gateway::shutdown`] lets it finish.
#[derive(Debug)]
pub struct Gateway {
    addresses: Vec<SocketAddr>,
    admin_address: Option<SocketAddr>,
    phase: Arc<Phase>,
    endpoints: Arc<Endpoints>,
    stop: watch::Sender<bool>,
    workers: Workers,
    /// Says nothing; closes when the last connection is gone.
    connections: mpsc::Receiver<()>,
    /// Says nothing; the admin listener ends when it closes.
    watched: watch::Sender<()>,
}

/// Why a gateway does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is taken, not this machine's, or not allowed.
    #[error("cannot listen on {address}")]
    Bind {
        /// The address as configured.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A certificate or key could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What was wrong with it.
        #[source]
        source: rustls::pki_types::pem::Error,
    },
    /// Certificate and key do not make a TLS server.
    #[error("cannot serve TLS with {}", certificate.display())]
    Tls {
        /// The certificate's file.
        certificate: PathBuf,
        /// What was wrong.
        #[source]
        source: rustls::Error,
    },
    /// A thread or its runtime could not be made.
    #[error("cannot start a thread that serves connections")]
    Workers(#[source] std::io::Error),
    /// TLS upstreams could not be verified.
    #[error(transparent)]
    NoRootCertificates(#[from] crate::tls::NoRootCertificates),
}

impl Gateway {
    /// Binds every address of `config`, accepts connections on the caller's runtime and serves them on workers of its own.
    ///
    /// # Errors
    /// A [`StartError`] when something is missing; nothing is left listening then.
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub fn start(
        config: &Config,
        endpoints: Arc<Endpoints>,
        metrics: &Metrics,
        clock: Clock,
    ) -> Result<Self, StartError> {
        Self::start_with(config, endpoints, metrics, clock, Limits::default())
    }

    /// As [`start`](Self::start), with other patience than usual.
    ///
    /// # Errors
    /// As [`start`](Self::start).
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub fn start_with(
        config: &Config,
        endpoints: Arc<Endpoints>,
        metrics: &Metrics,
        clock: Clock,
        limits: Limits,
    ) -> Result<Self, StartError> {
        crate::tls::install_provider();
        crate::tls::require_root_certificates()?;
        let phase = Arc::new(Phase::starting());
        let admin = config.admin.as_ref().map(|admin| listener::bind(admin.address)).transpose()?;
        let sockets = config.listeners.iter().map(listener::Socket::bind).collect::<Result<Vec<_>, _>>()?;

        let workers = Workers::start(config.workers).map_err(StartError::Workers)?;
        let (stop, stopping) = watch::channel(false);
        let (watched, until_unwatched) = watch::channel(());
        let (alive, connections) = mpsc::channel(1);
        let addresses = sockets.iter().map(listener::Socket::address).collect();
        let admin_address = admin.as_ref().map(listener::Bound::address);
        if let Some(admin) = admin {
            admin::serve(admin, Arc::clone(&phase), Arc::clone(&endpoints), metrics.clone(), until_unwatched);
        }
        metrics
            .gauge("gatehouse_build_info", "Which program this is.", &[("version", env!("CARGO_PKG_VERSION"))])
            .set(1);
        let shared = Arc::new(pipeline::Shared::new(config, Arc::clone(&endpoints), clock, limits));
        for socket in sockets {
            let servers = (0..workers.crew().len())
                .map(|number| connection::Server::new(&shared, metrics.part(number), &socket, alive.clone()))
                .collect();
            tokio::spawn(socket.accept(Arc::clone(workers.crew()), servers, stopping.clone()));
        }
        phase.set(Phase::READY);
        Ok(Self { addresses, admin_address, phase, endpoints, stop, workers, connections, watched })
    }

    /// The bound addresses, in the order of the configuration.
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }

    /// The bound address of the admin listener, if there is one.
    pub const fn admin_address(&self) -> Option<SocketAddr> {
        self.admin_address
    }

    /// Stops accepting, lets requests finish for as long as `grace`, and what they have begun at authorization servers, then ends what is left.
    ///
    /// `/readyz` says so from the first moment on. Sessions are put away last. Returns whether everything finished in time.
    pub async fn shutdown(self, grace: Duration) -> bool {
        let Self { phase, endpoints, stop, workers, mut connections, watched, .. } = self;
        phase.set(Phase::DRAINING);
        stop.send_replace(true);
        let finishing = async {
            connections.recv().await;
            endpoints.errands_are_done().await;
        };
        tokio::pin!(finishing);
        let finished = tokio::time::timeout(grace, &mut finishing).await.is_ok();
        drop((workers, watched));
        if !finished {
            // What changes sessions ends before they are put away; a worker that hangs must not keep them from it.
            let _ = tokio::time::timeout(LAST_MOMENT, finishing).await;
        }
        endpoints.sessions().close().await;
        finished
    }
}

/// How far a gateway has come.
#[derive(Debug)]
struct Phase(AtomicU8);

impl Phase {
    const STARTING: u8 = 0;
    const READY: u8 = 1;
    const DRAINING: u8 = 2;

    const fn starting() -> Self {
        Self(AtomicU8::new(Self::STARTING))
    }

    fn set(&self, phase: u8) {
        self.0.store(phase, Ordering::Release);
    }

    fn is_ready(&self) -> bool {
        self.0.load(Ordering::Acquire) == Self::READY
    }
}
