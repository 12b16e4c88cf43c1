use serde_json::{Value, json};

use super::super::jwt::UnverifiedJwt;
use super::super::testing::{self, ISSUER, NOW, SigningKey, changed};
use super::super::token_error::TokenKind;
use super::*;

/// A token as servers write them, with `changes` laid over its claims; `null` takes one out.
fn payload(changes: &Value) -> Value {
    let good = json!({
        "iss": ISSUER, "aud": "0oaclient", "sub": "00uada", "sid": "102abc", "jti": "LT.1",
        "iat": NOW.as_unix(), "exp": NOW.as_unix() + 120, "events": { EVENT: {} },
    });
    changed(good, changes)
}

fn validated(token: &str) -> Result<LogoutToken, TokenFault> {
    let key = SigningKey::shared("one");
    let token = UnverifiedJwt::parse(TokenKind::Logout, token).map_err(|error| error.fault)?;
    let claims = token.verify(&key.key_set()).map_err(|error| error.fault)?;
    check(&claims, &testing::registration(), NOW).map_err(|error| error.fault)
}

fn checked(changes: &Value) -> Result<LogoutToken, TokenFault> {
    validated(&SigningKey::shared("one").sign(&payload(changes)))
}

fn fault(changes: &Value) -> TokenFault {
    checked(changes).expect_err("refused")
}

#[test]
fn a_good_token_says_whose_sessions_have_ended() {
    let token = checked(&json!({})).expect("accepted");

    assert_eq!((token.subject.as_deref(), token.sid.as_deref()), (Some("00uada"), Some("102abc")));
    assert_eq!(token.id, "LT.1");
    assert_eq!(token.accepted_until, Timestamp::from_unix(NOW.as_unix() + 120 + 90));
}

#[test]
fn a_subject_alone_and_a_session_alone_are_enough_and_neither_is_not() {
    let of_session = checked(&json!({ "sub": null })).expect("accepted");
    let of_person = checked(&json!({ "sid": null })).expect("accepted");

    assert_eq!((of_session.subject, of_session.sid.as_deref()), (None, Some("102abc")));
    assert_eq!((of_person.subject.as_deref(), of_person.sid), (Some("00uada"), None));
    assert_eq!(fault(&json!({ "sub": null, "sid": null })), TokenFault::MissingClaim("sub or sid"));
    for name in [json!({ "sub": "" }), json!({ "sid": "" }), json!({ "sub": 7 }), json!({ "sid": ["102abc"] })] {
        assert!(matches!(fault(&name), TokenFault::MisshapenClaim { .. }), "{name}");
    }
}

#[test]
fn refuses_another_issuer_and_another_audience() {
    assert!(matches!(fault(&json!({ "iss": "https://evil.test" })), TokenFault::Issuer { .. }));
    assert!(matches!(fault(&json!({ "iss": format!("{ISSUER}/") })), TokenFault::Issuer { .. }));
    assert_eq!(fault(&json!({ "iss": null })), TokenFault::MissingClaim("iss"));
    assert!(matches!(fault(&json!({ "aud": "0oaother" })), TokenFault::Audience { .. }));
    assert_eq!(fault(&json!({ "aud": null })), TokenFault::MissingClaim("aud"));
    assert!(checked(&json!({ "aud": ["0oaother", "0oaclient"] })).is_ok());
}

#[test]
fn refuses_a_token_out_of_its_time() {
    let now = NOW.as_unix();

    assert_eq!(fault(&json!({ "iat": null })), TokenFault::MissingClaim("iat"));
    assert_eq!(fault(&json!({ "exp": null })), TokenFault::MissingClaim("exp"));
    assert!(matches!(fault(&json!({ "exp": "soon" })), TokenFault::MisshapenClaim { claim: "exp", .. }));
    assert!(matches!(fault(&json!({ "exp": now - 90 })), TokenFault::Expired { .. }));
    assert!(matches!(fault(&json!({ "iat": now + 91 })), TokenFault::FromTheFuture { claim: "iat", .. }));
    assert!(matches!(fault(&json!({ "nbf": now + 91 })), TokenFault::FromTheFuture { claim: "nbf", .. }));
}

#[test]
fn refuses_a_token_that_was_issued_long_ago_whatever_it_says_of_its_end() {
    let now = NOW.as_unix();
    let issued = |ago: u64| json!({ "iat": now - ago, "exp": now + 86_400 });

    assert!(matches!(fault(&issued(5 * 60 + 90)), TokenFault::Expired { .. }));
    let old = checked(&issued(5 * 60 + 89)).expect("accepted");
    assert_eq!(old.accepted_until, Timestamp::from_unix(now + 1));
}

#[test]
fn clocks_that_are_ninety_seconds_apart_do_no_harm() {
    let now = NOW.as_unix();

    for (iat, exp) in [(now + 90, now + 210), (now - 209, now - 89)] {
        assert!(checked(&json!({ "iat": iat, "exp": exp })).is_ok(), "{iat} {exp}");
    }
}

#[test]
fn refuses_a_token_without_the_event_of_a_logout() {
    assert_eq!(fault(&json!({ "events": null })), TokenFault::MissingClaim("events"));
    for events in [
        json!({}),
        json!([EVENT]),
        json!(EVENT),
        json!({ EVENT: null }),
        json!({ EVENT: true }),
        json!({ EVENT: [] }),
        json!({ "http://schemas.openid.net/event/backchannel-logout/": {} }),
        json!({ "https://schemas.openid.net/event/backchannel-logout": {} }),
    ] {
        let fault = fault(&json!({ "events": events }));
        assert!(matches!(fault, TokenFault::MisshapenClaim { claim: "events", .. }), "{events}");
    }
    assert!(checked(&json!({ "events": { EVENT: { "reason": "x" }, "https://org.example/event": {} } })).is_ok());
}

#[test]
fn refuses_a_token_with_a_nonce_whatever_is_in_it() {
    for nonce in ["the nonce", ""] {
        assert_eq!(fault(&json!({ "nonce": nonce })), TokenFault::ForbiddenClaim("nonce"));
    }
    let mut with_null = payload(&json!({}));
    with_null["nonce"] = Value::Null;
    let token = SigningKey::shared("one").sign(&with_null);
    assert_eq!(validated(&token).expect_err("refused"), TokenFault::ForbiddenClaim("nonce"));
}

#[test]
fn refuses_a_token_without_a_name_of_its_own() {
    assert_eq!(fault(&json!({ "jti": null })), TokenFault::MissingClaim("jti"));
    assert_eq!(fault(&json!({ "jti": "" })), TokenFault::MissingClaim("jti"));
    assert!(matches!(fault(&json!({ "jti": "x".repeat(513) })), TokenFault::MisshapenClaim { claim: "jti", .. }));
}

#[test]
fn refuses_every_signature_but_that_of_a_key_of_the_issuer() {
    let (key, body) = (SigningKey::shared("one"), payload(&json!({})).to_string());
    let unsigned = key.sign_as(&json!({ "alg": "none", "kid": "one" }).to_string(), &body);
    let symmetric = key.sign_as(&json!({ "alg": "HS256", "kid": "one" }).to_string(), &body);
    let without_signature =
        format!("{}.", key.sign_as(r#"{"alg":"RS256","kid":"one"}"#, &body).rsplit_once('.').expect("parts").0);
    let of_another = SigningKey::shared("two").sign_as(r#"{"alg":"RS256","kid":"one"}"#, &body);
    let unknown = SigningKey::shared("two").sign(&payload(&json!({})));

    assert!(matches!(validated(&unsigned), Err(TokenFault::Algorithm { .. })));
    assert!(matches!(validated(&symmetric), Err(TokenFault::Algorithm { .. })));
    assert_eq!(validated(&without_signature), Err(TokenFault::Signature));
    assert_eq!(validated(&of_another), Err(TokenFault::Signature));
    assert!(matches!(validated(&unknown), Err(TokenFault::UnknownKey { .. })));
    assert!(matches!(validated("a.b"), Err(TokenFault::Malformed(_))));
}

#[test]
fn takes_the_types_of_a_logout_token_and_no_other() {
    let of_type = |name: &str| {
        let header = json!({ "alg": "RS256", "kid": "one", "typ": name }).to_string();
        validated(&SigningKey::shared("one").sign_as(&header, &payload(&json!({})).to_string()))
    };

    for good in ["logout+jwt", "application/logout+jwt", "LOGOUT+JWT", "JWT"] {
        assert!(of_type(good).is_ok(), "{good}");
    }
    for other in ["at+jwt", "secevent+jwt", "id+jwt", ""] {
        assert!(matches!(of_type(other), Err(TokenFault::Type { .. })), "{other}");
    }
}

#[test]
fn an_id_token_signs_nobody_out_and_a_logout_token_signs_nobody_in() {
    let key = SigningKey::shared("one");
    let id_token = key.sign(&testing::id_token_claims(ISSUER, NOW, "an-access-token"));
    let typed = key.sign_as(r#"{"alg":"RS256","kid":"one","typ":"logout+jwt"}"#, &payload(&json!({})).to_string());

    assert!(validated(&id_token).is_err());
    for kind in [TokenKind::Id, TokenKind::Access] {
        assert!(matches!(UnverifiedJwt::parse(kind, &typed).expect_err("refused").fault, TokenFault::Type { .. }));
    }
}

#[test]
fn debug_names_nobody() {
    let shown = format!("{:?}", checked(&json!({})).expect("accepted"));

    assert!(!shown.contains("00uada") && !shown.contains("102abc"), "{shown}");
}
