//! Sequences that others recorded, replayed through the whole gateway: a browser walks the pages, and what reaches the
//! org is what each recorded form demands.
//!
//! The order follows from the names of the recordings and from what leads where. Where a step was not recorded, the
//! same step of another recording stands for it, and the list of the sequence says so; where there is none, the walk ends.

use crate::support::recordings::Recordings;
use crate::support::scripted_org::Return;
use crate::support::walk::{NAME, Walk};

/// Where each repository keeps its recordings.
const JAVA: &str = "okta-idx-java:api/src/test/resources/scenario_";
const DOTNET: &str = "okta-idx-dotnet:mocks/";
const SWIFT: &str = "okta-idx-swift:Tests/OktaIdxTests/SampleResponses/";

/// Begins a walk through recorded steps, where there are recordings. A step of another repository is named in full.
async fn walk(folder: &str, steps: &[&str]) -> Option<Walk> {
    let recordings = Recordings::open()?;
    let place = |step: &&str| {
        let folder = if step.contains(':') { "" } else { folder };
        format!("{folder}{step}.json")
    };
    let places: Vec<String> = steps.iter().map(place).collect();
    Some(Walk::begin(&recordings.sequence(&places)).await)
}

// -- Signing in with a password

#[tokio::test]
async fn java_1_1_1_name_then_password() {
    let steps = ["1_1_1/introspect-response", "1_1_1/identify-response", "1_1_1/answer-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.gives_name().await;
    walk.gives_password().await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn java_1_1_2_to_1_1_7_whom_the_org_turns_away() {
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
async fn dotnet_01_two_steps_login() {
    let steps = ["introspect-response", "identify-response", "challenge-response"];
    let steps = steps.map(|step| format!("01-basic-login/two-steps-login/{step}"));
    let Some(mut walk) = walk(DOTNET, &steps.each_ref().map(String::as_str)).await else { return };

    walk.gives_name().await;
    walk.gives_password().await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn dotnet_01_locked_and_deactivated_people_are_told_and_may_try_again() {
    for answer in ["locked-user", "deactivated-user"] {
        // The first page of another recording: this one begins with the answer.
        let first = format!("{JAVA}3_1_2/introspect-response");
        let steps = [first.as_str(), &format!("01-basic-login/{answer}-identify-response")];
        let Some(mut walk) = walk(DOTNET, &steps).await else { return };

        walk.gives_name_and_password().await;

        walk.ends_here();
        walk.complains(None);
        walk.asks(&["identifier", "credentials.passcode", "rememberMe"]);
    }
}

#[tokio::test]
async fn dotnet_01_an_expired_password_is_changed() {
    // The first page and the end of other recordings.
    let first = format!("{JAVA}3_1_2/introspect-response");
    let steps = [
        first.as_str(),
        "01-basic-login/password-expired-identify-response",
        "01-basic-login/two-steps-login/challenge-response",
    ];
    let Some(mut walk) = walk(DOTNET, &steps).await else { return };

    walk.gives_name_and_password().await;
    walk.sets_password("reenroll-authenticator").await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn swift_passcode_the_first_page_alone_was_recorded() {
    // The steps after it are those of another recording.
    let after = ["1_1_1/identify-response", "6_1_2/challenge-answer-response"].map(|step| format!("{JAVA}{step}"));
    let Some(mut walk) = walk(SWIFT, &["Passcode/02-introspect-response", &after[0], &after[1]]).await else { return };

    walk.gives_name().await;
    walk.gives_password().await;

    walk.is_signed_in().await;
}

// -- Second factors

#[tokio::test]
async fn java_6_1_2_password_then_a_code_by_email() {
    let steps = ["introspect-response", "identify-response", "challenge-response", "challenge-answer-response"];
    let steps = steps.map(|step| format!("6_1_2/{step}"));
    let Some(mut walk) = walk(JAVA, &steps.each_ref().map(String::as_str)).await else { return };

    walk.gives_name_and_password().await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.is_calm();
    walk.gives_code("challenge-authenticator").await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn java_6_1_3_a_wrong_code_by_email() {
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
async fn java_6_2_2_a_code_by_sms_from_the_second_step_on() {
    let steps = ["6_2_2/identify-response", "6_2_2/challenge-response", "6_2_2/answer-challenge-sms-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.asks(&[]);
    walk.says("authenticator-verification-data", &[]).await;
    walk.gives_code("challenge-authenticator").await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn java_6_2_4_a_wrong_code_by_sms() {
    // Only the answer was recorded; the step before it is of another sequence.
    let steps = ["4_1_2/credential-enroll-phone-number-response", "6_2_4/answer-challenge-sms-invalid-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.gives_code("enroll-authenticator").await;

    walk.ends_here();
    walk.complains(Some("credentials.passcode"));
}

#[tokio::test]
async fn dotnet_06_a_wrong_code_by_email_then_the_right_one() {
    let steps = [
        "2-steps-login-challenge-password-identify-response",
        "select-email-response",
        "verify-email-invalid-code-response",
        "verify-email-response",
    ];
    let steps = steps.map(|step| format!("06-2fa/email/{step}"));
    let Some(mut walk) = walk(DOTNET, &steps.each_ref().map(String::as_str)).await else { return };

    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.is_calm();
    walk.gives_code("challenge-authenticator").await;
    walk.complains(Some("credentials.passcode"));
    walk.gives_code("challenge-authenticator").await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn swift_mfa_email_a_wrong_answer_to_a_security_question() {
    let steps =
        ["02-introspect-response", "03-identify-response", "04-challenge-authenticator", "05-challenge-answer-invalid"];
    let steps = steps.map(|step| format!("MFA-Email/{step}"));
    let Some(mut walk) = walk(SWIFT, &steps.each_ref().map(String::as_str)).await else { return };

    walk.gives_name().await;
    walk.picks("select-authenticator-authenticate", "Security Question").await;
    walk.asks(&["credentials.answer"]);
    walk.says("challenge-authenticator", &[("credentials.answer", "olives")]).await;

    walk.ends_here();
    walk.complains(Some("credentials.answer"));
}

#[tokio::test]
async fn swift_mfa_sop_password_and_email_up_to_the_enrollment_whose_step_is_missing() {
    let steps =
        ["03-identify-response", "04-challenge", "05-challenge-answer", "06-idx-challenge", "07-challenge-answer"];
    let steps = steps.map(|step| format!("MFA-SOP/{step}"));
    let Some(mut walk) = walk(SWIFT, &steps.each_ref().map(String::as_str)).await else { return };

    walk.picks("select-authenticator-authenticate", "Password").await;
    walk.gives_password().await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_here();
    walk.asks(&[]);
}

#[tokio::test]
async fn swift_mfa_sop_a_phone_that_is_offered_again() {
    let steps = ["MFA-SOP/09-challenge-answer", "MFA-SOP/10-credential-enroll"];
    let Some(mut walk) = walk(SWIFT, &steps).await else { return };

    walk.picks("select-authenticator-enroll", "Phone").await;

    walk.ends_here();
    walk.asks(&[]);
}

// -- Recovery

#[tokio::test]
async fn java_3_1_2_recovery_for_a_name_that_nobody_has() {
    let steps = ["3_1_2/introspect-response", "3_1_2/recover-response", "3_1_2/identify-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };

    walk.says("currentAuthenticator.recover", &[]).await;
    walk.asks(&["identifier"]);
    walk.says("identify-recovery", &[("identifier", " nobody@people.example ")]).await;

    walk.ends_here();
    walk.asks(&["identifier"]);
}

#[tokio::test]
async fn dotnet_03_a_forgotten_password_is_reset_by_email() {
    let steps = [
        "03-self-service-password-recovery/select-email-introspect-response",
        "03-self-service-password-recovery/select-email-recover-response",
        // The code by e-mail was recorded with another sequence.
        "06-2fa/email/select-email-response",
        "03-self-service-password-recovery/reset-password-introspect-response",
        "03-self-service-password-recovery/reset-password-challenge-answer-response",
    ];
    let Some(mut walk) = walk(DOTNET, &steps).await else { return };

    walk.asks(&["credentials.passcode"]);
    walk.says("currentAuthenticatorEnrollment.recover", &[]).await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.gives_code("challenge-authenticator").await;
    walk.sets_password("reset-authenticator").await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn dotnet_03_a_code_by_email_is_enough() {
    // The challenge was recorded with another sequence.
    let steps = [
        "06-2fa/email/select-email-response",
        "03-self-service-password-recovery/verify-email-challenge-answer-response",
    ];
    let Some(mut walk) = walk(DOTNET, &steps).await else { return };

    walk.gives_code("challenge-authenticator").await;

    walk.is_signed_in().await;
}

// -- Signing up

#[tokio::test]
async fn java_4_1_1_signing_up_with_password_and_email() {
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
    let profile = [
        ("userProfile.firstName", "Kim"),
        ("userProfile.lastName", "Kato"),
        ("userProfile.email", NAME),
        ("userProfile.enumAttr", "display"),
    ];
    walk.says("enroll-profile", &profile[..3]).await;
    walk.picks("select-authenticator-enroll", "Password").await;
    walk.sets_password("enroll-authenticator").await;
    walk.picks("select-authenticator-enroll", "Email").await;
    walk.gives_code("enroll-authenticator").await;
    walk.says("skip", &[]).await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn java_4_1_2_signing_up_with_a_phone() {
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

    walk.is_signed_in().await;
}

#[tokio::test]
async fn java_4_1_4_a_phone_number_that_cannot_be() {
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
async fn java_10_2_1_signing_up_as_far_as_the_security_key() {
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
async fn dotnet_04_an_invalid_address_is_said_beside_it() {
    let steps = ["introspect-response", "enroll-response", "enroll-new-response"];
    let steps = steps.map(|step| format!("04-self-service-registration/invalid-email/{step}"));
    let Some(mut walk) = walk(DOTNET, &steps.each_ref().map(String::as_str)).await else { return };

    walk.says("select-enroll-profile", &[]).await;
    walk.asks(&["userProfile.firstName", "userProfile.lastName", "userProfile.email"]);
    let profile =
        [("userProfile.firstName", "Kim"), ("userProfile.lastName", "Kato"), ("userProfile.email", "kim at home")];
    walk.says("enroll-profile", &profile).await;

    walk.ends_here();
    walk.complains(Some("userProfile.email"));
}

#[tokio::test]
async fn dotnet_04_what_was_set_up_leads_to_the_next_thing() {
    let steps = ["introspect-response", "enroll-response"];
    let steps = steps.map(|step| format!("04-self-service-registration/enroll-sms-authenticator/{step}"));
    let Some(mut walk) = walk(DOTNET, &steps.each_ref().map(String::as_str)).await else { return };

    walk.picks("select-authenticator-enroll", "Security Question").await;

    walk.ends_here();
    walk.asks(&["credentials.passcode"]);
    walk.fills_in("credentials.passcode", "one-time-code");
}

// -- Enrollment

#[tokio::test]
async fn dotnet_06_a_phone_is_set_up_at_the_second_attempt() {
    let steps = [
        "introspect-response",
        "identify-awaiting-phone-enroll-response",
        "select-enroll-phone-response",
        "enroll-with-invalid-phone-number-response",
        "select-enroll-phone-response",
        "enroll-phone-sms-number-response",
        "valid-phone-number-challenge-send-code-response",
        "verify-code-response",
    ];
    let steps = steps.map(|step| format!("06-2fa/enroll-sms/{step}"));
    let Some(mut walk) = walk(DOTNET, &steps.each_ref().map(String::as_str)).await else { return };
    let by_sms = [("authenticator", "Phone"), ("authenticator.methodType", "sms")];

    walk.gives_name_and_password().await;
    walk.asks(&[]);
    walk.says("select-authenticator-enroll", &by_sms).await;
    walk.asks(&["authenticator.phoneNumber"]);
    walk.says("authenticator-enrollment-data", &[("authenticator.phoneNumber", "12")]).await;
    walk.complains(None);
    walk.asks(&[]);
    walk.says("select-authenticator-enroll", &by_sms).await;
    walk.says("authenticator-enrollment-data", &[("authenticator.phoneNumber", "+14155550123")]).await;
    walk.asks(&["credentials.passcode"]);
    walk.says("currentAuthenticator.resend", &[]).await;
    walk.gives_code("enroll-authenticator").await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn java_10_3_1_okta_verify_by_qr_code_from_the_password_on() {
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

    walk.is_signed_in().await;
}

#[tokio::test]
async fn java_10_3_2_okta_verify_by_text_message_from_the_password_on() {
    okta_verify_by_link("10_3_2", "sms", "phoneNumber", "+14155550123").await;
}

#[tokio::test]
async fn java_10_3_3_okta_verify_by_email_from_the_password_on() {
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

    walk.is_signed_in().await;
}

// -- Elsewhere, and back to the beginning

#[tokio::test]
async fn java_5_1_1_an_identity_provider_that_says_who_it_is() {
    let Some(mut walk) = walk(JAVA, &["5_1_1/introspect-response"]).await else { return };

    walk.leaves_by("redirect-idp").await;

    walk.has_a_session("code-of-the-callback").await;
}

#[tokio::test]
async fn swift_idp_an_identity_provider_alone() {
    let Some(mut walk) = walk(SWIFT, &["IdP/02-introspect-response"]).await else { return };

    walk.asks(&[]);
    walk.leaves_by("redirect-idp").await;

    walk.has_a_session("code-of-the-callback").await;
}

#[tokio::test]
async fn java_5_1_1_an_identity_provider_after_which_a_code_is_asked() {
    // What comes after the provider was recorded with another sequence.
    let steps = ["5_1_1/introspect-response", "6_1_3/challenge-response", "6_1_2/challenge-answer-response"];
    let Some(mut walk) = walk(JAVA, &steps).await else { return };
    walk.org.comes_back(Return::InteractionRequired);

    walk.leaves_by("redirect-idp").await;
    walk.gives_code("challenge-authenticator").await;

    walk.is_signed_in().await;
}

#[tokio::test]
async fn swift_restart_transaction_begins_anew_with_the_cancelled_answer() {
    // Whoever has not given a name yet has nothing to cancel: the step between is of another recording.
    let steps = [
        "RestartTransaction/02-introspect-response",
        "MFA-Email/03-identify-response",
        "RestartTransaction/06-cancel-response",
    ];
    let Some(mut walk) = walk(SWIFT, &steps).await else { return };

    walk.gives_name().await;
    walk.says("cancel", &[]).await;

    walk.ends_here();
    assert_eq!(walk.org.interactions(), 2);
    walk.asks(&["identifier", "rememberMe"]);
}
