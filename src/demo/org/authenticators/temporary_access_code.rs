//! The temporary access code that an administrator hands to somebody who has nothing else at the moment.

use serde_json::Value;

use super::passcode::{Judge, Passcode};
use super::{About, Authenticator, Exchange, Facts};
use crate::demo::org::messages::Message;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::Scene;

/// The fact that holds the code.
pub(in crate::demo::org) const CODE: &str = "code";

#[derive(Debug)]
pub(super) struct TemporaryAccessCode;

impl Authenticator for TemporaryAccessCode {
    fn about(&self) -> &'static About {
        &About {
            key: "tac",
            id: "autdemotac0000000007",
            kind: "tac",
            display_name: "Temporary Access Code",
            methods: &["tac"],
            enrollment_prefix: "tac",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "otp"
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        let judge = HandedOut { code: enrollment.fact(CODE).to_owned() };
        Box::new(Passcode { secret: true, ..Passcode::new(judge) })
    }

    fn current_code(&self, facts: &Facts, _now: u64) -> Option<String> {
        facts.get(CODE).cloned()
    }
}

/// The one code that is right until it is withdrawn.
#[derive(Debug)]
struct HandedOut {
    code: String,
}

impl Judge for HandedOut {
    fn judge(&mut self, code: &str, _now: u64) -> Result<Facts, Message> {
        if !self.code.is_empty() && code == self.code {
            return Ok(Facts::new());
        }
        Err(Message::error("api.authn.error.PASSCODE_INVALID", "Invalid code. Try again."))
    }
}
