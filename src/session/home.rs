//! Where the sessions of one site are at home.

use std::sync::Arc;
use std::time::Duration;

use super::introspecting::Trouble;
use super::key::{SessionCookieValue, SessionKey, SitePlace};
use super::store::Whose;
use crate::config::{self, Lifetimes};
use crate::oauth::Client;
use crate::seal::{RecordKeys, Seals};

/// What all sessions of a site have in common: their place, the client that their tokens come from, how long they live.
#[derive(Debug)]
pub struct Home {
    site: Box<str>,
    place: SitePlace,
    client: Client,
    lifetimes: Lifetimes,
    seals: Seals,
    introspection_trouble: Trouble,
}

/// What a session is called by its store, and what its record is sealed with; both follow from the browser's cookie.
pub(super) struct Names {
    pub(super) key: SessionKey,
    pub(super) record_keys: RecordKeys,
}

impl Home {
    /// The home of a site's sessions.
    pub fn of(site: &config::Site, client: Client, seals: Seals) -> Arc<Self> {
        Self::new(&site.name, SitePlace::of(site), client, site.lifetimes, seals)
    }

    /// The home of sessions of a place.
    pub fn new(site: &str, place: SitePlace, client: Client, lifetimes: Lifetimes, seals: Seals) -> Arc<Self> {
        Arc::new(Self { site: site.into(), place, client, lifetimes, seals, introspection_trouble: Trouble::default() })
    }

    /// What the site is called.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// What its sessions are bound to.
    pub fn place(&self) -> &SitePlace {
        &self.place
    }

    /// The client at the authorization server that the tokens come from.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// How long its sessions live.
    pub fn lifetimes(&self) -> Lifetimes {
        self.lifetimes
    }

    /// How old what the server said about a token may be, if it is asked at all.
    pub(super) fn introspect_every(&self) -> Option<Duration> {
        self.client.registration().introspect_every
    }

    /// Whether the server can be asked about tokens at present.
    pub(super) const fn introspection_trouble(&self) -> &Trouble {
        &self.introspection_trouble
    }

    /// A name that was never there before, and the cookie that leads to it.
    pub(super) fn fresh_name(&self) -> (SessionCookieValue, Names) {
        let cookie = SessionCookieValue::fresh();
        let names = self.names(cookie.expose()).expect("a fresh value has the shape of one");
        (cookie, names)
    }

    /// What the cookie stands for; `None` when no gateway wrote such a cookie.
    pub(super) fn names(&self, cookie: &str) -> Option<Names> {
        let key = self.place.session_key(cookie)?;
        Some(Names { key, record_keys: self.seals.record_keys(&self.place.context("record").with(cookie)) })
    }

    /// What stands for them in an index: one for each key of the ring, that of the sealing key first.
    pub(super) fn index_tags(&self, whose: &Whose) -> Vec<[u8; 32]> {
        let (kind, value) = match whose {
            Whose::Subject(subject) => ("sub", subject),
            Whose::AtServer(sid) => ("sid", sid),
        };
        self.seals.tags(&self.place.context("index").with(kind), value.as_bytes())
    }
}
