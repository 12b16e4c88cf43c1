//! What is printed about a value that is wrong by itself.

use std::fs;
use std::path::Path;

use super::{GOOD, accepted, complaint, complaints, environment, with};
use crate::config::{load, parse};

const LISTENER: &str = "  - address: 127.0.0.1:8080";
const KEY: &str = "{ env: KEY }";
const ISSUER: &str = "https://example.okta.com/oauth2/default";
const CLIENT: &str = "client_id: 0oa1ab2cd3";
const HOST: &str = "host: localhost";
const PUBLIC_URL: &str = "http://localhost:8080";
const SERVER_NAME: &str = "authorization_server: okta";
const ROUTE: &str = "path: /,";
const UPSTREAM: &str = "\"http://127.0.0.1:9000\"";

#[test]
fn a_file_that_cannot_be_looked_into_is_one_fault() {
    let place = tempfile::tempdir().expect("a temporary directory");
    let long = place.path().join("long.yaml");
    let latin = place.path().join("latin.yaml");
    fs::write(&long, "#".repeat(2 << 20)).expect("a file");
    fs::write(&latin, b"caf\xe9").expect("a file");
    let complaint = |file: &Path| match load(file, &environment) {
        Ok(config) => panic!("accepted: {config:?}"),
        Err(faults) => faults.to_string().replace(&place.path().display().to_string(), "DIR"),
    };

    let complaints = [Path::new("missing.yaml"), place.path(), &long, &latin].map(complaint);

    insta::assert_snapshot!(complaints.join("\n"), @r"
    missing.yaml: cannot be read: No such file or directory (os error 2)
    missing.yaml: 1 fault
    DIR: cannot be read: Is a directory (os error 21)
    DIR: 1 fault
    DIR/long.yaml: is larger than 1 MiB
    DIR/long.yaml: 1 fault
    DIR/latin.yaml: is not UTF-8
    DIR/latin.yaml: 1 fault
    ");
}

#[test]
fn text_that_is_not_yaml_is_one_fault_with_an_excerpt() {
    insta::assert_snapshot!(complaint("listeners:\n  - address: [127.0.0.1:8080\nkeys: []\n"), @r"
    gatehouse.yaml:3:5: not valid YAML: illegal placement of ':' indicator
          |
        3 | keys: …
          |     ^
    gatehouse.yaml: 1 fault
    ");
    insta::assert_snapshot!(complaint("listeners:\n\t- address: 127.0.0.1:8080\n"), @r"
    gatehouse.yaml:2:2: not valid YAML: tabs disallowed within this context (block indentation)
          |
        2 | …
          |  ^
    gatehouse.yaml: 1 fault
    ");
    insta::assert_snapshot!(complaint("sites:\n  - host: a\n   public_url: b\n"), @r"
    gatehouse.yaml:3:4: not valid YAML: while parsing a block collection, did not find expected '-' indicator
          |
        3 |    public_url: b
          |    ^
    gatehouse.yaml: 1 fault
    ");
    insta::assert_snapshot!(complaint("sites: *nowhere\n"), @r"
    gatehouse.yaml:1:8: not valid YAML: while parsing node, found unknown anchor
          |
        1 | sites: *nowhere
          |        ^
    gatehouse.yaml: 1 fault
    ");
}

#[test]
fn an_empty_file_names_what_it_should_be() {
    insta::assert_snapshot!(complaint("# nothing yet\n"), @r"
    gatehouse.yaml:1:1: found nothing; expected a mapping with `listeners`, `keys`, `sites` and more
    gatehouse.yaml: 1 fault
    ");
    insta::assert_snapshot!(complaint("{}"), @r"
    gatehouse.yaml:1:1: listeners: found nothing; expected a list with at least one listener
    gatehouse.yaml:1:1: keys: found nothing; expected a list with at least one key, the sealing one first
    gatehouse.yaml:1:1: authorization_servers: found nothing; expected a mapping of names to authorization servers
    gatehouse.yaml:1:1: sites: found nothing; expected a list with at least one site
    gatehouse.yaml: 4 faults
    ");
}

#[test]
fn unknown_keys_are_named_with_the_nearest_known_one() {
    insta::assert_snapshot!(complaint(&with(HOST, "hots: localhost\n    host: localhost\n    certificate: x")), @r"
    gatehouse.yaml:11:5: sites[0].hots: found an unknown key; expected `name`, `brand`, `host`, `public_url`, `own_path`, `hsts`, `authorization_server`, `sessions`, `routes`, `activity`, `sign_out_paths` or `clear_site_data`
        hint: did you mean `host`?
    gatehouse.yaml:13:5: sites[0].certificate: found an unknown key; expected `name`, `brand`, `host`, `public_url`, `own_path`, `hsts`, `authorization_server`, `sessions`, `routes`, `activity`, `sign_out_paths` or `clear_site_data`
    gatehouse.yaml: 2 faults
    ");
    insta::assert_snapshot!(complaint(&with(HOST, "host: localhost\n    <<: { a: b }")), @r"
    gatehouse.yaml:12:5: sites[0].<<: found an unknown key; expected `name`, `brand`, `host`, `public_url`, `own_path`, `hsts`, `authorization_server`, `sessions`, `routes`, `activity`, `sign_out_paths` or `clear_site_data`
        hint: YAML 1.2 has no merge keys; repeat the keys that are meant
    gatehouse.yaml: 1 fault
    ");
}

#[test]
fn a_misspelt_key_is_one_fault_and_its_value_is_judged_in_the_same_run() {
    insta::assert_snapshot!(complaint(&with("    audience:", "    audiense:")), @r"
    gatehouse.yaml:9:5: authorization_servers.okta.audiense: found an unknown key; expected `issuer`, `client_id`, `client_secret`, `private_key`, `client_authentication`, `scopes`, `audience`, `introspect_every`, `dpop`, `device_fingerprint`, `end_session` or `backchannel_logout`
        hint: did you mean `audience`?
    gatehouse.yaml: 1 fault
    ");
    insta::assert_snapshot!(complaint(&with("client_id: 0oa1ab2cd3", "clientid: 12")), @r#"
    gatehouse.yaml:8:5: authorization_servers.okta.clientid: found an unknown key; expected `issuer`, `client_id`, `client_secret`, `private_key`, `client_authentication`, `scopes`, `audience`, `introspect_every`, `dpop`, `device_fingerprint`, `end_session` or `backchannel_logout`
        hint: did you mean `client_id`?
    gatehouse.yaml:8:15: authorization_servers.okta.client_id: found the number 12; expected the client ID of the application registered there, such as 0oa1ab2cd3
        hint: if it is meant as text, write it in quotes: "12"
    gatehouse.yaml: 2 faults
    "#);
    insta::assert_snapshot!(complaint(&with(LISTENER, "  - adress: localhost:8080")), @r#"
    gatehouse.yaml:2:5: listeners[0].adress: found an unknown key; expected `address`, `tls` or `tls_terminated_by`
        hint: did you mean `address`?
    gatehouse.yaml:2:13: listeners[0].address: found "localhost:8080"; expected an IP address and a port, such as 127.0.0.1:8080
        hint: write 127.0.0.1:8080 or [::1]:8080
    gatehouse.yaml: 2 faults
    "#);
    insta::assert_snapshot!(complaint(&with(CLIENT, "client_id: 0oa1ab2cd3\n    client_secert: hunter2-hunter2")), @r"
    gatehouse.yaml:9:5: authorization_servers.okta.client_secert: found an unknown key; expected `issuer`, `client_id`, `client_secret`, `private_key`, `client_authentication`, `scopes`, `audience`, `introspect_every`, `dpop`, `device_fingerprint`, `end_session` or `backchannel_logout`
        hint: did you mean `client_secret`?
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found text; expected a secret: { file: PATH }, { env: NAME } or { value: TEXT }
    gatehouse.yaml: 2 faults
    ");
    insta::assert_snapshot!(complaint(&with(CLIENT, "client_id: 0oa1ab2cd3\n    client_secret: { vlaue: hunter2, env: KEY }")), @r"
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found several sources; expected exactly one of `value`, `file` and `env`
    gatehouse.yaml:9:22: authorization_servers.okta.client_secret.vlaue: found an unknown key; expected `value`, `file` or `env`
        hint: did you mean `value`?
    gatehouse.yaml: 2 faults
    ");
    insta::assert_snapshot!(complaint(&with(HOST, "hots: localhost\n    hosts: nothing at all")), @r"
    gatehouse.yaml:11:5: sites[0].hots: found an unknown key; expected `name`, `brand`, `host`, `public_url`, `own_path`, `hsts`, `authorization_server`, `sessions`, `routes`, `activity`, `sign_out_paths` or `clear_site_data`
        hint: did you mean `host`?
    gatehouse.yaml:12:5: sites[0].hosts: found an unknown key; expected `name`, `brand`, `host`, `public_url`, `own_path`, `hsts`, `authorization_server`, `sessions`, `routes`, `activity`, `sign_out_paths` or `clear_site_data`
        hint: did you mean `host`?
    gatehouse.yaml: 2 faults
    ");
}

#[test]
fn wrong_types_say_what_stands_there() {
    insta::assert_snapshot!(complaints("0oa1ab2cd3", &["12345", "true", "[a]", "{ a: b }", "", "\"\""]), @r#"
    gatehouse.yaml:8:16: authorization_servers.okta.client_id: found the number 12345; expected the client ID of the application registered there, such as 0oa1ab2cd3
        hint: if it is meant as text, write it in quotes: "12345"
    gatehouse.yaml:8:16: authorization_servers.okta.client_id: found true; expected the client ID of the application registered there, such as 0oa1ab2cd3
    gatehouse.yaml:8:16: authorization_servers.okta.client_id: found a list; expected the client ID of the application registered there, such as 0oa1ab2cd3
    gatehouse.yaml:8:16: authorization_servers.okta.client_id: found a mapping; expected the client ID of the application registered there, such as 0oa1ab2cd3
    gatehouse.yaml:8:14: authorization_servers.okta.client_id: found nothing; expected the client ID of the application registered there, such as 0oa1ab2cd3
    gatehouse.yaml:8:16: authorization_servers.okta.client_id: found ""; expected the client ID of the application registered there, such as 0oa1ab2cd3
    "#);
    insta::assert_snapshot!(complaints("audience: api://default", &["audience: api://default\n    scopes: openid"]), @r#"gatehouse.yaml:10:13: authorization_servers.okta.scopes: found "openid"; expected a list of scopes, `openid` among them"#);
    insta::assert_snapshot!(complaints(ROUTE, &["path: /, preserve_host: yes,"]), @r#"gatehouse.yaml:15:35: sites[0].routes[0].preserve_host: found "yes"; expected true or false"#);
    insta::assert_snapshot!(complaints(HOST, &["host: localhost\n    name: []"]), @"gatehouse.yaml:12:11: sites[0].name: found a list; expected a name of at most 80 characters in one line");
}

#[test]
fn missing_keys_say_what_they_would_hold() {
    insta::assert_snapshot!(complaints(CLIENT, &[""]), @"gatehouse.yaml:7:5: authorization_servers.okta.client_id: found nothing; expected the client ID of the application registered there, such as 0oa1ab2cd3");
}

#[test]
fn words_are_suggested() {
    insta::assert_snapshot!(complaints(ROUTE, &["path: /, access: signedin,", "path: /, target: true,", "path: /, service_worker: yes,"]), @r#"
    gatehouse.yaml:15:28: sites[0].routes[0].access: found "signedin"; expected `signed_in`, `optional` or `public`
        hint: did you mean `signed_in`?
    gatehouse.yaml:15:28: sites[0].routes[0].target: found true; expected `canonical` or `raw`
    gatehouse.yaml:15:36: sites[0].routes[0].service_worker: found "yes"; expected `refuse` or `allow`
    "#);
}

#[test]
fn addresses_of_listeners_say_how_they_are_written() {
    insta::assert_snapshot!(complaints("127.0.0.1:8080\nkeys", &[":8080\nkeys", "localhost:8080\nkeys", "127.0.0.1\nkeys", "::1:8080\nkeys", "app.example.com:80\nkeys", "127.0.0.1:99999\nkeys"]), @r#"
    gatehouse.yaml:2:14: listeners[0].address: found ":8080"; expected an IP address and a port, such as 127.0.0.1:8080
        hint: for every address of this machine: 0.0.0.0:8080 or [::]:8080
    gatehouse.yaml:2:14: listeners[0].address: found "localhost:8080"; expected an IP address and a port, such as 127.0.0.1:8080
        hint: write 127.0.0.1:8080 or [::1]:8080
    gatehouse.yaml:2:14: listeners[0].address: found "127.0.0.1"; expected an IP address and a port, such as 127.0.0.1:8080
        hint: the port is missing
    gatehouse.yaml:2:14: listeners[0].address: found "::1:8080"; expected an IP address and a port, such as 127.0.0.1:8080
        hint: an IPv6 address stands in brackets before its port
    gatehouse.yaml:2:14: listeners[0].address: found "app.example.com:80"; expected an IP address and a port, such as 127.0.0.1:8080
    gatehouse.yaml:2:14: listeners[0].address: found "127.0.0.1:99999"; expected an IP address and a port, such as 127.0.0.1:8080
    "#);
    insta::assert_snapshot!(complaints("keys:", &["admin: { address: 9180 }\nkeys:", "admin: { adress: \"127.0.0.1:9180\" , address: \"127.0.0.1:9180\" }\nkeys:"]), @r"
    gatehouse.yaml:3:19: admin.address: found the number 9180; expected an IP address and a port, such as 127.0.0.1:8080
    gatehouse.yaml:3:10: admin.adress: found an unknown key; expected `address`
        hint: did you mean `address`?
    ");
}

#[test]
fn plain_http_beyond_loopback_says_what_to_do() {
    let text = with(LISTENER, "  - address: 0.0.0.0:8080").replace(PUBLIC_URL, "https://localhost");

    insta::assert_snapshot!(complaint(&text), @r"
    gatehouse.yaml:2:14: listeners[0].address: found plain HTTP on 0.0.0.0:8080; expected TLS, or a loopback address
        hint: add `tls: { certificate: FILE, key: FILE }`, or, when a load balancer ends TLS, `tls_terminated_by: [ITS NETWORK]`
    gatehouse.yaml: 1 fault
    ");
}

#[test]
fn health_and_metrics_are_not_for_everybody() {
    let admin = |address: &str| with("keys:", &format!("admin: {{ address: \"{address}\" }}\nkeys:"));
    let warnings = |address: &str| accepted(&admin(address)).warnings.join("\n");

    insta::assert_snapshot!(complaint(&admin("203.0.113.7:9180")), @r"
    gatehouse.yaml:3:19: admin.address: found the public address 203.0.113.7; expected a loopback or private address
        hint: whoever reaches it reads the metrics; 127.0.0.1 is for this machine alone
    gatehouse.yaml: 1 fault
    ");
    for public in
        ["8.8.8.8:9180", "[2001:4860::1]:9180", "[::ffff:8.8.8.8]:9180", "100.128.0.1:9180", "172.32.0.1:9180"]
    {
        assert!(complaint(&admin(public)).contains("found the public address"), "{public}");
    }
    for everywhere in ["0.0.0.0:9180", "[::]:9180", "[::ffff:0.0.0.0]:9180"] {
        assert!(
            warnings(everywhere).contains("In a container that is needed: publish this port to nobody"),
            "{everywhere}"
        );
    }
    for private in ["10.1.2.3:9180", "172.31.0.1:9180", "192.168.0.1:9180", "100.64.0.1:9180", "[fd00::1]:9180"] {
        assert!(warnings(private).contains("by everybody who reaches this address"), "{private}");
    }
    assert!(!warnings("127.0.0.1:9180").contains("metrics"));
}

#[test]
fn fronts_are_named_narrowly() {
    let variant = |fronts: &str| {
        let listener = format!("{LISTENER}\n    tls_terminated_by: {fronts}");
        complaint(&with(LISTENER, &listener).replace(PUBLIC_URL, "https://localhost"))
    };

    let complaints = ["[]", "[10.0.0.5/8]", "[0.0.0.0/0]", "[proxy.internal]", "10.0.0.0/8"].map(variant);

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:3:24: listeners[0].tls_terminated_by: found an empty list; expected a list of the addresses or networks of the fronts
    gatehouse.yaml: 1 fault
    gatehouse.yaml:3:25: listeners[0].tls_terminated_by[0]: found 10.0.0.5/8, an address within a network; expected an address or a network in CIDR notation, such as 10.0.0.0/8
        hint: write 10.0.0.0/8 for the network or 10.0.0.5 for the address
    gatehouse.yaml: 1 fault
    gatehouse.yaml:3:25: listeners[0].tls_terminated_by[0]: found 0.0.0.0/0, which is everybody; expected the networks of the fronts
        hint: whoever is named here can claim to be any client
    gatehouse.yaml: 1 fault
    gatehouse.yaml:3:25: listeners[0].tls_terminated_by[0]: found "proxy.internal"; expected an address or a network in CIDR notation, such as 10.0.0.0/8
    gatehouse.yaml: 1 fault
    gatehouse.yaml:3:24: listeners[0].tls_terminated_by: found "10.0.0.0/8"; expected a list of the addresses or networks of the fronts
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn keys_are_32_random_bytes() {
    insta::assert_snapshot!(complaints(KEY, &["{ value: not base64url }", "{ env: SHORT_KEY }", "{ env: PHRASE_KEY }", "{ value: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA }", "{ env: KEY }\n  - { env: KEY }"]), @r"
    gatehouse.yaml:4:5: keys[0]: found text that is not base64url; expected 32 random bytes in base64url
        hint: `gatehouse keygen` prints a new one
    gatehouse.yaml:4:5: keys[0]: found 5 bytes; expected 32 random bytes in base64url
        hint: `gatehouse keygen` prints a new one
    gatehouse.yaml:4:5: keys[0]: found 32 bytes that are not random; expected 32 random bytes in base64url
        hint: `gatehouse keygen` prints a new one
    gatehouse.yaml:4:5: keys[0]: found 32 bytes that are not random; expected 32 random bytes in base64url
        hint: `gatehouse keygen` prints a new one
    gatehouse.yaml:5:5: keys[1]: found a key that stands further up already; expected each key once
    ");
    insta::assert_snapshot!(complaints("\n  - { env: KEY }", &[" []", ""]), @r"
    gatehouse.yaml:3:7: keys: found an empty list; expected a list with at least one key, the sealing one first
    gatehouse.yaml:3:5: keys: found nothing; expected a list with at least one key, the sealing one first
    ");
}

#[test]
fn secrets_say_where_they_were_looked_for_and_never_what_was_found() {
    let client = |secret: &str| format!("{CLIENT}\n    client_secret: {secret}");
    let variants = [
        "{ env: UNSET_VARIABLE }",
        "{ env: EMPTY }",
        "{ env: LINES }",
        "{ file: missing/secret.txt }",
        "{ value: \"\" }",
        "{ value: 424242 }",
        "{ value: [hunter2] }",
        "{ value: hunter2, env: KEY }",
        "{}",
        "hunter2",
        "[hunter2]",
        "{ hunter2 }",
        "{ vlaue: hunter2 }",
    ]
    .map(client);

    let printed = complaints(CLIENT, &variants.each_ref().map(String::as_str));

    assert!(!printed.contains("hunter2") && !printed.contains("424242"), "{printed}");
    insta::assert_snapshot!(printed, @r#"
    gatehouse.yaml:9:27: authorization_servers.okta.client_secret.env: found the environment variable "UNSET_VARIABLE", which is not set; expected one that is set
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found an empty secret; expected one with something in it
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found a secret with line breaks or control characters; expected one line of text
        hint: the file or variable may hold more than the secret
    gatehouse.yaml:9:28: authorization_servers.okta.client_secret.file: found "missing/secret.txt", which cannot be read: No such file or directory (os error 2); expected a readable file
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found an empty secret; expected one with something in it
    gatehouse.yaml:9:29: authorization_servers.okta.client_secret.value: found a number; expected text
        hint: write the secret in quotes
    gatehouse.yaml:9:29: authorization_servers.okta.client_secret.value: found a list; expected text
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found several sources; expected exactly one of `value`, `file` and `env`
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found an empty mapping; expected a secret: { file: PATH }, { env: NAME } or { value: TEXT }
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found text; expected a secret: { file: PATH }, { env: NAME } or { value: TEXT }
    gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found a list; expected a secret: { file: PATH }, { env: NAME } or { value: TEXT }
    gatehouse.yaml:9:22: authorization_servers.okta.client_secret: found an unknown key; expected `value`, `file` or `env`
    gatehouse.yaml:9:22: authorization_servers.okta.client_secret.vlaue: found an unknown key; expected `value`, `file` or `env`
        hint: did you mean `value`?
    "#);
}

#[test]
fn issuers_are_exactly_what_the_server_writes() {
    insta::assert_snapshot!(complaints(ISSUER, &[
        "example.okta.com",
        "http://example.okta.com/oauth2/default",
        "ftp://example.okta.com",
        "https://example.okta.com/oauth2/default/",
        "https://Example.okta.com/oauth2/default",
        "https://example.okta.com:443/oauth2/default",
        "https://example.okta.com/oauth2/default?x=1",
        "https://me:hunter2@example.okta.com/oauth2/default",
        "https://example.okta.com/oauth2/default/v1/authorize",
        "https://example.okta.com/.well-known/openid-configuration",
        "https://example-admin.okta.com",
        "https://",
    ]), @r#"
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "example.okta.com"; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: an issuer begins with https://
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "http://example.okta.com/oauth2/default", which is plain http; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: secrets and tokens travel to the issuer; use https
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "ftp://example.okta.com"; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: an issuer begins with https://
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://example.okta.com/oauth2/default/", which ends in a slash; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: write https://example.okta.com/oauth2/default
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://Example.okta.com/oauth2/default", which is not in normal form; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: tokens are compared letter by letter; write https://example.okta.com/oauth2/default
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://example.okta.com:443/oauth2/default", which is not in normal form; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: tokens are compared letter by letter; write https://example.okta.com/oauth2/default
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://example.okta.com/oauth2/default?x=1", which has more than a path; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: an issuer has no query, fragment or user name
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://…@example.okta.com/oauth2/default", which has more than a path; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: an issuer has no query, fragment or user name
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://example.okta.com/oauth2/default/v1/authorize", which is an endpoint; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: the issuer is probably https://example.okta.com/oauth2/default
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://example.okta.com/.well-known/openid-configuration", which is an endpoint; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: the issuer is probably https://example.okta.com
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://example-admin.okta.com", which is the admin console; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: the org itself is https://example.okta.com
    gatehouse.yaml:7:13: authorization_servers.okta.issuer: found "https://"; expected an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com
        hint: an issuer begins with https://
    "#);
}

#[test]
fn an_audience_belongs_to_custom_authorization_servers() {
    insta::assert_snapshot!(complaints("\n    audience: api://default", &[""]), @r"
    gatehouse.yaml:7:5: authorization_servers.okta.audience: found nothing; expected the audience of the custom authorization server, such as api://default
        hint: it stands beside the issuer in the org's list of authorization servers
    ");
    insta::assert_snapshot!(complaints(ISSUER, &["https://example.okta.com"]), @r"
    gatehouse.yaml:9:15: authorization_servers.okta.audience: found an audience for the org authorization server; expected none
        hint: its access tokens are opaque, so no audience can be checked; take this out, or name the issuer of a custom authorization server
    ");
}

#[test]
fn introspection_is_neither_so_frequent_that_the_org_is_exhausted_nor_of_no_use() {
    let variant = |every: &str| complaint(&with(CLIENT, &format!("{CLIENT}\n    introspect_every: {every}")));

    let complaints = ["9s", "0s", "25h", "300", "false", "never"].map(variant);

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:9:23: authorization_servers.okta.introspect_every: found 9s; expected between 10s and 1d, or off
        hint: each session in use asks this often, and the org limits the calls of all its applications together
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:23: authorization_servers.okta.introspect_every: found 0s; expected between 10s and 1d, or off
        hint: write off if tokens are not to be asked about
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:23: authorization_servers.okta.introspect_every: found 1d1h; expected between 10s and 1d, or off
        hint: no access token lives so long; write off if tokens are not to be asked about
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:23: authorization_servers.okta.introspect_every: found the number 300; expected a duration such as 45s, 30m, 12h or 1h30m
        hint: the unit is missing: 300s, 300m, 300h or 300d
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:23: authorization_servers.okta.introspect_every: found false; expected a duration such as 5m, or off
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:23: authorization_servers.okta.introspect_every: found "never"; expected a duration such as 5m, or off
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn scopes_identify_the_person() {
    let variant = |scopes: &str| complaint(&with(CLIENT, &format!("{CLIENT}\n    scopes: {scopes}")));

    let complaints =
        ["[profile]", "[]", "[openid, openid, offline_access]", "[openid, \"a b\"]", "openid"].map(variant);

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:9:13: authorization_servers.okta.scopes: found scopes without `openid`; expected `openid` among them
        hint: without it there is no ID token, and nobody is identified
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:13: authorization_servers.okta.scopes: found an empty list; expected a list of scopes, `openid` among them
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:22: authorization_servers.okta.scopes[1]: found "openid" again; expected each scope once
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:22: authorization_servers.okta.scopes[1]: found "a b"; expected a scope: one word
    gatehouse.yaml: 1 fault
    gatehouse.yaml:9:13: authorization_servers.okta.scopes: found "openid"; expected a list of scopes, `openid` among them
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn a_public_client_sends_no_secret() {
    insta::assert_snapshot!(complaints(CLIENT, &["client_id: 0oa1ab2cd3\n    client_authentication: client_secret_basic"]), @r"
    gatehouse.yaml:9:28: authorization_servers.okta.client_authentication: found a way to send the client secret, but no client secret; expected both or neither
        hint: add `client_secret`, or take this out for a public client
    ");
}

/// What is printed about a client with these lines, in a directory with these files.
fn complaint_beside(files: &[(&str, &str)], lines: &[&str]) -> String {
    let place = tempfile::tempdir().expect("a temporary directory");
    for (name, content) in files {
        fs::write(place.path().join(name), content).expect("a file");
        close(&place.path().join(name));
    }
    let file = place.path().join("gatehouse.yaml");
    let text = with(CLIENT, &[&[CLIENT], lines].concat().join("\n    "));
    match parse(&text, &file, &environment) {
        Ok(config) => panic!("accepted: {config:?}"),
        Err(faults) => faults.to_string().replace(&place.path().display().to_string(), "DIR"),
    }
}

/// Takes a file from everybody else.
fn close(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(file, fs::Permissions::from_mode(0o600)).expect("permissions");
    }
}

/// A key of P-256 that protects nothing.
const EC_KEY: &str = include_str!("keys/ec.pem");
/// Its public half.
const EC_PUBLIC: &str = include_str!("keys/ec-public.pem");
/// A key of RSA with 1024 bits, which protects nothing.
const SHORT_KEY: &str = include_str!("../../private_key/short_rsa.pem");

#[test]
fn a_private_key_that_cannot_sign_is_explained_and_not_repeated() {
    let line = &["private_key: { file: key.pem }"];
    let flawed = [EC_PUBLIC, SHORT_KEY, "hunter2", "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----"];
    let mut complaints: Vec<String> =
        flawed.iter().map(|content| complaint_beside(&[("key.pem", content)], line)).collect();
    complaints.push(complaint_beside(&[], line));
    complaints.push(complaint_beside(&[], &["private_key: hunter2"]));
    complaints.push(complaint_beside(&[], &["private_key: { key_id: 7 }"]));

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    DIR/gatehouse.yaml:9:26: authorization_servers.okta.private_key.file: found "key.pem", in which there is a public key only; expected one private key, RSA of at least 2048 bits or P-256, P-384 or P-521, as PEM or JWK
        hint: that half is registered at the org; the gateway signs with the other, which the org shows once, when it makes the pair
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:26: authorization_servers.okta.private_key.file: found "key.pem", whose RSA key is shorter than 2048 bits; expected one private key, RSA of at least 2048 bits or P-256, P-384 or P-521, as PEM or JWK
        hint: make another with `openssl genrsa 2048`, and register its public half
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:26: authorization_servers.okta.private_key.file: found "key.pem", in which there is no private key; expected one private key, RSA of at least 2048 bits or P-256, P-384 or P-521, as PEM or JWK
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:26: authorization_servers.okta.private_key.file: found "key.pem", whose private key cannot be read; expected one private key, RSA of at least 2048 bits or P-256, P-384 or P-521, as PEM or JWK
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:26: authorization_servers.okta.private_key.file: found "key.pem", which cannot be read: No such file or directory (os error 2); expected one private key, RSA of at least 2048 bits or P-256, P-384 or P-521, as PEM or JWK
        hint: it was looked for at DIR/key.pem
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:18: authorization_servers.okta.private_key: found text; expected a private key: { file: PATH }
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:18: authorization_servers.okta.private_key.file: found nothing; expected the path of a file with the private key
    DIR/gatehouse.yaml:9:28: authorization_servers.okta.private_key.key_id: found a number; expected the name of the key at the server, without spaces
        hint: if it is meant as text, write it in quotes: "7"
    DIR/gatehouse.yaml: 2 faults
    "#);
    assert!(!complaints.join("").contains("hunter2"));
}

#[test]
fn a_client_proves_itself_in_one_way() {
    let key = "private_key: { file: key.pem }";
    let secret = "client_secret: { value: hunter2 }";
    let variants: [&[&str]; 5] = [
        &[key, secret],
        &[key, "client_authentication: client_secret_post"],
        &["client_authentication: private_key_jwt"],
        &[secret, "client_authentication: private_key_jwt"],
        &[secret, "client_authentication: client_secret_jwt"],
    ];

    let complaints = variants.map(|lines| complaint_beside(&[("key.pem", EC_KEY)], lines));

    insta::assert_snapshot!(complaints.join("\n"), @r"
    DIR/gatehouse.yaml:9:18: authorization_servers.okta.private_key: found a private key beside a client secret; expected one of the two
        hint: the client is registered either with a secret or with the public half of a key
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:10:28: authorization_servers.okta.client_authentication: found `client_secret_post` beside a private key; expected `private_key_jwt`, which may be left out
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:28: authorization_servers.okta.client_authentication: found a signature, but no private key; expected both or neither
        hint: add `private_key: { file: PATH }`, or take this out
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:10:28: authorization_servers.okta.client_authentication: found a signature, but no private key; expected both or neither
        hint: add `private_key: { file: PATH }`, or take this out
    DIR/gatehouse.yaml: 1 fault
    DIR/gatehouse.yaml:9:20: authorization_servers.okta.client_secret: found a client secret that is too short to sign with; expected at least 32 characters for `client_secret_jwt`
        hint: let the org make the secret, or send it: `client_authentication: client_secret_post`
    DIR/gatehouse.yaml: 1 fault
    ");
}

#[test]
fn names_of_authorization_servers_are_plain() {
    let text = with("  okta:", "  \"my okta\":").replace(SERVER_NAME, "authorization_server: my okta");

    insta::assert_snapshot!(complaint(&text), @r#"
    gatehouse.yaml:6:3: authorization_servers.my okta: found the name "my okta"; expected letters, digits, `-` and `_`
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn lifetimes_are_sane() {
    let variant = |sessions: &str| complaint(&with("sites:", &format!("sessions: {sessions}\nsites:")));

    let complaints = [
        "{ idle_timeout: 30 }",
        "{ idle_timeout: 1 hour }",
        "{ idle_timeout: 5s }",
        "{ lifetime: 365d }",
        "{ idle_timeout: 2h, lifetime: 1h30m }",
        "{ lifetime: 10m }",
        "{ store: redis }",
    ]
    .map(variant);

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:10:27: sessions.idle_timeout: found the number 30; expected a duration such as 45s, 30m, 12h or 1h30m
        hint: the unit is missing: 30s, 30m, 30h or 30d
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:27: sessions.idle_timeout: found "1 hour"; expected a duration such as 45s, 30m, 12h or 1h30m
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:27: sessions.idle_timeout: found "5s"; expected between 1m and 30d
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:23: sessions.lifetime: found "365d"; expected between 1m and 30d
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:27: sessions.idle_timeout: found an idle_timeout of 2h and a lifetime of 1h30m; expected an idle_timeout no longer than the lifetime
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:23: sessions.lifetime: found an idle_timeout of 30m and a lifetime of 10m; expected an idle_timeout no longer than the lifetime
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:11: sessions.redis: found nothing; expected where redis is reached
        hint: for example `redis: { address: redis.internal:6379 }`
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn hosts_are_hosts() {
    insta::assert_snapshot!(complaints(HOST, &["host: localhost:8080", "host: http://localhost", "host: \"*.example.com\"", "host: a b", "host: bücher.example", "host: 127.1"]), @r#"
    gatehouse.yaml:11:11: sites[0].host: found "localhost:8080"; expected a host such as app.example.com, or "*" for every host that no other site names
        hint: hosts are compared without their port; write localhost
    gatehouse.yaml:11:11: sites[0].host: found "http://localhost"; expected a host such as app.example.com, or "*" for every host that no other site names
        hint: the host stands alone here; the URL belongs into `public_url`
    gatehouse.yaml:11:11: sites[0].host: found "*.example.com"; expected a host such as app.example.com, or "*" for every host that no other site names
        hint: a pattern with more than the star alone is not understood; write one site for each host
    gatehouse.yaml:11:11: sites[0].host: found "a b"; expected a host such as app.example.com, or "*" for every host that no other site names
    gatehouse.yaml:11:11: sites[0].host: found "bücher.example"; expected a host such as app.example.com, or "*" for every host that no other site names
        hint: browsers write it xn--bcher-kva.example
    gatehouse.yaml:11:11: sites[0].host: found the number 127.1; expected a host such as app.example.com, or "*" for every host that no other site names
    "#);
}

#[test]
fn public_urls_are_origins() {
    insta::assert_snapshot!(complaints("public_url: http://localhost:8080", &[
        "public_url: localhost:8080",
        "public_url: localhost",
        "public_url: http://localhost:8080/app",
        "public_url: http://me@localhost:8080",
        "public_url: http://app.example.com",
        "public_url: ftp://localhost",
    ]), @r#"
    gatehouse.yaml:12:17: sites[0].public_url: found "localhost:8080"; expected the origin that browsers use, such as https://app.example.com
        hint: it begins with https://
    gatehouse.yaml:12:17: sites[0].public_url: found "localhost"; expected the origin that browsers use, such as https://app.example.com
        hint: it begins with https://
    gatehouse.yaml:12:17: sites[0].public_url: found "http://localhost:8080/app", which is more than an origin; expected the origin that browsers use, such as https://app.example.com
        hint: write http://localhost:8080
    gatehouse.yaml:12:17: sites[0].public_url: found "http://…@localhost:8080", which is more than an origin; expected the origin that browsers use, such as https://app.example.com
        hint: write http://localhost:8080
    gatehouse.yaml:12:17: sites[0].public_url: found "http://app.example.com", which is plain http; expected the origin that browsers use, such as https://app.example.com
        hint: plain http is for loopback hosts; write https://app.example.com and give a listener `tls` or `tls_terminated_by`
    gatehouse.yaml:12:17: sites[0].public_url: found "ftp://localhost"; expected the origin that browsers use, such as https://app.example.com
    "#);
}

#[test]
fn the_own_path_is_a_plain_prefix() {
    insta::assert_snapshot!(complaints(HOST, &[
        "host: localhost\n    own_path: gatehouse",
        "host: localhost\n    own_path: /",
        "host: localhost\n    own_path: /.gatehouse/",
        "host: localhost\n    own_path: /../x",
        "host: localhost\n    own_path: /a b",
        "host: localhost\n    own_path: //x",
    ]), @r#"
    gatehouse.yaml:12:15: sites[0].own_path: found "gatehouse"; expected a path prefix such as /.gatehouse
        hint: it begins with a slash
    gatehouse.yaml:12:15: sites[0].own_path: found "/"; expected a path prefix such as /.gatehouse
        hint: the gateway's own paths need a prefix, or nothing would be left to the application
    gatehouse.yaml:12:15: sites[0].own_path: found "/.gatehouse/"; expected a path prefix such as /.gatehouse
        hint: segments of letters, digits, `-`, `_`, `.` and `~`, with no slash at the end
    gatehouse.yaml:12:15: sites[0].own_path: found "/../x"; expected a path prefix such as /.gatehouse
        hint: segments of letters, digits, `-`, `_`, `.` and `~`, with no slash at the end
    gatehouse.yaml:12:15: sites[0].own_path: found "/a b"; expected a path prefix such as /.gatehouse
        hint: segments of letters, digits, `-`, `_`, `.` and `~`, with no slash at the end
    gatehouse.yaml:12:15: sites[0].own_path: found "//x"; expected a path prefix such as /.gatehouse
        hint: segments of letters, digits, `-`, `_`, `.` and `~`, with no slash at the end
    "#);
}

#[test]
fn paths_of_routes_have_one_reading() {
    insta::assert_snapshot!(complaints(ROUTE, &[
        "path: app,",
        "path: \"\",",
        "path: /app/,",
        "path: /app/*,",
        "path: //app,",
        "path: /app/../admin,",
        "path: \"/app?x=1\",",
        "path: /caf%C3%A9,",
        "path: /a;b,",
        "path: '/a\\b',",
        "path: /.gatehouse,",
        "path: /.gatehouse/assets,",
    ]), @r#"
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "app"; expected a path such as /assets
        hint: it begins with a slash
    gatehouse.yaml:15:17: sites[0].routes[0].path: found ""; expected a path such as /assets
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/app/"; expected a path such as /assets
        hint: leave out the slash at the end: a path matches itself and everything below it
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/app/*"; expected a path such as /assets
        hint: there are no patterns: a path matches itself and everything below it
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "//app"; expected a path such as /assets
        hint: there are two slashes in a row
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/app/../admin"; expected a path such as /assets
        hint: `.` and `..` are no segments of a path here
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/app?x=1"; expected a path such as /assets
        hint: a route is a path; queries and fragments are not matched
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/caf%C3%A9"; expected a path such as /assets
        hint: write it decoded: /café, not /caf%C3%A9
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/a;b"; expected a path such as /assets
        hint: `;`, `\` and control characters are read differently by different servers
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/a\\b"; expected a path such as /assets
        hint: `;`, `\` and control characters are read differently by different servers
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/.gatehouse", a path of the gateway itself; expected a path such as /assets
        hint: everything below /.gatehouse is served by the gateway; `own_path` moves it
    gatehouse.yaml:15:17: sites[0].routes[0].path: found "/.gatehouse/assets", a path of the gateway itself; expected a path such as /assets
        hint: everything below /.gatehouse is served by the gateway; `own_path` moves it
    "#);
}

#[test]
fn methods_are_methods() {
    insta::assert_snapshot!(complaints(ROUTE, &["path: /, methods: [get],", "path: /, methods: [GET, GET],", "path: /, methods: [CONNECT],", "path: /, methods: [],", "path: /, methods: GET,", "path: /, methods: [GÉT],"]), @r#"
    gatehouse.yaml:15:30: sites[0].routes[0].methods[0]: found "get"; expected a method in capitals, such as GET
        hint: methods are case-sensitive; write GET
    gatehouse.yaml:15:35: sites[0].routes[0].methods[1]: found GET again; expected each method once
    gatehouse.yaml:15:30: sites[0].routes[0].methods[0]: found "CONNECT"; expected a method in capitals, such as GET
        hint: the gateway never forwards this method
    gatehouse.yaml:15:29: sites[0].routes[0].methods: found an empty list; expected a list of methods
    gatehouse.yaml:15:29: sites[0].routes[0].methods: found "GET"; expected a list of methods
    gatehouse.yaml:15:30: sites[0].routes[0].methods[0]: found "GÉT"; expected a method in capitals, such as GET
    "#);
}

#[test]
fn no_two_routes_claim_the_same_request() {
    insta::assert_snapshot!(complaints("- { path: /,", &[
        "- { path: /, upstream: \"http://h\" }\n      - { path: /,",
        "- { path: /, methods: [GET, POST], upstream: \"http://h\" }\n      - { methods: [PUT, HEAD], path: /,",
    ]), @r#"
    gatehouse.yaml:16:17: sites[0].routes[1].path: found "/" for all methods, which the route in line 15 takes; expected another path or other methods
    gatehouse.yaml:16:39: sites[0].routes[1].path: found "/" for HEAD, which the route in line 15 takes; expected another path or other methods
    "#);
}

#[test]
fn upstreams_are_origins_with_sane_timeouts() {
    insta::assert_snapshot!(complaints(UPSTREAM, &[
        "127.0.0.1:9000",
        "ws://127.0.0.1:9000",
        "http://127.0.0.1:9000/app",
        "http://me:hunter2@127.0.0.1:9000",
        "\"http://127.0.0.1:0\"",
        "[]",
        "{ connect_timeout: 5s }",
        "{ url: \"http://h\", connect_timeout: 0s }",
        "{ url: \"http://h\", read_timeout: soon }",
        "{ url: \"http://h\", retries: 3 }",
    ]), @r#"
    gatehouse.yaml:15:30: sites[0].routes[0].upstream: found "127.0.0.1:9000"; expected the origin of the application, such as http://127.0.0.1:9000
        hint: it begins with http:// or https://
    gatehouse.yaml:15:30: sites[0].routes[0].upstream: found "ws://127.0.0.1:9000"; expected the origin of the application, such as http://127.0.0.1:9000
    gatehouse.yaml:15:30: sites[0].routes[0].upstream: found "http://127.0.0.1:9000/app", which is more than an origin; expected the origin of the application, such as http://127.0.0.1:9000
        hint: paths reach the upstream as they are; write http://127.0.0.1:9000
    gatehouse.yaml:15:30: sites[0].routes[0].upstream: found a URL with a user name or a password; expected the origin of the application, such as http://127.0.0.1:9000
        hint: no credentials are sent to an upstream
    gatehouse.yaml:15:30: sites[0].routes[0].upstream: found "http://127.0.0.1:0", whose port is 0; expected the origin of the application, such as http://127.0.0.1:9000
    gatehouse.yaml:15:30: sites[0].routes[0].upstream: found a list; expected the origin of the application, such as http://127.0.0.1:9000
    gatehouse.yaml:15:30: sites[0].routes[0].upstream.url: found nothing; expected the origin of the application, such as http://127.0.0.1:9000
    gatehouse.yaml:15:66: sites[0].routes[0].upstream.connect_timeout: found "0s"; expected between 1s and 1d
    gatehouse.yaml:15:63: sites[0].routes[0].upstream.read_timeout: found "soon"; expected a duration such as 45s, 30m, 12h or 1h30m
    gatehouse.yaml:15:49: sites[0].routes[0].upstream.retries: found an unknown key; expected `url`, `connect_timeout` or `read_timeout`
    "#);
}

#[test]
fn a_relative_file_lies_beside_the_configuration() {
    let place = tempfile::tempdir().expect("a temporary directory");
    fs::write(place.path().join("secret.txt"), "hunter2\n").expect("a file");
    let text = with(CLIENT, "client_id: 0oa1ab2cd3\n    client_secret: { file: secret.txt }");

    let config = parse(&text, &place.path().join("gatehouse.yaml"), &environment);

    let config = config.unwrap_or_else(|faults| panic!("{faults}"));
    let secret = config.authorization_servers["okta"].client_secret.as_ref();
    assert_eq!(secret.map(crate::secret::Secret::expose), Some("hunter2"));
}

#[cfg(unix)]
#[test]
fn a_secret_file_that_everybody_reads_is_a_warning() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = tempfile::tempdir().expect("a temporary directory");
    let file = place.path().join("key.txt");
    fs::write(&file, super::KEY).expect("a file");
    let warnings = |mode: u32| {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("permissions of our own file");
        let config = parse(&with(KEY, "{ file: key.txt }"), &place.path().join("gatehouse.yaml"), &environment);
        config.unwrap_or_else(|faults| panic!("{faults}")).warnings.join("\n")
    };

    assert!(warnings(0o644).contains("keys[0].file:") && warnings(0o644).contains("can be read by every user"));
    assert!(!warnings(0o640).contains("can be read by every user"));
}

#[cfg(unix)]
#[test]
fn a_secret_in_a_configuration_that_everybody_reads_is_a_warning() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = tempfile::tempdir().expect("a temporary directory");
    let file = place.path().join("gatehouse.yaml");
    let client = format!("{CLIENT}\n    client_secret: {{ value: hunter2 }}");
    fs::write(&file, with(CLIENT, &client)).expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("permissions of our own file");

    let config = load(&file, &environment).unwrap_or_else(|faults| panic!("{faults}"));

    let warnings = config.warnings.join("\n");
    assert!(warnings.contains("client_secret.value:") && warnings.contains("can be read by every user"), "{warnings}");
    assert!(!warnings.contains("hunter2"));
}

#[test]
fn the_good_file_is_good() {
    assert!(super::read(GOOD).is_ok());
}

#[test]
fn a_level_is_printable_and_an_age_is_no_moment() {
    insta::assert_snapshot!(complaints(ROUTE, &[
        "path: /, acr: \"one two\",",
        "path: /, acr: [phr, 2],",
        "path: /, acr: [],",
        "path: /, max_age: 59s,",
        "path: /, max_age: 5,",
        "path: /, access: public, max_age: 5m,",
    ]), @r#"
    gatehouse.yaml:15:25: sites[0].routes[0].acr: found "one two"; expected a level such as urn:okta:loa:2fa:any, or a list of levels, the most wanted first
        hint: several levels make a list: [first, second]
    gatehouse.yaml:15:31: sites[0].routes[0].acr[1]: found the number 2; expected a level such as urn:okta:loa:2fa:any, or a list of levels, the most wanted first
    gatehouse.yaml:15:25: sites[0].routes[0].acr: found an empty list; expected a level such as urn:okta:loa:2fa:any, or a list of levels, the most wanted first
    gatehouse.yaml:15:29: sites[0].routes[0].max_age: found less than a minute; expected a duration from 1m on
        hint: nobody signs in within seconds: people would be asked again on arrival
    gatehouse.yaml:15:29: sites[0].routes[0].max_age: found the number 5; expected a duration such as 45s, 30m, 12h or 1h30m
        hint: the unit is missing: 5s, 5m, 5h or 5d
    gatehouse.yaml:15:45: sites[0].routes[0].max_age: only a session has a level and an age of its authentication
        hint: leave out `access`, or set it to `signed_in`
    "#);
}

#[test]
fn paths_that_do_not_count_are_plain_paths_and_not_all_of_them() {
    let activity = |text: &str| format!("{SERVER_NAME}\n    activity: {text}");
    let variants = ["{ ignore_paths: [/] }", "{ ignore_paths: [/api/*] }", "{ counted: clicks }", "{ ignore: [/api] }"]
        .map(activity);

    insta::assert_snapshot!(complaints(SERVER_NAME, &variants.each_ref().map(String::as_str)), @r#"
    gatehouse.yaml:14:32: sites[0].activity.ignore_paths[0]: found "/", which is every path; expected a path such as /api/heartbeat
        hint: sessions would end after `idle_timeout` however busy people are
    gatehouse.yaml:14:32: sites[0].activity.ignore_paths[0]: found "/api/*"; expected a path such as /api/heartbeat
        hint: there are no patterns: a path matches itself and everything below it
    gatehouse.yaml:14:26: sites[0].activity.counted: found "clicks"; expected `requests` or `navigations`
    gatehouse.yaml:14:17: sites[0].activity.ignore: found an unknown key; expected `counted` or `ignore_paths`
    "#);
}

#[test]
fn decision_22_a_sign_out_never_clears_cookies() {
    let data = |text: &str| format!("{SERVER_NAME}\n    clear_site_data: {text}");
    let variants = ["[cookies]", "[cache, \"*\"]", "[cache, cache]", "[cash]", "[]", "cache"].map(data);

    insta::assert_snapshot!(complaints(SERVER_NAME, &variants.each_ref().map(String::as_str)), @r#"
    gatehouse.yaml:14:23: sites[0].clear_site_data[0]: found "cookies"; expected `cache` or `storage`
        hint: browsers would drop the cookies of all hosts of the domain: people would be signed out of other applications too, and be on an unknown device ever after
    gatehouse.yaml:14:30: sites[0].clear_site_data[1]: found "*"; expected `cache` or `storage`
        hint: browsers would drop the cookies of all hosts of the domain: people would be signed out of other applications too, and be on an unknown device ever after
    gatehouse.yaml:14:30: sites[0].clear_site_data[1]: found the same again; expected each kind once
    gatehouse.yaml:14:23: sites[0].clear_site_data[0]: found "cash"; expected `cache` or `storage`
        hint: did you mean `cache`?
    gatehouse.yaml:14:22: sites[0].clear_site_data: found an empty list; expected a list of `cache` and `storage`
    gatehouse.yaml:14:22: sites[0].clear_site_data: found "cache"; expected a list of `cache` and `storage`
    "#);
}

#[test]
fn people_leave_an_application_by_a_path_of_its_own() {
    let paths = |text: &str| format!("{SERVER_NAME}\n    sign_out_paths: {text}");
    let variants = ["[/]", "[/.gatehouse/sign-out]", "[logout]", "[/logout/]", "[/*/logout]"].map(paths);

    insta::assert_snapshot!(complaints(SERVER_NAME, &variants.each_ref().map(String::as_str)), @r#"
    gatehouse.yaml:14:22: sites[0].sign_out_paths[0]: found "/", the front page; expected a path such as /logout
        hint: whoever opened it would be signed out
    gatehouse.yaml:14:22: sites[0].sign_out_paths[0]: found "/.gatehouse/sign-out", a path of the gateway itself; expected a path such as /logout
        hint: /.gatehouse/sign-out signs people out anyway
    gatehouse.yaml:14:22: sites[0].sign_out_paths[0]: found "logout"; expected a path such as /logout
        hint: it begins with a slash
    gatehouse.yaml:14:22: sites[0].sign_out_paths[0]: found "/logout/"; expected a path such as /logout
        hint: leave out the slash at the end: the path is known with it as well
    gatehouse.yaml:14:22: sites[0].sign_out_paths[0]: found "/*/logout"; expected a path such as /logout
        hint: there are no patterns: write each path
    "#);
}
