//! What kind of thing a form is, whatever its name.

use crate::idx::{Content, Field, Form, Method, Variant};

use super::captcha;

/// How a form is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A place that the browser goes to itself.
    Link,
    /// Sent by the page while it waits.
    Poll,
    /// Nothing to fill in: one press sends it.
    Button,
    /// One choice and nothing else: a press chooses and sends.
    Rows,
    /// Yes or no, perhaps with things to tick: two presses.
    YesOrNo,
    /// Lines to fill in.
    Inputs,
    /// It needs what only script can give: a WebAuthn ceremony, an embedded frame.
    Script,
}

/// Forms that are a press although they would take something optional.
const PRESSES: &[&str] = &[
    "select-identify",
    "launch-authenticator",
    "skip",
    "unlock-account",
    "select-enroll-profile",
    "cancel-polling",
    "cancel-polling-transaction",
];

impl Shape {
    /// The shape of `form`.
    pub(super) fn of(form: &Form) -> Self {
        if form.method == Method::Get {
            return Self::Link;
        }
        if form.is_poll() {
            return Self::Poll;
        }
        if form.fields.iter().any(needs_script) {
            return Self::Script;
        }
        let asked = asked(&form.fields);
        // Its proof is made while it is sent, on a page of its own.
        if form.all_fields().into_iter().any(captcha::is_proof) && asked.is_empty() {
            return Self::Inputs;
        }
        if asked.is_empty() && yes_or_no(form).is_none() {
            return Self::Button;
        }
        if PRESSES.contains(&form.name.as_str()) && !asked.iter().any(|field| field.required) {
            return Self::Button;
        }
        if yes_or_no(form).is_some() {
            return Self::YesOrNo;
        }
        match asked.as_slice() {
            [field] if is_rows(field) => Self::Rows,
            _ => Self::Inputs,
        }
    }
}

/// The fields that a page asks for, groups taken apart.
pub(super) fn asked(fields: &[Field]) -> Vec<&Field> {
    let mut asked = Vec::new();
    for field in fields.iter().filter(|field| field.visible && field.takes_input()) {
        match &field.content {
            Content::Group(fields) => asked.extend(self::asked(fields)),
            _ => asked.push(field),
        }
    }
    asked
}

/// Whether a form is for choosing, and has nothing to choose from.
pub(super) fn has_no_choice(form: &Form) -> bool {
    form.name.starts_with("select-authenticator-") && !form.takes_input()
}

/// The field whose answer is the press of one of two buttons.
pub(super) fn yes_or_no(form: &Form) -> Option<&Field> {
    let is_truth = |field: &&Field| match &field.content {
        Content::Boolean { .. } => true,
        Content::Choice { options, .. } => options.len() == 2 && options.iter().all(|option| option.value.is_boolean()),
        _ => false,
    };
    let top = form.fields.iter().filter(is_truth).collect::<Vec<_>>();
    let [field] = top.as_slice() else { return None };
    // Either it is the only question, or it is one that only a press can answer.
    let alone = asked(&form.fields).len() == 1 && field.visible && field.required;
    let unseen = !field.visible && field.required && default_truth(field).is_none();
    let named = form.name == "keep-me-signed-in";
    (alone || unseen || named).then_some(field)
}

fn default_truth(field: &Field) -> Option<bool> {
    match &field.content {
        Content::Boolean { default } => *default,
        _ => None,
    }
}

/// Whether some required value can only come from script.
fn needs_script(field: &Field) -> bool {
    match &field.content {
        Content::Text { .. } if captcha::is_proof(field) => false,
        Content::Text { default, .. } => {
            field.required && !field.visible && default.is_none() || field.hint.as_deref() == Some("webauthn")
        }
        Content::Group(fields) => fields.iter().any(needs_script),
        Content::OneOf(variants) => variants.iter().all(variant_needs_script),
        _ => false,
    }
}

/// Whether some required value of this variant can only come from script.
pub(super) fn variant_needs_script(variant: &Variant) -> bool {
    variant.fields.iter().any(needs_script)
}

/// Whether a choice can be made by one press: nothing further has to be typed.
fn is_rows(field: &Field) -> bool {
    match &field.content {
        Content::Choice { options, .. } => options.len() <= 6 && field.presentation.is_none(),
        Content::OneOf(variants) => variants.iter().all(|variant| {
            asked(&variant.fields).iter().all(|field| match field.content {
                Content::Choice { .. } => true,
                _ => !field.required,
            })
        }),
        _ => false,
    }
}

/// Whether a form of this shape asks for something that a person types or ticks.
pub(super) fn takes_typing(shape: Shape) -> bool {
    matches!(shape, Shape::Inputs | Shape::YesOrNo)
}
