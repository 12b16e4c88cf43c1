//! Whether a session may go on as it is: its access token serves, and the server has not taken it back.
//!
//! What is due is done ahead of time, in a task that outlives the request that began it, while the present token serves.
//! Only who comes too late for that waits. However many requests come, a session has one task in a process.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use super::pause::Pause;
use super::sessions::Sessions;
use super::user_session::UserSession;
use crate::clock::Timestamp;
use crate::person::PersonContext;

/// What a request can do with its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Its access token serves.
    Fresh,
    /// It has ended: its cookie names nothing any more.
    Ended,
    /// Its access token is worth nothing and a new one cannot be had at present; the session goes on.
    Unavailable,
}

/// What is being done for one session, and when it may next be refreshed.
#[derive(Default)]
pub(super) struct Freshening {
    /// Held to look and to begin, never across an await.
    flight: Mutex<Option<Flight>>,
    pub(super) refresh_pause: Pause,
}

type Flight = watch::Receiver<Option<Freshness>>;

impl Sessions {
    /// Sees to it that the session's access token serves, as far as that is possible.
    ///
    /// Returns at once while the present token is good, even if a new one is being fetched or the server is being asked about it.
    /// However many requests come, one call is made, in the name of the `person` whose request begins it; nobody else's is
    /// asked who that is.
    pub async fn freshen(
        self: &Arc<Self>,
        session: &Arc<UserSession>,
        person: impl FnOnce() -> PersonContext,
    ) -> Freshness {
        let now = self.now();
        if session.has_ended() {
            return Freshness::Ended;
        }
        if !session.is_due(now) {
            return Freshness::Fresh;
        }
        let flight = self.join(session, now, person);
        if !session.token_is_dead(now) && !session.introspection_is_overdue(now) {
            return Freshness::Fresh;
        }
        let freshness = match flight {
            Some(flight) => arrival(flight).await,
            None => Freshness::Unavailable,
        };
        match freshness {
            // An outage is no sign-out: what served until now goes on.
            Freshness::Unavailable if !session.token_is_dead(now) => Freshness::Fresh,
            freshness => freshness,
        }
    }

    /// What is under way for the session, or what begins now; nothing where all that is due waits for the end of a pause.
    fn join(
        self: &Arc<Self>,
        session: &Arc<UserSession>,
        now: Timestamp,
        person: impl FnOnce() -> PersonContext,
    ) -> Option<Flight> {
        let mut flight = session.freshening.flight.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(under_way) = flight.as_ref().filter(|flight| is_under_way(flight)) {
            return Some(under_way.clone());
        }
        // What somebody else began may have landed between the look at the clock and the lock.
        if !may_refresh(session, now) && !may_introspect(session, now) {
            return None;
        }
        let (landing, new_flight) = watch::channel(None);
        *flight = Some(new_flight.clone());
        let (sessions, session, person) = (Arc::clone(self), Arc::clone(session), person());
        let client = session.client().clone();
        client.send_on(async move {
            let freshness = sessions.see_to(&session, &person).await;
            landing.send_replace(Some(freshness));
        });
        Some(new_flight)
    }

    /// Does what is due. New tokens are as good as a word about the old ones, so where they come nobody asks.
    async fn see_to(&self, session: &Arc<UserSession>, person: &PersonContext) -> Freshness {
        let mut freshness = self.refresh_if_due(session, person).await;
        if freshness != Some(Freshness::Ended) && may_introspect(session, self.now()) {
            self.introspect(session, person).await;
            // What was taken back may have a successor.
            freshness = self.refresh_if_due(session, person).await.or(freshness);
        }
        match freshness {
            Some(freshness) => freshness,
            None if session.token_is_dead(self.now()) => Freshness::Unavailable,
            None => Freshness::Fresh,
        }
    }

    async fn refresh_if_due(&self, session: &Arc<UserSession>, person: &PersonContext) -> Option<Freshness> {
        if may_refresh(session, self.now()) { Some(self.refresh(session, person).await) } else { None }
    }
}

fn may_refresh(session: &UserSession, now: Timestamp) -> bool {
    session.needs_refresh(now) && !session.freshening.refresh_pause.lasts(now)
}

fn may_introspect(session: &UserSession, now: Timestamp) -> bool {
    session.needs_introspection(now) && !session.home().introspection_trouble().pauses(now)
}

/// A flight whose task is gone without a landing is over, too.
fn is_under_way(flight: &Flight) -> bool {
    flight.borrow().is_none() && flight.has_changed().is_ok()
}

async fn arrival(mut flight: Flight) -> Freshness {
    let landed = flight.wait_for(Option::is_some).await;
    landed.ok().and_then(|freshness| *freshness).unwrap_or(Freshness::Unavailable)
}
