//! The forms of the Identity Engine: how they are written, and which bodies fit them.

use serde_json::{Map, Value, json};

use super::wire::ION;

/// Writes the forms of one document: every one of them carries the state handle.
pub(super) struct Forms<'a> {
    pub(super) base_url: &'a str,
    pub(super) state_handle: &'a str,
}

impl Forms<'_> {
    /// A form of that name which posts `fields` and the state handle to a path below `/idp/idx`.
    pub(super) fn form(&self, name: &str, path: &str, mut fields: Vec<Value>) -> Value {
        fields.push(json!({
            "name": "stateHandle", "required": true, "value": self.state_handle, "visible": false, "mutable": false,
        }));
        json!({
            "rel": ["create-form"],
            "name": name,
            "href": format!("{}/idp/idx/{path}", self.base_url),
            "method": "POST",
            "produces": ION,
            "value": fields,
            "accepts": "application/json; okta-version=1.0.0",
        })
    }

    /// As [`form`](Self::form), about a part of the document.
    pub(super) fn related(&self, name: &str, path: &str, to: &str, fields: Vec<Value>) -> Value {
        let mut form = self.form(name, path, fields);
        form["relatesTo"] = json!([to]);
        form
    }
}

/// A field whose value the client copies and the person never sees.
pub(super) fn fixed(name: &str, value: &str) -> Value {
    json!({ "name": name, "required": true, "value": value, "visible": false, "mutable": false })
}

/// `credentials` with these fields in it.
pub(super) fn credentials(fields: &[Value]) -> Value {
    json!({ "name": "credentials", "type": "object", "form": { "value": fields }, "required": true })
}

/// Why a body does not fit a form.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Complaint {
    /// The field of that name must not be blank.
    Blank(String),
    /// The body breaks the form's rules; no person could have caused it.
    Misfit(String),
}

/// The forms of a document, remediations first, that post to `path`.
pub(super) fn offered<'d>(document: &'d Value, path: &str) -> Vec<&'d Value> {
    let remediations = document["remediation"]["value"].as_array().into_iter().flatten();
    let actions = document.as_object().into_iter().flatten().flat_map(|(_, member)| {
        let nested = member["value"].as_object().into_iter().flatten().map(|(_, nested)| nested);
        std::iter::once(member).chain(nested)
    });
    let posts_there = |form: &&Value| {
        form.get("rel").is_some()
            && form["href"].as_str().and_then(|href| href.split_once("/idp/idx/")).is_some_and(|(_, end)| end == path)
    };
    remediations.chain(actions).filter(posts_there).collect()
}

/// Everything in `body` that breaks the rules of `form`.
pub(super) fn complaints(form: &Value, body: &Map<String, Value>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    check_fields(form["value"].as_array().map_or(&[], Vec::as_slice), body, &mut complaints);
    complaints
}

fn check_fields(fields: &[Value], body: &Map<String, Value>, complaints: &mut Vec<Complaint>) {
    for name in body.keys() {
        if !fields.iter().any(|field| field["name"] == name.as_str()) {
            complaints.push(Complaint::Misfit(format!("{name}: the form has no such field")));
        }
    }
    for field in fields {
        let name = field["name"].as_str().unwrap_or_default();
        match body.get(name) {
            Some(value) => check_field(field, name, value, complaints),
            None if field["required"] != true => {}
            None if field["mutable"] == false => {
                complaints.push(Complaint::Misfit(format!("{name}: an immutable value is missing")));
            }
            None => match field["form"]["value"].as_array() {
                Some(children) => check_fields(children, &Map::new(), complaints),
                None => complaints.push(Complaint::Blank(name.to_owned())),
            },
        }
    }
}

fn check_field(field: &Value, name: &str, value: &Value, complaints: &mut Vec<Complaint>) {
    let misfit = |what: &str| Complaint::Misfit(format!("{name}: {what}"));
    if field["mutable"] == false {
        if field["value"] != *value {
            complaints.push(misfit("an immutable value was changed"));
        }
    } else if let Some(children) = field["form"]["value"].as_array() {
        match value.as_object() {
            Some(body) => check_fields(children, body, complaints),
            None => complaints.push(misfit("an object was expected")),
        }
    } else if let Some(options) = field["options"].as_array() {
        if !options.iter().any(|option| fits(option, value)) {
            complaints.push(misfit("not one of the options"));
        }
    } else if field["type"] == "boolean" {
        if !value.is_boolean() {
            complaints.push(misfit("a boolean was expected"));
        }
    } else {
        match value.as_str() {
            None => complaints.push(misfit("a string was expected")),
            Some("") if field["required"] == true => complaints.push(Complaint::Blank(name.to_owned())),
            Some(_) => {}
        }
    }
}

fn fits(option: &Value, value: &Value) -> bool {
    match option["value"]["form"]["value"].as_array() {
        None => option["value"] == *value,
        Some(fields) => value.as_object().is_some_and(|body| {
            let mut complaints = Vec::new();
            check_fields(fields, body, &mut complaints);
            complaints.is_empty()
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn select() -> Value {
        let option = |enrollment: &str| {
            json!({ "label": "Phone", "value": { "form": { "value": [
                fixed("id", "aut-phone"), fixed("enrollmentId", enrollment)
            ] } } })
        };
        let field = json!({ "name": "authenticator", "type": "object", "options": [option("one"), option("two")],
            "required": true });
        Forms { base_url: "http://org.example", state_handle: "02.handle" }.form("select", "challenge", vec![field])
    }

    fn complaints_about(body: &Value) -> Vec<Complaint> {
        complaints(&select(), body.as_object().expect("an object"))
    }

    #[test]
    fn a_body_of_the_forms_own_values_fits() {
        let body = json!({ "authenticator": { "id": "aut-phone", "enrollmentId": "two" }, "stateHandle": "02.handle" });

        assert_eq!(complaints_about(&body), []);
    }

    #[test]
    fn an_option_that_was_not_offered_does_not_fit() {
        let body = json!({ "authenticator": { "id": "aut-phone", "enrollmentId": "six" }, "stateHandle": "02.handle" });

        assert_eq!(complaints_about(&body), [Complaint::Misfit("authenticator: not one of the options".to_owned())]);
    }

    #[test]
    fn a_field_that_the_form_does_not_name_does_not_fit() {
        let body = json!({ "authenticator": { "id": "aut-phone", "enrollmentId": "one" }, "stateHandle": "02.handle",
            "extra": "1" });

        assert_eq!(complaints_about(&body), [Complaint::Misfit("extra: the form has no such field".to_owned())]);
    }

    #[test]
    fn a_missing_state_handle_and_a_missing_choice_are_told_apart() {
        assert_eq!(
            complaints_about(&json!({})),
            [
                Complaint::Blank("authenticator".to_owned()),
                Complaint::Misfit("stateHandle: an immutable value is missing".to_owned()),
            ]
        );
    }

    #[test]
    fn a_form_is_offered_where_it_posts() {
        let document = json!({ "remediation": { "type": "array", "value": [select()] } });

        assert_eq!(offered(&document, "challenge").len(), 1);
        assert_eq!(offered(&document, "challenge/answer").len(), 0);
    }
}
