//! The issuer: the name of an authorization server, and what follows from it.

use std::fmt;

use url::Url;

use super::endpoint::{Endpoint, EndpointError};

/// An authorization server's name, compared as the exact string (OpenID Connect Core §3.1.3.7).
#[derive(Clone, Debug)]
pub struct Issuer {
    text: String,
    url: Url,
    kind: ServerKind,
    endpoint_base: String,
    interact: Endpoint,
    discovery: Endpoint,
}

/// Which of Okta's two kinds of authorization server it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerKind {
    /// The org's own, `https://{org}`: its access tokens are opaque by contract and are never parsed.
    Org,
    /// A custom one, `https://{org}/oauth2/{id}`: its access tokens are JWTs for a configured audience.
    Custom,
}

/// Why a string names no authorization server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IssuerError {
    /// It is no address that may be asked.
    #[error("the issuer is not usable: {0}")]
    Address(#[from] EndpointError),
    /// An issuer has no query (OpenID Connect Core §2).
    #[error("the issuer carries a query")]
    Query,
    /// `https://{org}/oauth2` is the base of the org server's endpoints, not an issuer.
    #[error(
        "the issuer ends at /oauth2: leave that out for the org authorization server, \
         or add the id of a custom one, such as /oauth2/default"
    )]
    NoServerId,
}

impl Issuer {
    /// Reads an issuer: https, or http on a loopback host, without query and fragment.
    ///
    /// # Errors
    /// An [`IssuerError`] in words for the operator.
    pub fn parse(text: &str) -> Result<Self, IssuerError> {
        let url = Endpoint::parse(text)?.url().clone();
        if url.query().is_some() {
            return Err(IssuerError::Query);
        }
        let segments: Vec<&str> = url.path().split('/').filter(|segment| !segment.is_empty()).collect();
        let kind = match segments.iter().position(|segment| *segment == "oauth2") {
            None => ServerKind::Org,
            Some(position) if position + 1 == segments.len() => return Err(IssuerError::NoServerId),
            Some(_) => ServerKind::Custom,
        };
        // OpenID Connect Discovery §4: a terminating slash is removed before a path is appended.
        let trimmed = url.as_str().trim_end_matches('/').to_owned();
        let endpoint_base = match kind {
            ServerKind::Org => format!("{trimmed}/oauth2"),
            ServerKind::Custom => trimmed.clone(),
        };
        let interact = Endpoint::parse(&format!("{endpoint_base}/v1/interact"))?;
        let discovery = Endpoint::parse(&format!("{trimmed}/.well-known/openid-configuration"))?;
        Ok(Self { text: text.to_owned(), url, kind, endpoint_base, interact, discovery })
    }

    /// The exact string that tokens and metadata are compared with.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Which kind of server it is.
    pub const fn kind(&self) -> ServerKind {
        self.kind
    }

    /// What `/v1/token` and the like are appended to.
    pub fn endpoint_base(&self) -> &str {
        &self.endpoint_base
    }

    /// Scheme, host and port: where the Identity Engine answers, and where every endpoint must lie.
    pub fn org_origin(&self) -> String {
        self.url.origin().ascii_serialization()
    }

    /// Where an interaction begins; no discovery document names it, so it is derived.
    pub const fn interact_endpoint(&self) -> &Endpoint {
        &self.interact
    }

    /// Where the metadata are.
    pub(super) const fn discovery_endpoint(&self) -> &Endpoint {
        &self.discovery
    }

    /// Reads an address on this issuer's origin.
    pub(super) fn endpoint(&self, text: &str) -> Result<Endpoint, EndpointError> {
        Endpoint::on_origin_of(&self.url, text)
    }

    /// The endpoint that stands at `operation` when the metadata do not name it.
    pub(super) fn derived_endpoint(&self, operation: &str) -> Result<Endpoint, EndpointError> {
        self.endpoint(&format!("{}/v1/{operation}", self.endpoint_base))
    }
}

impl PartialEq for Issuer {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Issuer {}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuer(text: &str) -> Issuer {
        Issuer::parse(text).expect("an issuer")
    }

    #[test]
    fn a_custom_server_has_its_endpoints_below_the_issuer() {
        let issuer = issuer("https://org.example/oauth2/default");

        assert_eq!(issuer.kind(), ServerKind::Custom);
        assert_eq!(issuer.endpoint_base(), "https://org.example/oauth2/default");
        assert_eq!(issuer.interact_endpoint().url().as_str(), "https://org.example/oauth2/default/v1/interact");
        assert_eq!(issuer.org_origin(), "https://org.example");
    }

    #[test]
    fn the_org_server_has_its_endpoints_below_oauth2() {
        let issuer = issuer("https://org.example");

        assert_eq!(issuer.kind(), ServerKind::Org);
        assert_eq!(issuer.interact_endpoint().url().as_str(), "https://org.example/oauth2/v1/interact");
        assert_eq!(issuer.discovery_endpoint().url().as_str(), "https://org.example/.well-known/openid-configuration");
    }

    #[test]
    fn an_issuer_is_compared_as_the_exact_string() {
        assert_ne!(issuer("https://org.example"), issuer("https://org.example/"));
        assert_ne!(issuer("https://org.example"), issuer("https://ORG.example"));
        assert_eq!(
            issuer("https://org.example/").discovery_endpoint(),
            issuer("https://org.example").discovery_endpoint()
        );
    }

    #[test]
    fn plain_http_is_for_loopback_hosts_only() {
        assert!(Issuer::parse("http://127.0.0.1:7000/oauth2/default").is_ok());
        assert!(Issuer::parse("http://org.localhost:7000").is_ok());
        assert_eq!(Issuer::parse("http://org.example"), Err(IssuerError::Address(EndpointError::Insecure)));
    }

    #[test]
    fn refuses_what_cannot_be_an_issuer() {
        assert_eq!(Issuer::parse("https://org.example/oauth2"), Err(IssuerError::NoServerId));
        assert_eq!(Issuer::parse("https://org.example/oauth2/"), Err(IssuerError::NoServerId));
        assert_eq!(Issuer::parse("https://org.example?a=b"), Err(IssuerError::Query));
        assert!(matches!(Issuer::parse("https://org.example#a"), Err(IssuerError::Address(_))));
        assert!(matches!(Issuer::parse("org.example"), Err(IssuerError::Address(_))));
    }
}
