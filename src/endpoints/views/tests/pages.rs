//! What documents of known shapes look like.

use std::fs;
use std::path::Path;

use crate::idx::{Content, FaultReason, InputFault};
use crate::pages::{Control, InputKind, Script, StepPage};

use super::*;

fn own(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name).with_extension("json");
    Document::parse(&fs::read(path).expect("a document of ours")).expect("a document")
}

fn step(change: impl FnOnce(StepContext<'_>) -> Option<View>) -> StepPage {
    match with_context(change) {
        Some(View::Step(page)) => *page,
        other => panic!("not a step: {other:?}"),
    }
}

fn plain_step(document: &Document) -> StepPage {
    step(|context| page(document, &context))
}

fn labels(page: &StepPage) -> Vec<&str> {
    page.other_ways.iter().map(|way| way.label.as_str()).collect()
}

fn inputs(page: &StepPage) -> Vec<&crate::pages::Input> {
    let controls = page.form.iter().flat_map(|form| &form.controls);
    controls
        .filter_map(|control| match control {
            Control::Input(input) => Some(input),
            _ => None,
        })
        .collect()
}

#[test]
fn documents_read_as_they_were_reviewed() {
    for name in [
        "identify-first",
        "identify-with-password",
        "select-authenticator",
        "challenge-email",
        "challenge-code-of-an-app",
        "push-with-number",
        "security-question",
        "enroll-phone",
        "registration",
        "reset-password",
        "unlock-account",
        "granular-consent",
        "errors-at-every-depth",
        "unknown-names",
        "one-name-many-forms",
        "messages-of-all-kinds",
        "device-challenge",
        "webauthn-challenge",
        "challenge-webauthn-several-keys",
        "enroll-password",
        "enroll-webauthn",
        "enroll-passkey-promoted",
        "identify-with-passkeys",
        "identify-with-a-security-key",
        "code-for-the-first-tab",
        "terminal-error",
    ] {
        let html = render(&own(name)).body;
        let brand = Brand::new("", "/.gatehouse");
        let html = crate::pages::without_hashes(&html, &brand);
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots"}, {
            insta::assert_snapshot!(name, html);
        });
    }
}

#[test]
fn a_password_manager_finds_what_it_needs() {
    let first = plain_step(&own("identify-with-password"));

    let help: Vec<_> = inputs(&first).into_iter().map(|input| (input.kind, input.autocomplete)).collect();

    assert!(help.contains(&(InputKind::Identifier, Some("username"))));
    assert!(help.contains(&(InputKind::Password, Some("current-password"))));
}

#[test]
fn the_page_says_who_signs_in_and_offers_a_way_out() {
    let document = own("challenge-email");

    let page = step(|context| page(&document, &StepContext { account: Some("casey@fernhill.example"), ..context }));

    let account = page.account.expect("an account");
    assert_eq!(account.name, "casey@fernhill.example");
    assert!(account.not_you.is_some());
    assert_eq!(page.other_ways.last().map(|way| way.label.as_str()), Some("Start over"));
}

#[test]
fn beside_an_email_code_the_code_can_be_sent_again_and_the_link_used() {
    let page = plain_step(&own("challenge-email"));

    let labels = labels(&page);
    assert!(labels.contains(&"Send the code again"), "{labels:?}");
    assert!(labels.contains(&"I opened the link in the email"), "{labels:?}");
    assert_eq!(page.refresh, None, "typed text would be lost");
}

#[test]
fn a_page_on_which_nothing_is_typed_asks_by_itself() {
    let page = plain_step(&own("push-with-number"));

    assert!(page.refresh.is_some());
}

#[test]
fn a_page_that_waits_moves_by_itself_only_where_no_script_is_known_to_ask_for_it() {
    let document = own("push-with-number");

    let page = step(|context| page(&document, &StepContext { runs_scripts: true, ..context }));

    assert_eq!(page.refresh, None);
    assert!(page.scripts.iter().any(|script| matches!(script, Script::Poll(_))), "{:?}", page.scripts);
}

#[test]
fn a_page_with_a_code_to_type_asks_by_script() {
    let page = plain_step(&own("challenge-email"));

    assert!(page.scripts.iter().any(|script| matches!(script, Script::Poll(_))), "{:?}", page.scripts);
}

#[test]
fn what_was_typed_comes_back_unless_it_is_secret() {
    let document = own("identify-with-password");
    let typed = Inputs::from_pairs([("identifier", "casey"), ("credentials.passcode", "hunter2")]);

    let page = step(|context| {
        let posted = Posted { form: "identify", faults: &[], inputs: &typed };
        page(&document, &StepContext { posted: Some(posted), ..context })
    });

    let html = page.render().body;
    assert!(html.contains("value=\"casey\""));
    assert!(!html.contains("hunter2"));
}

#[test]
fn what_the_gateway_misses_is_said_above_and_at_the_field() {
    let document = own("identify-with-password");
    let form = document.form("identify").expect("a form");
    let control = form.field("credentials.passcode").expect("a password").control.clone();
    let faults = [InputFault { control, reason: FaultReason::Missing }];
    let typed = Inputs::from_pairs([("identifier", "casey")]);

    let page = step(|context| {
        let posted = Posted { form: "identify", faults: &faults, inputs: &typed };
        page(&document, &StepContext { posted: Some(posted), ..context })
    });

    let [item] = page.summary.as_slice() else { panic!("one fault: {:?}", page.summary) };
    assert_eq!(item.text, "Enter your password.");
    let password = inputs(&page).into_iter().find(|input| input.kind == InputKind::Password).expect("a password");
    assert_eq!(password.field.error.as_deref(), Some("Enter your password."));
    assert_eq!(item.anchor.as_deref(), Some(password.field.id.as_str()));
    assert!(inputs(&page).iter().all(|input| !input.autofocus), "the summary has the focus");
}

#[test]
fn errors_of_every_depth_are_in_the_summary() {
    let document = own("errors-at-every-depth");
    let nested: usize = document.forms().map(|form| form.messages().count()).sum();
    assert!(nested > 0, "the document has errors within fields");

    let page = plain_step(&document);

    assert!(page.summary.len() >= 2, "{:?}", page.summary);
    assert!(page.summary.iter().any(|item| item.anchor.is_some()), "{:?}", page.summary);
}

#[test]
fn a_wrong_code_is_said_at_the_code() {
    let document = document(&serde_json::json!({
        "version": "1.0.0",
        "messages": {"value": [{"message": "Invalid code. Try again.", "class": "ERROR", "i18n": {"key": "api.authn.error.PASSCODE_INVALID"}}]},
        "currentAuthenticatorEnrollment": {"value": {"key": "okta_email", "profile": {"email": "c***y@fernhill.example"}}},
        "remediation": {"value": [{"rel": ["create-form"], "name": "challenge-authenticator", "href": "https://org.example/a",
            "value": [{"name": "credentials", "required": true, "form": {"value": [{"name": "passcode", "required": true}]}}]}]}
    }));

    let page = plain_step(&document);

    let [code] = *inputs(&page) else { panic!("one line") };
    assert_eq!(code.field.error.as_deref(), Some("That code didn’t match. Check the newest message and try again."));
    assert_eq!(page.summary.len(), 1);
    assert!(page.render().body.contains("<title>Error: Check your email – Fernhill Ledger</title>"));
}

#[test]
fn another_way_brings_its_form_to_the_front_without_asking_the_server() {
    let document = own("challenge-email");
    let other = document.remediations().get(1).map(|form| form.id.clone());
    let Some(other) = other else { return };

    let page = step(|context| page(&document, &StepContext { shown: Some(&other), ..context }));

    assert!(labels(&page).contains(&"Go back"), "{:?}", labels(&page));
    assert_eq!(page.refresh, None);
}

#[test]
fn a_choice_becomes_rows_that_say_where_they_go() {
    let document = own("select-authenticator");

    let page = plain_step(&document);

    let form = &document.remediations()[0];
    let Content::OneOf(variants) = &form.fields[0].content else { panic!("a choice: {form:?}") };
    assert!(page.rows.len() >= variants.len() - 1, "{:?}", page.rows);
    assert!(page.rows.iter().any(|row| row.detail.is_some()));
    assert!(page.form.is_none());
}

#[test]
fn the_rules_of_a_password_are_listed_before_it_is_typed() {
    let html = render(&own("reset-password")).body;

    assert!(text_of(&html).contains("Your password needs"));
    assert!(html.contains("autocomplete=\"new-password\""));
}

#[test]
fn a_dead_conversation_is_said_and_another_offered() {
    let document = own("session-expired");

    let view = with_context(|context| page(&document, &context)).expect("a page");

    assert!(matches!(view, View::Expired(_)));
}

#[test]
fn a_finished_conversation_is_no_page() {
    let document = own("finished");

    assert!(with_context(|context| page(&document, &context)).is_none());
}

#[test]
fn names_that_nobody_foresaw_get_words_and_a_form() {
    let document = own("unknown-names");

    let page = plain_step(&document);

    assert!(page.form.is_some() || !page.rows.is_empty() || !page.actions.is_empty());
    assert!(page.heading.chars().next().is_some_and(char::is_uppercase), "{}", page.heading);
}

#[test]
fn the_language_of_errors_neither_blames_nor_shouts() {
    let keys =
        ["errors.E0000004", "incorrectPassword", "tooManyRequests", "security.access_denied", "idx.unknown.user"];
    for key in keys {
        let document = document(&serde_json::json!({
            "version": "1.0.0",
            "messages": {"value": [{"message": "Invalid!", "class": "ERROR", "i18n": {"key": key}}]}
        }));

        let text = text_of(&render(&document).body).to_lowercase();

        assert!(!text.contains("invalid") && !text.contains('!') && !text.contains("failed"), "{text}");
    }
}
