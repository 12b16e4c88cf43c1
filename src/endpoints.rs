//! What the gateway itself answers: the steps of a sign-in, the callback, sign-out, the session's state, assets and refusals.
//!
//! Requests come in as values and answers go out as values; the proxy moves the bytes. This room joins [`crate::signin`],
//! [`crate::session`] and [`crate::pages`], which do not know each other: `views` turns a document of the Identity Engine into a
//! page's view model, and everything else decides which page it is to be.

mod administration;
mod backchannel_logout;
mod begin;
mod callback;
#[cfg(any(test, feature = "demo"))]
pub mod catalogue;
mod finish;
mod form_token;
mod handover;
mod language;
mod mailed_link;
mod own_request;
mod poll;
mod refusal;
pub mod registration;
mod respond;
mod router;
mod session_status;
mod sign_out;
mod site;
mod step;
mod step_up;
mod transactions;
mod views;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, Response};

pub use administration::SessionOfSubject;
pub use router::own_path_template;
pub use site::SiteRuntime;
pub use step_up::assurance;

use crate::clock::Clock;
use crate::config::Config;
use crate::cookies::CookieNames;
use crate::gate::{Arrival, Refusal, ReturnTarget, RouteTable};
use crate::http_client::HttpClient;
use crate::idx::OrgOrigin;
use crate::oauth;
use crate::seal::Seals;
use crate::session::{Home, Sessions, SitePlace};
use crate::signin::{self, Conversations, SignIn};
use own_request::OwnRequest;
use registration::RegistrationError;

/// How often the authorization servers are asked while all is well, and while one of them is out of reach.
const WATCH: Duration = Duration::from_secs(300);
const RETRY: Duration = Duration::from_secs(10);

/// Everything the gateway answers by itself, for all sites of a process.
pub struct Endpoints {
    sites: Vec<Arc<SiteRuntime>>,
    sessions: Arc<Sessions>,
    seals: Seals,
    clock: Clock,
    table: RouteTable,
    router: axum::Router,
}

impl Endpoints {
    /// Builds the sites of `config`; no call leaves the machine yet.
    ///
    /// # Errors
    /// When a configured authorization server cannot be one, which a checked configuration rules out.
    pub fn new(config: &Config, clock: Clock, http: &HttpClient) -> Result<Arc<Self>, RegistrationError> {
        let seals = Seals::new(&config.keys);
        let sessions = Sessions::new(config, &seals, clock.clone());
        let conversations = Conversations::new();
        let mut sites = Vec::with_capacity(config.sites.len());
        for site in &config.sites {
            let registration = registration::registration(site)?;
            let org = org_of(&registration)?;
            let client = oauth::Client::new(registration, http.clone(), clock.clone());
            let names = CookieNames::of(site);
            let sign_in = SignIn::new(signin::Parts {
                place: SitePlace::of(site),
                cookie_prefix: names.transaction_prefix().to_owned(),
                client: client.clone(),
                org,
                http: http.clone(),
                sessions: Arc::clone(&sessions),
                seals: seals.clone(),
                conversations: Arc::clone(&conversations),
                clock: clock.clone(),
            });
            let home = Home::of(site, client, seals.clone());
            sites.push(Arc::new(SiteRuntime::new(Arc::clone(site), names, home, sign_in)));
        }
        Ok(Arc::new(Self { sites, sessions, seals, clock, table: RouteTable::new(config), router: router::router() }))
    }

    /// The sessions of all sites.
    pub fn sessions(&self) -> &Arc<Sessions> {
        &self.sessions
    }

    /// The site at that place of the configuration.
    ///
    /// # Panics
    /// When there is no such place: indexes come from a route table of the same configuration.
    pub fn site(&self, index: usize) -> &Arc<SiteRuntime> {
        &self.sites[index]
    }

    /// All sites, in the order of the configuration.
    pub fn sites(&self) -> &[Arc<SiteRuntime>] {
        &self.sites
    }

    /// Answers a request to one of the gateway's own paths; it carries its [`Arrival`] as an extension.
    pub async fn serve(self: &Arc<Self>, request: Request<Bytes>) -> Response<Bytes> {
        router::serve(self, request).await
    }

    /// Sends a navigation that needs a session, or a stronger one, to the sign-in, to come back to `target`.
    pub fn begin_sign_in(&self, arrival: &Arrival, headers: &HeaderMap, target: &ReturnTarget) -> Response<Bytes> {
        match arrival.site {
            Some(site) => begin::send_to_sign_in(&OwnRequest::new(self, self.site(site), arrival, headers), target),
            None => self.refuse(arrival, headers, &Refusal::Misdirected),
        }
    }

    /// Where a browser goes that leaves the application of its site by a path of the application's own.
    pub fn way_out(&self, arrival: &Arrival, headers: &HeaderMap) -> String {
        let way_out = |site| sign_out::way_out(&OwnRequest::new(self, self.site(site), arrival, headers));
        arrival.site.map_or_else(|| "/".to_owned(), way_out)
    }

    /// Answers a request that goes no further; of its `headers` only those are read that say in which language.
    pub fn refuse(&self, arrival: &Arrival, headers: &HeaderMap, refusal: &Refusal) -> Response<Bytes> {
        refusal::answer(self, arrival, headers, refusal)
    }

    /// What is out of reach at the moment, a line each: live sessions go on, but nobody new can sign in.
    pub fn degraded(&self) -> Vec<String> {
        self.sessions.trouble().into_iter().chain(self.sites.iter().filter_map(|site| site.degraded())).collect()
    }

    /// Returns when nothing is under way at an authorization server that no request waits for: refreshes ahead of time, revocations.
    pub async fn errands_are_done(&self) {
        for site in &self.sites {
            site.client().errands_are_done().await;
        }
    }

    /// Asks every authorization server for its metadata and keys now and then, so that readiness is known before somebody
    /// wants to sign in, and so that neither the first sign-in nor any token waits for a key set. Ends with the last holder of the endpoints.
    pub fn watch_authorization_servers(self: &Arc<Self>) {
        let endpoints = Arc::downgrade(self);
        tokio::spawn(async move {
            while let Some(endpoints) = endpoints.upgrade() {
                for site in &endpoints.sites {
                    site.ask_authorization_server().await;
                }
                let pause = endpoints.pause_of_watch();
                drop(endpoints);
                tokio::time::sleep(pause).await;
            }
        });
    }

    /// Until the first document of any server should be renewed, within bounds.
    fn pause_of_watch(&self) -> Duration {
        if !self.degraded().is_empty() {
            return RETRY;
        }
        let now = self.clock.now();
        let due = self.sites.iter().filter_map(|site| site.client().documents_due()).min();
        due.map_or(WATCH, |due| due.since(now).clamp(RETRY, WATCH))
    }

    pub(crate) fn seals(&self) -> &Seals {
        &self.seals
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }
}

impl std::fmt::Debug for Endpoints {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Endpoints").field("sites", &self.sites.len()).finish_non_exhaustive()
    }
}

/// Where the Identity Engine of a registration's issuer lives.
fn org_of(registration: &oauth::Registration) -> Result<OrgOrigin, RegistrationError> {
    let url = registration.issuer.org_origin();
    let parsed = url::Url::parse(&url).ok();
    parsed.as_ref().and_then(OrgOrigin::of).ok_or(RegistrationError::Url { url })
}
