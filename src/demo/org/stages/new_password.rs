//! A new password: after recovery, because the old one has expired, or because it is about to.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Outcome, Scene, Stage};
use crate::demo::org::authenticators::{self, PASSWORD};
use crate::demo::org::forms::credentials;
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, passcode};
use crate::demo::org::password_policy;
use crate::demo::org::policy::Requirement;

/// The mark of a transaction in which a password was chosen after recovery.
const CHOSEN: &str = "new password";
/// The mark of a transaction in which a warning was read and put off.
const PUT_OFF: &str = "password expiry";

/// A password has to be chosen, whatever the old one was.
#[derive(Debug)]
pub(in crate::demo::org) struct NewPassword;

impl Requirement for NewPassword {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        (!scene.transaction.has_passed(CHOSEN)).then(|| Box::new(Reset) as Box<dyn Stage>)
    }
}

/// The password at the start has expired, or expires in so many days.
#[derive(Debug)]
pub(in crate::demo::org) struct PasswordExpiry {
    pub(in crate::demo::org) in_days: Option<u32>,
}

impl Requirement for PasswordExpiry {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let changed = scene.person().is_some_and(|person| person.password_changed);
        let put_off = self.in_days.is_some() && scene.transaction.has_passed(PUT_OFF);
        (!changed && !put_off).then(|| Box::new(Reenroll { in_days: self.in_days }) as Box<dyn Stage>)
    }
}

/// The password that replaces a forgotten one.
#[derive(Debug)]
struct Reset;

impl Stage for Reset {
    fn write(&self, page: &mut Page<'_>) {
        let revoke =
            json!({ "name": "revokeSessions", "type": "boolean", "label": "Sign me out of all other devices." });
        offer(page, "reset-authenticator", &[revoke]);
        page.set_object("currentAuthenticator", &password_with_rules());
        page.set_object("recoveryAuthenticator", &password_with_rules());
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        change(scene, body)
    }
}

/// The password that replaces one by age.
#[derive(Debug)]
struct Reenroll {
    in_days: Option<u32>,
}

impl Stage for Reenroll {
    fn write(&self, page: &mut Page<'_>) {
        let mut current = password_with_rules();
        if let Some(days) = self.in_days {
            offer(page, "reenroll-authenticator-warning", &[]);
            page.offer("skip", "skip", Vec::new());
            current["settings"]["daysToExpiry"] = days.into();
            let text = format!("Your password will expire in {days} days.");
            page.say(&Message::info("idx.password.expiring.message", text));
        } else {
            offer(page, "reenroll-authenticator", &[]);
        }
        page.set_object("currentAuthenticator", &current);
        page.set_object("enrollmentAuthenticator", &current);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        if form == "skip" {
            scene.transaction.pass(PUT_OFF);
            return Outcome::passed();
        }
        change(scene, body)
    }
}

fn offer(page: &mut Page<'_>, name: &str, more: &[Value]) {
    let mut fields = vec![passcode("New password")];
    fields.extend_from_slice(more);
    page.offer_related(name, "challenge/answer", "$.currentAuthenticator", vec![credentials(&fields)]);
}

pub(super) fn password_with_rules() -> Value {
    let mut object = authenticators::object(PASSWORD);
    object["settings"] = password_policy::settings();
    object
}

fn change(scene: &mut Scene<'_>, body: &Value) -> Outcome {
    let password = body["credentials"]["passcode"].as_str().unwrap_or_default();
    let Some(person) = scene.person_mut() else { return Outcome::stay() };
    if let Err(message) = password_policy::check(password, person) {
        return Outcome::refused_at("passcode", StatusCode::BAD_REQUEST, message);
    }
    person.change_password(password.to_owned());
    scene.transaction.pass(CHOSEN);
    if !scene.transaction.has_verified(PASSWORD) {
        scene.transaction.verified(PASSWORD, "password");
    }
    Outcome::passed()
}
