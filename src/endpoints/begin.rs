//! The way into a sign-in: from a request without a session to a transaction of this browser.
//!
//! `interact` is spent on people: on a navigation to a document, in a browser that has shown that it keeps cookies, within the limits
//! for its address, and never while a session lives. A browser that sends no fetch metadata shows a person by pressing a button.

use http::StatusCode;

use crate::gate::{Evidence, RequestKind, ReturnTarget};
use crate::pages::{ContinuePage, CookiesNeededPage, Icon, Target, TerminalPage, Way, Weight};
use crate::signin::{Anchor, NoRoom, TransactionId};

use super::form_token::{self, FormBinding, PostedForm};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::{refusal, step, transactions};

/// Sends a navigation that needs a session to the sign-in, setting the anchor on the way.
pub(crate) fn send_to_sign_in(request: &OwnRequest<'_>, target: &ReturnTarget) -> Answer {
    with_anchor(request, respond::see_other(&request.site().begin_path(target)))
}

/// `GET {own_path}/sign-in?return=…`
pub(crate) async fn enter(request: &OwnRequest<'_>, target: ReturnTarget, must_show_anchor: bool) -> Answer {
    let RequestKind::Navigation(evidence) = request.kind() else { return refusal::only_for_navigation(request) };
    match (request.anchor(), evidence) {
        (None, _) if must_show_anchor => {
            let page = CookiesNeededPage { brand: request.brand(), retry: request.site().begin_path(&target) };
            respond::page(StatusCode::OK, &page)
        }
        (None, _) => with_anchor(request, respond::see_other(&request.site().begin_path_with(&target, true))),
        (Some(anchor), Evidence::FetchMetadata) => begin(request, anchor, target).await,
        (Some(anchor), Evidence::Guess) => match request.session().await {
            Ok(Some(_)) => respond::see_other(target.as_str()),
            Ok(None) => continue_page(request, anchor, &target),
            Err(_) => refusal::store_unavailable(request),
        },
    }
}

/// `POST {own_path}/sign-in`: the "Continue" button.
pub(crate) async fn continued(request: &OwnRequest<'_>, posted: &PostedForm) -> Answer {
    let Some(anchor) = request.anchor() else { return refusal::form_not_ours(request) };
    if !continue_binding(&anchor.hash()).is_proved_by(request.site(), request.seals(), &posted.token) {
        return refusal::form_not_ours(request);
    }
    let target = posted.return_target.as_deref().unwrap_or("/");
    let target = ReturnTarget::parse(target, &request.site().config().own_path).unwrap_or_default();
    let target = if posted.return_target_was_shortened { target.marked_as_shortened() } else { target };
    begin(request, anchor, target).await
}

async fn begin(request: &OwnRequest<'_>, anchor: &Anchor, target: ReturnTarget) -> Answer {
    let site = request.site();
    match request.session().await {
        Ok(Some(_)) => return respond::see_other(target.as_str()),
        Ok(None) => {}
        Err(_) => return refusal::store_unavailable(request),
    }
    if let Some(transaction) = transactions::untouched(request, anchor, &target) {
        return respond::see_other(&site.step_path(transaction.id()));
    }
    let making_way = match site.sign_in().make_room(anchor, &request.cookies().transactions(site.names())) {
        Ok(making_way) => making_way,
        Err(NoRoom { latest }) => return half_done_page(request, &latest),
    };
    if let Err(limit) = site.limits().take(request.client_address(), &anchor.hash(), request.now()) {
        return refusal::too_many(request, Some(limit.retry_after));
    }
    let retry = site.begin_path(&target);
    match site.sign_in().start(anchor, &request.person(anchor), target).await {
        Ok(transaction) => {
            let answer = respond::see_other(&site.step_path(transaction.id()));
            let answer = step::with_transaction(request, anchor, &transaction, answer);
            let expire = |answer, id: &String| respond::with_cookie(answer, site.names().expire_transaction(id));
            making_way.iter().fold(answer, expire)
        }
        Err(failure) => refusal::sign_in_failed(request, &failure, &retry, &retry),
    }
}

fn continue_page(request: &OwnRequest<'_>, anchor: &Anchor, target: &ReturnTarget) -> Answer {
    let post = continue_binding(&anchor.hash()).post(request.site(), request.seals(), request.site().own("/sign-in"));
    let begin = Target::Post(form_token::with_return(post, target));
    respond::page(StatusCode::OK, &ContinuePage { brand: request.brand(), begin })
}

const fn continue_binding(anchor: &[u8; 32]) -> FormBinding<'_> {
    FormBinding { anchor, subject: "", form: "continue", revision: "", shape: "" }
}

/// Every place for a transaction is taken by one that somebody has begun: none of them is thrown away for another.
fn half_done_page(request: &OwnRequest<'_>, latest: &TransactionId) -> Answer {
    let go_on = Target::Link(request.site().step_path(latest));
    let brand = request.brand();
    let page = TerminalPage {
        emblem: Icon::Person.into(),
        heading: brand.say("begun-already-heading"),
        lead: vec![brand.say("begun-already").into()],
        notices: Vec::new(),
        figures: Vec::new(),
        ways: vec![Way::new(brand.say("begun-already-go-on"), go_on, Weight::Primary)],
        brand,
    };
    respond::page(StatusCode::OK, &page)
}

/// Gives the browser its anchor, unless it holds one: a valid anchor is never replaced.
pub(crate) fn with_anchor(request: &OwnRequest<'_>, answer: Answer) -> Answer {
    if request.anchor().is_some() {
        return answer;
    }
    respond::with_cookie(answer, request.site().names().set_device(Anchor::fresh().expose()))
}
