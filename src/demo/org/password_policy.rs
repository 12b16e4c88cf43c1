//! The password policy: announced in the documents, applied to every new password.

use serde_json::{Value, json};

use super::messages::Message;
use super::people::Person;

const SHORTEST: usize = 10;

/// `settings` of the password authenticator, where a client reads the rules.
pub(super) fn settings() -> Value {
    json!({
        "complexity": {
            "minLength": SHORTEST, "minLowerCase": 1, "minUpperCase": 1, "minNumber": 1, "minSymbol": 0,
            "excludeUsername": true, "excludeAttributes": [],
        },
        "age": { "minAgeMinutes": 0, "historyCount": 1 },
    })
}

/// Whether a person may have this new password.
pub(super) fn check(password: &str, person: &Person) -> Result<(), Message> {
    let has = |wanted: fn(&char) -> bool| password.chars().any(|character| wanted(&character));
    let name = person.login.split('@').next().unwrap_or_default();
    let strong = password.chars().count() >= SHORTEST
        && has(|character| character.is_lowercase())
        && has(|character| character.is_uppercase())
        && has(|character| character.is_numeric())
        && !password.to_lowercase().contains(name);
    if !strong {
        return Err(not_met(
            "Password requirements were not met. Password requirements: at least 10 characters, a lowercase letter, an \
             uppercase letter, a number, no parts of your username.",
        ));
    }
    if person.password.as_deref() == Some(password) {
        return Err(not_met("Password has been used too recently. Your password cannot be your current one."));
    }
    Ok(())
}

fn not_met(text: &str) -> Message {
    Message::error("password.passwordRequirementsNotMet", text)
}
