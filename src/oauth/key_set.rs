//! The issuer's public keys (RFC 7517), as far as they can sign a token that we accept.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::DecodingKey;
use serde_json::{Map, Value};

use super::json;

/// More keys than any server publishes; further ones are not read.
const MOST_KEYS: usize = 64;

/// RSA keys for signatures, each with its `kid`.
#[derive(Clone, Default)]
pub struct KeySet(Vec<(String, DecodingKey)>);

/// Why a key set cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeySetError {
    /// It is not a JSON object with a list of keys.
    #[error("it is not a JSON Web Key Set")]
    Unreadable,
    /// No key of it could sign a token that we accept.
    #[error("it has no RSA key of at least 2048 bits with a kid that is meant for RS256 signatures")]
    NoUsableKey,
}

impl KeySet {
    /// Reads a key set and passes over every key that may not sign: other types and uses, RSA below 2048 bits.
    ///
    /// # Errors
    /// A [`KeySetError`] when nothing usable is in it; an empty set must not replace one that works.
    pub fn read(body: &[u8]) -> Result<Self, KeySetError> {
        let document = json::object(body).map_err(|_| KeySetError::Unreadable)?;
        let Some(Value::Array(keys)) = document.get("keys") else { return Err(KeySetError::Unreadable) };
        let usable: Vec<_> = keys.iter().take(MOST_KEYS).filter_map(Value::as_object).filter_map(signing_key).collect();
        if usable.is_empty() { Err(KeySetError::NoUsableKey) } else { Ok(Self(usable)) }
    }

    /// Whether a key of that name is in it.
    pub fn contains(&self, key_id: &str) -> bool {
        self.0.iter().any(|(name, _)| name == key_id)
    }

    /// The names of the keys.
    pub fn key_ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The keys of that name: one, unless the server is careless.
    pub(super) fn with_id(&self, key_id: &str) -> impl Iterator<Item = &DecodingKey> {
        self.0.iter().filter(move |(name, _)| name == key_id).map(|(_, key)| key)
    }
}

impl fmt::Debug for KeySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.key_ids()).finish()
    }
}

fn signing_key(key: &Map<String, Value>) -> Option<(String, DecodingKey)> {
    let text = |name: &str| key.get(name).and_then(Value::as_str);
    let absent_or = |name: &str, wanted: &str| key.get(name).is_none_or(|value| value.as_str() == Some(wanted));
    let may_verify = key.get("key_ops").is_none_or(|operations| {
        operations.as_array().is_some_and(|operations| operations.iter().any(|name| name == "verify"))
    });
    if text("kty") != Some("RSA") || !absent_or("use", "sig") || !absent_or("alg", "RS256") || !may_verify {
        return None;
    }
    let name = text("kid").filter(|name| !name.is_empty())?;
    let modulus = URL_SAFE_NO_PAD.decode(text("n")?).ok()?;
    let exponent = URL_SAFE_NO_PAD.decode(text("e")?).ok()?;
    let acceptable = (2048..=8192).contains(&bits(&modulus)) && is_sound_exponent(&exponent);
    acceptable.then(|| (name.to_owned(), DecodingKey::from_rsa_raw_components(&modulus, &exponent)))
}

/// The length of a big-endian number without its leading zeros.
fn bits(number: &[u8]) -> usize {
    let leading = number.iter().take_while(|byte| **byte == 0).count();
    number.get(leading).map_or(0, |first| (number.len() - leading) * 8 - first.leading_zeros() as usize)
}

/// Odd and at least 3: with an exponent of 1 anybody could write signatures.
fn is_sound_exponent(exponent: &[u8]) -> bool {
    let value = exponent.iter().fold(0_u64, |value, byte| (value << 8) | u64::from(*byte));
    exponent.len() <= 4 && value >= 3 && value % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::super::testing::SigningKey;
    use super::*;
    use serde_json::json;

    fn with(change: impl FnOnce(&mut Map<String, Value>)) -> Result<KeySet, KeySetError> {
        let mut key = SigningKey::shared("one").public();
        change(key.as_object_mut().expect("an object"));
        KeySet::read(json!({ "keys": [key] }).to_string().as_bytes())
    }

    #[test]
    fn reads_an_rsa_key_for_signatures() {
        let keys = with(|_| {}).expect("a key set");

        assert!(keys.contains("one"));
        assert!(!keys.contains("two"));
    }

    #[test]
    fn passes_over_keys_that_may_not_sign() {
        let unusable = [
            with(|key| drop(key.insert("use".into(), "enc".into()))),
            with(|key| drop(key.insert("kty".into(), "EC".into()))),
            with(|key| drop(key.insert("kty".into(), "oct".into()))),
            with(|key| drop(key.insert("alg".into(), "PS256".into()))),
            with(|key| drop(key.insert("key_ops".into(), json!(["encrypt"])))),
            with(|key| drop(key.remove("kid"))),
            with(|key| drop(key.insert("e".into(), "AQ".into()))),
            with(|key| drop(key.insert("n".into(), URL_SAFE_NO_PAD.encode([0xff; 64]).into()))),
            with(|key| drop(key.insert("n".into(), URL_SAFE_NO_PAD.encode([0xff; 255]).into()))),
            with(|key| drop(key.insert("n".into(), "***".into()))),
        ];

        for (number, outcome) in unusable.into_iter().enumerate() {
            assert_eq!(outcome.expect_err("refused"), KeySetError::NoUsableKey, "case {number}");
        }
    }

    #[test]
    fn one_unusable_key_does_not_spoil_the_others() {
        let document = json!({ "keys": [{ "kty": "EC" }, "nonsense", SigningKey::shared("one").public()] });

        let keys = KeySet::read(document.to_string().as_bytes()).expect("a key set");

        assert_eq!(keys.key_ids().collect::<Vec<_>>(), ["one"]);
    }

    #[test]
    fn refuses_what_is_no_key_set() {
        for body in ["", "{}", "[]", r#"{"keys":{}}"#, r#"{"keys":[],"keys":[]}"#, "<html>"] {
            assert_eq!(KeySet::read(body.as_bytes()).expect_err("refused"), KeySetError::Unreadable, "{body}");
        }
    }
}
