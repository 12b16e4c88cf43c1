//! A hundred thousand first visits.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::{Gate, MEBIBYTE};
use crate::support::browser::Browser;
use crate::support::house::CUSTOM;
use crate::support::people::person;
use crate::support::raw::{Answer, Connection};

const VISITS: usize = 100_000;
/// Until buffers, pools and caches of what is the same for all have their size.
const WARM_UP: usize = 5_000;
const CONNECTIONS: usize = 32;
/// What the rest of them may add: two budgets remember who came, by address and by network, for ten minutes.
const BOUND: u64 = 64 * MEBIBYTE;

/// What the gateway said to all of them.
#[derive(Debug, Default)]
struct Tally {
    visits: AtomicUsize,
    to_sign_in: AtomicUsize,
    given_an_anchor: AtomicUsize,
    begun: AtomicUsize,
    told_to_wait: AtomicUsize,
    other: AtomicUsize,
}

/// Visits until there were `until` of them in all, over connections that are kept.
async fn visit(gate: &Arc<Gate>, tally: &Arc<Tally>, until: usize) {
    let mut visitors = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (gate, tally) = (Arc::clone(gate), Arc::clone(tally));
        visitors.spawn(async move {
            let mut connection = Connection::open(gate.address).await;
            loop {
                let number = tally.visits.fetch_add(1, Ordering::Relaxed);
                if number >= until {
                    tally.visits.fetch_sub(1, Ordering::Relaxed);
                    return;
                }
                Stranger::of(number).visits(&gate, &mut connection, &tally).await;
            }
        });
    }
    visitors.join_all().await;
}

/// Somebody who was never here.
struct Stranger {
    address: String,
    cookies: String,
    /// Whether to go on to the page of the sign-in; the others leave when they see where they are sent.
    goes_on: bool,
}

impl Stranger {
    /// Every eighth comes from one address, the others from addresses and networks of their own; they bring nothing, or an anchor,
    /// or cookies that look like the gateway's and are nobody's.
    fn of(number: usize) -> Self {
        let [_, a, b, c] = u32::try_from(number).expect("few").to_be_bytes();
        let (high, low) = (number >> 16, number & 0xffff);
        let address = match number % 8 {
            0 => "198.51.100.7".to_owned(),
            1..4 => format!("2001:{low:x}:{high:x}::1"),
            _ => format!("10.{b}.{c}.{a}"),
        };
        let token = gatehouse::random::token;
        let cookies = match number % 5 {
            0 | 1 => format!("gatehouse-device={}", token()),
            2 => format!("gatehouse={}; gatehouse-device={}", token(), token()),
            3 => format!("gatehouse-tx-AAAAAAAAAAAA={}; gatehouse={}", token().repeat(20), token()),
            _ => String::new(),
        };
        Self { address, cookies, goes_on: number.is_multiple_of(2) }
    }

    async fn visits(&self, gate: &Gate, connection: &mut Connection, tally: &Tally) {
        let first = self.asks(gate, connection, "/echo").await;
        if first.status != 303 {
            tally.other.fetch_add(1, Ordering::Relaxed);
            return;
        }
        tally.to_sign_in.fetch_add(1, Ordering::Relaxed);
        if !self.goes_on {
            return;
        }
        let target = first.header("location").expect("a way to sign in").to_owned();
        let second = self.asks(gate, connection, &target).await;
        let counter = match second.status {
            303 if self.cookies.contains("gatehouse-device") => &tally.begun,
            303 => &tally.given_an_anchor,
            429 => &tally.told_to_wait,
            _ => &tally.other,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    async fn asks(&self, gate: &Gate, connection: &mut Connection, target: &str) -> Answer {
        let cookies = if self.cookies.is_empty() { String::new() } else { format!("Cookie: {}\r\n", self.cookies) };
        let request = format!(
            "GET {target} HTTP/1.1\r\nHost: localhost:{}\r\nX-Forwarded-For: {}\r\nAccept: text/html\r\n\
             Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n{cookies}\r\n",
            gate.address.port(),
            self.address
        );
        connection.send(request).await;
        connection.answer().await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_strangers_take_little_and_keep_nobody_out() {
    let began = Instant::now();
    let gate = Arc::new(Gate::open(|yaml| yaml).await);
    let mut ada = Browser::new();
    person("ada").reaches(&mut ada, &*gate, &gate.url("/echo")).await;
    let tally = Arc::new(Tally::default());
    visit(&gate, &tally, WARM_UP).await;
    let before = gate.resident();

    let flood = tokio::spawn({
        let (gate, tally) = (Arc::clone(&gate), Arc::clone(&tally));
        async move { visit(&gate, &tally, VISITS).await }
    });
    let mut asked = 0;
    while !flood.is_finished() {
        assert_eq!(ada.look(&gate.url("/echo")).await.status, 200, "in the middle of the flood");
        asked += 1;
        if asked == 20 {
            // Nothing but the mark of a browser in which somebody has signed in before.
            let asked = ada.open(&gate.url("/.gatehouse/sign-out")).await;
            ada.submit(&asked, &asked.form("Sign out"), &[]).await;
            person("ada").reaches(&mut ada, &*gate, &gate.url("/echo")).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    flood.await.expect("no visitor failed");
    let (after, seconds) = (gate.resident(), began.elapsed().as_secs());

    let count = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
    assert_eq!((count(&tally.visits), count(&tally.other)), (VISITS, 0), "{tally:?}");
    assert_eq!(count(&tally.to_sign_in), VISITS);
    assert_eq!(count(&tally.begun) + count(&tally.told_to_wait), VISITS * 3 / 10, "those who brought an anchor");
    assert_eq!(count(&tally.given_an_anchor), VISITS / 5);
    // Two sign-ins of Ada's; 300 at once for a site, of which strangers have 200, and five a second, of which one may have begun
    // before and one may end after.
    let interactions = gate.demo.org().calls(&format!("{CUSTOM}/interact"));
    assert!(interactions <= 2 + 200 + 5 * (usize::try_from(seconds).expect("few") + 2), "{interactions} calls");
    assert_eq!(interactions, 2 + count(&tally.begun));
    assert!(asked > 20, "Ada has signed in again");
    assert!(after < before + BOUND, "{before} bytes after {WARM_UP} visits, {after} after all of them");
}
