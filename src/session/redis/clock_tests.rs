//! Two replicas that do not agree on the time, over one server with a time of its own: nobody who is signed in notices.

use std::sync::Arc;
use std::time::Duration;

use super::super::testing::redis::{RedisServer, settings, until_connected};
use super::super::testing::{HOUR, TokenServer, place, tokens};
use super::super::{Freshness, Handover, SessionCookieValue, Sessions};
use super::*;
use crate::config::{KeyRing, Lifetimes};
use crate::cookies::SessionCookies;
use crate::person::PersonContext;
use crate::seal::Seals;

/// How far one clock is ahead of the other.
const APART: Duration = Duration::from_secs(90);
const EVERY: Duration = Duration::from_secs(300);
/// Less than what the clocks are apart, so that nobody gets by with comparing the one with the other.
const SHORT: Duration = Duration::from_secs(60);
/// An idle time that is over before anybody grows tired of the test.
const IDLE: Duration = Duration::from_secs(2);

struct House {
    _server: RedisServer,
    tokens: TokenServer,
    behind: Replica,
    ahead: Replica,
}

struct Replica {
    clock: Clock,
    home: Arc<Home>,
    store: Arc<Shared>,
    sessions: Arc<Sessions>,
}

impl House {
    async fn new(idle_timeout: Duration) -> Option<Self> {
        let server = RedisServer::start().await?;
        let tokens = TokenServer::start(Clock::system()).await;
        let behind = Replica::new(&server, &tokens, idle_timeout).await;
        let ahead = Replica::new(&server, &tokens, idle_timeout).await;
        ahead.clock.advance(APART);
        Some(Self { _server: server, tokens, behind, ahead })
    }

    /// Either of them first: what is promised must hold whichever clock is the wrong one.
    fn both_ways(&self) -> [(&Replica, &Replica); 2] {
        [(&self.behind, &self.ahead), (&self.ahead, &self.behind)]
    }

    fn pass(&self, time: Duration) {
        self.behind.clock.advance(time);
        self.ahead.clock.advance(time);
    }
}

impl Replica {
    async fn new(server: &RedisServer, tokens: &TokenServer, idle_timeout: Duration) -> Self {
        let clock = Clock::adjustable();
        let store = RedisStore::connect(&settings(server), HOUR, clock.clone());
        until_connected(&store).await;
        let ring = KeyRing::new(vec![[1; 32]]).expect("a key");
        let lifetimes = Lifetimes { idle_timeout, lifetime: 12 * HOUR };
        let client = tokens.client_asking(clock.clone(), EVERY);
        let home = Home::new("Notes", place(), client, lifetimes, Seals::new(&ring));
        Self { store: Arc::clone(&store.0), sessions: Sessions::kept_in(Box::new(store), clock.clone()), clock, home }
    }

    async fn sign_in(&self) -> (SessionCookieValue, Arc<UserSession>) {
        let tokens = tokens(self.clock.now().plus(HOUR));
        self.sessions.create(&self.home, tokens, &PersonContext::nobody()).await.expect("a server at hand")
    }

    async fn find(&self, cookie: &SessionCookieValue) -> Option<Arc<UserSession>> {
        let found = self.sessions.find(&self.home, &SessionCookies::alone(cookie.expose()), None).await;
        found.expect("a server at hand")
    }

    async fn freshen(&self, session: &Arc<UserSession>) -> Freshness {
        self.sessions.freshen(session, PersonContext::nobody).await
    }

    fn marks(&self) -> RedisStore {
        RedisStore(Arc::clone(&self.store))
    }
}

#[tokio::test]
async fn a_session_is_found_by_clocks_that_are_further_apart_than_its_idle_time() {
    let Some(house) = House::new(SHORT).await else { return };
    for (here, there) in house.both_ways() {
        let (cookie, session) = here.sign_in().await;

        let held = there.find(&cookie).await.expect("lives there");

        assert!(here.find(&cookie).await.is_some() && !session.has_ended() && !held.has_ended());
        let left = held.seconds_left(there.clock.now());
        assert!((50..=60).contains(&left), "what is left of it is what the server says, and not {left}");
    }
}

#[tokio::test]
async fn tokens_that_one_clock_got_serve_at_the_other_and_are_not_fetched_twice() {
    let Some(house) = House::new(SHORT).await else { return };
    for (count, (here, there)) in (1..).zip(house.both_ways()) {
        let (cookie, session) = here.sign_in().await;
        let held = there.find(&cookie).await.expect("lives there");
        house.pass(HOUR);

        assert_eq!(here.freshen(&session).await, Freshness::Fresh);
        assert_eq!(there.freshen(&there.find(&cookie).await.expect("lives there")).await, Freshness::Fresh);

        let latest = format!("access-{count}");
        assert_eq!(held.tokens().access_token.expose(), latest);
        assert_eq!(session.tokens().access_token.expose(), latest);
        assert_eq!(house.tokens.refreshes(), count);
    }
}

#[tokio::test]
async fn who_is_at_one_replica_does_not_run_out_of_time_at_the_other() {
    let Some(house) = House::new(IDLE).await else { return };
    for (here, there) in house.both_ways() {
        let (cookie, _) = here.sign_in().await;
        let used = there.find(&cookie).await.expect("lives there");

        for _ in 0..6 {
            tokio::time::sleep(IDLE / 4).await;
            there.sessions.touch(&used, there.clock.now());
        }

        assert!(here.find(&cookie).await.is_some() && there.find(&cookie).await.is_some());
        assert!(!used.has_ended());
    }
}

#[tokio::test]
async fn a_session_that_nobody_uses_is_over_when_the_server_says_so() {
    let Some(house) = House::new(IDLE).await else { return };
    for (here, there) in house.both_ways() {
        let (cookie, session) = here.sign_in().await;
        let held = there.find(&cookie).await.expect("lives there, too");

        tokio::time::sleep(IDLE + Duration::from_secs(1)).await;

        assert!(there.find(&cookie).await.is_none() && held.has_ended());
        assert!(here.find(&cookie).await.is_none() && session.has_ended());
    }
}

#[tokio::test]
async fn the_use_of_a_session_is_told_in_time_whoever_made_it() {
    let Some(house) = House::new(SHORT).await else { return };
    for (here, there) in house.both_ways() {
        let (cookie, session) = here.sign_in().await;
        let used = there.find(&cookie).await.expect("lives there");
        let left = async || {
            let found = here.store.read(session.key()).await.expect("asked").expect("lives");
            found.idle_left.expect("in use")
        };
        tokio::time::sleep(Duration::from_secs(1)).await;
        let before = left().await;

        house.pass(SHORT / 2);
        there.sessions.touch(&used, there.clock.now());
        tokio::time::sleep(Duration::from_millis(100)).await;

        assert!(left().await > before, "the server was not told");
    }
}

#[tokio::test]
async fn what_is_finished_at_one_is_finished_at_the_other() {
    let Some(house) = House::new(SHORT).await else { return };
    for (name, (here, there)) in ["first", "second"].into_iter().zip(house.both_ways()) {
        let (mark, until) = (place().finished_mark(name), here.clock.now().plus(SHORT));
        let (here, there) = (here.marks(), there.marks());

        assert!(here.finish_awaited(mark, until, until).await.expect("asked"));
        let waiting = there.handed_over(mark).await.expect("asked");
        here.hand_over(mark, Some(b"sealed".to_vec()), until).await.expect("asked");
        // What is kept for no time at all is gone by then.
        tokio::time::sleep(Duration::from_millis(20)).await;

        assert!(there.was_finished(mark).await.expect("asked"));
        assert!(!there.finish_once(mark, until).await.expect("asked"));
        assert_eq!(waiting, Handover::Awaited);
        assert_eq!(there.handed_over(mark).await.expect("asked"), Handover::Sealed(b"sealed".to_vec()));
    }
}

#[tokio::test]
async fn what_one_clock_heard_about_tokens_the_other_need_not_ask_and_believes_no_longer_than_its_own() {
    let Some(house) = House::new(SHORT).await else { return };
    let nobody = PersonContext::nobody();
    for (count, (here, there)) in (1..).zip(house.both_ways()) {
        let (cookie, session) = here.sign_in().await;
        let held = there.find(&cookie).await.expect("lives there");
        house.pass(2 * EVERY);
        assert!(held.introspection_is_overdue(there.clock.now()));

        here.sessions.introspect(&session, &nobody).await;
        there.sessions.introspect(&held, &nobody).await;

        assert_eq!(house.tokens.introspections(), count);
        let now = there.clock.now();
        assert!(!held.introspection_is_overdue(now) && !held.token_is_dead(now));
        assert!(held.introspection_is_overdue(now.plus(EVERY)), "a word that lies ahead");
    }
}

#[tokio::test]
async fn what_has_happened_is_known_for_as_long_as_anybody_may_try_it_again() {
    let Some(house) = House::new(SHORT).await else { return };
    let House { behind, ahead, .. } = &house;
    let mark = place().finished_mark("begun where the clock is behind");
    // Its time is over in a second where the clock is ahead, and in a minute and a half where it is behind.
    let until = ahead.clock.now().plus(Duration::from_secs(1));

    assert!(ahead.sessions.finish_once(mark, until).await.expect("asked"));
    tokio::time::sleep(Duration::from_millis(1500)).await;

    assert!(!behind.sessions.finish_once(mark, until).await.expect("asked"), "it was done twice");
}
