//! What was found out about tokens, kept within bounds.
//!
//! Good and bad verdicts lie apart: whoever sends tokens at random fills the one and pushes nothing out of the other.

use std::sync::Arc;
use std::time::{Duration, Instant};

use moka::Expiry;
use moka::policy::EvictionPolicy;
use moka::sync::Cache;

use super::caller::Caller;
use super::flight::Flights;
use super::key::VerdictKey;
use super::route_tokens::Verdict;
use crate::clock::{Clock, Timestamp};
use crate::oauth::OAuthError;

/// What all good verdicts may weigh together, in bytes.
const ROOM_FOR_GOOD: u64 = 64 * 1024 * 1024;
/// No more good ones than this, however little they weigh.
const MOST_GOOD: u64 = 50_000;
/// Bad ones are small and all alike: an error without anything of the token but a short claim.
const MOST_BAD: u64 = 50_000;
/// How long a bad verdict stands: long enough to be no way of having the authorization server asked, short enough for a key that
/// has only now been published.
const BAD_FOR: Duration = Duration::from_secs(15);
/// The longest that a cache is told to keep anything.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The verdicts of a process.
pub struct Verdicts {
    good: Cache<VerdictKey, Arc<Caller>>,
    bad: Cache<VerdictKey, (Arc<OAuthError>, Timestamp)>,
    pub(super) flights: Flights,
}

impl Verdicts {
    /// None yet.
    pub fn new(clock: Clock) -> Arc<Self> {
        let lightest = u32::try_from(ROOM_FOR_GOOD / MOST_GOOD).unwrap_or(u32::MAX);
        let good = Cache::builder()
            .max_capacity(ROOM_FOR_GOOD)
            .weigher(move |_, caller: &Arc<Caller>| u32::try_from(caller.weight()).unwrap_or(u32::MAX).max(lightest))
            .eviction_policy(EvictionPolicy::lru())
            .expire_after(UntilItsEnd(clock))
            .build();
        let bad = Cache::builder()
            .max_capacity(MOST_BAD)
            .eviction_policy(EvictionPolicy::lru())
            .time_to_live(BAD_FOR)
            .build();
        Arc::new(Self { good, bad, flights: Flights::default() })
    }

    /// What is known about a token at present; nothing when it must be judged.
    pub(super) fn recall(&self, key: &VerdictKey, now: Timestamp) -> Option<Verdict> {
        if let Some(caller) = self.good.get(key) {
            return caller.is_believed(now).then_some(Verdict::Good(caller));
        }
        let (error, judged_at) = self.bad.get(key)?;
        now.is_within(BAD_FOR, judged_at).then_some(Verdict::Refused(error))
    }

    /// Whether the token was good when it was last judged.
    pub(super) fn was_good(&self, key: &VerdictKey) -> bool {
        self.good.contains_key(key)
    }

    /// Keeps a verdict. What nobody could tell is none: neither does it stand, nor does it end one that does.
    pub(super) fn keep(&self, key: VerdictKey, verdict: &Verdict, now: Timestamp) {
        match verdict {
            Verdict::Good(caller) => {
                self.bad.invalidate(&key);
                self.good.insert(key, Arc::clone(caller));
            }
            Verdict::Refused(error) => {
                self.bad.insert(key, (Arc::clone(error), now));
                self.good.invalidate(&key);
            }
            Verdict::TooMany(_) | Verdict::Unknown(_) => {}
        }
    }

    #[cfg(test)]
    pub(super) fn counts(&self) -> (u64, u64) {
        self.good.run_pending_tasks();
        self.bad.run_pending_tasks();
        (self.good.entry_count(), self.bad.entry_count())
    }
}

impl std::fmt::Debug for Verdicts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Verdicts")
            .field("good", &self.good.entry_count())
            .field("bad", &self.bad.entry_count())
            .finish_non_exhaustive()
    }
}

/// Drops what has come to the token's own end; whether a verdict is still believed, it says itself.
struct UntilItsEnd(Clock);

impl UntilItsEnd {
    fn left(&self, caller: &Caller) -> Duration {
        caller.ends_at().since(self.0.now()).min(LONGEST)
    }
}

impl Expiry<VerdictKey, Arc<Caller>> for UntilItsEnd {
    fn expire_after_create(&self, _: &VerdictKey, caller: &Arc<Caller>, _: Instant) -> Option<Duration> {
        Some(self.left(caller))
    }

    fn expire_after_update(
        &self,
        _: &VerdictKey,
        caller: &Arc<Caller>,
        _: Instant,
        _: Option<Duration>,
    ) -> Option<Duration> {
        Some(self.left(caller))
    }
}
