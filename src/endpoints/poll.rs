//! What the script of a page asks while something is awaited elsewhere: whether the page is still the current one.
//!
//! The answer says yes or no, and when to ask again; nothing of the sign-in itself. Who asks proves by two cookies that the sign-in is
//! this browser's own, and the pace towards the org is kept here, whatever a script does.

use std::time::Duration;

use http::StatusCode;
use serde_json::json;

use crate::gate::RequestKind;
use crate::idx::Document;
use crate::signin::{Progress, SignInError, TransactionId};

use super::finish::End;
use super::handover::{self, Handover};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::site::SiteRuntime;
use super::views::Seen;
use super::{finish, refusal, step, step_up};

/// When to ask again after the org wanted fewer calls.
const AFTER_RATE_LIMIT: Duration = Duration::from_secs(60);
/// When to ask again after nobody could be asked.
const AFTER_FAILURE: Duration = Duration::from_secs(10);

/// What a page learns.
enum Verdict {
    /// It shows what there is to see; ask again after this time, if at all.
    Current(Option<Duration>),
    /// There is something else to see at the step's address.
    Outdated,
}

/// The address where a page drawn from `document` asks.
pub(crate) fn path(site: &SiteRuntime, id: &TransactionId, document: &Document) -> String {
    format!("{}/poll?seen={}", site.step_path(id), Seen::of(document))
}

/// `GET {own_path}/sign-in/{transaction}/poll?seen=…`
///
/// Asking does not count as somebody being there: a page left open does not keep its sign-in alive.
pub(crate) async fn answer(request: &OwnRequest<'_>, id: &str, seen: &str) -> Answer {
    if !is_for_script(request) {
        let reference = &request.arrival().reference;
        return respond::problem(StatusCode::FORBIDDEN, "only the pages of a sign-in ask here", reference);
    }
    let Some((anchor, transaction)) = step::transaction_of_this_browser(request, id) else {
        return say(&Verdict::Outdated);
    };
    let sign_in = request.site().sign_in();
    match sign_in.poll(&transaction, &request.person(anchor)).await {
        Ok(Progress::Step(step)) => {
            let is_current = Seen::of(&step.document).is_shown_by(seen);
            let next = step.document.poll().map(|_| sign_in.next_poll_in(&transaction));
            say(&if is_current { Verdict::Current(next) } else { Verdict::Outdated })
        }
        Ok(Progress::Finished(tokens)) => match finish::conclude(request, anchor, &transaction, *tokens).await {
            Ok(End::Session(lines)) => lines.into_iter().fold(say(&Verdict::Outdated), respond::with_cookie),
            Ok(End::LevelNotReached | End::SessionEnded) => say(&Verdict::Outdated),
            Err(error) => refusal::store_unavailable(request, &error),
        },
        Ok(Progress::AlreadyFinished | Progress::Expired | Progress::Leave(_)) => say(&Verdict::Outdated),
        Err(failure) => {
            refusal::report(request, &failure);
            step_up::note_failure(request, &failure, transaction.purpose().required.as_ref()).await;
            if matches!(failure, SignInError::LevelNotReached(_)) {
                handover::keep(request, anchor, &transaction, Some(&Handover::LevelNotReached)).await;
            }
            say(&after(&failure))
        }
    }
}

/// A fetch of a page of ours, as far as the browser says; what opens a window, a frame or a worker is none.
fn is_for_script(request: &OwnRequest<'_>) -> bool {
    matches!(request.kind(), RequestKind::Fetch | RequestKind::Api) && request.is_same_origin_or_silent()
}

fn after(failure: &SignInError) -> Verdict {
    match failure {
        SignInError::RateLimited { .. } => Verdict::Current(Some(AFTER_RATE_LIMIT)),
        _ if failure.ends_the_transaction() => Verdict::Outdated,
        _ => Verdict::Current(Some(AFTER_FAILURE)),
    }
}

fn say(verdict: &Verdict) -> Answer {
    let (current, after) = match verdict {
        Verdict::Current(after) => (true, *after),
        Verdict::Outdated => (false, None),
    };
    let after_ms = after.map(|after| u64::try_from(after.as_millis()).unwrap_or(u64::MAX));
    respond::json(StatusCode::OK, &json!({ "current": current, "after_ms": after_ms }))
}
