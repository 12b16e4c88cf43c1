//! What ties transactions to one browser.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::person::DeviceToken;
use crate::random;
use crate::seal::Context;
use crate::secret::Secret;

/// 256 random bits in a browser's device cookie. They open nothing by themselves.
///
/// A sealed transaction opens only beside the anchor it was sealed for, so one that was planted by a sibling host, or
/// carried to another browser, is nothing there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor(Secret);

/// 256 bits as base64url.
const LENGTH: usize = 43;

impl Anchor {
    /// An anchor for a browser that has none.
    pub fn fresh() -> Self {
        Self(Secret::new(random::token()))
    }

    /// The anchor in a device cookie; `None` when no gateway wrote it.
    pub fn parse(cookie: &str) -> Option<Self> {
        let shaped = cookie.len() == LENGTH
            && cookie.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        shaped.then(|| Self(Secret::new(cookie)))
    }

    /// The cookie's value.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// Stands for the anchor where something is bound to it.
    pub fn hash(&self) -> [u8; 32] {
        self.derive("anchor")
    }

    /// What the authorization server knows this browser by: 32 characters that do not lead back to the anchor.
    ///
    /// Made of the anchor alone, so that it stays the same whatever becomes of the keys: to the org a new token is a
    /// new device.
    pub fn device_token(&self) -> DeviceToken {
        DeviceToken::new(URL_SAFE_NO_PAD.encode(&self.derive("device token")[..24]))
    }

    fn derive(&self, purpose: &str) -> [u8; 32] {
        Sha256::digest(Context::new(purpose).with(self.expose()).as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_device_token_is_stable_short_and_tells_nothing_of_the_anchor() {
        let anchor = Anchor::parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").expect("an anchor");

        // Written down: another value would make every known device unknown to the org.
        assert_eq!(anchor.device_token().expose(), "kZPYbdH_b9iSgwYVvAF6onxBkAPGZPid");
        assert_eq!(anchor.device_token().expose().len(), 32);
        assert_ne!(anchor.device_token(), Anchor::fresh().device_token());
        assert_ne!(anchor.hash()[..24], anchor.derive("device token")[..24]);
    }

    #[test]
    fn only_what_a_gateway_wrote_is_an_anchor() {
        let fresh = Anchor::fresh();

        assert_eq!(Anchor::parse(fresh.expose()), Some(fresh));
        for cookie in ["", "a", &"a".repeat(42), &"a".repeat(44), &"+".repeat(43)] {
            assert_eq!(Anchor::parse(cookie), None, "{cookie}");
        }
    }
}
