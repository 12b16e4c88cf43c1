//! Reading a tree section by section, and noting every fault on the way instead of stopping at the first.
//!
//! A section asks for its keys by name; what it did not ask for is unknown. A key that is misspelt is one fault, and its value
//! is read as if it were spelt right. In debug builds [`Section::finish`] compares what was asked with the type in
//! [`file`](super::file) that the JSON Schema is made of, so that the two cannot part.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use schemars::JsonSchema;

use super::faults::{Fault, Place, quoted};
use super::suggestion::nearest;
use super::tree::{Entry, Node, Value};
use super::words::Words;
use super::{Environment, duration, schema};

/// Whether what only the running gateway may see is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Secrets {
    /// It is, and what is wrong with it is noted.
    Read,
    /// Neither variables nor files that may hold a secret are looked at; something random stands for each.
    Left,
}

/// What lies around a configuration, and the notes taken while reading it.
pub(super) struct Reader<'a> {
    file: &'a Path,
    environment: &'a Environment<'a>,
    secrets: Secrets,
    faults: RefCell<Vec<Fault>>,
    warnings: RefCell<Vec<Fault>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a Path, environment: &'a Environment<'a>, faults: Vec<Fault>) -> Self {
        Self { file, environment, secrets: Secrets::Read, faults: RefCell::new(faults), warnings: RefCell::default() }
    }

    /// The same for somebody who has the file alone.
    pub(super) fn leaving_secrets(self) -> Self {
        Self { secrets: Secrets::Left, ..self }
    }

    /// Whether secrets are looked up.
    pub(super) fn secrets(&self) -> Secrets {
        self.secrets
    }

    /// Notes what must change.
    pub(super) fn fault(&self, fault: Fault) {
        self.faults.borrow_mut().push(fault);
    }

    /// Notes what is allowed, but worth a line at start.
    pub(super) fn warn(&self, place: &Place, text: impl Into<String>) {
        self.warnings.borrow_mut().push(Fault::saying(place, text));
    }

    /// A variable of the environment.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        (self.environment)(name)
    }

    /// Where a file named in the configuration lies: beside it, unless the path is absolute.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.file.parent().unwrap_or(Path::new("")).join(name)
    }

    /// Adds where a file was looked for, when that is not what was written.
    pub(super) fn with_path(&self, fault: Fault, name: &str) -> Fault {
        let path = self.path(name);
        if path == Path::new(name) { fault } else { fault.hint(format!("it was looked for at {}", path.display())) }
    }

    /// The configuration file itself.
    pub(super) fn file(&self) -> &Path {
        self.file
    }

    /// The faults and the warnings.
    pub(super) fn into_notes(self) -> (Vec<Fault>, Vec<Fault>) {
        (self.faults.into_inner(), self.warnings.into_inner())
    }
}

/// A value together with the place it was read from, for checks that look at several sections.
#[derive(Clone, Debug)]
pub(super) struct Placed<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// The values alone.
pub(super) fn values<T>(placed: Vec<Placed<T>>) -> Vec<T> {
    placed.into_iter().map(|placed| placed.value).collect()
}

/// A value of the tree on its way to becoming one of the program's.
#[derive(Clone)]
pub(super) struct Field<'n> {
    node: &'n Node,
    pub(super) place: Place,
}

impl<'n> Field<'n> {
    pub(super) fn root(node: &'n Node) -> Self {
        Self { node, place: Place::root() }
    }

    pub(super) fn value(&self) -> &'n Value {
        &self.node.value
    }

    /// Notes that something else was expected here.
    pub(super) fn unlike(&self, reader: &Reader<'_>, expected: &str) {
        reader.fault(Fault::new(&self.place, self.found(), expected));
    }

    fn found(&self) -> String {
        if self.place.may_hold_a_secret() { self.node.kind().to_owned() } else { self.node.describe() }
    }

    /// The value if it is text; nothing is noted when it is not.
    pub(super) fn plain_text(&self) -> Option<&'n str> {
        match &self.node.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as text.
    pub(super) fn text(&self, reader: &Reader<'_>, expected: &str) -> Option<&'n str> {
        match &self.node.value {
            Value::Text(text) if !text.is_empty() => Some(text),
            _ => {
                self.unlike(reader, expected);
                None
            }
        }
    }

    /// The value as text of the operator's choice, such as a name, which may look like a number.
    pub(super) fn free_text(&self, reader: &Reader<'_>, expected: &str) -> Option<&'n str> {
        let Value::Number(text) = &self.node.value else { return self.text(reader, expected) };
        let fault = Fault::new(&self.place, self.found(), expected);
        reader.fault(fault.hint(format!("if it is meant as text, write it in quotes: \"{text}\"")));
        None
    }

    /// The value as text that `read` understands; where it does not, the fault says `expected`.
    pub(super) fn parsed<T>(
        &self,
        reader: &Reader<'_>,
        expected: &str,
        read: impl FnOnce(&'n str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(reader, expected)?;
        let value = read(text);
        if value.is_none() {
            self.unlike(reader, expected);
        }
        value
    }

    /// The value as a duration.
    pub(super) fn duration(&self, reader: &Reader<'_>) -> Option<Duration> {
        let Value::Number(number) = &self.node.value else {
            return self.parsed(reader, duration::EXPECTED, duration::parse);
        };
        let fault = Fault::new(&self.place, self.found(), duration::EXPECTED);
        reader.fault(fault.hint(format!("the unit is missing: {number}s, {number}m, {number}h or {number}d")));
        None
    }

    /// The value as one of the words of `T`.
    pub(super) fn word<T: Words>(&self, reader: &Reader<'_>) -> Option<T> {
        let words: Vec<&str> = T::WORDS.iter().map(|word| word.text).collect();
        let expected = one_of(&words);
        let text = self.text(reader, &expected)?;
        let found = T::WORDS.iter().find(|word| word.text == text);
        if found.is_none() {
            let fault = Fault::new(&self.place, quoted(text), expected);
            reader.fault(match nearest(text, words.iter().copied()) {
                Some(word) => fault.hint(format!("did you mean `{word}`?")),
                None => fault,
            });
        }
        found.map(|word| word.value)
    }

    /// The value as `true` or `false`.
    pub(super) fn boolean(&self, reader: &Reader<'_>) -> Option<bool> {
        match self.node.value {
            Value::Bool(value) => Some(value),
            _ => {
                self.unlike(reader, "true or false");
                None
            }
        }
    }

    /// Whether the value is a switch, and how it is set.
    pub(super) fn is_boolean(&self) -> Option<bool> {
        match self.node.value {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The value as a whole number within bounds.
    pub(super) fn number(&self, reader: &Reader<'_>, bounds: std::ops::RangeInclusive<u64>) -> Option<u64> {
        let number = match &self.node.value {
            Value::Number(text) => text.parse().ok().filter(|number| bounds.contains(number)),
            _ => None,
        };
        if number.is_none() {
            self.unlike(reader, &format!("a number from {} to {}", bounds.start(), bounds.end()));
        }
        number
    }

    /// The value as a list with at least one entry.
    pub(super) fn list(&self, reader: &Reader<'_>, expected: &str) -> Option<Vec<Self>> {
        match &self.node.value {
            Value::List(items) if items.is_empty() => {
                reader.fault(Fault::new(&self.place, "an empty list", expected));
                None
            }
            Value::List(items) => {
                let item = |(index, node): (usize, &'n Node)| Self { node, place: self.place.item(index, node.at) };
                Some(items.iter().enumerate().map(item).collect())
            }
            _ => {
                self.unlike(reader, expected);
                None
            }
        }
    }

    /// The value as a list with at least one entry, each of them once. What is wrong is noted for every entry; a repetition is
    /// `again`, where `once` is right.
    pub(super) fn each_once<T: PartialEq>(
        &self,
        reader: &Reader<'_>,
        expected: &str,
        read: impl Fn(&Self) -> Option<T>,
        again: impl Fn(&T) -> String,
        once: &str,
    ) -> Option<Vec<Placed<T>>> {
        let items = self.list(reader, expected)?;
        let mut entries: Vec<Placed<T>> = Vec::with_capacity(items.len());
        for item in &items {
            let Some(value) = read(item) else { continue };
            if entries.iter().any(|entry| entry.value == value) {
                reader.fault(Fault::new(&item.place, again(&value), once));
            }
            entries.push(Placed { value, place: item.place.clone() });
        }
        (entries.len() == items.len()).then_some(entries)
    }

    /// The value as a mapping whose keys are names the operator chose; there is at least one.
    pub(super) fn named(&self, reader: &Reader<'_>, expected: &str) -> Option<Vec<(Placed<&'n str>, Self)>> {
        match &self.node.value {
            Value::Map(entries) if entries.is_empty() => {
                reader.fault(Fault::new(&self.place, "an empty mapping", expected));
                None
            }
            Value::Map(entries) => Some(entries.iter().map(|entry| self.entry(entry)).collect()),
            _ => {
                self.unlike(reader, expected);
                None
            }
        }
    }

    /// The value as the section that `T` describes.
    pub(super) fn section<'r, 'a, T: JsonSchema>(
        &self,
        reader: &'r Reader<'a>,
        expected: &str,
    ) -> Option<Section<'n, 'r, 'a>> {
        let Value::Map(entries) = &self.node.value else {
            self.unlike(reader, expected);
            return None;
        };
        let declared = schema::keys_of::<T>();
        let slips = slips(entries, &declared);
        Some(Section { reader, entries, place: self.place.clone(), asked: Vec::new(), declared, slips })
    }

    fn entry(&self, entry: &'n Entry) -> (Placed<&'n str>, Self) {
        let place = self.place.child(&entry.key, entry.key_at);
        let field = Self { node: &entry.value, place: Place { at: entry.value.at, key: place.key.clone() } };
        (Placed { value: &entry.key, place }, field)
    }
}

/// A mapping whose keys the program knows.
pub(super) struct Section<'n, 'r, 'a> {
    reader: &'r Reader<'a>,
    entries: &'n [Entry],
    pub(super) place: Place,
    asked: Vec<Asked>,
    declared: Vec<Asked>,
    slips: Vec<Slip<'n>>,
}

/// A misspelt key of which it is plain what was meant, since nothing else in the section says it.
struct Slip<'n> {
    entry: &'n Entry,
    meant: String,
}

/// A key of a section and whether it must be there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Asked {
    pub(super) key: String,
    pub(super) required: bool,
}

impl<'n> Section<'n, '_, '_> {
    /// The value of a key that must be there; its absence is noted with what it should say.
    pub(super) fn required(&mut self, key: &str, expected: &str) -> Option<Field<'n>> {
        self.asked.push(Asked { key: key.to_owned(), required: true });
        let field = self.find(key);
        if field.is_none() {
            self.reader.fault(Fault::new(&self.place.child(key, self.place.at), "nothing", expected));
        }
        field
    }

    /// The value of a key that may be absent.
    pub(super) fn optional(&mut self, key: &str) -> Option<Field<'n>> {
        self.asked.push(Asked { key: key.to_owned(), required: false });
        self.find(key)
    }

    /// Whether there is no key at all.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Notes the keys that nobody asked for.
    pub(super) fn finish(self) {
        let known: Vec<&str> = self.asked.iter().map(|asked| asked.key.as_str()).collect();
        for entry in self.entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            self.reader.fault(self.unknown(entry, &known));
        }
        self.agree_with_schema();
    }

    /// The value of a key, also of one that is misspelt: what is wrong with it is found in the same run.
    fn find(&self, key: &str) -> Option<Field<'n>> {
        let spelt_right = self.entries.iter().find(|entry| entry.key == key);
        let entry = spelt_right.or_else(|| Some(self.slips.iter().find(|slip| slip.meant == key)?.entry))?;
        let place = self.place.child(key, entry.value.at);
        Some(Field { node: &entry.value, place })
    }

    fn unknown(&self, entry: &Entry, known: &[&str]) -> Fault {
        let suggestion = nearest(&entry.key, known.iter().copied());
        let place = match suggestion {
            Some(_) => self.place.child(&entry.key, entry.key_at),
            None => self.place.written(&entry.key, entry.key_at),
        };
        let fault = Fault::new(&place, "an unknown key", one_of(known));
        match suggestion {
            Some(key) => fault.hint(format!("did you mean `{key}`?")),
            None if entry.key == "<<" => fault.hint("YAML 1.2 has no merge keys; repeat the keys that are meant"),
            None => fault,
        }
    }

    fn agree_with_schema(mut self) {
        if cfg!(debug_assertions) {
            self.asked.sort();
            debug_assert_eq!(self.asked, self.declared, "the reader and the schema differ at {:?}", self.place.key);
        }
    }
}

/// Each absent key is meant by one misspelt one at most; the second remains a key that nobody knows.
fn slips<'n>(entries: &'n [Entry], declared: &[Asked]) -> Vec<Slip<'n>> {
    let is_declared = |key: &str| declared.iter().any(|asked| asked.key == key);
    let mut slips: Vec<Slip<'n>> = Vec::new();
    for entry in entries.iter().filter(|entry| !is_declared(&entry.key)) {
        let Some(meant) = nearest(&entry.key, declared.iter().map(|asked| asked.key.as_str())) else { continue };
        let is_there = entries.iter().any(|entry| entry.key == meant) || slips.iter().any(|slip| slip.meant == meant);
        if !is_there {
            slips.push(Slip { entry, meant: meant.to_owned() });
        }
    }
    slips
}

/// The choices in a sentence.
fn one_of(words: &[&str]) -> String {
    match words {
        [] => "nothing".to_owned(),
        [word] => format!("`{word}`"),
        [first @ .., last] => format!("`{}` or `{last}`", first.join("`, `")),
    }
}
