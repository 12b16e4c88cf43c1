//! The authenticators of the org: what each is called, how it describes itself, and the conversations that prove it
//! or set it up.
//!
//! A new one is a file of its own below this module, and a line in the registry here.

mod custom_app;
mod custom_otp;
pub(super) mod duo;
pub(super) mod elsewhere;
mod email;
mod exchange;
pub(super) mod fastpass;
mod google;
pub(super) mod nfc;
mod okta_verify;
pub(super) mod passcode;
mod password;
mod phone;
pub(super) mod push;
pub(super) mod question;
pub(super) mod sent_code;
mod symantec_vip;
pub(super) mod temporary_access_code;
pub(super) mod token;
pub(super) mod webauthn;
pub(super) mod yubikey;

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

pub(super) use self::email::facts as email_facts;
pub(super) use self::exchange::{Exchange, Role, Signal, Verdict, Waiting};
use super::forms::fixed;
use super::people::Enrollment;
use super::stages::Scene;

/// The registry: every authenticator there is.
pub(super) const PASSWORD: &dyn Authenticator = &password::Password;
pub(super) const EMAIL: &dyn Authenticator = &email::Email;
pub(super) const PHONE: &dyn Authenticator = &phone::Phone;
pub(super) const QUESTION: &dyn Authenticator = &question::Question;
pub(super) const OKTA_VERIFY: &dyn Authenticator = &okta_verify::OktaVerify;
pub(super) const CUSTOM_APP: &dyn Authenticator = &custom_app::CustomApp;
pub(super) const WEBAUTHN: &dyn Authenticator = &webauthn::Webauthn;
pub(super) const EXTERNAL_IDP: &dyn Authenticator = &elsewhere::EXTERNAL_IDP;
pub(super) const SMART_CARD: &dyn Authenticator = &elsewhere::SMART_CARD;
pub(super) const DUO: &dyn Authenticator = &duo::Duo;
pub(super) const NFC: &dyn Authenticator = &nfc::Nfc;
pub(super) const GOOGLE: &dyn Authenticator = &google::Google;
pub(super) const CUSTOM_OTP: &dyn Authenticator = &custom_otp::CustomOtp;
pub(super) const TEMPORARY_ACCESS_CODE: &dyn Authenticator = &temporary_access_code::TemporaryAccessCode;
pub(super) const YUBIKEY: &dyn Authenticator = &yubikey::Yubikey;
pub(super) const RSA_TOKEN: &dyn Authenticator = &token::RSA;
pub(super) const ON_PREMISES: &dyn Authenticator = &token::ON_PREMISES;
pub(super) const SYMANTEC_VIP: &dyn Authenticator = &symantec_vip::SymantecVip;

/// What is remembered of an enrolment, by names that its authenticator chooses.
pub(super) type Facts = BTreeMap<&'static str, String>;

/// What never changes about an authenticator.
#[derive(Debug)]
pub(super) struct About {
    pub(super) key: &'static str,
    pub(super) id: &'static str,
    /// `type`, which is coarser than the key.
    pub(super) kind: &'static str,
    pub(super) display_name: &'static str,
    pub(super) methods: &'static [&'static str],
    /// The first three letters of the identifiers of its enrolments.
    pub(super) enrollment_prefix: &'static str,
}

/// A kind of authenticator.
pub(super) trait Authenticator: fmt::Debug + Sync {
    /// What never changes about it.
    fn about(&self) -> &'static About;

    /// `key`, by which clients know the kind.
    fn key(&self) -> &'static str {
        self.about().key
    }

    /// The identifier of the authenticator itself; enrolments of the same kind share it.
    fn id(&self) -> &'static str {
        self.about().id
    }

    /// What people call it.
    fn display_name(&self) -> &'static str {
        self.about().display_name
    }

    /// The types of its methods; the first is the usual one.
    fn methods(&self) -> &'static [&'static str] {
        self.about().methods
    }

    /// What a use of this authenticator adds to `amr` (RFC 8176).
    fn reference(&self, method: &str) -> &'static str;

    /// Adds what is special about it to its object: settings, a logo.
    fn describe(&self, _object: &mut Value) {}

    /// Adds what an enrolment lets be seen of itself: a masked number, a nickname.
    fn describe_enrollment(&self, _enrollment: &Enrollment, _object: &mut Value) {}

    /// Whether the person is asked before anything is sent, where there is nothing else to choose.
    fn asks_first(&self) -> bool {
        false
    }

    /// The children of its option in a choice for verification.
    fn option_fields(&self, _enrollment: &Enrollment) -> Vec<Value> {
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "required": false, "value": self.methods()[0], "mutable": false }),
        ]
    }

    /// The children of `authenticator` where the person confirms how to be reached.
    fn confirm_fields(&self, _enrollment: &Enrollment) -> Vec<Value> {
        let options = method_options(self.methods());
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "type": "string", "required": true, "options": options }),
        ]
    }

    /// Begins a verification; `choice` is the checked object that chose it, with whatever its fields named.
    fn verify(&self, scene: &mut Scene<'_>, enrollment: &Enrollment, method: &str, choice: &Value)
    -> Box<dyn Exchange>;

    /// The children of its option in a choice for enrolment.
    fn enroll_option_fields(&self) -> Vec<Value> {
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "required": false, "value": self.methods()[0], "mutable": false }),
        ]
    }

    /// Begins an enrolment; nothing where only an administrator can enrol somebody.
    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        None
    }

    /// The code that a device with this enrolment shows now.
    fn current_code(&self, _facts: &Facts, _now: u64) -> Option<String> {
        None
    }
}

/// Whether both are the same kind.
pub(super) fn same(one: &dyn Authenticator, other: &dyn Authenticator) -> bool {
    one.key() == other.key()
}

/// An authenticator as documents show it.
pub(super) fn object(authenticator: &dyn Authenticator) -> Value {
    let methods: Vec<Value> = authenticator.methods().iter().map(|method| json!({ "type": method })).collect();
    let mut object = json!({
        "type": authenticator.about().kind, "key": authenticator.key(), "id": authenticator.id(),
        "displayName": authenticator.display_name(), "methods": methods, "allowedFor": "any",
    });
    authenticator.describe(&mut object);
    object
}

/// An enrolment as documents show it, with what it says about the person masked.
pub(super) fn enrollment_object(enrollment: &Enrollment) -> Value {
    let mut object = object(enrollment.authenticator);
    object["id"] = enrollment.id.clone().into();
    object["authenticatorId"] = enrollment.authenticator.id().into();
    enrollment.authenticator.describe_enrollment(enrollment, &mut object);
    object
}

/// The methods as options of a field.
pub(super) fn method_options(methods: &[&str]) -> Vec<Value> {
    methods.iter().map(|method| json!({ "label": method_label(method), "value": method })).collect()
}

fn method_label(method: &str) -> &str {
    match method {
        "sms" => "SMS",
        "voice" => "Voice call",
        "email" => "Email",
        "push" => "Get a push notification",
        "totp" => "Enter a code",
        "signed_nonce" => "Use Okta FastPass",
        other => other,
    }
}
