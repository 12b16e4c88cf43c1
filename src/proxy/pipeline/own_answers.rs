//! Requests that the gateway answers itself, for whatever reason.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use pingora::proxy::Session as Downstream;

use super::Pipeline;
use crate::gate::{CanonicalTarget, Refusal, RequestKind, ReturnTarget};
use crate::proxy::exchange::Exchange;
use crate::proxy::failure::Failure;
use crate::proxy::{answer, own_request};

/// For this host alone (RFC 6797 §6.1.2): what else lives below its name is not the gateway's business.
const A_YEAR_OF_HTTPS: HeaderValue = HeaderValue::from_static("max-age=31536000");

impl Pipeline {
    /// Answers with one of the gateway's own pages.
    pub(super) async fn serve_own(
        &self,
        downstream: &mut Downstream,
        exchange: &mut Exchange,
    ) -> pingora::Result<bool> {
        if exchange.kind == RequestKind::ServiceWorkerScript {
            return self.refuse(downstream, exchange, Refusal::ServiceWorker).await;
        }
        exchange.decision = "own";
        match own_request::read(downstream, exchange, self.shared.limits.own_body).await {
            Ok(request) => {
                let response = self.shared.endpoints.serve(request).await;
                self.answer(downstream, exchange, response).await
            }
            Err(refusal) => self.refuse(downstream, exchange, refusal).await,
        }
    }

    /// Leads a person to sign in or to step up, and back to what they asked for.
    pub(super) async fn begin_sign_in(
        &self,
        downstream: &mut Downstream,
        exchange: &mut Exchange,
        site: usize,
    ) -> pingora::Result<bool> {
        let own_path = &self.shared.endpoints.site(site).config().own_path;
        let target = exchange.target.as_ref().and_then(|target| ReturnTarget::parse(target.as_str(), own_path).ok());
        let request = downstream.req_header();
        let headers = own_request::own_headers(&request.headers);
        let arrival = exchange.arrival(request);
        let response = self.shared.endpoints.begin_sign_in(&arrival, &headers, &target.unwrap_or_default());
        self.answer(downstream, exchange, response).await
    }

    /// Sends a navigation to the site's one public address; nothing but a navigation follows a redirect safely.
    pub(super) async fn lead_to_public_url(
        &self,
        downstream: &mut Downstream,
        exchange: &mut Exchange,
        site: usize,
    ) -> pingora::Result<bool> {
        let public_url = &self.shared.endpoints.site(site).config().public_url;
        let target = exchange.target.as_ref().map_or("/", CanonicalTarget::as_str);
        let location = HeaderValue::try_from(format!("{}{target}", public_url.as_str())).ok();
        match (exchange.kind, location) {
            (RequestKind::Navigation(_), Some(location)) => {
                exchange.decision = "public_url";
                let mut response = Response::new(Bytes::new());
                *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
                response.headers_mut().insert(header::LOCATION, location);
                response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                self.answer(downstream, exchange, response).await
            }
            _ => self.refuse(downstream, exchange, Refusal::Misdirected).await,
        }
    }

    pub(super) async fn refuse(
        &self,
        downstream: &mut Downstream,
        exchange: &mut Exchange,
        refusal: Refusal,
    ) -> pingora::Result<bool> {
        exchange.decision = refusal.label();
        if refusal.is_suspicious() {
            self.metering.blocked(&refusal);
            // Where one request ends is in doubt, so nothing that follows on this connection is read.
            downstream.set_keepalive(None);
        }
        let response = self.refusal_page(downstream, exchange, &refusal);
        exchange.refusal = Some(refusal);
        self.answer(downstream, exchange, response).await
    }

    pub(super) fn refusal_page(
        &self,
        downstream: &Downstream,
        exchange: &mut Exchange,
        refusal: &Refusal,
    ) -> Response<Bytes> {
        let request = downstream.req_header();
        self.shared.endpoints.refuse(&exchange.arrival(request), &request.headers, refusal)
    }

    pub(super) async fn answer(
        &self,
        downstream: &mut Downstream,
        exchange: &Exchange,
        mut response: Response<Bytes>,
    ) -> pingora::Result<bool> {
        if self.asks_to_stay_with_https(exchange) {
            response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, A_YEAR_OF_HTTPS);
        }
        self.metering.decided(exchange.metered(), exchange.decision);
        if downstream.is_process_shutting_down() {
            downstream.set_keepalive(None);
        }
        if let Err(error) = answer::write(downstream, response).await {
            let failure = Failure::of(&error);
            tracing::debug!(failure = failure.kind(), cause = failure.system(), "The client left before its answer");
            downstream.set_keepalive(None);
        }
        Ok(true)
    }

    /// Whether it is an https site whose operator leaves that to the gateway, and the browser hears it over TLS: over plain http it
    /// means nothing (RFC 6797 §7.2).
    fn asks_to_stay_with_https(&self, exchange: &Exchange) -> bool {
        let site = exchange.site.map(|site| self.shared.endpoints.site(site).config());
        exchange.secure && site.is_some_and(|site| site.hsts && site.public_url.is_secure())
    }
}
