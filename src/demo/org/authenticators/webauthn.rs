//! Security keys and passkeys: Web Authentication, checked for real.

use http::StatusCode;
use serde_json::{Value, json};

use super::{About, Authenticator, Exchange, Facts, Role, Verdict, WEBAUTHN, same};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::{Enrollment, Person};
use crate::demo::org::stages::{Outcome, Scene};
use crate::demo::org::webauthn::{self, Assertion, Credential, Flaw, RelyingParty};
use crate::demo::org::wire::{base64url, from_base64url};

/// The facts of an enrolment.
const CREDENTIAL_ID: &str = "credentialId";
const PUBLIC_KEY: &str = "publicKey";
const COUNTER: &str = "counter";
const TRANSPORTS: &str = "transports";
const RESIDENT: &str = "resident";

#[derive(Debug)]
pub(super) struct Webauthn;

impl Authenticator for Webauthn {
    fn about(&self) -> &'static About {
        &About {
            key: "webauthn",
            id: "autdemowebauthn00014",
            kind: "security_key",
            display_name: "Security Key or Biometric",
            methods: &["webauthn"],
            enrollment_prefix: "fwf",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "hwk"
    }

    fn describe_enrollment(&self, enrollment: &Enrollment, object: &mut Value) {
        object["credentialId"] = enrollment.fact(CREDENTIAL_ID).into();
        if let Ok(transports) = serde_json::from_str::<Value>(enrollment.fact(TRANSPORTS)) {
            object["transports"] = transports;
        }
    }

    fn verify(&self, _: &mut Scene<'_>, _: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Ceremony::new(Keys::Any))
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(Ceremony::new(Keys::Any)))
    }
}

/// Which keys a ceremony wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::demo::org) enum Keys {
    /// Whatever the person has.
    Any,
    /// One that remembers whose it is, so that nobody has to give a name: a passkey.
    Resident,
}

/// A challenge that a key has to sign.
#[derive(Debug)]
pub(in crate::demo::org) struct Ceremony {
    challenge: String,
    keys: Keys,
}

impl Ceremony {
    pub(in crate::demo::org) fn new(keys: Keys) -> Self {
        Self { challenge: base64url(crate::random::bytes::<24>()), keys }
    }

    /// What the browser is told before it asks a key.
    pub(in crate::demo::org) fn challenge_data(&self, page: &Page<'_>) -> Value {
        let verification = if self.keys == Keys::Resident { "required" } else { "preferred" };
        let party = RelyingParty::behind(&page.transaction.request.redirect_uri);
        json!({
            "challenge": self.challenge, "userVerification": verification, "rpId": party.map(|party| party.id),
            "extensions": {},
        })
    }

    /// What the browser is told before it has a key made.
    pub(in crate::demo::org) fn activation_data(&self, page: &Page<'_>) -> Value {
        let party = RelyingParty::behind(&page.transaction.request.redirect_uri);
        let resident = self.keys == Keys::Resident;
        let selection = if resident {
            json!({ "userVerification": "required", "requireResidentKey": true, "residentKey": "required" })
        } else {
            json!({ "userVerification": "preferred", "requireResidentKey": false })
        };
        let user = page
            .person()
            .map_or(Value::Null, |person| json!({ "id": person.id, "name": person.login, "displayName": person.name }));
        json!({
            "rp": { "name": "Demo", "id": party.map(|party| party.id) }, "user": user, "challenge": self.challenge,
            "pubKeyCredParams": [{ "type": "public-key", "alg": -7 }], "attestation": "none",
            "authenticatorSelection": selection,
        })
    }

    /// Checks a new key; gives what is to be remembered of it.
    pub(in crate::demo::org) fn register(&self, scene: &Scene<'_>, credentials: &Value) -> Result<Facts, Flaw> {
        let party = RelyingParty::behind(&scene.transaction.request.redirect_uri).ok_or(Flaw::RelyingParty)?;
        let text = |name: &str| credentials[name].as_str().unwrap_or_default();
        let resident = self.keys == Keys::Resident;
        let made = webauthn::register(&party, &self.challenge, text("clientData"), text("attestation"), resident)?;
        if resident && says_not_resident(text("clientExtensions")) {
            return Err(Flaw::NotResident);
        }
        let known = scene.state.people.values().flat_map(keys_of).any(|(_, known)| known.id == made.id);
        if known {
            return Err(Flaw::Malformed);
        }
        let mut facts = Facts::from([
            (CREDENTIAL_ID, base64url(&made.id)),
            (PUBLIC_KEY, base64url(&made.public_key)),
            (COUNTER, made.counter.to_string()),
            (TRANSPORTS, text("transports").to_owned()),
        ]);
        if resident {
            facts.insert(RESIDENT, "yes".to_owned());
        }
        Ok(facts)
    }

    /// Checks a signature by one of a person's keys; gives the enrolment and what is to be remembered of it.
    pub(in crate::demo::org) fn assert(
        &self,
        scene: &Scene<'_>,
        person: &Person,
        credentials: &Value,
    ) -> Result<(String, Facts), Flaw> {
        let party = RelyingParty::behind(&scene.transaction.request.redirect_uri).ok_or(Flaw::RelyingParty)?;
        let text = |name: &str| credentials[name].as_str().unwrap_or_default();
        let assertion = Assertion {
            client_data: text("clientData"),
            authenticator_data: text("authenticatorData"),
            signature: text("signatureData"),
        };
        let resident = self.keys == Keys::Resident;
        // A name may be left out for keys that remember whose they are, and for no others.
        let usable = keys_of(person).into_iter().filter(|(enrollment, _)| !resident || is_resident(enrollment));
        let (enrollments, keys): (Vec<&Enrollment>, Vec<Credential>) = usable.unzip();
        let (index, counter) = webauthn::assert(&party, &self.challenge, &assertion, &keys, resident)?;
        Ok((enrollments[index].id.clone(), Facts::from([(COUNTER, counter.to_string())])))
    }
}

/// The fields for a signature; a key that remembers whose it is says so.
pub(in crate::demo::org) fn assertion_fields(with_user: bool) -> Vec<Value> {
    let field = |name: &str, label: &str, required: bool| json!({ "name": name, "label": label, "required": required, "visible": false });
    let mut fields = vec![
        field("authenticatorData", "Authenticator Data", true),
        field("clientData", "Client Data", true),
        field("signatureData", "Signature Data", true),
    ];
    if with_user {
        fields.push(field("userHandle", "User Handle", false));
    }
    fields
}

/// The fields for a new key.
pub(in crate::demo::org) fn attestation_fields() -> Vec<Value> {
    let field = |name: &str, label: &str, required: bool| json!({ "name": name, "label": label, "required": required, "visible": false, "hint": "webauthn" });
    vec![
        field("clientData", "Client Data", true),
        field("attestation", "Attestation", true),
        field("transports", "Transports", false),
        field("clientExtensions", "Client Extensions", false),
    ]
}

/// What is said when a key is not believed.
pub(in crate::demo::org) fn not_believed(flaw: Flaw) -> Outcome {
    let key = "authfactor.webauthn.error.assertion_validation_failure";
    let message = Message::error(key, format!("The security key could not be checked: {flaw}."));
    Outcome::refused(StatusCode::UNAUTHORIZED, message)
}

/// Whether somebody has a key that remembers whose it is.
pub(in crate::demo::org) fn has_resident_key(person: &Person) -> bool {
    person.enrolled(&[WEBAUTHN]).into_iter().any(is_resident)
}

fn is_resident(enrollment: &Enrollment) -> bool {
    !enrollment.fact(RESIDENT).is_empty()
}

/// Whether the browser tells that the key remembers nobody (Web Authentication Level 2, §10.4); most browsers tell nothing.
fn says_not_resident(client_extensions: &str) -> bool {
    let extensions: Value = serde_json::from_str(client_extensions).unwrap_or_default();
    extensions["credProps"]["rk"] == false
}

fn keys_of(person: &Person) -> Vec<(&Enrollment, Credential)> {
    let of = |enrollment: &Enrollment| {
        Some(Credential {
            id: from_base64url(enrollment.fact(CREDENTIAL_ID))?,
            public_key: from_base64url(enrollment.fact(PUBLIC_KEY))?,
            counter: enrollment.fact(COUNTER).parse().ok()?,
        })
    };
    let enrollments = person.enrollments.iter().filter(|enrollment| same(enrollment.authenticator, WEBAUTHN));
    enrollments.filter_map(|enrollment| Some((enrollment, of(enrollment)?))).collect()
}

impl Exchange for Ceremony {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        match role {
            Role::Verify => {
                current["contextualData"] = json!({ "challengeData": self.challenge_data(page) });
                page.offer_credentials(role, &assertion_fields(false));
            }
            Role::Enroll => {
                current["contextualData"] = json!({ "activationData": self.activation_data(page) });
                page.offer_credentials(role, &attestation_fields());
            }
        }
    }

    fn carry_out(&mut self, role: Role, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let credentials = &body["credentials"];
        if role == Role::Enroll {
            return match self.register(scene, credentials) {
                Ok(facts) => Verdict::Passed(facts),
                Err(flaw) => Verdict::Said(not_believed(flaw)),
            };
        }
        let Some(person) = scene.person() else { return Verdict::Said(Outcome::stay()) };
        match self.assert(scene, person, credentials) {
            Ok((enrollment, facts)) => {
                if let Some(person) = scene.person_mut() {
                    // Perhaps another key than the one that was chosen.
                    person.remember(&enrollment, facts);
                }
                Verdict::Passed(Facts::new())
            }
            Err(flaw) => Verdict::Wrong(not_believed(flaw)),
        }
    }
}
