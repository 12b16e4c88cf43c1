//! Values that only this gateway can read, handed to browsers for safekeeping.
//!
//! A seal encrypts and authenticates; a MAC only authenticates. Either is worth something in one [`Context`] alone:
//! purpose, site, issuer, client, cookie name and whatever else the caller binds go into the key itself (HKDF, RFC
//! 5869), so that a value carried to another place is noise there. The first key of the ring makes new values, every
//! key of it reads old ones. A seal knows no time: an expiry stands inside what is sealed.

use std::sync::Arc;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cookie::{Cookie, CookieJar, Key};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::config::KeyRing;

/// The cookie crate binds a value to its cookie's name; here the context does that, so one name is enough.
const NAME: &str = "sealed";

/// The most characters that are opened: more than any browser keeps in one cookie.
const MAX_SEALED: usize = 8 * 1024;

/// Seals and opens, with the keys of the ring. Cheap to clone.
#[derive(Clone)]
pub struct Seals {
    ring: Arc<[Hkdf<Sha256>]>,
}

/// What a sealed value is for and where it belongs: the value is nothing in any other context.
#[derive(Clone, PartialEq, Eq)]
pub struct Context(Vec<u8>);

/// How long it is: sessions and anchors are among the parts.
impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Context({} bytes, [redacted])", self.0.len())
    }
}

impl Context {
    /// A context of that purpose.
    pub fn new(purpose: &str) -> Self {
        Self(Vec::with_capacity(192)).with(purpose)
    }

    /// The context narrowed down by one more part; parts are length-prefixed, so none runs into its neighbour.
    #[must_use]
    pub fn with(mut self, part: impl AsRef<[u8]>) -> Self {
        let part = part.as_ref();
        self.0.extend_from_slice(&(part.len() as u64).to_be_bytes());
        self.0.extend_from_slice(part);
        self
    }

    /// The context as bytes, for whoever hashes it.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Seals {
    /// Seals of that ring: the first key seals, all of them open.
    pub fn new(ring: &KeyRing) -> Self {
        Self { ring: ring.expose().iter().map(|key| Hkdf::new(None, key)).collect() }
    }

    /// Encrypts and authenticates `text` for `context`; the result is plain base64, fit for a cookie.
    pub fn seal(&self, context: &Context, text: &str) -> String {
        // A ring is never empty, so there is a first key.
        let mut jar = CookieJar::new();
        jar.private_mut(&sealing_key(&self.ring[0], context)).add((NAME, text.to_owned()));
        jar.get(NAME).map(|sealed| sealed.value().to_owned()).unwrap_or_default()
    }

    /// What was sealed for `context` under any key of the ring; `None` for everything else.
    pub fn open(&self, context: &Context, sealed: &str) -> Option<String> {
        if sealed.len() > MAX_SEALED {
            return None;
        }
        let jar = CookieJar::new();
        self.ring.iter().find_map(|ring_key| {
            let sealed = Cookie::new(NAME, sealed.to_owned());
            let opened = jar.private(&sealing_key(ring_key, context)).decrypt(sealed)?;
            Some(opened.value().to_owned())
        })
    }

    /// A keyed hash of `message` for `context` (HMAC-SHA-256, RFC 2104) as base64url.
    pub fn mac(&self, context: &Context, message: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(hmac(&self.ring[0], context, message).finalize().into_bytes())
    }

    /// Keyed hashes of `message` for `context`, one for each key of the ring: the first is written, all of them are looked for.
    pub fn tags(&self, context: &Context, message: &[u8]) -> Vec<[u8; 32]> {
        self.ring.iter().map(|key| hmac(key, context, message).finalize().into_bytes().into()).collect()
    }

    /// The keys of one record that is kept elsewhere; `context` holds what only its owner presents.
    pub fn record_keys(&self, context: &Context) -> RecordKeys {
        RecordKeys(self.ring.iter().map(|key| derive(key, "record", context)).collect())
    }

    /// Whether `mac` was made of `message` for `context` under any key of the ring; compared in constant time.
    pub fn verify(&self, context: &Context, message: &[u8], mac: &str) -> bool {
        let Ok(mac) = URL_SAFE_NO_PAD.decode(mac) else { return false };
        self.ring.iter().any(|ring_key| hmac(ring_key, context, message).verify_slice(&mac).is_ok())
    }
}

/// What one record is sealed with, wherever it is kept: worth nothing to who has the ring alone, or the owner's part alone.
#[derive(Clone)]
pub struct RecordKeys(Box<[[u8; 32]]>);

impl RecordKeys {
    /// Encrypts and authenticates `plain` together with what stands beside it in the open (AES-256-GCM).
    pub fn seal(&self, associated: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce = crate::random::bytes::<NONCE_LEN>();
        let mut sealed = plain.to_vec();
        // Fails for lengths beyond 64 GiB only; what is empty opens for nobody.
        let key = aead_key(&self.0[0]);
        match key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(associated), &mut sealed) {
            Ok(()) => [nonce.as_slice(), &sealed].concat(),
            Err(_) => Vec::new(),
        }
    }

    /// What was sealed under any key of the ring together with just that; `None` for everything else.
    pub fn open(&self, associated: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, text) = sealed.split_first_chunk::<NONCE_LEN>()?;
        self.0.iter().find_map(|key| {
            let mut text = text.to_vec();
            let nonce = Nonce::assume_unique_for_key(*nonce);
            let length = aead_key(key).open_in_place(nonce, Aad::from(associated), &mut text).ok()?.len();
            text.truncate(length);
            Some(text)
        })
    }
}

fn aead_key(key: &[u8; 32]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).expect("the key has the length of the algorithm"))
}

impl std::fmt::Debug for RecordKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecordKeys([redacted])")
    }
}

impl std::fmt::Debug for Seals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Seals({} keys, [redacted])", self.ring.len())
    }
}

fn sealing_key(ring_key: &Hkdf<Sha256>, context: &Context) -> Key {
    Key::from(&derive::<64>(ring_key, "seal", context))
}

fn hmac(ring_key: &Hkdf<Sha256>, context: &Context, message: &[u8]) -> Hmac<Sha256> {
    let key = derive::<32>(ring_key, "mac", context);
    Hmac::<Sha256>::new_from_slice(&key).expect("HMAC takes keys of any length").chain_update(message)
}

fn derive<const N: usize>(ring_key: &Hkdf<Sha256>, use_of_key: &str, context: &Context) -> [u8; N] {
    let info = Context::new(use_of_key).with(&context.0);
    let mut key = [0; N];
    ring_key.expand(&info.0, &mut key).expect("HKDF-SHA-256 gives up to 8160 bytes");
    key
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    fn seals(keys: &[u8]) -> Seals {
        Seals::new(&KeyRing::new(keys.iter().map(|key| [*key; 32]).collect()).expect("keys"))
    }

    fn context() -> Context {
        Context::new("transaction").with("a.example").with("https://org.example").with("client")
    }

    #[test]
    fn what_was_sealed_opens_again_and_never_looks_the_same() {
        let seals = seals(&[1]);

        let (one, other) = (seals.seal(&context(), "grüße"), seals.seal(&context(), "grüße"));

        assert_eq!(seals.open(&context(), &one).as_deref(), Some("grüße"));
        assert_ne!(one, other);
        let (text, bytes) = ("grüße", STANDARD.decode(one).expect("base64"));
        assert!(!bytes.windows(text.len()).any(|window| window == text.as_bytes()));
    }

    #[test]
    fn purpose_and_place_are_sealed_in() {
        let seals = seals(&[1]);
        let sealed = seals.seal(&context(), "x");
        let mac = seals.mac(&context(), b"x");

        for other in [
            Context::new("session").with("a.example").with("https://org.example").with("client"),
            Context::new("transaction").with("b.example").with("https://org.example").with("client"),
            Context::new("transaction").with("a.example").with("https://org.examplec").with("lient"),
            context().with(""),
            context().with("another browser"),
        ] {
            assert_eq!(seals.open(&other, &sealed), None, "{other:?}");
            assert!(!seals.verify(&other, b"x", &mac), "{other:?}");
        }
    }

    #[test]
    fn a_rotated_key_still_opens_and_a_retired_one_does_not() {
        let sealed = seals(&[1]).seal(&context(), "x");
        let mac = seals(&[1]).mac(&context(), b"x");
        let (rotated, retired) = (seals(&[2, 1]), seals(&[2]));

        assert_eq!(rotated.open(&context(), &sealed).as_deref(), Some("x"));
        assert!(rotated.verify(&context(), b"x", &mac));
        assert_eq!(retired.open(&context(), &sealed), None);
        assert!(!retired.verify(&context(), b"x", &mac));
        assert_eq!(retired.open(&context(), &rotated.seal(&context(), "y")).as_deref(), Some("y"));
    }

    #[test]
    fn a_seal_that_was_touched_is_nothing() {
        let seals = seals(&[1]);
        let sealed = seals.seal(&context(), "some text that is sealed");
        let mac = seals.mac(&context(), b"x");

        for position in 0..sealed.len() {
            let mut touched = sealed.clone().into_bytes();
            touched[position] = if touched[position] == b'A' { b'B' } else { b'A' };
            let touched = String::from_utf8(touched).expect("ASCII");
            assert_eq!(seals.open(&context(), &touched), None, "at {position}");
        }
        assert!(!seals.verify(&context(), b"y", &mac));
        assert!(!seals.verify(&context(), b"x", &mac[..42]));
    }

    #[test]
    fn garbage_is_nothing_and_never_panics() {
        let seals = seals(&[1]);

        for garbage in ["", "=", "%", "\0", "AAAA", "ÄÖÜ", &"A".repeat(16), &"A".repeat(100_000)] {
            assert_eq!(seals.open(&context(), garbage), None);
            assert!(!seals.verify(&context(), b"", garbage));
        }
    }

    #[test]
    fn a_record_opens_for_its_owner_with_what_stands_beside_it_and_after_a_rotation() {
        let owner = context().with("cookie");
        let sealed = seals(&[1]).record_keys(&owner).seal(b"version 7", b"record");
        let opened = |keys: &[u8], context: &Context, associated: &[u8]| {
            seals(keys).record_keys(context).open(associated, &sealed)
        };

        assert_eq!(opened(&[1], &owner, b"version 7").as_deref(), Some(b"record".as_slice()));
        assert_eq!(opened(&[2, 1], &owner, b"version 7").as_deref(), Some(b"record".as_slice()));
        assert_eq!(opened(&[2], &owner, b"version 7"), None);
        assert_eq!(opened(&[1], &owner, b"version 8"), None);
        assert_eq!(opened(&[1], &context().with("another cookie"), b"version 7"), None);
    }

    #[test]
    fn a_record_that_was_touched_or_cut_is_nothing() {
        let keys = seals(&[1]).record_keys(&context());
        let sealed = keys.seal(b"", b"record");

        for position in 0..sealed.len() {
            let mut touched = sealed.clone();
            touched[position] ^= 1;
            assert_eq!(keys.open(b"", &touched), None, "at {position}");
            assert_eq!(keys.open(b"", &sealed[..position]), None, "cut at {position}");
        }
    }

    #[test]
    fn debug_shows_no_key() {
        assert_eq!(format!("{:?}", seals(&[1, 2])), "Seals(2 keys, [redacted])");
        assert_eq!(format!("{:?}", Context::new("p").with("anchor")), "Context(23 bytes, [redacted])");
    }
}
