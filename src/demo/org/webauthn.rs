//! What a relying party checks of a security key: Web Authentication Level 2, §7.1 and §7.2, with ES256 alone.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::cbor::Cbor;
use super::wire::from_base64url;

/// Bits of the flags in authenticator data (§6.1).
const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const HAS_CREDENTIAL: u8 = 0x40;
const ES256: i64 = -7;

/// Whom a credential is for: the client's own host, as its redirect URI names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RelyingParty {
    pub(super) id: String,
    origin: String,
}

impl RelyingParty {
    /// The relying party behind a redirect URI; nothing when that is no URL with a host.
    pub(super) fn behind(redirect_uri: &str) -> Option<Self> {
        let url = url::Url::parse(redirect_uri).ok()?;
        Some(Self { id: url.host_str()?.to_owned(), origin: url.origin().ascii_serialization() })
    }
}

/// What was wrong with what a browser sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Flaw {
    #[error("not well-formed")]
    Malformed,
    #[error("made for another ceremony")]
    Type,
    #[error("made for another challenge")]
    Challenge,
    #[error("made at another origin")]
    Origin,
    #[error("made for another relying party")]
    RelyingParty,
    #[error("nobody was there")]
    Absent,
    #[error("nobody was verified")]
    NotVerified,
    #[error("a key that does not remember whose it is")]
    NotResident,
    #[error("an attestation that nobody asked for")]
    Attestation,
    #[error("a key of another kind")]
    Algorithm,
    #[error("signed by no key of this person")]
    Signature,
    #[error("the counter stands still: the key may have been cloned")]
    Counter,
}

/// A key that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Credential {
    pub(super) id: Vec<u8>,
    /// The point on the curve, uncompressed.
    pub(super) public_key: Vec<u8>,
    pub(super) counter: u32,
}

/// What the browser says, each part in base64url.
pub(super) struct Assertion<'a> {
    pub(super) client_data: &'a str,
    pub(super) authenticator_data: &'a str,
    pub(super) signature: &'a str,
}

/// Checks a registration and gives the key that was made (§7.1).
pub(super) fn register(
    party: &RelyingParty,
    challenge: &str,
    client_data: &str,
    attestation: &str,
    verified: bool,
) -> Result<Credential, Flaw> {
    let client_data = from_base64url(client_data).ok_or(Flaw::Malformed)?;
    check_client_data(&client_data, "webauthn.create", party, challenge)?;
    let attestation = from_base64url(attestation).ok_or(Flaw::Malformed)?;
    let (attestation, after) = Cbor::read(&attestation).ok_or(Flaw::Malformed)?;
    if !after.is_empty() {
        return Err(Flaw::Malformed);
    }
    let is_none = attestation.member("fmt") == Some(&Cbor::Text("none".to_owned()))
        && attestation.member("attStmt") == Some(&Cbor::Map(Vec::new()));
    if !is_none {
        return Err(Flaw::Attestation);
    }
    let data = attestation.member("authData").and_then(Cbor::as_bytes).ok_or(Flaw::Malformed)?;
    let (flags, counter) = check_authenticator_data(data, party)?;
    if verified && flags & USER_VERIFIED == 0 {
        return Err(Flaw::NotVerified);
    }
    if flags & HAS_CREDENTIAL == 0 {
        return Err(Flaw::Malformed);
    }
    // §6.5.1: 16 bytes of AAGUID, two of length, the identifier, and the key as COSE writes it.
    let length = data.get(53..55).ok_or(Flaw::Malformed)?;
    let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
    let (id, key) = data[55..].split_at_checked(length).ok_or(Flaw::Malformed)?;
    let (key, _extensions) = Cbor::read(key).ok_or(Flaw::Malformed)?;
    Ok(Credential { id: id.to_vec(), public_key: point(&key)?, counter })
}

/// Checks an assertion and gives the number of the key that made it, and its counter (§7.2).
pub(super) fn assert(
    party: &RelyingParty,
    challenge: &str,
    assertion: &Assertion<'_>,
    keys: &[Credential],
    verified: bool,
) -> Result<(usize, u32), Flaw> {
    let client_data = from_base64url(assertion.client_data).ok_or(Flaw::Malformed)?;
    check_client_data(&client_data, "webauthn.get", party, challenge)?;
    let data = from_base64url(assertion.authenticator_data).ok_or(Flaw::Malformed)?;
    let (flags, counter) = check_authenticator_data(&data, party)?;
    if verified && flags & USER_VERIFIED == 0 {
        return Err(Flaw::NotVerified);
    }
    let signature = from_base64url(assertion.signature).ok_or(Flaw::Malformed)?;
    let signed = [&data[..], &Sha256::digest(&client_data)].concat();
    let by = |key: &Credential| {
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &key.public_key).verify(&signed, &signature).is_ok()
    };
    // The form has no field for the identifier of the key, so whichever fits is the one.
    let index = keys.iter().position(by).ok_or(Flaw::Signature)?;
    let before = keys[index].counter;
    if (before > 0 || counter > 0) && counter <= before {
        return Err(Flaw::Counter);
    }
    Ok((index, counter))
}

fn check_client_data(json: &[u8], kind: &str, party: &RelyingParty, challenge: &str) -> Result<(), Flaw> {
    let data: Value = serde_json::from_slice(json).map_err(|_| Flaw::Malformed)?;
    if data["type"] != kind {
        return Err(Flaw::Type);
    }
    if data["challenge"] != challenge {
        return Err(Flaw::Challenge);
    }
    if data["origin"] != party.origin.as_str() || data["crossOrigin"] == true {
        return Err(Flaw::Origin);
    }
    Ok(())
}

/// Flags and counter of authenticator data that is for this party and of somebody who was there.
fn check_authenticator_data(data: &[u8], party: &RelyingParty) -> Result<(u8, u32), Flaw> {
    let Some((header, _)) = data.split_first_chunk::<37>() else { return Err(Flaw::Malformed) };
    if header[..32] != Sha256::digest(party.id.as_bytes())[..] {
        return Err(Flaw::RelyingParty);
    }
    let flags = header[32];
    if flags & USER_PRESENT == 0 {
        return Err(Flaw::Absent);
    }
    Ok((flags, u32::from_be_bytes([header[33], header[34], header[35], header[36]])))
}

/// The point of a COSE key on P-256 (RFC 9053 §7.1.1).
fn point(key: &Cbor) -> Result<Vec<u8>, Flaw> {
    let is = |number, value| key.numbered(number) == Some(&Cbor::Integer(value));
    if !(is(1, 2) && is(3, ES256) && is(-1, 1)) {
        return Err(Flaw::Algorithm);
    }
    let coordinate =
        |number| key.numbered(number).and_then(Cbor::as_bytes).filter(|bytes| bytes.len() == 32).ok_or(Flaw::Malformed);
    Ok([&[0x04], coordinate(-2)?, coordinate(-3)?].concat())
}
