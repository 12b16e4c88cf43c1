//! Forms outside the list of remediations: `cancel` at the top, `resend`, `send`, `poll`, `recover` and `cancel` inside
//! the objects they act on.

use serde_json::Value;

use super::field::ControlName;
use super::form::{Form, MOST_FORMS};
use super::json;
use super::relation::Relation;

/// Members that hold no action, or hold forms of another kind: `context` is offered by old servers and used by
/// nobody, and the form of a finished conversation is for the token endpoint.
const ELSEWHERE: &[&str] = &["remediation", "messages", "context", "successWithInteractionCode", "success", "failure"];

/// Every action of the document, named by where it stands: those of an object first, those of the whole last.
pub(super) fn read_all(document: &Value) -> Vec<Form> {
    let mut actions = Vec::new();
    for (name, node) in document.as_object().into_iter().flatten() {
        if !ELSEWHERE.contains(&name.as_str()) {
            search(node, ControlName::child(None, name), name, &mut actions);
        }
    }
    actions.sort_by(|one, other| key(one).cmp(&key(other)));
    actions
}

/// Members of a JSON object have no order, so it takes one of ours.
fn key(action: &Form) -> (bool, &str) {
    (!action.id.contains('.'), &action.id)
}

fn search(node: &Value, path: Option<ControlName>, member: &str, actions: &mut Vec<Form>) {
    let Some(path) = path else { return };
    if is_action(node) {
        if actions.len() >= MOST_FORMS {
            return;
        }
        if let Some(mut action) = Form::read(node) {
            if action.relation.is_none() && path.as_str() != member {
                action.relation = Some(Relation::to_member(member));
            }
            action.id = path.as_str().to_owned();
            actions.push(action);
        }
        return;
    }
    match json::inner(node) {
        Value::Object(object) => {
            for (name, child) in object {
                search(child, ControlName::child(Some(&path), name), member, actions);
            }
        }
        Value::Array(items) => {
            for (index, child) in items.iter().enumerate() {
                search(child, ControlName::child(Some(&path), &index.to_string()), member, actions);
            }
        }
        _ => {}
    }
}

/// Icons and policies have a `rel` too; an action's says that it makes a form.
fn is_action(node: &Value) -> bool {
    let relations = node.get("rel").and_then(Value::as_array);
    relations.is_some_and(|relations| relations.iter().any(|relation| relation == "create-form"))
}
