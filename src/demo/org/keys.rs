//! The org's signing keys: made at start, published as a JSON Web Key Set, rotated on request.

use std::sync::{Arc, OnceLock};

use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use aws_lc_rs::{error::Unspecified, hmac};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::wire::base64url;

/// An RSA key pair with its name.
pub(super) struct SigningKey {
    pub(super) kid: String,
    pair: Arc<KeyPair>,
}

/// The first two key pairs of the process, which every org in it begins with under names of its own: making them is
/// slow, tests start many orgs, and the keys protect nothing.
static FIRST_PAIRS: OnceLock<[Arc<KeyPair>; 2]> = OnceLock::new();

/// The keys of the org: those that sign, those still or already published, and one that nobody may know.
pub(super) struct KeyRing {
    current: SigningKey,
    /// Published, not signing: a predecessor or an announced successor.
    others: Vec<SigningKey>,
    /// Signs the org server's access tokens, whose contents are nobody's business.
    hidden: SigningKey,
    announced: Option<SigningKey>,
}

impl SigningKey {
    pub(super) fn generate() -> Result<Self, Unspecified> {
        Ok(Self::named(Arc::new(KeyPair::generate(KeySize::Rsa2048)?)))
    }

    fn named(pair: Arc<KeyPair>) -> Self {
        Self { kid: crate::random::token(), pair }
    }

    /// A JWS in compact form (RFC 7515 §7.1), signed with RS256.
    pub(super) fn sign(&self, claims: &Value) -> String {
        self.sign_as(&self.kid, claims)
    }

    /// As [`sign`](Self::sign), under a name of the caller's choice.
    pub(super) fn sign_as(&self, kid: &str, claims: &Value) -> String {
        let input = signing_input(&json!({ "kid": kid, "alg": "RS256" }), claims);
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), input.as_bytes(), &mut signature)
            .expect("a 2048-bit key signs any message with SHA-256");
        format!("{input}.{}", base64url(signature))
    }

    /// The attack of RFC 8725 §2.1: an HMAC whose key is the text of the public key.
    pub(super) fn sign_with_public_key_as_secret(&self, claims: &Value) -> String {
        let input = signing_input(&json!({ "kid": self.kid, "alg": "HS256" }), claims);
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.public_pem().as_bytes());
        format!("{input}.{}", base64url(hmac::sign(&key, input.as_bytes())))
    }

    fn public_pem(&self) -> String {
        let der: Option<PublicKeyX509Der<'_>> = self.pair.public_key().as_der().ok();
        let body = STANDARD.encode(der.map(|der| der.as_ref().to_vec()).unwrap_or_default());
        let lines: Vec<&str> = (0..body.len()).step_by(64).map(|at| &body[at..body.len().min(at + 64)]).collect();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", lines.join("\n"))
    }

    /// The public half as a JSON Web Key (RFC 7517 §4, RFC 7518 §6.3.1).
    fn jwk(&self) -> Value {
        let [modulus, exponent] = integers(self.pair.public_key().as_ref());
        json!({
            "kty": "RSA", "alg": "RS256", "use": "sig", "kid": self.kid,
            "e": base64url(exponent), "n": base64url(modulus),
        })
    }
}

impl KeyRing {
    pub(super) fn new() -> Result<Self, Unspecified> {
        let [current, hidden] = first_pairs()?.map(SigningKey::named);
        Ok(Self { current, others: Vec::new(), hidden, announced: None })
    }

    pub(super) fn current(&self) -> &SigningKey {
        &self.current
    }

    pub(super) fn hidden(&self) -> &SigningKey {
        &self.hidden
    }

    /// Publishes the key that the next rotation will sign with.
    pub(super) fn announce(&mut self) -> Result<(), Unspecified> {
        if self.announced.is_none() {
            self.announced = Some(SigningKey::generate()?);
        }
        Ok(())
    }

    /// Signs with a new key from now on; the old one stays published, for its tokens live on.
    pub(super) fn rotate(&mut self) -> Result<(), Unspecified> {
        let next = self.announced.take().map_or_else(SigningKey::generate, Ok)?;
        self.others.insert(0, std::mem::replace(&mut self.current, next));
        self.others.truncate(2);
        Ok(())
    }

    /// Stops publishing every key but the current one, as after a leak.
    pub(super) fn withdraw_old(&mut self) {
        self.others.clear();
    }

    /// The key set; the order says nothing about which key signs.
    pub(super) fn key_set(&self) -> Value {
        let published = self.announced.iter().chain(&self.others).chain([&self.current]);
        json!({ "keys": published.map(SigningKey::jwk).collect::<Vec<_>>() })
    }

    /// The claims of a token that one of the published keys signed.
    pub(super) fn verified_claims(&self, token: &str) -> Option<Value> {
        use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};

        let (input, signature) = token.rsplit_once('.')?;
        let (_, payload) = input.split_once('.')?;
        let signature = super::wire::from_base64url(signature)?;
        self.others
            .iter()
            .chain([&self.current])
            .any(|key| {
                let public = key.pair.public_key().as_ref();
                UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public).verify(input.as_bytes(), &signature).is_ok()
            })
            .then(|| serde_json::from_slice(&super::wire::from_base64url(payload)?).ok())?
    }
}

fn first_pairs() -> Result<[Arc<KeyPair>; 2], Unspecified> {
    if let Some(pairs) = FIRST_PAIRS.get() {
        return Ok(pairs.clone());
    }
    let generate = || KeyPair::generate(KeySize::Rsa2048).map(Arc::new);
    // One thread a key: between them they decide how soon the demo is ready.
    let (one, other) = std::thread::scope(|scope| {
        let other = scope.spawn(generate);
        (generate(), other.join().unwrap_or(Err(Unspecified)))
    });
    let pairs = [one?, other?];
    Ok(FIRST_PAIRS.get_or_init(|| pairs).clone())
}

/// An unsigned token (RFC 7519 §6), which nobody may accept.
pub(super) fn unsigned(claims: &Value) -> String {
    format!("{}.", signing_input(&json!({ "alg": "none" }), claims))
}

fn signing_input(header: &Value, claims: &Value) -> String {
    format!("{}.{}", base64url(header.to_string()), base64url(claims.to_string()))
}

/// Modulus and exponent of an `RSAPublicKey` (RFC 8017 A.1.1): a DER sequence of two integers.
fn integers(der: &[u8]) -> [&[u8]; 2] {
    let mut rest = contents(der).0;
    [(); 2].map(|()| {
        let (value, after) = contents(rest);
        rest = after;
        // DER puts a zero before a first bit that would read as a sign; a JWK has none (RFC 7518 §2).
        value.strip_prefix(&[0]).unwrap_or(value)
    })
}

/// The contents of the first DER element, and what follows it.
fn contents(der: &[u8]) -> (&[u8], &[u8]) {
    let (length, at) = match der.get(1) {
        Some(long @ 0x81..=0x84) => {
            let at = 2 + usize::from(long & 0x7f);
            (der[2..at].iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), at)
        }
        Some(short) => (usize::from(*short), 2),
        None => return (&[], &[]),
    };
    der[at..].split_at(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::org::wire::from_base64url;

    #[test]
    fn the_published_key_is_a_2048_bit_modulus_with_the_usual_exponent() {
        let key = SigningKey::generate().expect("a key");

        let jwk = key.jwk();

        assert_eq!(jwk["e"], "AQAB");
        assert_eq!(from_base64url(jwk["n"].as_str().expect("text")).expect("base64url").len(), 256);
    }

    #[test]
    fn a_rotation_signs_with_another_key_and_still_publishes_the_old_one() {
        let mut ring = KeyRing::new().expect("keys");
        let old = ring.current().sign(&json!({ "sub": "someone" }));
        let old_kid = ring.current().kid.clone();

        ring.rotate().expect("a key");

        assert_ne!(ring.current().kid, old_kid);
        assert_eq!(ring.key_set()["keys"].as_array().map(Vec::len), Some(2));
        assert!(ring.verified_claims(&old).is_some());
    }

    #[test]
    fn the_hidden_key_is_published_nowhere() {
        let ring = KeyRing::new().expect("keys");

        let token = ring.hidden().sign(&json!({ "sub": "someone" }));

        assert!(ring.verified_claims(&token).is_none());
        assert!(!ring.key_set().to_string().contains(&ring.hidden().kid));
    }
}
