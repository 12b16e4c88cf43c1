//! Authenticators that show codes: applications, cards, tokens, keys.

use std::time::Duration;

use super::*;

const OTTO: &str = "otto@example.com";
const TESS: &str = "tess@example.com";
const PERIOD: Duration = Duration::from_secs(30);

const GOOGLE: &str = "autdemogoogle0000005";
const CUSTOM_OTP: &str = "autdemocustomotp0006";
const TAC: &str = "autdemotac0000000007";
const YUBIKEY: &str = "autdemoyubikey000008";
const RSA: &str = "autdemorsa0000000009";
const ON_PREMISES: &str = "autdemoonprem0000010";
const SYMANTEC: &str = "autdemosymantec00011";

/// Otto, who was asked for a code of that authenticator.
async fn otto<'o>(org: &'o Org, authenticator: &str) -> SignIn<'o> {
    let mut sign_in = SignIn::after_password(org, OTTO, "Chronometer-1761").await;
    sign_in.choose(authenticator).await;
    sign_in
}

/// Tess, who has chosen to set up that authenticator.
async fn tess<'o>(org: &'o Org, authenticator: &str) -> SignIn<'o> {
    let mut sign_in = SignIn::after_password(org, TESS, "Toolbox-1905").await;
    sign_in.begin_enrollment(authenticator).await;
    sign_in
}

fn shown(org: &Org, login: &str, key: &str) -> String {
    org.current_code(login, key).unwrap_or_else(|| panic!("{key} of {login} shows nothing"))
}

#[tokio::test]
async fn what_a_device_shows_opens_the_door_and_anything_else_does_not() {
    for (key, authenticator) in [
        ("google_otp", GOOGLE),
        ("custom_otp", CUSTOM_OTP),
        ("tac", TAC),
        ("yubikey_token", YUBIKEY),
        ("onprem_mfa", ON_PREMISES),
        ("symantec_vip", SYMANTEC),
    ] {
        let org = org();
        let mut sign_in = otto(&org, authenticator).await;
        assert_eq!(sign_in.answer.body["currentAuthenticatorEnrollment"]["value"]["key"], key);

        let wrong = sign_in.passcode("not-a-code").await.status;
        let code = shown(&org, OTTO, key);
        sign_in.passcode(&code).await;

        assert_eq!(wrong, 401, "{key}");
        assert!(sign_in.is_done().await, "{key}");
    }
}

#[tokio::test]
async fn a_code_is_good_once() {
    for (key, authenticator) in [("google_otp", GOOGLE), ("custom_otp", CUSTOM_OTP), ("yubikey_token", YUBIKEY)] {
        let org = org();
        let code = shown(&org, OTTO, key);
        otto(&org, authenticator).await.passcode(&code).await;

        let again = otto(&org, authenticator).await.passcode(&code).await.message();

        let expected = if key == "yubikey_token" {
            "api.authn.error.PASSCODE_INVALID"
        } else {
            "authfactor.challenge.soft_token.used_passcode"
        };
        assert_eq!(again, (401, expected.to_owned()), "{key}");
    }
}

#[tokio::test]
async fn a_code_of_two_periods_ago_is_refused() {
    let org = org();
    let code = shown(&org, OTTO, "google_otp");
    let mut sign_in = otto(&org, GOOGLE).await;

    org.advance(2 * PERIOD);

    let refused = sign_in.passcode(&code).await.message();
    assert_eq!(refused, (401, "authfactor.challenge.soft_token.invalid_passcode".to_owned()));
}

#[tokio::test]
async fn a_token_in_next_token_mode_wants_the_code_after_the_right_one() {
    let org = org();
    let mut sign_in = otto(&org, RSA).await;
    let first = shown(&org, OTTO, "rsa_token");

    let asked_again = sign_in.passcode(&first).await;
    assert_eq!(asked_again.message(), (401, "errors.E0000113".to_owned()));
    assert_eq!(asked_again.remediations()[0], "challenge-authenticator");
    assert_eq!(sign_in.passcode(&first).await.status, 401, "the same code is not the next");
    org.advance(PERIOD);
    let next = shown(&org, OTTO, "rsa_token");
    sign_in.passcode(&next).await;

    assert!(sign_in.is_done().await);
    let mut later = otto(&org, RSA).await;
    org.advance(PERIOD);
    later.passcode(&shown(&org, OTTO, "rsa_token")).await;
    assert!(later.is_done().await, "and from then on one code is enough");
}

#[tokio::test]
async fn an_application_is_set_up_with_the_secret_that_the_picture_holds() {
    let org = org();
    let mut sign_in = tess(&org, GOOGLE).await;
    let data = sign_in.answer.body["currentAuthenticator"]["value"]["contextualData"].clone();
    assert!(text(&data["qrcode"], "href").starts_with("data:image/png;base64,"));
    assert_eq!(data["qrcode"]["method"], "embedded");
    let secret = text(&data, "sharedSecret");
    assert_eq!(secret.len(), 32);

    let now = org.state().now();
    let code = crate::demo::org::totp::code(secret, now / 30);
    assert_eq!(shown(&org, TESS, "google_otp"), code);
    let rest = sign_in.passcode(&code).await;

    assert_eq!(rest.remediations(), ["select-authenticator-enroll", "skip"]);
    assert_eq!(rest.body["authenticatorEnrollments"]["value"][2]["key"], "google_otp");
    sign_in.post("skip", json!({})).await;
    assert!(sign_in.is_done().await);
}

#[tokio::test]
async fn a_key_is_set_up_by_touching_it() {
    let org = org();
    let mut sign_in = tess(&org, YUBIKEY).await;

    let refused = sign_in.passcode("ccccccbedeck").await.status;
    let code = shown(&org, TESS, "yubikey_token");
    let rest = sign_in.passcode(&code).await;

    assert_eq!(refused, 401);
    assert_eq!(rest.body["authenticatorEnrollments"]["value"][2]["key"], "yubikey_token");
}

#[tokio::test]
async fn a_token_is_set_up_with_the_name_of_its_owner_and_two_codes() {
    for (key, authenticator) in [("rsa_token", RSA), ("onprem_mfa", ON_PREMISES)] {
        let org = org();
        let mut sign_in = tess(&org, authenticator).await;
        let credentials = |name: &str, code: &str| json!({ "id": authenticator, "methodType": "otp", "clientData": name, "passcode": code });
        let code = shown(&org, TESS, key);

        let stranger = sign_in.credentials(credentials("nobody", &code)).await.status;
        let asked_again = sign_in.credentials(credentials(TESS, &code)).await.message();
        org.advance(PERIOD);
        let next = shown(&org, TESS, key);
        let rest = sign_in.credentials(credentials(TESS, &next)).await;

        assert_eq!(stranger, 401, "{key}");
        assert_eq!(asked_again, (401, "errors.E0000113".to_owned()), "{key}");
        assert_eq!(rest.body["authenticatorEnrollments"]["value"][2]["key"], key);
    }
}

#[tokio::test]
async fn a_credential_is_set_up_with_its_number_and_two_codes_in_a_row() {
    let org = org();
    let mut sign_in = tess(&org, SYMANTEC).await;
    let credentials =
        |id: &str, one: &str, two: &str| json!({ "credentialId": id, "passcode": one, "nextPasscode": two });
    let first = shown(&org, TESS, "symantec_vip");
    org.advance(PERIOD);
    let second = shown(&org, TESS, "symantec_vip");

    let unknown = sign_in.credentials(credentials("VSDM00000000", &first, &second)).await.status;
    let swapped = sign_in.credentials(credentials("VSDM20260001", &second, &first)).await.status;
    let rest = sign_in.credentials(credentials("VSDM20260001", &first, &second)).await;

    assert_eq!((unknown.as_u16(), swapped.as_u16()), (401, 401));
    assert_eq!(rest.body["authenticatorEnrollments"]["value"][2]["key"], "symantec_vip");
}

#[tokio::test]
async fn everything_optional_may_be_put_off() {
    let org = org();
    let mut sign_in = SignIn::after_password(&org, TESS, "Toolbox-1905").await;

    sign_in.post("skip", json!({})).await;

    assert!(sign_in.is_done().await);
}
