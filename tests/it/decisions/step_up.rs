//! Decision 5: a step-up belongs to one session and one person.

use std::time::Duration;

use gatehouse::demo::org::{Flaw, TokenKind};

use crate::support::browser::Browser;
use crate::support::house::{CUSTOM, House, eventually};
use crate::support::levels::{strict_house, with_two_factors};
use crate::support::people::{Person, is_own, person};

const MINUTE: Duration = Duration::from_secs(60);
const NOT_REACHED: (u16, &str) = (403, "This page needs a stronger sign-in");

async fn signed_in(house: &House, name: &str) -> Browser {
    let mut browser = Browser::new();
    person(name).reaches(&mut browser, house, &house.first("/echo")).await;
    browser
}

/// Steps up where a page asks for it; the status and heading of where that ends.
async fn step_up(house: &House, browser: &mut Browser, person: Person, path: &str) -> (u16, String) {
    let page = person.opens(browser, house, &house.first(path)).await;
    (page.status, if is_own(&page) { page.heading() } else { String::new() })
}

#[tokio::test]
async fn decision_5_another_person_who_completes_a_step_up_replaces_the_session() {
    let house = strict_house().await;
    let mut browser = signed_in(&house, "ada").await;
    let (adas, token) = (browser.clone(), house.access_token("/echo"));

    let page = with_two_factors("uma").opens(&mut browser, &house, &house.first("/echo/strong")).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo/strong"), 200));
    assert_eq!(house.last_reached("/echo/strong").header("x-forwarded-user"), ["00udemouma0000000007"]);
    let status = browser.look(&house.first("/.gatehouse/session")).await;
    assert!(status.body.contains("00udemouma0000000007"), "{}", status.body);
    assert_eq!(adas.clone().look(&house.first("/echo")).await.status, 303, "nothing of the former session is left");
    eventually("the former tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
    assert!(house.userinfo(CUSTOM, &token).await.is_none());
}

#[tokio::test]
async fn decision_5_a_step_up_that_did_not_reach_its_level_is_refused_and_not_asked_for_again_for_a_minute() {
    let house = strict_house().await;
    let mut browser = signed_in(&house, "ada").await;
    let before = browser.jar.value("gatehouse").map(str::to_owned);
    house.org().flaw(TokenKind::IdToken, Flaw::LowerLevel);

    let end = step_up(&house, &mut browser, with_two_factors("ada"), "/echo/strong").await;

    assert_eq!((end.0, end.1.as_str()), NOT_REACHED);
    assert_eq!(browser.jar.value("gatehouse").map(str::to_owned), before, "the session is what it was");
    eventually("the tokens of no use are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
    let interactions = house.interactions();
    house.pass(Duration::from_secs(45));
    for _ in 0..3 {
        let page = browser.open(&house.first("/echo/strong")).await;
        assert_eq!((page.status, page.heading().as_str()), NOT_REACHED);
    }
    let page = browser.open(&house.first("/echo")).await;
    assert_eq!(browser.fetch(&page, "/echo/strong").await.status, 403);
    let link = browser.open(&house.first("/.gatehouse/sign-in?return=%2Fecho%2Fstrong")).await;
    assert_eq!((link.status, link.heading().as_str()), NOT_REACHED);
    assert_eq!(house.interactions(), interactions);
    assert_eq!(browser.look(&house.first("/echo/both")).await.status, 303, "another rule may ask");
    house.pass(2 * MINUTE);
    assert!(browser.open(&house.first("/echo/strong")).await.asks_for("identifier"));
}

#[tokio::test]
async fn decision_5_a_sign_in_that_did_not_reach_its_level_does_not_go_in_circles() {
    let house = strict_house().await;
    let mut browser = Browser::new();
    house.org().flaw(TokenKind::IdToken, Flaw::LowerLevel);

    let end = step_up(&house, &mut browser, with_two_factors("ada"), "/echo/strong").await;

    assert_eq!(end.0, 403);
    assert_eq!(house.interactions(), 1);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "it is a session all the same");
}

#[tokio::test]
async fn decision_5_the_age_is_what_the_id_token_says_and_nothing_else() {
    let house = strict_house().await;
    let mut browser = signed_in(&house, "ada").await;
    house.pass(6 * MINUTE);
    // The access token that comes with it tells of a moment ago.
    house.org().flaw(TokenKind::IdToken, Flaw::OldAuthentication);

    let end = step_up(&house, &mut browser, person("ada"), "/echo/fresh").await;

    assert_eq!((end.0, end.1.as_str()), NOT_REACHED);
    assert!(house.reached("/echo/fresh").is_empty());
    let interactions = house.interactions();
    let page = browser.open(&house.first("/echo/fresh")).await;
    assert_eq!((page.status, house.interactions()), (403, interactions), "not asked again");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn decision_5_the_session_has_another_name_after_a_step_up_and_ends_no_later() {
    let house = strict_house().await;
    let mut browser = signed_in(&house, "ada").await;
    let former = browser.clone();
    house.pass(11 * 60 * MINUTE);
    with_two_factors("ada").reaches(&mut browser, &house, &house.first("/echo/strong")).await;

    assert_ne!(former.jar.value("gatehouse"), browser.jar.value("gatehouse"));
    assert_eq!(former.clone().look(&house.first("/echo")).await.status, 303);
    house.pass(61 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303, "twelve hours after the sign-in");
}

#[tokio::test]
async fn decision_5_a_step_up_of_one_session_is_none_of_another() {
    let house = strict_house().await;
    let mut browser = signed_in(&house, "ada").await;
    let step = browser.open(&house.first("/echo/strong")).await;
    // Uma signs in in the same browser meanwhile, in another tab that the session was taken from.
    let umas = signed_in(&house, "uma").await;
    let stolen = umas.jar.value("gatehouse").expect("a session").to_owned();
    browser.jar.keep(&step.url, &format!("gatehouse={stolen}; Path=/"));

    let page = with_two_factors("ada").goes_on(&mut browser, &house, step).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo/strong"), 200));
    assert_eq!(house.last_reached("/echo/strong").header("x-forwarded-user"), ["00udemoada0000000001"]);
    assert_eq!(umas.clone().look(&house.first("/echo")).await.status, 303, "replaced, not mixed");
}

#[tokio::test]
async fn decision_5_a_refresh_that_tells_of_another_authentication_ends_the_session() {
    let house = strict_house().await;
    let mut browser = signed_in(&house, "ada").await;
    house.pass(61 * MINUTE);
    house.org().flaw(TokenKind::IdToken, Flaw::OldAuthentication);

    let answer = browser.look(&house.first("/echo/after")).await;

    assert_eq!(answer.status, 303);
    assert!(house.reached("/echo/after").is_empty());
}

#[tokio::test]
async fn decision_5_a_link_starts_no_step_up_that_the_page_it_leads_to_would_not_ask_for() {
    let house = strict_house().await;
    let mut browser = signed_in(&house, "ada").await;
    let interactions = house.interactions();

    for query in ["return=%2Fecho&acr_values=phr", "return=%2Fecho&max_age=0", "acr=phr&login_hint=uma%40example.com"] {
        let page = browser.open(&house.first(&format!("/.gatehouse/sign-in?{query}"))).await;
        assert!(!is_own(&page), "{query}: {}", page.url);
    }

    assert_eq!(house.interactions(), interactions);
}
