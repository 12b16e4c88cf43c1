//! A signed-in browser.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use arc_swap::{ArcSwap, Guard};
use tokio::sync::Notify;

use super::key::SessionKey;
use super::refresh::Refreshing;
use super::unreached::Unreached;
use super::upstream_headers::{self, UpstreamHeaders};
use crate::clock::Timestamp;
use crate::config::{self, RequiredAuthentication};
use crate::oauth::{Client, TokenSet};

/// A person's session in one browser, shared by all requests that carry its cookie.
///
/// What may change stands in one value that is swapped whole and compared before it is: reading takes no lock, and a
/// refresh can never bring back a session that has ended meanwhile.
pub struct UserSession {
    key: SessionKey,
    subject: Box<str>,
    client: Client,
    created_at: Timestamp,
    ends_at: Timestamp,
    idle_timeout: Duration,
    last_use: AtomicU64,
    standing: ArcSwap<Standing>,
    /// Told when it is ended, for what goes on without asking again.
    ending: Notify,
    pub(super) refreshing: Refreshing,
    unreached: Unreached,
}

/// What a refresh replaces, all at once.
struct Standing {
    tokens: Arc<TokenSet>,
    version: Version,
    ended: bool,
    refresh_at: Timestamp,
    upstream_headers: UpstreamHeaders,
}

/// Counts the tokens a session has had: a write says which ones it is meant to replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version(u64);

/// The tokens were not taken: the session has ended, or somebody else renewed it first.
#[derive(Debug)]
pub struct Refused(pub Arc<TokenSet>);

/// A token this close to its end is not sent to anybody.
const TRAVEL_TIME: Duration = Duration::from_secs(5);

impl UserSession {
    pub(super) fn new(
        key: SessionKey,
        tokens: TokenSet,
        client: Client,
        limits: &config::Sessions,
        now: Timestamp,
    ) -> Self {
        Self {
            key,
            subject: tokens.claims.sub.as_str().into(),
            client,
            created_at: now,
            ends_at: now.plus(limits.lifetime),
            idle_timeout: limits.idle_timeout,
            last_use: AtomicU64::new(now.as_unix()),
            standing: ArcSwap::from_pointee(Standing::new(Arc::new(tokens), Version(0), now)),
            ending: Notify::new(),
            refreshing: Refreshing::default(),
            unreached: Unreached::default(),
        }
    }

    /// The session that goes on in the place of `former`, with other tokens of the same person: it ends when that would have
    /// ended, and nobody who knew the name of the other knows this one's.
    pub(super) fn in_place_of(former: &Self, key: SessionKey, tokens: TokenSet, now: Timestamp) -> Self {
        Self {
            key,
            subject: former.subject.clone(),
            client: former.client.clone(),
            created_at: former.created_at,
            ends_at: former.ends_at,
            idle_timeout: former.idle_timeout,
            last_use: AtomicU64::new(now.as_unix()),
            standing: ArcSwap::from_pointee(Standing::new(Arc::new(tokens), Version(0), now)),
            ending: Notify::new(),
            refreshing: Refreshing::default(),
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
        claims.preferred_username.clone().or_else(|| claims.email.clone()).or_else(|| claims.name.clone())
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

    /// Whether it is time to get new tokens, although the present ones may still be good.
    pub fn needs_refresh(&self, now: Timestamp) -> bool {
        now >= self.standing().refresh_at
    }

    /// How long it lasts if nobody uses it from now on.
    pub fn seconds_left(&self, now: Timestamp) -> u64 {
        let idle_end = Timestamp::from_unix(self.last_use.load(Ordering::Relaxed)).plus(self.idle_timeout);
        self.ends_at.min(idle_end).since(now).as_secs()
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
        &self.client
    }

    /// Which tokens these are.
    pub fn version(&self) -> Version {
        self.standing().version
    }

    pub(super) fn key(&self) -> &SessionKey {
        &self.key
    }

    /// Whether the access token would be refused by the time it reaches an application.
    pub(super) fn token_is_dead(&self, now: Timestamp) -> bool {
        now.plus(TRAVEL_TIME) >= self.token_expires_at()
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
        let next = Arc::new(Standing::new(Arc::clone(&tokens), Version(expected.0 + 1), now));
        self.replace(|present| (!present.ended && present.version == expected).then(|| Arc::clone(&next)))
            .map(|_| ())
            .ok_or(Refused(tokens))
    }

    /// Ends it for everybody who holds it; the first to do so gets the tokens, to revoke them.
    pub(super) fn end(&self) -> Option<Arc<TokenSet>> {
        let last = self.replace(|present| (!present.ended).then(|| Arc::new(present.ended())))?;
        self.ending.notify_waiters();
        Some(Arc::clone(&last.tokens))
    }

    /// How many bytes it keeps, roughly.
    pub(super) fn weight(&self) -> usize {
        const REST: usize = 1024;
        let standing = self.standing();
        let headers: usize =
            standing.upstream_headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
        // Claims stand once in the ID token and once read; the access token once alone and once as a header.
        REST + 2 * headers + 2 * standing.tokens.id_token.expose().len()
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
    fn new(tokens: Arc<TokenSet>, version: Version, now: Timestamp) -> Self {
        let upstream_headers = upstream_headers::render(&tokens);
        Self { refresh_at: refresh_at(&tokens, now), upstream_headers, version, ended: false, tokens }
    }

    fn ended(&self) -> Self {
        Self {
            tokens: Arc::clone(&self.tokens),
            upstream_headers: Arc::clone(&self.upstream_headers),
            ended: true,
            ..*self
        }
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
