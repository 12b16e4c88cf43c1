//! The sample responses of the Swift SDK.

use super::{JAVA, SWIFT, walk};

#[tokio::test]
async fn passcode_the_first_page_alone_was_recorded() {
    // The steps after it are those of another recording.
    let after = ["1_1_1/identify-response", "6_1_2/challenge-answer-response"].map(|step| format!("{JAVA}{step}"));
    let Some(mut walk) = walk(SWIFT, &["Passcode/02-introspect-response", &after[0], &after[1]]).await else { return };

    walk.gives_name().await;
    walk.gives_password().await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn mfa_email_a_wrong_answer_to_a_security_question() {
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
async fn mfa_sop_password_and_email_up_to_the_enrollment_whose_step_is_missing() {
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
async fn mfa_sop_a_phone_that_is_offered_again() {
    let steps = ["MFA-SOP/09-challenge-answer", "MFA-SOP/10-credential-enroll"];
    let Some(mut walk) = walk(SWIFT, &steps).await else { return };

    walk.picks("select-authenticator-enroll", "Phone").await;

    walk.ends_here();
    walk.asks(&[]);
}

#[tokio::test]
async fn idp_an_identity_provider_alone() {
    let Some(mut walk) = walk(SWIFT, &["IdP/02-introspect-response"]).await else { return };

    walk.asks(&[]);
    walk.leaves_by("redirect-idp").await;

    walk.has_a_session("code-of-the-callback").await;
}

#[tokio::test]
async fn restart_transaction_begins_anew_with_the_cancelled_answer() {
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
