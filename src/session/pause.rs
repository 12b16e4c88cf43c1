//! Waiting a little before something that failed is tried again.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::clock::Timestamp;

/// How long to wait after a failure, unless the server says otherwise.
pub(super) const SHORTEST: Duration = Duration::from_secs(5);
/// No server is believed that wants a longer pause.
pub(super) const LONGEST: Duration = Duration::from_secs(60);

/// Until when nobody tries.
#[derive(Debug, Default)]
pub(super) struct Pause(AtomicU64);

impl Pause {
    /// Whether it is not over yet. One that lies further ahead than any is one of a clock that was set back since.
    pub(super) fn lasts(&self, now: Timestamp) -> bool {
        let until = Timestamp::from_unix(self.0.load(Ordering::Relaxed));
        now < until && until.since(now) <= LONGEST
    }

    pub(super) fn begin(&self, now: Timestamp, length: Duration) {
        self.0.store(now.plus(length).as_unix(), Ordering::Relaxed);
    }

    pub(super) fn end(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}
