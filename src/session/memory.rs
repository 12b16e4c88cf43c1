//! Sessions kept in this process: no wait, no lock across one, and gone with it.

use std::future::ready;
use std::sync::Arc;
use std::time::{Duration, Instant};

use moka::notification::RemovalCause;
use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use moka::{Expiry, ops::compute};

use super::key::{FinishedMark, SessionKey};
use super::revocation;
use super::store::{Near, Removed, SessionStore, StoreFuture};
use super::user_session::{Refused, UserSession, Version};
use crate::clock::{Clock, Timestamp};
use crate::oauth::TokenSet;
use crate::person::PersonContext;

/// What all sessions may weigh.
const MAX_BYTES: u64 = 512 * 1024 * 1024;
/// No session counts for less, so this also bounds how many there are.
const MIN_WEIGHT: u32 = 2 * 1024;
/// The longest that a cache is told to keep anything; it knows no moments that lie for ever ahead.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);
/// More transactions than anybody finishes within an hour.
const MAX_MARKS: u64 = 1_000_000;

/// The store in this process.
pub struct MemoryStore {
    sessions: Cache<SessionKey, Arc<UserSession>>,
    marks: Cache<FinishedMark, Timestamp>,
    clock: Clock,
}

impl MemoryStore {
    /// An empty store. Who has not been seen for longest goes first when it is full; who has not been seen for
    /// `idle_timeout` goes in any case.
    pub fn new(idle_timeout: Duration, clock: Clock) -> Self {
        Self::with_room(MAX_BYTES, idle_timeout, clock)
    }

    fn with_room(bytes: u64, idle_timeout: Duration, clock: Clock) -> Self {
        let sessions = Cache::builder()
            .max_capacity(bytes)
            .weigher(|_, session: &Arc<UserSession>| weight(session))
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(idle_timeout.min(LONGEST))
            .expire_after(UntilItsEnd(clock.clone()))
            .eviction_listener(|_, session: Arc<UserSession>, cause| {
                // Whoever still holds a session that was dropped here must not go on with it for ever.
                if matches!(cause, RemovalCause::Size | RemovalCause::Expired)
                    && let Some(tokens) = session.end()
                {
                    revocation::revoke(session.client(), tokens, &PersonContext::nobody());
                }
            })
            .build();
        let marks = Cache::builder()
            .max_capacity(MAX_MARKS)
            .eviction_policy(EvictionPolicy::lru())
            .expire_after(UntilItsEnd(clock.clone()))
            .build();
        Self { sessions, marks, clock }
    }
}

impl SessionStore for MemoryStore {
    fn near(&self, key: &SessionKey) -> Near {
        self.sessions.get(key).map_or(Near::Absent, Near::Found)
    }

    fn find<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        Box::pin(ready(Ok(self.sessions.get(key))))
    }

    fn create(&self, session: Arc<UserSession>) -> StoreFuture<'_, ()> {
        self.sessions.insert(*session.key(), session);
        Box::pin(ready(Ok(())))
    }

    fn renew<'a>(
        &'a self,
        session: &'a UserSession,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>> {
        // The session is the record: its own lock compares and sets, and whoever removes it ends it under that lock.
        Box::pin(ready(Ok(session.install(expected, tokens, now))))
    }

    fn remove<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Removed>> {
        let removed = self.sessions.remove(key).and_then(|session| {
            let tokens = session.end()?;
            Some(Removed { session, tokens })
        });
        Box::pin(ready(Ok(removed)))
    }

    fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> StoreFuture<'_, bool> {
        let now = self.clock.now();
        let outcome = self.marks.entry(mark).and_compute_with(|entry| match entry {
            Some(set) if *set.value() > now => compute::Op::Nop,
            _ => compute::Op::Put(until),
        });
        let first = matches!(outcome, compute::CompResult::Inserted(_) | compute::CompResult::ReplacedWith(_));
        Box::pin(ready(Ok(first)))
    }

    fn was_finished(&self, mark: FinishedMark) -> StoreFuture<'_, bool> {
        let set = self.marks.get(&mark).is_some_and(|until| until > self.clock.now());
        Box::pin(ready(Ok(set)))
    }
}

fn weight(session: &UserSession) -> u32 {
    u32::try_from(session.weight()).unwrap_or(u32::MAX).max(MIN_WEIGHT)
}

/// Drops what has come to its end anyway; who asks before that is told by the value itself.
struct UntilItsEnd(Clock);

impl Expiry<SessionKey, Arc<UserSession>> for UntilItsEnd {
    fn expire_after_create(&self, _: &SessionKey, session: &Arc<UserSession>, _: Instant) -> Option<Duration> {
        Some(session.ends_at().since(self.0.now()).min(LONGEST))
    }
}

impl Expiry<FinishedMark, Timestamp> for UntilItsEnd {
    fn expire_after_create(&self, _: &FinishedMark, until: &Timestamp, _: Instant) -> Option<Duration> {
        Some(until.since(self.0.now()).min(LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use super::super::SessionCookieValue;
    use super::super::testing::{HOUR, client_of_nobody, limits, place, tokens};
    use super::*;

    fn session(clock: &Clock) -> Arc<UserSession> {
        let key = place().session_key(SessionCookieValue::fresh().expose()).expect("well-formed");
        let tokens = tokens(clock.now().plus(HOUR));
        Arc::new(UserSession::new(key, tokens, client_of_nobody(clock), &limits(), clock.now()))
    }

    #[test]
    fn a_full_store_lets_new_sessions_in_and_ends_the_ones_it_drops() {
        let clock = Clock::system();
        let store = MemoryStore::with_room(10 * u64::from(MIN_WEIGHT), HOUR, clock.clone());
        let sessions: Vec<_> = (0..50).map(|_| session(&clock)).collect();

        for session in &sessions {
            store.sessions.insert(*session.key(), Arc::clone(session));
        }
        store.sessions.run_pending_tasks();

        let kept: Vec<bool> = sessions.iter().map(|session| store.sessions.contains_key(session.key())).collect();
        assert!(kept[49] && !kept[0]);
        assert!(kept.iter().filter(|kept| **kept).count() <= 10);
        assert!(sessions.iter().zip(kept).all(|(session, kept)| session.has_ended() != kept));
    }

    #[test]
    fn a_session_weighs_what_it_keeps() {
        let clock = Clock::system();
        let small = session(&clock);
        let large_tokens = TokenSet {
            access_token: crate::oauth::AccessToken::new("x".repeat(20_000)),
            ..tokens(clock.now().plus(HOUR))
        };
        let large = UserSession::new(*small.key(), large_tokens, client_of_nobody(&clock), &limits(), clock.now());

        assert_eq!(weight(&small), MIN_WEIGHT);
        assert!(weight(&large) > 40_000);
    }
}
