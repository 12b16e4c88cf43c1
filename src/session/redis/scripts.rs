//! The commands of the store. What must happen at once or not at all is a script: the server runs it alone.

use std::sync::LazyLock;
use std::time::Duration;

use redis::aio::ConnectionLike;
use redis::{Cmd, Pipeline, RedisResult, Script, Value};

use super::super::key::{FinishedMark, SessionKey};
use super::super::store::Lease;
use super::super::user_session::Version;
use super::keys::Keys;
use crate::clock::Timestamp;

/// A command with everything it needs; it may be sent again.
#[derive(Clone)]
pub(super) struct Call(Kind);

#[derive(Clone)]
enum Kind {
    Script { script: &'static Script, keys: Vec<String>, arguments: Vec<Vec<u8>> },
    Command(Box<Cmd>),
    Transaction(Box<Pipeline>),
}

impl Call {
    /// Sends it and waits for the answer.
    pub(super) async fn send<C: ConnectionLike + Send>(&self, connection: &mut C) -> RedisResult<Value> {
        match &self.0 {
            Kind::Command(command) => command.query_async(connection).await,
            Kind::Transaction(commands) => commands.query_async(connection).await,
            Kind::Script { script, keys, arguments } => {
                let mut invocation = script.prepare_invoke();
                for key in keys {
                    invocation.key(key);
                }
                for argument in arguments {
                    invocation.arg(argument);
                }
                invocation.invoke_async(connection).await
            }
        }
    }
}

macro_rules! script {
    ($name:ident, $text:literal) => {
        static $name: LazyLock<Script> = LazyLock::new(|| Script::new($text));
    };
}

// Version, record, and the milliseconds that are left of the idle time (negative when it is over).
script!(READ, "local r = redis.call('HMGET', KEYS[1], 'v', 'd') return {r[1], r[2], redis.call('PTTL', KEYS[2])}");

// Only a session that is there is used, or asked about: this must not leave anything behind for one that has ended.
script!(
    NOTE_USE,
    "if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
     redis.call('SET', KEYS[2], 1, 'PX', ARGV[1])
     return 1"
);

script!(
    NOTE_ACTIVE,
    "if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
     redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
     return 1"
);

// -1: no such session; 0: somebody else's turn; else the number of the turn, with version and record when they are newer than what
// the caller has.
script!(
    TAKE_TURN,
    "local v = redis.call('HGET', KEYS[1], 'v')
     if not v then return {-1} end
     if redis.call('EXISTS', KEYS[2]) == 1 then return {0} end
     local fence = redis.call('INCR', KEYS[3])
     redis.call('PEXPIRE', KEYS[3], ARGV[3])
     redis.call('SET', KEYS[2], fence, 'PX', ARGV[2])
     if v == ARGV[1] then return {fence} end
     return {fence, v, redis.call('HGET', KEYS[1], 'd')}"
);

script!(
    HOLD_TURN,
    "if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
     return redis.call('PEXPIRE', KEYS[1], ARGV[2])"
);

script!(
    YIELD_TURN,
    "if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
     return redis.call('DEL', KEYS[1])"
);

// -1: no such session; 0: somebody else was first, or has the turn by now; 1: written. Written already by this very turn counts
// as written: the first answer may have been lost.
script!(
    RENEW,
    "local v = redis.call('HGET', KEYS[1], 'v')
     if not v then return -1 end
     if v == ARGV[2] and redis.call('HGET', KEYS[1], 'd') == ARGV[3] then return 1 end
     if v ~= ARGV[1] then return 0 end
     local fence = redis.call('GET', KEYS[3])
     if fence and fence ~= ARGV[4] then return 0 end
     redis.call('HSET', KEYS[1], 'v', ARGV[2], 'd', ARGV[3])
     if redis.call('GET', KEYS[2]) == ARGV[4] then redis.call('DEL', KEYS[2]) end
     return 1"
);

// What it was, as READ gives it.
script!(
    REMOVE,
    "local r = redis.call('HMGET', KEYS[1], 'v', 'd')
     redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
     if r[1] and ARGV[1] then redis.call('SET', KEYS[6], 1, 'PX', ARGV[1]) end
     return {r[1], r[2], 0}"
);

script!(
    ADD_TO_INDEX,
    "redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
     redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
     if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[4]) then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
     return 1"
);

// How long the session lives at most, in milliseconds; not positive when it has ended or nobody used it for its idle time.
script!(
    LIFE,
    "if redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
     return redis.call('PTTL', KEYS[1])"
);

script!(
    SET_MARK,
    "if not redis.call('SET', KEYS[1], 1, 'NX', 'PX', ARGV[1]) then return 0 end
     if ARGV[2] then redis.call('SET', KEYS[2], '', 'PX', ARGV[2]) end
     return 1"
);

pub(super) fn read(keys: &Keys, key: &SessionKey) -> Call {
    call(&READ, vec![keys.record(key), keys.in_use(key)], vec![])
}

/// What is made is compared with nothing, so a transaction will do: unlike a script's, its changes are not reported to whoever
/// made them (see `tracking`).
pub(super) fn create(
    keys: &Keys,
    key: &SessionKey,
    version: Version,
    sealed: &[u8],
    life: Duration,
    idle: Duration,
) -> Call {
    let (record, in_use) = (keys.record(key), keys.in_use(key));
    let mut transaction = redis::pipe();
    transaction.atomic();
    transaction.cmd("HSET").arg(&record).arg("v").arg(number(version.number())).arg("d").arg(sealed);
    transaction.cmd("PEXPIRE").arg(&record).arg(millis(life));
    transaction.cmd("SET").arg(&in_use).arg(1).arg("PX").arg(millis(idle));
    Call(Kind::Transaction(Box::new(transaction)))
}

pub(super) fn note_use(keys: &Keys, key: &SessionKey, idle: Duration) -> Call {
    call(&NOTE_USE, vec![keys.record(key), keys.in_use(key)], vec![millis(idle)])
}

pub(super) fn note_active(keys: &Keys, key: &SessionKey, sealed: &[u8], every: Duration) -> Call {
    call(&NOTE_ACTIVE, vec![keys.record(key), keys.active(key)], vec![sealed.to_vec(), millis(every)])
}

pub(super) fn noted_active(keys: &Keys, key: &SessionKey) -> Call {
    command(redis::cmd("GET").arg(keys.active(key)))
}

pub(super) fn take_turn(keys: &Keys, key: &SessionKey, version: Version, lease: Duration, life: Duration) -> Call {
    let arguments = vec![number(version.number()), millis(lease), millis(life)];
    call(&TAKE_TURN, vec![keys.record(key), keys.lease(key), keys.fence(key)], arguments)
}

pub(super) fn hold_turn(keys: &Keys, key: &SessionKey, lease: Lease, length: Duration) -> Call {
    call(&HOLD_TURN, vec![keys.lease(key)], vec![number(lease.fence), millis(length)])
}

pub(super) fn yield_turn(keys: &Keys, key: &SessionKey, lease: Lease) -> Call {
    call(&YIELD_TURN, vec![keys.lease(key)], vec![number(lease.fence)])
}

pub(super) fn renew(
    keys: &Keys,
    key: &SessionKey,
    lease: Lease,
    expected: Version,
    next: Version,
    sealed: &[u8],
) -> Call {
    let arguments = vec![number(expected.number()), number(next.number()), sealed.to_vec(), number(lease.fence)];
    call(&RENEW, vec![keys.record(key), keys.lease(key), keys.fence(key)], arguments)
}

pub(super) fn remove(keys: &Keys, key: &SessionKey) -> Call {
    call(&REMOVE, all_of(keys, key), vec![])
}

/// As [`remove`], by somebody who cannot read the record: for `wait`, whoever holds its tokens may revoke them.
pub(super) fn remove_unrevoked(keys: &Keys, key: &SessionKey, wait: Duration) -> Call {
    call(&REMOVE, all_of(keys, key), vec![millis(wait)])
}

/// 1 for the first who asks to revoke the tokens of a session that was ended from outside.
pub(super) fn take_over_revocation(keys: &Keys, key: &SessionKey) -> Call {
    command(redis::cmd("DEL").arg(keys.unrevoked(key)))
}

pub(super) fn add_to_index(keys: &Keys, tag: &[u8; 32], entry: &[u8], ends_at: Timestamp, now: Timestamp) -> Call {
    let arguments = vec![entry.to_vec(), number(ends_at.as_unix()), number(now.as_unix()), millis(ends_at.since(now))];
    call(&ADD_TO_INDEX, vec![keys.index(tag)], arguments)
}

pub(super) fn take_from_index(keys: &Keys, tag: &[u8; 32], entry: &[u8]) -> Call {
    command(redis::cmd("ZREM").arg(keys.index(tag)).arg(entry))
}

pub(super) fn entries(keys: &Keys, tag: &[u8; 32]) -> Call {
    command(redis::cmd("ZRANGE").arg(keys.index(tag)).arg(0).arg(-1))
}

pub(super) fn life(keys: &Keys, key: &SessionKey) -> Call {
    call(&LIFE, vec![keys.record(key), keys.in_use(key)], vec![])
}

/// 1 for the first; with `awaited`, whoever comes second is told for so long to wait for what it hands over.
pub(super) fn set_mark(keys: &Keys, mark: FinishedMark, life: Duration, awaited: Option<Duration>) -> Call {
    let arguments = std::iter::once(life).chain(awaited).map(millis).collect();
    call(&SET_MARK, vec![keys.mark(mark), keys.handover(mark)], arguments)
}

pub(super) fn has_mark(keys: &Keys, mark: FinishedMark) -> Call {
    command(redis::cmd("EXISTS").arg(keys.mark(mark)))
}

pub(super) fn hand_over(keys: &Keys, mark: FinishedMark, sealed: &[u8], life: Duration) -> Call {
    command(redis::cmd("SET").arg(keys.handover(mark)).arg(sealed).arg("PX").arg(millis(life)))
}

pub(super) fn hand_nothing_over(keys: &Keys, mark: FinishedMark) -> Call {
    command(redis::cmd("DEL").arg(keys.handover(mark)))
}

pub(super) fn handed_over(keys: &Keys, mark: FinishedMark) -> Call {
    command(redis::cmd("GET").arg(keys.handover(mark)))
}

fn all_of(keys: &Keys, key: &SessionKey) -> Vec<String> {
    vec![keys.record(key), keys.in_use(key), keys.lease(key), keys.fence(key), keys.active(key), keys.unrevoked(key)]
}

fn call(script: &'static LazyLock<Script>, keys: Vec<String>, arguments: Vec<Vec<u8>>) -> Call {
    Call(Kind::Script { script, keys, arguments })
}

fn command(command: &Cmd) -> Call {
    Call(Kind::Command(Box::new(command.clone())))
}

fn number(number: u64) -> Vec<u8> {
    number.to_string().into_bytes()
}

/// Redis takes no expiry of nothing.
fn millis(duration: Duration) -> Vec<u8> {
    duration.as_millis().max(1).to_string().into_bytes()
}
