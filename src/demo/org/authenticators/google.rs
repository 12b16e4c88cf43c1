//! Google Authenticator: codes from an application that scanned a QR code (RFC 6238).

use serde_json::{Value, json};

use super::passcode::{Passcode, TimeBased, secret, shown};
use super::{About, Authenticator, Exchange, Facts, Role, Verdict};
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;
use crate::demo::org::qr;
use crate::demo::org::stages::Scene;
use crate::demo::org::totp;

#[derive(Debug)]
pub(super) struct Google;

impl Authenticator for Google {
    fn about(&self) -> &'static About {
        &About {
            key: "google_otp",
            id: "autdemogoogle0000005",
            kind: "app",
            display_name: "Google Authenticator",
            methods: &["otp"],
            enrollment_prefix: "uft",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "otp"
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Passcode::new(TimeBased { facts: enrollment.facts.clone() }))
    }

    fn enroll(&self, scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        let login = scene.transaction.login.clone()?;
        Some(Box::new(SetUp::new(&login)))
    }

    fn current_code(&self, facts: &Facts, now: u64) -> Option<String> {
        shown(facts, now)
    }
}

/// A secret that was shown and waits for the first code made with it.
#[derive(Debug)]
struct SetUp {
    picture: String,
    passcode: Passcode<TimeBased>,
}

impl SetUp {
    fn new(login: &str) -> Self {
        let secret = totp::new_secret();
        let picture = qr::data_url(&format!("otpauth://totp/Demo:{login}?secret={secret}&issuer=Demo"));
        Self { picture, passcode: Passcode::new(TimeBased::with_secret(secret)) }
    }
}

impl Exchange for SetUp {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        current["contextualData"] = json!({
            "qrcode": { "method": "embedded", "href": self.picture, "type": "image/png" },
            "sharedSecret": secret(&self.passcode.judge.facts),
        });
        self.passcode.write(role, page, current);
    }

    fn carry_out(&mut self, role: Role, scene: &mut Scene<'_>, form: &str, body: &Value) -> Verdict {
        self.passcode.carry_out(role, scene, form, body)
    }

    fn current_code(&self, now: u64) -> Option<String> {
        self.passcode.current_code(now)
    }
}
