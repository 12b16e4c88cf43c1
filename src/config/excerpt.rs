//! The line on which YAML broke, without what it might give away.
//!
//! At that moment nobody knows yet which values are secrets, so only the beginning that cannot be one is shown: indentation,
//! list marks and keys of the format, and the value of a key when neither it nor anything else on the line names a secret.

use super::faults::{GUARDED, Position};
use super::schema;

/// What stands for hidden text.
const HIDDEN: &str = "…";
const WIDEST: usize = 100;

/// The line at `at` with a mark below its column, or nothing when there is no such line.
pub(super) fn excerpt(text: &str, at: Position) -> String {
    let Some(line) = text.lines().nth(at.line - 1) else { return String::new() };
    let shown = harmless(line);
    let number = at.line.to_string();
    let margin = " ".repeat(number.len());
    let column = at.column.min(shown.chars().count() + 1);
    format!("\n    {margin} |\n    {number} | {shown}\n    {margin} | {}^", " ".repeat(column - 1))
}

fn harmless(line: &str) -> String {
    let start = line.find(|c: char| c != ' ' && c != '-').unwrap_or(line.len());
    let (indent, rest) = line.split_at(start);
    let names_a_secret = GUARDED.iter().any(|guarded| rest.contains(guarded));
    match rest.split_once(':') {
        Some((key, _)) if is_known(key) && !names_a_secret => cut(line),
        Some((key, _)) if is_known(key) => format!("{indent}{key}: {HIDDEN}"),
        None if rest.is_empty() || is_known(rest) => cut(line),
        _ => format!("{indent}{HIDDEN}"),
    }
}

fn is_known(key: &str) -> bool {
    schema::all_keys().contains(key.trim())
}

fn cut(line: &str) -> String {
    let printable: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).take(WIDEST).collect();
    if printable.len() < line.len() { printable + HIDDEN } else { printable }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_format_is_shown_with_its_column() {
        let text = "sites:\n  - host: [app.example.com\n";

        insta::assert_snapshot!(excerpt(text, Position { line: 2, column: 11 }), @r"
             |
           2 |   - host: [app.example.com
             |           ^
        ");
    }

    #[test]
    fn what_may_be_a_secret_is_hidden() {
        for line in [
            "    value: hunter2'",
            "    client_secret: hunter2'",
            "  client_secret: { value: hunter2",
            "hunter2 hunter2",
            "  - hunter2",
            "  - { value: hunter2",
            "  issuer: x, client_secret: hunter2",
            "  hunter2: x",
        ] {
            assert!(!excerpt(line, Position { line: 1, column: 3 }).contains("hunter2"), "{line}");
        }
    }

    #[test]
    fn a_place_behind_the_end_has_no_excerpt() {
        assert_eq!(excerpt("a\n", Position { line: 9, column: 1 }), "");
    }
}
