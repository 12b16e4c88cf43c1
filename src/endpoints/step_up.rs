//! Stepping up: whoever is signed in authenticates once more, because a route asks for a stronger or more recent authentication.
//!
//! It belongs to one session and one person, and both stand in its transaction. Completed by that person it gives the session other
//! tokens and another name; completed by anybody else it is an ordinary sign-in, which replaces the session. One that
//! did not reach the level leaves the session as it was, and is not asked for again for a minute.

use std::sync::Arc;

use tracing::info;

use crate::clock::Timestamp;
use crate::config::RequiredAuthentication;
use crate::gate::{Assurance, Authentication, ReturnTarget};
use crate::oauth::{IdentityClaims, TokenSet};
use crate::session::{StoreError, UserSession};
use crate::signin::{Anchor, Beginning, Purpose, SignInError, SteppedUp, Transaction};

use super::finish::{self, End};
use super::own_request::OwnRequest;

/// How a session's authentication stands to what is asked for at `now`.
pub fn assurance(session: &UserSession, required: Option<&RequiredAuthentication>, now: Timestamp) -> Assurance {
    let Some(required) = required else { return Assurance::Sufficient };
    if satisfies(&session.tokens().claims, required, now) {
        Assurance::Sufficient
    } else if session.was_unreached(required, now) {
        Assurance::OutOfReach
    } else {
        Assurance::Insufficient
    }
}

/// Whether what an ID token says of the authentication is what is asked for.
pub(crate) fn satisfies(claims: &IdentityClaims, required: &RequiredAuthentication, now: Timestamp) -> bool {
    Authentication { acr: claims.acr.as_deref(), at: claims.auth_time }.satisfies(required, now)
}

/// What to begin so that the session of this browser comes to what is asked for.
pub(crate) fn beginning(
    request: &OwnRequest<'_>,
    session: &UserSession,
    required: Option<RequiredAuthentication>,
    return_target: ReturnTarget,
) -> Beginning {
    let tag = request.site().place().session_tag(request.session_cookie().unwrap_or_default());
    let stepping_up = SteppedUp { session: tag, subject: session.subject().to_owned() };
    let claims = &session.tokens().claims;
    Beginning {
        purpose: Purpose { required, stepping_up: Some(stepping_up) },
        kept_level: claims.acr.as_deref().map(str::to_owned),
        login_hint: claims.preferred_username.as_deref().or(claims.email.as_deref()).map(str::to_owned),
        ..Beginning::leading_to(return_target)
    }
}

/// The live session that a finished transaction was to step up, when these tokens are about its own person.
///
/// # Errors
/// When the store could not be asked.
pub(crate) async fn session_of(
    request: &OwnRequest<'_>,
    transaction: &Transaction,
    tokens: &TokenSet,
) -> Result<Option<Arc<UserSession>>, StoreError> {
    let (Some(stepping_up), Some(cookie)) = (&transaction.purpose().stepping_up, request.session_cookie()) else {
        return Ok(None);
    };
    let same_session = request.site().place().session_tag(cookie) == stepping_up.session;
    if !same_session || *tokens.claims.sub != *stepping_up.subject {
        return Ok(None);
    }
    let session = request.session().await?;
    Ok(session.filter(|session| session.subject() == stepping_up.subject))
}

/// The person of the session has authenticated again.
///
/// # Errors
/// When the store could not be asked: the session stays as it was.
pub(crate) async fn finish(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    transaction: &Transaction,
    session: &UserSession,
    tokens: TokenSet,
) -> Result<End, StoreError> {
    let (site, name) = (request.site(), &request.site().config().name);
    let required = transaction.purpose().required.as_ref();
    if let Some(required) = required.filter(|required| !satisfies(&tokens.claims, required, request.now())) {
        info!(site = name, sub = session.subject(), acr = tokens.claims.acr, "A step-up did not reach its level");
        session.note_unreached(required.clone(), request.now());
        request.sessions().give_back(site.client(), tokens, &request.person(anchor));
        return Ok(End::LevelNotReached);
    }
    let acr = tokens.claims.acr.clone();
    let stepped_up = request.sessions().step_up(session, tokens, &request.person(anchor)).await?;
    Ok(stepped_up.map_or(End::SessionEnded, |(cookie, session)| {
        info!(site = name, sub = session.subject(), acr, client = %request.client_address(), "Stepped up");
        End::Session(finish::handed_over(request, anchor, transaction, cookie, &session))
    }))
}

/// Remembers for a minute that this browser's person does not reach what was asked for, when that is how it failed.
pub(crate) async fn note_failure(
    request: &OwnRequest<'_>,
    failure: &SignInError,
    required: Option<&RequiredAuthentication>,
) {
    if !matches!(failure, SignInError::LevelNotReached(_)) {
        return;
    }
    if let (Some(required), Ok(Some(session))) = (required, request.session().await) {
        session.note_unreached(required.clone(), request.now());
    }
}
