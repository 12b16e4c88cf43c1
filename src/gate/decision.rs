//! Who may pass a route: one function of the route, the kind of request and what is known about a session.

use std::time::Duration;

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
    /// An access token was presented, and is judged by itself: a session beside it is not looked at.
    Token(TokenStanding),
}

/// What a presented access token is worth on its route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenStanding {
    /// It is good.
    Good,
    /// It is not.
    Invalid,
    /// It is good in itself, and lacks a scope.
    LacksScope,
    /// It could not be read off the header.
    Unreadable,
    /// It would have to be asked about, and one more question is allowed after so long.
    TooMany(Duration),
    /// Nobody could tell.
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
    /// The headers of its session or its token are added.
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
/// site's; a public route also takes programs, which state none. No page's script can add an access token that it does not have, so
/// with one the origin says nothing. A public route reads no session, an optional one is anonymous only when it is certain that
/// nobody is signed in.
pub fn decide(route: &Route, kind: RequestKind, origin: RequestOrigin, presence: Presence) -> Decision {
    if kind == RequestKind::ServiceWorkerScript && !route.service_worker {
        return Decision::Refuse(Refusal::ServiceWorker);
    }
    let is_public = route.access == Access::Public;
    if let (false, Presence::Token(standing)) = (is_public, presence) {
        return with_token(route, standing);
    }
    if route.access == Access::SignedIn && !route.credentials.take_sessions() {
        return Decision::Refuse(Refusal::TokenMissing);
    }
    if kind == RequestKind::Upgrade
        && (origin == RequestOrigin::Foreign || (origin == RequestOrigin::Unstated && !is_public))
    {
        return Decision::Refuse(Refusal::ForeignOrigin);
    }
    match (route.access, presence) {
        (Access::Public, _) => Decision::Forward(Identity::Withheld),
        (_, Presence::SignedIn(assurance)) => with_session(route, kind, assurance),
        (_, Presence::Unknown | Presence::NotAsked) => Decision::Refuse(Refusal::SessionsUnavailable),
        (_, Presence::Token(standing)) => with_token(route, standing),
        (Access::Optional, Presence::Absent) => Decision::Forward(Identity::Withheld),
        (Access::SignedIn, Presence::Absent) => without_session(kind),
    }
}

/// A good token passes; for any other the answer is about the token, never a way to sign in and never a pass as somebody else or
/// as nobody.
fn with_token(route: &Route, standing: TokenStanding) -> Decision {
    let Some(bearer) = route.credentials.bearer() else { return Decision::Refuse(Refusal::InvalidToken) };
    Decision::Refuse(match standing {
        TokenStanding::Good => return Decision::Forward(Identity::Added),
        TokenStanding::Invalid => Refusal::InvalidToken,
        TokenStanding::LacksScope => Refusal::InsufficientScope(bearer.scope_challenge()),
        TokenStanding::Unreadable => Refusal::BadAuthorization,
        TokenStanding::TooMany(wait) => Refusal::TooManyTokens(wait),
        TokenStanding::Unknown => Refusal::TokensUnavailable,
    })
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
    use crate::config::{Bearer, Credentials, RequiredAuthentication};

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
    const PRESENCES: [Presence; 12] = [
        Presence::NotAsked,
        Presence::Absent,
        Presence::SignedIn(Assurance::Sufficient),
        Presence::SignedIn(Assurance::Insufficient),
        Presence::SignedIn(Assurance::OutOfReach),
        Presence::Unknown,
        Presence::Token(TokenStanding::Good),
        Presence::Token(TokenStanding::Invalid),
        Presence::Token(TokenStanding::LacksScope),
        Presence::Token(TokenStanding::Unreadable),
        Presence::Token(TokenStanding::TooMany(Duration::from_secs(7))),
        Presence::Token(TokenStanding::Unknown),
    ];
    const ORIGINS: [RequestOrigin; 3] = [RequestOrigin::Unstated, RequestOrigin::Same, RequestOrigin::Foreign];
    const ACCESSES: [Access; 3] = [Access::Public, Access::Optional, Access::SignedIn];

    /// The whole table, for every combination there is.
    fn every_combination(mut check: impl FnMut(&Route, RequestKind, RequestOrigin, Presence, Decision)) {
        let strict = Some(RequiredAuthentication { acr: vec!["phr".to_owned()], max_age: None });
        let (session, alone, either) =
            (Credentials::Session, Credentials::Bearer(bearer()), Credentials::Either(bearer()));
        let variants = [(&None, &session), (&strict, &session), (&None, &alone), (&None, &either)];
        for access in ACCESSES {
            for (service_worker, (authentication, credentials)) in
                [false, true].into_iter().flat_map(|service_worker| variants.map(|variant| (service_worker, variant)))
            {
                let (authentication, credentials) = (authentication.clone(), credentials.clone());
                let route = Route { service_worker, authentication, credentials, ..route("/", access) };
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

    fn bearer() -> Bearer {
        Bearer { client_ids: vec!["0oascript".to_owned()], scopes: vec!["read".to_owned()] }
    }

    /// Somebody is signed in, or a good token was presented where tokens are taken.
    fn is_known(route: &Route, presence: Presence) -> bool {
        let good_token = presence == Presence::Token(TokenStanding::Good) && route.credentials.bearer().is_some();
        matches!(presence, Presence::SignedIn(_)) || good_token
    }

    /// What is answered without a look at the store.
    fn is_for_programs_alone(route: &Route) -> bool {
        route.access == Access::SignedIn && !route.credentials.take_sessions()
    }

    #[test]
    fn a_protected_route_forwards_only_whoever_is_known() {
        every_combination(|route, _, _, presence, decision| {
            if route.access == Access::SignedIn && !is_known(route, presence) {
                assert!(!matches!(decision, Decision::Forward(_)));
            }
        });
    }

    #[test]
    fn an_identity_is_added_only_from_a_live_session_or_a_good_token_and_never_on_a_public_route() {
        every_combination(|route, _, _, presence, decision| {
            if decision == Decision::Forward(Identity::Added) {
                assert!(is_known(route, presence));
                assert_ne!(route.access, Access::Public);
            }
        });
    }

    #[test]
    fn decision_13_whoever_presents_a_token_is_let_in_by_that_or_not_at_all_and_is_shown_no_pages() {
        every_combination(|route, kind, _, presence, decision| {
            let Presence::Token(standing) = presence else { return };
            let is_worker = kind == RequestKind::ServiceWorkerScript && !route.service_worker;
            if route.access == Access::Public || is_worker {
                return;
            }
            match decision {
                Decision::Forward(identity) => {
                    assert_eq!((standing, identity), (TokenStanding::Good, Identity::Added));
                }
                Decision::Refuse(refusal) => assert!(refusal.is_about_a_token(), "{refusal:?}"),
                Decision::SignIn | Decision::StepUp => panic!("a program was led to a page"),
            }
        });
    }

    #[test]
    fn each_standing_of_a_token_gets_the_answer_of_rfc_6750() {
        let route = Route { credentials: Credentials::Bearer(bearer()), ..route("/", Access::SignedIn) };
        let answer = |presence| match decide(&route, RequestKind::Api, RequestOrigin::Unstated, presence) {
            Decision::Refuse(refusal) => {
                let challenge = refusal.challenge().map(|value| value.to_str().expect("text").to_owned());
                (refusal.status().as_u16(), challenge.unwrap_or_default())
            }
            other => panic!("{other:?}"),
        };

        let answers = [
            (Presence::Absent, 401, "Bearer"),
            (Presence::Token(TokenStanding::Unreadable), 400, "Bearer error=\"invalid_request\""),
            (Presence::Token(TokenStanding::Invalid), 401, "Bearer error=\"invalid_token\""),
            (Presence::Token(TokenStanding::LacksScope), 403, "Bearer error=\"insufficient_scope\", scope=\"read\""),
            (Presence::Token(TokenStanding::TooMany(Duration::from_secs(7))), 429, ""),
            (Presence::Token(TokenStanding::Unknown), 503, ""),
        ];
        for (presence, status, challenge) in answers {
            assert_eq!(answer(presence), (status, challenge.to_owned()), "{presence:?}");
        }
    }

    #[test]
    fn a_route_for_programs_alone_leads_nobody_to_a_page_of_ours() {
        every_combination(|route, kind, _, presence, decision| {
            let is_worker = kind == RequestKind::ServiceWorkerScript && !route.service_worker;
            if is_for_programs_alone(route) && presence == Presence::Absent && !is_worker {
                assert_eq!(decision, Decision::Refuse(Refusal::TokenMissing));
            }
        });
    }

    #[test]
    fn an_unreachable_store_is_never_a_sign_in_page_and_never_anonymous() {
        every_combination(|route, kind, origin, presence, decision| {
            let stopped_before = (kind == RequestKind::ServiceWorkerScript && !route.service_worker)
                || is_for_programs_alone(route)
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
        every_combination(|route, kind, origin, presence, decision| {
            let unstated = origin == RequestOrigin::Unstated && route.access != Access::Public;
            let says_nothing = matches!(presence, Presence::Token(_)) || is_for_programs_alone(route);
            if kind == RequestKind::Upgrade && (origin == RequestOrigin::Foreign || unstated) && !says_nothing {
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
