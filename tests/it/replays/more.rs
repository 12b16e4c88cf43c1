//! What stands within tests of the .NET SDK, and the end-to-end tests of the Java SDK: sequences whose first or last step is
//! often that of another recording.

use super::{JAVA, walk};

const UNITS: &str = "okta-idx-dotnet:src/Okta.Idx.Sdk.UnitTests/IdxClientShould.cs#L";
const END_TO_END: &str = "okta-idx-java:integration-tests/src/test/resources/__files/";
/// The end of a sign-in, among the former.
const END: &str = "20811";

/// Steps of the .NET tests, by the lines they stand at.
async fn units(lines: &[&str]) -> Option<super::Walk> {
    let places: Vec<String> = lines.iter().map(|line| format!("{UNITS}{line}")).collect();
    walk("", &places.iter().map(String::as_str).collect::<Vec<_>>()).await
}

#[tokio::test]
async fn units_a_push_of_okta_verify() {
    let Some(mut walk) = units(&["17102", "18122", "18380", END]).await else { return };

    walk.gives_name().await;
    walk.says("authenticator-verification-data", &[("authenticator.methodType", "push")]).await;
    walk.is_calm();
    walk.waits("challenge-poll").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn units_a_password_that_runs_out_soon_is_kept() {
    let Some(mut walk) = units(&["20001", "20160", "20905", END]).await else { return };

    walk.picks("select-authenticator-authenticate", "Password").await;
    walk.gives_password().await;
    walk.asks(&["credentials.passcode"]);
    walk.says("skip", &[]).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn units_a_password_that_runs_out_soon_is_kept_and_a_code_is_asked() {
    let Some(mut walk) = units(&["19462", "19609", "21056"]).await else { return };

    walk.gives_name_and_password().await;
    walk.says("skip", &[]).await;

    walk.ends_here();
    walk.asks(&[]);
}

#[tokio::test]
async fn units_a_password_that_runs_out_soon_is_changed() {
    let Some(mut walk) = units(&["19462", "21190", END]).await else { return };

    walk.gives_name_and_password().await;
    walk.sets_password("reenroll-authenticator-warning").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn units_an_address_is_set_up() {
    let Some(mut walk) = units(&["14296", "14789", "15423"]).await else { return };

    walk.picks("select-authenticator-enroll", "Email").await;
    walk.gives_code("enroll-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn units_a_security_question_is_set_up() {
    let Some(mut walk) = units(&["17207", "17391", END]).await else { return };

    walk.picks("select-authenticator-enroll", "Security Question").await;
    let own = [
        ("credentials", "Create my own security question"),
        ("credentials.question", "Which stone?"),
        ("credentials.answer", "basalt"),
    ];
    walk.says("enroll-authenticator", &own).await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn units_a_phone_is_asked_for() {
    let Some(mut walk) = units(&["16096", "16259"]).await else { return };

    walk.asks(&[]);
    let by_sms = [("authenticator", "Phone"), ("authenticator.methodType", "sms")];
    walk.says("select-authenticator-enroll", &by_sms).await;

    walk.ends_here();
    assert!(walk.page.asks_for("authenticator.phoneNumber"), "{}", walk.page.body);
}

#[tokio::test]
async fn end_to_end_password_then_email() {
    let end = format!("{JAVA}6_1_2/challenge-answer-response");
    let steps = [
        "introspect-response",
        "password-authenticator-challenge-response",
        "answer-password-authenticator-challenge-response",
        "email-authenticator-challenge-response",
        end.as_str(),
    ];
    let Some(mut walk) = walk(END_TO_END, &steps).await else { return };

    walk.gives_name().await;
    walk.gives_password().await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}

#[tokio::test]
async fn end_to_end_security_question_then_email() {
    let end = format!("{JAVA}6_1_2/challenge-answer-response");
    let steps = [
        "introspect-response",
        "security-qn-authenticator-challenge-response",
        "answer-security-qn-authenticator-challenge-response",
        "email-authenticator-challenge-response",
        end.as_str(),
    ];
    let Some(mut walk) = walk(END_TO_END, &steps).await else { return };

    walk.gives_name().await;
    walk.asks(&["credentials.answer"]);
    walk.says("challenge-authenticator", &[("credentials.answer", "olives")]).await;
    walk.picks("select-authenticator-authenticate", "Email").await;
    walk.gives_code("challenge-authenticator").await;

    walk.ends_signed_in().await;
}
