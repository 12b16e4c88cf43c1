//! Pages for requests that cannot be answered: calm, with a way on and a number to quote.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use super::brand::Brand;
use super::calm::Calm;
use super::form::Way;
use super::icon::{Emblem, Icon, Tone};
use super::phrases::Value;
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
    heading: String,
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

    fn words(self, brand: &Brand) -> Words {
        use Tone::{Calm, Warning};
        use WayOn::{Home, Retry};
        let say = |name| brand.say(name);
        let site = [("site", Value::Data(&brand.site_name))];
        let words = |icon, tone, heading, lead, way| Words { icon, tone, heading, lead, way };
        match self {
            Self::BadRequest => words(Icon::Page, Calm, say("bad-request-heading"), say("bad-request"), Home),
            Self::ForeignPost => words(Icon::Lock, Warning, say("foreign-post-heading"), say("foreign-post"), Home),
            Self::Forbidden => words(Icon::Lock, Calm, say("forbidden-heading"), say("forbidden"), Home),
            Self::NotFound => words(Icon::Search, Calm, say("not-found-heading"), say("not-found"), Home),
            Self::MethodNotAllowed => words(Icon::Page, Calm, say("wrong-method-heading"), say("wrong-method"), Home),
            Self::PayloadTooLarge => words(Icon::Page, Calm, say("too-large-heading"), say("too-large"), Retry),
            Self::Misdirected => words(Icon::Page, Calm, say("misdirected-heading"), say("misdirected"), Home),
            Self::TooManyRequests(wait) => {
                let when = try_again_in(brand, wait);
                let lead = brand.say_with("too-many-requests", &[("when", Value::Text(&when))]);
                words(Icon::Clock, Warning, say("wait-heading"), lead, Retry)
            }
            Self::HeadersTooLarge => {
                words(Icon::Page, Calm, say("cookies-too-large-heading"), say("cookies-too-large"), Retry)
            }
            Self::Internal => words(Icon::Warning, Warning, say("internal-heading"), say("internal"), Retry),
            Self::BadGateway => {
                let lead = brand.say_with("bad-gateway", &site);
                words(Icon::Cloud, Warning, say("bad-gateway-heading"), lead, Retry)
            }
            Self::Unavailable => words(Icon::Cloud, Warning, say("unavailable-heading"), say("unavailable"), Retry),
            Self::GatewayTimeout => {
                let lead = brand.say_with("gateway-timeout", &site);
                words(Icon::Clock, Warning, say("gateway-timeout-heading"), lead, Retry)
            }
        }
    }
}

impl Page for ErrorPage {
    fn render(&self) -> Html {
        let words = self.problem.words(&self.brand);
        let way = match words.way {
            // An empty reference is the page's own address (RFC 3986 §4.4): a fresh GET, never the post again.
            WayOn::Retry => Way::primary(self.brand.say("try-again"), ""),
            WayOn::Home => Way::secondary(self.brand.say("go-to-start"), "/"),
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
pub(super) fn try_again_in(brand: &Brand, wait: Option<Duration>) -> String {
    match wait.map(|wait| wait.as_secs().max(1)) {
        None => brand.say("try-again-later"),
        Some(seconds @ ..=90) => brand.say_with("try-again-in-seconds", &[("seconds", Value::Number(seconds))]),
        Some(seconds) => brand.say_with("try-again-in-minutes", &[("minutes", Value::Number(seconds.div_ceil(60)))]),
    }
}
