//! What every store promises, tried on each of them: on Redis with a real server.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

use super::home::Home;
use super::store::{Near, SessionStore, Turn, Wanted, Whose};
use super::testing::redis::{RedisServer, settings, until_connected};
use super::testing::{HOUR, LIFETIMES, ROOM, client_of_nobody, home, home_with, session_at};
use super::user_session::{Refused, UserSession};
use super::{BrowserStore, FinishedMark, Handover, MemoryStore, RedisStore, SessionCookieValue};
use crate::clock::Clock;
use crate::config;
use crate::cookies::{CookieNames, RequestCookies};
use crate::oauth::{RefreshToken, TokenSet};
use crate::seal::Seals;

/// Runs the whole contract against each store.
macro_rules! store_contract {
    ($($property:ident,)*) => {
        mod memory {
            $(#[tokio::test]
            async fn $property() {
                super::$property(super::House::in_memory()).await;
            })*
        }

        mod redis {
            $(#[tokio::test]
            async fn $property() {
                let Some(house) = super::House::in_redis().await else { return };
                super::$property(house).await;
            })*
        }

        mod cookie {
            $(#[tokio::test]
            async fn $property() {
                super::$property(super::House::in_browsers()).await;
            })*
        }
    };
}

store_contract!(
    keeps_a_session_until_it_is_removed,
    an_unknown_session_is_an_answer_and_no_error,
    decision_1_a_session_of_one_site_is_nothing_at_another,
    decision_18_a_cookie_under_a_retired_key_or_none_of_ours_is_nobodys,
    keys_are_rotated_with_nobody_signed_out,
    removing_ends_a_session_for_whoever_holds_it,
    gives_the_tokens_of_a_removed_session_once,
    decision_17_a_session_that_ended_takes_no_new_tokens,
    decision_17_of_two_renewals_one_wins,
    decision_17_a_removed_session_is_not_brought_back_by_a_renewal_or_a_use,
    one_at_a_time_has_the_turn_to_refresh,
    sessions_of_a_person_are_listed_and_ended_together,
    sessions_of_one_session_at_the_server_are_ended_together,
    after_a_restart_sessions_are_listed_and_ended_before_their_browsers_are_back,
    decision_19_what_was_buried_stays_buried,
    decision_3_a_mark_is_set_once,
    decision_3_of_many_who_set_a_mark_at_once_one_is_first,
    decision_3_what_was_finished_before_a_restart_is_not_finished_again,
    a_mark_is_gone_after_its_time,
    whoever_comes_second_waits_for_what_the_first_hands_over,
    nobody_waits_for_what_will_not_come,
    what_is_handed_over_is_there_for_its_time,
);

type Store = Arc<dyn SessionStore>;

/// A store, and a browser that keeps what it is given to keep.
struct House {
    store: Store,
    clock: Clock,
    home: Arc<Home>,
    keeper: Keeper,
    records: Mutex<HashMap<String, String>>,
}

/// Who keeps what outlives the process.
enum Keeper {
    File(TempDir),
    /// A server, which has a clock of its own.
    Redis(RedisServer),
    Browsers,
}

impl House {
    fn with(store: Store, clock: Clock, keeper: Keeper) -> Self {
        Self { store, home: home(&clock), clock, keeper, records: Mutex::default() }
    }

    fn in_memory() -> Self {
        let clock = Clock::adjustable();
        let folder = tempfile::tempdir().expect("a folder");
        Self::with(memory(&folder, &[1], &clock), clock, Keeper::File(folder))
    }

    async fn in_redis() -> Option<Self> {
        let clock = Clock::adjustable();
        let server = RedisServer::start().await?;
        Some(Self::with(redis(&server, &clock).await, clock, Keeper::Redis(server)))
    }

    fn in_browsers() -> Self {
        let clock = Clock::adjustable();
        Self::with(browsers(&clock), clock, Keeper::Browsers)
    }

    /// The next process, under these keys, after that store was put away; what the browsers keep they still have.
    async fn restarted(&self, before: &Store, keys: &[u8]) -> Store {
        before.close().await.expect("put away");
        match &self.keeper {
            Keeper::File(folder) => memory(folder, keys, &self.clock),
            Keeper::Redis(server) => redis(server, &self.clock).await,
            Keeper::Browsers => browsers(&self.clock),
        }
    }

    /// The same home in a process of other keys.
    fn home_under(&self, keys: &[u8]) -> Arc<Home> {
        home_with(client_of_nobody(&self.clock), keys)
    }

    async fn sign_in(&self) -> (SessionCookieValue, Arc<UserSession>) {
        let (cookie, session) = session_at(&self.home, &self.clock);
        self.store.create(&session).await.expect("kept");
        self.give_record(&self.store, &cookie, &session);
        (cookie, session)
    }

    /// The same, in a session at the server that is called `sid`.
    async fn sign_in_at_server(&self, sid: &str) -> (SessionCookieValue, Arc<UserSession>) {
        let (cookie, names) = self.home.fresh_name();
        let claims = super::testing::claims(serde_json::json!({ "sid": sid }));
        let tokens = TokenSet { claims, ..super::testing::tokens(self.clock.now().plus(HOUR)) };
        let session = Arc::new(UserSession::new(names, &self.home, tokens, self.clock.now()));
        self.store.create(&session).await.expect("kept");
        self.give_record(&self.store, &cookie, &session);
        (cookie, session)
    }

    /// The browser is given what the session has come to, if that is where it is kept.
    fn give_record(&self, store: &Store, cookie: &SessionCookieValue, session: &UserSession) {
        if let Some(record) = store.for_the_browser(session, None) {
            self.records.lock().expect("unpoisoned").insert(cookie.expose().to_owned(), record);
        }
    }

    async fn find(&self, cookie: &SessionCookieValue) -> Option<Arc<UserSession>> {
        self.find_at(&self.home, &self.store, cookie).await
    }

    /// Comes back with the cookie and whatever the browser keeps beside it.
    async fn find_at(&self, home: &Arc<Home>, store: &Store, cookie: &SessionCookieValue) -> Option<Arc<UserSession>> {
        let names = CookieNames::new(true, "/.gatehouse");
        let mut header = format!("{}={}", names.session(), cookie.expose());
        if let Some(record) = self.records.lock().expect("unpoisoned").get(cookie.expose()) {
            for line in names.set_record(record, &RequestCookies::parse("".as_bytes())) {
                let line = line.to_str().expect("ASCII");
                header.push_str(&format!("; {}", line.split(';').next().expect("a pair")));
            }
        }
        let cookies = RequestCookies::parse(header.into_bytes());
        let presented = cookies.session(&names).expect("is presented");
        let key = home.place().session_key(presented.value())?;
        let wanted = Wanted { home, key, cookies: &presented };
        let near = store.near(&wanted);
        let found = store.find(&wanted).await.expect("a store at hand");
        match near {
            Near::Found(near) => assert!(found.as_ref().is_some_and(|found| Arc::ptr_eq(found, &near))),
            Near::Absent => assert!(found.is_none()),
            Near::Unknown => {}
        }
        found
    }

    /// Lets time pass, at the store.
    async fn pass(&self, time: Duration) {
        match self.keeper {
            Keeper::Redis(_) => tokio::time::sleep(time).await,
            Keeper::File(_) | Keeper::Browsers => self.clock.advance(time),
        }
    }

    async fn handed_over(&self, mark: FinishedMark) -> Handover {
        self.store.marks().handed_over(mark).await.expect("asked")
    }

    async fn remove(&self, session: &UserSession) -> Option<Arc<TokenSet>> {
        self.store.remove(session).await.expect("asked")
    }

    async fn renew(&self, session: &Arc<UserSession>, name: &str) -> Result<(), Refused> {
        let version = session.version();
        self.renew_of(session, version, name).await
    }

    async fn renew_of(&self, session: &Arc<UserSession>, version: super::Version, name: &str) -> Result<(), Refused> {
        let Turn::Ours(lease) = self.store.take_turn(session).await.expect("asked") else {
            return Err(Refused(Arc::new(renewed(session, name))));
        };
        let tokens = renewed(session, name);
        self.store.renew(session, lease, version, tokens, self.clock.now()).await.expect("asked")
    }
}

fn memory(folder: &TempDir, keys: &[u8], clock: &Clock) -> Store {
    let ring = config::KeyRing::new(keys.iter().map(|key| [*key; 32]).collect()).expect("keys");
    let file = folder.path().join("sessions.sealed");
    Arc::new(MemoryStore::with_snapshot(ROOM, HOUR, file, Seals::new(&ring), clock.clone()))
}

async fn redis(server: &RedisServer, clock: &Clock) -> Store {
    let store = Arc::new(RedisStore::connect(&settings(server), HOUR, clock.clone()));
    until_connected(&*store).await;
    store
}

fn browsers(clock: &Clock) -> Store {
    let settings = config::CookieStore { room: ROOM, accepted: Vec::new() };
    Arc::new(BrowserStore::new(&settings, HOUR, clock.clone()))
}

fn renewed(session: &UserSession, name: &str) -> TokenSet {
    TokenSet { refresh_token: Some(RefreshToken::new(name)), ..TokenSet::clone(&session.tokens()) }
}

fn ada() -> Whose {
    Whose::Subject("00uada".to_owned())
}

async fn keeps_a_session_until_it_is_removed(house: House) {
    let (cookie, _) = house.sign_in().await;

    let found = house.find(&cookie).await.expect("is kept");
    house.remove(&found).await;

    assert_eq!(found.subject(), "00uada");
    assert!(house.find(&cookie).await.is_none());
}

async fn an_unknown_session_is_an_answer_and_no_error(house: House) {
    let (cookie, session) = session_at(&house.home, &house.clock);

    assert!(house.find(&cookie).await.is_none());
    assert!(house.store.list(&house.home, &ada()).await.expect("asked").is_empty());
    let removed = house.store.remove_all(&house.home, &ada()).await.expect("asked");
    assert!(removed.count == 0 && !session.has_ended());
}

async fn decision_1_a_session_of_one_site_is_nothing_at_another(house: House) {
    let (cookie, session) = house.sign_in().await;
    let place = super::SitePlace::new("https://other.example", "https://org.example", "0oaclient", "__Host-gatehouse");
    let ring = config::KeyRing::new(vec![[1; 32]]).expect("a key");
    let elsewhere = Home::new("Other", place, client_of_nobody(&house.clock), LIFETIMES, Seals::new(&ring));

    assert!(house.find_at(&elsewhere, &house.store, &cookie).await.is_none());
    assert_eq!(house.store.remove_all(&elsewhere, &ada()).await.expect("asked").count, 0);
    assert!(house.find(&cookie).await.is_some() && !session.has_ended());
}

async fn decision_18_a_cookie_under_a_retired_key_or_none_of_ours_is_nobodys(house: House) {
    let (cookie, _) = house.sign_in().await;
    // A process that knew both keys came between: what it passes on as it is stays sealed with the retired one.
    let rotating = house.restarted(&house.store, &[9, 1]).await;
    let retired = house.restarted(&rotating, &[9]).await;

    assert!(house.find_at(&house.home_under(&[9]), &retired, &cookie).await.is_none());
    assert!(house.find_at(&house.home, &retired, &SessionCookieValue::new("p".repeat(43))).await.is_none());
}

async fn keys_are_rotated_with_nobody_signed_out(house: House) {
    let (cookie, _) = house.sign_in().await;
    let restarted = house.restarted(&house.store, &[2, 1]).await;
    let rotated = house.home_under(&[2, 1]);

    let found = house.find_at(&rotated, &restarted, &cookie).await.expect("opens with the old key");
    let listed = restarted.list(&rotated, &ada()).await.expect("asked");
    let Turn::Ours(lease) = restarted.take_turn(&found).await.expect("asked") else { panic!("a turn") };
    let renewal = restarted.renew(&found, lease, found.version(), renewed(&found, "new"), house.clock.now()).await;

    assert!(renewal.expect("asked").is_ok());
    assert_eq!(listed.len(), 1);
    house.give_record(&restarted, &cookie, &found);
    let again = house.restarted(&restarted, &[2]).await;
    // From now on the new key alone would do.
    let after = house.find_at(&house.home_under(&[2]), &again, &cookie).await.expect("opens with the new key");
    assert_eq!(after.tokens().refresh_token, Some(RefreshToken::new("new")));
}

async fn removing_ends_a_session_for_whoever_holds_it(house: House) {
    let (cookie, _) = house.sign_in().await;
    let held = house.find(&cookie).await.expect("found");

    house.remove(&held).await;

    assert!(held.has_ended());
}

async fn gives_the_tokens_of_a_removed_session_once(house: House) {
    let (_, session) = house.sign_in().await;
    house.renew(&session, "latest").await.expect("taken");

    let first = house.remove(&session).await;
    let second = house.remove(&session).await;

    assert_eq!(first.expect("was there").refresh_token, Some(RefreshToken::new("latest")));
    assert!(second.is_none());
}

async fn decision_17_a_session_that_ended_takes_no_new_tokens(house: House) {
    let (_, session) = house.sign_in().await;
    let Turn::Ours(lease) = house.store.take_turn(&session).await.expect("asked") else { panic!("a turn") };
    house.remove(&session).await;

    let late = renewed(&session, "late");
    let renewal = house.store.renew(&session, lease, session.version(), late, house.clock.now()).await.expect("asked");

    let Err(Refused(unwanted)) = renewal else { panic!("taken") };
    assert_eq!(unwanted.refresh_token, Some(RefreshToken::new("late")));
    assert!(matches!(house.store.take_turn(&session).await.expect("asked"), Turn::Ended));
}

async fn decision_17_of_two_renewals_one_wins(house: House) {
    let (cookie, session) = house.sign_in().await;
    let version = session.version();

    let first = house.renew_of(&session, version, "first").await;
    let second = house.renew_of(&session, version, "second").await;

    assert!(first.is_ok() && second.is_err());
    let found = house.find(&cookie).await.expect("lives");
    assert_eq!(found.tokens().refresh_token, Some(RefreshToken::new("first")));
    assert_eq!(found.version(), version.next());
}

async fn decision_17_a_removed_session_is_not_brought_back_by_a_renewal_or_a_use(house: House) {
    let (cookie, session) = house.sign_in().await;
    house.remove(&session).await;

    let renewal = house.renew(&session, "late").await;
    house.clock.advance(LIFETIMES.idle_timeout / 2);
    house.store.note_use(&session, house.clock.now());
    tokio::time::sleep(Duration::from_millis(50)).await;

    assert!(renewal.is_err());
    assert!(house.find(&cookie).await.is_none());
}

async fn one_at_a_time_has_the_turn_to_refresh(house: House) {
    let Keeper::Redis(server) = &house.keeper else { return };
    let (_, session) = house.sign_in().await;
    let other = redis(server, &house.clock).await;

    let Turn::Ours(lease) = house.store.take_turn(&session).await.expect("asked") else { panic!("a turn") };
    let meanwhile = other.take_turn(&session).await.expect("asked");
    house.store.yield_turn(&session, lease).await.expect("asked");
    let Turn::Ours(later) = other.take_turn(&session).await.expect("asked") else { panic!("a turn") };
    // Whoever lost the turn writes nothing any more.
    let stale = renewed(&session, "stale");
    let refused = house.store.renew(&session, lease, session.version(), stale, house.clock.now()).await.expect("asked");

    assert!(matches!(meanwhile, Turn::Elsewhere));
    assert!(later.fence > lease.fence && refused.is_err());
}

async fn sessions_of_a_person_are_listed_and_ended_together(house: House) {
    let (first_cookie, first) = house.sign_in().await;
    let (second_cookie, second) = house.sign_in().await;

    let listed = house.store.list(&house.home, &ada()).await.expect("asked");
    let of_nobody = house.store.list(&house.home, &Whose::Subject("00ubob".to_owned())).await.expect("asked");
    let removed = house.store.remove_all(&house.home, &ada()).await.expect("asked");

    assert_eq!((listed.len(), of_nobody.len(), removed.count, removed.held.len()), (2, 0, 2, 2));
    let mut begun: Vec<_> = listed.iter().map(|listed| listed.created_at).collect();
    begun.sort_unstable();
    assert_eq!(begun, [first.created_at(), second.created_at()]);
    assert!(first.has_ended());
    assert!(house.find(&first_cookie).await.is_none() && house.find(&second_cookie).await.is_none());
    assert_eq!(house.store.remove_all(&house.home, &ada()).await.expect("asked").count, 0);
}

async fn sessions_of_one_session_at_the_server_are_ended_together(house: House) {
    let (cookie, _) = house.sign_in().await;
    let (other_cookie, other) = house.sign_in_at_server("102abc").await;

    let removed =
        house.store.remove_all(&house.home, &Whose::AtServer("102abc".to_owned())).await.expect("asked").count;

    assert_eq!(removed, 1);
    assert!(other.has_ended() && house.find(&other_cookie).await.is_none());
    assert!(house.find(&cookie).await.is_some());
}

async fn after_a_restart_sessions_are_listed_and_ended_before_their_browsers_are_back(house: House) {
    if let Keeper::Browsers = house.keeper {
        return; // A process knows nothing of a browser that has not come yet.
    }
    let (cookie, session) = house.sign_in().await;
    let (other_cookie, _) = house.sign_in_at_server("102abc").await;
    let (restarted, home) = (house.restarted(&house.store, &[2, 1]).await, house.home_under(&[2, 1]));
    let list = async |whose: Whose| restarted.list(&home, &whose).await.expect("asked");
    let remove_all = async |whose: Whose| restarted.remove_all(&home, &whose).await.expect("asked").count;
    let (bob, at_server) = (Whose::Subject("00ubob".to_owned()), Whose::AtServer("102abc".to_owned()));

    assert_eq!((list(ada()).await.len(), list(bob.clone()).await.len()), (2, 0));
    assert_eq!((remove_all(bob).await, remove_all(at_server.clone()).await, remove_all(at_server).await), (0, 1, 0));
    let left: Vec<_> = list(ada()).await.iter().map(|listed| (listed.key, listed.created_at)).collect();
    assert_eq!(left, [(*session.key(), session.created_at())], "the other one is left");
    assert_eq!((remove_all(ada()).await, list(ada()).await.len()), (1, 0));
    assert!(house.find_at(&home, &restarted, &cookie).await.is_none());
    assert!(house.find_at(&home, &restarted, &other_cookie).await.is_none());
}

async fn decision_19_what_was_buried_stays_buried(house: House) {
    let (cookie, session) = house.sign_in().await;

    house.store.bury(session.key(), session.ends_at());
    session.end();

    assert!(house.find(&cookie).await.is_none_or(|found| found.has_ended()));
}

async fn decision_3_a_mark_is_set_once(house: House) {
    let mark = house.home.place().finished_mark("handle");
    let until = house.clock.now().plus(HOUR);

    assert!(!house.store.marks().was_finished(mark).await.expect("asked"));
    assert!(house.store.marks().finish_once(mark, until).await.expect("asked"));
    assert!(!house.store.marks().finish_once(mark, until).await.expect("asked"));
    assert!(house.store.marks().was_finished(mark).await.expect("asked"));
    assert!(!house.store.marks().was_finished(house.home.place().finished_mark("another")).await.expect("asked"));
}

async fn decision_3_of_many_who_set_a_mark_at_once_one_is_first(house: House) {
    let mark = house.home.place().finished_mark("handle");
    let until = house.clock.now().plus(HOUR);
    let racers: Vec<_> = (0..50)
        .map(|_| {
            let store = Arc::clone(&house.store);
            tokio::spawn(async move { store.marks().finish_once(mark, until).await.expect("asked") })
        })
        .collect();

    let mut firsts = 0;
    for racer in racers {
        firsts += usize::from(racer.await.expect("no panic"));
    }

    assert_eq!(firsts, 1);
}

async fn decision_3_what_was_finished_before_a_restart_is_not_finished_again(house: House) {
    if let Keeper::Browsers = house.keeper {
        return; // Marks are this process's own then.
    }
    let mark = house.home.place().finished_mark("handle");
    let until = house.clock.now().plus(HOUR);
    house.store.marks().finish_once(mark, until).await.expect("asked");
    let again = house.restarted(&house.store, &[1]).await;
    let restarted = house.restarted(&again, &[1]).await;

    assert!(restarted.marks().was_finished(mark).await.expect("asked"), "two restarts later");
    assert!(!restarted.marks().finish_once(mark, until).await.expect("asked"));
    let another = house.home.place().finished_mark("another");
    assert!(restarted.marks().finish_once(another, until).await.expect("asked"));
}

async fn a_mark_is_gone_after_its_time(house: House) {
    let mark = house.home.place().finished_mark("handle");
    let short = Duration::from_secs(1);
    house.store.marks().finish_once(mark, house.clock.now().plus(short)).await.expect("asked");

    house.pass(2 * short).await;

    assert!(!house.store.marks().was_finished(mark).await.expect("asked"));
    assert!(house.store.marks().finish_once(mark, house.clock.now().plus(HOUR)).await.expect("asked"));
}

async fn whoever_comes_second_waits_for_what_the_first_hands_over(house: House) {
    let (mark, marks) = (house.home.place().finished_mark("handle"), house.store.marks());
    let until = house.clock.now().plus(HOUR);

    assert_eq!(house.handed_over(mark).await, Handover::Nothing, "nobody has begun");
    assert!(marks.finish_awaited(mark, until, until).await.expect("asked"));
    assert!(!marks.finish_awaited(mark, until, until).await.expect("asked"));
    assert!(marks.was_finished(mark).await.expect("asked"));
    assert_eq!(house.handed_over(mark).await, Handover::Awaited);
    marks.hand_over(mark, Some(b"sealed".to_vec()), until).await.expect("asked");
    // Whoever comes later still does not take it away.
    assert!(!marks.finish_awaited(mark, until, until).await.expect("asked"));
    assert_eq!(house.handed_over(mark).await, Handover::Sealed(b"sealed".to_vec()));
    assert_eq!(house.handed_over(house.home.place().finished_mark("another")).await, Handover::Nothing);
}

async fn nobody_waits_for_what_will_not_come(house: House) {
    let (mark, marks) = (house.home.place().finished_mark("handle"), house.store.marks());
    let given_up = house.home.place().finished_mark("given up");
    let until = house.clock.now().plus(HOUR);
    marks.finish_awaited(mark, until, until).await.expect("asked");
    marks.finish_once(given_up, until).await.expect("asked");

    marks.hand_over(mark, None, until).await.expect("asked");

    assert_eq!(house.handed_over(mark).await, Handover::Nothing);
    assert_eq!(house.handed_over(given_up).await, Handover::Nothing);
    assert!(marks.was_finished(mark).await.expect("asked"), "the mark stays");
}

async fn what_is_handed_over_is_there_for_its_time(house: House) {
    let place = house.home.place();
    let (left, awaited, marks) = (place.finished_mark("left"), place.finished_mark("awaited"), house.store.marks());
    let (until, soon) = (house.clock.now().plus(HOUR), house.clock.now().plus(Duration::from_secs(1)));
    marks.finish_awaited(left, until, until).await.expect("asked");
    marks.hand_over(left, Some(b"sealed".to_vec()), soon).await.expect("asked");
    marks.finish_awaited(awaited, until, soon).await.expect("asked");

    house.pass(Duration::from_secs(2)).await;

    assert_eq!(house.handed_over(left).await, Handover::Nothing);
    assert_eq!(house.handed_over(awaited).await, Handover::Nothing);
    assert!(marks.was_finished(left).await.expect("asked"));
}
