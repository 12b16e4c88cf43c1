//! Coming back from elsewhere: an identity provider, or a link in a mail.

use super::error::SignInError;
use super::flow::SignIn;
use super::progress::Progress;
use super::transaction::Transaction;
use crate::idx::{Document, Form, Inputs, InteractionCode};
use crate::person::PersonContext;
use crate::secret::Secret;

/// What a callback brought for a transaction of this very browser.
#[derive(Debug)]
pub enum Returned {
    /// The conversation is over.
    InteractionCode(InteractionCode),
    /// `error=interaction_required`: no error, but more to do.
    InteractionRequired,
    /// A one-time code out of a mail, whose link was opened where the sign-in began.
    OneTimeCode(Secret),
}

/// Where a one-time code is entered.
const CODE_CONTROL: &str = "credentials.passcode";
/// The forms that take one.
const CODE_FORMS: [&str; 2] = ["challenge-authenticator", "enroll-authenticator"];

impl SignIn {
    /// Goes on after the browser was elsewhere. That the callback's `state` is this transaction's is for the caller to
    /// check, before anything else.
    ///
    /// # Errors
    /// When the authorization server cannot be asked, or refuses the code.
    pub async fn resume(
        &self,
        transaction: &Transaction,
        returned: Returned,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        let desk = self.desk(transaction);
        let turn = desk.turn().await.map_err(SignInError::unavailable)?;
        if self.was_finished(transaction).await? {
            return Ok(Progress::AlreadyFinished);
        }
        let code = match returned {
            Returned::InteractionCode(code) => {
                return self.redeem(transaction, &turn, &Secret::new(code.expose()), person).await;
            }
            Returned::InteractionRequired => return self.look(transaction, &turn, person).await,
            Returned::OneTimeCode(code) => code,
        };
        let step = match self.look(transaction, &turn, person).await? {
            Progress::Step(step) => step,
            other => return Ok(other),
        };
        let Some(form) = code_form(&step.document) else { return Ok(Progress::Step(step)) };
        let mut inputs = Inputs::none();
        inputs.set(CODE_CONTROL, code.expose());
        self.send(transaction, &turn, &step.document, form, &inputs, person).await
    }
}

fn code_form(document: &Document) -> Option<&Form> {
    CODE_FORMS
        .iter()
        .filter_map(|name| document.remediation(name))
        .find(|form| form.field(CODE_CONTROL).is_some_and(|field| field.takes_input()))
}
