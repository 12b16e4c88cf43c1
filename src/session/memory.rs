//! Sessions kept in this process: no wait, no lock across one, and gone with it unless a snapshot is kept.

mod snapshot;

use std::future::ready;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::home::Home;
use super::key::FinishedMark;
use super::marks::Marks;
use super::near::NearSessions;
use super::revocation;
use super::store::{Lease, Listed, Near, RemovedAll, SessionStore, StoreError, StoreFuture, Turn, Wanted, Whose};
use super::user_session::{Refused, UserSession, Version};
use crate::clock::{Clock, Timestamp};
use crate::config::Room;
use crate::oauth::TokenSet;
use crate::person::PersonContext;
use crate::seal::Seals;
use snapshot::Asleep;

/// The store in this process.
pub struct MemoryStore {
    sessions: NearSessions,
    marks: Marks,
    /// Sessions of before the restart whose browsers have not come back yet.
    asleep: Asleep,
    snapshot: Option<Snapshot>,
    clock: Clock,
}

struct Snapshot {
    file: PathBuf,
    seals: Seals,
}

impl MemoryStore {
    /// An empty store with room for so many; `idle` is the longest idle time of any site.
    pub fn new(room: Room, idle: Duration, clock: Clock) -> Self {
        let sessions = NearSessions::new(room, idle, end_and_revoke);
        Self { sessions, marks: Marks::new(clock.clone()), asleep: Asleep::nobody(), snapshot: None, clock }
    }

    /// A store that goes on where the one before stopped, if that left a snapshot in `file`, and that leaves one there itself.
    ///
    /// The file is deleted when it is read: what was signed out since must not come back with it. One that cannot be read
    /// is reported and left behind.
    pub fn with_snapshot(room: Room, idle: Duration, file: PathBuf, seals: Seals, clock: Clock) -> Self {
        let mut store = Self::new(room, idle, clock);
        match snapshot::take(&file, &seals) {
            Ok(Some(found)) => {
                let now = store.clock.now();
                for (mark, until) in found.marks.into_iter().filter(|(_, until)| *until > now) {
                    store.marks.set_once(mark, until);
                }
                store.asleep = Asleep::of(found.sessions, now, room);
                tracing::info!(sessions = store.asleep.len(), file = %file.display(), "Took the sessions of before the restart over");
            }
            Ok(None) => {}
            Err(error) => tracing::error!(
                file = %file.display(),
                error = &error as &dyn std::error::Error,
                "Could not read the snapshot: everybody has to sign in again"
            ),
        }
        store.snapshot = Some(Snapshot { file, seals });
        store
    }

    /// A session of before the restart, whose browser has come back.
    fn wake(&self, wanted: &Wanted<'_>) -> Option<Arc<UserSession>> {
        let names = wanted.names()?;
        let session = self.asleep.wake(names, wanted.home, self.clock.now())?;
        Some(self.sessions.keep_first(Arc::new(session)))
    }
}

/// Whoever still holds a session that was dropped here must not go on with it for ever.
fn end_and_revoke(session: &Arc<UserSession>) {
    if let Some(tokens) = session.end() {
        revocation::revoke(session.client(), tokens, &PersonContext::nobody());
    }
}

impl SessionStore for MemoryStore {
    fn near(&self, wanted: &Wanted<'_>) -> Near {
        match self.sessions.find(&wanted.key) {
            Some(session) => Near::Found(session),
            None if self.asleep.has(&wanted.key) => Near::Unknown,
            None => Near::Absent,
        }
    }

    fn find<'a>(&'a self, wanted: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        Box::pin(ready(Ok(self.sessions.find(&wanted.key).or_else(|| self.wake(wanted)))))
    }

    fn create<'a>(&'a self, session: &'a Arc<UserSession>) -> StoreFuture<'a, ()> {
        self.sessions.keep(session);
        Box::pin(ready(Ok(())))
    }

    fn take_turn<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Turn> {
        Box::pin(ready(Ok(Turn::within_this_process(session))))
    }

    fn renew<'a>(
        &'a self,
        session: &'a UserSession,
        _: Lease,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>> {
        // The session is the record: its own lock compares and sets, and whoever removes it ends it under that lock.
        Box::pin(ready(Ok(session.install(expected, tokens, now))))
    }

    fn reread<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, bool> {
        Box::pin(ready(Ok(!session.has_ended())))
    }

    fn remove<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Option<Arc<TokenSet>>> {
        self.sessions.remove(session.key());
        Box::pin(ready(Ok(session.end())))
    }

    fn remove_all<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, RemovedAll> {
        Box::pin(async move {
            let asleep = self.asleep.remove_all(home, whose);
            let mut held = Vec::new();
            for session in of(&self.sessions, home, whose) {
                self.sessions.remove(session.key());
                held.extend(session.end().map(|tokens| (session, tokens)));
            }
            Ok(RemovedAll { count: asleep + held.len(), held })
        })
    }

    fn list<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, Vec<Listed>> {
        Box::pin(async move {
            let mut listed = self.asleep.list(home, whose);
            listed.extend(of(&self.sessions, home, whose).iter().map(|session| session.listed()));
            Ok(listed)
        })
    }

    fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> StoreFuture<'_, bool> {
        Box::pin(ready(Ok(self.marks.set_once(mark, until))))
    }

    fn was_finished(&self, mark: FinishedMark) -> StoreFuture<'_, bool> {
        Box::pin(ready(Ok(self.marks.is_set(mark))))
    }

    fn close(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            let Some(snapshot) = &self.snapshot else { return Ok(()) };
            let now = self.clock.now();
            let awake = self.sessions.all().filter(|session| session.is_live(now));
            let count = snapshot::leave(&snapshot.file, &snapshot.seals, awake, &self.asleep, self.marks.all())
                .map_err(StoreError::new)?;
            tracing::info!(sessions = count, file = %snapshot.file.display(), "Left a snapshot of the sessions");
            Ok(())
        })
    }
}

/// The sessions of somebody that this process holds.
pub(super) fn of(sessions: &NearSessions, home: &Arc<Home>, whose: &Whose) -> Vec<Arc<UserSession>> {
    let theirs = |session: &Arc<UserSession>| Arc::ptr_eq(session.home(), home) && session.is_of(whose);
    sessions.all().filter(theirs).collect()
}
