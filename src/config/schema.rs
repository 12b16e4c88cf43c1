//! The JSON Schema of the configuration file (draft 2020-12), made from the types in [`mod@file`].

use std::collections::BTreeSet;
use std::sync::LazyLock;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::file;
use super::reader::Asked;

/// Made once: every section that is read looks into it.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let settings = SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<file::File>().to_value();
    tidy(&mut schema);
    schema
});

static KEYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut keys = BTreeSet::new();
    collect(&SCHEMA, &mut keys);
    keys
});

/// The schema as it is checked in beside the examples: pretty-printed, with a newline at its end.
pub fn json() -> String {
    format!("{:#}\n", *SCHEMA)
}

/// The keys that a section's type declares, sorted.
pub(super) fn keys_of<T: JsonSchema>() -> Vec<Asked> {
    let schema = match &SCHEMA["$defs"][T::schema_name().as_ref()] {
        Value::Null => &*SCHEMA,
        section => section,
    };
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let required: BTreeSet<&str> = required.collect();
    let names = schema["properties"].as_object().into_iter().flat_map(|properties| properties.keys());
    let mut keys: Vec<Asked> =
        names.map(|key| Asked { key: key.clone(), required: required.contains(key.as_str()) }).collect();
    keys.sort();
    keys
}

/// Every key of the format, of whatever section.
pub(super) fn all_keys() -> &'static BTreeSet<String> {
    &KEYS
}

/// An optional key is left out, never written with nothing behind it; and a description is one paragraph.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.values_mut().for_each(tidy);
            if let Some(Value::String(description)) = members.get_mut("description") {
                *description = description.replace('\n', " ");
            }
            if let Some(types) = members.get_mut("type") {
                without_null(types, |name| name == "null");
            }
            let Some(branches) = members.get_mut("anyOf") else { return };
            without_null(branches, |branch| branch["type"] == "null");
            if let Value::Object(only) = branches {
                let only = std::mem::take(only);
                members.remove("anyOf");
                // What the key says about itself goes before what its type says.
                for (name, value) in only {
                    members.entry(name).or_insert(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// Takes the alternative "nothing" out of a list; a single one left needs no list.
fn without_null(alternatives: &mut Value, is_null: impl Fn(&Value) -> bool) {
    let Value::Array(list) = alternatives else { return };
    list.retain(|alternative| !is_null(alternative));
    if list.len() == 1 {
        *alternatives = list.remove(0);
    }
}

fn collect(schema: &Value, keys: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                keys.extend(properties.keys().cloned());
            }
            members.values().for_each(|member| collect(member, keys));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys)),
        _ => {}
    }
}
