//! Okta FastPass: the device that the browser runs on is asked before the name is.

use http::StatusCode;
use serde_json::{Value, json};

use super::identify::Offer;
use super::{Identify, Outcome, Scene, Stage, access_denied};
use crate::demo::org::authenticators::OKTA_VERIFY;
use crate::demo::org::clients::ChallengeMethod;
use crate::demo::org::page::Page;

/// Milliseconds between two looks whether the device has answered.
const REFRESH: u64 = 2000;
/// A port at which nobody listens: a page has to try the next.
const CLOSED_PORT: &str = "1";
/// The name of the form that gives up waiting.
pub(in crate::demo::org) const CANCEL: &str = "cancel-polling";

/// The device was asked and has not answered yet.
#[derive(Debug)]
pub(super) struct DeviceChallenge {
    method: ChallengeMethod,
    /// What the device is to sign.
    request: String,
    /// Whose device has signed it.
    answered: Option<String>,
}

impl DeviceChallenge {
    pub(super) fn new(method: ChallengeMethod) -> Self {
        Self { method, request: challenge_request(), answered: None }
    }

    fn data(&self, page: &Page<'_>) -> Value {
        let base = &page.state.base_url;
        let request = &self.request;
        match self.method {
            ChallengeMethod::Loopback => by_loopback(page, request),
            ChallengeMethod::CustomUri => json!({
                "challengeMethod": "CUSTOM_URI", "challengeRequest": request,
                "href": format!("com-okta-authenticator:/deviceChallenge?challengeRequest={request}"),
                "downloadHref": format!("{base}/download/okta-verify"),
            }),
            ChallengeMethod::UniversalLink => json!({
                "challengeMethod": "UNIVERSAL_LINK", "challengeRequest": request,
                "href": format!("https://login.okta.com/deviceChallenge?challengeRequest={request}"),
            }),
            ChallengeMethod::AppLink => json!({
                "challengeMethod": "APP_LINK", "challengeRequest": request,
                "href": format!("https://login.okta.com/appLink?challengeRequest={request}"),
            }),
            ChallengeMethod::ChromeDtc => json!({
                "challengeMethod": "CHROME_DTC",
                "href": format!("{base}/idp/device/chrome/challenge?transactionHandle={request}"),
            }),
            ChallengeMethod::AppleSsoExtension | ChallengeMethod::AppleSsoExtensionByGet => Value::Null,
        }
    }
}

/// A challenge for whatever listens on the device.
pub(in crate::demo::org) fn by_loopback(page: &Page<'_>, request: &str) -> Value {
    json!({
        "challengeMethod": "LOOPBACK", "challengeRequest": request, "domain": "http://localhost",
        "ports": [CLOSED_PORT, page.state.device_port.to_string()], "probeTimeoutMillis": 100,
    })
}

/// What a device is to sign.
pub(in crate::demo::org) fn challenge_request() -> String {
    format!("{}.{}", crate::random::token(), crate::random::token())
}

impl Stage for DeviceChallenge {
    fn write(&self, page: &mut Page<'_>) {
        let mut data = self.data(page);
        data["cancel"] = page.form(CANCEL, "authenticators/poll/cancel", Vec::new());
        page.set_object("authenticatorChallenge", &data);
        page.offer_poll("device-challenge-poll", "authenticators/poll", "authenticatorChallenge", Vec::new(), REFRESH);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, _body: &Value) -> Outcome {
        match (form, self.answered.take()) {
            ("device-challenge-poll", None) => Outcome::stay(),
            ("device-challenge-poll", Some(login)) => {
                scene.transaction.login = Some(login);
                scene.transaction.verified(OKTA_VERIFY, "signed_nonce");
                Outcome::passed()
            }
            (CANCEL, _) => Outcome::to(Identify::after_device(&scene.transaction.request)),
            _ => access_denied(),
        }
    }

    fn device_answers(&mut self, request: &str, login: &str) -> bool {
        let is_ours = request == self.request;
        if is_ours {
            self.answered = Some(login.to_owned());
        }
        is_ours
    }
}

/// "Sign in with Okta FastPass", where the device did not answer by itself.
#[derive(Debug)]
pub(super) struct LaunchAuthenticator;

impl Offer for LaunchAuthenticator {
    fn write(&self, page: &mut Page<'_>) {
        page.offer("launch-authenticator", "authenticators/okta-verify/launch", Vec::new());
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Option<Outcome> {
        (form == "launch-authenticator").then(|| Outcome::to(DeviceChallenge::new(ChallengeMethod::CustomUri)))
    }
}

/// The browser's system is to add a signature of its own (Apple's single sign-on extension).
#[derive(Debug)]
pub(super) struct SsoExtension {
    /// What the system is to sign.
    request: String,
    /// The browser goes to the org with it, instead of a form.
    visits: bool,
    /// Asked already, without a signature.
    asked: bool,
}

impl SsoExtension {
    pub(super) fn posted() -> Self {
        Self { request: challenge_request(), visits: false, asked: false }
    }

    pub(super) fn visited() -> Self {
        Self { visits: true, ..Self::posted() }
    }
}

impl Stage for SsoExtension {
    fn write(&self, page: &mut Page<'_>) {
        let place = "authenticators/sso_extension/transactions/ftdemo0001/verify";
        if self.asked {
            page.offer("cancel-transaction", &format!("{place}/cancel"), Vec::new());
        } else if self.visits {
            let href = format!("{}/idp/idx/{place}?challengeRequest={}", page.state.base_url, self.request);
            page.offer_link(json!({ "name": "device-apple-sso-extension", "href": href, "method": "GET" }));
        } else {
            let request = json!({ "name": "challengeRequest", "required": true, "value": self.request,
                "visible": false, "mutable": false });
            page.offer("device-apple-sso-extension", place, vec![request]);
        }
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, _body: &Value) -> Outcome {
        match form {
            "device-apple-sso-extension" => {
                self.asked = true;
                Outcome::stay()
            }
            "cancel-transaction" => Outcome::to(Identify::after_device(&scene.transaction.request)),
            _ => access_denied(),
        }
    }

    fn status(&self) -> Option<StatusCode> {
        self.asked.then_some(StatusCode::UNAUTHORIZED)
    }

    fn expects(&self, challenge_request: &str) -> bool {
        self.visits && !self.asked && challenge_request == self.request
    }

    /// A system with Okta Verify on it has signed on the way; any other browser comes with nothing.
    fn came_back(&mut self, scene: &mut Scene<'_>, from: &str) -> Option<Outcome> {
        if !self.expects(from) {
            return None;
        }
        let Some(owner) = scene.state.device_owner.clone() else {
            self.asked = true;
            return Some(Outcome::stay());
        };
        scene.transaction.login = Some(owner);
        scene.transaction.verified(OKTA_VERIFY, "signed_nonce");
        Some(Outcome::passed())
    }
}
