//! Many requests with one new token ask once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::key::VerdictKey;
use super::route_tokens::Verdict;

/// More questions than this are not under way unless something is wrong.
const AT_MOST: usize = 10_000;

/// The questions that are under way, by what they ask about.
#[derive(Default)]
pub(super) struct Flights {
    /// Held to look and to begin, never across an await.
    under_way: Mutex<HashMap<VerdictKey, Flight>>,
}

/// A question that is under way: its answer comes to all who wait.
pub(super) type Flight = watch::Receiver<Option<Verdict>>;

/// The table while nobody else can begin anything.
pub(super) struct Departures<'f>(MutexGuard<'f, HashMap<VerdictKey, Flight>>);

/// Where the answer is said; without one, whoever waits is told that nobody could tell.
pub(super) struct Landing {
    waiting: watch::Sender<Option<Verdict>>,
}

impl Flights {
    pub(super) fn departures(&self) -> Departures<'_> {
        Departures(self.under_way.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// A question has been answered, or given up.
    pub(super) fn end(&self, key: &VerdictKey) {
        self.departures().0.remove(key);
    }
}

impl Departures<'_> {
    /// The question about that token, if it is under way.
    pub(super) fn join(&self, key: &VerdictKey) -> Option<Flight> {
        self.0.get(key).cloned()
    }

    /// Begins one; nothing when there are too many.
    pub(super) fn begin(&mut self, key: VerdictKey) -> Option<(Landing, Flight)> {
        if self.0.len() >= AT_MOST {
            return None;
        }
        let (waiting, flight) = watch::channel(None);
        self.0.insert(key, flight.clone());
        Some((Landing { waiting }, flight))
    }
}

impl Landing {
    pub(super) fn answer(self, verdict: Verdict) {
        self.waiting.send_replace(Some(verdict));
    }
}

/// The answer; nothing when the task that asked is gone without one.
pub(super) async fn arrival(mut flight: Flight) -> Option<Verdict> {
    let landed = flight.wait_for(Option::is_some).await;
    landed.ok().and_then(|verdict| verdict.clone())
}

/// Takes the question out of the table whatever becomes of its task.
pub(super) struct UnderWay {
    pub(super) verdicts: Arc<super::Verdicts>,
    pub(super) key: VerdictKey,
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.verdicts.flights.end(&self.key);
    }
}
