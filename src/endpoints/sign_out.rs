//! Signing out: asked first, done by a POST of our own page only.
//!
//! It is the only request that expires the session cookie.

use http::StatusCode;
use tracing::info;

use crate::cookies::SessionCookies;
use crate::pages::{SignOutPage, SignedOutPage};

use super::form_token::{FormBinding, PostedForm};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::{begin, refusal};

/// `GET {own_path}/sign-out`: asks, since a link on a foreign page must not sign anybody out.
///
/// `has_new_anchor` says that the browser has just been given its anchor and must show it now.
pub(crate) async fn ask(request: &OwnRequest<'_>, has_new_anchor: bool) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    let session = match request.session().await {
        Ok(Some(session)) => session,
        Ok(None) => return done(request, true),
        Err(_) => return refusal::store_unavailable(request),
    };
    let action = request.site().own("/sign-out");
    let (Some(cookie), Some(anchor)) = (request.session_cookie(), request.anchor()) else {
        // A device cookie lives a year and a browser may lose it alone: it gets another one, once.
        if has_new_anchor {
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

/// `POST {own_path}/sign-out`: ends the session, revokes its tokens and takes every cookie of a sign-in away.
pub(crate) async fn confirmed(request: &OwnRequest<'_>, posted: &PostedForm) -> Answer {
    let Some(cookie) = request.session_cookie() else { return done(request, true) };
    let proves = |hash: &[u8; 32]| binding(hash, cookie).is_proved_by(request.site(), request.seals(), &posted.token);
    let Some(anchor) = request.anchor().filter(|anchor| proves(&anchor.hash())) else {
        return refusal::form_not_ours(request);
    };
    let site = request.site();
    let presented = request.session_cookies().unwrap_or(SessionCookies::alone(cookie));
    let complete = match request.sessions().end(site.home(), &presented, &request.person(anchor)).await {
        Ok(ended) => {
            if let Some(ended) = ended {
                info!(site = site.config().name, sub = ended.session.subject(), "Signed out");
            }
            true
        }
        Err(_) => false,
    };
    let target = if complete { "/signed-out" } else { "/signed-out?elsewhere=later" };
    let answer = respond::with_cookie(respond::see_other(&site.own(target)), site.names().expire_session());
    let answer = site.names().expire_record(request.cookies()).fold(answer, respond::with_cookie);
    let transactions = request.cookies().transactions(site.names());
    let expire = |answer, (id, _): (&str, &str)| respond::with_cookie(answer, site.names().expire_transaction(id));
    transactions.into_iter().fold(answer, expire)
}

/// `GET {own_path}/signed-out`
pub(crate) fn done(request: &OwnRequest<'_>, complete: bool) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    let page = SignedOutPage { brand: request.brand(), sign_in: "/".to_owned(), complete };
    respond::page(StatusCode::OK, &page)
}

const fn binding<'a>(anchor: &'a [u8; 32], cookie: &'a str) -> FormBinding<'a> {
    FormBinding { anchor, subject: cookie, form: "sign-out", revision: "", shape: "" }
}
