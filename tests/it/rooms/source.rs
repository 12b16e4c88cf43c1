//! Reads from a Rust source file which paths it names, without compiling it.
//!
//! This is a reader of tokens, not of Rust: it knows comments, strings, `use` trees, inline modules and `#[cfg(test)]`,
//! which is what it takes to list `crate::room::Item` and `outside_crate::Item` wherever they stand. Names that a macro
//! makes up and glob imports of whole crates stay invisible to it.

/// A path as somebody wrote it, with `crate`, `self` and `super` resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedPath {
    /// `["crate", "idx", "Document"]` for our own, `["tokio", "spawn"]` for others'.
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
}

impl NamedPath {
    /// As it is written in Rust.
    pub(super) fn text(&self) -> String {
        self.segments.join("::")
    }
}

/// What one file names.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// Every path of more than one segment, and every leaf of a `use` tree, outside of test code.
    pub(super) paths: Vec<NamedPath>,
    /// Modules declared for tests alone, as paths of module names.
    pub(super) test_modules: Vec<Vec<String>>,
}

/// Reads `text`, which is the module `module` of the crate (`[]` for its root).
pub(super) fn read(text: &str, module: &[String]) -> Source {
    let mut reader = Reader {
        tokens: tokens(text),
        at: 0,
        module: module.to_vec(),
        depth: 0,
        inline: Vec::new(),
        local_names: Vec::new(),
        source: Source::default(),
    };
    reader.run();
    let Reader { mut source, local_names, .. } = reader;
    source.paths.retain(|path| !local_names.contains(&path.segments[0]));
    source
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    PathSeparator,
    Mark(char),
}

struct Reader {
    tokens: Vec<(Token, usize)>,
    at: usize,
    /// Where the reader stands, inline modules included.
    module: Vec<String>,
    depth: usize,
    /// The depth at which each open inline module began.
    inline: Vec<usize>,
    /// Modules that this file declares or imports: `cookie::Jar` means one of these before it means a crate.
    local_names: Vec<String>,
    source: Source,
}

impl Reader {
    fn run(&mut self) {
        while let Some(token) = self.peek(0).cloned() {
            match token {
                Token::Mark('#') if self.at_test_attribute() => self.skip_test_item(),
                Token::Word(word) if word == "use" && !self.mark_follows('<') => {
                    self.at += 1;
                    self.use_tree(&[]);
                }
                Token::Word(word) if word == "mod" => self.module_item(),
                Token::Word(_) => self.path(),
                Token::Mark(mark) => {
                    self.braces(mark);
                    self.at += 1;
                }
                Token::PathSeparator => self.at += 1,
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|(token, _)| token)
    }

    fn mark_follows(&self, mark: char) -> bool {
        self.peek(1) == Some(&Token::Mark(mark))
    }

    fn word_at(&self, ahead: usize) -> Option<String> {
        match self.peek(ahead) {
            Some(Token::Word(word)) => Some(word.clone()),
            _ => None,
        }
    }

    fn braces(&mut self, mark: char) {
        match mark {
            '{' => self.depth += 1,
            '}' => {
                self.depth = self.depth.saturating_sub(1);
                if self.inline.last() == Some(&self.depth) {
                    self.inline.pop();
                    self.module.pop();
                }
            }
            _ => {}
        }
    }

    fn module_item(&mut self) {
        self.at += 1;
        let Some(name) = self.word_at(0) else { return };
        self.local_names.push(name.clone());
        if self.mark_follows('{') {
            self.inline.push(self.depth);
            self.module.push(name);
        }
        self.at += 1;
    }

    /// `#[cfg(test)]`, and nothing wider: `any(test, …)` is code that ships.
    fn at_test_attribute(&self) -> bool {
        let wanted =
            [Token::Mark('#'), Token::Mark('['), word("cfg"), Token::Mark('('), word("test"), Token::Mark(')')];
        wanted.iter().enumerate().all(|(ahead, token)| self.peek(ahead) == Some(token))
    }

    /// Skips the item behind the attribute: up to a `;` outside of brackets, or past its first block.
    fn skip_test_item(&mut self) {
        self.at += "#[cfg(test)]".len() - "cfgtest".len() + 2;
        let mut depth = 0_usize;
        while let Some(token) = self.peek(0).cloned() {
            if let (0, Token::Word(keyword), Some(name)) = (depth, &token, self.word_at(1))
                && keyword == "mod"
                && self.peek(2) == Some(&Token::Mark(';'))
            {
                let mut module = self.module.clone();
                module.push(name);
                self.source.test_modules.push(module);
            }
            self.at += 1;
            match token {
                Token::Mark('{' | '(' | '[') => depth += 1,
                Token::Mark(')' | ']') => depth = depth.saturating_sub(1),
                Token::Mark('}') => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return;
                    }
                }
                Token::Mark(';') if depth == 0 => return,
                _ => {}
            }
        }
    }

    /// One branch of a `use` tree, from its first segment to the `,`, `}` or `;` that ends it.
    fn use_tree(&mut self, prefix: &[String]) {
        let mut segments = prefix.to_vec();
        let line = self.line();
        loop {
            match self.peek(0).cloned() {
                Some(Token::Word(word)) if word == "as" => self.at += 2,
                Some(Token::Word(word)) => {
                    if word != "self" || segments.is_empty() {
                        segments.push(word);
                    }
                    self.at += 1;
                }
                Some(Token::PathSeparator) => self.at += 1,
                Some(Token::Mark('*')) => {
                    segments.push("*".to_owned());
                    self.at += 1;
                }
                Some(Token::Mark('{')) => {
                    self.at += 1;
                    while self.peek(0).is_some_and(|token| *token != Token::Mark('}')) {
                        self.use_tree(&segments);
                        if self.peek(0) == Some(&Token::Mark(',')) {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                _ => break,
            }
        }
        if let [_, .., last] = segments.as_slice() {
            self.local_names.push(last.clone());
        }
        self.name(&segments, line);
    }

    /// A chain of words in code, such as `crate::clock::Timestamp` in a signature.
    fn path(&mut self) {
        let line = self.line();
        let start = self.at;
        let mut segments = Vec::new();
        while let Some(word) = self.word_at(0) {
            segments.push(word);
            self.at += 1;
            if self.peek(0) == Some(&Token::PathSeparator) && self.word_at(1).is_some() {
                self.at += 1;
            } else {
                break;
            }
        }
        if segments.len() > 1 && self.begins_a_path(start) {
            self.name(&segments, line);
        }
    }

    /// Not the tail of `<T as Trait>::Item` or of `value.method`.
    fn begins_a_path(&self, start: usize) -> bool {
        let before = |count: usize| start.checked_sub(count).map(|at| &self.tokens[at].0);
        match before(1) {
            Some(Token::Mark('.')) => false,
            Some(Token::PathSeparator) => !matches!(before(2), Some(Token::Mark('>') | Token::Word(_))),
            _ => true,
        }
    }

    fn name(&mut self, segments: &[String], line: usize) {
        let mut absolute: Vec<String>;
        match segments.first().map(String::as_str) {
            None => return,
            Some("crate" | "gatehouse") => {
                absolute = vec!["crate".to_owned()];
                absolute.extend_from_slice(&segments[1..]);
            }
            Some("self" | "super") => {
                absolute = vec!["crate".to_owned()];
                absolute.extend_from_slice(&self.module);
                for segment in segments {
                    match segment.as_str() {
                        "self" => {}
                        "super" if absolute.len() > 1 => drop(absolute.pop()),
                        segment => absolute.push(segment.to_owned()),
                    }
                }
            }
            Some(_) => absolute = segments.to_vec(),
        }
        self.source.paths.push(NamedPath { segments: absolute, line });
    }

    fn line(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |(_, line)| *line)
    }
}

fn word(text: &str) -> Token {
    Token::Word(text.to_owned())
}

/// Splits `text` into words and marks; comments, strings, characters, lifetimes and numbers fall away.
fn tokens(text: &str) -> Vec<(Token, usize)> {
    let text: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < text.len() {
        let length = match text[at] {
            '/' if starts(&text, at, "//") => text[at..].iter().take_while(|c| **c != '\n').count(),
            '/' if starts(&text, at, "/*") => block_comment(&text[at..]),
            '"' => string(&text[at..]),
            '\'' => character_or_lifetime(&text[at..]),
            ':' if starts(&text, at, "::") => {
                found.push((Token::PathSeparator, line));
                2
            }
            c if c.is_alphabetic() || c == '_' => {
                let length = text[at..].iter().take_while(|c| is_word(**c)).count();
                let name: String = text[at..at + length].iter().collect();
                match literal_prefix(&name, &text[at + length..]) {
                    Some(literal) => length + literal,
                    None => {
                        found.push((Token::Word(name), line));
                        length
                    }
                }
            }
            c if c.is_ascii_digit() => text[at..].iter().take_while(|c| is_word(**c)).count(),
            c if c.is_whitespace() => 1,
            c => {
                found.push((Token::Mark(c), line));
                1
            }
        };
        let length = length.max(1).min(text.len() - at);
        line += text[at..at + length].iter().filter(|c| **c == '\n').count();
        at += length;
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn starts(text: &[char], at: usize, with: &str) -> bool {
    with.chars().enumerate().all(|(offset, c)| text.get(at + offset) == Some(&c))
}

fn block_comment(text: &[char]) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while at < text.len() {
        if starts(text, at, "/*") {
            depth += 1;
            at += 2;
        } else if starts(text, at, "*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn string(text: &[char]) -> usize {
    let mut at = 1;
    while at < text.len() && text[at] != '"' {
        at += if text[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn raw_string(text: &[char]) -> usize {
    let hashes = text.iter().take_while(|c| **c == '#').count();
    let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let mut at = hashes + 1;
    while at < text.len() && !starts(text, at, &end) {
        at += 1;
    }
    at + end.len()
}

/// `'a'`, `'\n'` and `'\u{1F600}'` are characters, `'a` is a lifetime.
fn character_or_lifetime(text: &[char]) -> usize {
    match (text.get(1), text.get(2)) {
        (Some('\\'), _) => 3 + text.iter().skip(3).take_while(|c| **c != '\'').count() + 1,
        (Some(_), Some('\'')) => 3,
        _ => 1 + text.iter().skip(1).take_while(|c| is_word(**c)).count(),
    }
}

/// The length of the literal that `r"…"`, `b"…"`, `br#"…"#` or `b'…'` has behind its prefix.
fn literal_prefix(name: &str, rest: &[char]) -> Option<usize> {
    match (name, rest.first()?) {
        ("b" | "c", '"') => Some(string(rest)),
        ("b", '\'') => Some(character_or_lifetime(rest)),
        ("r" | "br" | "cr", '"') => Some(raw_string(rest)),
        ("r" | "br" | "cr", '#') if rest.iter().find(|c| **c != '#') == Some(&'"') => Some(raw_string(rest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        let module = ["idx".to_owned(), "form".to_owned()];
        read(text, &module).paths.iter().map(NamedPath::text).collect()
    }

    #[test]
    fn a_use_tree_is_unfolded() {
        let paths =
            named("pub(crate) use crate::{clock::{self, Timestamp as Moment}, secret::*};\nuse tokio::{sync, time};");

        assert_eq!(
            paths,
            ["crate::clock", "crate::clock::Timestamp", "crate::secret::*", "tokio::sync", "tokio::time"]
        );
    }

    #[test]
    fn paths_in_code_are_found_where_they_stand() {
        let source =
            read("fn f(at: crate::clock::Timestamp) -> u8 {\n    ::tokio::spawn(<A as B>::c(x.d::<E>()))\n}", &[]);

        let found: Vec<_> = source.paths.iter().map(|path| (path.text(), path.line)).collect();
        assert_eq!(found, [("crate::clock::Timestamp".to_owned(), 1), ("tokio::spawn".to_owned(), 2)]);
    }

    #[test]
    fn relative_paths_count_from_the_module_they_stand_in() {
        let paths = named(
            "use super::field::Field; use super::super::oauth::Client;\nmod inner { use super::super::json; }\nuse self::part::A;",
        );

        assert_eq!(
            paths,
            ["crate::idx::field::Field", "crate::oauth::Client", "crate::idx::json", "crate::idx::form::part::A"]
        );
    }

    #[test]
    fn comments_strings_and_characters_name_nothing() {
        let paths = named(
            r###"
            /// [`crate::proxy`] /* and */ this
            /* crate::proxy /* nested */ tokio::spawn */
            const A: &str = "tokio::spawn \" crate::proxy";
            const B: &str = r#"crate::proxy " tokio::spawn"#;
            const C: (char, u8, char) = ('"', b'"', '\'');
            fn f<'a>(x: &'a str) { crate::cli::main() }
            "###,
        );

        assert_eq!(paths, ["crate::cli::main"]);
    }

    #[test]
    fn code_of_tests_is_left_out_and_its_files_are_named() {
        let source = read(
            "#[cfg(test)]\nmod tests { use tokio::net; fn f() { crate::proxy::run() } }\n#[cfg(test)]\nuse tokio::fs;\n\
             #[cfg(test)]\n#[path = \"x\"]\npub(crate) mod testing;\n#[cfg(test)]\nfn g(a: [u8; 3]) { tokio::x(); }\n\
             #[cfg(not(test))]\nuse crate::tls::install_provider;",
            &["gate".to_owned()],
        );

        assert_eq!(source.paths.iter().map(NamedPath::text).collect::<Vec<_>>(), ["crate::tls::install_provider"]);
        assert_eq!(source.test_modules, [["gate", "testing"]]);
    }

    #[test]
    fn a_module_of_the_file_is_not_the_crate_of_that_name() {
        let declared = named("mod cookie;\nuse cookie::Jar;\nuse moka::sync::Cache;");
        let imported = named("use rustls::crypto::aws_lc_rs;\nfn f() { aws_lc_rs::default_provider() }");

        assert_eq!(declared, ["moka::sync::Cache"]);
        assert_eq!(imported, ["rustls::crypto::aws_lc_rs"]);
    }

    #[test]
    fn a_macro_of_the_crate_is_a_path_of_it() {
        assert_eq!(
            named("crate::secret_newtype!(A); $crate::secret::Secret::new(x)"),
            ["crate::secret_newtype", "crate::secret::Secret::new"]
        );
    }
}
