//! Pages for links in mails that activate or recover an account: nothing happens before somebody presses a button, for mail
//! scanners open links as well.

use std::sync::Arc;

use super::brand::Brand;
use super::calm::Calm;
use super::form::{Post, Target, Way, Weight};
use super::icon::{Emblem, Icon, Tone};
use super::phrases::Value;
use super::{Html, Page};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailedLink {
    /// It activates an account.
    Activation,
    /// It recovers one.
    Recovery,
}

/// Whoever is signed in in the browser that opened a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedIn {
    /// This account.
    As(String),
    /// An account without a name.
    Unnamed,
}

/// The button that a link leads to.
#[derive(Clone, Debug)]
pub struct MailedLinkPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// What the link is for.
    pub link: MailedLink,
    /// Whose session ends when the person goes on to the end.
    pub signed_in: Option<SignedIn>,
    /// Spends the link.
    pub go: Post,
}

impl Page for MailedLinkPage {
    fn render(&self) -> Html {
        let brand = &self.brand;
        let site = [("site", Value::Text(brand.site_name.as_str()))];
        let (heading, lead, button) = match self.link {
            MailedLink::Activation => {
                let lead = brand.sentence("activate-lead", &site);
                (brand.say("activate-heading"), lead, brand.say("activate-button"))
            }
            MailedLink::Recovery => {
                (brand.say("recover-heading"), brand.sentence("recover-lead", &site), brand.say("continue"))
            }
        };
        let mut lead = vec![lead];
        lead.extend(self.signed_in.as_ref().map(|signed_in| match signed_in {
            SignedIn::As(account) => brand.sentence("link-signed-in", &[("account", Value::Data(account))]),
            SignedIn::Unnamed => brand.say("link-signed-in-unnamed").into(),
        }));
        Calm {
            lead,
            ways: vec![Way::new(button, Target::Post(self.go.clone()), Weight::Primary)],
            ..Calm::new(brand, Icon::Mail, heading)
        }
        .html(None)
    }
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It carries nothing, or carries it twice.
    Incomplete,
    /// It was used, or is too old.
    Dead,
    /// The gateway's client may not use it; what to quote when asking for help.
    Unusable {
        /// The reference in the log.
        reference: String,
    },
}

/// A link that leads nowhere.
#[derive(Clone, Debug)]
pub struct BadLinkPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// What it was for.
    pub link: MailedLink,
    /// Why it leads nowhere.
    pub fault: LinkFault,
    /// Begins an ordinary sign-in, from which an account can also be recovered.
    pub sign_in: String,
}

impl Page for BadLinkPage {
    fn render(&self) -> Html {
        let brand = &self.brand;
        let say = |name| brand.say(name);
        let (heading, lead) = match (&self.fault, self.link) {
            (LinkFault::Incomplete, _) => (say("link-incomplete-heading"), say("link-incomplete-lead")),
            (LinkFault::Dead, MailedLink::Activation) => (say("link-dead-heading"), say("link-dead-activate")),
            (LinkFault::Dead, MailedLink::Recovery) => (say("link-dead-heading"), say("link-dead-recover")),
            (LinkFault::Unusable { .. }, _) => (say("link-unusable-heading"), say("link-unusable-lead")),
        };
        let reference = match &self.fault {
            LinkFault::Unusable { reference } => Some(reference.as_str()),
            LinkFault::Incomplete | LinkFault::Dead => None,
        };
        Calm {
            is_error: true,
            lead: vec![lead.into()],
            ways: vec![Way::primary(brand.say("link-sign-in"), &*self.sign_in)],
            reference,
            ..Calm::new(brand, Emblem { icon: Icon::Mail, tone: Tone::Warning }, heading)
        }
        .html(None)
    }
}
