//! A card held to a reader, and its PIN: the page polls until the card was there, then asks for the PIN.

use serde_json::{Value, json};

use super::passcode::{Judge, Passcode};
use super::{About, Authenticator, Exchange, Facts, Role, Signal, Verdict, Waiting};
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, REFRESH};
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};

/// The fact that holds the PIN.
pub(in crate::demo::org) const PIN: &str = "pin";
const LENGTH: usize = 4;

#[derive(Debug)]
pub(super) struct Nfc;

impl Authenticator for Nfc {
    fn about(&self) -> &'static About {
        &About {
            key: "nfc_pin",
            id: "autdemonfcpin0000018",
            kind: "proximity",
            display_name: "Badge",
            methods: &["nfc_pin"],
            enrollment_prefix: "nfc",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "pin"
    }

    fn describe(&self, object: &mut Value) {
        object["settings"] = json!({ "minLength": LENGTH, "maxLength": LENGTH });
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(CardAwaited::new(Some(enrollment.fact(PIN).to_owned())))
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(CardAwaited::new(None)))
    }
}

/// No card was there yet.
#[derive(Debug)]
struct CardAwaited {
    request: String,
    /// The PIN of the card, where it has one.
    pin: Option<String>,
    was_there: bool,
}

impl CardAwaited {
    fn new(pin: Option<String>) -> Self {
        Self { request: crate::random::token(), pin, was_there: false }
    }
}

impl Exchange for CardAwaited {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        let name = if role == Role::Enroll { "enroll-poll" } else { "challenge-poll" };
        page.offer_poll(name, "authenticators/poll", role.subject(), Vec::new(), REFRESH);
        current["cancel"] = page.form("cancel-polling", "authenticators/poll/cancel", Vec::new());
        current["contextualData"] = json!({
            "setupNfcUrl": format!("demo-badge:/actions/enroll?request={}", self.request),
            "challenge": { "type": "object", "value": { "challengeRequest": self.request } },
        });
    }

    fn carry_out(&mut self, _role: Role, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Verdict {
        match form {
            // Whoever stops waiting begins again with another challenge.
            "cancel-polling" => Verdict::On(Box::new(Self::new(self.pin.clone()))),
            _ if self.was_there => Verdict::On(ask_for(self.pin.clone())),
            _ => Verdict::Said(Outcome::stay()),
        }
    }

    fn hear(&mut self, signal: Signal) {
        self.was_there |= signal == Signal::Approve;
    }

    fn waits(&self) -> Option<Waiting> {
        (!self.was_there).then(Waiting::for_badge)
    }
}

/// The question for the PIN of a card that was there.
pub(in crate::demo::org) fn ask_for_pin(enrollment: &Enrollment) -> Box<dyn Exchange> {
    ask_for(Some(enrollment.fact(PIN).to_owned()))
}

fn ask_for(pin: Option<String>) -> Box<dyn Exchange> {
    Box::new(Passcode { label: "PIN", secret: true, ..Passcode::new(Pin { pin }) })
}

/// The PIN of the card, or the one that it gets.
#[derive(Debug)]
struct Pin {
    pin: Option<String>,
}

impl Judge for Pin {
    fn judge(&mut self, code: &str, _now: u64) -> Result<Facts, Message> {
        let is_right = match &self.pin {
            Some(pin) => code == pin,
            None => code.len() == LENGTH && code.bytes().all(|digit| digit.is_ascii_digit()),
        };
        if is_right {
            return Ok(Facts::from([(PIN, code.to_owned())]));
        }
        Err(Message::error("api.authenticator.error.nfc.pin_incorrect", "The PIN is not right."))
    }
}
