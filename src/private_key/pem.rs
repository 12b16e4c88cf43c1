//! Private keys in PEM (RFC 7468).

use aws_lc_rs::signature::{EcdsaKeyPair, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Algorithm, CURVES, Pair, PrivateKey, PrivateKeyError, rsa_refusal};

/// Reads the one private key of a PEM file; what else stands in it is passed over.
pub(super) fn read(text: &str) -> Result<PrivateKey, PrivateKeyError> {
    let blocks = blocks(text);
    let keys: Vec<&Block<'_>> = blocks.iter().filter(|block| block.label.ends_with("PRIVATE KEY")).collect();
    match keys[..] {
        [key] => key.read(),
        [] if blocks.iter().any(|block| block.label.ends_with("PUBLIC KEY")) => Err(PrivateKeyError::PublicKey),
        [] if blocks.iter().any(|block| block.label.ends_with("CERTIFICATE")) => Err(PrivateKeyError::Certificate),
        [] => Err(PrivateKeyError::Nothing),
        _ => Err(PrivateKeyError::Several),
    }
}

struct Block<'a> {
    label: &'a str,
    lines: Vec<&'a str>,
}

impl Block<'_> {
    fn read(&self) -> Result<PrivateKey, PrivateKeyError> {
        // The headers of RFC 1421 §4.6.1.3 stand within the block.
        if self.label.starts_with("ENCRYPTED") || self.lines.iter().any(|line| line.contains("ENCRYPTED")) {
            return Err(PrivateKeyError::Encrypted);
        }
        let der = STANDARD.decode(self.lines.concat()).map_err(|_| PrivateKeyError::Malformed)?;
        match self.label {
            "RSA PRIVATE KEY" => RsaKeyPair::from_der(&der).map(of_rsa).map_err(|refusal| rsa_refusal(&refusal)),
            "EC PRIVATE KEY" => of_curve(&der, EcdsaKeyPair::from_private_key_der).ok_or(PrivateKeyError::Kind),
            "PRIVATE KEY" => match RsaKeyPair::from_pkcs8(&der) {
                Ok(pair) => Ok(of_rsa(pair)),
                Err(refusal) => match (rsa_refusal(&refusal), of_curve(&der, EcdsaKeyPair::from_pkcs8)) {
                    (_, Some(key)) => Ok(key),
                    (PrivateKeyError::TooShort, None) => Err(PrivateKeyError::TooShort),
                    (_, None) => Err(PrivateKeyError::Kind),
                },
            },
            _ => Err(PrivateKeyError::Kind),
        }
    }
}

fn of_rsa(pair: RsaKeyPair) -> PrivateKey {
    PrivateKey::new(Pair::Rsa(pair), Algorithm::Rs256)
}

type Parser = fn(
    &'static aws_lc_rs::signature::EcdsaSigningAlgorithm,
    &[u8],
) -> Result<EcdsaKeyPair, aws_lc_rs::error::KeyRejected>;

/// The key on whichever curve it fits.
fn of_curve(der: &[u8], parse: Parser) -> Option<PrivateKey> {
    CURVES.iter().find_map(|(_, curve, algorithm)| {
        let pair = parse(curve, der).ok()?;
        Some(PrivateKey::new(Pair::Ec(pair), *algorithm))
    })
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<Block<'_>> = None;
    for line in text.lines().map(str::trim) {
        if let Some(label) = line.strip_prefix("-----BEGIN ").and_then(|rest| rest.strip_suffix("-----")) {
            open = Some(Block { label, lines: Vec::new() });
        } else if line.starts_with("-----END ") {
            blocks.extend(open.take());
        } else if let Some(block) = &mut open {
            block.lines.push(line);
        }
    }
    blocks
}
