//! Why a sign-in could not go on.

use crate::clock::Timestamp;
use crate::idx::IdxError;
use crate::oauth::{ErrorKind, OAuthError};
use crate::session::StoreError;

/// What whoever answers the browser turns into a page. The person's own mistakes are not among them: they are
/// documents.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The authorization server cannot answer at present; the transaction goes on and trying again is right.
    #[error("the authorization server cannot be asked at present")]
    Unavailable(#[source] Option<Box<dyn std::error::Error + Send + Sync>>),
    /// Too many calls, by this person or by everybody.
    #[error("the authorization server wants fewer calls")]
    RateLimited {
        /// When calls are answered again, if that is known.
        reset: Option<Timestamp>,
    },
    /// The org's policies refuse this person or this client.
    #[error("the authorization server denies access")]
    Denied(#[source] OAuthError),
    /// The level of authentication that was asked for is not reached, or cannot be.
    #[error("the authentication that was asked for is not reached")]
    LevelNotReached(#[source] OAuthError),
    /// The link of a mail, with which the sign-in was to begin, is worth nothing any more.
    #[error("the link of a mail is no longer worth anything")]
    DeadLink(#[source] OAuthError),
    /// Registration and configuration do not fit each other: an operator must act, no person can.
    #[error("the authorization server refuses this client")]
    Misconfigured(#[source] OAuthError),
    /// The end is marked, and what it was worth did not arrive: a new sign-in is the way on.
    #[error("the tokens did not arrive, and the code is spent")]
    Lost(#[source] OAuthError),
    /// The end came too late or twice: a new sign-in is the way on.
    #[error("the end of this sign-in is no longer worth anything")]
    Spent(#[source] OAuthError),
    /// What came back cannot be trusted: tokens that did not pass.
    #[error("the authorization server's tokens are refused")]
    Untrusted(#[source] OAuthError),
    /// A document or handle is none that can be gone on with.
    #[error("the Identity Engine's answer cannot be used: {0}")]
    HostileDocument(&'static str),
    /// The session store could not be asked, so nothing may be redeemed.
    #[error("the session store could not be asked")]
    Store(#[from] StoreError),
}

impl SignInError {
    /// Whether somebody who runs the gateway must act.
    pub const fn needs_operator(&self) -> bool {
        matches!(self, Self::Misconfigured(_) | Self::Untrusted(_) | Self::HostileDocument(_))
    }

    /// Whether the same request may succeed later.
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::RateLimited { .. } | Self::Store(_))
    }

    /// Whether the transaction is over, so that another sign-in is the only way on.
    pub const fn ends_the_transaction(&self) -> bool {
        matches!(
            self,
            Self::Lost(_)
                | Self::Spent(_)
                | Self::Denied(_)
                | Self::LevelNotReached(_)
                | Self::DeadLink(_)
                | Self::Misconfigured(_)
                | Self::Untrusted(_)
        )
    }

    /// What the authorization server refused, where an operator may find out why.
    pub const fn refusal(&self) -> Option<&OAuthError> {
        match self {
            Self::Denied(error)
            | Self::LevelNotReached(error)
            | Self::DeadLink(error)
            | Self::Misconfigured(error)
            | Self::Untrusted(error) => Some(error),
            _ => None,
        }
    }

    /// Why redeeming failed: the code is spent, whatever the reason.
    pub(super) fn after_the_end(error: OAuthError) -> Self {
        match error.kind() {
            ErrorKind::Unavailable | ErrorKind::RateLimited => Self::Lost(error),
            _ => Self::from(error),
        }
    }

    pub(super) fn unavailable(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Unavailable(Some(Box::new(source)))
    }
}

impl From<OAuthError> for SignInError {
    fn from(error: OAuthError) -> Self {
        match error.kind() {
            _ if error.is_unmet_authentication() => Self::LevelNotReached(error),
            ErrorKind::Unavailable => Self::unavailable(error),
            ErrorKind::RateLimited => match error {
                OAuthError::RateLimited { until } => Self::RateLimited { reset: until },
                _ => Self::RateLimited { reset: None },
            },
            ErrorKind::SignInAgain => Self::Spent(error),
            ErrorKind::Denied => Self::Denied(error),
            ErrorKind::Misconfigured => Self::Misconfigured(error),
            ErrorKind::Untrusted => Self::Untrusted(error),
        }
    }
}

/// For calls that were not answered by a document, after everything that could be tried.
impl From<IdxError> for SignInError {
    fn from(error: IdxError) -> Self {
        match error {
            IdxError::RateLimited { reset } => Self::RateLimited { reset },
            IdxError::ForeignHref => Self::HostileDocument("a form leads off the org's origin"),
            other => Self::unavailable(other),
        }
    }
}
