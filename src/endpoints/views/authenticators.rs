//! How authenticators look: a picture, a name, where they reach the person.

use serde_json::Value;

use crate::idx::Authenticator;
use crate::pages::{Brand, Icon, Value as Word};

/// What an authenticator is to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Password,
    Email,
    Phone,
    /// Okta's own application, or one of the org built on it.
    Verify,
    /// An application that shows codes.
    CodeApp,
    /// A thing that shows or types codes.
    CodeDevice,
    SecurityKey,
    Question,
    Duo,
    IdentityProvider,
    SmartCard,
    AccessCode,
    Proximity,
    Other,
}

impl Kind {
    /// By its key, else (in old documents) by its kind and method.
    pub(super) fn of(authenticator: &Authenticator) -> Self {
        let key = authenticator.key.as_deref().unwrap_or_default();
        match key {
            "okta_password" => Self::Password,
            "okta_email" => Self::Email,
            "phone_number" => Self::Phone,
            "okta_verify" | "custom_app" | "custom_push" => Self::Verify,
            "google_otp" => Self::CodeApp,
            "rsa_token" | "onprem_mfa" | "symantec_vip" | "yubikey_token" | "custom_otp" => Self::CodeDevice,
            "webauthn" => Self::SecurityKey,
            "security_question" => Self::Question,
            "duo" => Self::Duo,
            "external_idp" => Self::IdentityProvider,
            "smart_card_idp" => Self::SmartCard,
            "tac" => Self::AccessCode,
            "nfc_pin" => Self::Proximity,
            _ => Self::of_type(authenticator),
        }
    }

    fn of_type(authenticator: &Authenticator) -> Self {
        let method = authenticator.methods.first().map_or("", String::as_str);
        match (authenticator.kind.as_deref().unwrap_or_default(), method) {
            ("password", _) => Self::Password,
            ("email", _) => Self::Email,
            ("phone", _) => Self::Phone,
            ("app", "push" | "signed_nonce") => Self::Verify,
            ("app", _) => Self::CodeApp,
            ("security_question", _) => Self::Question,
            ("security_key", "webauthn") => Self::SecurityKey,
            ("security_key", _) => Self::CodeDevice,
            ("federated", "cert") => Self::SmartCard,
            ("federated", _) => Self::IdentityProvider,
            _ => Self::Other,
        }
    }

    /// Its picture, which for a telephone depends on how it is used.
    pub(super) fn icon(self, method: Option<&str>) -> Icon {
        match (self, method) {
            (Self::Password, _) => Icon::Password,
            (Self::Email, _) => Icon::Mail,
            (Self::Phone, Some("sms")) => Icon::Message,
            (Self::Phone, Some("voice")) => Icon::Call,
            (Self::Phone | Self::CodeApp, _) => Icon::Phone,
            (Self::Verify | Self::Duo, _) => Icon::Shield,
            (Self::CodeDevice | Self::SecurityKey, _) => Icon::Key,
            (Self::Question, _) => Icon::Question,
            (Self::IdentityProvider, _) => Icon::Building,
            (Self::SmartCard, _) => Icon::Card,
            (Self::AccessCode, _) => Icon::Ticket,
            (Self::Proximity, _) => Icon::Waves,
            (Self::Other, _) => Icon::Lock,
        }
    }

    /// What it is called where the org does not say.
    pub(super) fn name(self, brand: &Brand) -> String {
        let say = |name| brand.say(name);
        match self {
            Self::Password => say("authenticator-password"),
            Self::Email => say("authenticator-email"),
            Self::Phone => say("authenticator-phone"),
            Self::Verify => say("authenticator-okta-verify"),
            Self::CodeApp => say("authenticator-code-app"),
            Self::CodeDevice => say("authenticator-code-device"),
            Self::SecurityKey => say("authenticator-security-key"),
            Self::Question => say("authenticator-security-question"),
            Self::Duo => say("authenticator-duo"),
            Self::IdentityProvider => say("authenticator-identity-provider"),
            Self::SmartCard => say("authenticator-smart-card"),
            Self::AccessCode => say("authenticator-access-code"),
            Self::Proximity => say("authenticator-badge"),
            Self::Other => say("authenticator-other"),
        }
    }
}

/// What the org calls an authenticator, else what we do.
pub(super) fn name(brand: &Brand, authenticator: &Authenticator) -> String {
    let own = authenticator.display_name.clone().filter(|name| !name.trim().is_empty());
    own.unwrap_or_else(|| Kind::of(authenticator).name(brand))
}

/// Addresses, numbers and names of devices are shorter.
const LONGEST_PLACE: usize = 512;

/// Where it reaches the person: a masked address or number, or what they called it.
pub(super) fn place(brand: &Brand, authenticator: &Authenticator) -> Option<String> {
    // Said once for each thing that relates to it, so what is no address and no number is not said at all.
    let profile = |name: &str| text(authenticator.profile()?.get(name)).filter(|place| place.len() <= LONGEST_PLACE);
    let where_to = match Kind::of(authenticator) {
        Kind::Email => profile("email"),
        // A number stays on one line.
        Kind::Phone => profile("phoneNumber").map(|number| number.replace(' ', "\u{a0}")),
        _ => profile("deviceName").or_else(|| profile("displayName")),
    };
    match (where_to, &authenticator.nickname) {
        (Some(place), Some(nickname)) => {
            let values = [("nickname", Word::Text(nickname)), ("place", Word::Text(&place))];
            Some(brand.say_with("nickname-and-place", &values))
        }
        (place, nickname) => place.or_else(|| nickname.clone()),
    }
}

/// A way of using an authenticator, in words that stand for the authenticator itself.
pub(super) fn method_name(brand: &Brand, kind: Kind, method: &str) -> Option<String> {
    Some(match (kind, method) {
        (Kind::Phone, "sms") => brand.say("method-text-message"),
        (Kind::Phone, "voice") => brand.say("method-phone-call"),
        _ => return None,
    })
}

/// A way of using an authenticator, as what happens then.
pub(super) fn method_detail(brand: &Brand, method: &str) -> Option<String> {
    let say = |name| brand.say(name);
    Some(match method {
        "push" => say("use-push"),
        "totp" | "otp" => say("use-code"),
        "signed_nonce" => say("use-okta-fastpass"),
        "sms" => say("use-text-message"),
        "voice" => say("use-phone-call"),
        "email" => say("use-email"),
        "qrcode" => say("use-qr-code"),
        "samedevice" => say("use-this-device"),
        "devicebootstrap" => say("use-another-device"),
        _ => return None,
    })
}

/// A string that says something.
pub(super) fn text(value: Option<&Value>) -> Option<String> {
    value?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
