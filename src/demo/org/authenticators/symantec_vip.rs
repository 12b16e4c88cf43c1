//! Symantec VIP: a credential with a number of its own, set up with two codes in a row.

use http::StatusCode;
use serde_json::{Value, json};

use super::passcode::{Passcode, SECRET, TimeBased, shown};
use super::{About, Authenticator, Exchange, Facts, Role, Verdict};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};
use crate::demo::org::totp;

/// The credential that lies on the desk of everybody who sets one up, as it says on its back, and its secret.
const ON_THE_DESK: &str = "VSDM20260001";
const ITS_SECRET: &str = "OZUXAIDPNYQHI2DFEBSGK43LEBXWMIDB";

#[derive(Debug)]
pub(super) struct SymantecVip;

impl Authenticator for SymantecVip {
    fn about(&self) -> &'static About {
        &About {
            key: "symantec_vip",
            id: "autdemosymantec00011",
            kind: "app",
            display_name: "Symantec VIP",
            methods: &["otp"],
            enrollment_prefix: "vip",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "otp"
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Passcode::new(TimeBased { facts: enrollment.facts.clone() }))
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(TwoCodes))
    }

    fn current_code(&self, facts: &Facts, now: u64) -> Option<String> {
        shown(facts, now)
    }
}

/// The number of the credential, the code that it shows, and the next one.
#[derive(Debug)]
struct TwoCodes;

impl Exchange for TwoCodes {
    fn write(&self, role: Role, page: &mut Page<'_>, _current: &mut Value) {
        let field =
            |name: &str, label: &str| json!({ "name": name, "label": label, "required": true, "visible": true });
        let fields = [
            field("credentialId", "Enter credential ID"),
            field("passcode", "Security Code 1"),
            field("nextPasscode", "Security Code 2"),
        ];
        page.offer_credentials(role, &fields);
    }

    fn carry_out(&mut self, _role: Role, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let text = |name: &str| body["credentials"][name].as_str().unwrap_or_default().trim();
        if text("credentialId") != ON_THE_DESK {
            return wrong("credentialId", "The credential ID is not known.");
        }
        let first = totp::matching_step(ITS_SECRET, text("passcode"), scene.now());
        if first.is_some_and(|step| totp::code(ITS_SECRET, step + 1) == text("nextPasscode")) {
            return Verdict::Passed(Facts::from([(SECRET, ITS_SECRET.to_owned())]));
        }
        wrong("passcode", "Two codes in a row are needed. Try again.")
    }

    fn current_code(&self, now: u64) -> Option<String> {
        Some(totp::code(ITS_SECRET, totp::step(now)))
    }
}

fn wrong(field: &str, text: &str) -> Verdict {
    let message = Message::error("api.authn.error.PASSCODE_INVALID", text);
    Verdict::Wrong(Outcome::refused_at(field, StatusCode::UNAUTHORIZED, message))
}
