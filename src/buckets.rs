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
        let elapsed = level.filled_at.map_or(Duration::ZERO, |then| now.since(then));
        level.filled_at = Some(now);
        level.tokens = (level.tokens + elapsed.as_secs_f64() * rate.per_second).min(rate.burst);
        let missing = floor + 1.0 - level.tokens;
        if missing > 0.0 {
            let retry_after = Duration::from_secs_f64((missing / rate.per_second).ceil().max(1.0));
            return Err(TooMany { retry_after });
        }
        level.tokens -= 1.0;
        Ok(())
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
