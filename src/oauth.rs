//! OAuth 2.0 and OpenID Connect, as one client of one authorization server.
//!
//! A [`Registration`] says who we are there; a [`Client`] made of it discovers endpoints and keys, begins an
//! interaction, redeems its code, refreshes, introspects and revokes. What comes back is a [`TokenSet`] only after every
//! check has passed, so holding one is the proof: nobody validates a token again, from then on only the clock is asked.
//!
//! The parts are pure: requests are built, responses are read and tokens are checked without a socket, a clock or a log
//! line, with the time passed in. [`Client`] is the thin part that moves bytes and remembers what it discovered.
//!
//! This room knows nothing of pages, sessions, configuration files or of the conversation between `interact` and the
//! interaction code. It implements RFC 6749 and RFC 6750 (OAuth), RFC 7636 (PKCE, always S256), RFC 7009 (revocation),
//! RFC 7662 (introspection), RFC 8414 and OpenID Connect Discovery (metadata), RFC 7515, 7517 and 7519 (JWS, JWK, JWT,
//! in the profile of RFC 8725), RFC 7523 (client assertions), RFC 9449 (DPoP), OpenID Connect Core (ID tokens), RP-Initiated Logout 1.0
//! and Back-Channel Logout 1.0. The Interaction Code grant is Okta's own.

mod access_token;
mod answer;
mod bearer;
mod cached;
mod client;
mod client_assertion;
mod client_authentication;
pub mod diagnosis;
mod discovery;
mod dpop;
mod end_session;
mod endpoint;
mod error;
mod id_token;
mod interact;
mod introspection;
mod issuer;
mod json;
mod jwt;
mod key_set;
mod logout_token;
mod pkce;
mod registration;
mod revocation;
mod token_endpoint;
mod token_error;
mod token_set;

#[cfg(test)]
pub(crate) mod testing;

pub use access_token::AccessToken;
pub use bearer::{BearerIdentity, BearerRule, BearerSubject};
pub use client::{Client, Readiness};
pub use client_authentication::ClientAuthentication;
pub use discovery::{Metadata, MetadataError};
pub use end_session::Departure;
pub use endpoint::{Endpoint, EndpointError};
pub use error::{ErrorCode, ErrorKind, ErrorResponse, OAuthError};
pub use id_token::{AuthenticationAge, ExpectedIdentity};
pub use interact::InteractRequest;
pub use introspection::{Introspection, TokenStatus};
pub use issuer::{Issuer, IssuerError, ServerKind};
pub use key_set::{KeySet, KeySetError};
pub use logout_token::LogoutToken;
pub use pkce::{CodeChallenge, CodeVerifier};
pub use registration::{ClientId, Registration, Scope};
pub use revocation::TokenTypeHint;
pub use token_error::{TokenError, TokenFault, TokenKind};
pub use token_set::{IdentityClaims, TokenSet};

crate::secret_newtype!(
    /// What the client proves itself with.
    ClientSecret
);

crate::secret_newtype!(
    /// States who signed in, and how (OpenID Connect Core §2).
    IdToken
);

crate::secret_newtype!(
    /// Exchanged for fresh tokens (RFC 6749 §1.5).
    RefreshToken
);

crate::secret_newtype!(
    /// The private key that a session's tokens are bound to (RFC 9449), in the 43 characters that it takes to keep it.
    ProofKey
);

crate::secret_newtype!(
    /// The OAuth parameter `state`: returned on every way back to us, and the proof that we began (RFC 6749 §10.12).
    State
);

crate::secret_newtype!(
    /// Binds an ID token to the interaction that asked for it (OpenID Connect Core §3.1.2.1).
    Nonce
);

impl State {
    /// 256 random bits.
    pub fn random() -> Self {
        Self::new(crate::random::token())
    }
}

impl Nonce {
    /// 256 random bits.
    pub fn random() -> Self {
        Self::new(crate::random::token())
    }
}
