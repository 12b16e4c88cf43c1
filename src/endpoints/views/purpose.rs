//! Steps that deserve words of their own, beyond those of their kind: what to touch, what to read off, what happens.

use serde_json::Value as Json;

use crate::idx::{Authenticator, Document, Form};
use crate::pages::{Brand, Icon, Sentence, Value};

use super::authenticators::{self, Kind, text};
use super::guides;
use super::headings::Words;
use super::words::authenticator;

/// A purpose by names of the catalogue: `NAME-heading`, `NAME-lead` and `NAME-button`.
struct Purpose {
    name: &'static str,
    icon: Option<Icon>,
}

/// The words of a step, where it has some of its own.
pub(super) fn words<'a>(brand: &'a Brand, document: &Document, form: &Form) -> Option<Words<'a>> {
    let authenticator = authenticator(document, form);
    let purpose = purpose(brand, document, form, authenticator)?;
    let name = authenticator.map(|it| authenticators::name(brand, it)).unwrap_or_default();
    let place = place(brand, document, form, authenticator).unwrap_or_else(|| name.clone());
    let values = [("name", Value::Data(&name)), ("place", Value::Data(&place))];
    let part = |part: &str| brand.say_with(&format!("{}-{part}", purpose.name), &values);
    Some(Words {
        brand,
        heading: part("heading"),
        emblem: purpose.icon.map(Into::into),
        lead: lead(brand, &format!("{}-lead", purpose.name), &values),
        submit: part("button"),
    })
}

fn lead(brand: &Brand, message: &str, values: &[(&str, Value<'_>)]) -> Vec<Sentence> {
    vec![brand.sentence(message, values)]
}

fn purpose(brand: &Brand, document: &Document, form: &Form, authenticator: Option<&Authenticator>) -> Option<Purpose> {
    let kind = authenticator.map_or(Kind::Other, Kind::of);
    let key = authenticator.and_then(|it| it.key.as_deref()).unwrap_or_default();
    let of = |name, icon| Some(Purpose { name, icon: Some(icon) });
    let plain = |name| Some(Purpose { name, icon: None });
    match form.name.as_str() {
        "challenge-authenticator" | "enroll-authenticator" if document.has_message("errors.E0000113") => {
            of("purpose-next-code", Icon::Key)
        }
        "challenge-authenticator" => match (kind, key) {
            (_, "yubikey_token") => of("purpose-touch", Icon::Key),
            (Kind::SecurityKey, _) => of("purpose-passkey", Icon::Key),
            // Nothing was sent yet: the document offers to.
            (Kind::Email | Kind::Phone, _) if document.action("send").is_some() => {
                of("purpose-not-sent", kind.icon(None))
            }
            (Kind::Email, _) if has_link(brand, authenticator) => of("purpose-email-or-link", Icon::Mail),
            _ => None,
        },
        "enroll-authenticator-promotion" => of("purpose-passkey-promoted", Icon::Key),
        "enroll-webauthn-residentkey" => of("purpose-passkey-promoted", Icon::Key),
        "enroll-authenticator" => match (kind, key) {
            (_, "yubikey_token") => of("purpose-touch-enroll", Icon::Key),
            (_, "symantec_vip") => of("purpose-two-codes", Icon::Key),
            (Kind::CodeDevice, _) if form.field("credentials.clientData").is_some() => {
                of("purpose-token-enroll", Icon::Key)
            }
            (Kind::SecurityKey, _) => of("purpose-passkey-enroll", Icon::Key),
            (Kind::Proximity, _) => of("purpose-pin-enroll", Icon::Waves),
            (Kind::Phone, _) if authenticator.is_some_and(|it| it.methods == ["voice"]) => {
                of("purpose-call-enroll", Icon::Call)
            }
            (Kind::CodeApp, _) if has_only_a_secret(authenticator) => of("purpose-secret-enroll", Icon::Phone),
            _ => None,
        },
        "enroll-poll" if kind == Kind::Proximity => of("purpose-badge-enroll", Icon::Waves),
        "authenticator-verification-data" if kind == Kind::Verify => match method(form).as_deref() {
            Some("push") => of("purpose-push", Icon::Shield),
            Some("signed_nonce") => of("purpose-fastpass", Icon::Shield),
            _ => None,
        },
        "select-authenticator-authenticate" if document.recovery_authenticator().is_some() => {
            plain("purpose-recovery-choice")
        }
        "select-enrollment-channel" => of("purpose-channel", Icon::Shield),
        "reenroll-custom-password-expiry" => of("purpose-password-elsewhere", Icon::Password),
        "admin-consent" => plain("purpose-admin-consent"),
        "authenticator-enrollment-data" if form.field("authenticator.phoneNumber").is_some() => {
            of("purpose-phone-enroll", Icon::Phone)
        }
        "device-challenge-poll" | "challenge-poll" => match challenge_method(document)? {
            "CUSTOM_URI" | "UNIVERSAL_LINK" | "APP_LINK" => of("purpose-open-app", Icon::Shield),
            "CHROME_DTC" => of("purpose-browser-checks", Icon::Shield),
            _ => of("purpose-look-for-app", Icon::Shield),
        },
        "device-apple-sso-extension" => of("purpose-device-confirms", Icon::Shield),
        "cancel-transaction" => of("purpose-no-answer", Icon::Shield),
        "redirect-idp" if is_being_set_up(document, form) => match kind {
            Kind::SmartCard => of("purpose-card-enroll", Icon::Card),
            Kind::IdentityProvider | Kind::Duo => of("purpose-account-enroll", kind.icon(None)),
            _ => None,
        },
        "piv-idp" => of("purpose-card", Icon::Card),
        "redirect-idp" if kind == Kind::SmartCard => of("purpose-card-factor", Icon::Card),
        "redirect-idp" if form.kind() == Some("X509") => of("purpose-card", Icon::Card),
        "poll" => of("purpose-busy", Icon::Clock),
        "request-activation-email" => of("purpose-activation", Icon::Mail),
        "launch-nfc-authenticator" => of("purpose-badge", Icon::Waves),
        "profile-update" => plain("purpose-profile"),
        _ => None,
    }
}

/// What the sentences of a step call the place something goes to or comes from.
fn place(brand: &Brand, document: &Document, form: &Form, authenticator: Option<&Authenticator>) -> Option<String> {
    if form.name.starts_with("reenroll-custom-password") {
        return text(form.extra("customExpiredPasswordName"));
    }
    if form.name == "admin-consent" {
        return document.app().and_then(|app| app.label.clone());
    }
    authenticator.and_then(|it| authenticators::place(brand, it))
}

fn has_link(brand: &Brand, authenticator: Option<&Authenticator>) -> bool {
    let data = authenticator.and_then(Authenticator::contextual_data);
    let is_on = data.and_then(|data| data.get("useEmailMagicLink")).and_then(Json::as_bool).unwrap_or(false);
    is_on && authenticator.is_some_and(|it| authenticators::place(brand, it).is_some())
}

fn has_only_a_secret(authenticator: Option<&Authenticator>) -> bool {
    let data = authenticator.and_then(Authenticator::contextual_data);
    data.is_some_and(|data| data.get("qrcode").is_none() && data.get("sharedSecret").is_some())
}

/// Whether a service is set up by going there, and not used.
fn is_being_set_up(document: &Document, form: &Form) -> bool {
    form.relation.is_some() && document.remediation("select-authenticator-enroll").is_some()
}

/// The way in which an authenticator is about to be used, where there is no choice about it.
fn method(form: &Form) -> Option<String> {
    use crate::idx::Content;
    match &form.field("authenticator.methodType")?.content {
        Content::Constant(method) => method.as_str().map(str::to_owned),
        Content::Choice { options, .. } => match options.as_slice() {
            [only] => only.value.as_str().map(str::to_owned),
            _ => None,
        },
        _ => None,
    }
}

fn challenge_method(document: &Document) -> Option<&str> {
    guides::challenge(document)?.get("challengeMethod")?.as_str()
}
