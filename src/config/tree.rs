//! YAML 1.2 as a tree in which every value knows its place.
//!
//! A reader that stops at the first fault would send an operator round and round, so the text becomes a tree first and
//! the sections complain about it later. What makes a file mean more than it shows is refused here: custom tags,
//! several documents, merge keys, and anchors whose repetition goes beyond a bound.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_saphyr::granit_parser::{self, Event, Marker, Parser, ScalarStyle, ScanError, Span, StrInput, Tag};

use super::excerpt::excerpt;
use super::faults::{Fault, Place, Position, quoted};

/// How many values a file may have, repetitions through anchors included.
const MOST_NODES: usize = 50_000;
/// How deep values may lie in one another.
const DEEPEST: usize = 32;

/// A value and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) at: Position,
    pub(super) value: Value,
}

/// What stands there, by the core schema of YAML 1.2 (chapter 10.3): `yes` is text, `12` is a number.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// One key of a mapping with its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_at: Position,
    pub(super) value: Node,
}

impl Node {
    /// What a fault says was found.
    pub(super) fn describe(&self) -> String {
        match &self.value {
            Value::Bool(value) => value.to_string(),
            Value::Number(text) => format!("the number {text}"),
            Value::Text(text) => quoted(text),
            Value::Null | Value::List(_) | Value::Map(_) => self.kind().to_owned(),
        }
    }

    /// The same without the value, for places where a secret may stand.
    pub(super) fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }

    fn count(&self) -> usize {
        match &self.value {
            Value::List(items) => 1 + items.iter().map(Self::count).sum::<usize>(),
            Value::Map(entries) => 1 + entries.iter().map(|entry| entry.value.count()).sum::<usize>(),
            _ => 1,
        }
    }
}

/// Reads one document. Faults that leave a tree behind, such as a key that stands twice, come with it.
///
/// # Errors
/// The fault after which nothing more can be understood.
pub(super) fn read(text: &str) -> Result<(Node, Vec<Fault>), Box<Fault>> {
    let mut options = granit_parser::options! { flow_nesting_limit: DEEPEST, block_nesting_limit: DEEPEST };
    options.set_emit_comments(false);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder { text, parser, anchors: BTreeMap::new(), nodes: 0, faults: Vec::new() };
    let root = builder.document()?;
    Ok((root, builder.faults))
}

struct Builder<'t> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
    faults: Vec<Fault>,
}

type Built<T> = Result<T, Box<Fault>>;

impl<'t> Builder<'t> {
    fn document(&mut self) -> Built<Node> {
        let mut root = None;
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentEnd, _) => {}
                (Event::DocumentStart(..), span) if root.is_some() => {
                    let fault = Fault::syntax(position(span.start), "found a second document; expected one");
                    return Err(Box::new(fault.hint("take out the line `---` and what should not be there")));
                }
                (Event::DocumentStart(..), _) => {
                    let (event, span) = self.next()?;
                    root = Some(self.node(event, span, &Place::root())?);
                }
                (Event::StreamEnd, _) => break,
                (_, span) => return Err(unexpected(span)),
            }
        }
        Ok(root.unwrap_or(Node { at: Position::START, value: Value::Null }))
    }

    fn next(&mut self) -> Built<(Event<'t>, Span)> {
        match self.parser.next_event() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(Box::new(syntax_fault(self.text, &error))),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'t>, span: Span, place: &Place) -> Built<Node> {
        let at = position(span.start);
        self.grow(1, at)?;
        let (value, anchor) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), place, at);
                (scalar(text, style), anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), place, at);
                (Value::List(self.list(place)?), anchor)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_tag(tag.as_deref(), place, at);
                (Value::Map(self.map(place)?), anchor)
            }
            Event::Alias(anchor) => return self.repeat(anchor, at),
            _ => return Err(unexpected(span)),
        };
        let node = Node { at, value };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn list(&mut self, place: &Place) -> Built<Vec<Node>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(items),
                (event, span) => {
                    let item_place = place.item(items.len(), position(span.start));
                    items.push(self.node(event, span, &item_place)?);
                }
            }
        }
    }

    fn map(&mut self, place: &Place) -> Built<Vec<Entry>> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        loop {
            let (key, key_at) = match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (Event::Scalar(text, ..), span) => (text.into_owned(), position(span.start)),
                (_, span) => {
                    let at = position(span.start);
                    return Err(Box::new(Fault::syntax(at, "found a list, a mapping or an alias; expected a key")));
                }
            };
            let key_place = place.written(&key, key_at);
            let (event, span) = self.next()?;
            let value = self.node(event, span, &key_place)?;
            match lines.get(&key) {
                Some(line) => {
                    let found = format!("the key a second time (first in line {line})");
                    self.faults.push(Fault::new(&key_place, found, "each key once"));
                }
                None => {
                    lines.insert(key.clone(), key_at.line);
                    entries.push(Entry { key, key_at, value });
                }
            }
        }
    }

    /// What an alias stands for: a copy, as far as the bound allows.
    fn repeat(&mut self, anchor: usize, at: Position) -> Built<Node> {
        let Some(original) = self.anchors.get(&anchor) else {
            return Err(Box::new(Fault::syntax(at, "found an alias that stands inside its own anchor")));
        };
        let copy = Node { at, value: original.value.clone() };
        self.grow(copy.count(), at)?;
        Ok(copy)
    }

    fn grow(&mut self, nodes: usize, at: Position) -> Built<()> {
        self.nodes += nodes;
        if self.nodes > MOST_NODES {
            let text = format!("found more than {MOST_NODES} values, repetitions through anchors included");
            return Err(Box::new(Fault::syntax(at, text)));
        }
        Ok(())
    }

    fn refuse_tag(&mut self, tag: Option<&Tag>, place: &Place, at: Position) {
        if tag.is_some() {
            let place = Place { at, key: place.key.clone() };
            self.faults.push(Fault::new(&place, "a tag (`!…`)", "a plain value").hint("take the tag out"));
        }
    }
}

fn unexpected(span: Span) -> Box<Fault> {
    Box::new(Fault::syntax(position(span.start), "found YAML that is not understood here"))
}

fn syntax_fault(text: &str, error: &ScanError) -> Fault {
    let at = position(*error.marker());
    Fault::syntax(at, format!("not valid YAML: {}{}", error.info(), excerpt(text, at)))
}

fn position(marker: Marker) -> Position {
    Position { line: marker.line().max(1), column: marker.col() + 1 }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::Text(text.into_owned());
    }
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        number if is_number(number) => Value::Number(text.into_owned()),
        _ => Value::Text(text.into_owned()),
    }
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if let Some(digits) = text.strip_prefix("0x") {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return !digits.is_empty() && digits.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    matches!(unsigned, ".inf" | ".Inf" | ".INF")
        || matches!(text, ".nan" | ".NaN" | ".NAN")
        || (unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.')
            && unsigned.parse::<f64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Value {
        read(text).expect("the text is YAML").0.value
    }

    fn fault(text: &str) -> String {
        let fault = match read(text) {
            Ok((_, faults)) => faults.into_iter().next().expect("there is a fault"),
            Err(fault) => *fault,
        };
        fault.in_file(std::path::Path::new("f.yaml"))
    }

    #[test]
    fn plain_scalars_follow_the_core_schema_of_yaml_1_2() {
        for text in ["null", "~", ""] {
            assert!(matches!(value(text), Value::Null), "{text}");
        }
        for text in ["12", "-1.5", "0x1f", "0o17", "1e3", ".5", "0123", ".inf"] {
            assert!(matches!(value(text), Value::Number(_)), "{text}");
        }
        for text in ["yes", "on", "12h", "127.0.0.1:80", "\"12\"", "'true'", "1.2.3", "e1", "inf", "nan", "+"] {
            assert!(matches!(value(text), Value::Text(_)), "{text}");
        }
        assert!(matches!(value("true"), Value::Bool(true)));
    }

    #[test]
    fn every_value_knows_its_place() {
        let (root, faults) = read("a: 1\nb:\n  - x\n  - y: z\n").expect("the text is YAML");

        let Value::Map(entries) = root.value else { panic!("a mapping was written") };
        let Value::List(items) = &entries[1].value.value else { panic!("a list was written") };
        assert_eq!(entries[1].key_at, Position { line: 2, column: 1 });
        assert_eq!(items[0].at, Position { line: 3, column: 5 });
        assert_eq!(items[1].at, Position { line: 4, column: 5 });
        assert!(faults.is_empty());
    }

    #[test]
    fn a_key_that_stands_twice_is_a_fault_and_the_first_counts() {
        insta::assert_snapshot!(fault("a: 1\nb:\n  c: 2\n  c: 3\n"), @"f.yaml:4:3: b.c: found the key a second time (first in line 3); expected each key once");
    }

    #[test]
    fn anchors_repeat_a_value() {
        let (root, _) = read("a: &x [1, 2]\nb: *x\n").expect("the text is YAML");

        let Value::Map(entries) = root.value else { panic!("a mapping was written") };
        assert!(matches!(&entries[1].value.value, Value::List(items) if items.len() == 2));
        assert_eq!(entries[1].value.at, Position { line: 2, column: 4 });
    }

    #[test]
    fn anchors_that_multiply_without_bound_are_refused() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let below = level - 1;
            bomb.push_str(&format!("a{level}: &a{level} [*a{below}, *a{below}, *a{below}, *a{below}, *a{below}]\n"));
        }

        assert!(fault(&bomb).contains("found more than 50000 values, repetitions through anchors included"));
    }

    #[test]
    fn an_alias_inside_its_own_anchor_is_refused() {
        insta::assert_snapshot!(fault("a: &x [*x]\n"), @"f.yaml:1:8: found an alias that stands inside its own anchor");
    }

    #[test]
    fn a_second_document_is_refused() {
        insta::assert_snapshot!(fault("a: 1\n---\nb: 2\n"), @r"
        f.yaml:2:1: found a second document; expected one
            hint: take out the line `---` and what should not be there
        ");
    }

    #[test]
    fn tags_are_refused() {
        insta::assert_snapshot!(fault("a: !!binary aGk=\n"), @r"
        f.yaml:1:13: a: found a tag (`!…`); expected a plain value
            hint: take the tag out
        ");
    }

    #[test]
    fn nesting_beyond_the_bound_is_a_fault_and_not_a_crash() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));

        assert!(fault(&deep).contains("not valid YAML"));
    }

    #[test]
    fn a_byte_order_mark_is_no_content() {
        let (root, _) = read("\u{feff}a: 1\n").expect("the text is YAML");

        assert!(matches!(root.value, Value::Map(entries) if entries[0].key == "a"));
    }
}
