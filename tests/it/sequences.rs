//! Sequences of our own documents, walked through the whole gateway as recorded ones are: `tests/documents/sequences`.
//!
//! The state handle changes with every document, so that a body with an earlier one cannot pass.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::scripted_org::Return;
use crate::support::walk::{NAME, Walk};

async fn walk(name: &str) -> Walk {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/sequences").join(format!("{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let documents: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    Walk::begin(&documents).await
}

#[tokio::test]
async fn name_and_password_at_once() {
    let mut walk = walk("password-one-step").await;

    walk.gives_name_and_password().await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_name_then_a_code_by_email() {
    let mut walk = walk("name-then-code-by-email").await;

    walk.gives_name().await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_text_message_after_the_choice_of_a_method() {
    let mut walk = walk("text-message-by-choice-of-method").await;

    walk.gives_name().await;
    walk.asks(&[]);
    let by_voice = [("authenticator", "Phone"), ("authenticator.methodType", "voice")];
    walk.says("select-authenticator-authenticate", &by_voice).await;
    walk.asks(&[]);
    walk.says("authenticator-verification-data", &[("authenticator.methodType", "sms")]).await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn the_second_of_two_phones_is_the_one_that_is_asked() {
    let mut walk = walk("second-of-two-phones").await;

    walk.picks("select-authenticator-authenticate", "Phone~2").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_push_whose_number_comes_with_a_later_answer() {
    let mut walk = walk("push-whose-number-comes-later").await;

    walk.gives_name_and_password().await;
    let push = [("authenticator", "Okta Verify"), ("authenticator.methodType", "push")];
    walk.says("select-authenticator-authenticate", &push).await;
    walk.asks(&[]);
    walk.waits("challenge-poll").await;
    assert!(walk.page.body.contains(">42<"), "{}", walk.page.body);
    walk.waits("challenge-poll").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_phone_is_set_up_and_the_rest_is_left_for_later() {
    let mut walk = walk("phone-set-up").await;

    walk.gives_name_and_password().await;
    walk.picks("select-authenticator-enroll", "Phone").await;
    walk.asks(&["authenticator.methodType", "authenticator.phoneNumber"]);
    let phone = [("authenticator.methodType", "voice"), ("authenticator.phoneNumber", " +1 415 555 0123 ")];
    walk.says("authenticator-enrollment-data", &phone).await;
    walk.gives_code("enroll-authenticator").await;
    walk.says("skip", &[]).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn okta_verify_is_set_up_by_qr_code() {
    let mut walk = walk("okta-verify-by-qr-code").await;

    walk.gives_name_and_password().await;
    walk.picks("select-authenticator-enroll", "Okta Verify").await;
    assert_eq!(walk.page.texts("img[src^='data:image/png']").len(), 1, "{}", walk.page.body);
    walk.waits("enroll-poll").await;
    walk.waits("enroll-poll").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn okta_verify_is_set_up_by_text_message() {
    let mut walk = walk("okta-verify-by-text-message").await;

    walk.gives_name_and_password().await;
    walk.picks("select-authenticator-enroll", "Okta Verify").await;
    walk.says("select-enrollment-channel", &[("authenticator.channel", "sms")]).await;
    walk.asks(&["phoneNumber"]);
    walk.fills_in("phoneNumber", "tel");
    walk.says("enrollment-channel-data", &[("phoneNumber", "+14155550123")]).await;
    walk.waits("enroll-poll").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn okta_verify_is_set_up_by_email() {
    let mut walk = walk("okta-verify-by-email").await;

    walk.gives_name_and_password().await;
    walk.picks("select-authenticator-enroll", "Okta Verify").await;
    walk.says("select-enrollment-channel", &[("authenticator.channel", "email")]).await;
    walk.asks(&["email"]);
    walk.fills_in("email", "email");
    walk.says("enrollment-channel-data", &[("email", NAME)]).await;
    walk.waits("enroll-poll").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn an_app_that_shows_codes_is_set_up() {
    let mut walk = walk("code-app-set-up").await;

    walk.picks("select-authenticator-enroll", "Google Authenticator").await;
    assert_eq!(walk.page.texts("img[src^='data:image/png']").len(), 1, "{}", walk.page.body);
    assert!(walk.page.body.contains("ABCD EFGH IJKL MNOP"), "{}", walk.page.body);
    walk.gives_code("enroll-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_security_question_of_ones_own() {
    let mut walk = walk("question-of-ones-own").await;

    walk.picks("select-authenticator-enroll", "Security Question").await;
    let own = [
        ("credentials", "Create my own security question"),
        ("credentials.question", "Who lights the lamp?"),
        ("credentials.answer", " the keeper"),
    ];
    walk.says("enroll-authenticator", &own).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_security_question_of_the_list() {
    let mut walk = walk("question-of-ones-own").await;

    walk.picks("select-authenticator-enroll", "Security Question").await;
    let listed = [
        ("credentials", "Choose a security question"),
        ("credentials.questionKey", "favourite_tide"),
        ("credentials.answer", "spring"),
    ];
    walk.says("enroll-authenticator", &listed).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_forgotten_password_is_reset() {
    let mut walk = walk("recovery-with-reset").await;

    walk.says("currentAuthenticator.recover", &[]).await;
    walk.asks(&["identifier"]);
    walk.says("identify-recovery", &[("identifier", NAME)]).await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.asks(&[]);
    walk.says("authenticator-verification-data", &[]).await;
    walk.gives_code("challenge-authenticator").await;
    walk.asks(&["credentials.passcode", "credentials.revokeSessions"]);
    walk.fills_in("credentials.passcode", "new-password");
    let new = [("credentials.passcode", "Nevermore 1845"), ("credentials.revokeSessions", "true")];
    walk.says("reset-authenticator", &new).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn somebody_signs_up_with_profile_password_and_email() {
    let mut walk = walk("signing-up").await;

    walk.says("select-enroll-profile", &[]).await;
    let names = ["firstName", "lastName", "email", "team", "newsletter"].map(|name| format!("userProfile.{name}"));
    walk.asks(&names.each_ref().map(String::as_str));
    let profile = [
        ("userProfile.firstName", "Kim"),
        ("userProfile.lastName", "Kato"),
        ("userProfile.email", NAME),
        ("userProfile.team", "acoustics"),
        ("userProfile.newsletter", "true"),
    ];
    walk.says("enroll-profile", &profile).await;
    walk.picks("select-authenticator-enroll", "Password").await;
    walk.sets_password("enroll-authenticator").await;
    walk.picks("select-authenticator-enroll", "Email").await;
    walk.gives_code("enroll-authenticator").await;
    walk.says("skip", &[]).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn an_account_is_unlocked_and_that_is_the_end() {
    let mut walk = walk("unlock-by-email").await;

    walk.says("unlock-account", &[]).await;
    walk.says("select-authenticator-unlock-account", &[("identifier", NAME), ("authenticator", "Email")]).await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_here();
    walk.is_calm();
    walk.asks(&[]);
}

#[tokio::test]
async fn an_identity_provider_says_who_it_is() {
    let mut walk = walk("identity-provider-then-code").await;

    walk.leaves_by("redirect-idp").await;

    walk.has_a_session("code-of-the-callback").await;
}

#[tokio::test]
async fn the_second_identity_provider_is_followed_by_a_code() {
    let mut walk = walk("identity-provider-then-code").await;
    walk.org.comes_back(Return::InteractionRequired);

    walk.leaves_by("redirect-idp~2").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn starting_over_cancels_at_the_org_and_begins_another_interaction() {
    let mut walk = walk("starting-over").await;

    walk.gives_name().await;
    walk.says("cancel", &[]).await;

    walk.ends_here();
    assert_eq!(walk.org.interactions(), 2);
    walk.asks(&["identifier", "rememberMe"]);
}

#[tokio::test]
async fn an_expired_password_is_changed_at_the_second_attempt() {
    let mut walk = walk("expired-password").await;

    walk.gives_name_and_password().await;
    walk.sets_password("reenroll-authenticator").await;
    walk.complains(Some("credentials.passcode"));
    walk.sets_password("reenroll-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_password_that_runs_out_soon_is_kept_for_now() {
    let mut walk = walk("password-that-runs-out-soon").await;

    walk.gives_name_and_password().await;
    walk.asks(&["credentials.passcode"]);
    walk.says("skip", &[]).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn a_wrong_code_then_the_right_one() {
    let mut walk = walk("wrong-code-then-right").await;

    walk.gives_name_and_password().await;
    walk.is_calm();
    walk.gives_code("challenge-authenticator").await;
    walk.complains(Some("credentials.passcode"));
    assert!(!walk.page.body.contains("123456"), "a code is not shown again");
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn consent_for_less_than_everything_then_no_to_staying_signed_in() {
    let mut walk = walk("consent-then-staying-signed-in").await;

    walk.gives_name_and_password().await;
    walk.asks(&["optedScopes.notes%2Eread%2Eall", "optedScopes.email"]);
    walk.says("granular-consent", &[("consent", "true"), ("optedScopes.email", "false")]).await;
    walk.says("keep-me-signed-in", &[("keepMeSignedIn", "false")]).await;

    walk.ends_signed_in().await;
}
