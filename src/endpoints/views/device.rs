//! Steps that concern the device the browser runs on: what its page asks of that device.
//!
//! A document names addresses that a page is to ask or to open. They are judged here, one by one: what listens on this device is reached
//! on the loopback interface or by one of the names that Okta keeps for it, an application is opened by the scheme of its own, a
//! frame shows the org. What does not fit is left out, and the page waits with whatever other ways it has.

use std::time::Duration;

use serde_json::Value as Json;
use url::{Host, Url};

use crate::idx::{Content, Document, Form, GivingUp, Href, Method, OrgOrigin};
use crate::pages::{Device, ForeignOrigin, Loopback};

use super::authenticators::text;
use super::guides;

/// An application tries a handful of ports; a document that lists more has another purpose.
const MAX_PORTS: usize = 10;
/// How long one port may take, where the document does not say.
const USUAL_PROBE: u64 = 100;
/// No probe is shorter or longer than this, whatever the document says, in milliseconds.
const PROBE_BOUNDS: [u64; 2] = [50, 3_000];
/// Okta's domains whose names all lead to the very machine that asks; the application on it holds their certificates.
const LOCAL_DOMAINS: [&str; 2] = ["authenticatorlocal.com", "authenticatorlocaldev.com"];
/// Longer than any challenge that was ever seen.
const MAX_CHALLENGE: usize = 16 * 1024;

/// What a page of `form` asks of the device by itself.
pub(super) fn device(document: &Document, form: &Form, org: &OrgOrigin) -> Option<Device> {
    match form.name.as_str() {
        "device-challenge-poll" | "challenge-poll" => asked(guides::challenge(document)?, org),
        "cancel-transaction" => Some(Device::Press { form: form.id.clone() }),
        "device-apple-sso-extension" if was_asked(form) => None,
        "device-apple-sso-extension" => match form.method {
            Method::Get => sso_extension(form, org).map(Device::Leave),
            _ => Some(Device::Press { form: form.id.clone() }),
        },
        _ => None,
    }
}

/// What a press of that form sends along: before any script has looked, nobody was found.
pub(super) fn given_up(document: &Document, form: &Form) -> Vec<(String, String)> {
    let looks = guides::challenge(document).and_then(|it| it.get("challengeMethod")).is_some_and(|it| it == "LOOPBACK");
    if !looks || !form.gives_up_on_a_device() {
        return Vec::new();
    }
    GivingUp::Unreachable.controls().map(|(name, value)| (name.to_owned(), value)).into()
}

/// The address at which Apple's extension adds a signature to what the browser asks.
pub(super) fn sso_extension(form: &Form, org: &OrgOrigin) -> Option<Url> {
    const CHALLENGE: &str = "challengeRequest";
    let mut url = form.href.for_browser(org).ok()?;
    let challenge = form.field(CHALLENGE).and_then(|field| match &field.content {
        Content::Constant(value) => value.as_str(),
        _ => None,
    });
    if let Some(challenge) = challenge
        && !url.query_pairs().any(|(name, _)| name == CHALLENGE)
    {
        url.query_pairs_mut().append_pair(CHALLENGE, challenge);
    }
    Some(url)
}

/// The extension had its chance and did not take it.
fn was_asked(form: &Form) -> bool {
    form.extra("isSSOExtensionVerifyEndpointAlreadyCalled").and_then(Json::as_bool).unwrap_or(false)
}

fn asked(challenge: &Json, org: &OrgOrigin) -> Option<Device> {
    let href = || Some(Href::new(text(challenge.get("href"))?));
    match challenge.get("challengeMethod")?.as_str()? {
        "LOOPBACK" => loopback(challenge, org).map(Device::Loopback),
        "CUSTOM_URI" => {
            let url = href()?.for_launch(org).ok()?;
            // An address of the web would be a page, and pages are opened by a press.
            ForeignOrigin::of_application(&url).map(|_| Device::Application(url))
        }
        "CHROME_DTC" => {
            let url = href()?.on_org(org).ok()?;
            ForeignOrigin::of(&url).map(|_| Device::Frame(url))
        }
        _ => None,
    }
}

fn loopback(challenge: &Json, org: &OrgOrigin) -> Option<Loopback> {
    let challenge_request = text(challenge.get("challengeRequest")).filter(|it| it.len() <= MAX_CHALLENGE)?;
    let mut ports: Vec<u16> = Vec::new();
    for port in challenge.get("ports")?.as_array()?.iter().filter_map(port) {
        if ports.len() < MAX_PORTS && !ports.contains(&port) {
            ports.push(port);
        }
    }
    let domains = [secure_domain(challenge.get("httpsDomain")), loopback_domain(challenge.get("domain"))];
    let domains: Vec<Url> = domains.into_iter().flatten().collect();
    let servers = domains.iter().flat_map(|domain| ports.iter().filter_map(|port| at(domain, *port)));
    let servers: Vec<Url> = servers.filter(|url| ForeignOrigin::of(url).is_some()).collect();
    if servers.is_empty() {
        return None;
    }
    let timeout = challenge.get("probeTimeoutMillis").and_then(Json::as_u64).unwrap_or(USUAL_PROBE);
    let [shortest, longest] = PROBE_BOUNDS;
    let details = challenge.get("chromeLocalNetworkAccessDetails");
    let help = details.and_then(|details| text(details.get("chromeLNAHelpLink")));
    Some(Loopback {
        servers,
        challenge_request,
        probe_timeout: Duration::from_millis(timeout.clamp(shortest, longest)),
        help: help.and_then(|help| Href::new(help).for_browser(org).ok()),
    })
}

/// Ports come as text, and might come as numbers.
fn port(value: &Json) -> Option<u16> {
    let port = match value {
        Json::String(text) => text.parse().ok(),
        other => u16::try_from(other.as_u64()?).ok(),
    };
    port.filter(|&port| port != 0)
}

/// A name of this very machine, asked without encryption.
fn loopback_domain(value: Option<&Json>) -> Option<Url> {
    let url = bare(value, "http")?;
    let is_here = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    is_here.then_some(url)
}

/// A name for which the application on this machine holds a certificate.
fn secure_domain(value: Option<&Json>) -> Option<Url> {
    let is_local = |name: &str| {
        LOCAL_DOMAINS.iter().any(|domain| name.strip_suffix(domain).is_some_and(|below| below.ends_with('.')))
    };
    bare(value, "https").filter(|url| url.domain().is_some_and(is_local))
}

/// An origin without a port, and nothing after it.
fn bare(value: Option<&Json>, scheme: &str) -> Option<Url> {
    let url = Url::parse(&text(value)?).ok()?;
    let nobody = url.username().is_empty() && url.password().is_none();
    let nothing_else = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    (url.scheme() == scheme && url.port().is_none() && nobody && nothing_else).then_some(url)
}

fn at(domain: &Url, port: u16) -> Option<Url> {
    let mut url = domain.clone();
    url.set_port(Some(port)).ok()?;
    Some(url)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn org() -> OrgOrigin {
        OrgOrigin::of(&Url::parse("https://org.example").expect("an address")).expect("an origin of an org")
    }

    fn asks(challenge: &Json) -> Option<Device> {
        asked(challenge, &org())
    }

    fn servers(domains: &Json, ports: &Json) -> Vec<String> {
        let mut challenge = json!({ "challengeMethod": "LOOPBACK", "challengeRequest": "own", "ports": ports });
        for (name, value) in domains.as_object().expect("members") {
            challenge[name] = value.clone();
        }
        match asks(&challenge) {
            Some(Device::Loopback(loopback)) => loopback.servers.into_iter().map(String::from).collect(),
            Some(other) => panic!("{other:?}"),
            None => Vec::new(),
        }
    }

    #[test]
    fn an_application_is_looked_for_by_https_first_and_then_on_the_loopback_interface() {
        let domains = json!({ "domain": "http://localhost", "httpsDomain": "https://own.authenticatorlocal.com" });

        let servers = servers(&domains, &json!(["8769", 65111]));

        assert_eq!(
            servers,
            [
                "https://own.authenticatorlocal.com:8769/",
                "https://own.authenticatorlocal.com:65111/",
                "http://localhost:8769/",
                "http://localhost:65111/",
            ]
        );
    }

    #[test]
    fn no_page_is_sent_to_look_at_other_machines() {
        for domain in [
            "http://intranet.example",
            "http://192.168.0.1",
            "http://169.254.169.254",
            "http://localhost.evil.example",
            "http://localhost@evil.example",
            "http://localhost:22",
            "http://localhost/admin?",
            "http://[fe80::1]",
            "https://localhost",
            "javascript:alert(1)",
            "//localhost",
            "localhost",
            "",
        ] {
            assert!(servers(&json!({ "domain": domain }), &json!(["8769"])).is_empty(), "{domain}");
        }
        for domain in [
            "http://own.authenticatorlocal.com",
            "https://own.authenticatorlocal.com:8443",
            "https://own.authenticatorlocal.com/x",
            "https://own.authenticatorlocal.com.evil.example",
            "https://evil-authenticatorlocal.com",
            "https://evil.example",
            "https://10.0.0.1",
        ] {
            assert!(servers(&json!({ "httpsDomain": domain }), &json!(["8769"])).is_empty(), "{domain}");
        }
    }

    #[test]
    fn ports_are_few_and_are_ports() {
        let here = json!({ "domain": "http://localhost" });
        let many: Vec<u32> = (1024..65_000).collect();

        assert_eq!(servers(&here, &json!(many)).len(), MAX_PORTS);
        assert_eq!(servers(&here, &json!(["8769", "8769", 8769])).len(), 1);
        for none in
            [json!(["0", "-1", "65536", "8769/x", "8769; script-src *", 1.5, null, {}]), json!("8769"), json!([])]
        {
            assert!(servers(&here, &none).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_probe_takes_neither_no_time_nor_for_ever() {
        for (said, expected) in [
            (json!(null), 100),
            (json!(250), 250),
            (json!(0), 50),
            (json!(-5), 100),
            (json!(u64::MAX), 3_000),
            (json!("soon"), 100),
        ] {
            let challenge = json!({ "challengeMethod": "LOOPBACK", "challengeRequest": "own", "ports": ["8769"],
                "domain": "http://localhost", "probeTimeoutMillis": said });

            let Some(Device::Loopback(loopback)) = asks(&challenge) else { panic!("a device that is asked") };

            assert_eq!(loopback.probe_timeout, Duration::from_millis(expected), "{said}");
        }
    }

    #[test]
    fn only_an_application_is_opened_and_only_the_org_is_framed() {
        let asks = |method: &str, href: &str| asks(&json!({ "challengeMethod": method, "href": href }));

        assert!(matches!(asks("CUSTOM_URI", "com-okta-authenticator:/deviceChallenge"), Some(Device::Application(_))));
        assert!(matches!(asks("CHROME_DTC", "https://org.example/idp/device"), Some(Device::Frame(_))));
        for href in ["javascript:alert(1)", "data:text/html,x", "ms-settings:/", "https://a.example/", "blob:x", ""] {
            assert_eq!(asks("CUSTOM_URI", href), None, "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "com-okta-authenticator:/x",
            "https://a.example/",
            "http://org.example/",
            "http://localhost/",
            "",
        ] {
            assert_eq!(asks("CHROME_DTC", href), None, "{href}");
        }
        for link in ["UNIVERSAL_LINK", "APP_LINK", "APPLE_SSO_EXTENSION", "TELEPATHY"] {
            assert_eq!(asks(link, "https://login.example/"), None, "{link}: it is pressed");
        }
    }
}
