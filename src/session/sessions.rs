//! The life of sessions: made, found, ended.

use std::sync::Arc;

use super::key::{FinishedMark, SessionCookieValue, SessionKey, SitePlace};
use super::memory::MemoryStore;
use super::revocation;
use super::store::{Near, Removed, SessionStore, StoreError};
use super::user_session::UserSession;
use crate::clock::{Clock, Timestamp};
use crate::config;
use crate::oauth::{Client, TokenSet};
use crate::person::PersonContext;

/// All sessions of this process: where they are kept, and how long they live.
pub struct Sessions {
    store: Box<dyn SessionStore>,
    limits: config::Sessions,
    clock: Clock,
}

/// A session that was ended on request.
#[derive(Debug)]
pub struct Ended {
    /// The session as it was.
    pub session: Arc<UserSession>,
}

impl Sessions {
    /// Sessions as configured.
    pub fn new(limits: &config::Sessions, clock: Clock) -> Arc<Self> {
        let store = match limits.store {
            config::Store::Memory => MemoryStore::new(limits.idle_timeout, clock.clone()),
        };
        Self::kept_in(Box::new(store), limits, clock)
    }

    /// Sessions in that store.
    pub fn kept_in(store: Box<dyn SessionStore>, limits: &config::Sessions, clock: Clock) -> Arc<Self> {
        Arc::new(Self { store, limits: limits.clone(), clock })
    }

    /// The live session that the browser's cookie stands for at this place.
    ///
    /// This is asked for each request: with a session at hand it takes one hash and one look into a map. The idle time
    /// goes on; [`touch`](Self::touch) starts it again, for a background poll must not keep a session alive.
    ///
    /// # Errors
    /// When the store could not be asked, which says nothing about the session.
    pub async fn find(&self, place: &SitePlace, cookie: &str) -> Result<Option<Arc<UserSession>>, StoreError> {
        let Some(key) = place.session_key(cookie) else { return Ok(None) };
        let found = match self.store.near(&key) {
            Near::Found(session) => Some(session),
            Near::Absent => None,
            Near::Unknown => self.store.find(&key).await?,
        };
        let Some(session) = found else { return Ok(None) };
        if session.is_live(self.now()) {
            return Ok(Some(session));
        }
        self.remove(&key, &PersonContext::nobody()).await?;
        Ok(None)
    }

    /// Notes that the person was here at `now`, so that the idle time starts again.
    pub fn touch(&self, session: &UserSession, now: Timestamp) {
        session.touch(now);
    }

    /// Makes a session for `person` under a name that was never there before, whatever the browser presented.
    ///
    /// # Errors
    /// When the store could not be asked; the tokens are revoked then, for nobody can use them.
    pub async fn create(
        &self,
        place: &SitePlace,
        tokens: TokenSet,
        client: Client,
        person: &PersonContext,
    ) -> Result<(SessionCookieValue, Arc<UserSession>), StoreError> {
        let cookie = SessionCookieValue::fresh();
        let key = place.session_key(cookie.expose()).expect("a fresh value has the shape of one");
        let session = Arc::new(UserSession::new(key, tokens, client, &self.limits, self.now()));
        if let Err(error) = self.store.create(Arc::clone(&session)).await {
            if let Some(tokens) = session.end() {
                revocation::revoke(session.client(), tokens, person);
            }
            return Err(error);
        }
        Ok((cookie, session))
    }

    /// As [`create`](Self::create); the session of the cookie that the browser had before, if any, ends.
    ///
    /// # Errors
    /// When the store could not be asked. If it fails after the new session was made, the old one is left to its
    /// idle time: nobody holds its cookie any more.
    pub async fn replace(
        &self,
        place: &SitePlace,
        former_cookie: Option<&str>,
        tokens: TokenSet,
        client: Client,
        person: &PersonContext,
    ) -> Result<(SessionCookieValue, Arc<UserSession>), StoreError> {
        let created = self.create(place, tokens, client, person).await?;
        if let Some(former) = former_cookie
            && let Err(error) = self.end(place, former, person).await
        {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "Could not end the session that a sign-in replaced"
            );
        }
        Ok(created)
    }

    /// Gives a live session other tokens of the same person, under a name that was never there before. Its tokens until now are
    /// revoked; nothing when it ended meanwhile, for a session that has ended does not come back by a step-up, nor when the
    /// tokens are another person's, for a session is about one person. The new tokens are revoked then.
    ///
    /// # Errors
    /// When the store could not be asked: the session stays as it was, and the new tokens are revoked.
    pub async fn step_up(
        &self,
        place: &SitePlace,
        former: &UserSession,
        tokens: TokenSet,
        person: &PersonContext,
    ) -> Result<Option<(SessionCookieValue, Arc<UserSession>)>, StoreError> {
        if tokens.claims.sub != former.subject() {
            self.give_back(former.client(), tokens, person);
            return Ok(None);
        }
        let cookie = SessionCookieValue::fresh();
        let key = place.session_key(cookie.expose()).expect("a fresh value has the shape of one");
        let session = Arc::new(UserSession::in_place_of(former, key, tokens, self.now()));
        // Whoever removes the former session is the only one who goes on with it.
        let outcome = match self.store.create(Arc::clone(&session)).await {
            Ok(()) => self.remove(former.key(), person).await,
            Err(error) => Err(error),
        };
        if let Ok(Some(_)) = outcome {
            return Ok(Some((cookie, session)));
        }
        if let Err(error) = self.remove(session.key(), person).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "Could not take back a session that nobody got");
        }
        if let Some(tokens) = session.end() {
            revocation::revoke(session.client(), tokens, person);
        }
        outcome.map(|_| None)
    }

    /// Revokes tokens that no session is made of, in the background.
    pub fn give_back(&self, client: &Client, tokens: TokenSet, person: &PersonContext) {
        revocation::revoke(client, Arc::new(tokens), person);
    }

    /// Ends the session of that cookie, for requests under way as well, and revokes its tokens in the background, in the
    /// name of the person who asked for it.
    ///
    /// # Errors
    /// When the store could not be asked: the session may live on.
    pub async fn end(
        &self,
        place: &SitePlace,
        cookie: &str,
        person: &PersonContext,
    ) -> Result<Option<Ended>, StoreError> {
        let Some(key) = place.session_key(cookie) else { return Ok(None) };
        self.remove(&key, person).await
    }

    /// Sets the mark of a finished transaction until the transaction's own end; `true` for the first to do so.
    ///
    /// # Errors
    /// When the store could not be asked: nothing may be redeemed then.
    pub async fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> Result<bool, StoreError> {
        self.store.finish_once(mark, until).await
    }

    /// Whether a transaction came to its end before.
    ///
    /// # Errors
    /// When the store could not be asked.
    pub async fn was_finished(&self, mark: FinishedMark) -> Result<bool, StoreError> {
        self.store.was_finished(mark).await
    }

    pub(super) async fn remove(&self, key: &SessionKey, person: &PersonContext) -> Result<Option<Ended>, StoreError> {
        let Some(Removed { session, tokens }) = self.store.remove(key).await? else { return Ok(None) };
        revocation::revoke(session.client(), tokens, person);
        Ok(Some(Ended { session }))
    }

    pub(super) fn store(&self) -> &dyn SessionStore {
        self.store.as_ref()
    }

    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sessions").field("limits", &self.limits).finish_non_exhaustive()
    }
}
