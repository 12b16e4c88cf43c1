//! Nothing to do but to wait, or to ask for another mail.

use http::StatusCode;
use serde_json::Value;

use super::{Identify, Outcome, Scene, Stage, Terminal, access_denied};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::policy::Requirement;

/// Milliseconds between two looks whether the org can be written to again.
const REFRESH: u64 = 2000;

/// The org is read-only for a while ("safe mode").
#[derive(Debug)]
pub(super) struct SafeMode;

impl Stage for SafeMode {
    fn write(&self, page: &mut Page<'_>) {
        page.offer_with("poll", "poll", Vec::new(), |form| form["refresh"] = REFRESH.into());
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Outcome {
        if scene.client().is_some_and(|client| client.first_page.safe_mode) {
            return Outcome::stay();
        }
        Outcome::to(Identify::new(&scene.transaction.request))
    }
}

/// The link in the mail that activates the account was used too late.
#[derive(Debug)]
pub(in crate::demo::org) struct ActivationExpired;

impl Requirement for ActivationExpired {
    fn open(&self, _scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        Some(Box::new(RequestActivation))
    }
}

#[derive(Debug)]
pub(in crate::demo::org) struct RequestActivation;

impl Stage for RequestActivation {
    fn write(&self, page: &mut Page<'_>) {
        let text = "Your account activation link is no longer valid. Request a new activation email below.";
        page.say(&Message::error("idx.expired.activation.token", text));
        page.offer("request-activation-email", "request-activation", Vec::new());
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Outcome {
        if form != "request-activation-email" {
            return access_denied();
        }
        let text = "We sent an email with an activation link. Follow the instructions in it.";
        Outcome::to(Terminal::new(StatusCode::OK, Message::info("idx.request.activation.email", text)))
    }
}
