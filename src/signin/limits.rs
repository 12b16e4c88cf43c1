//! How many sign-ins may begin: a bucket per client address and a ceiling per site.
//!
//! `interact` costs the authorization server a call out of a shared budget, so strangers get a small share of it each and
//! together never all of it: the last part of a site's ceiling is kept for devices that have signed in here before.
//! Nobody can use up another person's bucket, since buckets are kept by address only.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use moka::policy::EvictionPolicy;
use moka::sync::Cache;

use crate::clock::Timestamp;

/// Beginnings one address may make at once, and how fast they come back: twenty, then one every six seconds.
const ADDRESS: Rate = Rate { burst: 20.0, per_second: 1.0 / 6.0 };

/// Beginnings of a whole site: three hundred at once, then five a second.
const SITE: Rate = Rate { burst: 300.0, per_second: 5.0 };

/// The part of a site's ceiling that only known devices may use.
const RESERVED_FOR_KNOWN_DEVICES: f64 = 100.0;

/// Known devices that are remembered, and for how long.
const KNOWN_DEVICES: u64 = 200_000;
const KNOWN_DEVICE_MEMORY: Duration = Duration::from_secs(30 * 24 * 3600);

/// The budget for calls of `interact`, for one site.
pub(crate) struct BeginLimits {
    addresses: Cache<IpAddr, Arc<Mutex<Bucket>>>,
    devices: Cache<[u8; 32], Arc<Mutex<Bucket>>>,
    site: Mutex<Bucket>,
    known_devices: Cache<[u8; 32], ()>,
}

/// The budget is used up; the person may try again after so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManyBeginnings {
    /// Until one more beginning is allowed: whole seconds, at least one.
    pub(crate) retry_after: Duration,
}

impl BeginLimits {
    pub(crate) fn new() -> Self {
        Self {
            addresses: buckets(),
            devices: buckets(),
            site: Mutex::new(Bucket::full(SITE)),
            known_devices: Cache::builder().max_capacity(KNOWN_DEVICES).time_to_idle(KNOWN_DEVICE_MEMORY).build(),
        }
    }

    /// Takes one beginning out of the budgets of the site and of the address; a known device has a budget of its own
    /// instead, so that a stranger at the same address (an office behind one, say) uses up nothing of it.
    pub(crate) fn take(&self, client: IpAddr, anchor: &[u8; 32], now: Timestamp) -> Result<(), TooManyBeginnings> {
        let full = || Arc::new(Mutex::new(Bucket::full(ADDRESS)));
        let (bucket, floor) = if self.known_devices.contains_key(anchor) {
            (self.devices.get_with(*anchor, full), 0.0)
        } else {
            (self.addresses.get_with(network_of(client), full), RESERVED_FOR_KNOWN_DEVICES)
        };
        bucket.lock().unwrap_or_else(PoisonError::into_inner).take(ADDRESS, 0.0, now)?;
        self.site.lock().unwrap_or_else(PoisonError::into_inner).take(SITE, floor, now)
    }

    /// Remembers a device that has signed in.
    pub(crate) fn remember(&self, anchor: [u8; 32]) {
        self.known_devices.insert(anchor, ());
    }
}

/// Buckets that are forgotten when nobody has used them for ten minutes, by when they are full again anyhow. Where there are too
/// many, the oldest goes: a newcomer must not be turned away from the cache and find a full bucket each time.
fn buckets<K: std::hash::Hash + Eq + Send + Sync + 'static>() -> Cache<K, Arc<Mutex<Bucket>>> {
    Cache::builder()
        .max_capacity(100_000)
        .time_to_idle(Duration::from_secs(600))
        .eviction_policy(EvictionPolicy::lru())
        .build()
}

#[derive(Clone, Copy)]
struct Rate {
    burst: f64,
    per_second: f64,
}

struct Bucket {
    tokens: f64,
    filled_at: Option<Timestamp>,
}

impl Bucket {
    const fn full(rate: Rate) -> Self {
        Self { tokens: rate.burst, filled_at: None }
    }

    fn take(&mut self, rate: Rate, floor: f64, now: Timestamp) -> Result<(), TooManyBeginnings> {
        let elapsed = self.filled_at.map_or(Duration::ZERO, |then| now.since(then));
        self.filled_at = Some(now);
        self.tokens = (self.tokens + elapsed.as_secs_f64() * rate.per_second).min(rate.burst);
        let missing = floor + 1.0 - self.tokens;
        if missing > 0.0 {
            let retry_after = Duration::from_secs_f64((missing / rate.per_second).ceil().max(1.0));
            return Err(TooManyBeginnings { retry_after });
        }
        self.tokens -= 1.0;
        Ok(())
    }
}

/// An IPv6 customer holds a whole /64, so addresses of one count as one.
fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_unix(1_000_000);

    fn address(last: u8) -> IpAddr {
        IpAddr::from([203, 0, 113, last])
    }

    #[test]
    fn one_address_runs_out_without_touching_another() {
        let limits = BeginLimits::new();
        for _ in 0..20 {
            limits.take(address(1), &[0; 32], NOW).expect("within the burst");
        }

        let refused = limits.take(address(1), &[0; 32], NOW);

        assert_eq!(refused, Err(TooManyBeginnings { retry_after: Duration::from_secs(6) }));
        assert!(limits.take(address(2), &[0; 32], NOW).is_ok());
        assert!(limits.take(address(1), &[0; 32], NOW.plus(Duration::from_secs(6))).is_ok());
    }

    #[test]
    fn addresses_of_one_ipv6_network_share_a_bucket() {
        let limits = BeginLimits::new();
        for host in 0..20u16 {
            limits.take(IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, host]), &[0; 32], NOW).expect("within the burst");
        }

        assert!(limits.take(IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, 99]), &[0; 32], NOW).is_err());
        assert!(limits.take(IpAddr::from([0x2001, 0xdb8, 0, 2, 0, 0, 0, 99]), &[0; 32], NOW).is_ok());
    }

    #[test]
    fn a_stranger_at_the_same_address_uses_up_nothing_of_a_known_device() {
        let limits = BeginLimits::new();
        limits.remember([7; 32]);
        while limits.take(address(1), &[0; 32], NOW).is_ok() {}

        assert!(limits.take(address(1), &[7; 32], NOW).is_ok());
    }

    #[test]
    fn a_crowd_of_strangers_leaves_room_for_a_device_that_signed_in_before() {
        let limits = BeginLimits::new();
        limits.remember([7; 32]);
        let mut stranger = 0u32;
        while limits.take(IpAddr::from((0x0A00_0000 + stranger).to_be_bytes()), &[0; 32], NOW).is_ok() {
            stranger += 1;
        }

        assert_eq!(stranger, 200);
        assert!(limits.take(address(1), &[7; 32], NOW).is_ok());
    }
}
