//! What runs on a page: small modules of our own, and what the page tells each of them.
//!
//! Every page works without them, apart from ceremonies that only script can hold. A script brings no words and no data of its own:
//! both stand in the page, as elements and `data-` attributes, and the script is the same bytes for everybody.

use std::time::Duration;

use askama::Template;
use askama::filters::HtmlSafe;
use url::Url;

use super::brand::Brand;
use super::captcha::CaptchaService;
use super::device::Device;
use super::duo::DuoPrompt;
use super::icon::Icon;
use super::policy::{Directive, ForeignOrigin};

/// Nobody watches a number for longer than this.
const LONGEST_COUNTDOWN: u64 = 10 * 60;

/// A script that a page carries, with what the page tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Script {
    /// Keeps a form from being sent twice, says that it is on its way, and puts the focus on what went wrong.
    Form,
    /// Asks whether something has happened elsewhere, and goes on when it has.
    Poll(Poll),
    /// Ticks the rules of a password while it is typed, and lets the person see what they type.
    Password,
    /// Holds the page's WebAuthn ceremonies.
    Ceremonies,
    /// Counts down until a button may be pressed again.
    Countdown(Countdown),
    /// Asks the device that the browser runs on, or does by itself what only a press is needed for.
    Device(Device),
    /// Asks for the proof that a captcha wants when the form is sent.
    Captcha(CaptchaService),
    /// Asks that page of the org, unseen, what the device looks like.
    Fingerprint(Url),
    /// Shows Duo's question in its frame.
    Duo(DuoPrompt),
}

/// Where a page asks whether it is still the current one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// The address that answers `{"current": …, "after_ms": …}`.
    pub url: String,
    /// When to ask first.
    pub after_ms: u64,
    /// Where the sign-in goes on when the page is not current any more.
    pub next: String,
}

/// How long a button has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// From when the page is drawn.
    pub seconds: u64,
}

impl Countdown {
    /// The script for a wait that one would sit out; whoever is to wait longer does something else meanwhile.
    pub(super) fn until(wait: Option<Duration>) -> Option<Script> {
        let seconds = wait?.as_secs().max(1);
        (seconds <= LONGEST_COUNTDOWN).then_some(Script::Countdown(Self { seconds }))
    }
}

impl Script {
    /// The name of its file among the assets.
    pub(super) const fn file(&self) -> &'static str {
        match self {
            Self::Form => "form.js",
            Self::Poll(_) => "poll.js",
            Self::Password => "password.js",
            Self::Ceremonies => "webauthn.js",
            Self::Countdown(_) => "countdown.js",
            Self::Device(_) => "device.js",
            Self::Captcha(_) => "captcha.js",
            Self::Duo(_) => "duo.js",
            Self::Fingerprint(_) => "fingerprint.js",
        }
    }

    /// Which origins of somebody else it needs, and for what.
    pub(super) fn foreign(&self) -> Vec<(Directive, ForeignOrigin)> {
        match self {
            Self::Device(device) => device.foreign(),
            Self::Captcha(service) => service.foreign(),
            Self::Duo(prompt) => prompt.foreign(),
            Self::Fingerprint(url) => {
                ForeignOrigin::of(url).map(|origin| (Directive::Frame, origin)).into_iter().collect()
            }
            Self::Form | Self::Poll(_) | Self::Password | Self::Ceremonies | Self::Countdown(_) => Vec::new(),
        }
    }

    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> ScriptHtml<'a> {
        ScriptHtml { script: self, brand }
    }
}

/// What stands in the page for a script to find; nothing of it shows without the script.
#[derive(Template)]
#[template(path = "parts/script.html")]
pub(super) struct ScriptHtml<'a> {
    script: &'a Script,
    brand: &'a Brand,
}

// A template of its own: it has escaped what it holds.
impl HtmlSafe for ScriptHtml<'_> {}
