//! The end of a sign-in: a session with a fresh identifier, and the browser goes where it wanted.

use http::{HeaderValue, Method, StatusCode};
use tracing::info;

use crate::cookies::SessionCookies;
use crate::gate::ReturnTarget;
use crate::oauth::TokenSet;
use crate::pages::LeavePage;
use crate::session::{SessionCookieValue, StoreError, UserSession};
use crate::signin::{Anchor, SignIn, Transaction};

use super::handover::{self, Handover};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::{refusal, step_up};

/// What a finished transaction has come to.
pub(crate) enum End {
    /// A session, new or stepped up: the lines that give the browser its cookies.
    Session(Vec<HeaderValue>),
    /// A step-up that did not reach its level: the session is what it was.
    LevelNotReached,
    /// A step-up of a session that has ended meanwhile.
    SessionEnded,
}

/// Makes the session, or steps up the one it was begun for, and sends the browser to the exact URL it wanted.
pub(crate) async fn sign_in(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    tokens: TokenSet,
) -> Answer {
    let target = transaction.return_target();
    let answer = match conclude(request, anchor, transaction, tokens).await {
        Ok(End::Session(lines)) => lines.into_iter().fold(go_to(request, target), respond::with_cookie),
        Ok(End::LevelNotReached) => refusal::level_not_reached(request, target),
        Ok(End::SessionEnded) => refusal::expired(request, target),
        Err(error) => refusal::store_unavailable(request, &error),
    };
    without_transaction(request, transaction, answer)
}

/// Makes or steps up the session, without sending the browser anywhere.
///
/// The transaction's cookie stays: it holds the way to the target, for the navigation that follows.
///
/// # Errors
/// When the store could not be asked; the tokens are given back.
pub(crate) async fn conclude(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    tokens: TokenSet,
) -> Result<End, StoreError> {
    let end = match step_up::session_of(request, transaction, &tokens).await {
        Ok(Some(session)) => step_up::finish(request, anchor, transaction, &session, tokens).await,
        Ok(None) => new_session(request, anchor, transaction, tokens).await,
        Err(error) => {
            request.sessions().give_back(request.site().client(), tokens, &request.person(anchor));
            Err(error)
        }
    };
    match &end {
        // Whoever made it has handed it over.
        Ok(End::Session(_)) => {}
        Ok(End::LevelNotReached) => {
            handover::keep(request, anchor, transaction, Some(&Handover::LevelNotReached)).await;
        }
        Ok(End::SessionEnded) | Err(_) => handover::keep(request, anchor, transaction, None).await,
    }
    end
}

/// Makes the session, and ends and revokes the one it replaces, whoever that belongs to.
async fn new_session(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    tokens: TokenSet,
) -> Result<End, StoreError> {
    let site = request.site();
    let former = request.session_cookies();
    let (cookie, session) =
        request.sessions().replace(site.home(), former.as_ref(), tokens, &request.person(anchor)).await?;
    if let Some(required) = &transaction.purpose().required
        && !step_up::satisfies(&session.tokens().claims, required, request.now())
    {
        session.note_unreached(required.clone(), request.now());
    }
    info!(site = site.config().name, sub = session.subject(), client = %request.client_address(), "Signed in");
    Ok(End::Session(handed_over(request, anchor, transaction, cookie, &session).await))
}

/// The lines that give the browser its session and mark it as one in which somebody has signed in; the session is kept for a moment,
/// for whoever pressed the last button twice.
pub(crate) async fn handed_over(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    cookie: SessionCookieValue,
    session: &UserSession,
) -> Vec<HeaderValue> {
    let site = request.site();
    let mut lines = session_lines(request, &cookie, session);
    let mark = site.sign_in().device_mark(anchor);
    lines.push(site.names().set_known_device(&mark, SignIn::DEVICE_IS_KNOWN_FOR));
    handover::keep(request, anchor, transaction, Some(&Handover::Session(cookie))).await;
    lines
}

/// The session cookie, and the record beside it where browsers keep it.
fn session_lines(request: &OwnRequest<'_>, cookie: &SessionCookieValue, session: &UserSession) -> Vec<HeaderValue> {
    let names = request.site().names();
    let record = request.sessions().for_the_browser(session, None);
    let pieces = record.iter().flat_map(|record| names.set_record(record, request.cookies()));
    std::iter::once(names.set_session(cookie.expose())).chain(pieces).collect()
}

/// Who comes second goes to the target if a session lives, else begins afresh; the code is never redeemed again.
pub(crate) async fn already_finished(request: &OwnRequest<'_>, anchor: &Anchor, transaction: &Transaction) -> Answer {
    let site = request.site();
    let target = transaction.return_target();
    let handover = match handover::find(request, anchor, transaction).await {
        Ok(handover) => handover,
        Err(error) => return refusal::store_unavailable(request, &error),
    };
    match request.session().await {
        Ok(Some(_)) => return without_transaction(request, transaction, go_to(request, target)),
        Ok(None) => {}
        Err(error) => return refusal::store_unavailable(request, &error),
    }
    let cookie = match handover {
        Some(Handover::Session(cookie)) => cookie,
        Some(Handover::LevelNotReached) => {
            return without_transaction(request, transaction, refusal::level_not_reached(request, target));
        }
        None => return without_transaction(request, transaction, refusal::expired(request, target)),
    };
    match request.sessions().find(site.home(), &SessionCookies::alone(cookie.expose()), None).await {
        Ok(Some(session)) => {
            let lines = session_lines(request, &cookie, &session);
            let answer = lines.into_iter().fold(go_to(request, target), respond::with_cookie);
            without_transaction(request, transaction, answer)
        }
        Ok(None) => without_transaction(request, transaction, refusal::expired(request, target)),
        Err(error) => refusal::store_unavailable(request, &error),
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
        Err(error) => refusal::store_unavailable(request, &error),
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
