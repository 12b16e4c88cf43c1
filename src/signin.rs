//! Signing in: one transaction from its beginning to its tokens.
//!
//! A [`Transaction`] is all that must be remembered, and the browser keeps it, sealed and bound to its [`Anchor`]. What
//! the server holds beside that (the current document, who is calling) is a convenience that may be lost at any time:
//! introspecting the interaction handle brings it back. Only the end is remembered, in the session store, so that no
//! code is ever redeemed twice.
//!
//! Calls of one transaction are made one after the other; polls give way to people. A call whose outcome is unknown is
//! followed by a look at where the conversation stands, never by the same credentials again.
//!
//! This room knows documents and tokens, but neither HTML nor cookies nor requests. It writes no log of its own
//! except for what it swallows while polling: every other failure is a [`SignInError`] for whoever answers the browser.

mod anchor;
mod conversation;
mod error;
mod flow;
mod known_device;
mod limits;
mod pace;
mod polling;
mod progress;
mod purpose;
mod resuming;
mod submitting;
mod transaction;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use anchor::Anchor;
pub use conversation::Conversations;
pub use error::SignInError;
pub use flow::{Parts, SignIn};
pub use limits::{Limits, LogoutLimits};
pub use progress::{Progress, Step, Submission};
pub use purpose::{Beginning, MailedToken, Purpose, SteppedUp};
pub use resuming::Returned;
pub use transaction::{NoRoom, Transaction, TransactionId};
