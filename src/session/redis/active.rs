//! When the authorization server last called a session's access token active: what one replica was told serves all of them.

use std::time::Duration;

use redis::Value;

use super::super::record;
use super::super::store::StoreError;
use super::super::user_session::{UserSession, Version};
use super::{Shared, scripts};
use crate::clock::Timestamp;

impl Shared {
    pub(super) async fn note_active(
        &self,
        session: &UserSession,
        version: Version,
        at: Timestamp,
        every: Duration,
    ) -> Result<(), StoreError> {
        let sealed = record::seal_active(session.record_keys(), session.key(), version, at);
        self.link.run(scripts::note_active(&self.keys, session.key(), &sealed, every)).await.map(|_| ())
    }

    pub(super) async fn noted_active(
        &self,
        session: &UserSession,
        version: Version,
    ) -> Result<Option<Timestamp>, StoreError> {
        match self.link.run(scripts::noted_active(&self.keys, session.key())).await? {
            Value::BulkString(sealed) => {
                Ok(record::open_active(session.record_keys(), session.key(), version, &sealed))
            }
            _ => Ok(None),
        }
    }
}
