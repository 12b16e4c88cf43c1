//! Signed statements of clients (RFC 7515 in compact form), read and verified with keys the clients registered.

use aws_lc_rs::hmac;
use aws_lc_rs::rsa::PublicKeyComponents;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ECDSA_P521_SHA512_FIXED, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RsaParameters, UnparsedPublicKey, VerificationAlgorithm,
};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::wire::{base64url, from_base64url};

/// A statement whose signature nobody has looked at yet.
pub(super) struct Statement {
    header: Map<String, Value>,
    claims: Map<String, Value>,
    signed: String,
    signature: Vec<u8>,
}

impl Statement {
    pub(super) fn read(text: &str) -> Option<Self> {
        let [header, claims, signature] = text.split('.').collect::<Vec<_>>()[..] else { return None };
        let object = |part: &str| serde_json::from_slice(&from_base64url(part)?).ok();
        Some(Self {
            header: object(header)?,
            claims: object(claims)?,
            signed: format!("{header}.{claims}"),
            signature: from_base64url(signature)?,
        })
    }

    pub(super) fn header(&self, name: &str) -> Option<&Value> {
        self.header.get(name)
    }

    /// A member of the header that is text.
    pub(super) fn header_text(&self, name: &str) -> Option<&str> {
        self.header.get(name)?.as_str()
    }

    /// A claim that is text.
    pub(super) fn text(&self, claim: &str) -> Option<&str> {
        self.claims.get(claim)?.as_str()
    }

    /// A claim that is a time.
    pub(super) fn time(&self, claim: &str) -> Option<u64> {
        self.claims.get(claim)?.as_u64()
    }

    pub(super) fn has(&self, claim: &str) -> bool {
        self.claims.contains_key(claim)
    }

    /// Whether the key signed this with the algorithm that the header names and that the key is for.
    pub(super) fn is_signed_by(&self, key: &Value) -> bool {
        let Some(algorithm) = self.header_text("alg") else { return false };
        if key.get("alg").and_then(Value::as_str).is_some_and(|registered| registered != algorithm) {
            return false;
        }
        match key["kty"].as_str() {
            Some("RSA") => self.is_signed_by_rsa(key, algorithm),
            Some("EC") => self.is_signed_by_curve(key, algorithm),
            _ => false,
        }
    }

    fn is_signed_by_rsa(&self, key: &Value, algorithm: &str) -> bool {
        let parameters: &RsaParameters = match algorithm {
            "RS256" => &RSA_PKCS1_2048_8192_SHA256,
            "RS384" => &RSA_PKCS1_2048_8192_SHA384,
            "RS512" => &RSA_PKCS1_2048_8192_SHA512,
            _ => return false,
        };
        let (Some(n), Some(e)) = (number(key, "n"), number(key, "e")) else { return false };
        PublicKeyComponents { n, e }.verify(parameters, self.signed.as_bytes(), &self.signature).is_ok()
    }

    fn is_signed_by_curve(&self, key: &Value, algorithm: &str) -> bool {
        let parameters: &'static dyn VerificationAlgorithm = match (algorithm, key["crv"].as_str()) {
            ("ES256", Some("P-256")) => &ECDSA_P256_SHA256_FIXED,
            ("ES384", Some("P-384")) => &ECDSA_P384_SHA384_FIXED,
            ("ES512", Some("P-521")) => &ECDSA_P521_SHA512_FIXED,
            _ => return false,
        };
        let (Some(x), Some(y)) = (number(key, "x"), number(key, "y")) else { return false };
        let point = [vec![4], x, y].concat();
        UnparsedPublicKey::new(parameters, point).verify(self.signed.as_bytes(), &self.signature).is_ok()
    }

    /// Whether somebody who knows the secret signed this.
    pub(super) fn is_signed_with(&self, secret: &str) -> bool {
        let algorithm = match self.header_text("alg") {
            Some("HS256") => hmac::HMAC_SHA256,
            Some("HS384") => hmac::HMAC_SHA384,
            Some("HS512") => hmac::HMAC_SHA512,
            _ => return false,
        };
        let key = hmac::Key::new(algorithm, secret.as_bytes());
        hmac::verify(&key, self.signed.as_bytes(), &self.signature).is_ok()
    }
}

/// The thumbprint of a public key (RFC 7638 §3): a hash of its required members, in their order.
pub(super) fn thumbprint(key: &Value) -> Option<String> {
    let canonical = match key["kty"].as_str()? {
        "EC" => json!({ "crv": key["crv"], "kty": "EC", "x": key["x"], "y": key["y"] }),
        "RSA" => json!({ "e": key["e"], "kty": "RSA", "n": key["n"] }),
        _ => return None,
    };
    Some(base64url(Sha256::digest(canonical.to_string().as_bytes())))
}

fn number(key: &Value, name: &str) -> Option<Vec<u8>> {
    from_base64url(key.get(name)?.as_str()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thumbprint_is_that_of_rfc_7638_section_3_1() {
        let key = json!({
            "kty": "RSA", "e": "AQAB", "alg": "RS256", "kid": "2011-04-29",
            "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV\
                  4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d\
                  0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-\
                  csFCur-kEgU8awapJzKnqDKgw",
        });

        assert_eq!(thumbprint(&key).as_deref(), Some("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
    }
}
