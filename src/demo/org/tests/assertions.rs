//! Clients that sign: what the org takes, and everything that it refuses in Okta's words.

use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};

use super::*;

const SIGNS_WITH_SECRET: &str = "secret-jwt-only";
const SIGNS_WITH_KEY: &str = "private-key-jwt-only";
const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const INTERACT: &str = "/oauth2/default/v1/interact";

pub(super) struct Key(EcdsaKeyPair);

impl Key {
    pub(super) fn new() -> Self {
        Self(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key"))
    }

    pub(super) fn public(&self, kid: &str) -> Value {
        let (x, y) = self.0.public_key().as_ref()[1..].split_at(32);
        json!({ "kty": "EC", "crv": "P-256", "kid": kid, "x": base64url(x), "y": base64url(y) })
    }

    pub(super) fn sign(&self, header: &Value, claims: &Value) -> String {
        let signed = format!("{}.{}", base64url(header.to_string()), base64url(claims.to_string()));
        let signature = self.0.sign(&SystemRandom::new(), signed.as_bytes()).expect("a signature");
        format!("{signed}.{}", base64url(signature.as_ref()))
    }
}

pub(super) fn now() -> u64 {
    crate::clock::Clock::system().now().as_unix()
}

/// The claims of a good statement with some of them changed or (`null`) left out.
fn claims(client: &str, changes: &Value) -> Value {
    let mut claims = json!({
        "iss": client, "sub": client, "aud": format!("{BASE}{INTERACT}"), "exp": now() + 300,
        "jti": crate::random::token(),
    });
    for (name, value) in changes.as_object().expect("an object") {
        claims[name] = value.clone();
    }
    claims.as_object_mut().expect("an object").retain(|_, value| !value.is_null());
    claims
}

async fn interact(org: &Org, client: &str, assertion: &str, more: &[(&'static str, &str)]) -> Answer {
    let challenge = challenge();
    let fixed = changed(interact_parameters(), &[("client_id", ""), ("client_secret", ""), ("code_challenge", "")]);
    let mut parameters: Vec<(&str, &str)> = fixed;
    parameters.extend([("client_id", client), ("code_challenge", &*challenge)]);
    parameters.extend([("client_assertion_type", TYPE), ("client_assertion", assertion)]);
    parameters.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    parameters.extend(more.iter().filter(|(_, value)| !value.is_empty()));
    post_form(org, INTERACT, &parameters).await
}

/// The outcome and its words.
fn words(answer: &Answer) -> (u16, &str) {
    (answer.status.as_u16(), answer.body["error_description"].as_str().unwrap_or("none"))
}

#[tokio::test]
async fn a_statement_signed_with_a_registered_key_is_believed_once() {
    let (org, key) = (org(), Key::new());
    org.register_public_key(SIGNS_WITH_KEY, key.public("one"));
    let assertion = key.sign(&json!({ "alg": "ES256", "kid": "one" }), &claims(SIGNS_WITH_KEY, &json!({})));

    let first = interact(&org, SIGNS_WITH_KEY, &assertion, &[]).await;
    let second = interact(&org, SIGNS_WITH_KEY, &assertion, &[]).await;

    assert_eq!(first.status, 200, "{}", first.body);
    assert_eq!(second.refusal(), (401, "invalid_client"));
    assert_eq!(words(&second).1, "The client_assertion token has already been used.");
}

#[tokio::test]
async fn a_client_with_one_key_need_not_name_it_and_one_with_two_must() {
    let (org, key, other) = (org(), Key::new(), Key::new());
    org.register_public_key(SIGNS_WITH_KEY, key.public("one"));
    let unnamed = || key.sign(&json!({ "alg": "ES256" }), &claims(SIGNS_WITH_KEY, &json!({})));
    assert_eq!(interact(&org, SIGNS_WITH_KEY, &unnamed(), &[]).await.status, 200);

    org.register_public_key(SIGNS_WITH_KEY, other.public("two"));
    let answer = interact(&org, SIGNS_WITH_KEY, &unnamed(), &[]).await;

    assert_eq!(words(&answer), (401, "The client_assertion JWT kid is invalid."));
}

#[tokio::test]
async fn what_a_statement_must_not_say_is_refused_with_a_reason() {
    let (org, key) = (org(), Key::new());
    org.register_public_key(SIGNS_WITH_KEY, key.public("one"));
    let subject = "The issuer and subject claims for client_assertion must be the client_id.";
    let audience = "The audience claim for client_assertion must be the endpoint invoked for the request.";
    let cases = [
        (json!({ "iss": CONFIDENTIAL }), subject),
        (json!({ "sub": CONFIDENTIAL }), subject),
        (json!({ "aud": null }), audience),
        (json!({ "aud": format!("{BASE}/oauth2/default/v1/token") }), audience),
        (json!({ "aud": format!("{BASE}/oauth2/default") }), audience),
        (json!({ "exp": null }), "The client_assertion token is expired."),
        (json!({ "exp": now() - 1 }), "The client_assertion token is expired."),
        (json!({ "exp": now() + 3700 }), "The client_assertion token expires more than one hour from now."),
        (json!({ "iat": now() + 600 }), "The client_assertion token was issued in the future."),
    ];

    for (changes, reason) in cases {
        let assertion = key.sign(&json!({ "alg": "ES256", "kid": "one" }), &claims(SIGNS_WITH_KEY, &changes));
        let answer = interact(&org, SIGNS_WITH_KEY, &assertion, &[]).await;
        assert_eq!(words(&answer), (401, reason), "{changes}");
    }
}

#[tokio::test]
async fn a_statement_that_another_key_or_none_signed_is_refused() {
    let (org, key, stranger) = (org(), Key::new(), Key::new());
    org.register_public_key(SIGNS_WITH_KEY, key.public("one"));
    let claims = claims(SIGNS_WITH_KEY, &json!({}));
    let unsigned = format!("{}.{}.", base64url(r#"{"alg":"none"}"#), base64url(claims.to_string()));
    let signature = "The client_assertion signature is invalid.";
    let cases = [
        (stranger.sign(&json!({ "alg": "ES256", "kid": "one" }), &claims), signature),
        (key.sign(&json!({ "alg": "RS256", "kid": "one" }), &claims), signature),
        (key.sign(&json!({ "alg": "HS256", "kid": "one" }), &claims), signature),
        (unsigned, signature),
        (key.sign(&json!({ "alg": "ES256", "kid": "two" }), &claims), "The client_assertion JWT kid is invalid."),
        ("nonsense".to_owned(), "The client_assertion is not a valid JWT."),
    ];

    for (assertion, reason) in cases {
        assert_eq!(words(&interact(&org, SIGNS_WITH_KEY, &assertion, &[]).await), (401, reason), "{assertion}");
    }
}

#[tokio::test]
async fn a_secret_signs_for_the_client_that_is_registered_so() {
    let org = org();
    let sign = |client: &str, secret: &str| {
        let claims = claims(client, &json!({}));
        let signed = format!("{}.{}", base64url(r#"{"alg":"HS256"}"#), base64url(claims.to_string()));
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()), signed.as_bytes());
        format!("{signed}.{}", base64url(tag.as_ref()))
    };

    let good = interact(&org, SIGNS_WITH_SECRET, &sign(SIGNS_WITH_SECRET, SECRET), &[]).await;
    let wrong = interact(&org, SIGNS_WITH_SECRET, &sign(SIGNS_WITH_SECRET, "another"), &[]).await;
    let otherwise = interact(&org, CONFIDENTIAL, &sign(CONFIDENTIAL, SECRET), &[]).await;

    assert_eq!(good.status, 200, "{}", good.body);
    assert_eq!(words(&wrong), (401, "The client_assertion signature is invalid."));
    assert_eq!(otherwise.refusal(), (401, "invalid_client"));
}

#[tokio::test]
async fn a_client_that_signs_proves_itself_in_no_other_way_and_in_one_way_only() {
    let (org, key) = (org(), Key::new());
    org.register_public_key(SIGNS_WITH_KEY, key.public("one"));
    let sign = || key.sign(&json!({ "alg": "ES256" }), &claims(SIGNS_WITH_KEY, &json!({})));

    let both = interact(&org, SIGNS_WITH_KEY, &sign(), &[("client_secret", SECRET)]).await;
    let of_another_type = interact(&org, SIGNS_WITH_KEY, &sign(), &[("client_assertion_type", "jwt")]).await;
    let by_secret = changed(interact_parameters(), &[("client_id", SIGNS_WITH_SECRET)]);
    let by_secret = post_form(&org, INTERACT, &by_secret).await;
    let nameless = interact(&org, SIGNS_WITH_KEY, &sign(), &[("client_id", "")]).await;

    assert_eq!(both.refusal(), (400, "invalid_request"));
    assert_eq!(words(&of_another_type), (401, "The client_assertion_type is invalid."));
    assert_eq!(by_secret.refusal(), (401, "invalid_client"));
    assert_eq!(nameless.status, 200, "the statement names the client: {}", nameless.body);
}
