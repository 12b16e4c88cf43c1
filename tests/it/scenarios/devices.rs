//! Things that show codes: an application, a card, a token, a key, a credential, a code that was handed out.

use std::time::Duration;

use super::tess::{TESS, is_set_up, tess};
use crate::support::visit::Visit;

const OTTO: &str = "otto@example.com";
const PERIOD: Duration = Duration::from_secs(30);

/// A wrong code, then the one that the device shows.
async fn proves(row: &str, key: &str, heading: &str) {
    let mut otto = Visit::of("otto").await;
    otto.sees("Verify it’s you");
    otto.chooses(row).await;
    otto.sees(heading);

    otto.types("000000").await;
    assert_eq!((otto.page.status, otto.page.heading().as_str()), (422, heading), "{}", otto.page.body);
    assert_eq!(otto.page.errors().len(), 1, "{}", otto.page.body);
    let code = otto.shown_to(OTTO, key);
    otto.types(&code).await;

    otto.arrives_as(OTTO);
}

#[tokio::test]
async fn google_authenticator_proves_who_it_is() {
    proves("Google Authenticator", "google_otp", "Enter your code").await;
}

#[tokio::test]
async fn a_card_of_the_companys_own_proves_who_it_is() {
    proves("Ledger Card", "custom_otp", "Enter your code").await;
}

#[tokio::test]
async fn a_temporary_access_code_proves_who_it_is() {
    proves("Temporary Access Code", "tac", "Enter your access code").await;
}

#[tokio::test]
async fn a_yubikey_proves_who_it_is() {
    proves("YubiKey", "yubikey_token", "Touch your YubiKey Authenticator").await;
}

#[tokio::test]
async fn a_token_on_premises_proves_who_it_is() {
    proves("Counting House Token", "onprem_mfa", "Enter your code").await;
}

#[tokio::test]
async fn symantec_vip_proves_who_it_is() {
    proves("Symantec VIP", "symantec_vip", "Enter your code").await;
}

#[tokio::test]
async fn an_rsa_token_proves_who_it_is_with_the_next_code_too() {
    let mut otto = Visit::of("otto").await;
    otto.chooses("RSA SecurID").await;
    otto.sees("Enter your code");
    let first = otto.shown_to(OTTO, "rsa_token");

    otto.types(&first).await;
    assert_eq!(otto.page.heading(), "Enter the next code", "{}", otto.page.body);
    otto.is_kept_out();
    otto.house.pass(PERIOD);
    let next = otto.shown_to(OTTO, "rsa_token");
    otto.types(&next).await;

    otto.arrives_as(OTTO);
}

#[tokio::test]
async fn google_authenticator_is_set_up_by_its_picture() {
    let mut tess = tess("Google Authenticator").await;
    tess.sees("Set up Google Authenticator");
    assert_eq!(tess.page.texts("img[src^='data:image/png']").len(), 1, "{}", tess.page.body);

    tess.types("000000").await;
    assert_eq!((tess.page.status, tess.page.errors().len()), (422, 1), "{}", tess.page.body);
    assert_eq!(tess.page.texts("img[src^='data:image/png']").len(), 1, "the picture is still there");
    let code = tess.shown_to(TESS, "google_otp");
    tess.types(&code).await;

    is_set_up(&mut tess, "Google Authenticator").await;
}

#[tokio::test]
async fn google_authenticator_is_set_up_by_its_key() {
    let mut tess = tess("Google Authenticator").await;
    tess.reads("Type this key instead");
    let key = tess.page.texts("code").concat().replace(' ', "");
    assert!(key.len() == 32 && key.bytes().all(|letter| letter.is_ascii_alphanumeric()), "{key:?}");

    let code = tess.shown_to(TESS, "google_otp");
    tess.types(&code).await;

    is_set_up(&mut tess, "Google Authenticator").await;
}

#[tokio::test]
async fn a_yubikey_is_set_up_by_touching_it() {
    let mut tess = tess("YubiKey").await;
    tess.sees("Set up YubiKey Authenticator");

    let code = tess.shown_to(TESS, "yubikey_token");
    tess.types(&code).await;

    is_set_up(&mut tess, "YubiKey").await;
}

#[tokio::test]
async fn symantec_vip_is_set_up_with_its_number_and_two_codes() {
    let mut tess = tess("Symantec VIP").await;
    tess.sees("Set up Symantec VIP");
    let first = tess.shown_to(TESS, "symantec_vip");
    tess.house.pass(PERIOD);
    let second = tess.shown_to(TESS, "symantec_vip");
    let said = |id: &'static str| {
        [("credentials.credentialId", id), ("credentials.passcode", &first), ("credentials.nextPasscode", &second)]
    };

    tess.fills("enroll-authenticator", &said("VSDM00000000")).await;
    assert_eq!((tess.page.status, tess.page.errors().len()), (422, 1), "{}", tess.page.body);
    tess.fills("enroll-authenticator", &said("VSDM20260001")).await;

    is_set_up(&mut tess, "Symantec VIP").await;
}

/// A token of a server of its own is set up with its owner's name and, in next-token mode, two codes.
async fn sets_up_token(row: &str, key: &str) {
    let mut tess = tess(row).await;
    tess.sees(&format!("Set up {row}"));
    let first = tess.shown_to(TESS, key);
    let owner = ("credentials.clientData", TESS);

    tess.fills("enroll-authenticator", &[owner, ("credentials.passcode", &first)]).await;
    tess.is_kept_out();
    tess.house.pass(PERIOD);
    let next = tess.shown_to(TESS, key);
    tess.fills("enroll-authenticator", &[owner, ("credentials.passcode", &next)]).await;

    is_set_up(&mut tess, row).await;
}

#[tokio::test]
async fn an_rsa_token_is_set_up_with_two_codes() {
    sets_up_token("RSA SecurID", "rsa_token").await;
}

#[tokio::test]
async fn a_token_on_premises_is_set_up_with_two_codes() {
    sets_up_token("Counting House Token", "onprem_mfa").await;
}
