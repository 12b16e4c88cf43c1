//! Sessions kept in the browsers themselves: sealed, in pieces beside the session cookie.
//!
//! This process remembers what it has opened, so that a request costs no decryption, and what has ended, so that a copy of
//! a cookie does not bring it back. It remembers for itself alone and until it stops: that ending a session and renewing its
//! tokens is best effort is the price of needing no store, and the configuration has to accept it in so many words.

use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use tracing::warn;

use super::home::Home;
use super::key::{FinishedMark, SessionKey};
use super::mark_store::{MarkStore, ProcessMarks};
use super::marks::Marks;
use super::memory;
use super::near::NearSessions;
use super::record::Record;
use super::store::{Listed, Near, RemovedAll, SessionStore, StoreError, StoreFuture, Wanted, Whose};
use super::user_session::{UserSession, Version};
use crate::clock::{Clock, Timestamp};
use crate::config;
use crate::cookies::{MAX_RECORD, SessionCookies};
use crate::oauth::TokenSet;

/// Stands before every record: the way it is written.
const FORMAT: u8 = 1;
/// Format and version, and the same as base64.
const HEAD: usize = 9;
const HEAD_TEXT: usize = 12;

/// The store that has no place of its own.
pub struct BrowserStore {
    opened: NearSessions,
    ended: Marks,
    marks: ProcessMarks,
    clock: Clock,
}

/// A session that no browser could keep.
#[derive(Debug, thiserror::Error)]
#[error(
    "the session takes {length} characters as cookies and browsers keep {MAX_RECORD}; have fewer groups, claims or scopes \
     in tokens, or keep sessions elsewhere, as with `store: redis`"
)]
struct TooLarge {
    length: usize,
}

impl BrowserStore {
    /// A store that has opened nothing yet; `idle` is the longest idle time of any site.
    pub fn new(settings: &config::CookieStore, idle: Duration, clock: Clock) -> Self {
        Self {
            opened: NearSessions::new(settings.room, idle, |_| ()),
            ended: Marks::new(clock.clone()),
            marks: ProcessMarks::new(clock.clone()),
            clock,
        }
    }

    fn open(&self, wanted: &Wanted<'_>) -> Option<Arc<UserSession>> {
        let text = wanted.cookies.record()?;
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (head, sealed) = bytes.split_first_chunk::<HEAD>()?;
        let version = version_of(head)?;
        if self.has_ended(&wanted.key) {
            return None;
        }
        let names = wanted.names()?;
        let record = Record::open(&names, version, sealed)?;
        let now = self.clock.now();
        if let Some(opened) = self.opened.find(&wanted.key) {
            opened.adopt(version, record.tokens, now);
            return Some(opened);
        }
        let session = UserSession::of_record(names, wanted.home, record, version, now);
        Some(self.opened.keep_first(Arc::new(session)))
    }

    fn has_ended(&self, key: &SessionKey) -> bool {
        self.ended.is_set(tombstone(key))
    }
}

impl SessionStore for BrowserStore {
    fn near(&self, wanted: &Wanted<'_>) -> Near {
        let presented = wanted.cookies.record_head().and_then(version_of_text);
        match (self.opened.find(&wanted.key), presented) {
            // Another replica may have renewed it.
            (Some(opened), Some(presented)) if presented > opened.version() => Near::Unknown,
            (Some(opened), _) => Near::Found(opened),
            (None, Some(_)) => Near::Unknown,
            (None, None) => Near::Absent,
        }
    }

    fn find<'a>(&'a self, wanted: &'a Wanted<'a>) -> StoreFuture<'a, Option<Arc<UserSession>>> {
        Box::pin(ready(Ok(self.open(wanted).or_else(|| self.opened.find(&wanted.key)))))
    }

    fn create<'a>(&'a self, session: &'a Arc<UserSession>) -> StoreFuture<'a, ()> {
        let length = text(session).1.len();
        Box::pin(ready(if length > MAX_RECORD {
            Err(StoreError::new(TooLarge { length }))
        } else {
            self.opened.keep(session);
            Ok(())
        }))
    }

    fn remove<'a>(&'a self, session: &'a UserSession) -> StoreFuture<'a, Option<Arc<TokenSet>>> {
        self.bury(session.key(), session.ends_at());
        Box::pin(ready(Ok(session.end())))
    }

    fn remove_all<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, RemovedAll> {
        Box::pin(async move {
            let mut held = Vec::new();
            for session in memory::of(&self.opened, home, whose).await {
                self.bury(session.key(), session.ends_at());
                held.extend(session.end().map(|tokens| (session, tokens)));
            }
            Ok(RemovedAll { count: held.len(), held })
        })
    }

    fn list<'a>(&'a self, home: &'a Arc<Home>, whose: &'a Whose) -> StoreFuture<'a, Vec<Listed>> {
        Box::pin(async move {
            let theirs = memory::of(&self.opened, home, whose).await;
            Ok(theirs.iter().map(|session| session.listed()).collect())
        })
    }

    fn bury(&self, key: &SessionKey, until: Timestamp) {
        self.ended.set_once(tombstone(key), until);
        self.opened.remove(key);
    }

    fn marks(&self) -> &dyn MarkStore {
        &self.marks
    }

    /// Handed out at sign-in, after a refresh, and when the browser's copy knows too little of the person's last visit: after
    /// a restart it is all that tells of it.
    fn for_the_browser(&self, session: &UserSession, presented: Option<&SessionCookies<'_>>) -> Option<String> {
        let known = presented.and_then(|presented| presented.record_head()).and_then(version_of_text);
        let last_use = session.last_use().as_unix();
        let told = session.use_told_at.load(Ordering::Relaxed);
        let is_old = last_use.saturating_sub(told) > session.home().lifetimes().idle_timeout.as_secs() / 8;
        let version = session.version();
        if (known == Some(version) && !is_old) || session.noted.load(Ordering::Relaxed) == version.number() {
            return None;
        }
        let (version, text) = text(session);
        if text.len() > MAX_RECORD {
            report_outgrown(session, version, text.len());
            return None;
        }
        session.use_told_at.store(last_use, Ordering::Relaxed);
        Some(text)
    }
}

/// Tells the operator, once for these tokens: the browser keeps the former ones, which open nothing for long.
fn report_outgrown(session: &UserSession, version: Version, length: usize) {
    if session.noted.fetch_max(version.number(), Ordering::Relaxed) >= version.number() {
        return;
    }
    let error = TooLarge { length };
    warn!(
        site = session.home().site(),
        sub = session.subject(),
        error = &error as &dyn std::error::Error,
        "A session has outgrown its browser with its new tokens: it will not outlive this process"
    );
}

fn text(session: &UserSession) -> (Version, String) {
    let (version, sealed) = session.sealed();
    let mut bytes = Vec::with_capacity(HEAD + sealed.len());
    bytes.push(FORMAT);
    bytes.extend_from_slice(&version.number().to_be_bytes());
    bytes.extend_from_slice(&sealed);
    (version, URL_SAFE_NO_PAD.encode(bytes))
}

fn version_of_text(text: &str) -> Option<Version> {
    let mut head = [0; HEAD];
    let length = URL_SAFE_NO_PAD.decode_slice(text.get(..HEAD_TEXT)?, &mut head).ok()?;
    (length == HEAD).then(|| version_of(&head))?
}

fn version_of(head: &[u8; HEAD]) -> Option<Version> {
    let (format, version) = head.split_first()?;
    let version = u64::from_be_bytes(version.try_into().ok()?);
    (*format == FORMAT).then(|| Version::of_number(version))
}

fn tombstone(key: &SessionKey) -> FinishedMark {
    FinishedMark::new(*key.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOUR, ROOM, home, tokens};
    use super::*;
    use crate::oauth::AccessToken;

    fn session_with(clock: &Clock, access_token: &str) -> Arc<UserSession> {
        let home = home(clock);
        let tokens = TokenSet { access_token: AccessToken::new(access_token), ..tokens(clock.now().plus(HOUR)) };
        Arc::new(UserSession::new(home.fresh_name().1, &home, tokens, clock.now()))
    }

    #[tokio::test]
    async fn a_session_begins_up_to_the_last_character_that_browsers_keep() {
        let clock = Clock::adjustable();
        let settings = config::CookieStore { room: ROOM, accepted: Vec::new() };
        let store = BrowserStore::new(&settings, HOUR, clock.clone());
        // Three bytes of a record are four characters of it.
        let room = (MAX_RECORD - text(&session_with(&clock, "")).1.len()) / 4 * 3;
        let longest = (room - 3..).map(|length| session_with(&clock, &"x".repeat(length)));
        let mut outcomes = Vec::new();

        for session in longest.take(7) {
            let begins = store.create(&session).await.is_ok();
            let record = store.for_the_browser(&session, None).map(|record| record.len());
            assert_eq!(begins, record.is_some());
            outcomes.push(record);
        }

        assert!(outcomes.contains(&Some(MAX_RECORD)), "{outcomes:?}");
        assert_eq!(outcomes.last(), Some(&None));
    }
}
