//! What things are called in Redis. The keys of one session, and those of one mark, share a hash tag, so that a
//! cluster keeps them together.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::super::key::{FinishedMark, SessionKey};
use crate::clock::Timestamp;

/// The names below one prefix.
pub(super) struct Keys {
    prefix: String,
}

impl Keys {
    pub(super) fn new(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned() }
    }

    pub(super) fn record(&self, key: &SessionKey) -> String {
        self.of('s', key.as_bytes())
    }

    pub(super) fn in_use(&self, key: &SessionKey) -> String {
        self.of('u', key.as_bytes())
    }

    pub(super) fn lease(&self, key: &SessionKey) -> String {
        self.of('l', key.as_bytes())
    }

    pub(super) fn fence(&self, key: &SessionKey) -> String {
        self.of('f', key.as_bytes())
    }

    pub(super) fn active(&self, key: &SessionKey) -> String {
        self.of('a', key.as_bytes())
    }

    pub(super) fn unrevoked(&self, key: &SessionKey) -> String {
        self.of('x', key.as_bytes())
    }

    pub(super) fn index(&self, tag: &[u8; 32]) -> String {
        format!("{}i:{}", self.prefix, URL_SAFE_NO_PAD.encode(tag))
    }

    pub(super) fn mark(&self, mark: FinishedMark) -> String {
        self.of('m', mark.as_bytes())
    }

    pub(super) fn handover(&self, mark: FinishedMark) -> String {
        self.of('h', mark.as_bytes())
    }

    /// What the names of all records begin with.
    pub(super) fn records(prefix: &str) -> String {
        format!("{prefix}s:")
    }

    /// Which session's record is called so.
    pub(super) fn session_of_record(&self, name: &[u8]) -> Option<SessionKey> {
        let tagged = name.strip_prefix(self.prefix.as_bytes())?.strip_prefix(b"s:{")?.strip_suffix(b"}")?;
        session_key(&URL_SAFE_NO_PAD.decode(tagged).ok()?)
    }

    fn of(&self, kind: char, name: &[u8; 32]) -> String {
        format!("{}{kind}:{{{}}}", self.prefix, URL_SAFE_NO_PAD.encode(name))
    }
}

/// A session as its index knows it: its name, and when the person signed in.
pub(super) fn index_entry(key: &SessionKey, created_at: Timestamp) -> Vec<u8> {
    [key.as_bytes().as_slice(), &created_at.as_unix().to_be_bytes()].concat()
}

pub(super) fn key_of_entry(entry: &[u8]) -> Option<SessionKey> {
    session_key(entry.get(..32)?)
}

pub(super) fn created_at(entry: &[u8]) -> Option<Timestamp> {
    let seconds = entry.get(32..)?.try_into().ok()?;
    Some(Timestamp::from_unix(u64::from_be_bytes(seconds)))
}

fn session_key(bytes: &[u8]) -> Option<SessionKey> {
    Some(SessionKey::new(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_recognised_by_its_name_and_nothing_else_is() {
        let keys = Keys::new("gatehouse:");
        let session = SessionKey::new([7; 32]);

        assert_eq!(keys.session_of_record(keys.record(&session).as_bytes()), Some(session));
        for other in [keys.in_use(&session), keys.mark(FinishedMark::new([7; 32])), "s:{}".to_owned(), String::new()] {
            assert_eq!(keys.session_of_record(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn all_keys_of_a_session_lie_in_one_slot() {
        let keys = Keys::new("gatehouse:");
        let session = SessionKey::new([7; 32]);
        let tag =
            |name: &str| name.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(tag, _)| tag.to_owned());

        let names = [
            keys.record(&session),
            keys.in_use(&session),
            keys.lease(&session),
            keys.fence(&session),
            keys.active(&session),
            keys.unrevoked(&session),
        ];

        let tags: Vec<_> = names.iter().map(|name| tag(name)).collect();
        assert!(tags[0].is_some() && tags.iter().all(|tag| *tag == tags[0]));
    }
}
