//! A sign-in in progress, as the org remembers it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use http::StatusCode;

use super::messages::Message;
use super::people::Factor;
use super::servers::{Policy, Server};

/// A transaction dies when nothing happens for this long, in seconds.
const LIFETIME: u64 = 600;
/// More polls than this within [`POLL_WINDOW`] are refused.
const POLLS: usize = 10;
pub(super) const POLL_WINDOW: Duration = Duration::from_secs(5);

/// What the client asked for when it began.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) client_id: String,
    pub(super) server: &'static Server,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: String,
    pub(super) scopes: Vec<String>,
    pub(super) state: String,
    pub(super) nonce: Option<String>,
    pub(super) login_hint: Option<String>,
}

/// A transaction: found by its interaction handle, driven by its state handle.
#[derive(Debug)]
pub(super) struct Transaction {
    pub(super) request: Request,
    pub(super) interaction_handle: String,
    /// The part of the state handle that stays when it rotates.
    pub(super) state_token: String,
    /// The only state handle that is accepted now.
    pub(super) state_handle: String,
    pub(super) expires_at: u64,
    pub(super) step: Step,
    pub(super) login: Option<String>,
    pub(super) verified: Vec<Factor>,
    pub(super) recovering: bool,
    pub(super) warning_skipped: bool,
    large_state_handle: bool,
    polls: VecDeque<Instant>,
}

/// What the person is asked for now.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Identify,
    IdentifyRecovery,
    Select,
    /// How to reach the person by this enrolment, before anything is sent.
    Confirm {
        enrollment: String,
    },
    Challenge(Challenge),
    /// The password has expired, or (`warning`) is about to.
    Reenroll {
        warning: bool,
    },
    Reset,
    /// Done: the code waits to be redeemed.
    Issued(String),
    /// Nothing to be done but to begin again.
    Terminal {
        status: StatusCode,
        message: Message,
        failure: bool,
    },
}

/// A challenge to one enrolment.
#[derive(Debug, Clone)]
pub(super) struct Challenge {
    pub(super) enrollment: String,
    pub(super) factor: Factor,
    pub(super) method: String,
    /// The code that was sent, and until when it is good.
    pub(super) code: Option<(String, u64)>,
    pub(super) resent: u32,
    /// Somebody confirmed it elsewhere; the next poll finds out.
    pub(super) approved: bool,
}

impl Transaction {
    pub(super) fn begin(request: Request, now: u64, large_state_handle: bool) -> Self {
        let mut transaction = Self {
            request,
            interaction_handle: crate::random::token(),
            state_token: String::new(),
            state_handle: String::new(),
            expires_at: 0,
            step: Step::Identify,
            login: None,
            verified: Vec::new(),
            recovering: false,
            warning_skipped: false,
            large_state_handle,
            polls: VecDeque::new(),
        };
        transaction.restart(now);
        transaction
    }

    /// Back to the first step, under a new state handle and the old interaction handle.
    pub(super) fn restart(&mut self, now: u64) {
        self.state_token = format!("02.id.{}", crate::random::token());
        self.login = None;
        self.verified.clear();
        self.recovering = false;
        self.warning_skipped = false;
        self.step = if self.request.server.policy == Policy::Allows { Step::Identify } else { no_matching_policy() };
        self.rotate(now);
    }

    /// Ends the current state handle and names the next.
    pub(super) fn rotate(&mut self, now: u64) {
        let suffix = crate::random::token();
        self.state_handle = format!("{}~{}", self.state_token, &suffix[..12]);
        if self.large_state_handle {
            self.state_handle.extend(std::iter::repeat_n('x', 20 * 1024));
        }
        self.expires_at = now + LIFETIME;
    }

    /// Counts a poll; false when there were too many in too short a time.
    pub(super) fn may_poll(&mut self, now: Instant) -> bool {
        while self.polls.front().is_some_and(|at| now.duration_since(*at) >= POLL_WINDOW) {
            self.polls.pop_front();
        }
        if self.polls.len() >= POLLS {
            return false;
        }
        self.polls.push_back(now);
        true
    }
}

fn no_matching_policy() -> Step {
    Step::Terminal {
        status: StatusCode::FORBIDDEN,
        message: Message::error(
            "idx.error.code.no_matching_policy",
            "There is no access policy rule that lets this application in.",
        ),
        failure: true,
    }
}
