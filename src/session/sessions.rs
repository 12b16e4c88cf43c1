//! The life of sessions: made, found, ended.

use std::sync::Arc;
use std::time::Duration;

use super::browser::BrowserStore;
use super::home::Home;
use super::key::{FinishedMark, SessionCookieValue};
use super::mark_store::{AWAITED, Handover, MOMENT};
use super::memory::MemoryStore;
use super::redis::RedisStore;
use super::revocation;
use super::store::{Listed, Near, RemovedAll, SessionStore, StoreError, Wanted, Whose};
use super::user_session::UserSession;
use crate::clock::{Clock, Timestamp};
use crate::config::{self, Config};
use crate::cookies::SessionCookies;
use crate::oauth::{Client, TokenSet};
use crate::person::PersonContext;
use crate::seal::Seals;

/// All sessions of this process: where they are kept, and how long they live.
pub struct Sessions {
    store: Box<dyn SessionStore>,
    clock: Clock,
}

/// How far the clocks of replicas may be apart: what has happened is remembered that much longer than whoever notes it would need it.
const CLOCKS_APART: Duration = Duration::from_secs(120);

/// A session that was ended on request.
#[derive(Debug)]
pub struct Ended {
    /// The session as it was.
    pub session: Arc<UserSession>,
}

/// A session was ended on request, but not everywhere: its store could not be asked.
#[derive(Debug, thiserror::Error)]
#[error("the session has ended here alone")]
pub struct EndedHereAlone {
    /// The session as it was, where this process knew it.
    pub ended: Option<Ended>,
    /// What was wrong with the store.
    pub source: StoreError,
}

impl Sessions {
    /// Sessions as configured. A store elsewhere is connected to in the background, on the caller's runtime.
    pub fn new(config: &Config, seals: &Seals, clock: Clock) -> Arc<Self> {
        let idle = config.sites.iter().map(|site| site.lifetimes.idle_timeout).max().unwrap_or_default();
        let store: Box<dyn SessionStore> = match &config.sessions.store {
            config::Store::Memory(memory) => match &memory.snapshot {
                Some(file) => {
                    let (file, seals) = (file.clone(), seals.clone());
                    Box::new(MemoryStore::with_snapshot(memory.room, idle, file, seals, clock.clone()))
                }
                None => Box::new(MemoryStore::new(memory.room, idle, clock.clone())),
            },
            config::Store::Redis(redis) => Box::new(RedisStore::connect(redis, idle, clock.clone())),
            config::Store::Cookie(cookie) => Box::new(BrowserStore::new(cookie, idle, clock.clone())),
        };
        Self::kept_in(store, clock)
    }

    /// Sessions in that store.
    pub fn kept_in(store: Box<dyn SessionStore>, clock: Clock) -> Arc<Self> {
        Arc::new(Self { store, clock })
    }

    /// The live session that the browser's cookie stands for at this home.
    ///
    /// This is asked for each request: with a session at hand it takes one hash and one look into a map. The idle time
    /// goes on; [`touch`](Self::touch) starts it again, for a background poll must not keep a session alive.
    ///
    /// While the store cannot be asked, a session that this process knows goes on for `grace` after the last contact, or for
    /// as long as is configured.
    ///
    /// # Errors
    /// When the store could not be asked, which says nothing about the session.
    pub async fn find(
        &self,
        home: &Arc<Home>,
        cookies: &SessionCookies<'_>,
        grace: Option<Duration>,
    ) -> Result<Option<Arc<UserSession>>, StoreError> {
        let Some(key) = home.place().session_key(cookies.value()) else { return Ok(None) };
        let wanted = Wanted { home, key, cookies };
        let near = match self.store.near(&wanted) {
            Near::Found(session) => Some(session),
            Near::Absent => return Ok(None),
            Near::Unknown => None,
        };
        if let Some(session) = near.filter(|session| session.is_live(self.now())) {
            return Ok(Some(session));
        }
        self.find_afar(&wanted, grace).await
    }

    /// What is not at hand, or is at hand and seems to be over: somebody else may know more of it.
    async fn find_afar(
        &self,
        wanted: &Wanted<'_>,
        grace: Option<Duration>,
    ) -> Result<Option<Arc<UserSession>>, StoreError> {
        let session = match self.store.find(wanted).await {
            Ok(None) => return Ok(None),
            Ok(Some(session)) => session,
            Err(error) => {
                let lingering = self.store.lingering(&wanted.key, grace);
                return lingering.filter(|session| session.is_live(self.now())).map(Some).ok_or(error);
            }
        };
        if session.is_live(self.now()) {
            return Ok(Some(session));
        }
        self.remove(&session, &PersonContext::nobody()).await?;
        Ok(None)
    }

    /// Notes that the person was here at `now`, so that the idle time starts again.
    pub fn touch(&self, session: &Arc<UserSession>, now: Timestamp) {
        session.touch(now);
        self.store.note_use(session, now);
    }

    /// Makes a session for `person` under a name that was never there before, whatever the browser presented.
    ///
    /// # Errors
    /// When the store could not be asked; the tokens are revoked then, for nobody can use them.
    pub async fn create(
        &self,
        home: &Arc<Home>,
        tokens: TokenSet,
        person: &PersonContext,
    ) -> Result<(SessionCookieValue, Arc<UserSession>), StoreError> {
        let (cookie, names) = home.fresh_name();
        let session = Arc::new(UserSession::new(names, home, tokens, self.now()));
        if let Err(error) = self.store.create(&session).await {
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
        home: &Arc<Home>,
        former: Option<&SessionCookies<'_>>,
        tokens: TokenSet,
        person: &PersonContext,
    ) -> Result<(SessionCookieValue, Arc<UserSession>), StoreError> {
        let created = self.create(home, tokens, person).await?;
        if let Some(former) = former
            && let Err(error) = self.end(home, former, person).await
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
        former: &UserSession,
        tokens: TokenSet,
        person: &PersonContext,
    ) -> Result<Option<(SessionCookieValue, Arc<UserSession>)>, StoreError> {
        if *tokens.claims.sub != *former.subject() {
            self.give_back(former.client(), tokens, person);
            return Ok(None);
        }
        let (cookie, names) = former.home().fresh_name();
        let session = Arc::new(UserSession::in_place_of(former, names, tokens, self.now()));
        // Whoever removes the former session is the only one who goes on with it.
        let outcome = match self.store.create(&session).await {
            Ok(()) => self.remove(former, person).await,
            Err(error) => Err(error),
        };
        if let Ok(true) = outcome {
            return Ok(Some((cookie, session)));
        }
        if let Err(error) = self.remove(&session, person).await {
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
    /// When the store could not be asked. Here the session has ended all the same, its tokens are revoked as far as this
    /// process knows them, and the store is told as soon as it can be; until then it may live on at other replicas.
    pub async fn end(
        &self,
        home: &Arc<Home>,
        cookies: &SessionCookies<'_>,
        person: &PersonContext,
    ) -> Result<Option<Ended>, EndedHereAlone> {
        let Some(key) = home.place().session_key(cookies.value()) else { return Ok(None) };
        let source = match self.store.find(&Wanted { home, key, cookies }).await {
            Ok(None) => return Ok(None),
            Ok(Some(session)) => match self.remove(&session, person).await {
                Ok(removed) => return Ok(removed.then_some(Ended { session })),
                Err(error) => error,
            },
            Err(error) => error,
        };
        let lingering = self.store.lingering(&key, Some(Duration::MAX));
        if let Some(session) = &lingering
            && let Some(tokens) = session.end()
        {
            revocation::revoke(session.client(), tokens, person);
        }
        self.store.bury(&key, self.now().plus(home.lifetimes().lifetime));
        Err(EndedHereAlone { ended: lingering.map(|session| Ended { session }), source })
    }

    /// Ends all sessions of somebody at this home, wherever they are kept; how many there were. Their tokens are revoked
    /// where a replica holds them: records alone give nothing away.
    ///
    /// # Errors
    /// When the store could not be asked: the sessions may live on.
    pub async fn end_all(&self, home: &Arc<Home>, whose: &Whose) -> Result<usize, StoreError> {
        let RemovedAll { count, held } = self.store.remove_all(home, whose).await?;
        for (session, tokens) in held {
            revocation::revoke(session.client(), tokens, &PersonContext::nobody());
        }
        Ok(count)
    }

    /// The sessions of somebody at this home, the latest first.
    ///
    /// # Errors
    /// When the store could not be asked.
    pub async fn list(&self, home: &Arc<Home>, whose: &Whose) -> Result<Vec<Listed>, StoreError> {
        let mut listed = self.store.list(home, whose).await?;
        listed.sort_by_key(|session| std::cmp::Reverse(session.created_at));
        Ok(listed)
    }

    /// Sets the mark of something that happens once, such as the end of a transaction; `true` for the first to do so.
    ///
    /// # Errors
    /// When the store could not be asked: nothing may be redeemed then.
    pub async fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> Result<bool, StoreError> {
        self.store.marks().finish_once(mark, until.plus(CLOCKS_APART)).await
    }

    /// As [`finish_once`](Self::finish_once), by somebody who will [`hand_over`](Self::hand_over) what comes of it.
    ///
    /// # Errors
    /// When the store could not be asked: nothing may be redeemed then.
    pub async fn finish_awaited(&self, mark: FinishedMark, until: Timestamp) -> Result<bool, StoreError> {
        self.store.marks().finish_awaited(mark, until.plus(CLOCKS_APART), self.now().plus(AWAITED)).await
    }

    /// Leaves something sealed for whoever comes second to a mark within a moment, at whichever replica; with nothing to leave,
    /// nobody waits for it any more.
    ///
    /// # Errors
    /// When the store could not be asked: whoever comes second finds nothing.
    pub async fn hand_over(&self, mark: FinishedMark, sealed: Option<Vec<u8>>) -> Result<(), StoreError> {
        self.store.marks().hand_over(mark, sealed, self.now().plus(MOMENT)).await
    }

    /// What whoever was first has left.
    ///
    /// # Errors
    /// When the store could not be asked.
    pub async fn handed_over(&self, mark: FinishedMark) -> Result<Handover, StoreError> {
        self.store.marks().handed_over(mark).await
    }

    /// Whether a transaction came to its end before.
    ///
    /// # Errors
    /// When the store could not be asked.
    pub async fn was_finished(&self, mark: FinishedMark) -> Result<bool, StoreError> {
        self.store.marks().was_finished(mark).await
    }

    /// The record that the browser has to keep beside its cookie, if that is where sessions are kept, and if what it
    /// `presented` is no longer the latest.
    pub fn for_the_browser(&self, session: &UserSession, presented: Option<&SessionCookies<'_>>) -> Option<String> {
        self.store.for_the_browser(session, presented)
    }

    /// What is wrong with the store at the moment, in a sentence for the operator.
    pub fn trouble(&self) -> Option<String> {
        self.store.trouble()
    }

    /// Puts away what is to be there after a restart; nothing is served any more.
    pub async fn close(&self) {
        if let Err(error) = self.store.close().await {
            tracing::error!(error = &error as &dyn std::error::Error, "Could not put the sessions away");
        }
    }

    /// Removes a session and revokes its tokens; whether it was there.
    pub(super) async fn remove(&self, session: &UserSession, person: &PersonContext) -> Result<bool, StoreError> {
        let Some(tokens) = self.store.remove(session).await? else { return Ok(false) };
        revocation::revoke(session.client(), tokens, person);
        Ok(true)
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
        f.debug_struct("Sessions").finish_non_exhaustive()
    }
}
