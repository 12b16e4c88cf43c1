//! Tokens that must be refused: no session comes of them, the person gets a calm page, and the log says why.

use std::time::Duration;

use gatehouse::demo::org::{Fault, Flaw, TokenKind};

use crate::support::browser::Browser;
use crate::support::house::{CUSTOM, House, ORG, eventually};
use crate::support::log::Log;
use crate::support::people::{is_own, person};

/// Every flaw of an access token, and a word of what the log says about it.
const OF_ACCESS_TOKENS: [(Flaw, &str); 10] = [
    (Flaw::WrongSignature, "signature"),
    (Flaw::AlgNone, "alg"),
    (Flaw::PublicKeyAsSecret, "alg"),
    (Flaw::WrongIssuer, "iss"),
    (Flaw::WrongAudience, "aud"),
    (Flaw::WrongClient, "issued to client"),
    (Flaw::Expired, "expired"),
    (Flaw::NotYetValid, "nbf"),
    (Flaw::UnknownKey, "key"),
    (Flaw::OtherPerson, "belongs to another person"),
];

const OF_ID_TOKENS: [(Flaw, &str); 10] = [
    (Flaw::WrongSignature, "signature"),
    (Flaw::AlgNone, "alg"),
    (Flaw::PublicKeyAsSecret, "alg"),
    (Flaw::WrongIssuer, "iss"),
    (Flaw::WrongAudience, "aud"),
    (Flaw::WrongNonce, "nonce"),
    (Flaw::WrongAtHash, "at_hash"),
    (Flaw::Expired, "expired"),
    (Flaw::NotYetValid, "nbf"),
    (Flaw::UnknownKey, "key"),
];

/// Signs Ada in with one flawed token, which must lead nowhere.
async fn assert_refused(house: &House, log: &Log, url: &str, kind: TokenKind, flaw: Flaw, reason: &str) {
    log.turn_page();
    let before = house.token_calls();
    house.org().flaw(kind, flaw);
    let mut browser = Browser::new();

    let page = person("ada").opens(&mut browser, house, url).await;

    let case = format!("{kind:?} {flaw:?}");
    assert!(is_own(&page) && page.status >= 400, "{case}: {} {}", page.status, page.url);
    assert!(browser.jar.value("gatehouse").is_none(), "{case}");
    assert!(house.demo.application().requests().is_empty(), "{case}");
    assert_eq!(house.token_calls(), before + 1, "{case}");
    for inner in ["token", "JWT", "signature", "claim"] {
        assert!(!page.body.contains(&format!(" {inner} ")), "{case}: {}", page.body);
    }
    let errors = log.lines("ERROR");
    assert!(errors.iter().any(|line| line.contains(reason)), "{case}: {errors:#?}");
    let reference = page.texts(".foot code").join("");
    assert!(!reference.is_empty() && errors.iter().any(|line| line.contains(&reference)), "{case}: {errors:#?}");
}

#[tokio::test]
async fn no_flawed_access_token_of_a_custom_server_makes_a_session() {
    let log = Log::begin("info");
    let house = House::open().await;

    for (flaw, reason) in OF_ACCESS_TOKENS {
        assert_refused(&house, &log, &house.first("/echo"), TokenKind::AccessToken, flaw, reason).await;
    }
}

/// Signs Ada in at that address with one flawed ID token after the other.
async fn assert_no_flawed_id_token_makes_a_session(address: impl Fn(&House) -> String) {
    let log = Log::begin("info");
    let house = House::open().await;
    let of_somebody_else = (Flaw::OtherPerson, "belongs to another person");

    for (flaw, reason) in OF_ID_TOKENS.into_iter().chain([of_somebody_else]) {
        assert_refused(&house, &log, &address(&house), TokenKind::IdToken, flaw, reason).await;
    }
}

#[tokio::test]
async fn no_flawed_id_token_of_a_custom_server_makes_a_session() {
    assert_no_flawed_id_token_makes_a_session(|house| house.first("/echo")).await;
}

#[tokio::test]
async fn no_flawed_id_token_of_the_orgs_own_server_makes_a_session() {
    assert_no_flawed_id_token_makes_a_session(|house| house.second("/echo")).await;
}

#[tokio::test]
async fn refused_tokens_are_given_back_and_the_next_sign_in_works() {
    let house = House::open().await;
    house.org().flaw(TokenKind::IdToken, Flaw::WrongNonce);
    let mut browser = Browser::new();

    let page = person("ada").opens(&mut browser, &house, &house.first("/echo?x=1")).await;

    assert!(is_own(&page));
    eventually("the tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) > 0).await;
    person("ada").reaches(&mut browser, &house, &house.first("/echo?x=1")).await;
}

#[tokio::test]
async fn tokens_with_an_unknown_key_do_not_make_a_storm_of_fetches() {
    let house = House::open().await;
    person("ada").reaches(&mut Browser::new(), &house, &house.first("/echo")).await;
    let before = house.org().calls(&format!("{CUSTOM}/keys"));

    for _ in 0..8 {
        house.org().flaw(TokenKind::IdToken, Flaw::UnknownKey);
        let page = person("ada").opens(&mut Browser::new(), &house, &house.first("/echo")).await;
        assert!(is_own(&page));
    }

    assert_eq!(house.org().calls(&format!("{CUSTOM}/keys")), before + 1);
}

#[tokio::test]
async fn a_rotation_of_keys_is_noticed_at_the_next_sign_in() {
    let house = House::open().await;
    for url in [house.first("/echo"), house.second("/echo")] {
        person("ada").reaches(&mut Browser::new(), &house, &url).await;
    }

    house.org().rotate_keys().expect("a key");
    house.org().withdraw_old_keys();

    for url in [house.first("/echo"), house.second("/echo")] {
        person("ada").reaches(&mut Browser::new(), &house, &url).await;
    }
    assert_eq!(house.org().calls(&format!("{CUSTOM}/keys")), 2);
    assert_eq!(house.org().calls(&format!("{ORG}/keys")), 2);
}

#[tokio::test]
async fn a_key_announced_ahead_of_its_use_needs_no_second_look() {
    let house = House::open().await;
    house.org().announce_next_key().expect("a key");
    person("ada").reaches(&mut Browser::new(), &house, &house.first("/echo")).await;

    house.org().rotate_keys().expect("a key");

    person("ada").reaches(&mut Browser::new(), &house, &house.first("/echo")).await;
    assert_eq!(house.org().calls(&format!("{CUSTOM}/keys")), 1);
}

#[tokio::test]
async fn an_interaction_code_older_than_a_minute_is_no_sign_in() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await;
    // The answer with the code is lost, and nobody can ask again before the code is too old.
    house.org().fault("/idp/idx/challenge/answer", Fault::Dropped, 1);
    house.org().fault("/idp/idx/introspect", Fault::BadGateway, 1);
    let typed = [("credentials.passcode", person("ada").password)];
    let page = browser.submit(&page, &page.form_with("credentials.passcode"), &typed).await;
    assert_eq!(page.status, 503);
    house.pass(Duration::from_secs(61));

    let page = browser.open(page.url.as_str()).await;

    assert_eq!(page.heading(), "This sign-in has expired");
    assert!(house.demo.application().requests().is_empty());
}
