//! What the server says, in our words where they say more.

use crate::idx::{Link as MessageLink, Message, MessageClass, OrgOrigin};
use crate::pages::{Figure, InputKind, Link, ListItem, Notice, Tone};

use super::authenticators::Kind;

/// A message as a sentence; empty when neither it nor we have words.
pub(super) fn sentence(message: &Message, kind: Option<Kind>) -> String {
    let text = known(message, kind).map_or_else(|| plain(&message.text), str::to_owned);
    match text.is_empty() && message.class == MessageClass::Error {
        true => "Something isn’t right. Check what you entered and try again.".to_owned(),
        false => text,
    }
}

/// Our words for a message, where we have any.
pub(super) fn known(message: &Message, kind: Option<Kind>) -> Option<&'static str> {
    message.key.as_deref().and_then(|key| ours(key, kind))
}

/// Which kinds of line a message is about, when it is about what was just typed.
pub(super) fn concerns(message: &Message) -> Option<&'static [InputKind]> {
    use InputKind::{Code, Email, Identifier, Password, Telephone, Text, Token};
    Some(match message.key.as_deref()? {
        "idx.unknown.user" | "error.username.required" => &[Identifier, Email],
        "incorrectPassword" | "error.password.required" | "password.passwordRequirementsNotMet" => &[Password],
        "api.authn.error.PASSCODE_INVALID" => &[Code, Token, Password],
        "authfactor.challenge.soft_token.invalid_passcode" | "authfactor.challenge.soft_token.used_passcode" => {
            &[Code, Token]
        }
        "idx.invalid.device.code" => &[Token, Code],
        "authfactor.challenge.question_factor.answer_invalid" => &[Text, Password],
        "api.factors.error.sms.invalid_phone" => &[Telephone],
        _ => return None,
    })
}

/// Whether somebody has to act on a message, however the server means it.
pub(super) fn is_error(message: &Message) -> bool {
    match message.key.as_deref() {
        Some("idx.unknown.user") => true,
        // The first code was right, however it is put.
        Some("errors.E0000113") => false,
        _ => message.class == MessageClass::Error,
    }
}

/// Whether a message says that the service is being looked after.
pub(super) fn is_of_safe_mode(message: &Message) -> bool {
    message.key.as_deref().is_some_and(|key| key.starts_with("idx.error.server.safe.mode"))
}

/// Whether a message only tells which link was followed or how far one is; it is said quietly.
pub(super) fn notice(message: &Message, kind: Option<Kind>, org: &OrgOrigin) -> Option<Notice> {
    let text = sentence(message, kind);
    let key = message.key.as_deref().unwrap_or_default();
    let succeeded = key.ends_with("success.message") || key == "errors.E0000113";
    let tone = match message.class {
        _ if succeeded => Tone::Success,
        MessageClass::Error => Tone::Danger,
        MessageClass::Warning => Tone::Warning,
        MessageClass::Info => Tone::Calm,
    };
    if text.is_empty() {
        return None;
    }
    let links = links(message, &text, org);
    Some(Notice { tone, texts: vec![text], links })
}

/// The links of a message that may be followed; one without a name of its own is called like the message.
pub(super) fn links(message: &Message, text: &str, org: &OrgOrigin) -> Vec<Link> {
    let checked = |link: &MessageLink| {
        let url = link.url.for_browser(org).ok()?;
        let has_label = !link.label.trim().is_empty() && link.label != link.url.as_sent();
        Some(Link::new(if has_label { plain(&link.label) } else { text.to_owned() }, url))
    };
    message.links.iter().filter_map(checked).collect()
}

/// Whether a message is one line of what to do with the device before it is let in.
pub(super) fn is_device_instruction(message: &Message) -> bool {
    let rest = message.key.as_deref().and_then(|key| {
        let own = key.strip_prefix("idx.error.code.access_denied.device_assurance.remediation.");
        own.or_else(|| key.strip_prefix("device.assurance.custom.remediation."))
    });
    rest.is_some_and(|rest| rest != "title" && !rest.starts_with("explanation"))
}

/// What to do with the device, line by line, one list for each way to do it; lines lead to where they are explained.
pub(super) fn device_instructions<'a>(messages: impl Iterator<Item = &'a Message>, org: &OrgOrigin) -> Vec<Figure> {
    let mut lists: Vec<(String, Vec<ListItem>)> = Vec::new();
    for message in messages.filter(|message| is_device_instruction(message)) {
        let text = sentence(message, None);
        if message.key.as_deref().is_some_and(|key| key.ends_with(".option_index")) {
            lists.push((text, Vec::new()));
            continue;
        }
        if lists.is_empty() || is_general_help(message) {
            lists.push((String::new(), Vec::new()));
        }
        let link = links(message, &text, org).into_iter().next();
        let item = ListItem { href: link.map(|link| link.href), ..text.into() };
        lists.last_mut().expect("one was pushed if there was none").1.push(item);
    }
    lists.into_iter().map(|(title, items)| Figure::List { title, items }).collect()
}

fn is_general_help(message: &Message) -> bool {
    message.key.as_deref().is_some_and(|key| key.contains(".additional_help"))
}

fn ours(key: &str, kind: Option<Kind>) -> Option<&'static str> {
    let is_password = kind == Some(Kind::Password);
    Some(match key {
        "errors.E0000004" => "That didn’t match. Check what you entered and try again.",
        "incorrectPassword" => "That password didn’t match. Check it and try again.",
        "api.authn.error.PASSCODE_INVALID" if is_password => "That password didn’t match. Check it and try again.",
        "api.authn.error.PASSCODE_INVALID" if matches!(kind, Some(Kind::Email | Kind::Phone)) => {
            "That code didn’t match. Check the newest message and try again."
        }
        "api.authn.error.PASSCODE_INVALID" | "idx.invalid.device.code" => {
            "That code didn’t match. Check it and try again."
        }
        "authfactor.challenge.soft_token.invalid_passcode" => {
            "That code didn’t match. Codes change often: type the one that shows now."
        }
        "authfactor.challenge.soft_token.used_passcode" => "That code was used already. Wait for the next one.",
        "authfactor.challenge.question_factor.answer_invalid" => "That answer didn’t match. Try again.",
        "idx.unknown.user" => "There is no account with that name. Check it and try again.",
        "registration.error.invalidLoginEmail" => "Enter an email address, like name@example.com.",
        "idx.device.not.activated.consent.denied" => "Your device isn’t connected, because you said no.",
        "idx.device.not.activated.internal.error" => "Your device isn’t connected, because something went wrong.",
        "errors.E0000113" => "That code was right. One more, and it’s done.",
        "errors.E0000150" => "You have asked for too many text messages. Wait a while, or use another way.",
        "errors.E0000151" => "You have asked for too many calls. Wait a while, or use another way.",
        "tooManyRequests" | "oie.tooManyRequests" => "You have tried too often. Wait a few minutes, then try again.",
        "security.access_denied" => {
            "You can’t do this with your account. If you should be able to, ask your administrator."
        }
        "idx.error.user.not.assigned.to.app" | "idx.error.code.user_not_assigned" => {
            "Your account isn’t set up for this application. Ask your administrator for access."
        }
        "core.system.transaction_resource_not_found" => "That took too long. Send it again.",
        "api.authn.poll.error.push_rejected" => {
            "The sign-in was refused on your phone. If you did that by mistake, send it again."
        }
        "api.factors.error.sms.invalid_phone" => "We can’t reach that number. Check it, with the country code.",
        "error.username.required" => "Enter your username.",
        "error.password.required" => "Enter your password.",
        "error.expired.session" | "idx.session.expired" => "You were away too long. Start again.",
        "E0000009" | "E0000010" => "The sign-in service has a problem. Nothing is lost; try again in a moment.",
        "E0000020" => "The sign-in service couldn’t read that. Try again.",
        "idx.password.expiring.message" => "After your password runs out you have to change it before you can sign in.",
        "oie.selfservice.unlock_user.success.message" => "Your account is unlocked.",
        "oie.selfservice.unlock_user.landing.to.app.success.message" => {
            "Your account is unlocked. Now verify it’s you."
        }
        "oie.authenticator.app.non_fips_compliant_enrollment_app_update_required" => {
            "Okta Verify on your phone is too old for this. Update it there, then begin again."
        }
        "registration.error.notUniqueWithinOrg" => {
            "There is an account with this already. Sign in with it, or use another one."
        }
        _ if key.ends_with("force.upgrade.number_challenge") => {
            "Okta Verify on your phone is too old for this. Update it there, then send it again."
        }
        _ if key.starts_with("oie.authenticator.") && key.contains(".enable.biometrics") => {
            "Your organization wants your fingerprint or face as well. Turn that on in the app on your phone, then send it again."
        }
        _ if key.starts_with("idx.error.server.safe.mode") => {
            "The sign-in service is being looked after, so some things can’t be changed right now. Try again later."
        }
        "idx.return.link.expired" => "This link is too old. Go back to where you asked for it and send it again.",
        "idx.return.stale" => "This link was used already. Go back to where you asked for it.",
        "idx.return.error" => "We couldn’t use this link. Go back to where you asked for it.",
        "idx.transferred.to.new.tab" => "You went on in another tab. You can close this one.",
        "idx.enter.otp.in.original.tab" => "Go back to where you began to sign in, and type this code there.",
        "idx.operation.cancelled.on.other.device" | "idx.operation.cancelled.by.user" => {
            "The sign-in was refused. Nobody got in."
        }
        "idx.email.verification.required" => "We sent you an email. Open the link in it to go on.",
        "idx.request.activation.email" => "We sent you an email. Open the link in it to go on.",
        "idx.invalid.forgot.password.token" | "idx.invalid.reset.password.token" => {
            "The link to reset your password doesn’t work any more. Ask for a new one."
        }
        _ => return None,
    })
}

/// A text of the server without the few elements of HTML it may hold; what is left is escaped like any other text.
fn plain(text: &str) -> String {
    const KNOWN: &[&str] = &["a", "b", "br", "em", "i", "p", "span", "strong", "u"];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let name: String = after.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        match after.split_once('>') {
            Some((_, behind)) if KNOWN.contains(&name.to_ascii_lowercase().as_str()) => {
                if name.eq_ignore_ascii_case("br") {
                    plain.push(' ');
                }
                rest = behind;
            }
            _ => {
                plain.push('<');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_that_servers_use_in_sentences_are_left_out() {
        assert_eq!(plain("Unlocked!<br>Verify <strong>now</strong>."), "Unlocked! Verify now.");
        assert_eq!(plain("Ask <a class=\"x\" href=\"javascript:1\">us</a>"), "Ask us");
    }

    #[test]
    fn everything_else_stays_text() {
        assert_eq!(plain("1 < 2 and <script>x</script>"), "1 < 2 and <script>x</script>");
        assert_eq!(plain("<b"), "<b");
    }
}
