//! The reader as a whole: what it makes of a good file, and what it says about bad ones.

mod agreement;
mod brand;
mod conformance;
mod credentials;
mod examples;
mod faults;
mod hostile;
mod stores;
mod values;

use std::path::Path;

use super::{Config, Faults, parse};

/// A key that chance could have made.
const KEY: &str = "u4Pq0NnW8nH2mR1xVb7sYt3kLz6cQe9aDf5gJh0iKlM";

/// Every section at its shortest; tests replace lines of it.
const GOOD: &str = "\
listeners:
  - address: 127.0.0.1:8080
keys:
  - { env: KEY }
authorization_servers:
  okta:
    issuer: https://example.okta.com/oauth2/default
    client_id: 0oa1ab2cd3
    audience: api://default
sites:
  - host: localhost
    public_url: http://localhost:8080
    authorization_server: okta
    routes:
      - { path: /, upstream: \"http://127.0.0.1:9000\" }
";

fn environment(name: &str) -> Option<String> {
    match name {
        "KEY" => Some(KEY.to_owned()),
        "OTHER_KEY" => Some(KEY.chars().rev().collect()),
        "OKTA_CLIENT_SECRET" => Some("hunter2-hunter2".to_owned()),
        "EMPTY" => Some("\n".to_owned()),
        "SHORT_KEY" => Some("c2hvcnQ".to_owned()),
        "PHRASE_KEY" => Some("cGxlYXNlLWNoYW5nZS10aGlzLWtleS10by1zZWNyZXQ".to_owned()),
        "LINES" => Some("one\ntwo".to_owned()),
        _ => None,
    }
}

fn read(text: &str) -> Result<Config, Faults> {
    parse(text, Path::new("gatehouse.yaml"), &environment)
}

/// The good file with one piece of it replaced.
fn with(old: &str, new: &str) -> String {
    assert!(GOOD.contains(old), "{old:?} is in the good file");
    GOOD.replace(old, new)
}

/// What is printed about a file that must not be accepted.
fn complaint(text: &str) -> String {
    match read(text) {
        Ok(config) => panic!("accepted: {config:?}"),
        Err(faults) => faults.to_string(),
    }
}

/// What is printed about each variant of the good file; every one of them has exactly one fault.
fn complaints(old: &str, variants: &[&str]) -> String {
    let complaint = |new: &&str| {
        let text = complaint(&with(old, new));
        let (faults, count) = text.rsplit_once('\n').expect("a line with the count");
        assert_eq!(count, "gatehouse.yaml: 1 fault", "{text}");
        faults.to_owned()
    };
    variants.iter().map(complaint).collect::<Vec<_>>().join("\n")
}

fn accepted(text: &str) -> Config {
    read(text).unwrap_or_else(|faults| panic!("{faults}"))
}
