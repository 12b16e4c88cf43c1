//! Push messages to a device: the page polls until the person has answered there.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Authenticator, Exchange, Facts, Role, Signal, Verdict, Waiting};
use crate::demo::org::forms::fixed;
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, REFRESH};
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene, Terminal};

/// The facts of a device: its name, and whether it wants to be told the number that the page shows.
pub(in crate::demo::org) const DEVICE: &str = "deviceName";
pub(in crate::demo::org) const NUMBER_WANTED: &str = "numberWanted";

/// A message that nobody answers is forgotten after this long, in seconds.
const LIFETIME: u64 = 300;

/// A message on its way to a device.
#[derive(Debug)]
pub(super) struct Push {
    authenticator: &'static dyn Authenticator,
    /// What is ticked for the next time: to send without being asked.
    automatic: bool,
    sent_at: u64,
    answer: Option<Answer>,
    /// A poll has found out that the person said no.
    is_over: bool,
    number: Option<Number>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Approved,
    Rejected,
}

/// The number that the page shows, and by which the device knows that it is the right page.
#[derive(Debug)]
struct Number {
    value: u8,
    /// It is not in the first document: a client that reads only that one cannot go on.
    is_shown: bool,
}

impl Push {
    /// Sends the message.
    pub(super) fn send(scene: &Scene<'_>, enrollment: &Enrollment, choice: &Value) -> Self {
        let number = || Number { value: 10 + crate::random::bytes::<1>()[0] % 90, is_shown: false };
        Self {
            authenticator: enrollment.authenticator,
            automatic: choice["autoChallenge"].as_bool().unwrap_or_default(),
            sent_at: scene.now(),
            answer: None,
            is_over: false,
            number: (!enrollment.fact(NUMBER_WANTED).is_empty()).then(number),
        }
    }

    fn poll(&mut self, now: u64, body: &Value) -> Verdict {
        if let Some(automatic) = body["autoChallenge"].as_bool() {
            self.automatic = automatic;
        }
        if now >= self.sent_at + LIFETIME {
            let key = "core.system.transaction_resource_not_found";
            let message = Message::error(key, "Verification timed out. Please try again");
            return Verdict::Said(Outcome::to(Terminal::new(StatusCode::NOT_FOUND, message)));
        }
        match self.answer {
            Some(Answer::Approved) => return Verdict::Passed(Facts::new()),
            Some(Answer::Rejected) => {
                self.is_over = true;
                let text = "You have chosen to reject this login.";
                let message = Message::error("api.authn.poll.error.push_rejected", text);
                return Verdict::Said(Outcome::refused(StatusCode::BAD_REQUEST, message));
            }
            None => {}
        }
        if let Some(number) = &mut self.number {
            number.is_shown = true;
        }
        Verdict::Said(Outcome::stay())
    }
}

impl Exchange for Push {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        let id = self.authenticator.id();
        if self.is_over {
            let fields = [fixed("id", id), fixed("methodType", "push")];
            let field = json!({ "name": "authenticator", "type": "object", "required": true,
                "label": self.authenticator.display_name(), "value": { "form": { "value": fields } } });
            page.offer_related("resend", "challenge", role.subject(), vec![field]);
            return;
        }
        let automatic = json!({ "name": "autoChallenge", "type": "boolean", "label": "Send push automatically",
            "required": false, "value": self.automatic });
        page.offer_poll("challenge-poll", "authenticators/poll", role.subject(), vec![automatic], REFRESH);
        let again = json!({ "name": "authenticator", "required": true, "visible": false, "mutable": false,
            "value": { "methodType": "push", "id": id } });
        current["resend"] = page.form("resend", "challenge", vec![again]);
        if let Some(number) = self.number.as_ref().filter(|number| number.is_shown) {
            current["contextualData"] = json!({ "correctAnswer": number.value.to_string() });
        }
    }

    fn carry_out(&mut self, _role: Role, scene: &mut Scene<'_>, form: &str, body: &Value) -> Verdict {
        if form == "challenge-poll" {
            return self.poll(scene.now(), body);
        }
        // "resend": another message takes the place of the one before.
        self.sent_at = scene.now();
        self.answer = None;
        self.is_over = false;
        if let Some(number) = &mut self.number {
            *number = Number { value: 10 + (number.value + 7) % 90, is_shown: false };
        }
        Verdict::Said(Outcome::stay())
    }

    fn hear(&mut self, signal: Signal) {
        match (signal, &self.number) {
            // Whoever does not know the number cannot agree, only guess.
            (Signal::Approve, None) => self.answer = Some(Answer::Approved),
            (Signal::Number(given), Some(number)) if number.is_shown && given == number.value => {
                self.answer = Some(Answer::Approved);
            }
            (Signal::Reject, _) | (Signal::Number(_), Some(_)) => self.answer = Some(Answer::Rejected),
            (Signal::Approve, Some(_)) | (Signal::Number(_), None) => {}
        }
    }

    fn waits(&self) -> Option<Waiting> {
        // Two other numbers stand beside the right one, as on a telephone.
        let numbers = self.number.as_ref().filter(|number| number.is_shown).map_or_else(Vec::new, |number| {
            let mut numbers = vec![number.value, 10 + (number.value + 13) % 90, 10 + (number.value + 41) % 90];
            numbers.sort_unstable();
            numbers
        });
        let wants_number = self.number.is_some();
        self.answer.is_none().then(|| Waiting { what: self.authenticator.display_name(), wants_number, numbers })
    }
}
