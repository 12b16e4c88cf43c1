//! From the fields of a form to the controls of a page.

use std::collections::{HashMap, HashSet};

use crate::idx::{ChoiceOption, Content, Document, Form, Variant};
use crate::idx::{Field as FormField, Message};
use crate::pages::{
    Brand, Checkbox, Choice, Control, Field, Group, Input, InputKind, OneOf, OneOfOption, Select, SummaryItem, Value,
};

use super::authenticators::{self, Kind};
use super::figures;
use super::messages;
use super::profile;
use super::shape::variant_needs_script;
use super::words::{self, Asked, readable};
use super::{Posted, StepContext};

/// More options than this are folded up.
const MAX_RADIOS: usize = 4;

/// The controls of a form and what belongs with them.
#[derive(Default)]
pub(super) struct Controls {
    /// What is asked.
    pub(super) list: Vec<Control>,
    /// What there is no choice about.
    pub(super) settled: Vec<(String, String)>,
    /// What was wrong, in the order of the form.
    pub(super) summary: Vec<SummaryItem>,
    /// How the person is reached, where there is only one way.
    pub(super) method: Option<String>,
    /// Whether a password is typed.
    pub(super) password: bool,
}

/// Everything that `form` asks for, apart from the field `except`, which is answered by pressing.
pub(super) fn controls(
    document: &Document,
    context: &StepContext<'_>,
    form: &Form,
    except: Option<&FormField>,
) -> Controls {
    let mut builder = Builder {
        brand: &context.brand,
        document,
        form,
        posted: context.posted_to(&form.id),
        except: except.map(|field| field.control.as_str()),
        ids: HashSet::new(),
        wanted: HashMap::new(),
        controls: Controls::default(),
    };
    let list = builder.fields(&form.fields);
    builder.controls.list = list;
    builder.autofocus();
    builder.controls
}

struct Builder<'a> {
    brand: &'a Brand,
    document: &'a Document,
    form: &'a Form,
    posted: Option<Posted<'a>>,
    except: Option<&'a str>,
    ids: HashSet<String>,
    /// How often an id was wanted.
    wanted: HashMap<String, usize>,
    controls: Controls,
}

impl Builder<'_> {
    fn fields(&mut self, fields: &[FormField]) -> Vec<Control> {
        let visible: Vec<&FormField> = fields.iter().filter(|field| field.visible).collect();
        let runs =
            visible.chunk_by(|one, other| profile::is_of_address(&one.name) == profile::is_of_address(&other.name));
        runs.flat_map(|run| {
            let controls: Vec<Control> = run.iter().flat_map(|field| self.field(field)).collect();
            // The parts of an address that follow one another are one question.
            let is_address = controls.len() > 1 && run.iter().all(|field| profile::is_of_address(&field.name));
            if is_address {
                vec![Control::Group(Group { legend: self.brand.say("profile-address"), controls })]
            } else {
                controls
            }
        })
        .collect()
    }

    fn field(&mut self, field: &FormField) -> Vec<Control> {
        if self.except == Some(field.control.as_str()) {
            return Vec::new();
        }
        match &field.content {
            Content::Constant(_) | Content::Missing => Vec::new(),
            Content::Text { max_length, .. } => {
                let mut controls = self.rules_before(field);
                controls.push(self.input(field, *max_length));
                controls
            }
            Content::Boolean { default } => vec![self.checkbox(field, default.unwrap_or(false))],
            Content::Choice { options, .. } => self.choice(field, options),
            Content::Group(fields) => self.group(field, fields),
            Content::OneOf(variants) => self.one_of(field, variants),
        }
    }

    /// The rules of a password that is one question among others stand before it, where they are needed.
    fn rules_before(&self, field: &FormField) -> Vec<Control> {
        let is_among_others = self.form.name == "enroll-profile" && field.name == "passcode";
        let rules = is_among_others.then(|| figures::password_rules(self.brand, self.document)).flatten();
        rules.into_iter().map(Control::Figure).collect()
    }

    fn group(&mut self, field: &FormField, fields: &[FormField]) -> Vec<Control> {
        self.complain_without_control(field);
        let controls = self.fields(fields);
        match &field.label {
            // `credentials` and `userProfile` have no label: their fields stand for themselves.
            // What an authenticator is called stands in the heading already.
            Some(legend) if controls.len() > 1 && field.name != "authenticator" => {
                vec![Control::Group(Group { legend: legend.clone(), controls })]
            }
            _ => controls,
        }
    }

    fn input(&mut self, field: &FormField, max_length: Option<u64>) -> Control {
        let help = profile::help(&field.name);
        let asked = words::asked(self.document, self.form, field);
        let (kind, autocomplete) = match asked {
            Asked::CurrentPassword => (InputKind::Password, Some("current-password")),
            Asked::NewPassword => (InputKind::Password, Some("new-password")),
            Asked::Code => (InputKind::Code, Some("one-time-code")),
            Asked::Token => (InputKind::Token, Some("one-time-code")),
            Asked::Secret => (InputKind::Password, Some("off")),
            Asked::Other => (help.kind, help.autocomplete),
        };
        self.controls.password |= matches!(asked, Asked::CurrentPassword | Asked::NewPassword);
        let shown_again = !field.secret && !matches!(kind, InputKind::Password | InputKind::Code | InputKind::Token);
        let typed = self.posted.and_then(|posted| posted.inputs.get(field.control.as_str()));
        let value = typed.or_else(|| field.default_text()).filter(|_| shown_again).unwrap_or_default();
        let label = words::field_label(self.brand, self.document, self.form, field, asked);
        Control::Input(Input {
            value: value.to_owned(),
            kind,
            autocomplete,
            autofocus: false,
            max_length: max_length.and_then(|length| u32::try_from(length).ok()).filter(|&length| length > 0),
            field: self.ask(field, label, words::field_hint(self.brand, field)),
        })
    }

    fn checkbox(&mut self, field: &FormField, default: bool) -> Control {
        let typed = self.posted.map(|posted| posted.inputs.get(field.control.as_str()).is_some());
        let label = words::field_label(self.brand, self.document, self.form, field, Asked::Other);
        Control::Checkbox(Checkbox {
            field: Field { optional: false, ..self.ask(field, label, field.description.clone()) },
            value: "true".to_owned(),
            checked: typed.unwrap_or(default),
            disabled: false,
        })
    }

    fn choice(&mut self, field: &FormField, options: &[ChoiceOption]) -> Vec<Control> {
        if let [only] = options
            && (field.required || field.name == "methodType")
        {
            self.controls.settled.push((field.control.to_string(), only.index.to_string()));
            if field.name == "methodType" {
                self.controls.method = only.value.as_str().map(str::to_owned);
            }
            self.complain_without_control(field);
            return Vec::new();
        }
        let chosen = self.chosen(field).or(field.default_option());
        let choice = |option: &ChoiceOption| Choice {
            value: option.index.to_string(),
            label: option_label(self.brand, field, option),
            chosen: chosen == Some(option.index),
        };
        let mut choices: Vec<Choice> = options.iter().map(choice).collect();
        let wants_radios = field.presentation.as_ref().is_some_and(|presentation| presentation.input_type == "radio");
        let label = words::field_label(self.brand, self.document, self.form, field, Asked::Other);
        let asked = self.ask(field, label, field.description.clone());
        if (options.len() <= MAX_RADIOS && field.name != "questionKey") || wants_radios {
            // One of a few ways to be reached: the first is as good as any, and one press less.
            if chosen.is_none() && field.name == "methodType" {
                choices[0].chosen = true;
            }
            let options = choices.into_iter().map(|choice| OneOfOption { choice, ..OneOfOption::default() });
            return vec![Control::OneOf(OneOf { field: asked, options: options.collect() })];
        }
        if chosen.is_none() || asked.optional {
            choices.insert(0, Choice { label: self.brand.say("choose-one"), ..Choice::default() });
        }
        let autocomplete = profile::help(&field.name).autocomplete;
        vec![Control::Select(Select { field: asked, choices, autocomplete })]
    }

    fn one_of(&mut self, field: &FormField, variants: &[Variant]) -> Vec<Control> {
        let offered: Vec<&Variant> = variants.iter().filter(|variant| !variant_needs_script(variant)).collect();
        let first = offered.first().map(|variant| variant.index);
        let chosen = self.chosen(field).or(first);
        if let [only] = offered.as_slice()
            && field.required
        {
            self.controls.settled.push((field.control.to_string(), only.index.to_string()));
            self.complain_without_control(field);
            return self.fields(&only.fields);
        }
        let label = words::field_label(self.brand, self.document, self.form, field, Asked::Other);
        let asked = self.ask(field, label, field.description.clone());
        let option = |builder: &mut Self, variant: &Variant| {
            let related = variant.relation.as_ref().and_then(|path| builder.document.related_authenticator(path));
            let name = match related {
                _ if !variant.label.trim().is_empty() => variant.label.clone(),
                Some(related) => authenticators::name(builder.brand, related),
                None => builder.brand.say_with("option-number", &[("number", Value::Number(variant.index as u64 + 1))]),
            };
            OneOfOption {
                choice: Choice { value: variant.index.to_string(), label: name, chosen: chosen == Some(variant.index) },
                detail: related.and_then(|it| authenticators::place(builder.brand, it)),
                controls: builder.fields(&variant.fields),
            }
        };
        let options = offered.into_iter().map(|variant| option(self, variant)).collect();
        vec![Control::OneOf(OneOf { field: asked, options })]
    }

    /// The index that was posted for a choice.
    fn chosen(&self, field: &FormField) -> Option<usize> {
        self.posted?.inputs.get(field.control.as_str())?.parse().ok()
    }

    /// What every control has: its id, its name, its words, and what was wrong.
    fn ask(&mut self, field: &FormField, label: String, hint: Option<String>) -> Field {
        let id = self.id(field.control.as_str());
        let error = self.error(field, &label);
        if let Some(text) = &error {
            self.controls.summary.push(SummaryItem { text: text.clone(), anchor: Some(id.clone()) });
        }
        // A password is asked for by the group it is in, which is required or not there.
        let may_be_left_out = !field.required && !field.secret && !matches!(field.content, Content::Boolean { .. });
        let optional = may_be_left_out && self.says_what_is_optional();
        Field { id, name: field.control.to_string(), label, hint, error, optional }
    }

    /// Where everything has to be given, or one thing is asked, nobody needs to be told what may be left out.
    fn says_what_is_optional(&self) -> bool {
        self.form.name.contains("profile")
    }

    /// An error of something that is not on the page still has to be said.
    fn complain_without_control(&mut self, field: &FormField) {
        if let Some(text) = self.error(field, field.label.as_deref().unwrap_or_default()) {
            self.controls.summary.push(SummaryItem { text, anchor: None });
        }
    }

    fn error(&self, field: &FormField, label: &str) -> Option<String> {
        let fault = self.posted.and_then(|posted| posted.faults.iter().find(|fault| fault.control == field.control));
        if let Some(fault) = fault {
            let asked = words::asked(self.document, self.form, field);
            return Some(words::fault(self.brand, field, asked, label, fault.reason));
        }
        let kind = self.document.current_authenticator().map(Kind::of);
        // Where we have words for one of them, the server's others say the same less well.
        let ours: Vec<String> = field.messages.iter().filter_map(|message| self.known(message, kind)).collect();
        let texts = if ours.is_empty() {
            field.messages.iter().map(|message| messages::sentence(self.brand, message, kind)).collect()
        } else {
            ours
        };
        let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        (!texts.is_empty()).then(|| in_sentences(&texts))
    }

    fn known(&self, message: &Message, kind: Option<Kind>) -> Option<String> {
        let about_rules = about_rules(self.brand, self.document, message);
        about_rules.or_else(|| messages::known(self.brand, message, kind))
    }

    /// An id that no other element of the page has.
    fn id(&mut self, control: &str) -> String {
        let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        let base: String = control.chars().take(48).map(plain).collect();
        let base = format!("f-{base}");
        let count = self.wanted.entry(base.clone()).or_default();
        loop {
            *count += 1;
            let id = if *count == 1 { base.clone() } else { format!("{base}-{count}") };
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }

    /// Typing begins at once only where there is one thing to type and nothing to read first.
    fn autofocus(&mut self) {
        let lines = self.controls.list.iter().filter(|control| !matches!(control, Control::Checkbox(_))).count();
        if lines != 1 || !self.controls.summary.is_empty() {
            return;
        }
        if let Some(Control::Input(input)) = self.controls.list.iter_mut().find(|c| matches!(c, Control::Input(_))) {
            input.autofocus = true;
        }
    }
}

/// Where the rules of a password are listed, a message that says no more than that they are not met leads to the list.
pub(super) fn about_rules(brand: &Brand, document: &Document, message: &Message) -> Option<String> {
    let is_about = message.key.as_deref() == Some("password.passwordRequirementsNotMet");
    let is_listed = is_about && figures::password_rules(brand, document).is_some();
    is_listed.then(|| brand.say("server-password-breaks-rules"))
}

/// How a sentence ends in the languages there are.
const SENTENCE_ENDS: [char; 7] = ['.', '!', '?', '。', '！', '？', '؟'];

/// Several sentences of a server, some of which lack their period, as one text.
fn in_sentences(texts: &[String]) -> String {
    let [only] = texts else {
        let end = |text: &String| if text.ends_with(SENTENCE_ENDS) { text.clone() } else { format!("{text}.") };
        return texts.iter().map(end).collect::<Vec<_>>().join(" ");
    };
    only.clone()
}

fn option_label(brand: &Brand, field: &FormField, option: &ChoiceOption) -> String {
    let method = option.value.as_str().unwrap_or_default();
    if matches!(field.name.as_str(), "methodType" | "channel")
        && let Some(words) = authenticators::method_detail(brand, method)
    {
        return words;
    }
    if option.label.trim().is_empty() { readable(brand, method) } else { option.label.clone() }
}
