//! What a page may load, run and ask (Content Security Policy Level 3).

use std::borrow::Cow;

use http::HeaderValue;
use url::Url;

use super::script::Script;

/// A page's Content-Security-Policy, as a value.
///
/// It begins with nothing: a stylesheet and pictures of our own, and forms that go to our own origin. A page that carries scripts may
/// run those of our origin and ask our origin; whatever belongs to somebody else is added origin by origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    runs: bool,
    framed: bool,
    foreign: Vec<(Directive, ForeignOrigin)>,
}

/// What a page may do with an origin of somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Directive {
    /// Run scripts of it.
    Script,
    /// Ask it by `fetch`.
    Connect,
    /// Show its pages in a frame.
    Frame,
    /// Use its stylesheets.
    Style,
}

/// An origin of somebody else that a page may use: made from an address that was parsed, so nothing in it ends a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignOrigin(Cow<'static, str>);

/// The schemes of applications that a page may open: names of their own, behind which no browser finds a document.
const APPLICATIONS: [&str; 1] = ["com-okta-authenticator"];

impl ForeignOrigin {
    /// The origin, or all the hosts below one, that a service says it is loaded from.
    pub(super) const fn of_service(source: &'static str) -> Self {
        Self(Cow::Borrowed(source))
    }

    /// The origin of `url`: `https` with a host name, or `http` on this very machine, where a person's own application listens.
    pub fn of(url: &Url) -> Option<Self> {
        let is_local = matches!(url.host_str(), Some("localhost" | "127.0.0.1"));
        let is_fit = match url.scheme() {
            "https" => url.domain().is_some_and(is_plain),
            "http" => is_local,
            _ => false,
        };
        is_fit.then(|| Self(url.origin().ascii_serialization().into()))
    }

    /// The scheme of `url`, where it is one of an application that a page may open on the person's device.
    pub fn of_application(url: &Url) -> Option<Self> {
        let scheme = APPLICATIONS.iter().find(|scheme| **scheme == url.scheme())?;
        Some(Self(format!("{scheme}:").into()))
    }
}

/// Whether a host is made of what hosts are made of. The URL Standard lets more pass, and `;`, `,`, `'` and `*` mean something
/// in a policy.
fn is_plain(host: &str) -> bool {
    host.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-'))
}

impl Policy {
    /// For a page that carries these scripts.
    pub fn for_scripts(scripts: &[Script]) -> Self {
        let foreign = scripts.iter().flat_map(Script::foreign).collect();
        Self { runs: !scripts.is_empty(), foreign, ..Self::default() }
    }

    /// For the page that is shown inside a frame of the application: it runs nothing and posts nothing.
    pub(super) fn framed() -> Self {
        Self { framed: true, ..Self::default() }
    }

    /// The same, and `origin` may be used in that way.
    #[must_use]
    pub fn allowing(mut self, directive: Directive, origin: ForeignOrigin) -> Self {
        self.foreign.push((directive, origin));
        self
    }

    /// As the value of a `Content-Security-Policy` header.
    pub(super) fn header_value(&self) -> HeaderValue {
        // Words of this file and serialized origins: all of it visible ASCII.
        HeaderValue::from_str(&self.text()).unwrap_or(HeaderValue::from_static("default-src 'none'"))
    }

    fn text(&self) -> String {
        let ours = |allowed: bool| if allowed { "'self'" } else { "" };
        let mut text = "default-src 'none'".to_owned();
        let mut add = |name: &str, own: &str, directive: Option<Directive>| {
            let foreign = self.foreign.iter().filter(|(of, _)| Some(*of) == directive).map(|(_, origin)| &*origin.0);
            let sources: Vec<&str> = Some(own).filter(|own| !own.is_empty()).into_iter().chain(foreign).collect();
            if !sources.is_empty() {
                text.push_str(&format!("; {name} {}", sources.join(" ")));
            }
        };
        add("style-src", "'self'", Some(Directive::Style));
        add("img-src", if self.framed { "'self'" } else { "'self' data:" }, None);
        add("script-src", ours(self.runs), Some(Directive::Script));
        add("connect-src", ours(self.runs), Some(Directive::Connect));
        add("frame-src", "", Some(Directive::Frame));
        add("form-action", if self.framed { "'none'" } else { "'self'" }, None);
        add("frame-ancestors", if self.framed { "'self'" } else { "'none'" }, None);
        add("base-uri", "'none'", None);
        // Our own scripts build elements and never parse HTML or code out of text; others' may have to.
        let runs_foreign = self.foreign.iter().any(|(directive, _)| *directive == Directive::Script);
        if self.runs && !runs_foreign {
            add("require-trusted-types-for", "'script'", None);
            add("trusted-types", "'none'", None);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::script::Script;
    use super::*;

    fn foreign(url: &str) -> Option<ForeignOrigin> {
        ForeignOrigin::of(&Url::parse(url).expect("an address"))
    }

    #[test]
    fn a_page_without_scripts_runs_nothing_and_asks_nobody() {
        assert_eq!(
            Policy::for_scripts(&[]).text(),
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; \
             base-uri 'none'"
        );
    }

    #[test]
    fn a_page_with_scripts_runs_those_of_our_origin_and_asks_our_origin() {
        let text = Policy::for_scripts(&[Script::Form]).text();

        for part in ["script-src 'self';", "connect-src 'self';", "require-trusted-types-for 'script'"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("unsafe"), "{text}");
    }

    #[test]
    fn an_origin_of_somebody_else_stands_where_it_is_used_and_nowhere_else() {
        let vendor = foreign("https://widget.example/api.js?x='unsafe-eval'").expect("an origin");
        let text = Policy::for_scripts(&[Script::Form]).allowing(Directive::Frame, vendor).text();

        assert!(text.contains("; frame-src https://widget.example;"), "{text}");
        assert!(text.contains("; script-src 'self';") && !text.contains("unsafe"), "{text}");
    }

    #[test]
    fn what_is_no_plain_origin_is_none() {
        for refused in ["http://widget.example", "data:text/html,x", "blob:https://a.example/1", "https://192.0.2.1/"] {
            assert_eq!(foreign(refused), None, "{refused}");
        }
        assert!(foreign("http://localhost:8769").is_some());
    }

    #[test]
    fn decision_16_no_host_ends_a_directive_or_means_more_than_itself() {
        for host in
            ["a;script-src", "a,b", "'self'", "*", "*.example", "a.*", "a&b", "a=b", "a(b)", "a!b", "a_b", "a\"b"]
        {
            let url = format!("https://{host}/");
            assert_eq!(Url::parse(&url).ok().as_ref().and_then(ForeignOrigin::of), None, "{url}");
        }
        assert!(foreign("https://Widget-1.example:8443/x").is_some());
        assert!(foreign("https://b\u{fc}cher.example/").is_some());
    }

    #[test]
    fn an_application_is_opened_by_a_name_of_its_own_and_by_no_other() {
        let application = |url: &str| ForeignOrigin::of_application(&Url::parse(url).expect("an address"));
        let own = application("com-okta-authenticator:/deviceChallenge?x=;script-src%20*").expect("an application");

        let text = Policy::for_scripts(&[Script::Form]).allowing(Directive::Frame, own).text();

        assert!(text.contains("; frame-src com-okta-authenticator:;"), "{text}");
        assert!(text.contains("; trusted-types 'none'"), "only scripts of others need more: {text}");
        for refused in ["javascript:alert(1)", "data:text/html,x", "https://a.example/", "blob:https://a.example/1"] {
            assert_eq!(application(refused), None, "{refused}");
        }
    }

    #[test]
    fn the_page_in_a_frame_posts_nothing() {
        let text = Policy::framed().text();

        assert!(text.contains("form-action 'none'") && text.contains("frame-ancestors 'self'"), "{text}");
        assert!(!text.contains("script-src"), "{text}");
    }
}
