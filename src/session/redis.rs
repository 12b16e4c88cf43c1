//! Sessions kept in Redis or Valkey: shared by all replicas, and there after a restart of any of them.
//!
//! The server holds the truth, as sealed records. What this process has read it keeps at hand, and the server itself says
//! when something of it has changed (client tracking, in the broadcasting mode, on the connection that also carries the
//! commands). When that connection is lost, nothing at hand is certain any more: it goes on for a bounded time, and is read
//! anew once the server is back.
//!
//! | key | holds |
//! | --- | --- |
//! | `s:{name}` | a hash: version `v` and sealed record `d`; gone when the session's lifetime is over |
//! | `u:{name}` | nothing; gone when nobody used the session for its idle time |
//! | `l:{name}`, `f:{name}` | the lease of whoever refreshes, and the number of the latest one |
//! | `a:{name}` | when the authorization server last called the session's tokens active, sealed; gone when that is too old |
//! | `x:{name}` | for a minute: ended from outside, and its tokens are still to be revoked |
//! | `i:…` | the sessions of a person, or of a session at the authorization server, by a keyed hash |
//! | `m:…` | marks of what happens once |

mod keys;
mod link;
mod scripts;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod topology_tests;
mod tracking;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use redis::Value;
use tracing::warn;

use super::home::Home;
use super::key::{FinishedMark, SessionKey};
use super::marks::Marks;
use super::near::NearSessions;
use super::record::{self, Record};
use super::revocation;
use super::store::{Lease, Listed, Near, RemovedAll, SessionStore, StoreError, StoreFuture, Turn, Wanted, Whose};
use super::user_session::{Refused, UserSession, Version};
use crate::clock::{Clock, Timestamp};
use crate::config;
use crate::oauth::TokenSet;
use crate::person::PersonContext;
use keys::Keys;
use link::Link;
use tracking::Freshest;

/// What is at hand is compared with the server at least this often, whatever the server says or fails to say.
const COMPARED_EVERY: Duration = Duration::from_secs(60);
/// The turn to refresh is lost after this long without a sign of life, and prolonged three times as often.
const LEASE: Duration = Duration::from_secs(10);
/// How long a session that was ended from outside waits for a replica that can revoke its tokens.
const UNREVOKED: Duration = Duration::from_secs(60);
/// How often the server is told of what it could not be told at once.
const RETRY: Duration = Duration::from_millis(500);

/// The store in Redis.
pub struct RedisStore(Arc<Shared>);

struct Shared {
    link: Link,
    keys: Keys,
    at_hand: NearSessions,
    freshest: Freshest,
    /// What was ended here while the server could not be told.
    buried: Marks,
    outage_grace: Duration,
    clock: Clock,
}

impl RedisStore {
    /// A store that connects in the background, and again whenever the connection is lost; `idle` is the longest idle time of
    /// any site.
    ///
    /// # Panics
    /// Outside of a Tokio runtime.
    pub fn connect(settings: &config::Redis, idle: Duration, clock: Clock) -> Self {
        let (link, invalidations) = Link::open(settings, clock.clone());
        let shared = Arc::new(Shared {
            link,
            keys: Keys::new(&settings.key_prefix),
            at_hand: NearSessions::new(settings.room, idle, |_| ()),
            freshest: Freshest::new(),
            buried: Marks::new(clock.clone()),
            outage_grace: settings.outage_grace,
            clock,
        });
        tokio::spawn(tracking::follow(Arc::downgrade(&shared), invalidations));
        Self(shared)
    }
}

impl Shared {
    /// Whether what is at hand may be believed without asking.
    fn is_certain(&self, session: &UserSession) -> bool {
        let Some(generation) = self.link.generation() else { return false };
        let stamp = Stamp::of(session.compared_at.load(Ordering::Relaxed));
        stamp.generation == generation && self.clock.now().since(stamp.at) < COMPARED_EVERY
    }

    /// Notes that the session is as the server has it, unless something has happened to it since `before`.
    fn note_compared(&self, session: &UserSession, before: &tracking::Moment) {
        if let Some(generation) = self.link.generation()
            && self.freshest.is_unchanged(session.key(), before)
        {
            let stamp = Stamp { generation, at: self.clock.now() };
            session.compared_at.store(stamp.bits(), Ordering::Relaxed);
        }
    }

    async fn find(&self, wanted: &Wanted<'_>) -> Result<Option<Arc<UserSession>>, StoreError> {
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
                let session = UserSession::of_record(names, wanted.home, record, found.version, now);
                self.at_hand.keep_first(Arc::new(session))
            }
        };
        session.note_last_use(found.last_use(&session, now));
        self.note_compared(&session, &before);
        Ok(Some(session))
    }

    fn record_of(&self, session: &UserSession, found: &Found) -> Option<Record> {
        Record::open_with(session.record_keys(), session.key(), found.version, &found.sealed)
    }

    async fn read(&self, key: &SessionKey) -> Result<Option<Found>, StoreError> {
        let answer = self.link.run(scripts::read(&self.keys, key)).await?;
        Found::of(answer)
    }

    /// Compares what is at hand with the server; whether the session lives.
    async fn reread(&self, session: &UserSession) -> Result<bool, StoreError> {
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
        session.note_last_use(found.last_use(session, now));
        self.note_compared(session, &before);
        Ok(!session.has_ended())
    }

    /// A session that this process holds and the server does not have any more: somebody ended it. Its tokens are revoked by
    /// whoever did, or, if that could not read them, by the first replica that holds them.
    async fn end_elsewhere(&self, session: &UserSession) {
        self.at_hand.remove(session.key());
        let Some(tokens) = session.end() else { return };
        if let Ok(Value::Int(1)) = self.link.run(scripts::take_over_revocation(&self.keys, session.key())).await {
            revocation::revoke(session.client(), tokens, &PersonContext::nobody());
        }
    }

    async fn create(&self, session: &Arc<UserSession>) -> Result<(), StoreError> {
        let now = self.clock.now();
        let before = self.freshest.now(session.key());
        // First the ways to find it by: a session that nobody could end from outside must not be.
        for tag in self.index_tags(session).into_iter().flatten() {
            let entry = keys::index_entry(session.key(), session.created_at());
            self.link.run(scripts::add_to_index(&self.keys, &tag, &entry, session.ends_at(), now)).await?;
        }
        let (version, sealed) = session.sealed();
        let idle = session.home().lifetimes().idle_timeout;
        let life = session.ends_at().since(now);
        self.link.run(scripts::create(&self.keys, session.key(), version, &sealed, life, idle)).await?;
        self.at_hand.keep(session);
        self.note_compared(session, &before);
        Ok(())
    }

    /// What the session is entered under: the person, and the session at the authorization server if there is one.
    fn index_tags(&self, session: &UserSession) -> [Option<[u8; 32]>; 2] {
        let (subject, at_server) = session.whose();
        let first = |whose: &Whose| session.home().index_tags(whose).into_iter().next();
        [first(&subject), at_server.as_ref().and_then(first)]
    }

    async fn take_turn(&self, session: &UserSession) -> Result<Turn, StoreError> {
        let life = session.ends_at().since(self.clock.now());
        let answer =
            self.link.run(scripts::take_turn(&self.keys, session.key(), session.version(), LEASE, life)).await?;
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

    async fn note_active(
        &self,
        session: &UserSession,
        version: Version,
        at: Timestamp,
        every: Duration,
    ) -> Result<(), StoreError> {
        let sealed = record::seal_active(session.record_keys(), session.key(), version, at);
        self.link.run(scripts::note_active(&self.keys, session.key(), &sealed, every)).await.map(|_| ())
    }

    async fn noted_active(&self, session: &UserSession, version: Version) -> Result<Option<Timestamp>, StoreError> {
        match self.link.run(scripts::noted_active(&self.keys, session.key())).await? {
            Value::BulkString(sealed) => {
                Ok(record::open_active(session.record_keys(), session.key(), version, &sealed))
            }
            _ => Ok(None),
        }
    }

    async fn hold_turn(&self, session: &UserSession, lease: Lease) {
        loop {
            tokio::time::sleep(LEASE / 3).await;
            if let Ok(Value::Int(0)) = self.link.run(scripts::hold_turn(&self.keys, session.key(), lease, LEASE)).await
            {
                return;
            }
        }
    }

    async fn renew(
        &self,
        session: &UserSession,
        lease: Lease,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> Result<Result<(), Refused>, StoreError> {
        let next = expected.next();
        let sealed = session.sealed_with(&tokens, next);
        let before = self.freshest.now(session.key());
        let script = scripts::renew(&self.keys, session.key(), lease, expected, next, &sealed);
        match self.write(&script).await? {
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

    /// Writes what must not be lost: new tokens are worth a few attempts, for a rotated refresh token is in no other place.
    async fn write(&self, script: &scripts::Call) -> Result<Value, StoreError> {
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

    async fn remove(&self, session: &UserSession) -> Result<Option<Arc<TokenSet>>, StoreError> {
        let answer = self.link.run(scripts::remove(&self.keys, session.key())).await?;
        self.at_hand.remove(session.key());
        let held = session.end();
        let Some(found) = Found::of(answer)? else { return Ok(None) };
        self.leave_index(session).await;
        if found.version == session.version() {
            return Ok(Some(held.unwrap_or_else(|| session.tokens())));
        }
        Ok(self.record_of(session, &found).map(|record| Arc::new(record.tokens)).or(held))
    }

    async fn leave_index(&self, session: &UserSession) {
        let entry = keys::index_entry(session.key(), session.created_at());
        for tag in self.index_tags(session).into_iter().flatten() {
            // An entry that stays behind leads to nothing and is gone with the session's lifetime.
            let _ = self.link.run(scripts::take_from_index(&self.keys, &tag, &entry)).await;
        }
    }

    async fn remove_all(&self, home: &Arc<Home>, whose: &Whose) -> Result<RemovedAll, StoreError> {
        let mut removed = RemovedAll::default();
        for tag in home.index_tags(whose) {
            for (key, entry) in self.entries(&tag).await? {
                let held = self.at_hand.find(&key);
                let script = match held {
                    Some(_) => scripts::remove(&self.keys, &key),
                    None => scripts::remove_unrevoked(&self.keys, &key, UNREVOKED),
                };
                let was_there = Found::of(self.link.run(script).await?)?.is_some();
                removed.count += usize::from(was_there);
                if let Some(session) = held {
                    self.at_hand.remove(&key);
                    removed.held.extend(session.end().map(|tokens| (session, tokens)));
                }
                let _ = self.link.run(scripts::take_from_index(&self.keys, &tag, &entry)).await;
            }
        }
        Ok(removed)
    }

    async fn list(&self, home: &Arc<Home>, whose: &Whose) -> Result<Vec<Listed>, StoreError> {
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

    async fn entries(&self, tag: &[u8; 32]) -> Result<Vec<(SessionKey, Vec<u8>)>, StoreError> {
        let entries = array(self.link.run(scripts::entries(&self.keys, tag)).await?)?;
        Ok(entries
            .into_iter()
            .filter_map(|entry| match entry {
                Value::BulkString(entry) => Some((keys::key_of_entry(&entry)?, entry)),
                _ => None,
            })
            .collect())
    }

    fn is_buried(&self, key: &SessionKey) -> bool {
        self.buried.is_set(FinishedMark::new(*key.as_bytes()))
    }

    /// Tells the server what it could not be told, as soon as it can be.
    async fn tell_later(&self, key: SessionKey, until: Timestamp) {
        while self.clock.now() < until {
            if self.link.run(scripts::remove(&self.keys, &key)).await.is_ok() {
                return;
            }
            tokio::time::sleep(RETRY).await;
        }
    }
}

const ATTEMPTS: usize = 6;

impl SessionStore for RedisStore {
    fn near(&self, wanted: &Wanted<'_>) -> Near {
        match self.0.at_hand.find(&wanted.key) {
            Some(session) if self.0.is_certain(&session) => Near::Found(session),
            _ => Near::Unknown,
        }
    }

    fn find<'a>(&'a self, wanted: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        Box::pin(self.0.find(wanted))
    }

    fn create<'a>(&'a self, session: &'a Arc<UserSession>) -> StoreFuture<'a, ()> {
        Box::pin(self.0.create(session))
    }

    fn take_turn<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Turn> {
        Box::pin(self.0.take_turn(session))
    }

    fn hold_turn<'a>(
        &'a self,
        session: &'a UserSession,
        lease: Lease,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>> {
        Box::pin(self.0.hold_turn(session, lease))
    }

    fn yield_turn<'a>(&'a self, session: &'a UserSession, lease: Lease) -> StoreFuture<'a, ()> {
        Box::pin(
            async move { self.0.link.run(scripts::yield_turn(&self.0.keys, session.key(), lease)).await.map(|_| ()) },
        )
    }

    fn renew<'a>(
        &'a self,
        session: &'a UserSession,
        lease: Lease,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>> {
        Box::pin(self.0.renew(session, lease, expected, tokens, now))
    }

    fn reread<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, bool> {
        Box::pin(self.0.reread(session))
    }

    /// The others are told at most ten times in an idle time, and at most once a minute.
    fn note_use(&self, session: &Arc<UserSession>, now: Timestamp) {
        let idle = session.home().lifetimes().idle_timeout;
        let told = session.use_told_at.load(Ordering::Relaxed);
        let is_due = now.as_unix().saturating_sub(told) >= (idle / 10).min(Duration::from_secs(60)).as_secs();
        let first = is_due
            && session.use_told_at.compare_exchange(told, now.as_unix(), Ordering::Relaxed, Ordering::Relaxed).is_ok();
        if first {
            let (shared, session) = (Arc::clone(&self.0), Arc::clone(session));
            tokio::spawn(async move {
                let outcome = shared.link.run(scripts::note_use(&shared.keys, session.key(), idle)).await;
                if outcome.is_err() {
                    // Told again at the next occasion.
                    session.use_told_at.store(told, Ordering::Relaxed);
                }
            });
        }
    }

    fn note_active<'a>(
        &'a self,
        session: &'a UserSession,
        version: Version,
        at: Timestamp,
        every: Duration,
    ) -> StoreFuture<'a, ()> {
        Box::pin(self.0.note_active(session, version, at, every))
    }

    fn noted_active<'a>(&'a self, session: &'a UserSession, version: Version) -> StoreFuture<'a, Option<Timestamp>> {
        Box::pin(self.0.noted_active(session, version))
    }

    fn remove<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Option<Arc<TokenSet>>> {
        Box::pin(self.0.remove(session))
    }

    fn remove_all<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, RemovedAll> {
        Box::pin(self.0.remove_all(home, whose))
    }

    fn list<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, Vec<Listed>> {
        Box::pin(self.0.list(home, whose))
    }

    fn lingering(&self, key: &SessionKey, grace: Option<Duration>) -> Option<Arc<UserSession>> {
        let shared = &self.0;
        let without_contact = shared.clock.now().since(shared.link.last_contact()?);
        let goes_on = without_contact < grace.unwrap_or(shared.outage_grace) && !shared.is_buried(key);
        shared.at_hand.find(key).filter(|_| goes_on)
    }

    fn bury(&self, key: &SessionKey, until: Timestamp) {
        self.0.buried.set_once(FinishedMark::new(*key.as_bytes()), until);
        self.0.at_hand.remove(key);
        let (shared, key) = (Arc::clone(&self.0), *key);
        tokio::spawn(async move { shared.tell_later(key, until).await });
    }

    fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> StoreFuture<'_, bool> {
        Box::pin(async move {
            let life = until.since(self.0.clock.now());
            let answer = self.0.link.run(scripts::set_mark(&self.0.keys, mark, life)).await?;
            Ok(matches!(answer, Value::Okay))
        })
    }

    fn was_finished(&self, mark: FinishedMark) -> StoreFuture<'_, bool> {
        Box::pin(async move {
            let answer = self.0.link.run(scripts::has_mark(&self.0.keys, mark)).await?;
            Ok(matches!(answer, Value::Int(1)))
        })
    }

    fn trouble(&self) -> Option<String> {
        self.0.link.trouble()
    }
}

/// What the server has of a session.
struct Found {
    version: Version,
    sealed: Vec<u8>,
    /// How much of the idle time is left; `None` when it is over.
    idle_left: Option<Duration>,
}

impl Found {
    /// Reads version, record and what is left of the idle time; `None` when there is no such session.
    fn of(answer: Value) -> Result<Option<Self>, StoreError> {
        match array(answer)?.as_slice() {
            [Value::Nil, ..] => Ok(None),
            [Value::BulkString(version), Value::BulkString(sealed), Value::Int(left)] => {
                let left = u64::try_from(*left).ok().map(Duration::from_millis);
                Self::new(version, sealed, left).map(Some).ok_or_else(unexpected)
            }
            _ => Err(unexpected()),
        }
    }

    fn new(version: &[u8], sealed: &[u8], idle_left: Option<Duration>) -> Option<Self> {
        let number = std::str::from_utf8(version).ok()?.parse().ok()?;
        Some(Self { version: Version::of_number(number), sealed: sealed.to_vec(), idle_left })
    }

    /// When the session was used last: the server's own clock says how long ago, so replicas need not agree on the time.
    fn last_use(&self, session: &UserSession, now: Timestamp) -> Timestamp {
        let idle = session.home().lifetimes().idle_timeout;
        let ago = idle.saturating_sub(self.idle_left.unwrap_or_default());
        Timestamp::from_unix(now.as_unix().saturating_sub(ago.as_secs()))
    }
}

/// In which life of the connection a session was compared with the server, and when.
#[derive(Clone, Copy)]
struct Stamp {
    generation: u64,
    at: Timestamp,
}

impl Stamp {
    /// Room for the seconds of some thirty thousand years.
    const BITS: u32 = 40;

    const fn bits(self) -> u64 {
        self.generation << Self::BITS | self.at.as_unix()
    }

    const fn of(bits: u64) -> Self {
        Self { generation: bits >> Self::BITS, at: Timestamp::from_unix(bits & ((1 << Self::BITS) - 1)) }
    }
}

fn array(answer: Value) -> Result<Vec<Value>, StoreError> {
    match answer {
        Value::Array(fields) => Ok(fields),
        _ => Err(unexpected()),
    }
}

fn unexpected() -> StoreError {
    StoreError::new("the server answered something that no command of ours leads to")
}
