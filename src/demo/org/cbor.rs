//! As much of CBOR (RFC 8949) as a security key writes: whole numbers, byte and text strings, lists and maps, all of
//! definite length.

/// Deeper than this nothing is nested that a security key writes.
const DEEPEST: usize = 8;

/// A value of CBOR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cbor {
    Integer(i64),
    Bytes(Vec<u8>),
    Text(String),
    List(Vec<Cbor>),
    Map(Vec<(Cbor, Cbor)>),
}

impl Cbor {
    /// Reads one value and what comes after it; nothing when it is not well-formed.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        read(bytes, DEEPEST)
    }

    /// The member of a map under a text.
    pub(super) fn member(&self, name: &str) -> Option<&Self> {
        self.find(|key| matches!(key, Self::Text(text) if text == name))
    }

    /// The member of a map under a number, as COSE names its members (RFC 9052 §7).
    pub(super) fn numbered(&self, number: i64) -> Option<&Self> {
        self.find(|key| *key == Self::Integer(number))
    }

    pub(super) fn as_bytes(&self) -> Option<&[u8]> {
        if let Self::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    fn find(&self, is_key: impl Fn(&Self) -> bool) -> Option<&Self> {
        let Self::Map(members) = self else { return None };
        members.iter().find(|(key, _)| is_key(key)).map(|(_, value)| value)
    }
}

fn read(bytes: &[u8], depth: usize) -> Option<(Cbor, &[u8])> {
    let depth = depth.checked_sub(1)?;
    let (first, rest) = bytes.split_first()?;
    let (argument, rest) = argument(first & 0x1f, rest)?;
    let count = usize::try_from(argument).ok();
    match first >> 5 {
        0 => Some((Cbor::Integer(i64::try_from(argument).ok()?), rest)),
        1 => Some((Cbor::Integer(-1 - i64::try_from(argument).ok()?), rest)),
        2 => rest.split_at_checked(count?).map(|(bytes, rest)| (Cbor::Bytes(bytes.to_vec()), rest)),
        3 => {
            let (text, rest) = rest.split_at_checked(count?)?;
            Some((Cbor::Text(std::str::from_utf8(text).ok()?.to_owned()), rest))
        }
        4 => {
            let (mut list, mut rest) = (Vec::new(), rest);
            for _ in 0..count? {
                let (value, after) = read(rest, depth)?;
                list.push(value);
                rest = after;
            }
            Some((Cbor::List(list), rest))
        }
        5 => {
            let (mut members, mut rest) = (Vec::new(), rest);
            for _ in 0..count? {
                let (key, after) = read(rest, depth)?;
                let (value, after) = read(after, depth)?;
                members.push((key, value));
                rest = after;
            }
            Some((Cbor::Map(members), rest))
        }
        _ => None,
    }
}

/// The number behind the first byte, from as many bytes as that says.
fn argument(information: u8, rest: &[u8]) -> Option<(u64, &[u8])> {
    let length = match information {
        0..=23 => return Some((u64::from(information), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        _ => return None,
    };
    let (bytes, rest) = rest.split_at_checked(length)?;
    Some((bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_appendix_are_read() {
        // RFC 8949 appendix A.
        let read = |bytes: &[u8]| Cbor::read(bytes).map(|(value, _)| value);
        assert_eq!(read(&[0x18, 0x64]), Some(Cbor::Integer(100)));
        assert_eq!(read(&[0x39, 0x03, 0xe7]), Some(Cbor::Integer(-1000)));
        assert_eq!(read(&[0x44, 1, 2, 3, 4]), Some(Cbor::Bytes(vec![1, 2, 3, 4])));
        assert_eq!(read(b"\x64IETF"), Some(Cbor::Text("IETF".to_owned())));
        let map = read(&[0xa2, 0x61, b'a', 0x01, 0x61, b'b', 0x82, 0x02, 0x03]).expect("a map");
        assert_eq!(map.member("a"), Some(&Cbor::Integer(1)));
        assert_eq!(map.member("b"), Some(&Cbor::List(vec![Cbor::Integer(2), Cbor::Integer(3)])));
    }

    #[test]
    fn what_breaks_off_or_is_nested_without_end_is_nothing() {
        assert_eq!(Cbor::read(&[0x44, 1, 2]), None);
        assert_eq!(Cbor::read(&[0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
        assert_eq!(Cbor::read(&[0x81; 100]), None);
        assert_eq!(Cbor::read(&[0x5f]), None, "indefinite length");
    }
}
