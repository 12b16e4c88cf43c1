//! How a sign-in has just ended, kept for a moment for whoever posted the last form twice, or learns the end by a script.
//!
//! A browser that presses a button twice drops the first answer, and with it the cookie, and shows the second. The second post
//! finds the transaction finished. It holds the same sealed transaction in the same browser, so it is given the same session,
//! as long as that lives: nothing is redeemed again, and after a sign-out there is nothing to hand over. A page whose script
//! was told that there is something else to see finds it here, too, when that is a level that nobody reached.

use std::time::Duration;

use moka::sync::Cache;

use crate::clock::Timestamp;
use crate::session::SessionCookieValue;
use crate::signin::TransactionId;

/// As long as it may take between two presses of one button, and no longer.
const MOMENT: Duration = Duration::from_secs(15);
/// More sign-ins than this do not end within a moment.
const AT_MOST: u64 = 10_000;

/// What a transaction came to.
#[derive(Clone)]
pub(crate) enum Handover {
    /// A session, under this cookie.
    Session(SessionCookieValue),
    /// A level that was asked for and not reached, and no session.
    LevelNotReached,
}

/// The ends of the last moment, by the transaction and the browser that they come from.
pub(crate) struct Handovers(Cache<(TransactionId, [u8; 32]), (Handover, Timestamp)>);

impl Handovers {
    pub(crate) fn new() -> Self {
        Self(Cache::builder().max_capacity(AT_MOST).time_to_live(MOMENT).build())
    }

    /// Keeps what this transaction of this browser has come to.
    pub(crate) fn keep(&self, transaction: &TransactionId, anchor: [u8; 32], end: Handover, now: Timestamp) {
        self.0.insert((transaction.clone(), anchor), (end, now));
    }

    /// What this transaction of this browser came to a moment ago.
    pub(crate) fn find(&self, transaction: &TransactionId, anchor: [u8; 32], now: Timestamp) -> Option<Handover> {
        let (end, ended_at) = self.0.get(&(transaction.clone(), anchor))?;
        now.is_within(MOMENT, ended_at).then_some(end)
    }
}
