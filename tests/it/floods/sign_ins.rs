//! More sign-ins than a gateway has room for.

use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::{Gate, MEBIBYTE};
use crate::support::browser::Browser;
use crate::support::people::person;

/// The least room that can be configured.
const ROOM: usize = 1_000;
const SIGN_INS: usize = 1_500;
/// The gateway lets strangers begin two hundred sign-ins at once at each site.
const SITES: usize = 8;
const AT_ONCE: usize = 8;
/// What the sign-ins may add for which there is no room: nothing but what allocators keep for themselves.
const BOUND: u64 = 24 * MEBIBYTE;

/// Sites that differ in their hosts, and little room for their sessions.
async fn gate() -> Gate {
    let gate = Gate::open(|yaml| {
        let (head, sites) = yaml.split_once("sites:\n").expect("sites");
        let first = sites.split("  - host: 127.0.0.1").next().expect("a site");
        let sites: String = (0..SITES)
            .map(|number| first.replace("host: localhost", &format!("host: s{number}.localhost")))
            .enumerate()
            .map(|(number, site)| site.replace("//localhost", &format!("//s{number}.localhost")))
            .collect();
        let room = format!("store: memory, max_sessions: {ROOM}, max_megabytes: 16");
        format!("{}sites:\n{sites}", head.replace("store: memory", &room))
    })
    .await;
    for number in 0..SITES {
        let redirect_uri = site_url(&gate, number, "/.gatehouse/callback");
        gate.demo.register_redirect_uri("0oademofieldnotes001", &redirect_uri);
    }
    gate
}

fn site_url(gate: &Gate, site: usize, target: &str) -> String {
    format!("http://s{}.localhost:{}{target}", site % SITES, gate.address.port())
}

/// Signs in, at one site after the other, from addresses of many networks.
async fn sign_in(gate: &Gate, number: usize) -> Browser {
    let mut browser = Browser::at(&format!("10.{}.{}.1", number / 250, number % 250));
    person("ada").reaches(&mut browser, gate, &site_url(gate, number, "/echo")).await;
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn more_sign_ins_than_there_is_room_for_drop_who_was_not_seen_for_longest() {
    let gate = Arc::new(gate().await);
    let mut idle = sign_in(&gate, 0).await;
    let mut active = sign_in(&gate, 0).await;
    let (done, mut signed_in) = mpsc::channel(AT_ONCE);
    let mut people = JoinSet::new();
    for first in 1..=AT_ONCE {
        let (gate, done) = (Arc::clone(&gate), done.clone());
        people.spawn(async move {
            for number in (first..=SIGN_INS).step_by(AT_ONCE) {
                done.send((number, sign_in(&gate, number).await)).await.expect("the test goes on");
            }
        });
    }
    drop(done);

    let (mut full, mut latest, mut count) = (0, None, 0);
    while let Some(one) = signed_in.recv().await {
        count += 1;
        latest = Some(one);
        if count % 25 == 0 {
            assert_eq!(active.look(&site_url(&gate, 0, "/echo")).await.status, 200, "after {count}");
        }
        if count == ROOM {
            full = gate.resident();
        }
    }
    people.join_all().await;
    let after = gate.resident();

    assert_eq!(count, SIGN_INS);
    assert_eq!(active.look(&site_url(&gate, 0, "/echo")).await.status, 200);
    assert_eq!(idle.look(&site_url(&gate, 0, "/echo")).await.status, 303, "not seen for longest");
    let (number, mut latest) = latest.expect("somebody");
    assert_eq!(latest.look(&site_url(&gate, number, "/echo")).await.status, 200);
    assert!(after < full + BOUND, "{full} bytes when the room was full, {after} after as many again");
}
