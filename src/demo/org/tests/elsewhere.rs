//! Authenticators that are proved outside the page: other providers, smart cards, a frame, a reader.

use super::*;

const EXTERNAL: &str = "autdemoexternal00015";
const SMART_CARD: &str = "autdemosmartcard0016";
const DUO: &str = "autdemoduo0000000017";
const NFC: &str = "autdemonfcpin0000018";
const BRUNO: &str = "bruno@example.com";
const TESS: &str = "tess@example.com";

/// Bruno, who has chosen one of the things that he has elsewhere.
async fn bruno<'o>(org: &'o Org, authenticator: &str) -> SignIn<'o> {
    let mut sign_in = SignIn::after_password(org, BRUNO, "Causeway-1902").await;
    sign_in.choose(authenticator).await;
    sign_in
}

async fn tess<'o>(org: &'o Org, authenticator: &str) -> SignIn<'o> {
    let mut sign_in = SignIn::after_password(org, TESS, "Toolbox-1905").await;
    sign_in.begin_enrollment(authenticator).await;
    sign_in
}

/// Where the first remediation sends the browser, without the org's own origin.
fn link(answer: &Answer) -> String {
    let form = &answer.body["remediation"]["value"][0];
    assert_eq!((&form["name"], &form["method"]), (&json!("redirect-idp"), &json!("GET")));
    text(form, "href").strip_prefix(BASE).expect("at the org").to_owned()
}

/// The parameters with which the browser comes back to the client.
fn brought_back(answer: &Answer) -> std::collections::HashMap<String, String> {
    let location = answer.headers[header::LOCATION].to_str().expect("text");
    let url = url::Url::parse(location).expect("a URL");
    assert!(location.starts_with(REDIRECT_URI));
    url.query_pairs().into_owned().collect()
}

#[tokio::test]
async fn another_provider_ends_the_sign_in_with_a_code() {
    for (authenticator, kind) in [(EXTERNAL, "OIDC"), (SMART_CARD, "X509")] {
        let org = org();
        let sign_in = bruno(&org, authenticator).await;
        assert_eq!(sign_in.answer.remediations(), ["redirect-idp", "select-authenticator-authenticate"]);
        assert_eq!(sign_in.answer.body["remediation"]["value"][0]["type"], kind);
        let link = link(&sign_in.answer);
        assert_eq!(get(&org, &link).await.status, StatusCode::OK, "a page with a choice");

        let back = brought_back(&get(&org, &format!("{link}&as={BRUNO}")).await);

        assert_eq!(back["state"], "state-of-the-browser");
        assert!(back.contains_key("interaction_code"), "{back:?}");
        let again = get(&org, &format!("{link}&as={BRUNO}")).await;
        assert_eq!(again.status, StatusCode::FORBIDDEN, "the sign-in is over");
    }
}

#[tokio::test]
async fn whoever_turns_back_or_is_somebody_else_is_denied() {
    let org = org();
    let sign_in = bruno(&org, EXTERNAL).await;
    let link = link(&sign_in.answer);

    for end in ["&deny=true", "&as=ada@example.com"] {
        let back = brought_back(&get(&org, &format!("{link}{end}")).await);
        assert_eq!(back["error"], "access_denied", "{end}");
    }
    let other = link.replace("0oademoregister00005", "0oademosmartcard0006");
    let back = brought_back(&get(&org, &format!("{other}&as={BRUNO}")).await);
    assert_eq!(back["error"], "access_denied", "another provider was waited for");
}

#[tokio::test]
async fn a_provider_can_be_set_up_and_the_sign_in_goes_on_where_it_was_left() {
    let org = org();
    let mut sign_in = tess(&org, EXTERNAL).await;

    let back = brought_back(&get(&org, &format!("{}&as={TESS}", link(&sign_in.answer))).await);

    assert_eq!(back["error"], "interaction_required");
    sign_in.answer = post_idx(&org, "introspect", &json!({ "interactionHandle": sign_in.interaction_handle })).await;
    assert_eq!(sign_in.answer.remediations(), ["select-authenticator-enroll", "skip"]);
    assert_eq!(sign_in.answer.body["authenticatorEnrollments"]["value"][2]["key"], "external_idp");
    sign_in.post("skip", json!({})).await;
    assert!(sign_in.is_done().await);
}

/// What the frame of that page would send to it.
async fn answer_in_frame(org: &Org, sign_in: &SignIn<'_>) -> String {
    let current = ["currentAuthenticatorEnrollment", "currentAuthenticator"];
    let current = current.iter().find_map(|name| sign_in.answer.body.get(*name)).expect("one is current");
    let data = &current["value"]["contextualData"];
    assert_eq!((&data["integrationType"], &data["host"]), (&json!("IFRAME"), &json!("org.example")));
    let script = text(data, "script").strip_prefix(BASE).expect("at the org");
    assert_eq!(get(org, script).await.headers[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
    let question = form_body(&[("question", text(data, "signedToken"))]);
    let response = org
        .router()
        .oneshot(Request::get(format!("/demo/duo/frame?{question}")).body(Body::empty()).expect("a request"));
    let page = axum::body::to_bytes(response.await.expect("an answer").into_body(), usize::MAX).await.expect("a body");
    let page = String::from_utf8(page.to_vec()).expect("text");
    let answer = page.split("data-answer=\"").nth(1).and_then(|rest| rest.split('"').next());
    answer.expect("an answer").to_owned()
}

#[tokio::test]
async fn a_frame_answers_for_the_question_that_was_asked_and_no_other() {
    let org = org();
    let earlier = bruno(&org, DUO).await;
    let stale = answer_in_frame(&org, &earlier).await;
    let mut sign_in = bruno(&org, DUO).await;
    let answer = answer_in_frame(&org, &sign_in).await;

    for wrong in [stale.as_str(), "ERR|The person said no", "AUTH|bruno@example.com"] {
        let refused = sign_in.credentials(json!({ "signatureData": wrong })).await.message();
        assert_eq!(refused, (401, "oie.authenticator.duo.method.duo.verification_failed".to_owned()), "{wrong}");
    }
    sign_in.credentials(json!({ "signatureData": answer })).await;

    assert!(sign_in.is_done().await);
    assert_eq!(get(&org, "/demo/duo/frame?question=TX%7Cme%7C1%7C00:APP").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_frame_is_set_up_by_answering_once() {
    let org = org();
    let mut sign_in = tess(&org, DUO).await;
    let answer = answer_in_frame(&org, &sign_in).await;

    let rest = sign_in.credentials(json!({ "signatureData": answer })).await;

    assert_eq!(rest.body["authenticatorEnrollments"]["value"][2]["key"], "duo");
}

#[tokio::test]
async fn a_badge_is_held_to_the_reader_before_its_pin_is_asked() {
    let org = org();
    let mut sign_in = bruno(&org, NFC).await;
    assert_eq!(sign_in.answer.remediations(), ["challenge-poll", "select-authenticator-authenticate"]);
    sign_in.post("authenticators/poll", json!({})).await;
    assert_eq!(org.questions()[0].what, "Hold the badge to the reader");

    org.approve(BRUNO);
    let asked = sign_in.post("authenticators/poll", json!({})).await;
    assert_eq!(asked.remediations()[0], "challenge-authenticator");
    let wrong = sign_in.passcode("2091").await.message();
    sign_in.passcode("1902").await;

    assert_eq!(wrong, (401, "api.authenticator.error.nfc.pin_incorrect".to_owned()));
    assert!(sign_in.is_done().await);
}

/// Somebody who has pressed the button for badges.
async fn at_the_reader(org: &Org) -> SignIn<'_> {
    let mut sign_in = SignIn::begin_as(org, crate::demo::org::clients::EVERYTHING, CUSTOM).await;
    assert_eq!(sign_in.answer.body["currentAuthenticator"]["value"]["key"], "nfc_pin");
    let waiting = sign_in.post("authenticators/nfc/launch", json!({})).await;
    assert_eq!(waiting.remediations(), ["challenge-poll"]);
    sign_in
}

#[tokio::test]
async fn a_badge_tells_who_signs_in_and_its_pin_proves_it() {
    let org = org();
    let mut sign_in = at_the_reader(&org).await;
    let asked: Vec<String> = org.questions().into_iter().map(|question| question.login).collect();
    assert_eq!(asked, ["bea@example.com", BRUNO], "whoever has a badge");
    let too_early = sign_in.passcode("1959").await.api_error().0;
    sign_in.answer = post_idx(&org, "introspect", &json!({ "interactionHandle": sign_in.interaction_handle })).await;

    org.approve("bea@example.com");
    let asked = sign_in.post("authenticators/poll", json!({})).await;
    assert_eq!(asked.remediations()[0], "challenge-authenticator");
    assert_eq!(asked.body["user"]["value"]["identifier"], "bea@example.com");
    let wrong = sign_in.passcode("9591").await.message();
    sign_in.passcode("1959").await;

    assert_eq!((too_early, wrong), (403, (401, "api.authenticator.error.nfc.pin_incorrect".to_owned())));
    let tokens = sign_in.redeem(&[]).await.body;
    assert_eq!(part(text(&tokens, "id_token"), 1)["amr"], json!(["pin"]));
}

#[tokio::test]
async fn a_badge_of_nobody_is_refused_and_one_without_a_pin_leads_to_the_name() {
    let org = org();
    let mut sign_in = at_the_reader(&org).await;

    org.approve("nobody@example.com");
    let unknown = sign_in.post("authenticators/poll", json!({})).await.message();
    org.approve("ada@example.com");
    let unfinished = sign_in.post("authenticators/poll", json!({})).await;

    assert_eq!(unknown, (401, "api.authenticator.error.nfc.unknown".to_owned()));
    assert_eq!(unfinished.message(), (200, "api.authenticator.error.nfc.sign_in_to_use".to_owned()));
    assert_eq!(unfinished.remediations()[0], "identify");
}

#[tokio::test]
async fn a_badge_gets_its_pin_when_it_is_set_up() {
    let org = org();
    let mut sign_in = tess(&org, NFC).await;
    let before = sign_in.answer.body["currentAuthenticator"]["value"]["contextualData"].clone();
    assert!(text(&before, "setupNfcUrl").starts_with("demo-badge:"));
    let again = sign_in.post("authenticators/poll/cancel", json!({})).await;
    assert_ne!(again.body["currentAuthenticator"]["value"]["contextualData"], before, "another challenge");
    org.approve(TESS);

    let asked = sign_in.post("authenticators/poll", json!({})).await;
    assert_eq!(asked.remediations()[0], "enroll-authenticator");
    assert_eq!(asked.body["currentAuthenticator"]["value"]["settings"], json!({ "minLength": 4, "maxLength": 4 }));
    assert_eq!(sign_in.passcode("12345").await.status, 401);
    let rest = sign_in.passcode("1905").await;

    assert_eq!(rest.body["authenticatorEnrollments"]["value"][2]["key"], "nfc_pin");
}
