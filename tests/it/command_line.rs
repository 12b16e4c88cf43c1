//! The program as an operator meets it: what goes to stdout, what to stderr, and the exit code.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn gatehouse(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gatehouse"))
        .args(arguments)
        .current_dir(directory)
        .env_remove("GATEHOUSE_CONFIG")
        .env_remove("GATEHOUSE_LOG")
        .env_remove("GATEHOUSE_LOG_FORMAT")
        .env("OKTA_CLIENT_SECRET", "hunter2")
        .output()
        .expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A directory with an example in it and a key that the program made.
fn set_up(example: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a temporary directory");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("config").join(example);
    fs::copy(source, place.path().join("gatehouse.yaml")).expect("the example is readable");
    let key = gatehouse(place.path(), &["keygen"]);
    fs::write(place.path().join("key.txt"), &key.stdout).expect("a file");
    place
}

#[test]
fn a_new_key_is_one_line_and_never_the_same() {
    let place = tempfile::tempdir().expect("a temporary directory");

    let (one, other) = (gatehouse(place.path(), &["keygen"]), gatehouse(place.path(), &["keygen"]));

    assert!(one.status.success());
    assert_eq!(stdout(&one).trim_end().len(), 43);
    assert_ne!(one.stdout, other.stdout);
}

#[test]
fn a_good_configuration_is_summed_up_on_stdout() {
    let place = set_up("minimal.yaml");

    let output = gatehouse(place.path(), &["check", "--config", "gatehouse.yaml"]);

    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("http://localhost:8080/.gatehouse/callback"));
    assert!(stderr(&output).contains("warning: gatehouse.yaml:"));
    assert!(!stdout(&output).contains("hunter2") && !stderr(&output).contains("hunter2"));
}

#[test]
fn a_faulty_configuration_is_told_on_stderr_and_ends_with_2() {
    let place = set_up("minimal.yaml");
    let file = place.path().join("gatehouse.yaml");
    let text = fs::read_to_string(&file).expect("the example is readable");
    fs::write(&file, text.replace("routes:", "rotues:").replace("client_id", "client")).expect("a file");

    for command in ["check", "serve"] {
        let output = gatehouse(place.path(), &[command, "--config", "gatehouse.yaml"]);

        assert_eq!(output.status.code(), Some(2));
        assert_eq!(stdout(&output), "");
        assert!(stderr(&output).contains("sites[0].rotues: found an unknown key"), "{}", stderr(&output));
        assert!(stderr(&output).ends_with("gatehouse.yaml: 2 faults\n"), "{}", stderr(&output));
    }
}

#[test]
fn a_machine_without_root_certificates_is_told_so_and_ends_with_2() {
    let place = set_up("minimal.yaml");

    let output = Command::new(env!("CARGO_BIN_EXE_gatehouse"))
        .args(["serve", "--config", "gatehouse.yaml"])
        .current_dir(place.path())
        .env("SSL_CERT_FILE", "nowhere.pem")
        .env("SSL_CERT_DIR", "nowhere")
        .output()
        .expect("the program starts");

    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no root certificates"), "{}", stderr(&output));
}

#[test]
fn arguments_that_are_not_understood_end_with_2() {
    let place = tempfile::tempdir().expect("a temporary directory");

    for arguments in [&["serve"][..], &["conquer"], &["check", "--config"], &[]] {
        let output = gatehouse(place.path(), arguments);

        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stdout(&output).is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_schema_goes_to_stdout() {
    let place = tempfile::tempdir().expect("a temporary directory");

    let output = gatehouse(place.path(), &["schema"]);

    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("the schema is JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}
