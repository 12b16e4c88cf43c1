//! Which documents the catalogue shows, by what they are about.

use super::steps::{State, Step};

/// Documents about one thing.
pub(super) struct Chapter {
    pub(super) title: &'static str,
    account: Option<&'static str>,
    /// Their names and what stands in them.
    documents: &'static [(&'static str, &'static str)],
}

const CASEY: &str = "casey.morgan@fernhill.example";

/// Documents whose page is also shown as it comes back when its form was sent without anything in it.
const SENT_EMPTY: &[&str] = &[
    "identify-with-passkeys",
    "identify-with-password",
    "challenge-email",
    "challenge-password",
    "enroll-phone",
    "registration-with-an-address",
    "reset-password",
    "security-question",
];

/// Documents whose page is also shown with another of their forms in front.
const SHOWING: &[(&str, &str)] =
    &[("challenge-email", "select-authenticator-authenticate"), ("challenge-sms", "select-authenticator-authenticate")];

impl Chapter {
    /// All pages.
    pub(super) fn steps(&self) -> impl Iterator<Item = Step> {
        self.documents.iter().flat_map(|&(document, json)| {
            let step = Step { document, json, account: self.account, state: State::Fresh };
            let empty = SENT_EMPTY.contains(&document).then_some(State::SentEmpty);
            let shown = SHOWING.iter().filter(move |(of, _)| *of == document).map(|(_, form)| State::Showing(form));
            let more = empty.into_iter().chain(shown).map(move |state| Step { state, ..step });
            std::iter::once(step).chain(more)
        })
    }
}

macro_rules! chapters {
    ($($title:literal, $account:expr => $($name:literal)+;)+) => {
        &[$(Chapter {
            title: $title,
            account: $account,
            documents: &[$((
                $name,
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/", $name, ".json")),
            )),+],
        }),+]
    };
}

pub(super) const CHAPTERS: &[Chapter] = chapters! {
    "Signing in", None =>
        "identify-first" "identify-with-password" "identify-with-passkeys" "identify-with-a-security-key"
        "identify-with-fastpass" "identify-with-a-captcha" "identify-with-a-badge" "identify-unknown-user"
        "identify-refused" "identify-with-words-of-the-org" "session-expired-but-not-over"
        "several-identity-providers" "only-identity-providers" "only-a-smart-card";
    "Choosing how", Some(CASEY) =>
        "select-authenticator" "every-authenticator-to-choose" "several-phones" "phone-method-to-choose"
        "options-with-a-form-of-their-own";
    "Passwords", Some(CASEY) =>
        "challenge-password" "password-expiring" "password-expired" "password-expiring-elsewhere"
        "password-expires-elsewhere" "password-expired-elsewhere";
    "Codes", Some(CASEY) =>
        "challenge-email" "challenge-email-first-send" "email-to-be-sent" "challenge-sms" "challenge-call"
        "challenge-rate-limited" "challenge-google" "challenge-code-of-an-app" "challenge-verify-code"
        "challenge-custom-otp" "challenge-yubikey" "challenge-symantec" "challenge-rsa" "challenge-rsa-next-code"
        "challenge-on-prem" "challenge-access-code" "challenge-badge-pin" "challenge-question"
        "challenge-own-question";
    "Passkeys and keys", Some(CASEY) =>
        "webauthn-challenge" "challenge-webauthn-several-keys" "verify-with-a-smart-card";
    "Okta Verify and other apps", Some(CASEY) =>
        "push-to-be-sent" "push-waiting" "push-with-number" "push-rejected" "push-timed-out" "push-needs-biometrics"
        "push-of-another-app" "push-of-another-app-rejected" "challenge-duo" "fastpass-to-be-used"
        "fastpass-second-factor" "fastpass-app-link" "fastpass-universal-link" "fastpass-custom-uri" "fastpass-chrome"
        "fastpass-loopback-chrome-asks" "device-challenge" "apple-extension" "apple-extension-get"
        "apple-extension-missing";
    "Other services", Some(CASEY) =>
        "verify-with-another-account" "verify-identity" "success-redirect" "success-redirect-as-remediation";
    "Setting up: what", Some(CASEY) =>
        "every-authenticator-to-set-up" "select-enrollment-with-grace" "set-up-what-is-required"
        "set-up-with-nothing-offered" "set-up-not-allowed" "keep-me-signed-in";
    "Setting up: codes and questions", Some(CASEY) =>
        "enroll-password" "enroll-email" "enroll-phone" "phone-number-refused" "enroll-sms" "enroll-call"
        "enroll-google" "enroll-google-by-secret" "enroll-custom-otp" "enroll-yubikey" "enroll-symantec" "enroll-rsa"
        "enroll-rsa-next-code" "enroll-on-prem" "enroll-badge" "enroll-badge-pin" "security-question"
        "enroll-question";
    "Setting up: passkeys, keys, services", Some(CASEY) =>
        "enroll-webauthn" "enroll-passkey-promoted" "enroll-smart-card" "enroll-duo" "enroll-another-account";
    "Setting up: Okta Verify", Some(CASEY) =>
        "enrollment-channel" "enroll-verify-channel" "enroll-verify-by-qr" "enroll-verify-by-email"
        "enroll-verify-by-sms" "enroll-verify-email-address" "enroll-verify-phone-number" "enroll-verify-same-device"
        "enroll-verify-other-device" "enroll-verify-too-old";
    "Devices", Some(CASEY) =>
        "device-code" "device-code-wrong" "device-connected" "device-not-connected" "device-not-connected-by-fault"
        "device-grace-period" "device-refused" "manage-the-device" "enroll-device-by-hand"
        "enroll-device-by-hand-android" "enroll-device-managed" "enroll-device-workspace";
    "Signing up and profiles", None =>
        "registration" "registration-with-password" "registration-with-an-address" "registration-taken"
        "registration-refused" "registration-not-completed" "registration-check-email" "profile-update"
        "activation-sent" "activation-expired" "activation-expired-for-good" "activation-missing";
    "Recovering and unlocking", None =>
        "recovery-identify" "recovery-with-a-captcha" "recovery-choice" "recovery-link-dead" "reset-password"
        "reset-and-sign-out-elsewhere" "reset-link-dead" "reset-not-allowed" "reset-for-somebody-inactive" "recovered"
        "unlock-account" "unlock-second-factor" "unlock-not-allowed" "unlocked" "unlocked-and-on";
    "Consent", Some(CASEY) =>
        "consent" "consent-of-an-administrator" "granular-consent" "consent-after-an-email";
    "Codes for another browser", None =>
        "code-for-another-browser" "code-for-another-browser-nowhere" "code-for-another-browser-odd"
        "code-for-the-first-tab" "link-confirmed" "link-moved" "link-denied" "link-denied-by-me" "link-expired"
        "link-used" "link-broken";
    "Ends", None =>
        "access-denied" "not-assigned" "terminal-error" "terminal-success" "terminal-success-with-a-way-on"
        "finished-without-a-code" "failure-redirect" "failure-redirect-as-remediation"
        "refused-with-a-page-of-the-org" "feature-off" "internal-error" "operation-rate-limited" "too-many-requests"
        "safe-mode" "safe-mode-wait" "session-expired";
    "What nobody foresaw", None =>
        "unknown-names" "one-name-many-forms" "before-general-availability" "bare-members" "actions-everywhere"
        "errors-at-every-depth" "messages-of-all-kinds" "fixed-values" "relations" "one-composite-in-pieces"
        "verification-data-under-value" "wrong-types" "slow-refresh" "absurd-refresh" "nothing-in-it";
};
