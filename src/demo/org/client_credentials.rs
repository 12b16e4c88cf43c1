//! The grant `client_credentials` (RFC 6749 §4.4): a service has no person behind it.

use serde_json::Value;

use super::State;
use super::clients::{Client, ClientAuthentication};
use super::form::Form;
use super::interact::require_grant;
use super::servers::{Policy, Server};
use super::tokens::{self, Grant};
use super::wire::OAuthError;

/// Gives a service an access token: nothing to refresh it with, and no ID token, for nobody signed in.
pub(super) fn grant(
    state: &mut State,
    server: &'static Server,
    client: &Client,
    form: &Form,
    key: Option<String>,
) -> Result<Value, OAuthError> {
    require_grant(client, client.switches.client_credentials)?;
    // The org's own API is for services that have a key.
    if server.is_the_orgs_own() && client.authentication != ClientAuthentication::PrivateKeyJwt {
        return Err(OAuthError::invalid_client(
            "Client Credentials requests to the Org Authorization Server must use the private_key_jwt \
             token_endpoint_auth_method.",
            false,
        ));
    }
    let scopes = scopes(server, form)?;
    if server.policy != Policy::Allows {
        return Err(OAuthError::bad_request(
            "access_denied",
            "Policy evaluation failed for this request, please check the policy configurations.",
        ));
    }
    let grant = Grant {
        client_id: client.id.clone(),
        server,
        login: None,
        scopes: scopes.clone(),
        nonce: None,
        auth_time: state.now(),
        references: Vec::new(),
        level: None,
        session: String::new(),
        bound_to: key,
    };
    let grant = state.tokens.open(grant);
    Ok(tokens::issue(state, grant, &scopes, None, true))
}

/// Scopes of an application's own alone: `openid` and its like are about a person.
fn scopes(server: &Server, form: &Form) -> Result<Vec<String>, OAuthError> {
    let refused = |description: &str| OAuthError::bad_request("invalid_scope", description);
    let asked: Vec<&str> = form.parameter("scope").unwrap_or_default().split_ascii_whitespace().collect();
    if asked.is_empty() {
        return Err(refused("The authorization server resource does not have any configured default scopes."));
    }
    if !asked.iter().all(|scope| server.knows_scope(scope)) {
        return Err(refused("One or more scopes are not configured for the authorization server resource."));
    }
    if !asked.iter().all(|scope| server.has_scope_of_its_own(scope)) {
        return Err(refused("The client credentials grant cannot be used to request scopes about a user."));
    }
    Ok(asked.into_iter().map(str::to_owned).collect())
}
