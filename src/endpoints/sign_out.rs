//! Signing out: asked first, done by a POST of our own page, or on the way out of the application.
//!
//! It is the only request that expires the session cookie.

use http::{HeaderValue, StatusCode};
use tracing::{info, warn};

use crate::config::{EndSession, SiteData};
use crate::cookies::SessionCookies;
use crate::oauth::{Departure, IdentityClaims};
use crate::pages::{LeavePage, SignOutPage, SignedOutPage};
use crate::session::Ended;
use crate::signin::Anchor;

use super::form_token::{FormBinding, PostedForm};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::site::SiteRuntime;
use super::{begin, refusal};

/// What the query of the page that asks may carry.
pub(crate) struct Asked {
    /// The browser has just been given its anchor and must show it now.
    pub(crate) has_new_anchor: bool,
    /// What the gateway gave a browser that left the application.
    pub(crate) left: Option<String>,
}

/// What the query of the page afterwards may carry.
pub(crate) struct Remains {
    /// The store could not be told.
    pub(crate) elsewhere: bool,
    /// The session at the authorization server could not be ended.
    pub(crate) at_service: bool,
}

/// `GET {own_path}/sign-out`: asks, since a link on a foreign page must not sign anybody out. Whoever comes from a sign-out path of
/// the application, and was found to come from there, is not asked again.
pub(crate) async fn ask(request: &OwnRequest<'_>, asked: &Asked) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    if let (Some(proof), Some(cookie), Some(anchor)) = (&asked.left, request.session_cookie(), request.anchor())
        && left(&anchor.hash(), cookie).is_proved_by(request.site(), request.seals(), proof)
    {
        return complete(request, anchor, cookie).await;
    }
    let session = match request.session().await {
        Ok(Some(session)) => session,
        Ok(None) => return signed_out_page(request, &Remains { elsewhere: false, at_service: false }),
        Err(error) => return refusal::store_unavailable(request, &error),
    };
    let action = request.site().own("/sign-out");
    let (Some(cookie), Some(anchor)) = (request.session_cookie(), request.anchor()) else {
        // A device cookie lives a year and a browser may lose it alone: it gets another one, once.
        if asked.has_new_anchor {
            return refusal::form_not_ours(request);
        }
        return begin::with_anchor(request, respond::see_other(&format!("{action}?cookies=1")));
    };
    let page = SignOutPage {
        brand: request.brand(),
        account: session.display_name(),
        sign_out: binding(&anchor.hash(), cookie).post(request.site(), request.seals(), action),
        stay: "/".to_owned(),
    };
    respond::page(StatusCode::OK, &page)
}

/// `POST {own_path}/sign-out`
pub(crate) async fn confirmed(request: &OwnRequest<'_>, posted: &PostedForm) -> Answer {
    let Some(cookie) = request.session_cookie() else {
        return signed_out_page(request, &Remains { elsewhere: false, at_service: false });
    };
    let proves = |hash: &[u8; 32]| binding(hash, cookie).is_proved_by(request.site(), request.seals(), &posted.token);
    match request.anchor().filter(|anchor| proves(&anchor.hash())) {
        Some(anchor) => complete(request, anchor, cookie).await,
        None => refusal::form_not_ours(request),
    }
}

/// Where a browser goes that has left the application: to be signed out at once. One that shows no anchor is asked.
pub(crate) fn way_out(request: &OwnRequest<'_>) -> String {
    let path = request.site().own("/sign-out");
    match (request.anchor(), request.session_cookie()) {
        (Some(anchor), Some(cookie)) => {
            let proof = left(&anchor.hash(), cookie).proof(request.site(), request.seals());
            format!("{path}?left={proof}")
        }
        _ => path,
    }
}

/// Ends the session, revokes its tokens, takes every cookie of a sign-in away, and leads on to the authorization server's own
/// sign-out where that is wanted. Whatever cannot be asked, the browser is signed out here.
async fn complete(request: &OwnRequest<'_>, anchor: &Anchor, cookie: &str) -> Answer {
    let site = request.site();
    let presented = request.session_cookies().unwrap_or(SessionCookies::alone(cookie));
    let (ended, elsewhere) = match request.sessions().end(site.home(), &presented, &request.person(anchor)).await {
        Ok(ended) => (ended, false),
        Err(here_alone) => (here_alone.ended, true),
    };
    let departure = match &ended {
        Some(ended) => {
            info!(site = site.config().name, sub = ended.session.subject(), "Signed out");
            departure(request, ended, elsewhere).await
        }
        None => None,
    };
    let answer = match departure {
        Some(Departure::To { host, address }) => {
            // Whichever form led here, its page may forbid to be redirected to another origin.
            let page = LeavePage { brand: request.brand(), host: Some(host), href: address.expose().to_owned() };
            respond::page(StatusCode::OK, &page)
        }
        departure => {
            let at_service = matches!(departure, Some(Departure::OutOfReach | Departure::NotOffered));
            respond::see_other(&signed_out_path(site, &Remains { elsewhere, at_service }))
        }
    };
    forgetting(request, answer)
}

/// The way to the authorization server's own sign-out; nothing when it is not wanted.
async fn departure(request: &OwnRequest<'_>, ended: &Ended, elsewhere: bool) -> Option<Departure> {
    let site = request.site();
    let tokens = ended.session.tokens();
    if !is_wanted(site.config().authorization_server.end_session, &tokens.claims) {
        return None;
    }
    if elsewhere {
        // The page has to say that the session may live on for a while; nobody comes back to it from the server's own pages.
        return Some(Departure::OutOfReach);
    }
    let back = site.config().post_logout_redirect_uri();
    let departure = site.client().departure(&tokens.id_token, &back).await;
    if matches!(departure, Departure::NotOffered) {
        let issuer = site.config().authorization_server.issuer.as_str();
        warn!(site = site.config().name, issuer, "The authorization server has no endpoint that ends its sessions");
    }
    Some(departure)
}

const fn is_wanted(end_session: EndSession, claims: &IdentityClaims) -> bool {
    match end_session {
        EndSession::Never => false,
        EndSession::BySid => claims.sid.is_some(),
        EndSession::Always => true,
    }
}

/// Takes session and transactions out of the browser, and what the operator wants it to forget beside them.
fn forgetting(request: &OwnRequest<'_>, answer: Answer) -> Answer {
    let names = request.site().names();
    let answer = respond::with_cookie(answer, names.expire_session());
    let mut answer = names.expire_record(request.cookies()).fold(answer, respond::with_cookie);
    for (id, _) in request.cookies().transactions(names) {
        answer = respond::with_cookie(answer, names.expire_transaction(id));
    }
    if let Some(data) = clear_site_data(&request.site().config().clear_site_data) {
        answer.headers_mut().insert("clear-site-data", data);
    }
    answer
}

/// Never the cookies: those of neighbouring hosts would go as well, and the device's anchor.
fn clear_site_data(data: &[SiteData]) -> Option<HeaderValue> {
    let quoted = data.iter().map(|data| match data {
        SiteData::Cache => "\"cache\"",
        SiteData::Storage => "\"storage\"",
    });
    let value = quoted.collect::<Vec<_>>().join(", ");
    if value.is_empty() { None } else { HeaderValue::try_from(value).ok() }
}

/// `GET {own_path}/signed-out`, also on the way back from the authorization server. Whoever is signed in, by now or still, is asked
/// instead of being told something that is not so.
pub(crate) async fn done(request: &OwnRequest<'_>, remains: &Remains) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    match request.session().await {
        Ok(Some(_)) => respond::see_other(&request.site().own("/sign-out")),
        Ok(None) | Err(_) => signed_out_page(request, remains),
    }
}

fn signed_out_page(request: &OwnRequest<'_>, remains: &Remains) -> Answer {
    let page = SignedOutPage {
        brand: request.brand(),
        sign_in: "/".to_owned(),
        complete: !remains.elsewhere,
        left_at_service: remains.at_service,
    };
    respond::page(StatusCode::OK, &page)
}

fn signed_out_path(site: &SiteRuntime, remains: &Remains) -> String {
    let path = match (remains.elsewhere, remains.at_service) {
        (false, false) => "/signed-out",
        (true, false) => "/signed-out?elsewhere=later",
        (false, true) => "/signed-out?service=kept",
        (true, true) => "/signed-out?elsewhere=later&service=kept",
    };
    site.own(path)
}

const fn binding<'a>(anchor: &'a [u8; 32], cookie: &'a str) -> FormBinding<'a> {
    FormBinding { anchor, subject: cookie, form: "sign-out", revision: "", shape: "" }
}

/// What a browser carries that has left the application: good for this session alone, and for nothing once that has ended.
const fn left<'a>(anchor: &'a [u8; 32], cookie: &'a str) -> FormBinding<'a> {
    FormBinding { anchor, subject: cookie, form: "left", revision: "", shape: "" }
}
