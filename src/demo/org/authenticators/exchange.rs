//! A conversation with one authenticator: somebody proves that they have it, or sets it up.

use std::fmt;

use serde_json::Value;

use super::Facts;
use crate::demo::org::page::Page;
use crate::demo::org::stages::{Outcome, Scene};

/// A conversation in progress.
///
/// One exchange often serves both roles: a code that was sent proves an enrolment as well as it completes one.
pub(in crate::demo::org) trait Exchange: fmt::Debug + Send {
    /// Adds its forms to the page, and contextual data and actions to `current`, the object that the page shows as
    /// current authenticator or enrolment.
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value);

    /// Carries out one of the forms that it wrote.
    fn carry_out(&mut self, role: Role, scene: &mut Scene<'_>, form: &str, body: &Value) -> Verdict;

    /// Something happens outside the sign-in: a person answers on a telephone.
    fn hear(&mut self, _signal: Signal) {}

    /// The device that the browser runs on signs a challenge; true when it is the one of this exchange.
    fn device_answers(&mut self, _request: &str, _login: &str) -> bool {
        false
    }

    /// The member of the document under which its authenticator stands.
    fn member(&self) -> &'static str {
        "currentAuthenticatorEnrollment"
    }

    /// The browser comes back from a provider; what is to be remembered, where that is what was waited for.
    fn came_back(&mut self, _from: &str) -> Option<Facts> {
        None
    }

    /// What somebody outside the sign-in is waited for.
    fn waits(&self) -> Option<Waiting> {
        None
    }

    /// The code that a device shows which is being set up.
    fn current_code(&self, _now: u64) -> Option<String> {
        None
    }
}

/// What an exchange is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::demo::org) enum Role {
    /// To prove that the person has the enrolment.
    Verify,
    /// To make an enrolment.
    Enroll,
}

/// What an exchange makes of a form.
#[derive(Debug)]
pub(in crate::demo::org) enum Verdict {
    /// Proved, or set up; this is to be remembered of the enrolment.
    Passed(Facts),
    /// A wrong guess, which counts towards the lock-out.
    Wrong(Outcome),
    /// It goes on with another exchange.
    On(Box<dyn Exchange>),
    /// Everything else.
    Said(Outcome),
}

/// What happens outside a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::demo::org) enum Signal {
    /// The person agrees, on their device or by a link.
    Approve,
    /// The person says on their device that this was not them.
    Reject,
    /// The person picks that number on their device.
    Number(u8),
}

/// A question on somebody's device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::demo::org) struct Waiting {
    /// What asks.
    pub(in crate::demo::org) what: &'static str,
    /// Agreeing takes a number that the page shows.
    pub(in crate::demo::org) wants_number: bool,
    /// The numbers to pick from, once the page shows the right one.
    pub(in crate::demo::org) numbers: Vec<u8>,
}

impl Waiting {
    /// Nobody has held a badge to the reader yet.
    pub(in crate::demo::org) fn for_badge() -> Self {
        Self { what: "Hold the badge to the reader", wants_number: false, numbers: Vec::new() }
    }
}

impl Role {
    /// The name of the form that takes the credentials.
    pub(in crate::demo::org) const fn form(self) -> &'static str {
        match self {
            Self::Verify => "challenge-authenticator",
            Self::Enroll => "enroll-authenticator",
        }
    }

    /// The member of the document that the form is about.
    pub(in crate::demo::org) const fn subject(self) -> &'static str {
        match self {
            Self::Verify => "$.currentAuthenticatorEnrollment",
            Self::Enroll => "$.currentAuthenticator",
        }
    }
}
