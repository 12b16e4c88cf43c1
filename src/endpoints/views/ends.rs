//! The ends of a conversation that have a name: what each is called, what it means, and how one goes on.

use crate::pages::{Icon, Tone};

/// What is said at an end, by names of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    pub(super) icon: Icon,
    pub(super) tone: Tone,
    /// The heading.
    pub(super) heading: &'static str,
    /// The sentence that takes the place of the server's, where ours says more.
    pub(super) lead: Option<&'static str>,
    /// What the way on is called.
    pub(super) on: On,
}

/// How one goes on from an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum On {
    /// By signing in: everything is ready for it.
    SignIn,
    /// By beginning again.
    Again,
    /// Elsewhere; beginning again is possible, but not what is called for.
    Elsewhere,
}

/// The end that a message of this name is, if it is one that we know.
pub(super) fn end(key: &str) -> Option<End> {
    use On::{Again, Elsewhere, SignIn};
    use Tone::{Calm, Success, Warning};
    let end = |icon, tone, heading, lead, on| End { icon, tone, heading, lead: Some(lead), on };
    Some(match key {
        "idx.return.link.expired" => {
            end(Icon::Clock, Warning, "end-link-dead-heading", "end-link-expired-lead", Elsewhere)
        }
        "idx.return.stale" => end(Icon::Clock, Warning, "end-link-dead-heading", "end-link-used-lead", Elsewhere),
        "idx.return.error" => end(Icon::Clock, Warning, "end-link-dead-heading", "end-link-broken-lead", Elsewhere),
        "idx.transferred.to.new.tab" => {
            end(Icon::Check, Success, "end-close-page-heading", "end-moved-lead", Elsewhere)
        }
        "idx.return.to.original.tab" => {
            end(Icon::Check, Success, "end-confirmed-heading", "end-confirmed-lead", Elsewhere)
        }
        "idx.enter.otp.in.original.tab" => end(Icon::Mail, Calm, "your-code-heading", "end-your-code-lead", Elsewhere),
        "idx.operation.cancelled.on.other.device" | "idx.operation.cancelled.by.user" => {
            end(Icon::Lock, Warning, "end-refused-heading", "end-refused-lead", Again)
        }
        "idx.email.verification.required" => {
            end(Icon::Mail, Calm, "check-email-heading", "end-check-email-lead", Elsewhere)
        }
        "idx.request.activation.email" => {
            end(Icon::Mail, Calm, "check-email-heading", "end-activation-sent-lead", Elsewhere)
        }
        "idx.expired.activation.token" => {
            end(Icon::Clock, Warning, "end-link-dead-heading", "end-activation-expired-lead", SignIn)
        }
        "idx.missing.activation.token" => {
            end(Icon::Clock, Warning, "end-link-dead-heading", "end-activation-missing-lead", SignIn)
        }
        "idx.invalid.forgot.password.token" | "idx.invalid.reset.password.token" => {
            end(Icon::Clock, Warning, "end-link-dead-heading", "end-reset-link-lead", SignIn)
        }
        "idx.recovery.completed" => {
            end(Icon::Check, Success, "end-password-changed-heading", "end-recovered-lead", SignIn)
        }
        "oie.selfservice.unlock_user.success.message" => {
            end(Icon::Unlock, Success, "end-unlocked-heading", "end-unlocked-lead", SignIn)
        }
        "oie.selfservice.unlock_user.landing.to.app.success.message" => {
            end(Icon::Unlock, Success, "end-unlocked-heading", "end-unlocked-landed-lead", SignIn)
        }
        "oie.selfservice.reset.password.not.allowed" | "oie.selfservice.user.reset.password.inactive" => {
            end(Icon::Password, Warning, "end-reset-not-possible-heading", "end-ask-administrator-lead", Again)
        }
        "oie.selfservice.unlock_user.failed.message" | "oie.selfservice.unlock_user.failed.permissions" => {
            end(Icon::Lock, Warning, "end-unlock-not-possible-heading", "end-ask-administrator-lead", Again)
        }
        "idx.device.activated" => {
            end(Icon::Check, Success, "end-device-connected-heading", "end-device-connected-lead", Elsewhere)
        }
        "idx.device.not.activated.consent.denied" => {
            end(Icon::Warning, Warning, "end-device-not-connected-heading", "end-device-denied-lead", Again)
        }
        "idx.device.not.activated.internal.error" => {
            end(Icon::Warning, Warning, "end-device-not-connected-heading", "end-device-fault-lead", Again)
        }
        "tooManyRequests" | "oie.tooManyRequests" | "oie.tooManyRequests.operation" => {
            end(Icon::Clock, Warning, "wait-heading", "end-too-often-lead", Again)
        }
        "E0000009" | "E0000010" => end(Icon::Cloud, Warning, "end-not-now-heading", "end-not-now-lead", Again),
        "security.access_denied" => end(Icon::Lock, Warning, "end-no-access-heading", "end-no-access-lead", Again),
        "idx.error.user.not.assigned.to.app" | "idx.error.code.user_not_assigned" => {
            end(Icon::Lock, Warning, "end-no-access-heading", "end-not-assigned-lead", Again)
        }
        "registration.error.request.not.completed" => {
            end(Icon::Warning, Warning, "end-registration-failed-heading", "end-not-now-lead", Again)
        }
        "oie.feature.disabled" | "errors.E0000079" => {
            end(Icon::Info, Calm, "end-not-possible-heading", "end-ask-administrator-lead", Again)
        }
        _ if key.starts_with("idx.error.server.safe.mode") => {
            end(Icon::Cloud, Warning, "end-not-now-heading", "end-maintenance-lead", Again)
        }
        _ if key.starts_with("idx.error.code.access_denied.device_assurance") => {
            End { icon: Icon::Phone, tone: Warning, heading: "device-attention-heading", lead: None, on: Again }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{Language, Phrases};

    #[test]
    fn every_end_has_its_words_in_the_catalogue() {
        let english = Phrases::of(Language::English);
        let keys = [
            "idx.return.link.expired",
            "idx.return.stale",
            "idx.return.error",
            "idx.transferred.to.new.tab",
            "idx.return.to.original.tab",
            "idx.enter.otp.in.original.tab",
            "idx.operation.cancelled.on.other.device",
            "idx.operation.cancelled.by.user",
            "idx.email.verification.required",
            "idx.request.activation.email",
            "idx.expired.activation.token",
            "idx.missing.activation.token",
            "idx.invalid.forgot.password.token",
            "idx.invalid.reset.password.token",
            "idx.recovery.completed",
            "oie.selfservice.unlock_user.success.message",
            "oie.selfservice.unlock_user.landing.to.app.success.message",
            "oie.selfservice.unlock_user.failed.message",
            "oie.selfservice.reset.password.not.allowed",
            "idx.device.activated",
            "idx.device.not.activated.consent.denied",
            "idx.device.not.activated.internal.error",
            "oie.tooManyRequests",
            "E0000009",
            "security.access_denied",
            "idx.error.user.not.assigned.to.app",
            "registration.error.request.not.completed",
            "oie.feature.disabled",
            "idx.error.server.safe.mode.enrollment.unavailable",
            "idx.error.code.access_denied.device_assurance.remediation.title",
        ];
        for key in keys {
            let end = end(key).unwrap_or_else(|| panic!("{key} is no end"));

            for name in [Some(end.heading), end.lead].into_iter().flatten() {
                assert_ne!(english.say(name), name, "{key}");
            }
        }
    }

    #[test]
    fn a_message_that_nobody_knows_is_no_end_of_ours() {
        assert_eq!(end("idx.something.new"), None);
        assert_eq!(end(""), None);
    }
}
