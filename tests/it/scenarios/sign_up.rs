//! Somebody new: a profile, then whatever their kind of account requires and offers.

use crate::support::visit::Visit;

/// The first way of reaching a telephone.
const TEXT_MESSAGE: &str = "0";
const PASSWORD: &str = "Ichthyosaur-1811";

fn profile(email: &str) -> [(&str, &str); 4] {
    [
        ("userProfile.firstName", "Mary"),
        ("userProfile.lastName", "Anning"),
        ("userProfile.email", email),
        ("userProfile.expertise", "2"),
    ]
}

/// Mary, with a profile; what she has to set up goes by the domain of her address.
async fn mary(email: &str) -> Visit {
    let mut mary = Visit::begin_with_everything().await;
    mary.presses("select-enroll-profile").await;
    mary.sees("Create your account");
    mary.fills("enroll-profile", &profile(email)).await;
    mary.sees("Set up how you sign in");
    mary
}

async fn sets_password(mary: &mut Visit) {
    mary.chooses("Password").await;
    mary.sees("Choose a password");
    mary.types(PASSWORD).await;
}

async fn proves_address(mary: &mut Visit, email: &str) {
    mary.chooses("Email").await;
    mary.types_what_was_sent_to(email).await;
}

const EVERYBODY: &str = "mary@example.com";
const WITH_APPS: &str = "mary@apps.example.com";
const BY_MAIL: &str = "mary@mail.example.com";

/// Mary with everything that is required, before what is not.
async fn mary_with_what_is_required() -> Visit {
    let mut mary = mary(EVERYBODY).await;
    sets_password(&mut mary).await;
    proves_address(&mut mary, EVERYBODY).await;
    mary.sees("Set up how you sign in");
    mary
}

#[tokio::test]
async fn somebody_new_leaves_the_phone_out() {
    let mut mary = mary_with_what_is_required().await;

    mary.presses("skip").await;

    mary.arrives_as(EVERYBODY);
}

#[tokio::test]
async fn somebody_new_sets_up_a_phone_at_the_second_attempt() {
    let mut mary = mary_with_what_is_required().await;
    mary.chooses("Phone").await;
    let by_text_message = ("authenticator.methodType", TEXT_MESSAGE);

    let wrong = [by_text_message, ("authenticator.phoneNumber", "12")];
    mary.fills("authenticator-enrollment-data", &wrong).await;
    assert_eq!((mary.page.status, mary.page.errors().len()), (422, 1), "{}", mary.page.body);
    let right = [by_text_message, ("authenticator.phoneNumber", "+44 1297 443370")];
    mary.fills("authenticator-enrollment-data", &right).await;
    mary.types_what_was_sent_to(EVERYBODY).await;
    mary.presses("skip").await;

    mary.arrives_as(EVERYBODY);
}

#[tokio::test]
async fn somebody_new_sets_up_a_question_of_the_list() {
    let mut mary = mary_with_what_is_required().await;
    mary.chooses("Security Question").await;
    let listed = [("credentials", "0"), ("credentials.0.questionKey", "2"), ("credentials.0.answer", "lightning")];
    mary.fills("enroll-authenticator", &listed).await;

    mary.presses("skip").await;

    mary.arrives_as(EVERYBODY);
}

#[tokio::test]
async fn somebody_new_sets_up_a_question_of_their_own() {
    let mut mary = mary_with_what_is_required().await;
    mary.chooses("Security Question").await;
    let own =
        [("credentials", "1"), ("credentials.1.question", "What is my dog called?"), ("credentials.1.answer", "tray")];
    mary.fills("enroll-authenticator", &own).await;

    mary.presses("skip").await;

    mary.arrives_as(EVERYBODY);
}

#[tokio::test]
async fn an_address_that_is_none_is_told_beside_it() {
    let mut mary = Visit::begin_with_everything().await;
    mary.presses("select-enroll-profile").await;

    mary.fills("enroll-profile", &profile("mary at lyme regis")).await;

    mary.is_told("Create your account", "Enter an email address, like name@example.com.");
    assert_eq!(mary.page.texts("[name='userProfile.email'][aria-invalid=true]").len(), 1);
    mary.is_kept_out();
}

#[tokio::test]
async fn what_a_profile_requires_beside_the_name_is_asked_for() {
    let mut mary = Visit::begin_with_everything().await;
    mary.presses("select-enroll-profile").await;
    let names = mary.page.controls();
    for name in ["expertise", "countryCode", "newsletter", "herbariumNumber"] {
        assert!(names.contains(&format!("userProfile.{name}")), "{name} is not asked for: {names:?}");
    }

    mary.fills("enroll-profile", &profile(EVERYBODY)[..3]).await;
    assert_eq!((mary.page.status, mary.page.errors().len()), (422, 1), "{}", mary.page.body);
    mary.fills("enroll-profile", &profile(EVERYBODY)).await;

    mary.sees("Set up how you sign in");
}

#[tokio::test]
async fn an_address_is_proved_by_the_link_in_its_mail() {
    let mut mary = mary(EVERYBODY).await;
    sets_password(&mut mary).await;
    mary.chooses("Email").await;
    mary.sees("Check your email");
    let link = mary.house.org().latest_message(EVERYBODY).and_then(|message| message.link).expect("a link");

    mary.page = mary.browser.open(&link).await;
    mary.sees("Set up how you sign in");
    assert!(mary.row("Email").is_none(), "{}", mary.page.body);
    mary.presses("skip").await;

    mary.arrives_as(EVERYBODY);
}

#[tokio::test]
async fn who_only_has_to_prove_an_address_leaves_the_password_out() {
    let mut mary = mary(BY_MAIL).await;
    proves_address(&mut mary, BY_MAIL).await;

    mary.presses("skip").await;

    mary.arrives_as(BY_MAIL);
}

#[tokio::test]
async fn who_only_has_to_prove_an_address_may_choose_a_password() {
    let mut mary = mary(BY_MAIL).await;
    proves_address(&mut mary, BY_MAIL).await;

    sets_password(&mut mary).await;

    mary.arrives_as(BY_MAIL);
}

/// Mary, who has to set up two applications and has the first; codes of the second prove that it is set up.
async fn sets_up_google(mary: &mut Visit) {
    mary.chooses("Google Authenticator").await;
    let code = mary.shown_to(WITH_APPS, "google_otp");
    mary.types(&code).await;
}

async fn sets_up_okta_verify(mary: &mut Visit) {
    mary.house.org().approve(WITH_APPS);
    mary.waits_to_go_on().await;
}

#[tokio::test]
async fn somebody_new_sets_up_applications_by_their_pictures() {
    let mut mary = mary(WITH_APPS).await;
    sets_password(&mut mary).await;
    assert!(mary.page.forms().iter().all(|form| form.value(".form") != Some("skip")), "both are required");

    sets_up_google(&mut mary).await;
    mary.chooses("Okta Verify").await;
    sets_up_okta_verify(&mut mary).await;

    mary.arrives_as(WITH_APPS);
}

#[tokio::test]
async fn somebody_new_sets_up_google_authenticator_by_its_key() {
    let mut mary = mary(WITH_APPS).await;
    sets_password(&mut mary).await;
    mary.chooses("Google Authenticator").await;
    assert_eq!(mary.page.texts("code").concat().replace(' ', "").len(), 32, "{}", mary.page.body);

    let code = mary.shown_to(WITH_APPS, "google_otp");
    mary.types(&code).await;

    mary.sees("Set up how you sign in");
    assert!(mary.row("Google Authenticator").is_none(), "{}", mary.page.body);
}

#[tokio::test]
async fn somebody_new_is_invited_to_okta_verify() {
    for (row, field, place) in
        [("text message", "phoneNumber", "+44 7700 900123"), ("Get an email", "email", WITH_APPS)]
    {
        let mut mary = mary(WITH_APPS).await;
        sets_password(&mut mary).await;
        mary.chooses("Okta Verify").await;
        mary.chooses_instead("select-enrollment-channel", row).await;
        mary.fills("enrollment-channel-data", &[(field, place)]).await;
        assert_eq!(mary.house.org().latest_message(WITH_APPS).map(|sent| sent.recipient).as_deref(), Some(place));

        sets_up_okta_verify(&mut mary).await;
        sets_up_google(&mut mary).await;

        mary.arrives_as(WITH_APPS);
    }
}
