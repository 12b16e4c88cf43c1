//! Duo in a frame: a signed question, a script of the service, and a signed answer that the browser brings back.
//!
//! The service is the org itself: its script and its frame are served beside the org's other pages.

use std::fmt::Write as _;
use std::sync::LazyLock;

use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign};
use http::StatusCode;
use serde_json::{Value, json};

use super::{About, Authenticator, Exchange, Facts, Role, Verdict};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};

/// Where the script is, and the page in the frame.
pub(in crate::demo::org) const SCRIPT: &str = "/demo/duo.js";
pub(in crate::demo::org) const FRAME: &str = "/demo/duo/frame";

/// What org and service sign with.
static KEY: LazyLock<Key> = LazyLock::new(|| Key::new(HMAC_SHA256, &crate::random::bytes::<32>()));

#[derive(Debug)]
pub(super) struct Duo;

impl Authenticator for Duo {
    fn about(&self) -> &'static About {
        &About {
            key: "duo",
            id: "autdemoduo0000000017",
            kind: "app",
            display_name: "Duo Security",
            methods: &["duo"],
            enrollment_prefix: "dsf",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "mca"
    }

    fn verify(&self, scene: &mut Scene<'_>, _: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Framed::new(scene))
    }

    fn enroll(&self, scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(Framed::new(scene)))
    }
}

/// A question was signed; its answer is awaited.
#[derive(Debug)]
struct Framed {
    question: String,
}

impl Framed {
    fn new(scene: &Scene<'_>) -> Self {
        let login = scene.transaction.login.as_deref().unwrap_or_default();
        let part = |kind: &str| {
            let text = format!("{kind}|{login}|{}", &crate::random::token()[..16]);
            format!("{text}|{}", signature(&text))
        };
        Self { question: format!("{}:{}", part("TX"), part("APP")) }
    }
}

/// What the service answers when the person agrees; nothing when the org has not signed the question.
pub(in crate::demo::org) fn answer(question: &str) -> Option<String> {
    let (transaction, application) = question.split_once(':')?;
    let (text, signed) = transaction.rsplit_once('|')?;
    let is_genuine = text.starts_with("TX|") && signature(text) == signed;
    let text = format!("AUTH|{}", text.strip_prefix("TX|")?);
    is_genuine.then(|| format!("{text}|{}:{application}", signature(&text)))
}

fn signature(text: &str) -> String {
    sign(&KEY, text.as_bytes()).as_ref().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

impl Exchange for Framed {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        let base = &page.state.base_url;
        let host = base.split_once("//").map_or(base.as_str(), |(_, host)| host);
        current["contextualData"] = json!({
            "integrationType": "IFRAME", "host": host, "signedToken": self.question,
            "script": format!("{base}{SCRIPT}"),
        });
        let field =
            json!({ "name": "signatureData", "label": "Assertion From Duo", "required": true, "visible": false });
        page.offer_credentials(role, &[field]);
    }

    fn carry_out(&mut self, _role: Role, _scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let given = body["credentials"]["signatureData"].as_str();
        if given.is_some() && given == answer(&self.question).as_deref() {
            return Verdict::Passed(Facts::new());
        }
        let text = "We were unable to verify with Duo. Try again.";
        let message = Message::error("oie.authenticator.duo.method.duo.verification_failed", text);
        Verdict::Wrong(Outcome::refused(StatusCode::UNAUTHORIZED, message))
    }
}
