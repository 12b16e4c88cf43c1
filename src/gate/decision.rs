//! Who may pass a route: one function of the route, the kind of request and what is known about a session.

use super::{Assurance, Refusal, RequestKind};
use crate::config::{Access, Route};

/// What is known about the sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Nobody looked, because the route does not ask.
    NotAsked,
    /// There is no session: no cookie, or none that the store knows.
    Absent,
    /// There is a live session, and so its authentication stands to what the route asks for.
    SignedIn(Assurance),
    /// The store could not be asked, which is not the same as absent.
    Unknown,
}

/// Whose page a request comes from, as its `Origin` says (RFC 6454 §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestOrigin {
    /// Nothing is said.
    Unstated,
    /// The site itself.
    Same,
    /// Somebody else, `null`, or several.
    Foreign,
}

impl RequestOrigin {
    /// Compares `Origin` with the site's own, byte for byte: browsers serialise both alike.
    pub fn of(headers: &http::HeaderMap, site_origin: &str) -> Self {
        let mut lines = headers.get_all(http::header::ORIGIN).iter();
        match (lines.next(), lines.next()) {
            (None, _) => Self::Unstated,
            (Some(only), None) if only.as_bytes() == site_origin.as_bytes() => Self::Same,
            _ => Self::Foreign,
        }
    }
}

/// What becomes of a request that has a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It goes to the application.
    Forward(Identity),
    /// A person is led to sign in and back.
    SignIn,
    /// A person who is signed in is led to authenticate as the route asks, and back.
    StepUp,
    /// The gateway answers no.
    Refuse(Refusal),
}

/// Whether the application learns who sent a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// The session's headers are added.
    Added,
    /// The request stays anonymous.
    Withheld,
}

impl Decision {
    /// One word for metrics and the access log.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Forward(_) => "forward",
            Self::SignIn => "sign_in",
            Self::StepUp => "step_up",
            Self::Refuse(refusal) => refusal.label(),
        }
    }
}

/// Decides about a request that has found its route.
///
/// A WebSocket is opened by a page's script with the person's cookies and without any preflight, so its `Origin` must be the
/// site's; a public route also takes programs, which state none. A public route reads no session, an optional one
/// is anonymous only when it is certain that nobody is signed in.
pub fn decide(route: &Route, kind: RequestKind, origin: RequestOrigin, presence: Presence) -> Decision {
    if kind == RequestKind::ServiceWorkerScript && !route.service_worker {
        return Decision::Refuse(Refusal::ServiceWorker);
    }
    let is_public = route.access == Access::Public;
    if kind == RequestKind::Upgrade
        && (origin == RequestOrigin::Foreign || (origin == RequestOrigin::Unstated && !is_public))
    {
        return Decision::Refuse(Refusal::ForeignOrigin);
    }
    match (route.access, presence) {
        (Access::Public, _) => Decision::Forward(Identity::Withheld),
        (_, Presence::SignedIn(assurance)) => with_session(route, kind, assurance),
        (_, Presence::Unknown | Presence::NotAsked) => Decision::Refuse(Refusal::SessionsUnavailable),
        (Access::Optional, Presence::Absent) => Decision::Forward(Identity::Withheld),
        (Access::SignedIn, Presence::Absent) => without_session(kind),
    }
}

/// Whoever is signed in passes, unless the route asks for more.
fn with_session(route: &Route, kind: RequestKind, assurance: Assurance) -> Decision {
    match (&route.authentication, assurance) {
        (None, _) | (_, Assurance::Sufficient) => Decision::Forward(Identity::Added),
        (Some(_), Assurance::OutOfReach) => Decision::Refuse(Refusal::LevelNotReached),
        (Some(_), Assurance::Insufficient) if matches!(kind, RequestKind::Navigation(_)) => Decision::StepUp,
        (Some(required), Assurance::Insufficient) => {
            Decision::Refuse(Refusal::InsufficientAuthentication(required.challenge()))
        }
    }
}

/// Only a person who looks at the whole window can be led to sign in.
const fn without_session(kind: RequestKind) -> Decision {
    match kind {
        RequestKind::Navigation(_) => Decision::SignIn,
        RequestKind::FormPost(_) => Decision::Refuse(Refusal::FormLost),
        RequestKind::FramedNavigation => Decision::Refuse(Refusal::UnauthorizedInFrame),
        RequestKind::Prefetch
        | RequestKind::ServiceWorkerScript
        | RequestKind::Upgrade
        | RequestKind::Fetch
        | RequestKind::Api => Decision::Refuse(Refusal::Unauthorized),
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header};

    use super::super::Evidence;
    use super::super::testing::route;
    use super::*;
    use crate::config::RequiredAuthentication;

    const KINDS: [RequestKind; 10] = [
        RequestKind::Navigation(Evidence::FetchMetadata),
        RequestKind::Navigation(Evidence::Guess),
        RequestKind::FormPost(Evidence::FetchMetadata),
        RequestKind::FormPost(Evidence::Guess),
        RequestKind::FramedNavigation,
        RequestKind::Prefetch,
        RequestKind::ServiceWorkerScript,
        RequestKind::Upgrade,
        RequestKind::Fetch,
        RequestKind::Api,
    ];
    const PRESENCES: [Presence; 6] = [
        Presence::NotAsked,
        Presence::Absent,
        Presence::SignedIn(Assurance::Sufficient),
        Presence::SignedIn(Assurance::Insufficient),
        Presence::SignedIn(Assurance::OutOfReach),
        Presence::Unknown,
    ];
    const ORIGINS: [RequestOrigin; 3] = [RequestOrigin::Unstated, RequestOrigin::Same, RequestOrigin::Foreign];
    const ACCESSES: [Access; 3] = [Access::Public, Access::Optional, Access::SignedIn];

    /// The whole table, for every combination there is.
    fn every_combination(mut check: impl FnMut(&Route, RequestKind, RequestOrigin, Presence, Decision)) {
        let strict = Some(RequiredAuthentication { acr: vec!["phr".to_owned()], max_age: None });
        for access in ACCESSES {
            for (service_worker, authentication) in [(false, &None), (true, &None), (false, &strict), (true, &strict)] {
                let route = Route { service_worker, authentication: authentication.clone(), ..route("/", access) };
                for kind in KINDS {
                    for origin in ORIGINS {
                        for presence in PRESENCES {
                            check(&route, kind, origin, presence, decide(&route, kind, origin, presence));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_protected_route_forwards_only_whoever_is_signed_in() {
        every_combination(|route, _, _, presence, decision| {
            if route.access == Access::SignedIn && !matches!(presence, Presence::SignedIn(_)) {
                assert!(!matches!(decision, Decision::Forward(_)));
            }
        });
    }

    #[test]
    fn an_identity_is_added_only_from_a_live_session_and_never_on_a_public_route() {
        every_combination(|route, _, _, presence, decision| {
            if decision == Decision::Forward(Identity::Added) {
                assert!(matches!(presence, Presence::SignedIn(_)));
                assert_ne!(route.access, Access::Public);
            }
        });
    }

    #[test]
    fn an_unreachable_store_is_never_a_sign_in_page_and_never_anonymous() {
        every_combination(|route, kind, origin, presence, decision| {
            let stopped_before = (kind == RequestKind::ServiceWorkerScript && !route.service_worker)
                || (kind == RequestKind::Upgrade && origin != RequestOrigin::Same);
            if route.access != Access::Public && presence == Presence::Unknown && !stopped_before {
                assert_eq!(decision, Decision::Refuse(Refusal::SessionsUnavailable));
            }
        });
    }

    #[test]
    fn only_a_navigation_of_the_whole_window_is_led_to_sign_in() {
        every_combination(|_, kind, _, presence, decision| {
            if decision == Decision::SignIn {
                assert!(matches!(kind, RequestKind::Navigation(_)));
                assert_eq!(presence, Presence::Absent);
            }
        });
    }

    #[test]
    fn a_service_worker_needs_a_route_that_allows_it() {
        every_combination(|route, kind, _, _, decision| {
            if kind == RequestKind::ServiceWorkerScript && !route.service_worker {
                assert_eq!(decision, Decision::Refuse(Refusal::ServiceWorker));
            }
        });
    }

    #[test]
    fn a_websocket_of_another_origin_is_refused_whoever_is_signed_in() {
        every_combination(|route, kind, origin, _, decision| {
            let unstated = origin == RequestOrigin::Unstated && route.access != Access::Public;
            if kind == RequestKind::Upgrade && (origin == RequestOrigin::Foreign || unstated) {
                assert_eq!(decision, Decision::Refuse(Refusal::ForeignOrigin));
            }
        });
    }

    #[test]
    fn without_a_session_each_kind_gets_the_answer_it_can_use() {
        let route = route("/", Access::SignedIn);
        let answers = KINDS.map(|kind| decide(&route, kind, RequestOrigin::Same, Presence::Absent).label());

        assert_eq!(
            answers,
            [
                "sign_in",
                "sign_in",
                "form_lost",
                "form_lost",
                "unauthorized_in_frame",
                "unauthorized",
                "service_worker",
                "unauthorized",
                "unauthorized",
                "unauthorized",
            ]
        );
    }

    #[test]
    fn with_a_session_every_kind_passes() {
        let route = Route { service_worker: true, ..route("/", Access::SignedIn) };
        for kind in KINDS {
            let decision = decide(&route, kind, RequestOrigin::Same, Presence::SignedIn(Assurance::Sufficient));
            assert_eq!(decision, Decision::Forward(Identity::Added), "{kind:?}");
        }
    }

    #[test]
    fn a_route_that_asks_for_more_forwards_only_a_session_that_has_it() {
        every_combination(|route, _, _, presence, decision| {
            let lacks = matches!(presence, Presence::SignedIn(Assurance::Insufficient | Assurance::OutOfReach));
            if route.access != Access::Public && route.authentication.is_some() && lacks {
                assert!(!matches!(decision, Decision::Forward(_)));
            }
        });
    }

    #[test]
    fn only_a_navigation_of_a_live_session_is_stepped_up_and_not_again_after_it_failed() {
        every_combination(|route, kind, _, presence, decision| {
            if decision == Decision::StepUp {
                assert!(matches!(kind, RequestKind::Navigation(_)) && route.authentication.is_some());
                assert_eq!(presence, Presence::SignedIn(Assurance::Insufficient));
            }
        });
    }

    #[test]
    fn whatever_cannot_be_stepped_up_is_told_what_is_missing() {
        let required = RequiredAuthentication { acr: vec!["phr".to_owned()], max_age: None };
        let route = Route { authentication: Some(required.clone()), ..route("/", Access::SignedIn) };
        let with = |kind, assurance| decide(&route, kind, RequestOrigin::Same, Presence::SignedIn(assurance));
        let told = Decision::Refuse(Refusal::InsufficientAuthentication(required.challenge()));

        for kind in [RequestKind::Fetch, RequestKind::Api, RequestKind::Upgrade, RequestKind::FramedNavigation] {
            assert_eq!(with(kind, Assurance::Insufficient), told, "{kind:?}");
            assert_eq!(with(kind, Assurance::OutOfReach), Decision::Refuse(Refusal::LevelNotReached), "{kind:?}");
        }
    }

    #[test]
    fn an_optional_route_is_anonymous_only_when_nobody_is_signed_in() {
        let route = route("/", Access::Optional);
        let with = |presence| decide(&route, RequestKind::Api, RequestOrigin::Unstated, presence);

        assert_eq!(with(Presence::Absent), Decision::Forward(Identity::Withheld));
        assert_eq!(with(Presence::SignedIn(Assurance::Insufficient)), Decision::Forward(Identity::Added));
        assert_eq!(with(Presence::Unknown), Decision::Refuse(Refusal::SessionsUnavailable));
    }

    #[test]
    fn an_origin_is_compared_whole() {
        let of = |origin: &'static str| {
            let headers = HeaderMap::from_iter([(header::ORIGIN, HeaderValue::from_static(origin))]);
            RequestOrigin::of(&headers, "https://app.example.com")
        };

        assert_eq!(of("https://app.example.com"), RequestOrigin::Same);
        for foreign in ["null", "http://app.example.com", "https://app.example.com:444", "https://app.example.com.evil"]
        {
            assert_eq!(of(foreign), RequestOrigin::Foreign, "{foreign}");
        }
        assert_eq!(RequestOrigin::of(&HeaderMap::new(), "https://app.example.com"), RequestOrigin::Unstated);
    }
}
