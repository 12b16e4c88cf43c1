//! The password.

use http::StatusCode;
use serde_json::Value;

use super::{About, Authenticator, Exchange, Facts, Role, Verdict};
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, passcode};
use crate::demo::org::password_policy;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};

#[derive(Debug)]
pub(super) struct Password;

impl Authenticator for Password {
    fn about(&self) -> &'static About {
        &About {
            key: "okta_password",
            id: "autdemopassword00001",
            kind: "password",
            display_name: "Password",
            methods: &["password"],
            enrollment_prefix: "lae",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "pwd"
    }

    fn verify(&self, _: &mut Scene<'_>, _: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Passcode)
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(Passcode))
    }
}

/// The known password, or the first one.
#[derive(Debug)]
struct Passcode;

impl Exchange for Passcode {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        match role {
            Role::Verify => {
                current["recover"] = page.form("recover", "recover", Vec::new());
                page.offer_credentials(role, &[passcode("Password")]);
            }
            Role::Enroll => {
                current["settings"] = password_policy::settings();
                page.offer_credentials(role, &[passcode("New password")]);
            }
        }
    }

    fn carry_out(&mut self, role: Role, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let password = body["credentials"]["passcode"].as_str().unwrap_or_default();
        let Some(person) = scene.person_mut() else { return Verdict::Said(Outcome::stay()) };
        if role == Role::Enroll {
            return match password_policy::check(password, person) {
                Ok(()) => {
                    person.change_password(password.to_owned());
                    Verdict::Passed(Facts::new())
                }
                Err(message) => Verdict::Said(Outcome::refused_at("passcode", StatusCode::BAD_REQUEST, message)),
            };
        }
        if person.password.as_deref() == Some(password) {
            return Verdict::Passed(Facts::new());
        }
        let message = Message::error("incorrectPassword", "Password is incorrect");
        Verdict::Wrong(Outcome::refused(StatusCode::UNAUTHORIZED, message))
    }
}
