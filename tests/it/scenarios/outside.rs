//! What is proved outside the page: another provider, a smart card, a badge at a reader.

use crate::support::visit::Visit;

const BRUNO: &str = "bruno@example.com";
const TESS: &str = "tess@example.com";

async fn bruno(row: &str) -> Visit {
    let mut bruno = Visit::of("bruno").await;
    bruno.chooses(row).await;
    bruno
}

async fn tess(row: &str) -> Visit {
    let mut tess = Visit::of("tess").await;
    tess.chooses(row).await;
    tess
}

async fn is_set_up(tess: &mut Visit, row: &str) {
    tess.sees("Set up how you sign in");
    assert!(tess.row(row).is_none(), "{row} is still to be set up: {}", tess.page.body);
    tess.presses("skip").await;
    tess.arrives_as(TESS);
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
