//! WebAuthn: where a ceremony is offered, what comes of its answer, and where none can succeed.

use serde_json::json;

use crate::support::browser::{Browser, Page};
use crate::support::log::Log;
use crate::support::meddler::{Meddler, forms};

/// Makes every password that the org asks for a security key of that relying party.
fn ask_for_a_key(meddler: &Meddler, party: Option<&'static str>) {
    meddler.change(move |_, document| {
        let line = |name: &str| json!({ "name": name, "required": true, "visible": false });
        let mut challenged = false;
        for form in forms(document).iter_mut().filter(|form| form["name"] == "challenge-authenticator") {
            let lines = ["clientData", "authenticatorData", "signatureData"].map(line);
            let fields = form["value"].as_array_mut().expect("fields");
            let credentials = fields.iter_mut().find(|field| field["name"] == "credentials").expect("credentials");
            credentials["form"]["value"] = json!(lines);
            challenged = true;
        }
        if challenged {
            document["currentAuthenticator"] = json!({ "type": "object", "value": {
                "type": "security_key", "key": "webauthn", "id": "aut-key",
                "contextualData": { "challengeData": { "challenge": "b3duLWNoYWxsZW5nZQ", "rpId": party } },
            } });
            document.as_object_mut().expect("a document").remove("currentAuthenticatorEnrollment");
        }
    });
}

/// Asks Ada for her name at the first site, and gives it.
async fn give_name(meddler: &Meddler) -> (Browser, Page) {
    let mut browser = Browser::new();
    let page = browser.open(&meddler.house.first("/echo")).await;
    let page = browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await;
    (browser, page)
}

#[tokio::test]
async fn what_a_browser_answers_is_sent_like_any_other_form() {
    let meddler = Meddler::open().await;
    ask_for_a_key(&meddler, Some("localhost"));
    let (mut browser, page) = give_name(&meddler).await;

    let answer = ["clientData", "authenticatorData", "signatureData"].map(|name| format!("credentials.{name}"));
    let values: Vec<(&str, &str)> = answer.iter().map(|name| (name.as_str(), "AQID")).collect();
    browser.submit(&page, &page.form("Verify"), &values).await;

    assert_eq!(meddler.org.calls("/idp/idx/challenge/answer"), 1);
}

#[tokio::test]
async fn a_ceremony_that_nobody_held_is_not_sent() {
    let meddler = Meddler::open().await;
    ask_for_a_key(&meddler, Some("localhost"));
    let (mut browser, page) = give_name(&meddler).await;

    let next = browser.submit(&page, &page.form("Verify"), &[]).await;

    assert_eq!(next.heading(), page.heading());
    assert_eq!(meddler.org.calls("/idp/idx/challenge/answer"), 0);
}

#[tokio::test]
async fn where_no_ceremony_can_succeed_none_is_offered_and_the_operator_is_told_once() {
    let log = Log::begin("info");
    let meddler = Meddler::open().await;

    for party in [Some("org.example"), None] {
        ask_for_a_key(&meddler, party);
        let (_, page) = give_name(&meddler).await;

        assert!(page.body.contains("don’t work at this address"), "{}", page.body);
        assert!(!page.body.contains("data-ceremony"), "{}", page.body);
    }
    let told = log.lines("Security keys and passkeys are not offered");
    let [line] = told.as_slice() else { panic!("one line, not {told:?}") };
    assert!(line.contains("org.example") && line.contains("localhost"), "{line}");
}
