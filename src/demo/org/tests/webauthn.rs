//! Security keys and passkeys: what is made, what is believed, and what is not.

use super::security_key::SecurityKey;
use super::*;

const WILL: &str = "will@example.com";
const WEBAUTHN: &str = "autdemowebauthn00014";
const EVERYTHING: &str = crate::demo::org::clients::EVERYTHING;
const NOT_BELIEVED: &str = "authfactor.webauthn.error.assertion_validation_failure";

async fn will(org: &Org) -> SignIn<'_> {
    SignIn::after_password(org, WILL, "Latchkey-1861").await
}

/// Will, who is asked for his key.
async fn will_again(org: &Org) -> SignIn<'_> {
    let mut sign_in = will(org).await;
    sign_in.choose(WEBAUTHN).await;
    sign_in
}

fn activation(answer: &Answer) -> &Value {
    &answer.body["currentAuthenticator"]["value"]["contextualData"]["activationData"]
}

fn challenge_data(answer: &Answer) -> &Value {
    &answer.body["currentAuthenticatorEnrollment"]["value"]["contextualData"]["challengeData"]
}

/// Will's first sign-in, in which he makes that key and wants no passkey.
async fn give_to_will(org: &Org, key: &SecurityKey) {
    let mut sign_in = will(org).await;
    sign_in.begin_enrollment(WEBAUTHN).await;
    let made = key.create(activation(&sign_in.answer));
    let offer = sign_in.credentials(made).await;
    assert_eq!(offer.remediations(), ["enroll-authenticator-promotion", "skip"], "{}", offer.body);
    sign_in.post("skip", json!({})).await;
    assert!(sign_in.is_done().await);
}

#[tokio::test]
async fn a_key_that_was_made_opens_the_door_the_next_time() {
    let org = org();
    let mut key = SecurityKey::new();
    give_to_will(&org, &key).await;

    let mut sign_in = will_again(&org).await;
    assert_eq!(sign_in.answer.remediations(), ["challenge-authenticator"]);
    let enrollments = &sign_in.answer.body["authenticatorEnrollments"]["value"];
    assert_eq!(enrollments[2]["transports"], json!(["usb"]));
    assert!(enrollments[2]["credentialId"].is_string());
    let signed = key.get(challenge_data(&sign_in.answer));
    sign_in.credentials(signed).await;
    sign_in.post("skip", json!({})).await;

    let tokens = sign_in.redeem(&[]).await.body;
    assert_eq!(part(text(&tokens, "id_token"), 1)["amr"], json!(["pwd", "hwk", "mfa"]));
}

#[tokio::test]
async fn nothing_but_the_right_key_at_the_right_place_is_believed() {
    let org = org();
    let mut key = SecurityKey::new();
    give_to_will(&org, &key).await;
    let (mut stranger, mut refused) = (SecurityKey::new(), Vec::new());

    let places = [("origin", "http://evil.example", "app.example"), ("party", "http://app.example", "org.example")];
    for (what, origin, party) in places {
        let mut sign_in = will_again(&org).await;
        (key.origin, key.party) = (origin, party);
        let signed = key.get(challenge_data(&sign_in.answer));
        refused.push((what, sign_in.credentials(signed).await.message()));
    }
    (key.origin, key.party) = ("http://app.example", "app.example");
    let mut sign_in = will_again(&org).await;
    let signed = stranger.get(challenge_data(&sign_in.answer));
    refused.push(("another key", sign_in.credentials(signed).await.message()));
    let signed = key.get(&json!({ "challenge": "AAAA" }));
    refused.push(("another challenge", sign_in.credentials(signed).await.message()));

    for (what, message) in refused {
        assert_eq!(message, (401, NOT_BELIEVED.to_owned()), "{what}");
    }
}

#[tokio::test]
async fn a_counter_that_stands_still_gives_a_cloned_key_away() {
    let org = org();
    let mut key = SecurityKey::new();
    give_to_will(&org, &key).await;
    let mut sign_in = will_again(&org).await;
    let signed = key.get(challenge_data(&sign_in.answer));
    sign_in.credentials(signed).await;

    let mut sign_in = will_again(&org).await;
    key.counter = 0;
    let signed = key.get(challenge_data(&sign_in.answer));

    assert_eq!(sign_in.credentials(signed).await.message(), (401, NOT_BELIEVED.to_owned()));
}

#[tokio::test]
async fn a_key_made_elsewhere_is_not_taken() {
    let org = org();
    let mut sign_in = will(&org).await;
    sign_in.begin_enrollment(WEBAUTHN).await;
    let mut elsewhere = SecurityKey::new();
    elsewhere.origin = "http://evil.example";
    let made = elsewhere.create(activation(&sign_in.answer));

    assert_eq!(sign_in.credentials(made).await.message(), (401, NOT_BELIEVED.to_owned()));
    let blank = sign_in.credentials(json!({ "clientData": "e30" })).await;
    assert_eq!(blank.status, 400, "the attestation is missing");
}

#[tokio::test]
async fn either_of_two_keys_will_do() {
    let org = org();
    let (mut first, mut second) = (SecurityKey::new(), SecurityKey::new());
    give_to_will(&org, &first).await;
    let mut sign_in = will_again(&org).await;
    let signed = first.get(challenge_data(&sign_in.answer));
    let offer = sign_in.credentials(signed).await;
    assert_eq!(offer.remediations(), ["enroll-authenticator-promotion", "skip"]);
    let made = second.create(activation(offer));
    sign_in.post("credential/enroll", json!({ "credentials": made })).await;
    assert!(sign_in.is_done().await);

    for key in [&mut first, &mut second] {
        let mut sign_in = will(&org).await;
        let choice = sign_in.answer.body["remediation"]["value"][0]["value"][0]["options"].clone();
        assert_eq!(choice.as_array().map(Vec::len), Some(2), "told apart by what they relate to alone");
        assert_eq!(choice[0]["value"], choice[1]["value"]);
        sign_in.choose(WEBAUTHN).await;
        let signed = key.get(challenge_data(&sign_in.answer));
        sign_in.credentials(signed).await;
        assert!(sign_in.is_done().await);
    }
}

/// Iris, who has been offered a passkey and made that key one.
async fn give_to_iris(org: &Org, key: &SecurityKey) {
    let mut sign_in = SignIn::begin_as(org, EVERYTHING, CUSTOM).await;
    sign_in.identify("iris@example.com").await;
    let offer = sign_in.passcode("Aperture-1839").await;
    assert_eq!(offer.remediations(), ["enroll-authenticator-promotion", "skip"]);
    assert_eq!(activation(offer)["authenticatorSelection"]["residentKey"], "required");
    let made = key.create(activation(offer));
    sign_in.post("credential/enroll", json!({ "credentials": made })).await;
    assert!(sign_in.is_done().await);
}

fn with_user(mut credentials: Value, user: &str) -> Value {
    credentials["userHandle"] = user.into();
    json!({ "credentials": credentials })
}

const IRIS: &str = "00udemoiris000000020";
const AUTOFILL: &str = "challenge/answer/webauthn-autofillui";

#[tokio::test]
async fn a_passkey_on_the_first_page_needs_neither_name_nor_password() {
    let org = org();
    let mut key = SecurityKey::new();
    give_to_iris(&org, &key).await;

    let mut sign_in = SignIn::begin_as(&org, EVERYTHING, CUSTOM).await;
    let passkey_forms = ["launch-passkeys-authenticator", "challenge-webauthn-autofillui-authenticator"];
    assert!(passkey_forms.iter().all(|name| sign_in.answer.remediations().contains(name)));
    let data = sign_in.answer.body["webauthnAutofillUIChallenge"]["value"]["challengeData"].clone();
    let signed = key.get(&data);
    let anonymous = sign_in.post(AUTOFILL, with_user(signed.clone(), "")).await.status;
    let somebody_else = sign_in.post(AUTOFILL, with_user(signed.clone(), "00udemoada0000000001")).await.status;
    sign_in.post(AUTOFILL, with_user(signed, IRIS)).await;

    assert_eq!((anonymous.as_u16(), somebody_else.as_u16()), (401, 401));
    assert!(sign_in.is_done().await);
}

#[tokio::test]
async fn a_passkey_has_to_verify_its_owner_and_to_remember_whose_it_is() {
    let org = org();
    let (mut key, mut refused) = (SecurityKey::new(), Vec::new());
    let mut sign_in = SignIn::after_password(&org, "iris@example.com", "Aperture-1839").await;

    let mut forgetful = key.create(activation(&sign_in.answer));
    forgetful["clientExtensions"] = "{\"credProps\":{\"rk\":false}}".into();
    refused.push(sign_in.post("credential/enroll", json!({ "credentials": forgetful })).await.message());
    key.verifies = false;
    let unverified = key.create(activation(&sign_in.answer));
    refused.push(sign_in.post("credential/enroll", json!({ "credentials": unverified })).await.message());

    for message in refused {
        assert_eq!(message, (401, NOT_BELIEVED.to_owned()));
    }
}

#[tokio::test]
async fn a_key_that_was_made_to_go_with_a_name_does_not_stand_for_one() {
    let org = org();
    org.change_client(CONFIDENTIAL, |client| client.first_page.security_keys = true);
    let mut key = SecurityKey::new();
    give_to_will(&org, &key).await;
    let mut sign_in = SignIn::begin(&org).await;
    let page = sign_in.post("authenticators/webauthn/launch", json!({})).await;

    let signed = key.get(&page.body["currentAuthenticator"]["value"]["contextualData"]["challengeData"]);

    for user in ["00udemowill000000019", ""] {
        let refused = sign_in.post("challenge/answer", with_user(signed.clone(), user)).await;
        assert_eq!(refused.message(), (401, NOT_BELIEVED.to_owned()), "{user:?}");
    }
}

#[tokio::test]
async fn a_passkey_that_verified_nobody_is_not_enough() {
    let org = org();
    let mut key = SecurityKey::new();
    give_to_iris(&org, &key).await;
    key.verifies = false;

    let mut sign_in = SignIn::begin_as(&org, EVERYTHING, CUSTOM).await;
    let data = sign_in.answer.body["webauthnAutofillUIChallenge"]["value"]["challengeData"].clone();
    let signed = key.get(&data);

    assert_eq!(sign_in.post(AUTOFILL, with_user(signed, IRIS)).await.message(), (401, NOT_BELIEVED.to_owned()));
}

#[tokio::test]
async fn a_button_for_keys_leads_to_their_page_or_to_a_new_passkey() {
    let org = org();
    org.change_client(EVERYTHING, |client| client.first_page.security_keys = true);
    let mut key = SecurityKey::new();
    let mut sign_in = SignIn::begin_as(&org, EVERYTHING, CUSTOM).await;
    let page = sign_in.post("authenticators/webauthn/launch", json!({})).await;
    assert_eq!(page.remediations(), ["challenge-authenticator", "enroll-webauthn-residentkey"]);

    sign_in.post("authenticators/webauthn/enrollresidentkey", json!({})).await;
    sign_in.identify("ada@example.com").await;
    let offer = sign_in.passcode("Analytical-1843").await;
    let made = key.create(activation(offer));
    sign_in.post("credential/enroll", json!({ "credentials": made })).await;
    assert!(sign_in.is_done().await);

    let mut sign_in = SignIn::begin_as(&org, EVERYTHING, CUSTOM).await;
    let page = sign_in.post("authenticators/webauthn/launch", json!({})).await;
    let signed = key.get(&page.body["currentAuthenticator"]["value"]["contextualData"]["challengeData"]);
    let asked = sign_in.post("challenge/answer", with_user(signed, "00udemoada0000000001")).await;
    assert_eq!(asked.remediations(), ["challenge-authenticator"], "her policy still wants the password");
    assert_eq!(sign_in.answer.body["user"]["value"]["identifier"], "ada@example.com");
}
