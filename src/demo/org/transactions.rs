//! A sign-in in progress, as the org remembers it.

use std::collections::{BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use super::authenticators::{self, Authenticator};
use super::clients::FirstPage;
use super::levels::Level;
use super::messages::Message;
use super::policy::Requirements;
use super::servers::Server;
use super::stages::{self, Stage};

/// A transaction dies when nothing happens for this long, in seconds.
const LIFETIME: u64 = 600;
/// Nobody waits for an answer any more when the page has not asked for this long, in seconds: browsers let a page in the
/// background ask once a minute.
const PATIENCE: u64 = 90;
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
    /// What the client's first page offers.
    pub(super) first_page: FirstPage,
    /// The level of authentication that was asked for.
    pub(super) level: Option<Level>,
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
    /// When the client last did something with it, a poll included.
    used_at: u64,
    pub(super) stage: Box<dyn Stage>,
    pub(super) login: Option<String>,
    /// What has to be passed before the person's own policy is asked.
    pub(super) detour: Requirements,
    /// The person unlocks their account: that it is locked is no obstacle.
    pub(super) unlocking: bool,
    /// The person wants to stay signed in.
    pub(super) keep_me_signed_in: bool,
    /// Another provider has said who the person is, which stands for the password.
    pub(super) federated: bool,
    /// What is to be said above whatever comes next.
    announcements: Vec<Message>,
    verified: Vec<Verified>,
    /// Marks left by stages that are passed, by names that they choose.
    passed: BTreeSet<&'static str>,
    large_state_handle: bool,
    polls: VecDeque<Instant>,
}

/// An authenticator that was used, and how.
#[derive(Debug)]
struct Verified {
    authenticator: &'static dyn Authenticator,
    method: String,
}

impl Transaction {
    pub(super) fn begin(request: Request, now: u64, large_state_handle: bool) -> Self {
        let stage = stages::first(&request);
        let mut transaction = Self {
            request,
            interaction_handle: crate::random::token(),
            state_token: String::new(),
            state_handle: String::new(),
            expires_at: 0,
            used_at: now,
            stage,
            login: None,
            detour: &[],
            unlocking: false,
            keep_me_signed_in: false,
            federated: false,
            announcements: Vec::new(),
            verified: Vec::new(),
            passed: BTreeSet::new(),
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
        self.detour_by(&[]);
        self.stage = stages::first(&self.request);
        self.rotate(now);
    }

    /// Begins anew with other requirements, which come before those of the person's own policy.
    pub(super) fn detour_by(&mut self, requirements: Requirements) {
        self.detour = requirements;
        self.unlocking = false;
        self.federated = false;
        self.verified.clear();
        self.passed.clear();
    }

    /// The person has proved to have that authenticator, by that method.
    pub(super) fn verified(&mut self, authenticator: &'static dyn Authenticator, method: &str) {
        self.verified.push(Verified { authenticator, method: method.to_owned() });
    }

    pub(super) fn has_verified_anything(&self) -> bool {
        !self.verified.is_empty()
    }

    pub(super) fn has_verified(&self, authenticator: &dyn Authenticator) -> bool {
        self.verified.iter().any(|verified| authenticators::same(verified.authenticator, authenticator))
    }

    /// Leaves a mark: a stage is passed that no state of the person tells of.
    pub(super) fn pass(&mut self, mark: &'static str) {
        self.passed.insert(mark);
    }

    pub(super) fn has_passed(&self, mark: &str) -> bool {
        self.passed.contains(mark)
    }

    /// Keeps a message for whatever comes next.
    pub(super) fn announce(&mut self, message: Message) {
        self.announcements.push(message);
    }

    /// What was kept for now; it is said once.
    pub(super) fn take_announcements(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.announcements)
    }

    /// `amr`: how the person has proved who they are (RFC 8176).
    pub(super) fn references(&self) -> Vec<&'static str> {
        let mut references: Vec<&'static str> = Vec::new();
        for verified in &self.verified {
            let reference = verified.authenticator.reference(&verified.method);
            if !references.contains(&reference) {
                references.push(reference);
            }
        }
        if self.verified.len() > 1 {
            references.push("mfa");
        }
        references
    }

    /// Ends the current state handle and names the next.
    pub(super) fn rotate(&mut self, now: u64) {
        let suffix = crate::random::token();
        self.state_handle = format!("{}~{}", self.state_token, &suffix[..12]);
        if self.large_state_handle {
            self.state_handle.extend(std::iter::repeat_n('x', 20 * 1024));
        }
        self.expires_at = now + LIFETIME;
        self.used(now);
    }

    /// The client has done something with it.
    pub(super) fn used(&mut self, now: u64) {
        self.used_at = now;
    }

    /// Whether somebody still waits for what comes next.
    pub(super) fn is_waited_for(&self, now: u64) -> bool {
        now < self.expires_at && now < self.used_at + PATIENCE
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
