//! What a form of a document demands, read from its raw JSON and without the model of the code under test.

use serde_json::{Map, Value};

/// What a person says to a form: names as the document has them (`credentials.passcode`), and for each the text that is
/// typed, or the label or value of the option that is chosen (`Phone~2` for the second of a label).
pub(crate) type Said<'a> = &'a [(&'a str, &'a str)];

/// What has to be entered, by the names of controls, and the body that has to arrive for it.
#[derive(Debug)]
pub(crate) struct Demand {
    pub(crate) entered: Vec<(String, String)>,
    pub(crate) body: Value,
}

/// The demand of a form, given what a person says; panics when something is said that the form does not ask.
pub(crate) fn demand(form: &Value, said: Said<'_>) -> Demand {
    let mut reading = Reading { said, heard: Vec::new(), entered: Vec::new() };
    let body = reading.object(list(&form["value"]), "", "");
    let unheard: Vec<_> = said.iter().filter(|(name, _)| !reading.heard.contains(&(*name).to_owned())).collect();
    assert!(unheard.is_empty(), "the form does not ask for {unheard:?}: {form:#}");
    Demand { entered: reading.entered, body: Value::Object(body) }
}

/// The form of that id in a document: the name of a remediation, `name~2` for the second of a name, or the place of an
/// action.
pub(crate) fn form<'d>(document: &'d Value, id: &str) -> Option<&'d Value> {
    let (name, place) = name_and_place(id);
    let remediations = list(&document["remediation"]["value"]);
    if let Some(found) = remediations.iter().filter(|form| form["name"] == name).nth(place) {
        return Some(found);
    }
    let action = match id.split_once('.') {
        Some((object, action)) => &document[object]["value"][action],
        None => &document[id],
    };
    action["href"].is_string().then_some(action)
}

struct Reading<'a> {
    said: Said<'a>,
    heard: Vec<String>,
    entered: Vec<(String, String)>,
}

impl Reading<'_> {
    /// `path` leads here in names of the document, `place` in names of controls.
    fn object(&mut self, fields: &[Value], path: &str, place: &str) -> Map<String, Value> {
        let mut object = Map::new();
        for field in fields {
            let name = text(&field["name"]);
            let control = name.replace('%', "%25").replace('.', "%2E");
            if let Some(value) = self.member(field, &format!("{path}{name}"), &format!("{place}{control}")) {
                object.insert(name.to_owned(), value);
            }
        }
        object
    }

    fn member(&mut self, field: &Value, path: &str, control: &str) -> Option<Value> {
        for children in [&field["form"]["value"], &field["value"]["form"]["value"]] {
            if children.is_array() {
                return Some(Value::Object(self.object(list(children), &format!("{path}."), &format!("{control}."))));
            }
        }
        if field["mutable"] == false || text(&field["name"]) == "stateHandle" {
            return field.get("value").cloned();
        }
        let said = self.hear(path);
        let options = options(field);
        if !options.is_empty() {
            return self.choice(field, options, said.as_deref(), path, control);
        }
        if field["type"] == "boolean" {
            return match said {
                Some(said) => {
                    self.entered.push((control.to_owned(), said.clone()));
                    Some(Value::Bool(said == "true"))
                }
                // A box that is seen stands as the document has it, and an empty one means no.
                None if field["visible"] != false => Some(Value::Bool(field["value"] == true)),
                None => field.get("value").cloned(),
            };
        }
        match said {
            Some(said) => {
                self.entered.push((control.to_owned(), said.clone()));
                Some(Value::from(if field["secret"] == true { said.as_str() } else { said.trim() }))
            }
            None => field.get("value").cloned(),
        }
    }

    fn choice(
        &mut self,
        field: &Value,
        options: &[Value],
        said: Option<&str>,
        path: &str,
        control: &str,
    ) -> Option<Value> {
        let found = said.and_then(|said| {
            let (said, place) = name_and_place(said);
            options
                .iter()
                .enumerate()
                .filter(|(_, option)| option["label"] == said || option["value"] == said)
                .nth(place)
        });
        let (index, option) = match (found, said, options) {
            (Some(found), ..) => found,
            (None, Some(said), _) => panic!("{said:?} is not among {options:#?}"),
            // Where there is one answer and there has to be one, nobody is asked.
            (None, None, [only]) if field["required"] == true => (0, only),
            (None, None, _) => return field.get("value").cloned(),
        };
        self.entered.push((control.to_owned(), index.to_string()));
        let children = &option["value"]["form"]["value"];
        if children.is_array() {
            let (path, place) = (format!("{path}."), format!("{control}.{index}."));
            return Some(Value::Object(self.object(list(children), &path, &place)));
        }
        Some(option["value"].clone())
    }

    fn hear(&mut self, path: &str) -> Option<String> {
        let (_, said) = self.said.iter().find(|(name, _)| *name == path)?;
        self.heard.push(path.to_owned());
        Some((*said).to_owned())
    }
}

/// What there is to choose from; how an attribute of a profile is to be displayed is told like an option, and is none.
fn options(field: &Value) -> &[Value] {
    let is_display = |option: &&Value| option["label"] == "display" && option["value"]["type"] == "object";
    match list(&field["options"]).iter().find(is_display) {
        Some(display) => list(&display["value"]["value"]["options"]),
        None => list(&field["options"]),
    }
}

/// `name~2` is the second of that name.
fn name_and_place(id: &str) -> (&str, usize) {
    id.split_once('~').map_or((id, 0), |(name, place)| (name, place.parse::<usize>().expect("a number") - 1))
}

fn list(node: &Value) -> &[Value] {
    node.as_array().map_or(&[], Vec::as_slice)
}

fn text(node: &Value) -> &str {
    node.as_str().unwrap_or_default()
}

mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn saying_what_nobody_asked_is_a_mistake_of_the_test() {
        let form = json!({ "name": "skip", "value": [{ "name": "stateHandle", "value": "handle" }] });

        let demanded = std::panic::catch_unwind(|| demand(&form, &[("identifier", "kim")]));

        assert!(demanded.is_err());
    }

    #[test]
    fn a_demand_copies_what_is_fixed_and_takes_what_was_said() {
        let form = json!({ "name": "select", "href": "https://org.example/idp/idx/challenge", "value": [
            { "name": "authenticator", "type": "object", "options": [
                { "label": "Email", "value": { "form": { "value": [] } } },
                { "label": "Phone", "value": { "form": { "value": [
                    { "name": "id", "value": "aut1", "mutable": false },
                    { "name": "methodType", "options": [{ "label": "SMS", "value": "sms" }] },
                ] } } },
            ] },
            { "name": "rememberMe", "type": "boolean", "value": true },
            { "name": "stateHandle", "value": "handle" },
        ] });

        let demand = demand(&form, &[("authenticator", "Phone"), ("authenticator.methodType", "sms")]);

        let chosen = json!({ "id": "aut1", "methodType": "sms" });
        assert_eq!(demand.body, json!({ "authenticator": chosen, "rememberMe": true, "stateHandle": "handle" }));
        let entered = [("authenticator", "1"), ("authenticator.1.methodType", "0")];
        assert_eq!(demand.entered, entered.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
