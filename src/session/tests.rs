//! Sessions as a whole, with an authorization server on loopback.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::testing::{HOUR, LIFETIMES, Mood, ROOM, TokenServer, claims, home_with, tokens};
use super::{
    FinishedMark, Freshness, Handover, Home, Lease, Listed, MarkStore, MemoryStore, Near, Refused, RemovedAll,
    SessionCookieValue, SessionStore, Sessions, SitePlace, StoreError, StoreFuture, Turn, UserSession, Version, Wanted,
    Whose,
};
use crate::clock::{Clock, Timestamp};
use crate::config::KeyRing;
use crate::cookies::SessionCookies;
use crate::oauth::{RefreshToken, TokenSet};
use crate::person::PersonContext;
use crate::seal::Seals;

const MINUTE: Duration = Duration::from_secs(60);

struct House {
    clock: Clock,
    home: Arc<Home>,
    sessions: Arc<Sessions>,
    server: TokenServer,
}

impl House {
    async fn new() -> Self {
        let clock = Clock::adjustable();
        let store = MemoryStore::new(ROOM, LIFETIMES.idle_timeout, clock.clone());
        let sessions = Sessions::kept_in(Box::new(store), clock.clone());
        let server = TokenServer::start(clock.clone()).await;
        let home = home_with(server.client.clone(), &[1]);
        Self { clock, home, sessions, server }
    }

    fn tokens(&self) -> TokenSet {
        tokens(self.clock.now().plus(HOUR))
    }

    async fn sign_in(&self) -> (SessionCookieValue, Arc<UserSession>) {
        self.sessions.create(&self.home, self.tokens(), &PersonContext::nobody()).await.expect("a store at hand")
    }

    async fn find(&self, cookie: &SessionCookieValue) -> Option<Arc<UserSession>> {
        self.sessions.find(&self.home, &SessionCookies::alone(cookie.expose()), None).await.expect("a store at hand")
    }

    /// Time passes while the person keeps clicking.
    fn work(&self, session: &Arc<UserSession>, duration: Duration) {
        self.clock.advance(duration);
        self.sessions.touch(session, self.clock.now());
    }
}

fn authorization(session: &UserSession) -> String {
    session.upstream_headers()[0].value.to_str().expect("ASCII").to_owned()
}

async fn until(condition: impl Fn() -> bool) {
    for _ in 0..500 {
        if condition() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never came to be");
}

#[tokio::test]
async fn a_session_of_one_site_is_nothing_at_another() {
    let house = House::new().await;
    let (cookie, _) = house.sign_in().await;
    let place = SitePlace::new("https://other.example", "https://org.example", "0oaclient", "__Host-gatehouse");
    let seals = Seals::new(&KeyRing::new(vec![[1; 32]]).expect("a key"));
    let elsewhere = Home::new("Other", place, house.server.client.clone(), LIFETIMES, seals);

    let found =
        house.sessions.find(&elsewhere, &SessionCookies::alone(cookie.expose()), None).await.expect("a store at hand");
    let ended = house
        .sessions
        .end(&elsewhere, &SessionCookies::alone(cookie.expose()), &PersonContext::nobody())
        .await
        .expect("a store at hand");

    assert!(found.is_none() && ended.is_none());
    assert!(house.find(&cookie).await.is_some());
}

#[tokio::test]
async fn every_sign_in_gets_a_name_that_was_never_there_before() {
    let house = House::new().await;
    let planted = SessionCookieValue::new("p".repeat(43));

    let (cookie, _) = house
        .sessions
        .replace(&house.home, Some(&SessionCookies::alone(planted.expose())), house.tokens(), &PersonContext::nobody())
        .await
        .expect("a store at hand");

    assert_ne!(cookie, planted);
    assert!(house.find(&planted).await.is_none());
}

#[tokio::test]
async fn a_new_sign_in_ends_and_revokes_the_session_it_replaces() {
    let house = House::new().await;
    let (former_cookie, former) = house.sign_in().await;
    let fresh = TokenSet { access_token: crate::oauth::AccessToken::new("access-new"), ..house.tokens() };

    let (cookie, _) = house
        .sessions
        .replace(&house.home, Some(&SessionCookies::alone(former_cookie.expose())), fresh, &PersonContext::nobody())
        .await
        .expect("a store at hand");

    assert!(former.has_ended() && house.find(&former_cookie).await.is_none());
    assert!(house.find(&cookie).await.is_some());
    assert_eq!(house.server.revoked(2).await, ["refresh-0", "access-0"]);
}

#[tokio::test]
async fn a_step_up_gives_the_session_another_name_and_other_tokens_and_no_longer_life() {
    let house = House::new().await;
    let (cookie, session) = house.sign_in().await;
    house.work(&session, 10 * MINUTE);
    let stronger = TokenSet { claims: claims(serde_json::json!({ "acr": "phr" })), ..house.tokens() };

    let stepped_up =
        house.sessions.step_up(&session, stronger, &PersonContext::nobody()).await.expect("a store at hand");

    let (new_cookie, stronger) = stepped_up.expect("it lived");
    assert!(session.has_ended() && house.find(&cookie).await.is_none());
    assert!(Arc::ptr_eq(&stronger, &house.find(&new_cookie).await.expect("it lives")));
    assert_eq!(stronger.tokens().claims.acr.as_deref(), Some("phr"));
    assert_eq!((stronger.created_at(), stronger.ends_at()), (session.created_at(), session.ends_at()));
    assert_eq!(house.server.revoked(2).await.len(), 2);
}

#[tokio::test]
async fn a_session_that_ended_meanwhile_does_not_come_back_by_a_step_up() {
    let house = House::new().await;
    let (cookie, session) = house.sign_in().await;
    house
        .sessions
        .end(&house.home, &SessionCookies::alone(cookie.expose()), &PersonContext::nobody())
        .await
        .expect("a store at hand");
    let tokens = TokenSet { refresh_token: Some(RefreshToken::new("refresh-of-the-step-up")), ..house.tokens() };

    let stepped_up = house.sessions.step_up(&session, tokens, &PersonContext::nobody()).await.expect("a store at hand");

    assert!(stepped_up.is_none());
    assert!(house.server.revoked(4).await.contains(&"refresh-of-the-step-up".to_owned()));
}

#[tokio::test]
async fn a_session_never_takes_the_tokens_of_somebody_else() {
    let house = House::new().await;
    let (cookie, session) = house.sign_in().await;
    let claims = claims(serde_json::json!({ "sub": "00ueve" }));
    let of_another = TokenSet { claims, refresh_token: Some(RefreshToken::new("refresh-of-eve")), ..house.tokens() };

    let stepped_up =
        house.sessions.step_up(&session, of_another, &PersonContext::nobody()).await.expect("a store at hand");

    assert!(stepped_up.is_none() && !session.has_ended());
    assert!(house.find(&cookie).await.is_some());
    assert!(house.server.revoked(2).await.contains(&"refresh-of-eve".to_owned()));
}

#[tokio::test]
async fn a_session_nobody_uses_ends_and_its_tokens_are_revoked() {
    let house = House::new().await;
    let (cookie, _) = house.sign_in().await;

    house.clock.advance(29 * MINUTE);
    assert!(house.find(&cookie).await.is_some());
    house.clock.advance(2 * MINUTE);

    assert!(house.find(&cookie).await.is_none());
    assert_eq!(house.server.revoked(2).await, ["refresh-0", "access-0"]);
}

#[tokio::test]
async fn looking_a_session_up_does_not_keep_it_alive_but_touching_does() {
    let house = House::new().await;
    let (polled, _) = house.sign_in().await;
    let (used, session) = house.sign_in().await;

    for _ in 0..2 {
        house.work(&session, 16 * MINUTE);
        house.find(&polled).await;
    }

    assert!(house.find(&polled).await.is_none());
    assert!(house.find(&used).await.is_some());
}

#[tokio::test]
async fn a_session_ends_after_its_lifetime_however_busy_it_is() {
    let house = House::new().await;
    let (cookie, session) = house.sign_in().await;

    for _ in 0..(12 * 60 / 20 - 1) {
        house.work(&session, 20 * MINUTE);
    }
    assert!(house.find(&cookie).await.is_some());
    assert_eq!(session.seconds_left(house.clock.now()), 20 * 60);
    house.work(&session, 20 * MINUTE);

    assert!(house.find(&cookie).await.is_none());
}

#[tokio::test]
async fn says_how_many_seconds_are_left() {
    let house = House::new().await;
    let (_, session) = house.sign_in().await;

    house.clock.advance(10 * MINUTE);

    let left = session.seconds_left(house.clock.now());
    assert!((1199..=1200).contains(&left), "{left}");
}

#[tokio::test]
async fn signing_out_ends_the_session_for_requests_under_way_and_revokes_both_tokens() {
    let house = House::new().await;
    let (cookie, under_way) = house.sign_in().await;

    let ended = house
        .sessions
        .end(&house.home, &SessionCookies::alone(cookie.expose()), &PersonContext::nobody())
        .await
        .expect("a store at hand");

    assert!(ended.is_some() && under_way.has_ended());
    assert_eq!(house.sessions.freshen(&under_way, PersonContext::nobody).await, Freshness::Ended);
    assert!(house.find(&cookie).await.is_none());
    assert_eq!(house.server.revoked(2).await, ["refresh-0", "access-0"]);
}

#[tokio::test]
async fn a_revocation_that_fails_is_tried_once_more() {
    let house = House::new().await;
    let (cookie, _) = house.sign_in().await;
    house.server.fails_revocations(1);

    house
        .sessions
        .end(&house.home, &SessionCookies::alone(cookie.expose()), &PersonContext::nobody())
        .await
        .expect("a store at hand");

    assert_eq!(house.server.revoked(2).await, ["refresh-0", "access-0"]);
}

#[tokio::test]
async fn a_fresh_token_is_left_alone() {
    let house = House::new().await;
    let (_, session) = house.sign_in().await;

    house.work(&session, 40 * MINUTE);

    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Fresh);
    assert_eq!(house.server.refreshes(), 0);
}

#[tokio::test]
async fn a_token_near_its_end_serves_while_a_new_one_is_fetched() {
    let house = House::new().await;
    let (_, session) = house.sign_in().await;
    let gate = Arc::new(Semaphore::new(0));
    house.server.feels(Mood::Slow(Arc::clone(&gate)));
    house.work(&session, 50 * MINUTE);

    let meanwhile = house.sessions.freshen(&session, PersonContext::nobody).await;
    let served = authorization(&session);
    gate.add_permits(1);
    until(|| authorization(&session) == "Bearer access-1").await;

    assert_eq!((meanwhile, served.as_str()), (Freshness::Fresh, "Bearer access-0"));
    assert!(!session.needs_refresh(house.clock.now()));
    assert_eq!(house.server.refreshes(), 1);
}

#[tokio::test]
async fn a_hundred_requests_with_a_dead_token_wait_for_one_refresh() {
    let house = House::new().await;
    let (_, session) = house.sign_in().await;
    let gate = Arc::new(Semaphore::new(0));
    house.server.feels(Mood::Slow(Arc::clone(&gate)));
    house.work(&session, 61 * MINUTE);
    let requests: Vec<_> = (0..100)
        .map(|_| {
            let (sessions, session) = (Arc::clone(&house.sessions), Arc::clone(&session));
            tokio::spawn(
                async move { (sessions.freshen(&session, PersonContext::nobody).await, authorization(&session)) },
            )
        })
        .collect();

    until(|| house.server.refreshes() == 1).await;
    gate.add_permits(100);

    for request in requests {
        assert_eq!(request.await.expect("no panic"), (Freshness::Fresh, "Bearer access-1".to_owned()));
    }
    assert_eq!(house.server.refreshes(), 1);
}

#[tokio::test]
async fn a_refresh_goes_on_when_the_request_that_began_it_goes_away() {
    let house = House::new().await;
    let (_, session) = house.sign_in().await;
    let gate = Arc::new(Semaphore::new(0));
    house.server.feels(Mood::Slow(Arc::clone(&gate)));
    house.work(&session, 61 * MINUTE);

    let gone =
        tokio::time::timeout(Duration::from_millis(50), house.sessions.freshen(&session, PersonContext::nobody)).await;
    gate.add_permits(1);

    assert!(gone.is_err());
    until(|| authorization(&session) == "Bearer access-1").await;
}

#[tokio::test]
async fn an_outage_of_the_authorization_server_is_not_a_sign_out() {
    let house = House::new().await;
    let (cookie, session) = house.sign_in().await;
    house.server.feels(Mood::Down);

    house.work(&session, 50 * MINUTE);
    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Fresh);
    until(|| house.server.refreshes() == 1).await;
    house.work(&session, 11 * MINUTE);
    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Unavailable);
    // Within the pause nobody asks again.
    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Unavailable);
    assert_eq!(house.server.refreshes(), 2);

    house.server.feels(Mood::Friendly);
    house.work(&session, Duration::from_secs(6));
    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Fresh);
    assert!(house.find(&cookie).await.is_some());
}

#[tokio::test]
async fn a_fault_of_the_registration_is_not_a_sign_out_either() {
    let house = House::new().await;
    let (cookie, session) = house.sign_in().await;
    house.server.feels(Mood::Refusing("invalid_client"));
    house.work(&session, 61 * MINUTE);

    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Unavailable);
    assert!(house.find(&cookie).await.is_some());
}

#[tokio::test]
async fn a_refused_refresh_ends_the_session() {
    for refusal in ["invalid_grant", "access_denied"] {
        let house = House::new().await;
        let (cookie, session) = house.sign_in().await;
        house.server.feels(Mood::Refusing(refusal));
        house.work(&session, 61 * MINUTE);

        assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Ended, "{refusal}");
        assert!(house.find(&cookie).await.is_none());
    }
}

#[tokio::test]
async fn without_a_refresh_token_the_session_ends_with_the_access_token() {
    let house = House::new().await;
    let tokens = TokenSet { refresh_token: None, ..house.tokens() };
    let (cookie, session) =
        house.sessions.create(&house.home, tokens, &PersonContext::nobody()).await.expect("a store at hand");

    house.work(&session, 59 * MINUTE);
    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Fresh);
    house.work(&session, 2 * MINUTE);
    assert_eq!(house.sessions.freshen(&session, PersonContext::nobody).await, Freshness::Ended);

    assert!(house.find(&cookie).await.is_none());
    assert_eq!(house.server.refreshes(), 0);
}

#[tokio::test]
async fn dead_sessions_stay_dead_and_what_a_late_refresh_brought_is_revoked() {
    let house = House::new().await;
    let (cookie, session) = house.sign_in().await;
    let gate = Arc::new(Semaphore::new(0));
    house.server.feels(Mood::Slow(Arc::clone(&gate)));
    house.work(&session, 61 * MINUTE);
    let refreshing = {
        let (sessions, session) = (Arc::clone(&house.sessions), Arc::clone(&session));
        tokio::spawn(async move { sessions.freshen(&session, PersonContext::nobody).await })
    };
    until(|| house.server.refreshes() == 1).await;

    house
        .sessions
        .end(&house.home, &SessionCookies::alone(cookie.expose()), &PersonContext::nobody())
        .await
        .expect("a store at hand");
    gate.add_permits(1);

    assert_eq!(refreshing.await.expect("no panic"), Freshness::Ended);
    assert!(session.has_ended() && house.find(&cookie).await.is_none());
    let mut revoked = house.server.revoked(4).await;
    revoked.sort();
    assert_eq!(revoked, ["access-0", "access-1", "refresh-0", "refresh-1"]);
}

#[tokio::test]
async fn a_refresh_is_due_before_the_token_ends_and_at_least_a_minute_ahead() {
    let house = House::new().await;
    for lifetime in [300_u64, 3600, 86400] {
        let tokens = tokens(house.clock.now().plus(Duration::from_secs(lifetime)));
        let (_, session) =
            house.sessions.create(&house.home, tokens, &PersonContext::nobody()).await.expect("a store at hand");
        let at = |seconds: u64| session.created_at().plus(Duration::from_secs(seconds));

        assert!(!session.needs_refresh(at(lifetime * 7 / 10)), "{lifetime}");
        assert!(session.needs_refresh(at((lifetime - 60).min(lifetime * 81 / 100))), "{lifetime}");
    }
}

#[tokio::test]
async fn debug_shows_neither_tokens_nor_names() {
    let house = House::new().await;
    let tokens =
        TokenSet { claims: claims(serde_json::json!({ "preferred_username": "ada@example.com" })), ..house.tokens() };
    let (cookie, session) =
        house.sessions.create(&house.home, tokens, &PersonContext::nobody()).await.expect("a store at hand");

    let shown = format!("{cookie:?} {session:?} {:?}", house.sessions);

    for secret in [cookie.expose(), "access-0", "refresh-0", "ada"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[tokio::test]
async fn an_unreachable_store_is_an_error_and_never_absence() {
    let clock = Clock::adjustable();
    let server = TokenServer::start(clock.clone()).await;
    let home = home_with(server.client.clone(), &[1]);
    let sessions = Sessions::kept_in(Box::new(Unreachable), clock.clone());
    let cookie = SessionCookieValue::new("c".repeat(43));
    let presented = SessionCookies::alone(cookie.expose());

    let found = sessions.find(&home, &presented, None).await;
    let ended = sessions.end(&home, &presented, &PersonContext::nobody()).await;
    let created = sessions.create(&home, tokens(clock.now().plus(HOUR)), &PersonContext::nobody()).await;

    assert!(found.is_err() && ended.is_err() && created.is_err());
    assert_eq!(server.revoked(2).await, ["refresh-0", "access-0"]);
}

/// A store whose cable was pulled.
struct Unreachable;

fn nobody_answers<T: Send + 'static>() -> StoreFuture<'static, T> {
    Box::pin(std::future::ready(Err(StoreError::new("connection refused"))))
}

impl SessionStore for Unreachable {
    fn near(&self, _: &Wanted<'_>) -> Near {
        Near::Unknown
    }

    fn find<'a>(&'a self, _: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        nobody_answers()
    }

    fn create<'a>(&'a self, _: &'a Arc<UserSession>) -> StoreFuture<'a, ()> {
        nobody_answers()
    }

    fn take_turn<'a>(&'a self, _: &'a UserSession) -> StoreFuture<'a, Turn> {
        nobody_answers()
    }

    fn renew<'a>(
        &'a self,
        _: &'a Arc<UserSession>,
        _: Lease,
        _: Version,
        _: TokenSet,
        _: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>> {
        nobody_answers()
    }

    fn reread<'a>(&'a self, _: &'a UserSession) -> StoreFuture<'a, bool> {
        nobody_answers()
    }

    fn remove<'a>(&'a self, _: &'a UserSession) -> StoreFuture<'a, Option<Arc<TokenSet>>> {
        nobody_answers()
    }

    fn remove_all<'a>(&'a self, _: &'a Arc<Home>, _: &'a Whose) -> StoreFuture<'a, RemovedAll> {
        nobody_answers()
    }

    fn list<'a>(&'a self, _: &'a Arc<Home>, _: &'a Whose) -> StoreFuture<'a, Vec<Listed>> {
        nobody_answers()
    }

    fn marks(&self) -> &dyn MarkStore {
        self
    }
}

impl MarkStore for Unreachable {
    fn finish_once(&self, _: FinishedMark, _: Timestamp) -> StoreFuture<'_, bool> {
        nobody_answers()
    }

    fn finish_awaited(&self, _: FinishedMark, _: Timestamp, _: Timestamp) -> StoreFuture<'_, bool> {
        nobody_answers()
    }

    fn was_finished(&self, _: FinishedMark) -> StoreFuture<'_, bool> {
        nobody_answers()
    }

    fn hand_over(&self, _: FinishedMark, _: Option<Vec<u8>>, _: Timestamp) -> StoreFuture<'_, ()> {
        nobody_answers()
    }

    fn handed_over(&self, _: FinishedMark) -> StoreFuture<'_, Handover> {
        nobody_answers()
    }
}
