//! Pages on which there is little to do: what happened, what comes next, one button.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;

use super::brand::{Brand, Link};
use super::figure::Figure;
use super::form::{Post, Target, Way, Weight};
use super::icon::{Emblem, Icon, Tone};
use super::problem::try_again_in;
use super::script::{Countdown, Script};
use super::step::Notice;
use super::text::Sentence;
use super::{Html, Page, Refresh};

/// What all of them are made of.
#[derive(Template)]
#[template(path = "calm.html", whitespace = "minimize")]
pub(super) struct Calm<'a> {
    pub(super) brand: &'a Brand,
    pub(super) is_error: bool,
    pub(super) emblem: Emblem,
    pub(super) heading: &'a str,
    pub(super) lead: Vec<Sentence>,
    pub(super) notices: &'a [Notice],
    pub(super) figures: &'a [Figure],
    pub(super) ways: Vec<Way>,
    pub(super) top: Option<Link>,
    pub(super) reference: Option<&'a str>,
    pub(super) scripts: Vec<Script>,
}

impl<'a> Calm<'a> {
    pub(super) fn new(brand: &'a Brand, emblem: impl Into<Emblem>, heading: &'a str) -> Self {
        Self {
            brand,
            is_error: false,
            emblem: emblem.into(),
            heading,
            lead: Vec::new(),
            notices: &[],
            figures: &[],
            ways: Vec::new(),
            top: None,
            reference: None,
            scripts: Vec::new(),
        }
    }

    pub(super) fn html(&self, refresh: Option<&Refresh>) -> Html {
        Html::of(self, refresh, &self.scripts)
    }
}

/// Before a sign-in begins, where the browser does not say that a person asked for it.
#[derive(Clone, Debug)]
pub struct ContinuePage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Begins the sign-in.
    pub begin: Target,
}

impl Page for ContinuePage {
    fn render(&self) -> Html {
        let lead = format!("You need to sign in before you can use {}.", self.brand.site_name);
        Calm {
            lead: vec![lead.into()],
            ways: vec![Way::new("Continue", self.begin.clone(), Weight::Primary)],
            ..Calm::new(&self.brand, Icon::Person, "Sign in to continue")
        }
        .html(None)
    }
}

/// The browser keeps no cookies of ours.
#[derive(Clone, Debug)]
pub struct CookiesNeededPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Where to try again.
    pub retry: String,
}

impl Page for CookiesNeededPage {
    fn render(&self) -> Html {
        Calm {
            is_error: true,
            lead: vec![
                "Signing in needs cookies, and your browser didn’t keep ours.".into(),
                "Allow cookies for this site in your browser’s settings, then try again.".into(),
            ],
            ways: vec![Way::primary("Try again", &*self.retry)],
            ..Calm::new(&self.brand, Emblem { icon: Icon::Window, tone: Tone::Warning }, "Allow cookies to sign in")
        }
        .html(None)
    }
}

/// Asks before it signs out.
#[derive(Clone, Debug)]
pub struct SignOutPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Who is signed in, where that is known.
    pub account: Option<String>,
    /// Signs out.
    pub sign_out: Post,
    /// Where one goes who stays.
    pub stay: String,
}

impl Page for SignOutPage {
    fn render(&self) -> Html {
        let site = &self.brand.site_name;
        let lead = match &self.account {
            Some(account) => Sentence::new("You are signed in as ").data(account).text(format!(" at {site}.")),
            None => Sentence::new(format!("You will have to sign in again to use {site}.")),
        };
        Calm {
            lead: vec![lead],
            ways: vec![
                Way::new("Sign out", Target::Post(self.sign_out.clone()), Weight::Primary),
                Way::secondary("Stay signed in", &*self.stay),
            ],
            ..Calm::new(&self.brand, Icon::Door, "Sign out?")
        }
        .html(None)
    }
}

/// After signing out.
#[derive(Clone, Debug)]
pub struct SignedOutPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Where to sign in again.
    pub sign_in: String,
    /// Whether everything that was to end has ended; otherwise the page says that the rest follows.
    pub complete: bool,
}

impl Page for SignedOutPage {
    fn render(&self) -> Html {
        let mut lead: Vec<Sentence> = vec![format!("You have left {} on this browser.", self.brand.site_name).into()];
        if !self.complete {
            lead.push(
                "One of our services is out of reach, so it can take a few minutes until this holds everywhere.".into(),
            );
        }
        Calm {
            lead,
            ways: vec![Way::secondary("Sign in again", &*self.sign_in)],
            ..Calm::new(&self.brand, Emblem { icon: Icon::Check, tone: Tone::Success }, "You are signed out")
        }
        .html(None)
    }
}

/// The authorization server cannot be asked now.
#[derive(Clone, Debug)]
pub struct TryAgainPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Why not.
    pub reason: TryAgain,
    /// Where to try again.
    pub retry: String,
    /// What to quote when asking for help.
    pub reference: Option<String>,
}

/// Why the authorization server cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TryAgain {
    /// It does not answer, or not with sense.
    Unreachable,
    /// It has been asked too often; perhaps after this time it answers again.
    Busy(Option<Duration>),
}

impl Page for TryAgainPage {
    fn render(&self) -> Html {
        let (icon, heading, lead) = match self.reason {
            TryAgain::Unreachable => (
                Icon::Cloud,
                "We can’t reach the sign-in service",
                "Nothing is lost; try again in a moment.".to_owned(),
            ),
            TryAgain::Busy(wait) => (
                Icon::Clock,
                "Wait a moment",
                format!("Too many people are signing in at once, or somebody tried too often. {}", try_again_in(wait)),
            ),
        };
        Calm {
            is_error: true,
            lead: vec![lead.into()],
            ways: vec![Way::primary("Try again", &*self.retry)],
            reference: self.reference.as_deref(),
            scripts: match self.reason {
                TryAgain::Busy(wait) => Countdown::until(wait).into_iter().collect(),
                TryAgain::Unreachable => Vec::new(),
            },
            ..Calm::new(&self.brand, Emblem { icon, tone: Tone::Warning }, heading)
        }
        .html(None)
    }
}

/// A sign-in ran out, or was opened in a browser that never began it.
#[derive(Clone, Debug)]
pub struct ExpiredPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Begins a new one.
    pub begin: Target,
}

impl Page for ExpiredPage {
    fn render(&self) -> Html {
        Calm {
            lead: vec!["To keep your account safe, a sign-in ends when it isn’t finished in time.".into()],
            ways: vec![Way::new("Start again", self.begin.clone(), Weight::Primary)],
            ..Calm::new(&self.brand, Icon::Clock, "This sign-in has run out")
        }
        .html(None)
    }
}

/// The end of a sign-in that is no success, or of something else that was done on the way.
#[derive(Clone, Debug)]
pub struct TerminalPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// The picture above the heading.
    pub emblem: Emblem,
    /// What it comes to.
    pub heading: String,
    /// What the server says about it.
    pub lead: Vec<Sentence>,
    /// What else there is to know.
    pub notices: Vec<Notice>,
    /// What is to be looked at.
    pub figures: Vec<Figure>,
    /// Ways on.
    pub ways: Vec<Way>,
}

impl Page for TerminalPage {
    fn render(&self) -> Html {
        Calm {
            is_error: self.emblem.tone == Tone::Danger,
            lead: self.lead.clone(),
            notices: &self.notices,
            figures: &self.figures,
            ways: self.ways.clone(),
            ..Calm::new(&self.brand, self.emblem, &self.heading)
        }
        .html(None)
    }
}

/// Leads elsewhere by itself: an answer to a post, which must not be redirected off our origin.
#[derive(Clone, Debug)]
pub struct LeavePage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Where it leads: judged by whoever made it.
    pub href: String,
    /// The host there, for the person to see; absent when it is our own.
    pub host: Option<String>,
}

impl Page for LeavePage {
    fn render(&self) -> Html {
        let lead = match &self.host {
            Some(host) => Sentence::new("We are taking you to ").data(host).text("."),
            None => "You are on your way.".into(),
        };
        Calm {
            lead: vec![lead],
            ways: vec![Way::primary("Continue", &*self.href)],
            ..Calm::new(&self.brand, Icon::Door, "One moment")
        }
        .html(Some(&Refresh { seconds: 0, href: self.href.clone() }))
    }
}

/// A form of the application was sent after its session had ended.
#[derive(Clone, Debug)]
pub struct FormLostPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Begins a sign-in.
    pub sign_in: String,
}

impl Page for FormLostPage {
    fn render(&self) -> Html {
        Calm {
            is_error: true,
            lead: vec![
                "You were signed out before it reached the application, so nothing was saved.".into(),
                "Go back first if you want to copy what you typed. Then sign in and send it again.".into(),
            ],
            ways: vec![Way::primary("Sign in", &*self.sign_in)],
            ..Calm::new(&self.brand, Emblem { icon: Icon::Page, tone: Tone::Warning }, "Your form wasn’t sent")
        }
        .html(None)
    }
}

/// A session ended inside a frame: no form here, since another page lies around it.
#[derive(Clone, Debug)]
pub struct FramedPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// What opens in the whole window.
    pub href: String,
}

impl Page for FramedPage {
    fn render(&self) -> Html {
        Calm {
            lead: vec!["Sign in again in the whole window to see this part of the page.".into()],
            top: Some(Link::new("Open in the whole window", &*self.href)),
            ..Calm::new(&self.brand, Icon::Window, "You have been signed out")
        }
        .html(None)
    }
}

/// A link with a one-time code was opened in another browser than the one that asked for it.
#[derive(Clone, Debug)]
pub struct CodeElsewherePage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// The code.
    pub code: String,
}

impl Page for CodeElsewherePage {
    fn render(&self) -> Html {
        Calm {
            lead: vec![
                "Go back to the browser where you began to sign in and type this code there.".into(),
                "Type it only where you began yourself. If somebody asks you for it, or you didn’t begin, close this \
                 page."
                    .into(),
            ],
            figures: &[Figure::Code(self.code.clone())],
            ..Calm::new(&self.brand, Icon::Mail, "Your code")
        }
        .html(None)
    }
}

/// A sign-in was opened in a browser that is signed in already.
#[derive(Clone, Debug)]
pub struct AlreadySignedInPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Who is signed in, where that is known.
    pub account: Option<String>,
    /// Where to go on.
    pub onward: String,
    /// Where one signs out.
    pub sign_out: String,
}

impl Page for AlreadySignedInPage {
    fn render(&self) -> Html {
        let lead = match &self.account {
            Some(account) => Sentence::new("You are signed in as ").data(account).text("."),
            None => "There is nothing more to do here.".into(),
        };
        Calm {
            lead: vec![lead],
            ways: vec![
                Way::primary(format!("Continue to {}", self.brand.site_name), &*self.onward),
                Way::secondary("Sign out", &*self.sign_out),
            ],
            ..Calm::new(&self.brand, Emblem { icon: Icon::Check, tone: Tone::Success }, "You are already signed in")
        }
        .html(None)
    }
}
