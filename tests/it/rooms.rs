//! Holds the plan of the house: which room may enter which, and where each outside crate lives.
//!
//! What is written here is the plan; a violation is answered by changing the code, or the plan and the page
//! `ARCHITECTURE.md` with a reason. Test code may go anywhere: it is not part of what runs.

mod source;

use std::fmt;
use std::fs;
use std::path::Path;

use self::source::{NamedPath, read};

/// Rooms that anyone may enter. They know one another and nothing else.
const SMALL_ROOMS: &[&str] =
    &["secret", "clock", "random", "tls", "http_client", "person", "private_key", "buckets", "upstream_headers"];

/// Each other room and the rooms it may enter, from the street door down.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("cli", &["config", "proxy", "endpoints", "session", "pages", "idx", "oauth", "telemetry", "demo"]),
    ("proxy", &["config", "endpoints", "session", "bearer", "gate", "pages", "telemetry", "cookies"]),
    ("endpoints", &["config", "signin", "session", "pages", "gate", "idx", "oauth", "telemetry", "cookies", "seal"]),
    ("signin", &["config", "session", "gate", "idx", "oauth", "telemetry", "cookies", "seal"]),
    ("session", &["config", "oauth", "telemetry", "cookies", "seal"]),
    ("bearer", &["config", "oauth", "seal"]),
    ("cookies", &["config", "seal", "gate"]),
    ("seal", &["config"]),
    ("gate", &["config"]),
    // The look of a site is a value of `pages`, which alone can judge colours and words.
    ("config", &["pages"]),
    ("pages", &[]),
    ("idx", &[]),
    ("oauth", &[]),
    ("telemetry", &[]),
    // A second reading of the specifications: a mistake shared with `idx` or `oauth` would cancel itself out.
    ("demo", &[]),
];

/// Every outside crate of `Cargo.toml` and the files or folders that may name it.
const HOMES: &[(&str, &[&str])] = &[
    ("pingora", &["proxy"]),
    ("async_trait", &["proxy"]),
    ("reqwest", &["http_client"]),
    ("axum", &["endpoints", "proxy/admin", "demo"]),
    ("tower", &["endpoints", "demo"]),
    ("http_body_util", &["endpoints", "proxy", "demo"]),
    ("jsonwebtoken", &["oauth"]),
    ("askama", &["pages"]),
    ("fluent_bundle", &["pages/phrases"]),
    ("fluent_syntax", &["pages/texts"]),
    ("unic_langid", &["pages/language"]),
    ("redis", &["session/redis"]),
    (
        "moka",
        &["session/near", "session/marks", "session/mark_store", "signin/conversation", "buckets", "bearer/verdicts"],
    ),
    ("arc_swap", &["session", "oauth/cached", "proxy/upstream"]),
    ("cookie", &["cookies", "seal"]),
    ("hkdf", &["seal"]),
    ("hmac", &["seal", "demo"]),
    ("subtle", &["secret", "oauth"]),
    ("rustls", &["tls", "http_client", "proxy", "config/certificates"]),
    ("rustls_native_certs", &["tls"]),
    ("serde_saphyr", &["config"]),
    ("schemars", &["config"]),
    ("ipnet", &["config", "gate", "proxy"]),
    ("clap", &["cli"]),
    ("tracing_subscriber", &["telemetry"]),
    ("mimalloc", &["main"]),
    ("aws_lc_rs", &["private_key", "seal", "demo"]),
    ("qrcode", &["demo/org/qr"]),
    (
        "tokio",
        &[
            "cli",
            "proxy",
            "endpoints",
            "signin",
            "session",
            "bearer",
            "idx/client",
            "oauth/client",
            "oauth/cached",
            "demo",
        ],
    ),
    ("tokio_util", &["oauth/client"]),
    ("tracing", ANYWHERE),
    ("thiserror", ANYWHERE),
    ("http", ANYWHERE),
    ("bytes", ANYWHERE),
    ("memchr", &["gate", "cookies"]),
    ("url", ANYWHERE),
    ("serde", ANYWHERE),
    ("serde_json", ANYWHERE),
    ("sha2", ANYWHERE),
    ("base64", ANYWHERE),
    ("rand", ANYWHERE),
];
const ANYWHERE: &[&str] = &[""];

/// Files and folders that compute and do nothing else: values in, values out.
const PURE: &[&str] = &[
    "gate",
    "idx",
    "oauth",
    "pages",
    "cookies",
    "seal",
    "secret",
    "person",
    "private_key",
    "buckets",
    "upstream_headers",
];

/// The thin files in pure rooms that move bytes and remember what came.
const NOT_PURE: &[&str] = &["idx/client", "oauth/client", "oauth/cached"];

/// What a pure file does not name: sockets, files, clocks, logs.
const IMPURE: &[&str] = &[
    "tokio",
    "tracing",
    "crate::http_client::HttpClient",
    "crate::telemetry",
    "crate::tls",
    "crate::clock::Clock",
    "std::env",
    "std::fs",
    "std::net::TcpListener",
    "std::net::TcpStream",
    "std::net::ToSocketAddrs",
    "std::net::UdpSocket",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
];

/// Calls that ask the machine for the time, and who may: elsewhere it is passed in.
const CLOCKS: &[(&str, &[&str])] =
    &[("SystemTime::now", &["clock"]), ("Utc::now", &[]), ("Instant::now", &["proxy", "demo"])];

/// A line that breaks the plan.
#[derive(Debug)]
struct Violation {
    file: String,
    line: usize,
    path: String,
    rule: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}.rs:{}: `{}`: {}", self.file, self.line, self.path, self.rule)
    }
}

#[test]
fn arrows_between_rooms_and_homes_of_crates_are_as_planned() {
    let files = files();

    let violations: Vec<String> =
        files.iter().flat_map(|(file, text)| check(file, text)).map(|v| v.to_string()).collect();

    assert!(files.len() > 30, "the source was not found");
    assert!(violations.is_empty(), "{} against the plan:\n{}", violations.len(), violations.join("\n"));
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest is readable");

    let homeless: Vec<String> =
        dependencies(&manifest).into_iter().filter(|name| !HOMES.iter().any(|(known, _)| known == name)).collect();

    assert!(homeless.is_empty(), "give these a home in HOMES: {homeless:?}");
}

#[test]
fn every_room_of_the_source_is_on_the_plan() {
    let unknown: Vec<String> =
        files().into_iter().map(|(file, _)| room(&file)).filter(|room| room != "lib" && !is_room(room)).collect();

    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn the_plan_has_no_way_back() {
    let mut above: Vec<&str> = Vec::new();
    for (room, doors) in ARROWS {
        let back: Vec<&&str> = doors.iter().filter(|door| above.contains(*door)).collect();

        assert!(back.is_empty(), "{room} -> {back:?}, which stand above it");
        above.push(room);
    }
}

#[test]
fn an_arrow_that_turns_round_is_found() {
    assert_violations("idx/form", "use crate::oauth::Issuer;", &["crate::oauth::Issuer"]);
    assert_violations("idx/form", "use super::super::signin::Step;", &["crate::signin::Step"]);
    assert_violations("endpoints/step", "fn f() { crate::proxy::run() }", &["crate::proxy::run"]);
    assert_violations("config/file", "use crate::{secret::Secret, gate::Host};", &["crate::gate::Host"]);
    assert_violations("clock", "use crate::config::Config;", &["crate::config::Config"]);
    assert_violations("main", "use gatehouse::proxy::run;", &["crate::proxy::run"]);
    assert_violations("endpoints/step", "use crate::{signin, pages::Page};", &[]);
}

#[test]
fn the_demo_shares_no_protocol_code() {
    for room in ["idx", "oauth", "signin", "session", "config", "endpoints", "pages", "gate"] {
        let path = format!("crate::{room}::Anything");

        assert_violations("demo/org/interact", &format!("use {path};"), &[&path]);
    }
}

#[test]
fn an_outside_crate_away_from_home_is_found() {
    assert_violations("session/redis", "use pingora::proxy::Session;", &["pingora::proxy::Session"]);
    assert_violations("session/redis", "use pingora_core::Error;", &["pingora_core::Error"]);
    assert_violations("oauth/client", "let client = reqwest::Client::new();", &["reqwest::Client::new"]);
    assert_violations("session/near", "use moka::sync::Cache;", &[]);
}

#[test]
fn a_pure_file_that_moves_bytes_asks_a_clock_or_logs_is_found() {
    assert_violations("gate/routes", "tracing::info!(\"Matched\");", &["tracing::info"]);
    assert_violations("idx/document", "use crate::http_client::HttpClient;", &["crate::http_client::HttpClient"]);
    assert_violations("oauth/jwt", "use crate::clock::{Clock, Timestamp};", &["crate::clock::Clock"]);
    assert_violations("gate/routes", "use std::{fs::File, net::IpAddr};", &["std::fs::File"]);
    assert_violations("idx/client", "use crate::http_client::HttpClient; use tokio::time;", &[]);
}

#[test]
fn asking_the_machine_for_the_time_is_found() {
    assert_violations("session/memory", "let now = SystemTime::now();", &["SystemTime::now"]);
    assert_violations("signin/start", "let now = std::time::Instant::now();", &["std::time::Instant::now"]);
    assert_violations("clock", "let now = SystemTime::now();", &[]);
}

fn assert_violations(file: &str, text: &str, expected: &[&str]) {
    let found: Vec<String> = check(file, text).into_iter().map(|violation| violation.path).collect();

    assert_eq!(found, expected, "{file}: {text}");
}

/// Every violation of one file; `file` is its path under `src` without the ending.
fn check(file: &str, text: &str) -> Vec<Violation> {
    read(text, &module(file))
        .paths
        .iter()
        .flat_map(|path| rules_broken(file, path).into_iter().map(move |rule| (path, rule)))
        .map(|(path, rule)| Violation { file: file.to_owned(), line: path.line, path: path.text(), rule })
        .collect()
}

/// The first rule that `path` breaks in `file`, if any.
fn rules_broken(file: &str, path: &NamedPath) -> Option<String> {
    let text = path.text();
    let here = room(file);
    if path.segments[0] == "crate" {
        let there = path.segments.get(1).map_or("", String::as_str);
        // Macros lie at the root of the crate, whatever room they belong to.
        let there = if there == "secret_newtype" { "secret" } else { there };
        if is_room(there) && !may_enter(&here, there) {
            return Some(format!("`{here}` does not enter `{there}`"));
        }
    } else if let Some(homes) = homes(&path.segments[0])
        && !homes.iter().any(|home| lies_in(file, home))
    {
        return Some(format!("its home is {}", homes.join(", ")));
    }
    if is_pure(file)
        && let Some(impure) = IMPURE.iter().find(|impure| is_or_is_under(&text, impure))
    {
        return Some(format!("this file computes and does nothing else, so it does not name `{impure}`"));
    }
    let (_, allowed) = CLOCKS.iter().find(|(call, _)| text == *call || text.ends_with(&format!("::{call}")))?;
    (!allowed.iter().any(|home| lies_in(file, home))).then(|| "the time is passed in".to_owned())
}

fn is_room(name: &str) -> bool {
    SMALL_ROOMS.contains(&name) || ARROWS.iter().any(|(room, _)| *room == name)
}

fn may_enter(here: &str, there: &str) -> bool {
    let listed = || ARROWS.iter().any(|(room, doors)| *room == here && doors.contains(&there));
    here == "lib" || here == there || SMALL_ROOMS.contains(&there) || listed()
}

fn homes(name: &str) -> Option<&'static [&'static str]> {
    // Pingora is many crates that lie in one another.
    let name = if name.starts_with("pingora_") { "pingora" } else { name };
    HOMES.iter().find(|(known, _)| *known == name).map(|(_, homes)| *homes)
}

fn is_pure(file: &str) -> bool {
    PURE.iter().any(|home| lies_in(file, home)) && !NOT_PURE.iter().any(|home| lies_in(file, home))
}

/// Whether `file` is `home.rs` or lies in the folder `home`.
fn lies_in(file: &str, home: &str) -> bool {
    home.is_empty() || file.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_or_is_under(path: &str, parent: &str) -> bool {
    path.strip_prefix(parent).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn room(file: &str) -> String {
    file.split('/').next().unwrap_or_default().to_owned()
}

/// The module a file is; the crate's root has no name.
fn module(file: &str) -> Vec<String> {
    if matches!(file, "lib" | "main") { Vec::new() } else { file.split('/').map(str::to_owned).collect() }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `src` that is not for tests alone, as path without its ending and text.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&root().join("src"), "", &mut files);
    let tests: Vec<String> = files
        .iter()
        .flat_map(|(file, text): &(String, String)| read(text, &module(file)).test_modules)
        .map(|module| module.join("/"))
        .collect();
    files.retain(|(file, _)| !tests.iter().any(|module| lies_in(file, module)));
    files
}

fn collect(directory: &Path, prefix: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(directory).expect("the source is readable") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((format!("{prefix}{name}"), fs::read_to_string(&path).expect("a file of text")));
        }
    }
}

/// The names under `[dependencies]`, as code writes them.
fn dependencies(manifest: &str) -> Vec<String> {
    manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim())
        .filter(|name| !name.starts_with('#'))
        .map(|name| name.replace('-', "_"))
        .collect()
}
