//! What a step is called and says: its heading, what the heading leaves open, what its button says.
//!
//! A name that is not here gets the words of the document, or its own made readable.

use crate::idx::{Authenticator, Document, Form};
use crate::pages::{Brand, Emblem, Icon, Sentence, Value, Values};

use super::authenticators::{self, Kind, text};
use super::purpose;
use super::words::{authenticator, readable, shows_codes};

/// What is said about the form that a page is for.
pub(super) struct Words<'a> {
    pub(super) brand: &'a Brand,
    pub(super) heading: String,
    pub(super) emblem: Option<Emblem>,
    pub(super) lead: Vec<Sentence>,
    pub(super) submit: String,
}

impl<'a> Words<'a> {
    /// Words by the names of their messages.
    fn new(brand: &'a Brand, heading: &str, submit: &str) -> Self {
        Self::headed(brand, brand.say(heading), submit)
    }

    /// With an authenticator in the heading.
    fn about(brand: &'a Brand, heading: &str, authenticator: &str, submit: &str) -> Self {
        let values = [("authenticator", Value::Data(authenticator))];
        Self::headed(brand, brand.say_with(heading, &values), submit)
    }

    /// With a heading that is said already.
    fn headed(brand: &'a Brand, heading: String, submit: &str) -> Self {
        Self { brand, heading, emblem: None, lead: Vec::new(), submit: brand.say(submit) }
    }

    fn icon(mut self, icon: Icon) -> Self {
        self.emblem = Some(icon.into());
        self
    }

    /// Praises nothing that cannot be had at this address, and leads on where there is a way on.
    pub(super) fn out_of_reach(&mut self, can_be_left_out: bool) {
        self.lead.clear();
        if can_be_left_out {
            self.heading = self.brand.say("webauthn-elsewhere-heading");
            self.lead.push(self.brand.sentence("webauthn-elsewhere-lead", &[]));
            self.submit = self.brand.say("continue");
        }
    }

    fn say(self, name: &str) -> Self {
        self.say_with(name, &[])
    }

    fn say_with(mut self, name: &str, values: Values<'_>) -> Self {
        self.lead.push(self.brand.sentence(name, values));
        self
    }

    /// One sentence where it is known where the authenticator reaches the person, another where it is not.
    fn say_where(self, authenticator: &Authenticator, to: &str, somewhere: &str) -> Self {
        match authenticators::place(self.brand, authenticator) {
            Some(place) => self.say_with(to, &[("place", Value::Data(&place))]),
            None => self.say(somewhere),
        }
    }
}

/// What is said about the form that a page is for.
pub(super) fn words<'a>(brand: &'a Brand, document: &Document, form: &Form) -> Words<'a> {
    let mut words = purpose::words(brand, document, form).unwrap_or_else(|| usual(brand, document, form));
    if let Some(display) = document.member("uiDisplay") {
        words.heading = text(display.get("label")).unwrap_or(words.heading);
        words.submit = text(display.get("buttonLabel")).unwrap_or(words.submit);
    }
    words
}

/// What is said about forms of its kind.
fn usual<'a>(brand: &'a Brand, document: &Document, form: &Form) -> Words<'a> {
    let authenticator = authenticator(document, form);
    let told = |heading, submit| Words::new(brand, heading, submit);
    match form.name.as_str() {
        "identify" if form.field("credentials.passcode").is_some() => told("sign-in", "sign-in"),
        "identify" | "select-identify" => told("sign-in", "continue"),
        "identify-recovery" => {
            told("reset-password-heading", "continue").say("reset-password-who").icon(Icon::Password)
        }
        "select-authenticator-authenticate" | "select-factor" => {
            told("verify-heading", "continue").say("verify-choose")
        }
        "select-authenticator-enroll" => {
            let set_up = told("set-up-heading", "continue");
            match document.remediation("skip") {
                Some(_) => set_up.say("set-up-another"),
                None => set_up.say("set-up-first"),
            }
        }
        "select-enrollment-channel" => told("set-up-differently-heading", "continue").icon(Icon::Shield),
        "device-apple-sso-extension" => told("okta-verify-heading", "continue").icon(Icon::Shield),
        "select-enroll-profile" => told("sign-up-heading", "continue"),
        "unlock-account" => told("unlock-account-heading", "continue").icon(Icon::Unlock),
        "unnamed" => told("continue-signing-in-heading", "continue"),
        "select-authenticator-unlock-account" => {
            told("unlock-account-heading", "continue").icon(Icon::Unlock).say("unlock-account-who")
        }
        "challenge-authenticator" | "challenge-factor" => challenge(brand, authenticator),
        "challenge-poll" => waiting(brand, document, authenticator),
        "device-challenge-poll" => {
            told("okta-verify-heading", "continue").icon(Icon::Shield).say("okta-verify-looking")
        }
        "authenticator-verification-data" => verification_data(brand, authenticator),
        "authenticator-enrollment-data" => enrollment_data(brand, authenticator),
        "enrollment-channel-data" => {
            told("set-up-okta-verify-heading", "send-link").icon(Icon::Shield).say("set-up-okta-verify-where")
        }
        "enroll-authenticator" | "enroll-poll" | "enroll-authenticator-promotion" => {
            enroll(brand, document, authenticator)
        }
        "enroll-profile" => told("sign-up-heading", "sign-up"),
        "profile-update" => told("profile-heading", "continue"),
        "reset-authenticator" if authenticator.is_some_and(|it| shows_codes(Kind::of(it))) => {
            enroll(brand, document, authenticator)
        }
        "reset-authenticator" => told("new-password-heading", "set-password").icon(Icon::Password),
        "reenroll-authenticator" | "reenroll-custom-password-expiry" => {
            told("change-password-heading", "set-password").icon(Icon::Password).say("password-has-run-out")
        }
        "reenroll-authenticator-warning" | "reenroll-custom-password-expiry-warning" => {
            days_left(told("change-password-heading", "set-password").icon(Icon::Password), authenticator)
        }
        "redirect-idp" | "piv-idp" => redirect(brand, authenticator),
        "redirect-idverify" => {
            told("verify-identity-heading", "continue").icon(Icon::Card).say("verify-identity-by-service")
        }
        "launch-authenticator" => told("okta-verify-heading", "open-okta-verify").icon(Icon::Shield),
        "resend" => told("check-phone-heading", "send-again").icon(Icon::Shield),
        "consent" | "granular-consent" | "admin-consent" => {
            let words = told("consent-heading", "consent-allow");
            match document.app().and_then(|app| app.label.clone()) {
                Some(app) => words.say_with("consent-asked-by", &[("application", Value::Data(&app))]),
                None => words.say("consent-asked"),
            }
        }
        "email-challenge-consent" => {
            told("email-consent-heading", "email-consent-allow").icon(Icon::Mail).say("email-consent-if-not")
        }
        "keep-me-signed-in" => told("stay-signed-in-heading", "stay-signed-in").say("stay-signed-in-where"),
        "user-code" => told("connect-device-heading", "continue").say("connect-device-code"),
        "request-activation-email" => told("activation-email-heading", "send-the-email").icon(Icon::Mail),
        "device-assurance-grace-period" => told("device-attention-heading", "continue-for-now"),
        "skip" => told("skip-heading", "continue"),
        "poll" => told("wait-heading", "check-again").icon(Icon::Clock),
        "cancel-transaction" => told("way-sign-in-differently", "continue"),
        // Forms of one name are numbered by some.
        name if name.starts_with("redirect-") => redirect(brand, authenticator),
        _ => unknown(brand, form),
    }
}

pub(super) fn unknown<'a>(brand: &'a Brand, form: &Form) -> Words<'a> {
    let heading = form.label.clone().filter(|label| !label.trim().is_empty());
    let heading = heading.unwrap_or_else(|| readable(brand, &form.name));
    Words::headed(brand, heading, "continue")
}

fn challenge<'a>(brand: &'a Brand, authenticator: Option<&Authenticator>) -> Words<'a> {
    let told = |heading| Words::new(brand, heading, "verify");
    let Some(authenticator) = authenticator else { return told("verify-heading") };
    let kind = Kind::of(authenticator);
    let name = authenticators::name(brand, authenticator);
    let named = [("authenticator", Value::Data(&name))];
    let method = authenticator.methods.first().map(String::as_str);
    match kind {
        Kind::Password => Words::new(brand, "password-heading", "continue"),
        Kind::Email => code_in_email(brand, authenticator),
        Kind::Phone if method == Some("voice") => {
            told("call-heading").icon(Icon::Call).say_where(authenticator, "calling-to", "calling")
        }
        Kind::Phone => told("check-phone-heading").icon(Icon::Message).say_where(
            authenticator,
            "text-message-sent-to",
            "text-message-sent",
        ),
        Kind::Verify | Kind::CodeApp => {
            told("code-heading").icon(kind.icon(None)).say_with("code-shown-by-app", &named)
        }
        Kind::CodeDevice => told("code-heading").icon(Icon::Key).say_with("code-from-device", &named),
        Kind::AccessCode => told("access-code-heading").icon(Icon::Ticket).say("access-code-from"),
        Kind::Question => told("security-question-heading").icon(Icon::Question),
        Kind::Proximity => told("pin-heading").icon(Icon::Waves),
        Kind::SecurityKey | Kind::Duo | Kind::IdentityProvider | Kind::SmartCard | Kind::Other => {
            Words::about(brand, "verify-with-heading", &name, "verify").icon(kind.icon(None))
        }
    }
}

fn code_in_email<'a>(brand: &'a Brand, authenticator: &Authenticator) -> Words<'a> {
    let words = Words::new(brand, "check-email-heading", "verify").icon(Icon::Mail);
    words.say_where(authenticator, "email-code-sent-to", "email-code-sent")
}

fn waiting<'a>(brand: &'a Brand, document: &Document, authenticator: Option<&Authenticator>) -> Words<'a> {
    let name = authenticator
        .map_or_else(|| Kind::Verify.name(brand), |authenticator| authenticators::name(brand, authenticator));
    let named = [("authenticator", Value::Data(&name))];
    let words = Words::new(brand, "check-phone-heading", "continue").icon(Icon::Shield);
    let data = authenticator.and_then(Authenticator::contextual_data);
    let number = data.and_then(|data| data.get("correctAnswer")).is_some();
    let on_device =
        data.and_then(|data| data.get("challenge")).is_some() || document.member("authenticatorChallenge").is_some();
    if number {
        words.say_with("push-choose-number", &named)
    } else if on_device {
        Words::about(brand, "verify-with-heading", &name, "continue").icon(Icon::Shield)
    } else {
        words.say_with("push-approve", &named)
    }
}

fn verification_data<'a>(brand: &'a Brand, authenticator: Option<&Authenticator>) -> Words<'a> {
    let Some(authenticator) = authenticator else { return Words::new(brand, "verify-heading", "continue") };
    let kind = Kind::of(authenticator);
    match kind {
        Kind::Email => Words::new(brand, "code-by-email-heading", "send-email").icon(Icon::Mail).say_where(
            authenticator,
            "code-by-email-to",
            "code-by-email",
        ),
        Kind::Phone => Words::new(brand, "code-by-phone-heading", "send-code").icon(Icon::Phone).say_where(
            authenticator,
            "code-by-phone-to",
            "code-by-phone",
        ),
        _ => {
            let name = authenticators::name(brand, authenticator);
            Words::about(brand, "verify-with-heading", &name, "continue").icon(kind.icon(None))
        }
    }
}

fn enrollment_data<'a>(brand: &'a Brand, authenticator: Option<&Authenticator>) -> Words<'a> {
    let Some(authenticator) = authenticator else { return Words::new(brand, "set-up-it-heading", "continue") };
    match Kind::of(authenticator) {
        Kind::Phone => {
            Words::new(brand, "set-up-phone-heading", "send-code").icon(Icon::Phone).say("set-up-phone-check")
        }
        kind => {
            let name = authenticators::name(brand, authenticator);
            Words::about(brand, "set-up-with-heading", &name, "continue").icon(kind.icon(None))
        }
    }
}

fn enroll<'a>(brand: &'a Brand, document: &Document, authenticator: Option<&Authenticator>) -> Words<'a> {
    let Some(authenticator) = authenticator else { return Words::new(brand, "set-up-it-heading", "continue") };
    let name = authenticators::name(brand, authenticator);
    let kind = Kind::of(authenticator);
    match kind {
        Kind::Password => Words::new(brand, "choose-password-heading", "set-password").icon(Icon::Password),
        Kind::Email => code_in_email(brand, authenticator),
        Kind::Phone => Words::new(brand, "check-phone-heading", "verify").icon(Icon::Message).say_where(
            authenticator,
            "code-sent-to",
            "code-sent-to-phone",
        ),
        Kind::Question => {
            Words::new(brand, "set-up-question-heading", "continue").icon(Icon::Question).say("set-up-question-answer")
        }
        Kind::CodeApp => Words::about(brand, "set-up-with-heading", &name, "verify")
            .icon(Icon::Phone)
            .say_with("set-up-scan-with", &[("authenticator", Value::Data(&name))]),
        Kind::Verify => {
            let words = Words::about(brand, "set-up-with-heading", &name, "continue").icon(Icon::Shield);
            channel(words, document, authenticator, &name)
        }
        _ => Words::about(brand, "set-up-with-heading", &name, "continue").icon(kind.icon(None)),
    }
}

fn channel<'a>(words: Words<'a>, document: &Document, authenticator: &Authenticator, name: &str) -> Words<'a> {
    let data = authenticator.contextual_data().or_else(|| document.current_authenticator()?.contextual_data());
    let of = |name: &str| data.and_then(|data| text(data.get(name)));
    let named = [("authenticator", Value::Data(name))];
    match of("selectedChannel").as_deref() {
        Some("email") => match of("email") {
            Some(place) => words.say_with("link-sent-to", &[("place", Value::Data(&place))]),
            None => words.say("link-sent-by-email"),
        },
        Some("sms") => match of("phoneNumber") {
            Some(place) => words.say_with("link-sent-to", &[("place", Value::Data(&place))]),
            None => words.say("link-sent-by-text-message"),
        },
        Some("samedevice") => words.say_with("set-up-on-this-device", &named),
        Some("devicebootstrap") => words.say_with("set-up-from-other-device", &named),
        _ => words.say_with("set-up-install-and-scan", &named),
    }
}

fn days_left<'a>(words: Words<'a>, authenticator: Option<&Authenticator>) -> Words<'a> {
    let settings = authenticator.and_then(Authenticator::settings);
    match settings.and_then(|settings| settings.get("daysToExpiry")?.as_u64()) {
        Some(days) => words.say_with("password-runs-out", &[("days", Value::Number(days))]),
        None => words.say("password-runs-out-soon"),
    }
}

fn redirect<'a>(brand: &'a Brand, authenticator: Option<&Authenticator>) -> Words<'a> {
    match authenticator {
        Some(authenticator)
            if matches!(Kind::of(authenticator), Kind::IdentityProvider | Kind::SmartCard | Kind::Duo) =>
        {
            let name = authenticators::name(brand, authenticator);
            Words::about(brand, "verify-with-heading", &name, "continue")
                .icon(Kind::of(authenticator).icon(None))
                .say("redirect-and-back")
        }
        _ => Words::new(brand, "sign-in", "continue"),
    }
}
