//! What the pages for people promise is there: examples load, links lead somewhere, commands and named tests exist.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gatehouse::config;
use gatehouse::demo::{Demo, OWN_GATEWAY, Options};

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README is readable")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_example_configuration_loads_without_a_fault() {
    let readme = readme();
    let example = readme.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    // It stands in a list, by three blanks.
    let example: Vec<&str> = example.lines().map(|line| line.strip_prefix("   ").unwrap_or(line)).collect();
    let place = tempfile::tempdir().expect("a directory");
    fs::write(place.path().join("key.txt"), gatehouse::random::token()).expect("a key");
    let environment = |name: &str| (name == "OKTA_CLIENT_SECRET").then(|| "a secret".to_owned());

    let loaded = config::parse(&example.join("\n"), &place.path().join("gatehouse.yaml"), &environment);

    let config = loaded.unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(config.sites[0].redirect_uri(), "http://localhost:8080/.gatehouse/callback");
    assert!(readme.contains(&config.sites[0].redirect_uri()), "the redirect URI to register is another one");
}

#[test]
fn the_example_of_a_brand_loads_without_a_fault() {
    let readme = readme();
    let brand = readme.split("```yaml\n").find(|part| part.starts_with("    brand:\n")).expect("an example");
    let brand = brand.split("```").next().expect("split gives a first part");
    let minimal = fs::read_to_string(root().join("config/minimal.yaml")).expect("the example is readable");
    let (before, rest) = minimal.split_once("    routes:").expect("a site");
    let before = before.replace("{ file: key.txt }", &format!("{{ value: {} }}", gatehouse::random::token()));
    let yaml = format!("{before}{brand}    routes:{rest}");
    let environment = |name: &str| (name == "OKTA_CLIENT_SECRET").then(|| "a secret".to_owned());

    let loaded = config::parse(&yaml, &root().join("config/gatehouse.yaml"), &environment);

    let config = loaded.unwrap_or_else(|faults| panic!("{faults}"));
    let look = &config.sites[0].look;
    assert!(look.logo.is_some() && look.palette.is_some() && look.help.is_some() && !look.links.is_empty());
}

#[tokio::test]
async fn the_configuration_for_the_org_of_the_demo_signs_in_there() {
    let readme = readme();
    let example = readme
        .split("```yaml\n")
        .find(|part| part.starts_with("listeners:\n  - address: 127.0.0.1:8081"))
        .expect("an example");
    let example = example.split("```").next().expect("split gives a first part");
    let demo = Demo::start(Options::default()).await.expect("the demo starts");
    // The ports of the README may be taken on this machine.
    let (org, application) = (demo.org_url(), demo.application_url());
    assert!(example.contains(OWN_GATEWAY) && readme.contains("gatehouse demo --org-port 8090 --application-port 9000"));
    let yaml = example.replace("http://127.0.0.1:8090", &org).replace("http://127.0.0.1:9000", &application);
    assert!(yaml.contains(&org) && yaml.contains(&application), "{yaml}");
    let place = tempfile::tempdir().expect("a directory");
    let file = place.path().join("gatehouse.yaml");
    fs::write(&file, yaml).expect("a file");
    fs::write(place.path().join("key.txt"), gatehouse::random::token()).expect("a key");

    let check = tokio::task::spawn_blocking(move || {
        Command::new(env!("CARGO_BIN_EXE_gatehouse")).args(["check", "--online", "--config"]).arg(file).output()
    });
    let check = check.await.expect("no panic").expect("it starts");

    let said = String::from_utf8_lossy(&[&check.stdout[..], &check.stderr[..]].concat()).into_owned();
    assert!(check.status.success() && said.contains("First step: offered"), "{said}");
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    for page in ["README.md", "CHANGELOG.md", "ARCHITECTURE.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"));
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());

        for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let file = link.split('#').next().unwrap_or_default();
            assert!(root().join(file).exists(), "{page} links to {link}");
        }
    }
}

#[test]
fn every_command_of_the_table_has_a_help_page() {
    let readme = readme();
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `gatehouse "))
        .filter_map(|rest| rest.split([' ', '`']).next())
        .collect();

    assert_eq!(commands.len(), 6, "{commands:?}");
    for command in commands {
        let help = Command::new(env!("CARGO_BIN_EXE_gatehouse")).args([command, "--help"]).output().expect("it starts");
        assert!(help.status.success(), "gatehouse {command} --help");
    }
}

#[test]
fn the_first_line_names_the_toolchain_that_the_manifest_asks_for() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest is readable");
    let version =
        manifest.split("rust-version = \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a version");

    assert!(readme().lines().take(4).any(|line| line.contains(&format!("Rust {version}"))));
}

#[test]
fn every_test_that_the_architecture_names_exists() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the page is readable");
    let mut source = String::new();
    collect(&root().join("src"), &mut source);
    collect(&root().join("tests/it"), &mut source);

    let missing: Vec<&str> =
        named_tests(&page).into_iter().filter(|name| !source.contains(&format!("fn {name}("))).collect();

    assert!(missing.is_empty(), "{missing:#?}");
}

/// What stands in backticks and reads as a sentence with underscores.
fn named_tests(page: &str) -> Vec<&str> {
    page.split('`')
        .skip(1)
        .step_by(2)
        .filter_map(|code| code.rsplit("::").next())
        .filter(|name| name.matches('_').count() >= 3)
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'))
        .collect()
}

fn collect(directory: &Path, source: &mut String) {
    for entry in fs::read_dir(directory).expect("the source is readable") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, source);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            source.push_str(&fs::read_to_string(&path).expect("a file of text"));
        }
    }
}
