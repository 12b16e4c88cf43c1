//! A request's way, as Pingora's hooks see it: examine, decide, then answer or forward.
//!
//! Every branch ends in a [`Decision`] or a [`Refusal`]. A request is forwarded at one place only, and nothing reaches an
//! upstream without the [`Clearance`] that this place gives.

mod credentials;
mod examination;
mod leaving;
mod own_answers;

use std::sync::Arc;
use std::time::Instant;

use async_trait::async_trait;
use ipnet::IpNet;
use pingora::http::{RequestHeader, ResponseHeader};
use pingora::modules::http::HttpModules;
use pingora::proxy::{FailToProxy, ProxyHttp, ProxyWarnLogContext, Session as Downstream};
use pingora::upstreams::peer::HttpPeer;
use pingora::{Error, ErrorSource, ErrorType};

use super::exchange::{Clearance, Credential, Exchange, Part};
use super::failure::Failure;
use super::limits::Limits;
use super::metering::Metering;
use super::outgoing::{Outgoing, clean_answer};
use super::tunnel::TunnelEnd;
use super::upstream::Upstream;
use crate::bearer::{RouteTokens, SiteTokens, Verdicts};
use crate::clock::Clock;
use crate::config::{Access, Config, ListenerSecurity};
use crate::endpoints::{Endpoints, SiteRuntime, own_path_template};
use crate::gate::{
    Decision, Destination, FramingFault, Presence, Refusal, RequestKind, RequestOrigin, RouteEntry, RouteTable, decide,
};
use crate::telemetry::access_log::AccessLine;
use crate::telemetry::metrics::Metrics;

/// What all workers and listeners of a gateway have in common.
pub(super) struct Shared {
    table: RouteTable,
    /// By the index of their entry in the table.
    routes: Vec<RouteRuntime>,
    endpoints: Arc<Endpoints>,
    clock: Clock,
    limits: Limits,
}

/// A route with what its requests need on their way.
struct RouteRuntime {
    upstream: Upstream,
    outgoing: Outgoing,
    /// The access tokens that it takes, if it takes any.
    tokens: Option<RouteTokens>,
}

impl Shared {
    pub(super) fn new(config: &Config, endpoints: Arc<Endpoints>, clock: Clock, limits: Limits) -> Self {
        let table = RouteTable::new(config);
        let verdicts = Verdicts::new(clock.clone());
        let tokens_of = |site: &Arc<SiteRuntime>| {
            let origin = site.config().public_url.as_str();
            SiteTokens::new(origin, site.client().clone(), Arc::clone(&verdicts), clock.clone())
        };
        let tokens: Vec<_> = endpoints.sites().iter().map(tokens_of).collect();
        let mut routes: Vec<_> = table
            .entries()
            .map(|(index, site, entry)| {
                let runtime = RouteRuntime {
                    upstream: Upstream::new(&entry.route.upstream),
                    outgoing: Outgoing::new(&entry.route, site),
                    tokens: entry.route.credentials.bearer().map(|asked| tokens[index].of_route(asked)),
                };
                (entry.index, runtime)
            })
            .collect();
        routes.sort_unstable_by_key(|(index, _)| *index);
        let routes = routes.into_iter().map(|(_, runtime)| runtime).collect();
        Self { table, routes, endpoints, clock, limits }
    }

    pub(super) const fn limits(&self) -> Limits {
        self.limits
    }
}

/// The pipeline of one worker behind one listener.
pub(super) struct Pipeline {
    shared: Arc<Shared>,
    metering: Metering,
    /// Fronts whose word counts on this listener.
    trusted: Vec<IpNet>,
    ends_tls: bool,
}

impl Pipeline {
    pub(super) fn new(shared: Arc<Shared>, metrics: Metrics, security: &ListenerSecurity) -> Self {
        let metering = Metering::new(metrics, &shared.table);
        let (trusted, ends_tls) = match security {
            ListenerSecurity::LoopbackOnly => (Vec::new(), false),
            ListenerSecurity::Tls { .. } => (Vec::new(), true),
            ListenerSecurity::TerminatedBy(fronts) => (fronts.clone(), false),
        };
        Self { shared, metering, trusted, ends_tls }
    }

    /// Steps 4 to 6 and 8 for a request that has a route.
    async fn decide(
        &self,
        downstream: &Downstream,
        exchange: &mut Exchange,
        site: usize,
        entry: &RouteEntry,
    ) -> Decision {
        let origin = self.origin_of(downstream, site);
        let presence = match entry.route.access {
            Access::Public => Presence::NotAsked,
            Access::Optional | Access::SignedIn => self.look_for_credential(downstream, exchange, site, entry).await,
        };
        decide(&entry.route, exchange.kind, origin, presence)
    }

    fn origin_of(&self, downstream: &Downstream, site: usize) -> RequestOrigin {
        let site = self.shared.endpoints.site(site);
        RequestOrigin::of(&downstream.req_header().headers, site.config().public_url.as_str())
    }

    /// Lets a tunnel end with the session or the token that opens it.
    fn bind_tunnel(&self, exchange: &Exchange) {
        if let (Some(connection), Some(credential)) = (&exchange.connection, &exchange.credential) {
            let (credential, clock) = (credential.clone(), self.shared.clock.clone());
            connection.set_tunnel(Some(TunnelEnd { credential, clock, request_id: exchange.request_id.clone() }));
        }
    }

    /// Leaves the connection to the next request.
    fn leave_connection(exchange: &Exchange, now: Instant) {
        let Some(connection) = &exchange.connection else { return };
        connection.awaits_another_head(now);
        // An application may have declined to open it.
        if exchange.kind == RequestKind::Upgrade {
            connection.set_tunnel(None);
        }
    }

    /// The route of a request that was cleared to leave; everything else stays here.
    fn cleared<'s>(&'s self, exchange: &Exchange) -> pingora::Result<&'s RouteRuntime> {
        match (&exchange.part, &exchange.clearance) {
            (Part::Route(entry), Some(_)) => Ok(&self.shared.routes[entry.index]),
            _ => Error::e_explain(ErrorType::InternalError, "a request without clearance reached the upstream hooks"),
        }
    }
}

#[async_trait]
impl ProxyHttp for Pipeline {
    type CTX = Exchange;

    fn new_ctx(&self) -> Exchange {
        let exchange = Exchange::begin(self.metering.under_way.enter());
        // Pingora asks for it when it has read the head.
        if let Some(connection) = &exchange.connection {
            connection.head_has_arrived();
        }
        exchange
    }

    /// No module of Pingora's: compressing pages with secrets in them invites BREACH.
    fn init_downstream_modules(&self, _modules: &mut HttpModules) {}

    async fn early_request_filter(&self, downstream: &mut Downstream, _exchange: &mut Exchange) -> pingora::Result<()> {
        // A client that asks and does not read would hold its connection, and the application's, for ever.
        downstream.as_downstream_mut().set_write_timeout(Some(self.shared.limits.write));
        // Nor does an answered request wait long for the rest of a body that nobody wants.
        downstream.as_downstream_mut().set_total_drain_timeout(Some(self.shared.limits.own_body));
        Ok(())
    }

    async fn request_filter(&self, downstream: &mut Downstream, exchange: &mut Exchange) -> pingora::Result<bool> {
        let destination = match self.examine(downstream, exchange) {
            Ok(destination) => destination,
            Err(refusal) => return self.refuse(downstream, exchange, refusal).await,
        };
        let Some(site) = exchange.site else {
            return self.refuse(downstream, exchange, Refusal::Misdirected).await;
        };
        let entry = match destination {
            Destination::OwnPath => return self.serve_own(downstream, exchange).await,
            Destination::PublicUrl => return self.lead_to_public_url(downstream, exchange, site).await,
            Destination::Route(entry) => entry,
        };
        if exchange.target.as_ref().is_some_and(|target| self.shared.table.leads_out(site, target))
            && let Some(answered) = self.leave(downstream, exchange, site, entry).await?
        {
            return Ok(answered);
        }
        match self.decide(downstream, exchange, site, entry).await {
            decision @ (Decision::SignIn | Decision::StepUp) => {
                exchange.decision = decision.label();
                self.begin_sign_in(downstream, exchange, site).await
            }
            Decision::Refuse(refusal) => self.refuse(downstream, exchange, refusal).await,
            Decision::Forward(identity) => {
                exchange.decision = Decision::Forward(identity).label();
                if exchange.kind == RequestKind::Upgrade {
                    // Pingora applies its read timeout of a minute to the tunnel as well.
                    downstream.as_downstream_mut().set_read_timeout(Some(self.shared.limits.websocket_idle));
                    self.bind_tunnel(exchange);
                }
                exchange.clearance = Some(Clearance::granted(identity, exchange.credential.as_ref()));
                Ok(false)
            }
        }
    }

    async fn upstream_peer(
        &self,
        _downstream: &mut Downstream,
        exchange: &mut Exchange,
    ) -> pingora::Result<Box<HttpPeer>> {
        let route = self.cleared(exchange)?;
        let attempt = exchange.attempts;
        exchange.attempts += 1;
        let tunnel = (exchange.kind == RequestKind::Upgrade).then_some(self.shared.limits.websocket_idle);
        route.upstream.peer(attempt, tunnel).await.map_err(|error| {
            let mut error = Error::because(ErrorType::ConnectError, "looking up the upstream", error);
            error.as_up();
            error
        })
    }

    fn fail_to_connect(
        &self,
        _downstream: &mut Downstream,
        _peer: &HttpPeer,
        exchange: &mut Exchange,
        mut error: Box<Error>,
    ) -> Box<Error> {
        // Nothing was sent yet, so another address of the same name may be tried whatever the method.
        let another = self.cleared(exchange).is_ok_and(|route| route.upstream.has_another_address(exchange.attempts));
        if another {
            let failure = Failure::of(&error);
            tracing::warn!(
                failure = failure.kind(),
                cause = failure.system(),
                request_id = exchange.request_id.to_str().unwrap_or_default(),
                "Could not connect to an address of the upstream and goes on to the next"
            );
        }
        error.set_retry(another);
        error
    }

    async fn connected_to_upstream(
        &self,
        _downstream: &mut Downstream,
        _reused: bool,
        _peer: &HttpPeer,
        _descriptor: std::os::fd::RawFd,
        _digest: Option<&pingora::protocols::Digest>,
        exchange: &mut Exchange,
    ) -> pingora::Result<()> {
        exchange.upstream_since = Some(Instant::now());
        Ok(())
    }

    async fn upstream_request_filter(
        &self,
        _downstream: &mut Downstream,
        request: &mut RequestHeader,
        exchange: &mut Exchange,
    ) -> pingora::Result<()> {
        self.cleared(exchange)?.outgoing.prepare(request, exchange)
    }

    async fn response_filter(
        &self,
        downstream: &mut Downstream,
        answer: &mut ResponseHeader,
        exchange: &mut Exchange,
    ) -> pingora::Result<()> {
        if let Some(since) = exchange.upstream_since.take() {
            self.metering.upstream_answered(exchange.metered(), since.elapsed());
        }
        if downstream.is_process_shutting_down() {
            downstream.set_keepalive(None);
        }
        clean_answer(answer)?;
        for line in std::mem::take(&mut exchange.record) {
            answer.append_header(http::header::SET_COOKIE, line)?;
        }
        leaving::lead_out(answer, exchange)
    }

    fn response_body_filter(
        &self,
        _downstream: &mut Downstream,
        body: &mut Option<bytes::Bytes>,
        _end_of_stream: bool,
        exchange: &mut Exchange,
    ) -> pingora::Result<Option<std::time::Duration>> {
        if exchange.way_out.is_some() {
            *body = None;
        }
        Ok(None)
    }

    async fn fail_to_proxy(&self, downstream: &mut Downstream, error: &Error, exchange: &mut Exchange) -> FailToProxy {
        let failure = Failure::of(error);
        let has_begun = downstream.response_written().is_some_and(|head| !head.status.is_informational());
        let refusal = match refusal_for(error) {
            Some(refusal) if !has_begun => refusal,
            _ => {
                tracing::debug!(
                    failure = failure.kind(),
                    side = failure.side(),
                    cause = failure.system(),
                    request_id = exchange.request_id.to_str().unwrap_or_default(),
                    "An exchange broke off"
                );
                exchange.decision = "broken_off";
                return FailToProxy { error_code: 0, can_reuse_downstream: false };
            }
        };
        // Whoever leaves is signed out whether or not the application could be told.
        let response = match &exchange.way_out {
            Some(way_out) => leaving::to(way_out),
            None => self.refusal_page(downstream, exchange, &refusal),
        };
        let status = response.status().as_u16();
        tracing::warn!(
            failure = failure.kind(),
            side = failure.side(),
            cause = failure.system(),
            request_id = exchange.request_id.to_str().unwrap_or_default(),
            reference = exchange.reference,
            route = self.metering.label(exchange.metered()),
            "Could not forward a request"
        );
        if refusal.is_suspicious() {
            self.metering.blocked(&refusal);
        }
        exchange.decision = refusal.label();
        exchange.refusal = Some(refusal);
        // A body that was read in part cannot be followed by another request.
        downstream.set_keepalive(None);
        let _ = self.answer(downstream, exchange, response).await;
        FailToProxy { error_code: status, can_reuse_downstream: false }
    }

    /// [`fail_to_proxy`](Self::fail_to_proxy) has logged it, with the reference that the page shows.
    fn suppress_error_log(&self, _downstream: &Downstream, _exchange: &Exchange, _error: &Error) -> bool {
        true
    }

    /// Pingora's own lines print errors whole; see [`Failure`].
    fn suppress_proxy_warn_log(
        &self,
        _downstream: &Downstream,
        _exchange: &Exchange,
        _error: &Error,
        _context: ProxyWarnLogContext,
    ) -> bool {
        true
    }

    /// Pingora puts this into its own log lines: no query, for codes and tokens travel there.
    fn request_summary(&self, downstream: &Downstream, exchange: &Exchange) -> String {
        let method = downstream.req_header().method.as_str();
        let id = exchange.request_id.to_str().unwrap_or_default();
        format!("{method} {}, request {id}", self.logged_path(exchange).unwrap_or("-".into()))
    }

    async fn logging(&self, downstream: &mut Downstream, _error: Option<&Error>, exchange: &mut Exchange) {
        let status = downstream.response_written().map(|head| head.status);
        let method = &downstream.req_header().method;
        let duration = exchange.started.elapsed();
        Self::leave_connection(exchange, exchange.started + duration);
        self.metering.answered(exchange.metered(), method, status, duration);
        if !tracing::enabled!(target: "gatehouse::access", tracing::Level::INFO) {
            return;
        }
        AccessLine {
            request_id: exchange.request_id.to_str().unwrap_or_default(),
            client: exchange.client,
            method: method.as_str(),
            host: exchange.host.as_ref().and_then(|host| host.to_str().ok()),
            path: self.logged_path(exchange).as_deref(),
            status: status.map(|status| status.as_u16()),
            duration,
            bytes: downstream.body_bytes_sent(),
            route: self.metering.label(exchange.metered()),
            decision: exchange.decision,
            reason: exchange.refusal.as_ref().map(Refusal::reason),
            reference: exchange.reference.as_deref(),
            sub: exchange.credential.as_ref().map(Credential::subject),
            credential: exchange.credential.as_ref().map(Credential::label),
        }
        .write();
    }
}

impl Pipeline {
    fn logged_path<'e>(&self, exchange: &'e Exchange) -> Option<std::borrow::Cow<'e, str>> {
        let target = exchange.target.as_ref()?;
        let own_path = exchange.site.map(|site| self.shared.endpoints.site(site).config().own_path.as_str());
        // Whoever has it now: under the wrong host, or refused, an own path names somebody's transaction all the same.
        Some(match own_path.filter(|own_path| target.may_be_under(own_path)) {
            Some(own_path) => own_path_template(own_path, target.path()).into(),
            None => target.path().into(),
        })
    }
}

/// The answer for a request that could not be forwarded; nothing when nobody is left to read it.
fn refusal_for(error: &Error) -> Option<Refusal> {
    let timed_out = matches!(
        error.etype(),
        ErrorType::ConnectTimedout
            | ErrorType::TLSHandshakeTimedout
            | ErrorType::ReadTimedout
            | ErrorType::WriteTimedout
    );
    match error.esource() {
        ErrorSource::Upstream if timed_out => Some(Refusal::UpstreamTimeout),
        ErrorSource::Upstream => Some(Refusal::UpstreamUnreachable),
        ErrorSource::Downstream => match error.etype() {
            ErrorType::ReadTimedout => Some(Refusal::BodyTimeout),
            ErrorType::ReadError | ErrorType::WriteError | ErrorType::WriteTimedout | ErrorType::ConnectionClosed => {
                None
            }
            // What Pingora finds in a head that passed the gate: a field of the application's named as the connection's.
            ErrorType::InvalidHTTPHeader => Some(Refusal::BadFraming(FramingFault::Connection)),
            _ => Some(Refusal::BadFraming(FramingFault::Body)),
        },
        ErrorSource::Internal | ErrorSource::Unset => Some(Refusal::Internal),
    }
}
