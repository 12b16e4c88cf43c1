//! Marks that all replicas see, and what is handed over by them.

use redis::Value;

use super::super::key::FinishedMark;
use super::super::mark_store::{Handover, MarkStore};
use super::super::store::{StoreError, StoreFuture};
use super::{RedisStore, scripts, unexpected};
use crate::clock::Timestamp;

impl RedisStore {
    async fn set(
        &self,
        mark: FinishedMark,
        until: Timestamp,
        awaited_until: Option<Timestamp>,
    ) -> Result<bool, StoreError> {
        let now = self.0.clock.now();
        let awaited = awaited_until.map(|awaited_until| awaited_until.since(now));
        match self.0.link.run(scripts::set_mark(&self.0.keys, mark, until.since(now), awaited)).await? {
            Value::Int(first) => Ok(first == 1),
            _ => Err(unexpected()),
        }
    }
}

impl MarkStore for RedisStore {
    fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> StoreFuture<'_, bool> {
        Box::pin(self.set(mark, until, None))
    }

    fn finish_awaited(&self, mark: FinishedMark, until: Timestamp, awaited_until: Timestamp) -> StoreFuture<'_, bool> {
        Box::pin(self.set(mark, until, Some(awaited_until)))
    }

    fn was_finished(&self, mark: FinishedMark) -> StoreFuture<'_, bool> {
        Box::pin(async move {
            let answer = self.0.link.run(scripts::has_mark(&self.0.keys, mark)).await?;
            Ok(matches!(answer, Value::Int(1)))
        })
    }

    fn hand_over(&self, mark: FinishedMark, sealed: Option<Vec<u8>>, until: Timestamp) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            let script = match &sealed {
                Some(sealed) => scripts::hand_over(&self.0.keys, mark, sealed, until.since(self.0.clock.now())),
                None => scripts::hand_nothing_over(&self.0.keys, mark),
            };
            self.0.link.run(script).await.map(|_| ())
        })
    }

    fn handed_over(&self, mark: FinishedMark) -> StoreFuture<'_, Handover> {
        Box::pin(async move {
            match self.0.link.run(scripts::handed_over(&self.0.keys, mark)).await? {
                Value::Nil => Ok(Handover::Nothing),
                Value::BulkString(nothing_yet) if nothing_yet.is_empty() => Ok(Handover::Awaited),
                Value::BulkString(sealed) => Ok(Handover::Sealed(sealed)),
                _ => Err(unexpected()),
            }
        })
    }
}
