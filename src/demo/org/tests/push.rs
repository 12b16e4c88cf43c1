//! Push messages and Okta Verify: waiting, agreeing, refusing, numbers, codes, and setting a telephone up.

use std::time::Duration;

use super::*;

const PAUL: &str = "paul@example.com";
const NORA: &str = "nora@example.com";
const FAY: &str = "fay@example.com";
const OKTA_VERIFY: &str = "autdemooktaverify013";
const CUSTOM_APP: &str = "autdemocustomapp0012";

fn method(authenticator: &str, method: &str) -> Value {
    json!({ "authenticator": { "id": authenticator, "methodType": method } })
}

/// Paul, to whose device a message was sent.
async fn paul<'o>(org: &'o Org, authenticator: &str) -> SignIn<'o> {
    let mut sign_in = SignIn::after_password(org, PAUL, "Lanterns-1775").await;
    sign_in.post("challenge", method(authenticator, "push")).await;
    sign_in
}

async fn poll<'a>(sign_in: &'a mut SignIn<'_>) -> &'a Answer {
    sign_in.post("authenticators/poll", json!({})).await
}

#[tokio::test]
async fn a_push_waits_until_the_person_agrees() {
    for authenticator in [OKTA_VERIFY, CUSTOM_APP] {
        let org = org();
        let mut sign_in = paul(&org, authenticator).await;
        assert_eq!(sign_in.answer.remediations(), ["challenge-poll", "select-authenticator-authenticate"]);
        assert_eq!(sign_in.answer.body["remediation"]["value"][0]["refresh"], 4000);
        let before = sign_in.answer.body.clone();

        assert_eq!(poll(&mut sign_in).await.body["remediation"], before["remediation"]);
        org.approve("ada@example.com");
        assert_eq!(poll(&mut sign_in).await.remediations()[0], "challenge-poll", "somebody else's device is nothing");
        org.approve(PAUL);
        poll(&mut sign_in).await;

        assert!(sign_in.is_done().await, "{authenticator}");
    }
}

#[tokio::test]
async fn a_push_is_over_when_nobody_waits_for_it_any_more() {
    let org = org();
    let mut sign_in = paul(&org, OKTA_VERIFY).await;
    org.advance(Duration::from_secs(60));
    poll(&mut sign_in).await;
    org.advance(Duration::from_secs(60));
    assert_eq!(org.questions().len(), 1, "the page asks on");

    org.advance(Duration::from_secs(60));

    assert_eq!(org.questions(), []);
}

#[tokio::test]
async fn a_rejected_push_can_be_sent_again() {
    let org = org();
    let mut sign_in = paul(&org, CUSTOM_APP).await;
    org.reject(PAUL);

    let rejected = poll(&mut sign_in).await;
    assert_eq!(rejected.message(), (400, "api.authn.poll.error.push_rejected".to_owned()));
    assert_eq!(rejected.remediations(), ["resend", "select-authenticator-authenticate"]);
    let again = sign_in.post("challenge", method(CUSTOM_APP, "push")).await;
    assert_eq!(again.remediations()[0], "challenge-poll");
    org.approve(PAUL);
    poll(&mut sign_in).await;

    assert!(sign_in.is_done().await);
}

#[tokio::test]
async fn a_push_that_nobody_answers_times_out() {
    let org = org();
    let mut sign_in = paul(&org, OKTA_VERIFY).await;

    org.advance(Duration::from_secs(301));

    let timed_out = poll(&mut sign_in).await;
    assert_eq!(timed_out.message(), (404, "core.system.transaction_resource_not_found".to_owned()));
    assert!(timed_out.remediations().is_empty());
}

#[tokio::test]
async fn the_channel_is_asked_with_the_wish_to_be_sent_a_push_at_once() {
    let org = org();
    let mut sign_in = SignIn::after_password(&org, PAUL, "Lanterns-1775").await;
    let asked = sign_in.post("challenge", json!({ "authenticator": { "id": OKTA_VERIFY } })).await;
    assert_eq!(asked.remediations(), ["authenticator-verification-data", "select-authenticator-authenticate"]);

    let mut choice = method(OKTA_VERIFY, "push");
    choice["authenticator"]["autoChallenge"] = true.into();
    sign_in.post("challenge", choice.clone()).await;
    assert_eq!(sign_in.answer.body["remediation"]["value"][0]["value"][0]["value"], true);
    let unticked = sign_in.post("authenticators/poll", json!({ "autoChallenge": false })).await;
    assert_eq!(unticked.body["remediation"]["value"][0]["value"][0]["value"], false);

    choice["authenticator"]["autoChallenge"] = "yes".into();
    assert_eq!(sign_in.post("challenge", choice).await.api_error(), (400, "E0000003"), "a boolean is no text");
}

/// Nora, who was sent a push that wants a number.
async fn nora(org: &Org) -> SignIn<'_> {
    let mut sign_in = SignIn::begin(org).await;
    assert_eq!(sign_in.identify(NORA).await.remediations(), ["authenticator-verification-data"]);
    sign_in.post("challenge", method(OKTA_VERIFY, "push")).await;
    sign_in
}

fn number(answer: &Answer) -> Option<u8> {
    let data = &answer.body["currentAuthenticatorEnrollment"]["value"]["contextualData"];
    data["correctAnswer"].as_str().map(|number| number.parse().expect("a number"))
}

#[tokio::test]
async fn the_number_comes_with_a_later_poll_and_only_it_agrees() {
    let org = org();
    let mut sign_in = nora(&org).await;
    assert_eq!(number(&sign_in.answer), None, "the first document has none");
    assert!(org.questions()[0].numbers.is_empty());
    org.approve(NORA);
    let shown = number(poll(&mut sign_in).await).expect("a number");

    assert!(org.questions()[0].wants_number && org.questions()[0].numbers.contains(&shown));
    assert_eq!(poll(&mut sign_in).await.remediations(), ["challenge-poll"], "agreeing without the number is nothing");
    org.pick_number(NORA, shown);
    poll(&mut sign_in).await;

    assert!(sign_in.is_done().await);
}

#[tokio::test]
async fn a_wrong_number_rejects() {
    let org = org();
    let mut sign_in = nora(&org).await;
    let shown = number(poll(&mut sign_in).await).expect("a number");

    org.pick_number(NORA, shown ^ 1);

    assert_eq!(poll(&mut sign_in).await.message(), (400, "api.authn.poll.error.push_rejected".to_owned()));
}

#[tokio::test]
async fn the_codes_of_okta_verify_have_a_field_of_their_own() {
    let org = org();
    let mut sign_in = SignIn::after_password(&org, PAUL, "Lanterns-1775").await;
    sign_in.post("challenge", method(OKTA_VERIFY, "totp")).await;
    let code = org.current_code(PAUL, "okta_verify").expect("a code");

    assert_eq!(sign_in.credentials(json!({ "totp": "000000x" })).await.status, 401);
    let misnamed = json!({ "stateHandle": sign_in.state_handle(), "credentials": { "passcode": code } });
    assert_eq!(post_idx(&org, "challenge/answer", &misnamed).await.api_error(), (400, "E0000003"));
    sign_in.credentials(json!({ "totp": code })).await;

    let tokens = sign_in.redeem(&[]).await.body;
    assert_eq!(part(text(&tokens, "id_token"), 1)["amr"], json!(["pwd", "otp", "mfa"]));
}

/// Fay, who has to set up Okta Verify and begins with the QR code.
async fn fay(org: &Org) -> SignIn<'_> {
    let mut sign_in = SignIn::after_password(org, FAY, "Handset-1876").await;
    sign_in.begin_enrollment(OKTA_VERIFY).await;
    sign_in
}

async fn change_channel<'a>(sign_in: &'a mut SignIn<'_>, channel: &str) -> &'a Answer {
    sign_in.post("credential/enroll", json!({ "authenticator": { "id": OKTA_VERIFY, "channel": channel } })).await
}

fn data(answer: &Answer) -> &Value {
    &answer.body["currentAuthenticator"]["value"]["contextualData"]
}

#[tokio::test]
async fn a_telephone_is_set_up_by_scanning_a_picture() {
    let org = org();
    let mut sign_in = fay(&org).await;
    assert_eq!(sign_in.answer.remediations(), ["enroll-poll", "select-enrollment-channel"]);
    assert_eq!(data(&sign_in.answer)["selectedChannel"], "qrcode");
    assert!(text(&data(&sign_in.answer)["qrcode"], "href").starts_with("data:image/png;base64,"));

    let pending = sign_in.post("challenge/poll", json!({})).await.remediations()[0].to_owned();
    org.approve(FAY);
    sign_in.post("challenge/poll", json!({})).await;

    assert_eq!(pending, "enroll-poll");
    assert!(sign_in.is_done().await);
    assert!(org.current_code(FAY, "okta_verify").is_some(), "the telephone shows codes now");
}

#[tokio::test]
async fn a_telephone_is_set_up_by_an_invitation() {
    for (channel, field, wrong, right) in
        [("email", "email", "nowhere", "fay@example.com"), ("sms", "phoneNumber", "12", "+1 202 555 0171")]
    {
        let org = org();
        let mut sign_in = fay(&org).await;
        let asked = change_channel(&mut sign_in, channel).await;
        assert_eq!(asked.remediations(), ["enrollment-channel-data", "select-enrollment-channel"]);
        org.approve(FAY);

        let refused = sign_in.post("challenge/send", json!({ field: wrong })).await;
        assert_eq!(refused.status, 400, "{channel}");
        assert!(refused.body.pointer("/remediation/value/0/value/0/messages").is_some());
        assert_eq!(org.latest_message(FAY).map(|sent| sent.recipient), None);
        sign_in.post("challenge/send", json!({ field: right })).await;
        assert_eq!(sign_in.answer.remediations()[0], "enroll-poll");
        assert_eq!(data(&sign_in.answer)[field], right);
        assert_eq!(org.latest_message(FAY).map(|sent| sent.recipient), Some(right.to_owned()));
        sign_in.post("challenge/resend", json!({})).await;
        assert_eq!(org.messages().len(), 2);
        org.approve(FAY);
        sign_in.post("challenge/poll", json!({})).await;

        assert!(sign_in.is_done().await, "{channel}");
    }
}

#[tokio::test]
async fn a_telephone_that_shows_the_page_sets_itself_up() {
    let org = org();
    let mut sign_in = fay(&org).await;

    let page = change_channel(&mut sign_in, "samedevice").await;

    assert_eq!(page.remediations(), ["enroll-poll", "select-enrollment-channel"]);
    assert_eq!(data(page)["samedevice"]["orgUrl"], BASE);
    org.approve(FAY);
    sign_in.post("challenge/poll", json!({})).await;
    assert!(sign_in.is_done().await);
}
