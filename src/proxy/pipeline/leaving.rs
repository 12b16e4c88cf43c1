//! Leaving an application by a path of its own: it gets the request, to end what it keeps of the person, and the browser goes on to be
//! signed out here instead of reading what the application answers.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use pingora::http::ResponseHeader;
use pingora::proxy::Session as Downstream;

use super::Pipeline;
use crate::config::Access;
use crate::gate::{Decision, Leaving, RouteEntry, decide, leaving};
use crate::proxy::exchange::{Clearance, Exchange};
use crate::proxy::own_request;

impl Pipeline {
    /// Decides about a request to a sign-out path: nothing when it goes the ordinary way, else whether it has been answered.
    pub(super) async fn leave(
        &self,
        downstream: &mut Downstream,
        exchange: &mut Exchange,
        site: usize,
        entry: &RouteEntry,
    ) -> pingora::Result<Option<bool>> {
        if !exchange.kind.is_whole_window() || !entry.route.credentials.take_sessions() {
            return Ok(None);
        }
        let presence = self.look_for_credential(downstream, exchange, site, entry).await;
        let public_url = &self.shared.endpoints.site(site).config().public_url;
        let headers = &downstream.req_header().headers;
        let Some(leaving) = leaving(exchange.kind, headers, public_url.as_str(), presence) else { return Ok(None) };
        let own_path = &self.shared.endpoints.site(site).config().own_path;
        let location = match leaving {
            // There the application does what it likes with people it does not know.
            Leaving::Nobody if entry.route.access != Access::SignedIn => return Ok(None),
            Leaving::Nobody => format!("{own_path}/signed-out"),
            Leaving::Ask => format!("{own_path}/sign-out"),
            Leaving::SignOut => self.way_out(downstream, exchange),
        };
        let location = HeaderValue::try_from(location).unwrap_or(HeaderValue::from_static("/"));
        exchange.decision = "sign_out";
        let origin = self.origin_of(downstream, site);
        match (leaving, decide(&entry.route, exchange.kind, origin, presence)) {
            (Leaving::SignOut, Decision::Forward(identity)) => {
                exchange.way_out = Some(location);
                exchange.clearance = Some(Clearance::granted(identity, exchange.credential.as_ref()));
                Ok(Some(false))
            }
            // The application cannot be told: the session is not what its route asks for, or cannot be looked up.
            _ => self.answer(downstream, exchange, to(&location)).await.map(Some),
        }
    }

    fn way_out(&self, downstream: &Downstream, exchange: &mut Exchange) -> String {
        let request = downstream.req_header();
        let headers = own_request::own_headers(&request.headers);
        self.shared.endpoints.way_out(&exchange.arrival(request), &headers)
    }
}

/// Puts the way out in the place of what the application answered, and leaves of that its cookies: they are how it forgets somebody.
pub(super) fn lead_out(answer: &mut ResponseHeader, exchange: &Exchange) -> pingora::Result<()> {
    let Some(way_out) = &exchange.way_out else { return Ok(()) };
    if answer.status.is_informational() {
        return Ok(());
    }
    let mut leading_out = ResponseHeader::build(StatusCode::SEE_OTHER, None)?;
    for line in answer.headers.get_all(header::SET_COOKIE) {
        leading_out.append_header(header::SET_COOKIE, line)?;
    }
    for (name, value) in to(way_out).headers() {
        leading_out.insert_header(name, value)?;
    }
    leading_out.insert_header(header::CONTENT_LENGTH, "0")?;
    leading_out.set_version(answer.version);
    *answer = leading_out;
    Ok(())
}

/// Sends the browser there, with GET.
pub(super) fn to(location: &HeaderValue) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    headers.insert(header::LOCATION, location.clone());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
