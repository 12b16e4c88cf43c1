//! What fields, ways and links are called, and what is said when something is missing.
//!
//! Second person, present tense, short. Names that are not here get the words of the document, or their own made
//! readable.

use crate::idx::{Authenticator, Document, FaultReason, Field, Form};
use crate::pages::{Emblem, Icon, Tone};

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
pub(super) fn authenticator(document: &Document, form: &Form) -> Option<Authenticator> {
    let related = form.relation.as_ref().and_then(|relation| document.related_authenticator(relation));
    related
        .filter(|authenticator| authenticator.key.is_some() || authenticator.kind.is_some())
        .or_else(|| document.current_authenticator().cloned())
        .or_else(|| document.recovery_authenticator().cloned())
        .or_else(|| document.enrollment_authenticator().cloned())
}

/// Whether a form sets something up, and does not ask for what is set up already.
fn sets_up(form: &Form) -> bool {
    let name = form.name.as_str();
    name.contains("enroll") || name.starts_with("reset") || name == "profile-update"
}

/// What a line of text is for.
pub(super) fn asked(document: &Document, form: &Form, field: &Field) -> Asked {
    let kind = authenticator(document, form).as_ref().map_or(Kind::Other, Kind::of);
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
pub(super) fn field_label(document: &Document, form: &Form, field: &Field, asked: Asked) -> String {
    let own = || field.label.clone().filter(|label| !label.trim().is_empty()).unwrap_or_else(|| readable(&field.name));
    if field.custom_label {
        return own();
    }
    let ours = match (asked, field.name.as_str()) {
        (Asked::CurrentPassword, _) => "Password",
        (Asked::NewPassword, _) if form.name == "enroll-profile" => "Password",
        (Asked::NewPassword, _) => "New password",
        (Asked::Code, _) => "Code",
        (Asked::Token, "userCode") => "Code on your device",
        (Asked::Token, "nextPasscode") => "Next code",
        (Asked::Token, "passcode") if kind_is(document, form, "yubikey_token") => "Code from the key",
        (_, "credentialId") => "Credential ID",
        (_, "clientData") if form.name == "enroll-authenticator" => "User name",
        (Asked::Token, "passcode") => "Code",
        (Asked::Secret, "passcode") if form.name.starts_with("enroll") => "New PIN",
        (Asked::Secret, "passcode") => match authenticator(document, form).as_ref().map(Kind::of) {
            Some(Kind::Proximity) => "PIN",
            Some(Kind::AccessCode) => "Access code",
            _ => return own(),
        },
        (_, "rememberMe") => "Keep me signed in",
        (_, "revokeSessions") => "Sign out everywhere else",
        (_, "methodType" | "channel") => "How should we reach you?",
        (_, "authenticator") => "How do you want to prove it’s you?",
        (_, "phoneNumber") => "Phone number",
        (_, "credentials") => "Which question do you want?",
        (_, "questionKey") => "Question",
        (_, "answer") => return enrolled_question(document).unwrap_or_else(|| "Answer".to_owned()),
        _ => return own(),
    };
    ours.to_owned()
}

/// What helps to fill a field in.
pub(super) fn field_hint(field: &Field, asked: Asked) -> Option<String> {
    match (asked, field.name.as_str()) {
        (_, "phoneNumber") => Some("With the country code, such as +1 415 555 0123".to_owned()),
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
pub(super) fn fault(document: &Document, form: &Form, field: &Field, label: &str, reason: FaultReason) -> String {
    match (reason, asked(document, form, field)) {
        (FaultReason::Missing, Asked::CurrentPassword) => "Enter your password.".to_owned(),
        (FaultReason::Missing, Asked::NewPassword) => "Enter a password.".to_owned(),
        (FaultReason::Missing, Asked::Code | Asked::Token) => "Enter the code.".to_owned(),
        (FaultReason::Missing, _) if field.takes_choice() => format!("Choose an answer: {label}"),
        (FaultReason::Missing, _) => format!("Enter this: {label}."),
        (FaultReason::NotOffered, _) => "Choose one of the answers below.".to_owned(),
        (FaultReason::NotABoolean, _) => "Tick it or leave it empty.".to_owned(),
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
pub(super) fn way(document: &Document, form: &Form) -> String {
    let current = document.current_authenticator().map(Kind::of);
    let ours = match form.name.as_str() {
        "cancel" => way_out(),
        "recover" => match current {
            None | Some(Kind::Password) => "Forgot your password?",
            Some(Kind::Proximity) => "Forgot your PIN?",
            Some(_) => "Lost it?",
        },
        "resend" | "resend-challenge" => match current {
            Some(Kind::Email) => "Send the code again",
            Some(Kind::Phone) => "Get a new code",
            _ => "Send it again",
        },
        "send" | "send-challenge" if current == Some(Kind::Verify) => "Send the link",
        "send" | "send-challenge" => "Send the code",
        "enrollment-channel-data" => "Say where the link goes",
        "poll" if current == Some(Kind::Email) => "I opened the link in the email",
        "cancel-polling" | "cancel-polling-transaction" | "cancel-transaction" => "Sign in another way",
        "select-authenticator-authenticate" => "Use another way",
        "select-authenticator-enroll" => "Set up something else",
        "select-enrollment-channel" => "Set it up another way",
        "select-authenticator-unlock-account" | "unlock-account" => "Unlock your account",
        "select-enroll-profile" | "enroll-profile" => "Sign up",
        "select-identify" => "I already have an account",
        "identify" => "Sign in with your username",
        "launch-authenticator" => "Sign in with Okta FastPass",
        "launch-passkeys-authenticator" | "launch-webauthn-authenticator" => "Sign in with a passkey",
        "enroll-webauthn-residentkey" | "enroll-authenticator-promotion" => "Create a passkey",
        "launch-nfc-authenticator" => "Sign in with your badge",
        "request-activation-email" => "Get a new activation email",
        "authenticator-verification-data" => "Choose how we reach you",
        "challenge-authenticator" => "Enter a code instead",
        "skip" | "device-assurance-grace-period" => {
            match document.remediations().first().map(|form| form.name.as_str()) {
                Some(name) if name.ends_with("-warning") => "Do it later",
                _ => "Skip for now",
            }
        }
        "piv-idp" => "Sign in with a smart card",
        _ if form.is_poll() => "Check now",
        _ => return headings::unknown(form).heading,
    };
    ours.to_owned()
}

/// What leaving a sign-in for a new one is called.
pub(super) const fn way_out() -> &'static str {
    "Start over"
}

/// What a button says that sends a code or a question in one way.
pub(super) fn send_by(method: &str) -> Option<&'static str> {
    Some(match method {
        "sms" => "Send a text message",
        "voice" => "Call me",
        "email" => "Send me an email",
        "push" => "Send a push notification",
        _ => return None,
    })
}

/// The name of the service that a link leads to.
pub(super) fn provider(document: &Document, form: &Form) -> Option<String> {
    let related = form.relation.as_ref().and_then(|relation| document.related_authenticator(relation));
    let provider =
        form.identity_provider_name().map(str::to_owned).or_else(|| related.as_ref().map(authenticators::name));
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
pub(super) fn link(document: &Document, form: &Form) -> String {
    let kind = form.kind().unwrap_or_default();
    if form.name == "piv-idp" || kind == "X509" {
        return "Sign in with a smart card".to_owned();
    }
    if form.name == "device-apple-sso-extension" {
        return "Continue".to_owned();
    }
    match provider(document, form) {
        Some(name) => format!("Continue with {name}"),
        None => form.label.clone().unwrap_or_else(|| "Continue there".to_owned()),
    }
}

/// A name that was made for software, for people: `newAttribute` and `enroll-profile` become words.
pub(super) fn readable(name: &str) -> String {
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
        None => "Continue".to_owned(),
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
        assert_eq!(readable("newAttribute"), "New attribute");
        assert_eq!(readable("some-unheard-of_step"), "Some unheard of step");
        assert_eq!(readable("custom3.custom4"), "Custom3 custom4");
        assert_eq!(readable("URL"), "URL");
        assert_eq!(readable("--"), "Continue");
    }
}
