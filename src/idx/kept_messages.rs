//! Messages that outlive the document they came in.
//!
//! Whoever polls while a person types gets a document that no longer says what was wrong with the last code. The
//! sentence stays until the person acts.

use std::collections::HashMap;

use super::document::Document;
use super::field::{Content, ControlName, Field};
use super::form::Form;
use super::message::Message;

impl Document {
    /// This document with the messages of an `earlier` one, where it says nothing itself and still means the same.
    #[must_use]
    pub fn keeping_messages_of(mut self, earlier: &Self) -> Self {
        let speaks = |document: &Self| {
            !document.messages().is_empty() || document.forms().any(|form| form.messages().next().is_some())
        };
        if speaks(&self) || !speaks(earlier) || self.revision() != earlier.revision() {
            return self;
        }
        self.messages = earlier.messages().to_vec();
        for form in self.remediations.iter_mut().chain(&mut self.actions) {
            if let Some(known) = earlier.form(&form.id) {
                let kept = messages_of(known);
                form.fields.iter_mut().for_each(|field| keep(field, &kept));
            }
        }
        self
    }
}

fn messages_of(form: &Form) -> HashMap<&ControlName, &[Message]> {
    let speaking = form.all_fields().into_iter().filter(|field| !field.messages.is_empty());
    speaking.map(|field| (&field.control, field.messages.as_slice())).collect()
}

fn keep(field: &mut Field, kept: &HashMap<&ControlName, &[Message]>) {
    if let Some(messages) = kept.get(&field.control) {
        field.messages = messages.to_vec();
    }
    match &mut field.content {
        Content::Group(fields) => fields.iter_mut().for_each(|field| keep(field, kept)),
        Content::OneOf(variants) => {
            variants.iter_mut().flat_map(|variant| &mut variant.fields).for_each(|field| keep(field, kept));
        }
        Content::Constant(_)
        | Content::Missing
        | Content::Text { .. }
        | Content::Boolean { .. }
        | Content::Choice { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn document(name: &str, message: Option<&str>, field_message: Option<&str>) -> Document {
        let messages = |text: Option<&str>| {
            let list: Vec<Value> = text.iter().map(|text| json!({ "message": text, "class": "ERROR" })).collect();
            json!({ "type": "array", "value": list })
        };
        let body = json!({
            "version": "1.0.0",
            "stateHandle": crate::random::token(),
            "messages": messages(message),
            "remediation": { "type": "array", "value": [{
                "name": name, "href": "https://org.example/idp/idx/challenge/answer", "rel": ["create-form"],
                "value": [
                    { "name": "credentials", "form": { "value": [
                        { "name": "passcode", "label": "Code", "messages": messages(field_message) }
                    ] } },
                    { "name": "stateHandle", "value": "handle", "mutable": false, "visible": false },
                ],
            }] },
        });
        Document::parse(body.to_string().as_bytes()).expect("a document")
    }

    fn said(document: &Document) -> Vec<&str> {
        let of_fields = document.forms().flat_map(Form::messages).map(|(_, message)| message);
        document.messages().iter().chain(of_fields).map(|message| message.text.as_str()).collect()
    }

    #[test]
    fn a_silent_document_keeps_what_was_said_before_at_every_depth() {
        let earlier = document("challenge-authenticator", Some("Try again"), Some("Wrong code"));

        let polled = document("challenge-authenticator", None, None).keeping_messages_of(&earlier);

        assert_eq!(said(&polled), ["Try again", "Wrong code"]);
        assert_ne!(polled.state_handle(), earlier.state_handle());
    }

    #[test]
    fn a_document_that_speaks_is_not_talked_over() {
        let earlier = document("challenge-authenticator", None, Some("Wrong code"));

        let polled = document("challenge-authenticator", Some("Rejected"), None).keeping_messages_of(&earlier);

        assert_eq!(said(&polled), ["Rejected"]);
    }

    #[test]
    fn another_step_keeps_nothing() {
        let earlier = document("challenge-authenticator", Some("Try again"), None);

        let next = document("select-authenticator-enroll", None, None).keeping_messages_of(&earlier);

        assert!(said(&next).is_empty());
    }
}
