//! Duo in a frame (Duo Web SDK 2): a signed question goes in by the service's own script, a signed answer comes out.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use url::Url;

use super::brand::Brand;
use super::form::Post;
use super::icon::Icon;
use super::policy::{Directive, ForeignOrigin};

/// A form that Duo fills in.
#[derive(Clone, Debug)]
pub struct DuoFrame {
    /// Where it goes.
    pub post: Post,
    /// The name under which the signed answer comes back.
    pub control: String,
    /// What the frame is about.
    pub prompt: DuoPrompt,
}

/// What Duo is asked, and by what.
#[derive(Clone, PartialEq, Eq)]
pub struct DuoPrompt {
    /// The service's host, with its port if it has one, as its script wants it.
    pub host: String,
    /// Where the page in the frame is.
    pub frame: ForeignOrigin,
    /// The service's script.
    pub script: Url,
    /// The question, signed by the org for this transaction.
    pub signed_token: String,
}

/// Without the signed question.
impl fmt::Debug for DuoPrompt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DuoPrompt").field("host", &self.host).field("frame", &self.frame).finish_non_exhaustive()
    }
}

impl DuoPrompt {
    /// Which origins of somebody else the page may use, and how.
    pub(super) fn foreign(&self) -> Vec<(Directive, ForeignOrigin)> {
        let script = ForeignOrigin::of(&self.script).map(|origin| (Directive::Script, origin));
        script.into_iter().chain([(Directive::Frame, self.frame.clone())]).collect()
    }
}

impl DuoFrame {
    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> DuoHtml<'a> {
        DuoHtml { duo: self, brand }
    }
}

#[derive(Template)]
#[template(path = "parts/duo.html")]
pub(super) struct DuoHtml<'a> {
    duo: &'a DuoFrame,
    brand: &'a Brand,
}

// A template of its own: it has escaped what it holds.
impl HtmlSafe for DuoHtml<'_> {}
