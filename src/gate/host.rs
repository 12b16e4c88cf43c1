//! The one host a request is for.

use http::uri::Authority;
use http::{HeaderMap, header};

use super::Refusal;
use crate::config::PublicUrl;

/// A well-formed `Host` value (RFC 9110 §7.2): a registered name, an IPv4 address or a bracketed IPv6 address, perhaps a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestHost<'a> {
    whole: &'a str,
    host: &'a str,
    port: Option<u16>,
}

impl<'a> RequestHost<'a> {
    /// The host of a request: HTTP/2's `:authority` when there is one, else the only `Host` line.
    ///
    /// # Errors
    /// [`Refusal::BadHost`] when there is none, more than one, or something that is no host.
    pub fn of(authority: Option<&'a Authority>, headers: &'a HeaderMap) -> Result<Self, Refusal> {
        let mut lines = headers.get_all(header::HOST).iter();
        let host_line = match (lines.next(), lines.next()) {
            (line, None) => line.map(|line| line.to_str().map_err(|_| Refusal::BadHost)).transpose()?,
            _ => return Err(Refusal::BadHost),
        };
        match (authority.map(Authority::as_str), host_line) {
            (Some(authority), Some(line)) if authority != line => Err(Refusal::BadHost),
            (Some(one), _) | (None, Some(one)) => Self::parse(one),
            (None, None) => Err(Refusal::BadHost),
        }
    }

    fn parse(whole: &'a str) -> Result<Self, Refusal> {
        let (host, port) = split_port(whole).ok_or(Refusal::BadHost)?;
        let number = |port: &str| {
            let is_plain = port.bytes().all(|byte| byte.is_ascii_digit());
            port.parse().ok().filter(|_| is_plain).ok_or(Refusal::BadHost)
        };
        Ok(Self { whole, host, port: port.map(number).transpose()? })
    }

    /// Host and port as the client sent them.
    pub const fn as_str(&self) -> &'a str {
        self.whole
    }

    /// Whether a browser that has the address `public_url` sends this: no other port, and no final dot, which makes another
    /// origin of the same name (RFC 6454 §4).
    pub fn is_of(&self, public_url: &PublicUrl) -> bool {
        self.host.eq_ignore_ascii_case(public_url.host()) && self.port.is_none_or(|port| port == public_url.port())
    }

    /// The host without port and without the final dot of a fully qualified name; its case is the client's.
    pub fn name(&self) -> &'a str {
        self.host.strip_suffix('.').unwrap_or(self.host)
    }
}

/// Takes `host[:port]` apart if the host is one.
fn split_port(whole: &str) -> Option<(&str, Option<&str>)> {
    if let Some(rest) = whole.strip_prefix('[') {
        let (address, after) = rest.split_once(']')?;
        address.parse::<std::net::Ipv6Addr>().ok()?;
        let host = &whole[..address.len() + 2];
        return if after.is_empty() { Some((host, None)) } else { Some((host, Some(after.strip_prefix(':')?))) };
    }
    let (host, port) = match memchr::memchr(b':', whole.as_bytes()) {
        Some(colon) => (&whole[..colon], Some(&whole[colon + 1..])),
        None => (whole, None),
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    (name.len() <= 253 && is_name(name)).then_some((host, port))
}

/// Whether these are labels with dots between them.
fn is_name(name: &str) -> bool {
    let mut before = b'.';
    for byte in name.bytes() {
        let fits = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || (byte == b'.' && before != b'.');
        if !fits {
            return false;
        }
        before = byte;
    }
    before != b'.'
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn of(hosts: &[&'static [u8]]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(header::HOST, HeaderValue::from_bytes(host).expect("a header value"));
        }
        RequestHost::of(None, &headers).ok().map(|host| host.name().to_owned())
    }

    #[test]
    fn reads_names_and_addresses_with_and_without_port() {
        assert_eq!(of(&[b"app.example.com"]).as_deref(), Some("app.example.com"));
        assert_eq!(of(&[b"App.example.com.:8443"]).as_deref(), Some("App.example.com"));
        assert_eq!(of(&[b"127.0.0.1:80"]).as_deref(), Some("127.0.0.1"));
        assert_eq!(of(&[b"[::1]:80"]).as_deref(), Some("[::1]"));
    }

    #[test]
    fn refuses_what_is_no_host() {
        let bad: [&[u8]; 18] = [
            b"",
            b".",
            b":80",
            b"a/evil?x",
            b"a evil",
            b"user@a",
            b"a:",
            b"a:b",
            b"a:99999",
            b"a:80:80",
            b"a..b",
            b"[::1",
            b"[::1]x",
            b"[zz]",
            b"a%2e",
            b"a\xffb",
            b"a,b",
            b"a#b",
        ];
        for host in bad {
            assert_eq!(of(&[host]), None, "{}", host.escape_ascii());
        }
    }

    #[test]
    fn refuses_none_and_two() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[b"a", b"a"]), None);
    }

    #[test]
    fn the_authority_of_http2_counts_and_must_not_contradict_host() {
        let authority = Authority::from_static("app.example.com");
        let mut headers = HeaderMap::new();
        assert_eq!(RequestHost::of(Some(&authority), &headers).map(|host| host.name()), Ok("app.example.com"));

        headers.insert(header::HOST, HeaderValue::from_static("evil.example"));
        assert_eq!(RequestHost::of(Some(&authority), &headers), Err(Refusal::BadHost));
    }
}
