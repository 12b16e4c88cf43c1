//! What a person did not reach lately, so that nobody is asked for it over and over.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::clock::Timestamp;
use crate::config::RequiredAuthentication;

/// Who did not reach what a route asks for is not asked again for so long.
const PAUSE: Duration = Duration::from_secs(60);
/// No configuration asks for more different things; beyond, the oldest is asked for again.
const AT_MOST: usize = 16;

/// The demands that were not met, each until it may be made again. Looked at only when a session lacks something, and empty in nearly all.
#[derive(Default)]
pub(super) struct Unreached(Mutex<Box<[(RequiredAuthentication, Timestamp)]>>);

impl Unreached {
    pub(super) fn note(&self, required: RequiredAuthentication, now: Timestamp) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut still = std::mem::take(&mut *noted).into_vec();
        still.retain(|(one, until)| *one != required && *until > now);
        if still.len() == AT_MOST {
            still.remove(0);
        }
        still.push((required, now.plus(PAUSE)));
        *noted = still.into_boxed_slice();
    }

    pub(super) fn has(&self, required: &RequiredAuthentication, now: Timestamp) -> bool {
        let noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        noted.iter().any(|(one, until)| one == required && *until > now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_unix(1_700_000_000);

    fn level(name: &str) -> RequiredAuthentication {
        RequiredAuthentication { acr: vec![name.to_owned()], max_age: None }
    }

    #[test]
    fn holds_for_a_minute_and_for_that_demand_alone() {
        let unreached = Unreached::default();

        unreached.note(level("phr"), NOW);

        assert!(unreached.has(&level("phr"), NOW.plus(Duration::from_secs(59))));
        assert!(!unreached.has(&level("phr"), NOW.plus(Duration::from_secs(60))));
        assert!(!unreached.has(&level("phrh"), NOW));
    }

    #[test]
    fn forgets_the_oldest_when_there_are_too_many() {
        let unreached = Unreached::default();

        (0..=AT_MOST).for_each(|number| unreached.note(level(&number.to_string()), NOW));

        assert!(!unreached.has(&level("0"), NOW) && unreached.has(&level("1"), NOW));
    }
}
