//! Documents that mean harm.

use serde_json::json;

use super::*;

const SCRIPT: &str = "<script>alert(1)</script>";
const BREAK: &str = "\"><img src=x onerror=alert(1)>'";

/// A step whose every text was written by somebody who means harm.
fn hostile() -> Value {
    let text = format!("{SCRIPT}{BREAK}");
    let message = json!({
        "message": text, "class": "ERROR", "i18n": {"key": text, "params": [text]},
        "links": [
            {"label": text, "url": "javascript:alert(1)"},
            {"label": text, "url": "http://elsewhere.example/"},
            {"label": text, "url": "https://help.example/?a=\"><script>"}
        ]
    });
    json!({
        "version": "1.0.0", "stateHandle": "02hostile-state-handle",
        "messages": {"type": "array", "value": [message, {"message": text, "class": "INFO"}]},
        "user": {"type": "object", "value": {"id": "1", "identifier": text}},
        "app": {"type": "object", "value": {"label": text, "logo": {"href": "https://pictures.example/logo.png"}}},
        "currentAuthenticator": {"type": "object", "value": {
            "key": "google_otp", "type": "app", "displayName": text, "nickname": text,
            "logoUri": "https://pictures.example/icon.png",
            "contextualData": {
                "qrcode": {"href": "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+", "method": "embedded"},
                "sharedSecret": text, "correctAnswer": text, "challenge": {"challengeMethod": "CUSTOM_URI", "href": "javascript:alert(1)"}
            },
            "settings": {"complexity": {"minLength": -1, "excludeAttributes": [text]}}
        }},
        "remediation": {"type": "array", "value": [
            {
                "rel": ["create-form"], "name": BREAK, "label": text, "href": "https://org.example/idp/idx/x", "method": "POST",
                "value": [
                    {"name": "stateHandle", "value": "02hostile-state-handle", "mutable": false, "visible": false},
                    {"name": BREAK, "label": text, "value": text, "desc": text, "messages": {"type": "array", "value": [message]}},
                    {"name": BREAK.repeat(2), "label": text, "options": [{"label": text, "value": text}, {"label": BREAK, "value": 1}]},
                    {"name": "f-f", "label": "", "options": [
                        {"label": text, "value": {"form": {"value": [{"name": text, "label": text}]}}, "relatesTo": "$.currentAuthenticator"},
                        {"label": "", "value": {"form": {"value": [{"name": text, "secret": true, "value": "shown-secret"}]}}}
                    ]}
                ]
            },
            {"name": "redirect-idp", "href": "javascript:alert(1)", "method": "GET", "type": text, "idp": {"id": text, "name": text}},
            {"name": "redirect-idp", "href": "https://idp.example/\"><script>alert(1)</script>", "method": "GET", "idp": {"name": text}},
            {"rel": ["create-form"], "name": format!("{SCRIPT}?&show=1"), "href": "https://org.example/y", "method": "POST",
             "value": [{"name": "a", "required": true}]}
        ]}
    })
}

#[test]
fn nothing_that_a_document_says_becomes_markup() {
    let document = document(&hostile());

    let html = render(&document).body;

    assert_eq!(faults(&document), Vec::<String>::new());
    let dom = Dom::parse_document(&html);
    assert!(all(&dom, "script:not([src^='/.gatehouse/assets/']), img, [onerror]").is_empty());
    // It is not lost either: what was said is readable.
    assert!(text_of(&html).contains(SCRIPT));
}

#[test]
fn only_addresses_that_a_browser_may_follow_become_links() {
    let html = render(&document(&hostile())).body;

    let dom = Dom::parse_document(&html);
    let links: Vec<_> = all(&dom, "main a").into_iter().filter_map(|link| link.attr("href")).collect();
    assert!(links.iter().any(|href| href.starts_with("https://help.example/")));
    assert!(links.iter().any(|href| href.starts_with("https://idp.example/")));
    assert!(!html.contains("javascript:") && !html.contains("http://elsewhere.example"));
}

#[test]
fn no_picture_of_somebody_else_is_loaded() {
    let html = render(&document(&hostile())).body;

    assert!(!html.contains("pictures.example") && !html.contains("data:image"));
}

#[test]
fn a_picture_of_five_megabytes_is_left_out() {
    let image = format!("data:image/png;base64,{}", "A".repeat(200 * 1024));
    let document = document(&json!({
        "version": "1.0.0", "stateHandle": "02state",
        "currentAuthenticator": {"value": {"key": "google_otp", "contextualData": {"qrcode": {"href": image}, "sharedSecret": "ABCDEFGH"}}},
        "remediation": {"value": [{"rel": ["create-form"], "name": "enroll-authenticator", "href": "https://org.example/a",
            "value": [{"name": "credentials", "form": {"value": [{"name": "passcode"}]}}]}]}
    }));

    let html = render(&document).body;

    assert!(html.len() < 8 * 1024);
    assert!(text_of(&html).contains("ABCD EFGH"));
}

#[test]
fn secrets_of_a_document_stay_in_it() {
    let html = render(&document(&hostile())).body;

    assert!(!html.contains("02hostile-state-handle"));
    assert!(!html.contains("shown-secret"));
}

#[test]
fn a_document_of_nothing_but_oddities_still_gives_a_page_with_a_way_on() {
    for odd in [
        json!({"version": "1.0.0"}),
        json!({"version": "1.0.0", "remediation": {"value": [{"name": "a"}]}}),
        json!({"version": "1.0.0", "remediation": {"value": [{"name": "redirect-idp", "href": "javascript:1", "method": "GET"}]}}),
        json!({"version": "1.0.0", "remediation": {"value": [{"rel": ["create-form"], "href": "https://org.example/", "value": "x"}]}}),
        json!({"version": "1.0.0", "success": {"href": "javascript:alert(1)", "name": "success-redirect"}}),
        json!({"version": "1.0.0", "messages": {"value": [{"class": "ERROR"}]}}),
    ] {
        let document = document(&odd);

        assert_eq!(faults(&document), Vec::<String>::new(), "{odd}");
        let dom_html = render(&document).body;
        let dom = Dom::parse_document(&dom_html);
        assert!(!all(&dom, "main .button, main .link, main .row").is_empty(), "{odd}");
    }
}
