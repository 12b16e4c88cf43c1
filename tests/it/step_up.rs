//! Routes that ask for a level or an age of authentication, and what becomes of whoever comes without.

use std::time::Duration;

use crate::support::browser::{Browser, NAVIGATION};
use crate::support::house::{CUSTOM, House, eventually};
use crate::support::levels::{strict_house, with_two_factors};
use crate::support::people::{is_own, person};

const MINUTE: Duration = Duration::from_secs(60);
const FRAME: [(&str, &str); 3] =
    [("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")];

/// Ada, signed in with her password and nothing more.
async fn ada(house: &House) -> Browser {
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, house, &house.first("/echo")).await;
    browser
}

#[tokio::test]
async fn a_person_is_stepped_up_in_place_and_goes_on_at_the_exact_address() {
    let house = strict_house().await;
    let mut browser = ada(&house).await;
    let before = house.access_token("/echo");
    let url = house.first("/echo/strong?year=2026&q=%2Fa+b%3F");

    with_two_factors("ada").reaches(&mut browser, &house, &url).await;

    assert_eq!(house.last_reached("/echo/strong").target, "/echo/strong?year=2026&q=%2Fa+b%3F");
    assert_ne!(house.access_token("/echo/strong"), before);
    assert_eq!(house.reached("/echo/strong").len(), 1);
    eventually("the former tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
    assert!(house.userinfo(CUSTOM, &before).await.is_none());
    assert_eq!(browser.look(&url).await.status, 200, "once is enough");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn the_page_of_a_step_up_expects_the_person_who_is_signed_in() {
    let house = strict_house().await;
    let mut browser = ada(&house).await;

    let page = browser.open(&house.first("/echo/strong")).await;

    assert_eq!(page.form_with("identifier").value("identifier"), Some("ada@example.com"));
    assert!(page.body.contains("confirm it’s you to go on"), "{}", page.body);
}

#[tokio::test]
async fn whoever_is_not_signed_in_signs_in_as_strongly_as_the_page_asks_at_once() {
    let house = strict_house().await;
    let mut browser = Browser::new();

    with_two_factors("ada").reaches(&mut browser, &house, &house.first("/echo/strong")).await;

    assert_eq!((house.interactions(), house.token_calls()), (1, 1));
}

#[tokio::test]
async fn scripts_and_programs_are_told_what_is_missing() {
    let house = strict_house().await;
    let mut browser = ada(&house).await;
    let page = browser.open(&house.first("/echo")).await;

    let fetched = browser.fetch(&page, "/echo/both").await;
    let called = browser.say("PUT", &house.first("/echo/strong"), &[("Accept", "application/json")], "").await;

    for answer in [&fetched, &called] {
        assert_eq!(answer.status, 401);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert!(answer.all("set-cookie").is_empty() && answer.redirect().is_none());
    }
    let challenge = |answer: &crate::support::browser::Page| answer.all("www-authenticate").join("|");
    assert_eq!(
        challenge(&fetched),
        "Bearer error=\"insufficient_user_authentication\", error_description=\"A different authentication is needed\", \
         acr_values=\"phrh urn:okta:loa:2fa:any\", max_age=\"300\""
    );
    assert!(challenge(&called).ends_with("acr_values=\"urn:okta:loa:2fa:any\""), "{}", challenge(&called));
    assert_eq!(house.interactions(), 1, "nobody was led anywhere");
}

#[tokio::test]
async fn a_form_that_needs_more_is_not_lost_without_a_word() {
    let house = strict_house().await;
    let mut browser = ada(&house).await;
    let origin = house.first("");
    let lines: Vec<_> = NAVIGATION
        .into_iter()
        .chain([("Origin", origin.as_str()), ("Content-Type", "application/x-www-form-urlencoded")])
        .collect();

    let page = browser.say("POST", &house.first("/echo/posted"), &lines, "a=b").await;

    assert_eq!((page.status, page.heading().as_str()), (401, "Your form wasn’t sent"));
    assert!(page.header("www-authenticate").is_some_and(|line| line.contains("acr_values")));
    assert!(house.reached("/echo/posted").is_empty());
    let way = page.url.join("/.gatehouse/sign-in?return=%2Fecho%2Fposted").expect("an address");
    assert!(page.body.contains("/.gatehouse/sign-in?return=%2Fecho%2Fposted"), "{}", page.body);
    let confirmed = browser.open(way.as_str()).await;
    assert!(confirmed.asks_for("identifier"), "the way on leads to the step-up: {}", confirmed.body);
}

#[tokio::test]
async fn a_frame_offers_the_whole_window() {
    let house = strict_house().await;
    let mut browser = ada(&house).await;

    let page = browser.say("GET", &house.first("/echo/strong?x=1"), &FRAME, "").await;

    assert_eq!((page.status, page.heading().as_str()), (401, "Confirm it’s you"));
    assert!(page.body.contains("target=\"_top\"") && page.body.contains("/echo/strong?x=1"), "{}", page.body);
    assert!(page.forms().is_empty());
    assert_eq!(page.header("x-frame-options"), Some("SAMEORIGIN"));
}

#[tokio::test]
async fn an_authentication_that_is_too_long_ago_is_done_again() {
    let house = strict_house().await;
    let mut browser = ada(&house).await;
    let url = house.first("/echo/fresh");
    assert_eq!(browser.look(&url).await.status, 200, "it was a moment ago");
    house.pass(6 * MINUTE);

    let page = browser.open(&url).await;
    assert!(is_own(&page) && page.asks_for("identifier"), "{}", page.body);
    let page = person("ada").goes_on(&mut browser, &house, page).await;

    assert_eq!((page.url.as_str(), page.status), (&*url, 200));
    assert_eq!(house.interactions(), 2);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "other pages never minded");
}

#[tokio::test]
async fn levels_that_nobody_can_reach_end_in_a_page_that_says_so() {
    let house = strict_house().await;
    let mut signed_in = ada(&house).await;
    let mut stranger = Browser::new();

    for path in ["/echo/unmet", "/echo/unknown"] {
        for browser in [&mut signed_in, &mut stranger] {
            let page = browser.open(&house.first(path)).await;

            assert_eq!((page.status, page.heading().as_str()), (403, "This page needs a stronger sign-in"), "{path}");
            assert!(house.reached(path).is_empty());
        }
    }
    assert_eq!(signed_in.look(&house.first("/echo")).await.status, 200, "the session goes on");
}

#[tokio::test]
async fn a_code_that_does_not_come_up_to_the_level_ends_in_the_same_page() {
    let house = strict_house().await;
    let mut browser = Browser::new();

    let page = person("cleo").opens(&mut browser, &house, &house.first("/echo/strong")).await;

    assert_eq!((page.status, page.heading().as_str()), (403, "This page needs a stronger sign-in"));
    assert!(browser.jar.value("gatehouse").is_none());
    person("cleo").reaches(&mut browser, &house, &house.first("/echo")).await;
}

#[tokio::test]
async fn without_fetch_metadata_a_person_is_asked_before_anything_begins() {
    let house = strict_house().await;
    let mut browser = Browser::without_fetch_metadata();
    let url = house.first("/echo");
    let page = browser.open(&url).await;
    let page = browser.submit(&page, &page.form("Continue"), &[]).await;
    person("ada").goes_on(&mut browser, &house, page).await;
    let interactions = house.interactions();

    let page = browser.open(&house.first("/echo/strong")).await;

    assert_eq!((page.heading().as_str(), house.interactions()), ("Confirm it’s you", interactions));
    let page = browser.submit(&page, &page.form("Continue"), &[]).await;
    let page = with_two_factors("ada").goes_on(&mut browser, &house, page).await;
    assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo/strong"), 200));
}

#[tokio::test]
async fn a_path_that_only_resembles_a_stricter_one_reaches_nobody() {
    let house = strict_house().await;
    let mut browser = ada(&house).await;

    for path in ["/echo/STRONG", "/Echo/strong", "/echo/strong.", "/echo./strong/x"] {
        assert_eq!(browser.look(&house.first(path)).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_link_may_say_whom_to_expect_and_decides_nothing_by_that() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let link = house.first("/.gatehouse/sign-in?return=%2Fecho&login_hint=greta%40example.com");

    let page = browser.open(&link).await;

    assert_eq!(page.form_with("identifier").value("identifier"), Some("greta@example.com"));
    let page = person("ada").goes_on(&mut browser, &house, page).await;
    assert_eq!(page.url.as_str(), house.first("/echo"));
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["ada@example.com"]);
    let interactions = house.interactions();
    assert_eq!(browser.open(&link).await.url.as_str(), house.first("/echo"), "whoever is signed in stays that");
    assert_eq!(house.interactions(), interactions);
}
