//! What the server says, in our words where they say more.

use crate::idx::{Link as MessageLink, Message, MessageClass, OrgOrigin};
use crate::pages::{Brand, Figure, InputKind, Link, ListItem, Notice, Tone};

use super::authenticators::Kind;

/// A message as a sentence; empty when neither it nor we have words.
pub(super) fn sentence(brand: &Brand, message: &Message, kind: Option<Kind>) -> String {
    let text = known(brand, message, kind).unwrap_or_else(|| plain(&message.text));
    match text.is_empty() && message.class == MessageClass::Error {
        true => brand.say("server-says-nothing"),
        false => text,
    }
}

/// Our words for a message, where we have any.
pub(super) fn known(brand: &Brand, message: &Message, kind: Option<Kind>) -> Option<String> {
    message.key.as_deref().and_then(|key| ours(brand, key, kind))
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
pub(super) fn notice(brand: &Brand, message: &Message, kind: Option<Kind>, org: &OrgOrigin) -> Option<Notice> {
    let text = sentence(brand, message, kind);
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
pub(super) fn device_instructions<'a>(
    brand: &Brand,
    messages: impl Iterator<Item = &'a Message>,
    org: &OrgOrigin,
) -> Vec<Figure> {
    let mut lists: Vec<(String, Vec<ListItem>)> = Vec::new();
    for message in messages.filter(|message| is_device_instruction(message)) {
        let text = sentence(brand, message, None);
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

fn ours(brand: &Brand, key: &str, kind: Option<Kind>) -> Option<String> {
    let say = |name| brand.say(name);
    Some(match key {
        "errors.E0000004" => say("server-no-match"),
        "incorrectPassword" => say("server-wrong-password"),
        "api.authn.error.PASSCODE_INVALID" => match kind {
            Some(Kind::Password) => say("server-wrong-password"),
            Some(Kind::Email | Kind::Phone) => say("server-wrong-code-of-message"),
            _ => say("server-wrong-code"),
        },
        "idx.invalid.device.code" => say("server-wrong-code"),
        "authfactor.challenge.soft_token.invalid_passcode" => say("server-wrong-code-of-app"),
        "authfactor.challenge.soft_token.used_passcode" => say("server-used-code"),
        "authfactor.challenge.question_factor.answer_invalid" => say("server-wrong-answer"),
        "idx.unknown.user" => say("server-unknown-user"),
        "registration.error.invalidLoginEmail" => say("server-not-an-email"),
        "idx.device.not.activated.consent.denied" => say("server-device-refused"),
        "idx.device.not.activated.internal.error" => say("server-device-failed"),
        "errors.E0000113" => say("server-next-code"),
        "errors.E0000150" => say("server-too-many-text-messages"),
        "errors.E0000151" => say("server-too-many-calls"),
        "tooManyRequests" | "oie.tooManyRequests" => say("server-too-many-requests"),
        "security.access_denied" => say("server-access-denied"),
        "idx.error.user.not.assigned.to.app" | "idx.error.code.user_not_assigned" => say("server-not-assigned"),
        "core.system.transaction_resource_not_found" => say("server-too-late"),
        "api.authn.poll.error.push_rejected" => say("server-push-rejected"),
        "api.factors.error.sms.invalid_phone" => say("server-invalid-phone-number"),
        "error.username.required" => say("server-no-username"),
        "error.password.required" => say("fault-no-password"),
        "error.expired.session" | "idx.session.expired" => say("server-session-expired"),
        "E0000009" | "E0000010" => say("server-internal-error"),
        "E0000020" => say("server-unreadable"),
        "idx.password.expiring.message" => say("server-password-expiring"),
        "oie.selfservice.unlock_user.success.message" => say("server-unlocked"),
        "oie.selfservice.unlock_user.landing.to.app.success.message" => say("server-unlocked-verify"),
        "oie.authenticator.app.non_fips_compliant_enrollment_app_update_required" => say("server-app-too-old"),
        "registration.error.notUniqueWithinOrg" => say("server-account-exists"),
        _ if key.ends_with("force.upgrade.number_challenge") => say("server-app-too-old-for-push"),
        _ if key.starts_with("oie.authenticator.") && key.contains(".enable.biometrics") => {
            say("server-wants-biometrics")
        }
        _ if key.starts_with("idx.error.server.safe.mode") => say("server-safe-mode"),
        "idx.return.link.expired" => say("server-link-expired"),
        "idx.return.stale" => say("server-link-used"),
        "idx.return.error" => say("server-link-unusable"),
        "idx.transferred.to.new.tab" => say("server-other-tab"),
        "idx.enter.otp.in.original.tab" => say("server-code-for-first-tab"),
        "idx.operation.cancelled.on.other.device" | "idx.operation.cancelled.by.user" => say("server-sign-in-refused"),
        "idx.email.verification.required" | "idx.request.activation.email" => say("server-email-sent"),
        "idx.invalid.forgot.password.token" | "idx.invalid.reset.password.token" => say("server-reset-link-unusable"),
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
        if !KNOWN.contains(&name.to_ascii_lowercase().as_str()) {
            plain.push('<');
            rest = after;
            continue;
        }
        // Where nothing ends an element, nothing further on is one either: it is looked for once.
        let Some((_, behind)) = after.split_once('>') else {
            plain.push('<');
            rest = after;
            break;
        };
        if name.eq_ignore_ascii_case("br") {
            plain.push(' ');
        }
        rest = behind;
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
