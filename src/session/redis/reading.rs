//! What the server has of a session, and what follows for the one at hand.

use std::sync::Arc;
use std::time::Duration;

use redis::Value;
use tracing::warn;

use super::super::key::SessionKey;
use super::super::record::Record;
use super::super::store::{StoreError, Wanted};
use super::super::user_session::{UserSession, Version};
use super::{Shared, array, scripts, unexpected};
use crate::clock::Timestamp;

impl Shared {
    pub(super) async fn find(&self, wanted: &Wanted<'_>) -> Result<Option<Arc<UserSession>>, StoreError> {
        if self.is_buried(&wanted.key) {
            return Ok(None);
        }
        let before = self.freshest.now(&wanted.key);
        let found = self.read(&wanted.key).await?;
        let at_hand = self.at_hand.find(&wanted.key);
        let Some(found) = found else {
            if let Some(session) = at_hand {
                self.end_elsewhere(&session).await;
            }
            return Ok(None);
        };
        let now = self.clock.now();
        let session = match at_hand {
            Some(session) => {
                if found.version > session.version() {
                    let Some(record) = self.record_of(&session, &found) else { return Ok(None) };
                    session.adopt(found.version, record.tokens, now);
                }
                session
            }
            None => {
                let Some(names) = wanted.names() else { return Ok(None) };
                let Some(record) = Record::open(&names, found.version, &found.sealed) else {
                    warn!(
                        "A record of a session does not open: it was sealed with a key that is no longer in the ring, or touched"
                    );
                    return Ok(None);
                };
                // What the record says of it was somebody else's time.
                let last_use = found.last_use(wanted.home.lifetimes().idle_timeout, now);
                let record = Record { last_use, ..record };
                let session = UserSession::of_record(names, wanted.home, record, found.version, now);
                self.at_hand.keep_first(Arc::new(session))
            }
        };
        session.note_last_use(found.last_use(session.home().lifetimes().idle_timeout, now));
        self.note_compared(&session, &before);
        Ok(Some(session))
    }

    /// Compares what is at hand with the server; whether the session lives.
    pub(super) async fn reread(&self, session: &UserSession) -> Result<bool, StoreError> {
        let before = self.freshest.now(session.key());
        let Some(found) = self.read(session.key()).await? else {
            self.end_elsewhere(session).await;
            return Ok(false);
        };
        let now = self.clock.now();
        if found.version > session.version()
            && let Some(record) = self.record_of(session, &found)
        {
            session.adopt(found.version, record.tokens, now);
        }
        session.note_last_use(found.last_use(session.home().lifetimes().idle_timeout, now));
        self.note_compared(session, &before);
        Ok(!session.has_ended())
    }

    pub(super) fn record_of(&self, session: &UserSession, found: &Found) -> Option<Record> {
        Record::open_with(session.record_keys(), session.key(), found.version, &found.sealed)
    }

    pub(super) async fn read(&self, key: &SessionKey) -> Result<Option<Found>, StoreError> {
        let answer = self.link.run(scripts::read(&self.keys, key)).await?;
        Found::of(answer)
    }
}

/// What the server has of a session.
pub(super) struct Found {
    pub(super) version: Version,
    pub(super) sealed: Vec<u8>,
    /// How much of the idle time is left; `None` when it is over.
    pub(super) idle_left: Option<Duration>,
}

impl Found {
    /// Reads version, record and what is left of the idle time; `None` when there is no such session.
    pub(super) fn of(answer: Value) -> Result<Option<Self>, StoreError> {
        match array(answer)?.as_slice() {
            [Value::Nil, ..] => Ok(None),
            [Value::BulkString(version), Value::BulkString(sealed), Value::Int(left)] => {
                let left = u64::try_from(*left).ok().map(Duration::from_millis);
                Self::new(version, sealed, left).map(Some).ok_or_else(unexpected)
            }
            _ => Err(unexpected()),
        }
    }

    pub(super) fn new(version: &[u8], sealed: &[u8], idle_left: Option<Duration>) -> Option<Self> {
        let number = std::str::from_utf8(version).ok()?.parse().ok()?;
        Some(Self { version: Version::of_number(number), sealed: sealed.to_vec(), idle_left })
    }

    /// When the session was used last: the server's own clock says how long ago, so replicas need not agree on the time.
    pub(super) fn last_use(&self, idle: Duration, now: Timestamp) -> Timestamp {
        let ago = idle.saturating_sub(self.idle_left.unwrap_or_default());
        Timestamp::from_unix(now.as_unix().saturating_sub(ago.as_secs()))
    }
}
