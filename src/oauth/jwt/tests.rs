use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::json;
use sha2::Sha256;

use super::super::testing::{NOW, SigningKey};
use super::*;

fn verify(token: &str) -> Result<Claims, TokenFault> {
    let keys = SigningKey::shared("one").key_set();
    UnverifiedJwt::parse(TokenKind::Access, token).and_then(|token| token.verify(&keys)).map_err(|error| error.fault)
}

fn with_header(header: &str) -> Result<Claims, TokenFault> {
    verify(&SigningKey::shared("one").sign_as(header, r#"{"exp":1}"#))
}

fn with_payload(payload: &str) -> Result<Claims, TokenFault> {
    verify(&SigningKey::shared("one").sign_as(r#"{"alg":"RS256","kid":"one"}"#, payload))
}

fn fault(outcome: Result<Claims, TokenFault>) -> TokenFault {
    outcome.expect_err("refused")
}

#[test]
fn accepts_a_token_signed_with_a_key_of_the_set() {
    let claims = with_payload(r#"{"sub":"00uada"}"#).expect("verified");

    assert_eq!(claims.required_text("sub"), Ok("00uada"));
}

#[test]
fn refuses_every_algorithm_but_rs256() {
    for algorithm in ["none", "None", "NONE", "HS256", "ES256", "RS384", "RS512", "PS256", "rs256", "RS256 ", ""] {
        let header = json!({ "alg": algorithm, "kid": "one" }).to_string();
        assert!(matches!(fault(with_header(&header)), TokenFault::Algorithm { .. }), "{algorithm}");
    }
    for header in [r#"{"kid":"one"}"#, r#"{"alg":null,"kid":"one"}"#, r#"{"alg":["RS256"],"kid":"one"}"#] {
        assert!(matches!(fault(with_header(header)), TokenFault::Algorithm { .. }), "{header}");
    }
}

#[test]
fn refuses_an_unsigned_token() {
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let none = format!("{}.{}.", encode(r#"{"alg":"none","kid":"one"}"#), encode(r#"{"sub":"00uada"}"#));
    let stripped = format!("{}.{}.", encode(r#"{"alg":"RS256","kid":"one"}"#), encode(r#"{"sub":"00uada"}"#));

    assert_eq!(fault(verify(&none)), TokenFault::Algorithm { found: "none".to_owned() });
    assert_eq!(fault(verify(&stripped)), TokenFault::Signature);
}

#[test]
fn refuses_hs256_keyed_with_the_public_key() {
    let public = SigningKey::shared("one").public_der();
    let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    for header in [r#"{"alg":"HS256","kid":"one"}"#, r#"{"alg":"RS256","kid":"one"}"#] {
        let signed = format!("{}.{}", encode(header.as_bytes()), encode(br#"{"sub":"00uada"}"#));
        let mut mac = Hmac::<Sha256>::new_from_slice(public).expect("a key of any length");
        mac.update(signed.as_bytes());
        let token = format!("{signed}.{}", encode(&mac.finalize().into_bytes()));

        assert!(matches!(fault(verify(&token)), TokenFault::Algorithm { .. } | TokenFault::Signature), "{header}");
    }
}

#[test]
fn refuses_a_changed_payload_and_another_keys_signature() {
    let good = SigningKey::shared("one").sign(&json!({ "sub": "00uada" }));
    let (header, signature) = (good.split('.').next().expect("a part"), good.rsplit('.').next().expect("a part"));
    let changed = format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(r#"{"sub":"00ubob"}"#));
    let of_another = SigningKey::shared("two").sign_as(r#"{"alg":"RS256","kid":"one"}"#, r#"{"sub":"00uada"}"#);

    assert_eq!(fault(verify(&changed)), TokenFault::Signature);
    assert_eq!(fault(verify(&of_another)), TokenFault::Signature);
}

#[test]
fn reads_no_key_from_a_header() {
    let other = SigningKey::shared("two");
    let header = json!({
        "alg": "RS256", "kid": "two", "jwk": other.public(), "jku": "https://evil.test/keys",
        "x5u": "https://evil.test/chain", "x5c": ["MIIB"],
    });

    let outcome = verify(&other.sign_as(&header.to_string(), r#"{"sub":"00uada"}"#));

    assert_eq!(fault(outcome), TokenFault::UnknownKey { key_id: "two".to_owned() });
}

#[test]
fn refuses_a_token_that_names_no_key_or_one_that_is_not_there() {
    for header in [r#"{"alg":"RS256"}"#, r#"{"alg":"RS256","kid":""}"#, r#"{"alg":"RS256","kid":1}"#] {
        assert_eq!(fault(with_header(header)), TokenFault::NoKeyId, "{header}");
    }
    for key_id in ["../../dev/null", "one' OR '1'='1", "ONE", "one\u{0}"] {
        let header = json!({ "alg": "RS256", "kid": key_id }).to_string();
        assert!(matches!(fault(with_header(&header)), TokenFault::UnknownKey { .. }), "{key_id}");
    }
}

#[test]
fn refuses_critical_header_parameters_and_unencoded_payloads() {
    let headers = [
        r#"{"alg":"RS256","kid":"one","crit":["exp"],"exp":1}"#,
        r#"{"alg":"RS256","kid":"one","crit":[]}"#,
        r#"{"alg":"RS256","kid":"one","crit":["b64"],"b64":false}"#,
        r#"{"alg":"RS256","kid":"one","b64":false}"#,
    ];

    for header in headers {
        assert_eq!(fault(with_header(header)), TokenFault::CriticalHeader, "{header}");
    }
}

#[test]
fn refuses_a_token_declared_to_be_of_another_kind() {
    assert!(with_header(r#"{"alg":"RS256","kid":"one","typ":"at+jwt"}"#).is_ok());
    assert!(with_header(r#"{"alg":"RS256","kid":"one","typ":"JWT"}"#).is_ok());
    for header in [
        r#"{"alg":"RS256","kid":"one","typ":"logout+jwt"}"#,
        r#"{"alg":"RS256","kid":"one","typ":"dpop+jwt"}"#,
        r#"{"alg":"RS256","kid":"one","typ":7}"#,
    ] {
        assert!(matches!(fault(with_header(header)), TokenFault::Type { .. }), "{header}");
    }
    let access = SigningKey::shared("one").sign_as(r#"{"alg":"RS256","kid":"one","typ":"at+jwt"}"#, "{}");
    assert!(UnverifiedJwt::parse(TokenKind::Id, &access).is_err());
}

#[test]
fn refuses_duplicate_members_in_header_and_payload() {
    assert!(matches!(fault(with_header(r#"{"alg":"none","alg":"RS256","kid":"one"}"#)), TokenFault::Malformed(_)));
    assert!(matches!(fault(with_payload(r#"{"exp":1,"sub":"a","exp":9999999999}"#)), TokenFault::Malformed(_)));
}

#[test]
fn refuses_what_is_not_a_compact_jws() {
    let good = SigningKey::shared("one").sign(&json!({}));
    let malformed = [
        String::new(),
        "..".to_owned(),
        "opaque-token".to_owned(),
        format!("{good}."),
        format!(" {good}"),
        format!("{good}\n"),
        good.replacen('.', "=.", 1),
        good.replace('.', ".."),
        format!("{}.{}", good, "x".repeat(LONGEST)),
    ];

    for token in malformed {
        let fault = fault(verify(&token));
        assert!(
            matches!(fault, TokenFault::Malformed(_) | TokenFault::Signature | TokenFault::Algorithm { .. }),
            "{fault}"
        );
    }
}

#[test]
fn no_part_and_no_flipped_bit_of_a_good_token_passes() {
    let good = SigningKey::shared("one").sign(&json!({ "sub": "00uada" }));
    for end in 0..good.len() {
        assert!(verify(&good[..end]).is_err(), "the first {end} bytes");
    }
    for position in 0..good.len() {
        let mut bytes = good.clone().into_bytes();
        bytes[position] ^= 1;
        let Ok(flipped) = String::from_utf8(bytes) else { continue };
        assert!(verify(&flipped).is_err(), "bit flipped at {position}");
    }
}

#[test]
fn a_time_is_a_whole_number_of_seconds_or_nothing() {
    let time = |value: &str| with_payload(&format!(r#"{{"exp":{value}}}"#)).expect("verified").time("exp");

    assert_eq!(time("1700000000"), Ok(Some(Timestamp::from_unix(1_700_000_000))));
    assert_eq!(time("1.7e9"), Ok(Some(Timestamp::from_unix(1_700_000_000))));
    for value in ["1e300", "-1", "1700000000.5", "\"1700000000\"", "null", "true", "[]", "18446744073709551615"] {
        let error = time(value).expect_err("refused");
        assert!(matches!(error.fault, TokenFault::MisshapenClaim { claim: "exp", .. }), "{value}");
    }
    assert!(matches!(fault(with_payload(r#"{"exp":1e999}"#)), TokenFault::Malformed(_)));
}

#[test]
fn clocks_may_be_two_minutes_apart_and_no_more() {
    let valid = |claims: Value| {
        with_payload(&claims.to_string()).expect("verified").require_valid_at(NOW).map_err(|error| error.fault)
    };
    let now = NOW.as_unix();

    assert!(valid(json!({ "exp": now - 119 })).is_ok());
    assert!(matches!(valid(json!({ "exp": now - 120 })), Err(TokenFault::Expired { .. })));
    for claim in ["nbf", "iat"] {
        assert!(valid(json!({ "exp": now + 120, claim: now + 120 })).is_ok());
        assert!(matches!(valid(json!({ "exp": now + 900, claim: now + 121 })), Err(TokenFault::FromTheFuture { .. })));
    }
    assert_eq!(valid(json!({ "nbf": now })), Err(TokenFault::MissingClaim("exp")));
}

#[test]
fn debug_shows_neither_a_token_nor_what_it_says() {
    let token = SigningKey::shared("one").sign_as(r#"{"alg":"RS256","kid":"one"}"#, r#"{"nonce":"s3cret"}"#);

    let unverified = UnverifiedJwt::parse(TokenKind::Id, &token).expect("a token");
    let claims = with_payload(r#"{"nonce":"s3cret"}"#).expect("verified");

    let (shown, said) = (format!("{unverified:?}"), format!("{claims:?}"));
    assert!(token.split('.').all(|part| !shown.contains(part)), "{shown}");
    assert!(said.contains("nonce") && !said.contains("s3cret"), "{said}");
}
