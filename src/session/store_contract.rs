//! What every store promises, tried on each of them.

use std::sync::Arc;
use std::time::Duration;

use super::store::{Near, SessionStore};
use super::testing::{self, HOUR, limits, place, tokens};
use super::user_session::{Refused, UserSession};
use super::{MemoryStore, SessionCookieValue, SessionKey};
use crate::clock::Clock;
use crate::oauth::{RefreshToken, TokenSet};

/// Runs the whole contract against the store that `$make` makes.
macro_rules! store_contract {
    ($store:ident, $make:expr) => {
        mod $store {
            use super::*;

            store_contract!(@each $make,
                keeps_a_session_until_it_is_removed,
                an_unknown_session_is_an_answer_and_no_error,
                removing_ends_a_session_for_whoever_holds_it,
                gives_the_tokens_of_a_removed_session_once,
                a_session_that_ended_takes_no_new_tokens,
                of_two_renewals_one_wins,
                a_removed_session_is_not_brought_back_by_a_renewal,
                a_mark_is_set_once,
                of_many_who_set_a_mark_at_once_one_is_first,
                a_mark_is_gone_after_its_time,
            );
        }
    };
    (@each $make:expr, $($property:ident,)*) => {
        $(
            #[tokio::test]
            async fn $property() {
                let clock = Clock::adjustable();
                super::$property($make(clock.clone()), clock).await;
            }
        )*
    };
}

store_contract!(memory, |clock| Arc::new(MemoryStore::new(HOUR, clock)));

type Store = Arc<dyn SessionStore>;

fn session(clock: &Clock) -> (SessionKey, Arc<UserSession>) {
    let key = place().session_key(SessionCookieValue::fresh().expose()).expect("well-formed");
    let tokens = tokens(clock.now().plus(HOUR));
    (key, Arc::new(UserSession::new(key, tokens, testing::client_of_nobody(clock), &limits(), clock.now())))
}

fn renewed(session: &UserSession, name: &str) -> TokenSet {
    TokenSet { refresh_token: Some(RefreshToken::new(name)), ..TokenSet::clone(&session.tokens()) }
}

async fn find(store: &Store, key: &SessionKey) -> Option<Arc<UserSession>> {
    let near = store.near(key);
    let found = store.find(key).await.expect("a store at hand");
    match near {
        Near::Found(near) => assert!(found.as_ref().is_some_and(|found| Arc::ptr_eq(found, &near))),
        Near::Absent => assert!(found.is_none()),
        Near::Unknown => {}
    }
    found
}

async fn keeps_a_session_until_it_is_removed(store: Store, clock: Clock) {
    let (key, session) = session(&clock);

    store.create(Arc::clone(&session)).await.expect("kept");
    let found = find(&store, &key).await;
    store.remove(&key).await.expect("removed");

    assert!(found.is_some_and(|found| found.tokens().claims.sub == "00uada"));
    assert!(find(&store, &key).await.is_none());
}

async fn an_unknown_session_is_an_answer_and_no_error(store: Store, clock: Clock) {
    let (key, _) = session(&clock);

    assert!(find(&store, &key).await.is_none());
    assert!(store.remove(&key).await.expect("asked").is_none());
}

async fn removing_ends_a_session_for_whoever_holds_it(store: Store, clock: Clock) {
    let (key, session) = session(&clock);
    store.create(Arc::clone(&session)).await.expect("kept");
    let held = find(&store, &key).await.expect("found");

    store.remove(&key).await.expect("removed");

    assert!(held.has_ended());
}

async fn gives_the_tokens_of_a_removed_session_once(store: Store, clock: Clock) {
    let (key, session) = session(&clock);
    store.create(Arc::clone(&session)).await.expect("kept");
    store
        .renew(&session, session.version(), renewed(&session, "latest"), clock.now())
        .await
        .expect("asked")
        .expect("taken");

    let first = store.remove(&key).await.expect("asked");
    let second = store.remove(&key).await.expect("asked");

    let latest = first.expect("was there").tokens.refresh_token.clone();
    assert_eq!(latest, Some(RefreshToken::new("latest")));
    assert!(second.is_none());
}

async fn a_session_that_ended_takes_no_new_tokens(store: Store, clock: Clock) {
    let (key, session) = session(&clock);
    store.create(Arc::clone(&session)).await.expect("kept");
    let version = session.version();
    store.remove(&key).await.expect("removed");

    let renewal = store.renew(&session, version, renewed(&session, "late"), clock.now()).await.expect("asked");

    let Err(Refused(unwanted)) = renewal else { panic!("taken") };
    assert_eq!(unwanted.refresh_token, Some(RefreshToken::new("late")));
}

async fn of_two_renewals_one_wins(store: Store, clock: Clock) {
    let (_, session) = session(&clock);
    store.create(Arc::clone(&session)).await.expect("kept");
    let version = session.version();

    let first = store.renew(&session, version, renewed(&session, "first"), clock.now()).await.expect("asked");
    let second = store.renew(&session, version, renewed(&session, "second"), clock.now()).await.expect("asked");

    assert!(first.is_ok() && second.is_err());
    assert_eq!(session.tokens().refresh_token, Some(RefreshToken::new("first")));
}

async fn a_removed_session_is_not_brought_back_by_a_renewal(store: Store, clock: Clock) {
    let (key, session) = session(&clock);
    store.create(Arc::clone(&session)).await.expect("kept");
    let held = find(&store, &key).await.expect("found");
    store.remove(&key).await.expect("removed");

    let _ = store.renew(&held, held.version(), renewed(&held, "late"), clock.now()).await.expect("asked");

    assert!(find(&store, &key).await.is_none());
    assert!(held.has_ended());
}

async fn a_mark_is_set_once(store: Store, clock: Clock) {
    let mark = place().finished_mark("handle");
    let until = clock.now().plus(HOUR);

    assert!(!store.was_finished(mark).await.expect("asked"));
    assert!(store.finish_once(mark, until).await.expect("asked"));
    assert!(!store.finish_once(mark, until).await.expect("asked"));
    assert!(store.was_finished(mark).await.expect("asked"));
    assert!(!store.was_finished(place().finished_mark("another")).await.expect("asked"));
}

async fn of_many_who_set_a_mark_at_once_one_is_first(store: Store, clock: Clock) {
    let mark = place().finished_mark("handle");
    let until = clock.now().plus(HOUR);
    let racers: Vec<_> = (0..50)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.finish_once(mark, until).await.expect("asked") })
        })
        .collect();

    let mut firsts = 0;
    for racer in racers {
        firsts += usize::from(racer.await.expect("no panic"));
    }

    assert_eq!(firsts, 1);
}

async fn a_mark_is_gone_after_its_time(store: Store, clock: Clock) {
    let mark = place().finished_mark("handle");
    store.finish_once(mark, clock.now().plus(HOUR)).await.expect("asked");

    clock.advance(HOUR + Duration::from_secs(1));

    assert!(!store.was_finished(mark).await.expect("asked"));
    assert!(store.finish_once(mark, clock.now().plus(HOUR)).await.expect("asked"));
}
