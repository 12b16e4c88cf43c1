//! One step of a sign-in: the page that shows it, and the post that answers it.

use std::cell::RefCell;
use std::collections::HashMap;

use http::StatusCode;

use crate::idx::{Document, MessageClass, Outcome};
use crate::pages::{Brand, LeavePage, Notice, Page as _, Target, Tone};
use crate::signin::{Anchor, Progress, SignInError, Step, Submission, Transaction, TransactionId};

use super::form_token::{FormBinding, PostedForm};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::site::SiteRuntime;
use super::{finish, poll, refusal, step_up, transactions, views};

/// The action that gives a transaction up.
const CANCEL: &str = "cancel";

/// What the query of a step's address asks for.
pub(crate) struct Asked {
    /// The id of the form that the person wants to see; the page puts it first.
    pub(crate) shown: Option<String>,
    /// A waiting page asks whether something has happened elsewhere.
    pub(crate) poll: bool,
    /// What the browser brought to the callback may or may not have arrived, and the page is to say so.
    pub(crate) unconfirmed: bool,
}

/// The address of a step that says first that nobody knows what became of what was sent.
pub(crate) fn unconfirmed_path(site: &SiteRuntime, id: &TransactionId) -> String {
    format!("{}?unconfirmed=1", site.step_path(id))
}

/// `GET {own_path}/sign-in/{transaction}`: where the sign-in stands. Reload and Back always show the current step.
///
/// A page that waits comes back with `poll`, to ask whether something has happened elsewhere.
pub(crate) async fn show(request: &OwnRequest<'_>, id: &str, asked: &Asked) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    let Some((anchor, transaction)) = transaction_of_this_browser(request, id) else {
        return finish::nothing_to_continue(request).await;
    };
    let (sign_in, person) = (request.site().sign_in(), request.person(anchor));
    if asked.poll {
        return match sign_in.poll(&transaction, &person).await {
            Ok(progress) => answer(request, anchor, &transaction, progress, &Visit::Waited).await,
            Err(failure) => failed(request, anchor, &transaction, &failure).await,
        };
    }
    match sign_in.current(&transaction, &person).await {
        Ok(mut progress) => {
            if let Progress::Step(step) = &mut progress {
                step.unconfirmed |= asked.unconfirmed;
            }
            let visit = Visit::Looked { shown: asked.shown.as_deref() };
            answer(request, anchor, &transaction, progress, &visit).await
        }
        Err(failure) => failed(request, anchor, &transaction, &failure).await,
    }
}

/// `POST {own_path}/sign-in/{transaction}`: a form of the page, submitted.
pub(crate) async fn submit(request: &OwnRequest<'_>, id: &str, posted: PostedForm) -> Answer {
    let Some((anchor, mut transaction)) = transaction_of_this_browser(request, id) else {
        return finish::nothing_to_continue(request).await;
    };
    let anchor_hash = anchor.hash();
    let proved = binding(&anchor_hash, &transaction, &posted.form, &posted.revision, &posted.shape).is_proved_by(
        request.site(),
        request.seals(),
        &posted.token,
    );
    let (true, Ok(revision), Ok(shape)) = (proved, posted.revision.parse(), posted.shape.parse()) else {
        return refusal::form_not_ours(request);
    };
    if posted.form == CANCEL {
        return start_over(request, anchor, &transaction).await;
    }
    transaction.note_input();
    if posted.from_script {
        transaction.note_scripts();
    }
    let mut person = request.person(anchor);
    person.device_fingerprint =
        posted.fingerprint.filter(|_| request.site().config().authorization_server.device_fingerprint);
    let submission = Submission { form: posted.form, revision, shape, inputs: posted.inputs };
    match request.site().sign_in().submit(&transaction, &submission, &person).await {
        Ok(progress) => {
            if let Progress::Step(step) = &progress {
                transaction.note_step(submission.revision, step.document.revision());
            }
            answer(request, anchor, &transaction, progress, &Visit::Posted(&submission)).await
        }
        Err(failure) => failed(request, anchor, &transaction, &failure).await,
    }
}

/// Keeps the transaction in the browser, with its idle time beginning anew.
pub(crate) fn with_transaction(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    answer: Answer,
) -> Answer {
    let sealed = request.site().sign_in().seal(anchor, transaction);
    let line = request.site().names().set_transaction(
        transaction.id().as_str(),
        &sealed,
        transaction.time_left(request.now()),
    );
    respond::with_cookie(answer, line)
}

/// The transaction named in the path, when this browser holds it.
pub(crate) fn transaction_of_this_browser<'r>(
    request: &'r OwnRequest<'_>,
    id: &str,
) -> Option<(&'r Anchor, Transaction)> {
    let anchor = request.anchor()?;
    let transaction = transactions::find(request, anchor, &TransactionId::parse(id)?)?;
    Some((anchor, transaction))
}

/// What brought the browser to a step.
pub(crate) enum Visit<'a> {
    /// Its page waited and came back by itself, which does not count as somebody being there.
    Waited,
    /// It looks at the page, perhaps at one form of it.
    Looked {
        /// The id of the form that was asked for.
        shown: Option<&'a str>,
    },
    /// It posted a form.
    Posted(&'a Submission),
}

/// Turns the progress of a sign-in into what the browser sees next.
///
/// What an answer to a post has to say is shown at once, since the org will not repeat it; everything else is a redirect
/// to the step, so that reload and Back are harmless.
pub(crate) async fn answer(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    progress: Progress,
    visit: &Visit<'_>,
) -> Answer {
    match progress {
        Progress::Step(step) => {
            let show_now = match visit {
                Visit::Looked { .. } | Visit::Waited => true,
                Visit::Posted(_) => {
                    step.changed || step.unconfirmed || !step.faults.is_empty() || says_something(&step.document)
                }
            };
            let answer = if show_now {
                page(request, anchor, transaction, &step, visit)
            } else {
                respond::see_other(&request.site().step_path(transaction.id()))
            };
            match visit {
                Visit::Waited => answer,
                _ if leads_nowhere(&step.document) => {
                    let mut transaction = transaction.clone();
                    transaction.note_dead_end();
                    with_transaction(request, anchor, &transaction, answer)
                }
                _ => with_transaction(request, anchor, transaction, answer),
            }
        }
        Progress::Finished(tokens) => finish::sign_in(request, anchor, transaction, *tokens).await,
        Progress::AlreadyFinished => finish::already_finished(request, anchor, transaction).await,
        Progress::Expired => finish::expired(request, transaction),
        Progress::Leave(url) => {
            let host = url.host_str().map(str::to_owned);
            let page = LeavePage { brand: request.brand(), host, href: url.into() };
            with_transaction(request, anchor, transaction, respond::page(StatusCode::OK, &page))
        }
    }
}

fn page(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    step: &Step,
    visit: &Visit<'_>,
) -> Answer {
    let anchor_hash = anchor.hash();
    let revision = step.document.revision().to_string();
    // A page may post one form by many buttons: its shape is taken and signed once.
    let made: RefCell<HashMap<String, Vec<(String, String)>>> = RefCell::default();
    let hidden = |form: &str| {
        let make = || {
            let shape = step.document.form(form).map(|form| form.shape().to_string()).unwrap_or_default();
            binding(&anchor_hash, transaction, form, &revision, &shape).hidden(request.site(), request.seals())
        };
        made.borrow_mut().entry(form.to_owned()).or_insert_with(make).clone()
    };
    let (shown, posted) = match visit {
        Visit::Waited => (None, None),
        Visit::Looked { shown } => (*shown, None),
        Visit::Posted(submission) => {
            let posted = views::Posted { form: &submission.form, faults: &step.faults, inputs: &submission.inputs };
            (None, Some(posted))
        }
    };
    let context = views::StepContext {
        brand: request.brand(),
        org: request.site().sign_in().org(),
        step_url: &request.site().step_path(transaction.id()),
        poll_url: &format!("{}?poll=1", request.site().step_path(transaction.id())),
        ask_url: &poll::path(request.site(), transaction.id(), &step.document),
        host: request.site().host(),
        runs_scripts: transaction.runs_scripts(),
        asks_for_fingerprint: request.site().config().authorization_server.device_fingerprint,
        begin: Target::Link(request.site().begin_path(transaction.return_target())),
        hidden: &hidden,
        shown,
        posted,
        kept_messages: &[],
        account: None,
    };
    if let Some(foreign) = views::foreign_relying_party(&step.document, context.org, context.host) {
        request.site().note_foreign_relying_party(&foreign.id);
    }
    match views::page(&step.document, &context) {
        Some(mut view) => {
            notices(&context.brand, step, transaction).into_iter().rev().for_each(|notice| view.say_first(notice));
            let failed = posted.is_some() && (!step.faults.is_empty() || reports_an_error(&step.document));
            let status = if failed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            respond::html(status, view.render())
        }
        // The document holds the code that ends the sign-in: looking again redeems it.
        None => respond::see_other(&request.site().step_path(transaction.id())),
    }
}

/// Says why it cannot go on; a transaction that is over leaves the browser.
pub(crate) async fn failed(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    failure: &SignInError,
) -> Answer {
    step_up::note_failure(request, failure, transaction.purpose().required.as_ref()).await;
    let retry = request.site().step_path(transaction.id());
    let answer = refusal::sign_in_failed(request, failure, &retry, transaction.return_target());
    if failure.ends_the_transaction() {
        finish::without_transaction(request, transaction, answer)
    } else {
        with_transaction(request, anchor, transaction, answer)
    }
}

/// The person gives up: the transaction ends here and at the org, and another begins.
async fn start_over(request: &OwnRequest<'_>, anchor: &Anchor, transaction: &Transaction) -> Answer {
    if let Err(failure) = request.site().sign_in().cancel(transaction, &request.person(anchor)).await {
        return failed(request, anchor, transaction, &failure).await;
    }
    let answer = respond::see_other(&request.site().begin_path(transaction.return_target()));
    finish::without_transaction(request, transaction, answer)
}

/// What the gateway itself has to say about a step, before anything the org says.
fn notices(brand: &Brand, step: &Step, transaction: &Transaction) -> Vec<Notice> {
    let notice = |tone, text| Notice { tone, texts: vec![text], links: Vec::new() };
    let mut notices = Vec::new();
    if step.unconfirmed {
        notices.push(notice(Tone::Warning, brand.say("notice-unconfirmed")));
    }
    if step.changed {
        notices.push(notice(Tone::Warning, brand.say("notice-changed")));
    }
    if transaction.purpose().stepping_up.is_some() {
        notices.push(notice(Tone::Calm, brand.say("step-up-notice")));
    }
    if transaction.return_target().is_shortened() {
        notices.push(notice(Tone::Calm, brand.say("notice-shortened")));
    }
    notices
}

/// Whether the document is an end that no form leads on from.
fn leads_nowhere(document: &Document) -> bool {
    matches!(document.outcome(), Outcome::Terminal { .. } | Outcome::FailureRedirect(_))
}

fn says_something(document: &Document) -> bool {
    !document.messages().is_empty() || document.forms().any(|form| form.messages().next().is_some())
}

fn reports_an_error(document: &Document) -> bool {
    document.messages().iter().any(|message| message.class == MessageClass::Error)
        || document.forms().any(|form| form.messages().next().is_some())
}

fn binding<'a>(
    anchor: &'a [u8; 32],
    transaction: &'a Transaction,
    form: &'a str,
    revision: &'a str,
    shape: &'a str,
) -> FormBinding<'a> {
    FormBinding { anchor, subject: transaction.id().as_str(), form, revision, shape }
}
