//! Services of others that a person can sign in with: how they are told apart.
//!
//! No trademark of anybody is drawn: a service is shown by its name and the letter that begins it.

use crate::idx::{Document, Form, Method};
use crate::pages::{Brand, Icon, Mark, Value};

use super::words;

/// The name of the way to a service; several that would be called the same are numbered.
pub(super) fn label(brand: &Brand, document: &Document, form: &Form) -> String {
    let label = words::link(document, form);
    let alike: Vec<&Form> = document
        .remediations()
        .iter()
        .filter(|other| other.method == Method::Get && words::link(document, other) == label)
        .collect();
    match alike.iter().position(|other| other.id == form.id) {
        Some(place) if alike.len() > 1 => {
            let number = u64::try_from(place + 1).unwrap_or_default();
            brand.say_with("provider-of-several", &[("name", Value::Text(&label)), ("number", Value::Number(number))])
        }
        _ => label,
    }
}

/// What stands before its name.
pub(super) fn mark(document: &Document, form: &Form) -> Option<Mark> {
    if form.name == "piv-idp" || form.kind() == Some("X509") {
        return Some(Mark::Icon(Icon::Card));
    }
    if form.name != "redirect-idp" {
        return None;
    }
    let name = words::provider(document, form)?;
    let letter = name.chars().find(|letter| letter.is_alphanumeric())?;
    letter.to_uppercase().next().map(Mark::Letter)
}
