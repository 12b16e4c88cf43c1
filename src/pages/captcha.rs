//! A captcha in a form: whose it is, what the page hands to its script, and where the answer goes.
//!
//! The script of the page asks for the proof when the form is sent, and sends it with the form. What a service shows meanwhile is
//! its own; a page with such a form opens its policy to that service, and to nobody else.

use askama::Template;
use askama::filters::HtmlSafe;
use url::Url;

use super::brand::Brand;
use super::icon::Icon;
use super::policy::{Directive, ForeignOrigin};

/// What a form needs before it may be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captcha {
    /// Who asks, and what the page needs to know for that.
    pub service: CaptchaService,
    /// The name under which the proof comes back.
    pub control: String,
}

/// Who asks for the proof that a person is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaptchaService {
    /// hCaptcha, in its invisible form.
    Hcaptcha {
        /// What the service knows the org by.
        site_key: String,
    },
    /// reCAPTCHA v2, in its invisible form.
    Recaptcha {
        /// What the service knows the org by.
        site_key: String,
    },
    /// ALTCHA, which is a little work for the browser instead of a question for the person.
    Altcha {
        /// Where the org hands out the work.
        challenge: Url,
    },
}

/// The script of each service. They are asked to do nothing by themselves: the page says when.
const HCAPTCHA: &str = "https://js.hcaptcha.com/1/api.js?render=explicit";
const RECAPTCHA: &str = "https://www.google.com/recaptcha/api.js?render=explicit";

/// Where the services say that they are loaded from.
const HCAPTCHA_ORIGINS: [&str; 2] = ["https://hcaptcha.com", "https://*.hcaptcha.com"];
const RECAPTCHA_SCRIPTS: [&str; 2] = ["https://www.google.com", "https://www.gstatic.com"];
const RECAPTCHA_FRAMES: [&str; 2] = ["https://www.google.com", "https://recaptcha.google.com"];

impl CaptchaService {
    /// The name by which the script knows it.
    const fn name(&self) -> &'static str {
        match self {
            Self::Hcaptcha { .. } => "hcaptcha",
            Self::Recaptcha { .. } => "grecaptcha",
            Self::Altcha { .. } => "altcha",
        }
    }

    /// What is loaded when the proof is wanted: the script of a service, or the work itself.
    fn source(&self) -> &str {
        match self {
            Self::Hcaptcha { .. } => HCAPTCHA,
            Self::Recaptcha { .. } => RECAPTCHA,
            Self::Altcha { challenge } => challenge.as_str(),
        }
    }

    fn site_key(&self) -> &str {
        match self {
            Self::Hcaptcha { site_key } | Self::Recaptcha { site_key } => site_key,
            Self::Altcha { .. } => "",
        }
    }

    /// Which origins of somebody else the page may use, and how.
    pub(super) fn foreign(&self) -> Vec<(Directive, ForeignOrigin)> {
        let all = |directive: Directive, origins: &[&'static str]| -> Vec<_> {
            origins.iter().map(|origin| (directive, ForeignOrigin::of_service(origin))).collect()
        };
        match self {
            Self::Hcaptcha { .. } => [Directive::Script, Directive::Frame, Directive::Style, Directive::Connect]
                .into_iter()
                .flat_map(|directive| all(directive, &HCAPTCHA_ORIGINS))
                .collect(),
            Self::Recaptcha { .. } => [
                all(Directive::Script, &RECAPTCHA_SCRIPTS),
                all(Directive::Frame, &RECAPTCHA_FRAMES),
                all(Directive::Connect, &RECAPTCHA_SCRIPTS[..1]),
            ]
            .concat(),
            Self::Altcha { challenge } => {
                ForeignOrigin::of(challenge).map(|origin| (Directive::Connect, origin)).into_iter().collect()
            }
        }
    }
}

impl Captcha {
    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> CaptchaHtml<'a> {
        CaptchaHtml { captcha: self, brand }
    }
}

#[derive(Template)]
#[template(path = "parts/captcha.html")]
pub(super) struct CaptchaHtml<'a> {
    captcha: &'a Captcha,
    brand: &'a Brand,
}

// A template of its own: it has escaped what it holds.
impl HtmlSafe for CaptchaHtml<'_> {}

#[cfg(test)]
mod tests {
    use super::super::policy::Policy;
    use super::super::script::Script;
    use super::*;

    fn policy(service: CaptchaService) -> String {
        let header = Policy::for_scripts(&[Script::Form, Script::Captcha(service)]).header_value();
        header.to_str().expect("text").to_owned()
    }

    #[test]
    fn a_page_is_open_to_the_service_of_its_captcha_and_to_no_other() {
        let site_key = || "own".to_owned();
        let hcaptcha = policy(CaptchaService::Hcaptcha { site_key: site_key() });
        let recaptcha = policy(CaptchaService::Recaptcha { site_key: site_key() });
        let altcha =
            policy(CaptchaService::Altcha { challenge: Url::parse("https://org.example/x").expect("an address") });

        assert!(hcaptcha.contains("script-src 'self' https://hcaptcha.com https://*.hcaptcha.com;"), "{hcaptcha}");
        assert!(!hcaptcha.contains("google") && !recaptcha.contains("hcaptcha"), "{hcaptcha} {recaptcha}");
        assert!(recaptcha.contains("frame-src https://www.google.com https://recaptcha.google.com;"), "{recaptcha}");
        assert!(altcha.contains("script-src 'self'; connect-src 'self' https://org.example;"), "{altcha}");
        for text in [hcaptcha, recaptcha, altcha] {
            assert!(text.contains("form-action 'self'") && !text.contains("unsafe"), "{text}");
        }
    }

    #[test]
    fn what_the_org_calls_its_site_stays_text() {
        let brand = Brand::new("Fernhill Ledger", "/.gatehouse");
        let service = CaptchaService::Hcaptcha { site_key: "\"><script>alert(1)</script>".to_owned() };
        let captcha = Captcha { service, control: "captchaVerify.captchaToken".to_owned() };

        let html = captcha.on(&brand).render().expect("a part of a page");

        assert!(!html.contains("<script>"), "{html}");
    }
}
