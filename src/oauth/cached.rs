//! A document of the authorization server that many requests need and few may fetch.
//!
//! While it is fresh it costs a load of a pointer. Towards its end one caller starts a fetch in the background and all
//! go on with what is there. After its end callers wait for one fetch; if that fails, the old document goes on. A
//! failure is remembered for a moment, so that a crowd does not knock at a closed door one by one.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::error::OAuthError;
use crate::clock::{Clock, Timestamp};

/// How long after a failure nobody tries again.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(2);

/// How often one may ask again because something is not in a fresh document.
const PAUSE_BETWEEN_SECOND_LOOKS: Duration = Duration::from_secs(30);

/// A document and how long it may be kept.
#[derive(Debug)]
pub(super) struct Fetched<T> {
    pub(super) value: T,
    pub(super) lifetime: Duration,
}

/// Shared by all who need the document.
#[derive(Debug)]
pub(super) struct Cached<T> {
    what: &'static str,
    clock: Clock,
    held: ArcSwapOption<Held<T>>,
    failure: ArcSwapOption<Failure>,
    /// Held by whoever fetches; tokio's, because it is held across the fetch.
    turn: Arc<Mutex<Turn>>,
}

#[derive(Debug)]
struct Held<T> {
    value: Arc<T>,
    /// From now on somebody fetches the next one in the background.
    due: Timestamp,
    /// From now on callers wait for the next one.
    ends: Timestamp,
}

#[derive(Debug)]
struct Failure {
    at: Timestamp,
    error: Arc<OAuthError>,
}

#[derive(Debug, Default)]
struct Turn {
    second_look: Option<Timestamp>,
}

impl<T: Send + Sync + 'static> Cached<T> {
    pub(super) fn new(what: &'static str, clock: Clock) -> Arc<Self> {
        let (held, failure) = (ArcSwapOption::empty(), ArcSwapOption::empty());
        Arc::new(Self { what, clock, held, failure, turn: Arc::default() })
    }

    /// What is there, fresh or not, without asking anybody.
    pub(super) fn held(&self) -> Option<Arc<T>> {
        self.held.load().as_ref().map(|held| Arc::clone(&held.value))
    }

    /// From when on asking for it fetches the next one, if there is one.
    pub(super) fn due(&self) -> Option<Timestamp> {
        self.held.load().as_ref().map(|held| held.due)
    }

    /// Why the latest fetch failed, unless one has succeeded since.
    pub(super) fn failure(&self) -> Option<Arc<OAuthError>> {
        self.failure.load().as_ref().map(|failure| Arc::clone(&failure.error))
    }

    /// The document, fetched only when it must be.
    pub(super) async fn value<F, Fut>(self: &Arc<Self>, fetch: F) -> Result<Arc<T>, OAuthError>
    where
        F: FnOnce() -> Fut + Send + 'static,
        Fut: Future<Output = Result<Fetched<T>, OAuthError>> + Send,
    {
        let now = self.clock.now();
        if let Some(held) = self.held.load_full() {
            if now >= held.ends {
                return self.value_after_its_end(fetch).await;
            }
            if now >= held.due && !self.failed_just_before(now) {
                self.fetch_in_background(fetch);
            }
            return Ok(Arc::clone(&held.value));
        }
        self.value_after_its_end(fetch).await
    }

    /// The document, fetched once more if `suffices` says no; at most once in half a minute, however many ask.
    pub(super) async fn value_that<F, Fut>(&self, suffices: impl Fn(&T) -> bool, fetch: F) -> Result<Arc<T>, OAuthError>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<Fetched<T>, OAuthError>>,
    {
        let mut turn = self.turn.lock().await;
        let now = self.clock.now();
        let looked_just_before = turn.second_look.is_some_and(|at| now.is_within(PAUSE_BETWEEN_SECOND_LOOKS, at));
        match self.held() {
            Some(held) if suffices(&held) || looked_just_before => Ok(held),
            _ => {
                // Noted before the fetch: a caller that goes away in the middle must not buy another one a look.
                turn.second_look = Some(now);
                self.fetch_now(fetch).await
            }
        }
    }

    async fn value_after_its_end<F, Fut>(&self, fetch: F) -> Result<Arc<T>, OAuthError>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<Fetched<T>, OAuthError>>,
    {
        let _turn = self.turn.lock().await;
        let now = self.clock.now();
        // Whoever had the turn before may have brought it.
        let held = self.held.load_full();
        if let Some(held) = held.as_ref().filter(|held| now < held.due) {
            return Ok(Arc::clone(&held.value));
        }
        if self.failed_just_before(now) {
            return self.what_is_left();
        }
        self.fetch_now(fetch).await
    }

    fn fetch_in_background<F, Fut>(self: &Arc<Self>, fetch: F)
    where
        F: FnOnce() -> Fut + Send + 'static,
        Fut: Future<Output = Result<Fetched<T>, OAuthError>> + Send,
    {
        // Whoever has the turn is fetching already.
        let Ok(turn) = Arc::clone(&self.turn).try_lock_owned() else { return };
        let cached = Arc::clone(self);
        tokio::spawn(async move {
            let _turn: OwnedMutexGuard<Turn> = turn;
            // A failure is noted and logged; nobody waits for this result.
            let _ = cached.fetch_now(fetch).await;
        });
    }

    /// Fetches; the caller has the turn.
    async fn fetch_now<F, Fut>(&self, fetch: F) -> Result<Arc<T>, OAuthError>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<Fetched<T>, OAuthError>>,
    {
        match fetch().await {
            Ok(Fetched { value, lifetime }) => {
                let now = self.clock.now();
                let value = Arc::new(value);
                let (due, ends) = (now.plus(lifetime * 4 / 5), now.plus(lifetime));
                self.held.store(Some(Arc::new(Held { value: Arc::clone(&value), due, ends })));
                if self.failure.swap(None).is_some() {
                    tracing::info!(document = self.what, "Document of the authorization server fetched again");
                }
                Ok(value)
            }
            Err(error) => {
                tracing::warn!(
                    document = self.what,
                    error = &error as &dyn std::error::Error,
                    older_one_goes_on = self.held.load().is_some(),
                    "Document of the authorization server could not be fetched"
                );
                self.failure.store(Some(Arc::new(Failure { at: self.clock.now(), error: Arc::new(error) })));
                self.what_is_left()
            }
        }
    }

    /// The old document, or else why there is none.
    fn what_is_left(&self) -> Result<Arc<T>, OAuthError> {
        match (self.held(), self.failure()) {
            (Some(held), _) => Ok(held),
            (None, Some(source)) => Err(OAuthError::Unavailable { what: self.what, source }),
            (None, None) => unreachable!("asked for only after a failure, and a success leaves a document"),
        }
    }

    fn failed_just_before(&self, now: Timestamp) -> bool {
        self.failure.load().as_ref().is_some_and(|failure| now.is_within(PAUSE_AFTER_FAILURE, failure.at))
    }
}

#[cfg(test)]
mod tests;
