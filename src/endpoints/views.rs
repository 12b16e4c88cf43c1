//! From a document of the Identity Engine to a page.
//!
//! The document decides. Whatever forms it offers become what one can do on the page: the first (or the one that was
//! asked for) is what the page is for, the others are ways beside it. Which presentation a form gets follows from
//! its shape: lines to fill in, rows to press, a question of yes or no, a link, a wait. Known names only add better
//! words; a name that nobody foresaw gets those of the document, or its own made readable.
//!
//! Nothing that is sent is decided here: controls carry the names that [`Form::body`](crate::idx::Form::body) reads, and options their
//! index. No secret is put on a page: fixed values stay in the document, and what was typed into a secret field is
//! never shown again.

mod authenticators;
mod captcha;
mod controls;
mod device;
mod duo;
mod ends;
mod enrolment;
mod figures;
mod guides;
mod headings;
mod messages;
mod profile;
mod providers;
mod purpose;
mod rows;
mod seen;
mod shape;
mod step;
mod terminal;
mod webauthn;
mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub(crate) use seen::Seen;
pub(crate) use webauthn::foreign_relying_party;

use crate::idx::{Document, InputFault, Inputs, Message, OrgOrigin, Outcome};
use crate::pages::{Brand, ExpiredPage, Html, LeavePage, Notice, Page, Post, StepPage, Target, TerminalPage};

/// The page that a document comes to.
#[derive(Clone, Debug)]
pub(crate) enum View {
    /// Something to do.
    Step(Box<StepPage>),
    /// The end, and it is no success.
    Terminal(TerminalPage),
    /// The transaction is dead.
    Expired(ExpiredPage),
    /// The browser goes elsewhere.
    Leave(LeavePage),
}

/// What a page needs that no document knows.
pub(crate) struct StepContext<'a> {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// The org, to judge links by.
    pub org: &'a OrgOrigin,
    /// The address of the step: forms are posted there, and `?show=` with the id of a form brings that form to the
    /// front.
    pub step_url: &'a str,
    /// The address that a waiting page goes to by itself, to ask whether something has happened.
    pub poll_url: &'a str,
    /// The address where the script of a page asks the same.
    pub ask_url: &'a str,
    /// The host in the address of the page: what WebAuthn credentials belong to.
    pub host: &'a str,
    /// Whether our scripts are known to run in this browser.
    pub runs_scripts: bool,
    /// Whether the org is to know what the device looks like.
    pub asks_for_fingerprint: bool,
    /// Begins another sign-in, where the document offers no way to.
    pub begin: Target,
    /// Gives the hidden values of the form of that id: protection against forgery, the id, the revision. Their names
    /// begin with a dot, which no control's does.
    pub hidden: &'a dyn Fn(&str) -> Vec<(String, String)>,
    /// The id of the form that was asked for by `?show=`.
    pub shown: Option<&'a str>,
    /// What was just posted and has to be done again.
    pub posted: Option<Posted<'a>>,
    /// Messages of an earlier document that are not to be lost.
    pub kept_messages: &'a [Message],
    /// What the person signs in with, where the document does not say it.
    pub account: Option<&'a str>,
}

/// A form that was posted and comes back.
#[derive(Clone, Copy)]
pub(crate) struct Posted<'a> {
    /// The id of the form.
    pub form: &'a str,
    /// What was wrong with it, as far as the gateway could see.
    pub faults: &'a [InputFault],
    /// What was typed; secrets among it are not shown again.
    pub inputs: &'a Inputs,
}

/// The page for a document; none when it holds the interaction code, for then nothing is left to show.
pub(crate) fn page(document: &Document, context: &StepContext<'_>) -> Option<View> {
    if document.session_expired() {
        return Some(View::Expired(ExpiredPage { brand: Arc::clone(&context.brand), begin: context.begin.clone() }));
    }
    Some(match document.outcome() {
        Outcome::Finished(_) => return None,
        Outcome::SuccessRedirect(href) => match href.for_browser(context.org) {
            Ok(url) => View::Leave(LeavePage {
                brand: Arc::clone(&context.brand),
                host: url.host_str().map(str::to_owned),
                href: url.into(),
            }),
            Err(_) => View::Terminal(terminal::page(document, context, false)),
        },
        Outcome::FailureRedirect(_) => View::Terminal(terminal::page(document, context, false)),
        Outcome::Terminal { succeeded } => View::Terminal(terminal::page(document, context, succeeded)),
        Outcome::Step => match step::page(document, context) {
            Some(page) => View::Step(Box::new(page)),
            None => View::Terminal(terminal::page(document, context, false)),
        },
    })
}

impl View {
    /// Puts a notice of the gateway before everything else.
    pub(crate) fn say_first(&mut self, notice: Notice) {
        match self {
            Self::Step(page) => page.notices.insert(0, notice),
            Self::Terminal(page) => page.notices.insert(0, notice),
            Self::Expired(_) | Self::Leave(_) => {}
        }
    }
}

impl Page for View {
    fn render(&self) -> Html {
        match self {
            Self::Step(page) => page.render(),
            Self::Terminal(page) => page.render(),
            Self::Expired(page) => page.render(),
            Self::Leave(page) => page.render(),
        }
    }
}

impl StepContext<'_> {
    /// The post of the form of that id, with further values that a press chooses.
    fn post(&self, form: &str, chosen: &[(String, String)]) -> Post {
        let mut hidden = (self.hidden)(form);
        hidden.extend_from_slice(chosen);
        Post { action: self.step_url.to_owned(), hidden }
    }

    /// The address that brings the form of that id to the front.
    fn show(&self, form: &str) -> String {
        let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("show", form).finish();
        format!("{}?{query}", self.step_url)
    }

    /// What was posted, if it was this form.
    fn posted_to(&self, form: &str) -> Option<Posted<'_>> {
        self.posted.filter(|posted| posted.form == form)
    }
}
