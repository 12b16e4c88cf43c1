//! How often strangers may have the org called: buckets per client address and per network, and a ceiling per site.
//!
//! Beginning a sign-in (`interact`) and every call of one that is under way come out of the org's shared rate limits, so each has a
//! budget. Strangers get a small share of it each, a network of them a part, and all together never all of it: the rest of a site's
//! ceiling is kept for devices on which somebody has signed in before. Those have a bucket of their own, so that a stranger at the
//! same address uses up nothing of theirs. Nobody can use up another person's bucket, for no bucket goes by an identifier.

use std::net::IpAddr;

use sha2::{Digest as _, Sha256};

use crate::buckets::{Bucket, Buckets, Rate, TooMany, customer_of, network_of};
use crate::clock::Timestamp;
use crate::person::PersonContext;

/// Beginnings: twenty of an address at once, then one every six seconds; a quarter of the ceiling for a network.
const BEGINNINGS: Rates = Rates {
    address: Rate { burst: 20.0, per_second: 1.0 / 6.0 },
    network: Rate { burst: 75.0, per_second: 1.25 },
    site: Rate { burst: 300.0, per_second: 5.0 },
    reserve: 100.0,
};

/// Calls of sign-ins under way: a page that waits makes one in four seconds, a person a dozen in a sign-in. What a family behind one
/// address needs is a fraction of this.
const CALLS: Rates = Rates {
    address: Rate { burst: 120.0, per_second: 2.0 },
    network: Rate { burst: 300.0, per_second: 6.0 },
    site: Rate { burst: 1_200.0, per_second: 24.0 },
    reserve: 400.0,
};

/// Logout tokens of one address: an authorization server that clears its sessions sends them by the hundred, and each costs a signature.
const LOGOUTS: Rate = Rate { burst: 500.0, per_second: 50.0 };

/// The budgets of one site.
#[derive(Debug)]
pub struct Limits {
    beginnings: Budget,
    calls: Budget,
}

impl Limits {
    pub(super) fn new() -> Self {
        Self { beginnings: Budget::new(BEGINNINGS), calls: Budget::new(CALLS) }
    }

    /// Takes one beginning out of the budgets of this person and of the site.
    ///
    /// # Errors
    /// [`TooMany`] when one of them is used up.
    pub fn begin(&self, person: &PersonContext, now: Timestamp) -> Result<(), TooMany> {
        self.beginnings.take(person, now)
    }

    /// Takes one call of a sign-in that is under way.
    pub(super) fn call(&self, person: &PersonContext, now: Timestamp) -> Result<(), TooMany> {
        self.calls.take(person, now)
    }
}

/// The budget for logout tokens, by address alone: nobody can use up what the authorization server needs.
#[derive(Debug)]
pub struct LogoutLimits {
    addresses: Buckets<IpAddr>,
}

impl LogoutLimits {
    /// Full buckets for everybody.
    pub fn full() -> Self {
        Self { addresses: Buckets::full() }
    }

    /// Takes one token out of the budget of the address.
    ///
    /// # Errors
    /// [`TooMany`] when it is used up.
    pub fn take(&self, client: IpAddr, now: Timestamp) -> Result<(), TooMany> {
        self.addresses.take(customer_of(client), LOGOUTS, now)
    }
}

/// How fast buckets fill, and how much they hold.
struct Rates {
    address: Rate,
    network: Rate,
    site: Rate,
    /// The part of the site's ceiling that only known devices may use.
    reserve: f64,
}

struct Budget {
    rates: Rates,
    addresses: Buckets<IpAddr>,
    networks: Buckets<IpAddr>,
    devices: Buckets<[u8; 32]>,
    site: Bucket,
}

impl Budget {
    fn new(rates: Rates) -> Self {
        let site = Bucket::full(rates.site);
        Self { rates, addresses: Buckets::full(), networks: Buckets::full(), devices: Buckets::full(), site }
    }

    fn take(&self, person: &PersonContext, now: Timestamp) -> Result<(), TooMany> {
        let rates = &self.rates;
        let device = person.device_token.as_ref().filter(|_| person.known_device);
        let floor = match (device, person.client_address) {
            (Some(device), _) => {
                self.devices.take(Sha256::digest(device.expose()).into(), rates.address, now)?;
                0.0
            }
            (None, Some(address)) => {
                self.addresses.take(customer_of(address), rates.address, now)?;
                self.networks.take(network_of(address), rates.network, now)?;
                rates.reserve
            }
            // The gateway calls for itself.
            (None, None) => return Ok(()),
        };
        self.site.take(rates.site, floor, now)
    }
}

impl std::fmt::Debug for Budget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Budget").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crate::person::DeviceToken;

    use super::*;

    const NOW: Timestamp = Timestamp::from_unix(1_000_000);

    fn stranger(address: impl Into<IpAddr>) -> PersonContext {
        PersonContext {
            client_address: Some(address.into()),
            device_token: Some(DeviceToken::new("never seen")),
            ..PersonContext::nobody()
        }
    }

    fn at(last: u8) -> PersonContext {
        stranger([203, 0, 113, last])
    }

    /// Somebody on a device of that name who has signed in there before.
    fn known(device: &str) -> PersonContext {
        PersonContext { device_token: Some(DeviceToken::new(device)), known_device: true, ..at(1) }
    }

    #[test]
    fn one_address_runs_out_without_touching_another() {
        let limits = Limits::new();
        for _ in 0..20 {
            limits.begin(&at(1), NOW).expect("within the burst");
        }

        let refused = limits.begin(&at(1), NOW);

        assert_eq!(refused, Err(TooMany { retry_after: Duration::from_secs(6) }));
        assert!(limits.begin(&at(2), NOW).is_ok());
        assert!(limits.begin(&at(1), NOW.plus(Duration::from_secs(6))).is_ok());
    }

    #[test]
    fn a_flood_of_logout_tokens_uses_up_nothing_of_the_authorization_servers_address() {
        let limits = LogoutLimits::full();
        let sent = (0..10_000).take_while(|_| limits.take([203, 0, 113, 1].into(), NOW).is_ok()).count();

        assert_eq!(sent, 500);
        assert!(limits.take([203, 0, 113, 2].into(), NOW).is_ok());
        assert!(limits.take([203, 0, 113, 1].into(), NOW.plus(Duration::from_secs(1))).is_ok());
    }

    #[test]
    fn addresses_of_one_ipv6_network_share_a_bucket() {
        let limits = Limits::new();
        for host in 0..20u16 {
            limits.begin(&stranger([0x2001, 0xdb8, 0, 1, 0, 0, 0, host]), NOW).expect("within the burst");
        }

        assert!(limits.begin(&stranger([0x2001, 0xdb8, 0, 1, 0, 0, 0, 99]), NOW).is_err());
        assert!(limits.begin(&stranger([0x2001, 0xdb8, 0, 2, 0, 0, 0, 99]), NOW).is_ok());
    }

    #[test]
    fn decision_23_who_holds_a_whole_network_leaves_room_for_strangers_elsewhere() {
        let networks: [fn(u16) -> IpAddr; 2] = [
            |index| IpAddr::from([0x2001, 0xdb8, 7, index, 0, 0, 0, 1]),
            |index| IpAddr::from([198, 51, 100, u8::try_from(index % 256).expect("below 256")]),
        ];
        for network in networks {
            let (limits, mut begun) = (Limits::new(), 0);
            for second in 0..600 {
                for index in 0..30 {
                    let now = NOW.plus(Duration::from_secs(second));
                    begun += u32::from(limits.begin(&stranger(network(index)), now).is_ok());
                }
            }

            assert!(begun < 900, "{begun} of the 3200 of the site in ten minutes");
            let later = NOW.plus(Duration::from_secs(600));
            for elsewhere in 0..20u8 {
                assert!(limits.begin(&stranger([192, 0, 2, elsewhere]), later).is_ok(), "{elsewhere}");
            }
        }
    }

    #[test]
    fn decision_23_a_stranger_at_the_same_address_uses_up_nothing_of_a_known_device() {
        let limits = Limits::new();
        while limits.begin(&at(1), NOW).is_ok() {}
        while limits.call(&at(1), NOW).is_ok() {}

        assert!(limits.begin(&known("here"), NOW).is_ok());
        assert!(limits.call(&known("here"), NOW).is_ok());
    }

    #[test]
    fn decision_23_a_crowd_of_strangers_leaves_room_for_a_device_that_signed_in_before() {
        let limits = Limits::new();
        let crowd = |index: u32| stranger((0x0A00_0000 + (index << 8)).to_be_bytes());
        let begun = (0..).take_while(|index| limits.begin(&crowd(*index), NOW).is_ok()).count();
        let called = (0..).take_while(|index| limits.call(&crowd(*index), NOW).is_ok()).count();

        assert_eq!((begun, called), (200, 800));
        assert!(limits.begin(&known("here"), NOW).is_ok());
        assert!(limits.call(&known("here"), NOW).is_ok());
    }

    #[test]
    fn decision_23_a_family_behind_one_address_waits_and_types_without_being_held_up() {
        let limits = Limits::new();

        // Five pages that wait for a push, and somebody who sends a form every other second, for ten minutes.
        for second in 0..600 {
            let calls = if second % 4 == 0 { 5 } else { 0 } + usize::from(second % 2 == 0);
            for _ in 0..calls {
                assert_eq!(limits.call(&at(1), NOW.plus(Duration::from_secs(second))), Ok(()), "second {second}");
            }
        }
    }

    #[test]
    fn a_known_device_has_a_bucket_too() {
        let limits = Limits::new();
        while limits.call(&known("here"), NOW).is_ok() {}

        assert!(limits.call(&known("elsewhere"), NOW).is_ok());
    }
}
