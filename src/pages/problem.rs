//! Pages for requests that cannot be answered: calm, with a way on and a number to quote.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use super::brand::Brand;
use super::calm::Calm;
use super::form::Way;
use super::icon::{Emblem, Icon, Tone};
use super::script::Countdown;
use super::{Html, Page};

/// A request that cannot be answered.
#[derive(Clone, Debug)]
pub struct ErrorPage {
    /// Whose page it is.
    pub brand: Arc<Brand>,
    /// What is wrong.
    pub problem: Problem,
    /// What to quote when asking for help; found again in the log.
    pub reference: Option<String>,
}

/// What is wrong with a request, or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The request cannot be understood in one way only.
    BadRequest,
    /// A post that did not come from one of our own pages.
    ForeignPost,
    /// The person may not see this.
    Forbidden,
    /// There is nothing here.
    NotFound,
    /// There is something here, but not for this method.
    MethodNotAllowed,
    /// More was sent than is taken.
    PayloadTooLarge,
    /// The request was for another host.
    Misdirected,
    /// Too many requests; perhaps after this time it is fine again.
    TooManyRequests(Option<Duration>),
    /// The headers, mostly cookies, are too large.
    HeadersTooLarge,
    /// Something failed in the gateway itself.
    Internal,
    /// The application answered with something that is no answer, or not at all.
    BadGateway,
    /// What is needed to answer cannot be reached now.
    Unavailable,
    /// The application took too long.
    GatewayTimeout,
}

struct Words {
    icon: Icon,
    tone: Tone,
    heading: &'static str,
    lead: String,
    way: WayOn,
}

#[derive(Clone, Copy)]
enum WayOn {
    Retry,
    Home,
}

impl Problem {
    /// The status the page is sent with.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::ForeignPost | Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::TooManyRequests(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::HeadersTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::BadGateway => StatusCode::BAD_GATEWAY,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::GatewayTimeout => StatusCode::GATEWAY_TIMEOUT,
        }
    }

    fn words(self, site: &str) -> Words {
        use WayOn::{Home, Retry};
        let words = |icon, tone, heading, lead: &str, way| Words { icon, tone, heading, lead: lead.to_owned(), way };
        match self {
            Self::BadRequest => words(
                Icon::Page,
                Tone::Calm,
                "We can’t open this address",
                "Part of it is missing or mistyped. Check the address, or begin at the start page.",
                Home,
            ),
            Self::ForeignPost => words(
                Icon::Lock,
                Tone::Warning,
                "We stopped that request",
                "It didn’t come from a page of this site, so nothing was done. If you sent it yourself, open the page \
                 again and repeat it.",
                Home,
            ),
            Self::Forbidden => words(
                Icon::Lock,
                Tone::Calm,
                "You don’t have access to this page",
                "Your account isn’t allowed to see it. If you think it should be, ask whoever looks after this site.",
                Home,
            ),
            Self::NotFound => words(
                Icon::Search,
                Tone::Calm,
                "There is nothing at this address",
                "The page may have moved, or the address has a slip in it.",
                Home,
            ),
            Self::MethodNotAllowed => words(
                Icon::Page,
                Tone::Calm,
                "This page can’t do that",
                "The address is right, but it doesn’t take this kind of request. Nothing was changed.",
                Home,
            ),
            Self::PayloadTooLarge => words(
                Icon::Page,
                Tone::Calm,
                "That was too much at once",
                "What you sent is larger than this site takes. Nothing was saved. Send less, or in smaller parts.",
                Retry,
            ),
            Self::Misdirected => words(
                Icon::Page,
                Tone::Calm,
                "This address belongs to another site",
                "Your browser asked us for a page that lives elsewhere. Open the address again in a new window.",
                Home,
            ),
            Self::TooManyRequests(wait) => Words {
                icon: Icon::Clock,
                tone: Tone::Warning,
                heading: "Wait a moment",
                lead: format!("There were too many attempts in a short time. {}", try_again_in(wait)),
                way: Retry,
            },
            Self::HeadersTooLarge => words(
                Icon::Page,
                Tone::Calm,
                "Your browser sent too much",
                "The cookies it keeps for this site have grown too large. Delete the cookies of this site, then try \
                 again.",
                Retry,
            ),
            Self::Internal => words(
                Icon::Warning,
                Tone::Warning,
                "Something went wrong on our side",
                "It isn’t anything you did. Try again in a moment.",
                Retry,
            ),
            Self::BadGateway => Words {
                icon: Icon::Cloud,
                tone: Tone::Warning,
                heading: "The application isn’t answering",
                lead: format!("{site} can’t be reached right now. Try again in a moment."),
                way: Retry,
            },
            Self::Unavailable => words(
                Icon::Cloud,
                Tone::Warning,
                "We can’t open this right now",
                "Something we need is out of reach. Nothing is lost; try again in a moment.",
                Retry,
            ),
            Self::GatewayTimeout => Words {
                icon: Icon::Clock,
                tone: Tone::Warning,
                heading: "The application is taking too long",
                lead: format!("{site} didn’t answer in time. Before you repeat something, check whether it was done."),
                way: Retry,
            },
        }
    }
}

impl Page for ErrorPage {
    fn render(&self) -> Html {
        let words = self.problem.words(&self.brand.site_name);
        let way = match words.way {
            // An empty reference is the page's own address (RFC 3986 §4.4): a fresh GET, never the post again.
            WayOn::Retry => Way::primary("Try again", ""),
            WayOn::Home => Way::secondary("Go to the start page", "/"),
        };
        let calm = Calm {
            is_error: true,
            lead: vec![words.lead.into()],
            ways: vec![way],
            reference: self.reference.as_deref(),
            scripts: match self.problem {
                Problem::TooManyRequests(wait) => Countdown::until(wait).into_iter().collect(),
                _ => Vec::new(),
            },
            ..Calm::new(&self.brand, Emblem { icon: words.icon, tone: words.tone }, words.heading)
        };
        calm.html(None)
    }
}

/// When to try again, in words that stay true while the page is read.
pub(super) fn try_again_in(wait: Option<Duration>) -> String {
    match wait.map(|wait| wait.as_secs().max(1)) {
        None => "Try again in a few minutes.".to_owned(),
        Some(1) => "Try again in a second.".to_owned(),
        Some(seconds @ 2..=90) => format!("Try again in {seconds} seconds."),
        Some(seconds) => format!("Try again in {} minutes.", seconds.div_ceil(60)),
    }
}
