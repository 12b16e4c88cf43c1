//! A code that was sent to an address or a number, for whichever authenticator sends them.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Exchange, Facts, Role, Signal, Verdict};
use crate::demo::org::mailbox::{Channel, Sent, new_code};
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, REFRESH, code_field};
use crate::demo::org::stages::{Outcome, Scene};
use crate::demo::org::transactions::Transaction;

/// The fact that holds the address or number of an enrolment.
pub(in crate::demo::org) const DESTINATION: &str = "destination";

/// A code that was sent is good for this long, in seconds.
const LIFETIME: u64 = 300;
const RESENDS: u32 = 3;

#[derive(Debug)]
pub(super) struct SentCode {
    channel: Channel,
    destination: String,
    code: String,
    expires_at: u64,
    resent: u32,
    /// Somebody confirmed it elsewhere; the next poll finds out.
    approved: bool,
}

impl SentCode {
    /// Sends a code and waits for it.
    pub(super) fn send(scene: &mut Scene<'_>, channel: Channel, destination: &str) -> Self {
        let mut sent = Self {
            channel,
            destination: destination.to_owned(),
            code: String::new(),
            expires_at: 0,
            resent: 0,
            approved: false,
        };
        sent.send_new_code(scene);
        sent
    }

    /// Sends a new code, which ends the one before.
    fn send_new_code(&mut self, scene: &mut Scene<'_>) {
        let now = scene.now();
        self.code = new_code();
        self.expires_at = now + LIFETIME;
        let link = (self.channel == Channel::Email).then(|| magic_link(scene.transaction, &self.code));
        scene.state.mailbox.push(Sent {
            login: scene.transaction.login.clone().unwrap_or_default(),
            recipient: self.destination.clone(),
            channel: self.channel,
            code: self.code.clone(),
            link,
            at: now,
        });
    }

    fn passed(&self) -> Verdict {
        Verdict::Passed(Facts::from([(DESTINATION, self.destination.clone())]))
    }

    fn resend(&mut self, scene: &mut Scene<'_>) -> Outcome {
        if self.resent >= RESENDS {
            let text = "Too many attempts. Wait a moment before you ask for another code.";
            return Outcome::refused(StatusCode::TOO_MANY_REQUESTS, Message::error("oie.tooManyRequests", text));
        }
        self.resent += 1;
        self.send_new_code(scene);
        Outcome::stay()
    }
}

impl Exchange for SentCode {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        page.offer_credentials(role, &[code_field("Enter code")]);
        current["resend"] = page.form("resend", "challenge/resend", Vec::new());
        if self.channel == Channel::Email {
            let mut poll = page.form("poll", "challenge/poll", Vec::new());
            poll["refresh"] = REFRESH.into();
            current["poll"] = poll;
            current["contextualData"] = json!({ "useEmailMagicLink": true });
        }
    }

    fn carry_out(&mut self, _role: Role, scene: &mut Scene<'_>, form: &str, body: &Value) -> Verdict {
        match form {
            "resend" => return Verdict::Said(self.resend(scene)),
            "poll" if self.approved => return self.passed(),
            "poll" => return Verdict::Said(Outcome::stay()),
            _ => {}
        }
        let code = body["credentials"]["passcode"].as_str().unwrap_or_default();
        if code.trim() == self.code && scene.now() < self.expires_at {
            return self.passed();
        }
        let message = Message::error("api.authn.error.PASSCODE_INVALID", "Invalid code. Try again.");
        Verdict::Wrong(Outcome::refused_at("passcode", StatusCode::UNAUTHORIZED, message))
    }

    fn hear(&mut self, signal: Signal) {
        self.approved |= self.channel == Channel::Email && signal == Signal::Approve;
    }
}

/// Where the link in a mail ends up: the client's own address, with the code and the state of the transaction.
fn magic_link(transaction: &Transaction, code: &str) -> String {
    let query: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("otp", code)
        .append_pair("state", &transaction.request.state)
        .finish();
    let uri = &transaction.request.redirect_uri;
    format!("{uri}{}{query}", if uri.contains('?') { '&' } else { '?' })
}
