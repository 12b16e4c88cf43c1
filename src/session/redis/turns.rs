//! Whose turn it is to refresh a session's tokens, and what whoever has it writes.

use std::sync::Arc;
use std::time::Duration;

use redis::Value;
use tracing::warn;

use super::super::revocation;
use super::super::store::{Lease, StoreError, Turn};
use super::super::user_session::{Refused, UserSession, Version};
use super::reading::Found;
use super::{RETRY, Shared, array, scripts, unexpected};
use crate::clock::Timestamp;
use crate::oauth::TokenSet;
use crate::person::PersonContext;

/// The turn to refresh is lost after this long without a sign of life, and prolonged three times as often.
pub(super) const LEASE: Duration = Duration::from_secs(10);
/// How often new tokens are written before they are given up.
const ATTEMPTS: usize = 6;

impl Shared {
    pub(super) async fn take_turn(&self, session: &UserSession) -> Result<Turn, StoreError> {
        let life = session.ends_at().since(self.clock.now());
        let answer =
            self.link.run(scripts::take_turn(&self.keys, session.key(), session.version(), self.lease, life)).await?;
        let fields = array(answer)?;
        match fields.first() {
            Some(Value::Int(-1)) => {
                self.end_elsewhere(session).await;
                Ok(Turn::Ended)
            }
            Some(Value::Int(0)) => Ok(Turn::Elsewhere),
            Some(Value::Int(fence)) => {
                let fence = u64::try_from(*fence).unwrap_or_default();
                if let [_, Value::BulkString(version), Value::BulkString(sealed)] = fields.as_slice()
                    && let Some(found) = Found::new(version, sealed, None)
                    && let Some(record) = self.record_of(session, &found)
                {
                    session.adopt(found.version, record.tokens, self.clock.now());
                }
                Ok(Turn::Ours(Lease { fence }))
            }
            _ => Err(unexpected()),
        }
    }

    pub(super) async fn hold_turn(&self, session: &UserSession, lease: Lease) {
        loop {
            tokio::time::sleep(self.lease / 3).await;
            let prolonging = scripts::hold_turn(&self.keys, session.key(), lease, self.lease);
            if let Ok(Value::Int(0)) = self.link.run(prolonging).await {
                return;
            }
        }
    }

    /// Writes new tokens. Where the server cannot be asked they hold here, and are written as soon as it can be.
    pub(super) async fn renew(
        self: &Arc<Self>,
        session: &Arc<UserSession>,
        lease: Lease,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> Result<Result<(), Refused>, StoreError> {
        let next = expected.next();
        let sealed = session.sealed_with(&tokens, next);
        let before = self.freshest.now(session.key());
        let script = scripts::renew(&self.keys, session.key(), lease, expected, next, &sealed);
        let answer = match self.write(&script).await {
            Ok(answer) => answer,
            Err(error) => {
                warn!(
                    error = &error as &dyn std::error::Error,
                    "New tokens hold here alone until the session store can be asked"
                );
                let outcome = session.install(expected, tokens, now);
                if outcome.is_ok() {
                    self.write_later(session, lease, expected, sealed);
                }
                return Ok(outcome);
            }
        };
        match answer {
            Value::Int(1) => {
                let outcome = session.install(expected, tokens, now);
                self.note_compared(session, &before);
                Ok(outcome)
            }
            Value::Int(-1) => {
                self.end_elsewhere(session).await;
                Ok(Err(Refused(Arc::new(tokens))))
            }
            _ => {
                self.reread(session).await?;
                Ok(Err(Refused(Arc::new(tokens))))
            }
        }
    }

    /// Goes on to write tokens that are in no other place, in the background, until the server has them or others hold.
    fn write_later(self: &Arc<Self>, session: &Arc<UserSession>, mut lease: Lease, expected: Version, sealed: Vec<u8>) {
        let (shared, session, next) = (Arc::clone(self), Arc::clone(session), expected.next());
        let client = session.client().clone();
        client.send_on(async move {
            while session.is_live(shared.clock.now()) && session.version() == next {
                tokio::time::sleep(RETRY).await;
                let script = scripts::renew(&shared.keys, session.key(), lease, expected, next, &sealed);
                match shared.link.run(script).await {
                    Ok(Value::Int(1)) => return,
                    // It was ended elsewhere, by somebody who knew nothing of these tokens.
                    Ok(Value::Int(-1)) => return shared.give_up(&session),
                    Ok(_) => match shared.read(session.key()).await {
                        Ok(Some(found)) if found.version >= next => return shared.give_way(&session),
                        // Somebody had the turn since, and has not used it.
                        Ok(Some(_)) => {
                            if let Ok(Turn::Ours(turn)) = shared.take_turn(&session).await {
                                lease = turn;
                            }
                        }
                        Ok(None) | Err(_) => {}
                    },
                    Err(_) => {}
                }
            }
        });
    }

    fn give_up(&self, session: &UserSession) {
        self.at_hand.remove(session.key());
        if let Some(tokens) = session.end() {
            revocation::revoke(session.client(), tokens, &PersonContext::nobody());
        }
    }

    /// What another replica has written holds: the next request reads it.
    fn give_way(&self, session: &UserSession) {
        self.at_hand.remove(session.key());
        revocation::revoke(session.client(), session.tokens(), &PersonContext::nobody());
    }

    /// Writes what must not be lost: new tokens are worth a few attempts, for a rotated refresh token is in no other place.
    pub(super) async fn write(&self, script: &scripts::Call) -> Result<Value, StoreError> {
        let mut outcome = self.link.run(script.clone()).await;
        for _ in 0..ATTEMPTS {
            if outcome.is_ok() {
                break;
            }
            tokio::time::sleep(RETRY).await;
            outcome = self.link.run(script.clone()).await;
        }
        outcome
    }
}
