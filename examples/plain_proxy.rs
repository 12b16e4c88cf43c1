//! The least that Pingora can do: forwards every request to one upstream and knows nothing about it.
//!
//! What `scripts/bench` measures Gatehouse against. Allocator, runtime, way of accepting connections and settings of Pingora are those of
//! the gateway, so that what differs is the gateway's own work and nothing else.
//!
//!     plain_proxy UPSTREAM LISTEN [TLS_LISTEN CERTIFICATE KEY]

use std::env;
use std::error::Error;
use std::net::SocketAddr;
use std::os::fd::AsRawFd as _;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use pingora::apps::ServerApp as _;
use pingora::listeners::tls::{Acceptor, TlsSettings};
use pingora::modules::http::HttpModules;
use pingora::protocols::l4::stream::Stream as TcpStream;
use pingora::protocols::{GetSocketDigest as _, SocketDigest, Stream};
use pingora::proxy::{HttpProxy, ProxyHttp, Session, http_proxy};
use pingora::server::configuration::ServerConf;
use pingora::upstreams::peer::HttpPeer;
use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::Handle;
use tokio::sync::watch;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

// As Gatehouse has them. Without limits Pingora would set no timers, but nobody lets strangers talk to such a proxy.
const UPSTREAM_POOL: usize = 1024;
const KEEP_ALIVE: Duration = Duration::from_secs(75);
const WRITE: Duration = Duration::from_secs(60);
const UPSTREAM_CONNECT: Duration = Duration::from_secs(5);
const UPSTREAM_READ: Duration = Duration::from_secs(60);
const UPSTREAM_IDLE: Duration = Duration::from_secs(4);

struct Plain {
    upstream: HttpPeer,
}

#[async_trait]
impl ProxyHttp for Plain {
    type CTX = ();

    fn new_ctx(&self) {}

    fn init_downstream_modules(&self, _modules: &mut HttpModules) {}

    async fn early_request_filter(&self, session: &mut Session, _ctx: &mut ()) -> pingora::Result<()> {
        session.set_keepalive(Some(KEEP_ALIVE.as_secs()));
        session.as_downstream_mut().set_write_timeout(Some(WRITE));
        Ok(())
    }

    async fn upstream_peer(&self, _session: &mut Session, _ctx: &mut ()) -> pingora::Result<Box<HttpPeer>> {
        Ok(Box::new(self.upstream.clone()))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (upstream, listen, tls) = match &arguments[..] {
        [upstream, listen] => (upstream, listen, None),
        [upstream, listen, tls_listen, certificate, key] => (upstream, listen, Some((tls_listen, certificate, key))),
        _ => return Err("usage: plain_proxy UPSTREAM LISTEN [TLS_LISTEN CERTIFICATE KEY]".into()),
    };
    let mut upstream = HttpPeer::new(upstream.parse::<SocketAddr>()?, false, String::new());
    upstream.options.connection_timeout = Some(UPSTREAM_CONNECT);
    upstream.options.total_connection_timeout = Some(UPSTREAM_CONNECT);
    upstream.options.read_timeout = Some(UPSTREAM_READ);
    upstream.options.idle_timeout = Some(UPSTREAM_IDLE);
    let listen: SocketAddr = listen.parse()?;
    let tls = tls
        .map(|(address, certificate, key)| {
            let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
            let mut settings = TlsSettings::intermediate(certificate, key)?;
            settings.enable_h2();
            Ok::<_, Box<dyn Error>>((address.parse::<SocketAddr>()?, Arc::new(settings.build())))
        })
        .transpose()?;
    // Accepting and nothing else is done here; each connection goes to the next worker.
    let workers = (0..std::thread::available_parallelism()?.get())
        .map(|_| Worker::start(upstream.clone()))
        .collect::<std::io::Result<Arc<[_]>>>()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        if let Some((address, acceptor)) = tls {
            tokio::spawn(serve(bind(address)?, Some(acceptor), Arc::clone(&workers)));
        }
        Ok(serve(bind(listen)?, None, workers).await?)
    })
}

/// A thread with a runtime and connections to the upstream of its own.
struct Worker {
    runtime: Handle,
    proxy: Arc<HttpProxy<Plain>>,
}

impl Worker {
    fn start(upstream: HttpPeer) -> std::io::Result<Self> {
        let settings = ServerConf { upstream_keepalive_pool_size: UPSTREAM_POOL, threads: 1, ..ServerConf::default() };
        let proxy = Arc::new(http_proxy(&Arc::new(settings), Plain { upstream }));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let worker = Self { runtime: runtime.handle().clone(), proxy };
        std::thread::spawn(move || runtime.block_on(std::future::pending::<()>()));
        Ok(worker)
    }
}

fn bind(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(1024)
}

async fn serve(listener: TcpListener, tls: Option<Arc<Acceptor>>, workers: Arc<[Worker]>) -> std::io::Result<()> {
    let (_stop, stopping) = watch::channel(false);
    for worker in workers.iter().cycle() {
        let (socket, peer) = listener.accept().await?;
        let socket = socket.into_std()?;
        let (proxy, tls, stopping) = (Arc::clone(&worker.proxy), tls.clone(), stopping.clone());
        worker.runtime.spawn(async move {
            if let Some(stream) = establish(socket, peer, tls.as_deref()).await {
                proxy.process_new(stream, &stopping).await;
            }
        });
    }
    Ok(())
}

async fn establish(socket: std::net::TcpStream, peer: SocketAddr, tls: Option<&Acceptor>) -> Option<Stream> {
    let mut stream = TcpStream::from(tokio::net::TcpStream::from_std(socket).ok()?);
    stream.set_nodelay().ok()?;
    let digest = SocketDigest::from_raw_fd(stream.as_raw_fd());
    digest.peer_addr.set(Some(peer.into())).ok()?;
    stream.set_socket_digest(digest);
    match tls {
        None => Some(Box::new(stream)),
        Some(tls) => Some(Box::new(tls.tls_handshake(stream).await.ok()?)),
    }
}
