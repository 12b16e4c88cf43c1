//! The sessions of a person, and of a session at the authorization server: how they are found from outside.

use std::sync::Arc;
use std::time::Duration;

use redis::Value;

use super::super::home::Home;
use super::super::key::SessionKey;
use super::super::store::{Listed, StoreError, Whose};
use super::super::user_session::UserSession;
use super::{Shared, array, keys, scripts};
use crate::clock::Timestamp;

impl Shared {
    pub(super) async fn list(&self, home: &Arc<Home>, whose: &Whose) -> Result<Vec<Listed>, StoreError> {
        let mut listed = Vec::new();
        for tag in home.index_tags(whose) {
            for (key, entry) in self.entries(&tag).await? {
                let Some(created_at) = keys::created_at(&entry) else { continue };
                if let Value::Int(life @ 1..) = self.link.run(scripts::life(&self.keys, &key)).await? {
                    let life = Duration::from_millis(u64::try_from(life).unwrap_or_default());
                    listed.push(Listed { key, created_at, ends_at: self.clock.now().plus(life) });
                }
            }
        }
        Ok(listed)
    }

    pub(super) async fn entries(&self, tag: &[u8; 32]) -> Result<Vec<(SessionKey, Vec<u8>)>, StoreError> {
        let entries = array(self.link.run(scripts::entries(&self.keys, tag)).await?)?;
        Ok(entries
            .into_iter()
            .filter_map(|entry| match entry {
                Value::BulkString(entry) => Some((keys::key_of_entry(&entry)?, entry)),
                _ => None,
            })
            .collect())
    }

    pub(super) async fn enter_index(&self, session: &UserSession, now: Timestamp) -> Result<(), StoreError> {
        let entry = keys::index_entry(session.key(), session.created_at());
        for tag in self.index_tags(session).into_iter().flatten() {
            self.link.run(scripts::add_to_index(&self.keys, &tag, &entry, session.ends_at(), now)).await?;
        }
        Ok(())
    }

    pub(super) async fn leave_index(&self, session: &UserSession) {
        let entry = keys::index_entry(session.key(), session.created_at());
        for tag in self.index_tags(session).into_iter().flatten() {
            // An entry that stays behind leads to nothing and is gone with the session's lifetime.
            let _ = self.link.run(scripts::take_from_index(&self.keys, &tag, &entry)).await;
        }
    }

    /// What the session is entered under: the person, and the session at the authorization server if there is one.
    pub(super) fn index_tags(&self, session: &UserSession) -> [Option<[u8; 32]>; 2] {
        let (subject, at_server) = session.whose();
        let first = |whose: &Whose| session.home().index_tags(whose).into_iter().next();
        [first(&subject), at_server.as_ref().and_then(first)]
    }
}
