//! What is asked before the name: the person's device, and a captcha.

use super::*;
use crate::demo::org::clients::{Captcha, ChallengeMethod, FirstPage};

async fn begin_with(org: &Org, first_page: FirstPage) -> SignIn<'_> {
    org.change_client(CONFIDENTIAL, |client| client.first_page = first_page);
    SignIn::begin(org).await
}

async fn asked(org: &Org, method: ChallengeMethod) -> SignIn<'_> {
    begin_with(org, FirstPage { device_challenge: Some(method), ..FirstPage::default() }).await
}

fn challenge_request(sign_in: &SignIn<'_>) -> String {
    text(&sign_in.answer.body["authenticatorChallenge"]["value"], "challengeRequest").to_owned()
}

#[tokio::test]
async fn a_device_that_signs_the_challenge_signs_its_owner_in() {
    let org = org();
    org.set_device_owner(Some("ada@example.com"));
    let mut sign_in = asked(&org, ChallengeMethod::Loopback).await;
    assert_eq!(sign_in.post("authenticators/poll", json!({})).await.remediations(), ["device-challenge-poll"]);

    assert!(org.device_answers(&challenge_request(&sign_in)));
    let next = sign_in.post("authenticators/poll", json!({})).await;

    assert_eq!(next.remediations(), ["challenge-authenticator"], "the policy still wants her password");
    assert!(!org.device_answers("another challenge"));
}

#[tokio::test]
async fn giving_up_takes_a_known_reason_and_leads_to_the_name() {
    let org = org();
    let mut sign_in = asked(&org, ChallengeMethod::Loopback).await;
    let strange = json!({ "reason": "BORED", "stateHandle": sign_in.state_handle() });
    assert_eq!(post_idx(&org, "authenticators/poll/cancel", &strange).await.api_error(), (400, "E0000003"));

    let given_up = json!({ "reason": "OV_RETURNED_ERROR", "statusCode": 400 });
    let next = sign_in.post("authenticators/poll/cancel", given_up).await;

    assert_eq!(next.remediations(), ["identify", "launch-authenticator"]);
    let [given_up] = &org.given_up()[..] else { panic!("one reason") };
    assert_eq!((given_up.reason.as_deref(), given_up.status_code), (Some("OV_RETURNED_ERROR"), Some(400)));
    let launched = sign_in.post("authenticators/okta-verify/launch", json!({})).await;
    assert_eq!(launched.body["authenticatorChallenge"]["value"]["challengeMethod"], "CUSTOM_URI");
}

#[tokio::test]
async fn a_system_that_adds_no_signature_is_left_by_cancelling() {
    let org = org();
    let mut sign_in = asked(&org, ChallengeMethod::AppleSsoExtension).await;
    let verify = "authenticators/sso_extension/transactions/ftdemo0001/verify";

    let request = sign_in.answer.body["remediation"]["value"][0]["value"][0]["value"].clone();
    let other = sign_in.post(verify, json!({ "challengeRequest": "another" })).await.status;
    sign_in.answer = post_idx(&org, "introspect", &json!({ "interactionHandle": sign_in.interaction_handle })).await;
    assert_eq!(other, StatusCode::BAD_REQUEST, "what is immutable goes as it came");
    let unsigned = sign_in.post(verify, json!({ "challengeRequest": request })).await;
    assert_eq!((unsigned.status.as_u16(), unsigned.remediations()), (401, vec!["cancel-transaction"]));
    let next = sign_in.post(&format!("{verify}/cancel"), json!({})).await;

    assert_eq!(next.remediations(), ["identify", "launch-authenticator"]);
}

/// Where a browser whose system may sign is sent.
fn place(sign_in: &SignIn<'_>) -> String {
    let link = &sign_in.answer.body["remediation"]["value"][0];
    assert_eq!((text(link, "name"), text(link, "method")), ("device-apple-sso-extension", "GET"));
    text(link, "href").strip_prefix(BASE).expect("at the org").to_owned()
}

/// With what a browser comes back that was there.
async fn visit(org: &Org, place: &str) -> String {
    let answer = get(org, place).await;
    answer.headers.get(header::LOCATION).map(|place| place.to_str().expect("text").to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn a_system_that_signs_on_the_way_signs_its_owner_in() {
    let org = org();
    org.set_device_owner(Some("nora@example.com"));
    let sign_in = asked(&org, ChallengeMethod::AppleSsoExtensionByGet).await;

    let back = visit(&org, &place(&sign_in)).await;

    assert!(back.starts_with(REDIRECT_URI) && back.contains("interaction_code="), "{back}");
    assert_eq!(get(&org, &place(&sign_in)).await.status, StatusCode::FORBIDDEN, "a challenge is good once");
}

#[tokio::test]
async fn a_browser_without_such_a_system_comes_back_to_give_up_and_is_asked_for_the_name() {
    let org = org();
    let mut sign_in = asked(&org, ChallengeMethod::AppleSsoExtensionByGet).await;

    let back = visit(&org, &place(&sign_in)).await;

    assert!(back.contains("error=interaction_required"), "{back}");
    let handle = json!({ "interactionHandle": sign_in.interaction_handle });
    sign_in.answer = post_idx(&org, "introspect", &handle).await;
    assert_eq!((sign_in.answer.status.as_u16(), sign_in.answer.remediations()), (401, vec!["cancel-transaction"]));
    let cancel = "authenticators/sso_extension/transactions/ftdemo0001/verify/cancel";
    assert_eq!(sign_in.post(cancel, json!({})).await.remediations(), ["identify", "launch-authenticator"]);
}

#[tokio::test]
async fn the_identity_engine_is_visited_at_that_place_alone_and_with_its_own_challenge() {
    let org = org();
    org.set_device_owner(Some("nora@example.com"));
    asked(&org, ChallengeMethod::AppleSsoExtensionByGet).await;
    let verify = "/idp/idx/authenticators/sso_extension/transactions/ftdemo0001/verify";

    assert_eq!(get(&org, &format!("{verify}?challengeRequest=guessed")).await.status, StatusCode::FORBIDDEN);
    for place in ["/idp/idx/introspect", verify, &format!("{verify}/cancel?challengeRequest=x")] {
        assert_eq!(get(&org, place).await.api_error(), (405, "E0000022"), "{place}");
    }
}

#[tokio::test]
async fn a_name_without_a_solved_captcha_is_refused() {
    let org = org();
    let mut sign_in = begin_with(&org, FirstPage { captcha: Some(Captcha::Hcaptcha), ..FirstPage::default() }).await;
    assert_eq!(sign_in.answer.body["captcha"]["value"]["type"], "HCAPTCHA");
    let with = |token: &str| {
        json!({ "identifier": "ada@example.com",
            "captchaVerify": { "captchaId": "capdemo0000000000001", "captchaToken": token } })
    };

    assert_eq!(sign_in.post("identify", with("guessed")).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(sign_in.identify("ada@example.com").await.status, StatusCode::BAD_REQUEST);
    let solved = sign_in.post("identify", with("demo-captcha-solved")).await;

    assert_eq!(solved.remediations(), ["challenge-authenticator"]);
}

#[tokio::test]
async fn the_captcha_of_the_org_itself_is_solved_by_work() {
    let org = org();
    let mut sign_in = begin_with(&org, FirstPage { captcha: Some(Captcha::Altcha), ..FirstPage::default() }).await;
    let challenge = get(&org, "/api/v1/altcha").await.body;
    let hash = |number: u64| {
        let digest = Sha256::digest(format!("{}{number}", text(&challenge, "salt")));
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let number = (0..=5_000).find(|number| hash(*number) == text(&challenge, "challenge")).expect("a number");
    let payload = |signature: &str| {
        use base64::Engine as _;
        let payload = json!({ "algorithm": "SHA-256", "challenge": challenge["challenge"], "number": number,
            "salt": challenge["salt"], "signature": signature });
        base64::engine::general_purpose::STANDARD.encode(payload.to_string())
    };
    let with = |token: &str| {
        json!({ "identifier": "ada@example.com",
            "captchaVerify": { "captchaId": "capdemo0000000000001", "captchaToken": token } })
    };

    assert_eq!(sign_in.post("identify", with(&payload("forged"))).await.status, StatusCode::BAD_REQUEST);
    let solved = sign_in.post("identify", with(&payload(text(&challenge, "signature")))).await;

    assert_eq!(solved.remediations(), ["challenge-authenticator"]);
}

#[tokio::test]
async fn a_reason_that_cannot_have_come_about_is_refused() {
    for (method, said) in [
        (ChallengeMethod::CustomUri, json!({ "reason": "OV_UNREACHABLE_BY_LOOPBACK" })),
        (ChallengeMethod::ChromeDtc, json!({ "reason": "OV_RETURNED_ERROR", "statusCode": 400 })),
        (ChallengeMethod::Loopback, json!({ "reason": "OV_UNREACHABLE_BY_LOOPBACK", "statusCode": 400 })),
        (ChallengeMethod::Loopback, json!({ "reason": "OV_RETURNED_ERROR", "statusCode": 200 })),
        (ChallengeMethod::Loopback, json!({ "reason": "OV_RETURNED_ERROR", "statusCode": 503 })),
        (ChallengeMethod::Loopback, json!({ "reason": "OV_RETURNED_ERROR", "statusCode": "400" })),
        (ChallengeMethod::Loopback, json!({ "reason": "USER_CANCELED", "statusCode": 400 })),
        (ChallengeMethod::Loopback, json!({ "reason": 7 })),
    ] {
        let org = org();
        let sign_in = asked(&org, method).await;
        let mut body = said.clone();
        body["stateHandle"] = sign_in.state_handle().into();

        let answer = post_idx(&org, "authenticators/poll/cancel", &body).await;

        assert_eq!(answer.api_error(), (400, "E0000003"), "{method:?}: {said}");
        assert!(org.given_up().is_empty(), "{said}");
    }
}

/// Finn, whose computer was asked to sign after his password.
async fn finn(org: &Org) -> SignIn<'_> {
    let mut sign_in = SignIn::after_password(org, "finn@example.com", "Turnstile-1830").await;
    let choice = json!({ "authenticator": { "id": "autdemooktaverify013", "methodType": "signed_nonce" } });
    sign_in.post("challenge", choice).await;
    sign_in
}

#[tokio::test]
async fn a_computer_signs_for_its_owner_and_for_nobody_else() {
    let org = org();
    let mut sign_in = finn(&org).await;
    assert_eq!(sign_in.answer.remediations(), ["challenge-poll"]);
    let challenge = &sign_in.answer.body["currentAuthenticator"]["value"]["contextualData"]["challenge"]["value"];
    let request = text(challenge, "challengeRequest").to_owned();

    org.set_device_owner(Some("ada@example.com"));
    assert!(!org.device_answers(&request), "it is somebody else's computer");
    org.set_device_owner(Some("finn@example.com"));
    assert!(org.device_answers(&request));
    sign_in.post("authenticators/poll", json!({})).await;

    assert!(sign_in.is_done().await, "{}", sign_in.answer.body);
}

#[tokio::test]
async fn whoever_gives_up_on_the_computer_chooses_again() {
    let org = org();
    let mut sign_in = finn(&org).await;

    let said = json!({ "reason": "OV_UNREACHABLE_BY_LOOPBACK" });
    let next = sign_in.post("authenticators/poll/cancel", said).await;

    assert_eq!(next.remediations(), ["select-authenticator-authenticate"]);
}

#[tokio::test]
async fn a_device_that_is_enrolled_vouches_for_another() {
    let org = org();
    let mut sign_in = SignIn::after_password(&org, "fay@example.com", "Handset-1876").await;
    let choice = json!({ "authenticator": { "id": "autdemooktaverify013", "channel": "devicebootstrap" } });

    let waiting = sign_in.post("credential/enroll", choice).await;
    assert_eq!(waiting.remediations().first(), Some(&"enroll-poll"), "{}", waiting.body);
    org.approve("fay@example.com");
    sign_in.post("challenge/poll", json!({})).await;

    assert!(sign_in.is_done().await, "{}", sign_in.answer.body);
}
