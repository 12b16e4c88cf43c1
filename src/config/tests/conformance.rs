//! Whether a file conforms to the JSON Schema, as far as that schema speaks of keys, types and words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value as Json;

use crate::config::schema;
use crate::config::tree::{self, Node, Value};

static SCHEMA: LazyLock<Json> = LazyLock::new(|| serde_json::from_str(&schema()).expect("the schema is JSON"));

/// Where the text differs from the schema.
pub(super) fn flaws(text: &str) -> Vec<String> {
    let (root, _) = tree::read(text).expect("the text is YAML");
    let mut flaws = Vec::new();
    conform(&root, &SCHEMA, &SCHEMA, "", &mut flaws);
    flaws
}

/// The part of JSON Schema that the configuration's schema uses.
fn conform(node: &Node, schema: &Json, root: &Json, path: &str, flaws: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).expect("the reference leads somewhere");
        return conform(node, target, root, path, flaws);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(branches) = schema[choice].as_array() {
            let fits = |branch: &&Json| {
                let mut branch_flaws = Vec::new();
                conform(node, branch, root, path, &mut branch_flaws);
                branch_flaws.is_empty()
            };
            if branches.iter().filter(fits).count() == 0 {
                flaws.push(format!("{path}: {} fits no branch of {choice}", node.describe()));
            }
            return;
        }
    }
    match &node.value {
        Value::Map(entries) if has_type(schema, "object") => {
            let keys: BTreeSet<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
            let missing = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
            flaws.extend(missing.filter(|key| !keys.contains(key)).map(|key| format!("{path}.{key} is missing")));
            for entry in entries {
                let member = match &schema["properties"][&entry.key] {
                    Json::Null => &schema["additionalProperties"],
                    member => member,
                };
                match member {
                    Json::Null | Json::Bool(_) => flaws.push(format!("{path}.{} is unknown", entry.key)),
                    member => conform(&entry.value, member, root, &format!("{path}.{}", entry.key), flaws),
                }
            }
        }
        Value::List(items) if has_type(schema, "array") => {
            items.iter().for_each(|item| conform(item, &schema["items"], root, &format!("{path}[]"), flaws));
        }
        Value::Text(text) if schema.get("const").is_some() => {
            if schema["const"] != text.as_str() {
                flaws.push(format!("{path}: {text} is not {}", schema["const"]));
            }
        }
        Value::Text(_) if has_type(schema, "string") => {}
        Value::Bool(_) if has_type(schema, "boolean") => {}
        Value::Null if has_type(schema, "null") => {}
        _ => flaws.push(format!("{path}: {} is not {}", node.describe(), schema["type"])),
    }
}

fn has_type(schema: &Json, name: &str) -> bool {
    match &schema["type"] {
        Json::String(own) => own == name,
        Json::Array(own) => own.iter().any(|own| own == name),
        _ => false,
    }
}
