//! Private keys as JSON Web Keys (RFC 7517, RFC 7518 §6): what Okta's console gives when it makes the pair.

use aws_lc_rs::rsa::{KeyPairComponents, PublicKeyComponents};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::{Algorithm, CURVES, Pair, PrivateKey, PrivateKeyError, rsa_refusal};

/// Reads a JWK, or a set of keys (RFC 7517 §5) with one in it.
pub(super) fn read(text: &str) -> Result<PrivateKey, PrivateKeyError> {
    let document: Map<String, Value> = serde_json::from_str(text).map_err(|_| PrivateKeyError::Nothing)?;
    let Some(keys) = document.get("keys") else { return of(&document) };
    match keys.as_array().map(Vec::as_slice) {
        Some([Value::Object(key)]) => of(key),
        Some([_, _, ..]) => Err(PrivateKeyError::Several),
        _ => Err(PrivateKeyError::Nothing),
    }
}

/// The pair on P-256 whose number is these 32 bytes in base64url.
pub(super) fn of_number(number: &str) -> Option<EcdsaKeyPair> {
    /// `ECPrivateKey` (RFC 5915 §3) without its public key: version 1, 32 bytes, and the name of the curve.
    const BEFORE: [u8; 7] = [0x30, 0x31, 0x02, 0x01, 0x01, 0x04, 0x20];
    const AFTER: [u8; 12] = [0xa0, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
    let number: [u8; 32] = URL_SAFE_NO_PAD.decode(number).ok()?.try_into().ok()?;
    let der = [BEFORE.as_slice(), &number, &AFTER].concat();
    EcdsaKeyPair::from_private_key_der(&ECDSA_P256_SHA256_FIXED_SIGNING, &der).ok()
}

fn of(key: &Map<String, Value>) -> Result<PrivateKey, PrivateKeyError> {
    let text = |name: &str| key.get(name).and_then(Value::as_str);
    let kind = text("kty").ok_or(PrivateKeyError::Nothing)?;
    if !matches!(kind, "RSA" | "EC") {
        return Err(PrivateKeyError::Kind);
    }
    if !key.contains_key("d") {
        return Err(PrivateKeyError::PublicKey);
    }
    if text("use").is_some_and(|purpose| purpose != "sig") {
        return Err(PrivateKeyError::Use);
    }
    let number = |name: &str| text(name).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
    let number = |name: &str| number(name).ok_or(PrivateKeyError::Malformed);
    let signs = if kind == "RSA" {
        let components = KeyPairComponents {
            public_key: PublicKeyComponents { n: number("n")?, e: number("e")? },
            d: number("d")?,
            p: number("p")?,
            q: number("q")?,
            dP: number("dp")?,
            dQ: number("dq")?,
            qInv: number("qi")?,
        };
        let pair = RsaKeyPair::from_components(&components).map_err(|refusal| rsa_refusal(&refusal))?;
        PrivateKey::new(Pair::Rsa(pair), rsa_algorithm(text("alg"))?)
    } else {
        let (_, curve, algorithm) =
            CURVES.iter().find(|(name, ..)| text("crv") == Some(name)).ok_or(PrivateKeyError::Kind)?;
        if let Some(other) = text("alg").filter(|alg| *alg != algorithm.name()) {
            return Err(PrivateKeyError::Algorithm(named(other)));
        }
        // SEC 1 §2.3.3: a four before both coordinates.
        let point = [vec![4], number("x")?, number("y")?].concat();
        let pair = EcdsaKeyPair::from_private_key_and_public_key(curve, &number("d")?, &point);
        PrivateKey::new(Pair::Ec(pair.map_err(|_| PrivateKeyError::Malformed)?), *algorithm)
    };
    Ok(match text("kid").filter(|name| !name.is_empty()) {
        Some(name) => signs.named(name),
        None => signs,
    })
}

/// An RSA key says itself which hash it is registered with.
fn rsa_algorithm(stated: Option<&str>) -> Result<Algorithm, PrivateKeyError> {
    match stated {
        None | Some("RS256") => Ok(Algorithm::Rs256),
        Some("RS384") => Ok(Algorithm::Rs384),
        Some("RS512") => Ok(Algorithm::Rs512),
        Some(other) => Err(PrivateKeyError::Algorithm(named(other))),
    }
}

/// The name of an algorithm is short and plain; anything else is not repeated.
fn named(algorithm: &str) -> String {
    let is_name = algorithm.len() <= 20 && algorithm.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_name { algorithm.to_owned() } else { "one that has no name".to_owned() }
}
