//! Nothing to be done but to begin again.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Outcome, Scene, Stage, access_denied};
use crate::demo::org::accounts::Standing;
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::Person;
use crate::demo::org::policy::Requirement;

/// A message instead of forms.
#[derive(Debug)]
pub(in crate::demo::org) struct Terminal {
    status: StatusCode,
    message: Message,
    /// Whether a page of the org's own tells more.
    has_page: bool,
}

impl Terminal {
    /// A message with a status of its own.
    pub(in crate::demo::org) fn new(status: StatusCode, message: Message) -> Self {
        Self { status, message, has_page: false }
    }

    /// The account is locked.
    pub(in crate::demo::org) fn locked() -> Self {
        let text = "Your account is locked because of too many authentication attempts.";
        Self::new(StatusCode::FORBIDDEN, Message::error("errors.E0000069", text))
    }

    /// Why somebody gets no new password, where an administrator keeps them out.
    pub(in crate::demo::org) fn no_recovery(person: &Person) -> Option<Self> {
        let (key, text) = match person.standing {
            Standing::Suspended => ("errors.E0000079", "This operation is not allowed in the user's current status."),
            Standing::Deactivated => ("errors.E0000095", "Recovery not allowed for unknown user."),
            _ => return None,
        };
        Some(Self::new(StatusCode::FORBIDDEN, Message::error(key, text)))
    }

    /// No rule of the authorization server's policy lets anybody in.
    pub(in crate::demo::org) fn no_matching_policy() -> Self {
        let text = "There is no access policy rule that lets this application in.";
        let message = Message::error("idx.error.code.no_matching_policy", text);
        Self { has_page: true, ..Self::new(StatusCode::FORBIDDEN, message) }
    }
}

impl Stage for Terminal {
    fn write(&self, page: &mut Page<'_>) {
        page.say(&self.message);
        if self.has_page {
            let token = &page.transaction.state_token;
            let href = format!("{}/login/error/redirect?stateToken={token}", page.state.base_url);
            page.set("failure", json!({ "name": "failure-redirect", "href": href, "method": "GET" }));
        }
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Outcome {
        access_denied()
    }

    fn status(&self) -> Option<StatusCode> {
        Some(self.status)
    }
}

/// Nobody gets past this.
#[derive(Debug)]
pub(in crate::demo::org) struct TurnedAway {
    pub(in crate::demo::org) key: &'static str,
    pub(in crate::demo::org) text: &'static str,
}

impl Requirement for TurnedAway {
    fn open(&self, _scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        Some(Box::new(Terminal::new(StatusCode::FORBIDDEN, Message::error(self.key, self.text))))
    }
}
