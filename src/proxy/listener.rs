//! Sockets: bound before anything starts, and the loop that accepts their connections.

use std::net::SocketAddr;
use std::os::fd::AsRawFd as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use pingora::listeners::tls::Acceptor;
use pingora::protocols::l4::stream::Stream as TcpStream;
use pingora::protocols::{GetSocketDigest as _, SocketDigest, Stream};
use rustls::pki_types::pem::{Error as PemError, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::watch;

use super::StartError;
use super::connection::Server;
use super::failure::Failure;
use super::workers::Worker;
use crate::config::{Listener, ListenerSecurity};

/// Connections that may wait to be accepted.
const BACKLOG: u32 = 1024;
/// Where accepting fails, for want of file descriptors for example, others need a moment to finish.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_millis(100);

/// A socket that listens.
pub(super) struct Bound {
    listener: TcpListener,
    address: SocketAddr,
}

impl Bound {
    pub(super) const fn address(&self) -> SocketAddr {
        self.address
    }

    pub(super) fn into_listener(self) -> TcpListener {
        self.listener
    }
}

/// Listens on `address`; a taken port is an error here and now.
pub(super) fn bind(address: SocketAddr) -> Result<Bound, StartError> {
    let bind = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        // A restart must not wait for connections of the last run; it takes no port that somebody listens on.
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        let listener = socket.listen(BACKLOG)?;
        let address = listener.local_addr()?;
        Ok(Bound { listener, address })
    };
    bind().map_err(|source| StartError::Bind { address, source })
}

/// One configured listener: its socket and how its connections are protected.
pub(super) struct Socket {
    bound: Bound,
    security: ListenerSecurity,
    tls: Option<Arc<Acceptor>>,
}

impl Socket {
    pub(super) fn bind(listener: &Listener) -> Result<Self, StartError> {
        let tls = match &listener.security {
            ListenerSecurity::Tls { certificate, key } => Some(Arc::new(acceptor(certificate, key)?)),
            ListenerSecurity::LoopbackOnly | ListenerSecurity::TerminatedBy(_) => None,
        };
        Ok(Self { bound: bind(listener.address)?, security: listener.security.clone(), tls })
    }

    pub(super) const fn address(&self) -> SocketAddr {
        self.bound.address
    }

    pub(super) const fn security(&self) -> &ListenerSecurity {
        &self.security
    }

    /// Accepts connections until told to stop; those it accepted live on. Each goes to a worker of `crew`, who has a server at the same
    /// place of `servers`.
    pub(super) async fn accept(self, crew: Arc<[Worker]>, servers: Vec<Arc<Server>>, mut stop: watch::Receiver<bool>) {
        loop {
            let accepted = tokio::select! {
                accepted = self.bound.listener.accept() => accepted,
                _ = stop.wait_for(|stop| *stop) => break,
            };
            match accepted {
                Ok((socket, peer)) => {
                    let Some((number, worker)) = Worker::idlest(&crew) else { return };
                    let (server, tls, stop) = (Arc::clone(&servers[number]), self.tls.clone(), stop.clone());
                    // It leaves the runtime that watches this socket; on the worker's it is watched again.
                    let Ok(socket) = socket.into_std() else { continue };
                    worker.take_on(async move {
                        if let Some(stream) = establish(socket, peer, tls, server.limits().handshake).await {
                            server.serve(stream, stop).await;
                        }
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, address = %self.bound.address, "Could not accept a connection");
                    tokio::time::sleep(PAUSE_AFTER_FAILURE).await;
                }
            }
        }
        drop(self.bound);
        for server in servers {
            server.close_idle_connections().await;
        }
    }
}

/// Makes a Pingora stream of a socket, after the TLS handshake where there is one.
async fn establish(
    socket: std::net::TcpStream,
    peer: SocketAddr,
    tls: Option<Arc<Acceptor>>,
    patience: Duration,
) -> Option<Stream> {
    let mut stream = TcpStream::from(tokio::net::TcpStream::from_std(socket).ok()?);
    stream.set_nodelay().ok()?;
    let digest = SocketDigest::from_raw_fd(stream.as_raw_fd());
    digest.peer_addr.set(Some(peer.into())).ok()?;
    stream.set_socket_digest(digest);
    let Some(tls) = tls else { return Some(Box::new(stream)) };
    match tokio::time::timeout(patience, tls.tls_handshake(stream)).await {
        Ok(Ok(stream)) => Some(Box::new(stream)),
        Ok(Err(error)) => {
            let failure = Failure::of(&error);
            tracing::debug!(
                failure = failure.kind(),
                cause = failure.system(),
                client = %peer.ip(),
                "TLS handshake failed"
            );
            None
        }
        Err(_) => {
            tracing::debug!(client = %peer.ip(), "TLS handshake took too long");
            None
        }
    }
}

/// A TLS server of certificate and key that offers HTTP/2 and HTTP/1.1.
fn acceptor(certificate: &Path, key: &Path) -> Result<Acceptor, StartError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |source: PemError| StartError::Read { path, source }
    };
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(unreadable(certificate))?;
    let private_key = PrivateKeyDer::from_pem_file(key).map_err(unreadable(key))?;
    let mut config = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(chain, private_key)
        .map_err(|source| StartError::Tls { certificate: certificate.to_owned(), source })?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Acceptor::from_server_config(Arc::new(config)))
}
