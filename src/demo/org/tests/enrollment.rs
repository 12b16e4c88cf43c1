//! Setting up authenticators during a sign-in: what each takes, refuses and leaves behind.

use super::*;

/// Nell, who has given her password and must set up a phone.
async fn nell(org: &Org) -> SignIn<'_> {
    SignIn::after_password(org, "nell@example.com", "Switchboard-1878").await
}

fn phone(number: &str, method: &str) -> Value {
    json!({ "authenticator": { "id": "autdemophone00000003", "methodType": method, "phoneNumber": number } })
}

#[tokio::test]
async fn what_is_required_cannot_be_skipped_and_what_is_optional_can() {
    let org = org();
    let mut sign_in = nell(&org).await;
    assert_eq!(sign_in.answer.remediations(), ["select-authenticator-enroll"]);
    let skipped = post_idx(&org, "skip", &json!({ "stateHandle": sign_in.state_handle() })).await;
    assert_eq!(skipped.api_error(), (403, "E0000079"));

    sign_in.begin_enrollment("autdemophone00000003").await;
    sign_in.post("credential/enroll", phone("+1 202 555 0156", "sms")).await;
    let code = org.latest_message("nell@example.com").expect("a text message");
    assert_eq!(code.recipient, "+1 202 555 0156");
    let rest = sign_in.passcode(&code.code).await;

    assert_eq!(rest.remediations(), ["select-authenticator-enroll", "skip"]);
    sign_in.post("skip", json!({})).await;
    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_number_that_cannot_be_one_is_refused_beside_its_field() {
    let org = org();
    let mut sign_in = nell(&org).await;
    let asked = sign_in.begin_enrollment("autdemophone00000003").await;
    assert_eq!(asked.remediations(), ["authenticator-enrollment-data", "select-authenticator-enroll"]);

    let refused = sign_in.post("credential/enroll", phone("12", "sms")).await;

    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let number = refused.body.pointer("/remediation/value/0/value/0/form/value/2").expect("the field");
    assert_eq!(number["name"], "phoneNumber");
    assert_eq!(number["messages"]["value"][0]["i18n"]["key"], "api.factors.error.sms.invalid_phone");
    assert_eq!(org.latest_code("nell@example.com"), None, "nothing was sent");
}

#[tokio::test]
async fn a_blank_number_is_told_from_a_body_that_does_not_fit() {
    let org = org();
    let mut sign_in = nell(&org).await;
    sign_in.begin_enrollment("autdemophone00000003").await;

    let blank = sign_in.post("credential/enroll", phone("", "sms")).await;
    let number = blank.body.pointer("/remediation/value/0/value/0/form/value/2/messages/value/0/i18n/key");
    assert_eq!(number, Some(&json!("model.validation.field.blank")));
    let misfit = sign_in.post("credential/enroll", phone("+12025550156", "pigeon")).await.api_error();

    assert_eq!(misfit, (400, "E0000003"));
}

/// Nell, who has a phone now and is offered the security question.
async fn nell_at_the_question(org: &Org) -> SignIn<'_> {
    let mut sign_in = nell(org).await;
    sign_in.post("credential/enroll", phone("+1 202 555 0156", "voice")).await;
    let code = org.latest_code("nell@example.com").expect("a call");
    sign_in.passcode(&code).await;
    sign_in.begin_enrollment("autdemoquestion00004").await;
    sign_in
}

fn answered(credentials: &Value) -> Value {
    json!({ "credentials": credentials })
}

#[tokio::test]
async fn a_security_question_is_chosen_or_made_up_and_asked_by_its_key() {
    for question in [
        json!({ "questionKey": "disliked_food", "answer": "turnips" }),
        json!({ "questionKey": "custom", "question": "Which operator was first?", "answer": "emma" }),
    ] {
        let org = org();
        let mut sign_in = nell_at_the_question(&org).await;

        sign_in.post("challenge/answer", answered(&question)).await;

        assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK, "{question}");
    }
}

#[tokio::test]
async fn a_question_needs_an_answer_that_is_long_enough_and_not_the_question_itself() {
    let org = org();
    let mut sign_in = nell_at_the_question(&org).await;

    for answer in ["no", "animal"] {
        let body = answered(&json!({ "questionKey": "name_of_first_plush_toy", "answer": answer }));
        let refused = sign_in.post("challenge/answer", body).await;
        let options = refused.body["remediation"]["value"][0]["value"][0]["options"].clone();
        let key = &options[0]["value"]["form"]["value"][1]["messages"]["value"][0]["i18n"]["key"];
        assert_eq!(key, "api.factors.error.secQuestion.requirementsNotMet", "{answer}");
    }
    let mixed = json!({ "questionKey": "disliked_food", "question": "Mine?", "answer": "turnips" });
    assert_eq!(sign_in.post("challenge/answer", answered(&mixed)).await.api_error(), (400, "E0000003"));
}

#[tokio::test]
async fn somebody_who_has_set_up_a_phone_is_not_asked_again() {
    let org = org();
    let mut sign_in = nell(&org).await;
    sign_in.post("credential/enroll", phone("+1 202 555 0156", "sms")).await;
    let code = org.latest_code("nell@example.com").expect("a code");
    sign_in.passcode(&code).await;

    let again = nell(&org).await;

    assert_eq!(again.answer.remediations(), ["select-authenticator-enroll", "skip"]);
}

#[tokio::test]
async fn what_has_a_grace_period_may_be_put_off_until_its_date() {
    let org = org();
    let mut sign_in = SignIn::after_password(&org, "gina@example.com", "Tomorrow-1967").await;
    assert_eq!(sign_in.answer.remediations(), ["select-authenticator-enroll", "skip"]);
    let kinds = &sign_in.answer.body["authenticators"]["value"];
    assert_eq!(kinds[0]["gracePeriod"]["type"], "BY_DATE_TIME");
    assert!(text(&kinds[0]["gracePeriod"], "expiry").ends_with(".000Z"));
    assert_eq!(kinds[1].get("gracePeriod"), None, "a question is optional for good");

    sign_in.post("skip", json!({})).await;
    assert!(sign_in.is_done().await);

    org.advance(std::time::Duration::from_secs(14 * 86_400));
    let late = SignIn::after_password(&org, "gina@example.com", "Tomorrow-1967").await;
    assert_eq!(late.answer.remediations(), ["select-authenticator-enroll"], "the two weeks are over");
}
