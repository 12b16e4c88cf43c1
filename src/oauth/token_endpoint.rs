//! The token endpoint: redeeming an interaction code, and refreshing (RFC 6749 §3.2, §6).

use bytes::Bytes;
use http::{Request, Response};
use serde::Deserialize;
use serde_json::Number;

use super::client_authentication::form_request;
use super::endpoint::Endpoint;
use super::error::OAuthError;
use super::registration::Registration;
use super::token_error::{TokenFault, TokenKind};
use super::{AccessToken, CodeVerifier, IdToken, RefreshToken, answer};
use crate::clock::Timestamp;
use crate::secret::Secret;

/// Redeems an interaction code.
///
/// The parameter is `interaction_code`: sent as `code`, the server calls a good code expired.
pub(super) fn redeem_request(
    registration: &Registration,
    endpoint: &Endpoint,
    interaction_code: &Secret,
    code_verifier: &CodeVerifier,
    now: Timestamp,
) -> Request<Bytes> {
    let fields = [
        ("grant_type", "interaction_code"),
        ("interaction_code", interaction_code.expose()),
        ("code_verifier", code_verifier.expose()),
    ];
    form_request(registration, endpoint, &fields, now)
}

/// Asks for fresh tokens with the scopes that were granted.
pub(super) fn refresh_request(
    registration: &Registration,
    endpoint: &Endpoint,
    refresh_token: &RefreshToken,
    now: Timestamp,
) -> Request<Bytes> {
    let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh_token.expose())];
    form_request(registration, endpoint, &fields, now)
}

/// A token response (RFC 6749 §5.1), read but not validated.
#[derive(Debug)]
pub(super) struct TokenResponse {
    pub(super) access_token: AccessToken,
    pub(super) refresh_token: Option<RefreshToken>,
    pub(super) id_token: Option<IdToken>,
    /// In seconds.
    pub(super) expires_in: Option<u64>,
}

impl TokenResponse {
    /// Reads a response: tokens for bearers, or tokens bound to the key that was shown, as it was asked for.
    pub(super) fn read(response: &Response<Bytes>, is_bound: bool) -> Result<Self, OAuthError> {
        #[derive(Deserialize)]
        struct Answer {
            access_token: AccessToken,
            token_type: String,
            refresh_token: Option<RefreshToken>,
            id_token: Option<IdToken>,
            expires_in: Option<Number>,
        }

        let answer: Answer = answer::read(response, "a token response")?;
        let expected = if is_bound { "DPoP" } else { "Bearer" };
        if !answer.token_type.eq_ignore_ascii_case(expected) {
            let found = answer::printable(&answer.token_type);
            // RFC 9449 §5: a client that wants the protection does not use tokens that are without it.
            let fault = if is_bound { TokenFault::NotBound { found } } else { TokenFault::NotBearer { found } };
            return Err(TokenKind::Access.refused(fault).into());
        }
        let access_token = answer.access_token.expose();
        if access_token.is_empty() {
            return Err(TokenKind::Access.refused(TokenFault::Missing).into());
        }
        // RFC 6749 §A.12: visible characters only. It is going to stand in a header.
        if !access_token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(TokenKind::Access.refused(TokenFault::NotAHeaderValue).into());
        }
        Ok(Self {
            access_token: answer.access_token,
            refresh_token: answer.refresh_token.filter(|token| !token.expose().is_empty()),
            id_token: answer.id_token,
            expires_in: answer.expires_in.as_ref().and_then(Number::as_u64),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use url::form_urlencoded;

    #[test]
    fn an_interaction_code_is_never_called_code() {
        let registration = testing::registration();
        let endpoint = registration.issuer.derived_endpoint("token").expect("an endpoint");

        let request =
            redeem_request(&registration, &endpoint, &Secret::new("c0de"), &CodeVerifier::new("v"), testing::NOW);

        let fields: Vec<_> = form_urlencoded::parse(request.body()).into_owned().collect();
        let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["grant_type", "interaction_code", "code_verifier", "client_id", "client_secret"]);
        assert_eq!(request.uri().query(), None);
    }

    #[test]
    fn refuses_tokens_that_are_bound_to_a_key_we_do_not_have() {
        let response = Response::new(Bytes::from_static(br#"{"access_token":"a","token_type":"DPoP"}"#));

        let error = TokenResponse::read(&response, false).expect_err("refused");

        assert!(matches!(error, OAuthError::Token(error) if matches!(error.fault, TokenFault::NotBearer { .. })));
    }

    #[test]
    fn refuses_tokens_that_are_not_bound_to_the_key_that_was_shown() {
        let response = Response::new(Bytes::from_static(br#"{"access_token":"a","token_type":"Bearer"}"#));

        let error = TokenResponse::read(&response, true).expect_err("refused");

        assert!(matches!(error, OAuthError::Token(error) if matches!(error.fault, TokenFault::NotBound { .. })));
    }

    #[test]
    fn refuses_an_access_token_that_could_not_stand_in_a_header() {
        for token in ["a\\r\\nX-Forwarded-User: root", "a b", "\\u0000", "t\\u00f6ken"] {
            let body = format!(r#"{{"access_token":"{token}","token_type":"Bearer"}}"#);

            let error = TokenResponse::read(&Response::new(Bytes::from(body)), false).expect_err("refused");

            assert!(matches!(error, OAuthError::Token(error) if error.fault == TokenFault::NotAHeaderValue), "{token}");
        }
    }

    #[test]
    fn debug_shows_no_token() {
        let body =
            br#"{"access_token":"s3cret-a","token_type":"bearer","refresh_token":"s3cret-r","id_token":"s3cret-i"}"#;

        let response = TokenResponse::read(&Response::new(Bytes::from_static(body)), false).expect("a token response");

        assert!(!format!("{response:?}").contains("s3cret"));
    }
}
