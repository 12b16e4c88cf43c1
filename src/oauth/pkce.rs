//! Proof Key for Code Exchange (RFC 7636), always S256.
//!
//! `plain` does not exist here: it would protect against nobody who can read the request.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

crate::secret_newtype!(
    /// Proves at the token endpoint that we are who began (RFC 7636 §4.1).
    CodeVerifier
);

/// What is shown of a code verifier at the beginning (RFC 7636 §4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeChallenge(String);

impl CodeVerifier {
    /// 256 random bits as 43 characters: the least that RFC 7636 §4.1 allows, and enough.
    pub fn random() -> Self {
        Self::new(crate::random::token())
    }

    /// `BASE64URL(SHA256(verifier))`.
    pub fn challenge(&self) -> CodeChallenge {
        CodeChallenge(URL_SAFE_NO_PAD.encode(Sha256::digest(self.expose())))
    }
}

impl CodeChallenge {
    /// The method that goes with every challenge.
    pub const METHOD: &str = "S256";

    /// The challenge as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_the_challenge_of_rfc_7636_appendix_b() {
        let verifier = CodeVerifier::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        assert_eq!(verifier.challenge().as_str(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn a_random_verifier_has_the_length_and_alphabet_of_rfc_7636() {
        let verifier = CodeVerifier::random();

        assert!((43..=128).contains(&verifier.expose().len()));
        assert!(verifier.expose().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)));
    }
}
