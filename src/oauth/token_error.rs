//! Why a token is refused, in words that an operator understands and that hold nothing of the token but claims.

use std::fmt;

use crate::clock::Timestamp;

/// A token that did not pass.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{token} {fault}")]
pub struct TokenError {
    /// Which token.
    pub token: TokenKind,
    /// What is wrong with it.
    pub fault: TokenFault,
}

/// Which token is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// The access token.
    Access,
    /// The ID token.
    Id,
    /// A logout token.
    Logout,
}

impl TokenKind {
    /// The refusal of this token for `fault`.
    pub(super) const fn refused(self, fault: TokenFault) -> TokenError {
        TokenError { token: self, fault }
    }
}

impl fmt::Display for TokenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Access => "access token",
            Self::Id => "ID token",
            Self::Logout => "logout token",
        })
    }
}

/// What is wrong with a token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// The token response has none.
    #[error("is missing from the token response")]
    Missing,
    /// The token response is not for a bearer.
    #[error("is of type {found}, and only Bearer is understood")]
    NotBearer {
        /// The `token_type`.
        found: String,
    },
    /// We showed a key, and the token is not bound to it.
    #[error("is of type {found}, although a key was shown to bind it to")]
    NotBound {
        /// The `token_type`.
        found: String,
    },
    /// It is bound to a key that is not ours.
    #[error("is bound to another key than this sign-in's")]
    AnotherKey,
    /// It is bound to a key that whoever presents it does not show (RFC 9449 §7.2, RFC 8705 §3).
    #[error("is bound to a key, and came without a proof")]
    Bound,
    /// It is not good for what a route wants (RFC 6750 §3.1: `insufficient_scope`).
    #[error("lacks the scope {missing}")]
    InsufficientScope {
        /// The first scope that is missing.
        missing: String,
    },
    /// It could not be sent on in an `Authorization` header.
    #[error("has characters that no token may have")]
    NotAHeaderValue,
    /// It is not a JWT that has one meaning only.
    #[error("is not a well-formed JWT: {0}")]
    Malformed(&'static str),
    /// Its algorithm is not the one pinned algorithm (RFC 8725 §3.1).
    #[error("has the algorithm {found}, expected RS256")]
    Algorithm {
        /// The header's `alg`.
        found: String,
    },
    /// Its header names critical extensions, and none are understood (RFC 7515 §4.1.11).
    #[error("has critical header parameters, and none are understood")]
    CriticalHeader,
    /// It is declared to be another kind of token (RFC 8725 §3.11).
    #[error("is declared to be of type {found}")]
    Type {
        /// The header's `typ`.
        found: String,
    },
    /// Its header does not say which key signed it.
    #[error("does not name the key that signed it")]
    NoKeyId,
    /// The key set has no such key.
    #[error("is signed with the key {key_id}, which is not in the issuer's key set")]
    UnknownKey {
        /// The header's `kid`.
        key_id: String,
    },
    /// The signature does not fit.
    #[error("has a signature that does not fit its key")]
    Signature,
    /// It does not have a scope that every sign-in asks for.
    #[error("lacks the scope {0}")]
    MissingScope(&'static str),
    /// A claim that must be there is not.
    #[error("has no claim {0}")]
    MissingClaim(&'static str),
    /// A claim is there that must not be.
    #[error("has a claim {0}, which no such token may have")]
    ForbiddenClaim(&'static str),
    /// A claim has the wrong shape.
    #[error("has a claim {claim} that is not {expected}")]
    MisshapenClaim {
        /// The claim.
        claim: &'static str,
        /// What it should be.
        expected: &'static str,
    },
    /// Another server issued it.
    #[error("is from issuer {found}, expected {expected}")]
    Issuer {
        /// The claim `iss`.
        found: String,
        /// The configured issuer.
        expected: String,
    },
    /// It is meant for somebody else.
    #[error("is for audience {found}, expected {expected}")]
    Audience {
        /// The claim `aud`.
        found: String,
        /// The configured audience, or the client for an ID token.
        expected: String,
    },
    /// A custom authorization server is configured without the audience that its access tokens must have.
    #[error("cannot be checked, because no audience is configured for this custom authorization server")]
    NoAudienceConfigured,
    /// It was issued to another client.
    #[error("was issued to client {found}, expected {expected}")]
    Client {
        /// The claim `cid` or `azp`, or `client_id` of an introspection.
        found: String,
        /// The configured client.
        expected: String,
    },
    /// Its time is over.
    #[error("expired at {} and now is {}", .at.as_unix(), .now.as_unix())]
    Expired {
        /// The claim `exp`.
        at: Timestamp,
        /// The present moment.
        now: Timestamp,
    },
    /// Its time has not come.
    #[error("has a claim {claim} of {}, which lies ahead of {}: compare the clocks", .at.as_unix(), .now.as_unix())]
    FromTheFuture {
        /// `nbf`, `iat` or `auth_time`.
        claim: &'static str,
        /// The claim.
        at: Timestamp,
        /// The present moment.
        now: Timestamp,
    },
    /// It answers another sign-in.
    #[error("has another nonce than this sign-in")]
    Nonce,
    /// It belongs to another access token (OpenID Connect Core §3.1.3.6).
    #[error("has an at_hash that does not fit the access token")]
    AccessTokenHash,
    /// The person signed in too long ago for what was asked.
    #[error("states an authentication older than was asked for")]
    AuthenticationTooOld,
    /// An ID token stands where an access token is due.
    #[error("is an ID token")]
    IsAnIdToken,
    /// It belongs to another person than the ID token.
    #[error("belongs to another person than the ID token")]
    AnotherPerson,
    /// Introspection says that it is of no use.
    #[error("is not active according to the authorization server")]
    Inactive,
    /// Neither the response nor the token says how long it lasts.
    #[error("comes without a lifetime")]
    NoLifetime,
    /// A refresh brought another identity than the session's (OpenID Connect Core §12.2).
    #[error("differs from the one before the refresh in claim {0}")]
    IdentityChanged(&'static str),
}
