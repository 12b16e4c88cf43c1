//! Decisions 6 to 9: what sign-ins in progress may cost the browser, the org and the gateway.

use std::time::Duration;

use gatehouse::demo::org::Fault;

use super::{navigation_with, password_page, transactions};
use crate::support::browser::{Browser, NAVIGATION};
use crate::support::house::House;
use crate::support::people::person;

// -- cookies of transactions are few and small

#[tokio::test]
async fn decision_6_a_browser_keeps_three_transactions_at_most() {
    let house = House::open().await;
    let mut browser = Browser::new();

    for number in 0..6 {
        browser.open(&house.first(&format!("/echo/{number}"))).await;
        assert!(transactions(&browser).len() <= 3, "{:?}", browser.jar.names());
    }

    for name in transactions(&browser) {
        let value = browser.jar.value(&name).expect("it is there");
        assert!(name.len() + value.len() <= 1843, "{} bytes", value.len());
    }
}

#[tokio::test]
async fn decision_6_a_half_done_sign_in_is_not_dropped_for_a_new_one() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let half_done = password_page(&house, &mut browser, "/echo/0").await;
    for number in 1..6 {
        browser.open(&house.first(&format!("/echo/{number}"))).await;
    }

    let page = person("ada").goes_on(&mut browser, &house, half_done).await;

    assert_eq!(page.url.as_str(), house.first("/echo/0"));
}

#[tokio::test]
async fn decision_6_when_all_are_half_done_the_person_is_led_to_the_latest() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let mut latest = None;
    for number in 0..3 {
        latest = Some(password_page(&house, &mut browser, &format!("/echo/{number}")).await);
        // Which one is the latest is known by the second.
        house.pass(Duration::from_secs(1));
    }
    let latest = latest.expect("three sign-ins");
    let interactions = house.interactions();

    let page = browser.open(&house.first("/echo/more")).await;

    assert_eq!(page.heading(), "You have begun to sign in already");
    assert!(page.body.contains(latest.url.path()));
    assert_eq!((transactions(&browser).len(), house.interactions()), (3, interactions));
}

#[tokio::test]
async fn decision_6_a_target_of_more_than_a_kilobyte_keeps_its_path() {
    let house = House::open().await;
    let long = format!("/echo?{}", "x".repeat(1100));

    let (mut modern, mut old) = (Browser::new(), Browser::without_fetch_metadata());
    let seen_by_modern = modern.open(&house.first(&long)).await;
    let seen_by_old = old.open(&house.first(&long)).await;
    let seen_by_old = old.submit(&seen_by_old, &seen_by_old.form("Continue"), &[]).await;

    for (mut browser, page) in [(modern, seen_by_modern), (old, seen_by_old)] {
        assert!(page.body.contains("The address you came with was very long."), "{}", page.body);
        let page = person("ada").goes_on(&mut browser, &house, page).await;
        assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo"), 200));
    }
    let short = Browser::new().open(&house.second("/echo?q=1")).await;
    assert!(!short.body.contains("was very long"));
}

#[tokio::test]
async fn decision_6_nobody_is_led_off_the_site_or_in_a_circle_after_signing_in() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    for target in [
        "https://evil.example/",
        "//evil.example/",
        "/%5Cevil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/.gatehouse/sign-out",
        "/%2Egatehouse/sign-out",
        "/.gatehouse/sign-in",
        "echo",
        "/a/../../b",
        "/x\r\nSet-Cookie: a=b",
    ] {
        let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("return", target).finish();
        let answer = browser.look(&house.first(&format!("/.gatehouse/sign-in?{query}"))).await;
        assert_eq!((answer.status, answer.header("location")), (303, Some("/")), "{target}");
    }
}

// -- messages and polls

#[tokio::test]
async fn decision_7_a_poll_that_is_refused_does_not_end_the_sign_in() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ben@example.com")]).await;
    let typed = [("credentials.passcode", person("ben").password)];
    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &typed).await;
    let form = page.forms().into_iter().find(|form| form.button.starts_with("Email")).expect("a choice");
    let page = browser.submit(&page, &form, &[]).await;

    for fault in [Fault::SessionExpired, Fault::TooManyRequests, Fault::RateLimited(10), Fault::BadGateway] {
        house.org().fault("/idp/idx/challenge/poll", fault, 1);
        let polled = browser.look(&format!("{}?poll=1", page.url)).await;
        assert!([200, 429, 503].contains(&polled.status), "{fault:?}: {}", polled.body);
        house.org().clear_faults();
    }

    let page = person("ben").goes_on(&mut browser, &house, page).await;
    assert_eq!(page.url.as_str(), house.first("/echo"));
}

#[tokio::test]
async fn decision_7_polls_of_a_page_left_open_are_few() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "cleo@example.com")]).await;
    let page = browser.submit(&page, &page.form("Send me an email"), &[]).await;
    let before = house.org().recorded_calls().len();

    for _ in 0..30 {
        browser.look(&format!("{}?poll=1", page.url)).await;
    }

    assert!(house.org().recorded_calls().len() - before <= 5);
    let page = person("cleo").goes_on(&mut browser, &house, page).await;
    assert_eq!(page.url.as_str(), house.first("/echo"));
}

// -- interact is spent on people

#[tokio::test]
async fn decision_8_interact_is_not_spent_on_what_no_person_opened() {
    let house = House::open().await;
    let mut browser = Browser::new();
    browser.look(&house.first("/echo")).await;
    let url = house.first("/.gatehouse/sign-in");
    let script =
        [("Accept", "*/*"), ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Dest", "empty")];
    let frame = [("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")];

    for lines in [
        navigation_with(&[("Sec-Purpose", "prefetch")]),
        navigation_with(&[("Sec-Purpose", "prefetch;prerender")]),
        navigation_with(&[("Purpose", "prefetch")]),
        navigation_with(&[("X-Moz", "prefetch")]),
        navigation_with(&[("Service-Worker", "script")]),
        script.to_vec(),
        frame.to_vec(),
        vec![("Accept", "text/html"), ("X-Requested-With", "XMLHttpRequest")],
        vec![("Accept", "application/json")],
        vec![("Accept", "text/html")],
        vec![],
    ] {
        let answer = browser.say("GET", &url, &lines, "").await;
        assert_ne!(answer.status, 303, "{lines:?}");
    }

    assert_eq!(house.interactions(), 0);
    browser.say("GET", &url, &NAVIGATION, "").await;
    assert_eq!(house.interactions(), 1);
}

#[tokio::test]
async fn decision_8_one_address_cannot_begin_sign_ins_without_end() {
    let house = House::open().await;
    let mut refused = None;

    for number in 0..25 {
        let mut browser = Browser::new();
        let page = browser.open(&house.first("/echo")).await;
        if page.status == 429 {
            refused = Some((number, page));
            break;
        }
    }

    let (number, page) = refused.expect("there is a limit");
    assert_eq!((number, house.interactions()), (20, 20));
    assert_eq!(page.heading(), "Wait a moment");
    let wait: u64 = page.header("retry-after").and_then(|wait| wait.parse().ok()).expect("Retry-After");
    house.pass(Duration::from_secs(wait));
    assert_eq!(Browser::new().open(&house.first("/echo")).await.status, 200);
    // The other site has a budget of its own.
    assert_eq!(Browser::new().open(&house.second("/echo")).await.status, 200);
}

// -- budgets in bytes

#[tokio::test]
async fn decision_9_a_document_beyond_256_kilobytes_is_not_read() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo").await;
    house.org().fault("/idp/idx/introspect", Fault::Oversized(256 * 1024), 100);
    house.org().fault("/idp/idx/challenge/answer", Fault::Oversized(256 * 1024), 1);

    let page =
        browser.submit(&page, &page.form_with("credentials.passcode"), &[("credentials.passcode", "not-hers")]).await;

    assert_eq!((page.status, page.heading()), (503, "We can’t reach the sign-in service".to_owned()));
    assert!(page.body.len() < 16 * 1024);
}
