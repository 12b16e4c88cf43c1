//! A signed-in browser.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use arc_swap::{ArcSwap, Guard};
use tokio::sync::Notify;

use super::freshness::Freshening;
use super::home::{Home, Names};
use super::introspecting::Verdict;
use super::key::SessionKey;
use super::record::{Record, RecordOf};
use super::store::{Listed, Whose};
use super::unreached::Unreached;
use crate::clock::Timestamp;
use crate::config::RequiredAuthentication;
use crate::oauth::{Client, TokenSet};
use crate::seal::RecordKeys;
use crate::upstream_headers::{self, Told, UpstreamHeaders};

/// A person's session in one browser, shared by all requests that carry its cookie.
///
/// What may change stands in one value that is swapped whole and compared before it is: reading takes no lock, and a
/// refresh can never bring back a session that has ended meanwhile.
pub struct UserSession {
    key: SessionKey,
    record_keys: RecordKeys,
    home: Arc<Home>,
    subject: Box<str>,
    created_at: Timestamp,
    ends_at: Timestamp,
    last_use: AtomicU64,
    /// What the store that keeps it notes of it: in Redis when it was last compared with what is kept there, in browsers the
    /// latest version that was found to fit into none.
    pub(super) noted: AtomicU64,
    /// For that store, too: when its use was last told.
    pub(super) use_told_at: AtomicU64,
    standing: ArcSwap<Standing>,
    /// Told when it is ended, for what goes on without asking again.
    ending: Notify,
    pub(super) freshening: Freshening,
    unreached: Unreached,
}

/// What a refresh replaces, all at once.
struct Standing {
    tokens: Arc<TokenSet>,
    version: Version,
    ended: bool,
    refresh_at: Timestamp,
    verdict: Verdict,
    upstream_headers: UpstreamHeaders,
}

/// Counts the tokens a session has had: a write says which ones it is meant to replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(u64);

impl Version {
    /// Of a session that has just begun.
    pub const FIRST: Self = Self(1);

    /// Of the tokens after these.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    pub(super) const fn number(self) -> u64 {
        self.0
    }

    pub(super) const fn of_number(number: u64) -> Self {
        Self(number)
    }
}

/// The tokens were not taken: the session has ended, or somebody else renewed it first.
#[derive(Debug)]
pub struct Refused(pub Arc<TokenSet>);

/// A token this close to its end is not sent to anybody.
const TRAVEL_TIME: Duration = Duration::from_secs(5);

impl UserSession {
    /// A session that begins now.
    pub(super) fn new(names: Names, home: &Arc<Home>, tokens: TokenSet, now: Timestamp) -> Self {
        let ends_at = now.plus(home.lifetimes().lifetime);
        let record = Record { created_at: now, ends_at, last_use: now, tokens };
        Self::of_record(names, home, record, Version::FIRST, now)
    }

    /// The session that goes on in the place of `former`, with other tokens of the same person: it ends when that would have
    /// ended, and nobody who knew the name of the other knows this one's.
    pub(super) fn in_place_of(former: &Self, names: Names, tokens: TokenSet, now: Timestamp) -> Self {
        let record = Record { created_at: former.created_at, ends_at: former.ends_at, last_use: now, tokens };
        Self::of_record(names, &former.home, record, Version::FIRST, now)
    }

    /// The session that a record tells of. A lifetime that was made shorter since holds for it too.
    pub(super) fn of_record(names: Names, home: &Arc<Home>, record: Record, version: Version, now: Timestamp) -> Self {
        let Record { created_at, ends_at, last_use, tokens } = record;
        let standing = Standing::new(Arc::new(tokens), version, home, now);
        Self {
            key: names.key,
            record_keys: names.record_keys,
            subject: standing.tokens.claims.sub.clone(),
            created_at,
            ends_at: ends_at.min(created_at.plus(home.lifetimes().lifetime)),
            home: Arc::clone(home),
            last_use: AtomicU64::new(last_use.as_unix()),
            noted: AtomicU64::new(0),
            use_told_at: AtomicU64::new(last_use.as_unix()),
            standing: ArcSwap::from_pointee(standing),
            ending: Notify::new(),
            freshening: Freshening::default(),
            unreached: Unreached::default(),
        }
    }

    /// Notes that the person tried to authenticate like this and did not reach it.
    pub fn note_unreached(&self, required: RequiredAuthentication, now: Timestamp) {
        self.unreached.note(required, now);
    }

    /// Whether the person tried just that within the last minute and did not reach it.
    pub fn was_unreached(&self, required: &RequiredAuthentication, now: Timestamp) -> bool {
        self.unreached.has(required, now)
    }

    /// Who signed in, as the ID token's `sub`; a refresh never changes it.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// What to call the person on a page: the user name, the e-mail address or the name, whichever is known first.
    pub fn display_name(&self) -> Option<String> {
        let tokens = self.tokens();
        let claims = &tokens.claims;
        let known = [&claims.preferred_username, &claims.email, &claims.name];
        known.into_iter().flatten().next().map(|name| String::from(&**name))
    }

    /// The present tokens, and with them who signed in.
    pub fn tokens(&self) -> Arc<TokenSet> {
        Arc::clone(&self.standing().tokens)
    }

    /// What is added to each request to an application; clones of the list are cheap.
    pub fn upstream_headers(&self) -> UpstreamHeaders {
        Arc::clone(&self.standing().upstream_headers)
    }

    /// When the person signed in.
    pub fn created_at(&self) -> Timestamp {
        self.created_at
    }

    /// When it ends, however busy it is.
    pub fn ends_at(&self) -> Timestamp {
        self.ends_at
    }

    /// When the access token is worth nothing any more.
    pub fn token_expires_at(&self) -> Timestamp {
        self.standing().tokens.expires_at
    }

    /// Whether something has to be done about its tokens, or will have to be soon: the one question of a request.
    pub fn is_due(&self, now: Timestamp) -> bool {
        let standing = self.standing();
        now >= standing.refresh_at.min(standing.verdict.ask_at)
    }

    /// Whether it is time to get new tokens, although the present ones may still be good.
    pub fn needs_refresh(&self, now: Timestamp) -> bool {
        now >= self.standing().refresh_at
    }

    /// How long it lasts if nobody uses it from now on.
    pub fn seconds_left(&self, now: Timestamp) -> u64 {
        self.ends_at.min(self.idle_ends_at()).since(now).as_secs()
    }

    /// When it ends if nobody uses it from now on.
    pub fn idle_ends_at(&self) -> Timestamp {
        self.last_use().plus(self.home.lifetimes().idle_timeout)
    }

    /// When the person was last here, as far as this process knows.
    pub(super) fn last_use(&self) -> Timestamp {
        Timestamp::from_unix(self.last_use.load(Ordering::Relaxed))
    }

    /// Whether it has neither ended nor run out of time.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.seconds_left(now) > 0 && !self.has_ended()
    }

    /// Whether somebody ended it; requests that still hold it learn it here.
    pub fn has_ended(&self) -> bool {
        self.standing().ended
    }

    /// Waits until somebody ends it; its running out of time is nobody's act and is not noticed here.
    pub async fn until_ended(&self) {
        let mut ending = pin!(self.ending.notified());
        // Listening first: an end between the question and the wait would be missed.
        ending.as_mut().enable();
        if !self.has_ended() {
            ending.await;
        }
    }

    /// The client at the authorization server that the tokens come from.
    pub fn client(&self) -> &Client {
        self.home.client()
    }

    /// Where it is at home.
    pub(super) fn home(&self) -> &Arc<Home> {
        &self.home
    }

    /// Which tokens these are.
    pub fn version(&self) -> Version {
        self.standing().version
    }

    pub(super) fn key(&self) -> &SessionKey {
        &self.key
    }

    pub(super) fn record_keys(&self) -> &RecordKeys {
        &self.record_keys
    }

    /// Its record with the present tokens, and their version.
    pub(super) fn sealed(&self) -> (Version, Vec<u8>) {
        let standing = self.standing();
        (standing.version, self.sealed_with(&standing.tokens, standing.version))
    }

    /// Its record as it would be with these tokens.
    pub(super) fn sealed_with(&self, tokens: &TokenSet, version: Version) -> Vec<u8> {
        let (created_at, ends_at, last_use) = (self.created_at, self.ends_at, self.last_use());
        RecordOf { created_at, ends_at, last_use, tokens }.seal(&self.record_keys, &self.key, version)
    }

    /// Whose it is: the person's, and that of a session at the authorization server, if it belongs to one.
    pub(super) fn whose(&self) -> (Whose, Option<Whose>) {
        let sid = self.standing().tokens.claims.sid.clone();
        (Whose::Subject(self.subject.to_string()), sid.map(|sid| Whose::AtServer(sid.into())))
    }

    /// Whether it is a session of theirs.
    pub(super) fn is_of(&self, whose: &Whose) -> bool {
        match whose {
            Whose::Subject(subject) => *self.subject == **subject,
            Whose::AtServer(sid) => self.standing().tokens.claims.sid.as_deref() == Some(sid),
        }
    }

    pub(super) fn listed(&self) -> Listed {
        Listed { key: self.key, created_at: self.created_at, ends_at: self.ends_at }
    }

    /// Whether the access token would be refused by the time it reaches an application, or was taken back.
    pub(super) fn token_is_dead(&self, now: Timestamp) -> bool {
        let standing = self.standing();
        standing.verdict.is_revoked() || now.plus(TRAVEL_TIME) >= standing.tokens.expires_at
    }

    /// Whether it is time to ask the server about the access token, although its last word may still do.
    pub(super) fn needs_introspection(&self, now: Timestamp) -> bool {
        now >= self.standing().verdict.ask_at
    }

    /// Whether the server's last word about the access token is too old to go on with.
    pub(super) fn introspection_is_overdue(&self, now: Timestamp) -> bool {
        now >= self.standing().verdict.overdue_at
    }

    /// Takes what the server says about the tokens of that version, if these are still the present ones and the session lives.
    pub(super) fn note_verdict(&self, about: Version, verdict: Verdict) -> bool {
        let is_meant = |present: &Standing| !present.ended && present.version == about;
        self.replace(|present| is_meant(present).then(|| Arc::new(present.with_verdict(verdict)))).is_some()
    }

    /// Takes over when the person was last here from somebody who may know more of it.
    pub(super) fn note_last_use(&self, last_use: Timestamp) {
        self.last_use.fetch_max(last_use.as_unix(), Ordering::Relaxed);
    }

    /// Notes that the person was here.
    pub(super) fn touch(&self, now: Timestamp) {
        // Most requests come within the second of another: they read the line and leave it in every processor's cache.
        if self.last_use.load(Ordering::Relaxed) < now.as_unix() {
            self.last_use.fetch_max(now.as_unix(), Ordering::Relaxed);
        }
    }

    /// Takes new tokens if they are meant to replace the present ones and the session still lives.
    pub(super) fn install(&self, expected: Version, tokens: TokenSet, now: Timestamp) -> Result<(), Refused> {
        let tokens = Arc::new(tokens);
        let next = Arc::new(Standing::new(Arc::clone(&tokens), expected.next(), &self.home, now));
        self.replace(|present| (!present.ended && present.version == expected).then(|| Arc::clone(&next)))
            .map(|_| ())
            .ok_or(Refused(tokens))
    }

    /// Takes over what others have written, if it is newer than what is here and the session still lives.
    pub(super) fn adopt(&self, version: Version, tokens: TokenSet, now: Timestamp) {
        let next = Arc::new(Standing::new(Arc::new(tokens), version, &self.home, now));
        self.replace(|present| (!present.ended && present.version.0 < version.0).then(|| Arc::clone(&next)));
    }

    /// Ends it for everybody who holds it; the first to do so gets the tokens, to revoke them.
    pub(super) fn end(&self) -> Option<Arc<TokenSet>> {
        let last = self.replace(|present| (!present.ended).then(|| Arc::new(present.ended())))?;
        self.ending.notify_waiters();
        Some(Arc::clone(&last.tokens))
    }

    /// How many bytes it keeps, roughly.
    pub(super) fn weight(&self) -> usize {
        const REST: usize = 1280;
        let standing = self.standing();
        let tokens = &standing.tokens;
        let refresh_token = tokens.refresh_token.as_ref().map_or(0, |token| token.expose().len());
        // What a header says stands in it and in the claim that it was made of. The access token stands once and is counted as if it
        // did not: about as much is rounded up by the allocator.
        let headers: usize = standing.upstream_headers.iter().map(|header| header.value.len()).sum();
        REST + 2 * headers + tokens.id_token.expose().len() + refresh_token
    }

    /// Compare and set: puts what `next` makes of the present standing in its place, or nothing if it makes none. Gives
    /// what was there before.
    fn replace(&self, next: impl Fn(&Standing) -> Option<Arc<Standing>>) -> Option<Arc<Standing>> {
        let mut present = self.standing.load_full();
        loop {
            let next = next(&present)?;
            let found = self.standing.compare_and_swap(&present, next);
            if Arc::ptr_eq(&found, &present) {
                return Some(present);
            }
            present = Guard::into_inner(found);
        }
    }

    fn standing(&self) -> Guard<Arc<Standing>> {
        self.standing.load()
    }
}

impl Standing {
    fn new(tokens: Arc<TokenSet>, version: Version, home: &Home, now: Timestamp) -> Self {
        let upstream_headers = upstream_headers::render(told(&tokens));
        // The token endpoint vouches for what it gives.
        let verdict = Verdict::active(tokens.obtained_at.min(now), home.introspect_every());
        Self { refresh_at: refresh_at(&tokens, now), verdict, upstream_headers, version, ended: false, tokens }
    }

    fn ended(&self) -> Self {
        Self { ended: true, ..self.shared() }
    }

    /// A token that was taken back is replaced at once.
    fn with_verdict(&self, verdict: Verdict) -> Self {
        let refresh_at = if verdict.is_revoked() { Timestamp::from_unix(0) } else { self.refresh_at };
        Self { verdict, refresh_at, ..self.shared() }
    }

    fn shared(&self) -> Self {
        let (tokens, upstream_headers) = (Arc::clone(&self.tokens), Arc::clone(&self.upstream_headers));
        Self { tokens, upstream_headers, ..*self }
    }
}

/// What an application may know of a person who signed in: an address of a mailbox goes along only if the issuer vouches for it.
fn told(tokens: &TokenSet) -> Told<'_> {
    let claims = &tokens.claims;
    Told {
        authorization: tokens.access_token.header(),
        user: &claims.sub,
        email: claims.email.as_deref().filter(|_| claims.email_verified),
        preferred_username: claims.preferred_username.as_deref(),
        groups: &claims.groups,
    }
}

/// When to ask for new tokens: after four fifths of the lifetime, at least a minute ahead of its end, and a little
/// earlier by chance, so that sessions that began together do not all come back together.
fn refresh_at(tokens: &TokenSet, now: Timestamp) -> Timestamp {
    let lifetime = tokens.expires_at.since(now).as_secs();
    let ahead = if tokens.refresh_token.is_none() {
        TRAVEL_TIME.as_secs()
    } else {
        let [chance] = crate::random::bytes::<1>();
        (lifetime / 5).max(60).min(lifetime / 2) + lifetime / 20 * u64::from(chance) / 255
    };
    Timestamp::from_unix(tokens.expires_at.as_unix().saturating_sub(ahead))
}

/// Facts for an operator; a session's tokens and claims are not among them.
impl std::fmt::Debug for UserSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UserSession")
            .field("created_at", &self.created_at)
            .field("ends_at", &self.ends_at)
            .field("version", &self.version())
            .field("ended", &self.has_ended())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::json;

    use super::super::testing;
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn sessions_that_began_together_are_not_all_refreshed_together() {
        let home = testing::home(&Clock::system());
        // One moment for all: the machine's clock goes on while they are made.
        let now = Timestamp::from_unix(1_700_000_000);
        let begin = || UserSession::new(home.fresh_name().1, &home, testing::tokens(now.plus(testing::HOUR)), now);

        let moments: HashSet<_> = (0..100).map(|_| begin().standing().refresh_at).collect();

        assert!(moments.len() > 10, "{moments:?}");
    }

    #[test]
    fn an_unverified_email_never_goes_upstream() {
        let of = |claims| TokenSet { claims: testing::claims(claims), ..testing::tokens(Timestamp::from_unix(0)) };

        let verified = of(json!({ "email": "ada@example.com", "email_verified": true }));
        assert_eq!(told(&verified).email, Some("ada@example.com"));
        for claims in [
            json!({ "email": "root@example.com", "email_verified": false }),
            json!({ "email": null, "email_verified": true }),
        ] {
            assert_eq!(told(&of(claims)).email, None);
        }
    }
}
