//! An address that a request may go to: always on the issuer's own origin.

use std::fmt;

use http::Uri;
use url::{Host, Url};

/// An endpoint of the authorization server; holding one is the proof that it lies on the issuer's origin.
#[derive(Clone, PartialEq, Eq)]
pub struct Endpoint {
    url: Url,
    uri: Uri,
}

/// Why an address is no endpoint of this authorization server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// It cannot be read as an absolute URL.
    #[error("it is not an absolute URL")]
    NotAUrl,
    /// It would be asked without TLS.
    #[error("it is neither https nor http on a loopback host")]
    Insecure,
    /// It carries user information or a fragment.
    #[error("it carries user information or a fragment")]
    Unexpected,
    /// It lies elsewhere: following it would let a document choose whom we call.
    #[error("it lies on {found}, not on {expected}")]
    ForeignOrigin {
        /// Where it lies.
        found: String,
        /// The issuer's origin.
        expected: String,
    },
}

impl Endpoint {
    /// Reads `text` as an address that may be asked at all: TLS, or plain HTTP to this very machine.
    pub(super) fn parse(text: &str) -> Result<Self, EndpointError> {
        let url = Url::parse(text).map_err(|_| EndpointError::NotAUrl)?;
        let allowed = match url.scheme() {
            "https" => true,
            "http" => is_loopback(&url),
            _ => false,
        };
        if !allowed {
            return Err(EndpointError::Insecure);
        }
        if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
            return Err(EndpointError::Unexpected);
        }
        let uri = url.as_str().parse().map_err(|_| EndpointError::NotAUrl)?;
        Ok(Self { url, uri })
    }

    /// Reads `text` as an address on the same scheme, host and port as `origin`.
    pub(super) fn on_origin_of(origin: &Url, text: &str) -> Result<Self, EndpointError> {
        let endpoint = Self::parse(text)?;
        if endpoint.url.origin() == origin.origin() {
            Ok(endpoint)
        } else {
            Err(EndpointError::ForeignOrigin {
                found: endpoint.url.origin().ascii_serialization(),
                expected: origin.origin().ascii_serialization(),
            })
        }
    }

    /// The address for building on, such as a link that a browser follows.
    pub const fn url(&self) -> &Url {
        &self.url
    }

    /// The address as a request carries it.
    pub(super) const fn uri(&self) -> &Uri {
        &self.uri
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.url.as_str())
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_org(text: &str) -> Result<Endpoint, EndpointError> {
        Endpoint::on_origin_of(&Url::parse("https://org.example/oauth2/default").expect("a URL"), text)
    }

    #[test]
    fn accepts_an_address_on_the_issuers_origin() {
        let endpoint = on_org("https://org.example:443/oauth2/default/v1/token").expect("same origin");

        assert_eq!(endpoint.url().path(), "/oauth2/default/v1/token");
    }

    #[test]
    fn refuses_an_address_that_lies_elsewhere() {
        let elsewhere = [
            "https://169.254.169.254/latest/meta-data",
            "https://org.example.evil.test/v1/token",
            "https://org.example:8443/v1/token",
            "https://evil.test/org.example",
            "https://localhost/v1/token",
        ];

        for text in elsewhere {
            assert!(matches!(on_org(text), Err(EndpointError::ForeignOrigin { .. })), "{text}");
        }
    }

    #[test]
    fn refuses_plain_http_other_schemes_and_user_information() {
        assert_eq!(on_org("http://org.example/v1/token"), Err(EndpointError::Insecure));
        assert_eq!(on_org("http://169.254.169.254/keys"), Err(EndpointError::Insecure));
        assert_eq!(on_org("file:///etc/passwd"), Err(EndpointError::Insecure));
        assert_eq!(on_org("https://org.example@evil.test/"), Err(EndpointError::Unexpected));
        assert_eq!(on_org("/v1/token"), Err(EndpointError::NotAUrl));
    }
}
