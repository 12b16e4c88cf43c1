//! What is printed about sections that contradict each other, and about certificates.

use std::fs;
use std::path::Path;

use super::{accepted, complaint, environment, with};
use crate::config::{Config, Faults, ListenerSecurity, parse};

const LISTENER: &str = "  - address: 127.0.0.1:8080";
const SITE: &str = "  - host: localhost\n    public_url: http://localhost:8080";

/// A further site in front of the first.
fn with_site(host: &str, public_url: &str) -> String {
    let site = format!(
        "  - host: {host}
    public_url: {public_url}
    authorization_server: okta
    routes: [{{ path: /, upstream: \"http://h\" }}]
{SITE}"
    );
    with(SITE, &site)
}

#[test]
fn a_plain_http_site_goes_with_loopback_listeners_only() {
    let text =
        with(LISTENER, "  - address: 0.0.0.0:8080\n    tls_terminated_by: [10.0.0.0/8]\n  - address: 127.0.0.1:8080");

    insta::assert_snapshot!(complaint(&text), @r#"
    gatehouse.yaml:4:14: listeners[1].address: found 127.0.0.1:8080, which is bound in line 2 already; expected an address and port of its own
    gatehouse.yaml:14:17: sites[0].public_url: found "http://localhost:8080" with a listener on 0.0.0.0:8080; expected loopback listeners only, or an https URL
        hint: with a plain http site every listener is bound to 127.0.0.1 or [::1]
    gatehouse.yaml: 2 faults
    "#);
}

#[test]
fn a_plain_http_site_needs_a_plain_listener() {
    let text = with(LISTENER, &format!("{LISTENER}\n    tls_terminated_by: [127.0.0.1]"));

    insta::assert_snapshot!(complaint(&text), @r#"
    gatehouse.yaml:13:17: sites[0].public_url: found "http://localhost:8080", but every listener is for TLS; expected an https URL, or a plain loopback listener
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn an_https_site_needs_somebody_who_ends_tls() {
    let text = with("http://localhost:8080", "https://localhost");

    insta::assert_snapshot!(complaint(&text), @r#"
    gatehouse.yaml:12:17: sites[0].public_url: found "https://localhost", but no listener has TLS; expected a listener with `tls` or `tls_terminated_by`
        hint: add `tls: { certificate: FILE, key: FILE }` to a listener, or, when a load balancer ends TLS, `tls_terminated_by: [ITS NETWORK]`
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn a_declared_front_ends_tls_for_an_https_site() {
    let text = with(LISTENER, &format!("{LISTENER}\n    tls_terminated_by: [127.0.0.1, 10.0.0.0/8]"))
        .replace("http://localhost:8080", "https://localhost");

    let config = accepted(&text);

    let ListenerSecurity::TerminatedBy(fronts) = &config.listeners[0].security else { panic!("a front was declared") };
    assert_eq!(fronts.iter().map(ToString::to_string).collect::<Vec<_>>(), ["127.0.0.1/32", "10.0.0.0/8"]);
    assert!(config.sites[0].public_url.is_secure());
}

#[test]
fn the_admin_listener_is_never_a_public_one() {
    let text = with("keys:", "admin: { address: \"127.0.0.1:8080\" }\nkeys:");

    insta::assert_snapshot!(complaint(&text), @r"
    gatehouse.yaml:3:19: admin.address: found 127.0.0.1:8080, which is bound in line 2 already; expected an address and port of its own
        hint: health and metrics are never served on a public listener
    gatehouse.yaml: 1 fault
    ");
}

#[test]
fn two_listeners_do_not_share_an_address() {
    let text = with(LISTENER, &format!("{LISTENER}\n{LISTENER}"));

    insta::assert_snapshot!(complaint(&text), @r"
    gatehouse.yaml:3:14: listeners[1].address: found 127.0.0.1:8080, which is bound in line 2 already; expected an address and port of its own
    gatehouse.yaml: 1 fault
    ");
}

#[test]
fn free_ports_do_not_collide() {
    let text = with(LISTENER, "  - address: 127.0.0.1:0\n  - address: 127.0.0.1:0");

    assert_eq!(accepted(&text).listeners.len(), 2);
}

#[test]
fn sites_name_authorization_servers_that_exist() {
    insta::assert_snapshot!(complaint(&with("authorization_server: okta", "authorization_server: otka")), @r#"
    gatehouse.yaml:13:27: sites[0].authorization_server: found "otka"; expected the name of an authorization server: `okta`
        hint: did you mean `okta`?
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn a_host_belongs_to_one_site() {
    insta::assert_snapshot!(complaint(&with_site("LocalHost", "http://localhost:8080")), @r#"
    gatehouse.yaml:15:11: sites[1].host: found "localhost", which the site in line 11 has; expected each host once
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn only_one_site_takes_every_other_host() {
    let text = with_site("\"*\"", "http://localhost:8080").replace("host: localhost", "host: \"*\"");

    insta::assert_snapshot!(complaint(&text), @r#"
    gatehouse.yaml:15:11: sites[1].host: found "*", which the site in line 11 has; expected each host once
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn a_public_url_leads_to_its_own_site() {
    insta::assert_snapshot!(complaint(&with_site("127.0.0.1", "http://localhost:8080")), @r#"
    gatehouse.yaml:12:17: sites[0].public_url: found "http://localhost:8080" for the host 127.0.0.1; expected a URL of that host
        hint: browsers are always led to `public_url`, so its host must be the site's own
    gatehouse.yaml: 1 fault
    "#);
    insta::assert_snapshot!(complaint(&with_site("\"*\"", "http://localhost:8080")), @r#"
    gatehouse.yaml:12:17: sites[0].public_url: found "http://localhost:8080", whose host belongs to the site in line 15; expected a URL of a host that no other site names
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn an_upstream_is_not_the_gateway_itself() {
    insta::assert_snapshot!(complaint(&with("http://127.0.0.1:9000", "http://127.0.0.1:8080")), @r"
    gatehouse.yaml:15:30: sites[0].routes[0].upstream: found 127.0.0.1:8080, which is the listener in line 2; expected the address of the application
        hint: requests would go round in a circle
    gatehouse.yaml: 1 fault
    ");
}

/// Reads a file with a TLS listener whose certificate and key have these contents.
fn with_pem(certificate: &str, key: &str) -> Result<Config, Faults> {
    let place = tempfile::tempdir().expect("a temporary directory");
    fs::write(place.path().join("cert.pem"), certificate).expect("a file");
    fs::write(place.path().join("key.pem"), key).expect("a file");
    let text = with(LISTENER, "  - address: 0.0.0.0:443\n    tls: { certificate: cert.pem, key: key.pem }")
        .replace("http://localhost:8080", "https://localhost");
    let file = place.path().join("gatehouse.yaml");
    parse(&text, &file, &environment)
}

fn pem_complaint(certificate: &str, key: &str) -> String {
    let text = with_pem(certificate, key).expect_err("it must not be accepted").to_string();
    let directory = Path::new(text.split_once("gatehouse.yaml").expect("the file's name").0).to_owned();
    text.replace(&directory.join("").display().to_string(), "")
}

fn pair(host: &str) -> (String, String) {
    let certified = rcgen::generate_simple_self_signed([host.to_owned()]).expect("a certificate");
    (certified.cert.pem(), certified.signing_key.serialize_pem())
}

#[test]
fn a_certificate_that_fits_its_key_and_site_is_taken_without_a_word() {
    let (certificate, key) = pair("localhost");

    let config = with_pem(&certificate, &key).unwrap_or_else(|faults| panic!("{faults}"));

    assert!(
        matches!(&config.listeners[0].security, ListenerSecurity::Tls { certificate, .. } if certificate.ends_with("cert.pem"))
    );
    assert!(!config.warnings.iter().any(|warning| warning.contains("this certificate")), "{:?}", config.warnings);
}

#[test]
fn a_certificate_for_another_host_is_a_warning() {
    let (certificate, key) = pair("other.example");

    let config = with_pem(&certificate, &key).unwrap_or_else(|faults| panic!("{faults}"));

    assert!(config.warnings.iter().any(|warning| warning.contains("this certificate is not for localhost")));
}

#[test]
fn certificates_and_keys_that_cannot_serve_are_refused_before_the_tls_engine_sees_them() {
    let (certificate, key) = pair("localhost");
    let (_, other_key) = pair("localhost");
    let garbage = "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n";
    let garbage_key = "-----BEGIN PRIVATE KEY-----\naGVsbG8=\n-----END PRIVATE KEY-----\n";
    let broken = "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n";

    let complaints = [
        pem_complaint(&certificate, &other_key),
        pem_complaint(&key, &certificate),
        pem_complaint(garbage, &key),
        pem_complaint(&certificate, garbage_key),
        pem_complaint(broken, "-----BEGIN PRIVATE KEY-----\n!!!!"),
        pem_complaint("", ""),
    ];

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:3:40: listeners[0].tls.key: found a key that does not belong to the certificate; expected the private key of the first certificate in the chain
        hint: in a chain the server's own certificate stands first
    gatehouse.yaml: 1 fault
    gatehouse.yaml:3:25: listeners[0].tls.certificate: found "cert.pem", in which there is no certificate; expected a PEM file with a certificate chain
    gatehouse.yaml:3:40: listeners[0].tls.key: found "key.pem", in which there is no private key; expected a PEM file with a private key that has no passphrase
    gatehouse.yaml: 2 faults
    gatehouse.yaml:3:25: listeners[0].tls.certificate: found "cert.pem", whose first certificate cannot be read; expected a PEM file with a certificate chain
    gatehouse.yaml: 1 fault
    gatehouse.yaml:3:40: listeners[0].tls.key: found a key of a kind that TLS has no use for; expected an RSA, ECDSA or Ed25519 key
    gatehouse.yaml: 1 fault
    gatehouse.yaml:3:25: listeners[0].tls.certificate: found "cert.pem", which is not PEM (base64 decode error: InvalidCharacter(33)); expected a PEM file with a certificate chain
    gatehouse.yaml:3:40: listeners[0].tls.key: found "key.pem", which is not PEM; expected a PEM file with a private key that has no passphrase
    gatehouse.yaml: 2 faults
    gatehouse.yaml:3:25: listeners[0].tls.certificate: found "cert.pem", in which there is no certificate; expected a PEM file with a certificate chain
    gatehouse.yaml:3:40: listeners[0].tls.key: found "key.pem", in which there is no private key; expected a PEM file with a private key that has no passphrase
    gatehouse.yaml: 2 faults
    "#);
}
