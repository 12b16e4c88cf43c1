//! What configured URLs have in common.

use url::{Host, Url};

/// Whether the host is this machine: 127.0.0.0/8, `::1`, or `localhost` and names below it (RFC 6761 §6.3).
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

/// Whether nothing follows host and port.
pub(super) fn has_only_an_origin(url: &Url) -> bool {
    matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none()
}

/// Whether there is a user name or a password in it.
pub(super) fn has_credentials(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_has_several_names() {
        for url in
            ["http://127.0.0.1:80", "http://127.9.9.9", "http://[::1]:80", "http://localhost", "http://app.localhost"]
        {
            assert!(is_loopback(&Url::parse(url).expect("a URL")), "{url}");
        }
        for url in ["http://10.0.0.1", "http://localhost.example", "http://127.0.0.1.example", "http://[::2]"] {
            assert!(!is_loopback(&Url::parse(url).expect("a URL")), "{url}");
        }
    }
}
