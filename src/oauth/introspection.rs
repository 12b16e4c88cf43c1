//! Asks the authorization server about a token (RFC 7662).

use bytes::Bytes;
use http::{Request, Response};
use serde::Deserialize;
use serde_json::Value;

use super::client_authentication::form_request;
use super::endpoint::Endpoint;
use super::error::OAuthError;
use super::registration::Registration;
use super::token_error::{TokenError, TokenFault, TokenKind};
use super::token_set::IdentityClaims;
use super::{AccessToken, TokenTypeHint, answer};
use crate::clock::Timestamp;

/// What the server says about a token (RFC 7662 §2.2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Introspection {
    /// Whether it is of any use.
    pub active: bool,
    /// To whom it was issued.
    pub client_id: Option<String>,
    /// The person's id at Okta.
    pub uid: Option<String>,
    /// The person's id or login name, as the org likes.
    pub sub: Option<String>,
    /// What it is good for, separated by spaces.
    pub scope: Option<String>,
    /// When it ends.
    pub exp: Option<Timestamp>,
    /// What kind of token it is; `Bearer` for an access token that is bound to nothing.
    pub token_type: Option<String>,
    /// Who issued it.
    pub iss: Option<String>,
    /// What it is bound to (RFC 7800 §3.1).
    pub cnf: Option<Value>,
}

/// What has become of a session's access token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenStatus {
    /// It is as good as when it came.
    Active,
    /// It was revoked, or the person may not use it any more.
    Inactive,
}

/// Asks about an access token.
pub(super) fn request(
    registration: &Registration,
    endpoint: &Endpoint,
    token: &AccessToken,
    now: Timestamp,
) -> Request<Bytes> {
    let fields = [("token", token.expose()), ("token_type_hint", TokenTypeHint::AccessToken.as_str())];
    form_request(registration, endpoint, &fields, now)
}

/// Reads the answer.
pub(super) fn read(response: &Response<Bytes>) -> Result<Introspection, OAuthError> {
    answer::read(response, "an introspection response")
}

impl Introspection {
    /// What that says about a token that was checked when it came. A server need not repeat whose it is, but must not contradict.
    pub(super) fn status(
        &self,
        registration: &Registration,
        identity: &IdentityClaims,
    ) -> Result<TokenStatus, TokenError> {
        match self.check(registration, identity) {
            Ok(()) => Ok(TokenStatus::Active),
            Err(TokenError { fault: TokenFault::Inactive, .. }) => Ok(TokenStatus::Inactive),
            Err(TokenError { fault: TokenFault::MissingClaim(_), .. }) => Ok(TokenStatus::Active),
            Err(contradiction) => Err(contradiction),
        }
    }

    /// Checks that the token is active, was issued to us and belongs to the person of the ID token.
    pub(super) fn check(&self, registration: &Registration, identity: &IdentityClaims) -> Result<(), TokenError> {
        let refused = |fault| TokenKind::Access.refused(fault);
        if !self.active {
            return Err(refused(TokenFault::Inactive));
        }
        let expected = registration.client_id.as_str();
        let client = self.client_id.as_deref().ok_or_else(|| refused(TokenFault::MissingClaim("client_id")))?;
        if client != expected {
            let found = answer::printable(client);
            return Err(refused(TokenFault::Client { found, expected: expected.to_owned() }));
        }
        // `uid` is what the ID token calls `sub`; where it is missing, `sub` is the id or the login name.
        let same_person = match (&self.uid, &self.sub) {
            (Some(uid), _) => **uid == *identity.sub,
            (None, Some(sub)) => [Some(&*identity.sub), identity.preferred_username.as_deref()].contains(&Some(sub)),
            (None, None) => return Err(refused(TokenFault::MissingClaim("sub"))),
        };
        if same_person { Ok(()) } else { Err(refused(TokenFault::AnotherPerson)) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn outcome(text: &str) -> Result<(), TokenError> {
        let introspection: Introspection = serde_json::from_str(text).expect("an introspection");
        introspection.check(&testing::registration(), &testing::identity())
    }

    #[test]
    fn accepts_an_active_token_of_this_client_and_person() {
        assert_eq!(outcome(r#"{"active":true,"client_id":"0oaclient","uid":"00uada","sub":"ada"}"#), Ok(()));
        assert_eq!(outcome(r#"{"active":true,"client_id":"0oaclient","sub":"00uada"}"#), Ok(()));
        assert_eq!(outcome(r#"{"active":true,"client_id":"0oaclient","sub":"ada@org.example"}"#), Ok(()));
    }

    #[test]
    fn refuses_a_token_that_is_inactive_or_of_another_client_or_person() {
        let faults = [
            (r#"{"active":false}"#, TokenFault::Inactive),
            (r#"{"active":true,"uid":"00uada"}"#, TokenFault::MissingClaim("client_id")),
            (r#"{"active":true,"client_id":"0oaclient"}"#, TokenFault::MissingClaim("sub")),
            (r#"{"active":true,"client_id":"0oaclient","uid":"00ubob","sub":"00uada"}"#, TokenFault::AnotherPerson),
            (
                r#"{"active":true,"client_id":"0oaother","uid":"00uada"}"#,
                TokenFault::Client { found: "0oaother".to_owned(), expected: "0oaclient".to_owned() },
            ),
        ];

        for (text, fault) in faults {
            assert_eq!(outcome(text), Err(TokenKind::Access.refused(fault)), "{text}");
        }
    }

    #[test]
    fn a_token_that_was_checked_before_is_active_unless_the_server_says_otherwise_or_contradicts() {
        let status = |text: &str| {
            let introspection: Introspection = serde_json::from_str(text).expect("an introspection");
            introspection.status(&testing::registration(), &testing::identity())
        };

        assert_eq!(status(r#"{"active":true}"#), Ok(TokenStatus::Active), "whose it is need not be said again");
        assert_eq!(status(r#"{"active":true,"client_id":"0oaclient","uid":"00uada"}"#), Ok(TokenStatus::Active));
        assert_eq!(status(r#"{"active":false}"#), Ok(TokenStatus::Inactive));
        for contradiction in
            [r#"{"active":true,"client_id":"0oaother"}"#, r#"{"active":true,"client_id":"0oaclient","uid":"00ubob"}"#]
        {
            assert!(status(contradiction).is_err(), "{contradiction}");
        }
    }
}
