//! A signed statement of the client's about itself (RFC 7523 §3): how `client_secret_jwt` and `private_key_jwt` prove.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};

use super::ClientSecret;
use super::endpoint::Endpoint;
use super::registration::ClientId;
use crate::clock::Timestamp;
use crate::private_key::PrivateKey;

/// `client_assertion_type` (RFC 7523 §2.2).
pub(super) const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// How long a statement is good for: Okta allows an hour, and two clocks may be a minute or two apart.
const LIFETIME: Duration = Duration::from_secs(5 * 60);

/// A statement signed with the client's private key.
pub(super) fn with_key(client_id: &ClientId, key: &PrivateKey, endpoint: &Endpoint, now: Timestamp) -> String {
    let signed = to_be_signed(header(key.algorithm(), key.key_id()), claims(client_id, endpoint, now));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// A statement signed with the client's secret (HS256).
pub(super) fn with_secret(client_id: &ClientId, secret: &ClientSecret, endpoint: &Endpoint, now: Timestamp) -> String {
    let signed = to_be_signed(header("HS256", None), claims(client_id, endpoint, now));
    let key = EncodingKey::from_secret(secret.expose().as_bytes());
    let signature = jsonwebtoken::crypto::sign(signed.as_bytes(), &key, Algorithm::HS256)
        .expect("HMAC signs any message with any secret");
    format!("{signed}.{signature}")
}

fn header(algorithm: &str, key_id: Option<&str>) -> Value {
    let mut header = json!({ "alg": algorithm, "typ": "JWT" });
    if let Some(key_id) = key_id {
        header["kid"] = key_id.into();
    }
    header
}

/// Okta compares `aud` with the very endpoint that is called, and takes each `jti` once. There is no `iat`: where the
/// server's clock is a little behind ours it would lie ahead, and nobody needs it.
fn claims(client_id: &ClientId, endpoint: &Endpoint, now: Timestamp) -> Value {
    json!({
        "iss": client_id.as_str(),
        "sub": client_id.as_str(),
        "aud": endpoint.url().as_str(),
        "exp": now.plus(LIFETIME).as_unix(),
        "jti": crate::random::token(),
    })
}

/// The signing input of a JWS (RFC 7515 §5.1).
#[expect(clippy::needless_pass_by_value, reason = "both are made for this one call")]
fn to_be_signed(header: Value, claims: Value) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{self, NOW};
    use super::*;

    fn part(assertion: &str, index: usize) -> Value {
        let part = assertion.split('.').nth(index).expect("three parts");
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64url")).expect("JSON")
    }

    fn signed(key: &PrivateKey) -> String {
        let registration = testing::registration();
        with_key(&registration.client_id, key, registration.issuer.interact_endpoint(), NOW)
    }

    #[test]
    fn says_who_it_is_for_this_endpoint_for_minutes_and_once() {
        let (key, _) = PrivateKey::generate();

        let (one, other) = (signed(&key), signed(&key));

        let claims = part(&one, 1);
        assert_eq!((&claims["iss"], &claims["sub"]), (&json!("0oaclient"), &json!("0oaclient")));
        assert_eq!(claims["aud"], "https://org.example/oauth2/default/v1/interact");
        assert_eq!(claims["exp"], NOW.as_unix() + 300);
        assert!(claims.get("iat").is_none() && claims.get("nbf").is_none());
        assert_ne!(claims["jti"], part(&other, 1)["jti"]);
    }

    #[test]
    fn the_header_has_the_keys_algorithm_and_its_name_where_it_has_one() {
        let (key, _) = PrivateKey::generate();

        assert_eq!(part(&signed(&key), 0), json!({ "alg": "ES256", "typ": "JWT" }));
        assert_eq!(part(&signed(&key.named("one")), 0), json!({ "alg": "ES256", "typ": "JWT", "kid": "one" }));
    }

    #[test]
    fn a_secret_signs_with_hmac_and_sha_256() {
        let registration = testing::registration();
        let secret = ClientSecret::new("a-client-secret-of-at-least-32-characters");
        let endpoint = registration.issuer.interact_endpoint();

        let assertion = with_secret(&registration.client_id, &secret, endpoint, NOW);

        let (signed, signature) = assertion.rsplit_once('.').expect("three parts");
        let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, secret.expose().as_bytes());
        let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64url");
        assert!(aws_lc_rs::hmac::verify(&key, signed.as_bytes(), &signature).is_ok());
        assert_eq!(part(&assertion, 0)["alg"], "HS256");
    }
}
