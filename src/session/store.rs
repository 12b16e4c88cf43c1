//! Where sessions are kept between requests.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::key::{FinishedMark, SessionKey};
use super::user_session::{Refused, UserSession, Version};
use crate::clock::Timestamp;
use crate::oauth::TokenSet;

/// The answer of a store that may have to ask somebody.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// The store could not be asked: nobody knows whether the session is there.
#[derive(Debug, thiserror::Error)]
#[error("the session store could not be asked")]
pub struct StoreError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl StoreError {
    /// The store's own reason.
    pub fn new(reason: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(reason.into())
    }
}

/// What is known about a session without asking anybody.
#[derive(Debug)]
pub enum Near {
    /// Here it is.
    Found(Arc<UserSession>),
    /// There is none, for certain.
    Absent,
    /// The store has to be asked.
    Unknown,
}

/// Keeps signed-in sessions, and the marks of finished transactions.
///
/// Absence is an answer: an unknown, expired or removed session is `Ok(None)`. `Err` means that the store could not be
/// asked; callers keep the cookie and answer 503, so that an outage never signs everybody out.
///
/// Only [`create`](Self::create) makes an entry. Whatever writes later says what it means to replace and is refused
/// when that is gone, so a session that has ended stays ended. Every store passes the same tests.
pub trait SessionStore: Send + Sync {
    /// Looks only where no wait is needed: this is asked for each request.
    fn near(&self, key: &SessionKey) -> Near;

    /// Finds a session, wherever it is kept.
    fn find<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Arc<UserSession>>>;

    /// Keeps a new session under its key until it ends.
    fn create(&self, session: Arc<UserSession>) -> StoreFuture<'_, ()>;

    /// Gives a session new tokens in place of those of version `expected`, and gives them back when it is refused:
    /// because the session has ended, or because somebody else was first.
    fn renew<'a>(
        &'a self,
        session: &'a UserSession,
        expected: Version,
        tokens: TokenSet,
        now: Timestamp,
    ) -> StoreFuture<'a, Result<(), Refused>>;

    /// Removes a session and ends it for everybody who holds it; gives the tokens it had last, once.
    fn remove<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Removed>>;

    /// Sets a mark that lasts until `until`, unless it is set: whoever gets `true` was the first.
    fn finish_once(&self, mark: FinishedMark, until: Timestamp) -> StoreFuture<'_, bool>;

    /// Whether a mark is set.
    fn was_finished(&self, mark: FinishedMark) -> StoreFuture<'_, bool>;
}

/// A session that is no more.
#[derive(Debug)]
pub struct Removed {
    /// The session, which has ended.
    pub session: Arc<UserSession>,
    /// What is left to revoke.
    pub tokens: Arc<TokenSet>,
}
