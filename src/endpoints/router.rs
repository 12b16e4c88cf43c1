//! Which own path leads where: an axum router that is called in process.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, Path, RawQuery};
use axum::routing::{MethodRouter, get, post};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode, Uri, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use crate::gate::{Arrival, Refusal, ReturnTarget};
use crate::pages::MailedLink;

use super::begin::Wish;
use super::form_token::{self, PostedForm};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::{
    Endpoints, backchannel_logout, begin, callback, language, mailed_link, poll, refusal, session_status, sign_out,
    step,
};

/// What every handler gets: the gateway's endpoints and the request's arrival.
#[derive(Clone)]
struct Visit {
    endpoints: Arc<Endpoints>,
    arrival: Arc<Arrival>,
    headers: Arc<HeaderMap>,
}

/// What answers at a path, by method.
type Answers = fn() -> MethodRouter;

/// Every own path, as it stands below a site's own prefix, and what answers there. What stands in braces is somebody's: the access
/// log says these templates and never a path as it came (decision 24).
const ROUTES: &[(&str, Answers)] = &[
    ("/sign-in", || get(enter).post(continued)),
    ("/sign-in/{transaction}", || get(show_step).post(submit_step)),
    ("/sign-in/{transaction}/poll", || get(poll_step)),
    ("/callback", || get(arrive)),
    ("/callback/code", || get(show_code)),
    ("/activate", || get(open_activation).post(activate)),
    ("/recover", || get(open_recovery).post(recover)),
    ("/sign-out", || get(ask_to_sign_out).post(sign_out)),
    ("/signed-out", || get(signed_out)),
    ("/backchannel-logout", || post(log_out)),
    ("/language/{tag}", || get(choose_language)),
    ("/session", || get(session).post(extend_session)),
    ("/assets/{*path}", || get(asset)),
];

/// The routes of own paths.
pub(crate) fn router() -> Router {
    ROUTES
        .iter()
        .fold(Router::new(), |router, (path, answers)| router.route(path, answers()))
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
}

/// The template of one of the gateway's own paths: what names a transaction or was typed by whoever came is left out.
pub fn own_path_template(own_path: &str, path: &str) -> String {
    let rest = path.strip_prefix(own_path).unwrap_or_default();
    let known = ROUTES.iter().map(|(template, _)| *template).find(|template| is_like(template, rest));
    format!("{own_path}{}", known.unwrap_or(if rest.is_empty() { "" } else { "/{other}" }))
}

fn is_like(template: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    for expected in template.split('/') {
        match segments.next() {
            Some(_) if expected.starts_with("{*") => return true,
            Some(segment) if expected.starts_with('{') || expected == segment => {}
            _ => return false,
        }
    }
    segments.next().is_none()
}

/// Answers `request`, whose target lies under the prefix of the site in its [`Arrival`].
pub(crate) async fn serve(endpoints: &Arc<Endpoints>, request: Request<Bytes>) -> Answer {
    let (mut parts, body) = request.into_parts();
    let Some(arrival) = parts.extensions.remove::<Arrival>() else {
        return respond::problem(StatusCode::INTERNAL_SERVER_ERROR, "the request has no arrival", "");
    };
    let Some(site) = arrival.site else { return endpoints.refuse(&arrival, &parts.headers, &Refusal::Misdirected) };
    let Some(uri) = below_prefix(&parts.uri, &endpoints.site(site).config().own_path) else {
        return endpoints.refuse(&arrival, &parts.headers, &Refusal::NotFound);
    };
    let arrival = Arc::new(arrival);
    let headers = Arc::new(std::mem::take(&mut parts.headers));
    let visit =
        Visit { endpoints: Arc::clone(endpoints), arrival: Arc::clone(&arrival), headers: Arc::clone(&headers) };
    let mut inner = Request::new(Body::from(body));
    *inner.method_mut() = parts.method;
    *inner.uri_mut() = uri;
    inner.extensions_mut().insert(visit);
    let Ok(response) = endpoints.router.clone().oneshot(inner).await;
    let (parts, body) = response.into_parts();
    match body.collect().await {
        Ok(collected) => Response::from_parts(parts, collected.to_bytes()),
        Err(_) => endpoints.refuse(&arrival, &headers, &Refusal::Internal),
    }
}

impl Visit {
    fn request(&self) -> Option<OwnRequest<'_>> {
        let site = self.endpoints.site(self.arrival.site?);
        Some(OwnRequest::new(&self.endpoints, site, &self.arrival, &self.headers))
    }

    /// An own POST: urlencoded, and from a page of this site.
    fn posted(&self, body: &[u8]) -> Result<(OwnRequest<'_>, PostedForm), Box<Answer>> {
        let request = self.request().ok_or_else(|| Box::new(self.say_no(&Refusal::Misdirected)))?;
        if !self.is_urlencoded() {
            return Err(Box::new(self.say_no(&Refusal::UnsupportedMediaType)));
        }
        if !form_token::is_same_origin(&self.headers, request.site().config().public_url.as_str()) {
            return Err(Box::new(refusal::form_not_ours(&request)));
        }
        Ok((request, PostedForm::parse(body)))
    }

    fn is_urlencoded(&self) -> bool {
        let content_type =
            self.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let media_type = content_type.split(';').next().unwrap_or_default().trim();
        media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded")
    }

    fn refuse(&self, refusal: &Refusal) -> Response<Body> {
        self.say_no(refusal).map(Body::from)
    }

    fn say_no(&self, refusal: &Refusal) -> Answer {
        self.endpoints.refuse(&self.arrival, &self.headers, refusal)
    }
}

/// Runs a handler on the request of a visit.
macro_rules! on_request {
    ($visit:expr, |$request:ident| $answer:expr) => {
        match $visit.request() {
            Some($request) => $answer.map(Body::from),
            None => $visit.refuse(&Refusal::Misdirected),
        }
    };
}

async fn enter(Extension(visit): Extension<Visit>, RawQuery(query): RawQuery) -> Response<Body> {
    on_request!(visit, |request| {
        begin::enter(&request, sign_in_query(query.as_deref(), &request.site().config().own_path)).await
    })
}

async fn continued(Extension(visit): Extension<Visit>, body: Bytes) -> Response<Body> {
    match visit.posted(&body) {
        Ok((request, posted)) => begin::continued(&request, &posted).await.map(Body::from),
        Err(refused) => refused.map(Body::from),
    }
}

async fn show_step(
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response<Body> {
    let asked = step::Asked {
        shown: parameter(query.as_deref(), "show"),
        poll: parameter(query.as_deref(), "poll").is_some(),
        unconfirmed: parameter(query.as_deref(), "unconfirmed").is_some(),
    };
    on_request!(visit, |request| step::show(&request, &id, &asked).await)
}

async fn poll_step(
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response<Body> {
    let seen = parameter(query.as_deref(), "seen").unwrap_or_default();
    on_request!(visit, |request| poll::answer(&request, &id, &seen).await)
}

async fn submit_step(Extension(visit): Extension<Visit>, Path(id): Path<String>, body: Bytes) -> Response<Body> {
    match visit.posted(&body) {
        Ok((request, posted)) => step::submit(&request, &id, posted).await.map(Body::from),
        Err(refused) => refused.map(Body::from),
    }
}

async fn arrive(Extension(visit): Extension<Visit>, RawQuery(query): RawQuery) -> Response<Body> {
    on_request!(visit, |request| callback::arrive(&request, query.as_deref().unwrap_or_default()).await)
}

async fn show_code(Extension(visit): Extension<Visit>) -> Response<Body> {
    on_request!(visit, |request| callback::show_code(&request).await)
}

async fn open_activation(Extension(visit): Extension<Visit>, RawQuery(query): RawQuery) -> Response<Body> {
    on_request!(visit, |request| mailed_link::open(&request, MailedLink::Activation, query.as_deref()).await)
}

async fn open_recovery(Extension(visit): Extension<Visit>, RawQuery(query): RawQuery) -> Response<Body> {
    on_request!(visit, |request| mailed_link::open(&request, MailedLink::Recovery, query.as_deref()).await)
}

async fn activate(Extension(visit): Extension<Visit>, body: Bytes) -> Response<Body> {
    match visit.posted(&body) {
        Ok((request, posted)) => mailed_link::spend(&request, MailedLink::Activation, &posted).await.map(Body::from),
        Err(refused) => refused.map(Body::from),
    }
}

async fn recover(Extension(visit): Extension<Visit>, body: Bytes) -> Response<Body> {
    match visit.posted(&body) {
        Ok((request, posted)) => mailed_link::spend(&request, MailedLink::Recovery, &posted).await.map(Body::from),
        Err(refused) => refused.map(Body::from),
    }
}

async fn ask_to_sign_out(Extension(visit): Extension<Visit>, RawQuery(query): RawQuery) -> Response<Body> {
    let asked = sign_out::Asked {
        has_new_anchor: parameter(query.as_deref(), "cookies").is_some(),
        left: parameter(query.as_deref(), "left"),
    };
    on_request!(visit, |request| sign_out::ask(&request, &asked).await)
}

async fn sign_out(Extension(visit): Extension<Visit>, body: Bytes) -> Response<Body> {
    match visit.posted(&body) {
        Ok((request, posted)) => sign_out::confirmed(&request, &posted).await.map(Body::from),
        Err(refused) => refused.map(Body::from),
    }
}

async fn signed_out(Extension(visit): Extension<Visit>, RawQuery(query): RawQuery) -> Response<Body> {
    let remains = sign_out::Remains {
        elsewhere: parameter(query.as_deref(), "elsewhere").is_some(),
        at_service: parameter(query.as_deref(), "service").is_some(),
    };
    on_request!(visit, |request| sign_out::done(&request, &remains).await)
}

/// A server posts here and no page, so what own POSTs have to prove does not apply.
async fn log_out(Extension(visit): Extension<Visit>, body: Bytes) -> Response<Body> {
    if !visit.is_urlencoded() {
        return visit.refuse(&Refusal::UnsupportedMediaType);
    }
    on_request!(visit, |request| backchannel_logout::told(&request, &body).await)
}

async fn choose_language(Extension(visit): Extension<Visit>, Path(tag): Path<String>) -> Response<Body> {
    on_request!(visit, |request| language::choose(&request, &tag))
}

async fn session(Extension(visit): Extension<Visit>) -> Response<Body> {
    on_request!(visit, |request| session_status::status(&request).await)
}

async fn extend_session(Extension(visit): Extension<Visit>) -> Response<Body> {
    on_request!(visit, |request| session_status::extend(&request).await)
}

async fn asset(Extension(visit): Extension<Visit>, Path(path): Path<String>) -> Response<Body> {
    on_request!(visit, |request| match request.site().asset(&path) {
        Some(asset) => respond::asset(asset),
        None => visit.say_no(&Refusal::NotFound),
    })
}

async fn not_found(Extension(visit): Extension<Visit>) -> Response<Body> {
    visit.refuse(&Refusal::NotFound)
}

async fn method_not_allowed(Extension(visit): Extension<Visit>, uri: Uri) -> Response<Body> {
    let posts =
        ["/sign-in", "/sign-out", "/activate", "/recover", "/session"].iter().any(|path| uri.path().starts_with(path));
    let allow = match uri.path() {
        "/backchannel-logout" => "POST",
        _ if posts => "GET, HEAD, POST",
        _ => "GET, HEAD",
    };
    visit.refuse(&Refusal::MethodNotAllowed(HeaderValue::from_static(allow)))
}

/// The longest identifier that a link may fill in: an address of a mailbox (RFC 5321 §4.5.3.1.3).
const LONGEST_LOGIN_HINT: usize = 254;

fn sign_in_query(query: Option<&str>, own_path: &str) -> Wish {
    let target = parameter(query, "return").and_then(|target| ReturnTarget::parse(&target, own_path).ok());
    let target = target.unwrap_or_default();
    let target = if parameter(query, "shortened").is_some() { target.marked_as_shortened() } else { target };
    let is_identifier =
        |hint: &String| (1..=LONGEST_LOGIN_HINT).contains(&hint.len()) && !hint.contains(char::is_control);
    let login_hint = parameter(query, "login_hint").filter(is_identifier);
    Wish { target, login_hint, must_show_anchor: parameter(query, "cookies").is_some() }
}

/// The first parameter of that name.
fn parameter(query: Option<&str>, name: &str) -> Option<String> {
    let mut pairs = url::form_urlencoded::parse(query?.as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// The same target as the router sees it, without the site's prefix.
fn below_prefix(uri: &Uri, own_path: &str) -> Option<Uri> {
    let path = uri.path().strip_prefix(own_path)?;
    let path = if path.is_empty() { "/" } else { path };
    match uri.query() {
        Some(query) => format!("{path}?{query}").parse().ok(),
        None => path.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decision_24_no_own_path_is_logged_as_it_came() {
        for (template, _) in ROUTES {
            let path: String = template.split('/').skip(1).fold(String::new(), |path, segment| {
                path + "/" + if segment.starts_with('{') { "s3cr3t" } else { segment }
            });

            assert_eq!(
                own_path_template("/.gatehouse", &format!("/.gatehouse{path}")),
                format!("/.gatehouse{template}")
            );
            let longer = own_path_template("/.gatehouse", &format!("/.gatehouse{path}/s3cr3t"));
            assert!(!longer.contains("s3cr3t"), "{longer}");
        }
    }

    #[test]
    fn what_is_no_own_path_is_logged_as_another() {
        let template = |path| own_path_template("/.gatehouse", path);

        assert_eq!(template("/.gatehouse"), "/.gatehouse");
        assert_eq!(template("/.gatehouse/assets/h4sh/style.css"), "/.gatehouse/assets/{*path}");
        assert_eq!(template("/.gatehouse/s3cr3t"), "/.gatehouse/{other}");
        assert_eq!(template("/.gatehouse/sign-in/s3cr3t/more"), "/.gatehouse/{other}");
    }
}
