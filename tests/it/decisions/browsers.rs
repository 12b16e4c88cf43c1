//! Decisions 1 to 4: a session belongs to one site, a transaction to one browser, and its end comes once.

use std::collections::HashSet;
use std::time::Duration;

use gatehouse::demo::org::{Call, Fault};

use super::{navigation_with, password_page, transactions};
use crate::support::browser::Browser;
use crate::support::house::{CUSTOM, House, ORG, eventually};
use crate::support::log::Log;
use crate::support::people::{is_own, person};

// -- purpose and place are sealed in

#[tokio::test]
async fn decision_1_a_session_of_one_site_is_nothing_at_another() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let cookie = format!("gatehouse={}", browser.jar.value("gatehouse").expect("a session"));
    let reached = house.reached("/echo").len();

    let at_other = Browser::new().say("GET", &house.second("/echo"), &[("Cookie", &cookie)], "").await;
    let at_own = Browser::new().say("GET", &house.first("/echo"), &[("Cookie", &cookie)], "").await;

    assert_eq!((at_other.status, at_own.status), (401, 200));
    assert_eq!(house.reached("/echo").len(), reached + 1);
}

#[tokio::test]
async fn decision_1_a_transaction_of_one_site_does_not_open_at_another() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo").await;
    let cookies = browser.jar.header(&page.url).expect("cookies");
    let there = house.second(page.url.path());

    let answer = Browser::new().say("GET", &there, &navigation_with(&[("Cookie", &cookies)]), "").await;

    assert_eq!(answer.heading(), "This sign-in has expired");
}

// -- the browser has an anchor

#[tokio::test]
async fn decision_2_interact_is_called_only_when_the_anchor_has_come_back() {
    let house = House::open().await;
    let mut browser = Browser::new();

    let first = browser.look(&house.first("/echo")).await;
    assert!(browser.jar.value("gatehouse-device").is_some());
    let mut forgetful = Browser::new();
    let asked = forgetful.look(first.redirect().expect("a redirect").as_str()).await;
    assert_eq!((asked.status, house.interactions()), (303, 0));
    let begun = browser.look(first.redirect().expect("a redirect").as_str()).await;

    assert_eq!((begun.status, house.interactions()), (303, 1));
}

#[tokio::test]
async fn decision_2_a_valid_anchor_is_never_replaced() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let anchor = browser.jar.value("gatehouse-device").expect("an anchor").to_owned();
    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.submit(&page, &page.form("Sign out"), &[]).await;

    person("greta").reaches(&mut browser, &house, &house.first("/echo")).await;

    assert_eq!(browser.jar.value("gatehouse-device"), Some(&*anchor));
    assert_eq!(anchor.len(), 43, "256 bits");
}

#[tokio::test]
async fn decision_2_two_anchors_count_as_none() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo").await;
    let cookies = browser.jar.header(&page.url).expect("cookies");
    let doubled = format!("{cookies}; gatehouse-device={}", "B".repeat(43));

    let answer = browser.say("GET", page.url.as_str(), &navigation_with(&[("Cookie", &doubled)]), "").await;
    let entered =
        browser.say("GET", &house.first("/.gatehouse/sign-in"), &navigation_with(&[("Cookie", &doubled)]), "").await;

    assert_eq!(answer.heading(), "This sign-in has expired");
    assert_eq!(entered.status, 303);
    assert_eq!(house.interactions(), 1);
}

#[tokio::test]
async fn decision_2_a_transaction_carried_to_another_browser_does_not_open_there() {
    let house = House::open().await;
    let (mut one, mut other) = (Browser::new(), Browser::new());
    let page = password_page(&house, &mut one, "/echo").await;
    other.look(&house.first("/echo")).await;
    for name in transactions(&one) {
        let value = one.jar.value(&name).expect("it is there");
        other.jar.keep(&page.url, &format!("{name}={value}; Path=/.gatehouse"));
    }

    let seen = other.open(page.url.as_str()).await;

    assert_eq!(seen.heading(), "This sign-in has expired");
    assert!(!seen.body.contains("ada@example.com"));
}

// -- the end of a transaction is remembered

#[tokio::test]
async fn decision_3_one_token_call_a_transaction_however_many_submit_at_once() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo").await;
    house.org().fault(&format!("{CUSTOM}/token"), Fault::Delay(200), 1);
    let typed = [("credentials.passcode", person("ada").password)];
    let form = page.form_with("credentials.passcode");
    let mut tabs: Vec<Browser> = vec![browser.clone(); 4];
    let [one, two, three, four] = &mut tabs[..] else { panic!("four tabs") };

    tokio::join!(
        one.post(&page, &form, &typed),
        two.post(&page, &form, &typed),
        three.look(page.url.as_str()),
        four.look(page.url.as_str()),
    );

    assert_eq!(house.token_calls(), 1);
    // Whoever pressed twice has the one session that there is.
    let sessions: HashSet<&str> = tabs.iter().filter_map(|tab| tab.jar.value("gatehouse")).collect();
    assert_eq!(sessions.len(), 1);
}

#[tokio::test]
async fn decision_3_who_comes_second_goes_to_the_target_if_a_session_lives() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo?x=1").await;
    let before = browser.clone();
    person("ada").goes_on(&mut browser, &house, page.clone()).await;

    let back = browser.open(page.url.as_str()).await;
    // The tab that did not hear of the end still has the transaction's cookie, and the session of the other tab.
    let mut second = before.clone();
    let session = browser.jar.value("gatehouse").expect("a session");
    second.jar.keep(&house.first("/").parse().expect("an address"), &format!("gatehouse={session}; Path=/"));
    let second = second.open(page.url.as_str()).await;
    let pressed_twice = before.clone().open(page.url.as_str()).await;
    house.pass_at_gateway(Duration::from_secs(20));
    let much_later = before.clone().open(page.url.as_str()).await;

    assert_eq!(second.url.as_str(), house.first("/echo?x=1"));
    assert_eq!(back.url.as_str(), house.first("/"));
    assert_eq!(pressed_twice.url.as_str(), house.first("/echo?x=1"));
    assert_eq!(much_later.heading(), "This sign-in has expired");
    assert_eq!(house.token_calls(), 1);
}

#[tokio::test]
async fn decision_3_back_after_sign_out_does_not_bring_the_session_back() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo").await;
    let before = browser.clone();
    person("ada").goes_on(&mut browser, &house, page.clone()).await;
    let asked = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.submit(&asked, &asked.form("Sign out"), &[]).await;

    let back = before.clone().open(page.url.as_str()).await;

    assert_eq!(back.heading(), "This sign-in has expired");
}

// -- the device token

#[tokio::test]
async fn decision_4_each_browser_is_one_device_to_the_org_on_every_call_of_a_sign_in() {
    let log = Log::begin("trace");
    let house = House::open().await;
    let mut devices = Vec::new();

    for name in ["ben", "emil"] {
        let mut browser = Browser::new();
        person(name).reaches(&mut browser, &house, &house.first("/echo")).await;
        let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
        browser.submit(&page, &page.form("Sign out"), &[]).await;
        person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
        let calls = house.org().recorded_calls();
        let of_people =
            calls.iter().filter(|call| call.path.starts_with("/idp/idx") || call.path.ends_with("/interact"));
        let tokens: HashSet<_> =
            of_people.map(|call| (call.device_token.clone(), call.device_cookie.clone())).collect();
        let [(Some(header), Some(cookie))] = &tokens.into_iter().collect::<Vec<_>>()[..] else {
            panic!("one device token on all calls, as header and as cookie");
        };
        assert_eq!(header, cookie);
        assert!(header.len() <= 32);
        let anchor = browser.jar.value("gatehouse-device").expect("an anchor");
        let text = log.whole().await;
        assert!(text.contains("gatehouse::access"), "there is a log that could hold it");
        assert!(!anchor.contains(&**header) && !text.contains(anchor) && !text.contains(&**header));
        devices.push(header.clone());
        house.org().forget_calls();
    }

    assert_ne!(devices[0], devices[1]);
    for reached in house.demo.application().requests() {
        assert!(reached.header("x-device-token").is_empty());
        assert!(reached.headers.iter().all(|(_, value)| devices.iter().all(|device| !value.contains(&**device))));
    }
}

#[tokio::test]
async fn decision_4_the_org_learns_who_stands_behind_every_call_until_the_session_has_ended() {
    for (site, server) in [("first", CUSTOM), ("second", ORG)] {
        let house = House::configured(|yaml| yaml.replace("idle_timeout: 30m", "idle_timeout: 12h")).await;
        let at = |target| if site == "first" { house.first(target) } else { house.second(target) };
        let mut browser = Browser::speaking("sv-SE,sv;q=0.9");

        person("ada").reaches(&mut browser, &house, &at("/echo")).await;
        house.pass(Duration::from_secs(61 * 60));
        browser.look(&at("/echo")).await;
        let page = browser.open(&at("/.gatehouse/sign-out")).await;
        browser.submit(&page, &page.form("Sign out"), &[]).await;
        eventually("both tokens are revoked", || house.org().calls(&format!("{server}/revoke")) == 2).await;

        let calls = house.org().recorded_calls();
        let about_nobody = ["/openid-configuration", "/keys"];
        let about_people: Vec<_> =
            calls.iter().filter(|call| !about_nobody.iter().any(|end| call.path.ends_with(end))).collect();
        let of = |end: &str| about_people.iter().filter(|call| call.path == format!("{server}{end}")).count();
        // The org's own access tokens cannot be read, so the server is asked what they are.
        let introspections = if server == ORG { 1 } else { 0 };
        assert_eq!([of("/interact"), of("/token"), of("/introspect"), of("/revoke")], [1, 2, introspections, 2]);
        for call in about_people {
            assert_eq!(call.forwarded_for.as_deref(), Some("127.0.0.1"), "{call:?}");
            assert_eq!(call.user_agent.as_deref(), Some("TestBrowser/1"), "{call:?}");
            assert_eq!(call.accept_language.as_deref(), Some("en,sv-SE,sv;q=0.9"), "{call:?}");
            // No jar on a server: nothing that one person was given goes along with another's call.
            assert_eq!(call.cookies, ["DT"], "{call:?}");
            assert_eq!(call.device_token, call.device_cookie, "{call:?}");
        }
        let devices: HashSet<_> = calls.iter().filter_map(|call| call.device_token.as_deref()).collect();
        assert_eq!(devices.len(), 1, "one browser is one device, to the last call");
    }
}

#[tokio::test]
async fn decision_4_a_refresh_is_made_in_the_name_of_the_request_that_begins_it() {
    let house = House::configured(|yaml| yaml.replace("idle_timeout: 30m", "idle_timeout: 12h")).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let session = browser.jar.value("gatehouse").expect("a session");
    house.org().forget_calls();
    house.pass(Duration::from_secs(61 * 60));

    // The browser has moved on to another version, and has lost its device cookie.
    let lines = [("Cookie", &*format!("gatehouse={session}")), ("User-Agent", "TestBrowser/2")];
    let answer = Browser::new().say("GET", &house.first("/echo"), &navigation_with(&lines), "").await;

    let calls = house.org().recorded_calls();
    let refresh = calls.iter().find(|call| call.path == format!("{CUSTOM}/token")).expect("a refresh");
    assert_eq!(answer.status, 200);
    assert_eq!(refresh.user_agent.as_deref(), Some("TestBrowser/2"));
    assert_eq!(refresh.forwarded_for.as_deref(), Some("127.0.0.1"));
    assert_eq!((&refresh.device_token, &refresh.cookies[..]), (&None, &[][..]));
}

#[tokio::test]
async fn decision_4_the_session_that_a_sign_in_replaces_is_revoked_in_the_persons_name() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let one = browser.open(&house.first("/echo/one")).await;
    let other = browser.open(&house.first("/echo/other")).await;
    person("ada").goes_on(&mut browser, &house, one).await;

    person("greta").goes_on(&mut browser, &house, other).await;

    let of_revocation = |calls: Vec<Call>| calls.into_iter().filter(|call| call.path == format!("{CUSTOM}/revoke"));
    eventually("the tokens are revoked", || of_revocation(house.org().recorded_calls()).count() == 2).await;
    for call in of_revocation(house.org().recorded_calls()) {
        assert_eq!(call.user_agent.as_deref(), Some("TestBrowser/1"), "{call:?}");
        assert!(call.device_token.is_some(), "{call:?}");
    }
}

// -- limits of our own

#[tokio::test]
async fn decision_23_where_strangers_have_used_up_what_an_address_may_a_known_browser_still_signs_in() {
    let house = House::open().await;
    let mut known = Browser::new();
    person("ada").reaches(&mut known, &house, &house.first("/echo")).await;
    let mut last = Browser::new().open(&house.first("/echo")).await;
    for _ in 0..20 {
        last = Browser::new().open(&house.first("/echo")).await;
    }
    assert_eq!((last.status, last.header("retry-after").is_some()), (429, true));

    let cookies = |target: &str| known.jar.header(&house.first(target).parse().expect("a URL")).expect("cookies");
    let (own, beyond) = (cookies("/.gatehouse/sign-in"), cookies("/echo"));
    known.jar.keep(&house.first("/").parse().expect("a URL"), "gatehouse=; Path=/; Max-Age=0");
    let page = known.open(&house.first("/echo")).await;

    assert!(own.contains("gatehouse-known=") && !beyond.contains("gatehouse-known="));
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(is_own(&page));
}
