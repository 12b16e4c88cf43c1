//! What kind of request this is, seen from the browser: whether a person is looking at its answer.
//!
//! The answer to "no session" hangs on it: a page may lead a person to sign in, a script can only be told 401. Fetch
//! Metadata (W3C) settles it where it is sent, for scripts cannot forge `Sec-` headers. Without it the method and
//! `Accept` give a guess, which is marked as one.

use http::header::{ACCEPT, CONTENT_TYPE, UPGRADE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

/// How sure we are that a person opens a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The browser said so in Fetch Metadata.
    FetchMetadata,
    /// Nothing but method and `Accept` speak for it: an expensive step needs a person's click first.
    Guess,
}

/// What kind of request this is, seen from the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    /// A person opens a document in the whole window, by GET or HEAD.
    Navigation(Evidence),
    /// A person posts a form whose answer fills the whole window.
    FormPost(Evidence),
    /// A document for a frame of another page, whatever its method.
    FramedNavigation,
    /// A browser fetches or renders ahead; nobody has asked for the page yet.
    Prefetch,
    /// The script of a service worker, which would then see every later request of the origin.
    ServiceWorkerScript,
    /// A WebSocket handshake (RFC 6455 §4.1).
    Upgrade,
    /// A script or a part of a page: an image, a style sheet, `fetch()`.
    Fetch,
    /// A client that is no browser, as far as one can tell.
    Api,
}

const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");
const X_REQUESTED_WITH: HeaderName = HeaderName::from_static("x-requested-with");
/// The current name and those that older browsers use for the same statement.
const PURPOSE: [HeaderName; 4] = [
    HeaderName::from_static("sec-purpose"),
    HeaderName::from_static("purpose"),
    HeaderName::from_static("x-purpose"),
    HeaderName::from_static("x-moz"),
];

impl RequestKind {
    /// Reads the kind off method and headers; in doubt it is the kind that may do less.
    pub fn of(method: &Method, headers: &HeaderMap) -> Self {
        let present = Present::among(headers);
        let destination = present.fetch_metadata.then(|| value(headers, &SEC_FETCH_DEST)).flatten();
        if present.service_worker || destination == Some("serviceworker") {
            return Self::ServiceWorkerScript;
        }
        if present.upgrade && asks_for_websocket(headers) {
            return Self::Upgrade;
        }
        if present.purpose && PURPOSE.iter().any(|name| value(headers, name).is_some_and(is_speculative)) {
            return Self::Prefetch;
        }
        if present.fetch_metadata {
            return Self::by_fetch_metadata(method, value(headers, &SEC_FETCH_MODE), destination);
        }
        Self::by_guess(method, headers)
    }

    fn by_fetch_metadata(method: &Method, mode: Option<&str>, destination: Option<&str>) -> Self {
        match (mode, destination) {
            (Some("navigate"), Some("document")) if is_read(method) => Self::Navigation(Evidence::FetchMetadata),
            (Some("navigate"), Some("document")) if method == Method::POST => Self::FormPost(Evidence::FetchMetadata),
            (Some("navigate" | "nested-navigate"), _) => Self::FramedNavigation,
            _ => Self::Fetch,
        }
    }

    fn by_guess(method: &Method, headers: &HeaderMap) -> Self {
        if headers.contains_key(X_REQUESTED_WITH) {
            return Self::Fetch;
        }
        if !value(headers, &ACCEPT).is_some_and(wants_html) {
            return Self::Api;
        }
        if is_read(method) {
            Self::Navigation(Evidence::Guess)
        } else if method == Method::POST && value(headers, &CONTENT_TYPE).is_some_and(is_form) {
            Self::FormPost(Evidence::Guess)
        } else {
            Self::Api
        }
    }

    /// Whether the request counts as use of a session, so that its idle time starts again.
    ///
    /// Opening pages, posting forms and writing count. What browsers repeat by themselves does not: event streams and WebSockets
    /// that are opened again after a break, pages fetched ahead, a worker's script, reports (Reporting API), and a script's HEAD or
    /// OPTIONS, whose answer nobody reads. A script's GET counts, although it may be a poll: nothing in the request tells a poll from
    /// the next screen of an application that loads all its screens that way, no browser states a click for `fetch()`
    /// (`Sec-Fetch-User` goes with navigations only), and signing people out in the middle of reading is the worse mistake of the
    /// two: a poll's session still ends with its lifetime.
    pub fn is_use(self, method: &Method, headers: &HeaderMap) -> bool {
        match self {
            Self::Navigation(_) | Self::FormPost(_) | Self::FramedNavigation => true,
            Self::Prefetch | Self::ServiceWorkerScript | Self::Upgrade => false,
            Self::Fetch | Self::Api if value(headers, &SEC_FETCH_DEST) == Some("report") => false,
            Self::Fetch | Self::Api => match *method {
                Method::GET => !headers.get_all(ACCEPT).iter().any(is_event_stream),
                Method::HEAD | Method::OPTIONS => false,
                _ => true,
            },
        }
    }

    /// Whether the answer is a document that a person opened or that a form led to, in the whole window or in a frame.
    pub const fn is_navigation(self) -> bool {
        self.is_whole_window() || matches!(self, Self::FramedNavigation)
    }

    /// Whether a person is looking at the whole window that the answer fills.
    pub const fn is_whole_window(self) -> bool {
        matches!(self, Self::Navigation(_) | Self::FormPost(_))
    }
}

/// Which headers that speak of the kind are there at all: one walk over the names costs less than ten look-ups that find nothing.
#[derive(Default)]
struct Present {
    fetch_metadata: bool,
    service_worker: bool,
    upgrade: bool,
    purpose: bool,
}

impl Present {
    fn among(headers: &HeaderMap) -> Self {
        let mut present = Self::default();
        for name in headers.keys() {
            match name.as_str() {
                "sec-fetch-mode" | "sec-fetch-dest" => present.fetch_metadata = true,
                "service-worker" => present.service_worker = true,
                "upgrade" => present.upgrade = true,
                "sec-purpose" | "purpose" | "x-purpose" | "x-moz" => present.purpose = true,
                _ => {}
            }
        }
        present
    }
}

/// The header's one value; several lines under one name tell us nothing.
fn value<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut lines = headers.get_all(name).iter();
    match (lines.next(), lines.next()) {
        (Some(only), None) => only.to_str().ok(),
        _ => None,
    }
}

fn is_read(method: &Method) -> bool {
    method == Method::GET || method == Method::HEAD
}

pub(super) fn asks_for_websocket(headers: &HeaderMap) -> bool {
    headers.get_all(UPGRADE).iter().any(|line| {
        line.to_str().is_ok_and(|line| line.split(',').any(|name| name.trim().eq_ignore_ascii_case("websocket")))
    })
}

/// `prefetch`, `prefetch;prerender`, `prefetch;anonymous-client-ip`, and Safari's `preview`.
fn is_speculative(purpose: &str) -> bool {
    purpose
        .split([';', ','])
        .any(|token| ["prefetch", "prerender", "preview"].iter().any(|word| token.trim().eq_ignore_ascii_case(word)))
}

fn is_event_stream(accept: &HeaderValue) -> bool {
    let is_it = |range: &[u8]| range.trim_ascii().eq_ignore_ascii_case(b"text/event-stream");
    accept.as_bytes().split(|byte| matches!(byte, b',' | b';')).any(is_it)
}

fn wants_html(accept: &str) -> bool {
    accept.split(',').any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let is_html = parts.next().is_some_and(|media_type| {
            media_type.eq_ignore_ascii_case("text/html") || media_type.eq_ignore_ascii_case("application/xhtml+xml")
        });
        is_html && !parts.any(|parameter| matches!(parameter, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn is_form(content_type: &str) -> bool {
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]
        .iter()
        .any(|form| media_type.eq_ignore_ascii_case(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(method: &Method, headers: &[(&'static str, &'static str)]) -> RequestKind {
        let map = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        RequestKind::of(method, &map)
    }

    const HTML: (&str, &str) = ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    const NAVIGATE: (&str, &str) = ("sec-fetch-mode", "navigate");
    const DOCUMENT: (&str, &str) = ("sec-fetch-dest", "document");

    #[test]
    fn fetch_metadata_proves_a_navigation() {
        let opened = kind(&Method::GET, &[HTML, NAVIGATE, DOCUMENT]);
        let posted = kind(&Method::POST, &[HTML, NAVIGATE, DOCUMENT]);

        assert_eq!(opened, RequestKind::Navigation(Evidence::FetchMetadata));
        assert_eq!(posted, RequestKind::FormPost(Evidence::FetchMetadata));
    }

    #[test]
    fn without_fetch_metadata_a_navigation_is_a_guess() {
        let form = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");

        assert_eq!(kind(&Method::GET, &[HTML]), RequestKind::Navigation(Evidence::Guess));
        assert_eq!(kind(&Method::HEAD, &[HTML]), RequestKind::Navigation(Evidence::Guess));
        assert_eq!(kind(&Method::POST, &[HTML, form]), RequestKind::FormPost(Evidence::Guess));
        assert_eq!(kind(&Method::POST, &[HTML, ("content-type", "application/json")]), RequestKind::Api);
        assert_eq!(kind(&Method::DELETE, &[HTML]), RequestKind::Api);
    }

    #[test]
    fn accept_alone_never_outweighs_fetch_metadata() {
        let script = kind(&Method::GET, &[HTML, ("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")]);
        let image = kind(&Method::GET, &[HTML, ("sec-fetch-dest", "image")]);

        assert_eq!(script, RequestKind::Fetch);
        assert_eq!(image, RequestKind::Fetch);
    }

    #[test]
    fn frames_and_navigations_to_nowhere_in_particular_are_not_the_whole_window() {
        for destination in ["iframe", "frame", "embed", "object", "fencedframe", "something-new"] {
            let headers = HeaderMap::from_iter([
                (SEC_FETCH_MODE, HeaderValue::from_static("navigate")),
                (SEC_FETCH_DEST, HeaderValue::from_static(destination)),
            ]);
            assert_eq!(RequestKind::of(&Method::GET, &headers), RequestKind::FramedNavigation, "{destination}");
        }
        assert_eq!(kind(&Method::GET, &[NAVIGATE]), RequestKind::FramedNavigation);
    }

    #[test]
    fn a_page_fetched_ahead_is_no_navigation() {
        for (name, purpose) in [
            ("sec-purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            ("purpose", "prefetch"),
            ("x-moz", "prefetch"),
            ("x-purpose", "preview"),
        ] {
            assert_eq!(kind(&Method::GET, &[HTML, NAVIGATE, DOCUMENT, (name, purpose)]), RequestKind::Prefetch);
        }
    }

    #[test]
    fn a_service_worker_script_is_told_by_either_header() {
        assert_eq!(kind(&Method::GET, &[("service-worker", "script")]), RequestKind::ServiceWorkerScript);
        assert_eq!(kind(&Method::GET, &[("sec-fetch-dest", "serviceworker")]), RequestKind::ServiceWorkerScript);
    }

    #[test]
    fn a_websocket_handshake_is_an_upgrade_and_other_protocols_are_not() {
        let websocket = kind(&Method::GET, &[("connection", "keep-alive, Upgrade"), ("upgrade", "WebSocket")]);
        let http2 = kind(&Method::GET, &[HTML, ("connection", "Upgrade, HTTP2-Settings"), ("upgrade", "h2c")]);

        assert_eq!(websocket, RequestKind::Upgrade);
        assert_eq!(http2, RequestKind::Navigation(Evidence::Guess));
    }

    #[test]
    fn scripts_and_programs_are_told_from_people() {
        assert_eq!(kind(&Method::GET, &[HTML, ("x-requested-with", "XMLHttpRequest")]), RequestKind::Fetch);
        assert_eq!(kind(&Method::GET, &[("accept", "application/json")]), RequestKind::Api);
        assert_eq!(kind(&Method::GET, &[("accept", "*/*")]), RequestKind::Api);
        assert_eq!(kind(&Method::GET, &[("accept", "application/json, text/html;q=0")]), RequestKind::Api);
        assert_eq!(kind(&Method::GET, &[]), RequestKind::Api);
    }

    #[test]
    fn two_lines_of_fetch_metadata_prove_nothing() {
        let doubled = kind(&Method::GET, &[HTML, NAVIGATE, ("sec-fetch-mode", "cors"), DOCUMENT]);

        assert_eq!(doubled, RequestKind::Fetch);
    }

    #[test]
    fn what_a_person_does_is_use_and_what_a_browser_repeats_is_not() {
        let is_use = |method: Method, lines: &[(&'static str, &'static str)]| {
            let headers: HeaderMap = lines
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            RequestKind::of(&method, &headers).is_use(&method, &headers)
        };
        let (cors, empty) = (("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty"));

        assert!(is_use(Method::GET, &[HTML, NAVIGATE, DOCUMENT]));
        assert!(is_use(Method::GET, &[NAVIGATE, ("sec-fetch-dest", "iframe")]));
        assert!(is_use(Method::POST, &[HTML, NAVIGATE, DOCUMENT]));
        assert!(is_use(Method::GET, &[cors, empty]));
        assert!(is_use(Method::DELETE, &[cors, empty]));
        assert!(!is_use(Method::POST, &[cors, ("sec-fetch-dest", "report")]));
        assert!(is_use(Method::PUT, &[]));
        assert!(is_use(Method::GET, &[("accept", "application/json")]));

        assert!(!is_use(Method::GET, &[cors, empty, ("accept", "text/event-stream")]));
        assert!(!is_use(Method::HEAD, &[cors, empty]));
        assert!(!is_use(Method::OPTIONS, &[cors, empty]));
        assert!(!is_use(Method::GET, &[HTML, NAVIGATE, DOCUMENT, ("sec-purpose", "prefetch")]));
        assert!(!is_use(Method::GET, &[("service-worker", "script")]));
        assert!(!is_use(Method::GET, &[("connection", "Upgrade"), ("upgrade", "websocket")]));
    }
}
