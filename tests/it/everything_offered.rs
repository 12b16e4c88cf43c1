//! Whatever a document offers, its page has a way to use: nothing is lost between the org and the person.
//!
//! Every document is the first one of a sign-in of its own; what counts is what stands on the page, and on the pages that
//! its links bring to the front.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gatehouse::idx::{Content, Document, Field, Form, Method, Outcome};
use serde_json::{Value, json};
use url::Url;

use crate::support::browser::Page;
use crate::support::people::is_own;
use crate::support::recordings::Recordings;
use crate::support::walk::Walk;

/// Every remediation that documents of today offer; names of clients' own sources alone are not among them.
const REMEDIATIONS: [&str; 49] = [
    "identify",
    "select-identify",
    "identify-recovery",
    "select-authenticator-authenticate",
    "authenticator-verification-data",
    "challenge-authenticator",
    "challenge-poll",
    "resend",
    "challenge-webauthn-autofillui-authenticator",
    "launch-passkeys-authenticator",
    "launch-webauthn-authenticator",
    "enroll-webauthn-residentkey",
    "launch-authenticator",
    "launch-nfc-authenticator",
    "device-challenge-poll",
    "device-apple-sso-extension",
    "cancel-transaction",
    "redirect-idp",
    "piv-idp",
    "redirect-idverify",
    "unlock-account",
    "select-authenticator-unlock-account",
    "reset-authenticator",
    "keep-me-signed-in",
    "user-code",
    "poll",
    "device-assurance-grace-period",
    "consent",
    "granular-consent",
    "admin-consent",
    "email-challenge-consent",
    "success-redirect",
    "failure-redirect",
    "select-enroll-profile",
    "enroll-profile",
    "profile-update",
    "select-authenticator-enroll",
    "authenticator-enrollment-data",
    "enroll-authenticator",
    "enroll-authenticator-promotion",
    "select-enrollment-channel",
    "enrollment-channel-data",
    "enroll-poll",
    "skip",
    "reenroll-authenticator",
    "reenroll-authenticator-warning",
    "reenroll-custom-password-expiry",
    "reenroll-custom-password-expiry-warning",
    "request-activation-email",
];

/// What nothing leads to in some document: keys of another host, which no browser hands out here.
const WAITING_FOR_SCRIPT: [&str; 5] = [
    "challenge-authenticator",
    "challenge-webauthn-autofillui-authenticator",
    "enroll-authenticator",
    "enroll-authenticator-promotion",
    "launch-passkeys-authenticator",
];

#[tokio::test]
async fn every_remediation_of_every_recorded_document_can_be_used() {
    let Some(recordings) = Recordings::open() else { return };
    let documents = recordings.documents();
    let read = |(name, body): &(String, Vec<u8>)| Some((name.clone(), serde_json::from_slice(body).ok()?));
    let documents: Vec<(String, Value)> = documents.iter().filter_map(read).collect();

    let survey = survey(&documents).await;

    assert_eq!(survey.unreachable, BTreeMap::new());
    assert!(survey.dead_ends.is_empty(), "{:?}", survey.dead_ends);
    // Whoever brings a script takes its remediation out of the list.
    assert_eq!(Vec::from_iter(&survey.waiting_for_script), Vec::from_iter(&WAITING_FOR_SCRIPT));
    let missing: Vec<_> = REMEDIATIONS.iter().filter(|name| !survey.offered.contains(**name)).collect();
    assert!(missing.is_empty(), "no recorded document offers {missing:?}");
}

#[tokio::test]
async fn every_remediation_of_our_own_documents_can_be_used() {
    let mut survey = survey(&own_documents()).await;

    // A list of nothing is no page: there is nothing in it to be reached.
    let of_nothing = survey.unreachable.remove("select-authenticator-enroll");
    assert!(of_nothing.is_none_or(|documents| documents.iter().eq(["set-up-with-nothing-offered"])));
    assert_eq!(survey.unreachable, BTreeMap::new());
    assert!(survey.offered.len() > 30, "too few are tried: {:?}", survey.offered);
}

#[derive(Default)]
struct Survey {
    offered: BTreeSet<String>,
    /// For each remediation, the documents in which nothing leads to it.
    unreachable: BTreeMap<String, Vec<String>>,
    /// Remediations that nothing leads to because they need a script.
    waiting_for_script: BTreeSet<String>,
    /// Documents whose page has nothing to press, to follow or to wait for.
    dead_ends: Vec<String>,
}

async fn survey(documents: &[(String, Value)]) -> Survey {
    let mut survey = Survey::default();
    let mut walk = Walk::begin(&[json!({ "version": "1.0.0", "messages": { "type": "array", "value": [] } })]).await;
    for (name, raw) in documents {
        if Document::parse(raw.to_string().as_bytes()).is_ok_and(|document| document.remediations().is_empty()) {
            continue;
        }
        walk.begin_again(std::slice::from_ref(raw)).await;
        let moved = walk.org.document().to_string();
        let Ok(document) = Document::parse(moved.as_bytes()) else { continue };
        if matches!(document.outcome(), Outcome::Finished(_)) {
            continue;
        }
        let pages = pages(&mut walk).await;
        if !has_a_way_on(&pages[0]) && pages[0].header("refresh").is_none() {
            survey.dead_ends.push(name.clone());
        }
        for form in document.remediations() {
            survey.offered.insert(form.name.clone());
            let is_reachable = match document.outcome() {
                Outcome::Step => pages.iter().any(|page| leads_to(page, form)),
                Outcome::SuccessRedirect(_) => pages[0].header("refresh").is_some(),
                _ => is_own(&pages[0]) && has_a_way_on(&pages[0]),
            };
            if is_reachable || is_no_way(form) || is_what_is_done(&document, form) || has_a_twin(&document, form) {
                continue;
            }
            if needs_script(form) {
                survey.waiting_for_script.insert(form.name.clone());
            } else {
                survey.unreachable.entry(form.name.clone()).or_default().push(name.clone());
            }
        }
    }
    survey
}

/// Whether a link leads to no address at all.
fn is_no_way(form: &Form) -> bool {
    form.method == Method::Get && Url::parse(form.href.as_sent()).is_err()
}

/// Whether a form is a choice of one thing, and that is what the step is about already.
fn is_what_is_done(document: &Document, form: &Form) -> bool {
    let options = form.fields.iter().find(|field| field.name == "authenticator").map(|field| &field.content);
    let Some(Content::OneOf(variants)) = options else { return false };
    let usable = variants.iter().filter(|variant| !variant.fields.iter().any(is_for_script));
    usable.count() <= 1 && form.name.starts_with("select-") && document.remediations().len() > 1
}

/// Whether another form of the same name goes to the same place with nothing to fill in: one press is like the other.
fn has_a_twin(document: &Document, form: &Form) -> bool {
    let is_twin = |other: &Form| other.name == form.name && other.href.as_sent() == form.href.as_sent();
    let others = document.remediations().iter().filter(|other| other.id != form.id);
    !form.takes_input() && others.into_iter().any(|other| is_twin(other) && !other.takes_input())
}

/// Whether something has to be given that nobody can type.
fn needs_script(form: &Form) -> bool {
    const CEREMONIES: [&str; 2] = ["launch-webauthn-authenticator", "enroll-webauthn-residentkey"];
    CEREMONIES.contains(&form.name.as_str()) || form.all_fields().into_iter().any(is_for_script)
}

fn is_for_script(field: &Field) -> bool {
    let is_secret_to_people = field.required && !field.visible;
    let has_no_value = matches!(&field.content, Content::Text { default: None, .. });
    is_secret_to_people && has_no_value || matches!(field.hint.as_deref(), Some("webauthn" | "captcha"))
}

fn has_a_way_on(page: &Page) -> bool {
    !page.forms().is_empty() || !page.links().is_empty()
}

/// The page that stands, and those that its links bring to the front.
async fn pages(walk: &mut Walk) -> Vec<Page> {
    let first = walk.page.clone();
    let mut pages = vec![first.clone()];
    let mut links: Vec<String> = first.links().into_iter().filter(|link| link.contains("?show=")).collect();
    links.dedup();
    for link in links {
        pages.push(walk.browser.click(&first, &link).await);
    }
    pages
}

/// Whether a page has something that uses that form.
fn leads_to(page: &Page, form: &Form) -> bool {
    if form.method == Method::Get {
        return page.links().iter().any(|link| link == form.href.as_sent());
    }
    // A password of another system is changed there.
    if let Some(elsewhere) = form.extra("customExpiredPasswordURL").and_then(Value::as_str) {
        return page.links().iter().any(|link| link == elsewhere);
    }
    let waits = form.is_poll() && page.header("refresh").is_some();
    waits || page.forms().iter().any(|offered| offered.value(".form") == Some(&form.id))
}

/// Documents and sequences of our own.
fn own_documents() -> Vec<(String, Value)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let mut documents = Vec::new();
    for folder in [directory.clone(), directory.join("sequences")] {
        for entry in fs::read_dir(folder).expect("the directory of documents") {
            let path = entry.expect("readable").path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match serde_json::from_slice(&fs::read(&path).expect("readable")).expect("JSON") {
                Value::Array(steps) => {
                    let step = |(at, step)| (format!("{name}, step {}", at + 1), step);
                    documents.extend(steps.into_iter().enumerate().map(step));
                }
                document => documents.push((name, document)),
            }
        }
    }
    documents
}
