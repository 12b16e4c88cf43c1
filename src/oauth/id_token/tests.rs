use serde_json::{Value, json};

use super::super::jwt::UnverifiedJwt;
use super::super::testing::{self, ISSUER, NOW, SigningKey, changed};
use super::super::token_error::TokenKind;
use super::*;

const ACCESS_TOKEN: &str = "an-access-token";

fn claims(changes: &Value) -> Claims {
    let key = SigningKey::shared("one");
    let token = key.sign(&changed(testing::id_token_claims(ISSUER, NOW, ACCESS_TOKEN), changes));
    let token = UnverifiedJwt::parse(TokenKind::Id, &token).expect("a JWT");
    token.verify(&key.key_set()).expect("a signature")
}

fn exchanged_with(changes: &Value, expected: &ExpectedIdentity) -> Result<IdentityClaims, TokenFault> {
    let access_token = AccessToken::new(ACCESS_TOKEN);
    of_exchange(claims(changes), &testing::registration(), &access_token, expected, NOW).map_err(|error| error.fault)
}

fn exchanged(changes: &Value) -> Result<IdentityClaims, TokenFault> {
    exchanged_with(changes, &ExpectedIdentity::nonce(Nonce::new("the nonce")))
}

fn refreshed(changes: &Value, previous: &IdentityClaims) -> Result<IdentityClaims, TokenFault> {
    let access_token = AccessToken::new(ACCESS_TOKEN);
    let before = claims(&json!({}));
    of_refresh(claims(changes), &testing::registration(), &access_token, &before, previous, NOW)
        .map_err(|error| error.fault)
}

fn fault<T: std::fmt::Debug>(outcome: Result<T, TokenFault>) -> TokenFault {
    outcome.expect_err("refused")
}

#[test]
fn reads_who_signed_in_from_a_good_token() {
    let identity = exchanged(&json!({ "acr": "urn:example:loa:2", "sid": "102abc" })).expect("accepted");

    assert_eq!(&*identity.sub, "00uada");
    assert_eq!(identity.email.as_deref(), Some("ada@org.example"));
    assert!(identity.email_verified);
    assert_eq!(*identity.groups, ["Everyone", "Engineers"].map(Box::from));
    assert_eq!(identity.acr.as_deref(), Some("urn:example:loa:2"));
    assert_eq!(*identity.amr, ["pwd"].map(Box::from));
    assert_eq!(identity.auth_time, Some(Timestamp::from_unix(NOW.as_unix() - 10)));
    assert_eq!(identity.sid.as_deref(), Some("102abc"));
}

#[test]
fn refuses_another_issuer_even_by_a_slash() {
    for issuer in ["https://evil.test", "https://org.example/oauth2/default/", "https://org.example"] {
        assert!(matches!(fault(exchanged(&json!({ "iss": issuer }))), TokenFault::Issuer { .. }), "{issuer}");
    }
    assert_eq!(fault(exchanged(&json!({ "iss": null }))), TokenFault::MissingClaim("iss"));
}

#[test]
fn refuses_another_audience() {
    assert!(matches!(fault(exchanged(&json!({ "aud": "0oaother" }))), TokenFault::Audience { .. }));
    assert!(matches!(fault(exchanged(&json!({ "aud": ["0oaother"] }))), TokenFault::Audience { .. }));
    assert_eq!(fault(exchanged(&json!({ "aud": [] }))), TokenFault::MissingClaim("aud"));
    assert_eq!(fault(exchanged(&json!({ "aud": null }))), TokenFault::MissingClaim("aud"));
    assert!(matches!(fault(exchanged(&json!({ "aud": 7 }))), TokenFault::MisshapenClaim { .. }));
}

#[test]
fn several_audiences_need_an_authorized_party_that_is_us() {
    let audiences = ["0oaclient", "0oaother"];

    assert_eq!(fault(exchanged(&json!({ "aud": audiences }))), TokenFault::MissingClaim("azp"));
    assert!(matches!(fault(exchanged(&json!({ "aud": audiences, "azp": "0oaother" }))), TokenFault::Client { .. }));
    assert!(matches!(fault(exchanged(&json!({ "azp": "0oaother" }))), TokenFault::Client { .. }));
    assert!(exchanged(&json!({ "aud": audiences, "azp": "0oaclient" })).is_ok());
}

#[test]
fn refuses_a_token_out_of_its_time_or_without_one() {
    let now = NOW.as_unix();

    assert!(matches!(fault(exchanged(&json!({ "exp": now - 120 }))), TokenFault::Expired { .. }));
    assert!(matches!(fault(exchanged(&json!({ "iat": now + 121 }))), TokenFault::FromTheFuture { .. }));
    assert!(matches!(fault(exchanged(&json!({ "nbf": now + 121 }))), TokenFault::FromTheFuture { .. }));
    assert!(matches!(fault(exchanged(&json!({ "auth_time": now + 121 }))), TokenFault::FromTheFuture { .. }));
    assert_eq!(fault(exchanged(&json!({ "exp": null }))), TokenFault::MissingClaim("exp"));
    assert_eq!(fault(exchanged(&json!({ "iat": null }))), TokenFault::MissingClaim("iat"));
    assert!(matches!(fault(exchanged(&json!({ "exp": "soon" }))), TokenFault::MisshapenClaim { .. }));
    assert!(matches!(fault(exchanged(&json!({ "exp": 1e300 }))), TokenFault::MisshapenClaim { .. }));
}

#[test]
fn refuses_a_missing_or_different_nonce() {
    assert_eq!(fault(exchanged(&json!({ "nonce": null }))), TokenFault::MissingClaim("nonce"));
    assert_eq!(fault(exchanged(&json!({ "nonce": "another" }))), TokenFault::Nonce);
    assert_eq!(fault(exchanged(&json!({ "nonce": "" }))), TokenFault::Nonce);
    assert!(matches!(fault(exchanged(&json!({ "nonce": ["the nonce"] }))), TokenFault::MisshapenClaim { .. }));
}

#[test]
fn refuses_an_at_hash_of_another_access_token() {
    let other = at_hash(&AccessToken::new("another-access-token"));

    assert_eq!(fault(exchanged(&json!({ "at_hash": other }))), TokenFault::AccessTokenHash);
    assert_eq!(fault(exchanged(&json!({ "at_hash": "" }))), TokenFault::AccessTokenHash);
    assert!(exchanged(&json!({ "at_hash": null })).is_ok());
}

#[test]
fn makes_the_at_hash_that_openid_connect_core_describes() {
    // The left 16 bytes of SHA-256 of "abc", whose digest FIPS 180-4 prints.
    assert_eq!(
        at_hash(&AccessToken::new("abc")),
        URL_SAFE_NO_PAD.encode(0xba78_16bf_8f01_cfea_4141_40de_5dae_2223_u128.to_be_bytes())
    );
}

#[test]
fn refuses_a_token_without_subject() {
    assert_eq!(fault(exchanged(&json!({ "sub": null }))), TokenFault::MissingClaim("sub"));
    assert_eq!(fault(exchanged(&json!({ "sub": "" }))), TokenFault::MissingClaim("sub"));
}

#[test]
fn a_requested_max_age_is_counted_from_the_request() {
    let expected = |max_age| ExpectedIdentity {
        nonce: Nonce::new("the nonce"),
        authentication_age: Some(AuthenticationAge { max_age: Duration::from_secs(max_age), asked_at: NOW }),
    };
    let authenticated = |ago: u64| json!({ "auth_time": NOW.as_unix() - ago });

    assert!(exchanged_with(&authenticated(0), &expected(0)).is_ok());
    assert!(exchanged_with(&authenticated(419), &expected(300)).is_ok());
    assert_eq!(fault(exchanged_with(&authenticated(421), &expected(300))), TokenFault::AuthenticationTooOld);
    assert_eq!(fault(exchanged_with(&authenticated(121), &expected(0))), TokenFault::AuthenticationTooOld);
    let silent = json!({ "auth_time": null });
    assert_eq!(fault(exchanged_with(&silent, &expected(300))), TokenFault::MissingClaim("auth_time"));
    assert!(exchanged(&silent).is_ok());
}

#[test]
fn an_address_is_verified_only_when_the_issuer_says_exactly_so() {
    for value in [json!("true"), json!(1), json!(false), json!(null)] {
        assert!(!exchanged(&json!({ "email_verified": value })).expect("accepted").email_verified, "{value}");
    }
}

#[test]
fn a_refresh_keeps_issuer_subject_audience_and_authentication_time() {
    let previous = exchanged(&json!({})).expect("accepted");
    let auth_time = NOW.as_unix() - 10;

    assert!(refreshed(&json!({ "nonce": null }), &previous).is_ok());
    for (changes, claim) in [
        (json!({ "sub": "00ubob" }), "sub"),
        (json!({ "aud": ["0oaclient", "0oaother"], "azp": "0oaclient" }), "aud"),
        (json!({ "auth_time": auth_time + 5 }), "auth_time"),
        (json!({ "nonce": "another" }), "nonce"),
    ] {
        assert_eq!(fault(refreshed(&changes, &previous)), TokenFault::IdentityChanged(claim), "{changes}");
    }
    assert!(matches!(fault(refreshed(&json!({ "iss": "https://evil.test" }), &previous)), TokenFault::Issuer { .. }));
}

#[test]
fn a_refresh_brings_new_groups_and_keeps_how_the_person_authenticated() {
    let previous = exchanged(&json!({ "acr": "urn:example:loa:2", "sid": "102abc" })).expect("accepted");

    let thin = json!({ "groups": null, "amr": null, "auth_time": null, "nonce": null });
    let current = refreshed(&thin, &previous).expect("accepted");

    assert!(current.groups.is_empty());
    assert_eq!(current.acr, previous.acr);
    assert_eq!(*current.amr, ["pwd"].map(Box::from));
    assert_eq!(current.auth_time, previous.auth_time);
    assert_eq!(current.sid.as_deref(), Some("102abc"));
    assert!(refreshed(&json!({ "auth_time": NOW.as_unix() - 5 }), &current).is_err());
}

#[test]
fn an_error_says_what_was_found_and_expected_and_shows_no_token() {
    let error = TokenKind::Id.refused(fault(exchanged(&json!({ "aud": "api://other" }))));

    assert_eq!(error.to_string(), "ID token is for audience api://other, expected 0oaclient");
}
