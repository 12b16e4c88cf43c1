//! The store with a real server: what replicas see of one another, and what an outage does.

use std::sync::Arc;
use std::time::Duration;

use super::super::store::Near;
use super::super::testing::redis::{RedisServer, settings, until_connected};
use super::super::testing::{HOUR, home, session_at};
use super::super::{Home, SessionCookieValue, SessionStore, Sessions, UserSession};
use super::certainty::COMPARED_EVERY;
use super::reading::Found;
use super::*;
use crate::cookies::SessionCookies;
use crate::person::PersonContext;

/// One server and some replicas.
struct House {
    server: RedisServer,
    clock: Clock,
    home: Arc<Home>,
}

struct Replica {
    store: Arc<Shared>,
    sessions: Arc<Sessions>,
}

impl House {
    async fn new() -> Option<Self> {
        let clock = Clock::adjustable();
        Some(Self { server: RedisServer::start().await?, home: home(&clock), clock })
    }

    async fn replica(&self) -> Replica {
        let store = RedisStore::connect(&settings(&self.server), HOUR, self.clock.clone());
        until_connected(&store).await;
        let shared = Arc::clone(&store.0);
        Replica { store: shared, sessions: Sessions::kept_in(Box::new(store), self.clock.clone()) }
    }

    async fn find(
        &self,
        replica: &Replica,
        cookie: &SessionCookieValue,
    ) -> Result<Option<Arc<UserSession>>, StoreError> {
        self.find_within(replica, cookie, None).await
    }

    async fn find_within(
        &self,
        replica: &Replica,
        cookie: &SessionCookieValue,
        grace: Option<Duration>,
    ) -> Result<Option<Arc<UserSession>>, StoreError> {
        replica.sessions.find(&self.home, &SessionCookies::alone(cookie.expose()), grace).await
    }

    async fn sign_in(&self, replica: &Replica) -> (SessionCookieValue, Arc<UserSession>) {
        let tokens = super::super::testing::tokens(self.clock.now().plus(HOUR));
        replica.sessions.create(&self.home, tokens, &PersonContext::nobody()).await.expect("a server at hand")
    }

    async fn sign_out(&self, replica: &Replica, cookie: &SessionCookieValue) -> Result<bool, StoreError> {
        let cookies = SessionCookies::alone(cookie.expose());
        let ended = replica.sessions.end(&self.home, &cookies, &PersonContext::nobody()).await;
        let ended = ended.map_err(|here_alone| here_alone.source)?;
        Ok(ended.is_some())
    }
}

async fn until(what: &str, mut condition: impl AsyncFnMut() -> bool) {
    for _ in 0..500 {
        if condition().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it never came to be that {what}");
}

#[tokio::test]
async fn signing_out_at_one_replica_ends_the_session_at_all_of_them_without_being_asked() {
    let Some(house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);
    let (cookie, _) = house.sign_in(&here).await;
    let held = house.find(&there, &cookie).await.expect("asked").expect("lives");

    house.sign_out(&here, &cookie).await.expect("asked");

    until("the other replica knows", async || held.has_ended()).await;
    assert!(house.find(&there, &cookie).await.expect("asked").is_none());
}

#[tokio::test]
async fn tokens_that_one_replica_got_serve_at_the_others_too() {
    let Some(house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);
    let (cookie, session) = house.sign_in(&here).await;
    let held = house.find(&there, &cookie).await.expect("asked").expect("lives");
    let Ok(Turn::Ours(lease)) = here.store.take_turn(&session).await else { panic!("a turn") };
    let fresh =
        TokenSet { access_token: crate::oauth::AccessToken::new("access-new"), ..TokenSet::clone(&session.tokens()) };

    let renewal = here.store.renew(&session, lease, session.version(), fresh, house.clock.now()).await;

    assert!(matches!(renewal, Ok(Ok(()))));
    until("the other replica has them", async || held.tokens().access_token.expose() == "access-new").await;
}

#[tokio::test]
async fn what_one_replica_heard_about_tokens_the_others_need_not_ask() {
    let Some(house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);
    let (cookie, session) = house.sign_in(&here).await;
    let held = house.find(&there, &cookie).await.expect("asked").expect("lives");
    let (at, every) = (house.clock.now(), Duration::from_secs(300));
    let noted = async |version| there.store.noted_active(&held, version).await.expect("asked");
    assert_eq!(noted(Version::FIRST).await, None);

    here.store.note_active(&session, Version::FIRST, at, every).await.expect("told");

    assert_eq!(noted(Version::FIRST).await, Some(at));
    assert_eq!(noted(Version::FIRST.next()).await, None, "other tokens are another matter");
    house.sign_out(&here, &cookie).await.expect("asked");
    here.store.note_active(&session, Version::FIRST, at, every).await.expect("told");
    assert_eq!(noted(Version::FIRST).await, None, "nothing is left behind of a session that has ended");
}

#[tokio::test]
async fn a_session_at_hand_costs_no_question() {
    let Some(mut house) = House::new().await else { return };
    let replica = house.replica().await;
    let (cookie, _) = house.sign_in(&replica).await;
    let key = house.home.place().session_key(cookie.expose()).expect("well-formed");
    let near = || {
        let session = replica.store.at_hand.find(&key)?;
        replica.store.is_certain(&session).then_some(session)
    };

    // Whatever the server has to say of it comes before this answer.
    house.find(&replica, &house.sign_in(&replica).await.0).await.expect("asked");
    assert!(near().is_some(), "what was just made here need not be read");
    house.clock.advance(COMPARED_EVERY);
    assert!(near().is_none(), "believed for longer than a minute");
    assert!(house.find(&replica, &cookie).await.expect("asked").is_some());
    assert!(near().is_some());
    house.server.stop();
    until("the loss is noticed", async || near().is_none()).await;
}

#[tokio::test]
async fn decision_17_what_was_read_before_a_change_is_not_believed_after_it() {
    let Some(house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);
    let (cookie, session) = house.sign_in(&here).await;
    let moment = here.store.freshest.now(session.key());

    let held = house.find(&there, &cookie).await.expect("asked").expect("lives");
    let Ok(Turn::Ours(lease)) = there.store.take_turn(&held).await else { panic!("a turn") };
    let tokens = TokenSet::clone(&held.tokens());
    let _ = there.store.renew(&held, lease, held.version(), tokens, house.clock.now()).await;
    until("the change is heard of", async || !here.store.freshest.is_unchanged(session.key(), &moment)).await;
    session.noted.store(0, Ordering::Relaxed);
    here.store.note_compared(&session, &moment);

    assert!(!here.store.is_certain(&session));
}

#[tokio::test]
async fn decision_17_a_change_at_the_very_moment_a_session_is_made_is_not_taken_for_ones_own() {
    let Some(house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);

    for _ in 0..20 {
        let (_, session) = session_at(&house.home, &house.clock);
        let (key, (version, sealed)) = (session.key(), session.sealed());
        let before = here.store.freshest.now(key);
        // The server takes both up in one round, in either order.
        house.server.pause();
        let (made, removed, ()) = tokio::join!(
            here.store.link.run(scripts::create(&here.store.keys, key, version, &sealed, HOUR, HOUR)),
            there.store.link.run(scripts::remove(&there.store.keys, key)),
            async {
                tokio::time::sleep(Duration::from_millis(20)).await;
                house.server.resume();
            }
        );
        made.and(removed).expect("asked");

        if here.store.read(key).await.expect("asked").is_none() {
            until("the change is heard of", async || !here.store.freshest.is_unchanged(key, &before)).await;
        }
    }
}

#[tokio::test]
async fn decision_19_a_known_session_goes_on_for_the_grace_and_nobody_elses_is_a_sign_in() {
    let Some(mut house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);
    let (cookie, _) = house.sign_in(&here).await;
    house.server.stop();
    until("the loss is noticed", async || here.store.link.generation().is_none()).await;

    assert!(house.find(&here, &cookie).await.expect("within the grace").is_some());
    assert!(house.find(&there, &cookie).await.is_err(), "a replica that does not know it");
    assert!(house.find_within(&here, &cookie, Some(Duration::ZERO)).await.is_err(), "a route without grace");
    house.clock.advance(Duration::from_secs(301));
    assert!(house.find(&here, &cookie).await.is_err(), "after the grace");
    assert!(here.sessions.trouble().is_some_and(|trouble| trouble.contains("redis")));
}

#[tokio::test]
async fn decision_19_a_sign_out_while_redis_is_gone_holds_when_it_is_back() {
    let Some(house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);
    let (cookie, session) = house.sign_in(&here).await;
    house.server.pause();

    let outcome = house.sign_out(&here, &cookie).await;

    assert!(outcome.is_err() && session.has_ended());
    house.server.resume();
    until("the server was told", async || {
        matches!(house.find(&there, &cookie).await, Ok(None)) && matches!(house.find(&here, &cookie).await, Ok(None))
    })
    .await;
}

#[tokio::test]
async fn a_server_that_comes_back_is_found_and_what_it_forgot_is_absent() {
    let Some(mut house) = House::new().await else { return };
    let replica = house.replica().await;
    let (cookie, _) = house.sign_in(&replica).await;

    house.server.stop();
    house.server.start_again().await;
    until_connected(&RedisStore(Arc::clone(&replica.store))).await;

    assert!(house.find(&replica, &cookie).await.expect("asked").is_none());
    assert!(replica.sessions.trouble().is_none());
}

#[tokio::test]
async fn decision_18_what_redis_holds_shows_nothing_and_moves_nowhere() {
    let Some(house) = House::new().await else { return };
    let replica = house.replica().await;
    let (cookie, session) = house.sign_in(&replica).await;
    let (other_cookie, other) = house.sign_in(&replica).await;
    let link = &replica.store.link;
    let raw = |key: &SessionKey| scripts::read(&replica.store.keys, key);

    let answer = format!("{:?}", link.run(raw(session.key())).await.expect("asked"));
    let Found { version, sealed, .. } =
        Found::of(link.run(raw(other.key())).await.expect("asked")).expect("read").expect("there");
    let moved = scripts::create(&replica.store.keys, session.key(), version, &sealed, HOUR, HOUR);
    link.run(moved).await.expect("written");

    for secret in ["access-0", "refresh-0", "00uada", cookie.expose()] {
        assert!(!answer.contains(secret));
    }
    let fresh = house.replica().await;
    assert!(house.find(&fresh, &cookie).await.expect("asked").is_none(), "a record of another name opened");
    assert!(house.find(&fresh, &other_cookie).await.expect("asked").is_some());
}

#[tokio::test]
async fn what_was_ended_from_outside_is_revoked_by_the_replica_that_holds_it() {
    let Some(house) = House::new().await else { return };
    let server = super::super::testing::TokenServer::start(house.clock.clone()).await;
    let home = super::super::testing::home_with(server.client.clone(), &[1]);
    let (here, there) = (house.replica().await, house.replica().await);
    let tokens = super::super::testing::tokens(house.clock.now().plus(HOUR));
    let (_, held) = here.sessions.create(&home, tokens, &PersonContext::nobody()).await.expect("a server at hand");

    let count = there.sessions.end_all(&home, &Whose::Subject("00uada".to_owned())).await.expect("asked");

    assert_eq!(count, 1);
    assert_eq!(server.revoked(2).await, ["refresh-0", "access-0"]);
    assert!(held.has_ended());
}

#[tokio::test]
async fn a_session_used_at_one_replica_does_not_run_out_at_another() {
    let Some(house) = House::new().await else { return };
    let (here, there) = (house.replica().await, house.replica().await);
    let (cookie, used) = house.sign_in(&here).await;
    let idle = house.find(&there, &cookie).await.expect("asked").expect("lives");
    house.clock.advance(used.home().lifetimes().idle_timeout - Duration::from_secs(60));
    here.sessions.touch(&used, house.clock.now());
    tokio::time::sleep(Duration::from_millis(100)).await;
    house.clock.advance(Duration::from_secs(120));

    assert!(!idle.is_live(house.clock.now()));
    assert!(house.find(&there, &cookie).await.expect("asked").is_some());
}

#[tokio::test]
async fn nearness_is_never_absence() {
    let Some(house) = House::new().await else { return };
    let replica = house.replica().await;
    let (cookie, _) = session_at(&house.home, &house.clock);
    let cookies = SessionCookies::alone(cookie.expose());
    let key = house.home.place().session_key(cookie.expose()).expect("well-formed");
    let store = RedisStore(Arc::clone(&replica.store));

    let near = store.near(&Wanted { home: &house.home, key, cookies: &cookies });

    assert!(matches!(near, Near::Unknown));
}
