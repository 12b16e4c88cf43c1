//! What a step is called and says: its heading, what the heading leaves open, what its button says.
//!
//! A name that is not here gets the words of the document, or its own made readable.

use crate::idx::{Authenticator, Document, Form};
use crate::pages::{Brand, Emblem, Icon, Sentence};

use super::authenticators::{self, Kind, text};
use super::purpose;
use super::words::{authenticator, readable, shows_codes};

/// What is said about the form that a page is for.
pub(super) struct Words {
    pub(super) heading: String,
    pub(super) emblem: Option<Emblem>,
    pub(super) lead: Vec<Sentence>,
    pub(super) submit: String,
}

impl Words {
    fn new(heading: impl Into<String>, submit: impl Into<String>) -> Self {
        Self { heading: heading.into(), emblem: None, lead: Vec::new(), submit: submit.into() }
    }

    fn icon(mut self, icon: Icon) -> Self {
        self.emblem = Some(icon.into());
        self
    }

    fn say(mut self, sentence: impl Into<Sentence>) -> Self {
        self.lead.push(sentence.into());
        self
    }
}

/// What is said about the form that a page is for.
pub(super) fn words(brand: &Brand, document: &Document, form: &Form) -> Words {
    let mut words = purpose::words(brand, document, form).unwrap_or_else(|| usual(document, form));
    if let Some(display) = document.member("uiDisplay") {
        words.heading = text(display.get("label")).unwrap_or(words.heading);
        words.submit = text(display.get("buttonLabel")).unwrap_or(words.submit);
    }
    words
}

/// What is said about forms of its kind.
fn usual(document: &Document, form: &Form) -> Words {
    let authenticator = authenticator(document, form);
    let authenticator = authenticator.as_ref();
    match form.name.as_str() {
        "identify" if form.field("credentials.passcode").is_some() => Words::new("Sign in", "Sign in"),
        "identify" | "select-identify" => Words::new("Sign in", "Continue"),
        "identify-recovery" => {
            Words::new("Reset your password", "Continue").say("First tell us who you are.").icon(Icon::Password)
        }
        "select-authenticator-authenticate" => {
            Words::new("Verify it’s you", "Continue").say("Choose how to prove it’s you.")
        }
        "select-authenticator-enroll" => {
            let set_up = Words::new("Set up how you sign in", "Continue");
            if document.remediation("skip").is_some() {
                set_up.say("Add another way to prove it’s you, or leave it for later.")
            } else {
                set_up.say("Choose what to set up first.")
            }
        }
        "select-enrollment-channel" => Words::new("Set it up another way", "Continue").icon(Icon::Shield),
        "device-apple-sso-extension" => Words::new("Verify with Okta Verify", "Continue").icon(Icon::Shield),
        "select-enroll-profile" => Words::new("Create your account", "Continue"),
        "unlock-account" => Words::new("Unlock your account", "Continue").icon(Icon::Unlock),
        "unnamed" => Words::new("Continue signing in", "Continue"),
        "select-authenticator-unlock-account" => Words::new("Unlock your account", "Continue")
            .icon(Icon::Unlock)
            .say("Tell us who you are and how to check it."),
        "challenge-authenticator" | "challenge-factor" => challenge(authenticator),
        "challenge-poll" => waiting(document, authenticator),
        "device-challenge-poll" => Words::new("Verify with Okta Verify", "Continue")
            .icon(Icon::Shield)
            .say("We are looking for it on this device."),
        "authenticator-verification-data" => verification_data(authenticator),
        "authenticator-enrollment-data" => enrollment_data(authenticator),
        "enrollment-channel-data" => {
            Words::new("Set up Okta Verify", "Send the link").icon(Icon::Shield).say("Where should we send the link?")
        }
        "enroll-authenticator" | "enroll-poll" | "enroll-authenticator-promotion" => enroll(document, authenticator),
        "enroll-profile" => Words::new("Create your account", "Sign up"),
        "profile-update" => Words::new("Complete your profile", "Continue"),
        "reset-authenticator" if authenticator.is_some_and(|it| shows_codes(Kind::of(it))) => {
            enroll(document, authenticator)
        }
        "reset-authenticator" => Words::new("Choose a new password", "Set password").icon(Icon::Password),
        "reenroll-authenticator" | "reenroll-custom-password-expiry" => {
            Words::new("Change your password", "Set password").icon(Icon::Password).say("Your password has run out.")
        }
        "reenroll-authenticator-warning" | "reenroll-custom-password-expiry-warning" => {
            Words::new("Change your password", "Set password").icon(Icon::Password).say(days_left(authenticator))
        }
        "redirect-idp" | "piv-idp" => redirect(authenticator),
        "redirect-idverify" => Words::new("Verify your identity", "Continue")
            .icon(Icon::Card)
            .say("A service that your organization trusts checks who you are, and brings you back here."),
        "launch-authenticator" => Words::new("Verify with Okta Verify", "Open Okta Verify").icon(Icon::Shield),
        "resend" => Words::new("Check your phone", "Send it again").icon(Icon::Shield),
        "consent" | "granular-consent" | "admin-consent" => {
            let app = document.app().and_then(|app| app.label.clone()).unwrap_or_else(|| "This application".to_owned());
            Words::new("Give access to your account?", "Allow access")
                .say(Sentence::default().data(app).text(" would like to:"))
        }
        "email-challenge-consent" => Words::new("Did you just try to sign in?", "Yes, it was me")
            .icon(Icon::Mail)
            .say("If it wasn’t you, say no: nobody gets in."),
        "keep-me-signed-in" => {
            Words::new("Stay signed in?", "Stay signed in").say("On a device that only you use, this saves time.")
        }
        "user-code" => Words::new("Connect your device", "Continue").say("Type the code that your device shows."),
        "request-activation-email" => Words::new("Get a new activation email", "Send the email").icon(Icon::Mail),
        "device-assurance-grace-period" => Words::new("Your device needs attention", "Continue for now"),
        "skip" => Words::new("You can do this later", "Continue"),
        "poll" => Words::new("Wait a moment", "Check again").icon(Icon::Clock),
        "cancel-transaction" => Words::new("Sign in another way", "Continue"),
        _ => unknown(form),
    }
}

pub(super) fn unknown(form: &Form) -> Words {
    let heading = form.label.clone().filter(|label| !label.trim().is_empty());
    Words::new(heading.unwrap_or_else(|| readable(&form.name)), "Continue")
}

fn challenge(authenticator: Option<&Authenticator>) -> Words {
    let Some(authenticator) = authenticator else { return Words::new("Verify it’s you", "Verify") };
    let kind = Kind::of(authenticator);
    let name = authenticators::name(authenticator);
    let method = authenticator.methods.first().map(String::as_str);
    match kind {
        Kind::Password => Words::new("Enter your password", "Continue"),
        Kind::Email => Words::new("Check your email", "Verify")
            .icon(Icon::Mail)
            .say(sent("We sent a code to ", authenticator, "We sent you a code.").text(" It can take a minute.")),
        Kind::Phone if method == Some("voice") => Words::new("Answer your phone", "Verify")
            .icon(Icon::Call)
            .say(sent("We are calling ", authenticator, "We are calling you.").text(" Type the code you hear.")),
        Kind::Phone => Words::new("Check your phone", "Verify").icon(Icon::Message).say(sent(
            "We sent a text message with a code to ",
            authenticator,
            "We sent you a text message with a code.",
        )),
        Kind::Verify | Kind::CodeApp => Words::new("Enter your code", "Verify")
            .icon(kind.icon(None))
            .say(Sentence::new("Open ").data(name).text(" and type the code it shows.")),
        Kind::CodeDevice => Words::new("Enter your code", "Verify")
            .icon(Icon::Key)
            .say(Sentence::new("Type the code from ").data(name).text(".")),
        Kind::AccessCode => {
            Words::new("Enter your access code", "Verify").icon(Icon::Ticket).say("Your administrator gave it to you.")
        }
        Kind::Question => Words::new("Answer your security question", "Verify").icon(Icon::Question),
        Kind::Proximity => Words::new("Enter your PIN", "Verify").icon(Icon::Waves),
        Kind::SecurityKey | Kind::Duo | Kind::IdentityProvider | Kind::SmartCard | Kind::Other => {
            Words::new(format!("Verify with {name}"), "Verify").icon(kind.icon(None))
        }
    }
}

/// “We sent … to **place**.”, or a whole sentence where the place is not known.
fn sent(before: &str, authenticator: &Authenticator, otherwise: &str) -> Sentence {
    match authenticators::place(authenticator) {
        Some(place) => Sentence::new(before).data(place).text("."),
        None => Sentence::new(otherwise),
    }
}

fn waiting(document: &Document, authenticator: Option<&Authenticator>) -> Words {
    let name = authenticator.map_or_else(|| Kind::Verify.name().to_owned(), authenticators::name);
    let words = Words::new("Check your phone", "Continue").icon(Icon::Shield);
    let data = authenticator.and_then(Authenticator::contextual_data);
    let number = data.and_then(|data| data.get("correctAnswer")).is_some();
    let on_device =
        data.and_then(|data| data.get("challenge")).is_some() || document.member("authenticatorChallenge").is_some();
    if number {
        words.say(Sentence::new("Open ").data(name).text(" and choose this number to approve the sign-in."))
    } else if on_device {
        Words::new(format!("Verify with {name}"), "Continue").icon(Icon::Shield)
    } else {
        words.say(Sentence::new("Approve the sign-in in ").data(name).text("."))
    }
}

fn verification_data(authenticator: Option<&Authenticator>) -> Words {
    let Some(authenticator) = authenticator else { return Words::new("Verify it’s you", "Continue") };
    let kind = Kind::of(authenticator);
    match kind {
        Kind::Email => Words::new("Get a code by email", "Send me an email").icon(Icon::Mail).say(sent(
            "We will send it to ",
            authenticator,
            "We will send it to your address.",
        )),
        Kind::Phone => Words::new("Get a code by phone", "Send the code").icon(Icon::Phone).say(sent(
            "It goes to ",
            authenticator,
            "It goes to your phone.",
        )),
        _ => {
            Words::new(format!("Verify with {}", authenticators::name(authenticator)), "Continue").icon(kind.icon(None))
        }
    }
}

fn enrollment_data(authenticator: Option<&Authenticator>) -> Words {
    let Some(authenticator) = authenticator else { return Words::new("Set it up", "Continue") };
    match Kind::of(authenticator) {
        Kind::Phone => Words::new("Set up your phone", "Send the code")
            .icon(Icon::Phone)
            .say("We will send a code to check that it reaches you."),
        kind => Words::new(format!("Set up {}", authenticators::name(authenticator)), "Continue").icon(kind.icon(None)),
    }
}

fn enroll(document: &Document, authenticator: Option<&Authenticator>) -> Words {
    let Some(authenticator) = authenticator else { return Words::new("Set it up", "Continue") };
    let name = authenticators::name(authenticator);
    let kind = Kind::of(authenticator);
    match kind {
        Kind::Password => Words::new("Choose a password", "Set password").icon(Icon::Password),
        Kind::Email => Words::new("Check your email", "Verify")
            .icon(Icon::Mail)
            .say(sent("We sent a code to ", authenticator, "We sent you a code.").text(" It can take a minute.")),
        Kind::Phone => Words::new("Check your phone", "Verify").icon(Icon::Message).say(sent(
            "We sent a code to ",
            authenticator,
            "We sent a code to your phone.",
        )),
        Kind::Question => Words::new("Set up a security question", "Continue")
            .icon(Icon::Question)
            .say("Choose an answer that only you know and that doesn’t change."),
        Kind::CodeApp => Words::new(format!("Set up {name}"), "Verify")
            .icon(Icon::Phone)
            .say(Sentence::new("Scan this with ").data(name).text(", then type the code it shows.")),
        Kind::Verify => Words::new(format!("Set up {name}"), "Continue").icon(Icon::Shield).say(channel(
            document,
            authenticator,
            &name,
        )),
        _ => Words::new(format!("Set up {name}"), "Continue").icon(kind.icon(None)),
    }
}

fn channel(document: &Document, authenticator: &Authenticator, name: &str) -> Sentence {
    let data = authenticator.contextual_data().or_else(|| document.current_authenticator()?.contextual_data());
    let of = |name: &str| data.and_then(|data| text(data.get(name)));
    match of("selectedChannel").as_deref() {
        Some("email") => match of("email") {
            Some(place) => Sentence::new("We sent a link to ").data(place).text(". Open it on your phone."),
            None => Sentence::new("We sent you an email with a link. Open it on your phone."),
        },
        Some("sms") => match of("phoneNumber") {
            Some(place) => Sentence::new("We sent a link to ").data(place).text(". Open it on your phone."),
            None => Sentence::new("We sent you a text message with a link. Open it on your phone."),
        },
        Some("samedevice") => Sentence::new("Open ").data(name).text(" on this device and add your account there."),
        Some("devicebootstrap") => {
            Sentence::new("Open ").data(name).text(" on a device where you use it already, and add this one there.")
        }
        _ => Sentence::new("Install ").data(name).text(" on your phone, choose to add an account, and scan this."),
    }
}

fn days_left(authenticator: Option<&Authenticator>) -> Sentence {
    let days =
        authenticator.and_then(Authenticator::settings).and_then(|settings| settings.get("daysToExpiry")?.as_u64());
    let when = match days {
        None => "soon".to_owned(),
        Some(0) => "today".to_owned(),
        Some(1) => "tomorrow".to_owned(),
        Some(days) => format!("in {days} days"),
    };
    Sentence::new(format!("Your password runs out {when}. Change it now, or do it later."))
}

fn redirect(authenticator: Option<&Authenticator>) -> Words {
    match authenticator {
        Some(authenticator)
            if matches!(Kind::of(authenticator), Kind::IdentityProvider | Kind::SmartCard | Kind::Duo) =>
        {
            let name = authenticators::name(authenticator);
            Words::new(format!("Verify with {name}"), "Continue")
                .icon(Kind::of(authenticator).icon(None))
                .say("You go there for a moment and come back here.")
        }
        _ => Words::new("Sign in", "Continue"),
    }
}
