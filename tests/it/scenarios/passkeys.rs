//! Keys before names: a button on the first page leads to them, and to a passkey for whoever has none.

use crate::support::house::House;
use crate::support::people::{is_own, person};
use crate::support::security_key::{Filled, SecurityKey, Wrong};
use crate::support::visit::Visit;

const ADA: &str = "ada@example.com";
const IRIS: &str = "iris@example.com";
const WANTED: &str = "/echo?kept=1";
const BUTTON: &str = "launch-webauthn-authenticator";

/// Somebody in front of a first page with the button.
async fn arrive() -> Visit {
    let house = House::open().await;
    house.org().change_client("0oademofieldnotes001", |client| client.first_page.security_keys = true);
    let wanted = house.first(WANTED);
    Visit::at(house, &wanted).await
}

/// The same person comes back later, and presses the button.
async fn press_the_button(visit: &mut Visit) {
    let wanted = visit.house.first(WANTED);
    visit.begins_again(&wanted).await;
    visit.presses(BUTTON).await;
}

async fn send(visit: &mut Visit, step: &str, filled: Filled) {
    let filled: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visit.fills(step, &filled).await;
}

async fn make(visit: &mut Visit, key: &mut SecurityKey) {
    let made = key.makes(&visit.page);
    send(visit, "enroll-authenticator-promotion", made).await;
}

async fn sign(visit: &mut Visit, key: &mut SecurityKey) {
    let signed = key.signs(&visit.page);
    send(visit, "challenge-authenticator", signed).await;
}

/// Iris, for whom a passkey is enough, and hers.
async fn iris() -> (Visit, SecurityKey) {
    let (mut iris, mut key) = (arrive().await, SecurityKey::new());
    iris.gives_name_and_password("iris").await;
    make(&mut iris, &mut key).await;
    iris.arrives_as(IRIS);
    (iris, key)
}

#[tokio::test]
async fn a_button_leads_to_the_passkey_which_says_who_it_is() {
    let (mut iris, mut key) = iris().await;

    press_the_button(&mut iris).await;
    sign(&mut iris, &mut key).await;

    iris.arrives_as(IRIS);
    assert_eq!(iris.house.reached("/echo").len(), 2);
}

#[tokio::test]
async fn whoever_has_no_passkey_asks_for_one_and_gets_it_after_signing_in_another_way() {
    let (mut ada, mut key) = (arrive().await, SecurityKey::new());
    ada.presses(BUTTON).await;
    ada.presses("enroll-webauthn-residentkey").await;
    ada.sees("Sign in");
    ada.gives_name_and_password("ada").await;
    ada.is_kept_out();
    make(&mut ada, &mut key).await;
    ada.arrives_as(ADA);

    press_the_button(&mut ada).await;
    sign(&mut ada, &mut key).await;

    ada.sees("Enter your password");
    ada.types(person("ada").password).await;
    ada.arrives_as(ADA);
}

#[tokio::test]
async fn whoever_has_asked_for_a_passkey_may_still_do_without_and_is_not_asked_again() {
    let mut ada = arrive().await;
    ada.presses(BUTTON).await;
    ada.presses("enroll-webauthn-residentkey").await;
    ada.gives_name_and_password("ada").await;

    ada.presses("skip").await;

    ada.arrives_as(ADA);
    ada.comes_back("ada").await;
    ada.arrives_as(ADA);
}

#[tokio::test]
async fn a_passkey_that_is_not_believed_is_told_and_the_right_one_goes_on() {
    let (mut iris, mut key) = iris().await;
    press_the_button(&mut iris).await;
    sign(&mut iris, &mut key).await;
    press_the_button(&mut iris).await;
    let (right, heading) = (Wrong::default(), iris.page.heading());

    for (what, wrong) in [
        ("another challenge", Wrong { challenge: Some("b3duLWNoYWxsZW5nZQ"), ..right }),
        ("another origin", Wrong { origin: Some("http://evil.example"), ..right }),
        ("another party", Wrong { party: Some("evil.example"), ..right }),
        ("nobody was verified", Wrong { unverified: true, ..right }),
        ("nobody's key", Wrong { user: Some(""), ..right }),
        ("somebody else's", Wrong { user: Some("00udemoada0000000001"), ..right }),
        ("a key that was cloned", Wrong { counter: Some(0), ..right }),
    ] {
        key.wrong = wrong;
        sign(&mut iris, &mut key).await;

        assert_eq!((iris.page.status, iris.page.errors().len()), (422, 1), "{what}: {}", iris.page.body);
        assert_eq!((is_own(&iris.page), iris.page.heading()), (true, heading.clone()), "{what}");
    }
    assert_eq!(iris.house.reached("/echo").len(), 2, "nobody was let through");
    key.wrong = right;
    sign(&mut iris, &mut key).await;
    iris.arrives_as(IRIS);
}

#[tokio::test]
async fn a_key_that_was_made_to_go_with_a_name_is_no_passkey() {
    let (mut will, mut key) = (arrive().await, SecurityKey::new());
    will.gives_name_and_password("will").await;
    will.chooses("Security").await;
    let made = key.makes(&will.page);
    send(&mut will, "enroll-authenticator", made).await;
    will.presses("skip").await;
    will.arrives_as("will@example.com");

    press_the_button(&mut will).await;
    sign(&mut will, &mut key).await;

    assert_eq!((will.page.status, will.page.errors().len()), (422, 1), "{}", will.page.body);
    assert_eq!(will.house.reached("/echo").len(), 1, "nobody was let through");
}

#[tokio::test]
async fn a_passkey_that_nobody_unlocked_is_not_taken() {
    let (mut iris, mut key) = (arrive().await, SecurityKey::new());
    iris.gives_name_and_password("iris").await;
    key.wrong.unverified = true;

    make(&mut iris, &mut key).await;

    assert_eq!((iris.page.status, iris.page.errors().len()), (422, 1), "{}", iris.page.body);
    iris.is_kept_out();
    key.wrong = Wrong::default();
    make(&mut iris, &mut key).await;
    iris.arrives_as(IRIS);
}
