//! Sessions in the memory of this process, within bounds.

use std::sync::Arc;
use std::time::Duration;

use moka::notification::RemovalCause;
use moka::policy::EvictionPolicy;
use moka::sync::Cache;

use super::key::SessionKey;
use super::user_session::UserSession;
use crate::config::Room;

/// The longest that a cache is told to keep anything; it knows no moments that lie for ever ahead.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// What becomes of a session for which there is no room any more, or whose idle time is over.
pub(super) type WhenDropped = fn(&Arc<UserSession>);

/// The sessions of this process by their names.
pub(super) struct NearSessions(Cache<SessionKey, Arc<UserSession>>);

impl NearSessions {
    /// Room for so many. Who has not been seen for longest goes first when it is full; who has not been seen for `idle`
    /// goes in any case. That a session has come to its end while it was in use is told by the value itself: a timer
    /// for each would cost more than the few that wait here to be forgotten.
    pub(super) fn new(room: Room, idle: Duration, when_dropped: WhenDropped) -> Self {
        let lightest = u32::try_from(room.bytes / room.sessions.max(1)).unwrap_or(u32::MAX).max(1);
        let cache = Cache::builder()
            .max_capacity(room.bytes)
            .weigher(move |_, session: &Arc<UserSession>| weight(session, lightest))
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(idle.min(LONGEST))
            .eviction_listener(move |_, session: Arc<UserSession>, cause| {
                if matches!(cause, RemovalCause::Size | RemovalCause::Expired) {
                    when_dropped(&session);
                }
            })
            .build();
        Self(cache)
    }

    pub(super) fn find(&self, key: &SessionKey) -> Option<Arc<UserSession>> {
        self.0.get(key)
    }

    pub(super) fn keep(&self, session: &Arc<UserSession>) {
        self.0.insert(*session.key(), Arc::clone(session));
    }

    /// Keeps it unless somebody was faster; gives the one that is kept.
    pub(super) fn keep_first(&self, session: Arc<UserSession>) -> Arc<UserSession> {
        self.0.entry(*session.key()).or_insert(session).into_value()
    }

    pub(super) fn remove(&self, key: &SessionKey) -> Option<Arc<UserSession>> {
        self.0.remove(key)
    }

    /// All of them, in no order. Looking at a million takes a moment: nothing for the way of a request.
    pub(super) fn all(&self) -> impl Iterator<Item = Arc<UserSession>> + '_ {
        self.0.iter().map(|(_, session)| session)
    }

    #[cfg(test)]
    pub(super) fn settle(&self) {
        self.0.run_pending_tasks();
    }
}

/// No session counts for less than its share, so that the bytes bound their number too.
fn weight(session: &UserSession, lightest: u32) -> u32 {
    u32::try_from(session.weight()).unwrap_or(u32::MAX).max(lightest)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOUR, session};
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn a_full_room_lets_new_sessions_in_and_drops_those_not_seen_for_longest() {
        let clock = Clock::system();
        for room in [Room { sessions: 10, bytes: 1 << 30 }, Room { sessions: 1_000_000, bytes: 10 * 2_400 }] {
            let near = NearSessions::new(room, HOUR, |session| drop(session.end()));
            let sessions: Vec<_> = (0..50).map(|_| session(&clock).1).collect();
            for session in &sessions {
                near.keep(session);
            }
            near.settle();

            let kept: Vec<bool> = sessions.iter().map(|session| near.find(session.key()).is_some()).collect();
            assert!(kept[49] && !kept[0], "{room:?}");
            assert!(kept.iter().filter(|kept| **kept).count() <= 20, "{room:?}");
            assert!(sessions.iter().zip(kept).all(|(session, kept)| session.has_ended() != kept));
        }
    }

    #[test]
    fn who_comes_second_gets_what_is_there() {
        let clock = Clock::system();
        let near = NearSessions::new(Room { sessions: 10, bytes: 1 << 30 }, HOUR, |_| ());
        let (_, first) = session(&clock);
        let second = Arc::clone(&first);
        near.keep(&first);

        assert!(Arc::ptr_eq(&near.keep_first(second), &first));
    }
}
