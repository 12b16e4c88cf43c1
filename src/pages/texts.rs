//! Words of an operator that are said instead of ours, message by message.
//!
//! They are written like the catalogues, and judged when they are read: a message that no page says, a value that it
//! does not have, and text that is not Fluent are faults, not surprises on a page.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::{ParserError, parse};

use super::language::Language;
use super::phrases::Phrases;

/// The words of a site: its own where it has some, ours elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Texts(Vec<Arc<Phrases>>);

/// Why words of an operator cannot be said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct TextFault {
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong there.
    pub problem: TextProblem,
}

/// What can be wrong with words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// It cannot be read.
    #[error("text that is not Fluent ({0})")]
    NotFluent(String),
    /// No page says it.
    #[error("the message `{0}`, which no page says")]
    UnknownMessage(String),
    /// It has more than a text.
    #[error("the message `{0}` with more than one text")]
    NotOneText(String),
    /// It asks for what it is not given.
    #[error("`{message}` with {}", within(.value, .known))]
    UnknownValue {
        /// The message.
        message: String,
        /// What it asks for.
        value: String,
        /// What it may ask for.
        known: Vec<String>,
    },
    /// It is there more than once.
    #[error("the message `{0}` a second time")]
    Twice(String),
}

fn within(value: &str, known: &[String]) -> String {
    match known {
        [] => format!("`{value}`; it takes no values"),
        known => format!("`{value}`; it may hold `{}`", known.join("`, `")),
    }
}

/// A value of ours that words of an operator leave out: allowed, but what it tells is then on no page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{message}` leaves out `{value}`, which ours says there")]
pub struct LeftOut {
    /// The line, counted from one.
    pub line: usize,
    /// The message.
    pub message: String,
    /// What it leaves out.
    pub value: String,
}

impl Texts {
    /// Adds the words of a language, in the format of the catalogues.
    ///
    /// # Errors
    /// Everything that is wrong with them, in the order of the lines; without errors, what they leave out.
    pub fn add(&mut self, language: Language, source: &str) -> Result<Vec<LeftOut>, Vec<TextFault>> {
        let left_out = check(source, language)?;
        let phrases = Arc::new(Phrases::with_texts(language, source));
        self.0.retain(|known| known.language() != language);
        self.0.push(phrases);
        Ok(left_out)
    }

    /// The words to say in a language.
    pub(super) fn phrases(&self, language: Language) -> Arc<Phrases> {
        let own = self.0.iter().find(|phrases| phrases.language() == language);
        Arc::clone(own.unwrap_or_else(|| Phrases::of(language)))
    }
}

/// The line of a catalogue for a message with that text.
///
/// Lines that follow the first are set in, so that they go on with the message whatever they hold.
pub fn line_of_catalogue(name: &str, text: &str) -> String {
    format!("{name} = {}\n", text.trim().replace('\n', "\n    "))
}

/// The names of all messages there are.
pub fn names() -> Vec<&'static str> {
    ours().into_iter().map(|message| message.id.name).collect()
}

fn ours() -> Vec<Message<&'static str>> {
    ours_in(Language::English)
}

fn ours_in(language: Language) -> Vec<Message<&'static str>> {
    let resource = parse(language.catalogue()).unwrap_or_else(|(read, _)| read);
    resource.body.into_iter().filter_map(message_of).collect()
}

fn message_of(entry: Entry<&str>) -> Option<Message<&str>> {
    match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    }
}

fn check(source: &str, language: Language) -> Result<Vec<LeftOut>, Vec<TextFault>> {
    let (resource, errors) = match parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let not_fluent = |error: ParserError| {
        let problem = TextProblem::NotFluent(error.kind.to_string());
        TextFault { line: line_at(source, error.pos.start), problem }
    };
    let mut faults: Vec<TextFault> = errors.into_iter().map(not_fluent).collect();
    let ours = ours();
    let mut seen = BTreeSet::new();
    for entry in &resource.body {
        let (name, problem) = match entry {
            Entry::Message(message) if !seen.insert(message.id.name) => {
                (message.id.name, Some(TextProblem::Twice(message.id.name.to_owned())))
            }
            Entry::Message(message) => (message.id.name, problem_of(message, &ours)),
            // A term would be a name that nothing of ours knows.
            Entry::Term(term) => (term.id.name, Some(TextProblem::UnknownMessage(format!("-{}", term.id.name)))),
            _ => continue,
        };
        // The parser keeps slices of the source, so where they begin is where they stand.
        let at = name.as_ptr().addr() - source.as_ptr().addr();
        faults.extend(problem.map(|problem| TextFault { line: line_at(source, at), problem }));
    }
    faults.sort_by_key(|fault| fault.line);
    if faults.is_empty() { Ok(left_out(source, language, &resource.body)) } else { Err(faults) }
}

/// What our own words in that language tell and these do not.
fn left_out(source: &str, language: Language, entries: &[Entry<&str>]) -> Vec<LeftOut> {
    let ours = ours_in(language);
    let messages = entries.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    let missing = |message: &Message<&str>| {
        let original = ours.iter().find(|ours| ours.id.name == message.id.name);
        let of = |message: &Message<&str>| message.value.as_ref().map(asked).unwrap_or_default();
        let (known, said) = (original.map(of).unwrap_or_default(), of(message));
        let line = line_at(source, message.id.name.as_ptr().addr() - source.as_ptr().addr());
        let left_out = known.into_iter().filter(move |value| !said.contains(value));
        let message = message.id.name.to_owned();
        left_out.map(move |value| LeftOut { line, message: message.clone(), value }).collect::<Vec<_>>()
    };
    messages.flat_map(missing).collect()
}

fn problem_of(message: &Message<&str>, ours: &[Message<&'static str>]) -> Option<TextProblem> {
    let name = message.id.name;
    let Some(original) = ours.iter().find(|ours| ours.id.name == name) else {
        return Some(TextProblem::UnknownMessage(name.to_owned()));
    };
    let Some(text) = message.value.as_ref().filter(|_| message.attributes.is_empty()) else {
        return Some(TextProblem::NotOneText(name.to_owned()));
    };
    let asked = asked(text);
    let known = original.value.as_ref().map(self::asked).unwrap_or_default();
    let value = asked.into_iter().find(|value| !known.contains(value))?;
    Some(TextProblem::UnknownValue { message: name.to_owned(), value, known: known.into_iter().collect() })
}

/// Everything a text asks for by name: variables, and also other messages, terms and functions, which ours do without.
fn asked(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    ask_pattern(pattern, &mut names);
    names
}

fn ask_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            ask_expression(expression, names);
        }
    }
}

fn ask_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => ask_inline(inline, names),
        Expression::Select { selector, variants } => {
            ask_inline(selector, names);
            variants.iter().for_each(|variant| ask_pattern(&variant.value, names));
        }
    }
}

fn ask_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => drop(names.insert(format!("${}", id.name))),
        InlineExpression::FunctionReference { id, .. } => drop(names.insert(format!("{}()", id.name))),
        InlineExpression::MessageReference { id, .. } => drop(names.insert(id.name.to_owned())),
        InlineExpression::TermReference { id, .. } => drop(names.insert(format!("-{}", id.name))),
        InlineExpression::Placeable { expression } => ask_expression(expression, names),
    }
}

fn line_at(source: &str, at: usize) -> usize {
    source.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(source: &str) -> Vec<String> {
        let faults = Texts::default().add(Language::English, source).expect_err("something is wrong");
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn own_words_win_and_the_others_stay() {
        let mut texts = Texts::default();

        texts.add(Language::English, "start-over = Once more\n").expect("a message of ours");

        let phrases = texts.phrases(Language::English);
        assert_eq!(phrases.say("start-over"), "Once more");
        assert_eq!(phrases.say("not-you"), Phrases::of(Language::English).say("not-you"));
    }

    #[test]
    fn a_message_that_no_page_says_is_refused() {
        assert_eq!(
            faults("start-over = Again\n\nstart-ovr = Again\n"),
            ["line 3: the message `start-ovr`, which no page says"]
        );
        assert_eq!(faults("-brand = Us"), ["line 1: the message `-brand`, which no page says"]);
    }

    #[test]
    fn a_value_that_the_message_is_not_given_is_refused() {
        assert_eq!(
            faults("page-title = { $heading } at { $sight }"),
            ["line 1: `page-title` with `$sight`; it may hold `$heading`, `$site`"]
        );
        assert_eq!(faults("start-over = { NUMBER(3) }"), ["line 1: `start-over` with `NUMBER()`; it takes no values"]);
        assert_eq!(faults("start-over = { not-you }"), ["line 1: `start-over` with `not-you`; it takes no values"]);
    }

    #[test]
    fn a_value_that_ours_tells_and_theirs_does_not_is_named() {
        let said = |language, source| Texts::default().add(language, source).expect("it can be said");
        let words = |left_out: &[LeftOut]| left_out.iter().map(ToString::to_string).collect::<Vec<_>>();

        let left_out = said(Language::English, "start-over = Again\npage-title = { $heading }\n");

        assert_eq!(words(&left_out), ["`page-title` leaves out `$site`, which ours says there"]);
        assert_eq!(left_out[0].line, 2);
        assert_eq!(said(Language::German, "page-title = { $site }: { $heading }\n"), []);
    }

    #[test]
    fn text_that_is_not_fluent_is_refused_where_it_stands() {
        let faults = faults("not-you = You?\nstart-over = { \n");

        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(
            faults[0].starts_with("line 2: text that is not Fluent") || faults[0].starts_with("line 3:"),
            "{faults:?}"
        );
    }

    #[test]
    fn a_message_is_said_once_and_has_no_attributes() {
        assert_eq!(faults("start-over = A\nstart-over = B\n"), ["line 2: the message `start-over` a second time"]);
        assert_eq!(
            faults("start-over = A\n    .title = B\n"),
            ["line 1: the message `start-over` with more than one text"]
        );
    }

    #[test]
    fn a_text_of_several_lines_stays_one_message() {
        let mut texts = Texts::default();

        texts.add(Language::English, &line_of_catalogue("start-over", "One\nnot-you = Two")).expect("one message");

        assert_eq!(texts.phrases(Language::English).say("start-over"), "One\nnot-you = Two");
        assert_ne!(texts.phrases(Language::English).say("not-you"), "Two");
    }
}
