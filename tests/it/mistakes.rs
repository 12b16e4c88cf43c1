//! What people get wrong, do twice, or do in the wrong order.

use std::time::Duration;

use crate::support::browser::{Browser, Page};
use crate::support::house::House;
use crate::support::people::{Person, is_own, person};

const IDENTIFY: &str = "/idp/idx/identify";
const ANSWER: &str = "/idp/idx/challenge/answer";

/// At the first site, the page that asks this person for the password.
async fn password_page(house: &House, browser: &mut Browser, person: &Person, target: &str) -> Page {
    let page = browser.open(&house.first(target)).await;
    browser.submit(&page, &page.form_with("identifier"), &[("identifier", person.login)]).await
}

/// At the first site, the page that asks Ben for the code he was sent.
async fn code_page(house: &House, browser: &mut Browser, target: &str) -> Page {
    let page = password_page(house, browser, &person("ben"), target).await;
    let page = say(browser, &page, person("ben").password).await;
    let form = page.forms().into_iter().find(|form| form.button.starts_with("Email")).expect("a choice");
    browser.submit(&page, &form, &[]).await
}

/// Enters a password or a code.
async fn say(browser: &mut Browser, page: &Page, passcode: &str) -> Page {
    browser.submit(page, &page.form_with("credentials.passcode"), &[("credentials.passcode", passcode)]).await
}

#[tokio::test]
async fn a_wrong_password_is_told_where_it_was_typed_and_the_right_one_goes_on() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada"), "/echo?x=1").await;

    let page = say(&mut browser, &page, "not-hers").await;

    assert_eq!(page.status, 422);
    assert_eq!(page.errors(), ["That password didn’t match. Check it and try again."]);
    assert!(!page.body.contains("not-hers"));
    let page = say(&mut browser, &page, person("ada").password).await;
    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn a_wrong_code_is_told_where_it_was_typed_and_the_right_one_goes_on() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = code_page(&house, &mut browser, "/echo?x=1").await;
    let code = house.org().latest_code("ben@example.com").expect("a code");
    let wrong = if code == "000000" { "000001" } else { "000000" };

    let page = say(&mut browser, &page, wrong).await;

    assert_eq!(page.status, 422);
    assert_eq!(page.errors(), ["That code didn’t match. Check the newest message and try again."]);
    let page = say(&mut browser, &page, &code).await;
    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn five_wrong_passwords_end_in_a_page_that_says_locked() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let mut page = password_page(&house, &mut browser, &person("ada"), "/echo").await;

    for _ in 0..5 {
        page = say(&mut browser, &page, "not-hers").await;
    }

    assert!(page.body.contains("locked"), "{}", page.body);
    assert!(!page.asks_for("credentials.passcode"));
    assert!(house.reached("/echo").is_empty());
}

#[tokio::test]
async fn a_name_that_nobody_has_can_be_corrected_on_the_same_page() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let stranger = Person { login: "adda@example.com", ..person("ada") };

    let page = password_page(&house, &mut browser, &stranger, "/echo").await;

    assert_eq!(page.errors(), ["There is no account with that name. Check it and try again."]);
    assert_eq!(page.form_with("identifier").value("identifier"), Some("adda@example.com"));
    let form = page.form_with("identifier");
    let page = browser.submit(&page, &form, &[("identifier", "ada@example.com")]).await;
    assert_eq!(page.heading(), "Enter your password");
}

#[tokio::test]
async fn a_code_asked_for_again_replaces_the_one_before() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = code_page(&house, &mut browser, "/echo").await;
    let first = house.org().latest_code("ben@example.com").expect("a code");

    let page = browser.submit(&page, &page.form("Send the code again"), &[]).await;

    assert_eq!(house.org().messages().len(), 2);
    let second = house.org().latest_code("ben@example.com").expect("a code");
    if first != second {
        let page = say(&mut browser, &page, &first).await;
        assert_eq!(page.errors().len(), 1);
        let page = say(&mut browser, &page, &second).await;
        assert_eq!(page.url.as_str(), house.first("/echo"));
    }
}

#[tokio::test]
async fn a_code_is_not_good_for_ever() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = code_page(&house, &mut browser, "/echo").await;
    let code = house.org().latest_code("ben@example.com").expect("a code");
    house.pass(Duration::from_secs(301));

    let page = say(&mut browser, &page, &code).await;

    assert!(is_own(&page));
    assert_eq!(page.errors().len(), 1, "{}", page.body);
}

#[tokio::test]
async fn who_opened_the_link_elsewhere_goes_on_by_a_button_and_not_before() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = code_page(&house, &mut browser, "/echo?x=1").await;

    let page = browser.submit(&page, &page.form("I opened the link in the email"), &[]).await;
    assert_eq!(page.heading(), "Check your email");
    house.org().approve("ben@example.com");
    let page = browser.submit(&page, &page.form("I opened the link in the email"), &[]).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo?x=1"), 200));
}

#[tokio::test]
async fn a_page_that_waits_finds_out_by_itself_that_the_link_was_opened() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = code_page(&house, &mut browser, "/echo?x=1").await;
    house.org().approve("ben@example.com");

    let page = browser.open(&format!("{}?poll=1", page.url)).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo?x=1"), 200));
}

#[tokio::test]
async fn reloading_a_step_sends_no_second_message_and_repeats_no_form() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = code_page(&house, &mut browser, "/echo").await;
    let sent = house.org().messages().len();

    for _ in 0..5 {
        let again = browser.open(page.url.as_str()).await;
        assert_eq!((again.status, again.heading()), (200, page.heading()));
    }

    assert_eq!(house.org().messages().len(), sent);
    assert_eq!(house.org().calls(ANSWER), 1);
}

#[tokio::test]
async fn a_form_from_before_the_back_button_is_answered_with_the_present_step() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let first = browser.open(&house.first("/echo")).await;
    let second = browser.submit(&first, &first.form_with("identifier"), &[("identifier", "ada@example.com")]).await;
    assert_eq!(second.heading(), "Enter your password");

    let page = browser.submit(&first, &first.form_with("identifier"), &[("identifier", "ben@example.com")]).await;

    assert_eq!(page.heading(), "Enter your password");
    assert!(page.body.contains("ada@example.com") && !page.body.contains("ben@example.com"));
    assert!(page.body.contains("nothing was sent"), "{}", page.body);
    assert_eq!(house.org().calls(IDENTIFY), 1);
}

#[tokio::test]
async fn a_form_sent_twice_at_once_sends_the_password_once() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ben"), "/echo").await;
    let form = page.form_with("credentials.passcode");
    let password = [("credentials.passcode", person("ben").password)];
    let (mut one, mut other) = (browser.clone(), browser.clone());

    let (first, second) = tokio::join!(one.submit(&page, &form, &password), other.submit(&page, &form, &password));

    assert_eq!((first.heading(), second.heading()), ("Verify it’s you".to_owned(), "Verify it’s you".to_owned()));
    assert_eq!(house.org().calls(ANSWER), 1);
}

#[tokio::test]
async fn two_tabs_each_come_to_where_they_were_going() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let one = password_page(&house, &mut browser, &person("ada"), "/echo/one").await;
    let other = password_page(&house, &mut browser, &person("ada"), "/echo/other").await;

    let other = say(&mut browser, &other, person("ada").password).await;
    let one = say(&mut browser, &one, person("ada").password).await;

    assert_eq!(other.url.as_str(), house.first("/echo/other"));
    assert_eq!(one.url.as_str(), house.first("/echo/one"));
}

#[tokio::test]
async fn the_same_address_in_two_tabs_is_one_sign_in_until_somebody_types() {
    let house = House::open().await;
    let mut browser = Browser::new();

    let one = browser.open(&house.first("/echo")).await;
    let other = browser.open(&house.first("/echo")).await;

    assert_eq!(one.url, other.url);
    assert_eq!(house.interactions(), 1);
}

#[tokio::test]
async fn whoever_is_not_the_person_starts_over_with_another_name() {
    let house = House::open().await;
    let mut browser = Browser::new();

    for button in ["Not you?", "Start over"] {
        let page = password_page(&house, &mut browser, &person("ada"), "/echo?x=1").await;
        let page = browser.submit(&page, &page.form(button), &[]).await;

        assert!(page.asks_for("identifier"), "{button}");
        assert!(!page.body.contains("ada@example.com"), "{button}");
        let page = person("greta").goes_on(&mut browser, &house, page).await;
        assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
        assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["greta@example.com"]);
        browser = Browser::new();
    }
}

#[tokio::test]
async fn whoever_cannot_read_the_mail_chooses_another_way() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let emil = person("emil");
    let page = password_page(&house, &mut browser, &emil, "/echo?x=1").await;
    let page = say(&mut browser, &page, emil.password).await;
    let email = page.forms().into_iter().find(|form| form.button.starts_with("Email")).expect("a choice");
    let page = browser.submit(&page, &email, &[]).await;
    assert_eq!(page.heading(), "Check your email");
    let sent = house.org().messages().len();

    let other_way = format!("{}?show=select-authenticator-authenticate", page.url.path());
    assert!(page.body.contains(&other_way), "{}", page.body);
    let page = browser.click(&page, &other_way).await;
    assert_eq!((page.heading(), house.org().messages().len()), ("Verify it’s you".to_owned(), sent));
    let page = emil.goes_on(&mut browser, &house, page).await;

    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_on_the_way_in() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada"), "/echo").await;
    let page = browser.submit(&page, &page.form("Forgot your password?"), &[]).await;
    let knows = Person { new_password: Some("Difference-1822"), picks: &["Send me an email"], ..person("ada") };

    let page = knows.goes_on(&mut browser, &house, page).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.first("/echo"), 200));
    let renewed = person("ada").with_password("Difference-1822");
    renewed.reaches(&mut Browser::new(), &house, &house.second("/echo")).await;
}

#[tokio::test]
async fn a_sign_in_that_ran_out_says_so_and_begins_again_for_the_same_address() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada"), "/echo?x=1").await;
    house.org().expire_transactions();

    let page = say(&mut browser, &page, person("ada").password).await;

    assert_eq!(page.heading(), "This sign-in has expired");
    let href = format!("/.gatehouse/sign-in?return={}", "%2Fecho%3Fx%3D1");
    assert!(page.body.contains(&href), "{}", page.body);
    let page = browser.click(&page, &href).await;
    let page = person("ada").goes_on(&mut browser, &house, page).await;
    assert_eq!(page.url.as_str(), house.first("/echo?x=1"));
}

#[tokio::test]
async fn a_sign_in_left_alone_for_a_quarter_of_an_hour_begins_again() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, &person("ada"), "/echo").await;
    house.pass_at_gateway(Duration::from_secs(15 * 60));

    let page = say(&mut browser, &page, person("ada").password).await;

    assert_eq!(page.heading(), "This sign-in has expired");
    assert_eq!(house.org().calls(ANSWER), 0);
}

#[tokio::test]
async fn a_browser_that_keeps_no_cookies_is_told_so_and_nothing_is_spent_on_it() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let mut page = browser.look(&house.first("/echo")).await;

    for _ in 0..5 {
        browser = Browser::new();
        let Some(next) = page.redirect() else { break };
        page = browser.look(next.as_str()).await;
    }

    assert_eq!(page.heading(), "Allow cookies to sign in");
    assert_eq!(house.interactions(), 0);
}

#[tokio::test]
async fn a_short_new_password_is_refused_in_words() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let weak = Person { new_password: Some("short"), ..person("pia") };

    let page = weak.opens(&mut browser, &house, &house.first("/echo")).await;

    assert!(is_own(&page));
    assert_eq!(page.errors().len(), 1, "{}", page.body);
    assert!(!page.body.contains("value=\"short\""));
}
