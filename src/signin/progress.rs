//! Where a transaction stands after a call, and what a browser sends to get on.

use std::sync::Arc;

use url::Url;

use crate::idx::{Document, InputFault, Inputs, Revision, Shape};
use crate::oauth::TokenSet;

/// Where a transaction stands.
#[derive(Debug)]
pub enum Progress {
    /// There is a document to show: a step, or the last words.
    Step(Step),
    /// The person has signed in. Whoever gets this makes the session: it comes once.
    Finished(Box<TokenSet>),
    /// It came to its end before: on to the target if there is a session, else a new sign-in.
    AlreadyFinished,
    /// The conversation is dead; a new sign-in is the way on.
    Expired,
    /// The browser goes on elsewhere: an identity provider, or a page of the org.
    Leave(Url),
}

/// A document to show, and what there is to say about it beside its own messages.
#[derive(Debug)]
pub struct Step {
    /// What to show.
    pub document: Arc<Document>,
    /// The conversation had moved on meanwhile, so what was entered was not sent.
    pub changed: bool,
    /// What was entered may or may not have arrived: this is where the conversation stands.
    pub unconfirmed: bool,
    /// What was entered makes no sense and was not sent.
    pub faults: Vec<InputFault>,
}

/// What a browser sends: a form of a document that it was shown.
#[derive(Debug)]
pub struct Submission {
    /// The form's name within its document.
    pub form: String,
    /// The document it was shown in.
    pub revision: Revision,
    /// What it looked like there.
    pub shape: Shape,
    /// What was entered.
    pub inputs: Inputs,
}

impl Progress {
    /// A document with nothing more to say about it.
    pub(super) fn step(document: Arc<Document>) -> Self {
        Self::Step(Step { document, changed: false, unconfirmed: false, faults: Vec::new() })
    }

    pub(super) fn changed(self) -> Self {
        self.map_step(|step| step.changed = true)
    }

    pub(super) fn unconfirmed(self) -> Self {
        self.map_step(|step| step.unconfirmed = true)
    }

    pub(super) fn faulty(document: Arc<Document>, faults: Vec<InputFault>) -> Self {
        Self::step(document).map_step(|step| step.faults = faults)
    }

    fn map_step(mut self, change: impl FnOnce(&mut Step)) -> Self {
        if let Self::Step(step) = &mut self {
            change(step);
        }
        self
    }
}
