//! Documents of our own writing, one for each shape and irregularity of the protocol, with what is expected of each:
//! `tests/documents/NAME.json` and `tests/documents/expected/NAME.json`.

use std::fs;
use std::path::{Path, PathBuf};

use gatehouse::idx::{Document, FaultReason, Form, Inputs, MessageClass, NotADocument, Outcome, Revision};
use serde_json::{Value, json};

#[test]
fn is_classified_as_expected() {
    for case in cases() {
        let expected = case.expected["outcome"].as_str().expect("every case expects an outcome");

        assert_eq!(in_words(&case.document.outcome()), expected, "{case}");
        if let Some(expired) = case.expected.get("session_expired") {
            assert_eq!(json!(case.document.session_expired()), *expired, "{case}");
        }
    }
}

#[test]
fn offers_the_expected_forms_and_controls_in_order() {
    for case in cases() {
        let offered: Vec<Value> = case.document.forms().map(|form| json!([form.id, controls(form)])).collect();

        assert_eq!(Value::from(offered), case.expected["forms"], "{case}");
    }
}

#[test]
fn sends_exactly_the_expected_bodies() {
    for case in cases() {
        for submission in case.list("submissions") {
            let id = submission["form"].as_str().expect("a submission names its form");
            let form = case.document.form(id).unwrap_or_else(|| panic!("{case}: no form {id}"));

            let body = form.body(&inputs(&submission));

            match body {
                Ok(body) => assert_eq!(Some(&body), submission.get("body"), "{case}: {submission}"),
                Err(faults) => {
                    let faults: Vec<_> =
                        faults.iter().map(|fault| json!([fault.control.as_str(), reason(fault.reason)])).collect();
                    assert_eq!(Some(&Value::from(faults)), submission.get("faults"), "{case}: {submission}");
                }
            }
        }
    }
}

#[test]
fn shows_messages_once_whether_of_the_document_or_of_a_field() {
    for case in cases() {
        let messages: Vec<Value> = case
            .document
            .messages()
            .iter()
            .map(|message| json!([message.key, message.text, class(message.class)]))
            .collect();
        let of_fields: Vec<Value> = case
            .document
            .forms()
            .flat_map(Form::messages)
            .map(|(field, message)| json!([field.control.as_str(), message.text]))
            .collect();

        assert_eq!(messages, case.list("messages"), "{case}");
        assert_eq!(of_fields, case.list("field_messages"), "{case}");
    }
}

#[test]
fn relates_forms_and_options_to_what_they_concern_or_to_nothing() {
    let key = |case: &Case, relation: Option<&gatehouse::idx::Relation>| {
        relation
            .and_then(|relation| case.document.related_authenticator(relation))
            .and_then(|related| related.key.clone())
    };
    for case in cases() {
        for (id, expected) in case.expected["form_related"].as_object().into_iter().flatten() {
            let form = case.document.form(id).expect("the form is offered");

            assert_eq!(json!(key(&case, form.relation.as_ref())), *expected, "{case}: {id}");
        }
        for (place, expected) in case.expected["related"].as_object().into_iter().flatten() {
            let (control, index) = place.split_once('/').expect("written as control/index");
            let field = case.document.forms().find_map(|form| form.field(control)).expect("the field is offered");
            let gatehouse::idx::Content::OneOf(variants) = &field.content else { panic!("{case}: {control}") };
            let variant = variants.iter().find(|variant| variant.index.to_string() == index).expect("is offered");

            assert_eq!(json!(key(&case, variant.relation.as_ref())), *expected, "{case}: {place}");
        }
    }
}

#[test]
fn knows_the_current_authenticator_the_poll_and_the_wishes_of_profile_policies() {
    for case in cases() {
        let current = case.document.current_authenticator().and_then(|current| current.key.clone());
        let poll =
            case.document.poll().map(|form| json!([form.id, u64::try_from(form.poll_interval().as_millis()).ok()]));

        assert_eq!(json!(current), case.expected["current"], "{case}");
        assert_eq!(json!(poll), case.expected["poll"], "{case}");
        for (control, expected) in case.expected["presentations"].as_object().into_iter().flatten() {
            let field = case.document.forms().find_map(|form| form.field(control)).expect("the field is offered");
            let presentation =
                field.presentation.as_ref().map(|presentation| json!([presentation.input_type, presentation.format]));
            assert_eq!(json!(presentation), *expected, "{case}: {control}");
        }
    }
}

#[test]
fn never_shows_the_state_handle_in_debug() {
    for case in cases() {
        let document = &case.document;
        let shown = format!("{document:?} {document:#?} {:?}", document.forms().collect::<Vec<_>>());
        let authenticators = format!("{:?} {:?}", document.authenticators(), document.enrollments());

        for secret in ["own-state-handle", "own-interaction-code", "stateToken=a", "012345"] {
            assert!(!shown.contains(secret) && !authenticators.contains(secret), "{case}: {secret}");
        }
    }
}

#[test]
fn a_state_handle_of_twenty_kilobytes_is_echoed_whole() {
    let handle = "h".repeat(20 * 1024);
    let document = read(&documents().join("identify-with-password.json")).replace("02.id.own-state-handle", &handle);

    let document = Document::parse(document.as_bytes()).expect("still a document");
    let body = document.action("cancel").expect("can be cancelled").body(&Inputs::none()).expect("needs nothing");

    assert_eq!(body, json!({ "stateHandle": handle }));
    assert_eq!(document.state_handle().map(|handle| handle.expose().len()), Some(20 * 1024));
    assert!(!format!("{document:?}").contains("hhhh"));
}

#[test]
fn the_revision_outlives_what_a_poll_changes() {
    let original = read(&documents().join("challenge-email.json"));
    let later = original
        .replace("02.id.own-state-handle", "02.id.another-handle")
        .replace("2026-11-21T12:00:00.000Z", "2026-11-21T12:05:00.000Z")
        .replace("\"intent\": \"LOGIN\",", "\"intent\": \"LOGIN\", \"messages\": [{\"message\": \"Wrong code\"}],");

    let [original, later] = [&original, &later].map(|text| Document::parse(text.as_bytes()).expect("a document"));

    assert_eq!(later.messages().len(), 1);
    assert_eq!(original.revision(), later.revision());
    assert_eq!(original.revision().to_string().parse::<Revision>(), Ok(later.revision()));
}

#[test]
fn the_revision_changes_with_what_a_submit_would_mean() {
    let original = read(&documents().join("challenge-email.json"));
    let revision = |text: &str| Document::parse(text.as_bytes()).expect("a document").revision();
    for (from, to) in [
        ("enr-email", "enr-other"),
        ("k***m@people.example", "l***e@people.example"),
        ("aut-email", "aut-other"),
        ("\"passcode\"", "\"totp\""),
        ("user-one", "user-two"),
        ("select-authenticator-authenticate", "select-authenticator-enroll"),
        ("resend", "send"),
    ] {
        assert_ne!(revision(&original), revision(&original.replacen(from, to, 20)), "{from} -> {to}");
    }
}

#[test]
fn the_shape_of_a_form_tells_options_apart_but_not_state_handles() {
    let original = read(&documents().join("select-authenticator.json"));
    let shape = |text: &str| {
        let document = Document::parse(text.as_bytes()).expect("a document");
        document.remediation("select-authenticator-authenticate").expect("is offered").shape()
    };

    assert_eq!(shape(&original), shape(&original.replace("own-state-handle", "another")));
    assert_ne!(shape(&original), shape(&original.replace("phone-office", "phone-home")));
    assert_ne!(shape(&original), shape(&original.replace("\"sms\"", "\"text\"")));
}

#[test]
fn what_is_no_document_says_what_it_is() {
    let parse = |body: &str| Document::parse(body.as_bytes()).expect_err("is no document");
    let whole = read(&documents().join("identify-first.json"));

    assert_eq!(parse("<html><body>Bad gateway</body></html>"), NotADocument::NotJson);
    assert_eq!(parse(""), NotADocument::NotJson);
    assert_eq!(parse(&whole[..whole.len() / 2]), NotADocument::NotJson);
    assert_eq!(parse(&format!("{whole}{whole}")), NotADocument::NotJson);
    assert_eq!(parse(&"[".repeat(100_000)), NotADocument::NotJson);
    assert_eq!(parse(&"{\"version\":".repeat(200)), NotADocument::NotJson);
    assert_eq!(parse(&" ".repeat(256 * 1024 + 1)), NotADocument::TooLarge);
    assert_eq!(parse(r#"{"interaction_handle":"a"}"#), NotADocument::OtherJson);
    assert_eq!(parse(r#"{"access_token":"a","token_type":"Bearer"}"#), NotADocument::OtherJson);
    for json in ["null", "7", "[]", "{}", "\"version\""] {
        assert_eq!(parse(json), NotADocument::OtherJson);
    }
    assert_eq!(parse(r#"{"version":"2.0.0","stateHandle":"a"}"#), NotADocument::UnknownVersion);
    assert_eq!(
        parse(r#"{"errorCode":"E0000009","errorSummary":"Internal Server Error","errorCauses":[]}"#),
        NotADocument::Api { code: "E0000009".into(), summary: "Internal Server Error".into() }
    );
    assert_eq!(
        parse(r#"{"error":"invalid_client","error_description":"Who?"}"#),
        NotADocument::OAuth { error: "invalid_client".into(), description: "Who?".into() }
    );
}

#[test]
fn survives_documents_cut_off_at_any_byte() {
    for (path, _) in files() {
        let whole = fs::read(&path).expect("readable");
        for end in (0..whole.trim_ascii_end().len()).step_by(37) {
            assert!(Document::parse(&whole[..end]).is_err(), "{} cut at {end}", path.display());
        }
    }
}

#[test]
fn survives_any_node_being_something_else() {
    let strange = [json!(null), json!("text"), json!({}), json!([[{"name": {}}], -1e300])];
    for (path, _) in files() {
        let original: Value = serde_json::from_str(&read(&path)).expect("JSON");
        for pointer in pointers(&original) {
            for replacement in &strange {
                let mut mutant = original.clone();
                *mutant.pointer_mut(&pointer).expect("it was found there") = replacement.clone();

                exercise(mutant.to_string().as_bytes());
            }
        }
    }
}

#[test]
fn survives_the_deepest_nesting_there_is() {
    let mut field = json!({"name": "x"});
    while field.to_string().matches('{').count() < 38 {
        field = json!({"name": "x", "form": {"value": [field]}});
    }
    let document = json!({"version": "1.0.0", "remediation": [{"name": "deep", "href": "https://org.example/", "method": "POST", "value": [field]}]});

    exercise(document.to_string().as_bytes());
}

#[test]
fn a_document_made_to_be_expensive_is_not() {
    let form = |fields: String| {
        format!(r#"{{"version":"1.0.0","remediation":[{{"name":"f","href":"h","method":"POST","value":[{fields}]}}]}}"#)
    };
    let numbered = |count: usize, write: fn(usize) -> String| (0..count).map(write).collect::<Vec<_>>().join(",");
    let long = "n".repeat(900);
    let under_a_long_name = numbered(16_000, |index| format!(r#"{{"name":"{index}"}}"#));
    let pieces = [0, 1].map(|half| {
        let parts =
            numbered(7_000, |index| format!(r#"{{"name":"{index}"}}"#)).replace("\":\"", &format!("\":\"{half}"));
        format!(r#"{{"name":"g","form":{{"value":[{parts}]}}}}"#)
    });
    let documents = [
        form(numbered(16_000, |index| format!(r#"{{"name":"{index}"}}"#))),
        form(format!(r#"{{"name":"{long}","form":{{"value":[{under_a_long_name}]}}}}"#)),
        form(pieces.join(",")),
        form(format!(r#"{{"name":"o","options":[{}]}}"#, numbered(20_000, |_| r#"{"value":0}"#.to_owned()))),
        form(numbered(20_000, |_| r#"{"name":"a"}"#.to_owned())),
        format!(
            r#"{{"version":"1.0.0","remediation":[{}]}}"#,
            numbered(8_000, |_| r#"{"name":"a","href":"h"}"#.to_owned())
        ),
        format!(r#"{{"version":"1.0.0","messages":[{}]}}"#, numbered(20_000, |index| format!("\"{index}\""))),
        format!(r#"{{"version":"1.0.0","authenticators":[{}]}}"#, numbered(20_000, |_| r#"{"id":"a"}"#.to_owned())),
    ];

    for document in documents {
        let document = Document::parse(document.as_bytes()).expect("is a document");

        assert!(document.weight() < 64 * 1024 * 1024, "{} bytes", document.weight());
        for form in document.forms() {
            assert!(form.body(&Inputs::from_pairs([("a", "b")])).is_ok());
        }
    }
}

/// Calls everything that reads a document; what comes out is of no interest, as long as something does.
fn exercise(body: &[u8]) {
    let Ok(document) = Document::parse(body) else { return };
    let _ = (document.outcome(), document.revision(), document.poll(), document.session_expired(), document.intent());
    let _ = format!("{document:?}");
    for form in document.forms() {
        let everything: Vec<(String, &str)> =
            form.all_fields().iter().map(|field| (field.control.to_string(), "0")).collect();
        let _ = (form.body(&Inputs::none()), form.body(&Inputs::from_pairs(everything)), form.shape());
        let _ = form.relation.as_ref().and_then(|relation| document.related_authenticator(relation));
        let _ = (form.poll_interval(), form.messages().count(), form.takes_input(), form.identity_provider_name());
    }
}

fn pointers(value: &Value) -> Vec<String> {
    let escape = |name: &String| name.replace('~', "~0").replace('/', "~1");
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, child)| (escape(name), child)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, child)| (index.to_string(), child)).collect(),
        _ => Vec::new(),
    };
    let inside = children
        .into_iter()
        .flat_map(|(name, child)| pointers(child).into_iter().map(move |inner| format!("/{name}{inner}")));
    std::iter::once(String::new()).chain(inside).collect()
}

struct Case {
    name: String,
    document: Document,
    expected: Value,
}

impl Case {
    fn list(&self, name: &str) -> Vec<Value> {
        self.expected[name].as_array().cloned().unwrap_or_default()
    }
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

fn cases() -> Vec<Case> {
    let case = |(path, expected): (PathBuf, PathBuf)| Case {
        name: path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        document: Document::parse(read(&path).as_bytes()).unwrap_or_else(|error| panic!("{path:?}: {error}")),
        expected: serde_json::from_str(&read(&expected)).unwrap_or_else(|error| panic!("{expected:?}: {error}")),
    };
    files().into_iter().map(case).collect()
}

/// Every document with its expectations; a document without any is a mistake, and so is an empty directory.
fn files() -> Vec<(PathBuf, PathBuf)> {
    let entries = fs::read_dir(documents()).expect("the directory of documents");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let expected = documents().join("expected").join(path.file_name().unwrap_or_default());
            (path, expected)
        })
        .collect();
    files.sort();
    assert!(files.len() > 40, "documents are missing");
    files
}

fn documents() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What a page sends, or nobody entered anything when a submission lists no inputs.
fn inputs(submission: &Value) -> Inputs {
    let Some(pairs) = submission.get("inputs").and_then(Value::as_array) else { return Inputs::none() };
    Inputs::from_pairs(pairs.iter().map(|pair| {
        let [name, value] = [&pair[0], &pair[1]].map(|text| text.as_str().expect("inputs are text"));
        (name, value)
    }))
}

fn controls(form: &Form) -> Vec<&str> {
    let asks = |field: &gatehouse::idx::Field| {
        field.takes_input() && !matches!(field.content, gatehouse::idx::Content::Group(_))
    };
    form.all_fields().into_iter().filter(|field| asks(field)).map(|field| field.control.as_str()).collect()
}

fn in_words(outcome: &Outcome<'_>) -> String {
    match outcome {
        Outcome::Finished(code) => format!("finished: {}", code.expose()),
        Outcome::SuccessRedirect(href) => format!("success: {}", href.as_sent()),
        Outcome::FailureRedirect(href) => format!("failure: {}", href.as_sent()),
        Outcome::Step => "step".to_owned(),
        Outcome::Terminal { succeeded: true } => "terminal: succeeded".to_owned(),
        Outcome::Terminal { succeeded: false } => "terminal".to_owned(),
    }
}

fn reason(reason: FaultReason) -> &'static str {
    match reason {
        FaultReason::Missing => "missing",
        FaultReason::NotOffered => "not offered",
        FaultReason::NotABoolean => "not a boolean",
    }
}

fn class(class: MessageClass) -> &'static str {
    match class {
        MessageClass::Error => "error",
        MessageClass::Warning => "warning",
        MessageClass::Info => "info",
    }
}
