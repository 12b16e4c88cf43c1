//! The scenarios of the Java SDK.

use super::{JAVA, walk};
use crate::support::scripted_org::Return;
use crate::support::walk::NAME;

#[tokio::test]
async fn scenario_1_1_1_name_then_password() {
    let steps = ["1_1_1/introspect-response", "1_1_1/identify-response", "1_1_1/answer-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.gives_name().await;
    walk.gives_password().await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn scenario_1_1_2_to_1_1_7_whom_the_org_turns_away() {
    for answer in ["1_1_2", "1_1_3", "1_1_5", "1_1_6", "1_1_7"] {
        let steps = ["introspect-response", "identify-response", "answer-response"];
        let steps = steps.map(|step| format!("{answer}/{step}"));
        let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

        walk.gives_name().await;
        walk.gives_password().await;

        walk.ends_here();
        walk.asks(&["identifier", "rememberMe"]);
    }
}

#[tokio::test]
async fn scenario_6_1_2_password_then_a_code_by_email() {
    let steps = ["introspect-response", "identify-response", "challenge-response", "challenge-answer-response"];
    let steps = steps.map(|step| format!("6_1_2/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.gives_name_and_password().await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.is_calm();
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn scenario_6_1_3_a_wrong_code_by_email() {
    let steps = ["introspect-response", "identify-response", "challenge-response", "challenge-answer-response"];
    let steps = steps.map(|step| format!("6_1_3/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.gives_name_and_password().await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_here();
    walk.complains(Some("credentials.passcode"));
    walk.asks(&["credentials.passcode"]);
}

#[tokio::test]
async fn scenario_6_2_2_a_code_by_sms_from_the_second_step_on() {
    let steps = ["6_2_2/identify-response", "6_2_2/challenge-response", "6_2_2/answer-challenge-sms-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.asks(&[]);
    walk.says("authenticator-verification-data", &[]).await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn scenario_6_2_4_a_wrong_code_by_sms() {
    // Only the answer was recorded; the step before it is of another sequence.
    let steps = ["4_1_2/credential-enroll-phone-number-response", "6_2_4/answer-challenge-sms-invalid-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.gives_code("enroll-authenticator").await;

    walk.ends_here();
    walk.complains(Some("credentials.passcode"));
}

#[tokio::test]
async fn scenario_3_1_2_recovery_for_a_name_that_nobody_has() {
    let steps = ["3_1_2/introspect-response", "3_1_2/recover-response", "3_1_2/identify-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.says("currentAuthenticator.recover", &[]).await;
    walk.asks(&["identifier"]);
    walk.says("identify-recovery", &[("identifier", " nobody@people.example ")]).await;

    walk.ends_here();
    walk.asks(&["identifier"]);
}

#[tokio::test]
async fn scenario_4_1_1_signing_up_with_password_and_email() {
    let steps = [
        "introspect-response",
        "enroll-response",
        "enroll-new-response",
        "credential-enroll-password-response",
        "challenge-answer-password-response",
        "credential-enroll-email-response",
        "challenge-answer-email-response",
        "skip-response",
    ];
    let steps = steps.map(|step| format!("4_1_1/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.says("select-enroll-profile", &[]).await;
    let names = ["firstName", "lastName", "email", "enumAttr"].map(|name| format!("userProfile.{name}"));
    walk.asks(&names.each_ref().map(String::as_str));
    let profile = [
        ("userProfile.firstName", "Kim"),
        ("userProfile.lastName", "Kato"),
        ("userProfile.email", NAME),
        ("userProfile.enumAttr", "false"),
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
async fn scenario_4_1_2_signing_up_with_a_phone() {
    let steps = [
        "introspect-response",
        "enroll-response",
        "enroll-new-response",
        "credential-enroll-password-response",
        "challenge-answer-password-response",
        "credential-enroll-email-response",
        "challenge-answer-email-response",
        "credential-enroll-phone-response",
        "credential-enroll-sms-response",
        "credential-enroll-phone-number-response",
        "challenge-answer-phone-response",
    ];
    let steps = steps.map(|step| format!("4_1_2/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.signs_up().await;
    walk.picks("select-authenticator-enroll", "Email").await;
    walk.gives_code("enroll-authenticator").await;
    walk.picks("select-authenticator-enroll", "Phone").await;
    walk.asks(&["authenticator.methodType", "authenticator.phoneNumber"]);
    let phone = [("authenticator.methodType", "sms"), ("authenticator.phoneNumber", "+1 415 555 0123")];
    walk.says("authenticator-enrollment-data", &phone).await;
    // The recording has it twice: its client chose the method first.
    walk.asks(&["authenticator.phoneNumber"]);
    walk.says("authenticator-enrollment-data", &phone[1..]).await;
    walk.gives_code("enroll-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn scenario_4_1_4_a_phone_number_that_cannot_be() {
    let steps = [
        "introspect-response",
        "enroll-response",
        "enroll-new-response",
        "credential-enroll-password-response",
        "challenge-answer-password-response",
        "credential-enroll-email-response",
        "challenge-answer-email-response",
        "credential-enroll-sms-response",
        "credential-enroll-phone-number-response",
    ];
    let steps = steps.map(|step| format!("4_1_4/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.signs_up().await;
    walk.picks("select-authenticator-enroll", "Email").await;
    walk.gives_code("enroll-authenticator").await;
    walk.picks("select-authenticator-enroll", "Phone").await;
    walk.says("authenticator-enrollment-data", &[("authenticator.phoneNumber", "12")]).await;

    walk.ends_here();
    walk.complains(None);
}

#[tokio::test]
async fn scenario_10_2_1_signing_up_as_far_as_the_security_key() {
    let steps = [
        "introspect-response",
        "enroll-response",
        "enroll-new-response",
        "credential-enroll-password-response",
        "challenge-answer-password-response",
        "credential-enroll-webauthn-response",
    ];
    let steps = steps.map(|step| format!("10_2_1/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.signs_up().await;
    walk.picks("select-authenticator-enroll", "Security Key or Biometric").await;

    // The key itself speaks to a script only; a browser without one may still choose something else.
    walk.ends_here();
    walk.asks(&[]);
    assert!(
        walk.page.links().iter().any(|link| link.contains("show=select-authenticator-enroll")),
        "{}",
        walk.page.body
    );
}

#[tokio::test]
async fn scenario_10_3_1_okta_verify_by_qr_code_from_the_password_on() {
    let steps = [
        "credential-enroll-password-response",
        "challenge-answer-password-response",
        "enroll-response",
        "enroll-response",
        "poll-response",
    ];
    let steps = steps.map(|step| format!("10_3_1/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.sets_password("enroll-authenticator").await;
    walk.picks("select-authenticator-enroll", "Okta Verify").await;
    assert_eq!(walk.page.texts("img[src^='data:image/png']").len(), 1, "{}", walk.page.body);
    walk.waits("enroll-poll").await;
    walk.waits("enroll-poll").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn scenario_10_3_2_okta_verify_by_text_message_from_the_password_on() {
    okta_verify_by_link("10_3_2", "sms", "phoneNumber", "+14155550123").await;
}

#[tokio::test]
async fn scenario_10_3_3_okta_verify_by_email_from_the_password_on() {
    okta_verify_by_link("10_3_3", "email", "email", NAME).await;
}

async fn okta_verify_by_link(scenario: &str, channel: &str, field: &str, place: &str) {
    let steps = [
        "credential-enroll-password-response",
        "challenge-answer-password-response",
        // Its client named the channel with the authenticator; our page first shows the QR code.
        &format!("{JAVA}10_3_1/enroll-response"),
        &format!("enroll-{channel}-response"),
        "challenge-response",
        "poll-response",
    ];
    let within = |step: &str| if step.contains(':') { step.to_owned() } else { format!("{scenario}/{step}") };
    let steps = steps.map(within);
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.sets_password("enroll-authenticator").await;
    walk.picks("select-authenticator-enroll", "Okta Verify").await;
    walk.says("select-enrollment-channel", &[("authenticator.channel", channel)]).await;
    walk.asks(&[field]);
    walk.says("enrollment-channel-data", &[(field, place)]).await;
    walk.waits("enroll-poll").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn scenario_5_1_1_an_identity_provider_that_says_who_it_is() {
    let Some(mut walk) = walk(JAVA, &["5_1_1/introspect-response"]).await else { return };

    walk.leaves_by("redirect-idp").await;

    walk.has_a_session("code-of-the-callback").await;
}

#[tokio::test]
async fn scenario_5_1_1_an_identity_provider_after_which_a_code_is_asked() {
    // What comes after the provider was recorded with another sequence.
    let steps = ["5_1_1/introspect-response", "6_1_3/challenge-response", "6_1_2/challenge-answer-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };
    walk.org.comes_back(Return::InteractionRequired);

    walk.leaves_by("redirect-idp").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}
