//! The time, as a value that is passed in.
//!
//! Nothing but this room asks the machine for the time: rooms that decide take a [`Timestamp`], and what
//! lives long holds a [`Clock`], which a test can set.

use std::num::NonZeroU64;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Whole seconds since 1970-01-01T00:00:00Z: the `NumericDate` of RFC 7519 §2.
///
/// One more is kept than they are, so that a moment that may be absent takes no more room than one that is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u64", into = "u64")]
pub struct Timestamp(NonZeroU64);

impl Timestamp {
    /// The moment that many seconds after the epoch.
    pub const fn from_unix(seconds: u64) -> Self {
        Self(NonZeroU64::MIN.saturating_add(seconds))
    }

    /// Seconds since the epoch.
    pub const fn as_unix(self) -> u64 {
        self.0.get() - 1
    }

    /// This moment and `duration` more, in whole seconds, never past the end of time.
    #[must_use]
    pub const fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(duration.as_secs()))
    }

    /// Whether `earlier` was less than `span` ago. What lies ahead counts as long past: a clock that was set back must not make a
    /// short pause last until the noted moment comes again.
    pub fn is_within(self, span: Duration, earlier: Self) -> bool {
        earlier <= self && self.since(earlier) < span
    }

    /// How long it is from `earlier` until now; zero when `earlier` lies ahead.
    pub const fn since(self, earlier: Self) -> Duration {
        Duration::from_secs(self.0.get().saturating_sub(earlier.0.get()))
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self::from_unix(time.duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs()))
    }
}

impl From<u64> for Timestamp {
    fn from(seconds: u64) -> Self {
        Self::from_unix(seconds)
    }
}

impl From<Timestamp> for u64 {
    fn from(moment: Timestamp) -> Self {
        moment.as_unix()
    }
}

impl std::fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Timestamp").field(&self.as_unix()).finish()
    }
}

/// Where the time comes from.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    Machine,
    Ahead(Arc<AtomicU64>),
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self(Source::Machine)
    }

    /// The machine's clock with a lead that [`advance`](Self::advance) makes longer: for tests of what time brings.
    pub fn adjustable() -> Self {
        Self(Source::Ahead(Arc::default()))
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        let machine = Timestamp::from(SystemTime::now());
        match &self.0 {
            Source::Machine => machine,
            Source::Ahead(lead) => machine.plus(Duration::from_secs(lead.load(Ordering::Relaxed))),
        }
    }

    /// Lets time pass for everybody who holds this clock; the machine's own clock stands above such wishes.
    pub fn advance(&self, duration: Duration) {
        if let Source::Ahead(lead) = &self.0 {
            lead.fetch_add(duration.as_secs(), Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adjustable_clock_moves_for_all_its_holders() {
        let clock = Clock::adjustable();
        let other_holder = clock.clone();
        let before = clock.now();

        clock.advance(Duration::from_secs(3600));

        assert!(other_holder.now().since(before) >= Duration::from_secs(3600));
    }

    #[test]
    fn a_moment_that_lies_ahead_is_long_past() {
        let (noted, span) = (Timestamp::from_unix(1000), Duration::from_secs(30));

        assert!(Timestamp::from_unix(1000).is_within(span, noted));
        assert!(Timestamp::from_unix(1029).is_within(span, noted));
        assert!(!Timestamp::from_unix(1030).is_within(span, noted));
        assert!(!Timestamp::from_unix(999).is_within(span, noted));
    }

    #[test]
    fn time_since_a_later_moment_is_zero() {
        let earlier = Timestamp::from_unix(10);
        let later = Timestamp::from_unix(20);

        assert_eq!(earlier.since(later), Duration::ZERO);
        assert_eq!(later.since(earlier), Duration::from_secs(10));
    }
}
