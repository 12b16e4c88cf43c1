//! The fields of a form: what is asked, what is fixed, and where the pieces of a composite are.

use std::collections::HashMap;
use std::fmt;

use serde_json::{Map, Value};

use super::json;
use super::message::{self, Message};
use super::relation::Relation;

/// One entry of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// The member of the body that it becomes.
    pub name: String,
    /// The name of its control in a page.
    pub control: ControlName,
    /// What to ask for, in the person's language.
    pub label: Option<String>,
    /// A longer explanation.
    pub description: Option<String>,
    /// Whether the label was written by the org's administrators, so that no translation of ours replaces it.
    pub custom_label: bool,
    /// Whether it has to be given.
    pub required: bool,
    /// Whether a person is to see it; invisible ones are filled in by script or by the choice of a button.
    pub visible: bool,
    /// Whether what is typed must not be read over a shoulder, nor shown again.
    pub secret: bool,
    /// Which machinery fills it in: `webauthn`, `captcha`.
    pub hint: Option<String>,
    /// What was wrong with it last time.
    pub messages: Vec<Message>,
    /// The part of the document that it concerns.
    pub relation: Option<Relation>,
    /// How the org's profile policy wants it shown.
    pub presentation: Option<Presentation>,
    /// What it takes.
    pub content: Content,
}

/// What a field takes.
#[derive(Clone)]
pub enum Content {
    /// A value the server fixed: it goes back as it came, whatever the browser sent.
    Constant(Value),
    /// A fixed value that the server forgot, or a composite without parts: nothing is sent.
    Missing,
    /// A line of text.
    Text {
        /// What is sent when nothing is entered, and what the line is filled with.
        default: Option<Value>,
        /// The server's own rule, as a hint to the person.
        min_length: Option<u64>,
        /// The server's own rule, as a hint to the person.
        max_length: Option<u64>,
        /// What kind of text.
        format: Option<String>,
    },
    /// Yes or no.
    Boolean {
        /// What is sent when no answer is given.
        default: Option<bool>,
    },
    /// One of several values; the control carries the option's index.
    Choice {
        /// What can be chosen.
        options: Vec<ChoiceOption>,
        /// What is sent when nothing is chosen.
        default: Option<Value>,
    },
    /// Fields of their own, sent as a nested object.
    Group(Vec<Field>),
    /// One of several sets of fields, sent as a nested object; the control carries the variant's index.
    OneOf(Vec<Variant>),
}

/// One value to choose.
#[derive(Clone, PartialEq)]
pub struct ChoiceOption {
    /// Its place in the document, by which it is chosen.
    pub index: usize,
    /// What it is called.
    pub label: String,
    /// What is sent for it.
    pub value: Value,
}

/// One set of fields to choose.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its place in the document, by which it is chosen: identifiers do not tell two phones apart.
    pub index: usize,
    /// What it is called.
    pub label: String,
    /// The part of the document that it concerns.
    pub relation: Option<Relation>,
    /// What is sent when it is chosen.
    pub fields: Vec<Field>,
}

/// Authenticators, phones, channels: nobody has more of them to choose from.
const MOST_VARIANTS: usize = 200;

/// How an attribute of a profile is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// `select`, `radio`, `checkbox` or `text`.
    pub input_type: String,
    /// `country-code`, when the options are the countries of the world.
    pub format: Option<String>,
}

/// The name of a control in a page: the path of names to its field, joined by dots.
///
/// A dot or percent sign inside a name is percent-encoded, so that a scope called `a.b` stays one name. No control
/// name is empty or begins with a dot, which leaves such names to whoever draws the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ControlName(String);

impl ControlName {
    /// The name as it stands in the page and in what the browser sends.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn child(parent: Option<&Self>, name: &str) -> Option<Self> {
        let name = name.replace('%', "%25").replace('.', "%2E");
        let path = match parent {
            Some(parent) => format!("{parent}.{name}"),
            None => name,
        };
        (path.len() <= json::MAX_PATH_BYTES).then_some(Self(path))
    }
}

impl fmt::Display for ControlName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a list of fields; those without a usable name cannot be sent and are passed over.
///
/// A name becomes one member of the body. Where it comes a second time, the parts of a composite belong to the first
/// one (forms for updating a profile bring every attribute in a composite of its own), and anything else is ignored.
pub(super) fn read_all(nodes: &[Value], parent: Option<&ControlName>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for field in nodes.iter().filter_map(|node| Field::read(node, parent)) {
        match places.get(&field.name) {
            Some(&place) => fields[place].take_parts_of(field),
            None => {
                places.insert(field.name.clone(), fields.len());
                fields.push(field);
            }
        }
    }
    fields
}

impl Field {
    fn read(node: &Value, parent: Option<&ControlName>) -> Option<Self> {
        let object = node.as_object()?;
        let name = json::string(object.get("name")).filter(|name| name.len() <= super::form::LONGEST_NAME)?;
        let control = ControlName::child(parent, &name)?;
        Some(Self {
            label: json::string(object.get("label")),
            description: json::string(object.get("desc")),
            custom_label: json::boolean(object.get("customLabel")).unwrap_or(false),
            required: json::boolean(object.get("required")).unwrap_or(false),
            visible: json::boolean(object.get("visible")).unwrap_or(true),
            secret: json::boolean(object.get("secret")).unwrap_or(false),
            hint: json::string(object.get("hint")),
            messages: message::read_all(object.get("messages")),
            relation: Relation::read(object.get("relatesTo")),
            presentation: display_descriptor(object).and_then(Presentation::read),
            content: Content::read(&name, &control, object),
            name,
            control,
        })
    }

    fn take_parts_of(&mut self, other: Self) {
        if let (Content::Group(own), Content::Group(others)) = (&mut self.content, other.content) {
            for part in others {
                match own.iter_mut().find(|field| field.name == part.name) {
                    Some(field) => field.take_parts_of(part),
                    None => own.push(part),
                }
            }
        }
    }

    /// The field of that control name, here or further in.
    pub fn find(&self, control: &str) -> Option<&Self> {
        if self.control.as_str() == control {
            return Some(self);
        }
        let is_inside = control.strip_prefix(self.control.as_str()).is_some_and(|rest| rest.starts_with('.'));
        if is_inside { self.children().find_map(|child| child.find(control)) } else { None }
    }

    /// The fields directly inside, of every variant.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        let (fields, variants): (&[Self], &[Variant]) = match &self.content {
            Content::Group(fields) => (fields, &[]),
            Content::OneOf(variants) => (&[], variants),
            _ => (&[], &[]),
        };
        fields.iter().chain(variants.iter().flat_map(|variant| &variant.fields))
    }

    /// Whether a browser can fill in anything of it.
    pub fn takes_input(&self) -> bool {
        match &self.content {
            Content::Constant(_) | Content::Missing => false,
            Content::Text { .. } | Content::Boolean { .. } | Content::Choice { .. } | Content::OneOf(_) => true,
            Content::Group(fields) => fields.iter().any(Self::takes_input),
        }
    }

    /// The text that its line begins with; never that of a secret.
    pub fn default_text(&self) -> Option<&str> {
        match &self.content {
            Content::Text { default: Some(Value::String(text)), .. } if !self.secret => Some(text),
            _ => None,
        }
    }

    /// The index of the option that is chosen to begin with.
    pub fn default_option(&self) -> Option<usize> {
        match &self.content {
            Content::Choice { options, default: Some(default) } => {
                options.iter().find(|option| option.value == *default).map(|option| option.index)
            }
            _ => None,
        }
    }
}

impl Content {
    fn read(name: &str, control: &ControlName, object: &Map<String, Value>) -> Self {
        let value = object.get("value");
        if let Some(children) = children_of(object) {
            return Self::Group(read_all(children, Some(control)));
        }
        // The state handle is the server's even where the document forgets to say that it must not be changed.
        if name == "stateHandle" || json::boolean(object.get("mutable")) == Some(false) {
            return value.map_or(Self::Missing, |value| Self::Constant(value.clone()));
        }
        let kind = json::text(object.get("type"));
        let is_boolean = kind == Some("boolean");
        let default = value.filter(|value| !value.is_null());
        let variants = read_variants(object, control);
        if !variants.is_empty() {
            return Self::OneOf(variants);
        }
        let options = read_options(object, is_boolean);
        if !options.is_empty() {
            return Self::Choice { options, default: default.map(|value| typed(value, is_boolean)) };
        }
        match default {
            Some(composite @ (Value::Object(_) | Value::Array(_))) => Self::Constant(composite.clone()),
            None if kind == Some("object") => Self::Missing,
            _ if is_boolean => Self::Boolean { default: json::boolean(default) },
            _ => Self::Text {
                default: default.cloned(),
                min_length: object.get("minLength").and_then(Value::as_u64),
                max_length: object.get("maxLength").and_then(Value::as_u64),
                format: json::string(object.get("format")),
            },
        }
    }
}

/// The fields inside a composite: under `form`, or under `value.form`. Options are read elsewhere.
fn children_of(object: &Map<String, Value>) -> Option<&[Value]> {
    let form = [object.get("form"), object.get("value").and_then(|value| value.get("form"))];
    let form = form.into_iter().flatten().find(|form| form.is_object())?;
    Some(json::list(form.get("value")))
}

fn read_variants(object: &Map<String, Value>, control: &ControlName) -> Vec<Variant> {
    let variant = |(index, option): (usize, &Value)| {
        let option = option.as_object()?;
        let children = match option.get("value") {
            Some(Value::Array(fields)) => fields,
            _ => children_of(option)?,
        };
        let path = ControlName::child(Some(control), &index.to_string())?;
        Some(Variant {
            index,
            label: json::string(option.get("label")).unwrap_or_default(),
            relation: Relation::read(option.get("relatesTo")),
            fields: read_all(children, Some(&path)),
        })
    };
    json::list(object.get("options")).iter().enumerate().filter_map(variant).take(MOST_VARIANTS).collect()
}

fn read_options(object: &Map<String, Value>, is_boolean: bool) -> Vec<ChoiceOption> {
    let options = json::list(object.get("options"));
    let own = read_choices(options, is_boolean);
    if !own.is_empty() {
        return own;
    }
    let described = display_descriptor(object).map_or(&[][..], |display| json::list(display.get("options")));
    read_choices(described, is_boolean)
}

fn read_choices(options: &[Value], is_boolean: bool) -> Vec<ChoiceOption> {
    let choice = |(index, option): (usize, &Value)| {
        let value = option.get("value").filter(|value| !value.is_null() && display(option).is_none())?;
        let value = typed(value, is_boolean);
        let label = json::string(option.get("label")).unwrap_or_else(|| plain(&value));
        Some(ChoiceOption { index, label, value })
    };
    options.iter().enumerate().filter_map(choice).collect()
}

/// What an org's profile policy says about showing the field: it hides among the options under the label `display`.
fn display_descriptor(object: &Map<String, Value>) -> Option<&Map<String, Value>> {
    json::list(object.get("options")).iter().find_map(display)
}

fn display(option: &Value) -> Option<&Map<String, Value>> {
    let is_descriptor = json::text(option.get("label")) == Some("display");
    let descriptor = json::object(option.get("value")).filter(|descriptor| descriptor.contains_key("inputType"));
    if is_descriptor { descriptor } else { None }
}

impl Presentation {
    fn read(descriptor: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            input_type: json::string(descriptor.get("inputType"))?,
            format: json::string(descriptor.get("format")),
        })
    }
}

/// A boolean field's value as a boolean, also where the document writes it as text.
fn typed(value: &Value, is_boolean: bool) -> Value {
    match json::boolean(Some(value)) {
        Some(truth) if is_boolean => Value::Bool(truth),
        _ => value.clone(),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Without constants and defaults: the state handle is one of them.
impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Constant(_) => f.write_str("Constant"),
            Self::Missing => f.write_str("Missing"),
            Self::Text { .. } => f.write_str("Text"),
            Self::Boolean { default } => f.debug_tuple("Boolean").field(default).finish(),
            Self::Choice { options, .. } => f.debug_tuple("Choice").field(options).finish(),
            Self::Group(fields) => f.debug_tuple("Group").field(fields).finish(),
            Self::OneOf(variants) => f.debug_tuple("OneOf").field(variants).finish(),
        }
    }
}

impl fmt::Debug for ChoiceOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.index, self.label)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(nodes: &Value) -> Vec<Field> {
        read_all(json::list(Some(nodes)), None)
    }

    #[test]
    fn a_secret_is_never_filled_in_again() {
        let fields = fields(&json!([
            {"name": "identifier", "value": "kim"}, {"name": "passcode", "value": "hunter2", "secret": true}
        ]));

        assert_eq!(fields[0].default_text(), Some("kim"));
        assert_eq!(fields[1].default_text(), None);
        assert!(!format!("{fields:?}").contains("hunter2"));
    }

    #[test]
    fn the_default_of_a_choice_is_found_by_its_value() {
        let fields = fields(&json!([{"name": "channel", "value": "sms", "options": [
            {"label": "Nothing to send"}, {"label": "Email", "value": "email"}, {"label": "SMS", "value": "sms"}
        ]}]));

        assert_eq!(fields[0].default_option(), Some(2));
    }

    #[test]
    fn names_that_only_look_alike_are_different_controls() {
        let fields = fields(&json!([
            {"name": "a.b"}, {"name": "a%2Eb"}, {"name": "a", "form": {"value": [{"name": "b"}]}}
        ]));
        let find = |control: &str| fields.iter().find_map(|field| field.find(control)).map(|field| field.name.as_str());

        assert_eq!(find("a.b"), Some("b"));
        assert_eq!(find("a%2Eb"), Some("a.b"));
        assert_eq!(find("a%252Eb"), Some("a%2Eb"));
        assert_eq!(find("a.c"), None);
    }

    #[test]
    fn no_control_is_called_what_a_page_keeps_for_itself() {
        let fields =
            fields(&json!([{"name": ".token"}, {"name": ""}, {"name": "..", "form": {"value": [{"name": "."}]}}]));

        let controls: Vec<_> = fields.iter().map(|field| field.control.as_str()).collect();
        assert_eq!(controls, ["%2Etoken", "%2E%2E"]);
    }
}
