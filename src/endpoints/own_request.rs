//! A request to one of the gateway's own paths, with what every handler wants to know about it.

use std::net::IpAddr;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::clock::Timestamp;
use crate::config::RequiredAuthentication;
use crate::cookies::{RequestCookies, SessionCookies};
use crate::gate::{Arrival, Refusal, RequestKind, RequestOrigin, ReturnTarget};
use crate::pages::Brand;
use crate::person::PersonContext;
use crate::seal::Seals;
use crate::session::{Sessions, StoreError, UserSession};
use crate::signin::Anchor;

use super::respond::Answer;
use super::site::SiteRuntime;
use super::{Endpoints, refusal};

/// An own request, of one site.
pub(crate) struct OwnRequest<'a> {
    endpoints: &'a Endpoints,
    site: &'a Arc<SiteRuntime>,
    arrival: &'a Arrival,
    headers: &'a HeaderMap,
    cookies: RequestCookies<'a>,
    anchor: Option<Anchor>,
}

impl<'a> OwnRequest<'a> {
    /// Joins what the proxy found out with what the browser sent.
    pub(crate) fn new(
        endpoints: &'a Endpoints,
        site: &'a Arc<SiteRuntime>,
        arrival: &'a Arrival,
        headers: &'a HeaderMap,
    ) -> Self {
        let cookies = RequestCookies::of(headers);
        let anchor = site.anchor(&cookies);
        Self { endpoints, site, arrival, headers, cookies, anchor }
    }

    pub(crate) fn site(&self) -> &'a SiteRuntime {
        self.site
    }

    /// The sites whose people sign in with the same client at the same authorization server, in the order of the configuration.
    pub(crate) fn sites_of_client(&self) -> impl Iterator<Item = &'a SiteRuntime> {
        let ours = &self.site.config().authorization_server;
        let is_ours = move |site: &&'a SiteRuntime| {
            let theirs = &site.config().authorization_server;
            (&theirs.issuer, &theirs.client_id) == (&ours.issuer, &ours.client_id)
        };
        self.endpoints.sites().iter().map(|site| &**site).filter(is_ours)
    }

    /// The brand in the language of this browser.
    pub(crate) fn brand(&self) -> Arc<Brand> {
        Arc::clone(self.site.brand_for(&self.cookies, self.headers))
    }

    pub(crate) fn arrival(&self) -> &'a Arrival {
        self.arrival
    }

    pub(crate) fn kind(&self) -> RequestKind {
        self.arrival.kind
    }

    /// Whether the browser says that a page of this very origin asks, or is too old to say anything (Fetch Metadata).
    pub(crate) fn is_same_origin_or_silent(&self) -> bool {
        self.headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin")
    }

    /// Whose page asks, as far as `Origin` says.
    pub(crate) fn origin(&self, of_site: &str) -> RequestOrigin {
        RequestOrigin::of(self.headers, of_site)
    }

    /// The one header of that name.
    pub(crate) fn header(&self, name: &HeaderName) -> Option<&'a HeaderValue> {
        self.headers.get(name)
    }

    pub(crate) fn client_address(&self) -> IpAddr {
        self.arrival.client_address
    }

    pub(crate) fn cookies(&self) -> &RequestCookies<'a> {
        &self.cookies
    }

    /// The browser's anchor, when it has come back.
    pub(crate) fn anchor(&self) -> Option<&Anchor> {
        self.anchor.as_ref()
    }

    pub(crate) fn seals(&self) -> &'a Seals {
        self.endpoints.seals()
    }

    pub(crate) fn sessions(&self) -> &'a Arc<Sessions> {
        self.endpoints.sessions()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.endpoints.clock().now()
    }

    /// What is asked of the authentication by the route that `target` leads to.
    pub(crate) fn required_authentication(&self, target: &ReturnTarget) -> Option<&'a RequiredAuthentication> {
        self.endpoints.table.required_authentication(self.arrival.site?, target)
    }

    /// An answer that says no.
    pub(crate) fn refuse(&self, refusal: &Refusal) -> Answer {
        refusal::answer(self.endpoints, self.arrival, self.headers, refusal)
    }

    /// What the browser presents of its session, whether or not one belongs to it.
    pub(crate) fn session_cookies(&self) -> Option<SessionCookies<'_>> {
        self.cookies.session(self.site.names())
    }

    /// The session cookie's value, whether or not a session belongs to it.
    pub(crate) fn session_cookie(&self) -> Option<&str> {
        self.cookies.one(self.site.names().session())
    }

    /// The live session of this browser.
    ///
    /// # Errors
    /// When the store could not be asked.
    pub(crate) async fn session(&self) -> Result<Option<Arc<UserSession>>, StoreError> {
        match self.session_cookies() {
            Some(cookies) => self.sessions().find(self.site.home(), &cookies, None).await,
            None => Ok(None),
        }
    }

    /// The person's context, for calls to the authorization server.
    pub(crate) fn person(&self, anchor: &Anchor) -> PersonContext {
        self.site.person_of(&self.cookies, self.headers, self.client_address(), Some(anchor))
    }
}
