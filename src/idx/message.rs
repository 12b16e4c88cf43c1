//! Messages for the person, of the whole document or of one field.

use std::collections::HashSet;

use serde_json::Value;

use super::href::Href;
use super::json;

/// One sentence that the server wants shown.
///
/// Its text is the server's, in the person's language, and may hold fragments of HTML: whoever shows it escapes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The stable name of the sentence, by which software recognises it.
    pub key: Option<String>,
    /// The sentence; may be empty when there is a key.
    pub text: String,
    /// How it is meant.
    pub class: MessageClass,
    /// What was filled into the sentence.
    pub params: Vec<Value>,
    /// Where the person may read on.
    pub links: Vec<Link>,
    /// What the person's device needs before it is let in.
    pub device_remediation: Option<Value>,
}

/// How a message is meant; one that does not say is [`Info`](MessageClass::Info).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageClass {
    /// Something failed.
    Error,
    /// Something will.
    Warning,
    /// Something is.
    Info,
}

/// A link beside a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is called.
    pub label: String,
    /// Where it leads: to be checked like any link to the browser.
    pub url: Href,
}

impl Message {
    fn read(node: &Value) -> Option<Self> {
        if let Some(text) = node.as_str() {
            return Some(Self::plain(text));
        }
        let object = node.as_object()?;
        let translation = object.get("i18n");
        let message = Self {
            key: json::string(translation.and_then(|translation| translation.get("key"))),
            text: json::string(object.get("message")).unwrap_or_default(),
            class: MessageClass::read(object.get("class")),
            params: json::list(translation.and_then(|translation| translation.get("params"))).to_vec(),
            links: json::list(object.get("links")).iter().filter_map(Link::read).collect(),
            device_remediation: object.get("deviceRemediation").map(json::inner).cloned(),
        };
        let says_something = message.key.is_some() || !message.text.is_empty() || message.class == MessageClass::Error;
        says_something.then_some(message)
    }

    fn is_heading(&self) -> bool {
        self.key.as_deref().is_some_and(|key| key.ends_with(".option_index"))
    }

    fn plain(text: &str) -> Self {
        Self {
            key: None,
            text: text.to_owned(),
            class: MessageClass::Info,
            params: Vec::new(),
            links: Vec::new(),
            device_remediation: None,
        }
    }
}

impl MessageClass {
    fn read(node: Option<&Value>) -> Self {
        match json::text(node) {
            Some(class) if class.eq_ignore_ascii_case("ERROR") => Self::Error,
            Some(class) if class.eq_ignore_ascii_case("WARNING") => Self::Warning,
            _ => Self::Info,
        }
    }
}

impl Link {
    fn read(node: &Value) -> Option<Self> {
        let url = json::string(node.get("url"))?;
        Some(Self { label: json::string(node.get("label")).unwrap_or_else(|| url.clone()), url: Href::new(url) })
    }
}

/// The messages of a document or field, each once: the server repeats some under the same key and text.
///
/// What a device lacks comes as one list of messages under several headings, "Option 1", "Option 2"; the same demand
/// under two headings is no repetition.
pub(super) fn read_all(node: Option<&Value>) -> Vec<Message> {
    let mut seen = HashSet::new();
    let mut messages: Vec<Message> = json::list(node).iter().filter_map(Message::read).collect();
    messages.retain(|message| {
        if message.is_heading() {
            seen.clear();
        }
        seen.insert((message.key.clone(), message.text.clone()))
    });
    messages
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_key_and_text_is_said_once() {
        let one = json!({"message": "Too short", "i18n": {"key": "short"}, "class": "ERROR"});
        let other_text = json!({"message": "Much too short", "i18n": {"key": "short"}, "class": "ERROR"});

        let messages = read_all(Some(&json!({"type": "array", "value": [one, one, other_text]})));

        let texts: Vec<_> = messages.iter().map(|message| message.text.as_str()).collect();
        assert_eq!(texts, ["Too short", "Much too short"]);
    }

    #[test]
    fn the_same_demand_under_two_headings_is_no_repetition() {
        let said = |key: &str, text: &str| json!({"message": text, "i18n": {"key": key}});

        let messages = read_all(Some(&json!([
            said("device_assurance.remediation.option_index", "Option 1:"),
            said("use_lock_screen", "Set a lock screen"),
            said("device_assurance.remediation.option_index", "Option 2:"),
            said("use_lock_screen", "Set a lock screen"),
            said("use_lock_screen", "Set a lock screen"),
        ])));

        let texts: Vec<_> = messages.iter().map(|message| message.text.as_str()).collect();
        assert_eq!(texts, ["Option 1:", "Set a lock screen", "Option 2:", "Set a lock screen"]);
    }

    #[test]
    fn a_message_needs_neither_key_nor_class_nor_text() {
        let messages = read_all(Some(&json!([
            {"message": "Plain"}, {"i18n": {"key": null}, "message": "Null key"}, {"class": "error"}, {}, 7, null,
            {"i18n": "not an object", "message": ["not", "text"], "links": {}}
        ])));

        assert_eq!(messages.len(), 3);
        assert_eq!(messages[0].class, MessageClass::Info);
        assert_eq!(messages[1].key, None);
        assert_eq!(messages[2].class, MessageClass::Error);
    }

    #[test]
    fn links_keep_their_order_and_fall_back_on_their_address() {
        let messages = read_all(Some(&json!([{"message": "Read", "links": [
            {"label": "Help", "url": "https://help.example/"}, {"url": "https://more.example/"}, {"label": "Nowhere"}
        ]}])));

        let labels: Vec<_> = messages[0].links.iter().map(|link| link.label.as_str()).collect();
        assert_eq!(labels, ["Help", "https://more.example/"]);
    }
}
