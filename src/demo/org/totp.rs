//! One-time codes that a device and the org compute alike: RFC 4226 and RFC 6238, with secrets in base32 (RFC 4648 §6).

use aws_lc_rs::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};

/// How long a code is shown, in seconds.
pub(super) const PERIOD: u64 = 30;

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A new secret of 160 bits, as a device takes it.
pub(super) fn new_secret() -> String {
    base32(&crate::random::bytes::<20>())
}

/// The number of the period in which that moment lies.
pub(super) const fn step(now: u64) -> u64 {
    now / PERIOD
}

/// The six digits of a period.
pub(super) fn code(secret: &str, step: u64) -> String {
    let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, &from_base32(secret));
    let tag = sign(&key, &step.to_be_bytes());
    // RFC 4226 §5.3: the last nibble says where the 31 bits begin.
    let tag = tag.as_ref();
    let at = usize::from(tag[tag.len() - 1] & 0xf);
    let number = u32::from_be_bytes([tag[at] & 0x7f, tag[at + 1], tag[at + 2], tag[at + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// The period whose code this is, from the one before now to the one after.
pub(super) fn matching_step(secret: &str, given: &str, now: u64) -> Option<u64> {
    let current = step(now);
    [current, current.saturating_sub(1), current + 1].into_iter().find(|step| code(secret, *step) == given)
}

fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut buffer, mut bits) = (0_u32, 0);
    for byte in bytes {
        buffer = buffer << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(buffer >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(ALPHABET[(buffer << (5 - bits) & 31) as usize]));
    }
    text
}

/// Reads base32 without padding; what is no letter of the alphabet is passed over.
fn from_base32(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut buffer, mut bits) = (0_u32, 0);
    for value in text.bytes().filter_map(|letter| ALPHABET.iter().position(|other| *other == letter)) {
        buffer = buffer << 5 | u32::try_from(value).unwrap_or_default();
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `12345678901234567890`, the secret of the RFCs' examples.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_appendix() {
        // RFC 6238 appendix B, the last six of its eight digits.
        for (now, expected) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(code(SECRET, step(now)), expected);
        }
    }

    #[test]
    fn base32_goes_there_and_back() {
        assert_eq!(base32(b"12345678901234567890"), SECRET);
        assert_eq!(from_base32(SECRET), b"12345678901234567890");
        assert_eq!((base32(b"fo").as_str(), from_base32("MZXQ").as_slice()), ("MZXQ", &b"fo"[..]));
    }

    #[test]
    fn a_code_is_taken_one_period_early_or_late_and_no_more() {
        let now = 1_000_000;
        let taken = |away: i64| {
            let step = step(now).checked_add_signed(away).expect("a step");
            matching_step(SECRET, &code(SECRET, step), now).is_some()
        };

        assert_eq!([-2, -1, 0, 1, 2].map(taken), [false, true, true, true, false]);
    }
}
