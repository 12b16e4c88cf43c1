//! Tokens that nobody needs any more are given back.

use std::sync::Arc;
use std::time::Duration;

use tracing::warn;

use super::user_session::UserSession;
use crate::oauth::{Client, OAuthError, TokenSet, TokenTypeHint};
use crate::person::PersonContext;

/// How long to wait before the second and last attempt.
const BEFORE_RETRY: Duration = Duration::from_secs(3);

/// Revokes the refresh token and the access token (RFC 7009) in the background: a person who signs out does not wait for
/// it, and an authorization server that is down keeps nobody signed in.
///
/// `person` is whoever's request ended the session, or nobody when it ended by itself.
pub(super) fn revoke(client: &Client, tokens: Arc<TokenSet>, person: &PersonContext) {
    let (sender, client, person) = (client, client.clone(), person.clone());
    sender.send_on(async move {
        if revoke_both(&client, &tokens, &person).await.is_err() {
            tokio::time::sleep(BEFORE_RETRY).await;
            report(&client, revoke_both(&client, &tokens, &person).await);
        }
    });
}

/// Revokes tokens that came too late for a session which goes on with others. A refresh token that does not rotate is
/// the session's own and stays.
pub(super) fn revoke_superseded(session: &UserSession, tokens: Arc<TokenSet>, person: &PersonContext) {
    if tokens.refresh_token != session.tokens().refresh_token {
        return revoke(session.client(), tokens, person);
    }
    let (client, person) = (session.client().clone(), person.clone());
    session.client().send_on(async move {
        report(&client, client.revoke(tokens.access_token.expose(), TokenTypeHint::AccessToken, &person).await);
    });
}

/// The refresh token goes first: with it most servers revoke what was made of it.
async fn revoke_both(client: &Client, tokens: &TokenSet, person: &PersonContext) -> Result<(), OAuthError> {
    if let Some(refresh_token) = &tokens.refresh_token {
        client.revoke(refresh_token.expose(), TokenTypeHint::RefreshToken, person).await?;
    }
    client.revoke(tokens.access_token.expose(), TokenTypeHint::AccessToken, person).await
}

fn report(client: &Client, outcome: Result<(), OAuthError>) {
    if let Err(error) = outcome {
        warn!(
            issuer = client.registration().issuer.as_str(),
            error = &error as &dyn std::error::Error,
            "Tokens that nobody needs could not be revoked"
        );
    }
}
