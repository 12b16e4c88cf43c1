//! What the gateway knows about one request while it is under way: Pingora's per-request context.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Instant;

use http::HeaderValue;

use super::connection::{Connection, PeerAddress};
use super::metering::Metered;
use crate::gate::{Arrival, CanonicalTarget, Identity, Refusal, RequestKind, RouteEntry};
use crate::session::{UpstreamHeader, UpstreamHeaders, UserSession};
use crate::telemetry::metrics::GaugeGuard;

/// One request and its answer.
pub(super) struct Exchange {
    pub(super) started: Instant,
    /// Counted as under way until it is dropped.
    pub(super) _under_way: GaugeGuard,
    pub(super) client: IpAddr,
    /// The connection that it came on; absent outside of one.
    pub(super) connection: Option<Arc<Connection>>,
    /// Whether the browser's own connection is TLS.
    pub(super) secure: bool,
    pub(super) request_id: HeaderValue,
    pub(super) kind: RequestKind,
    pub(super) site: Option<usize>,
    pub(super) target: Option<CanonicalTarget>,
    /// The host as it was asked for, once it proved to be one.
    pub(super) host: Option<HeaderValue>,
    pub(super) part: Part,
    /// Leave to be forwarded; without it nothing reaches an upstream.
    pub(super) clearance: Option<Clearance>,
    pub(super) session: Option<Arc<UserSession>>,
    /// The lines that give the browser the latest record of its session, where it keeps that itself.
    pub(super) record: Vec<HeaderValue>,
    /// Where the browser goes instead of what the application answers: it leaves the application.
    pub(super) way_out: Option<HeaderValue>,
    pub(super) decision: &'static str,
    pub(super) refusal: Option<Refusal>,
    pub(super) reference: Option<String>,
    /// Attempts at reaching the upstream so far.
    pub(super) attempts: usize,
    /// When the upstream was connected, until its answer began.
    pub(super) upstream_since: Option<Instant>,
}

/// The leave to be forwarded, which only the decision to forward gives.
pub(super) struct Clearance {
    /// Rendered when the session was made or refreshed; shared, not copied.
    identity: Option<UpstreamHeaders>,
}

impl Clearance {
    pub(super) fn granted(identity: Identity, session: Option<&UserSession>) -> Self {
        let identity = match identity {
            Identity::Added => session.map(UserSession::upstream_headers),
            Identity::Withheld => None,
        };
        Self { identity }
    }

    /// The headers that tell the application who sent the request.
    pub(super) fn identity(&self) -> &[UpstreamHeader] {
        self.identity.as_deref().unwrap_or_default()
    }
}

/// Which part of the gateway has the request.
#[derive(Clone)]
pub(super) enum Part {
    /// None has been found.
    Nowhere,
    /// One of its own pages.
    Own,
    /// A route.
    Route(Arc<RouteEntry>),
}

impl Exchange {
    pub(super) fn begin(under_way: GaugeGuard) -> Self {
        Self {
            started: Instant::now(),
            _under_way: under_way,
            client: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            connection: Connection::current(),
            secure: false,
            request_id: HeaderValue::from_static(""),
            kind: RequestKind::Api,
            site: None,
            target: None,
            host: None,
            part: Part::Nowhere,
            clearance: None,
            session: None,
            record: Vec::new(),
            way_out: None,
            decision: "none",
            refusal: None,
            reference: None,
            attempts: 0,
            upstream_since: None,
        }
    }

    /// The client's address as applications read it. Written anew only for a client behind a front.
    pub(super) fn client_text(&self) -> HeaderValue {
        let peer = self.connection.as_ref().and_then(|connection| connection.peer.as_ref());
        let peer = peer.filter(|peer| peer.address == self.client);
        peer.map_or_else(|| PeerAddress::from(self.client).text, |peer| peer.text.clone())
    }

    /// Whose numbers the request moves.
    pub(super) fn metered(&self) -> Metered {
        match &self.part {
            Part::Nowhere => Metered::Nowhere,
            Part::Own => Metered::Own,
            Part::Route(entry) => Metered::Route(entry.index),
        }
    }

    /// What the gateway's own endpoints need to know; made only when they answer.
    pub(super) fn arrival(&mut self, request: &http::request::Parts) -> Arrival {
        let reference = self.reference.get_or_insert_with(crate::random::reference).clone();
        Arrival {
            site: self.site,
            client_address: self.client,
            secure: self.secure,
            request_id: self.request_id.clone(),
            reference,
            kind: self.kind,
            method: request.method.clone(),
            target: self.target.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::limits::Limits;
    use super::*;
    use crate::telemetry::metrics::Metrics;

    #[test]
    fn the_address_of_a_connection_is_written_once_and_that_of_another_client_not_mistaken_for_it() {
        let gauge = Metrics::new().gauge("under_way", "Requests under way.", &[]);
        let peer = PeerAddress::from(IpAddr::from([192, 0, 2, 1]));
        let connection = Arc::new(Connection::new(Some(peer.clone()), Limits::default()));
        let mut exchange = Exchange { connection: Some(connection), ..Exchange::begin(gauge.enter()) };

        exchange.client = peer.address;
        assert_eq!(exchange.client_text().as_bytes().as_ptr(), peer.text.as_bytes().as_ptr());

        exchange.client = IpAddr::from([203, 0, 113, 7]);
        assert_eq!(exchange.client_text(), "203.0.113.7");
    }
}
