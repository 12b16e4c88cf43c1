//! The request as the application receives it, and what its answer may not contain.
//!
//! Done for every request that reaches an upstream, public ones and upgrades too, after Pingora has taken out the fields of the connection:
//! a client that lists our headers in `Connection` takes nothing away. Everything is set, not appended, for a repeated attempt passes here again.

use std::sync::atomic::{AtomicBool, Ordering};

use http::{HeaderName, HeaderValue, Uri, header};
use pingora::http::{RequestHeader, ResponseHeader};

use super::exchange::{Clearance, Exchange};
use crate::config::{Access, ClientAuthorization, Route, Site};
use crate::gate::{UpstreamCookies, is_forbidden_in_response, is_managed, is_method_override, sets_own_cookie};

/// What a route adds to its requests, prepared once.
pub(super) struct Outgoing {
    /// What the application sees as its host: its own, or the public one where it is to see that.
    host: HeaderValue,
    /// The site's address as browsers know it; never what a client wrote into `Host`.
    public_host: HeaderValue,
    removes_authorization: bool,
    /// Where the method chooses a route of the site, none of its requests may become another one behind the gateway: the
    /// route without methods is the way around the one with methods.
    removes_method_override: bool,
    /// Set until a client's `Authorization` was removed on a public route: the operator may have meant it to pass.
    hint_is_due: AtomicBool,
    path: String,
}

impl Outgoing {
    pub(super) fn new(route: &Route, site: &Site) -> Self {
        let public_host =
            HeaderValue::from_str(site.public_url.authority()).expect("a URL's authority is printable ASCII");
        let own_host = HeaderValue::try_from(route.upstream.authority()).ok().filter(|_| !route.preserve_host);
        Self {
            host: own_host.unwrap_or_else(|| public_host.clone()),
            public_host,
            removes_authorization: route.client_authorization == ClientAuthorization::Remove,
            removes_method_override: site.routes.iter().any(|route| route.methods.is_some()),
            hint_is_due: AtomicBool::new(route.access == Access::Public),
            path: route.path.clone(),
        }
    }

    /// Makes of what the client sent what the application may see.
    pub(super) fn prepare(&self, request: &mut RequestHeader, exchange: &Exchange) -> pingora::Result<()> {
        set_target(request, exchange);
        self.remove_foreign(request);
        set_cookies(request)?;
        request.insert_header("Host", self.host.clone())?;
        request.insert_header("X-Forwarded-For", exchange.client_text())?;
        let scheme = HeaderValue::from_static(if exchange.secure { "https" } else { "http" });
        request.insert_header("X-Forwarded-Proto", scheme)?;
        request.insert_header("X-Forwarded-Host", self.public_host.clone())?;
        request.insert_header("X-Request-Id", exchange.request_id.clone())?;
        for header in exchange.clearance.iter().flat_map(Clearance::identity) {
            request.insert_header(header.name(), header.value.clone())?;
        }
        Ok(())
    }

    fn remove_foreign(&self, request: &mut RequestHeader) {
        let removed: Vec<HeaderName> = request.headers.keys().filter(|name| self.removes(name)).cloned().collect();
        for name in &removed {
            request.remove_header(name);
        }
        if removed.contains(&header::AUTHORIZATION) && self.hint_is_due.swap(false, Ordering::Relaxed) {
            tracing::warn!(
                route = self.path,
                "Removed a client's Authorization header on a public route; \
                 if the application needs it, set client_authorization: pass on this route"
            );
        }
    }

    fn removes(&self, name: &HeaderName) -> bool {
        is_managed(name)
            || (self.removes_authorization && *name == header::AUTHORIZATION)
            || (self.removes_method_override && is_method_override(name))
    }
}

/// The path that was matched is the path that is sent, in origin form whatever form it came in.
fn set_target(request: &mut RequestHeader, exchange: &Exchange) {
    let Some(target) = &exchange.target else { return };
    if request.uri.authority().is_some() || request.raw_path() != target.as_str().as_bytes() {
        request.set_uri(Uri::from(target.path_and_query().clone()));
    }
}

fn set_cookies(request: &mut RequestHeader) -> pingora::Result<()> {
    match UpstreamCookies::of(&request.headers) {
        UpstreamCookies::Unchanged => {}
        UpstreamCookies::Removed => {
            request.remove_header(&header::COOKIE);
        }
        UpstreamCookies::Replaced(line) => request.insert_header(header::COOKIE, line)?,
    }
    Ok(())
}

/// Takes out of an application's answer what would reach beyond it, to the gateway's own pages on the same origin.
pub(super) fn clean_answer(answer: &mut ResponseHeader) -> pingora::Result<()> {
    let forbidden: Vec<HeaderName> =
        answer.headers.keys().filter(|name| is_forbidden_in_response(name)).cloned().collect();
    for name in &forbidden {
        answer.remove_header(name);
    }
    let lines = answer.headers.get_all(header::SET_COOKIE);
    if lines.iter().any(sets_own_cookie) {
        let kept: Vec<HeaderValue> = lines.iter().filter(|line| !sets_own_cookie(line)).cloned().collect();
        answer.remove_header(&header::SET_COOKIE);
        for line in kept {
            answer.append_header(header::SET_COOKIE, line)?;
        }
    }
    Ok(())
}
