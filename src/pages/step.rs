//! One step of a sign-in.

use std::sync::Arc;

use askama::Template;

use super::brand::{Brand, Link};
use super::duo::DuoFrame;
use super::figure::Figure;
use super::form::{FormView, Row, Way};
use super::icon::{Emblem, Icon, Tone};
use super::script::Script;
use super::text::Sentence;
use super::webauthn::Ceremony;
use super::{Html, Page, Refresh};

/// One step of a sign-in: something to do, and other ways.
#[derive(Clone, Debug, Template)]
#[template(path = "step.html", whitespace = "minimize")]
pub struct StepPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// The picture above the heading.
    pub emblem: Option<Emblem>,
    /// What to do, as an instruction.
    pub heading: String,
    /// As whom.
    pub account: Option<Account>,
    /// What the heading leaves open.
    pub lead: Vec<Sentence>,
    /// What went wrong.
    pub summary: Vec<SummaryItem>,
    /// Where one may read on about what went wrong.
    pub summary_links: Vec<Link>,
    /// What else there is to know.
    pub notices: Vec<Notice>,
    /// What is to be looked at.
    pub figures: Vec<Figure>,
    /// What the page is for.
    pub form: Option<FormView>,
    /// What a script asks the browser for; shown where there is script.
    pub ceremonies: Vec<Ceremony>,
    /// Duo's question, which a script shows.
    pub duo: Option<DuoFrame>,
    /// Buttons without questions, below the form or in its place.
    pub actions: Vec<Way>,
    /// Choices that are made by pressing them.
    pub rows: Vec<Row>,
    /// Other ways, in the order they are offered.
    pub other_ways: Vec<Way>,
    /// When the page asks again; only for pages on which nothing can be typed.
    pub refresh: Option<Refresh>,
    /// What runs on it.
    pub scripts: Vec<Script>,
}

/// Who is signing in.
#[derive(Clone, Debug)]
pub struct Account {
    /// What they sign in with.
    pub name: String,
    /// The way out for somebody else.
    pub not_you: Option<Way>,
}

/// One thing that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryItem {
    /// What it was.
    pub text: String,
    /// The id of the field it concerns.
    pub anchor: Option<String>,
}

/// Something else to know.
#[derive(Clone, Debug)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentences.
    pub texts: Vec<String>,
    /// Where one may read on.
    pub links: Vec<Link>,
}

impl StepPage {
    /// A step with nothing on it but its heading.
    pub fn new(brand: Arc<Brand>, heading: impl Into<String>) -> Self {
        Self {
            brand,
            emblem: None,
            heading: heading.into(),
            account: None,
            lead: Vec::new(),
            summary: Vec::new(),
            summary_links: Vec::new(),
            notices: Vec::new(),
            figures: Vec::new(),
            form: None,
            ceremonies: Vec::new(),
            duo: None,
            actions: Vec::new(),
            rows: Vec::new(),
            other_ways: Vec::new(),
            refresh: None,
            scripts: vec![Script::Form],
        }
    }
}

impl Page for StepPage {
    fn render(&self) -> Html {
        Html::of(self, &self.brand, self.refresh.as_ref(), &self.scripts)
    }
}
