//! Unpredictable values: session identifiers, state, nonce, code verifiers, references.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng as _;

/// 256 random bits as 43 characters of base64url (RFC 4648 §5, without padding).
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// `N` random bytes of the operating system's seeded generator.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// A short name to quote on the telephone: eight characters that cannot be mistaken for one another.
///
/// Derived from nothing, so that it tells nothing.
pub fn reference() -> String {
    const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    bytes::<8>().iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_43_characters_of_base64url_and_never_the_same() {
        let (one, other) = (token(), token());

        assert_eq!(one.len(), 43);
        assert!(one.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        assert_ne!(one, other);
    }

    #[test]
    fn a_reference_has_no_letters_that_look_alike() {
        let reference = reference();

        assert_eq!(reference.len(), 8);
        assert!(!reference.contains(['0', 'O', '1', 'I']));
    }
}
