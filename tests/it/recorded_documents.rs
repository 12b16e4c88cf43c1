//! Documents recorded by others: every one in the directory that `IDX_SAMPLES` names is read or refused as it should
//! be, and every form in them sends what the rules of the protocol prescribe.
//!
//! The rules are written down here a second time, on raw JSON and without a model, so that a mistake in the code
//! under test does not confirm itself. The recorded documents do not belong to this project: where there are none,
//! the documents of our own stand for them.

use gatehouse::idx::{Document, Inputs, NotADocument, Outcome};
use serde_json::{Map, Value};

use crate::support::recordings::Recordings;

/// More than the options of any recorded choice.
const ROUNDS: usize = 20;

#[test]
fn every_recorded_document_is_read_or_refused_as_its_kind_demands() {
    let Some(recordings) = Recordings::open() else { return };
    for (name, body) in recordings.documents() {
        let kind = recordings.kind(&name);
        let raw: Value = serde_json::from_slice(&body).unwrap_or_default();

        let document = Document::parse(&body);

        assert!(is_expected(kind, &raw, &document), "{name} ({kind}): {document:?}");
    }
}

#[test]
fn every_form_of_every_recorded_document_sends_what_the_rules_prescribe() {
    let Some(recordings) = Recordings::open() else { return };
    let mut bodies = 0;
    for (name, body) in recordings.documents() {
        let Ok(document) = Document::parse(&body) else { continue };
        let raw: Value = serde_json::from_slice(&body).expect("what is a document is JSON");
        let remediations = raw["remediation"]["value"].as_array().map_or(&[][..], Vec::as_slice);
        let actions = actions(&raw);
        assert_eq!(document.remediations().len(), remediations.len(), "{name}: {document:?}");
        assert_eq!(document.actions().len(), actions.len(), "{name}: {document:?}");

        let in_order = document.remediations().iter().zip(remediations);
        let by_place = document.actions().iter().map(|form| {
            let raw = actions.iter().find(|(place, _)| *place == form.id).map(|&(_, raw)| raw);
            (form, raw.unwrap_or_else(|| panic!("{name}: {} is no action: {actions:?}", form.id)))
        });
        for (form, raw) in in_order.chain(by_place) {
            assert_eq!(form.name, raw["name"].as_str().unwrap_or("unnamed"), "{name}");
            assert_eq!(Some(form.href.as_sent()), raw["href"].as_str(), "{name}");
            let fields = raw["value"].as_array().map_or(&[][..], Vec::as_slice);
            for round in 0..ROUNDS {
                let mut pairs = Vec::new();
                let mut expected = prescribe(fields, "", round, &mut pairs);
                // Giving up on a device takes a reason, which no form lists.
                if matches!(form.name.as_str(), "cancel-polling" | "cancel-polling-transaction") {
                    expected.insert("reason".to_owned(), "USER_CANCELED".into());
                }
                let expected = Value::Object(expected);

                let sent = form.body(&Inputs::from_pairs(pairs.clone()));

                assert_eq!(sent, Ok(expected), "{name}: {}: {pairs:?}", form.id);
                bodies += 1;
            }
        }
    }
    assert!(bodies > 0, "no form anywhere");
}

fn is_expected(kind: &str, raw: &Value, document: &Result<Document, NotADocument>) -> bool {
    let outcome = document.as_ref().map(Document::outcome);
    let hands_over = |name: &str| raw.get(name).is_some() || raw.to_string().contains(&format!("\"{name}-redirect\""));
    match kind {
        "remediation" | "remediation-error" if hands_over("success") => {
            matches!(outcome, Ok(Outcome::SuccessRedirect(_)))
        }
        "remediation" | "remediation-error" | "terminal-error" if hands_over("failure") => {
            matches!(outcome, Ok(Outcome::FailureRedirect(_)))
        }
        "remediation" | "remediation-error" => matches!(outcome, Ok(Outcome::Step)),
        "terminal" => matches!(outcome, Ok(Outcome::Terminal { succeeded: true })),
        "terminal-error" => matches!(outcome, Ok(Outcome::Terminal { succeeded: false })),
        "success" => matches!(outcome, Ok(Outcome::SuccessRedirect(_))),
        "success-interaction-code" => matches!(outcome, Ok(Outcome::Finished(_))),
        "api-error" => matches!(outcome, Err(NotADocument::Api { .. })),
        "oauth-error" => matches!(outcome, Err(NotADocument::OAuth { .. })),
        "interact" | "token" | "token-introspection" | "jwks" | "discovery" | "fragment-form" | "other" => {
            matches!(outcome, Err(NotADocument::OtherJson | NotADocument::UnknownVersion))
        }
        // Bodies of requests hold a state handle, which is mark enough of a document; fragments may be anything.
        "request-body" | "other-idx" => true,
        _ => panic!("unknown kind {kind}"),
    }
}

/// Whatever says that it creates a form, with the path to it, elsewhere than where nobody looks.
fn actions(document: &Value) -> Vec<(String, &Value)> {
    fn search<'a>(place: &str, node: &'a Value, found: &mut Vec<(String, &'a Value)>) {
        if node["rel"][0] == "create-form" && node["href"].is_string() {
            found.push((place.to_owned(), node));
        } else if node["type"].is_string() && (node["value"].is_object() || node["value"].is_array()) {
            search(place, &node["value"], found);
        } else if let Value::Object(members) = node {
            members.iter().for_each(|(name, member)| search(&format!("{place}.{name}"), member, found));
        } else if let Value::Array(items) = node {
            items.iter().enumerate().for_each(|(index, item)| search(&format!("{place}.{index}"), item, found));
        }
    }
    let mut found = Vec::new();
    for (name, member) in document.as_object().into_iter().flatten() {
        if !["remediation", "messages", "context", "successWithInteractionCode"].contains(&name.as_str()) {
            search(name, member, &mut found);
        }
    }
    found
}

/// The object that `fields` make when everything is filled in and option number `round` is chosen wherever there is a
/// choice; what to enter for that is added to `pairs`.
fn prescribe(fields: &[Value], path: &str, round: usize, pairs: &mut Vec<(String, String)>) -> Map<String, Value> {
    let mut object = Map::new();
    for field in fields {
        let name = field["name"].as_str().expect("recorded fields have names");
        let control = format!("{path}{}", name.replace('%', "%25").replace('.', "%2E"));
        if let Some(value) = prescribe_one(field, name, &control, round, pairs) {
            match (object.get_mut(name), value) {
                // The same composite twice: its parts make one object.
                (Some(Value::Object(first)), Value::Object(second)) => first.extend(second),
                (_, value) => drop(object.insert(name.to_owned(), value)),
            }
        }
    }
    object
}

fn prescribe_one(
    field: &Value,
    name: &str,
    control: &str,
    round: usize,
    pairs: &mut Vec<(String, String)>,
) -> Option<Value> {
    for children in [&field["form"]["value"], &field["value"]["form"]["value"]] {
        if let Some(children) = children.as_array() {
            return Some(Value::Object(prescribe(children, &format!("{control}."), round, pairs)));
        }
    }
    if field["mutable"] == false || name == "stateHandle" {
        return field.get("value").cloned();
    }
    let mut options = field["options"].as_array().cloned().unwrap_or_default();
    let is_display = |option: &Value| option["label"] == "display" && option["value"]["type"] == "object";
    if let Some(display) = options.iter().find(|option| is_display(option)) {
        options = display["value"]["value"]["options"].as_array().cloned().unwrap_or_default();
    }
    let usable: Vec<(usize, &Value)> = options
        .iter()
        .enumerate()
        .filter(|(_, option)| option.get("value").is_some() || option.get("form").is_some())
        .collect();
    if !usable.is_empty() {
        let (index, option) = usable[round % usable.len()];
        pairs.push((control.to_owned(), index.to_string()));
        for children in [&option["value"]["form"]["value"], &option["form"]["value"]] {
            if let Some(children) = children.as_array() {
                let path = format!("{control}.{index}.");
                return Some(Value::Object(prescribe(children, &path, round, pairs)));
            }
        }
        return Some(match option["value"].as_str() {
            Some("true") if field["type"] == "boolean" => Value::Bool(true),
            Some("false") if field["type"] == "boolean" => Value::Bool(false),
            _ => option["value"].clone(),
        });
    }
    if field["type"] == "boolean" {
        let is_ticked = round.is_multiple_of(2) || field["visible"] == false;
        if is_ticked {
            pairs.push((control.to_owned(), "true".to_owned()));
        }
        return Some(Value::Bool(is_ticked));
    }
    // In the odd rounds everything that may be left out is left out, and its default takes its place.
    if !round.is_multiple_of(2) && field["required"] != true && !(name == "passcode" || name == "totp") {
        return field.get("value").cloned();
    }
    let entered = format!(" {round} <entered> & „so“ ");
    pairs.push((control.to_owned(), entered.clone()));
    Some(Value::from(if field["secret"] == true { entered.as_str() } else { entered.trim() }))
}
