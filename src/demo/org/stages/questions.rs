//! Questions of the org that have nothing to do with authenticators: one form, one answer.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Outcome, Scene, Stage, Terminal, access_denied};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::policy::Requirement;

/// The mark of a transaction in which the person was asked whether to stay signed in.
const KEEP: &str = "keep me signed in";
/// The mark of a transaction in which a device was connected.
const CONNECTED: &str = "user code";
/// The mark of a transaction in which the request of a mail's link was confirmed.
const CONFIRMED: &str = "e-mail consent";
/// The mark of a transaction in which the warning about a device was put off.
const DEVICE_PUT_OFF: &str = "device assurance";

/// The key of something about the rules for devices.
macro_rules! rules {
    ($what:literal) => {
        concat!("idx.error.code.access_denied.device_assurance.remediation.", $what)
    };
}

/// Whether the person wants to stay signed in, asked once everything else is passed.
#[derive(Debug)]
pub(in crate::demo::org) struct KeepMeSignedIn;

impl Requirement for KeepMeSignedIn {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        (!scene.transaction.has_passed(KEEP)).then(|| Box::new(Staying) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct Staying;

impl Stage for Staying {
    fn write(&self, page: &mut Page<'_>) {
        let field = json!({ "name": "keepMeSignedIn", "type": "boolean", "label": "Stay signed in", "required": true,
            "value": false, "mutable": true });
        page.offer("keep-me-signed-in", "keep-me-signed-in", vec![field]);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        scene.transaction.keep_me_signed_in = body["keepMeSignedIn"] == true;
        scene.transaction.pass(KEEP);
        Outcome::passed()
    }
}

/// The code that a device without a keyboard shows (RFC 8628 §3.3).
#[derive(Debug)]
pub(in crate::demo::org) struct UserCode(pub(in crate::demo::org) &'static str);

impl Requirement for UserCode {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        (!scene.transaction.has_passed(CONNECTED)).then(|| Box::new(Connecting { code: self.0 }) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct Connecting {
    code: &'static str,
}

impl Stage for Connecting {
    fn write(&self, page: &mut Page<'_>) {
        page.offer(
            "user-code",
            "device/activate",
            vec![json!({ "name": "userCode", "label": "Activation Code",
            "required": true })],
        );
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        let typed: String =
            body["userCode"].as_str().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
        if !typed.eq_ignore_ascii_case(self.code) {
            let message = Message::error("idx.invalid.device.code", "Invalid code. Try again.");
            return Outcome::refused_at("userCode", StatusCode::BAD_REQUEST, message);
        }
        scene.transaction.pass(CONNECTED);
        Outcome::passed()
    }
}

/// Whether it was the person who began what a mail's link was opened for.
#[derive(Debug)]
pub(in crate::demo::org) struct EmailChallengeConsent;

impl Requirement for EmailChallengeConsent {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        (!scene.transaction.has_passed(CONFIRMED)).then(|| Box::new(Confirming) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct Confirming;

impl Stage for Confirming {
    fn write(&self, page: &mut Page<'_>) {
        let label = page.client().map_or_else(String::new, |client| client.label.clone());
        let consent = json!({ "name": "consent", "type": "boolean", "required": true, "options": [
            { "label": "Yes, it's me", "value": true }, { "label": "No, it's not me", "value": false },
        ] });
        page.offer_with("email-challenge-consent", "consent", vec![consent], |form| {
            form["requestInfo"] = json!([
                { "name": "browser", "type": "string", "label": "Browser", "value": "Firefox on Linux" },
                { "name": "appName", "type": "string", "label": "App", "value": label },
            ]);
        });
        page.set("intent", json!("CONSENT"));
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        if body["consent"] == true {
            scene.transaction.pass(CONFIRMED);
            return Outcome::passed();
        }
        let text = "Operation cancelled by user.";
        Outcome::to(Terminal::new(StatusCode::OK, Message::info("idx.operation.cancelled.by.user", text)))
    }
}

/// The device breaks a rule: until a date the person is only warned, then nobody gets in with it.
#[derive(Debug)]
pub(in crate::demo::org) struct DeviceAssurance {
    pub(in crate::demo::org) may_put_off: bool,
}

impl Requirement for DeviceAssurance {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let put_off = self.may_put_off && scene.transaction.has_passed(DEVICE_PUT_OFF);
        (!put_off).then(|| Box::new(DeviceBelowStandard { may_put_off: self.may_put_off }) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct DeviceBelowStandard {
    may_put_off: bool,
}

impl Stage for DeviceBelowStandard {
    fn write(&self, page: &mut Page<'_>) {
        if self.may_put_off {
            let text = "Your device doesn't meet the security requirements. Fix the issue by 12/01/2099, 12:00 AM UTC to prevent lockout.";
            let key = "idx.device_assurance.grace_period.warning.title.due_by_date";
            page.say(&Message::warning(key, text));
        } else {
            page.say(&Message::error(rules!("title"), "Your device doesn't meet the security requirements"));
            let text = "To sign in, make the following updates. Then, access the app again.";
            page.say(&Message::error(rules!("explanation_one_rule"), text));
        }
        let update = Message::error(rules!("macos.upgrade_os_version"), "Update to macOS 15.2");
        page.say(&update.with_link("https://support.example/update-macos"));
        let encrypt = Message::error(rules!("macos.device_disk_encrypted"), "Turn on disk encryption");
        page.say(&encrypt.with_link("https://support.example/disk-encryption"));
        let help =
            "For more information, follow the instructions on the help page or contact your administrator for help";
        let help = Message::error(rules!("additional_help_default"), help);
        page.say(&help.with_link("https://support.example/help"));
        if self.may_put_off {
            page.offer("device-assurance-grace-period", "skip", Vec::new());
        }
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, _body: &Value) -> Outcome {
        if form != "device-assurance-grace-period" {
            return access_denied();
        }
        scene.transaction.pass(DEVICE_PUT_OFF);
        Outcome::passed()
    }

    fn status(&self) -> Option<StatusCode> {
        (!self.may_put_off).then_some(StatusCode::FORBIDDEN)
    }
}
