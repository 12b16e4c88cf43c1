//! What a sign-in is for: an ordinary one, one that a route asks more of, or one that strengthens a session that lives.

use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::error::SignInError;
use crate::config::RequiredAuthentication;
use crate::gate::ReturnTarget;
use crate::oauth::{ErrorCode, InteractRequest, OAuthError};
use crate::secret::Secret;

/// What goes with the beginning of a sign-in.
#[derive(Clone, Debug, Default)]
pub struct Beginning {
    /// Where the person wants to go.
    pub return_target: ReturnTarget,
    /// What it is for; kept until the end.
    pub purpose: Purpose,
    /// The level to ask for where the purpose asks for none: what a session has already is not to be lost.
    pub kept_level: Option<String>,
    /// Whom to expect: fills a field in, and decides nothing.
    pub login_hint: Option<String>,
    /// What came with a link in a mail.
    pub mailed: Option<MailedToken>,
}

/// What a sign-in is for, as its transaction remembers it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purpose {
    /// What the route asks of the authentication.
    #[serde(rename = "q", default, skip_serializing_if = "Option::is_none")]
    pub required: Option<RequiredAuthentication>,
    /// The session that is to be strengthened, and whose it is.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub stepping_up: Option<SteppedUp>,
}

/// One session of one person: a step-up belongs to it and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SteppedUp {
    /// What stands for the session: see [`SitePlace::session_tag`](crate::session::SitePlace::session_tag).
    #[serde(rename = "k")]
    pub session: String,
    /// Who is signed in there.
    #[serde(rename = "s")]
    pub subject: String,
}

/// What a link in a mail carries; spent at the beginning and never kept.
#[derive(Clone, Debug)]
pub enum MailedToken {
    /// It activates an account. The authorization server takes it from confidential clients only.
    Activation(Secret),
    /// It recovers an account.
    Recovery(Secret),
}

impl Beginning {
    /// An ordinary sign-in that leads to `return_target`.
    pub fn leading_to(return_target: ReturnTarget) -> Self {
        Self { return_target, ..Self::default() }
    }

    /// Adds what this sign-in asks for to the request that begins it.
    pub(super) fn add_to(&self, request: &mut InteractRequest) {
        if let Some(required) = &self.purpose.required {
            request.acr_values.clone_from(&required.acr);
            request.max_age = required.max_age;
        }
        if request.acr_values.is_empty() {
            request.acr_values.extend(self.kept_level.clone());
        }
        request.login_hint.clone_from(&self.login_hint);
        match &self.mailed {
            Some(MailedToken::Activation(token)) => request.activation_token = Some(token.clone()),
            Some(MailedToken::Recovery(token)) => request.recovery_token = Some(token.clone()),
            None => {}
        }
    }

    /// Why it could not begin. The same words of the server mean something else for a sign-in that asked for something.
    pub(super) fn failure(&self, error: OAuthError) -> SignInError {
        if self.mailed.is_some() && error.is_refusal(&ErrorCode::InvalidRequest, StatusCode::BAD_REQUEST) {
            return SignInError::DeadLink(error);
        }
        // Of a level that it does not have, Okta says that access is denied.
        let asks_for_a_level = self.purpose.required.as_ref().is_some_and(|required| !required.acr.is_empty());
        if asks_for_a_level && error.is_refusal(&ErrorCode::AccessDenied, StatusCode::FORBIDDEN) {
            return SignInError::LevelNotReached(error);
        }
        error.into()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::oauth::{CodeVerifier, ErrorResponse, Nonce, State};

    fn phishing_resistant() -> Purpose {
        let required = RequiredAuthentication {
            acr: vec!["phrh".to_owned(), "phr".to_owned()],
            max_age: Some(Duration::from_secs(300)),
        };
        Purpose { required: Some(required), stepping_up: None }
    }

    fn request_of(beginning: &Beginning) -> InteractRequest {
        let challenge = CodeVerifier::random().challenge();
        let mut request = InteractRequest::new(challenge, State::random(), Nonce::random());
        beginning.add_to(&mut request);
        request
    }

    fn refused(error: ErrorCode, status: StatusCode) -> OAuthError {
        OAuthError::Refused(ErrorResponse { status, error, description: None })
    }

    #[test]
    fn asks_for_the_levels_in_their_order_and_for_the_age() {
        let request = request_of(&Beginning { purpose: phishing_resistant(), ..Beginning::default() });

        assert_eq!(request.acr_values, ["phrh", "phr"]);
        assert_eq!(request.max_age, Some(Duration::from_secs(300)));
    }

    #[test]
    fn a_level_that_the_session_has_is_asked_for_again_where_only_an_age_is_wanted() {
        let kept = |purpose| Beginning { purpose, kept_level: Some("phr".to_owned()), ..Beginning::default() };
        let required = RequiredAuthentication { acr: Vec::new(), max_age: Some(Duration::from_secs(60)) };
        let only_age = Purpose { required: Some(required), stepping_up: None };

        assert_eq!(request_of(&kept(only_age)).acr_values, ["phr"]);
        assert_eq!(request_of(&kept(phishing_resistant())).acr_values, ["phrh", "phr"]);
    }

    #[test]
    fn an_ordinary_beginning_asks_for_nothing() {
        let request = request_of(&Beginning::default());

        assert!(request.acr_values.is_empty() && request.max_age.is_none() && request.login_hint.is_none());
        assert!(request.activation_token.is_none() && request.recovery_token.is_none());
    }

    #[test]
    fn the_same_refusal_means_something_else_where_a_level_or_a_link_came_along() {
        let levels = Beginning { purpose: phishing_resistant(), ..Beginning::default() };
        let link = Beginning { mailed: Some(MailedToken::Recovery(Secret::new("token"))), ..Beginning::default() };
        let denied = || refused(ErrorCode::AccessDenied, StatusCode::FORBIDDEN);
        let invalid = || refused(ErrorCode::InvalidRequest, StatusCode::BAD_REQUEST);
        let unmet = || refused(ErrorCode::UnmetAuthenticationRequirements, StatusCode::BAD_REQUEST);

        assert!(matches!(levels.failure(denied()), SignInError::LevelNotReached(_)));
        assert!(matches!(levels.failure(unmet()), SignInError::LevelNotReached(_)));
        assert!(matches!(levels.failure(invalid()), SignInError::Misconfigured(_)));
        assert!(matches!(link.failure(invalid()), SignInError::DeadLink(_)));
        assert!(matches!(Beginning::default().failure(denied()), SignInError::Denied(_)));
        assert!(matches!(Beginning::default().failure(invalid()), SignInError::Misconfigured(_)));
    }
}
