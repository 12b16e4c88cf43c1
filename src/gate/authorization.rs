//! What a request's `Authorization` says, on a route that takes access tokens (RFC 6750 §2.1).
//!
//! The header is the only place that is looked into: a token in a query ends up in logs and histories (§2.3), and one in a body
//! (§2.2) would have to be read by everybody who is to decide.

use http::{HeaderMap, header};

/// What stands in the header.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Authorization<'a> {
    /// Nothing of the scheme `Bearer`: whatever else is there is not looked at.
    None,
    /// An access token, by its shape.
    Bearer(&'a str),
    /// Something that no server issues, where the token should be.
    NoToken,
    /// The header is there several times, or names the scheme and nothing else.
    Malformed,
}

const SCHEME: &[u8] = b"bearer";

impl<'a> Authorization<'a> {
    /// Reads the header; schemes are compared without regard to case (RFC 9110 §11.1).
    pub fn of(headers: &'a HeaderMap) -> Self {
        let mut lines = headers.get_all(header::AUTHORIZATION).iter();
        let (line, further) = (lines.next(), lines.next());
        let Some(line) = line else { return Self::None };
        if further.is_some() {
            return Self::Malformed;
        }
        let line = line.as_bytes().trim_ascii();
        let Some((scheme, rest)) = line.split_at_checked(SCHEME.len()) else { return Self::None };
        if !scheme.eq_ignore_ascii_case(SCHEME) {
            return Self::None;
        }
        match rest.first() {
            None => Self::Malformed,
            Some(b' ' | b'\t') => match rest.trim_ascii() {
                token if is_token(token) => std::str::from_utf8(token).map_or(Self::NoToken, Self::Bearer),
                _ => Self::NoToken,
            },
            // A scheme that begins like ours.
            Some(_) => Self::None,
        }
    }
}

/// `b64token` (RFC 6750 §2.1), with the padding wherever it stands.
fn is_token(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(byte))
}

/// Without the token.
impl std::fmt::Debug for Authorization<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Bearer(_) => "Bearer([redacted])",
            Self::NoToken => "NoToken",
            Self::Malformed => "Malformed",
        })
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(lines: &[&[u8]]) -> HeaderMap {
        let line = |line: &&[u8]| (header::AUTHORIZATION, HeaderValue::from_bytes(line).expect("a value"));
        lines.iter().map(line).collect()
    }

    fn read(line: &[u8]) -> String {
        match Authorization::of(&headers(&[line])) {
            Authorization::Bearer(token) => token.to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_token_is_read_whatever_the_case_of_its_scheme() {
        for line in
            ["Bearer a.B-c_d~e+f/g=", "bearer a.B-c_d~e+f/g=", "BEARER   a.B-c_d~e+f/g=", "bEaReR\ta.B-c_d~e+f/g="]
        {
            assert_eq!(read(line.as_bytes()), "a.B-c_d~e+f/g=", "{line}");
        }
    }

    #[test]
    fn other_schemes_are_not_looked_at() {
        for line in [&b"Basic YTpi"[..], b"DPoP token", b"Bearers token", b"Bearer-Token x", b"Bear", b"", b"\xff\xff"]
        {
            assert_eq!(read(line), "None", "{}", line.escape_ascii());
        }
        assert_eq!(Authorization::of(&HeaderMap::new()), Authorization::None);
    }

    #[test]
    fn what_no_server_issues_is_no_token() {
        for line in
            [&b"Bearer a b"[..], b"Bearer a,b", b"Bearer \"a\"", b"Bearer a, Basic YTpi", b"Bearer t\xc3\xb6ken"]
        {
            assert_eq!(read(line), "NoToken", "{}", line.escape_ascii());
        }
    }

    #[test]
    fn a_header_that_can_be_read_in_two_ways_or_in_none_is_malformed() {
        assert_eq!(read(b"Bearer"), "Malformed");
        assert_eq!(read(b"Bearer  "), "Malformed");
        for lines in [[&b"Bearer a"[..], b"Bearer a"], [b"Bearer a", b"Basic YTpi"], [b"Basic YTpi", b"Bearer a"]] {
            assert_eq!(Authorization::of(&headers(&lines)), Authorization::Malformed);
        }
    }

    #[test]
    fn a_token_is_not_printed() {
        assert!(!format!("{:?}", Authorization::of(&headers(&[b"Bearer s3cr3t"]))).contains("s3cr3t"));
    }
}
