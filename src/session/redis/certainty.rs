//! Whether what is at hand may be believed without asking: only as long as the connection lives on which the server says what has
//! changed, and never for long.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::super::user_session::UserSession;
use super::Shared;
use super::tracking::Moment;
use crate::clock::Timestamp;

/// What is at hand is compared with the server at least this often, whatever the server says or fails to say.
pub(super) const COMPARED_EVERY: Duration = Duration::from_secs(60);

impl Shared {
    /// Whether what is at hand may be believed without asking.
    pub(super) fn is_certain(&self, session: &UserSession) -> bool {
        let Some(generation) = self.link.generation() else { return false };
        let stamp = Stamp::of(session.noted.load(Ordering::Relaxed));
        stamp.generation == generation && self.clock.now().since(stamp.at) < COMPARED_EVERY
    }

    /// Notes that the session is as the server has it, unless something has happened to it since `before`.
    pub(super) fn note_compared(&self, session: &UserSession, before: &Moment) {
        if let Some(generation) = self.link.generation()
            && self.freshest.is_unchanged(session.key(), before)
        {
            let stamp = Stamp { generation, at: self.clock.now() };
            session.noted.store(stamp.bits(), Ordering::Relaxed);
        }
    }
}

/// In which life of the connection a session was compared with the server, and when.
#[derive(Clone, Copy)]
struct Stamp {
    generation: u64,
    at: Timestamp,
}

impl Stamp {
    /// Room for the seconds of some thirty thousand years.
    const BITS: u32 = 40;

    const fn bits(self) -> u64 {
        self.generation << Self::BITS | self.at.as_unix()
    }

    const fn of(bits: u64) -> Self {
        Self { generation: bits >> Self::BITS, at: Timestamp::from_unix(bits & ((1 << Self::BITS) - 1)) }
    }
}
