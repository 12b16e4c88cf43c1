//! What is proved outside the page: another provider, a smart card, Duo's frame, a badge at a reader.

use super::tess::{TESS, is_set_up, tess};
use crate::support::browser::Browser;
use crate::support::visit::Visit;

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
