//! Sessions over a restart: a file that holds sealed records, which only the browsers they belong to can open.
//!
//! Beside each record stands what is needed to end it without its browser: whose it is, as keyed hashes, and when it
//! ends. The whole file is sealed once more for this ring, so one that was touched or cut is no snapshot.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::super::home::{Home, Names};
use super::super::key::{FinishedMark, SessionKey};
use super::super::record::Record;
use super::super::store::{Listed, Whose};
use super::super::user_session::{UserSession, Version};
use crate::clock::Timestamp;
use crate::config::Room;
use crate::seal::{Context, Seals};

/// How often sleepers whose time is over are looked for at most: that looks at all of them.
const LOOKED_AT_EVERY: Duration = Duration::from_secs(60);
/// What a file is sealed for.
const PURPOSE: &str = "snapshot of sessions";

/// Why a snapshot was not written or not read.
#[derive(Debug, thiserror::Error)]
pub(super) enum SnapshotError {
    #[error("the file could not be used")]
    File(#[from] io::Error),
    #[error(
        "the file is no snapshot of this gateway: it was changed, cut off, or sealed with a key that is no longer in the ring"
    )]
    Foreign,
}

/// A session whose browser has not come back.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Sleeper {
    key: [u8; 32],
    version: u64,
    created_at: Timestamp,
    ends_at: Timestamp,
    /// From then on it has been unused for too long.
    idle_ends_at: Timestamp,
    /// Whose it is, in the words of the index.
    subject: Tag,
    at_server: Option<Tag>,
    /// As base64: JSON has no bytes.
    record: String,
}

type Tag = [u8; 32];

/// What a snapshot holds.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Found {
    pub(super) sessions: Vec<Sleeper>,
    #[serde(with = "marks")]
    pub(super) marks: Vec<(FinishedMark, Timestamp)>,
}

/// The sessions of before the restart.
pub(super) struct Asleep(Option<Mutex<Sleepers>>);

struct Sleepers {
    by_key: HashMap<SessionKey, Sleeper>,
    /// When those whose time was over were dropped.
    looked_at: Timestamp,
}

impl Asleep {
    pub(super) const fn nobody() -> Self {
        Self(None)
    }

    /// Those whose time is not over, as far as there is room: the ones used last stay.
    pub(super) fn of(mut sleepers: Vec<Sleeper>, now: Timestamp, room: Room) -> Self {
        sleepers.retain(|sleeper| sleeper.lasts_beyond(now));
        sleepers.sort_unstable_by_key(|sleeper| std::cmp::Reverse(sleeper.idle_ends_at));
        sleepers.truncate(usize::try_from(room.sessions).unwrap_or(usize::MAX));
        let mut left = room.bytes;
        let fitting = sleepers.into_iter().map_while(|sleeper| {
            left = left.checked_sub(sleeper.weight())?;
            Some((SessionKey::new(sleeper.key), sleeper))
        });
        Self(Some(Mutex::new(Sleepers { by_key: fitting.collect(), looked_at: now })))
    }

    pub(super) fn len(&self) -> usize {
        self.lock().map_or(0, |sleepers| sleepers.by_key.len())
    }

    pub(super) fn has(&self, key: &SessionKey) -> bool {
        self.lock().is_some_and(|sleepers| sleepers.by_key.contains_key(key))
    }

    /// The session of the browser that has come back, once. Nobody finds it missing here before `keep` has it: neither
    /// another request of that browser nor whoever ends all sessions of a person.
    pub(super) fn wake(
        &self,
        names: Names,
        home: &Arc<Home>,
        now: Timestamp,
        keep: impl FnOnce(UserSession) -> Arc<UserSession>,
    ) -> Option<Arc<UserSession>> {
        let mut sleepers = self.lock()?;
        let sleeper = sleepers.by_key.remove(&names.key)?;
        let version = Version::of_number(sleeper.version);
        let record = Record::open(&names, version, &STANDARD.decode(&sleeper.record).ok()?)?;
        Some(keep(UserSession::of_record(names, home, record, version, now)))
    }

    /// Drops those whose time is over, unless that was done a moment ago: most browsers that have not come back never will.
    pub(super) fn drop_ended(&self, now: Timestamp) {
        let Some(mut sleepers) = self.lock() else { return };
        if now.is_within(LOOKED_AT_EVERY, sleepers.looked_at) {
            return;
        }
        sleepers.looked_at = now;
        sleepers.by_key.retain(|_, sleeper| sleeper.lasts_beyond(now));
        let still_used = 2 * sleepers.by_key.len();
        sleepers.by_key.shrink_to(still_used);
    }

    pub(super) fn remove_all(&self, home: &Home, whose: &Whose) -> usize {
        let Some(mut sleepers) = self.lock() else { return 0 };
        let before = sleepers.by_key.len();
        let tags = home.index_tags(whose);
        sleepers.by_key.retain(|_, sleeper| !sleeper.is_of(whose, &tags));
        before - sleepers.by_key.len()
    }

    pub(super) fn list(&self, home: &Home, whose: &Whose) -> Vec<Listed> {
        let Some(sleepers) = self.lock() else { return Vec::new() };
        let tags = home.index_tags(whose);
        let theirs = sleepers.by_key.values().filter(|sleeper| sleeper.is_of(whose, &tags));
        theirs.map(Sleeper::listed).collect()
    }

    fn all(&self) -> Vec<Sleeper> {
        self.lock().map_or_else(Vec::new, |sleepers| sleepers.by_key.values().cloned().collect())
    }

    fn lock(&self) -> Option<MutexGuard<'_, Sleepers>> {
        Some(self.0.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sleeper {
    fn of(session: &UserSession) -> Self {
        let (version, record) = session.sealed();
        let (subject, at_server) = session.whose();
        let first = |whose: &Whose| session.home().index_tags(whose).first().copied().unwrap_or_default();
        Self {
            key: *session.key().as_bytes(),
            version: version.number(),
            created_at: session.created_at(),
            ends_at: session.ends_at(),
            idle_ends_at: session.idle_ends_at(),
            subject: first(&subject),
            at_server: at_server.as_ref().map(first),
            record: STANDARD.encode(record),
        }
    }

    fn lasts_beyond(&self, now: Timestamp) -> bool {
        self.ends_at > now && self.idle_ends_at > now
    }

    /// How many bytes it keeps, roughly.
    fn weight(&self) -> u64 {
        let bytes = size_of::<(SessionKey, Self)>() + self.record.len();
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }

    fn is_of(&self, whose: &Whose, tags: &[Tag]) -> bool {
        match whose {
            Whose::Subject(_) => tags.contains(&self.subject),
            Whose::AtServer(_) => self.at_server.as_ref().is_some_and(|tag| tags.contains(tag)),
        }
    }

    fn listed(&self) -> Listed {
        Listed { key: SessionKey::new(self.key), created_at: self.created_at, ends_at: self.ends_at }
    }
}

/// Writes a snapshot in the place of any other, readable by this user alone; how many sessions are in it.
pub(super) fn leave(
    file: &Path,
    seals: &Seals,
    awake: impl Iterator<Item = Arc<UserSession>>,
    asleep: &Asleep,
    marks: impl Iterator<Item = (FinishedMark, Timestamp)>,
) -> Result<usize, SnapshotError> {
    let mut sessions: Vec<Sleeper> = awake.map(|session| Sleeper::of(&session)).collect();
    sessions.extend(asleep.all());
    let found = Found { sessions, marks: marks.collect() };
    let plain = serde_json::to_vec(&found).map_err(io::Error::other)?;
    let sealed = seals.record_keys(&Context::new(PURPOSE)).seal(PURPOSE.as_bytes(), &plain);
    let beside = file.with_extension("new");
    let mut out = private_file(&beside)?;
    out.write_all(&sealed)?;
    out.sync_all()?;
    fs::rename(&beside, file)?;
    Ok(found.sessions.len())
}

/// Reads the snapshot and deletes it; `None` when there is none.
pub(super) fn take(file: &Path, seals: &Seals) -> Result<Option<Found>, SnapshotError> {
    let mut sealed = Vec::new();
    match File::open(file) {
        Ok(mut open) => open.read_to_end(&mut sealed)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let keys = seals.record_keys(&Context::new(PURPOSE));
    let plain = keys.open(PURPOSE.as_bytes(), &sealed).ok_or(SnapshotError::Foreign)?;
    // What cannot be deleted is not used either: it would bring ended sessions back at the next start.
    fs::remove_file(file)?;
    serde_json::from_slice(&plain).map(Some).map_err(|_| SnapshotError::Foreign)
}

#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).open(path)
}

/// Marks as plain bytes.
mod marks {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::{FinishedMark, Timestamp};

    pub(super) fn serialize<S: Serializer>(
        marks: &[(FinishedMark, Timestamp)],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let plain: Vec<(&[u8; 32], Timestamp)> = marks.iter().map(|(mark, until)| (mark.as_bytes(), *until)).collect();
        plain.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<(FinishedMark, Timestamp)>, D::Error> {
        let plain = Vec::<([u8; 32], Timestamp)>::deserialize(deserializer)?;
        Ok(plain.into_iter().map(|(mark, until)| (FinishedMark::new(mark), until)).collect())
    }
}
