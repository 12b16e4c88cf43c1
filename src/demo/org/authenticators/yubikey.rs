//! YubiKeys that type a code of 44 letters when they are touched; the administrator has loaded them before.

use serde_json::Value;

use super::passcode::{Judge, Passcode};
use super::{About, Authenticator, Exchange, Facts};
use crate::demo::org::messages::Message;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::Scene;

/// The letters on which all keyboard layouts agree.
const MODHEX: &[u8; 16] = b"cbdefghijklnrtuv";
const LENGTH: usize = 44;
/// The key that lies on the desk of everybody who sets one up.
const ON_THE_DESK: &str = "ccccccbedeck";

/// The facts: the twelve letters that name the key, and the code that it typed last.
pub(in crate::demo::org) const NAME: &str = "name";
const LAST: &str = "last";

#[derive(Debug)]
pub(super) struct Yubikey;

impl Authenticator for Yubikey {
    fn about(&self) -> &'static About {
        &About {
            key: "yubikey_token",
            id: "autdemoyubikey000008",
            kind: "security_key",
            display_name: "YubiKey Authenticator",
            methods: &["otp"],
            enrollment_prefix: "ykf",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "hwk"
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(touch(enrollment.facts.clone()))
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(touch(Facts::from([(NAME, ON_THE_DESK.to_owned())]))))
    }

    fn current_code(&self, facts: &Facts, _now: u64) -> Option<String> {
        facts.get(NAME).map(|name| typed_by(name))
    }
}

/// Every touch types another code; only the name of the key stays.
fn typed_by(name: &str) -> String {
    let letters = crate::random::bytes::<32>().map(|byte| char::from(MODHEX[usize::from(byte & 15)]));
    name.chars().chain(letters).collect()
}

fn touch(facts: Facts) -> Passcode<Key> {
    Passcode { label: "Insert then tap your YubiKey", secret: true, ..Passcode::new(Key { facts }) }
}

#[derive(Debug)]
struct Key {
    facts: Facts,
}

impl Judge for Key {
    fn judge(&mut self, code: &str, _now: u64) -> Result<Facts, Message> {
        let name = self.facts.get(NAME).map_or("", String::as_str);
        let well_formed = code.len() == LENGTH && code.bytes().all(|letter| MODHEX.contains(&letter));
        if well_formed && code.starts_with(name) && self.facts.get(LAST).is_none_or(|last| last != code) {
            self.facts.insert(LAST, code.to_owned());
            return Ok(self.facts.clone());
        }
        Err(Message::error("api.authn.error.PASSCODE_INVALID", "Invalid code. Try again."))
    }

    fn shown(&self, _now: u64) -> Option<String> {
        self.facts.get(NAME).map(|name| typed_by(name))
    }
}
