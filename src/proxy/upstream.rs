//! Where applications are: their addresses, looked up without holding anybody up, and how to connect to them.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Weak};
use std::time::Duration;

use arc_swap::{ArcSwap, Guard};
use pingora::protocols::l4::socket::SocketAddr as PeerAddress;
use pingora::upstreams::peer::HttpPeer;
use tokio::sync::Mutex;

use crate::config;

/// How long an idle connection to an application is kept: below the keep-alive of common servers, so that a request does
/// not meet a connection that its server is about to close.
const IDLE: Duration = Duration::from_secs(4);
/// How often names are looked up again.
const REFRESH: Duration = Duration::from_secs(30);
/// How long one look-up may take.
const LOOK_UP: Duration = Duration::from_secs(5);

/// One application server.
pub(super) struct Upstream {
    /// Everything but the address.
    template: HttpPeer,
    addresses: Addresses,
}

enum Addresses {
    Literal,
    Named(Arc<Name>),
}

/// A host name and what it stood for last.
struct Name {
    host: String,
    port: u16,
    /// Empty until the first look-up succeeded; a failed one keeps what is known.
    known: ArcSwap<Vec<SocketAddr>>,
    /// One look-up at a time when requests wait for the first.
    looking_up: Mutex<()>,
}

impl Upstream {
    /// Begins to look up the host, unless it is an address.
    pub(super) fn new(upstream: &config::Upstream) -> Self {
        let literal = upstream.host.parse::<IpAddr>().ok();
        let address = SocketAddr::new(literal.unwrap_or(IpAddr::from([0, 0, 0, 0])), upstream.port);
        // An empty server name would switch verification off, so there always is one.
        let mut template = HttpPeer::new(address, upstream.tls, upstream.host.clone());
        let options = &mut template.options;
        options.connection_timeout = Some(upstream.connect_timeout);
        options.total_connection_timeout = Some(upstream.connect_timeout);
        options.read_timeout = upstream.read_timeout;
        options.idle_timeout = Some(IDLE);
        let addresses = if literal.is_some() {
            Addresses::Literal
        } else {
            Addresses::Named(Name::watched(upstream.host.clone(), upstream.port))
        };
        Self { template, addresses }
    }

    /// How to connect, for the `attempt`th time: each attempt takes the name's next address. A tunnel may be silent for longer
    /// than an answer.
    pub(super) async fn peer(&self, attempt: usize, tunnel: Option<Duration>) -> io::Result<Box<HttpPeer>> {
        let mut peer = Box::new(self.template.clone());
        if let Addresses::Named(name) = &self.addresses {
            let known = name.resolved().await?;
            let address = known.get(attempt % known.len().max(1)).copied();
            let address = address.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "the name has no address"))?;
            peer._address = PeerAddress::Inet(address);
        }
        if tunnel.is_some() {
            peer.options.read_timeout = tunnel;
        }
        Ok(peer)
    }

    /// Whether another address is left to try after that many attempts.
    pub(super) fn has_another_address(&self, attempts: usize) -> bool {
        match &self.addresses {
            Addresses::Literal => false,
            Addresses::Named(name) => attempts < name.known.load().len(),
        }
    }
}

impl Name {
    fn watched(host: String, port: u16) -> Arc<Self> {
        let name = Arc::new(Self { host, port, known: ArcSwap::default(), looking_up: Mutex::default() });
        tokio::spawn(Self::keep_fresh(Arc::downgrade(&name)));
        name
    }

    async fn keep_fresh(name: Weak<Self>) {
        while let Some(name) = name.upgrade() {
            if let Err(error) = name.look_up().await {
                tracing::warn!(%error, host = name.host, "Could not look up an upstream");
            }
            drop(name);
            tokio::time::sleep(REFRESH).await;
        }
    }

    /// What the name stands for; waits only if nothing was ever found.
    async fn resolved(&self) -> io::Result<Guard<Arc<Vec<SocketAddr>>>> {
        let known = self.known.load();
        if !known.is_empty() {
            return Ok(known);
        }
        let _one_at_a_time = self.looking_up.lock().await;
        if self.known.load().is_empty() {
            self.look_up().await?;
        }
        Ok(self.known.load())
    }

    /// Asks the system's resolver on a thread that may block.
    async fn look_up(&self) -> io::Result<()> {
        let looked_up = tokio::net::lookup_host((self.host.as_str(), self.port));
        let found: Vec<_> = tokio::time::timeout(LOOK_UP, looked_up).await??.collect();
        if found.is_empty() {
            return Err(io::Error::new(io::ErrorKind::NotFound, "the name has no address"));
        }
        self.known.store(Arc::new(found));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upstream(host: &str) -> config::Upstream {
        config::Upstream {
            tls: true,
            host: host.to_owned(),
            port: 8443,
            connect_timeout: Duration::from_secs(3),
            read_timeout: Some(Duration::from_secs(30)),
        }
    }

    #[tokio::test]
    async fn each_attempt_takes_the_next_address_of_the_name() {
        let upstream = Upstream::new(&upstream("app.invalid"));
        let Addresses::Named(name) = &upstream.addresses else { panic!("a name was taken for an address") };
        let addresses: Vec<SocketAddr> =
            ["192.0.2.1:8443", "192.0.2.2:8443"].map(|text| text.parse().expect("one")).into();
        name.known.store(Arc::new(addresses.clone()));

        for (attempt, address) in [(0, addresses[0]), (1, addresses[1]), (2, addresses[0])] {
            let peer = upstream.peer(attempt, None).await.expect("a peer");
            assert_eq!(peer._address, PeerAddress::Inet(address));
        }
        assert!(upstream.has_another_address(1));
        assert!(!upstream.has_another_address(2));
    }

    #[tokio::test]
    async fn a_peer_is_verified_by_its_name_and_never_waited_for_endlessly() {
        for host in ["app.example", "192.0.2.1", "2001:db8::1"] {
            let upstream = Upstream::new(&upstream(host));
            if let Addresses::Named(name) = &upstream.addresses {
                name.known.store(Arc::new(vec![SocketAddr::from(([192, 0, 2, 1], 8443))]));
            }

            let peer = upstream.peer(0, None).await.expect("a peer");

            assert_eq!(peer.sni, host);
            assert!(peer.options.verify_cert && peer.options.verify_hostname);
            assert_eq!(peer.options.total_connection_timeout, Some(Duration::from_secs(3)));
            assert_eq!(peer.options.read_timeout, Some(Duration::from_secs(30)));
            assert_eq!(peer.options.idle_timeout, Some(IDLE));
        }
    }

    #[tokio::test]
    async fn a_tunnel_may_be_silent_for_longer_than_an_answer() {
        let upstream = Upstream::new(&upstream("192.0.2.1"));

        let peer = upstream.peer(0, Some(Duration::from_secs(3600))).await.expect("a peer");

        assert_eq!(peer.options.read_timeout, Some(Duration::from_secs(3600)));
    }
}
