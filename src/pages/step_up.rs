//! Pages for somebody who is signed in, but not as strongly or not as recently as a page asks for.

use std::sync::Arc;

use super::brand::{Brand, Link};
use super::calm::Calm;
use super::form::{Target, Way, Weight};
use super::icon::{Emblem, Icon, Tone};
use super::{Html, Page};

/// Before such a sign-in begins, where the browser does not say that a person asked for it.
#[derive(Clone, Debug)]
pub struct ConfirmPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Begins the sign-in.
    pub begin: Target,
}

impl Page for ConfirmPage {
    fn render(&self) -> Html {
        let brand = &self.brand;
        Calm {
            lead: vec![brand.say("confirm-lead").into()],
            ways: vec![Way::new(brand.say("continue"), self.begin.clone(), Weight::Primary)],
            ..Calm::new(brand, Icon::Lock, brand.say("confirm-heading"))
        }
        .html(None)
    }
}

/// In a frame of the application: no form here, since another page lies around it.
#[derive(Clone, Debug)]
pub struct FramedConfirmPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// What opens in the whole window.
    pub href: String,
}

impl Page for FramedConfirmPage {
    fn render(&self) -> Html {
        let brand = &self.brand;
        Calm {
            lead: vec![brand.say("confirm-framed-lead").into()],
            top: Some(Link::new(brand.say("confirm-framed-link"), &*self.href)),
            ..Calm::new(brand, Icon::Lock, brand.say("confirm-heading"))
        }
        .html(None)
    }
}

/// A form of the application was posted to a place that asks for more.
#[derive(Clone, Debug)]
pub struct FormNeedsMorePage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Begins the sign-in.
    pub begin: String,
}

impl Page for FormNeedsMorePage {
    fn render(&self) -> Html {
        let brand = &self.brand;
        Calm {
            is_error: true,
            lead: vec![brand.say("confirm-form-lead").into(), brand.say("confirm-form-advice").into()],
            ways: vec![Way::primary(brand.say("confirm-form-button"), &*self.begin)],
            ..Calm::new(brand, Emblem { icon: Icon::Page, tone: Tone::Warning }, brand.say("confirm-form-heading"))
        }
        .html(None)
    }
}

/// The person did what they could, and it is not what the page asks for.
#[derive(Clone, Debug)]
pub struct LevelNotReachedPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// Where to try again.
    pub retry: String,
    /// What to quote when asking for help.
    pub reference: String,
}

impl Page for LevelNotReachedPage {
    fn render(&self) -> Html {
        let brand = &self.brand;
        Calm {
            is_error: true,
            lead: vec![brand.say("level-lead").into(), brand.say("level-advice").into()],
            ways: vec![
                Way::primary(brand.say("level-home"), "/"),
                Way::secondary(brand.say("level-retry"), &*self.retry),
            ],
            reference: Some(&self.reference),
            ..Calm::new(brand, Icon::Lock, brand.say("level-heading"))
        }
        .html(None)
    }
}
