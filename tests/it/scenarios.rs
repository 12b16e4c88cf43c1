//! Every way through a sign-in by which Okta's own clients are accepted, walked through the gateway.
//!
//! `scenarios/table.md` says which test walks which; here is held that none is missing there, and that each of those tests
//! exists and runs.

mod codes;
mod devices;
mod enrollment;
mod okta_verify;
mod outside;
mod passkeys;
mod push;
mod sign_up;
mod tess;
mod troubles;
mod unlock;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which test walks which scenario, and which sets up and which proves each authenticator.
const TABLE: &str = include_str!("scenarios/table.md");

/// What every client that renders sign-ins on a server has to be able to do.
const NEEDED: &[&str] = &[
    "0.1.1", "0.1.2", "0.1.3", "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "1.1.6", "1.1.7", "1.1.8", "1.2.1",
    "1.2.2", "1.2.3", "3.1.1", "3.1.2", "3.1.3", "4.1.1", "4.1.2", "4.1.3", "4.1.4", "4.1.5", "4.1.6", "4.1.7",
    "4.2.1", "4.2.2", "4.3.1", "4.4.1", "5.1.1", "5.2.1", "6.1.2", "6.1.3", "6.1.4", "6.2.1", "6.2.2", "6.2.3",
    "6.2.4", "8.1.1", "10.1.1", "10.1.2", "10.1.3", "10.1.4", "10.1.5", "10.2.1", "10.2.2", "10.3.1", "10.3.2",
    "10.3.3", "10.3.4", "10.3.5", "10.3.6", "10.4.1", "10.4.2", "10.4.3", "10.4.4", "10.4.5", "11.1.1", "11.1.2",
    "11.1.3", "11.1.4", "11.2.1", "11.2.2",
];

#[test]
fn every_scenario_that_is_needed_is_walked_by_a_test_that_exists_and_runs() {
    let rows = rows("# Scenarios\n");
    let numbers: BTreeSet<&str> = rows.iter().map(|[number, ..]| *number).collect();
    assert_eq!(numbers.len(), rows.len(), "a scenario stands there twice");
    let missing: Vec<&&str> = NEEDED.iter().filter(|number| !numbers.contains(**number)).collect();
    assert!(missing.is_empty(), "nobody walks {missing:?}");

    for [number, what, tests] in rows {
        let tests = named(tests);
        assert!(!tests.is_empty(), "nobody walks {number}, {what}");
        tests.into_iter().for_each(|test| assert_runs(test, what));
    }
}

#[test]
fn every_authenticator_is_set_up_and_proved_by_a_test_that_exists_and_runs() {
    let rows = rows("# Authenticators\n");
    let listed: BTreeSet<&str> = rows.iter().flat_map(|[key, ..]| named(key)).collect();
    assert_eq!(listed.len(), rows.len(), "an authenticator stands there twice");
    let emulated = emulated_authenticators();
    assert_eq!(emulated.iter().map(String::as_str).collect::<BTreeSet<_>>(), listed, "emulated are others than listed");

    for [key, set_up, proved] in rows {
        for cell in [set_up, proved] {
            assert!(!cell.is_empty(), "neither a test nor a reason for {key}");
            named(cell).into_iter().for_each(|test| assert_runs(test, key));
        }
    }
}

/// The rows of the tables of that chapter.
fn rows(chapter: &str) -> Vec<[&'static str; 3]> {
    let (_, rest) = TABLE.split_once(chapter).expect("the chapter");
    let rest = rest.split("\n# ").next().unwrap_or_default();
    let rows = rest.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let rows = rows.filter(|row| !row.starts_with("---"));
    let rows = rows.map(|row| row.split(" | ").collect::<Vec<_>>().try_into().expect("three cells"));
    rows.filter(|[first, ..]: &[&str; 3]| !["Scenario", "Authenticator"].contains(first)).collect()
}

/// What stands in backticks.
fn named(cell: &'static str) -> Vec<&'static str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The keys of the authenticators that the emulated org knows, by its source.
fn emulated_authenticators() -> BTreeSet<String> {
    let directory = root().join("src/demo/org/authenticators");
    let files = fs::read_dir(directory).expect("the source is there").map(|entry| entry.expect("readable").path());
    let mut keys = BTreeSet::new();
    for source in files.map(|file| fs::read_to_string(file).expect("text")) {
        let keys_here = source.split("key: \"").skip(1).filter_map(|rest| rest.split('"').next());
        keys.extend(keys_here.map(str::to_owned));
    }
    keys
}

/// Fails unless there is a test of that path, or of that name in that file of `tests/browser`, and nothing keeps it from running.
#[track_caller]
fn assert_runs(test: &str, subject: &str) {
    if let Some((file, name)) = test.split_once(": ") {
        let source = fs::read_to_string(root().join("tests/browser").join(file)).unwrap_or_default();
        assert!(source.contains(&format!("test('{name}'")), "{subject}: no test {name:?} in {file}");
        return;
    }
    let (module, name) = test.rsplit_once("::").expect("a path");
    let file = root().join("tests/it").join(module.replace("::", "/")).with_extension("rs");
    let source = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{subject}: {}: {error}", file.display()));
    let (before, _) = source.split_once(&format!("fn {name}()")).unwrap_or_else(|| panic!("{subject}: no {test}"));
    let attributes = before.rsplit("\n\n").next().unwrap_or_default();
    assert!(attributes.contains("#[tokio::test]") || attributes.contains("#[test]"), "{subject}: {test} is no test");
    assert!(!attributes.contains("#[ignore"), "{subject}: {test} does not run");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}
