//! Where sessions are kept between requests.

use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::home::{Home, Names};
use super::key::SessionKey;
use super::mark_store::MarkStore;
use super::user_session::{Refused, UserSession, Version};
use crate::clock::Timestamp;
use crate::cookies::SessionCookies;
use crate::oauth::TokenSet;

/// The answer of a store that may have to ask somebody.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// The store could not be asked: nobody knows whether the session is there.
#[derive(Debug, thiserror::Error)]
#[error("the session store could not be asked")]
pub struct StoreError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl StoreError {
    /// The store's own reason.
    pub fn new(reason: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(reason.into())
    }
}

/// What is known about a session without asking anybody.
#[derive(Debug)]
pub enum Near {
    /// Here it is.
    Found(Arc<UserSession>),
    /// There is none, for certain.
    Absent,
    /// The store has to be asked.
    Unknown,
}

/// A session that is looked for because a browser presents its cookie.
pub struct Wanted<'a> {
    pub(super) home: &'a Arc<Home>,
    pub(super) key: SessionKey,
    pub(super) cookies: &'a SessionCookies<'a>,
}

impl Wanted<'_> {
    /// What the session is called and what its record is sealed with: computed only where a record is opened.
    pub(super) fn names(&self) -> Option<Names> {
        self.home.names(self.cookies.value())
    }
}

/// The right to refresh one session's tokens, until it runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Which lease of this session it is: a write under an older one is refused.
    pub(super) fence: u64,
}

/// Whose turn it is to refresh a session's tokens.
#[derive(Debug)]
pub enum Turn {
    /// Ours.
    Ours(Lease),
    /// Somebody else's, at another replica.
    Elsewhere,
    /// Nobody's: the session has ended.
    Ended,
}

impl Turn {
    /// Where no other replica refreshes: one refresh at a time in a process is the session's own affair.
    fn within_this_process(session: &UserSession) -> Self {
        if session.has_ended() { Self::Ended } else { Self::Ours(Lease { fence: 0 }) }
    }
}

/// Whose sessions are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// All of the person that the ID tokens call so (`sub`).
    Subject(String),
    /// Those that belong to one session at the authorization server (`sid`).
    AtServer(String),
}

/// A session as an operator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub(super) key: SessionKey,
    /// When the person signed in.
    pub created_at: Timestamp,
    /// When it ends, however busy it is.
    pub ends_at: Timestamp,
}

/// Keeps signed-in sessions.
///
/// Absence is an answer: an unknown, expired or removed session is `Ok(None)`. `Err` means that the store could not be
/// asked; callers keep the cookie and answer 503, so that an outage never signs everybody out.
///
/// Only [`create`](Self::create) makes an entry. Whatever writes later says what it means to replace and is refused
/// when that is gone, so a session that has ended stays ended. Every store passes the same tests.
///
/// What has a default is right for a store of one process, where the session is its own record.
pub trait SessionStore: Send + Sync {
    /// Looks only where no wait is needed: this is asked for each request.
    fn near(&self, wanted: &Wanted<'_>) -> Near;

    /// Finds a session, wherever it is kept.
    fn find<'a>(&'a self, wanted: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>>;

    /// Keeps a new session under its key until it ends.
    fn create<'a>(&'a self, session: &'a Arc<UserSession>) -> StoreFuture<'a, ()>;

    /// Asks for the turn to refresh; who gets it has looked at the latest tokens, and nobody else gets it for a while.
    fn take_turn<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Turn> {
        Box::pin(ready(Ok(Turn::within_this_process(session))))
    }

    /// Keeps the turn while the call to the authorization server lasts; returns when the turn is lost, or never.
    fn hold_turn<'a>(
        &'a self,
        session: &'a UserSession,
        lease: Lease,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>> {
        let _ = (session, lease);
        Box::pin(std::future::pending())
    }

    /// Gives the turn back without new tokens.
    fn yield_turn<'a>(&'a self, session: &'a UserSession, lease: Lease) -> StoreFuture<'a, ()> {
        let _ = (session, lease);
        Box::pin(ready(Ok(())))
    }

    /// Gives a session new tokens in place of those of version `expected`, and gives them back when it is refused:
    /// because the session has ended, or because somebody else was first.
    fn renew<'a>(
        &'a self,
        session: &'a Arc<UserSession>,
        lease: Lease,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>> {
        let _ = lease;
        // Its own lock compares and sets, and whoever removes it ends it under that lock.
        Box::pin(ready(Ok(session.install(expected, tokens, now))))
    }

    /// Takes over what others have written since; whether the session lives.
    fn reread<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, bool> {
        Box::pin(ready(Ok(!session.has_ended())))
    }

    /// Learns that the person was here; a store that others look into tells them, now and then.
    fn note_use(&self, session: &Arc<UserSession>, now: Timestamp) {
        let _ = (session, now);
    }

    /// Learns that the authorization server called the tokens of that version active at that moment; a store that others look into
    /// tells them, so that they need not ask within `every`.
    fn note_active<'a>(
        &'a self,
        session: &'a UserSession,
        version: Version,
        at: Timestamp,
        every: Duration,
    ) -> StoreFuture<'a, ()> {
        let _ = (session, version, at, every);
        Box::pin(ready(Ok(())))
    }

    /// When another replica heard that the tokens of that version are active.
    fn noted_active<'a>(&'a self, session: &'a UserSession, version: Version) -> StoreFuture<'a, Option<Timestamp>> {
        let _ = (session, version);
        Box::pin(ready(Ok(None)))
    }

    /// Removes a session and ends it for everybody who holds it; gives the tokens it had last, once.
    fn remove<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Option<Arc<TokenSet>>>;

    /// Ends the sessions of somebody from outside, wherever they are kept. The sessions that this replica holds are given
    /// with their tokens, to revoke them; `count` says how many there were in all.
    fn remove_all<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, RemovedAll>;

    /// The sessions of somebody.
    fn list<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, Vec<Listed>>;

    /// A session that this process knows from a store that cannot be asked at present, if the last contact is no longer ago
    /// than `grace`, or than the store's own patience.
    fn lingering(&self, key: &SessionKey, grace: Option<Duration>) -> Option<Arc<UserSession>> {
        let _ = (key, grace);
        None
    }

    /// Treats a session as removed although the store could not be told yet, and goes on trying to tell it.
    fn bury(&self, key: &SessionKey, until: Timestamp) {
        let _ = (key, until);
    }

    /// Where marks are kept: what one replica has finished, no other begins again.
    fn marks(&self) -> &dyn MarkStore;

    /// The record that the browser has to keep, when that is where it is kept.
    fn for_the_browser(&self, session: &UserSession, presented: Option<&SessionCookies<'_>>) -> Option<String> {
        let _ = (session, presented);
        None
    }

    /// What is wrong at the moment, in a sentence for the operator.
    fn trouble(&self) -> Option<String> {
        None
    }

    /// Puts away what is to be there after a restart.
    fn close(&self) -> StoreFuture<'_, ()> {
        Box::pin(ready(Ok(())))
    }
}

/// What became of the sessions of somebody.
#[derive(Debug, Default)]
pub struct RemovedAll {
    /// How many there were.
    pub count: usize,
    /// Those that this replica held, with the tokens they had last.
    pub held: Vec<(Arc<UserSession>, Arc<TokenSet>)>,
}
