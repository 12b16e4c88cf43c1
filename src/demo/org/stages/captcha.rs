//! A captcha with the name: what the page is told of it, and whether it was solved.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::Outcome;
use crate::demo::org::clients::Captcha;
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;

const ID: &str = "capdemo0000000000001";
/// What the vendors' scripts of a test hand out; no vendor is asked.
pub(in crate::demo::org) const SOLVED: &str = "demo-captcha-solved";
/// The largest number that a browser has to find (ALTCHA).
const LARGEST: u32 = 5_000;

/// Adds the captcha to the document, and gives the field of the form that takes its token.
pub(super) fn write(page: &mut Page<'_>, captcha: Captcha) -> Value {
    let (name, kind) = match captcha {
        Captcha::Hcaptcha => ("hCaptcha", "HCAPTCHA"),
        Captcha::RecaptchaV2 => ("reCAPTCHA", "RECAPTCHA_V2"),
        Captcha::Altcha => ("ALTCHA", "ALTCHA"),
    };
    page.set_object("captcha", &json!({ "id": ID, "name": name, "siteKey": "demo-site-key", "type": kind }));
    json!({ "name": "captchaVerify", "relatesTo": "$.captcha", "form": { "value": [
        { "name": "captchaId", "required": true, "value": ID, "visible": false, "mutable": false },
        { "name": "captchaToken", "required": true, "visible": false, "hint": "captcha" },
    ] } })
}

/// What is said when it was not solved.
pub(super) fn judge(captcha: Captcha, body: &Value, seed: &str) -> Option<Outcome> {
    let token = body["captchaVerify"]["captchaToken"].as_str().unwrap_or_default();
    let solved = match captcha {
        Captcha::Hcaptcha | Captcha::RecaptchaV2 => token == SOLVED,
        Captcha::Altcha => is_solution(token, seed),
    };
    let message = || Message::error("errors.E0000004", "The captcha was not solved. Try again.");
    (!solved).then(|| Outcome::refused(StatusCode::BAD_REQUEST, message()))
}

/// A challenge of ALTCHA: find the number whose hash with the salt is this.
pub(in crate::demo::org) fn altcha_challenge(seed: &str) -> Value {
    let salt = &crate::random::token()[..20];
    let number = u32::from_le_bytes(crate::random::bytes::<4>()) % LARGEST;
    let challenge = hex(&Sha256::digest(format!("{salt}{number}")));
    let signature = signature(&challenge, seed);
    json!({ "algorithm": "SHA-256", "challenge": challenge, "salt": salt, "signature": signature, "maxnumber": LARGEST })
}

/// Whether a payload answers a challenge that this org made.
fn is_solution(token: &str, seed: &str) -> bool {
    let decoded = STANDARD.decode(token).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let Some(payload) = decoded else { return false };
    let text = |name: &str| payload[name].as_str().unwrap_or_default();
    let Some(number) = payload["number"].as_u64() else { return false };
    let challenge = hex(&Sha256::digest(format!("{}{number}", text("salt"))));
    challenge == text("challenge") && signature(&challenge, seed) == text("signature")
}

fn signature(challenge: &str, seed: &str) -> String {
    hex(&Sha256::digest(format!("{seed}|{challenge}")))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
