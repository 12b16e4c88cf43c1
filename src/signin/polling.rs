//! Asking whether something happened elsewhere: a link followed, a notification confirmed.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::conversation::Turn;
use super::error::SignInError;
use super::flow::{SignIn, is_dead};
use super::progress::Progress;
use super::transaction::Transaction;
use crate::idx::{Document, Form, IdxError, Inputs, Outcome};
use crate::person::PersonContext;

/// How long polls rest after the org wanted fewer calls.
const AFTER_RATE_LIMIT: Duration = Duration::from_secs(60);
/// How often to ask where no document says so.
const USUAL_INTERVAL: Duration = Duration::from_secs(4);

impl SignIn {
    /// Asks whether the conversation went on without the person's doing.
    ///
    /// It never waits behind a submission, never takes its room in the org's limits, and never takes its words away:
    /// whatever is not a step forward is answered with the document at hand.
    ///
    /// # Errors
    /// When there is no document at hand and none can be had.
    pub async fn poll(&self, transaction: &Transaction, person: &PersonContext) -> Result<Progress, SignInError> {
        if self.was_finished(transaction).await? {
            return Ok(Progress::AlreadyFinished);
        }
        let desk = self.desk(transaction);
        let Some(shown) = desk.document() else { return self.current(transaction, person).await };
        let Some(turn) = desk.turn_at_once() else { return Ok(Progress::step(shown)) };
        let interval = shown.poll().map_or(USUAL_INTERVAL, Form::poll_interval);
        let settled = turn.settled_document(self.clock.now());
        if settled.as_ref().is_some_and(|document| document.poll().is_none()) {
            return Ok(Progress::step(shown));
        }
        if !turn.pace().poll(Instant::now(), interval) {
            return Ok(Progress::step(shown));
        }
        // A poll is nobody's click: beyond the limits the page is simply the one that it was.
        if self.limits().call(person, self.clock.now()).is_err() {
            return Ok(Progress::step(shown));
        }
        let Some(document) = settled else { return self.look_quietly(transaction, &turn, &shown, person).await };
        let form = document.poll().and_then(|form| Some((form, form.body(&Inputs::none()).ok()?)));
        let Some((form, body)) = form else { return Ok(Progress::step(shown)) };
        match self.proceed(&turn, form, &body, person).await {
            Ok(answer) if is_end(&answer) => {
                if wants_fewer_calls(&answer) {
                    turn.pace().pause_polls(Instant::now(), AFTER_RATE_LIMIT);
                }
                self.confirm_end(transaction, &turn, answer, &shown, person).await
            }
            Ok(answer) => self.conclude(transaction, &turn, answer.keeping_messages_of(&shown), person).await,
            Err(IdxError::RateLimited { .. }) => {
                turn.pace().pause_polls(Instant::now(), AFTER_RATE_LIMIT);
                Ok(Progress::step(shown))
            }
            Err(error @ IdxError::ForeignHref) => Err(error.into()),
            Err(IdxError::Unreachable(_)) => Ok(Progress::step(shown)),
            Err(_) => self.look_quietly(transaction, &turn, &shown, person).await,
        }
    }

    /// How long to wait before [`poll`](Self::poll) is worth another call: a second at least.
    pub fn next_poll_in(&self, transaction: &Transaction) -> Duration {
        self.desk(transaction).pace().next_poll_in(Instant::now()).max(Duration::from_secs(1))
    }

    /// Asks where the conversation stands; when nobody answers, what is shown stays.
    async fn look_quietly(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        shown: &Arc<Document>,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        match self.introspect(transaction, turn, person).await {
            Ok(document) => self.conclude(transaction, turn, document.keeping_messages_of(shown), person).await,
            Err(error) if is_dead(&error) => self.over(transaction, turn).await,
            Err(_) => Ok(Progress::step(Arc::clone(shown))),
        }
    }

    /// A poll's last words count only if the conversation agrees that it is over: a poll that crossed another call is
    /// refused although the transaction lives.
    async fn confirm_end(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        end: Document,
        shown: &Arc<Document>,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        match self.introspect(transaction, turn, person).await {
            Ok(document) if !is_end(&document) || (end.session_expired() && !document.session_expired()) => {
                self.conclude(transaction, turn, document.keeping_messages_of(shown), person).await
            }
            Ok(_) => self.conclude(transaction, turn, end, person).await,
            Err(error) if is_dead(&error) => self.conclude(transaction, turn, end, person).await,
            Err(_) => Ok(Progress::step(Arc::clone(shown))),
        }
    }
}

fn is_end(document: &Document) -> bool {
    matches!(document.outcome(), Outcome::Terminal { .. })
}

/// Whether a document is there only to say that there was too much asking.
fn wants_fewer_calls(document: &Document) -> bool {
    ["tooManyRequests", "oie.tooManyRequests"].iter().any(|key| document.has_message(key))
}
