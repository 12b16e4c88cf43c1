//! Decisions 21 and 24: what the application and the log are told.

use std::collections::HashSet;

use super::{navigation_with, password_page};
use crate::support::browser::Browser;
use crate::support::house::House;
use crate::support::log::Log;
use crate::support::people::person;

// -- identity. The addresses of mailboxes are tried in `sign_in`, identities that do not fit in `tokens_refused`.

#[tokio::test]
async fn decision_21_the_user_is_the_subject_and_not_a_name_that_can_be_chosen() {
    let house = House::open().await;

    person("greta").reaches(&mut Browser::new(), &house, &house.second("/echo")).await;

    assert_eq!(house.last_reached("/echo").header("x-forwarded-user"), ["00udemogreta00000006"]);
}

// -- logs

#[tokio::test]
async fn decision_24_own_paths_are_logged_as_templates_without_their_query() {
    let log = Log::begin("trace");
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo?secret=in-the-query").await;
    browser.open(&house.first("/.gatehouse/callback?state=the-state&otp=123456")).await;
    person("ada").goes_on(&mut browser, &house, page.clone()).await;

    let text = log.whole().await;

    let id = page.url.path_segments().and_then(Iterator::last).expect("a transaction");
    assert!(log.lines("gatehouse::access").iter().any(|line| line.contains("/sign-in/{transaction}")), "{text}");
    for secret in [id, "in-the-query", "the-state", "123456"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn decision_24_a_request_is_named_by_the_gateway_and_never_by_a_stranger() {
    let log = Log::begin("info");
    let house = House::open().await;
    let lines =
        navigation_with(&[("X-Request-Id", "chosen-by-a-stranger"), ("X-Correlation-Id", "chosen-by-a-stranger")]);

    Browser::new().say("GET", &house.first("/public/echo"), &lines, "").await;
    Browser::new().say("GET", &house.first("/public/echo"), &lines, "").await;

    let reached = house.reached("/public/echo");
    let ids: HashSet<_> = reached.iter().map(|it| it.header("x-request-id").join(",")).collect();
    assert_eq!(ids.len(), 2);
    let text = log.whole().await;
    assert!(!text.contains("chosen-by-a-stranger"));
    assert!(ids.iter().all(|id| text.contains(&**id)), "the log and the application agree");
}
