//! What people see: one view model a page, templates, stylesheet and pictures.
//!
//! A page is a value with everything on it already decided: which words, which forms, which addresses. Rendering
//! only writes it down as HTML that works without script, under a Content-Security-Policy that lets none run but the
//! few small ones of our own that a page says it carries. This room knows values and nothing else: no document of an org, no request, no configuration, no session; whoever
//! makes a link or a form has judged where it leads.
//!
//! The words stand in a catalogue a language; which of them a step of a sign-in says is chosen where documents are read.

pub mod assets;
mod brand;
mod calm;
mod captcha;
mod device;
mod duo;
mod figure;
mod form;
pub mod headers;
mod icon;
mod language;
mod look;
mod mailed_link;
mod own_files;
mod palette;
mod phrases;
mod policy;
mod problem;
#[cfg(any(test, feature = "demo"))]
pub mod samples;
mod script;
mod step;
mod step_up;
mod text;
mod texts;
pub mod webauthn;

#[cfg(test)]
pub(crate) mod strict_html;
#[cfg(test)]
mod tests;

use std::fmt;

pub use brand::{Brand, Link};
pub use calm::{
    AlreadySignedInPage, CodeElsewherePage, ContinuePage, CookiesNeededPage, ExpiredPage, FormLostPage, FramedPage,
    LeavePage, SignOutPage, SignedOutPage, TerminalPage, TryAgain, TryAgainPage,
};
pub use captcha::{Captcha, CaptchaService};
pub use device::{Device, Loopback};
pub use duo::{DuoFrame, DuoPrompt};
pub use figure::{DataImage, Figure, ListItem, Rule};
pub use form::{
    Checkbox, Choice, Control, Field, FormView, Group, Input, InputKind, Mark, OneOf, OneOfOption, Post, Row, Select,
    Target, Way, Weight,
};
pub use icon::{Emblem, Icon, Tone};
pub use language::Language;
pub use look::{Help, LinkInLanguages, Logo, Look, Picture, PictureKind, Wording};
pub use mailed_link::{BadLinkPage, LinkFault, MailedLink, MailedLinkPage, SignedIn};
pub use palette::{Colour, Palette, Scheme, TooLittleContrast};
pub use phrases::{Phrases, Value, Values};
pub use policy::{Directive, ForeignOrigin, Policy};
pub use problem::{ErrorPage, Problem};
pub use script::{Countdown, Poll, Script};
pub use step::{Account, Notice, StepPage, SummaryItem};
pub use step_up::{ConfirmPage, FormNeedsMorePage, FramedConfirmPage, LevelNotReachedPage};
pub use text::Sentence;
pub use texts::{LeftOut, TextFault, TextProblem, Texts, line_of_catalogue as text_as_catalogue, names as text_names};

/// Something a person can be shown.
pub trait Page {
    /// The page as HTML.
    fn render(&self) -> Html;
}

/// A rendered page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Html {
    /// The document.
    pub body: String,
    /// The value of the `Refresh` header to send with it: for pages that wait or that lead elsewhere by themselves.
    pub refresh: Option<String>,
    /// What the page may load and run.
    pub policy: Policy,
    /// The language of its words.
    pub language: Language,
}

/// When and where a page goes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refresh {
    /// After so many seconds.
    pub seconds: u32,
    /// To this address.
    pub href: String,
}

impl Html {
    fn of(template: &impl askama::Template, brand: &Brand, refresh: Option<&Refresh>, scripts: &[Script]) -> Self {
        // A template fails only when a value of it does, or when memory is out: ours are strings.
        let rendered = template.render().unwrap_or_else(|_| "<!doctype html><title>Error</title>".to_owned());
        let mut body = String::with_capacity(rendered.len());
        // The lines that only held a template's own marks.
        for line in rendered.lines().filter(|line| !line.trim().is_empty()) {
            body.push_str(line);
            body.push('\n');
        }
        let policy = Policy::for_scripts(scripts);
        Self { body, refresh: refresh.map(ToString::to_string), policy, language: brand.language() }
    }
}

/// As the value of a `Refresh` header (HTML: the `Refresh` header).
///
/// A header rather than an element: assistive technology and checkers can tell a page that moves from one that
/// does not, and it goes with pages that are no HTML.
impl fmt::Display for Refresh {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; url={}", self.seconds, self.href)
    }
}

/// A page as snapshots keep it: without the hashes of assets and the list of languages, or every change of a colour and
/// every new language would be one of every page.
#[cfg(test)]
pub(crate) fn without_hashes(html: &str, brand: &Brand) -> String {
    let lines = html.lines().filter(|line| !line.contains("/language/"));
    let html: String = lines.flat_map(|line| [line, "\n"]).collect();
    brand.assets.all().fold(html, |html, path| {
        let mut parts: Vec<&str> = path.split('/').collect();
        let hash = parts.len() - 2;
        parts[hash] = "{hash}";
        html.replace(path, &parts.join("/"))
    })
}
