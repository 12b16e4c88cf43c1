//! Links in mails that activate or recover an account.

use std::time::Duration;

use gatehouse::demo::org::Purpose;

use crate::support::browser::{Browser, Page};
use crate::support::house::House;
use crate::support::log::Log;
use crate::support::people::{Person, person};

const DEAD: &str = "This link doesn’t work any more";

/// Somebody without a password, who chooses one.
fn newcomer() -> Person {
    Person { new_password: Some("Asp-and-figs-30"), picks: &["Password", "Email"], ..person("cleo") }
}

async fn press(browser: &mut Browser, page: &Page, button: &str) -> Page {
    browser.submit(page, &page.form(button), &[]).await
}

#[tokio::test]
async fn decision_10_opening_a_link_spends_nothing_and_leaves_no_token_in_the_address() {
    let house = House::open().await;
    let link = house.org().send_link("cleo@example.com", Purpose::Activation, &house.first("/.gatehouse/activate"));
    let token = link.split_once("token=").expect("a token").1;

    for mut visitor in [Browser::new(), Browser::without_fetch_metadata(), Browser::new()] {
        let page = visitor.open(&link).await;

        assert_eq!((page.status, page.heading().as_str()), (200, "Activate your account"));
        assert_eq!(page.url.query().unwrap_or("cookies=1"), "cookies=1");
        assert!(!page.body.contains(token));
        assert!(
            !visitor.jar.names().into_iter().any(|name| visitor.jar.value(name).is_some_and(|v| v.contains(token)))
        );
    }
    assert_eq!(house.interactions(), 0);
}

#[tokio::test]
async fn the_button_leads_through_the_steps_to_a_session() {
    let house = House::open().await;
    let link = house.org().send_link("cleo@example.com", Purpose::Activation, &house.first("/.gatehouse/activate"));
    let mut browser = Browser::new();
    let page = browser.open(&link).await;

    let page = press(&mut browser, &page, "Activate my account").await;
    let page = newcomer().goes_on(&mut browser, &house, page).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.first("/"), 200));
    assert_eq!(house.last_reached("/").header("x-forwarded-email"), ["cleo@example.com"]);
}

#[tokio::test]
async fn every_name_that_mails_use_is_understood() {
    let house = House::open().await;

    for (purpose, page, names) in [
        (Purpose::Activation, "/.gatehouse/activate", ["activation_token", "activationToken", "token"]),
        (Purpose::Recovery, "/.gatehouse/recover", ["recovery_token", "recoveryToken", "token"]),
    ] {
        for name in names {
            let link = house.org().send_link("ada@example.com", purpose, &house.first(page));
            let mut browser = Browser::new();
            let page = browser.open(&link.replace("?token=", &format!("?{name}="))).await;
            let form = page.forms().into_iter().next().expect("a button");
            assert!(browser.submit(&page, &form, &[]).await.url.path().starts_with("/.gatehouse/sign-in/"), "{name}");
        }
    }
}

#[tokio::test]
async fn a_link_that_was_used_or_is_too_old_ends_in_a_calm_page() {
    let house = House::open().await;
    let activate = house.org().send_link("cleo@example.com", Purpose::Activation, &house.first("/.gatehouse/activate"));
    let recover = house.org().send_link("ada@example.com", Purpose::Recovery, &house.first("/.gatehouse/recover"));
    house.pass(Duration::from_secs(3601));

    for link in [&*activate, &*recover, &house.first("/.gatehouse/recover?token=made-up")] {
        let mut browser = Browser::new();
        let page = browser.open(link).await;
        let form = page.forms().into_iter().next().expect("a button");
        let page = browser.submit(&page, &form, &[]).await;

        assert_eq!((page.status, page.heading().as_str()), (200, DEAD), "{link}");
        assert!(page.body.contains("/.gatehouse/sign-in"), "there is a way on");
        let names = browser.jar.names();
        assert!(names.iter().all(|name| !name.starts_with("gatehouse-tx")), "{names:?}");
    }
}

#[tokio::test]
async fn a_recovery_link_leads_to_a_new_password() {
    let house = House::open().await;
    let forgetful = Person { new_password: Some("Difference-Engine-2"), ..person("ada") };
    let link = house.org().send_link("ada@example.com", Purpose::Recovery, &house.second("/.gatehouse/recover"));
    let mut browser = Browser::new();
    let page = browser.open(&link).await;

    let page = press(&mut browser, &page, "Continue").await;
    let page = forgetful.goes_on(&mut browser, &house, page).await;

    assert_eq!((page.url.as_str(), page.status), (&*house.second("/"), 200));
    let changed = person("ada").with_password("Difference-Engine-2");
    changed.reaches(&mut Browser::new(), &house, &house.first("/echo")).await;
}

#[tokio::test]
async fn a_public_client_cannot_activate_and_page_and_log_say_so() {
    let log = Log::begin("info");
    let house = House::open().await;
    let link = house.org().send_link("cleo@example.com", Purpose::Activation, &house.second("/.gatehouse/activate"));

    let page = Browser::new().open(&link).await;

    assert_eq!((page.status, page.heading().as_str()), (403, "Accounts can’t be activated here"));
    let reference = page.texts(".foot code").join("");
    let errors = log.lines("ERROR");
    assert!(errors.iter().any(|line| line.contains("client secret") && line.contains(&reference)), "{errors:#?}");
    assert_eq!(house.interactions(), 0);
}

#[tokio::test]
async fn a_link_that_lost_its_token_says_so() {
    let house = House::open().await;

    for query in ["", "?token=", "?token=a&token=b", "?token=a&activationToken=b", "?token=a%20b"] {
        let page = Browser::new().open(&house.first(&format!("/.gatehouse/activate{query}"))).await;
        assert_eq!((page.status, page.heading().as_str()), (400, "This link is incomplete"), "{query}");
    }
    let page = Browser::new().open(&house.first("/.gatehouse/recover")).await;
    assert!(page.body.contains("href=\"/.gatehouse/sign-in\""), "it leads to an ordinary sign-in");
}

#[tokio::test]
async fn a_token_that_one_browser_keeps_is_worth_nothing_in_another() {
    let house = House::open().await;
    let page_url = house.first("/.gatehouse/activate");
    let link = house.org().send_link("cleo@example.com", Purpose::Activation, &page_url);
    let (mut one, mut other) = (Browser::new(), Browser::new());
    one.open(&link).await;
    other.open(&house.first("/echo")).await;
    let kept = one.jar.value("gatehouse-tx-link").expect("a sealed token").to_owned();
    other.jar.keep(&page_url.parse().expect("an address"), &format!("gatehouse-tx-link={kept}; Path=/.gatehouse"));

    let page = other.open(&page_url).await;

    assert_eq!(page.heading(), "This link is incomplete");
}

#[tokio::test]
async fn the_button_must_be_pressed_on_our_own_page() {
    let house = House::open().await;
    let link = house.org().send_link("cleo@example.com", Purpose::Activation, &house.first("/.gatehouse/activate"));
    let mut browser = Browser::new();
    browser.open(&link).await;
    let origin = house.first("");
    let form = [("Content-Type", "application/x-www-form-urlencoded")];

    for origin in [origin.as_str(), "https://evil.example", "null"] {
        let lines: Vec<_> = form.into_iter().chain([("Origin", origin), ("Accept", "text/html")]).collect();
        let answer = browser.say("POST", &house.first("/.gatehouse/activate"), &lines, ".token=x").await;
        assert_eq!(answer.status, 403, "{origin}");
    }

    assert_eq!(house.interactions(), 0);
}

#[tokio::test]
async fn whoever_is_signed_in_learns_that_this_ends_and_it_ends_only_at_the_end() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let adas = browser.clone();
    let link = house.org().send_link("cleo@example.com", Purpose::Activation, &house.first("/.gatehouse/activate"));

    let page = browser.open(&link).await;

    assert!(page.body.contains("ada@example.com"), "{}", page.body);
    let page = press(&mut browser, &page, "Activate my account").await;
    assert_eq!(adas.clone().look(&house.first("/echo")).await.status, 200);
    newcomer().goes_on(&mut browser, &house, page).await;
    assert_eq!(house.last_reached("/").header("x-forwarded-email"), ["cleo@example.com"]);
    assert_eq!(adas.clone().look(&house.first("/echo")).await.status, 303);
}
