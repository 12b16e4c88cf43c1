//! Tokens that show codes and are known to a server of their own: RSA SecurID, and any other "on premises".
//!
//! That server may want to see the next code too before it believes in the token: next-token mode.

use http::StatusCode;
use serde_json::{Value, json};

use super::passcode::{Judge as _, SECRET, TimeBased, shown};
use super::{About, Authenticator, Exchange, Facts, Role, Verdict};
use crate::demo::org::forms::{credentials, fixed};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};

/// The fact of a token whose next code is wanted too; empty when it was seen.
pub(in crate::demo::org) const NEXT_CODE_WANTED: &str = "nextCodeWanted";
/// The secret of the token that lies on the desk of everybody who sets one up.
const ON_THE_DESK: &str = "ONXWMZJAOB2XE4TTEBUW4IDTMFTGK5DZ";

pub(super) static RSA: Token = Token {
    about: About {
        key: "rsa_token",
        id: "autdemorsa0000000009",
        kind: "security_key",
        display_name: "RSA SecurID",
        methods: &["otp"],
        enrollment_prefix: "rsa",
    },
};

pub(super) static ON_PREMISES: Token = Token {
    about: About {
        key: "onprem_mfa",
        id: "autdemoonprem0000010",
        kind: "security_key",
        display_name: "Counting House Token",
        methods: &["otp"],
        enrollment_prefix: "paf",
    },
};

#[derive(Debug)]
pub(super) struct Token {
    about: About,
}

impl Authenticator for Token {
    fn about(&self) -> &'static About {
        if self.about.key == RSA.about.key { &RSA.about } else { &ON_PREMISES.about }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "hwk"
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Asked { about: self.about(), codes: TimeBased { facts: enrollment.facts.clone() } })
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        let facts = Facts::from([(SECRET, ON_THE_DESK.to_owned()), (NEXT_CODE_WANTED, "yes".to_owned())]);
        Some(Box::new(Asked { about: self.about(), codes: TimeBased { facts } }))
    }

    fn current_code(&self, facts: &Facts, now: u64) -> Option<String> {
        shown(facts, now)
    }
}

/// A code was asked for, perhaps the second.
#[derive(Debug)]
struct Asked {
    about: &'static About,
    codes: TimeBased,
}

impl Exchange for Asked {
    fn write(&self, role: Role, page: &mut Page<'_>, _current: &mut Value) {
        let fields = match role {
            Role::Verify => vec![json!({ "name": "passcode", "label": "Enter code" })],
            Role::Enroll => {
                let login = page.person().map_or("", |person| &person.login);
                vec![
                    fixed("id", self.about.id),
                    fixed("methodType", "otp"),
                    json!({ "name": "clientData", "label": "User Name", "value": login, "required": true }),
                    json!({ "name": "passcode", "label": "Passcode", "required": true }),
                ]
            }
        };
        page.offer_related(role.form(), "challenge/answer", role.subject(), vec![credentials(&fields)]);
    }

    fn carry_out(&mut self, role: Role, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let given = &body["credentials"];
        let is_theirs = role == Role::Verify
            || given["clientData"].as_str().is_some_and(|name| Some(name.trim()) == scene.transaction.login.as_deref());
        let code = given["passcode"].as_str().unwrap_or_default().trim();
        if !is_theirs {
            return wrong("clientData");
        }
        match self.codes.judge(code, scene.now()) {
            Err(_) => wrong("passcode"),
            Ok(mut facts) => {
                // The code before this one is used up, so only the next one can be right the second time.
                let wanted = self.codes.facts.insert(NEXT_CODE_WANTED, String::new());
                if wanted.is_some_and(|wanted| !wanted.is_empty()) {
                    let text = "Pin accepted, wait for the token to change, then enter the new passcode.";
                    let message = Message::error("errors.E0000113", text);
                    return Verdict::Said(Outcome::refused(StatusCode::UNAUTHORIZED, message));
                }
                facts.insert(NEXT_CODE_WANTED, String::new());
                Verdict::Passed(facts)
            }
        }
    }

    fn current_code(&self, now: u64) -> Option<String> {
        shown(&self.codes.facts, now)
    }
}

fn wrong(field: &str) -> Verdict {
    let message = Message::error("api.authn.error.PASSCODE_INVALID", "Invalid code. Try again.");
    Verdict::Wrong(Outcome::refused_at(field, StatusCode::UNAUTHORIZED, message))
}
