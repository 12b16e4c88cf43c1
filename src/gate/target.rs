//! The request target, computed once: what is matched, logged and sent upstream is this one value.
//!
//! Known attacks on gateways live from a path that the gateway and the application read differently. So a target that
//! two parsers *could* read differently is refused (RFC 3986 leaves them all room): dot segments, encoded slashes,
//! backslashes, empty segments, path parameters, escapes of escapes. A route may ask for raw targets; then only
//! what no application needs stays refused, and the route table sees to it that both readings lead to the same route.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::Uri;
use http::uri::PathAndQuery;

use super::path;

/// An origin-form target (RFC 9112 §3.2.1) that begins with exactly one reading of where it leads.
#[derive(Clone)]
pub struct CanonicalTarget {
    whole: PathAndQuery,
    ambiguity: Option<TargetFault>,
}

/// What is wrong with a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetFault {
    /// It is neither a path nor an absolute URL of this very host.
    Form,
    /// Its authority is another host than `Host` names.
    OtherAuthority,
    /// It has a fragment, which no client sends.
    Fragment,
    /// It has bytes that must be percent-encoded.
    RawBytes,
    /// Its path spells a control character.
    ControlCharacter,
    /// Its path has `.` or `..`, in whatever spelling.
    DotSegment,
    /// A percent sign begins no escape.
    BadEscape,
    /// An escape spells another escape.
    DoubleEscape,
    /// A dot is percent-encoded.
    EncodedDot,
    /// A slash is percent-encoded.
    EncodedSlash,
    /// There is a backslash, encoded or not.
    Backslash,
    /// Two slashes follow each other.
    EmptySegment,
    /// A segment has parameters after `;`.
    PathParameter,
    /// Its path spells bytes that are no text in UTF-8.
    NotUtf8,
    /// Its path spells a character in more bytes than UTF-8 allows for it.
    Overlong,
}

/// Without the query: codes and tokens travel there.
impl fmt::Debug for CanonicalTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CanonicalTarget({:?})", self.path())
    }
}

impl TargetFault {
    pub(super) const fn reason(self) -> &'static str {
        match self {
            Self::Form => "the request target is neither a path nor a URL of this host",
            Self::OtherAuthority => "the request target names another host than the Host header",
            Self::Fragment => "the request target has a fragment",
            Self::RawBytes => "the request target has bytes that must be percent-encoded",
            Self::ControlCharacter => "the path spells a control character",
            Self::DotSegment => "the path has a dot segment",
            Self::BadEscape => "a percent sign in the path begins no escape",
            Self::DoubleEscape => {
                "the path has an escape within an escape; routes[].target: raw lets it through where it is needed"
            }
            Self::EncodedDot => "the path has an encoded dot; routes[].target: raw lets it through where it is needed",
            Self::EncodedSlash => {
                "the path has an encoded slash; routes[].target: raw lets it through where it is needed"
            }
            Self::Backslash => "the path has a backslash; routes[].target: raw lets it through where it is needed",
            Self::EmptySegment => {
                "the path has an empty segment; routes[].target: raw lets it through where it is needed"
            }
            Self::PathParameter => {
                "the path has a parameter after a semicolon; routes[].target: raw lets it through where it is needed"
            }
            Self::NotUtf8 => "the path is not UTF-8; routes[].target: raw lets it through where it is needed",
            Self::Overlong => "the path spells a character in more bytes than it needs, as in attacks on decoders",
        }
    }
}

impl CanonicalTarget {
    /// Reads the target of an HTTP/1 request line, exactly as it was received.
    ///
    /// An absolute-form target (RFC 9112 §3.2.2) is reduced to its path and query if its authority is the one that `Host` names;
    /// what is not reduced here is not understood upstream.
    ///
    /// # Errors
    /// The first [`TargetFault`] that no route may allow.
    pub fn from_request_line(raw: &Bytes, host: &str) -> Result<Self, TargetFault> {
        let origin_form = match raw.first() {
            Some(b'/') => raw.clone(),
            _ => from_absolute_form(raw, host)?,
        };
        if origin_form.contains(&b'#') {
            return Err(TargetFault::Fragment);
        }
        if !origin_form.iter().all(u8::is_ascii_graphic) {
            return Err(TargetFault::RawBytes);
        }
        Self::checked(PathAndQuery::from_maybe_shared(origin_form).map_err(|_| TargetFault::RawBytes)?)
    }

    /// Reads the target of an HTTP/2 request: its `:path` (RFC 9113 §8.3.1).
    ///
    /// # Errors
    /// The first [`TargetFault`] that no route may allow.
    pub fn from_uri(uri: &Uri) -> Result<Self, TargetFault> {
        Self::checked(uri.path_and_query().ok_or(TargetFault::Form)?.clone())
    }

    fn checked(whole: PathAndQuery) -> Result<Self, TargetFault> {
        if !whole.path().starts_with('/') {
            return Err(TargetFault::Form);
        }
        if !whole.as_str().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(TargetFault::RawBytes);
        }
        let ambiguity = inspect(whole.path())?;
        Ok(Self { whole, ambiguity })
    }

    /// Path and query as they go upstream and into the log's path: byte for byte what the client sent.
    pub fn as_str(&self) -> &str {
        self.whole.as_str()
    }

    /// The path alone.
    pub fn path(&self) -> &str {
        self.whole.path()
    }

    /// Path and query as the value that requests are built from.
    pub fn path_and_query(&self) -> &PathAndQuery {
        &self.whole
    }

    /// What a route must allow explicitly before this target may pass; nothing for most targets.
    pub const fn ambiguity(&self) -> Option<TargetFault> {
        self.ambiguity
    }

    /// Whether somebody might take the path for one under `prefix`: what lies there is not to be written down.
    pub fn may_be_under(&self, prefix: &str) -> bool {
        path::is_nearly_under(&self.decoded_path(), prefix.as_bytes())
            || (self.ambiguity.is_some() && path::is_nearly_under(&self.lax_path(), prefix.as_bytes()))
    }

    /// The path as an application reads it that decodes once.
    pub(super) fn decoded_path(&self) -> Cow<'_, [u8]> {
        path::decoded(self.path().as_bytes())
    }

    /// The path as the most obliging application would read it: decoded until nothing is left to decode, backslashes as
    /// slashes, slashes merged, parameters dropped, and of every segment what names a file.
    pub(super) fn lax_path(&self) -> Vec<u8> {
        let readings = path::readings(self.path().as_bytes());
        let decoded = readings.last().map_or(&[][..], Vec::as_slice);
        let mut lax = Vec::with_capacity(decoded.len());
        for segment in decoded.split(|byte| matches!(byte, b'/' | b'\\')) {
            let name = path::bare_name(segment.split(|byte| *byte == b';').next().unwrap_or_default());
            if !name.is_empty() {
                lax.push(b'/');
                lax.extend_from_slice(name);
            }
        }
        if lax.is_empty() {
            lax.push(b'/');
        }
        lax
    }
}

/// `http://host/path` becomes `/path`.
fn from_absolute_form(raw: &Bytes, host: &str) -> Result<Bytes, TargetFault> {
    let rest = ["http://", "https://"]
        .iter()
        .find_map(|scheme| {
            let begins = raw.get(..scheme.len())?.eq_ignore_ascii_case(scheme.as_bytes());
            begins.then(|| raw.slice(scheme.len()..))
        })
        .ok_or(TargetFault::Form)?;
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    if !rest[..end].eq_ignore_ascii_case(host.as_bytes()) {
        return Err(TargetFault::OtherAuthority);
    }
    let target = rest.slice(end..);
    match target.first() {
        None => Ok(Bytes::from_static(b"/")),
        Some(b'/') => Ok(target),
        Some(_) => Err(TargetFault::Form),
    }
}

/// Refuses what no route may allow and names what one must.
fn inspect(path: &str) -> Result<Option<TargetFault>, TargetFault> {
    let mut ambiguity = None;
    let mut previous = 0;
    let bytes = path.as_bytes();
    for (index, &byte) in bytes.iter().enumerate() {
        let fault = match byte {
            b'%' => inspect_escape(&bytes[index + 1..])?,
            b'\\' => Some(TargetFault::Backslash),
            b';' => Some(TargetFault::PathParameter),
            b'/' if previous == b'/' => Some(TargetFault::EmptySegment),
            _ => None,
        };
        ambiguity = ambiguity.or(fault);
        previous = byte;
    }
    // What is spelled shows in the decoded text alone: an escape may be put together from others, digit by digit.
    if path.contains('%') {
        return Ok(ambiguity.or(inspect_readings(&path::readings(bytes))?));
    }
    // Only a path with a dot can have a dot segment.
    if path.contains('.') && path::has_dot_segment(bytes) {
        return Err(TargetFault::DotSegment);
    }
    Ok(ambiguity)
}

/// Looks at what follows a percent sign.
fn inspect_escape(digits: &[u8]) -> Result<Option<TargetFault>, TargetFault> {
    match path::escape(digits).ok_or(TargetFault::BadEscape)? {
        byte if byte.is_ascii_control() => Err(TargetFault::ControlCharacter),
        b'.' => Ok(Some(TargetFault::EncodedDot)),
        b'/' => Ok(Some(TargetFault::EncodedSlash)),
        b'\\' => Ok(Some(TargetFault::Backslash)),
        b';' => Ok(Some(TargetFault::PathParameter)),
        _ => Ok(None),
    }
}

/// Looks at what servers make of a path, those that decode it once and those that go on for as long as there is something to
/// decode; they also differ in what they make of bytes that are no text.
fn inspect_readings(readings: &[Vec<u8>]) -> Result<Option<TargetFault>, TargetFault> {
    if readings.iter().any(|reading| path::has_overlong_sequence(reading)) {
        return Err(TargetFault::Overlong);
    }
    if readings.iter().any(|reading| path::has_dot_segment(reading)) {
        return Err(TargetFault::DotSegment);
    }
    if readings.iter().flatten().any(u8::is_ascii_control) {
        return Err(TargetFault::ControlCharacter);
    }
    match readings {
        [once] => Ok(std::str::from_utf8(once).is_err().then_some(TargetFault::NotUtf8)),
        nested if nested.len() > path::DEEPEST => Err(TargetFault::DoubleEscape),
        _ => Ok(Some(TargetFault::DoubleEscape)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(target: &[u8]) -> Result<CanonicalTarget, TargetFault> {
        CanonicalTarget::from_request_line(&Bytes::copy_from_slice(target), "app.example.com")
    }

    #[test]
    fn no_attack_on_paths_is_taken_for_canonical() {
        for attack in super::super::attack_lines(include_str!("../../tests/attacks/paths.txt")) {
            let verdict = read(&attack).map(|target| target.ambiguity());

            assert!(!matches!(verdict, Ok(None)), "{:?} was taken for canonical", attack.escape_ascii().to_string());
        }
    }

    #[test]
    fn ordinary_targets_pass_byte_for_byte() {
        for target in [
            "/",
            "/a/b/",
            "/a?b=/../c&d=//x;y%2F%00",
            "/%C3%A9t%C3%A9",
            "/a%20b",
            "/~user/%7Euser",
            "/100%25.txt",
            "/tags/c%23",
            "/.well-known/x",
            "/...",
            "/a..b",
            "/a|b",
            "/x?",
        ] {
            let target_read = read(target.as_bytes()).expect(target);

            assert_eq!(target_read.as_str(), target);
            assert_eq!(target_read.ambiguity(), None, "{target}");
        }
    }

    #[test]
    fn raw_targets_keep_their_ambiguity_and_never_a_dot_segment() {
        let raw = |target: &str| read(target.as_bytes()).map(|target| target.ambiguity());

        assert_eq!(raw("/a%2Fb"), Ok(Some(TargetFault::EncodedSlash)));
        assert_eq!(raw("/a//b"), Ok(Some(TargetFault::EmptySegment)));
        assert_eq!(raw("/a;b=c"), Ok(Some(TargetFault::PathParameter)));
        assert_eq!(raw("/a%252fb"), Ok(Some(TargetFault::DoubleEscape)));
        for target in ["/a/..", "/a/%2e%2e/b", "/a/.%2E", "/a%2f..%2fb", "/a/..;x/b", "/a/%252e%252e/b", "/a\\..\\b"] {
            assert_eq!(raw(target), Err(TargetFault::DotSegment), "{target}");
        }
        assert_eq!(raw("/gr%FC%DFe"), Ok(Some(TargetFault::NotUtf8)));
        for target in [
            "/x%2fy/%25c0%25ae",
            "/a//%25c0%25ae",
            "/%c0%ae%c0%ae/a",
            "/a%C0%AFb",
            "/%e0%80%ae",
            "/%f0%80%80%ae",
            "/%25c0%25ae",
            "/%2fa/%c1%9c",
        ] {
            assert_eq!(raw(target), Err(TargetFault::Overlong), "{target}");
        }
    }

    #[test]
    fn an_escape_that_is_put_together_from_others_is_one() {
        let verdict = |target: &str| read(target.as_bytes()).map(|target| target.ambiguity());

        for target in ["/%25%36%31dmin", "/a%25%32fb", "/a%252%66b", "/%2525%36%31"] {
            assert_eq!(verdict(target), Ok(Some(TargetFault::DoubleEscape)), "{target}");
        }
        for target in
            ["/public/%25%32%65%25%32%65/admin", "/public/%252%65%252%65/admin", "/%25252%65/x", "/;/%25252e/x"]
        {
            assert_eq!(verdict(target), Err(TargetFault::DotSegment), "{target}");
        }
        assert_eq!(verdict("/%25%30%30"), Err(TargetFault::ControlCharacter));
        assert_eq!(verdict("/%2525252561dmin"), Err(TargetFault::DoubleEscape));
        assert_eq!(verdict("/100%25/%25zz/%25"), Ok(None));
    }

    #[test]
    fn debug_leaves_the_query_out() {
        let target = read(b"/callback?interaction_code=s3cret").expect("a target");

        assert_eq!(format!("{target:?}"), r#"CanonicalTarget("/callback")"#);
    }

    #[test]
    fn an_absolute_form_of_this_host_is_reduced_to_its_path() {
        assert_eq!(read(b"http://app.example.com/a?b").expect("our host").as_str(), "/a?b");
        assert_eq!(read(b"HTTP://APP.example.com").expect("our host").as_str(), "/");
    }

    #[test]
    fn an_absolute_form_of_another_host_is_refused() {
        assert_eq!(read(b"http://evil.example/a").err(), Some(TargetFault::OtherAuthority));
        assert_eq!(read(b"http://app.example.com:81/a").err(), Some(TargetFault::OtherAuthority));
        assert_eq!(read(b"http://app.example.com@evil.example/a").err(), Some(TargetFault::OtherAuthority));
        assert_eq!(read(b"ftp://app.example.com/a").err(), Some(TargetFault::Form));
    }

    #[test]
    fn a_path_that_may_be_the_gateways_own_is_known_in_every_spelling() {
        let may_be_own = |target: &str| read(target.as_bytes()).expect(target).may_be_under("/.gatehouse");

        for target in
            ["/.gatehouse", "/.gatehouse/x", "/%2Egatehouse/x", "//.gatehouse/x", "/.GATEHOUSE/x", "/.gatehouse%2fx"]
        {
            assert!(may_be_own(target), "{target}");
        }
        assert!(!may_be_own("/.gatehousex"));
        assert!(!may_be_own("/x/.gatehouse"));
    }

    #[test]
    fn the_lax_reading_undoes_every_disguise() {
        let lax = |target: &str| read(target.as_bytes()).expect(target).lax_path();

        assert_eq!(lax("/a%2Fb"), b"/a/b");
        assert_eq!(lax("/a%252Fb"), b"/a/b");
        assert_eq!(lax("/a%25252Fb"), b"/a/b");
        assert_eq!(lax("/a%25%32%66b"), b"/a/b");
        assert_eq!(lax("//a;x=y//b\\c"), b"/a/b/c");
        assert_eq!(lax("/a.%2Fb%20;x/c::$DATA"), b"/a/b/c");
    }
}
