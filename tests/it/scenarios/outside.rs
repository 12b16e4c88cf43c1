//! What is proved outside the page: another provider, a smart card, Duo's frame, a badge at a reader.

use super::tess::{TESS, is_set_up, tess};
use crate::support::browser::Browser;
use crate::support::people::person;
use crate::support::visit::Visit;

const ADA: &str = "ada@example.com";
const BEA: &str = "bea@example.com";
const BEN: &str = "ben@example.com";
const BRUNO: &str = "bruno@example.com";

async fn bruno(row: &str) -> Visit {
    let mut bruno = Visit::of("bruno").await;
    bruno.chooses(row).await;
    bruno
}

#[tokio::test]
async fn another_provider_proves_who_it_is() {
    let mut bruno = bruno("Harbour Register").await;

    bruno.leaves_by("Harbour Register", "I am").await;

    bruno.arrives_as(BRUNO);
}

#[tokio::test]
async fn a_smart_card_proves_who_it_is() {
    let mut bruno = bruno("Smart Card").await;
    bruno.sees("Use your smart card");

    bruno.leaves_by("mart card", "I am").await;

    bruno.arrives_as(BRUNO);
}

#[tokio::test]
async fn who_turns_back_at_a_provider_may_use_something_else() {
    let mut bruno = bruno("Harbour Register").await;

    bruno.leaves_by("Harbour Register", "Nobody").await;
    bruno.is_kept_out();
    bruno.chooses_instead("select-authenticator-authenticate", "Smart Card").await;
    bruno.leaves_by("mart card", "I am").await;

    bruno.arrives_as(BRUNO);
}

#[tokio::test]
async fn a_smart_card_stands_for_name_and_password() {
    let mut bruno = Visit::begin_with_everything().await;
    assert!(bruno.page.link("smart card").contains("/sso/idps/mtls/"), "{}", bruno.page.body);

    bruno.leaves_by("smart card", "Bruno Bridge").await;

    bruno.arrives_as(BRUNO);
    let seen = bruno.page.visited.iter().any(|url| url.query().is_some_and(|query| query.contains("interaction_code")));
    assert!(seen && !bruno.page.url.as_str().contains("interaction_code"), "the code does not stay in the history");
}

#[tokio::test]
async fn what_a_smart_card_does_not_prove_is_asked_here_and_so_after_the_back_button() {
    let mut ben = Visit::begin_with_everything().await;
    let first = ben.page.url.clone();
    ben.leaves_by("smart card", "Ben Rush").await;
    let heading = ben.page.heading();
    assert!(!ben.page.asks_for("identifier"), "{}", ben.page.body);

    ben.page = ben.browser.open(first.as_str()).await;

    ben.sees(&heading);
    ben.chooses("Email").await;
    ben.types_what_was_sent_to(BEN).await;
    ben.arrives_as(BEN);
}

#[tokio::test]
async fn whoever_takes_the_card_out_again_is_not_let_in_and_may_put_it_back() {
    let mut bruno = Visit::begin_with_everything().await;

    bruno.leaves_by("smart card", "Nobody").await;
    bruno.is_kept_out();
    assert!(bruno.page.asks_for("identifier"), "{}", bruno.page.body);
    bruno.leaves_by("smart card", "Bruno Bridge").await;

    bruno.arrives_as(BRUNO);
}

#[tokio::test]
async fn a_page_of_a_smart_card_from_before_the_end_opens_nothing_any_more() {
    let mut ada = Visit::begin_with_everything().await;
    let (first, there) = (ada.page.clone(), ada.page.link("smart card"));
    let reader = ada.browser.click(&first, &there).await;
    ada.page = ada.browser.open(first.url.as_str()).await;
    ada.gives_name_and_password("ada").await;
    ada.arrives_as(ADA);

    let late = ada.browser.click(&reader, &reader.link("Bruno Bridge")).await;

    assert_eq!(late.status, 403, "{}", late.body);
    let still = ada.house.third("/echo?kept=1");
    ada.page = ada.browser.open(&still).await;
    ada.arrives_as(ADA);
}

#[tokio::test]
async fn another_provider_is_connected() {
    let mut tess = tess("Harbour Register").await;
    tess.sees("Connect Harbour Register");

    tess.leaves_by("Harbour Register", "I am").await;

    is_set_up(&mut tess, "Harbour Register").await;
}

#[tokio::test]
async fn a_smart_card_is_set_up() {
    let mut tess = tess("Smart Card").await;
    tess.sees("Set up your smart card");

    tess.leaves_by("mart card", "I am").await;

    is_set_up(&mut tess, "Smart Card").await;
}

/// What Duo's frame would send to the page when the person agrees.
async fn duo_says_yes(visit: &Visit) -> String {
    let (_, rest) =
        visit.page.body.split_once("TX|").unwrap_or_else(|| panic!("nothing is asked: {}", visit.page.body));
    let end = rest.find(['"', '&', '<']).expect("the end of the question");
    let asked = url::form_urlencoded::Serializer::new(String::new());
    let query = { asked }.append_pair("question", &format!("TX|{}", &rest[..end])).finish();
    let frame = format!("{}/demo/duo/frame?{query}", visit.house.demo.org_url());
    let frame = Browser::new().look(&frame).await;
    let answer = frame.body.split("data-answer=\"").nth(1).and_then(|rest| rest.split('"').next());
    answer.unwrap_or_else(|| panic!("no answer: {}", frame.body)).to_owned()
}

#[tokio::test]
async fn duo_proves_who_it_is() {
    let mut bruno = bruno("Duo Security").await;
    let answer = duo_says_yes(&bruno).await;

    bruno.fills("challenge-authenticator", &[("credentials.signatureData", &answer)]).await;

    bruno.arrives_as(BRUNO);
}

#[tokio::test]
async fn duo_is_set_up() {
    let mut tess = tess("Duo Security").await;
    let answer = duo_says_yes(&tess).await;

    tess.fills("enroll-authenticator", &[("credentials.signatureData", &answer)]).await;

    is_set_up(&mut tess, "Duo Security").await;
}

#[tokio::test]
async fn a_badge_and_its_pin_prove_who_it_is() {
    let mut bruno = bruno("Badge").await;
    bruno.sees("Verify with Badge");
    bruno.house.org().approve(BRUNO);
    bruno.waits_to_go_on().await;
    bruno.sees("Enter your PIN");

    bruno.types("2091").await;
    assert_eq!((bruno.page.status, bruno.page.errors().len()), (422, 1), "{}", bruno.page.body);
    bruno.types("1902").await;

    bruno.arrives_as(BRUNO);
}

/// Somebody at the page that waits for a badge, whoever's it is.
async fn at_the_reader() -> Visit {
    let mut visit = Visit::begin_with_everything().await;
    visit.presses("launch-nfc-authenticator").await;
    visit.sees("Verify with Badge");
    visit
}

#[tokio::test]
async fn a_badge_says_who_it_is_and_its_pin_signs_in() {
    let mut bea = at_the_reader().await;
    bea.presses("challenge-poll").await;
    bea.sees("Verify with Badge");
    bea.house.org().approve(BEA);
    bea.waits_to_go_on().await;
    bea.sees("Enter your PIN");
    bea.reads(BEA);

    bea.types("9591").await;
    assert_eq!((bea.page.status, bea.page.errors().len()), (422, 1), "{}", bea.page.body);
    bea.types("1959").await;

    bea.arrives_as(BEA);
}

#[tokio::test]
async fn a_badge_that_was_found_opens_nothing_to_who_does_not_know_its_pin() {
    let mut thief = at_the_reader().await;
    thief.house.org().approve(BEA);
    thief.waits_to_go_on().await;

    for guess in ["0000", "1111", "2222", "3333", "4444"] {
        thief.is_kept_out();
        thief.types(guess).await;
    }

    thief.reads("locked");
    thief.is_kept_out();
}

#[tokio::test]
async fn a_badge_without_a_pin_gets_one_after_signing_in_another_way() {
    let mut ada = at_the_reader().await;
    ada.house.org().approve(ADA);
    ada.waits_to_go_on().await;
    ada.reads("Sign in with another method to finish enrolling your badge.");
    ada.gives_name_and_password("ada").await;
    ada.chooses("Badge").await;
    ada.house.org().approve(ADA);
    ada.waits_to_go_on().await;
    ada.sees("Choose a PIN");

    ada.types("1843").await;

    ada.arrives_as(ADA);
    let everything = ada.house.third("/echo?kept=1");
    ada.begins_again(&everything).await;
    ada.presses("launch-nfc-authenticator").await;
    ada.house.org().approve(ADA);
    ada.waits_to_go_on().await;
    ada.types("1843").await;
    ada.sees("Enter your password");
    ada.types(person("ada").password).await;
    ada.arrives_as(ADA);
}

#[tokio::test]
async fn whoever_has_the_badge_at_home_gives_a_name_instead() {
    let mut bea = at_the_reader().await;

    bea.presses("currentAuthenticator.cancel").await;
    bea.sees("Sign in");
    bea.fills("identify", &[("identifier", BEA)]).await;
    bea.chooses("Password").await;
    bea.types(person("bea").password).await;
    bea.arrives_as(BEA);
}

#[tokio::test]
async fn a_badge_gets_its_pin() {
    let mut tess = tess("Badge").await;
    tess.sees("Set up Badge");
    tess.house.org().approve(TESS);
    tess.waits_to_go_on().await;
    tess.sees("Choose a PIN");

    tess.types("1905").await;

    is_set_up(&mut tess, "Badge").await;
}
