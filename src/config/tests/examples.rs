//! Every example configuration is loaded as an operator would.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use super::conformance::flaws;
use super::with;
use crate::config::{Config, load, schema};

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("config")
}

fn examples() -> Vec<PathBuf> {
    let entries = fs::read_dir(directory()).expect("the directory is part of the project");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    files
}

fn environment(name: &str) -> Option<String> {
    match name {
        "OKTA_CLIENT_SECRET" => Some("hunter2".to_owned()),
        "GATEHOUSE_KEY" => Some(crate::random::token()),
        "REDIS_PASSWORD" => Some("hunter2".to_owned()),
        _ => None,
    }
}

/// Loads a copy of the example that has the files it names beside it.
fn loaded(example: &Path) -> Config {
    let place = tempfile::tempdir().expect("a temporary directory");
    let write = |name: &str, content: &str| {
        let file = place.path().join(name);
        fs::create_dir_all(file.parent().expect("it lies in the directory")).expect("a directory");
        fs::write(file, content).expect("a file");
    };
    let certified = rcgen::generate_simple_self_signed(["app.example.com".to_owned()]).expect("a certificate");
    write("tls/app.example.com.pem", &certified.cert.pem());
    write("tls/app.example.com.key", &certified.signing_key.serialize_pem());
    for key in ["key.txt", "keys/current.txt", "keys/previous.txt"] {
        write(key, &format!("{}\n", crate::random::token()));
    }
    write("secret.txt", "hunter2\n");
    for entry in fs::read_dir(directory().join("brand")).expect("the files of the branded example") {
        let file = entry.expect("an entry").path();
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        write(&format!("brand/{name}"), &fs::read_to_string(&file).expect("text"));
    }
    let text = fs::read_to_string(example).expect("the example is readable");
    let text = text.replace("/run/secrets/okta-client-secret", "secret.txt");
    let copy = place.path().join(example.file_name().expect("a file"));
    fs::write(&copy, text).expect("a file");
    load(&copy, &environment).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn every_example_loads() {
    let examples = examples();

    let configs: Vec<Config> = examples.iter().map(|example| loaded(example)).collect();

    assert!(configs.len() >= 4);
    assert!(configs.iter().all(|config| !config.sites.is_empty()));
}

#[test]
fn every_example_names_its_schema() {
    for example in examples() {
        let text = fs::read_to_string(&example).expect("the example is readable");

        assert!(text.starts_with("# yaml-language-server: $schema=gatehouse.schema.json\n"), "{}", example.display());
    }
}

#[test]
fn the_schema_beside_the_examples_is_current() {
    let file = directory().join("gatehouse.schema.json");

    let checked_in = fs::read_to_string(&file).unwrap_or_default();

    assert!(checked_in == schema(), "run: cargo run -- schema > config/gatehouse.schema.json");
}

#[test]
fn every_example_conforms_to_the_schema() {
    for example in examples() {
        let text = fs::read_to_string(&example).expect("the example is readable");

        assert_eq!(flaws(&text), Vec::<String>::new(), "{}", example.display());
    }
}

#[test]
fn the_schema_knows_what_the_reader_refuses() {
    for (good, bad) in [
        ("host: localhost", "hots: localhost"),
        ("0oa1ab2cd3", "[a]"),
        ("path: /", "path: /, access: everybody"),
        ("upstream: \"http://127.0.0.1:9000\"", "upstream: { read_timeout: never }"),
        ("audience: api://default", "audience: ~"),
        ("{ env: KEY }", "{ variable: KEY }"),
        ("keys:", "kyes:"),
    ] {
        assert!(!flaws(&with(good, bad)).is_empty(), "{bad}");
    }
}

#[test]
fn the_schema_describes_every_key() {
    let schema: Json = serde_json::from_str(&schema()).expect("the schema is JSON");
    let sections = schema["$defs"].as_object().expect("definitions").values().chain([&schema]);

    for section in sections {
        for (key, property) in section["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].as_str().is_some_and(|text| text.len() > 10), "{key}");
        }
        if section.get("properties").is_some() {
            assert_eq!(section["additionalProperties"], Json::Bool(false), "{}", section["title"]);
        }
    }
}
