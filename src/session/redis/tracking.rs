//! What the server says of changes, and what follows from it for the sessions at hand.
//!
//! It leaves out what this connection changed itself (`NOLOOP`), as long as nobody else has changed the same after it: of all who
//! change a name in one round of the server's, the last one counts. A script counts as somebody else. So a session that is made here is
//! at hand at once, and new tokens, which a script compares and sets, are read back, once an hour and behind nobody's back: to count own
//! scripts and take as many reports for ours would swallow the change of another replica that the server reports in one with it
//! (decision 17).

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};

use tokio::sync::mpsc::UnboundedReceiver;

use super::super::key::SessionKey;
use super::Shared;

/// What has changed at the server.
#[derive(Debug)]
pub(super) enum Invalidation {
    /// The records of these names.
    Records(Vec<Vec<u8>>),
    /// Everything: the database was emptied.
    All,
}

/// How many sessions share a counter: a change of one spoils only what is being read of these at that very moment.
const COUNTERS: usize = 1024;

/// Counts the changes of sessions, so that what was read before a change is not believed after it.
pub(super) struct Freshest {
    changes: Box<[AtomicU64]>,
    all: AtomicU64,
}

/// How many changes there had been.
pub(super) struct Moment {
    changes: u64,
    all: u64,
}

impl Freshest {
    pub(super) fn new() -> Self {
        Self { changes: (0..COUNTERS).map(|_| AtomicU64::new(0)).collect(), all: AtomicU64::new(0) }
    }

    pub(super) fn now(&self, key: &SessionKey) -> Moment {
        Moment { changes: self.counter(key).load(Ordering::Acquire), all: self.all.load(Ordering::Acquire) }
    }

    pub(super) fn is_unchanged(&self, key: &SessionKey, since: &Moment) -> bool {
        let now = self.now(key);
        now.changes == since.changes && now.all == since.all
    }

    fn note(&self, key: &SessionKey) {
        self.counter(key).fetch_add(1, Ordering::AcqRel);
    }

    fn counter(&self, key: &SessionKey) -> &AtomicU64 {
        let [first, second, ..] = *key.as_bytes();
        &self.changes[usize::from(u16::from_be_bytes([first, second])) % COUNTERS]
    }
}

/// Follows what the server says for as long as the store is there.
pub(super) async fn follow(shared: Weak<Shared>, mut invalidations: UnboundedReceiver<Invalidation>) {
    while let Some(invalidation) = invalidations.recv().await {
        let Some(shared) = shared.upgrade() else { return };
        match invalidation {
            Invalidation::Records(names) => {
                for key in names.iter().filter_map(|name| shared.keys.session_of_record(name)) {
                    shared.freshest.note(&key);
                    note_changed(&shared, &key);
                }
            }
            Invalidation::All => {
                shared.freshest.all.fetch_add(1, Ordering::AcqRel);
                for session in shared.at_hand.all() {
                    session.noted.store(0, Ordering::Relaxed);
                }
            }
        }
    }
}

/// A session that is at hand is read anew at once: an upgraded connection must end with it, wherever it was ended.
fn note_changed(shared: &Arc<Shared>, key: &SessionKey) {
    let Some(session) = shared.at_hand.find(key) else { return };
    session.noted.store(0, Ordering::Relaxed);
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        // Whoever needs it before reads it as well; an outage is noticed elsewhere.
        let _ = shared.reread(&session).await;
    });
}
