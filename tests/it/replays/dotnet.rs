//! The mocks of the .NET SDK.

use super::{DOTNET, JAVA, walk};

#[tokio::test]
async fn mocks_01_two_steps_login() {
    let steps = ["introspect-response", "identify-response", "challenge-response"];
    let steps = steps.map(|step| format!("01-basic-login/two-steps-login/{step}"));
    let Some(mut walk) = walk(DOTNET, &steps.each_ref().map(String::as_str)).await else { return };

    walk.gives_name().await;
    walk.gives_password().await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn mocks_01_locked_and_deactivated_people_are_told_and_may_try_again() {
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
async fn mocks_01_an_expired_password_is_changed() {
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

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn mocks_06_a_wrong_code_by_email_then_the_right_one() {
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

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn mocks_03_a_forgotten_password_is_reset_by_email() {
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

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn mocks_03_a_code_by_email_is_enough() {
    // The challenge was recorded with another sequence.
    let steps = [
        "06-2fa/email/select-email-response",
        "03-self-service-password-recovery/verify-email-challenge-answer-response",
    ];
    let Some(mut walk) = walk(DOTNET, &steps).await else { return };

    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn mocks_04_an_invalid_address_is_said_beside_it() {
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
async fn mocks_04_what_was_set_up_leads_to_the_next_thing() {
    let steps = ["introspect-response", "enroll-response"];
    let steps = steps.map(|step| format!("04-self-service-registration/enroll-sms-authenticator/{step}"));
    let Some(mut walk) = walk(DOTNET, &steps.each_ref().map(String::as_str)).await else { return };

    walk.picks("select-authenticator-enroll", "Security Question").await;

    walk.ends_here();
    walk.asks(&["credentials.passcode"]);
    walk.fills_in("credentials.passcode", "one-time-code");
}

#[tokio::test]
async fn mocks_06_a_phone_is_set_up_at_the_second_attempt() {
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

    walk.ends_signed_in().await;
}
