//! The access token itself.

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use subtle::ConstantTimeEq as _;

const SCHEME: &str = "Bearer ";

/// Lets its bearer call the application's resources (RFC 6750).
///
/// It is kept as it travels, with the scheme before it: the header that goes upstream with each request shares its bytes, so
/// that a session holds them once. (De)serialisable only as a plain string, which is meant for sealed values alone.
#[derive(Clone)]
pub struct AccessToken(Bytes);

impl AccessToken {
    /// Takes the value out of circulation.
    pub fn new(value: impl Into<String>) -> Self {
        let value = value.into();
        Self(Bytes::from([SCHEME, &value].concat()))
    }

    /// The value itself, for the one place that sends or derives from it.
    pub fn expose(&self) -> &str {
        std::str::from_utf8(&self.0[SCHEME.len()..]).expect("it was made of text")
    }

    /// The value of an `Authorization` header (RFC 6750 §2.1); `None` for what no header can carry.
    pub fn header(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_maybe_shared(self.0.clone()).ok().filter(|_| self.0.is_ascii())?;
        value.set_sensitive(true);
        Some(value)
    }
}

impl PartialEq for AccessToken {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for AccessToken {}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken([redacted])")
    }
}

impl Serialize for AccessToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for AccessToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_shares_the_bytes_of_the_token() {
        let token = AccessToken::new("abc");

        let (one, other) = (token.header().expect("a header"), token.header().expect("a header"));

        assert_eq!((one.to_str().expect("ASCII"), token.expose()), ("Bearer abc", "abc"));
        assert_eq!(one.as_bytes().as_ptr(), other.as_bytes().as_ptr());
    }

    #[test]
    fn neither_the_token_nor_its_header_is_ever_shown() {
        let token = AccessToken::new("hunter2");

        assert_eq!(format!("{token:?} {:?}", token.header()), "AccessToken([redacted]) Some(Sensitive)");
    }

    #[test]
    fn what_no_header_can_carry_makes_none() {
        for token in ["a\r\nX-Forwarded-User: root", "é", "\u{7f}"] {
            assert_eq!(AccessToken::new(token).header(), None, "{token:?}");
        }
    }
}
