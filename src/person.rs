//! Who is at the other end, as the authorization server should see it.
//!
//! Without this context an org sees one gateway instead of many people: its policies judge the wrong device and
//! its rate limits put everybody into one bucket. It travels with every call that a request leads to, from the beginning
//! of a sign-in to the revocation of its tokens.

use std::net::IpAddr;

use http::{HeaderMap, HeaderName, HeaderValue, header};

crate::secret_newtype!(
    /// A stable name of this browser for the org's known-device policies: at most 32 characters.
    DeviceToken
);

crate::secret_newtype!(
    /// What the org's own page in this browser says the device looks like: longer than any that was seen is none.
    DeviceFingerprint
);

impl DeviceFingerprint {
    /// The fingerprint as a script of a page hands it over; none where it could not travel in a header.
    pub fn parse(text: &str) -> Option<Self> {
        const LONGEST: usize = 2048;
        let is_fit = (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_fit.then(|| Self::new(text))
    }
}

/// The person's address, browser, language and device, as far as they are known.
#[derive(Clone, Debug)]
pub struct PersonContext {
    /// The address the request came from, after declared proxies were looked through.
    pub client_address: Option<IpAddr>,
    /// The browser's own `User-Agent`.
    pub user_agent: Option<HeaderValue>,
    /// The browser's own `Accept-Language`: the org answers in it, and sends mail in it.
    pub accept_language: Option<HeaderValue>,
    /// Sent as header and as the cookie `DT`: known-device checks read the one or the other.
    pub device_token: Option<DeviceToken>,
    /// Sent with the form in which a person says who they are, where the operator wants it.
    pub device_fingerprint: Option<DeviceFingerprint>,
    /// Whether somebody has signed in in this browser before. The org is not told: it decides about limits of the gateway's own.
    pub known_device: bool,
}

impl PersonContext {
    /// No person: the gateway calls for itself, as when a session has run out by itself.
    pub const fn nobody() -> Self {
        Self {
            client_address: None,
            user_agent: None,
            accept_language: None,
            device_token: None,
            device_fingerprint: None,
            known_device: false,
        }
    }

    /// Adds the context to a request to the authorization server.
    pub fn add_to(&self, headers: &mut HeaderMap) {
        let mut set = |name: HeaderName, value: Option<HeaderValue>| {
            if let Some(value) = value {
                headers.insert(name, value);
            }
        };
        let client_address = self.client_address.and_then(|address| address.to_string().parse().ok());
        set(HeaderName::from_static("x-forwarded-for"), client_address);
        set(header::USER_AGENT, self.user_agent.clone());
        set(header::ACCEPT_LANGUAGE, self.accept_language.clone());
        set(HeaderName::from_static("x-okta-user-agent-extended"), Some(HeaderValue::from_static(PRODUCT)));
        let fingerprint = self.device_fingerprint.as_ref().and_then(|it| sensitive(it.expose()));
        set(HeaderName::from_static("x-device-fingerprint"), fingerprint);
        if let Some(device_token) = &self.device_token {
            set(HeaderName::from_static("x-device-token"), sensitive(device_token.expose()));
            set(header::COOKIE, sensitive(&format!("DT={}", device_token.expose())));
        }
    }
}

/// How the gateway names itself to the authorization server.
pub const PRODUCT: &str = concat!("gatehouse/", env!("CARGO_PKG_VERSION"));

fn sensitive(value: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_device_token_travels_as_header_and_as_cookie_but_not_into_debug() {
        let person = PersonContext {
            client_address: Some(IpAddr::from([203, 0, 113, 7])),
            user_agent: Some(HeaderValue::from_static("Browser/1")),
            accept_language: None,
            device_token: Some(DeviceToken::new("0123456789abcdef")),
            device_fingerprint: None,
            known_device: false,
        };
        let mut headers = HeaderMap::new();

        person.add_to(&mut headers);

        assert_eq!(headers["x-device-token"], "0123456789abcdef");
        assert_eq!(headers["cookie"], "DT=0123456789abcdef");
        assert_eq!(headers["x-forwarded-for"], "203.0.113.7");
        assert!(!headers.contains_key("accept-language"));
        assert!(!format!("{person:?} {headers:?}").contains("0123456789abcdef"));
    }

    #[test]
    fn nobody_is_named_as_the_gateway_alone() {
        let mut headers = HeaderMap::new();

        PersonContext::nobody().add_to(&mut headers);

        assert_eq!(headers.keys().collect::<Vec<_>>(), ["x-okta-user-agent-extended"]);
    }
}
