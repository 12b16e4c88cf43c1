//! How a sign-in has just ended, kept for a moment for whoever posted the last form twice, or learns the end by a script.
//!
//! A browser that presses a button twice drops the first answer, and with it the cookie, and shows the second. The second post
//! finds the transaction finished, perhaps at another replica and before the first has come to its session. It holds the same
//! sealed transaction in the same browser, so it waits for that session and is given it, as long as it lives: nothing is redeemed
//! again, and after a sign-out there is nothing to hand over. A page whose script was told that there is something else to see
//! finds it here, too, when that is a level that nobody reached.
//!
//! It is kept where the sessions are, under keys that need the browser's anchor: whoever reads the store learns nothing. Sessions
//! that browsers keep themselves are handed over within one process.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use crate::seal::RecordKeys;
use crate::session::{self, SessionCookieValue, StoreError};
use crate::signin::{Anchor, Transaction};

use super::own_request::OwnRequest;

/// How long somebody who came second waits for whoever was first: as long as a call to the authorization server may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often to look meanwhile.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// What a transaction came to.
#[derive(Serialize, Deserialize)]
pub(crate) enum Handover {
    /// A session, under this cookie.
    Session(SessionCookieValue),
    /// A level that was asked for and not reached, and no session.
    LevelNotReached,
}

/// Keeps what this transaction of this browser has come to; `None` when it came to nothing.
///
/// That it cannot be kept is no reason to fail: whoever pressed twice begins afresh.
pub(crate) async fn keep(request: &OwnRequest<'_>, anchor: &Anchor, transaction: &Transaction, end: Option<&Handover>) {
    // Values of our own types always serialise.
    let seal = |end| keys(request, anchor, transaction).seal(&[], &serde_json::to_vec(end).unwrap_or_default());
    let mark = request.site().sign_in().mark(transaction);
    if let Err(error) = request.sessions().hand_over(mark, end.map(seal)).await {
        let error = &error as &dyn std::error::Error;
        tracing::debug!(error, "The end of a sign-in could not be kept for whoever pressed twice");
    }
}

/// What this transaction of this browser came to a moment ago; waits for whoever is about to bring it to its end.
///
/// # Errors
/// When the store could not be asked.
pub(crate) async fn find(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
) -> Result<Option<Handover>, StoreError> {
    let (mark, until) = (request.site().sign_in().mark(transaction), Instant::now() + PATIENCE);
    loop {
        match request.sessions().handed_over(mark).await? {
            session::Handover::Nothing => return Ok(None),
            session::Handover::Awaited if Instant::now() > until => return Ok(None),
            session::Handover::Awaited => tokio::time::sleep(BETWEEN_LOOKS).await,
            session::Handover::Sealed(sealed) => {
                let opened = keys(request, anchor, transaction).open(&[], &sealed);
                return Ok(opened.and_then(|end| serde_json::from_slice(&end).ok()));
            }
        }
    }
}

/// Keys of this transaction in this browser, and of nobody else's.
fn keys(request: &OwnRequest<'_>, anchor: &Anchor, transaction: &Transaction) -> RecordKeys {
    let context = request.site().place().context("handover").with(anchor.expose()).with(transaction.id().as_str());
    request.seals().record_keys(&context)
}
