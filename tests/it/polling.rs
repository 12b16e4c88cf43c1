//! Pages that wait: what their script asks, and what it learns.

use serde_json::{Value, json};

use gatehouse::demo::org::Fault;

use crate::support::browser::{Browser, NAVIGATION, Page};
use crate::support::house::House;
use crate::support::levels::strict_house;
use crate::support::people::person;

/// The page that waits for Cleo's e-mail, or the code in it.
async fn waiting_page(house: &House, browser: &mut Browser) -> Page {
    waiting_page_for(house, browser, "/echo?from=afar").await
}

async fn waiting_page_for(house: &House, browser: &mut Browser, target: &str) -> Page {
    let page = browser.open(&house.first(target)).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "cleo@example.com")]).await;
    browser.submit(&page, &page.form("Send me an email"), &[]).await
}

/// The address where the script of a page asks.
fn poll_url(page: &Page) -> String {
    let (_, rest) = page.body.split_once("data-poll=\"").unwrap_or_else(|| panic!("nothing polls: {}", page.body));
    rest.split_once('"').expect("the end of the attribute").0.replace("&#38;", "&")
}

async fn ask(browser: &mut Browser, page: &Page) -> Value {
    let answer = browser.fetch(page, &poll_url(page)).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")), "{}", answer.body);
    serde_json::from_str(&answer.body).expect("JSON")
}

#[tokio::test]
async fn a_page_is_current_until_something_happens_elsewhere() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = waiting_page(&house, &mut browser).await;

    let before = ask(&mut browser, &page).await;
    house.org().approve("cleo@example.com");
    tokio::time::sleep(std::time::Duration::from_millis(before["after_ms"].as_u64().expect("a pause") + 50)).await;
    let after = ask(&mut browser, &page).await;

    assert_eq!(before["current"], true);
    assert_eq!(after, json!({ "current": false, "after_ms": null }));
    let reached = browser.open(page.url.as_str()).await;
    assert_eq!(reached.url.as_str(), house.first("/echo?from=afar"), "{}", reached.body);
}

#[tokio::test]
async fn a_level_that_was_not_reached_while_a_script_asked_is_told_as_such() {
    let house = strict_house().await;
    let mut browser = Browser::new();
    let page = waiting_page_for(&house, &mut browser, "/echo/strong").await;

    house.org().approve("cleo@example.com");
    let verdict = ask(&mut browser, &page).await;

    assert_eq!(verdict["current"], false);
    let page = browser.open(page.url.as_str()).await;
    assert_eq!((page.status, page.heading().as_str()), (403, "This page needs a stronger sign-in"));
    assert!(browser.jar.value("gatehouse").is_none());
}

#[tokio::test]
async fn asking_tells_nothing_of_the_sign_in_and_keeps_nothing_alive() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = waiting_page(&house, &mut browser).await;

    let answer = browser.fetch(&page, &poll_url(&page)).await;

    let body: Value = serde_json::from_str(&answer.body).expect("JSON");
    let members: Vec<&String> = body.as_object().expect("an object").keys().collect();
    assert_eq!(members, ["after_ms", "current"]);
    assert!(answer.all("set-cookie").is_empty());
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn only_a_page_of_the_same_origin_in_the_same_browser_learns_anything() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = waiting_page(&house, &mut browser).await;
    let url = page.url.join(&poll_url(&page)).expect("an address");
    let calls = house.org().recorded_calls().len();

    let foreign = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Dest", "empty")];
    let frame = [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")];
    for lines in [&foreign[..], &frame, &NAVIGATION] {
        assert_eq!(browser.say("GET", url.as_str(), lines, "").await.status, 403, "{lines:?}");
    }
    let stranger = Browser::new().fetch(&page, url.as_str()).await;

    assert!(stranger.body.contains("\"current\":false") && stranger.all("set-cookie").is_empty());
    assert_eq!(house.org().recorded_calls().len(), calls, "the org was asked");
}

#[tokio::test]
async fn decision_7_a_script_that_asks_without_pause_asks_the_org_seldom_and_ends_nothing() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = waiting_page(&house, &mut browser).await;
    let before = house.org().recorded_calls().len();

    for _ in 0..30 {
        assert_eq!(ask(&mut browser, &page).await["current"], true);
    }

    assert!(house.org().recorded_calls().len() - before <= 2);
    let page = person("cleo").goes_on(&mut browser, &house, page).await;
    assert_eq!(page.url.as_str(), house.first("/echo?from=afar"));
}

#[tokio::test]
async fn decision_7_after_too_many_requests_the_page_rests_for_a_minute_and_says_nothing() {
    let house = House::open().await;

    for fault in [Fault::TooManyRequests, Fault::RateLimited(10)] {
        let mut browser = Browser::new();
        let page = waiting_page(&house, &mut browser).await;
        house.org().fault("/idp/idx/challenge/poll", fault, 1);

        let answer = ask(&mut browser, &page).await;

        assert_eq!(answer["current"], true, "{fault:?}");
        let pause = answer["after_ms"].as_u64();
        assert!(pause.is_some_and(|pause| (59_000..=60_000).contains(&pause)), "{fault:?}: {answer}");
    }
}

#[tokio::test]
async fn decision_7_what_was_wrong_with_a_code_stays_although_no_poll_repeats_it() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = waiting_page(&house, &mut browser).await;
    let code = house.org().latest_code("cleo@example.com").expect("a code");
    let wrong = if code == "000000" { "111111" } else { "000000" };
    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &[("credentials.passcode", wrong)]).await;

    let answer = ask(&mut browser, &page).await;

    assert_eq!(page.errors().len(), 1);
    assert_eq!(answer["current"], true);
}

#[tokio::test]
async fn a_sign_in_that_has_run_out_is_not_asked_about_again() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = waiting_page(&house, &mut browser).await;
    house.org().expire_transactions();

    let answer = ask(&mut browser, &page).await;

    assert_eq!(answer, json!({ "current": false, "after_ms": null }));
}

#[tokio::test]
async fn scripts_run_and_are_asked_for_only_where_a_page_carries_them() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = waiting_page(&house, &mut browser).await;
    let calm = browser.open(&house.first("/.gatehouse/no-such-page")).await;

    let policy = |page: &Page| page.header("content-security-policy").expect("a policy").to_owned();
    assert!(policy(&page).contains("script-src 'self'; connect-src 'self'"));
    assert!(!policy(&calm).contains("script-src") && !calm.body.contains("<script"));
    for src in page.body.split("<script type=\"module\" src=\"").skip(1) {
        let script = browser.fetch(&page, src.split_once('"').expect("an address").0).await;
        assert_eq!((script.status, script.header("content-type")), (200, Some("text/javascript; charset=utf-8")));
        assert!(script.header("cache-control").is_some_and(|value| value.contains("immutable")));
    }
}
