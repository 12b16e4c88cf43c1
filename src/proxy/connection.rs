//! One connection, from its first byte to its last: deadlines that Pingora does not keep, and an end to draining.
//!
//! What this cannot do: a head of HTTP/1 that Pingora does not parse (no request line, a forbidden byte, more than 256
//! fields, more than a megabyte) is answered inside of Pingora, with an empty 400 that says `Server: Pingora` and closes
//! the connection. Such a request has no site and reaches neither a hook nor an upstream, and so no line of our access log
//! and no counter. Pingora 0.9.1 has no hook for it. Reading the head here first would mean to hand its bytes back with
//! `set_pipelined_prefix` and to parse each request twice, and the bytes of the body that came along with the head cannot
//! be taken out of the session at all.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use http::HeaderValue;
use pingora::apps::{HttpServerApp, HttpServerOptions, ReusedHttpStream, ServerApp as _};
use pingora::protocols::http::ServerSession;
use pingora::protocols::http::v2::server::{H2Options, default_h2_options};
use pingora::protocols::{ALPN, Stream};
use pingora::proxy::{HttpProxy, http_proxy};
use pingora::server::ShutdownWatch;
use pingora::server::configuration::ServerConf;
use tokio::sync::{Notify, mpsc, oneshot, watch};

use super::limits::Limits;
use super::listener::Socket;
use super::pipeline::{Pipeline, Shared};
use super::tunnel::TunnelEnd;

/// The most a request's head may take in HTTP/2, where it arrives compressed.
const HTTP2_HEADER_LIST: u32 = 64 * 1024;
/// Streams of one HTTP/2 connection at a time.
const HTTP2_STREAMS: u32 = 128;
/// Attempts at one request: the first and two more for what surely had no effect.
const ATTEMPTS: usize = 3;
/// Idle upstream connections that are kept.
const UPSTREAM_POOL: usize = 1024;

/// Serves the connections of one listener.
pub(super) struct Server {
    proxy: Arc<HttpProxy<Pipeline>>,
    abandoned: watch::Receiver<bool>,
    limits: Limits,
    /// Held for as long as a connection lives; the gateway sees the last one go.
    _alive: mpsc::Sender<()>,
}

impl Server {
    pub(super) fn new(
        shared: &Arc<Shared>,
        socket: &Socket,
        alive: mpsc::Sender<()>,
        abandoned: watch::Receiver<bool>,
    ) -> Arc<Self> {
        let limits = shared.limits();
        let settings = ServerConf {
            max_retries: ATTEMPTS,
            upstream_keepalive_pool_size: UPSTREAM_POOL,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            ..ServerConf::default()
        };
        let mut proxy = http_proxy(&Arc::new(settings), Pipeline::new(Arc::clone(shared), socket.security()));
        let mut options = HttpServerOptions::default();
        options.h2_idle_timeout = Some(limits.http2_idle);
        proxy.server_options = Some(options);
        let mut http2 = default_h2_options();
        http2.max_header_list_size(HTTP2_HEADER_LIST).max_concurrent_streams(HTTP2_STREAMS);
        proxy.h2_options = Some(http2);
        Arc::new(Self { proxy: Arc::new(proxy), abandoned, limits, _alive: alive })
    }

    pub(super) const fn limits(&self) -> Limits {
        self.limits
    }

    /// Serves one connection to its end.
    pub(super) async fn serve(self: Arc<Self>, stream: Stream, stop: ShutdownWatch) {
        let is_http2 = matches!(stream.selected_alpn_proto(), Some(ALPN::H2));
        let patience = self.limits.http2_idle;
        let peer = PeerAddress::of(&stream);
        let connection = Arc::new(Connection { server: self, peer, has_begun: Notify::new() });
        let served = connection.process_new(stream, &stop);
        tokio::pin!(served);
        if is_http2 {
            // Pingora counts a connection as idle from its preface (RFC 9113 §3.4) on: one that never sends it lived for ever.
            tokio::select! {
                biased;
                _ = &mut served => return,
                begun = tokio::time::timeout(patience, connection.has_begun.notified()) => if begun.is_err() { return },
            }
        }
        served.await;
    }

    /// Ends connections on which no request is under way.
    pub(super) async fn close_idle_connections(&self) {
        self.proxy.http_cleanup().await;
    }
}

/// What travels with a connection between its requests; Pingora hands it to the pipeline when a head has arrived.
pub(super) struct HeadArrived {
    arrived: oneshot::Sender<()>,
    tunnel: TunnelOpened,
}

/// Where the pipeline says that a request becomes a tunnel, and when that must end.
pub(super) type TunnelOpened = oneshot::Sender<TunnelEnd>;

impl HeadArrived {
    pub(super) fn announce(self) -> TunnelOpened {
        // Nobody waits any more when the deadline has just passed.
        let _ = self.arrived.send(());
        self.tunnel
    }
}

/// The other ends of a [`HeadArrived`].
struct Watched {
    arrived: oneshot::Receiver<()>,
    patience: Duration,
    tunnel: oneshot::Receiver<TunnelEnd>,
}

/// Left behind by a request for the next one on the same connection, which may keep us waiting for longer.
pub(super) struct Reused;

tokio::task_local! {
    /// Pingora tells its hooks nothing of the connection, but runs them where the request is served.
    static PEER: Option<PeerAddress>;
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

    /// That of the connection whose request is being served.
    pub(super) fn current() -> Option<Self> {
        PEER.try_with(Clone::clone).ok().flatten()
    }
}

impl From<IpAddr> for PeerAddress {
    fn from(address: IpAddr) -> Self {
        let text = HeaderValue::try_from(address.to_string()).expect("an address is printable");
        Self { address, text }
    }
}

/// One connection: what its requests have in common.
struct Connection {
    server: Arc<Server>,
    peer: Option<PeerAddress>,
    /// Told of every request; the first one shows that the connection is used at all.
    has_begun: Notify,
}

#[async_trait]
impl HttpServerApp for Connection {
    async fn process_new_http(
        self: &Arc<Self>,
        mut session: ServerSession,
        shutdown: &ShutdownWatch,
    ) -> Option<ReusedHttpStream> {
        self.has_begun.notify_one();
        let server = &self.server;
        let mut abandoned = server.abandoned.clone();
        let head = (!session.is_http2()).then(|| watch_head(&mut session, server.limits));
        let request = PEER.scope(self.peer.clone(), server.proxy.process_new_http(session, shutdown));
        tokio::pin!(request);
        let mut tunnel = None;
        if let Some(watched) = head {
            tunnel = Some(watched.tunnel);
            // Pingora limits each read, not the head: one byte every few seconds would hold a connection for ever.
            tokio::select! {
                biased;
                reused = &mut request => return reused,
                head = tokio::time::timeout(watched.patience, watched.arrived) => if head.is_err() { return None },
            }
        }
        tokio::select! {
            biased;
            reused = &mut request => reused,
            _ = abandoned.wait_for(|abandoned| *abandoned) => None,
            () = end_of_tunnel(tunnel) => None,
        }
    }

    fn server_options(&self) -> Option<&HttpServerOptions> {
        self.server.proxy.server_options()
    }

    fn h2_options(&self) -> Option<H2Options> {
        self.server.proxy.h2_options()
    }
}

/// Returns when the request has become a tunnel and that must end.
async fn end_of_tunnel(tunnel: Option<oneshot::Receiver<TunnelEnd>>) {
    let opened = match tunnel {
        Some(tunnel) => tunnel.await.ok(),
        None => None,
    };
    match opened {
        Some(end) => end.come().await,
        None => std::future::pending().await,
    }
}

/// Arranges to be told when the head is complete and when it opens a tunnel, and how long to wait for the head.
fn watch_head(session: &mut ServerSession, limits: Limits) -> Watched {
    let (arrival, arrived) = oneshot::channel();
    let (opened, tunnel) = oneshot::channel();
    let is_reused = session.take_connection_user_context().is_some();
    session.set_connection_user_context(Some(Box::new(HeadArrived { arrived: arrival, tunnel: opened })));
    let idle = if is_reused { limits.keep_alive } else { Duration::ZERO };
    Watched { arrived, patience: idle + limits.head, tunnel }
}
