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
    // Only an org that is tried out on this very machine serves the script without encryption.
    let is_fit = |url: &Url| url.scheme() == "https" || url.origin() == org.join("/").origin();
    let script = Url::parse(&member("script")?).ok().filter(|url| is_fit(url) && ForeignOrigin::of(url).is_some())?;
    let frame = frame(&host, org)?;
    let prompt = DuoPrompt { host, frame, script, signed_token: member("signedToken")? };
    Some((prompt, answer.control.to_string()))
}

/// The origin of the service at `host`: a host and nothing else, whatever is written there.
fn frame(host: &str, org: &OrgOrigin) -> Option<ForeignOrigin> {
    let at_org = org.join("/");
    let is_org = at_org.authority().eq_ignore_ascii_case(host);
    let url = if is_org { at_org } else { Url::parse(&format!("https://{host}/")).ok()? };
    let is_host_alone =
        url.authority().eq_ignore_ascii_case(host) && url.username().is_empty() && url.password().is_none();
    is_host_alone.then(|| ForeignOrigin::of(&url)).flatten()
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

        assert_eq!((prompt.host.as_str(), prompt.signed_token.as_str()), ("api-own.duo.example", "TX|own:APP|own"));
        let service = Url::parse("https://api-own.duo.example").expect("an address");
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
