//! What becomes of a request to one of an application's own paths for signing out.

use http::HeaderMap;

use super::{Presence, RequestKind, RequestOrigin};

/// What becomes of a navigation to a sign-out path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// The application gets the request, to end what it keeps of the person, and the person is signed out.
    SignOut,
    /// The person is asked first: a link or a form of somebody else's page signs nobody out.
    Ask,
    /// Nobody is signed in.
    Nobody,
}

/// Decides about a request to a sign-out path; nothing for one that no person is looking at, which goes the ordinary way: a script
/// cannot be shown a question, and what it fetched ahead or in a frame nobody has asked for.
///
/// With a store that cannot be asked somebody may be signed in, and wants to leave.
pub fn leaving(kind: RequestKind, headers: &HeaderMap, site_origin: &str, presence: Presence) -> Option<Leaving> {
    if !kind.is_whole_window() {
        return None;
    }
    Some(match presence {
        // A program ends nothing by asking for a page.
        Presence::Token(_) => return None,
        Presence::Absent | Presence::NotAsked => Leaving::Nobody,
        Presence::SignedIn(_) | Presence::Unknown if is_of_site(headers, site_origin) => Leaving::SignOut,
        Presence::SignedIn(_) | Presence::Unknown => Leaving::Ask,
    })
}

/// Whether the browser says that a page of the site led here. `Origin` goes with posts alone; Fetch Metadata with everything.
fn is_of_site(headers: &HeaderMap, site_origin: &str) -> bool {
    let mut lines = headers.get_all("sec-fetch-site").iter();
    match (RequestOrigin::of(headers, site_origin), lines.next(), lines.next()) {
        (RequestOrigin::Foreign, _, _) | (_, _, Some(_)) => false,
        (_, Some(site), None) => site == "same-origin",
        (origin, None, None) => origin == RequestOrigin::Same,
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::super::{Assurance, Evidence};
    use super::*;

    const SITE: &str = "https://app.example.com";
    const OPENED: RequestKind = RequestKind::Navigation(Evidence::FetchMetadata);
    const HERE: Presence = Presence::SignedIn(Assurance::Sufficient);

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for &(name, value) in lines {
            map.append(name, HeaderValue::from_static(value));
        }
        map
    }

    #[test]
    fn decision_22_a_sign_out_path_acts_on_navigations_of_the_site_itself_and_asks_everybody_else() {
        let at = |kind, lines| leaving(kind, &headers(lines), SITE, HERE);
        let posted = RequestKind::FormPost(Evidence::FetchMetadata);

        assert_eq!(at(OPENED, &[("sec-fetch-site", "same-origin")]), Some(Leaving::SignOut));
        assert_eq!(at(posted, &[("sec-fetch-site", "same-origin"), ("origin", SITE)]), Some(Leaving::SignOut));
        assert_eq!(at(RequestKind::FormPost(Evidence::Guess), &[("origin", SITE)]), Some(Leaving::SignOut));
        for lines in [
            &[][..],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "cross-site"), ("origin", SITE)],
            &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
            &[("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")],
            &[("origin", "null")],
        ] {
            assert_eq!(at(OPENED, lines), Some(Leaving::Ask), "{lines:?}");
            assert_eq!(at(posted, lines), Some(Leaving::Ask), "{lines:?}");
        }
    }

    #[test]
    fn what_no_person_looks_at_goes_the_ordinary_way() {
        let lines = headers(&[("sec-fetch-site", "same-origin")]);

        for kind in [
            RequestKind::Fetch,
            RequestKind::Api,
            RequestKind::Prefetch,
            RequestKind::FramedNavigation,
            RequestKind::Upgrade,
            RequestKind::ServiceWorkerScript,
        ] {
            assert_eq!(leaving(kind, &lines, SITE, HERE), None, "{kind:?}");
        }
    }

    #[test]
    fn whoever_may_be_signed_in_can_leave() {
        let lines = headers(&[("sec-fetch-site", "same-origin")]);

        assert_eq!(leaving(OPENED, &lines, SITE, Presence::Unknown), Some(Leaving::SignOut));
        assert_eq!(leaving(OPENED, &lines, SITE, Presence::SignedIn(Assurance::Insufficient)), Some(Leaving::SignOut));
        assert_eq!(leaving(OPENED, &lines, SITE, Presence::Absent), Some(Leaving::Nobody));
    }
}
