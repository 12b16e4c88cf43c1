//! The end of a sign-in: a session with a fresh identifier, and the browser goes where it wanted.

use http::{HeaderValue, Method, StatusCode};
use tracing::info;

use crate::gate::ReturnTarget;
use crate::oauth::TokenSet;
use crate::pages::LeavePage;
use crate::session::StoreError;
use crate::signin::{Anchor, Transaction};

use super::own_request::OwnRequest;
use super::refusal;
use super::respond::{self, Answer};

/// Makes the session, ends and revokes the one it replaces, and sends the browser to the exact URL it wanted.
pub(crate) async fn sign_in(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    tokens: TokenSet,
) -> Answer {
    let answer = match make_session(request, anchor, transaction, tokens).await {
        Ok(cookie) => respond::with_cookie(go_to(request, transaction.return_target()), cookie),
        Err(_) => refusal::store_unavailable(request),
    };
    without_transaction(request, transaction, answer)
}

/// Makes the session and gives its cookie, without sending the browser anywhere.
///
/// The transaction's cookie stays: it holds the way to the target, for the navigation that follows.
pub(crate) async fn make_session(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    tokens: TokenSet,
) -> Result<HeaderValue, StoreError> {
    let site = request.site();
    let former = request.session_cookie();
    let (cookie, session) = request.sessions().replace(site.place(), former, tokens, site.client().clone()).await?;
    site.limits().remember(anchor.hash());
    info!(site = site.config().name, sub = session.subject(), client = %request.client_address(), "Signed in");
    let line = site.names().set_session(cookie.expose());
    site.handovers().keep(transaction.id(), anchor.hash(), (cookie, request.now()));
    Ok(line)
}

/// Who comes second goes to the target if a session lives, else begins afresh; the code is never redeemed again.
pub(crate) async fn already_finished(request: &OwnRequest<'_>, anchor: &Anchor, transaction: &Transaction) -> Answer {
    let site = request.site();
    let target = transaction.return_target();
    match request.session().await {
        Ok(Some(_)) => return without_transaction(request, transaction, go_to(request, target)),
        Ok(None) => {}
        Err(_) => return refusal::store_unavailable(request),
    }
    let Some(cookie) = site.handovers().find(transaction.id(), anchor.hash(), request.now()) else {
        return without_transaction(request, transaction, refusal::expired(request, target));
    };
    match request.sessions().find(site.place(), cookie.expose()).await {
        Ok(Some(_)) => {
            let answer = respond::with_cookie(go_to(request, target), site.names().set_session(cookie.expose()));
            without_transaction(request, transaction, answer)
        }
        Ok(None) => without_transaction(request, transaction, refusal::expired(request, target)),
        Err(_) => refusal::store_unavailable(request),
    }
}

/// The transaction ran out, at the authorization server or here.
pub(crate) fn expired(request: &OwnRequest<'_>, transaction: &Transaction) -> Answer {
    without_transaction(request, transaction, refusal::expired(request, transaction.return_target()))
}

/// There is no such transaction in this browser: somebody who is signed in has merely gone back, everybody else begins afresh.
pub(crate) async fn nothing_to_continue(request: &OwnRequest<'_>) -> Answer {
    match request.session().await {
        Ok(Some(_)) => respond::see_other("/"),
        Ok(None) => refusal::expired(request, &ReturnTarget::default()),
        Err(_) => refusal::store_unavailable(request),
    }
}

/// Takes the transaction's cookie out of the browser.
pub(crate) fn without_transaction(request: &OwnRequest<'_>, transaction: &Transaction, answer: Answer) -> Answer {
    respond::with_cookie(answer, request.site().expire_transaction(transaction.id()))
}

/// The way to the target. After a POST it is a page that navigates: browsers apply the `form-action` of the page with the form
/// to every redirect that follows, also to one of the application's own that leads to another origin.
fn go_to(request: &OwnRequest<'_>, target: &ReturnTarget) -> Answer {
    if request.arrival().method == Method::POST {
        let page = LeavePage { brand: request.brand(), host: None, href: target.as_str().to_owned() };
        respond::page(StatusCode::OK, &page)
    } else {
        respond::see_other(target.as_str())
    }
}
