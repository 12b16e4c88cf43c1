//! Which requests of a site count as use of a session, so that its idle time starts again.
//!
//! A page that asks for news every half minute would keep its session alive for as long as it stays open, on a machine that
//! nobody sits at. What the browser says about a request tells some of that ([`RequestKind::is_use`]); which paths a page
//! asks by itself only the operator knows.

use http::{HeaderMap, Method};

use super::{CanonicalTarget, RequestKind, path};
use crate::config::{self, Counted};

/// The rule of one site.
#[derive(Clone, Debug, Default)]
pub struct Activity {
    counted: Counted,
    ignored: Vec<Vec<u8>>,
}

impl Activity {
    /// As configured.
    pub fn new(activity: &config::Activity) -> Self {
        let ignored = activity.ignore_paths.iter().map(|ignored| path::decoded(ignored.as_bytes()).into_owned());
        Self { counted: activity.counted, ignored: ignored.collect() }
    }

    /// Whether a request of that kind for `target` counts.
    pub fn counts(&self, kind: RequestKind, method: &Method, headers: &HeaderMap, target: &CanonicalTarget) -> bool {
        let is_of_kind = match self.counted {
            Counted::Requests => kind.is_use(method, headers),
            Counted::Navigations => kind.is_navigation(),
        };
        is_of_kind && (self.ignored.is_empty() || !self.ignores(&target.decoded_path()))
    }

    fn ignores(&self, path: &[u8]) -> bool {
        self.ignored.iter().any(|ignored| path::is_under(path, ignored))
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderName, HeaderValue};

    use super::*;

    const NAVIGATION: &[(&str, &str)] = &[("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
    const FRAME: &[(&str, &str)] = &[("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")];
    const FETCH: &[(&str, &str)] = &[("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")];
    const PREFETCH: &[(&str, &str)] =
        &[("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document"), ("sec-purpose", "prefetch")];

    fn counts(
        activity: &config::Activity,
        method: &Method,
        target: &str,
        lines: &[(&'static str, &'static str)],
    ) -> bool {
        let headers: HeaderMap = lines
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        let target = Bytes::copy_from_slice(target.as_bytes());
        let target = CanonicalTarget::from_request_line(&target, "app.example.com").expect("a target");
        Activity::new(activity).counts(RequestKind::of(method, &headers), method, &headers, &target)
    }

    fn ignoring(paths: &[&str]) -> config::Activity {
        let ignore_paths = paths.iter().map(|path| (*path).to_owned()).collect();
        config::Activity { counted: Counted::Requests, ignore_paths }
    }

    #[test]
    fn unless_configured_pages_and_what_scripts_fetch_count() {
        let usual = config::Activity::default();

        for lines in [NAVIGATION, FRAME, FETCH, &[]] {
            assert!(counts(&usual, &Method::GET, "/inbox", lines), "{lines:?}");
        }
        assert!(!counts(&usual, &Method::GET, "/inbox", PREFETCH));
    }

    #[test]
    fn a_path_that_polls_never_counts_however_it_is_asked() {
        let activity = ignoring(&["/api/heartbeat", "/café"]);

        for target in ["/api/heartbeat", "/api/heartbeat?t=1", "/api/heartbeat/now", "/api/%68eartbeat", "/caf%C3%A9/x"]
        {
            for (method, lines) in [(Method::GET, FETCH), (Method::POST, FETCH), (Method::GET, NAVIGATION)] {
                assert!(!counts(&activity, &method, target, lines), "{method} {target}");
            }
        }
        for target in ["/api/heartbeats", "/api", "/", "/x/api/heartbeat", "/search?q=/api/heartbeat"] {
            assert!(counts(&activity, &Method::GET, target, FETCH), "{target}");
        }
    }

    #[test]
    fn where_navigations_count_nothing_that_a_script_does_counts() {
        let activity = config::Activity { counted: Counted::Navigations, ignore_paths: vec!["/ticker".to_owned()] };

        assert!(counts(&activity, &Method::GET, "/inbox", NAVIGATION));
        assert!(counts(&activity, &Method::POST, "/inbox", NAVIGATION));
        assert!(counts(&activity, &Method::GET, "/inbox", FRAME));
        assert!(!counts(&activity, &Method::GET, "/ticker", NAVIGATION));
        assert!(!counts(&activity, &Method::GET, "/inbox", PREFETCH));
        for (method, lines) in [(Method::GET, FETCH), (Method::POST, FETCH), (Method::GET, &[][..])] {
            assert!(!counts(&activity, &method, "/inbox", lines), "{method} {lines:?}");
        }
    }
}
