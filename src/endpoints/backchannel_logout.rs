//! The authorization server says whose sessions it has ended (OpenID Connect Back-Channel Logout 1.0 §2.5 to §2.8).
//!
//! It is a server that asks and no browser, so neither `Origin` nor cookies mean anything here: the token is the proof. An answer
//! of 200 is a promise that the sessions have ended wherever they are kept, so a store that cannot be asked is 503, and the server may
//! try again with the same token. Once it has worked, the token is spent.

use http::{HeaderValue, StatusCode, header};
use serde_json::json;
use tracing::{error, info, warn};

use crate::gate::Refusal;
use crate::oauth::{LogoutToken, OAuthError};
use crate::session::{FinishedMark, StoreError, Whose};

use super::own_request::OwnRequest;
use super::respond::{self, Answer};

/// `POST {own_path}/backchannel-logout`
pub(crate) async fn told(request: &OwnRequest<'_>, body: &[u8]) -> Answer {
    let site = request.site();
    if !site.config().authorization_server.backchannel_logout {
        return request.refuse(&Refusal::NotFound);
    }
    if let Err(limit) = site.logout_limits().take(request.client_address(), request.now()) {
        return respond::with_retry_after(refused(StatusCode::TOO_MANY_REQUESTS), limit.retry_after.as_secs());
    }
    let (name, reference) = (site.config().name.as_str(), request.arrival().reference.as_str());
    let Some(token) = the_token(body) else {
        warn!(site = name, reference, client = %request.client_address(), "Refused a logout without one logout token");
        return refused(StatusCode::BAD_REQUEST);
    };
    let token = match site.client().validate_logout_token(&token).await {
        Ok(token) => token,
        Err(error @ OAuthError::Token(_)) => {
            let error = &error as &dyn std::error::Error;
            warn!(site = name, reference, client = %request.client_address(), error, "Refused a logout token");
            return refused(StatusCode::BAD_REQUEST);
        }
        Err(error) => {
            let error = &error as &dyn std::error::Error;
            warn!(site = name, reference, error, "A logout token could not be checked");
            return unavailable();
        }
    };
    match end(request, &token).await {
        Ok(Some(count)) => {
            info!(site = name, sub = token.subject.as_deref(), count, "The authorization server ended sessions");
            done()
        }
        Ok(None) => {
            warn!(site = name, reference, client = %request.client_address(), "Refused a logout token that came before");
            refused(StatusCode::BAD_REQUEST)
        }
        Err(error) => {
            let error = &error as &dyn std::error::Error;
            error!(
                site = name,
                reference, error, "Sessions that the authorization server ended could not be ended here yet"
            );
            unavailable()
        }
    }
}

/// Ends the sessions at every site that shares the client, since the server tells a client once; how many there were, or nothing for a
/// token that has done so before. It counts as spent only when all is done, so that a server that was told to try again can.
async fn end(request: &OwnRequest<'_>, token: &LogoutToken) -> Result<Option<usize>, StoreError> {
    let (sessions, mark) = (request.sessions(), mark(request, token));
    if sessions.was_finished(mark).await? {
        return Ok(None);
    }
    let mut count = 0;
    for site in request.sites_of_client() {
        count += sessions.end_all(site.home(), &whose(token)).await?;
    }
    Ok(sessions.finish_once(mark, token.accepted_until).await?.then_some(count))
}

/// A session that the server names is meant alone, whoever's it is; a person without one is meant with every session (§2.7).
fn whose(token: &LogoutToken) -> Whose {
    match (&token.sid, &token.subject) {
        (Some(sid), _) => Whose::AtServer(sid.clone()),
        (None, subject) => Whose::Subject(subject.clone().unwrap_or_default()),
    }
}

/// One for all sites of a client: a token that was spent at one of them is spent at the others.
fn mark(request: &OwnRequest<'_>, token: &LogoutToken) -> FinishedMark {
    let first = request.sites_of_client().next().unwrap_or(request.site());
    first.home().place().mark_of("logout-token", &token.id)
}

/// The value of `logout_token`, if there is exactly one.
fn the_token(body: &[u8]) -> Option<String> {
    let mut tokens = url::form_urlencoded::parse(body).filter(|(name, _)| name == "logout_token");
    let (_, only) = tokens.next()?;
    tokens.next().is_none().then(|| only.into_owned())
}

/// What is wrong stands in the log: a stranger who tries tokens learns nothing here.
fn refused(status: StatusCode) -> Answer {
    let body = json!({ "error": "invalid_request", "error_description": "the logout request is refused" });
    respond::json(status, &body)
}

fn unavailable() -> Answer {
    let body = json!({ "error": "temporarily_unavailable", "error_description": "try again in a moment" });
    respond::with_retry_after(respond::json(StatusCode::SERVICE_UNAVAILABLE, &body), 5)
}

/// 200 without a body (§2.8).
fn done() -> Answer {
    let mut answer = Answer::default();
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_logout_token_is_read_and_two_are_none() {
        assert_eq!(the_token(b"logout_token=a.b.c"), Some("a.b.c".to_owned()));
        assert_eq!(the_token(b"x=1&logout_token=a.b.c&y=2"), Some("a.b.c".to_owned()));
        for body in [&b""[..], b"token=a.b.c", b"logout_token=a&logout_token=a", b"Logout_token=a"] {
            assert_eq!(the_token(body), None, "{body:?}");
        }
    }
}
