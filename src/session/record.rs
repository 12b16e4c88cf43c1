//! A session as it is kept outside of this process.
//!
//! Its key is made of the key ring and of the browser's cookie, so that whoever reads a store reads nothing. The name of the
//! session and the version of its tokens stand beside it in the open and are sealed in: a record that was moved to another
//! name, or one of yesterday, does not open.

use serde::{Deserialize, Serialize};

use super::home::Names;
use super::key::SessionKey;
use super::user_session::Version;
use crate::clock::Timestamp;
use crate::oauth::TokenSet;
use crate::seal::RecordKeys;

/// What is kept of a session.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) created_at: Timestamp,
    pub(super) ends_at: Timestamp,
    /// When the person was known to be here, at the time of sealing.
    pub(super) last_use: Timestamp,
    pub(super) tokens: TokenSet,
}

/// The same, for writing: nothing is copied to be sealed.
#[derive(Serialize)]
pub(super) struct RecordOf<'a> {
    pub(super) created_at: Timestamp,
    pub(super) ends_at: Timestamp,
    pub(super) last_use: Timestamp,
    pub(super) tokens: &'a TokenSet,
}

impl RecordOf<'_> {
    /// Sealed for that name and version.
    pub(super) fn seal(&self, keys: &RecordKeys, key: &SessionKey, version: Version) -> Vec<u8> {
        // Values of our own types, whose maps have text for keys, always serialise.
        let plain = serde_json::to_vec(self).unwrap_or_default();
        keys.seal(&beside(key, version), &plain)
    }
}

impl Record {
    /// What was sealed for that name and version; `None` for everything else.
    pub(super) fn open(names: &Names, version: Version, sealed: &[u8]) -> Option<Self> {
        Self::open_with(&names.record_keys, &names.key, version, sealed)
    }

    pub(super) fn open_with(keys: &RecordKeys, key: &SessionKey, version: Version, sealed: &[u8]) -> Option<Self> {
        serde_json::from_slice(&keys.open(&beside(key, version), sealed)?).ok()
    }
}

/// Seals the moment at which the tokens of that version were called active, so that nobody else can say so.
pub(super) fn seal_active(keys: &RecordKeys, key: &SessionKey, version: Version, at: Timestamp) -> Vec<u8> {
    keys.seal(&beside_active(key, version), &at.as_unix().to_be_bytes())
}

/// The moment that was sealed for that name and version.
pub(super) fn open_active(keys: &RecordKeys, key: &SessionKey, version: Version, sealed: &[u8]) -> Option<Timestamp> {
    let seconds = keys.open(&beside_active(key, version), sealed)?;
    Some(Timestamp::from_unix(u64::from_be_bytes(seconds.try_into().ok()?)))
}

/// Longer than what stands beside a record: neither opens in the place of the other.
fn beside_active(key: &SessionKey, version: Version) -> Vec<u8> {
    [beside(key, version).as_slice(), b"active"].concat()
}

fn beside(key: &SessionKey, version: Version) -> [u8; 40] {
    let mut bytes = [0; 40];
    bytes[..32].copy_from_slice(key.as_bytes());
    bytes[32..].copy_from_slice(&version.number().to_be_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOUR, home, tokens};
    use super::*;
    use crate::clock::Clock;

    fn sealed(names: &Names, version: Version) -> Vec<u8> {
        let now = Timestamp::from_unix(1_000_000);
        let tokens = tokens(now.plus(HOUR));
        let record = RecordOf { created_at: now, ends_at: now.plus(HOUR), last_use: now, tokens: &tokens };
        record.seal(&names.record_keys, &names.key, version)
    }

    #[test]
    fn opens_for_the_cookie_it_was_sealed_for_and_at_its_version() {
        let home = home(&Clock::system());
        let ((_, names), (_, others)) = (home.fresh_name(), home.fresh_name());

        let sealed = sealed(&names, Version::FIRST);

        let record = Record::open(&names, Version::FIRST, &sealed).expect("its own");
        assert_eq!(&*record.tokens.claims.sub, "00uada");
        assert!(Record::open(&names, Version::FIRST.next(), &sealed).is_none());
        assert!(Record::open(&others, Version::FIRST, &sealed).is_none());
    }

    #[test]
    fn a_moment_opens_for_the_tokens_it_is_about_and_is_no_record() {
        let home = home(&Clock::system());
        let ((_, names), (_, others)) = (home.fresh_name(), home.fresh_name());
        let at = Timestamp::from_unix(1_000_000);
        let open = |names: &Names, version, sealed: &[u8]| open_active(&names.record_keys, &names.key, version, sealed);

        let sealed = seal_active(&names.record_keys, &names.key, Version::FIRST, at);

        assert_eq!(open(&names, Version::FIRST, &sealed), Some(at));
        assert_eq!(open(&names, Version::FIRST.next(), &sealed), None);
        assert_eq!(open(&others, Version::FIRST, &sealed), None);
        assert_eq!(open(&names, Version::FIRST, &self::sealed(&names, Version::FIRST)), None);
        assert!(Record::open(&names, Version::FIRST, &sealed).is_none());
    }

    #[test]
    fn shows_nothing_of_what_is_in_it() {
        let home = home(&Clock::system());
        let (_, names) = home.fresh_name();

        let sealed = sealed(&names, Version::FIRST);

        for inside in ["access-0", "refresh-0", "00uada"] {
            assert!(!sealed.windows(inside.len()).any(|window| window == inside.as_bytes()));
        }
    }
}
