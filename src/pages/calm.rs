//! Pages on which there is little to do: what happened, what comes next, one button.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;

use super::brand::{Brand, Link};
use super::figure::Figure;
use super::form::{Post, Target, Way, Weight};
use super::icon::{Emblem, Icon, Tone};
use super::phrases::Value;
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
    pub(super) heading: String,
    pub(super) lead: Vec<Sentence>,
    pub(super) notices: &'a [Notice],
    pub(super) figures: &'a [Figure],
    pub(super) ways: Vec<Way>,
    pub(super) top: Option<Link>,
    pub(super) reference: Option<&'a str>,
    pub(super) scripts: Vec<Script>,
}

impl<'a> Calm<'a> {
    pub(super) fn new(brand: &'a Brand, emblem: impl Into<Emblem>, heading: String) -> Self {
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
        Html::of(self, self.brand, refresh, &self.scripts)
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
        let brand = &self.brand;
        let lead = brand.say_with("continue-lead", &[("site", Value::Data(&brand.site_name))]);
        Calm {
            lead: vec![lead.into()],
            ways: vec![Way::new(brand.say("continue"), self.begin.clone(), Weight::Primary)],
            ..Calm::new(brand, Icon::Person, brand.say("continue-heading"))
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
        let brand = &self.brand;
        Calm {
            is_error: true,
            lead: vec![brand.say("cookies-needed").into(), brand.say("cookies-needed-how").into()],
            ways: vec![Way::primary(brand.say("try-again"), &*self.retry)],
            ..Calm::new(brand, Emblem { icon: Icon::Window, tone: Tone::Warning }, brand.say("cookies-needed-heading"))
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
        let brand = &self.brand;
        let site = ("site", Value::Text(&brand.site_name));
        let lead = match &self.account {
            Some(account) => brand.sentence("sign-out-account", &[("account", Value::Data(account)), site]),
            None => brand.sentence("sign-out-lead", &[site]),
        };
        Calm {
            lead: vec![lead],
            ways: vec![
                Way::new(brand.say("sign-out"), Target::Post(self.sign_out.clone()), Weight::Primary),
                Way::secondary(brand.say("stay-signed-in"), &*self.stay),
            ],
            ..Calm::new(brand, Icon::Door, brand.say("sign-out-heading"))
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
    /// Whether everything that was to end here has ended; otherwise the page says that the rest follows.
    pub complete: bool,
    /// Whether the person may still be signed in at the sign-in service, because it could not be reached.
    pub left_at_service: bool,
}

impl Page for SignedOutPage {
    fn render(&self) -> Html {
        let brand = &self.brand;
        let left = brand.say_with("signed-out-lead", &[("site", Value::Data(&brand.site_name))]);
        let mut lead: Vec<Sentence> = vec![left.into()];
        if !self.complete {
            lead.push(brand.say("signed-out-in-part").into());
        }
        if self.left_at_service {
            lead.push(brand.say("signed-out-here-only").into());
        }
        Calm {
            lead,
            ways: vec![Way::secondary(brand.say("sign-in-again"), &*self.sign_in)],
            ..Calm::new(brand, Emblem { icon: Icon::Check, tone: Tone::Success }, brand.say("signed-out-heading"))
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
        let brand = &self.brand;
        let (icon, heading, lead) = match self.reason {
            TryAgain::Unreachable => (Icon::Cloud, brand.say("unreachable-heading"), brand.say("unreachable-lead")),
            TryAgain::Busy(wait) => {
                let when = try_again_in(brand, wait);
                let lead = brand.say_with("busy-lead", &[("when", Value::Text(&when))]);
                (Icon::Clock, brand.say("wait-heading"), lead)
            }
        };
        Calm {
            is_error: true,
            lead: vec![lead.into()],
            ways: vec![Way::primary(brand.say("try-again"), &*self.retry)],
            reference: self.reference.as_deref(),
            scripts: match self.reason {
                TryAgain::Busy(wait) => Countdown::until(wait).into_iter().collect(),
                TryAgain::Unreachable => Vec::new(),
            },
            ..Calm::new(brand, Emblem { icon, tone: Tone::Warning }, heading)
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
        let brand = &self.brand;
        Calm {
            lead: vec![brand.say("expired-lead").into()],
            ways: vec![Way::new(brand.say("start-again"), self.begin.clone(), Weight::Primary)],
            ..Calm::new(brand, Icon::Clock, brand.say("expired-heading"))
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
            ..Calm::new(&self.brand, self.emblem, self.heading.clone())
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
        let brand = &self.brand;
        let lead = match &self.host {
            Some(host) => brand.sentence("leave-to", &[("host", Value::Data(host))]),
            None => brand.say("leave-lead").into(),
        };
        Calm {
            lead: vec![lead],
            ways: vec![Way::primary(brand.say("continue"), &*self.href)],
            ..Calm::new(brand, Icon::Door, brand.say("leave-heading"))
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
        let brand = &self.brand;
        Calm {
            is_error: true,
            lead: vec![brand.say("form-lost").into(), brand.say("form-lost-how").into()],
            ways: vec![Way::primary(brand.say("sign-in"), &*self.sign_in)],
            ..Calm::new(brand, Emblem { icon: Icon::Page, tone: Tone::Warning }, brand.say("form-lost-heading"))
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
        let brand = &self.brand;
        Calm {
            lead: vec![brand.say("framed-lead").into()],
            top: Some(Link::new(brand.say("framed-open"), &*self.href)),
            ..Calm::new(brand, Icon::Window, brand.say("framed-heading"))
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
        let brand = &self.brand;
        Calm {
            lead: vec![brand.say("code-elsewhere").into(), brand.say("code-elsewhere-if-not").into()],
            figures: &[Figure::Code(self.code.clone())],
            ..Calm::new(brand, Icon::Mail, brand.say("your-code-heading"))
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
        let brand = &self.brand;
        let onward = brand.say_with("continue-to-site", &[("site", Value::Data(&brand.site_name))]);
        let lead = match &self.account {
            Some(account) => brand.sentence("already-signed-in-as", &[("account", Value::Data(account))]),
            None => brand.say("already-signed-in-lead").into(),
        };
        Calm {
            lead: vec![lead],
            ways: vec![Way::primary(onward, &*self.onward), Way::secondary(brand.say("sign-out"), &*self.sign_out)],
            ..Calm::new(
                brand,
                Emblem { icon: Icon::Check, tone: Tone::Success },
                brand.say("already-signed-in-heading"),
            )
        }
        .html(None)
    }
}
