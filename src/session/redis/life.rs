//! How a session begins and ends at the server, whoever ends it and wherever.

use std::sync::Arc;
use std::time::Duration;

use redis::Value;

use super::super::home::Home;
use super::super::key::{FinishedMark, SessionKey};
use super::super::revocation;
use super::super::store::{RemovedAll, StoreError, Whose};
use super::super::user_session::UserSession;
use super::reading::Found;
use super::{RETRY, Shared, scripts};
use crate::clock::Timestamp;
use crate::oauth::TokenSet;
use crate::person::PersonContext;

/// How long a session that was ended from outside waits for a replica that can revoke its tokens.
const UNREVOKED: Duration = Duration::from_secs(60);

impl Shared {
    pub(super) async fn create(&self, session: &Arc<UserSession>) -> Result<(), StoreError> {
        let now = self.clock.now();
        let before = self.freshest.now(session.key());
        // First the ways to find it by: a session that nobody could end from outside must not be.
        self.enter_index(session, now).await?;
        let (version, sealed) = session.sealed();
        let idle = session.home().lifetimes().idle_timeout;
        let life = session.ends_at().since(now);
        self.link.run(scripts::create(&self.keys, session.key(), version, &sealed, life, idle)).await?;
        self.at_hand.keep(session);
        self.note_compared(session, &before);
        Ok(())
    }

    pub(super) async fn remove(&self, session: &UserSession) -> Result<Option<Arc<TokenSet>>, StoreError> {
        let answer = self.link.run(scripts::remove(&self.keys, session.key())).await?;
        self.at_hand.remove(session.key());
        let held = session.end();
        let Some(found) = Found::of(answer)? else { return Ok(None) };
        self.leave_index(session).await;
        if found.version == session.version() {
            return Ok(Some(held.unwrap_or_else(|| session.tokens())));
        }
        Ok(self.record_of(session, &found).map(|record| Arc::new(record.tokens)).or(held))
    }

    pub(super) async fn remove_all(&self, home: &Arc<Home>, whose: &Whose) -> Result<RemovedAll, StoreError> {
        let mut removed = RemovedAll::default();
        for tag in home.index_tags(whose) {
            for (key, entry) in self.entries(&tag).await? {
                let held = self.at_hand.find(&key);
                let script = match held {
                    Some(_) => scripts::remove(&self.keys, &key),
                    None => scripts::remove_unrevoked(&self.keys, &key, UNREVOKED),
                };
                let was_there = Found::of(self.link.run(script).await?)?.is_some();
                removed.count += usize::from(was_there);
                if let Some(session) = held {
                    self.at_hand.remove(&key);
                    removed.held.extend(session.end().map(|tokens| (session, tokens)));
                }
                let _ = self.link.run(scripts::take_from_index(&self.keys, &tag, &entry)).await;
            }
        }
        Ok(removed)
    }

    /// A session that this process holds and the server does not have any more: somebody ended it. Its tokens are revoked by
    /// whoever did, or, if that could not read them, by the first replica that holds them.
    pub(super) async fn end_elsewhere(&self, session: &UserSession) {
        self.at_hand.remove(session.key());
        let Some(tokens) = session.end() else { return };
        if let Ok(Value::Int(1)) = self.link.run(scripts::take_over_revocation(&self.keys, session.key())).await {
            revocation::revoke(session.client(), tokens, &PersonContext::nobody());
        }
    }

    pub(super) fn is_buried(&self, key: &SessionKey) -> bool {
        self.buried.is_set(FinishedMark::new(*key.as_bytes()))
    }

    /// Tells the server what it could not be told, as soon as it can be. Whoever holds the tokens by then revokes them: they may never
    /// have been known here.
    pub(super) async fn tell_later(&self, key: SessionKey, until: Timestamp) {
        while self.clock.now() < until {
            if self.link.run(scripts::remove_unrevoked(&self.keys, &key, UNREVOKED)).await.is_ok() {
                return;
            }
            tokio::time::sleep(RETRY).await;
        }
    }
}
