//! What is wrong with a configuration, in the words an operator needs: where, what was found, what would be right.

use std::fmt;
use std::path::{Path, PathBuf};

/// Keys after which a secret may stand.
pub(super) const GUARDED: [&str; 4] = ["value", "client_secret", "private_key", "keys"];

/// A place in the file; both numbers begin at one and count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    pub(super) const START: Self = Self { line: 1, column: 1 };
}

/// A value's place in the file and its path of keys, such as `sites[0].routes[1].path`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: Position,
    pub(super) key: String,
}

impl Place {
    pub(super) fn root() -> Self {
        Self { at: Position::START, key: String::new() }
    }

    /// The place of a key below this one.
    pub(super) fn child(&self, key: &str, at: Position) -> Self {
        let key = if self.key.is_empty() { key.to_owned() } else { format!("{}.{key}", self.key) };
        Self { at, key }
    }

    /// The place of a key that somebody wrote: where a secret may stand, a key may be one by mistake and is not named.
    pub(super) fn written(&self, key: &str, at: Position) -> Self {
        if self.may_hold_a_secret() { Self { at, key: self.key.clone() } } else { self.child(key, at) }
    }

    /// Whether this is below a key after which a secret stands, so that nothing found here is repeated.
    pub(super) fn may_hold_a_secret(&self) -> bool {
        self.key.split(['.', '[']).any(|key| GUARDED.contains(&key))
    }

    /// The place of an entry of this list.
    pub(super) fn item(&self, index: usize, at: Position) -> Self {
        Self { at, key: format!("{}[{index}]", self.key) }
    }
}

/// One thing that must change before the program starts, or, as a warning, one that should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    at: Option<Position>,
    key: String,
    text: String,
    hint: Option<String>,
}

impl Fault {
    /// A value that is not what it should be.
    pub(super) fn new(place: &Place, found: impl fmt::Display, expected: impl fmt::Display) -> Self {
        Self::saying(place, format!("found {found}; expected {expected}"))
    }

    /// Something that "found and expected" does not fit.
    pub(super) fn saying(place: &Place, text: impl Into<String>) -> Self {
        Self { at: Some(place.at), key: place.key.clone(), text: text.into(), hint: None }
    }

    /// Text that is not YAML at all.
    pub(super) fn syntax(at: Position, text: impl Into<String>) -> Self {
        Self { at: Some(at), key: String::new(), text: text.into(), hint: None }
    }

    /// A file that cannot be looked into.
    fn file(text: impl Into<String>) -> Self {
        Self { at: None, key: String::new(), text: text.into(), hint: None }
    }

    /// Adds what to do about it.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Where it stands; nowhere when the file could not be looked into.
    pub fn position(&self) -> Option<Position> {
        self.at
    }

    /// The path of keys to the value, empty for the file as a whole.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The fault as it is printed, with the name of its file.
    pub(super) fn in_file(&self, file: &Path) -> String {
        let mut line = file.display().to_string();
        if let Some(at) = self.at {
            line.push_str(&format!(":{}:{}", at.line, at.column));
        }
        if !self.key.is_empty() {
            line.push_str(&format!(": {}", self.key));
        }
        line.push_str(&format!(": {}", self.text));
        if let Some(hint) = &self.hint {
            for (index, hint_line) in hint.lines().enumerate() {
                line.push_str(if index == 0 { "\n    hint: " } else { "\n    " });
                line.push_str(hint_line);
            }
        }
        line
    }
}

/// Every fault of one file, in file order; never empty.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Faults {
    file: PathBuf,
    faults: Vec<Fault>,
}

impl Faults {
    pub(super) fn new(file: &Path, mut faults: Vec<Fault>) -> Self {
        faults.sort_by_key(Fault::position);
        Self { file: file.to_owned(), faults }
    }

    /// The one fault of a file that cannot be looked into.
    pub(super) fn unreadable(file: &Path, text: impl Into<String>) -> Self {
        Self::new(file, vec![Fault::file(text)])
    }

    /// The faults one by one.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.faults.len()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{}", fault.in_file(&self.file))?;
        }
        let noun = if self.faults.len() == 1 { "fault" } else { "faults" };
        write!(f, "{}: {} {noun}", self.file.display(), self.faults.len())
    }
}

/// Text of the file as a fault quotes it: escaped, cut when it is long, without what stands before the host of a URL,
/// and cut where a quotation mark in the wrong place made it swallow a secret.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = without_credentials(text);
    let swallowed = GUARDED.iter().filter_map(|key| text.find(&format!("{key}:"))).min();
    if let Some(end) = swallowed {
        return format!("{:?}…", text[..end].chars().take(LONGEST).collect::<String>());
    }
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}

fn without_credentials(text: &str) -> String {
    match (text.find("//"), text.rfind('@')) {
        (Some(slashes), Some(at)) if slashes + 2 <= at => format!("{}…{}", &text[..slashes + 2], &text[at..]),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_is_escaped_cut_and_free_of_credentials() {
        assert_eq!(quoted("a\u{1b}[31m\n\"b"), r#""a\u{1b}[31m\n\"b""#);
        assert_eq!(quoted("https://me:hunter2@host/@"), r#""https://…@""#);
        assert_eq!(quoted("http://h//a@b"), r#""http://…@b""#);
        assert_eq!(quoted("me@host"), r#""me@host""#);
        assert_eq!(quoted("x client_secret: { value: hunter2 }"), r#""x "…"#);
        assert_eq!(quoted(&"é".repeat(100)), format!("\"{}\"…", "é".repeat(60)));
    }
}
