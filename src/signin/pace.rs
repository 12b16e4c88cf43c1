//! How often one transaction may call the Identity Engine.
//!
//! An org answers ten calls within five seconds for one state token. Polls take at most half of them, so that there is
//! always room for what the person does.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

const WINDOW: Duration = Duration::from_secs(5);
const CALLS_IN_WINDOW: usize = 10;
const CALLS_WITH_POLLS: usize = 5;

/// The calls of the last seconds, and when the next poll is due.
#[derive(Debug, Default)]
pub(super) struct Pace {
    recent: VecDeque<Instant>,
    next_poll: Option<Instant>,
}

impl Pace {
    /// Counts a call of the person's; when there were too many, tells how long to wait instead.
    pub(super) fn call(&mut self, now: Instant) -> Result<(), Duration> {
        self.forget_before(now);
        match self.recent.front() {
            Some(first) if self.recent.len() >= CALLS_IN_WINDOW => Err(WINDOW.saturating_sub(now - *first)),
            _ => {
                self.recent.push_back(now);
                Ok(())
            }
        }
    }

    /// Counts a poll, if one is due and leaves room; the next is due after `interval`.
    pub(super) fn poll(&mut self, now: Instant, interval: Duration) -> bool {
        self.forget_before(now);
        let due = self.next_poll.is_none_or(|next| now >= next);
        if !due || self.recent.len() >= CALLS_WITH_POLLS {
            return false;
        }
        self.recent.push_back(now);
        self.next_poll = Some(now + interval);
        true
    }

    /// How long until a poll is due.
    pub(super) fn next_poll_in(&self, now: Instant) -> Duration {
        self.next_poll.map_or(Duration::ZERO, |next| next.saturating_duration_since(now))
    }

    /// No polls for a while.
    pub(super) fn pause_polls(&mut self, now: Instant, pause: Duration) {
        self.next_poll = Some(now + pause);
    }

    fn forget_before(&mut self, now: Instant) {
        while self.recent.front().is_some_and(|first| now.duration_since(*first) >= WINDOW) {
            self.recent.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn an_eleventh_call_within_five_seconds_has_to_wait() {
        let (mut pace, start) = (Pace::default(), Instant::now());
        for _ in 0..10 {
            assert_eq!(pace.call(start), Ok(()));
        }

        assert_eq!(pace.call(start + 2 * SECOND), Err(3 * SECOND));
        assert_eq!(pace.call(start + 5 * SECOND), Ok(()));
    }

    #[test]
    fn polls_come_at_the_documents_pace() {
        let (mut pace, start) = (Pace::default(), Instant::now());

        assert!(pace.poll(start, 4 * SECOND));
        assert!(!pace.poll(start + 3 * SECOND, 4 * SECOND));
        assert!(pace.poll(start + 4 * SECOND, 4 * SECOND));
    }

    #[test]
    fn polls_leave_room_for_what_the_person_does() {
        let (mut pace, start) = (Pace::default(), Instant::now());
        let polls = (0..20).filter(|_| pace.poll(start, Duration::ZERO)).count();
        let calls = (0..20).filter(|_| pace.call(start).is_ok()).count();

        assert_eq!((polls, calls), (5, 5));
    }

    #[test]
    fn polls_rest_when_they_are_told_to() {
        let (mut pace, start) = (Pace::default(), Instant::now());
        pace.pause_polls(start, 60 * SECOND);

        assert!(!pace.poll(start + 59 * SECOND, SECOND));
        assert_eq!(pace.next_poll_in(start + 59 * SECOND), SECOND);
        assert!(pace.poll(start + 60 * SECOND, SECOND));
    }
}
