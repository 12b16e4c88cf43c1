//! Okta Verify: a code or a push message on a telephone, set up through one of several channels.

use http::StatusCode;
use serde_json::{Value, json};

use super::fastpass::{FASTPASS, FastPass};
use super::passcode::{Passcode, SECRET, TimeBased, shown};
use super::phone::international;
use super::push::{DEVICE, Push};
use super::{About, Authenticator, Exchange, Facts, OKTA_VERIFY, Role, Signal, Verdict, Waiting, method_options};
use crate::demo::org::forms::fixed;
use crate::demo::org::mailbox::{Channel, Sent};
use crate::demo::org::messages::Message;
use crate::demo::org::page::{Page, REFRESH};
use crate::demo::org::people::Enrollment;
use crate::demo::org::qr;
use crate::demo::org::stages::{Outcome, Scene};
use crate::demo::org::totp;

#[derive(Debug)]
pub(super) struct OktaVerify;

impl Authenticator for OktaVerify {
    fn about(&self) -> &'static About {
        &About {
            key: "okta_verify",
            id: "autdemooktaverify013",
            kind: "app",
            display_name: "Okta Verify",
            methods: &["push", "totp"],
            enrollment_prefix: "opf",
        }
    }

    fn reference(&self, method: &str) -> &'static str {
        match method {
            "totp" => "otp",
            FASTPASS => "hwk",
            _ => "swk",
        }
    }

    fn describe_enrollment(&self, enrollment: &Enrollment, object: &mut Value) {
        object["profile"] = json!({ "deviceName": enrollment.fact(DEVICE) });
        object["deviceKnown"] = true.into();
    }

    fn asks_first(&self) -> bool {
        true
    }

    fn option_fields(&self, enrollment: &Enrollment) -> Vec<Value> {
        let options = method_options(&methods(enrollment));
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "type": "string", "required": false, "options": options }),
        ]
    }

    fn confirm_fields(&self, enrollment: &Enrollment) -> Vec<Value> {
        let options = method_options(&methods(enrollment));
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "type": "string", "required": true, "options": options }),
            json!({ "name": "autoChallenge", "type": "boolean", "required": false, "value": false,
                "label": "Send push automatically" }),
        ]
    }

    fn verify(
        &self,
        scene: &mut Scene<'_>,
        enrollment: &Enrollment,
        method: &str,
        choice: &Value,
    ) -> Box<dyn Exchange> {
        if method == "push" {
            return Box::new(Push::send(scene, enrollment, choice));
        }
        if method == FASTPASS {
            return Box::new(FastPass::ask(scene));
        }
        let codes = TimeBased { facts: enrollment.facts.clone() };
        Box::new(Passcode { field: "totp", label: "Enter code from Okta Verify app", ..Passcode::new(codes) })
    }

    fn enroll_option_fields(&self) -> Vec<Value> {
        vec![fixed("id", self.id()), channel_field()]
    }

    fn enroll(&self, scene: &mut Scene<'_>, choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(SetUp::new(scene, choice["channel"].as_str().unwrap_or(CHANNELS[0]))))
    }

    fn current_code(&self, facts: &Facts, now: u64) -> Option<String> {
        shown(facts, now)
    }
}

/// What that enrolment can do: one on the person's own computer also signs.
fn methods(enrollment: &Enrollment) -> Vec<&'static str> {
    let signs = !enrollment.fact(FASTPASS).is_empty();
    OKTA_VERIFY.methods().iter().copied().chain(signs.then_some(FASTPASS)).collect()
}

const CHANNELS: [&str; 5] = ["qrcode", "email", "sms", "samedevice", "devicebootstrap"];

fn channel_field() -> Value {
    let options = CHANNELS.map(|channel| json!({ "label": channel.to_uppercase(), "value": channel }));
    json!({ "name": "channel", "type": "string", "required": false, "options": options })
}

/// A telephone is being set up.
#[derive(Debug)]
struct SetUp {
    channel: String,
    /// Where the invitation went, for channels that send one.
    sent_to: Option<String>,
    picture: String,
    secret: String,
    scanned: bool,
}

impl SetUp {
    fn new(scene: &Scene<'_>, channel: &str) -> Self {
        let secret = totp::new_secret();
        let login = scene.transaction.login.as_deref().unwrap_or_default();
        let picture = qr::data_url(&format!("oktaverify://email/{login}?t={secret}&f=demo&s={}", scene.state.base_url));
        Self { channel: channel.to_owned(), sent_to: None, picture, secret, scanned: false }
    }

    /// The field for the address of a channel that sends an invitation, while that is not known.
    fn missing_address(&self) -> Option<&'static str> {
        match self.channel.as_str() {
            _ if self.sent_to.is_some() => None,
            "email" => Some("email"),
            "sms" => Some("phoneNumber"),
            _ => None,
        }
    }

    fn send(&mut self, scene: &mut Scene<'_>, address: &str) -> Outcome {
        let address = address.trim();
        let (channel, valid) = match self.channel.as_str() {
            "sms" => (Channel::Sms, international(address).is_some()),
            _ => (
                Channel::Email,
                address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
            ),
        };
        if !valid && channel == Channel::Sms {
            let message = Message::error("api.factors.error.sms.invalid_phone", "Invalid Phone Number.");
            return Outcome::refused_at("phoneNumber", StatusCode::BAD_REQUEST, message);
        }
        if !valid {
            let key = "registration.error.invalidLoginEmail";
            return Outcome::refused_at(
                "email",
                StatusCode::BAD_REQUEST,
                Message::error(key, "Invalid e-mail address."),
            );
        }
        let sent = Sent {
            login: scene.transaction.login.clone().unwrap_or_default(),
            recipient: address.to_owned(),
            channel,
            code: "Set up Okta Verify".to_owned(),
            link: None,
            at: scene.now(),
        };
        scene.state.mailbox.push(sent);
        self.sent_to = Some(address.to_owned());
        Outcome::stay()
    }
}

impl Exchange for SetUp {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        let mut data = json!({ "selectedChannel": self.channel });
        match self.channel.as_str() {
            "qrcode" => {
                data["qrcode"] = json!({ "method": "embedded", "href": self.picture, "type": "image/png" });
            }
            "samedevice" => {
                data["samedevice"] = json!({ "orgUrl": page.state.base_url, "platform": "android",
                    "setupOVUrl": "oktaverify://setup", "downloadHref": "https://store.example/okta-verify" });
            }
            // A device that is enrolled already vouches for another.
            "devicebootstrap" => data["devicebootstrap"] = json!({ "enrolledDevices": ["Computer at home"] }),
            "sms" => data["phoneNumber"] = self.sent_to.clone().into(),
            _ => data["email"] = self.sent_to.clone().into(),
        }
        if let Some(name) = self.missing_address() {
            data = json!({ "selectedChannel": self.channel });
            let label = if name == "email" { "Email" } else { "Phone Number" };
            let field = json!({ "name": name, "label": label, "required": true, "visible": true });
            page.offer("enrollment-channel-data", "challenge/send", vec![field]);
        } else {
            page.offer_poll("enroll-poll", "challenge/poll", role.subject(), Vec::new(), REFRESH);
        }
        if self.sent_to.is_some() {
            current["resend"] = page.form("resend", "challenge/resend", Vec::new());
        }
        current["contextualData"] = data;
        let fields = [fixed("id", OKTA_VERIFY.id()), channel_field()];
        let field = json!({ "name": "authenticator", "type": "object", "label": OKTA_VERIFY.display_name(),
            "value": { "form": { "value": fields } } });
        page.offer("select-enrollment-channel", "credential/enroll", vec![field]);
    }

    fn carry_out(&mut self, _role: Role, scene: &mut Scene<'_>, form: &str, body: &Value) -> Verdict {
        match form {
            "enroll-poll" if self.scanned => {
                let facts = [(SECRET, self.secret.clone()), (DEVICE, "Telephone on the desk".to_owned())];
                Verdict::Passed(facts.into())
            }
            "select-enrollment-channel" => {
                let channel = body["authenticator"]["channel"].as_str().unwrap_or(CHANNELS[0]);
                Verdict::On(Box::new(Self::new(scene, channel)))
            }
            "enrollment-channel-data" => {
                let address = body[self.missing_address().unwrap_or_default()].as_str().unwrap_or_default();
                Verdict::Said(self.send(scene, address))
            }
            "resend" => {
                let address = self.sent_to.clone().unwrap_or_default();
                Verdict::Said(self.send(scene, &address))
            }
            _ => Verdict::Said(Outcome::stay()),
        }
    }

    /// The telephone has read the picture or followed the invitation.
    fn hear(&mut self, signal: Signal) {
        self.scanned |= signal == Signal::Approve && self.missing_address().is_none();
    }

    fn waits(&self) -> Option<Waiting> {
        let ready = !self.scanned && self.missing_address().is_none();
        ready.then(|| Waiting { what: "Set up Okta Verify", wants_number: false, numbers: Vec::new() })
    }
}
