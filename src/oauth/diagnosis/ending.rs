//! A switch for every word with which the Identity Engine ends an interaction that it has let begin.

use super::super::answer::printable;
use super::refusal::{NOT_ASSIGNED, POLICY, ZONE};
use super::{Finding, trouble};

/// What a message means that came in place of the first step, by the stable name it has (`key`) and in the server's own
/// words, and which switch to flip.
pub fn explain_end(key: Option<&str>, text: &str) -> Finding {
    let key = key.unwrap_or_default();
    let what = match (key, text) {
        ("", "") => "First step: there is none".to_owned(),
        ("", text) => format!("First step: {}", printable(text)),
        (key, "") => format!("First step: {}", printable(key)),
        (key, text) => format!("First step: {} ({})", printable(key), printable(text)),
    };
    let is_about = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let (meaning, remedy) = if is_about(&["no_matching_policy"]) {
        POLICY
    } else if is_about(&["not_assigned"]) {
        NOT_ASSIGNED
    } else if is_about(&["access_denied", "zone", "E0000006"]) {
        ZONE
    } else {
        (
            "The org lets an interaction begin and ends it before anybody could sign in.",
            "Look for the event in the org's system log: Reports > System Log.",
        )
    };
    trouble(what, meaning, remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_switch() {
        for (key, switch) in [
            ("idx.error.code.no_matching_policy", "Access Policies"),
            ("idx.error.code.user_not_assigned", "Assignments"),
            ("security.access_denied", "Security > Networks"),
            ("idx.error.code.access_denied.device_assurance.os_version", "Security > Networks"),
            ("errors.E0000009", "System Log"),
            ("", "System Log"),
        ] {
            let finding = explain_end(Some(key), "No.");

            assert!(!finding.ok && finding.remedy.contains(switch), "{key}: {finding:?}");
            assert!(finding.what.contains(key) && finding.what.contains("No."), "{finding:?}");
        }
    }

    #[test]
    fn an_end_without_a_word_is_told_too() {
        let finding = explain_end(None, "");

        assert_eq!(finding.what, "First step: there is none");
    }

    #[test]
    fn nothing_in_the_servers_words_reaches_the_terminal_as_a_command() {
        let finding = explain_end(None, "No.\u{1b}[2J");

        assert!(!finding.what.contains('\u{1b}'), "{finding:?}");
    }
}
