//! How a sign-in ends for people who press twice, come back, give up, or whose org does not say what became of it.

use gatehouse::demo::org::Fault;

use crate::support::browser::Browser;
use crate::support::house::House;
use crate::support::people::person;

const ANSWER: &str = "/idp/idx/challenge/answer";

#[tokio::test]
async fn a_browser_that_lost_its_device_cookie_can_still_sign_out() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let anywhere = house.first("/").parse().expect("an address");
    browser.jar.keep(&anywhere, "gatehouse-device=; Max-Age=0; Path=/");

    let asked = browser.open(&house.first("/.gatehouse/sign-out")).await;
    let done = browser.submit(&asked, &asked.form("Sign out"), &[]).await;

    assert_eq!(done.heading(), "You are signed out");
    assert!(browser.jar.value("gatehouse").is_none());
}

#[tokio::test]
async fn the_continue_button_of_somebody_who_signed_in_meanwhile_begins_nothing() {
    let house = House::open().await;
    let mut browser = Browser::without_fetch_metadata();
    let waiting = browser.open(&house.first("/echo?x=1")).await;
    let mut other_tab = browser.clone();
    let page = other_tab.submit(&waiting, &waiting.form("Continue"), &[]).await;
    person("ada").goes_on(&mut other_tab, &house, page).await;
    assert_eq!(house.interactions(), 1);

    let page = other_tab.submit(&waiting, &waiting.form("Continue"), &[]).await;

    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
    assert_eq!(house.interactions(), 1);
}

#[tokio::test]
async fn whoever_is_turned_away_again_and_again_can_always_begin_afresh() {
    let house = House::open().await;
    let mut browser = Browser::new();

    for _ in 0..5 {
        let first = browser.open(&house.first("/echo")).await;
        assert_eq!(first.heading(), "Sign in");
        let end = person("nina").goes_on(&mut browser, &house, first).await;
        assert_ne!(end.url.as_str(), house.first("/echo"));
    }
}

#[tokio::test]
async fn what_became_of_a_password_is_not_guessed() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await;
    house.org().fault(ANSWER, Fault::InternalError, 1);
    let typed = [("credentials.passcode", person("ada").password)];

    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &typed).await;

    assert!(page.body.contains("We can’t tell whether that arrived"), "{}", page.body);
    assert_eq!(house.org().calls(ANSWER), 1);
    person("ada").goes_on(&mut browser, &house, page).await;
    assert!(browser.jar.value("gatehouse").is_some());
}

#[tokio::test]
async fn starting_over_ends_the_transaction_and_begins_another() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo?x=1")).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await;

    let begun = browser.submit(&page, &page.form("Start over"), &[]).await;

    assert_eq!(begun.heading(), "Sign in");
    assert_ne!(begun.url, page.url);
    assert_eq!(browser.open(page.url.as_str()).await.heading(), "This sign-in has expired");
    let there = person("ada").goes_on(&mut browser, &house, begun).await;
    assert_eq!(there.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn an_address_that_was_too_long_to_keep_is_spoken_of() {
    let house = House::open().await;
    let mut browser = Browser::new();

    let page = browser.open(&house.first(&format!("/echo?q={}", "x".repeat(1200)))).await;

    assert!(page.body.contains("The address you came with was very long"), "{}", page.body);
}
