//! Whom the request comes from, when a declared front stands between.
//!
//! `X-Forwarded-*` is a claim of whoever sent it. It is believed of declared fronts only, and of the addresses it lists only
//! the nearest one that is not such a front itself: everything further left was written by that client.

use std::net::{IpAddr, SocketAddr};

use http::{HeaderMap, HeaderName, HeaderValue};
use ipnet::IpNet;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest list of addresses that is read; what lies beyond was forged or is lost.
const MAX_HOPS: usize = 32;

/// What is known about the way a request took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forwarded {
    /// The client: the nearest address that is not a declared front.
    pub client: IpAddr,
    /// Whether the request came through a declared front.
    pub through_front: bool,
    /// Whether the client's own connection was TLS, if a declared front said so.
    pub secure: Option<bool>,
    /// The request's name, if a declared front gave it one of a plain alphabet.
    pub request_id: Option<HeaderValue>,
}

impl Forwarded {
    /// Reads what the fronts in `trusted` said; from any other peer nothing is believed.
    pub fn of(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> Self {
        let peer = peer.to_canonical();
        if !is_trusted(peer, trusted) {
            return Self { client: peer, through_front: false, secure: None, request_id: None };
        }
        Self {
            client: client_address(peer, headers, trusted),
            through_front: true,
            secure: single(headers, &X_FORWARDED_PROTO).and_then(|proto| match proto.as_bytes() {
                b"https" | b"wss" => Some(true),
                b"http" | b"ws" => Some(false),
                _ => None,
            }),
            request_id: single(headers, &X_REQUEST_ID).filter(|id| is_plain_id(id)).cloned(),
        }
    }
}

/// Walks `X-Forwarded-For` from the right for as long as the addresses are declared fronts.
///
/// An entry that is no address ends the walk: the last front we know stands for whoever is behind it.
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut client = peer.to_canonical();
    let lines = headers.get_all(X_FORWARDED_FOR);
    let entries = lines.iter().rev().flat_map(|line| line.as_bytes().rsplit(|byte| *byte == b','));
    for entry in entries.take(MAX_HOPS) {
        if !is_trusted(client, trusted) {
            break;
        }
        let Some(address) = address(entry) else { break };
        client = address;
    }
    client
}

fn is_trusted(address: IpAddr, trusted: &[IpNet]) -> bool {
    trusted.iter().any(|network| network.contains(&address))
}

/// An entry with or without port, IPv6 with or without brackets.
fn address(entry: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(entry).ok()?.trim();
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse::<IpAddr>().or_else(|_| text.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address| address.to_canonical())
}

fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a HeaderValue> {
    let mut lines = headers.get_all(name).iter();
    lines.next().filter(|_| lines.next().is_none())
}

fn is_plain_id(id: &HeaderValue) -> bool {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (8..=128).contains(&id.len()) && id.as_bytes().iter().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect::<Vec<_>>()
            .into_iter()
            .fold(HeaderMap::new(), |mut map, (name, value)| {
                map.append(name, value);
                map
            })
    }

    fn client(peer: &str, lines: &[&'static str]) -> String {
        let trusted = ["10.0.0.0/8".parse().expect("a network"), "2001:db8::/32".parse().expect("a network")];
        let lines: Vec<_> = lines.iter().map(|line| ("x-forwarded-for", *line)).collect();
        client_address(peer.parse().expect("an address"), &headers(&lines), &trusted).to_string()
    }

    #[test]
    fn the_header_of_a_stranger_is_not_read() {
        assert_eq!(client("192.0.2.1", &["203.0.113.7"]), "192.0.2.1");
    }

    #[test]
    fn the_nearest_address_that_is_no_front_is_the_client() {
        assert_eq!(client("10.0.0.1", &["203.0.113.7"]), "203.0.113.7");
        assert_eq!(client("10.0.0.1", &["1.1.1.1, 203.0.113.7, 10.9.9.9"]), "203.0.113.7");
        assert_eq!(client("10.0.0.1", &["1.1.1.1", "203.0.113.7", "10.9.9.9"]), "203.0.113.7");
        assert_eq!(client("2001:db8::1", &["[2001:db8::5]:443,2a00::1"]), "2a00::1");
    }

    #[test]
    fn ports_and_mapped_addresses_are_understood() {
        assert_eq!(client("::ffff:10.0.0.1", &["203.0.113.7:4711"]), "203.0.113.7");
        assert_eq!(client("10.0.0.1", &["::ffff:203.0.113.7"]), "203.0.113.7");
    }

    #[test]
    fn an_entry_that_is_no_address_ends_the_walk() {
        assert_eq!(client("10.0.0.1", &["203.0.113.7, unknown, 10.0.0.2"]), "10.0.0.2");
        assert_eq!(client("10.0.0.1", &[""]), "10.0.0.1");
        assert_eq!(client("10.0.0.1", &["203.0.113.7,"]), "10.0.0.1");
    }

    #[test]
    fn scheme_and_request_id_are_believed_of_fronts_only() {
        let said = headers(&[("x-forwarded-proto", "https"), ("x-request-id", "a1b2c3d4-ef")]);
        let front = "10.0.0.1".parse().expect("an address");
        let stranger = "192.0.2.1".parse().expect("an address");
        let trusted = ["10.0.0.0/8".parse().expect("a network")];

        let believed = Forwarded::of(front, &said, &trusted);
        assert_eq!((believed.secure, believed.request_id.is_some()), (Some(true), true));

        let ignored = Forwarded::of(stranger, &said, &trusted);
        assert_eq!((ignored.secure, ignored.request_id), (None, None));
    }

    #[test]
    fn a_request_id_outside_the_plain_alphabet_is_dropped() {
        for id in ["short", "with space in it", "line%0abreak!", "<script>alert</script>"] {
            assert!(!is_plain_id(&HeaderValue::from_static(id)), "{id}");
        }
        assert!(!is_plain_id(&HeaderValue::try_from("a".repeat(129)).expect("letters")));
    }
}
