//! A code generator of the company's own, handed out and enrolled by an administrator.

use serde_json::Value;

use super::passcode::{Passcode, TimeBased, shown};
use super::{About, Authenticator, Exchange, Facts};
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::Scene;

#[derive(Debug)]
pub(super) struct CustomOtp;

impl Authenticator for CustomOtp {
    fn about(&self) -> &'static About {
        &About {
            key: "custom_otp",
            id: "autdemocustomotp0006",
            kind: "security_key",
            display_name: "Ledger Card",
            methods: &["otp"],
            enrollment_prefix: "ctf",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "otp"
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Passcode::new(TimeBased { facts: enrollment.facts.clone() }))
    }

    fn current_code(&self, facts: &Facts, now: u64) -> Option<String> {
        shown(facts, now)
    }
}
