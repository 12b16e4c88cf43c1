//! Addresses inside documents, and where they may lead.
//!
//! An address is kept as it was sent and judged when it is used: the state handle goes to the org's own origin
//! only, and a browser is sent to https only (or, where the org itself is emulated on this machine, to that).

use std::fmt;

use url::{Host, Url};

/// An address as the document has it; nothing is known about it until it is checked.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Href(String);

/// The origin of the org (RFC 6454): https, or http on the loopback interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgOrigin(Url);

/// An address leads where it must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address is not on the org's origin")]
pub struct ForeignHref;

/// The schemes of applications that a document may launch on the person's device.
const LAUNCH_SCHEMES: &[&str] = &["com-okta-authenticator"];

impl Href {
    /// An address somewhere in a document.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as the server sent it.
    pub fn as_sent(&self) -> &str {
        &self.0
    }

    /// The address, if it is on the org's origin: the only place a state handle may go to.
    ///
    /// # Errors
    /// [`ForeignHref`] for any other origin, for a relative address, and for one with a user name in it.
    pub fn on_org(&self, org: &OrgOrigin) -> Result<Url, ForeignHref> {
        let url = self.absolute()?;
        if org.has(&url) { Ok(url) } else { Err(ForeignHref) }
    }

    /// The address, if a browser may be sent there: https anywhere (identity providers live elsewhere), or the
    /// org's own origin.
    ///
    /// # Errors
    /// [`ForeignHref`] for any other scheme, above all `javascript:` and `data:`.
    pub fn for_browser(&self, org: &OrgOrigin) -> Result<Url, ForeignHref> {
        let url = self.absolute()?;
        if url.scheme() == "https" || org.has(&url) { Ok(url) } else { Err(ForeignHref) }
    }

    /// The address, if a page that launches an application may link to it: as for a browser, or the scheme of
    /// Okta's own application.
    ///
    /// # Errors
    /// [`ForeignHref`] for any other scheme.
    pub fn for_launch(&self, org: &OrgOrigin) -> Result<Url, ForeignHref> {
        match Url::parse(&self.0) {
            Ok(url) if LAUNCH_SCHEMES.contains(&url.scheme()) => Ok(url),
            _ => self.for_browser(org),
        }
    }

    fn absolute(&self) -> Result<Url, ForeignHref> {
        let url = Url::parse(&self.0).map_err(|_| ForeignHref)?;
        if url.username().is_empty() && url.password().is_none() { Ok(url) } else { Err(ForeignHref) }
    }
}

/// Without its query, which holds state tokens on some links.
impl fmt::Debug for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.find(['?', '#']).unwrap_or(self.0.len());
        write!(f, "Href({:?})", &self.0[..end])
    }
}

impl OrgOrigin {
    /// The origin of an issuer or any other address of the org; none unless it is https, or http on loopback.
    pub fn of(url: &Url) -> Option<Self> {
        let secure = match url.scheme() {
            "https" => true,
            "http" => is_loopback(url),
            _ => false,
        };
        if !secure || url.host().is_none() {
            return None;
        }
        let mut origin = url.clone();
        origin.set_username("").ok()?;
        origin.set_password(None).ok()?;
        origin.set_path("/");
        origin.set_query(None);
        origin.set_fragment(None);
        Some(Self(origin))
    }

    /// Whether the address is one of the org's server. The scheme counts by itself: `blob:https://org.example/…` has the
    /// origin of the org, and what a page has put together.
    pub fn has(&self, url: &Url) -> bool {
        url.scheme() == self.0.scheme() && url.origin() == self.0.origin()
    }

    /// The address of `path` on this origin.
    pub fn join(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        url.set_path(path);
        url
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

    fn org(text: &str) -> OrgOrigin {
        OrgOrigin::of(&Url::parse(text).expect("an address")).expect("an origin of an org")
    }

    #[test]
    fn the_state_handle_goes_to_the_orgs_origin_only() {
        let org = org("https://org.example/oauth2/default");
        let allowed = |href: &str| Href::new(href).on_org(&org).is_ok();

        assert!(allowed("https://org.example/idp/idx/identify"));
        assert!(allowed("https://ORG.example:443/idp/idx/identify?a=b"));
        for foreign in [
            "http://org.example/idp/idx/identify",
            "https://org.example:8443/idp/idx/identify",
            "https://org.example.evil.example/idp/idx/identify",
            "https://org.example@evil.example/",
            "https://evil@org.example/",
            "https://evil.example/https://org.example/",
            "//org.example/idp/idx/identify",
            "/idp/idx/identify",
            "javascript:alert(1)//org.example",
            "blob:https://org.example/6b1b5bd5",
            "filesystem:https://org.example/temporary/x",
            "not an address",
            "",
        ] {
            assert!(!allowed(foreign), "{foreign}");
        }
    }

    #[test]
    fn a_browser_is_sent_to_https_only() {
        let org = org("https://org.example");
        let allowed = |href: &str| Href::new(href).for_browser(&org).is_ok();

        assert!(allowed("https://identity-provider.example/authorize?state=1"));
        for refused in [
            "http://identity-provider.example/",
            "http://localhost:3000/sso/idps/1",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "blob:https://org.example/6b1b5bd5",
            "com-okta-authenticator:/deviceChallenge",
            "https://someone@identity-provider.example/",
        ] {
            assert!(!allowed(refused), "{refused}");
        }
    }

    #[test]
    fn plain_http_goes_with_an_org_on_this_machine_and_to_it_only() {
        let emulated = org("http://127.0.0.1:4900");
        let allowed = |href: &str| Href::new(href).for_browser(&emulated).is_ok();

        assert!(Href::new("http://127.0.0.1:4900/idp/idx/identify").on_org(&emulated).is_ok());
        assert!(allowed("http://127.0.0.1:4900/sso/idps/1"));
        assert!(!allowed("http://127.0.0.1:4901/sso/idps/1"));
        assert!(OrgOrigin::of(&Url::parse("http://org.example").expect("an address")).is_none());
        assert!(OrgOrigin::of(&Url::parse("ftp://localhost").expect("an address")).is_none());
    }

    #[test]
    fn an_application_is_launched_by_its_own_scheme_only() {
        let org = org("https://org.example");
        let allowed = |href: &str| Href::new(href).for_launch(&org).is_ok();

        assert!(allowed("com-okta-authenticator:/deviceChallenge?challengeRequest=a"));
        assert!(allowed("https://app.example/launch"));
        assert!(!allowed("javascript:alert(1)"));
        assert!(!allowed("ms-settings:/"));
    }

    #[test]
    fn debug_leaves_the_query_out() {
        let href = Href::new("https://org.example/login/token/redirect?stateToken=secret");

        assert_eq!(format!("{href:?}"), r#"Href("https://org.example/login/token/redirect")"#);
    }
}
