//! Files that nobody meant well: every fault is listed, and nothing panics.

use std::fs;
use std::path::Path;

use super::conformance::flaws;
use super::{GOOD, complaint, environment, read, with};

#[test]
fn a_hostile_file_gets_every_fault_listed_in_file_order() {
    let text = "\
listeners:
  - address: 0.0.0.0:8080
  - address: localhost:9
    tsl: { certificate: a, key: b }
admin: { address: 12 }
keys:
  - { env: SHORT_KEY }
  - hunter2
authorization_servers:
  okta:
    issuer: https://example.okta.com/oauth2/default/
    client_id: 12345
    client_secret: { file: nowhere.txt }
    scopes: [profile]
    audience: api://default
sessions: { store: redis, idle_timeout: 5m, lifetime: forever, idle_timeout: 6m }
sites:
  - host: a.example.com
    public_url: http://a.example.com/app
    own_path: /
    authorization_server: otka
    routes:
      - { path: app/, upstream: 127.0.0.1, access: everybody }
      - { path: /a/../b, methods: [get] }
  - host: a.example.com
    publicUrl: https://b.example.com
    authorization_server: okta
    routes: []
extra: true
";

    insta::assert_snapshot!(complaint(text), @r#"
    gatehouse.yaml:2:14: listeners[0].address: found plain HTTP on 0.0.0.0:8080; expected TLS, or a loopback address
        hint: add `tls: { certificate: FILE, key: FILE }`, or, when a load balancer ends TLS, `tls_terminated_by: [ITS NETWORK]`
    gatehouse.yaml:3:14: listeners[1].address: found "localhost:9"; expected an IP address and a port, such as 127.0.0.1:8080
        hint: write 127.0.0.1:9 or [::1]:9
    gatehouse.yaml:4:5: listeners[1].tsl: found an unknown key; expected `address`, `tls` or `tls_terminated_by`
        hint: did you mean `tls`?
    gatehouse.yaml:4:25: listeners[1].tls.certificate: found "a", which cannot be read: No such file or directory (os error 2); expected a PEM file with a certificate chain
    gatehouse.yaml:4:33: listeners[1].tls.key: found "b", which cannot be read: No such file or directory (os error 2); expected a PEM file with a private key that has no passphrase
    gatehouse.yaml:5:19: admin.address: found the number 12; expected an IP address and a port, such as 127.0.0.1:8080
    gatehouse.yaml:7:5: keys[0]: found 5 bytes; expected 32 random bytes in base64url
        hint: `gatehouse keygen` prints a new one
    gatehouse.yaml:8:5: keys[1]: found text; expected a secret: { file: PATH }, { env: NAME } or { value: TEXT }
    gatehouse.yaml:11:13: authorization_servers.okta.issuer: found "https://example.okta.com/oauth2/default/", which ends in a slash; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: write https://example.okta.com/oauth2/default
    gatehouse.yaml:12:16: authorization_servers.okta.client_id: found the number 12345; expected the client ID of the application registered there, such as 0oa1ab2cd3
        hint: if it is meant as text, write it in quotes: "12345"
    gatehouse.yaml:13:28: authorization_servers.okta.client_secret.file: found "nowhere.txt", which cannot be read: No such file or directory (os error 2); expected a readable file
    gatehouse.yaml:14:13: authorization_servers.okta.scopes: found scopes without `openid`; expected `openid` among them
        hint: without it there is no ID token, and nobody is identified
    gatehouse.yaml:16:11: sessions.redis: found nothing; expected where redis is reached
        hint: for example `redis: { address: redis.internal:6379 }`
    gatehouse.yaml:16:55: sessions.lifetime: found "forever"; expected a duration such as 45s, 30m, 12h or 1h30m
    gatehouse.yaml:16:64: sessions.idle_timeout: found the key a second time (first in line 16); expected each key once
    gatehouse.yaml:19:17: sites[0].public_url: found "http://a.example.com/app", which is more than an origin; expected the origin that browsers use, such as https://app.example.com
        hint: write http://a.example.com
    gatehouse.yaml:20:15: sites[0].own_path: found "/"; expected a path prefix such as /.gatehouse
        hint: the gateway's own paths need a prefix, or nothing would be left to the application
    gatehouse.yaml:21:27: sites[0].authorization_server: found "otka"; expected the name of an authorization server: `okta`
        hint: did you mean `okta`?
    gatehouse.yaml:23:17: sites[0].routes[0].path: found "app/"; expected a path such as /assets
        hint: it begins with a slash
    gatehouse.yaml:23:33: sites[0].routes[0].upstream: found "127.0.0.1"; expected the origin of the application, such as http://127.0.0.1:9000
        hint: it begins with http:// or https://
    gatehouse.yaml:23:52: sites[0].routes[0].access: found "everybody"; expected `signed_in`, `optional` or `public`
    gatehouse.yaml:24:9: sites[0].routes[1].upstream: found nothing; expected the origin of the application, such as http://127.0.0.1:9000
    gatehouse.yaml:24:17: sites[0].routes[1].path: found "/a/../b"; expected a path such as /assets
        hint: `.` and `..` are no segments of a path here
    gatehouse.yaml:24:36: sites[0].routes[1].methods[0]: found "get"; expected a method in capitals, such as GET
        hint: methods are case-sensitive; write GET
    gatehouse.yaml:25:11: sites[1].host: found "a.example.com", which the site in line 18 has; expected each host once
    gatehouse.yaml:26:5: sites[1].publicUrl: found an unknown key; expected `name`, `brand`, `host`, `public_url`, `own_path`, `hsts`, `authorization_server`, `sessions`, `routes`, `activity`, `sign_out_paths` or `clear_site_data`
        hint: did you mean `public_url`?
    gatehouse.yaml:26:16: sites[1].public_url: found "https://b.example.com" for the host a.example.com; expected a URL of that host
        hint: browsers are always led to `public_url`, so its host must be the site's own
    gatehouse.yaml:28:13: sites[1].routes: found an empty list; expected a list with at least one route
    gatehouse.yaml:29:1: extra: found an unknown key; expected `listeners`, `admin`, `workers`, `keys`, `authorization_servers`, `sessions` or `sites`
    gatehouse.yaml: 29 faults
    "#);
}

fn corpus() -> Vec<String> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
    let entries = fs::read_dir(directory).expect("the directory is part of the project");
    let examples = entries.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
    examples.filter(|text| text.contains("yaml-language-server")).chain([GOOD.to_owned(), with_secrets()]).collect()
}

/// The good file with secrets written into it, on one line and over several.
fn with_secrets() -> String {
    with("client_id: 0oa1ab2cd3", "client_id: \"0oa1ab2cd3\"\n    client_secret: { value: hunter2-hunter2 }")
        .replace("  - { env: KEY }", "  - value: >-\n      hunter2-hunter2")
}

/// Reads the text: what is accepted conforms to the schema, what is refused says why, and never with a secret.
fn survive(text: &str) {
    match read(text) {
        Ok(_) => assert_eq!(flaws(text), Vec::<String>::new(), "accepted, but not by the schema: {text}"),
        Err(faults) => {
            assert!(faults.count() > 0, "refused without a word: {text}");
            assert!(!faults.to_string().contains("hunter2"), "{faults}");
        }
    }
}

#[test]
fn files_cut_off_anywhere_are_read_or_refused() {
    for text in corpus() {
        for (end, _) in text.char_indices() {
            survive(&text[..end]);
        }
    }
}

#[test]
fn values_of_another_type_are_read_or_refused() {
    const OTHERS: [&str; 9] = ["", "~", "true", "-1", "[]", "{}", "[[a]]", "{ a: { b: [c] } }", "\"\\u0000\""];
    for text in corpus() {
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            let Some((key, _)) = line.split_once(':') else { continue };
            for other in OTHERS {
                let changed = format!("{key}: {other}");
                let mut mutant = lines.clone();
                mutant[index] = &changed;
                survive(&mutant.join("\n"));
            }
        }
    }
}

#[test]
fn lines_that_are_missing_doubled_or_indented_are_read_or_refused() {
    for text in corpus() {
        let lines: Vec<&str> = text.lines().collect();
        for index in 0..lines.len() {
            let mut missing = lines.clone();
            missing.remove(index);
            survive(&missing.join("\n"));
            let mut doubled = lines.clone();
            doubled.insert(index, lines[index]);
            survive(&doubled.join("\n"));
            let indented = format!("  {}", lines[index]);
            let mut shifted = lines.clone();
            shifted[index] = &indented;
            survive(&shifted.join("\n"));
        }
    }
}

#[test]
fn single_characters_out_of_place_are_read_or_refused() {
    let (good, secret) = (GOOD.to_owned(), with_secrets());
    let places = |text: &String| text.char_indices().map(|(position, _)| position).collect::<Vec<_>>();
    let texts = places(&good).into_iter().map(|place| (&good, place));
    for (text, position) in texts.chain(places(&secret).into_iter().map(|place| (&secret, place))) {
        for intruder in [
            "\0", "\t", "\"", "'", "{", "}", "[", "]", ":", "-", "#", "&", "*", "!", "|", ">", "%", "@", "\u{feff}",
            "\u{2028}", "é",
        ] {
            let mut text = text.clone();
            text.insert_str(position, intruder);
            survive(&text);
        }
    }
}

#[test]
fn numbers_at_their_edges_are_refused() {
    for lifetime in ["99999999999999999999999h", "18446744073709551615d", "0h", "-1h", "1h-1h"] {
        let text = GOOD.replace("sites:", &format!("sessions: {{ lifetime: {lifetime} }}\nsites:"));

        assert!(complaint(&text).contains("sessions.lifetime"), "{lifetime}");
    }
}

#[test]
fn a_file_of_nothing_but_faults_is_still_answered_quickly() {
    let text = format!("sites:\n{}", "  - { hots: x }\n".repeat(10_000));

    let faults = super::super::parse(&text, Path::new("gatehouse.yaml"), &environment).err();

    assert!(faults.is_some_and(|faults| faults.count() > 10_000));
}
