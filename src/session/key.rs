//! Where a session belongs, and what it is called there.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::config::Site;
use crate::cookies::CookieNames;
use crate::random;
use crate::seal::Context;

/// 256 random bits as base64url.
const COOKIE_LENGTH: usize = 43;

crate::secret_newtype!(
    /// What the browser holds of a session: 256 random bits and nothing else.
    SessionCookieValue
);

impl SessionCookieValue {
    /// A value that was never there before.
    pub(super) fn fresh() -> Self {
        Self::new(random::token())
    }
}

/// The place a session belongs to: site, issuer, client and cookie name.
///
/// A cookie of one place names nothing at another, even where both share a process, a store and a key ring.
#[derive(Clone)]
pub struct SitePlace {
    /// The hash of everything but the cookie's value, so that a lookup hashes only that.
    session: Sha256,
    /// The parts, for other purposes than sessions.
    parts: [String; 3],
}

/// A session's name in the store: it does not lead back to the cookie.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionKey([u8; 32]);

/// What remembers that a transaction came to its end.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct FinishedMark([u8; 32]);

impl SitePlace {
    /// The place of a site's sessions.
    pub fn of(site: &Site) -> Self {
        let server = &site.authorization_server;
        let names = CookieNames::of(site);
        Self::new(site.public_url.as_str(), &server.issuer, &server.client_id, names.session())
    }

    /// The place of an origin, an issuer, a client and the name of the session cookie.
    pub fn new(origin: &str, issuer: &str, client_id: &str, cookie_name: &str) -> Self {
        let parts = [origin.to_owned(), issuer.to_owned(), client_id.to_owned()];
        let context = context("session", &parts).with(cookie_name);
        Self { session: Sha256::new_with_prefix(context.as_bytes()), parts }
    }

    /// The context of sealed values of this place that serve `purpose`.
    pub fn context(&self, purpose: &str) -> Context {
        context(purpose, &self.parts)
    }

    /// The name of the session that the browser's cookie stands for; `None` when no gateway wrote such a cookie.
    pub fn session_key(&self, cookie: &str) -> Option<SessionKey> {
        let shaped = cookie.len() == COOKIE_LENGTH
            && cookie.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        shaped.then(|| SessionKey(self.session.clone().chain_update(cookie).finalize().into()))
    }

    /// What stands for the session of that cookie in a sealed value: it leads to no cookie and is no name in the store.
    pub fn session_tag(&self, cookie: &str) -> String {
        let hash = Sha256::digest(self.context("session tag").with(cookie).as_bytes());
        URL_SAFE_NO_PAD.encode(&hash[..16])
    }

    /// The mark of something that happens once: `what` says what, `secret` which.
    pub fn mark_of(&self, what: &str, secret: &str) -> FinishedMark {
        FinishedMark(Sha256::digest(self.context(what).with(secret).as_bytes()).into())
    }

    /// The mark of the end of the transaction that `secret`, its interaction handle, identifies.
    pub fn finished_mark(&self, secret: &str) -> FinishedMark {
        self.mark_of("finished", secret)
    }
}

impl SessionKey {
    pub(super) const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl FinishedMark {
    pub(super) const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

fn context(purpose: &str, parts: &[String]) -> Context {
    parts.iter().fold(Context::new(purpose), Context::with)
}

impl std::fmt::Debug for SitePlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("SitePlace").field(&self.parts).finish()
    }
}

impl std::fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionKey([redacted])")
    }
}

impl std::fmt::Debug for FinishedMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FinishedMark([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_names_a_session_at_its_own_place_only() {
        let place = |parts: [&str; 4]| SitePlace::new(parts[0], parts[1], parts[2], parts[3]);
        let cookie = SessionCookieValue::fresh();
        let here = ["https://a.example", "https://org.example", "client", "__Host-gatehouse"];
        let key = place(here).session_key(cookie.expose());

        assert!(key.is_some());
        assert_eq!(key, place(here).session_key(cookie.expose()));
        for changed in 0..here.len() {
            let mut elsewhere = here;
            elsewhere[changed] = "other";
            assert_ne!(key, place(elsewhere).session_key(cookie.expose()));
        }
    }

    #[test]
    fn what_no_gateway_wrote_names_nothing() {
        let place = SitePlace::new("https://a.example", "https://org.example", "client", "gatehouse");

        for cookie in ["", "a", &"a".repeat(42), &"a".repeat(44), &"=".repeat(43), &"é".repeat(21)] {
            assert!(place.session_key(cookie).is_none(), "{cookie}");
        }
    }
}
