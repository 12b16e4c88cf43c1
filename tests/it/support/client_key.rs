//! A key pair of a client's: the private half in a file, the public half for the org.

use std::path::{Path, PathBuf};

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

/// The pair; its file ends with this value.
pub(crate) struct ClientKey {
    place: tempfile::TempDir,
    /// The public half, as the org registers it.
    pub(crate) public: Value,
}

impl ClientKey {
    /// RSA with 2048 bits.
    pub(crate) fn rsa() -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
        let der: Pkcs8V1Der<'_> = pair.as_der().expect("PKCS #8");
        // PKCS #1 of a 2048 bit key: nine bytes of headers and sign, the modulus, and the exponent 65537.
        let modulus = URL_SAFE_NO_PAD.encode(&pair.public_key().as_ref()[9..265]);
        Self::of(der.as_ref(), json!({ "kty": "RSA", "kid": "of-rsa", "use": "sig", "n": modulus, "e": "AQAB" }))
    }

    /// The curve P-256.
    pub(crate) fn curve() -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("a key");
        let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
        let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
        let public = json!({ "kty": "EC", "crv": "P-256", "kid": "of-a-curve", "use": "sig", "x": x, "y": y });
        Self::of(pair.to_pkcs8v1().expect("PKCS #8").as_ref(), public)
    }

    fn of(pkcs8: &[u8], public: Value) -> Self {
        let place = tempfile::tempdir().expect("a temporary directory");
        let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(pkcs8));
        std::fs::write(place.path().join("key.pem"), pem).expect("a file");
        Self { place, public }
    }

    /// Where the private half is.
    pub(crate) fn file(&self) -> PathBuf {
        Path::new(self.place.path()).join("key.pem")
    }

    /// The lines of a configuration that name it.
    pub(crate) fn lines(&self) -> String {
        let key_id = self.public["kid"].as_str().expect("a name");
        format!("    private_key: {{ file: \"{}\", key_id: {key_id} }}\n", self.file().display())
    }
}
