//! The way into a sign-in: from a request without a session to a transaction of this browser.
//!
//! `interact` is spent on people: on a navigation to a document, in a browser that has shown that it keeps cookies, within the limits
//! for its address, and never while a session lives that is all the target asks for; a session that is not is stepped up.
//! What that takes follows from the target's route, never from the query. A browser that sends no fetch metadata shows a person by pressing a button.

use std::sync::Arc;

use http::StatusCode;

use crate::gate::{Assurance, Evidence, RequestKind, ReturnTarget};
use crate::pages::{ConfirmPage, ContinuePage, CookiesNeededPage, Icon, Target, TerminalPage, Way, Weight};
use crate::session::{StoreError, UserSession};
use crate::signin::{Anchor, Beginning, NoRoom, Purpose, SignInError, TransactionId};

use super::form_token::{self, FormBinding, PostedForm};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::{refusal, step, step_up, transactions};

/// Sends a navigation that needs a session to the sign-in, setting the anchor on the way.
pub(crate) fn send_to_sign_in(request: &OwnRequest<'_>, target: &ReturnTarget) -> Answer {
    with_anchor(request, respond::see_other(&request.site().begin_path(target)))
}

/// What the query of the way in may carry.
pub(crate) struct Wish {
    /// Where to go afterwards.
    pub(crate) target: ReturnTarget,
    /// Whom a link of the operator's expects: fills a field in and decides nothing.
    pub(crate) login_hint: Option<String>,
    /// The browser has just been given its anchor and must show it now.
    pub(crate) must_show_anchor: bool,
}

/// `GET {own_path}/sign-in?return=…`
pub(crate) async fn enter(request: &OwnRequest<'_>, wish: Wish) -> Answer {
    let RequestKind::Navigation(evidence) = request.kind() else { return refusal::only_for_navigation(request) };
    let Wish { target, login_hint, must_show_anchor } = wish;
    match (request.anchor(), evidence) {
        (None, _) if must_show_anchor => {
            let page = CookiesNeededPage { brand: request.brand(), retry: request.site().begin_path(&target) };
            respond::page(StatusCode::OK, &page)
        }
        (None, _) => {
            let again = request.site().begin_path_to_show_anchor(&target, login_hint.as_deref());
            with_anchor(request, respond::see_other(&again))
        }
        (Some(anchor), Evidence::FetchMetadata) => begin(request, anchor, target, login_hint).await,
        (Some(anchor), Evidence::Guess) => match need_of(request, &target).await {
            Ok(Need::Nothing) => respond::see_other(target.as_str()),
            Ok(Need::OutOfReach) => refusal::level_not_reached(request, &target),
            Ok(Need::SignIn) => continue_page(request, anchor, &target, false),
            Ok(Need::StepUp(_)) => continue_page(request, anchor, &target, true),
            Err(error) => refusal::store_unavailable(request, &error),
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
    begin(request, anchor, target, None).await
}

/// What somebody needs who wants to go to a target.
enum Need {
    /// Nothing: whoever is signed in there may go on.
    Nothing,
    /// A session.
    SignIn,
    /// More than this session has.
    StepUp(Arc<UserSession>),
    /// More than this session has, and trying a moment ago did not help.
    OutOfReach,
}

async fn need_of(request: &OwnRequest<'_>, target: &ReturnTarget) -> Result<Need, StoreError> {
    let Some(session) = request.session().await? else { return Ok(Need::SignIn) };
    let required = request.required_authentication(target);
    Ok(match step_up::assurance(&session, required, request.now()) {
        Assurance::Sufficient => Need::Nothing,
        Assurance::Insufficient => Need::StepUp(session),
        Assurance::OutOfReach => Need::OutOfReach,
    })
}

/// Begins what is needed for the target. A live session begins nothing but its own step-up, and whom that is about is known: a
/// link's hint counts only where nobody is signed in.
async fn begin(request: &OwnRequest<'_>, anchor: &Anchor, target: ReturnTarget, login_hint: Option<String>) -> Answer {
    let required = request.required_authentication(&target).cloned();
    let beginning = match need_of(request, &target).await {
        Ok(Need::Nothing) => return respond::see_other(target.as_str()),
        Ok(Need::OutOfReach) => return refusal::level_not_reached(request, &target),
        Ok(Need::SignIn) => {
            let purpose = Purpose { required: required.clone(), stepping_up: None };
            Beginning { purpose, login_hint, ..Beginning::leading_to(target.clone()) }
        }
        Ok(Need::StepUp(session)) => step_up::beginning(request, &session, required.clone(), target.clone()),
        Err(error) => return refusal::store_unavailable(request, &error),
    };
    // What a link says of the person is worth a transaction of its own; without it, one that nobody touched will do.
    let is_hinted = beginning.purpose.stepping_up.is_none() && beginning.login_hint.is_some();
    if !is_hinted && let Some(transaction) = transactions::untouched(request, anchor, &target, &beginning.purpose) {
        return respond::see_other(&request.site().step_path(transaction.id()));
    }
    match start(request, anchor, beginning).await {
        Ok(answer) => answer,
        Err(failure) => {
            step_up::note_failure(request, &failure, required.as_ref()).await;
            refusal::sign_in_failed(request, &failure, &request.site().begin_path(&target), &target)
        }
    }
}

/// Begins a transaction, where there is room for it and within the limits, and leads to its first step.
///
/// # Errors
/// When the authorization server does not begin it.
pub(crate) async fn start(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    beginning: Beginning,
) -> Result<Answer, SignInError> {
    let site = request.site();
    let making_way = match site.sign_in().make_room(anchor, &transactions::kept(request)) {
        Ok(making_way) => making_way,
        Err(NoRoom { latest }) => return Ok(half_done_page(request, &latest)),
    };
    let person = request.person(anchor);
    if let Err(limit) = site.sign_in().limits().begin(&person, request.now()) {
        return Ok(refusal::too_many(request, Some(limit.retry_after)));
    }
    let transaction = site.sign_in().start(anchor, &person, beginning).await?;
    let answer = respond::see_other(&site.step_path(transaction.id()));
    let answer = step::with_transaction(request, anchor, &transaction, answer);
    let expire = |answer, id: &String| respond::with_cookie(answer, site.names().expire_transaction(id));
    Ok(making_way.iter().fold(answer, expire))
}

fn continue_page(request: &OwnRequest<'_>, anchor: &Anchor, target: &ReturnTarget, is_signed_in: bool) -> Answer {
    let post = continue_binding(&anchor.hash()).post(request.site(), request.seals(), request.site().own("/sign-in"));
    let begin = Target::Post(form_token::with_return(post, target));
    let brand = request.brand();
    if is_signed_in {
        respond::page(StatusCode::OK, &ConfirmPage { brand, begin })
    } else {
        respond::page(StatusCode::OK, &ContinuePage { brand, begin })
    }
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
