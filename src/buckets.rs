//! Buckets that fill again with time: how often somebody may have the authorization server called, by address and in all.
//!
//! Who has which bucket, and how much it holds, is for the rooms to say that spend.

use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use moka::policy::EvictionPolicy;
use moka::sync::Cache;

use crate::clock::Timestamp;

/// A bucket is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// Until one more is allowed: whole seconds, at least one.
    pub retry_after: Duration,
}

/// How much a bucket holds, and how fast it fills.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// What may be taken at once out of a full bucket.
    pub burst: f64,
    /// What comes back in a second.
    pub per_second: f64,
}

/// One bucket, for all who share it.
#[derive(Debug)]
pub struct Bucket(Mutex<Level>);

/// How far behind the last caller's a caller's time may be because it had to wait; more than that is a clock that was set back.
const LATE: Duration = Duration::from_secs(10);

/// How full a bucket is; held for a moment of arithmetic.
#[derive(Debug)]
struct Level {
    tokens: f64,
    filled_at: Option<Timestamp>,
}

impl Bucket {
    /// One that holds all it can.
    pub const fn full(rate: Rate) -> Self {
        Self(Mutex::new(Level { tokens: rate.burst, filled_at: None }))
    }

    /// Takes one, unless no more than `floor` would be left: that much is kept for somebody else.
    ///
    /// # Errors
    /// [`TooMany`] when there is not enough in it.
    pub fn take(&self, rate: Rate, floor: f64, now: Timestamp) -> Result<(), TooMany> {
        let mut level = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        level.fill(rate, now);
        let missing = floor + 1.0 - level.tokens;
        if missing > 0.0 {
            let retry_after = Duration::from_secs_f64((missing / rate.per_second).ceil().max(1.0));
            return Err(TooMany { retry_after });
        }
        level.tokens -= 1.0;
        Ok(())
    }
}

impl Level {
    /// Puts in what has come back by `now`. Who asked for the time first need not be here first: a late caller must not have the
    /// second filled in again that the one before it brought.
    fn fill(&mut self, rate: Rate, now: Timestamp) {
        let then = self.filled_at.unwrap_or(now);
        if now < then && then.since(now) < LATE {
            return;
        }
        self.filled_at = Some(now);
        self.tokens = (self.tokens + now.since(then).as_secs_f64() * rate.per_second).min(rate.burst);
    }
}

/// A bucket each, made full at first use.
///
/// They are forgotten when nobody has used them for ten minutes, by when they are full again anyhow. Where there are too many, the
/// oldest goes: a newcomer must not be turned away from the cache and find a full bucket each time.
pub struct Buckets<K>(Cache<K, Arc<Bucket>>);

impl<K: Hash + Eq + Send + Sync + 'static> Buckets<K> {
    /// Full ones for everybody.
    pub fn full() -> Self {
        let cache = Cache::builder()
            .max_capacity(100_000)
            .time_to_idle(Duration::from_secs(600))
            .eviction_policy(EvictionPolicy::lru())
            .build();
        Self(cache)
    }

    /// Takes one out of that bucket.
    ///
    /// # Errors
    /// [`TooMany`] when it is empty.
    pub fn take(&self, key: K, rate: Rate, now: Timestamp) -> Result<(), TooMany> {
        self.0.get_with(key, || Arc::new(Bucket::full(rate))).take(rate, 0.0, now)
    }
}

impl<K> std::fmt::Debug for Buckets<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Buckets").finish_non_exhaustive()
    }
}

/// An IPv6 customer holds a whole /64, so addresses of one count as one.
pub fn customer_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
    }
}

/// What one party may hold many addresses of: a /48, of which it has every /64, or a /24.
pub fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            IpAddr::from([a, b, c, 0])
        }
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            IpAddr::from([a, b, c, 0, 0, 0, 0, 0])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { burst: 10.0, per_second: 5.0 };
    const NOW: Timestamp = Timestamp::from_unix(1_000_000);

    fn empty() -> Bucket {
        let bucket = Bucket::full(RATE);
        assert_eq!((0..).take_while(|_| bucket.take(RATE, 0.0, NOW).is_ok()).count(), 10);
        bucket
    }

    fn taken(bucket: &Bucket, now: Timestamp) -> usize {
        (0..).take_while(|_| bucket.take(RATE, 0.0, now).is_ok()).count()
    }

    #[test]
    fn callers_that_overtake_each_other_get_no_second_twice() {
        let bucket = empty();
        let next = NOW.plus(Duration::from_secs(1));

        assert_eq!(taken(&bucket, next), 5);
        assert_eq!([NOW, next, NOW, next].map(|now| taken(&bucket, now)), [0; 4]);
    }

    #[test]
    fn a_clock_that_was_set_back_does_not_stop_the_filling() {
        let bucket = empty();
        let an_hour_ago = Timestamp::from_unix(NOW.as_unix() - 3600);

        assert_eq!(taken(&bucket, an_hour_ago), 0);
        assert_eq!(taken(&bucket, an_hour_ago.plus(Duration::from_secs(1))), 5);
    }
}
