//! Every answer that says no: a page for a person, problem+json for a program, a reference for both.
//!
//! The log line and the answer carry the same reference. What went wrong inside stays in the log.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, StatusCode, header};
use tracing::{error, info, warn};

use crate::cookies::RequestCookies;
use crate::gate::{Arrival, Refusal, RequestKind, ReturnTarget};
use crate::oauth::diagnosis;
use crate::pages::{
    Brand, ErrorPage, ExpiredPage, FormLostPage, FormNeedsMorePage, FramedConfirmPage, FramedPage, LevelNotReachedPage,
    Problem, Target, TryAgain, TryAgainPage,
};
use crate::session::StoreError;
use crate::signin::SignInError;

use super::Endpoints;
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::site::SiteRuntime;

/// Nobody is told to wait longer than this, whatever the authorization server says.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);

/// Answers a request that goes no further, of whatever site or none.
pub(crate) fn answer(endpoints: &Endpoints, arrival: &Arrival, headers: &HeaderMap, refusal: &Refusal) -> Answer {
    let site = arrival.site.map(|index| endpoints.site(index));
    let status = refusal.status();
    let mut answer = match (site, shows_pages(arrival.kind) && !refusal.is_about_a_token()) {
        (Some(site), true) => page(site, arrival, headers, refusal),
        _ => respond::problem(status, refusal.reason(), &arrival.reference),
    };
    // RFC 6750 §3: an answer of 401 names the scheme that would do.
    if let Some(challenge) = refusal.challenge() {
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    }
    match refusal {
        Refusal::MethodNotAllowed(allow) => {
            answer.headers_mut().insert(header::ALLOW, allow.clone());
        }
        Refusal::SessionsUnavailable | Refusal::TokensUnavailable | Refusal::UpstreamUnreachable => {
            answer = respond::with_retry_after(answer, 5);
        }
        Refusal::TooManyTokens(wait) => answer = respond::with_retry_after(answer, wait.as_secs().max(1)),
        _ => {}
    }
    answer
}

fn page(site: &SiteRuntime, arrival: &Arrival, headers: &HeaderMap, refusal: &Refusal) -> Answer {
    let brand = Arc::clone(site.brand_for(&RequestCookies::of(headers), headers));
    let status = refusal.status();
    let target = || return_target(site, arrival);
    match refusal {
        Refusal::FormLost => respond::page(status, &FormLostPage { brand, sign_in: site.begin_path(&target()) }),
        Refusal::UnauthorizedInFrame => {
            respond::framed_page(status, &FramedPage { brand, href: target().as_str().to_owned() })
        }
        Refusal::InsufficientAuthentication(_) | Refusal::LevelNotReached
            if arrival.kind == RequestKind::FramedNavigation =>
        {
            respond::framed_page(status, &FramedConfirmPage { brand, href: target().as_str().to_owned() })
        }
        Refusal::InsufficientAuthentication(_) => {
            respond::page(status, &FormNeedsMorePage { brand, begin: site.begin_path(&target()) })
        }
        Refusal::LevelNotReached => level_page(brand, &arrival.reference, &target()),
        _ => {
            let problem = problem_of(refusal);
            respond::page(status, &ErrorPage { brand, problem, reference: Some(arrival.reference.clone()) })
        }
    }
}

/// The place a person should be brought back to: that of the request when it was one that can be repeated.
fn return_target(site: &SiteRuntime, arrival: &Arrival) -> ReturnTarget {
    let target = arrival.target.as_ref();
    target.and_then(|target| ReturnTarget::parse(target.as_str(), &site.config().own_path).ok()).unwrap_or_default()
}

const fn problem_of(refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::BadTarget(_) | Refusal::BadHost | Refusal::BadFraming(_) | Refusal::BodyTimeout => Problem::BadRequest,
        Refusal::UnsupportedMediaType | Refusal::BadAuthorization => Problem::BadRequest,
        Refusal::HeadersTooLarge => Problem::HeadersTooLarge,
        Refusal::Misdirected => Problem::Misdirected,
        Refusal::NotFound => Problem::NotFound,
        Refusal::MethodNotAllowed(_) => Problem::MethodNotAllowed,
        Refusal::Unauthorized | Refusal::UnauthorizedInFrame | Refusal::FormLost => Problem::Forbidden,
        Refusal::InsufficientAuthentication(_) | Refusal::LevelNotReached => Problem::Forbidden,
        Refusal::ServiceWorker | Refusal::ForeignOrigin => Problem::Forbidden,
        Refusal::TokenMissing | Refusal::InvalidToken | Refusal::InsufficientScope(_) => Problem::Forbidden,
        Refusal::TooManyTokens(wait) => Problem::TooManyRequests(Some(*wait)),
        Refusal::BodyTooLarge => Problem::PayloadTooLarge,
        Refusal::UpstreamUnreachable => Problem::BadGateway,
        Refusal::UpstreamTimeout => Problem::GatewayTimeout,
        Refusal::SessionsUnavailable | Refusal::TokensUnavailable => Problem::Unavailable,
        Refusal::Internal => Problem::Internal,
    }
}

const fn shows_pages(kind: RequestKind) -> bool {
    kind.is_whole_window() || matches!(kind, RequestKind::FramedNavigation)
}

/// The session store could not be asked, or could not do what it was asked for.
pub(crate) fn store_unavailable(request: &OwnRequest<'_>, error: &StoreError) -> Answer {
    let (site, reference) = (&request.site().config().name, &request.arrival().reference);
    let error = error as &dyn std::error::Error;
    error!(site, reference, error, "The session store could not be asked");
    request.refuse(&Refusal::SessionsUnavailable)
}

/// Sign-in and sign-out pages are looked at, never fetched: script of the application has no use for them.
pub(crate) fn only_for_navigation(request: &OwnRequest<'_>) -> Answer {
    let reference = &request.arrival().reference;
    match request.kind() {
        RequestKind::FramedNavigation => request.refuse(&Refusal::UnauthorizedInFrame),
        _ => {
            respond::problem(StatusCode::FORBIDDEN, "this page answers navigations of the whole window only", reference)
        }
    }
}

/// The person did what they could, and it is not what `target` asks for.
pub(crate) fn level_not_reached(request: &OwnRequest<'_>, target: &ReturnTarget) -> Answer {
    level_page(request.brand(), &request.arrival().reference, target)
}

fn level_page(brand: Arc<Brand>, reference: &str, target: &ReturnTarget) -> Answer {
    let page = LevelNotReachedPage { brand, retry: target.as_str().to_owned(), reference: reference.to_owned() };
    respond::page(StatusCode::FORBIDDEN, &page)
}

/// A post that no page of ours can have sent, or one of a page that has become too old.
pub(crate) fn form_not_ours(request: &OwnRequest<'_>) -> Answer {
    let reference = request.arrival().reference.clone();
    warn!(reference, client = %request.client_address(), "Refused a form that no page of this site sent");
    if shows_pages(request.kind()) {
        failure_page(request, Problem::ForeignPost)
    } else {
        respond::problem(StatusCode::FORBIDDEN, "the form was not sent by a page of this site", &reference)
    }
}

/// A query that can be read in two ways.
pub(crate) fn unreadable(request: &OwnRequest<'_>) -> Answer {
    failure_page(request, Problem::BadRequest)
}

/// Too many sign-ins began here in a short time.
pub(crate) fn too_many(request: &OwnRequest<'_>, wait: Option<Duration>) -> Answer {
    let answer = failure_page(request, Problem::TooManyRequests(wait));
    respond::with_retry_after(answer, wait.map_or(5, |wait| wait.as_secs().max(1)))
}

/// A sign-in that is over, with the way to begin another.
pub(crate) fn expired(request: &OwnRequest<'_>, target: &ReturnTarget) -> Answer {
    let begin = Target::Link(request.site().begin_path(target));
    respond::page(StatusCode::OK, &ExpiredPage { brand: request.brand(), begin })
}

/// A calm page for a sign-in that could not go on; what an operator must know is in the log under the same reference.
///
/// `retry` is the address that shows where things stand; another sign-in would lead to `target`.
pub(crate) fn sign_in_failed(
    request: &OwnRequest<'_>,
    failure: &SignInError,
    retry: &str,
    target: &ReturnTarget,
) -> Answer {
    report(request, failure);
    match failure {
        SignInError::RateLimited { reset } => {
            too_many(request, reset.map(|reset| reset.since(request.now()).min(LONGEST_WAIT)))
        }
        SignInError::Unavailable(_) => try_again(request, retry),
        SignInError::Lost(_) | SignInError::Spent(_) | SignInError::DeadLink(_) => expired(request, target),
        SignInError::LevelNotReached(_) => level_not_reached(request, target),
        SignInError::Denied(_) => failure_page(request, Problem::Forbidden),
        SignInError::Store(_) => request.refuse(&Refusal::SessionsUnavailable),
        SignInError::Misconfigured(_) | SignInError::Untrusted(_) | SignInError::HostileDocument(_) => {
            failure_page(request, Problem::Internal)
        }
    }
}

/// Tells the operator why a sign-in could not go on.
pub(crate) fn report(request: &OwnRequest<'_>, failure: &SignInError) {
    let reference = request.arrival().reference.as_str();
    let site = request.site().config().name.as_str();
    let error = with_causes(failure);
    // Where the org refused, the log names the switch to flip there.
    let remedy = failure.refusal().map(|refusal| {
        diagnosis::explain(diagnosis::Question::Token, refusal, request.site().client().registration()).remedy
    });
    match failure {
        SignInError::RateLimited { .. } => {
            warn!(site, reference, "The authorization server limits the rate of sign-in calls");
        }
        SignInError::Unavailable(_) => warn!(site, reference, error, "The authorization server could not be asked"),
        SignInError::Lost(_) | SignInError::Spent(_) => {
            warn!(site, reference, error, "A sign-in came to its end without tokens");
        }
        SignInError::LevelNotReached(_) => {
            warn!(site, reference, error, remedy, "The authentication that a route asks for was not reached");
        }
        SignInError::DeadLink(_) => info!(site, reference, error, "The link of a mail is worth nothing any more"),
        SignInError::Denied(_) => info!(site, reference, error, remedy, "The authorization server denied access"),
        SignInError::Store(_) => error!(site, reference, error, "The session store could not be asked"),
        SignInError::Misconfigured(_) | SignInError::Untrusted(_) | SignInError::HostileDocument(_) => {
            error!(site, reference, error, remedy, "Nobody can sign in like this: an operator must act");
        }
    }
}

fn try_again(request: &OwnRequest<'_>, retry: &str) -> Answer {
    let page = TryAgainPage {
        brand: request.brand(),
        reason: TryAgain::Unreachable,
        retry: retry.to_owned(),
        reference: Some(request.arrival().reference.clone()),
    };
    respond::with_retry_after(respond::page(StatusCode::SERVICE_UNAVAILABLE, &page), 5)
}

fn failure_page(request: &OwnRequest<'_>, problem: Problem) -> Answer {
    let page = ErrorPage { brand: request.brand(), problem, reference: Some(request.arrival().reference.clone()) };
    respond::page(problem.status(), &page)
}

/// An error with everything that led to it, for the log.
fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
