//! An org that would lead the gateway, or the person, astray.

use serde_json::{Value, json};

use crate::support::browser::{Browser, Page};
use crate::support::meddler::{Meddler, forms};
use crate::support::people::{is_own, person};

/// What is done to a document, and how to call it.
type Shape = (&'static str, fn(&mut Value));

/// A script that stands in the page, or comes from elsewhere than our assets.
const NOT_OUR_SCRIPT: &str = "script:not([src^='/.gatehouse/assets/'])";

/// Asks Ada for her name at the first site, and gives it.
async fn give_name(meddler: &Meddler, browser: &mut Browser) -> Page {
    let page = browser.open(&meddler.house.first("/echo")).await;
    browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await
}

/// A page that is the gateway's own, says no secret, runs nothing, and has a way on.
fn assert_calm(page: &Page, case: &str) {
    assert!(is_own(page), "{case}: {}", page.url);
    assert!(page.body.len() < 512 * 1024, "{case}: {} bytes", page.body.len());
    for part in ["02.id.", "javascript:", "data:text"] {
        assert!(!page.body.contains(part), "{case}: {part} in {}", page.body);
    }
    assert!(page.texts(NOT_OUR_SCRIPT).is_empty(), "{case}: a script in {}", page.body);
    let ways = page.texts("a, button");
    assert!(!ways.is_empty(), "{case}: no way on");
}

#[tokio::test]
async fn decision_16_a_form_that_leads_off_the_orgs_origin_is_never_sent() {
    let meddler = Meddler::open().await;
    let elsewhere = meddler.elsewhere.clone();
    let with_user = meddler.house.first("/").replace("http://", "http://ada:secret@");

    for href in [
        &*format!("{elsewhere}/idp/idx/identify"),
        "https://evil.example/idp/idx/identify",
        "//evil.example/idp/idx/identify",
        "/idp/idx/identify",
        "identify",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "",
        &*with_user,
    ] {
        meddler.redirect_form("identify", href);
        let before = meddler.org.calls("/idp/idx/identify");
        let page = give_name(&meddler, &mut Browser::new()).await;

        assert_calm(&page, href);
        assert_eq!(meddler.org.calls("/idp/idx/identify"), before, "{href}");
    }
    assert!(meddler.visits().is_empty(), "{:?}", meddler.visits());
}

#[tokio::test]
async fn decision_16_the_interaction_code_goes_to_the_token_endpoint_whatever_the_document_says() {
    let meddler = Meddler::open().await;
    let token_endpoint = format!("{}/oauth2/default/v1/token", meddler.elsewhere);
    meddler.change(move |_, document| {
        if let Some(success) = document.get_mut("successWithInteractionCode") {
            success["href"] = token_endpoint.clone().into();
        }
    });

    person("ada").reaches(&mut Browser::new(), &meddler.house, &meddler.house.first("/echo")).await;

    assert!(meddler.visits().is_empty(), "{:?}", meddler.visits());
}

#[tokio::test]
async fn metadata_that_name_endpoints_elsewhere_are_refused() {
    for member in ["token_endpoint", "jwks_uri", "introspection_endpoint", "revocation_endpoint", "issuer"] {
        let meddler = Meddler::open().await;
        let elsewhere = meddler.elsewhere.clone();
        meddler.change(move |path, metadata| {
            if path.contains("/.well-known/") {
                metadata[member] = format!("{elsewhere}/x").into();
            }
        });
        let mut browser = Browser::new();

        let page = person("ada").opens(&mut browser, &meddler.house, &meddler.house.first("/echo")).await;

        assert_calm(&page, member);
        assert!(browser.jar.value("gatehouse").is_none(), "{member}");
        assert!(meddler.visits().is_empty(), "{member}: {:?}", meddler.visits());
        assert_eq!(meddler.org.calls("/oauth2/default/v1/token"), 0, "{member}");
    }
}

#[tokio::test]
async fn decision_16_leaving_from_a_post_is_a_page_of_our_own_that_navigates() {
    let meddler = Meddler::open().await;
    let mut browser = Browser::new();
    let page = give_name(&meddler, &mut browser).await;
    meddler.change(|path, document| {
        if path.ends_with("/answer") {
            document["success"] = json!({ "name": "success-redirect", "href": "https://app.example/home?a=1&b=%22" });
            document.as_object_mut().expect("a document").remove("successWithInteractionCode");
        }
    });

    let typed = [("credentials.passcode", person("ada").password)];
    let left = browser.post(&page, &page.form_with("credentials.passcode"), &typed).await;

    assert_eq!((left.status, left.heading()), (200, "One moment".to_owned()));
    assert_eq!(left.header("refresh"), Some("0; url=https://app.example/home?a=1&b=%22"));
    assert!(left.texts("main").join("").contains("app.example"), "the person sees where it leads");
    let policy = left.header("content-security-policy").expect("a policy");
    assert!(policy.contains("form-action 'self'") && !policy.contains("app.example"), "{policy}");
    assert!(browser.jar.value("gatehouse").is_none());
}

#[tokio::test]
async fn decision_16_another_identity_provider_is_a_link_and_no_part_of_the_policy() {
    let meddler = Meddler::open().await;
    meddler.change(|_, document| offer_idp(document, "https://idp.example/authorize?a=1&b=%22"));

    let page = Browser::new().open(&meddler.house.first("/echo")).await;

    assert_eq!(page.texts("a[href='https://idp.example/authorize?a=1&b=%22']"), ["Continue with Example IdP"]);
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(!policy.contains("idp.example"), "{policy}");
}

#[tokio::test]
async fn decision_16_no_address_of_a_document_makes_a_link_that_runs_or_leaves_https() {
    let meddler = Meddler::open().await;

    for href in [
        "javascript:alert(document.domain)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "http://evil.example/",
        "//evil.example/",
        "file:///etc/passwd",
        "intent://evil#Intent;end",
        "https://user:password@evil.example/",
    ] {
        meddler.change(move |_, document| {
            offer_idp(document, href);
            document["messages"] = json!({ "type": "array", "value": [{
                "message": "Read this", "class": "INFO", "i18n": { "key": "idx.some.new.key" },
                "links": [{ "url": href, "label": "here" }],
            }] });
        });
        let mut browser = Browser::new();
        let page = browser.open(&meddler.house.first("/echo")).await;
        assert_calm(&page, href);
        assert!(!page.body.contains("evil"), "{href}: {}", page.body);
        if let Some(form) = page.forms().into_iter().find(|form| form.button.contains("Example IdP")) {
            let left = browser.post(&page, &form, &[]).await;
            assert_calm(&left, href);
            assert_eq!((left.header("refresh"), left.header("location")), (None, None), "{href}");
        }
    }
}

#[tokio::test]
async fn words_of_a_document_are_words_and_never_markup() {
    let meddler = Meddler::open().await;
    meddler.change(|_, document| {
        let bad = "\"><img src=x onerror=alert(1)></title></main><script>alert(1)</script>{{7*7}}";
        document["messages"] = json!({ "type": "array", "value": [
            { "message": bad, "class": "ERROR", "i18n": { "key": bad, "params": [bad] } },
        ] });
        document["app"] = json!({ "type": "object", "value": { "label": bad, "name": bad } });
        for form in forms(document) {
            for field in form["value"].as_array_mut().into_iter().flatten() {
                if field["name"] != "stateHandle" {
                    field["label"] = bad.into();
                    field["hint"] = bad.into();
                }
            }
        }
    });

    let page = Browser::new().open(&meddler.house.first("/echo")).await;

    assert_calm(&page, "markup");
    assert!(page.asks_for("identifier"));
    assert!(
        !page.body.contains("<img") && page.texts("img").is_empty() && page.texts(NOT_OUR_SCRIPT).is_empty(),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn documents_of_absurd_shapes_end_in_a_calm_page() {
    let shapes: [Shape; 14] = [
        ("nothing in it", |document| *document = json!({})),
        ("a list", |document| *document = json!([1, 2, 3])),
        ("a text", |document| *document = json!("<html>")),
        ("null", |document| *document = Value::Null),
        ("no forms", |document| document["remediation"] = json!({ "value": [] })),
        ("forms that are no forms", |document| document["remediation"] = json!({ "value": [1, null, "x", [], {}] })),
        ("forms of the wrong type", |document| document["remediation"] = json!("identify")),
        ("relations in a circle", |document| {
            document["currentAuthenticator"] =
                json!({ "type": "object", "value": { "relatesTo": ["$.remediation.value[0]"] } });
            for form in forms(document) {
                form["relatesTo"] = json!(["$", "$.remediation", "$.remediation.value[0]", "$.currentAuthenticator"]);
            }
        }),
        ("sixty forms of one name", |document| {
            let form = forms(document)[0].clone();
            document["remediation"]["value"] = vec![form; 60].into();
        }),
        ("fields in fields in fields", |document| {
            let mut field = json!({ "name": "innermost" });
            for _ in 0..100 {
                field = json!({ "name": "a", "form": { "value": [field] } });
            }
            forms(document)[0]["value"] = json!([field]);
        }),
        ("fields without names", |document| forms(document)[0]["value"] = json!([{}, { "name": null }, { "name": 7 }])),
        ("names that are long", |document| forms(document)[0]["name"] = "x".repeat(100_000).into()),
        ("options that offer nothing", |document| {
            forms(document)[0]["value"] =
                json!([{ "name": "choice", "options": [] }, { "name": "other", "options": "x" }]);
        }),
        ("a poll without a pause", |document| {
            for form in forms(document) {
                form["refresh"] = 0.into();
                form["name"] = "challenge-poll".into();
            }
        }),
    ];
    let meddler = Meddler::open().await;

    for (case, shape) in shapes {
        meddler.change(move |path, document| {
            if path.starts_with("/idp/idx/") {
                shape(document);
            }
        });
        let page = Browser::new().open(&meddler.house.first("/echo")).await;

        assert_calm(&page, case);
    }
    meddler.change(|_, _| {});
    person("ada").reaches(&mut Browser::new(), &meddler.house, &meddler.house.first("/echo")).await;
}

#[tokio::test]
async fn cookies_of_the_org_stay_with_nobody() {
    let meddler = Meddler::open().await;
    let mut browser = Browser::new();

    person("ada").reaches(&mut browser, &meddler.house, &meddler.house.first("/echo")).await;

    let mut names = browser.jar.names();
    names.sort_unstable();
    assert_eq!(names, ["gatehouse", "gatehouse-device", "gatehouse-known"]);
}

/// Adds a form that leads a browser away.
fn offer_idp(document: &mut Value, href: &str) {
    if let Some(forms) = document.pointer_mut("/remediation/value").and_then(Value::as_array_mut) {
        forms.push(json!({
            "name": "redirect-idp", "type": "OIDC", "method": "GET", "href": href,
            "idp": { "id": "0oademoidp0000000001", "name": "Example IdP" },
        }));
    }
}
