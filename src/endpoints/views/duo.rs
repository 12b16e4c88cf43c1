//! Duo's question in a frame, as a document describes it.

use url::Url;

use crate::idx::{Content, Document, Form, OrgOrigin};
use crate::pages::{DuoPrompt, ForeignOrigin};

use super::authenticators::{Kind, text};

/// What `form` has Duo ask, and the control that takes the answer; nothing where Duo is used in another way.
pub(super) fn prompt(document: &Document, form: &Form, org: &OrgOrigin) -> Option<(DuoPrompt, String)> {
    let authenticator = document.current_authenticator().filter(|current| Kind::of(current) == Kind::Duo)?;
    let fields = form.all_fields();
    let takes_text = |field: &&&crate::idx::Field| matches!(field.content, Content::Text { .. });
    let answer = fields.iter().filter(takes_text).find(|field| field.name == "signatureData")?;
    let data = authenticator.contextual_data()?;
    let member = |name: &str| text(data.get(name)).filter(|text| !text.is_empty());
    if member("integrationType").is_some_and(|kind| kind != "IFRAME") {
        return None;
    }
    let host = member("host")?;
    // The script runs on our page, where a password may be typed next: it is the org's own, wherever a document points.
    let script = Url::parse(&member("script")?).ok().filter(|url| org.has(url) && ForeignOrigin::of(url).is_some())?;
    let frame = frame(&host, org)?;
    let prompt = DuoPrompt { host, frame, script, signed_token: member("signedToken")? };
    Some((prompt, answer.control.to_string()))
}

/// The domains below which Duo answers, that of United States agencies among them.
const DUO: [&str; 2] = ["duosecurity.com", "duofederal.com"];

/// The origin of the service at `host`: one of Duo's hosts and nothing else, whatever is written there; or the org itself, where it
/// is emulated together with the service.
fn frame(host: &str, org: &OrgOrigin) -> Option<ForeignOrigin> {
    let at_org = org.join("/");
    if at_org.authority().eq_ignore_ascii_case(host) {
        return ForeignOrigin::of(&at_org);
    }
    let url = Url::parse(&format!("https://{host}/")).ok()?;
    let is_host_alone = url.authority().eq_ignore_ascii_case(host) && url.port().is_none();
    let is_below = |domain: &str| {
        let labels = url.domain().and_then(|host| host.strip_suffix(domain));
        labels.is_some_and(|labels| labels.len() > 1 && labels.ends_with('.'))
    };
    (is_host_alone && DUO.iter().any(|domain| is_below(domain))).then(|| ForeignOrigin::of(&url)).flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn asked(data: &Value) -> Option<DuoPrompt> {
        let document = include_bytes!("../../../tests/documents/challenge-duo.json");
        let mut document: Value = serde_json::from_slice(document).expect("JSON");
        let members = document["currentAuthenticatorEnrollment"]["value"]["contextualData"].as_object_mut();
        members.expect("an object").extend(data.as_object().expect("an object").clone());
        let document = Document::parse(document.to_string().as_bytes()).expect("a document");
        let org = OrgOrigin::of(&Url::parse("https://org.example").expect("an address")).expect("an origin");
        prompt(&document, &document.remediations()[0], &org).map(|(prompt, _)| prompt)
    }

    #[test]
    fn the_question_goes_to_the_host_that_the_org_names() {
        let prompt = asked(&json!({})).expect("a question");

        assert_eq!((prompt.host.as_str(), prompt.signed_token.as_str()), ("api-own.duosecurity.com", "TX|own:APP|own"));
        assert!(!format!("{prompt:?}").contains("TX|own"));
        let service = Url::parse("https://api-own.duosecurity.com").expect("an address");
        assert_eq!(Some(prompt.frame), ForeignOrigin::of(&service));
    }

    #[test]
    fn a_host_that_is_more_than_a_host_is_not_framed() {
        let more =
            ["a.example/b", "user@a.example", "a.example;script-src *", "a.example https://b.example", "", "192.0.2.1"];
        for host in more {
            assert_eq!(asked(&json!({ "host": host })), None, "{host}");
        }
    }

    #[test]
    fn decision_16_only_duo_is_shown_in_duos_frame() {
        let strangers = [
            "evil.example",
            "duosecurity.com",
            ".duosecurity.com",
            "evilduosecurity.com",
            "duosecurity.com.evil.example",
            "api.duosecurity.com:8443",
            "api.duosecurity.com.",
            "*.duosecurity.com",
            "a;b.duosecurity.com",
        ];
        for host in strangers {
            assert_eq!(asked(&json!({ "host": host })), None, "{host}");
        }
        for host in ["api-1.duosecurity.com", "api-1.DuoFederal.com", "a.b.duosecurity.com", "org.example"] {
            assert!(asked(&json!({ "host": host })).is_some(), "{host}");
        }
    }

    #[test]
    fn decision_16_a_document_chooses_no_origin_for_scripts() {
        for script in [
            "https://evil.example/duo.js",
            "https://api-own.duosecurity.com/duo.js",
            "https://org.example.evil.example/duo.js",
            "https://org.example:8443/duo.js",
            "blob:https://org.example/5b",
        ] {
            assert_eq!(asked(&json!({ "script": script })), None, "{script}");
        }
        assert!(asked(&json!({ "script": "https://org.example/js/duo.js" })).is_some());
    }

    #[test]
    fn a_script_that_nobody_vouches_for_is_not_loaded() {
        for script in [
            "javascript:alert(1)",
            "data:text/javascript,1",
            "http://a.example/duo.js",
            "http://localhost:8769/duo.js",
            "/duo.js",
            "",
        ] {
            assert_eq!(asked(&json!({ "script": script })), None, "{script}");
        }
    }

    #[test]
    fn what_is_no_frame_is_not_shown_in_one() {
        assert_eq!(asked(&json!({ "integrationType": "OIDC" })), None);
        assert_eq!(asked(&json!({ "signedToken": 7 })), None);
    }
}
