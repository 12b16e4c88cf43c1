//! What fields, ways and links are called, and what is said when something is missing.
//!
//! Second person, present tense, short. Names that are not here get the words of the document, or their own made
//! readable.

use crate::idx::{Authenticator, Document, FaultReason, Field, Form};
use crate::pages::{Brand, Emblem, Icon, Tone, Value};

use super::authenticators::{self, Kind, text};
use super::headings;

/// What a line of text is for, as far as it matters to a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    CurrentPassword,
    NewPassword,
    Code,
    Token,
    Secret,
    Other,
}

/// The authenticator that a form is about.
pub(super) fn authenticator<'d>(document: &'d Document, form: &Form) -> Option<&'d Authenticator> {
    let related = form.relation.as_ref().and_then(|relation| document.related_authenticator(relation));
    related
        .filter(|authenticator| authenticator.key.is_some() || authenticator.kind.is_some())
        .or_else(|| document.current_authenticator())
        .or_else(|| document.recovery_authenticator())
        .or_else(|| document.enrollment_authenticator())
}

/// Whether a form sets something up, and does not ask for what is set up already.
fn sets_up(form: &Form) -> bool {
    let name = form.name.as_str();
    name.contains("enroll") || name.starts_with("reset") || name == "profile-update"
}

/// What a line of text is for.
pub(super) fn asked(document: &Document, form: &Form, field: &Field) -> Asked {
    let kind = authenticator(document, form).map_or(Kind::Other, Kind::of);
    match field.name.as_str() {
        "totp" => Asked::Code,
        "userCode" => Asked::Token,
        "passcode" | "nextPasscode" => match kind {
            _ if form.name.starts_with("identify") => Asked::CurrentPassword,
            _ if form.name == "enroll-profile" => Asked::NewPassword,
            // What is reset is the password, also while the authenticator that allowed it is still the current one.
            _ if form.name.starts_with("re") && !shows_codes(kind) => Asked::NewPassword,
            Kind::Password if sets_up(form) => Asked::NewPassword,
            Kind::Password => Asked::CurrentPassword,
            Kind::Email | Kind::Phone | Kind::CodeApp | Kind::Verify => Asked::Code,
            Kind::AccessCode | Kind::Proximity => Asked::Secret,
            _ => Asked::Token,
        },
        _ if field.secret => Asked::Secret,
        _ => Asked::Other,
    }
}

/// Whether an authenticator is something that shows codes by itself, and so can be reset like a password.
pub(super) fn shows_codes(kind: Kind) -> bool {
    matches!(kind, Kind::CodeApp | Kind::CodeDevice | Kind::Verify)
}

/// What a field is called.
pub(super) fn field_label(brand: &Brand, document: &Document, form: &Form, field: &Field, asked: Asked) -> String {
    let say = |name| brand.say(name);
    let own = || {
        let label = field.label.clone().filter(|label| !label.trim().is_empty());
        label.unwrap_or_else(|| readable(brand, &field.name))
    };
    if field.custom_label {
        return own();
    }
    match (asked, field.name.as_str()) {
        (Asked::CurrentPassword, _) => say("field-password"),
        (Asked::NewPassword, _) if form.name == "enroll-profile" => say("field-password"),
        (Asked::NewPassword, _) => say("field-new-password"),
        (Asked::Code, _) => say("field-code"),
        (Asked::Token, "userCode") => say("field-device-code"),
        (Asked::Token, "nextPasscode") => say("field-next-code"),
        (Asked::Token, "passcode") if kind_is(document, form, "yubikey_token") => say("field-code-of-key"),
        (_, "credentialId") => say("field-credential-id"),
        (_, "clientData") if form.name == "enroll-authenticator" => say("field-user-name"),
        (Asked::Token, "passcode") => say("field-code"),
        (Asked::Secret, "passcode") if form.name.starts_with("enroll") => say("field-new-pin"),
        (Asked::Secret, "passcode") => match authenticator(document, form).map(Kind::of) {
            Some(Kind::Proximity) => say("field-pin"),
            Some(Kind::AccessCode) => say("field-access-code"),
            _ => own(),
        },
        (_, "identifier") if field.label.is_none() => say("field-user-name"),
        (_, "rememberMe") => say("field-remember-me"),
        (_, "revokeSessions") => say("field-revoke-sessions"),
        (_, "methodType" | "channel") => say("field-method"),
        (_, "authenticator") => say("field-authenticator"),
        (_, "phoneNumber") => say("field-phone-number"),
        (_, "credentials") => say("field-which-question"),
        (_, "questionKey") => say("field-question"),
        (_, "answer") => enrolled_question(document).unwrap_or_else(|| say("field-answer")),
        _ => own(),
    }
}

/// What helps to fill a field in.
pub(super) fn field_hint(brand: &Brand, field: &Field) -> Option<String> {
    match field.name.as_str() {
        "phoneNumber" => Some(brand.say("hint-phone-number")),
        _ => field.description.clone(),
    }
}

fn kind_is(document: &Document, form: &Form, key: &str) -> bool {
    authenticator(document, form).is_some_and(|authenticator| authenticator.key.as_deref() == Some(key))
}

fn enrolled_question(document: &Document) -> Option<String> {
    let data = document.current_authenticator()?.contextual_data()?;
    text(data.get("enrolledQuestion")?.get("question"))
}

/// What was wrong with a field, as far as the gateway could see.
pub(super) fn fault(brand: &Brand, field: &Field, asked: Asked, label: &str, reason: FaultReason) -> String {
    let label = [("field", Value::Text(label))];
    match (reason, asked) {
        (FaultReason::Missing, Asked::CurrentPassword) => brand.say("fault-no-password"),
        (FaultReason::Missing, Asked::NewPassword) => brand.say("fault-no-new-password"),
        (FaultReason::Missing, Asked::Code | Asked::Token) => brand.say("fault-no-code"),
        (FaultReason::Missing, _) if field.name == "identifier" => brand.say("server-no-username"),
        (FaultReason::Missing, _) if field.takes_choice() => brand.say_with("fault-no-choice", &label),
        (FaultReason::Missing, _) => brand.say_with("fault-missing", &label),
        (FaultReason::NotOffered, _) => brand.say("fault-not-offered"),
        (FaultReason::NotABoolean, _) => brand.say("fault-not-yes-or-no"),
    }
}

trait TakesChoice {
    fn takes_choice(&self) -> bool;
}

impl TakesChoice for Field {
    fn takes_choice(&self) -> bool {
        use crate::idx::Content;
        matches!(self.content, Content::Choice { .. } | Content::OneOf(_) | Content::Boolean { .. })
    }
}

/// What the way to a form is called that is not what the page is for.
pub(super) fn way(brand: &Brand, document: &Document, form: &Form) -> String {
    let say = |name| brand.say(name);
    let current = document.current_authenticator().map(Kind::of);
    match form.name.as_str() {
        "cancel" => way_out(brand),
        "recover" => match current {
            None | Some(Kind::Password) => say("way-forgot-password"),
            Some(Kind::Proximity) => say("way-forgot-pin"),
            Some(_) => say("way-lost-authenticator"),
        },
        "resend" | "resend-challenge" => match current {
            Some(Kind::Email) => say("way-send-code-again"),
            Some(Kind::Phone) => say("way-new-code"),
            _ => say("send-again"),
        },
        "send" | "send-challenge" if current == Some(Kind::Verify) => say("send-link"),
        "send" | "send-challenge" => say("send-code"),
        "enrollment-channel-data" => say("way-where-to-send"),
        "poll" if current == Some(Kind::Email) => say("way-link-opened"),
        "cancel-polling" | "cancel-polling-transaction" | "cancel-transaction" => say("way-sign-in-differently"),
        "select-authenticator-authenticate" => say("way-other-authenticator"),
        "select-authenticator-enroll" => say("way-set-up-something-else"),
        "select-enrollment-channel" => say("way-other-channel"),
        "select-authenticator-unlock-account" | "unlock-account" => say("way-unlock-account"),
        "select-enroll-profile" | "enroll-profile" => say("sign-up"),
        "select-identify" => say("way-have-account"),
        "identify" => say("way-sign-in-with-username"),
        "launch-authenticator" => say("way-okta-fastpass"),
        "launch-passkeys-authenticator" | "launch-webauthn-authenticator" => say("way-passkey"),
        "enroll-webauthn-residentkey" | "enroll-authenticator-promotion" => say("way-create-passkey"),
        "launch-nfc-authenticator" => say("way-badge"),
        "request-activation-email" => say("way-new-activation-email"),
        "authenticator-verification-data" => say("way-choose-method"),
        "challenge-authenticator" => say("way-enter-code"),
        "skip" | "device-assurance-grace-period" => {
            match document.remediations().first().map(|form| form.name.as_str()) {
                Some(name) if name.ends_with("-warning") => say("way-later"),
                _ => say("way-skip"),
            }
        }
        "piv-idp" => say("sign-in-with-smart-card"),
        _ if form.is_poll() => say("check-now"),
        _ => headings::unknown(brand, form).heading,
    }
}

/// What leaving a sign-in for a new one is called.
pub(super) fn way_out(brand: &Brand) -> String {
    brand.say("start-over")
}

/// What a button says that sends a code or a question in one way.
pub(super) fn send_by(brand: &Brand, method: &str) -> Option<String> {
    Some(match method {
        "sms" => brand.say("send-text-message"),
        "voice" => brand.say("call-me"),
        "email" => brand.say("send-email"),
        "push" => brand.say("send-push"),
        _ => return None,
    })
}

/// The name of the service that a link leads to.
pub(super) fn provider(brand: &Brand, document: &Document, form: &Form) -> Option<String> {
    let related = form.relation.as_ref().and_then(|relation| document.related_authenticator(relation));
    let related = || related.map(|it| authenticators::name(brand, it));
    let provider = form.identity_provider_name().map(str::to_owned).or_else(related);
    let known = match form.kind().unwrap_or_default() {
        "GOOGLE" => Some("Google"),
        "FACEBOOK" => Some("Facebook"),
        "LINKEDIN" => Some("LinkedIn"),
        "MICROSOFT" => Some("Microsoft"),
        "APPLE" => Some("Apple"),
        _ => None,
    };
    provider.filter(|name| !name.trim().is_empty()).or_else(|| known.map(str::to_owned))
}

/// What a link to another service is called.
pub(super) fn link(brand: &Brand, document: &Document, form: &Form) -> String {
    let kind = form.kind().unwrap_or_default();
    if form.name == "piv-idp" || kind == "X509" {
        return brand.say("sign-in-with-smart-card");
    }
    if form.name == "device-apple-sso-extension" {
        let is_first = document.remediations().first().is_some_and(|first| first.id == form.id);
        return brand.say(if is_first { "continue" } else { "purpose-device-confirms-heading" });
    }
    match provider(brand, document, form) {
        Some(name) => brand.say_with("continue-with-provider", &[("provider", Value::Data(&name))]),
        None => form.label.clone().unwrap_or_else(|| brand.say("continue-elsewhere")),
    }
}

/// A name that was made for software, for people: `newAttribute` and `enroll-profile` become words.
pub(super) fn readable(brand: &Brand, name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut previous_is_lower = false;
    for letter in name.chars() {
        if letter == '-' || letter == '_' || letter == '.' || letter.is_whitespace() {
            if !words.is_empty() && !words.ends_with(' ') {
                words.push(' ');
            }
        } else if letter.is_uppercase() && previous_is_lower {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
        previous_is_lower = letter.is_lowercase();
    }
    let words = words.trim();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => brand.say("continue"),
    }
}

/// The tone of an end.
pub(super) const fn emblem(icon: Icon, tone: Tone) -> Emblem {
    Emblem { icon, tone }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_made_for_software_becomes_words() {
        let brand = Brand::new("Field notes", "/.gatehouse");
        let readable = |name| readable(&brand, name);

        assert_eq!(readable("newAttribute"), "New attribute");
        assert_eq!(readable("some-unheard-of_step"), "Some unheard of step");
        assert_eq!(readable("custom3.custom4"), "Custom3 custom4");
        assert_eq!(readable("URL"), "URL");
        assert_eq!(readable("--"), "Continue");
    }
}
