//! Services of others that a person can sign in with: how they are told apart.
//!
//! No trademark of anybody is drawn: a service is shown by its name and the letter that begins it.

use std::collections::HashMap;

use crate::idx::{Document, Form, Method};
use crate::pages::{Brand, Icon, Mark, Value};

use super::words;

/// The names of the ways to services, by the ids of their forms; several that would be called the same are numbered.
pub(super) fn labels(brand: &Brand, document: &Document) -> HashMap<String, String> {
    let links = document.remediations().iter().filter(|form| form.method == Method::Get);
    let labels: Vec<(&str, String)> =
        links.map(|form| (form.id.as_str(), words::link(brand, document, form))).collect();
    let mut alike: HashMap<&str, u64> = HashMap::new();
    for (_, label) in &labels {
        *alike.entry(label).or_default() += 1;
    }
    let mut numbers: HashMap<&str, u64> = HashMap::new();
    let mut names = HashMap::with_capacity(labels.len());
    for (id, label) in &labels {
        let number = numbers.entry(label).or_default();
        *number += 1;
        let values = [("name", Value::Text(label)), ("number", Value::Number(*number))];
        let is_one_of_several = alike.get(label.as_str()).is_some_and(|&count| count > 1);
        let name = if is_one_of_several { brand.say_with("provider-of-several", &values) } else { label.clone() };
        names.insert((*id).to_owned(), name);
    }
    names
}

/// What stands before its name.
pub(super) fn mark(brand: &Brand, document: &Document, form: &Form) -> Option<Mark> {
    if form.name == "piv-idp" || form.kind() == Some("X509") {
        return Some(Mark::Icon(Icon::Card));
    }
    if form.name != "redirect-idp" {
        return None;
    }
    let name = words::provider(brand, document, form)?;
    let letter = name.chars().find(|letter| letter.is_alphanumeric())?;
    letter.to_uppercase().next().map(Mark::Letter)
}
