//! What the authorization server itself says about a session's access token, now and then.
//!
//! A token that was revoked, or whose owner was deactivated, looks as good as before: only the server knows. What it said serves
//! for a while (`introspect_every`) and is asked for again a little ahead of that, so that nobody waits for it in a
//! session that is used. A server that cannot be asked ends nothing: its last word holds until the token's own end.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tracing::{error, info, warn};

use super::pause::{self, Pause};
use super::sessions::Sessions;
use super::user_session::{UserSession, Version};
use crate::clock::Timestamp;
use crate::oauth::{ErrorKind, OAuthError, TokenStatus};
use crate::person::PersonContext;

/// How long somebody waits for a word about a token whose last one is too old.
const PATIENCE: Duration = Duration::from_secs(5);
/// After so many failures the pause is as long as it gets.
const DOUBLINGS: u32 = 4;

/// The server's last word about an access token, and how long it will do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    /// When to ask again, while it still serves.
    pub(super) ask_at: Timestamp,
    /// From when on it does not.
    pub(super) overdue_at: Timestamp,
    revoked: bool,
}

impl Verdict {
    const NEVER: Timestamp = Timestamp::from_unix(u64::MAX);

    /// The token is worth nothing any more, whatever it says of itself.
    pub(super) const REVOKED: Self = Self { ask_at: Self::NEVER, overdue_at: Self::NEVER, revoked: true };

    /// The token was good at that moment. It is asked about again after four fifths of the time that this may serve, and a little
    /// earlier by chance, so that sessions which began together do not all ask together.
    pub(super) fn active(at: Timestamp, every: Option<Duration>) -> Self {
        let Some(every) = every else {
            return Self { ask_at: Self::NEVER, overdue_at: Self::NEVER, revoked: false };
        };
        let [chance] = crate::random::bytes::<1>();
        let ahead = every / 5 + every / 10 * u32::from(chance) / 255;
        Self { ask_at: at.plus(every.saturating_sub(ahead)), overdue_at: at.plus(every), revoked: false }
    }

    pub(super) const fn is_revoked(self) -> bool {
        self.revoked
    }
}

/// Whether a server can be asked at present. All sessions of a site share this: what one learned the others need not try.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    pause: Pause,
    failures: AtomicU32,
}

impl Trouble {
    /// Whether nobody should ask just now.
    pub(super) fn pauses(&self, now: Timestamp) -> bool {
        self.pause.lasts(now)
    }

    /// Notes a failure; whether it is the first since the last pause. Each pause is twice as long as the one before.
    fn note(&self, now: Timestamp, at_least: Duration) -> bool {
        if self.pauses(now) {
            return false;
        }
        let failures = self.failures.fetch_add(1, Ordering::Relaxed);
        let length = pause::SHORTEST * 2_u32.pow(failures.min(DOUBLINGS));
        self.pause.begin(now, length.max(at_least).min(pause::LONGEST));
        true
    }

    fn is_over(&self) {
        if self.failures.swap(0, Ordering::Relaxed) > 0 {
            self.pause.end();
        }
    }
}

impl Sessions {
    /// Asks the server about the session's access token, unless another replica did a moment ago. The answer holds for just these
    /// tokens: a session that has others by then, or has ended, takes no notice.
    pub(super) async fn introspect(&self, session: &UserSession, person: &PersonContext) {
        let Some(every) = session.home().introspect_every() else { return };
        // In this order: tokens that come in between are newer than the version, and the answer is dropped.
        let (version, tokens) = (session.version(), session.tokens());
        let asked_at = self.now();
        if let Some(at) = self.heard_elsewhere(session, version).await {
            let verdict = Verdict::active(at.min(asked_at), Some(every));
            if asked_at < verdict.ask_at {
                session.note_verdict(version, verdict);
                return;
            }
        }
        let answer = tokio::time::timeout(PATIENCE, session.client().token_status(&tokens, person)).await;
        let verdict = match answer {
            Ok(Ok(TokenStatus::Active)) => Verdict::active(asked_at, Some(every)),
            Ok(Ok(TokenStatus::Inactive)) => {
                let site = session.home().site();
                info!(site, "An access token was taken back at the authorization server");
                Verdict::REVOKED
            }
            Ok(Err(error)) if error.kind() == ErrorKind::Untrusted => {
                let (site, error) = (session.home().site(), &error as &dyn std::error::Error);
                error!(site, error, "The authorization server says that an access token is somebody else's");
                Verdict::REVOKED
            }
            Ok(Err(error)) => return self.note_trouble(session, Some(&error)),
            Err(_) => return self.note_trouble(session, None),
        };
        session.home().introspection_trouble().is_over();
        session.note_verdict(version, verdict);
        if !verdict.is_revoked() {
            // Where this fails, the other replicas ask for themselves.
            let _ = self.store().note_active(session, version, asked_at, every).await;
        }
    }

    /// A store that cannot be asked knows of nobody.
    async fn heard_elsewhere(&self, session: &UserSession, version: Version) -> Option<Timestamp> {
        self.store().noted_active(session, version).await.ok().flatten()
    }

    /// An operator reads once a pause what is wrong; nobody who is signed in notices.
    fn note_trouble(&self, session: &UserSession, error: Option<&OAuthError>) {
        let (now, site) = (self.now(), session.home().site());
        let is_ours = error
            .map(OAuthError::kind)
            .is_some_and(|kind| matches!(kind, ErrorKind::Misconfigured | ErrorKind::Denied | ErrorKind::SignInAgain));
        let pause = match error {
            Some(OAuthError::RateLimited { until: Some(until) }) => until.since(now),
            _ if is_ours => pause::LONGEST,
            _ => Duration::ZERO,
        };
        if !session.home().introspection_trouble().note(now, pause) {
            return;
        }
        match error.map(|error| error as &dyn std::error::Error) {
            Some(error) if is_ours => {
                let remedy = "Let the client introspect its tokens there, or set introspect_every: off; until then a revoked \
                              token goes on until its end.";
                error!(site, error, remedy, "The authorization server does not tell this client about its tokens");
            }
            Some(error) => {
                warn!(
                    site,
                    error, "The authorization server could not be asked about a token: sessions go on as they are"
                );
            }
            None => {
                warn!(
                    site,
                    "The authorization server did not answer in time about a token: sessions go on as they are"
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::testing::{HOUR, session, tokens};
    use super::*;
    use crate::clock::Clock;

    const NOW: Timestamp = Timestamp::from_unix(1_700_000_000);
    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn a_verdict_is_asked_for_again_between_seven_and_eight_tenths_of_its_time() {
        for _ in 0..100 {
            let verdict = Verdict::active(NOW, Some(10 * MINUTE));

            assert!((NOW.plus(7 * MINUTE)..=NOW.plus(8 * MINUTE)).contains(&verdict.ask_at), "{verdict:?}");
            assert_eq!(verdict.overdue_at, NOW.plus(10 * MINUTE));
        }
    }

    #[test]
    fn tokens_that_came_together_are_not_all_asked_about_together() {
        let moments: HashSet<_> = (0..100).map(|_| Verdict::active(NOW, Some(10 * MINUTE)).ask_at).collect();

        assert!(moments.len() > 10, "{moments:?}");
    }

    #[test]
    fn what_is_never_asked_about_is_never_due() {
        let verdict = Verdict::active(NOW, None);

        assert_eq!((verdict.ask_at, verdict.overdue_at), (Verdict::NEVER, Verdict::NEVER));
        assert!(!verdict.is_revoked() && Verdict::REVOKED.is_revoked());
    }

    #[test]
    fn decision_17_a_verdict_about_former_tokens_says_nothing_about_the_present_ones() {
        let clock = Clock::adjustable();
        let (_, session) = session(&clock);
        session.install(Version::FIRST, tokens(clock.now().plus(2 * HOUR)), clock.now()).expect("it lives");

        assert!(!session.note_verdict(Version::FIRST, Verdict::REVOKED));
        assert!(!session.token_is_dead(clock.now()) && !session.is_due(clock.now()));

        assert!(session.note_verdict(Version::FIRST.next(), Verdict::REVOKED));
        assert!(session.token_is_dead(clock.now()) && session.needs_refresh(clock.now()));
        session.install(Version::FIRST.next(), tokens(clock.now().plus(2 * HOUR)), clock.now()).expect("it lives");
        assert!(!session.token_is_dead(clock.now()), "its successor is another token");
    }

    #[test]
    fn decision_17_a_verdict_about_a_session_that_has_ended_changes_nothing() {
        let clock = Clock::adjustable();
        let (_, session) = session(&clock);
        session.end();

        assert!(!session.note_verdict(Version::FIRST, Verdict::active(clock.now(), Some(MINUTE))));
        assert!(session.has_ended());
    }

    #[test]
    fn each_failure_doubles_the_pause_and_an_answer_ends_it() {
        let trouble = Trouble::default();
        let mut now = NOW;
        let mut pauses = Vec::new();
        for _ in 0..6 {
            assert!(trouble.note(now, Duration::ZERO));
            assert!(!trouble.note(now, Duration::ZERO), "calls that fail together are one failure");
            let began = now;
            while trouble.pauses(now) {
                now = now.plus(Duration::from_secs(1));
            }
            pauses.push(now.since(began).as_secs());
        }
        assert_eq!(pauses, [5, 10, 20, 40, 60, 60]);

        trouble.note(now, Duration::ZERO);
        trouble.is_over();

        assert!(!trouble.pauses(now));
    }
}
