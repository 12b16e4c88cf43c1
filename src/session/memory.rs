//! Sessions kept in this process: no wait, no lock across one, and gone with it unless a snapshot is kept.

mod snapshot;

use std::future::ready;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::home::Home;
use super::mark_store::{MarkStore, ProcessMarks};
use super::near::NearSessions;
use super::revocation;
use super::store::{Listed, Near, RemovedAll, SessionStore, StoreError, StoreFuture, Wanted, Whose};
use super::user_session::UserSession;
use crate::clock::Clock;
use crate::config::Room;
use crate::oauth::TokenSet;
use crate::person::PersonContext;
use crate::seal::Seals;
use snapshot::Asleep;

/// How many sessions are looked at before others have their turn, where all have to be.
const BETWEEN_BREATHS: usize = 1000;

/// The store in this process.
pub struct MemoryStore {
    sessions: NearSessions,
    marks: ProcessMarks,
    /// Sessions of before the restart whose browsers have not come back yet, in a room of their own that is as large.
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
        Self { sessions, marks: ProcessMarks::new(clock.clone()), asleep: Asleep::nobody(), snapshot: None, clock }
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
                    store.marks.marks.set_once(mark, until);
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

    /// A session of before the restart, whose browser has come back; of several requests at once, one wakes it for all.
    fn wake(&self, wanted: &Wanted<'_>) -> Option<Arc<UserSession>> {
        let names = wanted.names()?;
        let keep = |session| self.sessions.keep_first(Arc::new(session));
        let woken = self.asleep.wake(names, wanted.home, self.clock.now(), keep);
        woken.or_else(|| self.sessions.find(&wanted.key))
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
            None if self.snapshot.is_none() => Near::Absent,
            None if self.asleep.has(&wanted.key) => Near::Unknown,
            // Between the two looks it may have woken up.
            None => self.sessions.find(&wanted.key).map_or(Near::Absent, Near::Found),
        }
    }

    fn find<'a>(&'a self, wanted: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        Box::pin(ready(Ok(self.sessions.find(&wanted.key).or_else(|| self.wake(wanted)))))
    }

    fn create<'a>(&'a self, session: &'a Arc<UserSession>) -> StoreFuture<'a, ()> {
        // Whoever signs in waits for a server in any case, so this is the place to tidy up.
        self.asleep.drop_ended(self.clock.now());
        self.sessions.keep(session);
        Box::pin(ready(Ok(())))
    }

    fn remove<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Option<Arc<TokenSet>>> {
        self.sessions.remove(session.key());
        Box::pin(ready(Ok(session.end())))
    }

    fn remove_all<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, RemovedAll> {
        Box::pin(async move {
            let asleep = self.asleep.remove_all(home, whose);
            let mut held = Vec::new();
            for session in of(&self.sessions, home, whose).await {
                self.sessions.remove(session.key());
                held.extend(session.end().map(|tokens| (session, tokens)));
            }
            Ok(RemovedAll { count: asleep + held.len(), held })
        })
    }

    fn list<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, Vec<Listed>> {
        Box::pin(async move {
            let mut listed = self.asleep.list(home, whose);
            listed.extend(of(&self.sessions, home, whose).await.iter().map(|session| session.listed()));
            Ok(listed)
        })
    }

    fn marks(&self) -> &dyn MarkStore {
        &self.marks
    }

    fn close(&self) -> StoreFuture<'_, ()> {
        Box::pin(async move {
            let Some(snapshot) = &self.snapshot else { return Ok(()) };
            let now = self.clock.now();
            let awake = self.sessions.all().filter(|session| session.is_live(now));
            let count = snapshot::leave(&snapshot.file, &snapshot.seals, awake, &self.asleep, self.marks.marks.all())
                .map_err(StoreError::new)?;
            tracing::info!(sessions = count, file = %snapshot.file.display(), "Left a snapshot of the sessions");
            Ok(())
        })
    }
}

/// The sessions of somebody that this process holds.
pub(super) async fn of(sessions: &NearSessions, home: &Arc<Home>, whose: &Whose) -> Vec<Arc<UserSession>> {
    let mut theirs = Vec::new();
    for (number, session) in sessions.all().enumerate() {
        // There may be a million, and other requests wait for the same worker.
        if number % BETWEEN_BREATHS == BETWEEN_BREATHS - 1 {
            tokio::task::yield_now().await;
        }
        if Arc::ptr_eq(session.home(), home) && session.is_of(whose) {
            theirs.push(session);
        }
    }
    theirs
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tempfile::TempDir;

    use super::super::testing::{HOUR, LIFETIMES, ROOM, home, session_at};
    use super::*;
    use crate::config::KeyRing;
    use crate::cookies::{CookieNames, RequestCookies};
    use crate::session::SessionCookieValue;

    const MINUTE: Duration = Duration::from_secs(60);

    /// A store that is put away and found again, with as much room as it is given.
    struct House {
        folder: TempDir,
        clock: Clock,
        home: Arc<Home>,
    }

    impl House {
        fn new() -> Self {
            let clock = Clock::adjustable();
            Self { folder: tempfile::tempdir().expect("a folder"), home: home(&clock), clock }
        }

        fn store(&self, room: Room) -> MemoryStore {
            let seals = Seals::new(&KeyRing::new(vec![[1; 32]]).expect("a key"));
            MemoryStore::with_snapshot(room, HOUR, self.folder.path().join("sealed"), seals, self.clock.clone())
        }

        async fn sign_in(&self, store: &MemoryStore) -> (SessionCookieValue, Arc<UserSession>) {
            let (cookie, session) = session_at(&self.home, &self.clock);
            store.create(&session).await.expect("kept");
            (cookie, session)
        }

        /// Who signed in one after the other, and the store after a restart that leaves so much room.
        async fn restarted_after(&self, sign_ins: usize, room: Room) -> (Vec<Arc<UserSession>>, MemoryStore) {
            let before = self.store(ROOM);
            let mut sessions = Vec::new();
            for _ in 0..sign_ins {
                self.clock.advance(Duration::from_secs(1));
                sessions.push(self.sign_in(&before).await.1);
            }
            before.close().await.expect("put away");
            (sessions, self.store(room))
        }

        async fn find(&self, store: &MemoryStore, cookie: &SessionCookieValue) -> Option<Arc<UserSession>> {
            let names = CookieNames::new(true, "/.gatehouse");
            let cookies = RequestCookies::parse(format!("{}={}", names.session(), cookie.expose()).into_bytes());
            let presented = cookies.session(&names).expect("is presented");
            let key = self.home.place().session_key(presented.value()).expect("is one of ours");
            let wanted = Wanted { home: &self.home, key, cookies: &presented };
            match store.near(&wanted) {
                Near::Found(session) => Some(session),
                Near::Absent => None,
                Near::Unknown => store.find(&wanted).await.expect("a store at hand"),
            }
        }
    }

    #[tokio::test]
    async fn what_sleeps_after_a_restart_is_bounded_by_count_and_bytes_and_who_was_here_last_stays() {
        let house = House::new();
        let record = session_at(&house.home, &house.clock).1.sealed().1.len();
        let bytes = u64::try_from(10 * record).expect("a small number");
        for (room, at_least, at_most) in [(Room { sessions: 5, ..ROOM }, 5, 5), (Room { bytes, ..ROOM }, 2, 9)] {
            let (sessions, store) = house.restarted_after(20, room).await;

            let asleep: Vec<bool> = sessions.iter().map(|session| store.asleep.has(session.key())).collect();
            let count = store.asleep.len();
            assert!((at_least..=at_most).contains(&count), "{count} in {room:?}");
            assert!(asleep[20 - count..].iter().all(|asleep| *asleep), "{asleep:?}");
        }
    }

    #[tokio::test]
    async fn who_never_came_back_is_forgotten_when_somebody_signs_in_once_a_minute_at_most() {
        let house = House::new();
        let before = house.store(ROOM);
        house.sign_in(&before).await;
        house.clock.advance(MINUTE / 2);
        house.sign_in(&before).await;
        house.clock.advance(LIFETIMES.idle_timeout - MINUTE);
        house.sign_in(&before).await;
        before.close().await.expect("put away");
        let store = house.store(ROOM);
        let (cookie, _) = house.sign_in(&store).await;

        house.clock.advance(MINUTE / 2);
        house.sign_in(&store).await;
        assert_eq!(store.asleep.len(), 3, "one has ended, half a minute after the last look");
        house.clock.advance(MINUTE / 2);
        assert!(house.find(&store, &cookie).await.is_some());
        assert_eq!(store.asleep.len(), 3, "two have ended, and who comes with a session does nothing about it");
        house.sign_in(&store).await;
        assert_eq!(store.asleep.len(), 1);
    }

    #[tokio::test]
    async fn whoever_looks_through_all_sessions_lets_others_have_their_turn() {
        let house = House::new();
        let store = house.store(ROOM);
        for _ in 0..2 * BETWEEN_BREATHS {
            house.sign_in(&store).await;
        }
        let everybody = Whose::Subject("00uada".to_owned());
        let turns = Arc::new(AtomicUsize::new(0));
        let other = tokio::spawn({
            let turns = Arc::clone(&turns);
            async move {
                loop {
                    turns.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                }
            }
        });

        let listed = store.list(&house.home, &everybody).await.expect("a store at hand");

        other.abort();
        assert_eq!(listed.len(), 2 * BETWEEN_BREATHS);
        assert!(turns.load(Ordering::Relaxed) > 0, "everybody else had to wait");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn all_requests_of_a_browser_that_is_back_find_its_session() {
        const REQUESTS: usize = 8;
        let house = Arc::new(House::new());
        let before = house.store(ROOM);
        let mut cookies = Vec::new();
        for _ in 0..500 {
            cookies.push(Arc::new(house.sign_in(&before).await.0));
        }
        before.close().await.expect("put away");
        let store = Arc::new(house.store(ROOM));

        for cookie in cookies {
            let together = Arc::new(tokio::sync::Barrier::new(REQUESTS));
            let mut requests = tokio::task::JoinSet::new();
            for _ in 0..REQUESTS {
                let (house, store, cookie) = (Arc::clone(&house), Arc::clone(&store), Arc::clone(&cookie));
                let together = Arc::clone(&together);
                requests.spawn(async move {
                    together.wait().await;
                    house.find(&store, &cookie).await
                });
            }
            let found = requests.join_all().await;
            let first = found[0].as_ref().expect("is there");
            let same = found.iter().flatten().filter(|session| Arc::ptr_eq(session, first));
            assert_eq!(same.count(), REQUESTS);
        }
    }
}
