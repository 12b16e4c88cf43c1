//! Marks that are set once, in the memory of this process.

use std::time::{Duration, Instant};

use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use moka::{Expiry, ops::compute};

use super::key::FinishedMark;
use crate::clock::{Clock, Timestamp};

/// More transactions than anybody finishes within an hour.
const AT_MOST: u64 = 1_000_000;
/// The longest that a cache is told to keep anything.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The marks of this process.
pub(super) struct Marks {
    set: Cache<FinishedMark, Timestamp>,
    clock: Clock,
}

impl Marks {
    pub(super) fn new(clock: Clock) -> Self {
        let set = Cache::builder()
            .max_capacity(AT_MOST)
            .eviction_policy(EvictionPolicy::lru())
            .expire_after(UntilItsEnd(clock.clone()))
            .build();
        Self { set, clock }
    }

    /// Sets a mark unless it is set; whether it was the first to do so.
    pub(super) fn set_once(&self, mark: FinishedMark, until: Timestamp) -> bool {
        let now = self.clock.now();
        let outcome = self.set.entry(mark).and_compute_with(|entry| match entry {
            Some(set) if *set.value() > now => compute::Op::Nop,
            _ => compute::Op::Put(until),
        });
        matches!(outcome, compute::CompResult::Inserted(_) | compute::CompResult::ReplacedWith(_))
    }

    pub(super) fn is_set(&self, mark: FinishedMark) -> bool {
        self.set.get(&mark).is_some_and(|until| until > self.clock.now())
    }

    /// All that are set, with their ends.
    pub(super) fn all(&self) -> impl Iterator<Item = (FinishedMark, Timestamp)> + '_ {
        let now = self.clock.now();
        self.set.iter().map(|(mark, until)| (*mark, until)).filter(move |(_, until)| *until > now)
    }
}

struct UntilItsEnd(Clock);

impl Expiry<FinishedMark, Timestamp> for UntilItsEnd {
    fn expire_after_create(&self, _: &FinishedMark, until: &Timestamp, _: Instant) -> Option<Duration> {
        Some(until.since(self.0.now()).min(LONGEST))
    }
}
