//! Which cookies an application sees and may set: all of them but the gateway's own.
//!
//! The gateway's cookies lie on the application's origin, so the browser sends them along. An application that logs or
//! leaks its cookies must not be able to leak a session with them. The others pass byte for byte and in order.

use http::{HeaderMap, HeaderValue, header};

use super::pieces::pieces;

/// The word that the names of all our cookies begin with, behind an optional prefix.
const OWN_NAME: &[u8] = b"gatehouse";
/// Cookie name prefixes with a meaning (RFC 6265bis §4.1.3).
const PREFIXES: [&[u8]; 4] = [b"__host-", b"__secure-", b"__http-", b"__host-http-"];

/// What becomes of a request's `Cookie` lines on their way upstream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpstreamCookies {
    /// There is one line, or none, and nothing of ours in it: it stays as it is.
    Unchanged,
    /// One line takes the place of what came.
    Replaced(HeaderValue),
    /// Nothing is left.
    Removed,
}

impl UpstreamCookies {
    /// Joins the lines, which HTTP/2 may split (RFC 9113 §8.2.3), and leaves out our own cookies.
    pub fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::COOKIE);
        let mut is_changed = lines.iter().nth(1).is_some();
        let mut joined = Vec::with_capacity(lines.iter().map(|line| line.len() + 2).sum());
        for crumb in crumbs(lines.iter()) {
            if is_own(crumb) {
                is_changed = true;
                continue;
            }
            if !joined.is_empty() {
                joined.extend_from_slice(b"; ");
            }
            joined.extend_from_slice(crumb);
        }
        if !is_changed {
            return Self::Unchanged;
        }
        match HeaderValue::from_maybe_shared(bytes::Bytes::from(joined)) {
            Ok(value) if !value.is_empty() => Self::Replaced(value),
            _ => Self::Removed,
        }
    }
}

/// All `Cookie` lines as one, for whoever reads cookies: copied only when there are several.
pub fn joined(headers: &HeaderMap) -> Option<HeaderValue> {
    let mut lines = headers.get_all(header::COOKIE).iter();
    let first = lines.next()?;
    let Some(second) = lines.next() else { return Some(first.clone()) };
    let mut joined = first.as_bytes().to_vec();
    for line in std::iter::once(second).chain(lines) {
        joined.extend_from_slice(b"; ");
        joined.extend_from_slice(line.as_bytes());
    }
    HeaderValue::from_maybe_shared(bytes::Bytes::from(joined)).ok()
}

/// Whether a `Set-Cookie` line of an application would set one of our cookies.
///
/// Browsers send a cookie without a name as its bare value, so `=gatehouse=x` counts as well.
pub fn sets_own_cookie(line: &HeaderValue) -> bool {
    let pair = line.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
    let named = pair.trim_ascii().strip_prefix(b"=").unwrap_or(pair);
    is_own(named)
}

/// The `name=value` pieces of all lines, without the blanks between them.
fn crumbs<'a>(lines: impl Iterator<Item = &'a HeaderValue>) -> impl Iterator<Item = &'a [u8]> {
    lines.flat_map(|line| pieces(line.as_bytes(), b';')).map(<[u8]>::trim_ascii).filter(|piece| !piece.is_empty())
}

/// Whether the cookie has one of our names, or one that a lenient parser could take for ours: in another case, with or
/// without a prefix, or with `_` or `.` where ours have `-`.
fn is_own(crumb: &[u8]) -> bool {
    let end = memchr::memchr(b'=', crumb).unwrap_or(crumb.len());
    let name = crumb[..end].trim_ascii();
    // Tells most cookies apart from ours.
    if !matches!(name.first(), Some(b'_' | b'g' | b'G')) {
        return false;
    }
    let fold = |byte: &u8| if matches!(byte, b'.' | b'-') { b'-' } else { byte.to_ascii_lowercase() };
    let begins = |text: &[u8], word: &[u8]| {
        text.len() >= word.len() && text.iter().zip(word).all(|(one, other)| fold(one) == *other)
    };
    let rest_is_ours = |rest: &[u8]| {
        begins(rest, OWN_NAME) && rest.get(OWN_NAME.len()).is_none_or(|next| !next.is_ascii_alphanumeric())
    };
    rest_is_ours(name) || PREFIXES.iter().any(|prefix| begins(name, prefix) && rest_is_ours(&name[prefix.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upstream(lines: &[&'static [u8]]) -> UpstreamCookies {
        UpstreamCookies::of(&headers(lines))
    }

    fn headers(lines: &[&[u8]]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, HeaderValue::from_bytes(line).expect("a header value"));
        }
        headers
    }

    fn replaced(line: &'static [u8]) -> UpstreamCookies {
        UpstreamCookies::Replaced(HeaderValue::from_bytes(line).expect("a header value"))
    }

    #[test]
    fn our_cookies_never_reach_an_application() {
        for own in [
            "__Host-gatehouse=x",
            "gatehouse=x",
            "__Host-gatehouse-device=x",
            "gatehouse-device=x",
            "__Secure-gatehouse-tx-1a2b=x",
            "gatehouse-tx-1a2b=x",
            "__host-gatehouse=x",
            "__Host-gatehouse.0=x",
            "__Host-gatehouse_1=x",
            "GATEHOUSE=x",
            "gatehouse",
            "gatehouse =x",
            "__Secure-gatehouse=x",
        ] {
            let line = format!("a=1; {own}; b=2");
            assert_eq!(UpstreamCookies::of(&headers(&[line.as_bytes()])), replaced(b"a=1; b=2"), "{own}");
        }
    }

    #[test]
    fn other_cookies_pass_byte_for_byte_and_in_order() {
        let odd: &[u8] = b"a=1;b=\"x;  y\"; ;c;\xff=\xfe; gatehousex=1; x-gatehouse=2; a=3";

        assert_eq!(upstream(&[odd]), UpstreamCookies::Unchanged);
        assert_eq!(upstream(&[b"z=1; gatehouse=s; a=\"q\"; z=2"]), replaced(b"z=1; a=\"q\"; z=2"));
    }

    #[test]
    fn crumbs_are_joined_into_one_line() {
        assert_eq!(upstream(&[b"a=1", b"b=2", b"__Host-gatehouse=s"]), replaced(b"a=1; b=2"));
        assert_eq!(upstream(&[b"a=1", b"b=2"]), replaced(b"a=1; b=2"));
    }

    #[test]
    fn nothing_is_left_of_a_line_with_only_our_cookies() {
        assert_eq!(upstream(&[b"__Host-gatehouse=s; gatehouse-device=d"]), UpstreamCookies::Removed);
        assert_eq!(upstream(&[]), UpstreamCookies::Unchanged);
    }

    #[test]
    fn broken_lines_are_harmless() {
        for line in [b";;;".as_slice(), b"=", b" ; =a", b"a==b", b"=gatehouse"] {
            let value = HeaderValue::from_bytes(line).expect("a header value");
            let _ = (UpstreamCookies::of(&headers(&[line])), sets_own_cookie(&value));
        }
    }

    #[test]
    fn an_application_cannot_set_our_cookies() {
        let sets = |line: &'static str| sets_own_cookie(&HeaderValue::from_static(line));

        assert!(sets("__Host-gatehouse=x; Path=/; Secure"));
        assert!(sets("gatehouse-device=x"));
        assert!(sets("=gatehouse=x"));
        assert!(sets(" =__Host-gatehouse=x"));
        assert!(sets("gatehouse"));
        assert!(!sets("app=gatehouse; Path=/"));
        assert!(!sets("gatehousex=1"));
    }

    #[test]
    fn all_lines_are_read_as_one() {
        assert_eq!(joined(&headers(&[b"a=1", b"b=2; c=3"])), Some(HeaderValue::from_static("a=1; b=2; c=3")));
        assert_eq!(joined(&HeaderMap::new()), None);
    }
}
