//! How paths are taken apart, in one place for all who compare them.

use std::borrow::Cow;

/// Everything before the first `?`.
pub(super) fn of_target(target: &str) -> &str {
    target.split_once('?').map_or(target, |(path, _)| path)
}

/// Whether `path` is `prefix` or lies below it, on a segment boundary.
pub(super) fn is_under(path: &[u8], prefix: &[u8]) -> bool {
    match path.strip_prefix(prefix) {
        Some([]) => true,
        Some([next, ..]) => *next == b'/' || prefix.ends_with(b"/"),
        None => false,
    }
}

/// The bytes that percent-encoding (RFC 3986 §2.1) spells; a sign that begins no escape stands for itself.
pub(super) fn decoded(path: &[u8]) -> Cow<'_, [u8]> {
    if !path.contains(&b'%') {
        return Cow::Borrowed(path);
    }
    let mut rest = path;
    let mut decoded = Vec::with_capacity(rest.len());
    while let Some((&byte, after)) = rest.split_first() {
        match (byte, escape(after)) {
            (b'%', Some(spelled)) => {
                decoded.push(spelled);
                rest = &after[2..];
            }
            _ => {
                decoded.push(byte);
                rest = after;
            }
        }
    }
    Cow::Owned(decoded)
}

/// The deepest nesting of escapes that is followed; nobody but an attacker comes near it.
pub(super) const DEEPEST: usize = 4;

/// The path decoded once, twice and so on until nothing is left to decode, or until one more than [`DEEPEST`] readings are found.
pub(super) fn readings(path: &[u8]) -> Vec<Vec<u8>> {
    let mut readings = vec![decoded(path).into_owned()];
    while readings.len() <= DEEPEST
        && let Some(latest) = readings.last().filter(|latest| holds_escape(latest))
    {
        readings.push(decoded(latest).into_owned());
    }
    readings
}

fn holds_escape(text: &[u8]) -> bool {
    text.windows(3).any(|window| window[0] == b'%' && escape(&window[1..]).is_some())
}

/// The byte that the two hexadecimal digits at the beginning of `digits` spell.
pub(super) fn escape(digits: &[u8]) -> Option<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let value = digit(digits.first()?)? * 16 + digit(digits.get(1)?)?;
    u8::try_from(value).ok()
}

/// Whether a segment of the decoded path is `.` or `..`, with or without parameters (`..;x`), as the laxest server would see it.
pub(super) fn has_dot_segment(decoded: &[u8]) -> bool {
    decoded.split(|byte| matches!(byte, b'/' | b'\\')).any(|segment| {
        let name = segment.split(|byte| *byte == b';').next().unwrap_or_default();
        matches!(name, b"." | b"..")
    })
}

/// Whether there is a sequence that spells an ASCII character, or another short one, in more bytes than it needs. UTF-8 has no
/// such thing (RFC 3629 §3), and decoders that take them anyway turn `C0 AE` into a dot.
pub(super) fn has_overlong_sequence(decoded: &[u8]) -> bool {
    let needs_less = |pair: &[u8]| {
        matches!(pair, [0xE0, 0x80..=0x9F] | [0xF0, 0x80..=0x8F] | [0xF8, 0x80..=0x87] | [0xFC, 0x80..=0x83])
    };
    decoded.iter().any(|byte| matches!(byte, 0xC0 | 0xC1)) || decoded.windows(2).any(needs_less)
}

/// Whether a server that is obliging about names would see `path` under `prefix`: one that ignores case, splits a path again
/// after decoding it, drops dots and spaces at the end of a name, or takes what follows a colon for a part of the file, as
/// Windows does.
pub(super) fn is_nearly_under(path: &[u8], prefix: &[u8]) -> bool {
    let mut segments = path.split(|byte| *byte == b'/').filter(|segment| !bare_name(segment).is_empty());
    let mut expected = prefix.split(|byte| *byte == b'/').filter(|segment| !segment.is_empty());
    expected.all(|expected| {
        segments.next().is_some_and(|segment| {
            is_like(bare_name(segment), expected) || is_like(trimmed(without_tail(segment)), trimmed(expected))
        })
    })
}

/// What is left of a segment when nothing but the name of a file counts.
pub(super) fn bare_name(segment: &[u8]) -> &[u8] {
    trimmed(without_tail(segment).split(|byte| *byte == b':').next().unwrap_or_default())
}

fn without_tail(segment: &[u8]) -> &[u8] {
    segment.split(|byte| matches!(byte, b'?' | b'#')).next().unwrap_or_default()
}

fn trimmed(mut segment: &[u8]) -> &[u8] {
    while let [rest @ .., b'.' | b' '] = segment {
        segment = rest;
    }
    segment
}

/// Whether two names differ in case at most, in any script.
fn is_like(one: &[u8], other: &[u8]) -> bool {
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    match (std::str::from_utf8(one), std::str::from_utf8(other)) {
        // Upper case first: it also brings letters together that have two forms in lower case.
        (Ok(one), Ok(other)) => folded(one).eq(folded(other)),
        _ => one.eq_ignore_ascii_case(other),
    }
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_ends_on_a_segment_boundary() {
        assert!(is_under(b"/app", b"/app"));
        assert!(is_under(b"/app/x", b"/app"));
        assert!(is_under(b"/anything", b"/"));
        assert!(!is_under(b"/apple", b"/app"));
        assert!(!is_under(b"/ap", b"/app"));
    }

    #[test]
    fn decoding_leaves_broken_escapes_alone() {
        assert_eq!(decoded(b"/a%2Fb%2").as_ref(), b"/a/b%2");
        assert_eq!(decoded(b"/%zz%").as_ref(), b"/%zz%");
        assert_eq!(decoded(b"/%252e").as_ref(), b"/%2e");
    }

    #[test]
    fn a_character_in_more_bytes_than_it_needs_is_overlong() {
        for bytes in [&b"/\xC0\xAE"[..], b"/\xC1\x9C", b"/\xE0\x80\xAE", b"/\xF0\x80\x80\xAE", b"/\xF8\x80\x80\x80\xAE"]
        {
            assert!(has_overlong_sequence(bytes), "{}", bytes.escape_ascii());
        }
        for bytes in ["/é", "/ࠀ", "/𐀀", "/admin"].map(str::as_bytes).into_iter().chain([&b"/gr\xFC\xDF"[..]]) {
            assert!(!has_overlong_sequence(bytes), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn names_are_alike_to_an_obliging_server() {
        for (path, prefix) in [
            ("/ADMIN/x", "/admin"),
            ("/admin.", "/admin"),
            ("/admin. ./x", "/admin"),
            ("/admin:", "/admin"),
            ("/admin::$DATA", "/admin"),
            ("/a./admin", "/a/admin"),
            ("/ /admin", "/admin"),
            ("/admin?/x", "/admin"),
            ("/É", "/é"),
            ("/\u{212a}ey", "/key"),
            ("/v1:admin.", "/v1:admin"),
        ] {
            assert!(is_nearly_under(path.as_bytes(), prefix.as_bytes()), "{path}");
        }
        for (path, prefix) in [("/administrator", "/admin"), ("/v1", "/v1:admin"), ("/.admin", "/admin"), ("/", "/a")] {
            assert!(!is_nearly_under(path.as_bytes(), prefix.as_bytes()), "{path}");
        }
    }

    #[test]
    fn dot_segments_are_seen_in_every_disguise() {
        for path in ["/..", "/a/../b", "/./", "/a/.", "/..;/a", "/a\\..\\b"] {
            assert!(has_dot_segment(path.as_bytes()), "{path}");
        }
        for path in ["/", "/...", "/.hidden", "/a..b", "/a.", "/..a"] {
            assert!(!has_dot_segment(path.as_bytes()), "{path}");
        }
    }
}
