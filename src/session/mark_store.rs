//! Marks of what happens once, and what whoever was first hands to those who come second.

use std::future::ready;
use std::time::Duration;

use moka::sync::Cache;

use super::key::FinishedMark;
use super::marks::Marks;
use super::store::StoreFuture;
use crate::clock::{Clock, Timestamp};

/// How long what was handed over is there for whoever presses a button twice, and no longer.
pub(super) const MOMENT: Duration = Duration::from_secs(15);
/// How long those who come second are told to wait for it: longer than any call to an authorization server may take.
pub(super) const AWAITED: Duration = Duration::from_secs(30);
/// More sign-ins than this do not end within a moment in one process.
const AT_MOST: u64 = 10_000;

/// What is there for whoever comes second to a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handover {
    /// Nothing, or nothing any more.
    Nothing,
    /// The first is still at it.
    Awaited,
    /// What the first has sealed for the second.
    Sealed(Vec<u8>),
}

/// Keeps marks where all replicas see them that share the sessions.
pub trait MarkStore: Send + Sync {
    /// Sets a mark that lasts until `until`, unless it is set: whoever gets `true` was the first.
    fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> StoreFuture<'_, bool>;

    /// The same, by somebody who will hand something over: until `awaited_until`, those who come second are told to wait for it.
    fn finish_awaited(&self, mark: FinishedMark, until: Timestamp, awaited_until: Timestamp) -> StoreFuture<'_, bool>;

    /// Whether a mark is set.
    fn was_finished(&self, mark: FinishedMark) -> StoreFuture<'_, bool>;

    /// Leaves something for those who come second, until `until`; with nothing to leave, nobody waits any more.
    fn hand_over(&self, mark: FinishedMark, sealed: Option<Vec<u8>>, until: Timestamp) -> StoreFuture<'_, ()>;

    /// What the first has left.
    fn handed_over(&self, mark: FinishedMark) -> StoreFuture<'_, Handover>;
}

/// Marks in the memory of this process.
pub(super) struct ProcessMarks {
    pub(super) marks: Marks,
    handovers: Cache<FinishedMark, (Handover, Timestamp)>,
    clock: Clock,
}

impl ProcessMarks {
    pub(super) fn new(clock: Clock) -> Self {
        let handovers = Cache::builder().max_capacity(AT_MOST).time_to_live(AWAITED).build();
        Self { marks: Marks::new(clock.clone()), handovers, clock }
    }
}

impl MarkStore for ProcessMarks {
    fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> StoreFuture<'_, bool> {
        Box::pin(ready(Ok(self.marks.set_once(mark, until))))
    }

    fn finish_awaited(&self, mark: FinishedMark, until: Timestamp, awaited_until: Timestamp) -> StoreFuture<'_, bool> {
        let first = self.marks.set_once(mark, until);
        if first {
            self.handovers.insert(mark, (Handover::Awaited, awaited_until));
        }
        Box::pin(ready(Ok(first)))
    }

    fn was_finished(&self, mark: FinishedMark) -> StoreFuture<'_, bool> {
        Box::pin(ready(Ok(self.marks.is_set(mark))))
    }

    fn hand_over(&self, mark: FinishedMark, sealed: Option<Vec<u8>>, until: Timestamp) -> StoreFuture<'_, ()> {
        match sealed {
            Some(sealed) => self.handovers.insert(mark, (Handover::Sealed(sealed), until)),
            None => self.handovers.invalidate(&mark),
        }
        Box::pin(ready(Ok(())))
    }

    fn handed_over(&self, mark: FinishedMark) -> StoreFuture<'_, Handover> {
        let left = self.handovers.get(&mark).filter(|(_, until)| *until > self.clock.now());
        Box::pin(ready(Ok(left.map_or(Handover::Nothing, |(handover, _)| handover))))
    }
}
