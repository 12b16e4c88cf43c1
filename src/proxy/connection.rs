//! One connection, from its first byte to its last, with the deadlines that Pingora does not keep.
//!
//! All of it is watched a connection and not a request: a request that has its session at hand sets no timer and opens no channel for it.
//!
//! What this cannot do: a head of HTTP/1 that Pingora does not parse (no request line, a forbidden byte, more than 256
//! fields, more than a megabyte) is answered inside of Pingora, with an empty 400 that says `Server: Pingora` and closes
//! the connection. Such a request has no site and reaches neither a hook nor an upstream, and so no line of our access log
//! and no counter. Pingora 0.9.1 has no hook for it. Reading the head here first would mean to hand its bytes back with
//! `set_pipelined_prefix` and to parse each request twice, and the bytes of the body that came along with the head cannot
//! be taken out of the session at all.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use http::HeaderValue;
use pingora::apps::{HttpServerApp, HttpServerOptions, ReusedHttpStream, ServerApp as _};
use pingora::protocols::http::ServerSession;
use pingora::protocols::http::v2::server::{H2Options, default_h2_options};
use pingora::protocols::{ALPN, Stream};
use pingora::proxy::{HttpProxy, http_proxy};
use pingora::server::ShutdownWatch;
use pingora::server::configuration::ServerConf;
use tokio::sync::{Notify, mpsc, watch};

use super::limits::Limits;
use super::listener::Socket;
use super::pipeline::{Pipeline, Shared};
use super::tunnel::TunnelEnd;
use crate::telemetry::metrics::Metrics;

/// The most a request's head may take in HTTP/2, where it arrives compressed.
const HTTP2_HEADER_LIST: u32 = 64 * 1024;
/// Streams of one HTTP/2 connection at a time.
const HTTP2_STREAMS: u32 = 128;
/// Attempts at one request: the first and two more for what surely had no effect.
const ATTEMPTS: usize = 3;
/// Idle upstream connections that a worker keeps for a listener.
const UPSTREAM_POOL: usize = 1024;

/// Serves the connections of one listener that one worker was given.
pub(super) struct Server {
    proxy: Arc<HttpProxy<Pipeline>>,
    limits: Limits,
    /// Held for as long as a connection lives; the gateway sees the last one go.
    _alive: mpsc::Sender<()>,
}

impl Server {
    pub(super) fn new(shared: &Arc<Shared>, metrics: Metrics, socket: &Socket, alive: mpsc::Sender<()>) -> Arc<Self> {
        let limits = shared.limits();
        let settings = ServerConf {
            max_retries: ATTEMPTS,
            upstream_keepalive_pool_size: UPSTREAM_POOL,
            threads: 1,
            ..ServerConf::default()
        };
        let pipeline = Pipeline::new(Arc::clone(shared), metrics, socket.security());
        let mut proxy = http_proxy(&Arc::new(settings), pipeline);
        let mut options = HttpServerOptions::default();
        options.h2_idle_timeout = Some(limits.http2_idle);
        proxy.server_options = Some(options);
        let mut http2 = default_h2_options();
        http2.max_header_list_size(HTTP2_HEADER_LIST).max_concurrent_streams(HTTP2_STREAMS);
        proxy.h2_options = Some(http2);
        Arc::new(Self { proxy: Arc::new(proxy), limits, _alive: alive })
    }

    pub(super) const fn limits(&self) -> Limits {
        self.limits
    }

    /// Serves one connection to its end.
    pub(super) async fn serve(self: Arc<Self>, stream: Stream, stop: ShutdownWatch) {
        let connection = Arc::new(Connection::new(PeerAddress::of(&stream), self.limits));
        match stream.selected_alpn_proto() {
            Some(ALPN::H2) => self.serve_http2(stream, connection, stop).await,
            _ => self.serve_http1(stream, connection, stop).await,
        }
    }

    /// In a task of its own, which nothing wakes but the connection: what may end it is waited for beside it.
    async fn serve_http1(&self, stream: Stream, connection: Arc<Connection>, stop: ShutdownWatch) {
        let proxy = Arc::clone(&self.proxy);
        let served = async move { proxy.process_new(stream, &stop).await };
        let mut serving = tokio::spawn(CONNECTION.scope(Arc::clone(&connection), served));
        tokio::select! {
            _ = &mut serving => return,
            () = connection.head_is_overdue() => {}
            () = connection.tunnel_must_end() => {}
        }
        serving.abort();
        let _ = serving.await;
    }

    async fn serve_http2(self: Arc<Self>, stream: Stream, connection: Arc<Connection>, stop: ShutdownWatch) {
        let patience = self.limits.http2_idle;
        let streams = Arc::new(Streams { server: self, connection, has_begun: Notify::new() });
        let served = streams.process_new(stream, &stop);
        tokio::pin!(served);
        // Pingora counts a connection as idle from its preface (RFC 9113 §3.4) on: one that never sends it lived for ever.
        tokio::select! {
            biased;
            _ = &mut served => return,
            begun = tokio::time::timeout(patience, streams.has_begun.notified()) => if begun.is_err() { return },
        }
        served.await;
    }

    /// Ends connections on which no request is under way.
    pub(super) async fn close_idle_connections(&self) {
        self.proxy.http_cleanup().await;
    }
}

tokio::task_local! {
    /// Pingora tells its hooks nothing of the connection, but runs them where the request is served.
    static CONNECTION: Arc<Connection>;
}

/// One connection: what its requests have in common, and what must happen on it in time.
pub(super) struct Connection {
    pub(super) peer: Option<PeerAddress>,
    limits: Limits,
    since: Instant,
    /// By when the head of a request must be here, in milliseconds since the connection is; [`SERVING`] while none is due.
    head_due: AtomicU64,
    /// What it has become a tunnel for, and when that must end.
    tunnel: watch::Sender<Option<Arc<TunnelEnd>>>,
}

const SERVING: u64 = u64::MAX;

impl Connection {
    pub(super) fn new(peer: Option<PeerAddress>, limits: Limits) -> Self {
        let head_due = AtomicU64::new(milliseconds(limits.head));
        Self { peer, limits, since: Instant::now(), head_due, tunnel: watch::Sender::new(None) }
    }

    /// That of the request which is being served.
    pub(super) fn current() -> Option<Arc<Self>> {
        CONNECTION.try_with(Arc::clone).ok()
    }

    /// The head of a request is here.
    pub(super) fn head_has_arrived(&self) {
        self.head_due.store(SERVING, Ordering::Relaxed);
    }

    /// A request was answered `now`, and the next one may take its time.
    pub(super) fn awaits_another_head(&self, now: Instant) {
        let due = now.duration_since(self.since) + self.limits.keep_alive;
        self.head_due.store(milliseconds(due), Ordering::Relaxed);
    }

    /// The request that is being served becomes a tunnel, or is none any more.
    pub(super) fn set_tunnel(&self, end: Option<TunnelEnd>) {
        self.tunnel.send_replace(end.map(Arc::new));
    }

    /// Returns when a head has been due for too long. Pingora limits each read, not the head: one byte every few seconds would
    /// hold a connection for ever.
    async fn head_is_overdue(&self) {
        // Whatever becomes due from now on is due no sooner than that.
        let shortest = self.limits.head.min(self.limits.keep_alive);
        loop {
            let wait = match self.head_due.load(Ordering::Relaxed) {
                SERVING => shortest,
                due => match Duration::from_millis(due).checked_sub(self.since.elapsed()) {
                    None => return,
                    Some(left) => shortest.min(left + Duration::from_millis(1)),
                },
            };
            tokio::time::sleep(wait).await;
        }
    }

    /// Returns when it has become a tunnel and that must end.
    async fn tunnel_must_end(&self) {
        let mut tunnel = self.tunnel.subscribe();
        loop {
            let end = tunnel.borrow_and_update().clone();
            let ended = async {
                match end {
                    Some(end) => end.come().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = ended => return,
                _ = tunnel.changed() => {}
            }
        }
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(SERVING - 1)
}

/// The other end of a connection, written out once for all of its requests.
#[derive(Clone)]
pub(super) struct PeerAddress {
    pub(super) address: IpAddr,
    pub(super) text: HeaderValue,
}

impl PeerAddress {
    fn of(stream: &Stream) -> Option<Self> {
        let digest = stream.get_socket_digest()?;
        Some(Self::from(digest.peer_addr()?.as_inet()?.ip().to_canonical()))
    }
}

impl From<IpAddr> for PeerAddress {
    fn from(address: IpAddr) -> Self {
        let text = HeaderValue::try_from(address.to_string()).expect("an address is printable");
        Self { address, text }
    }
}

/// The streams of an HTTP/2 connection, each of which Pingora serves in a task of its own.
struct Streams {
    server: Arc<Server>,
    connection: Arc<Connection>,
    /// Told of every request; the first one shows that the connection is used at all.
    has_begun: Notify,
}

#[async_trait]
impl HttpServerApp for Streams {
    async fn process_new_http(
        self: &Arc<Self>,
        session: ServerSession,
        shutdown: &ShutdownWatch,
    ) -> Option<ReusedHttpStream> {
        self.has_begun.notify_one();
        let request = self.server.proxy.process_new_http(session, shutdown);
        CONNECTION.scope(Arc::clone(&self.connection), request).await
    }

    fn server_options(&self) -> Option<&HttpServerOptions> {
        self.server.proxy.server_options()
    }

    fn h2_options(&self) -> Option<H2Options> {
        self.server.proxy.h2_options()
    }
}
