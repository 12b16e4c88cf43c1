//! Two replicas and one authorization server: whose turn it is while a call lasts, and what becomes of whoever lost it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use super::super::testing::redis::{RedisServer, settings, until_connected};
use super::super::testing::{HOUR, Mood, TokenServer, home_with, tokens};
use super::super::{Freshness, SessionCookieValue, Sessions};
use super::*;
use crate::cookies::SessionCookies;
use crate::person::PersonContext;

/// Shorter than that of a gateway, and still much longer than a busy machine keeps anything waiting.
const LEASE: Duration = Duration::from_secs(3);

/// A session at two replicas, whose access token has just run out.
struct House {
    _server: RedisServer,
    tokens: TokenServer,
    home: Arc<Home>,
    cookie: SessionCookieValue,
    here: Replica,
    there: Replica,
}

struct Replica {
    store: Arc<Shared>,
    sessions: Arc<Sessions>,
    session: Arc<UserSession>,
}

impl House {
    async fn new() -> Option<Self> {
        let (server, clock) = (RedisServer::start().await?, Clock::adjustable());
        let tokens_server = TokenServer::start(clock.clone()).await;
        let home = home_with(tokens_server.client.clone(), &[1]);
        let ((here, here_sessions), (there, there_sessions)) =
            (replica(&server, &clock).await, replica(&server, &clock).await);
        let signed_in = here_sessions.create(&home, tokens(clock.now().plus(HOUR)), &PersonContext::nobody()).await;
        let (cookie, session) = signed_in.expect("a server at hand");
        let held = find(&there_sessions, &home, &cookie).await.expect("lives");
        clock.advance(HOUR);
        Some(Self {
            _server: server,
            tokens: tokens_server,
            home,
            cookie,
            here: Replica { store: here, sessions: here_sessions, session },
            there: Replica { store: there, sessions: there_sessions, session: held },
        })
    }

    async fn until_refreshes(&self, count: usize) {
        for _ in 0..500 {
            if self.tokens.refreshes() == count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{count} refreshes never came");
    }

    /// A refresh here that lost its turn and will be refused when the gate opens; the next one at the server is granted.
    async fn refusal_that_takes_its_time(&self) -> (Arc<Semaphore>, JoinHandle<Freshness>) {
        let gate = Arc::new(Semaphore::new(0));
        self.tokens.feels(Mood::SlowlyRefusing(Arc::clone(&gate), "invalid_grant"));
        let slow = self.here.freshen();
        self.until_refreshes(1).await;
        let store = RedisStore(Arc::clone(&self.here.store));
        store.yield_turn(&self.here.session, Lease { fence: 1 }).await.expect("asked");
        self.tokens.feels(Mood::Friendly);
        (gate, slow)
    }

    async fn sign_out(&self) {
        let cookies = SessionCookies::alone(self.cookie.expose());
        let ended = self.there.sessions.end(&self.home, &cookies, &PersonContext::nobody()).await;
        assert!(ended.expect("asked").is_some(), "it had ended before");
    }
}

impl Replica {
    /// Begins what a request does that comes with a dead token.
    fn freshen(&self) -> JoinHandle<Freshness> {
        let (sessions, session) = (Arc::clone(&self.sessions), Arc::clone(&self.session));
        tokio::spawn(async move { sessions.freshen(&session, PersonContext::nobody).await })
    }

    async fn until_access_token(&self, token: &str) {
        for _ in 0..500 {
            if self.access_token() == token {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{token} never came");
    }

    fn access_token(&self) -> String {
        self.session.tokens().access_token.expose().to_owned()
    }
}

async fn replica(server: &RedisServer, clock: &Clock) -> (Arc<Shared>, Arc<Sessions>) {
    let store = RedisStore::connect_leasing(&settings(server), HOUR, LEASE, clock.clone());
    until_connected(&store).await;
    (Arc::clone(&store.0), Sessions::kept_in(Box::new(store), clock.clone()))
}

async fn find(sessions: &Sessions, home: &Arc<Home>, cookie: &SessionCookieValue) -> Option<Arc<UserSession>> {
    sessions.find(home, &SessionCookies::alone(cookie.expose()), None).await.expect("a server at hand")
}

#[tokio::test]
async fn a_refusal_ends_nothing_where_another_replica_was_faster() {
    let Some(house) = House::new().await else { return };
    let House { here, there, .. } = &house;
    let (gate, slow) = house.refusal_that_takes_its_time().await;
    // It does not hear of the change by itself.
    here.store.at_hand.remove(here.session.key());

    let fast = there.freshen().await.expect("no panic");
    let known_meanwhile = here.access_token();
    gate.add_permits(1);
    let slow = slow.await.expect("no panic");

    assert_eq!((fast, slow), (Freshness::Fresh, Freshness::Fresh));
    assert_eq!((known_meanwhile.as_str(), here.access_token().as_str()), ("access-0", "access-2"));
    assert!(!here.session.has_ended() && !there.session.has_ended());
    house.sign_out().await;
    assert_eq!(house.tokens.revoked(2).await, ["refresh-2", "access-2"], "revoked by the sign-out and not before");
}

#[tokio::test]
async fn a_refusal_ends_nothing_where_the_change_was_heard_of_before_it() {
    let Some(house) = House::new().await else { return };
    let House { here, there, .. } = &house;
    let (gate, slow) = house.refusal_that_takes_its_time().await;

    assert_eq!(there.freshen().await.expect("no panic"), Freshness::Fresh);
    here.until_access_token("access-2").await;
    gate.add_permits(1);

    assert_eq!(slow.await.expect("no panic"), Freshness::Fresh);
    assert!(!here.session.has_ended() && !there.session.has_ended());
    house.sign_out().await;
    assert_eq!(house.tokens.revoked(2).await, ["refresh-2", "access-2"], "revoked by the sign-out and not before");
}

#[tokio::test]
async fn the_turn_is_kept_for_as_long_as_the_call_lasts() {
    let Some(house) = House::new().await else { return };
    let House { here, there, .. } = &house;
    let gate = Arc::new(Semaphore::new(0));
    house.tokens.feels(Mood::Slow(Arc::clone(&gate)));
    let first = here.freshen();
    house.until_refreshes(1).await;
    let second = there.freshen();

    tokio::time::sleep(LEASE + LEASE / 2).await;
    let meanwhile = house.tokens.refreshes();
    gate.add_permits(2);

    assert_eq!(meanwhile, 1, "the other replica took the turn");
    for waiting in [first, second] {
        assert_eq!(waiting.await.expect("no panic"), Freshness::Fresh);
    }
    assert_eq!((here.access_token().as_str(), there.access_token().as_str()), ("access-1", "access-1"));
    assert_eq!(house.tokens.refreshes(), 1);
}
