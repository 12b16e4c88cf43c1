//! Okta FastPass as a way of Okta Verify: the computer that the browser runs on signs, and no telephone is asked.

use serde_json::{Value, json};

use super::{Exchange, Facts, Role, Verdict};
use crate::demo::org::page::{Page, REFRESH};
use crate::demo::org::stages::device_challenge::{CANCEL, by_loopback, challenge_request};
use crate::demo::org::stages::{Outcome, Scene};

/// The type of the method, and the fact of an enrolment that has it.
pub(in crate::demo::org) const FASTPASS: &str = "signed_nonce";

/// The computer was asked.
#[derive(Debug)]
pub(super) struct FastPass {
    /// Whose it has to be.
    login: String,
    request: String,
    signed: bool,
}

impl FastPass {
    pub(super) fn ask(scene: &Scene<'_>) -> Self {
        let login = scene.transaction.login.clone().unwrap_or_default();
        Self { login, request: challenge_request(), signed: false }
    }
}

impl Exchange for FastPass {
    fn write(&self, _role: Role, page: &mut Page<'_>, current: &mut Value) {
        let challenge = by_loopback(page, &self.request);
        current["contextualData"] = json!({ "challenge": { "type": "object", "value": challenge } });
        current["cancel"] = page.form(CANCEL, "authenticators/poll/cancel", Vec::new());
        page.offer_poll("challenge-poll", "authenticators/poll", "$.currentAuthenticator", Vec::new(), REFRESH);
    }

    fn carry_out(&mut self, _role: Role, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Verdict {
        match form {
            "challenge-poll" if self.signed => Verdict::Passed(Facts::new()),
            // Another way is chosen again, from the beginning.
            CANCEL => Verdict::Said(Outcome::passed()),
            _ => Verdict::Said(Outcome::stay()),
        }
    }

    fn device_answers(&mut self, request: &str, login: &str) -> bool {
        let is_ours = request == self.request && login == self.login;
        self.signed |= is_ours;
        is_ours
    }

    fn member(&self) -> &'static str {
        "currentAuthenticator"
    }
}
