//! Begins an interaction: the request and the answer of `interact`.
//!
//! Okta's own; no specification has it. It is a pushed authorization request in all but name, answered with a handle for
//! the Identity Engine.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use serde::Deserialize;

use super::client_authentication::form_request;
use super::error::OAuthError;
use super::pkce::CodeChallenge;
use super::registration::Registration;
use super::{Nonce, State, answer};
use crate::clock::Timestamp;
use crate::secret::Secret;

/// What goes with the beginning of an interaction.
#[derive(Clone, Debug)]
pub struct InteractRequest {
    /// Always S256; the Identity Engine wants it of confidential clients as well.
    pub code_challenge: CodeChallenge,
    /// Comes back with the browser and in links of mails.
    pub state: State,
    /// Comes back in the ID token.
    pub nonce: Nonce,
    /// Whom to expect.
    pub login_hint: Option<String>,
    /// Levels of authentication, the most wanted first.
    pub acr_values: Vec<String>,
    /// How old the authentication may be; zero asks for a new one.
    pub max_age: Option<Duration>,
    /// From a mail that activates an account; confidential clients only.
    pub activation_token: Option<Secret>,
    /// From a mail that recovers an account.
    pub recovery_token: Option<Secret>,
}

impl InteractRequest {
    /// An interaction that asks for nothing in particular.
    pub const fn new(code_challenge: CodeChallenge, state: State, nonce: Nonce) -> Self {
        Self {
            code_challenge,
            state,
            nonce,
            login_hint: None,
            acr_values: Vec::new(),
            max_age: None,
            activation_token: None,
            recovery_token: None,
        }
    }

    /// The request to send.
    pub(super) fn request(&self, registration: &Registration, now: Timestamp) -> Request<Bytes> {
        let scope = registration.scope_parameter();
        let acr_values = self.acr_values.join(" ");
        let max_age = self.max_age.map(|age| age.as_secs().to_string());
        let mut fields = vec![
            ("scope", scope.as_str()),
            ("redirect_uri", registration.redirect_uri.as_str()),
            ("code_challenge", self.code_challenge.as_str()),
            ("code_challenge_method", CodeChallenge::METHOD),
            ("state", self.state.expose()),
            ("nonce", self.nonce.expose()),
        ];
        let optional = [
            ("login_hint", self.login_hint.as_deref()),
            ("acr_values", Some(acr_values.as_str()).filter(|values| !values.is_empty())),
            ("max_age", max_age.as_deref()),
            ("activation_token", self.activation_token.as_ref().map(Secret::expose)),
            ("recovery_token", self.recovery_token.as_ref().map(Secret::expose)),
        ];
        fields.extend(optional.into_iter().filter_map(|(name, value)| Some((name, value?))));
        form_request(registration, registration.issuer.interact_endpoint(), &fields, now)
    }
}

/// Reads the interaction handle.
pub(super) fn read(response: &Response<Bytes>) -> Result<Secret, OAuthError> {
    #[derive(Deserialize)]
    struct Answer {
        interaction_handle: String,
    }

    const EXPECTED: &str = "an interaction handle";
    let answer: Answer = answer::read(response, EXPECTED)?;
    if answer.interaction_handle.is_empty() {
        return Err(OAuthError::Unintelligible { status: response.status(), expected: EXPECTED });
    }
    Ok(Secret::new(answer.interaction_handle))
}

#[cfg(test)]
mod tests {
    use super::super::CodeVerifier;
    use super::super::testing;
    use super::*;
    use url::form_urlencoded;

    fn fields_of(request: &InteractRequest) -> Vec<(String, String)> {
        let request = request.request(&testing::registration(), testing::NOW);
        assert_eq!(request.uri().path(), "/oauth2/default/v1/interact");
        assert_eq!(request.uri().query(), None);
        form_urlencoded::parse(request.body()).into_owned().collect()
    }

    fn plain() -> InteractRequest {
        InteractRequest::new(
            CodeVerifier::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge(),
            State::new("the state"),
            Nonce::new("the nonce"),
        )
    }

    #[test]
    fn sends_challenge_state_and_nonce_and_nothing_that_was_not_asked_for() {
        let fields = fields_of(&plain());

        let expected = [
            ("scope", "openid profile email offline_access"),
            ("redirect_uri", "https://app.example/.gatehouse/callback"),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            ("code_challenge_method", "S256"),
            ("state", "the state"),
            ("nonce", "the nonce"),
            ("client_id", "0oaclient"),
            ("client_secret", "a-client-secret"),
        ];
        assert_eq!(fields, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn sends_a_max_age_of_zero() {
        let fields = fields_of(&InteractRequest {
            max_age: Some(Duration::ZERO),
            login_hint: Some("ada@org.example".to_owned()),
            acr_values: vec!["a".to_owned(), "b".to_owned()],
            ..plain()
        });

        for (name, value) in [("max_age", "0"), ("login_hint", "ada@org.example"), ("acr_values", "a b")] {
            assert!(fields.contains(&(name.to_owned(), value.to_owned())), "{name}");
        }
    }
}
