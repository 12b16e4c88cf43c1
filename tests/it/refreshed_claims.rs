//! What changed at the org while somebody is signed in, and where it is seen after the next refresh.

use std::time::Duration;

use gatehouse::demo::org::{Flaw, TokenKind};

use crate::support::browser::Browser;
use crate::support::house::{House, eventually};
use crate::support::levels::{strict_house, with_two_factors};
use crate::support::people::person;

const MINUTE: Duration = Duration::from_secs(60);
const ADA: &str = "ada@example.com";

/// The groups with which the newest request reached the application.
fn groups(house: &House) -> String {
    house.last_reached("/echo").header("x-forwarded-groups").join("|")
}

#[tokio::test]
async fn groups_are_those_of_the_latest_refresh() {
    for first in [true, false] {
        let house = House::patient().await;
        let url = if first { house.first("/echo") } else { house.second("/echo") };
        let mut browser = Browser::new();
        person("ada").reaches(&mut browser, &house, &url).await;
        let at_sign_in = groups(&house);
        let mut seen = Vec::new();

        for now in [&["Everyone", "Editors"][..], &["Everyone"], &[]] {
            house.org().set_groups(ADA, now);
            assert_eq!(browser.look(&url).await.status, 200);
            let before = groups(&house);
            house.pass(61 * MINUTE);
            assert_eq!(browser.look(&url).await.status, 200);
            seen.push((before, groups(&house)));
        }

        let text = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        assert_eq!(at_sign_in, "Everyone");
        assert_eq!(
            seen,
            [text("Everyone", "Everyone,Editors"), text("Everyone,Editors", "Everyone"), text("Everyone", "")]
        );
    }
}

#[tokio::test]
async fn a_refresh_ahead_of_time_brings_the_new_groups_to_the_requests_after_it() {
    let house = House::patient().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let old = house.access_token("/echo");
    house.org().set_groups(ADA, &["Everyone", "Editors"]);
    house.pass(50 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    eventually("the refresh is made", || house.token_calls() == 2).await;

    while house.access_token("/echo") == old {
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    }

    assert_eq!(groups(&house), "Everyone,Editors", "token and groups change together");
}

#[tokio::test]
async fn a_refresh_without_an_id_token_leaves_the_claims_as_they_were() {
    let house = House::patient().await;
    house.org().change_client("0oademofieldnotes001", |client| client.switches.refreshes_id_tokens = false);
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let (old, user) = (house.access_token("/echo"), house.last_reached("/echo").header("x-forwarded-user").join("|"));
    house.org().set_groups(ADA, &["Everyone", "Editors"]);
    house.pass(61 * MINUTE);

    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);

    assert_ne!(house.access_token("/echo"), old);
    assert_eq!(groups(&house), "Everyone");
    assert_eq!(house.last_reached("/echo").header("x-forwarded-user").join("|"), user);
}

#[tokio::test]
async fn a_level_that_the_refreshed_id_token_does_not_state_any_more_is_asked_for_again() {
    let house = strict_house().await;
    let url = house.first("/echo/strong");
    let mut browser = Browser::new();
    with_two_factors("ada").reaches(&mut browser, &house, &url).await;
    assert_eq!(browser.look(&url).await.status, 200);
    house.org().flaw(TokenKind::IdToken, Flaw::LowerLevel);
    house.pass(61 * MINUTE);

    let weaker = browser.look(&url).await;
    let elsewhere = browser.look(&house.first("/echo")).await;
    with_two_factors("ada").reaches(&mut browser, &house, &url).await;

    assert_eq!(weaker.status, 303);
    assert!(weaker.redirect().is_some_and(|to| to.path() == "/.gatehouse/sign-in"));
    assert_eq!(elsewhere.status, 200, "what asks for no level goes on");
    assert_eq!(browser.look(&url).await.status, 200);
    assert_eq!((house.interactions(), house.token_calls()), (2, 3));
}

#[tokio::test]
async fn a_level_stays_while_refreshed_id_tokens_state_it() {
    let house = strict_house().await;
    let url = house.first("/echo/strong");
    let mut browser = Browser::new();
    with_two_factors("ada").reaches(&mut browser, &house, &url).await;

    for _ in 0..3 {
        house.pass(61 * MINUTE);
        assert_eq!(browser.look(&url).await.status, 200);
    }

    assert_eq!((house.interactions(), house.token_calls()), (1, 4));
}
