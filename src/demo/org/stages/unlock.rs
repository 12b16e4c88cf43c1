//! Unlocking one's own account: a name and a way to prove who asks, then whatever else the account requires.

use http::StatusCode;
use serde_json::{Value, json};

use super::identify::Offer;
use super::select::{self, Among};
use super::{Outcome, Scene, Stage, Terminal, access_denied};
use crate::demo::org::authenticators::{self, EMAIL, PHONE};
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, identifier};
use crate::demo::org::policy::Requirement;

/// What is taken as a proof before the account is known.
const AMONG: Among = &[EMAIL, PHONE];
/// The mark of a transaction in which the account was unlocked.
const UNLOCKED: &str = "unlock";

/// "Unlock your account" on the first page.
#[derive(Debug)]
pub(super) struct Unlock;

impl Offer for Unlock {
    fn write(&self, page: &mut Page<'_>) {
        page.offer("unlock-account", "unlock-account", Vec::new());
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Option<Outcome> {
        (form == "unlock-account").then(|| Outcome::to(SelectUnlock))
    }
}

/// Who is locked out, and how they prove it: both in one form, since nobody is known yet.
#[derive(Debug)]
struct SelectUnlock;

impl Stage for SelectUnlock {
    fn write(&self, page: &mut Page<'_>) {
        let options = AMONG.iter().enumerate().map(|(index, kind)| {
            let methods = kind.methods();
            let method = match methods {
                [only] => json!({ "name": "methodType", "required": false, "value": only, "mutable": false }),
                _ => json!({ "name": "methodType", "type": "string", "required": false,
                    "options": authenticators::method_options(methods) }),
            };
            json!({
                "label": kind.display_name(),
                "value": { "form": { "value": [
                    { "name": "id", "required": true, "value": kind.id(), "mutable": false }, method,
                ] } },
                "relatesTo": format!("$.authenticators.value[{index}]"),
            })
        });
        let options: Vec<Value> = options.collect();
        let field = json!({ "name": "authenticator", "type": "object", "required": true, "options": options });
        page.offer("select-authenticator-unlock-account", "challenge", vec![identifier(None), field]);
        let kinds: Vec<Value> = AMONG.iter().map(|kind| authenticators::object(*kind)).collect();
        page.set_list("authenticators", &kinds);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        if form != "select-authenticator-unlock-account" {
            return access_denied();
        }
        let login = body["identifier"].as_str().unwrap_or_default().trim().to_lowercase();
        let chosen = AMONG.iter().find(|kind| body["authenticator"]["id"] == kind.id());
        let can = |kind: &&dyn authenticators::Authenticator| {
            scene.state.people.get(&login).is_some_and(|person| !person.is_barred() && person.has(*kind))
        };
        if !chosen.is_some_and(can) {
            let text = "We're unable to unlock your account at this time, please contact your administrator.";
            let message = Message::error("oie.selfservice.unlock_user.failed.message", text);
            return Outcome::to(Terminal::new(StatusCode::FORBIDDEN, message));
        }
        let requirements = scene.state.people[&login].unlocked_by;
        scene.transaction.detour_by(requirements);
        scene.transaction.unlocking = true;
        scene.transaction.login = Some(login);
        select::choose(scene, AMONG, &body["authenticator"])
    }
}

/// The end of unlocking: here, or in the application that the person was on the way to.
#[derive(Debug)]
pub(in crate::demo::org) struct Unlocked {
    pub(in crate::demo::org) goes_on: bool,
}

impl Requirement for Unlocked {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        if scene.transaction.has_passed(UNLOCKED) {
            return None;
        }
        scene.person_mut()?.unlock();
        scene.transaction.unlocking = false;
        scene.transaction.pass(UNLOCKED);
        if self.goes_on {
            let text = "Account successfully unlocked! Verify your account with a security method to continue.";
            let key = "oie.selfservice.unlock_user.landing.to.app.success.message";
            scene.transaction.announce(Message::info(key, text));
            return None;
        }
        let text = "Account successfully unlocked! You can log in using your existing username and password.";
        let message = Message::info("oie.selfservice.unlock_user.success.message", text);
        Some(Box::new(Terminal::new(StatusCode::OK, message)))
    }
}
