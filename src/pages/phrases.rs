//! The words of pages, by language: catalogues in the format of Project Fluent, read once.
//!
//! A message is asked for by its name. What is missing in a language is said in English, and a test sees to it that
//! nothing is missing. Values that are somebody's data come back set off from the words around them, as a
//! [`Sentence`]; numbers choose the plural form that the language wants.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::language::Language;
use super::text::Sentence;

/// Stands for the beginning and the end of data while a sentence is put together; no text of a person holds it, for
/// both are taken out of data first (Unicode: noncharacters, never interchanged).
const DATA_BEGINS: char = '\u{FDD0}';
const DATA_ENDS: char = '\u{FDD1}';

/// The words of one language.
pub struct Phrases {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// A value within a message.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Words that are part of the sentence.
    Text(&'a str),
    /// A number, which also chooses the plural form.
    Number(u64),
    /// Somebody's data: a name, an address. Set off in a [`Sentence`], plain elsewhere.
    Data(&'a str),
}

/// The values of a message, by name.
pub type Values<'a> = &'a [(&'a str, Value<'a>)];

static ALL: LazyLock<Vec<Arc<Phrases>>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| Arc::new(Phrases::read(*language, &[]))).collect());

impl Phrases {
    /// The words of `language`.
    pub fn of(language: Language) -> &'static Arc<Self> {
        ALL.iter().find(|phrases| phrases.language == language).unwrap_or(&ALL[0])
    }

    /// The same with words of an operator in front of them, which have been judged.
    pub(super) fn with_texts(language: Language, texts: &str) -> Self {
        Self::read(language, &[texts])
    }

    fn read(language: Language, more: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Pages isolate data themselves, with elements that also set it off.
        bundle.set_use_isolating(false);
        // What cannot be read of a catalogue of ours is seen by its test; the rest of it still serves.
        for source in [language.catalogue()].iter().chain(more) {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(read, _)| read);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Whose words they are.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of that name, which takes no values.
    pub fn say(&self, name: &str) -> String {
        self.say_with(name, &[])
    }

    /// The message of that name with these values in it, all as plain text.
    pub fn say_with(&self, name: &str, values: Values<'_>) -> String {
        self.formatted(name, values, false)
    }

    /// The message of that name with these values in it, data set off.
    pub fn sentence(&self, name: &str, values: Values<'_>) -> Sentence {
        let text = self.formatted(name, values, true);
        let mut sentence = Sentence::default();
        for (number, part) in text.split(DATA_BEGINS).enumerate() {
            let (data, text) = match part.split_once(DATA_ENDS).filter(|_| number > 0) {
                Some((data, text)) => (Some(data), text),
                None => (None, part),
            };
            sentence = data.into_iter().fold(sentence, Sentence::data);
            sentence = Some(text).filter(|text| !text.is_empty()).into_iter().fold(sentence, Sentence::text);
        }
        sentence
    }

    fn formatted(&self, name: &str, values: Values<'_>, marks_data: bool) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = match value {
                Value::Text(text) => FluentValue::from(*text),
                Value::Number(number) => FluentValue::from(*number),
                Value::Data(data) if marks_data => {
                    let data = data.replace([DATA_BEGINS, DATA_ENDS], "");
                    FluentValue::from(format!("{DATA_BEGINS}{data}{DATA_ENDS}"))
                }
                // Text has no elements that isolate: Unicode's own marks do (UAX #9), where most of what is around goes the other way.
                Value::Data(data) if self.language.direction() == "rtl" => {
                    FluentValue::from(format!("\u{2068}{data}\u{2069}"))
                }
                Value::Data(data) => FluentValue::from(*data),
            };
            arguments.set(*name, value);
        }
        let english = || Self::of(Language::English).pattern(name, &arguments);
        let said = self.pattern(name, &arguments);
        // A name that no catalogue has is better read than an empty place; the test of catalogues knows all names.
        said.or_else(english).unwrap_or_else(|| name.to_owned())
    }

    fn pattern(&self, name: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        Some(self.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
    }
}

impl std::fmt::Debug for Phrases {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phrases").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_with_its_values() {
        let english = Phrases::of(Language::English);

        let title = english
            .say_with("page-title", &[("heading", Value::Text("Sign in")), ("site", Value::Data("Field notes"))]);

        assert_eq!(title, "Sign in – Field notes");
    }

    #[test]
    fn data_in_a_sentence_is_set_off_and_cannot_end_itself() {
        let english = Phrases::of(Language::English);
        let site = format!("Field{DATA_ENDS} notes");

        let values = [("heading", Value::Text("Sign in")), ("site", Value::Data(&site))];
        let sentence = english.sentence("page-title", &values);

        assert_eq!(sentence, Sentence::new("Sign in – ").data("Field notes"));
    }

    #[test]
    fn a_name_without_a_message_is_read_as_it_is() {
        assert_eq!(Phrases::of(Language::English).say("no-such-message"), "no-such-message");
    }
}
