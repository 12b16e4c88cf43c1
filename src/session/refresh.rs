//! New tokens in place of old ones: early, and once for all who wait.
//!
//! A token near its end is replaced while it still serves, in a task that outlives the request that began it: a refresh
//! token may be good for one use, so an answer must never be lost because a browser went away. Only who comes with a
//! dead token waits. An authorization server that cannot be asked is no sign-out: the session stays, and who needs a
//! token at once is told that there is none at present.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tracing::{error, info, warn};

use super::revocation;
use super::sessions::Sessions;
use super::store::{Lease, StoreError, Turn};
use super::user_session::{Refused, UserSession};
use crate::clock::Timestamp;
use crate::oauth::{ErrorKind, OAuthError};
use crate::person::PersonContext;

/// What a request can do with its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Its access token serves.
    Fresh,
    /// It has ended: its cookie names nothing any more.
    Ended,
    /// Its access token has expired and a new one cannot be had at present; the session goes on.
    Unavailable,
}

/// After a refresh that failed, the next one waits this long, unless the server says otherwise.
const PAUSE: Duration = Duration::from_secs(5);
/// No server is believed that wants a longer pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// While another replica refreshes, what it writes is looked for this often, and so many times.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);
const LOOKS: usize = 300;

/// The refresh of one session that is under way, and when the next may begin.
#[derive(Default)]
pub(super) struct Refreshing {
    /// Held to look and to begin, never across an await.
    flight: Mutex<Option<Flight>>,
    not_before: AtomicU64,
}

type Flight = watch::Receiver<Option<Freshness>>;

impl Sessions {
    /// Sees to it that the session's access token serves, as far as that is possible.
    ///
    /// Returns at once while the present token is good, even if a new one is being fetched. However many requests come,
    /// one call is made, in the name of the `person` whose request begins it; nobody else's is asked who that is.
    pub async fn freshen(
        self: &Arc<Self>,
        session: &Arc<UserSession>,
        person: impl FnOnce() -> PersonContext,
    ) -> Freshness {
        let now = self.now();
        if session.has_ended() {
            return Freshness::Ended;
        }
        if !session.needs_refresh(now) {
            return Freshness::Fresh;
        }
        let flight = self.join(session, now, person);
        if !session.token_is_dead(now) {
            return Freshness::Fresh;
        }
        match flight {
            Some(flight) => arrival(flight).await,
            None => Freshness::Unavailable,
        }
    }

    /// The refresh under way, or a new one; none during the pause after a failure.
    fn join(
        self: &Arc<Self>,
        session: &Arc<UserSession>,
        now: Timestamp,
        person: impl FnOnce() -> PersonContext,
    ) -> Option<Flight> {
        let refreshing = &session.refreshing;
        let mut flight = refreshing.flight.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(under_way) = flight.as_ref().filter(|flight| is_under_way(flight)) {
            return Some(under_way.clone());
        }
        // Somebody else's refresh may have landed between the look at the clock and the lock.
        if !session.needs_refresh(now) {
            return Some(watch::channel(Some(Freshness::Fresh)).1);
        }
        let not_before = Timestamp::from_unix(refreshing.not_before.load(Ordering::Relaxed));
        // A pause that lies further ahead than any is one of a clock that was set back since.
        if now < not_before && not_before.since(now) <= LONGEST_PAUSE {
            return None;
        }
        let (landing, new_flight) = watch::channel(None);
        *flight = Some(new_flight.clone());
        let (sessions, session, person) = (Arc::clone(self), Arc::clone(session), person());
        tokio::spawn(async move {
            let freshness = sessions.refresh(&session, &person).await;
            landing.send_replace(Some(freshness));
        });
        Some(new_flight)
    }

    /// One refresh for all replicas: by us, or by whoever has the turn.
    async fn refresh(&self, session: &Arc<UserSession>, person: &PersonContext) -> Freshness {
        let version = session.version();
        let mut looks = LOOKS;
        loop {
            match self.store().take_turn(session).await {
                Ok(Turn::Ours(lease)) if session.version() == version => {
                    return self.refresh_in_turn(session, lease, person).await;
                }
                // The turn showed that somebody has been here since.
                Ok(Turn::Ours(lease)) => {
                    let _ = self.store().yield_turn(session, lease).await;
                    return Freshness::Fresh;
                }
                Ok(Turn::Ended) => return Freshness::Ended,
                Ok(Turn::Elsewhere) => {}
                Err(error) => return self.unwritten(session, &error),
            }
            if looks == 0 {
                self.pause(session, PAUSE);
                return Freshness::Unavailable;
            }
            looks -= 1;
            tokio::time::sleep(BETWEEN_LOOKS).await;
            match self.store().reread(session).await {
                Ok(false) => return Freshness::Ended,
                Ok(true) if session.version() > version => return Freshness::Fresh,
                Ok(true) => {}
                Err(error) => return self.unwritten(session, &error),
            }
        }
    }

    async fn refresh_in_turn(&self, session: &Arc<UserSession>, lease: Lease, person: &PersonContext) -> Freshness {
        let version = session.version();
        let tokens = session.tokens();
        if tokens.refresh_token.is_none() {
            return self.end_after_refresh(session, person).await;
        }
        let mut call = pin!(session.client().refresh(&tokens, person));
        // Whoever loses the turn in the middle goes on with the call: what it brings may be the only good refresh token.
        let outcome = tokio::select! {
            outcome = &mut call => outcome,
            () = self.store().hold_turn(session, lease) => call.await,
        };
        let fresh = match outcome {
            Ok(fresh) => fresh,
            Err(error) => return self.after_failure(session, lease, &error, person).await,
        };
        match self.store().renew(session, lease, version, fresh, self.now()).await {
            Ok(Ok(())) => Freshness::Fresh,
            Ok(Err(Refused(unwanted))) => {
                if session.has_ended() {
                    revocation::revoke(session.client(), unwanted, person);
                    return Freshness::Ended;
                }
                revocation::revoke_superseded(session, unwanted, person);
                Freshness::Fresh
            }
            Err(error) => self.unwritten(session, &error),
        }
    }

    async fn after_failure(
        &self,
        session: &Arc<UserSession>,
        lease: Lease,
        error: &OAuthError,
        person: &PersonContext,
    ) -> Freshness {
        if matches!(error.kind(), ErrorKind::SignInAgain | ErrorKind::Denied | ErrorKind::Untrusted) {
            let version = session.version();
            // Another replica may have spent the refresh token and written what it got.
            match self.store().reread(session).await {
                Ok(false) => return Freshness::Ended,
                Ok(true) if session.version() > version => return Freshness::Fresh,
                Ok(true) => {}
                Err(error) => return self.unwritten(session, &error),
            }
            report(error);
            return self.end_after_refresh(session, person).await;
        }
        report(error);
        let pause = match error {
            OAuthError::RateLimited { until: Some(until) } => until.since(self.now()).clamp(PAUSE, LONGEST_PAUSE),
            _ => PAUSE,
        };
        self.pause(session, pause);
        if let Err(error) = self.store().yield_turn(session, lease).await {
            return self.unwritten(session, &error);
        }
        Freshness::Unavailable
    }

    /// A store that cannot be asked: the session goes on as it is, and is tried again soon.
    fn unwritten(&self, session: &UserSession, error: &StoreError) -> Freshness {
        warn!(error = error as &dyn std::error::Error, "Could not refresh a session: its store cannot be asked");
        self.pause(session, PAUSE);
        Freshness::Unavailable
    }

    async fn end_after_refresh(&self, session: &Arc<UserSession>, person: &PersonContext) -> Freshness {
        if let Err(error) = self.remove(session, person).await {
            // The session is dead for this process; the store forgets it when it can be asked again.
            warn!(error = &error as &dyn std::error::Error, "Could not remove a session that ended");
            self.store().bury(session.key(), session.ends_at());
            session.end();
        }
        Freshness::Ended
    }

    fn pause(&self, session: &UserSession, pause: Duration) {
        session.refreshing.not_before.store(self.now().plus(pause).as_unix(), Ordering::Relaxed);
    }
}

fn report(error: &OAuthError) {
    let reason = error as &dyn std::error::Error;
    match error.kind() {
        ErrorKind::SignInAgain | ErrorKind::Denied => info!(error = reason, "A session ended: its refresh was refused"),
        ErrorKind::Untrusted => error!(error = reason, "A session ended: its refreshed tokens did not pass"),
        ErrorKind::Misconfigured => {
            error!(error = reason, "The authorization server refuses to refresh for this client");
        }
        ErrorKind::Unavailable | ErrorKind::RateLimited => warn!(error = reason, "A session could not be refreshed"),
    }
}

/// A flight whose task is gone without a landing is over, too.
fn is_under_way(flight: &Flight) -> bool {
    flight.borrow().is_none() && flight.has_changed().is_ok()
}

async fn arrival(mut flight: Flight) -> Freshness {
    let landed = flight.wait_for(Option::is_some).await;
    landed.ok().and_then(|freshness| *freshness).unwrap_or(Freshness::Unavailable)
}
