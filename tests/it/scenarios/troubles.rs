//! What goes otherwise than well: people the org turns away, sign-ins that run out, passwords that do.

use std::fs;
use std::path::Path;
use std::time::Duration;

use gatehouse::demo::org::{Fault, Purpose};
use serde_json::{Value, json};

use crate::support::house::House;
use crate::support::people::{is_own, person};
use crate::support::visit::Visit;
use crate::support::walk::{NAME, Walk};

const ADA: &str = "ada@example.com";
const DEAN: &str = "dean@example.com";
const PIA: &str = "pia@example.com";
const SVEN: &str = "sven@example.com";
const WES: &str = "wes@example.com";
const NEW: &str = "Nevermore-1845";
const NOBODY: &str = "There is no account with that name. Check it and try again.";
const NO_MATCH: &str = "That didn’t match. Check what you entered and try again.";

/// A document of our own.
fn document(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/documents/{name}.json"));
    serde_json::from_slice(&fs::read(path).expect("a document")).expect("JSON")
}

/// What an org answers that turns somebody away with these words and offers nothing any more.
fn turned_away(key: &str, words: &str) -> Value {
    let message = json!({ "message": words, "i18n": { "key": key }, "class": "ERROR" });
    json!({ "version": "1.0.0", "stateHandle": "own-state-handle",
        "messages": { "type": "array", "value": [message] } })
}

#[tokio::test]
async fn whoever_is_suspended_is_refused_with_the_right_password_and_somebody_else_may_begin() {
    let mut sven = Visit::of("sven").await;

    sven.is_told("Sign in", NO_MATCH);
    sven.is_kept_out();
    sven.gives_name_and_password("ada").await;
    sven.arrives_as(ADA);
}

#[tokio::test]
async fn whoever_is_deactivated_is_nobody_and_somebody_else_may_begin() {
    let mut dean = Visit::begin().await;

    dean.fills("identify", &[("identifier", DEAN)]).await;

    assert_eq!((dean.page.heading().as_str(), dean.page.errors()), ("Sign in", vec![NOBODY.to_owned()]));
    dean.is_kept_out();
    dean.gives_name_and_password("ada").await;
    dean.arrives_as(ADA);
}

#[tokio::test]
async fn where_name_and_password_are_asked_at_once_nobody_learns_who_is_kept_out() {
    let house = House::open().await;
    let wanted = house.second("/echo?kept=1");
    let mut visit = Visit::at(house, &wanted).await;

    for name in ["sven", "dean"] {
        let person = person(name);
        let both = [("identifier", person.login), ("credentials.passcode", person.password)];
        visit.fills("identify", &both).await;

        visit.is_told("Sign in", NO_MATCH);
    }
    visit.is_kept_out();
}

#[tokio::test]
async fn an_account_that_only_an_administrator_changes_is_told_so_and_leaves_a_way_to_begin_again() {
    for (key, words) in [
        ("errors.E0000119", "Your account is locked. Please contact your administrator."),
        ("errors.E0000069", "User Locked"),
    ] {
        let mut walk = Walk::begin(&[document("identify-first"), turned_away(key, words)]).await;

        walk.says("identify", &[("identifier", NAME)]).await;

        assert!(is_own(&walk.page), "{key}");
        let ways = walk.page.links().len() + walk.page.forms().len();
        assert!(ways > 0, "{key} leaves nobody a way on: {}", walk.page.body);
        assert!(!walk.page.texts("main").concat().is_empty());
        walk.ends_here();
    }
}

#[tokio::test]
async fn an_expired_password_is_changed_at_the_second_attempt() {
    let mut pia = Visit::of("pia").await;
    pia.sees("Change your password");
    pia.reads("Your password has expired.");

    pia.types("short").await;
    assert_eq!((pia.page.status, pia.page.errors().len()), (422, 1), "{}", pia.page.body);
    pia.types(NEW).await;

    pia.arrives_as(PIA);
}

#[tokio::test]
async fn a_password_that_runs_out_soon_is_kept_for_now() {
    let mut wes = Visit::of("wes").await;
    wes.sees("Change your password");
    wes.reads("Your password expires in 5 days.");

    wes.presses("skip").await;

    wes.arrives_as(WES);
}

#[tokio::test]
async fn a_password_that_runs_out_soon_is_changed_now() {
    let mut wes = Visit::of("wes").await;

    wes.types(NEW).await;

    wes.arrives_as(WES);
}

/// Ada, who has forgotten her password, at the page that asks for the new one.
async fn ada_with_a_code() -> Visit {
    let mut ada = Visit::begin().await;
    ada.fills("identify", &[("identifier", ADA)]).await;
    ada.presses("currentAuthenticatorEnrollment.recover").await;
    ada.presses("authenticator-verification-data").await;
    ada.types_what_was_sent_to(ADA).await;
    ada.sees("Choose a new password");
    ada
}

#[tokio::test]
async fn a_forgotten_password_is_reset_by_a_code() {
    let mut ada = ada_with_a_code().await;

    ada.types(NEW).await;

    ada.arrives_as(ADA);
}

/// Somebody who has forgotten the password before saying whose it is.
async fn at_recovery() -> Visit {
    let house = House::open().await;
    let wanted = house.second("/echo?kept=1");
    let mut visit = Visit::at(house, &wanted).await;
    visit.presses("currentAuthenticator.recover").await;
    visit
}

#[tokio::test]
async fn a_password_is_not_reset_for_somebody_whom_nobody_knows() {
    let mut visit = at_recovery().await;
    let heading = visit.page.heading();

    visit.fills("identify-recovery", &[("identifier", "nobody@example.com")]).await;

    assert_eq!((visit.page.heading(), visit.page.errors()), (heading, vec![NOBODY.to_owned()]));
    assert!(visit.house.org().messages().is_empty(), "nothing was sent");
    visit.fills("identify-recovery", &[("identifier", ADA)]).await;
    visit.presses("authenticator-verification-data").await;
    visit.types_what_was_sent_to(ADA).await;
    visit.types(NEW).await;
    visit.arrives_as(ADA);
}

#[tokio::test]
async fn no_password_is_reset_for_an_account_that_is_suspended_or_deactivated() {
    for login in [SVEN, DEAN] {
        let mut visit = at_recovery().await;

        visit.fills("identify-recovery", &[("identifier", login)]).await;

        visit.is_kept_out();
        assert!(visit.house.org().messages().is_empty(), "nothing was sent to {login}");
        assert!(!visit.page.texts("main").concat().is_empty());
        visit.presses("cancel").await;
        visit.sees("Sign in");
    }
}

#[tokio::test]
async fn a_link_in_a_mail_for_another_password_leads_to_one() {
    let mut ada = Visit::begin().await;
    let link = ada.house.org().send_link(ADA, Purpose::Recovery, &ada.house.first("/.gatehouse/recover"));
    ada.page = ada.browser.open(&link).await;
    ada.sees("Get back into your account");
    let form = ada.page.forms().into_iter().next().expect("a button");
    ada.page = ada.browser.submit(&ada.page, &form, &[]).await;

    ada.types(NEW).await;

    assert!(!is_own(&ada.page), "{}", ada.page.body);
    assert_eq!(ada.house.last_reached("/").header("x-forwarded-email"), [ADA]);
}

#[tokio::test]
async fn whoever_starts_over_begins_anew_with_another_name() {
    let mut visit = Visit::begin().await;
    visit.fills("identify", &[("identifier", ADA)]).await;

    visit.presses("cancel").await;
    visit.sees("Sign in");
    assert!(!visit.page.body.contains(ADA));
    visit.gives_name_and_password("greta").await;

    visit.arrives_as("greta@example.com");
}

#[tokio::test]
async fn a_sign_in_that_the_org_has_forgotten_begins_again_for_the_same_address() {
    let mut ada = Visit::begin().await;
    ada.fills("identify", &[("identifier", ADA)]).await;
    ada.house.org().fault("/idp/idx/", Fault::SessionExpired, 1);

    ada.types("Analytical-1843").await;
    ada.sees("This sign-in has expired");
    let again = ada.page.links().into_iter().find(|link| link.contains("return=")).expect("a way to begin again");
    ada.page = ada.browser.click(&ada.page, &again).await;
    ada.gives_name_and_password("ada").await;

    ada.arrives_as(ADA);
}

#[tokio::test]
async fn two_tabs_of_one_browser_each_come_to_where_they_were_going() {
    let mut one = Visit::begin().await;
    let other = one.browser.open(&one.house.first("/echo/other")).await;
    one.fills("identify", &[("identifier", ADA)]).await;

    let other = one.browser.submit(&other, &other.form_with("identifier"), &[("identifier", ADA)]).await;
    let password = [("credentials.passcode", "Analytical-1843")];
    let other = one.browser.submit(&other, &other.form_with("credentials.passcode"), &password).await;
    one.types("Analytical-1843").await;

    assert_eq!((other.status, other.url.as_str()), (200, &*one.house.first("/echo/other")));
    one.arrives_as(ADA);
}

#[tokio::test]
async fn too_many_requests_while_a_page_waits_do_not_end_the_sign_in() {
    let mut paul = Visit::of("paul").await;
    paul.chooses("push notification").await;
    paul.house.org().fault("/idp/idx/authenticators/poll", Fault::RateLimited(10), 1);

    let refresh = paul.page.header("refresh").expect("it waits").split_once("url=").expect("an address").1.to_owned();
    paul.page = paul.browser.click(&paul.page, &refresh).await;
    paul.sees("Check your phone");
    paul.house.org().approve("paul@example.com");
    paul.presses("challenge-poll").await;

    paul.arrives_as("paul@example.com");
}

#[tokio::test]
async fn a_code_that_is_too_old_is_told_and_a_new_one_does() {
    let mut ben = Visit::of("ben").await;
    ben.chooses("Email").await;
    let old = ben.sent_to("ben@example.com");
    ben.house.pass(Duration::from_secs(301));

    ben.types(&old).await;
    assert_eq!((ben.page.status, ben.page.errors().len()), (422, 1), "{}", ben.page.body);
    ben.presses("currentAuthenticatorEnrollment.resend").await;
    ben.types_what_was_sent_to("ben@example.com").await;

    ben.arrives_as("ben@example.com");
}

#[tokio::test]
async fn five_wrong_passwords_lock_an_account_and_the_page_says_so() {
    let mut ada = Visit::begin().await;
    ada.fills("identify", &[("identifier", ADA)]).await;

    for _ in 0..5 {
        ada.types("not-hers").await;
    }

    ada.reads("locked");
    ada.is_kept_out();
    ada.house.pass(Duration::from_secs(61));
    ada.comes_back("ada").await;
    ada.arrives_as(ADA);
}

#[tokio::test]
async fn a_refusal_that_would_end_elsewhere_is_told_here() {
    let mut walk = Walk::begin(&[document("identify-first"), document("failure-redirect")]).await;

    walk.says("identify", &[("identifier", NAME)]).await;

    assert_eq!(walk.page.heading(), "You don’t have access");
    assert!(walk.page.links().iter().any(|link| link.contains("return=")), "{}", walk.page.body);
    walk.ends_here();
}
