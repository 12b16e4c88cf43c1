//! Keys, tokens and a registration for the tests of this room.

use std::sync::LazyLock;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};
use url::Url;

use super::registration::{ClientId, Registration, Scope};
use super::{AccessToken, ClientAuthentication, ClientSecret, IdentityClaims, Issuer, KeySet, id_token};
use crate::clock::Timestamp;

pub(super) const ISSUER: &str = "https://org.example/oauth2/default";
pub(super) const NOW: Timestamp = Timestamp::from_unix(1_700_000_000);

/// The client of the tests: confidential, at a custom authorization server.
pub(super) fn registration() -> Registration {
    registration_at(ISSUER)
}

pub(super) fn registration_at(issuer: &str) -> Registration {
    Registration {
        issuer: Issuer::parse(issuer).expect("an issuer"),
        client_id: ClientId::new("0oaclient"),
        client_authentication: ClientAuthentication::ClientSecretPost(ClientSecret::new("a-client-secret")),
        scopes: Scope::list("openid profile email offline_access"),
        audience: Some("api://default".to_owned()),
        introspect_every: None,
        dpop: false,
        redirect_uri: Url::parse("https://app.example/.gatehouse/callback").expect("a URL"),
    }
}

/// Ada, as an ID token describes her.
pub(super) fn identity() -> IdentityClaims {
    serde_json::from_value(json!({
        "sub": "00uada", "email": "ada@org.example", "email_verified": true,
        "preferred_username": "ada@org.example", "name": "Ada", "groups": [], "acr": null, "amr": ["pwd"],
        "auth_time": NOW.as_unix() - 10, "sid": null,
    }))
    .expect("claims")
}

/// Claims of a good ID token issued at `now` by `issuer` for `access_token`.
pub(super) fn id_token_claims(issuer: &str, now: Timestamp, access_token: &str) -> Value {
    json!({
        "ver": 1, "jti": "ID.1", "iss": issuer, "sub": "00uada", "aud": "0oaclient",
        "iat": now.as_unix(), "exp": now.as_unix() + 3600, "auth_time": now.as_unix() - 10,
        "amr": ["pwd"], "nonce": "the nonce", "at_hash": id_token::at_hash(&AccessToken::new(access_token)),
        "email": "ada@org.example", "email_verified": true, "preferred_username": "ada@org.example",
        "name": "Ada", "groups": ["Everyone", "Engineers"],
    })
}

/// Claims of a good access token issued at `now` by `issuer`.
pub(super) fn access_token_claims(issuer: &str, now: Timestamp) -> Value {
    json!({
        "ver": 1, "jti": "AT.1", "iss": issuer, "aud": "api://default", "sub": "ada@org.example",
        "iat": now.as_unix(), "exp": now.as_unix() + 3600, "cid": "0oaclient", "uid": "00uada",
        "scp": ["openid", "profile"], "auth_time": now.as_unix() - 10,
    })
}

/// `claims` with `changes` laid over; `null` takes a claim out.
pub(super) fn changed(mut claims: Value, changes: &Value) -> Value {
    let members: &mut Map<String, Value> = claims.as_object_mut().expect("an object");
    for (name, value) in changes.as_object().expect("an object") {
        match value {
            Value::Null => drop(members.remove(name)),
            value => drop(members.insert(name.clone(), value.clone())),
        }
    }
    claims
}

/// An RSA key of the authorization server.
pub(crate) struct SigningKey {
    name: &'static str,
    pair: RsaKeyPair,
}

impl SigningKey {
    /// One of two keys that all tests share; `name` is its `kid`.
    pub(crate) fn shared(name: &'static str) -> &'static Self {
        static ONE: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate("one"));
        static TWO: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate("two"));
        match name {
            "one" => &ONE,
            "two" => &TWO,
            other => panic!("there is no key {other}"),
        }
    }

    fn generate(name: &'static str) -> Self {
        Self { name, pair: RsaKeyPair::generate(KeySize::Rsa2048).expect("a key") }
    }

    /// The key as a key set has it.
    pub(crate) fn public(&self) -> Value {
        // PKCS#1 of a 2048 bit key: nine bytes of headers and sign, the modulus, and the exponent 65537.
        let modulus = &self.public_der()[9..265];
        json!({
            "kty": "RSA", "alg": "RS256", "use": "sig", "kid": self.name,
            "n": URL_SAFE_NO_PAD.encode(modulus), "e": "AQAB",
        })
    }

    pub(crate) fn public_der(&self) -> &[u8] {
        self.pair.public_key().as_ref()
    }

    /// A key set with this key alone.
    pub(super) fn key_set(&self) -> KeySet {
        KeySet::read(json!({ "keys": [self.public()] }).to_string().as_bytes()).expect("a key set")
    }

    /// Signs `claims` in the ordinary way.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.sign_as(&json!({ "alg": "RS256", "kid": self.name }).to_string(), &claims.to_string())
    }

    /// Signs whatever header and payload are given.
    pub(super) fn sign_as(&self, header: &str, payload: &str) -> String {
        let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
        let mut signature = vec![0; self.pair.public_modulus_len()];
        let random = SystemRandom::new();
        self.pair.sign(&RSA_PKCS1_SHA256, &random, signed.as_bytes(), &mut signature).expect("a signature");
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

mod org;
pub(super) use org::{Answer, Asked, Org};
