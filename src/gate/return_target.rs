//! Where a person goes after signing in or out: a place on this site, and nowhere else.
//!
//! The type is the proof. Nothing but [`ReturnTarget::parse`] makes one, so whoever holds one redirects without looking
//! again. The rules answer how browsers read a `Location` (WHATWG URL Standard), which is more generous than RFC 3986:
//! `\` counts as `/`, tabs and newlines vanish, and `//host` changes the host.

use serde::{Deserialize, Serialize};

use super::path;
use crate::config::PublicUrl;

/// A path and query on the site itself, never under the gateway's own path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct ReturnTarget {
    target: String,
    shortened: bool,
}

/// Why a string is no return target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReturnTargetError {
    /// It is a URL of its own, a relative reference or nothing.
    #[error("it does not begin with a single slash")]
    NotALocalPath,
    /// It has a character that browsers drop, rewrite or never send.
    #[error("it has a character that no browser sends")]
    UnsafeCharacter,
    /// Its path has `.` or `..`, so it names another place than it seems to.
    #[error("its path has a dot segment")]
    DotSegment,
    /// It leads to one of the gateway's own pages: signing in must not end at signing in.
    #[error("it lies under the gateway's own path")]
    OwnPath,
}

impl ReturnTarget {
    /// The longest target that is kept whole, so that a transaction fits its cookie; a longer one keeps its path only.
    pub const MAX_BYTES: usize = 1024;

    /// Accepts `target` when every browser takes it for a place on this very site, outside `own_path`.
    ///
    /// Anything but printable ASCII is refused, and `\` and `#` as well. In the path the same goes for what is spelled
    /// with percent signs: encoded control characters, backslashes, dot segments and a second leading slash are harmless
    /// to browsers but not to every server that decodes them. Two slashes further in stay: some applications use them,
    /// and no browser takes what follows them for a host.
    ///
    /// # Errors
    /// A [`ReturnTargetError`] that says which rule was broken.
    pub fn parse(target: &str, own_path: &str) -> Result<Self, ReturnTargetError> {
        let checked = Self::check(target)?;
        let path = path::of_target(&checked.target);
        if path::is_under(&path::decoded(path.as_bytes()), own_path.as_bytes()) {
            return Err(ReturnTargetError::OwnPath);
        }
        Ok(checked)
    }

    fn check(target: &str) -> Result<Self, ReturnTargetError> {
        if !target.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\' && byte != b'#') {
            return Err(ReturnTargetError::UnsafeCharacter);
        }
        let whole_path = path::of_target(target);
        let decoded = path::decoded(whole_path.as_bytes());
        if decoded.first() != Some(&b'/') || decoded.get(1) == Some(&b'/') || !whole_path.starts_with('/') {
            return Err(ReturnTargetError::NotALocalPath);
        }
        if decoded.iter().any(|byte| byte.is_ascii_control() || *byte == b'\\') {
            return Err(ReturnTargetError::UnsafeCharacter);
        }
        if path::has_dot_segment(&decoded) {
            return Err(ReturnTargetError::DotSegment);
        }
        let kept = match (target.len(), whole_path.len()) {
            (..=Self::MAX_BYTES, _) => target,
            (_, ..=Self::MAX_BYTES) => whole_path,
            _ => "/",
        };
        Ok(Self { target: kept.to_owned(), shortened: kept.len() < target.len() })
    }

    /// The path and query, beginning with exactly one slash.
    pub fn as_str(&self) -> &str {
        &self.target
    }

    /// Whether the query, or all of it, was too long to keep; the page says so.
    pub const fn is_shortened(&self) -> bool {
        self.shortened
    }

    /// The same target, known to be what was left of a longer one: said where it travels as plain text.
    #[must_use]
    pub fn marked_as_shortened(self) -> Self {
        Self { shortened: true, ..self }
    }

    /// The path alone, for a place where the whole target is too long.
    #[must_use]
    pub fn without_query(&self) -> Self {
        let path = path::of_target(&self.target);
        Self { target: path.to_owned(), shortened: self.shortened || path.len() < self.target.len() }
    }

    /// The target as an absolute URL on the site's configured origin.
    pub fn on(&self, site: &PublicUrl) -> String {
        format!("{}{}", site.as_str(), self.target)
    }
}

/// The site's root.
impl Default for ReturnTarget {
    fn default() -> Self {
        Self { target: "/".to_owned(), shortened: false }
    }
}

/// How a target lies in a sealed value; reading it back checks it again, except for the own path, which is the site's.
#[derive(Serialize, Deserialize)]
struct Written {
    target: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    shortened: bool,
}

impl From<ReturnTarget> for Written {
    fn from(target: ReturnTarget) -> Self {
        Self { target: target.target, shortened: target.shortened }
    }
}

impl TryFrom<Written> for ReturnTarget {
    type Error = ReturnTargetError;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let checked = Self::check(&written.target)?;
        Ok(Self { shortened: checked.shortened || written.shortened, ..checked })
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    const OWN_PATH: &str = "/.gatehouse";

    fn parse(target: &str) -> Result<ReturnTarget, ReturnTargetError> {
        ReturnTarget::parse(target, OWN_PATH)
    }

    #[test]
    fn refuses_every_known_way_off_the_site() {
        for attack in super::super::attack_lines(include_str!("../../tests/attacks/return_targets.txt")) {
            let text = String::from_utf8_lossy(&attack);
            assert!(parse(&text).is_err(), "{text:?} was accepted");
        }
    }

    #[test]
    fn whatever_is_accepted_stays_on_the_origin_in_the_eyes_of_a_browser() {
        let site = Url::parse("https://app.example.com/").expect("a constant");
        for attack in super::super::attack_lines(include_str!("../../tests/attacks/return_targets.txt")) {
            for prefix in ["", "/", "/x", "/?next=", "/x;"] {
                let text = format!("{prefix}{}", String::from_utf8_lossy(&attack));
                if let Ok(target) = parse(&text) {
                    let followed = site.join(target.as_str()).expect("a local path");
                    assert_eq!(followed.origin(), site.origin(), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn keeps_an_ordinary_target_byte_for_byte() {
        for target in ["/", "/a/b?c=d&e=%2F%0A", "/a%20b/%C3%A9", "/a//b", "/?q=a|b", "/.gatehousex", "/x/.gatehouse"] {
            assert_eq!(parse(target).as_ref().map(ReturnTarget::as_str), Ok(target));
        }
    }

    #[test]
    fn never_returns_to_the_gateways_own_pages() {
        for target in ["/.gatehouse", "/.gatehouse/sign-out", "/.gatehouse?x", "/%2egatehouse/x", "/.%67atehouse"] {
            assert_eq!(parse(target), Err(ReturnTargetError::OwnPath), "{target}");
        }
    }

    #[test]
    fn a_target_over_one_kilobyte_keeps_its_path_and_says_so() {
        let long_query = parse(&format!("/report?{}", "x".repeat(1024))).expect("a local target");
        let long_path = parse(&format!("/{}", "x".repeat(1024))).expect("a local target");
        let longest = parse(&format!("/?{}", "x".repeat(1022))).expect("a local target");

        assert_eq!((long_query.as_str(), long_query.is_shortened()), ("/report", true));
        assert_eq!((long_path.as_str(), long_path.is_shortened()), ("/", true));
        assert!(!longest.is_shortened());
    }

    #[test]
    fn is_checked_again_when_it_is_read_back() {
        let kept = parse(&format!("/a?{}", "x".repeat(2000))).expect("a local target");
        let written = serde_json::to_string(&kept).expect("plain text");

        let read: ReturnTarget = serde_json::from_str(&written).expect("what was written");
        let planted = serde_json::from_str::<ReturnTarget>(r#"{"target":"//evil.example"}"#);

        assert_eq!(read, kept);
        assert!(planted.is_err());
    }
}
