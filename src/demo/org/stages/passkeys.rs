//! Keys before names: a passkey from the browser's suggestions or by a button, and what leads people to have one.

use serde_json::{Value, json};

use super::identify::Offer;
use super::{Outcome, Scene, Stage, access_denied, first};
use crate::demo::org::authenticators::webauthn::{
    Ceremony, Keys, assertion_fields, attestation_fields, has_resident_key, not_believed,
};
use crate::demo::org::authenticators::{self, WEBAUTHN};
use crate::demo::org::forms::credentials;
use crate::demo::org::page::Page;
use crate::demo::org::people::Person;
use crate::demo::org::policy::Requirement;
use crate::demo::org::webauthn::Flaw;

/// The mark of a transaction whose person was asked for a passkey, and has made one or not.
const ASKED: &str = "passkey";
/// The mark of a transaction whose person has asked for one.
const WANTED: &str = "passkey wanted";

/// A passkey on the first page: the browser suggests it in the field for the name, or a button asks for it.
#[derive(Debug)]
pub(super) struct Passkeys {
    ceremony: Ceremony,
}

impl Passkeys {
    pub(super) fn new() -> Self {
        Self { ceremony: Ceremony::new(Keys::Resident) }
    }
}

impl Offer for Passkeys {
    fn write(&self, page: &mut Page<'_>) {
        let data = json!({ "challengeData": self.ceremony.challenge_data(page) });
        page.set_object("webauthnAutofillUIChallenge", &data);
        for name in ["launch-passkeys-authenticator", "challenge-webauthn-autofillui-authenticator"] {
            let fields = vec![credentials(&assertion_fields(true))];
            // This one relates by a path that begins with no dollar sign.
            page.offer_related(name, "challenge/answer/webauthn-autofillui", "webauthnAutofillUIChallenge", fields);
        }
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Option<Outcome> {
        let is_ours = ["launch-passkeys-authenticator", "challenge-webauthn-autofillui-authenticator"].contains(&form);
        is_ours.then(|| recognise(scene, &self.ceremony, &body["credentials"]))
    }
}

/// A button for keys that leads to a page of its own.
#[derive(Debug)]
pub(super) struct LaunchKey;

impl Offer for LaunchKey {
    fn write(&self, page: &mut Page<'_>) {
        page.offer("launch-webauthn-authenticator", "authenticators/webauthn/launch", Vec::new());
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Option<Outcome> {
        let launched = || Outcome::to(Launched { ceremony: Ceremony::new(Keys::Resident) });
        (form == "launch-webauthn-authenticator").then(launched)
    }
}

/// A key is waited for, whoever it belongs to.
#[derive(Debug)]
struct Launched {
    ceremony: Ceremony,
}

impl Stage for Launched {
    fn write(&self, page: &mut Page<'_>) {
        let mut current = authenticators::object(WEBAUTHN);
        current["contextualData"] = json!({ "challengeData": self.ceremony.challenge_data(page) });
        page.set_object("currentAuthenticator", &current);
        let fields = vec![credentials(&assertion_fields(true))];
        page.offer_related("challenge-authenticator", "challenge/answer", "$.currentAuthenticator", fields);
        page.offer("enroll-webauthn-residentkey", "authenticators/webauthn/enrollresidentkey", Vec::new());
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        if form == "enroll-webauthn-residentkey" {
            // First the person has to sign in some other way.
            scene.transaction.pass(WANTED);
            return Outcome::to_boxed(first(&scene.transaction.request));
        }
        recognise(scene, &self.ceremony, &body["credentials"])
    }
}

/// Finds out whose key has signed.
fn recognise(scene: &mut Scene<'_>, ceremony: &Ceremony, credentials: &Value) -> Outcome {
    let handle = credentials["userHandle"].as_str().unwrap_or_default();
    let now = scene.now();
    if handle.is_empty() {
        return not_believed(Flaw::NotResident);
    }
    let may = |person: &&Person| person.id == handle && !person.is_locked(now) && !person.is_barred();
    let person = scene.state.people.values().find(may);
    let Some(person) = person else { return not_believed(Flaw::Signature) };
    let login = person.login.clone();
    match ceremony.assert(scene, person, credentials) {
        Err(flaw) => not_believed(flaw),
        Ok((enrollment, facts)) => {
            scene.transaction.login = Some(login);
            if let Some(person) = scene.person_mut() {
                person.remember(&enrollment, facts);
            }
            scene.transaction.verified(WEBAUTHN, "webauthn");
            Outcome::passed()
        }
    }
}

/// Whoever has no passkey is asked, once in a sign-in, whether they would like one.
#[derive(Debug)]
pub(in crate::demo::org) struct PasskeyPromotion;

impl Requirement for PasskeyPromotion {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let asked = scene.transaction.has_passed(ASKED) || scene.person().is_some_and(has_resident_key);
        (!asked).then(|| Box::new(Promotion { ceremony: Ceremony::new(Keys::Resident) }) as Box<dyn Stage>)
    }
}

/// Whoever has asked for a passkey gets one at the end of the sign-in.
#[derive(Debug)]
pub(in crate::demo::org) struct WantedPasskey;

impl Requirement for WantedPasskey {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        if scene.transaction.has_passed(WANTED) { PasskeyPromotion.open(scene) } else { None }
    }
}

/// The offer of a passkey.
#[derive(Debug)]
struct Promotion {
    ceremony: Ceremony,
}

impl Stage for Promotion {
    fn write(&self, page: &mut Page<'_>) {
        let mut current = authenticators::object(WEBAUTHN);
        current["displayName"] = "Passkeys".into();
        current["contextualData"] = json!({ "activationData": self.ceremony.activation_data(page) });
        page.set_object("currentAuthenticator", &current);
        let fields = vec![credentials(&attestation_fields())];
        page.offer_related("enroll-authenticator-promotion", "credential/enroll", "$.currentAuthenticator", fields);
        page.offer("skip", "skip", Vec::new());
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        match form {
            "skip" => {}
            "enroll-authenticator-promotion" => match self.ceremony.register(scene, &body["credentials"]) {
                Err(flaw) => return not_believed(flaw),
                Ok(facts) => {
                    if let Some(person) = scene.person_mut() {
                        person.enroll(WEBAUTHN, facts);
                    }
                }
            },
            _ => return access_denied(),
        }
        scene.transaction.pass(ASKED);
        Outcome::passed()
    }
}
