//! One code in one field, for whichever authenticator has a way to judge it.

use std::fmt;

use http::StatusCode;
use serde_json::{Value, json};

use super::{Exchange, Facts, Role, Verdict};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::stages::{Outcome, Scene};
use crate::demo::org::totp;

/// The facts of a device that shows codes.
pub(in crate::demo::org) const SECRET: &str = "secret";
const LAST_STEP: &str = "lastStep";

/// Who tells a right code from a wrong one.
pub(super) trait Judge: fmt::Debug + Send {
    /// What is to be remembered when the code is right; else what is said beside the field.
    fn judge(&mut self, code: &str, now: u64) -> Result<Facts, Message>;

    /// What the device shows now.
    fn shown(&self, _now: u64) -> Option<String> {
        None
    }
}

/// A form with the field for one code.
#[derive(Debug)]
pub(super) struct Passcode<J> {
    pub(super) field: &'static str,
    pub(super) label: &'static str,
    pub(super) secret: bool,
    pub(super) judge: J,
}

impl<J: Judge> Passcode<J> {
    pub(super) const fn new(judge: J) -> Self {
        Self { field: "passcode", label: "Enter code", secret: false, judge }
    }
}

impl<J: Judge> Exchange for Passcode<J> {
    fn write(&self, role: Role, page: &mut Page<'_>, _current: &mut Value) {
        let mut field = json!({ "name": self.field, "label": self.label, "required": true });
        if self.secret {
            field["secret"] = true.into();
        }
        page.offer_credentials(role, &[field]);
    }

    fn carry_out(&mut self, _role: Role, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let code = body["credentials"][self.field].as_str().unwrap_or_default();
        match self.judge.judge(code.trim(), scene.now()) {
            Ok(facts) => Verdict::Passed(facts),
            Err(message) => Verdict::Wrong(Outcome::refused_at(self.field, StatusCode::UNAUTHORIZED, message)),
        }
    }

    fn current_code(&self, now: u64) -> Option<String> {
        self.judge.shown(now)
    }
}

/// Codes that change with the time, each good for one use.
#[derive(Debug)]
pub(super) struct TimeBased {
    pub(super) facts: Facts,
}

impl TimeBased {
    pub(super) fn with_secret(secret: String) -> Self {
        Self { facts: Facts::from([(SECRET, secret)]) }
    }
}

impl Judge for TimeBased {
    fn judge(&mut self, code: &str, now: u64) -> Result<Facts, Message> {
        let Some(step) = totp::matching_step(secret(&self.facts), code, now) else {
            let key = "authfactor.challenge.soft_token.invalid_passcode";
            return Err(Message::error(key, "Your code doesn't match our records. Please try again."));
        };
        let last: u64 = self.facts.get(LAST_STEP).and_then(|last| last.parse().ok()).unwrap_or_default();
        if step <= last {
            let text = "Each code can only be used once. Please wait for a new code and try again.";
            return Err(Message::error("authfactor.challenge.soft_token.used_passcode", text));
        }
        self.facts.insert(LAST_STEP, step.to_string());
        Ok(self.facts.clone())
    }

    fn shown(&self, now: u64) -> Option<String> {
        shown(&self.facts, now)
    }
}

/// The secret among these facts.
pub(super) fn secret(facts: &Facts) -> &str {
    facts.get(SECRET).map_or("", String::as_str)
}

/// The code that a device with these facts shows now.
pub(super) fn shown(facts: &Facts, now: u64) -> Option<String> {
    facts.get(SECRET).map(|secret| totp::code(secret, totp::step(now)))
}
