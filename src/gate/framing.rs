//! What must be true of a request's head before anything in it is believed.
//!
//! The HTTP parser in front of this room accepts what it can make sense of. Another parser behind it may make another
//! sense of it; that difference is what request smuggling lives on, so the doubtful forms are refused here.

use http::{HeaderMap, HeaderName, HeaderValue, Method, Version, header};

use super::Refusal;
use super::pieces::pieces;
use super::refusal::FramingFault;
use super::request_kind::asks_for_websocket;

/// The most header fields a request may have.
const MAX_FIELDS: usize = 100;
/// The most bytes all header fields together may take.
const MAX_BYTES: usize = 32 * 1024;

/// What every resource may be asked for; other methods need a route that names them.
const COMMON_METHODS: &str = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/// Checks the head of an HTTP/1 request as its raw bytes show it, which is more than the parsed fields do.
///
/// # Errors
/// The [`Refusal`] to answer with.
pub fn check_raw_head(raw: &[u8]) -> Result<(), Refusal> {
    if raw.len() > MAX_BYTES {
        return Err(Refusal::HeadersTooLarge);
    }
    let mut lengths = 0;
    let mut is_encoded = false;
    let mut lines = pieces(raw, b'\n').peekable();
    while let Some(line) = lines.next() {
        // Only what ended with a line feed has something behind it.
        if lines.peek().is_some() && !line.ends_with(b"\r") {
            return Err(FramingFault::BareLineFeed.into());
        }
        lengths += usize::from(is_field(line, b"content-length:"));
        is_encoded |= is_field(line, b"transfer-encoding:");
    }
    match (lengths, is_encoded) {
        (0, _) | (1, false) => Ok(()),
        (_, true) => Err(FramingFault::LengthAndEncoding.into()),
        (_, false) => Err(FramingFault::SeveralLengths.into()),
    }
}

fn is_field(line: &[u8], name: &[u8]) -> bool {
    line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// Checks what HTTP/1 and HTTP/2 have in common: the size of the fields, one length at most.
///
/// # Errors
/// The [`Refusal`] to answer with.
pub fn check_fields(headers: &HeaderMap) -> Result<(), Refusal> {
    let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    // HTTP/2 may send each cookie as a field of its own (RFC 9113 §8.2.3): they count as the one line they will be.
    let cookies = headers.get_all(header::COOKIE).iter().count();
    if headers.len() - cookies > MAX_FIELDS || bytes > MAX_BYTES {
        return Err(Refusal::HeadersTooLarge);
    }
    let mut lengths = headers.get_all(header::CONTENT_LENGTH).iter();
    if let Some(length) = lengths.next()
        && (lengths.next().is_some() || !length.as_bytes().iter().all(u8::is_ascii_digit))
    {
        return Err(FramingFault::SeveralLengths.into());
    }
    if headers.contains_key(header::TRANSFER_ENCODING) && headers.contains_key(header::CONTENT_LENGTH) {
        return Err(FramingFault::LengthAndEncoding.into());
    }
    Ok(())
}

/// Refuses methods that no route can allow: `TRACE` shows cookies to scripts, `CONNECT` opens tunnels.
///
/// # Errors
/// The [`Refusal`] to answer with.
pub fn check_method(method: &Method) -> Result<(), Refusal> {
    if method.as_str().bytes().any(|byte| byte.is_ascii_lowercase()) {
        return Err(FramingFault::LowerCaseMethod.into());
    }
    if *method == Method::TRACE || *method == Method::CONNECT {
        return Err(Refusal::MethodNotAllowed(HeaderValue::from_static(COMMON_METHODS)));
    }
    Ok(())
}

/// Refuses what asks for a WebSocket and is no handshake (RFC 6455 §4.2.1): a tunnel has deadlines of its own and no end of a
/// request, so only what can become one may have them.
///
/// # Errors
/// The [`Refusal`] to answer with.
pub fn check_handshake(method: &Method, version: Version, headers: &HeaderMap) -> Result<(), Refusal> {
    const KEY: HeaderName = HeaderName::from_static("sec-websocket-key");
    if !asks_for_websocket(headers) {
        return Ok(());
    }
    let has_body = headers.contains_key(header::TRANSFER_ENCODING)
        || headers
            .get(header::CONTENT_LENGTH)
            .is_some_and(|length| length.as_bytes().iter().any(|digit| *digit != b'0'));
    let asks_this_connection = headers.get_all(header::CONNECTION).iter().any(|line| {
        line.as_bytes().split(|byte| *byte == b',').any(|option| option.trim_ascii().eq_ignore_ascii_case(b"upgrade"))
    });
    let has_one_key = headers.get_all(KEY).iter().count() == 1;
    let is_handshake = *method == Method::GET && version == Version::HTTP_11 && !has_body;
    if is_handshake && asks_this_connection && has_one_key { Ok(()) } else { Err(FramingFault::Handshake.into()) }
}

/// Whether a route that names no methods takes this one.
pub(super) fn is_common_method(method: &Method) -> bool {
    matches!(
        *method,
        Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::PATCH | Method::DELETE | Method::OPTIONS
    )
}

/// `Allow` for a route that names no methods.
pub(super) const fn common_methods() -> HeaderValue {
    HeaderValue::from_static(COMMON_METHODS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_encoding_together_are_refused_although_the_parser_drops_one() {
        let head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\ntransfer-ENCODING: chunked\r\n\r\n";

        assert_eq!(check_raw_head(head), Err(FramingFault::LengthAndEncoding.into()));
    }

    #[test]
    fn a_second_length_is_refused_even_if_it_agrees() {
        let head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\n";

        assert_eq!(check_raw_head(head), Err(FramingFault::SeveralLengths.into()));
    }

    #[test]
    fn bare_line_feeds_are_refused() {
        assert_eq!(check_raw_head(b"GET / HTTP/1.1\nHost: a\r\n\r\n"), Err(FramingFault::BareLineFeed.into()));
        assert_eq!(check_raw_head(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"), Ok(()));
    }

    #[test]
    fn too_many_or_too_long_fields_are_refused() {
        let mut many = HeaderMap::new();
        for index in 0..=MAX_FIELDS {
            many.append("x-a", HeaderValue::from(index));
        }
        let mut long = HeaderMap::new();
        long.insert("x-a", HeaderValue::try_from("a".repeat(MAX_BYTES)).expect("letters"));

        assert_eq!(check_fields(&many), Err(Refusal::HeadersTooLarge));
        assert_eq!(check_fields(&long), Err(Refusal::HeadersTooLarge));
        assert_eq!(check_raw_head(&vec![b'a'; MAX_BYTES + 1]), Err(Refusal::HeadersTooLarge));
    }

    #[test]
    fn a_websocket_is_asked_for_by_a_handshake_and_by_nothing_else() {
        let handshake = || {
            HeaderMap::from_iter([
                (header::CONNECTION, HeaderValue::from_static("keep-alive, Upgrade")),
                (header::UPGRADE, HeaderValue::from_static("websocket")),
                (HeaderName::from_static("sec-websocket-key"), HeaderValue::from_static("dGhlIHNhbXBsZSBub25jZQ==")),
            ])
        };
        let with = |name: HeaderName, value: &'static str| {
            let mut headers = handshake();
            headers.append(name, HeaderValue::from_static(value));
            check_handshake(&Method::GET, Version::HTTP_11, &headers)
        };
        let without = |name: &str| {
            let mut headers = handshake();
            headers.remove(name);
            check_handshake(&Method::GET, Version::HTTP_11, &headers)
        };
        let refused = Err(FramingFault::Handshake.into());

        assert_eq!(check_handshake(&Method::GET, Version::HTTP_11, &handshake()), Ok(()));
        assert_eq!(with(header::CONTENT_LENGTH, "0"), Ok(()));
        assert_eq!(without("upgrade"), Ok(()));
        for method in [Method::POST, Method::PUT, Method::HEAD, Method::OPTIONS] {
            assert_eq!(check_handshake(&method, Version::HTTP_11, &handshake()), refused, "{method}");
        }
        assert_eq!(check_handshake(&Method::GET, Version::HTTP_10, &handshake()), refused);
        assert_eq!(with(header::CONTENT_LENGTH, "5"), refused);
        assert_eq!(with(header::TRANSFER_ENCODING, "chunked"), refused);
        assert_eq!(with(HeaderName::from_static("sec-websocket-key"), "another"), refused);
        assert_eq!(without("connection"), refused);
        assert_eq!(without("sec-websocket-key"), refused);
    }

    #[test]
    fn methods_are_upper_case_and_neither_trace_nor_connect() {
        let method = |name: &str| check_method(&Method::from_bytes(name.as_bytes()).expect("a token"));

        assert_eq!(method("get"), Err(FramingFault::LowerCaseMethod.into()));
        assert_eq!(method("Post"), Err(FramingFault::LowerCaseMethod.into()));
        assert!(matches!(method("TRACE"), Err(Refusal::MethodNotAllowed(_))));
        assert!(matches!(method("CONNECT"), Err(Refusal::MethodNotAllowed(_))));
        assert_eq!(method("GET"), Ok(()));
        assert_eq!(method("PROPFIND"), Ok(()));
    }
}
