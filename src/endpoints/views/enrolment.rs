//! What can be set up: what each is good for, and how long it can wait.

use crate::idx::{Authenticator, Document};
use crate::pages::{Brand, Value};

use super::authenticators::{Kind, text};

/// What somebody gets from setting it up.
pub(super) fn good_for(brand: &Brand, authenticator: &Authenticator) -> Option<String> {
    let sms_only = authenticator.methods == ["sms"];
    let name = match Kind::of(authenticator) {
        Kind::Password => "enroll-good-for-password",
        Kind::Email => "enroll-good-for-email",
        Kind::Phone if sms_only => "enroll-good-for-phone-messages",
        Kind::Phone => "enroll-good-for-phone",
        Kind::Verify => "enroll-good-for-app",
        Kind::CodeApp => "enroll-good-for-code-app",
        Kind::CodeDevice => "enroll-good-for-code-device",
        Kind::SecurityKey => "enroll-good-for-passkey",
        Kind::Question => "enroll-good-for-question",
        Kind::IdentityProvider => "enroll-good-for-account",
        Kind::SmartCard => "enroll-good-for-card",
        Kind::Proximity => "enroll-good-for-badge",
        Kind::Duo | Kind::AccessCode | Kind::Other => return recovery(brand, authenticator),
    };
    let good_for = brand.say(name);
    Some(match recovery(brand, authenticator) {
        Some(recovery) => format!("{good_for} {recovery}"),
        None => good_for,
    })
}

/// Some serve only those who have forgotten something.
fn recovery(brand: &Brand, authenticator: &Authenticator) -> Option<String> {
    let allowed = authenticator.member("allowedFor").and_then(|allowed| allowed.as_str());
    (allowed == Some("recovery")).then(|| brand.say("enroll-only-for-recovery"))
}

/// How long it can wait, where the org gives some of them time and others none.
///
/// Where the whole list can be skipped nothing needs to be said of its entries.
pub(super) fn badge(brand: &Brand, document: &Document, authenticator: &Authenticator) -> Option<String> {
    let graced = |authenticator: &Authenticator| authenticator.member("gracePeriod").is_some_and(|it| it.is_object());
    if let Some(period) = authenticator.member("gracePeriod").filter(|period| period.is_object()) {
        if let Some(skips) = period.get("remainingSkips").and_then(|skips| skips.as_u64()) {
            return Some(brand.say_with("enroll-badge-skips", &[("count", Value::Number(skips))]));
        }
        let expiry = text(period.get("expiry"));
        let date = expiry.as_deref().and_then(date)?;
        return Some(brand.say_with("enroll-badge-date", &[("date", Value::Text(date))]));
    }
    let some_can_wait = document.authenticators().iter().any(graced);
    (some_can_wait && document.remediation("skip").is_none()).then(|| brand.say("enroll-badge-now"))
}

/// The day of an instant of RFC 3339, which reads the same in every language.
fn date(instant: &str) -> Option<&str> {
    let date = instant.get(..10)?;
    let is_date = date.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date.then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_shown_only_when_it_is_one() {
        assert_eq!(date("2026-12-16T05:00:00.000Z"), Some("2026-12-16"));
        for odd in ["soon", "", "2026/12/16", "<script>x</script>", "ünïcödé-text"] {
            assert_eq!(date(odd), None, "{odd}");
        }
    }
}
