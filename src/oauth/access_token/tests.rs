use serde_json::{Value, json};

use super::super::jwt::UnverifiedJwt;
use super::super::testing::{self, ISSUER, NOW, SigningKey, changed};
use super::super::token_error::TokenKind;
use super::*;

fn verified(claims: &Value) -> Claims {
    let key = SigningKey::shared("one");
    let token = key.sign(claims);
    UnverifiedJwt::parse(TokenKind::Access, &token).expect("a JWT").verify(&key.key_set()).expect("a signature")
}

fn outcome(changes: &Value) -> Result<Timestamp, TokenError> {
    let claims = verified(&changed(testing::access_token_claims(ISSUER, NOW), changes));
    check(&claims, &testing::registration(), "00uada", NOW)
}

fn fault(changes: &Value) -> TokenFault {
    outcome(changes).expect_err("refused").fault
}

#[test]
fn accepts_a_token_for_our_audience_and_client() {
    let end = outcome(&json!({})).expect("accepted");

    assert_eq!(end, Timestamp::from_unix(NOW.as_unix() + 3600));
}

#[test]
fn refuses_a_token_of_the_same_issuer_for_another_audience() {
    let error = outcome(&json!({ "aud": "api://other" })).expect_err("refused");

    assert_eq!(error.to_string(), "access token is for audience api://other, expected api://default");
    assert!(matches!(fault(&json!({ "aud": ["api://other", "0oaclient"] })), TokenFault::Audience { .. }));
    assert_eq!(fault(&json!({ "aud": null })), TokenFault::MissingClaim("aud"));
}

#[test]
fn refuses_a_token_of_another_client() {
    let error = outcome(&json!({ "cid": "0oaother" })).expect_err("refused");

    assert_eq!(error.to_string(), "access token was issued to client 0oaother, expected 0oaclient");
    assert_eq!(fault(&json!({ "cid": null })), TokenFault::MissingClaim("cid"));
}

#[test]
fn refuses_a_token_of_another_issuer() {
    assert!(matches!(fault(&json!({ "iss": "https://org.example" })), TokenFault::Issuer { .. }));
    assert_eq!(fault(&json!({ "iss": null })), TokenFault::MissingClaim("iss"));
}

#[test]
fn refuses_a_token_out_of_its_time_or_without_one() {
    let now = NOW.as_unix();

    assert!(matches!(fault(&json!({ "exp": now - 120 })), TokenFault::Expired { .. }));
    assert!(matches!(fault(&json!({ "nbf": now + 121 })), TokenFault::FromTheFuture { claim: "nbf", .. }));
    assert!(matches!(fault(&json!({ "iat": now + 121 })), TokenFault::FromTheFuture { claim: "iat", .. }));
    assert_eq!(fault(&json!({ "exp": null })), TokenFault::MissingClaim("exp"));
    for exp in [json!("1700003600"), json!(1e300), json!(-1), json!(1.5)] {
        assert!(matches!(fault(&json!({ "exp": exp })), TokenFault::MisshapenClaim { .. }), "{exp}");
    }
}

#[test]
fn the_access_tokens_uid_equals_the_id_tokens_sub() {
    assert_eq!(fault(&json!({ "uid": "00ubob" })), TokenFault::AnotherPerson);
    assert!(outcome(&json!({ "uid": null })).is_ok());
    assert!(outcome(&json!({ "sub": "any-login-name" })).is_ok());
}

#[test]
fn an_id_token_is_no_access_token() {
    let id_token = testing::id_token_claims(ISSUER, NOW, "an-access-token");
    let registration = Registration { audience: Some("0oaclient".to_owned()), ..testing::registration() };
    let dressed_up = changed(id_token.clone(), &json!({ "cid": "0oaclient", "uid": "00uada" }));

    for claims in [id_token, dressed_up] {
        let error = check(&verified(&claims), &registration, "00uada", NOW).expect_err("refused");
        assert_eq!(error.fault, TokenFault::IsAnIdToken);
    }
}

#[test]
fn without_a_configured_audience_nothing_is_accepted() {
    let registration = Registration { audience: None, ..testing::registration() };
    let claims = verified(&testing::access_token_claims(ISSUER, NOW));

    let error = check(&claims, &registration, "00uada", NOW).expect_err("refused");

    assert_eq!(error.fault, TokenFault::NoAudienceConfigured);
}

#[test]
fn refuses_a_token_that_was_made_for_something_else_than_signing_in() {
    let error = outcome(&json!({ "scp": ["reports.read"] })).expect_err("refused");

    assert_eq!(error.to_string(), "access token lacks the scope openid");
    assert_eq!(fault(&json!({ "scp": [] })), TokenFault::MissingScope("openid"));
}
