//! Proof of possession (RFC 9449): tokens that are worth nothing to whoever copies them without a key.
//!
//! Each sign-in makes a key of its own, on P-256; its tokens are bound to it, and every request to the token endpoint shows
//! it with a statement for that one request. The key lives in the token set, as small as it can be kept.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderName, HeaderValue, Method};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use url::{Position, Url};

use super::ProofKey;
use super::token_error::{TokenError, TokenFault, TokenKind};
use crate::clock::Timestamp;
use crate::private_key::PrivateKey;
use crate::secret::Secret;

/// Carries a proof (RFC 9449 §4.1).
pub(super) const PROOF: HeaderName = HeaderName::from_static("dpop");
/// Carries what the server wants in the next proof (RFC 9449 §8).
pub(super) const NONCE: HeaderName = HeaderName::from_static("dpop-nonce");

/// A key that proves.
#[derive(Debug)]
pub(super) struct Prover {
    key: PrivateKey,
    public: Value,
    thumbprint: String,
    kept: ProofKey,
}

impl Prover {
    /// One with a fresh key.
    pub(super) fn generate() -> Self {
        let (key, number) = PrivateKey::generate();
        Self::new(key, ProofKey::new(number.expose())).expect("a fresh key lies on a curve")
    }

    /// The one whose key was kept; `None` when what was kept is no key.
    pub(super) fn of(kept: &ProofKey) -> Option<Self> {
        let key = PrivateKey::from_number(&Secret::new(kept.expose()))?;
        Self::new(key, kept.clone())
    }

    fn new(key: PrivateKey, kept: ProofKey) -> Option<Self> {
        let (x, y) = key.public_point()?;
        let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
        // RFC 7638 §3: the required members alone, in this order, without blanks.
        let canonical = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        let thumbprint = URL_SAFE_NO_PAD.encode(Sha256::digest(canonical.as_bytes()));
        let public = json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y });
        Some(Self { key, public, thumbprint, kept })
    }

    /// The key as the token set keeps it.
    pub(super) fn kept(&self) -> ProofKey {
        self.kept.clone()
    }

    /// A proof for one request (RFC 9449 §4.2).
    pub(super) fn proof(&self, method: &Method, url: &Url, nonce: Option<&str>, now: Timestamp) -> HeaderValue {
        let header = json!({ "typ": "dpop+jwt", "alg": self.key.algorithm(), "jwk": self.public });
        let mut claims = json!({
            "htm": method.as_str(),
            // Without query and fragment.
            "htu": &url[..Position::AfterPath],
            "iat": now.as_unix(),
            "jti": crate::random::token(),
        });
        if let Some(nonce) = nonce {
            claims["nonce"] = nonce.into();
        }
        let signed =
            format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()));
        let signature = URL_SAFE_NO_PAD.encode(self.key.sign(signed.as_bytes()));
        HeaderValue::try_from(format!("{signed}.{signature}")).expect("base64url and points may stand in a header")
    }

    /// Checks that a token is bound to this key, by the value of its claim `cnf` (RFC 9449 §6).
    pub(super) fn require_binding(&self, confirmation: Option<&Value>) -> Result<(), TokenError> {
        let stated = confirmation.and_then(|confirmation| confirmation.get("jkt")).and_then(Value::as_str);
        match stated {
            Some(stated) if stated == self.thumbprint => Ok(()),
            Some(_) => Err(TokenKind::Access.refused(TokenFault::AnotherKey)),
            None => Err(TokenKind::Access.refused(TokenFault::MissingClaim("cnf"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::NOW;
    use super::*;
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    fn url() -> Url {
        Url::parse("https://org.example/oauth2/default/v1/token?a=b#c").expect("a URL")
    }

    fn part(proof: &HeaderValue, index: usize) -> Value {
        let part = proof.to_str().expect("text").split('.').nth(index).expect("three parts");
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64url")).expect("JSON")
    }

    #[test]
    fn a_proof_is_for_one_request_and_shows_the_public_key_alone() {
        let prover = Prover::generate();

        let proof = prover.proof(&Method::POST, &url(), None, NOW);
        let other = prover.proof(&Method::POST, &url(), Some("a-nonce"), NOW);

        let (header, claims) = (part(&proof, 0), part(&proof, 1));
        assert_eq!((&header["typ"], &header["alg"]), (&json!("dpop+jwt"), &json!("ES256")));
        assert!(header["jwk"].get("d").is_none());
        assert_eq!(claims["htm"], "POST");
        assert_eq!(claims["htu"], "https://org.example/oauth2/default/v1/token");
        assert_eq!(claims["iat"], NOW.as_unix());
        assert_eq!((claims.get("nonce"), &part(&other, 1)["nonce"]), (None, &json!("a-nonce")));
        assert_ne!(claims["jti"], part(&other, 1)["jti"]);
    }

    #[test]
    fn a_proof_is_signed_with_the_key_that_it_shows() {
        let proof = Prover::generate().proof(&Method::POST, &url(), None, NOW);

        let key = &part(&proof, 0)["jwk"];
        let coordinate = |name: &str| URL_SAFE_NO_PAD.decode(key[name].as_str().expect("text")).expect("base64url");
        let point = [vec![4], coordinate("x"), coordinate("y")].concat();
        let (signed, signature) = proof.to_str().expect("text").rsplit_once('.').expect("three parts");
        let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64url");
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
        assert!(public.verify(signed.as_bytes(), &signature).is_ok());
    }

    #[test]
    fn the_key_comes_back_from_what_is_kept() {
        let prover = Prover::generate();

        let again = Prover::of(&prover.kept()).expect("the same key");

        assert_eq!(again.thumbprint, prover.thumbprint);
        assert!(Prover::of(&ProofKey::new("what somebody else kept")).is_none());
        assert_eq!(format!("{:?}", prover.kept()), "ProofKey([redacted])");
    }

    #[test]
    fn a_token_that_is_bound_to_another_key_or_to_none_is_refused() {
        let prover = Prover::generate();

        assert_eq!(prover.require_binding(Some(&json!({ "jkt": prover.thumbprint }))), Ok(()));
        let of_another = json!({ "jkt": Prover::generate().thumbprint });
        let cases = [
            (Some(&of_another), TokenFault::AnotherKey),
            (Some(&Value::Null), TokenFault::MissingClaim("cnf")),
            (None, TokenFault::MissingClaim("cnf")),
        ];
        for (confirmation, fault) in cases {
            assert_eq!(prover.require_binding(confirmation).expect_err("refused").fault, fault);
        }
    }
}
