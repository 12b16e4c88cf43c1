//! From what a browser sent to the body that a form describes.
//!
//! The form decides the shape: fixed values are copied from the document, options are named by their index, and
//! whatever the form did not ask for is not looked at. So a browser can never add a member, change a fixed value or
//! send a value that was not offered. The one exception are the known reasons for giving up on a device.

use std::collections::HashMap;
use std::fmt;

use serde_json::{Map, Value};

use super::field::{Content, ControlName, Field, Variant};
use super::form::Form;
use super::giving_up::GivingUp;

/// What was entered: control names and their values.
#[derive(Clone, Default)]
pub struct Inputs {
    values: HashMap<String, Vec<String>>,
    from_page: bool,
}

/// Something that keeps a form from being sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFault {
    /// The control to complain about.
    pub control: ControlName,
    /// What is wrong with it.
    pub reason: FaultReason,
}

/// What is wrong with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultReason {
    /// It has to be given.
    Missing,
    /// It names no option of the form.
    NotOffered,
    /// It is neither yes nor no.
    NotABoolean,
}

impl Inputs {
    /// What a page sent, as decoded pairs.
    ///
    /// Browsers leave an unticked checkbox out: in inputs from a page, a visible yes-or-no that is absent means no,
    /// whatever its default. Otherwise nobody could refuse a scope that is ticked to begin with.
    pub fn from_pairs<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut inputs = Self { from_page: true, ..Self::default() };
        for (name, value) in pairs {
            inputs.values.entry(name.into()).or_default().push(value.into());
        }
        inputs
    }

    /// Nothing entered by anyone, as when polling: every field has its default.
    pub fn none() -> Self {
        Self::default()
    }

    /// Replaces what was entered for `control`.
    pub fn set(&mut self, control: impl Into<String>, value: impl Into<String>) {
        self.values.insert(control.into(), vec![value.into()]);
    }

    /// What was entered for `control`; the first value, if there are several.
    pub fn get(&self, control: &str) -> Option<&str> {
        self.values.get(control)?.first().map(String::as_str)
    }

    fn all(&self, control: &ControlName) -> &[String] {
        self.values.get(control.as_str()).map_or(&[], Vec::as_slice)
    }
}

/// Names only: passwords are among the values.
impl fmt::Debug for Inputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.values.keys()).finish()
    }
}

impl Form {
    /// The body to post: exactly the members that the form describes.
    ///
    /// Lengths are not checked, the server knows its rules better.
    ///
    /// # Errors
    /// Every input that is missing or makes no sense, in the order of the form.
    pub fn body(&self, inputs: &Inputs) -> Result<Value, Vec<InputFault>> {
        let mut submission = Submission { inputs, faults: Vec::new() };
        let mut body = submission.object(&self.fields);
        if self.gives_up_on_a_device() {
            GivingUp::read(inputs).write(&mut body);
        }
        if submission.faults.is_empty() { Ok(Value::Object(body)) } else { Err(submission.faults) }
    }
}

struct Submission<'a> {
    inputs: &'a Inputs,
    faults: Vec<InputFault>,
}

impl Submission<'_> {
    fn object(&mut self, fields: &[Field]) -> Map<String, Value> {
        let member = |field: &Field| Some((field.name.clone(), self.value(field)?));
        fields.iter().filter_map(member).collect()
    }

    fn value(&mut self, field: &Field) -> Option<Value> {
        match &field.content {
            Content::Constant(value) => Some(value.clone()),
            Content::Missing => None,
            Content::Text { default, .. } => self.text(field, default.as_ref()),
            Content::Boolean { default } => self.boolean(field, *default),
            Content::Choice { options, default } => {
                let offered = options.iter().map(|option| (option.index, option));
                match self.chosen(field, offered) {
                    Chosen::Option(option) => Some(option.value.clone()),
                    Chosen::Nothing => self.absent(field, default.as_ref()),
                    Chosen::Blank => self.absent(field, None),
                    Chosen::Nonsense => None,
                }
            }
            Content::Group(fields) => Some(Value::Object(self.group(field, fields))),
            Content::OneOf(variants) => {
                let offered = variants.iter().map(|variant| (variant.index, variant));
                match self.chosen(field, offered) {
                    Chosen::Option(Variant { fields, .. }) => Some(Value::Object(self.object(fields))),
                    Chosen::Nothing | Chosen::Blank => self.absent(field, None),
                    Chosen::Nonsense => None,
                }
            }
        }
    }

    /// A line of text. What is secret goes as it was typed; around anything else, white space is a slip of the hand
    /// (and the telephone keyboard's habit after a code).
    fn text(&mut self, field: &Field, default: Option<&Value>) -> Option<Value> {
        let Some(entered) = self.inputs.all(&field.control).first() else {
            return self.absent(field, default);
        };
        let entered = if field.secret { entered.as_str() } else { entered.trim() };
        // An empty line says nothing, unless there was something in it to take out.
        if entered.is_empty() && (field.required || default.is_none()) {
            return self.absent(field, None);
        }
        Some(Value::from(entered))
    }

    /// Yes when any of the values says so: a page may put a hidden `false` beside its checkbox.
    fn boolean(&mut self, field: &Field, default: Option<bool>) -> Option<Value> {
        let entered = self.inputs.all(&field.control);
        if entered.is_empty() {
            let unticked = self.inputs.from_page && field.visible;
            let default = if unticked { Some(false) } else { default };
            return self.absent(field, default.map(Value::from).as_ref());
        }
        let answers: Option<Vec<bool>> = entered.iter().map(|text| truth(text)).collect();
        if answers.is_none() {
            self.fault(field, FaultReason::NotABoolean);
        }
        answers.map(|answers| Value::Bool(answers.contains(&true)))
    }

    /// An object of its own. One that is required and stays empty lacks whatever its first control asks for.
    fn group(&mut self, field: &Field, fields: &[Field]) -> Map<String, Value> {
        let faults_before = self.faults.len();
        let object = self.object(fields);
        let is_lacking = field.required && object.is_empty() && self.faults.len() == faults_before;
        if let Some(first) = first_control(fields).filter(|_| is_lacking) {
            self.fault(first, FaultReason::Missing);
        }
        object
    }

    fn chosen<'o, T>(&mut self, field: &Field, mut offered: impl Iterator<Item = (usize, &'o T)>) -> Chosen<'o, T> {
        let Some(entered) = self.inputs.all(&field.control).first() else { return Chosen::Nothing };
        if entered.is_empty() {
            return Chosen::Blank;
        }
        let index = entered.parse().ok();
        match offered.find(|&(offered, _)| Some(offered) == index) {
            Some((_, option)) => Chosen::Option(option),
            None => {
                self.fault(field, FaultReason::NotOffered);
                Chosen::Nonsense
            }
        }
    }

    fn absent(&mut self, field: &Field, default: Option<&Value>) -> Option<Value> {
        if default.is_none() && field.required {
            self.fault(field, FaultReason::Missing);
        }
        default.cloned()
    }

    fn fault(&mut self, field: &Field, reason: FaultReason) {
        self.faults.push(InputFault { control: field.control.clone(), reason });
    }
}

/// The first field a browser can fill in, however deep.
fn first_control(fields: &[Field]) -> Option<&Field> {
    fields.iter().find_map(|field| match &field.content {
        Content::Group(parts) => first_control(parts),
        _ => field.takes_input().then_some(field),
    })
}

enum Chosen<'a, T> {
    Option(&'a T),
    Nothing,
    Blank,
    Nonsense,
}

fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "on" => Some(true),
        "false" | "" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form(fields: &Value) -> Form {
        Form::read(&json!({"name": "a", "href": "https://org.example/", "method": "POST", "value": fields}))
            .expect("a form")
    }

    #[test]
    fn what_a_person_entered_is_not_shown_in_debug() {
        let inputs = Inputs::from_pairs([("credentials.passcode", "hunter2")]);

        assert_eq!(format!("{inputs:?}"), r#"{"credentials.passcode"}"#);
    }

    #[test]
    fn a_scope_that_is_ticked_to_begin_with_can_be_refused() {
        let form = form(&json!([{"name": "phone", "type": "boolean", "value": true, "required": true}]));

        let refused = form.body(&Inputs::from_pairs([("other", "x")]));

        assert_eq!(refused, Ok(json!({"phone": false})));
    }

    #[test]
    fn an_answer_that_stands_for_a_button_is_never_assumed() {
        let form = form(&json!([{"name": "consent", "type": "boolean", "visible": false, "required": true}]));

        let faults = form.body(&Inputs::from_pairs([("other", "x")])).expect_err("no button was pressed");

        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].control.as_str(), faults[0].reason), ("consent", FaultReason::Missing));
    }

    #[test]
    fn inputs_can_be_set_one_by_one() {
        let form = form(&json!([{"name": "credentials", "form": {"value": [{"name": "passcode"}]}}]));
        let mut inputs = Inputs::none();

        inputs.set("credentials.passcode", "1");
        inputs.set("credentials.passcode", "2");

        assert_eq!(inputs.get("credentials.passcode"), Some("2"));
        assert_eq!(form.body(&inputs), Ok(json!({"credentials": {"passcode": "2"}})));
    }
}
