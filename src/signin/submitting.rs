//! What a person sends.

use super::conversation::Turn;
use super::error::SignInError;
use super::flow::{SignIn, is_dead};
use super::progress::{Progress, Submission};
use super::transaction::Transaction;
use crate::idx::{Document, Form, IdxError, Inputs, Method};
use crate::person::PersonContext;

impl SignIn {
    /// Sends a form, if it is still what the person saw.
    ///
    /// When the conversation has moved on, the Identity Engine is asked where it stands, and the form is sent only if the
    /// very same one is still offered. Of two submissions at once, the second gets what the first one brought.
    ///
    /// # Errors
    /// When there is no answer, and none to the question where the conversation stands either.
    pub async fn submit(
        &self,
        transaction: &Transaction,
        submission: &Submission,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        let desk = self.desk(transaction);
        let answered_before = desk.answered_submissions();
        let turn = desk.turn().await.map_err(SignInError::unavailable)?;
        if self.was_finished(transaction).await? {
            return Ok(Progress::AlreadyFinished);
        }
        let overtaken = desk.answered_submissions() != answered_before;
        let known = turn.settled_document(self.clock.now());
        let at_hand = known.filter(|known| overtaken || known.revision() == submission.revision);
        let document = match at_hand {
            Some(document) => document,
            None => match self.look(transaction, &turn, person).await? {
                Progress::Step(step) => step.document,
                other => return Ok(other),
            },
        };
        let still_offered = document.form(&submission.form).filter(|form| form.shape() == submission.shape);
        let form = match still_offered {
            Some(form) if !overtaken => form,
            _ => {
                let changed = document.revision() != submission.revision;
                let progress = Progress::step(document);
                return Ok(if changed || !overtaken { progress.changed() } else { progress });
            }
        };
        self.send(transaction, &turn, &document, form, &submission.inputs, person).await
    }

    /// Fills in a form and sends it.
    pub(super) async fn send(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        document: &std::sync::Arc<Document>,
        form: &Form,
        inputs: &Inputs,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        if form.method == Method::Get {
            let url = form.href.for_browser(self.org());
            return url
                .map(Progress::Leave)
                .map_err(|_| SignInError::HostileDocument("a form leads where no browser is sent"));
        }
        let body = match form.body(inputs) {
            Ok(body) => body,
            Err(faults) => return Ok(Progress::faulty(std::sync::Arc::clone(document), faults)),
        };
        self.count_call(turn, person)?;
        let answer = self.proceed(turn, form, &body, person).await;
        turn.submission_answered();
        match answer {
            Ok(document) => self.conclude(transaction, turn, document, person).await,
            Err(error @ (IdxError::Unreachable(_) | IdxError::RateLimited { .. } | IdxError::ForeignHref)) => {
                Err(error.into())
            }
            Err(error) => self.look_instead(transaction, turn, error, person).await,
        }
    }

    /// After an answer that was none: where does the conversation stand? What was sent is not sent again.
    async fn look_instead(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        error: IdxError,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        let document = match self.introspect(transaction, turn, person).await {
            Ok(document) => document,
            Err(again) if is_dead(&again) => return self.over(transaction, turn).await,
            Err(_) => return Err(error.into()),
        };
        let progress = self.conclude(transaction, turn, document, person).await?;
        Ok(if error.outcome_is_unknown() { progress.unconfirmed() } else { progress.changed() })
    }
}
