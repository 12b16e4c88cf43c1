//! What the Identity Engine says to the person: above the forms, beside a field, or instead of everything.

use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

use super::forms::children_mut;
use super::wire::{self, ION};

/// A message to the person, with the key that stays the same in every language.
#[derive(Debug, Clone)]
pub(super) struct Message {
    key: &'static str,
    text: String,
    class: &'static str,
    link: Option<&'static str>,
}

impl Message {
    pub(super) fn error(key: &'static str, text: impl Into<String>) -> Self {
        Self { key, text: text.into(), class: "ERROR", link: None }
    }

    pub(super) fn warning(key: &'static str, text: impl Into<String>) -> Self {
        Self { class: "WARNING", ..Self::error(key, text) }
    }

    /// The same with the address where one may read on.
    pub(super) fn with_link(self, link: &'static str) -> Self {
        Self { link: Some(link), ..self }
    }

    pub(super) fn info(key: &'static str, text: impl Into<String>) -> Self {
        Self { class: "INFO", ..Self::error(key, text) }
    }

    pub(super) fn is_error(&self) -> bool {
        self.class == "ERROR"
    }

    fn to_value(&self) -> Value {
        let mut value = json!({ "message": self.text, "i18n": { "key": self.key, "params": [] }, "class": self.class });
        if let Some(url) = self.link {
            value["links"] = json!([{ "url": url }]);
        }
        value
    }
}

/// An answer that belongs to no transaction any more: one message and nothing else.
pub(super) fn bare(status: StatusCode, message: &Message) -> Response {
    let document = json!({
        "version": "1.0.0",
        "messages": { "type": "array", "value": [message.to_value()] },
    });
    wire::with_type(status, ION, document.to_string())
}

/// The answer to a handle that is unknown or too old.
pub(super) fn session_expired() -> Response {
    let message = Message::error(
        "idx.session.expired",
        "You have been logged out due to inactivity. Refresh or return to the sign in screen.",
    );
    bare(StatusCode::UNAUTHORIZED, &message)
}

/// Adds messages above the forms of a document.
pub(super) fn add_messages(document: &mut Value, messages: &[Message]) {
    if messages.is_empty() {
        return;
    }
    let mut all: Vec<Value> = document["messages"]["value"].as_array().cloned().unwrap_or_default();
    all.extend(messages.iter().map(Message::to_value));
    document["messages"] = json!({ "type": "array", "value": all });
}

/// Adds a message to the field of that name in the form of that name, at whatever depth it lies; above the forms when
/// there is no such field any more.
pub(super) fn add_field_message(document: &mut Value, form: &str, field: &str, message: &Message) {
    let forms = document.pointer_mut("/remediation/value").and_then(Value::as_array_mut);
    let added = forms.into_iter().flatten().find(|candidate| candidate["name"] == form).is_some_and(|form| {
        form.get_mut("value").and_then(Value::as_array_mut).is_some_and(|fields| add_to_field(fields, field, message))
    });
    if !added {
        add_messages(document, std::slice::from_ref(message));
    }
}

fn add_to_field(fields: &mut [Value], name: &str, message: &Message) -> bool {
    fields.iter_mut().any(|field| {
        if field["name"] == name {
            let mut messages = field["messages"]["value"].as_array().cloned().unwrap_or_default();
            messages.push(message.to_value());
            field["messages"] = json!({ "type": "array", "value": messages });
            return true;
        }
        children_mut(field).into_iter().any(|children| add_to_field(children, name, message))
    })
}
