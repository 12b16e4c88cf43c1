//! The Identity Engine: what each step takes, refuses and leads to.

use std::time::Duration;

use super::*;
use crate::demo::org::clients::EVERYTHING;

#[tokio::test]
async fn introspection_changes_nothing() {
    let org = org();
    let sign_in = SignIn::begin(&org).await;

    let by_interaction =
        post_idx(&org, "introspect", &json!({ "interactionHandle": sign_in.interaction_handle })).await;
    let by_state = post_idx(&org, "introspect", &json!({ "stateHandle": sign_in.state_handle() })).await;
    let by_token = post_idx(&org, "introspect", &json!({ "stateToken": sign_in.state_handle() })).await;

    for again in [by_interaction, by_state, by_token] {
        assert_eq!(again.body, sign_in.answer.body);
    }
    assert_eq!(sign_in.answer.headers[header::CONTENT_TYPE], ION);
}

#[tokio::test]
async fn an_unknown_handle_is_an_expired_session_and_nothing_else() {
    let answer = post_idx(&org(), "introspect", &json!({ "interactionHandle": "nobody's" })).await;

    assert_eq!(answer.message(), (401, "idx.session.expired".to_owned()));
    assert_eq!(answer.body.get("stateHandle"), None);
}

#[tokio::test]
async fn every_document_says_whose_it_is_and_how_to_leave() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("ben@example.com").await;

    let document = &sign_in.answer.body;

    assert_eq!(document["version"], "1.0.0");
    assert_eq!(document["intent"], "LOGIN");
    assert_eq!(document["cancel"]["href"], format!("{BASE}/idp/idx/cancel"));
    assert_eq!(document["app"]["value"]["label"], "Field notes");
    assert_eq!(document["user"]["value"]["identifier"], "ben@example.com");
    assert_eq!(document["authenticatorEnrollments"]["value"][1]["profile"]["email"], "b***n@example.com");
    let handle = document["remediation"]["value"][0]["value"].as_array().expect("fields").last().expect("a field");
    assert_eq!(handle["value"], document["stateHandle"]);
    assert_eq!(
        (&handle["required"], &handle["mutable"], &handle["visible"]),
        (&json!(true), &json!(false), &json!(false))
    );
}

#[tokio::test]
async fn refuses_wrong_media_types_and_bodies_that_are_no_json() {
    let org = org();
    let typed = |content_type: &str, accept: &str, body: &str| {
        Request::post("/idp/idx/introspect")
            .header(header::CONTENT_TYPE, content_type)
            .header(header::ACCEPT, accept)
            .body(Body::from(body.to_owned()))
            .expect("a request")
    };

    let form = send(&org, typed("application/x-www-form-urlencoded", ION, "a=b")).await;
    let html = send(&org, typed(ION, "text/html", "{}")).await;
    let broken = send(&org, typed(ION, ION, "{\"interactionHandle\":")).await;
    let list = send(&org, typed(ION, ION, "[]")).await;

    assert_eq!(form.api_error(), (400, "E0000021"));
    assert_eq!(html.api_error(), (400, "E0000021"));
    assert_eq!(broken.api_error(), (400, "E0000003"));
    assert_eq!(list.api_error(), (400, "E0000003"));
}

#[tokio::test]
async fn a_state_handle_is_good_for_one_step() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    let old = sign_in.state_handle().to_owned();
    sign_in.identify("ada@example.com").await;

    let answer = post_idx(&org, "identify", &json!({ "identifier": "ada@example.com", "stateHandle": old })).await;

    assert_eq!(answer.api_error(), (400, "E0000079"));
    assert_eq!(sign_in.passcode("Analytical-1843").await.status, StatusCode::OK, "the newer handle still works");
}

#[tokio::test]
async fn refuses_a_form_that_is_not_offered_now() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;

    let early = sign_in.passcode("Analytical-1843").await.api_error().0;

    assert_eq!(early, 403);
}

#[tokio::test]
async fn refuses_fields_that_the_form_does_not_name() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;

    let answer = sign_in.post("identify", json!({ "identifier": "ada@example.com", "isAdmin": true })).await;

    assert_eq!(answer.api_error(), (400, "E0000003"));
}

#[tokio::test]
async fn a_blank_field_comes_back_with_a_message_beside_it() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    let blank_name = sign_in.post("identify", json!({})).await.message();
    sign_in.identify("ada@example.com").await;

    let blank_password = sign_in.post("challenge/answer", json!({})).await;

    assert_eq!(blank_name, (400, "model.validation.field.blank".to_owned()));
    assert_eq!(blank_password.message(), (400, "model.validation.field.blank".to_owned()));
    assert_eq!(blank_password.remediations(), ["challenge-authenticator"]);
}

#[tokio::test]
async fn a_wrong_password_keeps_the_form_and_its_handle() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("ada@example.com").await;
    let handle = sign_in.state_handle().to_owned();

    let answer = sign_in.passcode("wrong").await;

    assert_eq!(answer.message(), (401, "incorrectPassword".to_owned()));
    assert_eq!(answer.remediations(), ["challenge-authenticator"]);
    assert_eq!(sign_in.state_handle(), handle);
}

#[tokio::test]
async fn five_wrong_passwords_lock_the_account_for_a_minute() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("ada@example.com").await;
    for _ in 0..4 {
        sign_in.passcode("wrong").await;
    }

    let fifth = sign_in.passcode("wrong").await;

    assert_eq!(fifth.message(), (403, "errors.E0000069".to_owned()));
    assert!(fifth.remediations().is_empty());
    org.advance(Duration::from_secs(61));
    assert_eq!(text(&adas_tokens(&org).await, "token_type"), "Bearer");
}

#[tokio::test]
async fn whoever_is_suspended_proves_what_they_like_and_is_back_at_the_name() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("sven@example.com").await;
    let wrong = sign_in.passcode("not-his").await;
    assert_eq!(wrong.message().0, 401, "as for everybody else");
    assert_eq!(wrong.remediations(), ["challenge-authenticator"]);

    let right = sign_in.passcode("Suspension-1883").await;

    assert_eq!(right.message(), (401, "errors.E0000004".to_owned()));
    assert_eq!((right.remediations(), right.body.get("user")), (vec!["identify"], None));
    sign_in.identify("ada@example.com").await;
    sign_in.passcode("Analytical-1843").await;
    assert!(sign_in.is_done().await, "somebody else may go on");
}

#[tokio::test]
async fn whoever_is_deactivated_has_no_name_any_more() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;

    let refused = sign_in.identify("dean@example.com").await;

    assert_eq!(refused.message(), (400, "idx.unknown.user".to_owned()));
}

#[tokio::test]
async fn whoever_is_kept_out_comes_in_by_no_other_way() {
    let org = org();
    for (login, reason) in [("sven@example.com", "errors.E0000079"), ("dean@example.com", "errors.E0000095")] {
        let mut sign_in = SignIn::begin_as(&org, PUBLIC, "").await;
        sign_in.post("recover", json!({})).await;
        let recovery = sign_in.identify(login).await;
        assert_eq!(recovery.message(), (403, reason.to_owned()), "{login}");

        let mut sign_in = SignIn::begin_as(&org, EVERYTHING, CUSTOM).await;
        sign_in.post("authenticators/nfc/launch", json!({})).await;
        org.approve(login);
        let badge = sign_in.post("authenticators/poll", json!({})).await;
        assert_eq!(badge.message(), (401, "api.authenticator.error.nfc.unknown".to_owned()), "{login}");

        let mut sign_in = SignIn::begin_as(&org, EVERYTHING, CUSTOM).await;
        sign_in.post("unlock-account", json!({})).await;
        let choice = json!({ "id": "autdemoemail00000002", "methodType": "email" });
        let unlock = sign_in.post("challenge", json!({ "identifier": login, "authenticator": choice })).await;
        assert_eq!(unlock.message(), (403, "oie.selfservice.unlock_user.failed.message".to_owned()), "{login}");
    }
}

#[tokio::test]
async fn a_locked_account_is_not_opened_by_the_right_password() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("lena@example.com").await;

    assert_eq!(sign_in.passcode("Portcullis-1066").await.message(), (403, "errors.E0000069".to_owned()));
}

#[tokio::test]
async fn an_unknown_name_is_told_where_the_name_comes_first_and_hidden_where_both_are_asked() {
    let org = org();
    let mut first = SignIn::begin(&org).await;
    let mut one_step = SignIn::begin_as(&org, PUBLIC, "").await;
    let stranger = json!({ "identifier": "nobody@example.com", "credentials": { "passcode": "guess" } });
    let ada = json!({ "identifier": "ada@example.com", "credentials": { "passcode": "guess" } });

    assert_eq!(first.identify("nobody@example.com").await.message(), (400, "idx.unknown.user".to_owned()));
    let unknown = one_step.post("identify", stranger).await.message();
    let wrong = one_step.post("identify", ada).await.message();
    assert_eq!(unknown, (401, "errors.E0000004".to_owned()));
    assert_eq!(unknown, wrong);
}

#[tokio::test]
async fn a_code_by_mail_follows_the_password() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("ben@example.com").await;
    assert_eq!(sign_in.passcode("Lightning-1752").await.remediations(), ["select-authenticator-authenticate"]);
    assert_eq!(org.latest_code("ben@example.com"), None, "nothing is sent before it is asked for");
    sign_in
        .post("challenge", json!({ "authenticator": { "id": "autdemoemail00000002", "methodType": "email" } }))
        .await;

    let mail = org.latest_message("ben@example.com").expect("a mail");
    assert_eq!(sign_in.passcode("1").await.message(), (401, "api.authn.error.PASSCODE_INVALID".to_owned()));
    sign_in.passcode(&mail.code).await;

    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
    let link = mail.link.expect("a magic link");
    assert_eq!(link, format!("{REDIRECT_URI}?otp={}&state=state-of-the-browser", mail.code));
}

/// Cleo, who was sent a code.
async fn cleo(org: &Org) -> SignIn<'_> {
    let mut sign_in = SignIn::begin(org).await;
    assert_eq!(sign_in.identify("cleo@example.com").await.remediations(), ["authenticator-verification-data"]);
    sign_in
        .post("challenge", json!({ "authenticator": { "id": "autdemoemail00000002", "methodType": "email" } }))
        .await;
    sign_in
}

#[tokio::test]
async fn a_code_sent_again_ends_the_one_before() {
    let org = org();
    let mut sign_in = cleo(&org).await;
    let old = org.latest_code("cleo@example.com").expect("a code");
    sign_in.post("challenge/resend", json!({})).await;
    let new = org.latest_code("cleo@example.com").expect("a code");

    if old != new {
        assert_eq!(sign_in.passcode(&old).await.status, StatusCode::UNAUTHORIZED);
    }
    sign_in.passcode(&new).await;
    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_code_is_sent_again_three_times_at_most() {
    let org = org();
    let mut sign_in = cleo(&org).await;
    for _ in 0..3 {
        assert_eq!(sign_in.post("challenge/resend", json!({})).await.status, StatusCode::OK);
    }

    let fourth = sign_in.post("challenge/resend", json!({})).await;

    assert_eq!(fourth.message(), (429, "oie.tooManyRequests".to_owned()));
    assert_eq!(fourth.remediations(), ["challenge-authenticator"]);
}

#[tokio::test]
async fn a_code_is_good_for_five_minutes() {
    let org = org();
    let mut sign_in = cleo(&org).await;
    let code = org.latest_code("cleo@example.com").expect("a code");

    org.advance(Duration::from_secs(301));

    assert_eq!(sign_in.passcode(&code).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_poll_repeats_the_document_until_somebody_confirms() {
    let org = org();
    let mut sign_in = cleo(&org).await;
    let before = sign_in.answer.body.clone();
    let pending = sign_in.post("challenge/poll", json!({})).await.body.clone();

    org.approve("cleo@example.com");
    sign_in.post("challenge/poll", json!({})).await;

    assert_eq!(pending["stateHandle"], before["stateHandle"]);
    assert_eq!(pending["remediation"], before["remediation"]);
    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_eleventh_poll_in_five_seconds_is_too_many() {
    let org = org();
    let sign_in = cleo(&org).await;
    let body = json!({ "stateHandle": sign_in.state_handle() });
    for _ in 0..10 {
        assert_eq!(post_idx(&org, "challenge/poll", &body).await.status, StatusCode::OK);
    }

    let answer = post_idx(&org, "challenge/poll", &body).await;

    assert_eq!(answer.api_error(), (429, "E0000047"));
    assert!(answer.headers.contains_key("x-rate-limit-reset"));
}

#[tokio::test]
async fn two_phones_are_told_apart_by_their_enrolments() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    let choice = sign_in.identify("dora@example.com").await.body.clone();
    let options = choice["remediation"]["value"][0]["value"][0]["options"].as_array().expect("options");
    assert_eq!(options.len(), 5);
    let second_phone = &options[3]["value"]["form"]["value"][2]["value"];
    let chosen = json!({ "id": "autdemophone00000003", "enrollmentId": second_phone });
    let confirm = sign_in.post("challenge", json!({ "authenticator": chosen })).await;
    assert_eq!(confirm.remediations(), ["authenticator-verification-data", "select-authenticator-authenticate"]);

    let chosen = json!({ "id": "autdemophone00000003", "enrollmentId": second_phone, "methodType": "voice" });
    sign_in.post("challenge", json!({ "authenticator": chosen })).await;

    let call = org.latest_message("dora@example.com").expect("a call");
    assert_eq!(call.recipient, "+44 20 7946 0958");
    assert_eq!(call.channel, crate::demo::org::Channel::Voice);
    sign_in.passcode(&call.code).await;
    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_security_question_takes_its_answer_in_any_case() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("emil@example.com").await;
    sign_in.passcode("Semaphore-1792").await;
    let question = json!({ "id": "autdemoquestion00004", "methodType": "security_question" });
    sign_in.post("challenge", json!({ "authenticator": question })).await;
    let answer = |text: &str| json!({ "credentials": { "questionKey": "favorite_subject", "answer": text } });

    let wrong = sign_in.post("challenge/answer", answer("alchemy")).await.status;
    sign_in.post("challenge/answer", answer("Optics")).await;

    assert_eq!(wrong, StatusCode::UNAUTHORIZED);
    let tokens = sign_in.redeem(&[]).await.body;
    assert_eq!(part(text(&tokens, "id_token"), 1)["amr"], json!(["pwd", "kba", "mfa"]));
}

#[tokio::test]
async fn an_expired_password_must_be_changed_by_the_rules() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("pia@example.com").await;
    let forced = sign_in.passcode("Yesterday-2009").await;
    assert_eq!(forced.remediations(), ["reenroll-authenticator"]);
    assert_eq!(forced.body["currentAuthenticator"]["value"]["settings"]["complexity"]["minLength"], 10);

    for poor in ["short", "alllowercase1", "Yesterday-2009", "Her-name-is-pia-1"] {
        let refused = sign_in.passcode(poor).await.message();
        assert_eq!(refused, (400, "password.passwordRequirementsNotMet".to_owned()), "{poor}");
    }
    sign_in.passcode("A-better-one-2026").await;

    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
    assert_eq!(text(&tokens_of(&org, "pia@example.com", "A-better-one-2026").await, "token_type"), "Bearer");
}

#[tokio::test]
async fn a_password_about_to_expire_may_be_kept() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("wes@example.com").await;
    let warning = sign_in.passcode("Tomorrow-2030").await;
    assert_eq!(warning.remediations(), ["reenroll-authenticator-warning", "skip"]);
    assert_eq!(warning.message(), (200, "idx.password.expiring.message".to_owned()));

    sign_in.post("skip", json!({})).await;

    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_after_a_code_by_mail() {
    let org = org();
    let mut sign_in = SignIn::begin_as(&org, PUBLIC, "").await;
    assert_eq!(sign_in.post("recover", json!({})).await.remediations(), ["identify-recovery"]);
    sign_in.identify("ada@example.com").await;
    sign_in
        .post("challenge", json!({ "authenticator": { "id": "autdemoemail00000002", "methodType": "email" } }))
        .await;
    let code = org.latest_code("ada@example.com").expect("a code");
    assert_eq!(sign_in.passcode(&code).await.remediations(), ["reset-authenticator"]);

    let new = json!({ "credentials": { "passcode": "Difference-1822", "revokeSessions": false } });
    sign_in.post("challenge/answer", new).await;

    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
    assert_eq!(text(&tokens_of(&org, "ada@example.com", "Difference-1822").await, "token_type"), "Bearer");
}

#[tokio::test]
async fn cancelling_begins_again_on_the_same_interaction_handle() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("ada@example.com").await;
    let old = sign_in.state_handle().to_owned();

    let first = sign_in.post("cancel", json!({})).await.body.clone();

    let again = post_idx(&org, "introspect", &json!({ "interactionHandle": sign_in.interaction_handle })).await;
    assert_eq!(again.body, first);
    assert_eq!(again.remediations(), ["identify"]);
    let expired = post_idx(&org, "challenge/answer", &json!({ "stateHandle": old })).await;
    assert_eq!(expired.message(), (401, "idx.session.expired".to_owned()));
}

#[tokio::test]
async fn a_transaction_can_expire_after_the_first_step() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    assert_eq!(sign_in.identify("tom@example.com").await.status, StatusCode::OK);

    assert_eq!(sign_in.passcode("Hourglass-1338").await.message(), (401, "idx.session.expired".to_owned()));
}

#[tokio::test]
async fn a_person_without_the_application_is_turned_away_after_the_password() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    sign_in.identify("nina@example.com").await;

    let turned_away = sign_in.passcode("Outsider-1942").await;

    assert_eq!(turned_away.message(), (403, "idx.error.code.user_not_assigned".to_owned()));
}

#[tokio::test]
async fn an_idle_transaction_dies() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;

    org.advance(Duration::from_secs(601));

    assert_eq!(sign_in.identify("ada@example.com").await.message(), (401, "idx.session.expired".to_owned()));
}

#[tokio::test]
async fn what_travels_with_a_call_is_recorded() {
    let org = org();
    let request = Request::post("/idp/idx/introspect")
        .header(header::CONTENT_TYPE, ION)
        .header(header::COOKIE, "DT=device-1; theme=dark")
        .header("x-device-token", "device-1")
        .header("x-forwarded-for", "203.0.113.7")
        .header(header::ACCEPT_LANGUAGE, "sv")
        .header(header::USER_AGENT, "Browser/1")
        .body(Body::from("{}"))
        .expect("a request");

    send(&org, request).await;

    let call = org.recorded_calls().pop().expect("a call");
    assert_eq!(call.device_token.as_deref(), Some("device-1"));
    assert_eq!(call.device_cookie.as_deref(), Some("device-1"));
    assert_eq!(call.cookies, ["DT", "theme"]);
    assert_eq!(call.forwarded_for.as_deref(), Some("203.0.113.7"));
    assert_eq!(call.accept_language.as_deref(), Some("sv"));
    assert_eq!(call.user_agent.as_deref(), Some("Browser/1"));
    assert_eq!(call.status, Some(400));
    assert_eq!(org.calls("/idp/idx/introspect"), 1);
}
