//! The first page: who signs in, and whatever else the client's first page offers.

use http::StatusCode;
use serde_json::{Value, json};

use super::badge::LaunchBadge;
use super::captcha;
use super::device_challenge::LaunchAuthenticator;
use super::elsewhere::IdentityProviders;
use super::passkeys::{LaunchKey, Passkeys};
use super::sign_up::SignUp;
use super::unlock::Unlock;
use super::{Outcome, Scene, Stage, Terminal, access_denied};
use crate::demo::org::accounts::Standing;
use crate::demo::org::authenticators::{self, PASSWORD};
use crate::demo::org::clients::{FirstPage, IdentifyStyle};
use crate::demo::org::forms::credentials;
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, identifier, passcode};
use crate::demo::org::people::Person;
use crate::demo::org::policy;
use crate::demo::org::transactions::Request;

/// Something that a first page offers beside the form for the name.
pub(in crate::demo::org) trait Offer: std::fmt::Debug + Send {
    /// Adds remediations and members, after the form for the name.
    fn write(&self, page: &mut Page<'_>);

    /// Carries out one of the forms that it wrote; nothing when the form is another's.
    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Option<Outcome>;
}

/// What is switched on, in the order of the page. A new offer is a line here.
fn offers(first_page: FirstPage) -> Vec<Box<dyn Offer>> {
    let mut offers: Vec<Box<dyn Offer>> = Vec::new();
    if first_page.sign_up {
        offers.push(Box::new(SignUp));
    }
    if first_page.unlock {
        offers.push(Box::new(Unlock));
    }
    if first_page.identity_providers {
        offers.push(Box::new(IdentityProviders));
    }
    if first_page.passkeys {
        offers.push(Box::new(Passkeys::new()));
    }
    if first_page.security_keys {
        offers.push(Box::new(LaunchKey));
    }
    if first_page.badges {
        offers.push(Box::new(LaunchBadge));
    }
    offers
}

/// The name, and at some clients the password with it.
#[derive(Debug)]
pub(in crate::demo::org) struct Identify {
    offers: Vec<Box<dyn Offer>>,
}

impl Identify {
    pub(in crate::demo::org) fn new(request: &Request) -> Self {
        Self { offers: offers(request.first_page) }
    }

    /// The same where the device was asked first and did not answer.
    pub(super) fn after_device(request: &Request) -> Self {
        let mut identify = Self::new(request);
        identify.offers.insert(0, Box::new(LaunchAuthenticator));
        identify
    }
}

impl Stage for Identify {
    fn write(&self, page: &mut Page<'_>) {
        let one_step = page.client().is_some_and(|client| client.identify == IdentifyStyle::OneStep);
        let mut fields = vec![identifier(page.transaction.request.login_hint.as_deref())];
        if one_step {
            fields.push(credentials(&[passcode("Password")]));
            let mut current = authenticators::object(PASSWORD);
            current["recover"] = page.form("recover", "recover", Vec::new());
            page.set_object("currentAuthenticator", &current);
        }
        fields.push(json!({ "name": "rememberMe", "type": "boolean", "label": "Keep me signed in" }));
        if let Some(captcha) = page.transaction.request.first_page.captcha {
            fields.push(captcha::write(page, captcha));
        }
        page.offer("identify", "identify", fields);
        for offer in &self.offers {
            offer.write(page);
        }
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        if form == "identify" {
            return identify(scene, body);
        }
        let taken = self.offers.iter_mut().find_map(|offer| offer.carry_out(scene, form, body));
        taken.unwrap_or_else(access_denied)
    }
}

fn identify(scene: &mut Scene<'_>, body: &Value) -> Outcome {
    if let Some(captcha) = scene.transaction.request.first_page.captcha
        && let Some(refused) = captcha::judge(captcha, body, &scene.state.captcha_seed)
    {
        return refused;
    }
    let login = login(body);
    let now = scene.now();
    let one_step = scene.client().is_some_and(|client| client.identify == IdentifyStyle::OneStep);
    let is_there = |person: &&mut Person| person.standing != Standing::Deactivated;
    let Some(person) = scene.state.people.get_mut(&login).filter(is_there) else {
        return if one_step { authentication_failed() } else { unknown_user(&login) };
    };
    if one_step {
        let right = person.password.as_deref() == body["credentials"]["passcode"].as_str();
        if person.is_locked(now) || person.is_barred() || person.password.is_none() || !right {
            person.guessed_wrong(now);
            return authentication_failed();
        }
        person.guessed_right();
        scene.transaction.verified(PASSWORD, "password");
    }
    let expires = person.standing == Standing::TransactionExpires;
    scene.transaction.login = Some(login);
    if expires {
        let next = policy::next(scene);
        scene.transaction.expires_at = now;
        return Outcome::to_boxed(next);
    }
    Outcome::passed()
}

/// The name of somebody who has forgotten the password.
#[derive(Debug)]
pub(in crate::demo::org) struct IdentifyRecovery;

impl Stage for IdentifyRecovery {
    fn write(&self, page: &mut Page<'_>) {
        page.offer("identify-recovery", "identify", vec![identifier(None)]);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        let login = login(body);
        let Some(person) = scene.state.people.get(&login) else { return unknown_user(&login) };
        if let Some(refused) = Terminal::no_recovery(person) {
            return Outcome::to(refused);
        }
        scene.transaction.login = Some(login);
        Outcome::passed()
    }
}

fn login(body: &Value) -> String {
    body["identifier"].as_str().unwrap_or_default().trim().to_lowercase()
}

fn authentication_failed() -> Outcome {
    Outcome::refused(StatusCode::UNAUTHORIZED, failure())
}

fn failure() -> Message {
    Message::error("errors.E0000004", "Authentication failed")
}

/// Back to the name, whatever was proved: nobody but an administrator changes that.
pub(in crate::demo::org) fn turn_away(scene: &mut Scene<'_>) -> Box<dyn Stage> {
    scene.transaction.login = None;
    scene.transaction.detour_by(&[]);
    scene.transaction.announce(failure());
    Box::new(Identify::new(&scene.transaction.request))
}

fn unknown_user(login: &str) -> Outcome {
    let text = format!("There is no account with the Username {login}.");
    Outcome::refused(StatusCode::BAD_REQUEST, Message::info("idx.unknown.user", text))
}
