//! An org that is down, slow, rude or strange.

use std::net::TcpListener;
use std::time::Duration;

use gatehouse::demo::org::{Fault, Quirks};
use gatehouse::demo::{Demo, Options};

use crate::support::browser::{Browser, Page};
use crate::support::house::{CUSTOM, House, eventually};
use crate::support::people::{Person, is_own, person};

const INTROSPECT: &str = "/idp/idx/introspect";
const IDENTIFY: &str = "/idp/idx/identify";
const ANSWER: &str = "/idp/idx/challenge/answer";
const UNREACHABLE: &str = "We can’t reach the sign-in service";

/// At the first site, the page that asks this person for the password.
async fn password_page(house: &House, browser: &mut Browser, person: &Person) -> Page {
    let page = browser.open(&house.first("/echo?x=1")).await;
    browser.submit(&page, &page.form_with("identifier"), &[("identifier", person.login)]).await
}

async fn say(browser: &mut Browser, page: &Page, passcode: &str) -> Page {
    browser.submit(page, &page.form_with("credentials.passcode"), &[("credentials.passcode", passcode)]).await
}

/// The page says that it may be tried again, and says nothing of what the org said.
fn assert_calm(page: &Page, status: u16, heading: &str) {
    assert_eq!((page.status, page.heading()), (status, heading.to_owned()), "{}", page.body);
    assert!(page.body.contains("Try again"), "{}", page.body);
    for foreign in ["Bad Gateway", "E0000009", "E0000047", "Internal Server Error", "padding"] {
        assert!(!page.body.contains(foreign), "{foreign}");
    }
}

#[tokio::test]
async fn an_org_that_is_down_at_the_start_keeps_nobody_from_a_calm_page_and_is_found_when_it_comes() {
    let org = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port");
    let options = Options { org, ..Options::default() };
    let absent = Demo::start(options.clone()).await.expect("the demo starts");
    let application = absent.application_address();
    // The house has what it needs of the org: where it will be.
    absent.org().fault("/", Fault::BadGateway, 1000);
    let (house, absent) = House::with(absent, |yaml| yaml, true).without_demo();
    drop(absent);
    eventually("the org is gone", || std::net::TcpStream::connect(org).is_err()).await;
    let mut browser = Browser::new();

    let page = browser.open(&house.first("/echo")).await;
    assert_calm(&page, 503, UNREACHABLE);
    let readiness = house.readiness().await;
    assert_eq!(readiness.status, 200);
    assert!(
        readiness.body.contains("/oauth2/default cannot be asked") && readiness.body.contains(&org.to_string()),
        "{}",
        readiness.body
    );

    let demo = Demo::start(Options { application, ..options }).await.expect("the demo starts again");
    let house = house.with_demo(demo);
    house.pass_at_gateway(Duration::from_secs(3));
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let readiness = house.readiness().await;
    assert!(!readiness.body.contains("/oauth2/default"), "{}", readiness.body);
}

#[tokio::test]
async fn readiness_names_an_authorization_server_that_cannot_be_asked_and_stays_ready() {
    let demo = Demo::start(Options::default()).await.expect("the demo starts");
    demo.org().fault("/oauth2/default/.well-known", Fault::BadGateway, 100);
    let house = House::with(demo, |yaml| yaml, true);

    eventually("both servers were asked", || house.org().calls("/oauth2/v1/keys") > 0).await;

    let readiness = house.readiness().await;
    assert_eq!(readiness.status, 200);
    assert_eq!(readiness.body.lines().filter(|line| line.starts_with("degraded: ")).count(), 1, "{}", readiness.body);
    assert!(readiness.body.contains("/oauth2/default"), "{}", readiness.body);
    person("ada").reaches(&mut Browser::new(), &house, &house.second("/echo")).await;
}

#[tokio::test]
async fn whoever_is_signed_in_does_not_notice_that_the_org_is_down() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    house.org().fault("/", Fault::BadGateway, 1000);

    let page = browser.open(&house.first("/echo")).await;

    assert_eq!((page.status, page.visited.len()), (200, 1));
}

#[tokio::test]
async fn interact_that_fails_is_a_calm_page_from_which_trying_again_works() {
    for fault in [Fault::BadGateway, Fault::InternalError, Fault::Truncated, Fault::Dropped, Fault::Oversized(10 << 20)]
    {
        let house = House::open().await;
        house.org().fault(&format!("{CUSTOM}/interact"), fault, 1);
        let mut browser = Browser::new();

        let page = browser.open(&house.first("/echo?x=1")).await;

        assert_calm(&page, 503, UNREACHABLE);
        person("ada").reaches(&mut browser, &house, &house.first("/echo?x=1")).await;
    }
}

#[tokio::test]
async fn a_step_that_cannot_be_read_is_a_calm_page_and_the_sign_in_goes_on_afterwards() {
    for fault in [Fault::BadGateway, Fault::InternalError, Fault::Truncated, Fault::Dropped, Fault::Oversized(10 << 20)]
    {
        let house = House::open().await;
        house.org().fault(INTROSPECT, fault, 1);
        let mut browser = Browser::new();

        let page = browser.open(&house.first("/echo?x=1")).await;

        assert_calm(&page, 503, UNREACHABLE);
        let page = browser.open(page.url.as_str()).await;
        assert!(page.asks_for("identifier"), "{fault:?}");
        assert_eq!(house.interactions(), 1, "{fault:?}");
        let page = person("ada").goes_on(&mut browser, &house, page).await;
        assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
    }
}

#[tokio::test]
async fn credentials_whose_fate_is_unknown_are_not_sent_again() {
    for fault in [Fault::Truncated, Fault::Dropped, Fault::Oversized(10 << 20)] {
        let house = House::open().await;
        let mut browser = Browser::new();
        let page = password_page(&house, &mut browser, &person("ben")).await;
        house.org().fault(ANSWER, fault, 1);

        let page = say(&mut browser, &page, person("ben").password).await;

        // The org took the password, only its answer was lost: the person goes on from there.
        assert_eq!(page.heading(), "Verify it’s you", "{fault:?}: {}", page.body);
        assert!(page.body.contains("We can’t tell whether that arrived."), "{fault:?}: {}", page.body);
        assert_eq!(house.org().calls(ANSWER), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn credentials_that_certainly_did_not_arrive_are_asked_for_again_and_not_resent() {
    for fault in [Fault::BadGateway, Fault::InternalError] {
        let house = House::open().await;
        let mut browser = Browser::new();
        let page = password_page(&house, &mut browser, &person("ada")).await;
        house.org().fault(ANSWER, fault, 1);

        let page = say(&mut browser, &page, person("ada").password).await;

        assert!(is_own(&page) && page.asks_for("credentials.passcode"), "{fault:?}: {}", page.body);
        assert_eq!(house.org().calls(ANSWER), 1, "{fault:?}");
        let page = say(&mut browser, &page, person("ada").password).await;
        assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
    }
}

#[tokio::test]
async fn an_org_that_goes_down_between_two_steps_loses_nothing() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let asked = password_page(&house, &mut browser, &person("ada")).await;
    house.org().fault("/idp", Fault::BadGateway, 1000);

    let page = say(&mut browser, &asked, person("ada").password).await;

    assert_calm(&page, 503, UNREACHABLE);
    house.org().clear_faults();
    let page = browser.open(page.url.as_str()).await;
    let page = say(&mut browser, &page, person("ada").password).await;
    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn a_rate_limit_is_told_with_the_time_to_wait() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada")).await;
    house.org().fault(ANSWER, Fault::RateLimited(40), 1);

    let limited = say(&mut browser, &page, person("ada").password).await;

    assert_calm(&limited, 429, "Wait a moment");
    let wait: u64 = limited.header("retry-after").and_then(|wait| wait.parse().ok()).expect("Retry-After");
    assert!((35..=41).contains(&wait), "{wait}");
    let page = browser.open(limited.url.as_str()).await;
    let page = say(&mut browser, &page, person("ada").password).await;
    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn a_rate_limit_at_the_start_is_told_too() {
    let house = House::open().await;
    house.org().fault(&format!("{CUSTOM}/interact"), Fault::RateLimited(40), 1);

    let page = Browser::new().open(&house.first("/echo")).await;

    assert_calm(&page, 429, "Wait a moment");
}

#[tokio::test]
async fn too_many_attempts_in_the_orgs_own_words_are_shown_as_such() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada")).await;
    house.org().fault(ANSWER, Fault::TooManyRequests, 1);

    let page = say(&mut browser, &page, person("ada").password).await;

    assert!(is_own(&page) && page.body.contains("Wait"), "{}", page.body);
    assert_eq!(house.org().calls(ANSWER), 1);
}

#[tokio::test]
async fn a_session_that_the_org_calls_expired_begins_again() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada")).await;
    house.org().fault(ANSWER, Fault::SessionExpired, 1);

    let page = say(&mut browser, &page, person("ada").password).await;

    assert_eq!(page.heading(), "This sign-in has expired");
}

#[tokio::test]
async fn a_slow_org_is_waited_for() {
    let house = House::open().await;
    house.org().fault(IDENTIFY, Fault::Delay(700), 1);

    person("ada").reaches(&mut Browser::new(), &house, &house.first("/echo")).await;
}

#[tokio::test]
async fn a_token_endpoint_that_breaks_off_is_not_asked_twice_and_there_is_a_way_on() {
    for fault in [Fault::BadGateway, Fault::Truncated, Fault::Dropped, Fault::Oversized(10 << 20)] {
        let house = House::open().await;
        let mut browser = Browser::new();
        house.org().fault(&format!("{CUSTOM}/token"), fault, 1);

        let page = person("ada").opens(&mut browser, &house, &house.first("/echo?x=1")).await;

        assert_eq!((page.status, page.heading()), (200, "This sign-in has expired".to_owned()), "{fault:?}");
        assert_eq!(house.token_calls(), 1, "{fault:?}");
        assert!(browser.jar.value("gatehouse").is_none(), "{fault:?}");
        // The button of the page: the end is remembered, so this begins afresh.
        let again = browser.open(page.url.as_str()).await;
        assert_eq!(house.token_calls(), 1, "{fault:?}");
        assert_eq!(again.heading(), "This sign-in has expired", "{fault:?}");
        person("ada").reaches(&mut browser, &house, &house.first("/echo?x=1")).await;
    }
}

#[tokio::test]
async fn irregular_documents_are_gone_through_like_any_other() {
    let quirks = [
        Quirks { required_as_text: true, ..Quirks::default() },
        Quirks { missing_accepts: true, ..Quirks::default() },
        Quirks { bare_relates_to: true, ..Quirks::default() },
        Quirks { unresolvable_relates_to: true, ..Quirks::default() },
        Quirks { duplicate_remediations: true, ..Quirks::default() },
        Quirks { unknown_remediations: true, ..Quirks::default() },
        Quirks { extra_members: true, ..Quirks::default() },
        Quirks { messages_without_key: true, ..Quirks::default() },
        Quirks { large_state_handle: true, ..Quirks::default() },
    ];
    let house = House::open().await;

    for quirk in quirks {
        house.org().set_quirks(quirk);
        let page = person("ben").opens(&mut Browser::new(), &house, &house.first("/echo?x=1")).await;

        assert_eq!(page.url.as_str(), house.first("/echo?x=1"), "{quirk:?}: {}", page.body);
    }
}

#[tokio::test]
async fn a_wrong_password_is_told_in_the_orgs_words_when_it_has_no_name_for_it() {
    let house = House::open().await;
    house.org().set_quirks(Quirks { messages_without_key: true, ..Quirks::default() });
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada")).await;

    let page = say(&mut browser, &page, "not-hers").await;

    assert_eq!(page.errors(), ["Password is incorrect"]);
}
