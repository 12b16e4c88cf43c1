//! Holds that pages say nothing but what stands in the catalogues, and that all catalogues say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use gatehouse::pages::Language;

/// What says a message: literals among its arguments are names.
const SAYERS: [&str; 8] =
    ["say", "say_with", "sentence", "say_where", "told", "Words::new", "Words::about", "Words::headed"];

#[test]
fn every_name_that_is_said_has_a_message_and_every_message_is_said() {
    let said = names_said();
    let messages: BTreeSet<String> = messages(Language::English).into_keys().collect();

    assert!(said.len() > 200, "the sources were read");
    let missing: Vec<_> = said.difference(&messages).collect();
    // Tables name messages that are said elsewhere; a purpose names three at once.
    let in_tables: BTreeSet<String> = sources(&root().join("src"))
        .iter()
        .flat_map(|path| literals(&shipped(path)))
        .map(|(_, literal)| literal)
        .collect();
    let stands = |name: &str| in_tables.contains(name);
    let is_of_purpose = |name: &str| name.rsplit_once('-').is_some_and(|(purpose, _)| stands(purpose));
    let unsaid: Vec<_> = messages.difference(&said).filter(|name| !stands(name) && !is_of_purpose(name)).collect();
    assert!(missing.is_empty(), "said, but not in en.ftl: {missing:?}");
    assert!(unsaid.is_empty(), "in en.ftl, but a literal of no source or template: {unsaid:?}");
}

#[test]
fn every_catalogue_belongs_to_a_language() {
    let tags: BTreeSet<String> = Language::ALL.iter().map(|language| language.tag().to_owned()).collect();
    let stems = fs::read_dir(root().join("src/pages/languages")).expect("the catalogues").map(|entry| {
        let path = entry.expect("a file").path();
        path.file_stem().expect("a name").to_string_lossy().into_owned()
    });

    assert_eq!(stems.collect::<BTreeSet<_>>(), tags);
}

#[test]
fn every_language_says_the_same_messages_with_the_same_values() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let messages = messages(*language);
        let tag = language.tag();

        let missing: Vec<_> = english.keys().filter(|name| !messages.contains_key(*name)).collect();
        let unknown: Vec<_> = messages.keys().filter(|name| !english.contains_key(*name)).collect();
        assert!(missing.is_empty(), "{tag} lacks {missing:?}");
        assert!(unknown.is_empty(), "{tag} has {unknown:?}, which English has not");
        for (name, text) in &messages {
            assert_eq!(variables(text), variables(&english[name]), "{tag}: {name}");
        }
    }
}

#[test]
fn every_message_can_be_read_and_said_and_is_plain_text() {
    for language in Language::ALL {
        let (tag, text) = (language.tag(), catalogue(*language));
        let names: Vec<String> = text.lines().filter_map(name_of).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{tag} has a name twice");
        let resource = match FluentResource::try_new(text) {
            Ok(resource) => resource,
            Err((_, errors)) => panic!("{tag}: {errors:?}"),
        };
        let mut bundle = FluentBundle::new(vec![tag.parse().expect("a language tag")]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no name twice");

        for (name, text) in messages(*language) {
            let pattern = bundle.get_message(&name).and_then(|message| message.value());
            let pattern = pattern.unwrap_or_else(|| panic!("{tag}: {name} has no text"));
            // 1 and 5 choose different plural forms in most languages there are.
            for number in [0, 1, 2, 5, 11] {
                let mut values = FluentArgs::new();
                variables(&text).into_iter().for_each(|variable| values.set(variable, number));
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&values), &mut errors);
                assert!(errors.is_empty(), "{tag}: {name}: {errors:?}");
                assert!(!said.trim().is_empty(), "{tag}: {name} says nothing");
                assert!(!said.contains(['<', '>', '&']), "{tag}: {name} is no plain text: {said}");
                assert!(!said.contains(['"', '\'']), "{tag}: {name} has a straight quotation mark: {said}");
            }
        }
    }
}

#[test]
fn templates_hold_no_words() {
    for path in files(&root().join("templates"), "html") {
        let text = fs::read_to_string(&path).expect("a template");
        let expressions = [("{#", "#}"), ("{%", "%}"), ("{{", "}}")];
        let text = expressions.into_iter().fold(text, |text, (begin, end)| without(&text, begin, end));
        for attribute in ["alt", "aria-label", "aria-description", "title", "placeholder", "value"] {
            for value in text.split(&format!(" {attribute}=\"")).skip(1) {
                let value = value.split('"').next().unwrap_or_default();
                assert!(!value.contains(char::is_alphabetic), "{}: {attribute}=\"{value}\"", path.display());
            }
        }
        let words = without(&text, "<", ">");
        // Macros write attributes on their own.
        let words = words.split_whitespace().filter(|word| !word.contains("=\"") && word.contains(char::is_alphabetic));
        let words: Vec<_> = words.collect();
        assert!(words.is_empty(), "{}: {words:?}", path.display());
    }
}

#[test]
fn code_that_makes_pages_holds_no_sentences() {
    let mut found = Vec::new();
    for folder in ["src/pages", "src/endpoints"] {
        for path in sources(&root().join(folder)) {
            let text = shipped(&path);
            for (at, literal) in literals(&text) {
                // What operators read in logs begins alike, and stands in a macro of its own.
                let statement = &text[text[..at].rfind(';').map_or(0, |end| end + 1)..at];
                let is_log = ["info!(", "warn!(", "error!(", "debug!("].iter().any(|log| statement.contains(log));
                let is_reason = text[..at].ends_with("expect(");
                if reads_like_a_sentence(&literal) && !is_log && !is_reason {
                    found.push(format!("{}: {literal}", path.display()));
                }
            }
        }
    }
    assert!(found.is_empty(), "words that belong into the catalogue: {found:#?}");
}

#[test]
fn the_reader_of_names_sees_every_way_to_say_one() {
    let text = r#"
        brand.say("one"); self.say_with( "two", &[("x", Value::Text("no"))]);
        // brand.say("not-this")
        Words::about(brand, "three", &name("no"), "four").say_where(it, "five", "six");
        essay("no"); say_first("no"); match kind { A => say("seven"), B => told("eight", "nine") }
    "#;

    let names: Vec<String> = names_in(text).into_iter().collect();

    assert_eq!(names.join(" "), "eight five four nine one seven six three two");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn catalogue(language: Language) -> String {
    let path = root().join("src/pages/languages").join(language.tag()).with_extension("ftl");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every message with its text as it is written.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut current = None;
    for line in catalogue(language).lines() {
        if let Some(name) = name_of(line) {
            messages.insert(name.clone(), line.to_owned());
            current = Some(name);
        } else if line.starts_with([' ', '}']) {
            let message = current.as_ref().and_then(|name| messages.get_mut(name));
            message.expect("a line that goes on has a beginning").push_str(line);
        }
    }
    messages
}

/// The name of the message that a line begins.
fn name_of(line: &str) -> Option<String> {
    let (name, _) = line.split_once(" =")?;
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
    is_name.then(|| name.to_owned())
}

fn variables(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|letter| letter.is_ascii_alphanumeric()).collect();
    text.split('$').skip(1).map(name).collect()
}

fn names_said() -> BTreeSet<String> {
    let code = sources(&root().join("src")).into_iter().map(|path| shipped(&path));
    let templates = files(&root().join("templates"), "html").into_iter();
    let templates = templates.map(|path| fs::read_to_string(path).expect("a template"));
    code.chain(templates).flat_map(|text| names_in(&text)).collect()
}

/// The literals among the arguments of everything that says a message.
fn names_in(text: &str) -> BTreeSet<String> {
    let text: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for sayer in SAYERS {
        let call = format!("{sayer}(");
        for (at, _) in text.match_indices(&call) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
                continue;
            }
            names.extend(own_literals(&text[at + call.len()..]));
        }
    }
    names
}

/// The literals that are arguments of the call whose arguments begin here, not of calls and lists within it.
fn own_literals(arguments: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let (mut depth, mut rest) = (0, arguments);
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            '"' => {
                let Some((literal, behind)) = rest.split_once('"') else { break };
                if depth == 0 {
                    literals.push(literal.to_owned());
                }
                rest = behind;
            }
            _ => {}
        }
    }
    literals
}

/// The string literals of a source and where they begin, without comments.
fn literals(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut begin, bytes) = (0, text.as_bytes());
    while begin < bytes.len() {
        let rest = &text[begin..];
        if rest.starts_with("//") {
            begin += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("'\"'") {
            begin += 3;
        } else if bytes[begin] == b'"' {
            let mut end = begin + 1;
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            found.push((begin, text[begin + 1..end.min(bytes.len())].to_owned()));
            begin = end + 1;
        } else {
            begin += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// Begins with a capital letter and goes on with another word.
fn reads_like_a_sentence(literal: &str) -> bool {
    let mut words = literal.split_whitespace();
    let is_word = |word: &str| word.chars().all(|letter| letter.is_alphabetic() || "’.,:?!…".contains(letter));
    let begins = words.next().is_some_and(|word| word.starts_with(char::is_uppercase) && is_word(word));
    begins && words.next().is_some_and(is_word) && literal.contains(char::is_lowercase)
}

/// A source without its tests, which stand at its end.
fn shipped(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source");
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
}

/// The sources below `folder` that ship: without tests and what only they, or people who look at pages, use.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let is_test = |path: &Path| {
        path.components().any(|part| {
            let name = part.as_os_str().to_string_lossy();
            matches!(
                name.trim_end_matches(".rs"),
                "tests" | "testing" | "samples" | "catalogue" | "strict_html" | "demo"
            )
        })
    };
    let root = root();
    let mut sources = files(folder, "rs");
    sources.retain(|path| !is_test(path.strip_prefix(&root).unwrap_or(path)));
    sources
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files
}

/// The text without everything between `begin` and the next `end`.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(begin) {
        kept.push_str(before);
        rest = inside.split_once(end).map_or("", |(_, behind)| behind);
    }
    kept + rest
}
