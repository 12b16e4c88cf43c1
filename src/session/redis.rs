//! Sessions kept in Redis or Valkey: shared by all replicas, and there after a restart of any of them.
//!
//! The server holds the truth, as sealed records. What this process has read it keeps at hand, and the server itself says
//! when something of it has changed (client tracking, in the broadcasting mode, on the connection that also carries the
//! commands). When that connection is lost, nothing at hand is certain any more: it goes on for a bounded time, and is read
//! anew once the server is back.
//!
//! | key | holds |
//! | --- | --- |
//! | `s:{name}` | a hash: version `v` and sealed record `d`; gone when the session's lifetime is over |
//! | `u:{name}` | nothing; gone when nobody used the session for its idle time |
//! | `l:{name}`, `f:{name}` | the lease of whoever refreshes, and the number of the latest one |
//! | `a:{name}` | when the authorization server last called the session's tokens active, sealed; gone when that is too old |
//! | `x:{name}` | for a minute: ended from outside, and its tokens are still to be revoked |
//! | `i:…` | the sessions of a person, or of a session at the authorization server, by a keyed hash |
//! | `m:{…}` | marks of what happens once |
//! | `h:{…}` | for a moment: what whoever was first hands to the second, sealed; empty while it is awaited |

mod active;
mod certainty;
#[cfg(test)]
mod clock_tests;
mod index;
mod keys;
mod life;
mod link;
mod marks;
mod reading;
mod scripts;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod topology_tests;
mod tracking;
#[cfg(test)]
mod turn_tests;
mod turns;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use redis::Value;

use super::home::Home;
use super::key::{FinishedMark, SessionKey};
use super::mark_store::MarkStore;
use super::marks::Marks;
use super::near::NearSessions;
use super::store::{Lease, Listed, Near, RemovedAll, SessionStore, StoreError, StoreFuture, Turn, Wanted, Whose};
use super::user_session::{Refused, UserSession, Version};
use crate::clock::{Clock, Timestamp};
use crate::config;
use crate::oauth::TokenSet;
use keys::Keys;
use link::Link;
use tracking::Freshest;

/// How often the server is told of what it could not be told at once.
const RETRY: Duration = Duration::from_millis(500);

/// The store in Redis.
pub struct RedisStore(Arc<Shared>);

struct Shared {
    link: Link,
    keys: Keys,
    at_hand: NearSessions,
    freshest: Freshest,
    /// What was ended here while the server could not be told.
    buried: Marks,
    outage_grace: Duration,
    /// How long a turn to refresh lasts without a sign of life.
    lease: Duration,
    clock: Clock,
}

impl RedisStore {
    /// A store that connects in the background, and again whenever the connection is lost; `idle` is the longest idle time of
    /// any site.
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub fn connect(settings: &config::Redis, idle: Duration, clock: Clock) -> Self {
        Self::connect_leasing(settings, idle, turns::LEASE, clock)
    }

    /// As [`connect`](Self::connect), with turns to refresh that are lost after another time.
    fn connect_leasing(settings: &config::Redis, idle: Duration, lease: Duration, clock: Clock) -> Self {
        let (link, invalidations) = Link::open(settings, clock.clone());
        let shared = Arc::new(Shared {
            link,
            keys: Keys::new(&settings.key_prefix),
            at_hand: NearSessions::new(settings.room, idle, |_| ()),
            freshest: Freshest::new(),
            buried: Marks::new(clock.clone()),
            outage_grace: settings.outage_grace,
            lease,
            clock,
        });
        tokio::spawn(tracking::follow(Arc::downgrade(&shared), invalidations));
        Self(shared)
    }
}

impl SessionStore for RedisStore {
    fn near(&self, wanted: &Wanted<'_>) -> Near {
        match self.0.at_hand.find(&wanted.key) {
            Some(session) if self.0.is_certain(&session) => Near::Found(session),
            _ => Near::Unknown,
        }
    }

    fn find<'a>(&'a self, wanted: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        Box::pin(self.0.find(wanted))
    }

    fn create<'a>(&'a self, session: &'a Arc<UserSession>) -> StoreFuture<'a, ()> {
        Box::pin(self.0.create(session))
    }

    fn take_turn<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Turn> {
        Box::pin(self.0.take_turn(session))
    }

    fn hold_turn<'a>(
        &'a self,
        session: &'a UserSession,
        lease: Lease,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>> {
        Box::pin(self.0.hold_turn(session, lease))
    }

    fn yield_turn<'a>(&'a self, session: &'a UserSession, lease: Lease) -> StoreFuture<'a, ()> {
        Box::pin(
            async move { self.0.link.run(scripts::yield_turn(&self.0.keys, session.key(), lease)).await.map(|_| ()) },
        )
    }

    fn renew<'a>(
        &'a self,
        session: &'a Arc<UserSession>,
        lease: Lease,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>> {
        Box::pin(self.0.renew(session, lease, expected, tokens, now))
    }

    fn reread<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, bool> {
        Box::pin(self.0.reread(session))
    }

    /// The others are told at most ten times in an idle time, and at most once a minute.
    fn note_use(&self, session: &Arc<UserSession>, now: Timestamp) {
        let idle = session.home().lifetimes().idle_timeout;
        let told = session.use_told_at.load(Ordering::Relaxed);
        let is_due = now.as_unix().saturating_sub(told) >= (idle / 10).min(Duration::from_secs(60)).as_secs();
        let first = is_due
            && session.use_told_at.compare_exchange(told, now.as_unix(), Ordering::Relaxed, Ordering::Relaxed).is_ok();
        if first {
            let (shared, session) = (Arc::clone(&self.0), Arc::clone(session));
            tokio::spawn(async move {
                let outcome = shared.link.run(scripts::note_use(&shared.keys, session.key(), idle)).await;
                if outcome.is_err() {
                    // Told again at the next occasion.
                    session.use_told_at.store(told, Ordering::Relaxed);
                }
            });
        }
    }

    fn note_active<'a>(
        &'a self,
        session: &'a UserSession,
        version: Version,
        at: Timestamp,
        every: Duration,
    ) -> StoreFuture<'a, ()> {
        Box::pin(self.0.note_active(session, version, at, every))
    }

    fn noted_active<'a>(&'a self, session: &'a UserSession, version: Version) -> StoreFuture<'a, Option<Timestamp>> {
        Box::pin(self.0.noted_active(session, version))
    }

    fn remove<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Option<Arc<TokenSet>>> {
        Box::pin(self.0.remove(session))
    }

    fn remove_all<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, RemovedAll> {
        Box::pin(self.0.remove_all(home, whose))
    }

    fn list<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, Vec<Listed>> {
        Box::pin(self.0.list(home, whose))
    }

    fn lingering(&self, key: &SessionKey, grace: Option<Duration>) -> Option<Arc<UserSession>> {
        let shared = &self.0;
        let without_contact = shared.clock.now().since(shared.link.last_contact()?);
        let goes_on = without_contact < grace.unwrap_or(shared.outage_grace) && !shared.is_buried(key);
        shared.at_hand.find(key).filter(|_| goes_on)
    }

    fn bury(&self, key: &SessionKey, until: Timestamp) {
        self.0.buried.set_once(FinishedMark::new(*key.as_bytes()), until);
        self.0.at_hand.remove(key);
        let (shared, key) = (Arc::clone(&self.0), *key);
        tokio::spawn(async move { shared.tell_later(key, until).await });
    }

    fn marks(&self) -> &dyn MarkStore {
        self
    }

    fn trouble(&self) -> Option<String> {
        self.0.link.trouble()
    }
}

fn array(answer: Value) -> Result<Vec<Value>, StoreError> {
    match answer {
        Value::Array(fields) => Ok(fields),
        _ => Err(unexpected()),
    }
}

fn unexpected() -> StoreError {
    StoreError::new("the server answered something that no command of ours leads to")
}
