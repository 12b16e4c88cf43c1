//! How often tokens may have the authorization server asked about them.
//!
//! Whoever sends tokens at random decides what is asked here, so unknown ones have a budget by address, by network and by site. The
//! rest of a site's is kept for tokens that were good a moment ago: a flood of strangers locks no working program out.

use std::net::IpAddr;

use crate::buckets::{Bucket, Buckets, Rate, TooMany, customer_of, network_of};
use crate::clock::Timestamp;

/// A build server that begins many jobs at once has a new token for each.
const ADDRESS: Rate = Rate { burst: 60.0, per_second: 1.0 };
const NETWORK: Rate = Rate { burst: 150.0, per_second: 3.0 };
/// A token that is in use is asked about once in a while; most of an org's rate limit is left to people.
const SITE: Rate = Rate { burst: 600.0, per_second: 12.0 };
/// What unknown tokens leave of the site's.
const RESERVE: f64 = 200.0;

/// The budget of one site.
#[derive(Debug)]
pub(super) struct Introspections {
    addresses: Buckets<IpAddr>,
    networks: Buckets<IpAddr>,
    site: Bucket,
}

impl Introspections {
    pub(super) fn new() -> Self {
        Self { addresses: Buckets::full(), networks: Buckets::full(), site: Bucket::full(SITE) }
    }

    /// Takes one for a token that nothing is known about.
    pub(super) fn of_unknown(&self, client: IpAddr, now: Timestamp) -> Result<(), TooMany> {
        self.addresses.take(customer_of(client), ADDRESS, now)?;
        self.networks.take(network_of(client), NETWORK, now)?;
        self.site.take(SITE, RESERVE, now)
    }

    /// Takes one for a token that was good when it was asked about before.
    pub(super) fn of_known(&self, now: Timestamp) -> Result<(), TooMany> {
        self.site.take(SITE, 0.0, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_unix(1_000_000);

    fn address(index: u32) -> IpAddr {
        IpAddr::from(index.to_be_bytes())
    }

    #[test]
    fn an_address_that_sends_tokens_at_random_runs_out_and_nobody_else_does() {
        let budget = Introspections::new();
        let asked = (0..10_000).take_while(|_| budget.of_unknown(address(1), NOW).is_ok()).count();

        assert_eq!(asked, 60);
        assert!(budget.of_unknown(address(0x0100_0000), NOW).is_ok());
    }

    #[test]
    fn decision_23_a_crowd_with_tokens_at_random_leaves_room_for_those_that_were_good() {
        let budget = Introspections::new();
        let asked = (0..10_000).filter(|index| budget.of_unknown(address(index << 8), NOW).is_ok()).count();

        assert_eq!(asked, 400);
        assert_eq!((0..10_000).take_while(|_| budget.of_known(NOW).is_ok()).count(), 200);
    }
}
