//! Whether a session's authentication is what a route asks for.

use crate::clock::Timestamp;
use crate::config::RequiredAuthentication;

/// How and when the person of a session authenticated, as its ID token says and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authentication<'a> {
    /// The level.
    pub acr: Option<&'a str>,
    /// The moment.
    pub at: Option<Timestamp>,
}

/// How a session's authentication stands to what its route asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assurance {
    /// It is what is asked for, or nothing is.
    Sufficient,
    /// It is too weak or too long ago: the person can do more.
    Insufficient,
    /// So it is, and a moment ago the person did more and did not reach it.
    OutOfReach,
}

impl Authentication<'_> {
    /// Whether that is what is asked for at `now`. What the ID token does not say is not there.
    pub fn satisfies(&self, required: &RequiredAuthentication, now: Timestamp) -> bool {
        let is_young = required.max_age.is_none_or(|age| self.at.is_some_and(|at| now.since(at) <= age));
        is_young && required.takes_level(self.acr)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const NOW: Timestamp = Timestamp::from_unix(1_700_000_000);

    fn required(acr: &[&str], minutes: Option<u64>) -> RequiredAuthentication {
        RequiredAuthentication {
            acr: acr.iter().map(|&level| level.to_owned()).collect(),
            max_age: minutes.map(|minutes| Duration::from_secs(60 * minutes)),
        }
    }

    fn satisfies(acr: Option<&str>, seconds_ago: Option<u64>, required: &RequiredAuthentication) -> bool {
        let at = seconds_ago.map(|seconds| Timestamp::from_unix(NOW.as_unix() - seconds));
        Authentication { acr, at }.satisfies(required, NOW)
    }

    #[test]
    fn both_level_and_age_must_be_right() {
        let wanted = required(&["phr"], Some(5));

        assert!(satisfies(Some("phr"), Some(300), &wanted));
        assert!(!satisfies(Some("phr"), Some(301), &wanted));
        assert!(!satisfies(Some("urn:okta:loa:2fa:any"), Some(10), &wanted));
    }

    #[test]
    fn what_the_id_token_does_not_say_is_not_there() {
        assert!(!satisfies(None, Some(0), &required(&["phr"], None)));
        assert!(!satisfies(Some("phr"), None, &required(&[], Some(5))));
        assert!(satisfies(None, Some(0), &required(&[], Some(5))));
    }
}
