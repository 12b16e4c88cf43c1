//! What a page asks of the device that its browser runs on.
//!
//! All of it concerns that device and nothing here can be done by a server: look for an application that listens on it, open one, let
//! the browser tell about it. A page without script says so and keeps its other ways; what a script finds out goes into the fields of
//! the page's ordinary forms.

use std::fmt;
use std::time::Duration;

use askama::Template;
use askama::filters::HtmlSafe;
use url::Url;

use super::brand::Brand;
use super::icon::Icon;
use super::policy::{Directive, ForeignOrigin};

/// What a script asks of the device.
#[derive(Clone, PartialEq, Eq)]
pub enum Device {
    /// Look for an application that listens on the device, and hand it a challenge.
    Loopback(Loopback),
    /// Open an application by an address of its own scheme.
    Application(Url),
    /// Show a page that nobody sees, to which the browser tells about the device.
    Frame(Url),
    /// Send that form of the page, which only has to be pressed.
    Press {
        /// Its id.
        form: String,
    },
    /// Go there.
    Leave(Url),
}

/// An application that may listen on the device.
#[derive(Clone, PartialEq, Eq)]
pub struct Loopback {
    /// Where to look for it, in order.
    pub servers: Vec<Url>,
    /// What it is to sign.
    pub challenge_request: String,
    /// How long one place may take to say that somebody is there.
    pub probe_timeout: Duration,
    /// What to read where the browser lets no page look at the device.
    pub help: Option<Url>,
}

/// Without the queries of its addresses: challenges and state tokens travel in them.
impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |url: &Url| format!("{}:{}{}", url.scheme(), url.authority(), url.path());
        match self {
            Self::Loopback(loopback) => f.debug_tuple("Loopback").field(loopback).finish(),
            Self::Application(url) => f.debug_tuple("Application").field(&url.scheme()).finish(),
            Self::Frame(url) => f.debug_tuple("Frame").field(&place(url)).finish(),
            Self::Press { form } => f.debug_struct("Press").field("form", form).finish(),
            Self::Leave(url) => f.debug_tuple("Leave").field(&place(url)).finish(),
        }
    }
}

/// Without the challenge.
impl fmt::Debug for Loopback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loopback").field("servers", &self.origins()).finish_non_exhaustive()
    }
}

impl Device {
    /// Which origins of somebody else it needs, and for what.
    pub(super) fn foreign(&self) -> Vec<(Directive, ForeignOrigin)> {
        let frame = |origin: Option<ForeignOrigin>| origin.into_iter().map(|it| (Directive::Frame, it)).collect();
        match self {
            Self::Loopback(loopback) => {
                let servers = loopback.servers.iter().filter_map(ForeignOrigin::of);
                servers.map(|origin| (Directive::Connect, origin)).collect()
            }
            Self::Application(url) => frame(ForeignOrigin::of_application(url)),
            Self::Frame(url) => frame(ForeignOrigin::of(url)),
            Self::Press { .. } | Self::Leave(_) => Vec::new(),
        }
    }

    /// Whether the step is nothing without script.
    fn needs_script(&self) -> bool {
        matches!(self, Self::Loopback(_) | Self::Frame(_))
    }

    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> DeviceHtml<'a> {
        DeviceHtml { device: self, brand }
    }
}

impl Loopback {
    /// The origins of the servers, separated by spaces.
    fn origins(&self) -> String {
        let origins: Vec<String> = self.servers.iter().map(|server| server.origin().ascii_serialization()).collect();
        origins.join(" ")
    }
}

/// What stands in the page for the script to find, and for whoever runs none.
#[derive(Template)]
#[template(path = "parts/device.html")]
pub(super) struct DeviceHtml<'a> {
    device: &'a Device,
    brand: &'a Brand,
}

// A template of its own: it has escaped what it holds.
impl HtmlSafe for DeviceHtml<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_challenge() {
        let url = |text: &str| Url::parse(text).expect("an address");
        let loopback = Loopback {
            servers: vec![url("http://localhost:8769")],
            challenge_request: "s3cret".to_owned(),
            probe_timeout: Duration::from_secs(1),
            help: None,
        };
        for device in [
            Device::Loopback(loopback),
            Device::Application(url("com-okta-authenticator:/x?challengeRequest=s3cret")),
            Device::Frame(url("https://org.example/x?stateToken=s3cret")),
            Device::Leave(url("https://org.example/x?stateToken=s3cret")),
        ] {
            assert!(!format!("{device:?}").contains("s3cret"), "{device:?}");
        }
    }
}
