//! The keys that seal cookies and records.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::KeyRing;
use super::faults::Fault;
use super::reader::{Field, Reader, Secrets, values};
use super::secrets;
use crate::random;

const EXPECTED: &str = "32 random bytes in base64url";
const HINT: &str = "`gatehouse keygen` prints a new one";

/// Reads the ring, the sealing key first.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<KeyRing> {
    let expected = "a list with at least one key, the sealing one first";
    let again = |_: &[u8; 32]| "a key that stands further up already".to_owned();
    let keys = field.each_once(reader, expected, |item| key(item, reader), again, "each key once")?;
    KeyRing::new(values(keys))
}

fn key(field: &Field<'_>, reader: &Reader<'_>) -> Option<[u8; 32]> {
    let secret = secrets::read(field, reader)?;
    if reader.secrets() == Secrets::Left {
        return Some(random::bytes());
    }
    let Some(bytes) = decoded(secret.expose()) else {
        reader.fault(Fault::new(&field.place, "text that is not base64url", EXPECTED).hint(HINT));
        return None;
    };
    let Ok(key) = <[u8; 32]>::try_from(bytes.as_slice()) else {
        reader.fault(Fault::new(&field.place, format!("{} bytes", bytes.len()), EXPECTED).hint(HINT));
        return None;
    };
    if is_guessable(&key) {
        reader.fault(Fault::new(&field.place, "32 bytes that are not random", EXPECTED).hint(HINT));
        return None;
    }
    Some(key)
}

/// The bytes of `text`, in the alphabet of `keygen` or in that of `openssl rand -base64 32`.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let url_safe: String = text
        .trim_end_matches('=')
        .chars()
        .map(|c| match c {
            '+' => '-',
            '/' => '_',
            other => other,
        })
        .collect();
    URL_SAFE_NO_PAD.decode(url_safe).ok()
}

/// Whether somebody wrote these bytes rather than drew them: chance makes such keys less often than once in 10^14.
fn is_guessable(key: &[u8; 32]) -> bool {
    let distinct = (0..=u8::MAX).filter(|byte| key.contains(byte)).count();
    let is_phrase = key.iter().all(|byte| (b' '..=b'~').contains(byte));
    let is_ladder = key.windows(2).all(|pair| pair[1].wrapping_sub(pair[0]) == key[1].wrapping_sub(key[0]));
    distinct < 16 || is_phrase || is_ladder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_keys_are_not_guessable_and_written_ones_are() {
        let ladder = std::array::from_fn(|index| u8::try_from(index).unwrap_or_default());

        for key in [[0; 32], [255; 32], ladder, *b"please-change-this-key-to-secret"] {
            assert!(is_guessable(&key));
        }
        for _ in 0..1_000 {
            assert!(!is_guessable(&random::bytes()));
        }
    }

    #[test]
    fn both_alphabets_of_base64_are_read() {
        let bytes = [0xfb; 32];
        let standard = base64::engine::general_purpose::STANDARD.encode(bytes);

        assert!(standard.contains('+') && standard.ends_with('='));
        assert_eq!(decoded(&standard).as_deref(), Some(bytes.as_slice()));
        assert_eq!(decoded(&URL_SAFE_NO_PAD.encode(bytes)).as_deref(), Some(bytes.as_slice()));
        assert_eq!(decoded("not a key"), None);
    }
}
