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
}

/// A field whose value the client copies and the person never sees.
pub(super) fn fixed(name: &str, value: &str) -> Value {
    json!({ "name": name, "required": true, "value": value, "visible": false, "mutable": false })
}

/// Which of several enrolments of one authenticator is meant.
const ENROLLMENT_ID: &str = "enrollmentId";

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

impl Complaint {
    /// Whether no person could have caused it.
    pub(super) fn is_misfit(&self) -> bool {
        matches!(self, Self::Misfit(_))
    }
}

/// What a field takes: the Identity Engine writes composite fields in four ways.
enum Kind<'f> {
    /// An object of these fields.
    Composite(&'f [Value]),
    /// An object of the fields of one of these.
    OneOf(Vec<&'f [Value]>),
    /// One of these values.
    Choice(Vec<&'f Value>),
    /// A boolean or a text.
    Scalar,
}

impl<'f> Kind<'f> {
    fn of(field: &'f Value) -> Self {
        let fields = |pointer: &str| field.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice);
        if let Some(children) = fields("/form/value").or_else(|| fields("/value/form/value")) {
            return Self::Composite(children);
        }
        let Some(options) = field["options"].as_array() else { return Self::Scalar };
        let of_option = |option: &'f Value| {
            let fields = option.pointer("/value/form/value").or_else(|| option.pointer("/form/value"));
            fields.and_then(Value::as_array).map(Vec::as_slice)
        };
        let forms: Vec<&[Value]> = options.iter().filter_map(of_option).collect();
        if !forms.is_empty() {
            return Self::OneOf(forms);
        }
        // How an attribute is to be shown stands where a choice would, and has its own choices inside.
        let display = options.iter().find(|option| option["label"] == "display" && option["value"].is_object());
        match display.map(|display| display.pointer("/value/value/options").and_then(Value::as_array)) {
            Some(None) => Self::Scalar,
            Some(Some(inner)) => Self::Choice(inner.iter().map(|option| &option["value"]).collect()),
            None => Self::Choice(options.iter().map(|option| &option["value"]).collect()),
        }
    }
}

/// The lists of children of a field, wherever they stand.
pub(super) fn children_mut(field: &mut Value) -> Vec<&mut Vec<Value>> {
    let mut lists = Vec::new();
    let Some(members) = field.as_object_mut() else { return lists };
    for (name, member) in members {
        match name.as_str() {
            "form" => lists.extend(member.get_mut("value").and_then(Value::as_array_mut)),
            "value" => lists.extend(member.pointer_mut("/form/value").and_then(Value::as_array_mut)),
            "options" => {
                for option in member.as_array_mut().into_iter().flatten() {
                    let nested =
                        if option.pointer("/value/form").is_some() { "/value/form/value" } else { "/form/value" };
                    lists.extend(option.pointer_mut(nested).and_then(Value::as_array_mut));
                }
            }
            _ => {}
        }
    }
    lists
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
            // Okta's own clients choose an authenticator by its id alone: then the first enrolment is meant.
            None if name == ENROLLMENT_ID => {}
            None if field["mutable"] == false => {
                complaints.push(Complaint::Misfit(format!("{name}: an immutable value is missing")));
            }
            None => match Kind::of(field) {
                Kind::Composite(children) => check_fields(children, &Map::new(), complaints),
                _ => complaints.push(Complaint::Blank(name.to_owned())),
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
        return;
    }
    match Kind::of(field) {
        Kind::Composite(children) => match value.as_object() {
            Some(body) => check_fields(children, body, complaints),
            None => complaints.push(misfit("an object was expected")),
        },
        Kind::OneOf(forms) => match value.as_object() {
            Some(body) => {
                complaints.extend(best_of(&forms, body).unwrap_or_else(|| vec![misfit("not one of the options")]));
            }
            None => complaints.push(misfit("not one of the options")),
        },
        Kind::Choice(_) if *value == "" && field["required"] == true => {
            complaints.push(Complaint::Blank(name.to_owned()));
        }
        Kind::Choice(values) => {
            if !values.contains(&value) {
                complaints.push(misfit("not one of the options"));
            }
        }
        Kind::Scalar if field["type"] == "boolean" => {
            if !value.is_boolean() {
                complaints.push(misfit("a boolean was expected"));
            }
        }
        Kind::Scalar => match value.as_str() {
            None => complaints.push(misfit("a string was expected")),
            Some("") if field["required"] == true => complaints.push(Complaint::Blank(name.to_owned())),
            Some(_) => {}
        },
    }
}

/// What is wrong with the option that was meant; nothing when none can have been meant.
fn best_of(forms: &[&[Value]], body: &Map<String, Value>) -> Option<Vec<Complaint>> {
    let judged = forms.iter().map(|fields| {
        let mut complaints = Vec::new();
        check_fields(fields, body, &mut complaints);
        complaints
    });
    judged.filter(|complaints| !complaints.iter().any(Complaint::is_misfit)).min_by_key(Vec::len)
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
    fn which_enrolment_is_meant_need_not_be_said() {
        let body = json!({ "authenticator": { "id": "aut-phone" }, "stateHandle": "02.handle" });

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
    fn children_are_found_in_all_four_places() {
        let child = json!([{ "name": "phoneNumber", "required": true }]);
        let fields = [
            json!({ "name": "composite", "form": { "value": child } }),
            json!({ "name": "composite", "value": { "form": { "value": child } } }),
            json!({ "name": "composite", "options": [{ "value": { "form": { "value": child } } }] }),
            json!({ "name": "composite", "options": [{ "form": { "value": child } }] }),
        ];
        let judge = |field: &Value, body: Value| {
            let form = json!({ "value": [field] });
            complaints(&form, body.as_object().expect("an object"))
        };

        for mut field in fields {
            assert_eq!(judge(&field, json!({ "composite": { "phoneNumber": "+1" } })), []);
            let blank = judge(&field, json!({ "composite": { "phoneNumber": "" } }));
            assert_eq!(blank, [Complaint::Blank("phoneNumber".to_owned())], "{field}");
            assert!(judge(&field, json!({ "composite": { "number": "+1" } }))[0].is_misfit(), "{field}");
            assert_eq!(children_mut(&mut field).len(), 1, "{field}");
        }
    }

    #[test]
    fn how_an_attribute_is_shown_is_no_choice_but_may_hold_one() {
        let display = |value: Value| {
            json!({ "value": [{ "name": "country", "options": [
                { "label": "display", "value": { "type": "object", "value": value } }
            ] }] })
        };
        let text = display(json!({ "inputType": "text" }));
        let select = display(json!({ "inputType": "select", "options": [{ "label": "Sweden", "value": "SE" }] }));
        let judge = |form: &Value, country: &str| {
            let body = json!({ "country": country });
            complaints(form, body.as_object().expect("an object")).len()
        };

        assert_eq!((judge(&text, "anything"), judge(&select, "SE"), judge(&select, "anything")), (0, 0, 1));
    }

    #[test]
    fn a_form_is_offered_where_it_posts() {
        let document = json!({ "remediation": { "type": "array", "value": [select()] } });

        assert_eq!(offered(&document, "challenge").len(), 1);
        assert_eq!(offered(&document, "challenge/answer").len(), 0);
    }
}
