//! Where links in mails come back to, and what strangers send there.

use std::time::Duration;

use gatehouse::demo::org::Fault;
use url::Url;

use crate::support::browser::{Browser, NAVIGATION, Page};
use crate::support::house::House;
use crate::support::people::{is_own, person};

/// At the first site, the page that waits for Ben's code; and the link that he was sent.
pub(super) async fn mail(house: &House, browser: &mut Browser, target: &str) -> (Page, Url) {
    let page = browser.open(&house.first(target)).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ben@example.com")]).await;
    let typed = [("credentials.passcode", person("ben").password)];
    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &typed).await;
    let form = page.forms().into_iter().find(|form| form.button.starts_with("Email")).expect("a choice");
    let page = browser.submit(&page, &form, &[]).await;
    let link = house.org().latest_message("ben@example.com").and_then(|message| message.link).expect("a link");
    (page, Url::parse(&link).expect("an address"))
}

pub(super) fn parameter(link: &Url, name: &str) -> String {
    link.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).expect("a parameter")
}

#[tokio::test]
async fn the_link_of_a_mail_finishes_the_sign_in_in_the_browser_that_asked_for_it() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let (_, link) = mail(&house, &mut browser, "/echo?x=1").await;

    let page = browser.open(link.as_str()).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo?x=1"), 200));
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["ben@example.com"]);
}

#[tokio::test]
async fn decision_10_the_link_of_a_mail_shows_its_code_in_any_other_browser_and_signs_nobody_in() {
    let house = House::open().await;
    let (mut desk, mut phone) = (Browser::new(), Browser::new());
    let (waiting, link) = mail(&house, &mut desk, "/echo?x=1").await;
    let calls = house.org().recorded_calls().len();

    let page = phone.open(link.as_str()).await;

    assert_eq!((page.status, page.heading()), (200, "Your code".to_owned()));
    assert_eq!(page.url.as_str(), house.first("/.gatehouse/callback/code"), "the address is clean");
    assert!(page.body.contains(&parameter(&link, "otp")));
    assert!(page.body.contains("Type it only where you began yourself."), "{}", page.body);
    assert!(!page.body.contains(&parameter(&link, "state")));
    assert_eq!(house.org().recorded_calls().len(), calls, "the org is not asked");
    assert_eq!(phone.look(&house.first("/echo")).await.status, 303);
    // And the person goes on where they began.
    let typed = parameter(&link, "otp");
    let form = waiting.form_with("credentials.passcode");
    let page = desk.submit(&waiting, &form, &[("credentials.passcode", &typed)]).await;
    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn decision_10_a_stranger_who_is_in_the_middle_of_a_sign_in_gets_the_code_and_keeps_their_own_sign_in() {
    let house = House::open().await;
    let (mut ben, mut stranger) = (Browser::new(), Browser::new());
    let (_, link) = mail(&house, &mut ben, "/echo").await;
    let own = stranger.open(&house.first("/echo")).await;

    let page = stranger.open(link.as_str()).await;

    assert_eq!(page.heading(), "Your code");
    let page = person("ada").goes_on(&mut stranger, &house, own).await;
    assert_eq!(page.url.as_str(), house.first("/echo"));
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["ada@example.com"]);
}

#[tokio::test]
async fn the_page_with_a_code_can_be_reloaded_for_five_minutes() {
    let house = House::open().await;
    let mut phone = Browser::new();
    let (_, link) = mail(&house, &mut Browser::new(), "/echo").await;
    let page = phone.open(link.as_str()).await;

    house.pass(Duration::from_secs(299));
    assert_eq!(phone.open(page.url.as_str()).await.heading(), "Your code");
    house.pass(Duration::from_secs(1));

    assert!(!phone.open(page.url.as_str()).await.body.contains(&parameter(&link, "otp")));
}

#[tokio::test]
async fn decision_10_nothing_of_a_strangers_query_is_ever_shown() {
    let house = House::open().await;
    let texts = [
        "otp=<script>alert(1)</script>",
        "otp=12345678901",
        "otp=123",
        "otp=call%20me",
        "otp=1234%0d%0aSet-Cookie:x=1",
        "error=access_denied&error_description=Call+0800+666+now",
        "error=%3Cb%3Eno",
        "interaction_code=AAAAAAAAAAAAAAAA",
        "state=AAAAAAAAAAAAAAAA&otp=%D9%A1%D9%A2%D9%A3%D9%A4",
        "message=Call+0800+666+now",
        "",
    ];

    for text in texts {
        let mut browser = Browser::new();
        let answer = browser.look(&house.first(&format!("/.gatehouse/callback?{text}"))).await;

        assert_eq!((answer.status, answer.header("location")), (303, Some("/")), "{text}");
        assert!(answer.body.is_empty() && answer.all("set-cookie").is_empty(), "{text}");
    }
    assert_eq!(house.org().recorded_calls().len(), 0);
}

#[tokio::test]
async fn decision_10_a_parameter_that_comes_twice_makes_the_callback_unreadable() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let (waiting, link) = mail(&house, &mut browser, "/echo").await;
    let (otp, state) = (parameter(&link, "otp"), parameter(&link, "state"));

    for query in [
        format!("otp={otp}&otp={otp}&state={state}"),
        format!("otp={otp}&state={state}&state={state}"),
        format!("state=x&otp={otp}&state={state}"),
        format!("otp={otp}&state={state}&error=a&error=b"),
        format!("state={state}&interaction_code=a&interaction_code=b"),
    ] {
        let page = browser.open(&house.first(&format!("/.gatehouse/callback?{query}"))).await;

        assert_eq!(page.status, 400, "{query}");
        assert!(!page.body.contains(&otp) && !page.body.contains(&state), "{query}");
    }
    // The transaction is as it was.
    let form = waiting.form_with("credentials.passcode");
    let page = browser.submit(&waiting, &form, &[("credentials.passcode", &otp)]).await;
    assert_eq!(page.url.as_str(), house.first("/echo"));
}

#[tokio::test]
async fn decision_10_who_comes_back_with_a_wrong_code_or_an_error_finds_the_step_at_a_clean_address() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let (waiting, link) = mail(&house, &mut browser, "/echo").await;
    let state = parameter(&link, "state");

    for query in [
        format!("error=access_denied&error_description=%3Cb%3ECall+me&state={state}"),
        format!("error=interaction_required&state={state}"),
        format!("state={state}"),
    ] {
        let answer = browser.look(&house.first(&format!("/.gatehouse/callback?{query}"))).await;
        assert_eq!((answer.status, answer.header("location")), (303, Some(waiting.url.path())), "{query}");
        let page = browser.open(waiting.url.as_str()).await;
        assert_eq!((page.status, page.heading()), (200, "Check your email".to_owned()), "{query}");
        assert!(!page.body.contains("Call me"), "{query}");
    }
}

#[tokio::test]
async fn decision_10_a_forged_interaction_code_makes_no_session() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let (_, link) = mail(&house, &mut browser, "/echo").await;
    let state = parameter(&link, "state");

    let page = browser.open(&house.first(&format!("/.gatehouse/callback?interaction_code=forged&state={state}"))).await;

    assert!(is_own(&page), "{}", page.url);
    assert!(!page.url.as_str().contains("forged"), "{}", page.url);
    assert!(!page.body.contains("forged"));
    assert!(browser.jar.value("gatehouse").is_none());
    assert!(house.reached("/echo").is_empty());
}

#[tokio::test]
async fn decision_10_the_address_is_clean_whatever_comes_of_it() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let (_, link) = mail(&house, &mut browser, "/echo?x=1").await;
    let otp = parameter(&link, "otp");

    house.org().fault("/idp", Fault::BadGateway, 1000);
    let down = browser.open(link.as_str()).await;
    house.org().clear_faults();
    house.org().expire_transactions();
    let expired = browser.open(link.as_str()).await;

    for page in [&down, &expired] {
        assert!(is_own(page) && !page.url.as_str().contains("otp=") && !page.url.as_str().contains("state="));
        assert!(!page.body.contains(&otp), "{}", page.body);
    }
    assert!(down.body.contains("We can’t tell whether that arrived."), "{}", down.body);
    assert_eq!(expired.heading(), "This sign-in has expired");
    assert!(expired.body.contains("return=%2Fecho%3Fx%3D1"), "{}", expired.body);
}

#[tokio::test]
async fn a_link_followed_again_after_its_sign_in_goes_home() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let (_, link) = mail(&house, &mut browser, "/echo").await;
    browser.open(link.as_str()).await;
    let token_calls = house.token_calls();

    let page = browser.open(link.as_str()).await;

    assert!(page.status < 500, "{}", page.body);
    assert_eq!(house.token_calls(), token_calls);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn a_callback_that_no_person_opens_is_refused() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let (waiting, link) = mail(&house, &mut browser, "/echo").await;
    let prefetch: Vec<_> = NAVIGATION.into_iter().chain([("Sec-Purpose", "prefetch;prerender")]).collect();

    let fetched = browser.fetch(&waiting, link.as_str()).await;
    let prefetched = browser.say("GET", link.as_str(), &prefetch, "").await;

    assert_eq!((fetched.status, prefetched.status), (403, 403));
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303, "nobody is signed in by that");
    assert_eq!(browser.open(link.as_str()).await.url.as_str(), house.first("/echo"));
}
