//! Whether somebody has signed in in a browser before, kept by the browser itself.
//!
//! The mark is sealed beside the anchor, so it is worth something in that browser alone, at this site, whichever replica is asked
//! and however often it was started anew. It opens nothing: it decides out of which budget calls to the org are paid.

use std::time::Duration;

use super::anchor::Anchor;
use super::flow::SignIn;
use crate::clock::Timestamp;
use crate::seal::Context;

impl SignIn {
    /// For how long a browser is known after somebody has signed in there.
    pub const DEVICE_IS_KNOWN_FOR: Duration = Duration::from_secs(30 * 24 * 3600);

    /// The mark of a browser in which somebody has just signed in.
    pub fn device_mark(&self, anchor: &Anchor) -> String {
        let until = self.clock.now().plus(Self::DEVICE_IS_KNOWN_FOR).as_unix();
        self.seals.seal(&self.device_context(anchor), &until.to_string())
    }

    /// Whether `mark` was made for this browser, and not too long ago.
    pub fn knows_device(&self, anchor: &Anchor, mark: &str) -> bool {
        let until = self.seals.open(&self.device_context(anchor), mark).and_then(|opened| opened.parse().ok());
        until.is_some_and(|until| self.clock.now() < Timestamp::from_unix(until))
    }

    fn device_context(&self, anchor: &Anchor) -> Context {
        self.place.context("known device").with(anchor.hash())
    }
}
