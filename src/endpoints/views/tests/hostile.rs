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

/// Documents whose decorations are what they should not be; the step itself is an ordinary one.
fn decorated() -> Vec<Value> {
    let text = format!("{SCRIPT}{BREAK}");
    let step = |members: Value| {
        let mut step = json!({
            "version": "1.0.0", "stateHandle": "02hostile-state-handle",
            "remediation": {"value": [{"rel": ["create-form"], "name": "enroll-poll", "href": "https://org.example/p",
                "value": [], "refresh": 1e300}]}
        });
        let (Some(step_members), Some(members)) = (step.as_object_mut(), members.as_object()) else { return step };
        step_members.extend(members.clone());
        step
    };
    let current = |data: Value| {
        step(
            json!({"currentAuthenticator": {"value": {"key": "okta_verify", "id": "a", "displayName": text, "contextualData": data}}}),
        )
    };
    let listed = |authenticator: Value| {
        step(json!({
            "authenticators": {"value": [authenticator]},
            "remediation": {"value": [{"rel": ["create-form"], "name": "select-authenticator-enroll", "href": "https://org.example/a",
                "value": [{"name": "authenticator", "options": [
                    {"label": text, "relatesTo": "$.authenticators.value[0]", "value": {"form": {"value": [{"name": "id", "value": "a", "mutable": false}]}}},
                    {"label": "", "value": {"form": {"value": []}}}
                ]}]}]}
        }))
    };
    let consent = |scopes: Value| {
        step(
            json!({"remediation": {"value": [{"rel": ["create-form"], "name": "admin-consent", "href": "https://org.example/c", "scopes": scopes,
            "requestInfo": [{"name": "browser", "label": text, "value": text}, 7, {"label": "x"}],
            "value": [{"name": "consent", "type": "boolean", "required": "true", "options": [{"label": text, "value": "true"}, {"label": "", "value": "false"}]}]}]}}),
        )
    };
    vec![
        current(
            json!({"selectedChannel": "samedevice", "samedevice": {"orgUrl": text, "setupOVUrl": "javascript:alert(1)", "downloadHref": "javascript:alert(1)"}}),
        ),
        current(json!({"selectedChannel": "samedevice", "samedevice": [text], "setupNfcUrl": "data:text/html,x"})),
        current(
            json!({"selectedChannel": "devicebootstrap", "devicebootstrap": {"enrolledDevices": vec![json!(text); 2000]}}),
        ),
        current(json!({"selectedChannel": "devicebootstrap", "devicebootstrap": {"enrolledDevices": [7, null, ""]}})),
        current(json!({"selectedChannel": "qrcode", "qrcode": {"href": "data:image/png;base64,<script>"}})),
        listed(json!({"key": text, "id": "a", "type": text, "gracePeriod": {"expiry": text}, "allowedFor": [text]})),
        listed(
            json!({"key": "okta_verify", "id": "a", "gracePeriod": {"remainingSkips": -1, "expiry": "2026-12-16T05:00"}}),
        ),
        listed(json!({"key": "phone_number", "id": "a", "gracePeriod": "soon", "allowedFor": "recovery"})),
        consent(
            json!([{"name": "okta.", "desc": text}, {"name": format!("okta.{text}.read"), "desc": text}, {"name": text}, 7]),
        ),
        consent(json!({"name": "okta.users.read"})),
        json!({"version": "1.0.0", "deviceEnrollment": {"value": {"name": "ws1", "vendor": text, "orgName": text, "enrollmentLink": "javascript:alert(1)"}}}),
        json!({"version": "1.0.0", "deviceEnrollment": {"value": {"name": "oda", "platform": text, "signInUrl": text}}}),
        json!({"version": "1.0.0", "deviceEnrollment": {"value": {"name": 7}}}),
        step(
            json!({"remediation": {"value": [{"name": "redirect-idverify", "href": "https://org.example/v", "method": "GET", "idp": {"name": text},
            "idvMetadata": {"termsOfUse": "javascript:alert(1)", "privacyPolicy": "http://elsewhere.example/"}}]}}),
        ),
        step(
            json!({"remediation": {"value": (0..500).map(|_| json!({"name": "redirect-idp", "href": "https://idp.example/", "method": "GET", "idp": {"name": text}})).collect::<Vec<_>>()}}),
        ),
        step(
            json!({"remediation": {"value": [{"name": "redirect-idp", "href": "https://idp.example/", "method": "GET", "type": "GOOGLE", "idp": {"name": "\u{202e}\u{fdd0}"}}]}}),
        ),
    ]
}

#[test]
fn nothing_that_decorates_a_step_becomes_markup_or_an_address() {
    for odd in decorated() {
        let document = document(&odd);

        let html = render(&document).body;

        let dom = Dom::parse_document(&html);
        assert!(all(&dom, "script:not([src^='/.gatehouse/assets/']), img, [onerror]").is_empty(), "{html}");
        assert!(
            !html.contains("href=\"javascript:")
                && !html.contains("http://elsewhere")
                && !html.contains("href=\"data:")
        );
        let faults: Vec<String> = faults(&document).into_iter().filter(|fault| !fault.ends_with("bytes")).collect();
        assert_eq!(faults, Vec::<String>::new(), "{odd}");
    }
}

#[test]
fn an_absurd_interval_is_kept_within_bounds() {
    for (refresh, seconds) in [(json!(1e300), 60), (json!(-5), 1), (json!(1), 1), (json!("soon"), 4), (json!(null), 4)]
    {
        let document = document(&json!({
            "version": "1.0.0", "stateHandle": "02state",
            "remediation": {"value": [{"rel": ["create-form"], "name": "challenge-poll", "href": "https://org.example/p", "value": [], "refresh": refresh}]}
        }));

        let moves = render(&document).refresh.expect("asks again by itself");

        let waits: u64 = moves.split(';').next().and_then(|text| text.parse().ok()).expect("seconds");
        assert!((1..=60).contains(&waits), "{refresh} becomes {waits}");
        assert!(waits == seconds || refresh.is_number(), "{refresh} becomes {waits}, not {seconds}");
    }
}

/// A choice between `count` authenticators, by a form of that name, all of which relate to `related`.
fn choice(name: &str, count: usize, related: &Value) -> Value {
    let option = json!({"label": "", "relatesTo": "$.authenticators.value[0]",
        "value": {"form": {"value": [{"name": "id", "value": "a", "mutable": false}]}}});
    json!({
        "version": "1.0.0", "stateHandle": "02hostile-state-handle", "authenticators": {"value": [related]},
        "remediation": {"value": [{"rel": ["create-form"], "name": name, "href": "https://org.example/a",
            "value": [{"name": "authenticator", "options": vec![option; count]}]}]}
    })
}

#[test]
fn decision_9_no_document_becomes_a_page_of_many_times_its_size() {
    let long = "x".repeat(60_000);
    let related = json!({"key": "phone_number", "id": "a", "displayName": long, "nickname": long,
        "profile": {"phoneNumber": long}});
    let plain = json!({"key": "okta_email", "id": "a"});
    let repeated = |count: usize| vec![json!({"name": "a", "label": "b"}); count];
    let fields: Vec<Value> = (0..5_000).map(|index| json!({"name": format!("a{index}")})).collect();
    let forms: Vec<Value> = (0..2_000)
        .map(|_| json!({"rel": ["create-form"], "name": "skip", "href": "https://org.example/s", "value": []}))
        .collect();
    let alike = vec![json!({"label": "", "value": {"form": {"value": [{"name": "p"}, {"name": "p.q"}]}}}); 1_500];

    for (what, members) in [
        ("variants", choice("select-authenticator-authenticate", 1_200, &plain)),
        ("variants of something to set up", choice("select-authenticator-enroll", 1_200, &plain)),
        ("long words that many relate to", choice("select-authenticator-authenticate", 400, &related)),
        ("long words that many options relate to", choice("anything", 400, &related)),
        ("a long name", choice(&long, 300, &plain)),
        (
            "fields",
            json!({"version": "1.0.0", "remediation": {"value": [{"rel": ["create-form"], "name": "f",
            "href": "https://org.example/f", "value": fields}]}}),
        ),
        (
            "fields of one name",
            json!({"version": "1.0.0", "remediation": {"value": [{"rel": ["create-form"], "name": "f",
            "href": "https://org.example/f", "value": repeated(5_000)}]}}),
        ),
        ("forms", json!({"version": "1.0.0", "remediation": {"value": forms}})),
        (
            "controls that are alike",
            json!({"version": "1.0.0", "remediation": {"value": [{"rel": ["create-form"],
            "name": "f", "href": "https://org.example/f", "value": [{"name": "o", "options": alike}]}]}}),
        ),
        (
            "elements that never end",
            json!({"version": "1.0.0", "messages": {"value": [{"class": "ERROR",
            "message": "<b".repeat(100_000)}]}}),
        ),
    ] {
        let document = document(&members);

        let html = render(&document).body;

        assert!(html.len() < 768 * 1024, "{what}: {} bytes", html.len());
    }
}

#[test]
fn a_form_that_could_only_be_read_in_part_is_not_sent_in_part() {
    let fields: Vec<Value> = (0..501).map(|index| json!({"name": format!("a{index}")})).collect();
    let form = |fields: &[Value]| {
        document(&json!({"version": "1.0.0", "remediation": {"value": [{"rel": ["create-form"], "name": "f",
            "href": "https://org.example/f", "value": fields}]}}))
    };

    assert_eq!(form(&fields).remediations().len(), 0);
    assert_eq!(form(&fields[..500]).remediations().len(), 1);
}
