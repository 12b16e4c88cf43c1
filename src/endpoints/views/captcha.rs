//! The captcha that a document wants solved with a form.

use serde_json::Value;

use crate::idx::{Document, Field, Form, OrgOrigin};
use crate::pages::{Captcha, CaptchaService};

use super::authenticators::text;

/// What a form asks for of a captcha.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing.
    Nothing,
    /// This one.
    Solved(Captcha),
    /// One of a service that we do not know, or nobody said which.
    Unknown,
}

/// The captcha that goes with `form`.
pub(super) fn wanted(document: &Document, form: &Form, org: &OrgOrigin) -> Wanted {
    let fields = form.all_fields();
    let Some(field) = fields.into_iter().find(|field| is_proof(field)) else { return Wanted::Nothing };
    match document.member("captcha").and_then(|captcha| service(captcha, org)) {
        Some(service) => Wanted::Solved(Captcha { service, control: field.control.to_string() }),
        None if field.required => Wanted::Unknown,
        None => Wanted::Nothing,
    }
}

/// Whether a field takes what a captcha gives out.
pub(super) fn is_proof(field: &Field) -> bool {
    field.hint.as_deref() == Some("captcha")
}

fn service(captcha: &Value, org: &OrgOrigin) -> Option<CaptchaService> {
    let site_key = || text(captcha.get("siteKey")).filter(|key| !key.is_empty());
    match text(captcha.get("type"))?.as_str() {
        "HCAPTCHA" => Some(CaptchaService::Hcaptcha { site_key: site_key()? }),
        "RECAPTCHA_V2" => Some(CaptchaService::Recaptcha { site_key: site_key()? }),
        "ALTCHA" => Some(CaptchaService::Altcha { challenge: org.join("/api/v1/altcha") }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use url::Url;

    use super::*;

    fn asked(captcha: &Value) -> Wanted {
        let document = include_bytes!("../../../tests/documents/identify-with-a-captcha.json");
        let mut document: Value = serde_json::from_slice(document).expect("JSON");
        document["captcha"]["value"] = captcha.clone();
        let document = Document::parse(document.to_string().as_bytes()).expect("a document");
        let org = OrgOrigin::of(&Url::parse("https://org.example").expect("an address")).expect("an origin");
        wanted(&document, &document.remediations()[0], &org)
    }

    #[test]
    fn each_service_is_known_by_its_type() {
        let of = |kind: &str| match asked(&json!({ "type": kind, "siteKey": "own" })) {
            Wanted::Solved(captcha) => (captcha.control, Some(captcha.service)),
            other => (format!("{other:?}"), None),
        };
        let control = "captchaVerify.captchaToken".to_owned();
        let site_key = "own".to_owned();

        assert_eq!(of("HCAPTCHA"), (control.clone(), Some(CaptchaService::Hcaptcha { site_key: site_key.clone() })));
        assert_eq!(of("RECAPTCHA_V2"), (control.clone(), Some(CaptchaService::Recaptcha { site_key })));
        let challenge = Url::parse("https://org.example/api/v1/altcha").expect("an address");
        assert_eq!(of("ALTCHA"), (control, Some(CaptchaService::Altcha { challenge })));
    }

    #[test]
    fn a_service_that_is_not_known_or_not_said_is_not_guessed() {
        for captcha in
            [json!({ "type": "TURNSTILE", "siteKey": "own" }), json!({ "type": "HCAPTCHA" }), json!(null), json!([])]
        {
            assert_eq!(asked(&captcha), Wanted::Unknown, "{captcha}");
        }
    }

    #[test]
    fn a_form_without_a_field_for_it_wants_none() {
        let document = include_bytes!("../../../tests/documents/identify-with-a-captcha.json");
        let document = Document::parse(document).expect("a document");
        let org = OrgOrigin::of(&Url::parse("https://org.example").expect("an address")).expect("an origin");

        assert_eq!(wanted(&document, &document.remediations()[1], &org), Wanted::Nothing);
    }
}
