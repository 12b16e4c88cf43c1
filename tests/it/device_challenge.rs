//! Steps that concern the device the browser runs on: what their pages carry, and what comes of what a script finds out.

use serde_json::{Value, json};

use gatehouse::demo::Org;
use gatehouse::demo::org::{ChallengeMethod, FirstPage, GivenUp};

use crate::support::browser::{Browser, Page};
use crate::support::house::House;
use crate::support::meddler::Meddler;
use crate::support::people::person;

const CLIENT: &str = "0oademofieldnotes001";
/// Okta Verify is all that is asked of her.
const NORA: &str = "nora@example.com";

/// A house whose first page asks the device in that way, and a browser that sees it.
async fn asked(method: ChallengeMethod) -> (House, Browser, Page) {
    let house = House::open().await;
    ask(house.org(), method);
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo?from=device")).await;
    (house, browser, page)
}

fn ask(org: &Org, method: ChallengeMethod) {
    let first_page = FirstPage { device_challenge: Some(method), ..FirstPage::default() };
    org.change_client(CLIENT, |client| client.first_page = first_page);
}

/// What stands in the page for its script.
fn data(page: &Page, name: &str) -> String {
    let attribute = format!("data-{name}=\"");
    let (_, rest) = page.body.split_once(&attribute).unwrap_or_else(|| panic!("no {attribute} in {}", page.body));
    rest.split_once('"').expect("the end of the attribute").0.replace("&#38;", "&")
}

fn policy(page: &Page) -> &str {
    page.header("content-security-policy").expect("a policy")
}

/// What the policy allows for that directive, beside nothing.
fn allowed(page: &Page, directive: &str) -> Option<String> {
    let mut directives = policy(page).split("; ").filter_map(|one| one.split_once(' '));
    directives.find(|(name, _)| *name == directive).map(|(_, sources)| sources.to_owned())
}

fn given_up(reason: &str, status_code: Option<u64>) -> GivenUp {
    GivenUp { reason: Some(reason.to_owned()), status_code }
}

#[tokio::test]
async fn a_device_that_signs_what_the_page_hands_it_signs_its_owner_in() {
    let (house, mut browser, page) = asked(ChallengeMethod::Loopback).await;
    house.org().set_device_owner(Some(NORA));

    let still_waiting = browser.submit(&page, &page.form("Check now"), &[]).await;
    let challenge = json!({ "challengeRequest": data(&page, "challenge") }).to_string();
    let device = format!("http://localhost:{}/challenge", house.org().device_port());
    let signed = Browser::new().say("POST", &device, &[("Content-Type", "application/json")], &challenge).await;
    let reached = browser.submit(&still_waiting, &still_waiting.form("Check now"), &[]).await;

    assert_eq!(signed.status, 200);
    assert_eq!(reached.url.as_str(), house.first("/echo?from=device"), "{}", reached.body);
    assert!(house.org().given_up().is_empty());
}

#[tokio::test]
async fn the_page_names_where_to_look_and_may_ask_there_and_nowhere_else() {
    let (house, _, page) = asked(ChallengeMethod::Loopback).await;

    let servers = format!("http://localhost:1 http://localhost:{}", house.org().device_port());

    assert_eq!(data(&page, "servers"), servers);
    assert_eq!(data(&page, "timeout"), "100");
    assert_eq!(allowed(&page, "connect-src"), Some(format!("'self' {servers}")));
    assert_eq!((allowed(&page, "frame-src"), allowed(&page, "script-src")), (None, Some("'self'".to_owned())));
    assert!(page.header("refresh").is_none(), "moving the page would break off what the script does");
}

#[tokio::test]
async fn whatever_a_script_finds_out_the_org_hears_as_one_of_its_own_reasons() {
    for (said, expected) in [
        (("OV_UNREACHABLE_BY_LOOPBACK", ""), given_up("OV_UNREACHABLE_BY_LOOPBACK", None)),
        (("OV_RETURNED_ERROR", "400"), given_up("OV_RETURNED_ERROR", Some(400))),
        (("OV_RETURNED_ERROR", ""), given_up("OV_RETURNED_ERROR", None)),
        (("USER_CANCELED", ""), given_up("USER_CANCELED", None)),
        (("OV_SAYS_YES", "200"), given_up("USER_CANCELED", None)),
    ] {
        let (house, mut browser, page) = asked(ChallengeMethod::Loopback).await;

        let (reason, status) = said;
        let form = page.form("Sign in another way");
        let next = browser.submit(&page, &form, &[("reason", reason), ("statusCode", status)]).await;

        assert!(next.asks_for("identifier"), "{said:?}: {}", next.body);
        assert_eq!(house.org().given_up(), [expected], "{said:?}");
        assert_eq!(allowed(&next, "connect-src"), Some("'self'".to_owned()), "{said:?}");
    }
}

#[tokio::test]
async fn without_script_nobody_was_found_and_the_person_goes_on_by_hand() {
    let (house, mut browser, page) = asked(ChallengeMethod::Loopback).await;

    let next = browser.submit(&page, &page.form("Sign in another way"), &[]).await;

    assert!(page.body.contains("<noscript>"), "{}", page.body);
    assert_eq!(house.org().given_up(), [given_up("OV_UNREACHABLE_BY_LOOPBACK", None)]);
    let launched = browser.submit(&next, &next.form("Sign in with Okta FastPass"), &[]).await;
    assert!(launched.link("Open Okta Verify").starts_with("com-okta-authenticator:/"), "{}", launched.body);
}

#[tokio::test]
async fn an_application_is_opened_in_a_frame_that_may_hold_nothing_else_and_by_a_link() {
    let (house, mut browser, page) = asked(ChallengeMethod::CustomUri).await;
    house.org().set_device_owner(Some(NORA));

    let link = page.link("Open Okta Verify");
    assert_eq!(data(&page, "href"), link);
    assert_eq!(allowed(&page, "frame-src").as_deref(), Some("com-okta-authenticator:"));
    assert_eq!(allowed(&page, "connect-src").as_deref(), Some("'self'"));

    let (_, challenge) = link.split_once("challengeRequest=").expect("a challenge");
    assert!(house.org().device_answers(challenge));
    let reached = browser.submit(&page, &page.form("Check now"), &[]).await;
    assert_eq!(reached.url.as_str(), house.first("/echo?from=device"), "{}", reached.body);
}

#[tokio::test]
async fn links_of_the_system_are_pressed_and_open_nothing_by_themselves() {
    for method in [ChallengeMethod::UniversalLink, ChallengeMethod::AppLink] {
        let (house, mut browser, page) = asked(method).await;

        assert!(page.link("Open Okta Verify").starts_with("https://login.okta.com/"), "{method:?}");
        assert!(!page.body.contains("data-device"), "{method:?}");
        assert_eq!(allowed(&page, "frame-src"), None, "{method:?}");
        let next = browser.submit(&page, &page.form("Sign in another way"), &[]).await;
        assert!(next.asks_for("identifier"), "{method:?}");
        assert_eq!(house.org().given_up(), [given_up("USER_CANCELED", None)], "{method:?}");
    }
}

#[tokio::test]
async fn chrome_is_shown_a_page_of_the_org_and_what_it_tells_is_waited_for() {
    let (house, mut browser, page) = asked(ChallengeMethod::ChromeDtc).await;
    house.org().set_device_owner(Some(NORA));

    let org = house.demo.org_url();
    assert_eq!(allowed(&page, "frame-src"), Some(org.trim_end_matches('/').to_owned()));
    assert_eq!(Browser::new().open(&data(&page, "href")).await.status, 200);
    let reached = browser.submit(&page, &page.form("Check now"), &[]).await;

    assert_eq!(reached.url.as_str(), house.first("/echo?from=device"), "{}", reached.body);
}

#[tokio::test]
async fn an_extension_that_adds_no_signature_is_left_for_the_name() {
    let (_house, mut browser, page) = asked(ChallengeMethod::AppleSsoExtension).await;

    assert_eq!((data(&page, "device").as_str(), data(&page, "form").as_str()), ("press", "device-apple-sso-extension"));
    let unsigned = browser.submit(&page, &page.step("device-apple-sso-extension"), &[]).await;
    assert_eq!(data(&unsigned, "form"), "cancel-transaction");
    let next = browser.submit(&unsigned, &unsigned.step("cancel-transaction"), &[]).await;

    assert!(next.asks_for("identifier"), "{}", next.body);
    assert!(!next.body.contains("data-device"));
}

#[tokio::test]
async fn a_system_that_signs_on_the_way_to_the_org_signs_its_owner_in() {
    let (house, mut browser, page) = asked(ChallengeMethod::AppleSsoExtensionByGet).await;
    house.org().set_device_owner(Some(NORA));
    assert_eq!(data(&page, "device"), "leave");
    let there = data(&page, "href");
    assert!(there.starts_with(&house.demo.org_url()) && page.links().contains(&there), "{}", page.body);

    let reached = browser.click(&page, &there).await;

    assert_eq!(reached.url.as_str(), house.first("/echo?from=device"), "{}", reached.body);
}

#[tokio::test]
async fn whoever_comes_back_without_a_signature_goes_on_by_hand() {
    let (house, mut browser, page) = asked(ChallengeMethod::AppleSsoExtensionByGet).await;

    let unsigned = browser.click(&page, &data(&page, "href")).await;
    assert_eq!((data(&unsigned, "device").as_str(), data(&unsigned, "form").as_str()), ("press", "cancel-transaction"));
    let next = browser.submit(&unsigned, &unsigned.step("cancel-transaction"), &[]).await;

    let reached = person("ada").goes_on(&mut browser, &house, next).await;
    assert_eq!(reached.url.as_str(), house.first("/echo?from=device"), "{}", reached.body);
}

/// Finn, whose own computer is asked after his password.
async fn finn_is_asked(house: &House, browser: &mut Browser) -> Page {
    let page = person("finn").opens(browser, house, &house.first("/echo?from=finn")).await;
    browser.submit(&page, &page.form("Okta Verify Use Okta FastPass"), &[]).await
}

#[tokio::test]
async fn a_computer_is_a_second_factor_among_others() {
    let house = House::open().await;
    let mut browser = Browser::new();
    house.org().set_device_owner(Some("finn@example.com"));

    let page = finn_is_asked(&house, &mut browser).await;
    let servers = format!("'self' http://localhost:1 http://localhost:{}", house.org().device_port());
    assert_eq!(allowed(&page, "connect-src"), Some(servers), "{}", page.body);
    assert!(house.org().device_answers(&data(&page, "challenge")));
    let reached = browser.submit(&page, &page.form("Check now"), &[]).await;

    assert_eq!(reached.url.as_str(), house.first("/echo?from=finn"), "{}", reached.body);
}

#[tokio::test]
async fn whoever_gives_up_on_the_computer_proves_it_in_another_way() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = finn_is_asked(&house, &mut browser).await;

    let form = page.form("Sign in another way");
    let next = browser.submit(&page, &form, &[("reason", "OV_UNREACHABLE_BY_LOOPBACK")]).await;
    let code_page = browser.submit(&next, &next.form("Okta Verify Type a code"), &[]).await;
    let code = house.org().current_code("finn@example.com", "okta_verify").expect("a code");
    let name = code_page.controls().into_iter().find(|name| name.starts_with("credentials.")).expect("a field");
    let reached = browser.submit(&code_page, &code_page.form_with(&name), &[(&name, &code)]).await;

    assert_eq!(house.org().given_up(), [given_up("OV_UNREACHABLE_BY_LOOPBACK", None)]);
    assert_eq!(allowed(&code_page, "connect-src").as_deref(), Some("'self'"));
    assert_eq!(reached.url.as_str(), house.first("/echo?from=finn"), "{}", reached.body);
}

#[tokio::test]
async fn decision_16_no_document_makes_a_page_look_at_other_machines_or_run_what_is_no_application() {
    let meddler = Meddler::open().await;
    let ports: Vec<u32> = (1..2_000).collect();
    for (method, challenge) in [
        (ChallengeMethod::Loopback, json!({ "domain": "http://intranet.example" })),
        (
            ChallengeMethod::Loopback,
            json!({ "domain": "http://localhost@intranet.example", "httpsDomain": "https://10.0.0.1" }),
        ),
        (ChallengeMethod::Loopback, json!({ "ports": ["0", "x", "1; script-src *", "65536"] })),
        (ChallengeMethod::Loopback, json!({ "ports": ports, "probeTimeoutMillis": u64::MAX })),
        (ChallengeMethod::CustomUri, json!({ "href": "javascript:alert(1)" })),
        (ChallengeMethod::CustomUri, json!({ "href": "ms-settings:privacy", "downloadHref": "data:text/html,x" })),
        (
            ChallengeMethod::Loopback,
            json!({ "domain": "http://intranet.example", "httpsDomain": "https://intranet.example" }),
        ),
        (ChallengeMethod::ChromeDtc, json!({ "href": "http://intranet.example/?; script-src *" })),
        (ChallengeMethod::ChromeDtc, json!({ "href": "https://intranet.example/" })),
    ] {
        ask(&meddler.org, method);
        let changes = challenge.clone();
        meddler.change(move |_, document| {
            let asked = document.pointer_mut("/authenticatorChallenge/value").and_then(Value::as_object_mut);
            if let (Some(asked), Some(changes)) = (asked, changes.as_object()) {
                asked.extend(changes.clone());
            }
        });

        let page = Browser::new().open(&meddler.house.first("/echo")).await;

        assert_eq!(page.status, 200, "{challenge}");
        let sources = allowed(&page, "connect-src").expect("of its own");
        let origins: Vec<&str> = sources.split(' ').collect();
        assert!(origins.len() <= 11, "{challenge}: {sources}");
        let is_here = |origin: &&str| *origin == "'self'" || origin.starts_with("http://localhost:");
        assert!(origins.iter().all(is_here), "{challenge}: {sources}");
        assert_eq!((allowed(&page, "frame-src"), allowed(&page, "script-src").as_deref()), (None, Some("'self'")));
        for unwanted in ["intranet", "javascript:", "ms-settings", "data:text", "10.0.0.1"] {
            assert!(!page.body.contains(unwanted), "{challenge}: {unwanted}");
        }
        assert!(
            !page.body.contains("data-timeout") || data(&page, "timeout") == "100" || data(&page, "timeout") == "3000"
        );
        page.form("Sign in another way");
    }
}
