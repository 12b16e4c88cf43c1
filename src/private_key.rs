//! Private keys that sign for this gateway: its proof at an authorization server, and proofs of possession.
//!
//! A key file is read once, at start, and everything that will ever be wrong with it is said there. This room knows
//! RSA and the elliptic curves of NIST, each with the algorithms of RFC 7518 §3.1 that Okta takes; it knows PEM (RFC 7468:
//! PKCS #8, PKCS #1, SEC 1) and JWK (RFC 7517), and nothing of what is signed.

mod jwk;
mod pem;

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING, EcdsaKeyPair,
    EcdsaSigningAlgorithm, KeyPair as _, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RsaEncoding, RsaKeyPair,
};

use crate::secret::Secret;

/// A key that signs. Cheap to clone; `Debug` shows its algorithm and its name.
#[derive(Clone)]
pub struct PrivateKey {
    pair: Arc<Pair>,
    algorithm: Algorithm,
    key_id: Option<String>,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ec(EcdsaKeyPair),
}

/// How a key signs (RFC 7518 §3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Algorithm {
    Rs256,
    Rs384,
    Rs512,
    Es256,
    Es384,
    Es512,
}

/// The elliptic curves: what JWK calls them, how they sign, and their algorithm.
const CURVES: [(&str, &EcdsaSigningAlgorithm, Algorithm); 3] = [
    ("P-256", &ECDSA_P256_SHA256_FIXED_SIGNING, Algorithm::Es256),
    ("P-384", &ECDSA_P384_SHA384_FIXED_SIGNING, Algorithm::Es384),
    ("P-521", &ECDSA_P521_SHA512_FIXED_SIGNING, Algorithm::Es512),
];

/// Why a file is no key that can be used; reads on after the name of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrivateKeyError {
    /// Neither PEM nor JWK.
    #[error("in which there is no private key")]
    Nothing,
    /// The other half of the pair.
    #[error("in which there is a public key only")]
    PublicKey,
    /// Another thing altogether.
    #[error("in which there is a certificate and no private key")]
    Certificate,
    /// Nobody is there to type a passphrase.
    #[error("whose private key has a passphrase")]
    Encrypted,
    /// Which of them is meant?
    #[error("in which there are several private keys")]
    Several,
    /// RSA below 2048 bits.
    #[error("whose RSA key is shorter than 2048 bits")]
    TooShort,
    /// A shared secret, Ed25519, secp256k1 and others.
    #[error("whose key is of a kind that Okta does not take")]
    Kind,
    /// A JWK that names another algorithm than its key has.
    #[error("whose key is meant for another algorithm ({0})")]
    Algorithm(String),
    /// A JWK that is meant to encrypt.
    #[error("whose key is not meant for signatures")]
    Use,
    /// The right label around something else.
    #[error("whose private key cannot be read")]
    Malformed,
}

impl PrivateKey {
    /// Reads a file that holds one private key, as PEM or as JWK.
    ///
    /// # Errors
    /// A [`PrivateKeyError`], which repeats nothing of a key.
    pub fn read(content: &[u8]) -> Result<Self, PrivateKeyError> {
        let text = std::str::from_utf8(content).map_err(|_| PrivateKeyError::Nothing)?;
        if text.trim_start().starts_with('{') { jwk::read(text) } else { pem::read(text) }
    }

    /// A fresh key on P-256, with its number for keeping: [`from_number`](Self::from_number) makes the same key of it.
    pub fn generate() -> (Self, Secret) {
        loop {
            let number = crate::random::token();
            // One draw in 2^32 is no number of this curve.
            if let Some(key) = Self::from_number(&Secret::new(&*number)) {
                return (key, Secret::new(number));
            }
        }
    }

    /// The key on P-256 with that number, 32 bytes in base64url; `None` for what is no such number.
    pub fn from_number(number: &Secret) -> Option<Self> {
        jwk::of_number(number.expose()).map(|pair| Self::new(Pair::Ec(pair), Algorithm::Es256))
    }

    /// The same key under that name, which a JWS header carries (RFC 7515 §4.1.4).
    #[must_use]
    pub fn named(self, key_id: impl Into<String>) -> Self {
        Self { key_id: Some(key_id.into()), ..self }
    }

    /// The key's name at whoever verifies; a JWK brings its own.
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// `alg` of a JWS header (RFC 7515 §4.1.1).
    pub const fn algorithm(&self) -> &'static str {
        self.algorithm.name()
    }

    /// The signature of `message`, as RFC 7518 §3.3 and §3.4 write it.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        const CANNOT_FAIL: &str = "a key that was checked when it was read signs any message";
        let random = SystemRandom::new();
        match &*self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(self.algorithm.padding(), &random, message, &mut signature).expect(CANNOT_FAIL);
                signature
            }
            Pair::Ec(pair) => pair.sign(&random, message).expect(CANNOT_FAIL).as_ref().to_vec(),
        }
    }

    /// Both coordinates of an elliptic curve's public point; RSA has none.
    pub fn public_point(&self) -> Option<(&[u8], &[u8])> {
        let Pair::Ec(pair) = &*self.pair else { return None };
        // SEC 1 §2.3.3: a four, then both coordinates, of one length.
        let coordinates = pair.public_key().as_ref().get(1..)?;
        Some(coordinates.split_at(coordinates.len() / 2))
    }

    fn new(pair: Pair, algorithm: Algorithm) -> Self {
        Self { pair: Arc::new(pair), algorithm, key_id: None }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({}, {}, [redacted])", self.algorithm(), self.key_id().unwrap_or("unnamed"))
    }
}

impl Algorithm {
    const fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Es512 => "ES512",
        }
    }

    /// How RSA signs; the curves bring their own hash.
    fn padding(self) -> &'static dyn RsaEncoding {
        match self {
            Self::Rs384 | Self::Es384 => &RSA_PKCS1_SHA384,
            Self::Rs512 | Self::Es512 => &RSA_PKCS1_SHA512,
            Self::Rs256 | Self::Es256 => &RSA_PKCS1_SHA256,
        }
    }
}

/// What the parser's verdict on an RSA key means to an operator.
fn rsa_refusal(refusal: &aws_lc_rs::error::KeyRejected) -> PrivateKeyError {
    // The crate has no other way to tell its reasons apart.
    if refusal.to_string() == "TooSmall" { PrivateKeyError::TooShort } else { PrivateKeyError::Malformed }
}

#[cfg(test)]
mod tests;
