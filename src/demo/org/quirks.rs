//! Irregular documents on request: everything that has been seen in real ones and that a client must survive.

use serde::Deserialize;
use serde_json::{Value, json};

/// What the documents look like until further notice; all off by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quirks {
    /// Optional fields say `"required": "false"`, as text.
    pub required_as_text: bool,
    /// Forms do not say which media type they accept.
    pub missing_accepts: bool,
    /// `relatesTo` is one text instead of a list.
    pub bare_relates_to: bool,
    /// Every form relates to a member that is not there.
    pub unresolvable_relates_to: bool,
    /// The first form occurs twice.
    pub duplicate_remediations: bool,
    /// A form nobody has heard of comes first but for one.
    pub unknown_remediations: bool,
    /// Members that no specification names.
    pub extra_members: bool,
    /// Messages are text without a key.
    pub messages_without_key: bool,
    /// New transactions have a state handle of 20 KB.
    pub large_state_handle: bool,
}

impl Quirks {
    pub(super) fn apply(self, document: &mut Value) {
        if self.extra_members {
            document["experimental"] = json!({ "type": "object", "value": { "nested": [1, null, { "deep": true }] } });
        }
        self.apply_to_every_object(document);
        let Some(forms) = document.pointer_mut("/remediation/value").and_then(Value::as_array_mut) else { return };
        if self.unresolvable_relates_to {
            for form in forms.iter_mut() {
                form["relatesTo"] = json!(["authenticatorChallenge"]);
            }
        }
        let Some(first) = forms.first().cloned() else { return };
        if self.unknown_remediations {
            let mut unknown = first.clone();
            unknown["name"] = "consult-the-oracle".into();
            unknown["href"] = first["href"].as_str().map(|href| format!("{href}/oracle")).into();
            forms.insert(1, unknown);
        }
        if self.duplicate_remediations {
            forms.push(first);
        }
    }

    fn apply_to_every_object(self, value: &mut Value) {
        match value {
            Value::Array(values) => values.iter_mut().for_each(|value| self.apply_to_every_object(value)),
            Value::Object(members) => {
                let is_field = members.contains_key("name") && !members.contains_key("href");
                if self.required_as_text && is_field && members.get("required").is_none_or(|required| required == false)
                {
                    members.insert("required".to_owned(), "false".into());
                }
                if self.missing_accepts {
                    members.remove("accepts");
                }
                if self.messages_without_key && members.contains_key("message") {
                    members.remove("i18n");
                }
                if self.bare_relates_to
                    && let Some(bare) = members.get("relatesTo").and_then(|list| list.get(0)).cloned()
                {
                    members.insert("relatesTo".to_owned(), bare);
                }
                members.values_mut().for_each(|value| self.apply_to_every_object(value));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quirks_change_what_is_written_and_nothing_else() {
        let mut document = json!({
            "messages": { "value": [{ "message": "Hello", "i18n": { "key": "k" } }] },
            "remediation": { "value": [{
                "name": "identify", "href": "http://org.example/idp/idx/identify", "accepts": "application/json",
                "relatesTo": ["$.currentAuthenticator"], "value": [{ "name": "identifier" }],
            }] },
        });

        let quirks = Quirks {
            required_as_text: true,
            missing_accepts: true,
            bare_relates_to: true,
            messages_without_key: true,
            duplicate_remediations: true,
            unknown_remediations: true,
            ..Quirks::default()
        };
        quirks.apply(&mut document);

        let forms = document["remediation"]["value"].as_array().expect("forms");
        let names: Vec<&Value> = forms.iter().map(|form| &form["name"]).collect();
        assert_eq!(names, ["identify", "consult-the-oracle", "identify"]);
        assert_eq!(forms[0]["relatesTo"], "$.currentAuthenticator");
        assert_eq!(forms[0]["value"][0]["required"], "false");
        assert!(forms[0].get("accepts").is_none());
        assert!(document["messages"]["value"][0].get("i18n").is_none());
    }
}
