//! Badges before names: whoever holds one to the reader is known by it, and proves with its PIN that it is theirs.

use http::StatusCode;
use serde_json::{Value, json};

use super::device_challenge::CANCEL;
use super::identify::Offer;
use super::select::Among;
use super::{Challenge, Enroll, Outcome, Scene, Stage, access_denied, first};
use crate::demo::org::authenticators::nfc::ask_for_pin;
use crate::demo::org::authenticators::{self, NFC, Signal, Waiting};
use crate::demo::org::clients::IdentifyStyle;
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, REFRESH};
use crate::demo::org::policy::Requirement;

const AMONG: Among = &[NFC];
/// The mark of a transaction whose person has held up a badge that has no PIN yet.
const WANTED: &str = "badge wanted";

/// A button for badges on the first page.
#[derive(Debug)]
pub(super) struct LaunchBadge;

impl Offer for LaunchBadge {
    fn write(&self, page: &mut Page<'_>) {
        const PLACE: &str = "authenticators/nfc/launch";
        // Where the password is asked at once, that is the current authenticator.
        if page.client().is_some_and(|client| client.identify == IdentifyStyle::OneStep) {
            page.offer("launch-nfc-authenticator", PLACE, Vec::new());
        } else {
            page.set_object("currentAuthenticator", &authenticators::object(NFC));
            page.offer_related("launch-nfc-authenticator", PLACE, "$.currentAuthenticator", Vec::new());
        }
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Option<Outcome> {
        (form == "launch-nfc-authenticator").then(|| Outcome::to(BadgeAwaited::new()))
    }
}

/// A badge is waited for, whoever it belongs to.
#[derive(Debug)]
struct BadgeAwaited {
    request: String,
    held_by: Option<String>,
}

impl BadgeAwaited {
    fn new() -> Self {
        Self { request: crate::random::token(), held_by: None }
    }
}

impl Stage for BadgeAwaited {
    fn write(&self, page: &mut Page<'_>) {
        let mut current = authenticators::object(NFC);
        current["cancel"] = page.form(CANCEL, "authenticators/poll/cancel", Vec::new());
        current["contextualData"] =
            json!({ "challenge": { "type": "object", "value": { "challengeRequest": self.request } } });
        page.set_object("currentAuthenticator", &current);
        page.offer_poll("challenge-poll", "authenticators/poll", "$.currentAuthenticator", Vec::new(), REFRESH);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, _body: &Value) -> Outcome {
        match (form, self.held_by.take()) {
            ("challenge-poll", None) => Outcome::stay(),
            ("challenge-poll", Some(login)) => recognise(scene, login),
            (CANCEL, _) => Outcome::to_boxed(first(&scene.transaction.request)),
            _ => access_denied(),
        }
    }

    fn hear_from(&mut self, login: &str, signal: Signal) {
        if signal == Signal::Approve {
            self.held_by = Some(login.to_owned());
        }
    }

    fn waits(&self) -> Option<Waiting> {
        self.held_by.is_none().then(Waiting::for_badge)
    }
}

/// Asks for the PIN of the badge, or, where it has none, for another way to sign in.
fn recognise(scene: &mut Scene<'_>, login: String) -> Outcome {
    let Some(person) = scene.state.people.get(&login).filter(|person| !person.is_barred()) else {
        let message = Message::error("api.authenticator.error.nfc.unknown", "Nobody has this badge.");
        return Outcome::refused(StatusCode::UNAUTHORIZED, message);
    };
    let Some(badge) = person.enrolled(AMONG).first().copied().cloned() else {
        scene.transaction.pass(WANTED);
        let text = "Sign in with another method to finish enrolling your badge.";
        let message = Message::warning("api.authenticator.error.nfc.sign_in_to_use", text);
        return Outcome { messages: vec![message], ..Outcome::to_boxed(first(&scene.transaction.request)) };
    };
    scene.transaction.login = Some(login);
    Outcome::to(Challenge::going_on(AMONG, &badge, "nfc_pin", ask_for_pin(&badge)))
}

/// Whoever has held up a badge without a PIN chooses one at the end of the sign-in.
#[derive(Debug)]
pub(in crate::demo::org) struct WantedBadge;

impl Requirement for WantedBadge {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let wanted = scene.transaction.has_passed(WANTED);
        if wanted { Enroll { required: AMONG, ..Enroll::NOTHING }.open(scene) } else { None }
    }
}
