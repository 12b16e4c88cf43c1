//! `POST {authorization server}/v1/interact`: where a transaction begins.

use axum::response::Response;
use http::StatusCode;
use serde_json::json;

use super::clients::Client;
use super::form::Form;
use super::servers::{Policy, Server};
use super::transactions::{Request, Transaction};
use super::wire::{self, OAuthError};
use super::{State, levels, mailed_links};

/// The longest device token that is honoured.
const LONGEST_DEVICE_TOKEN: usize = 32;

/// Starts a transaction, or says which rule the request breaks.
pub(super) fn answer(state: &mut State, server: &'static Server, form: &Form) -> Result<Response, OAuthError> {
    let client = form.client(state)?;
    require_switches(&client, server)?;
    let request = Request {
        client_id: client.id.clone(),
        server,
        redirect_uri: redirect_uri(&client, form)?,
        code_challenge: code_challenge(form)?,
        scopes: scopes(&client, server, form.parameter("scope"))?,
        state: form
            .parameter("state")
            .ok_or_else(|| invalid("The authentication request has an invalid 'state' parameter."))?
            .to_owned(),
        nonce: form.parameter("nonce").map(str::to_owned),
        login_hint: form.parameter("login_hint").map(str::to_owned),
        first_page: client.first_page,
        level: levels::asked_for(form)?,
    };
    require_max_age_in_seconds(form)?;
    require_short_device_token(form)?;
    let link = mailed_links::spend(state, &client, form)?;

    let mut transaction = Transaction::begin(request, state.now(), state.quirks.large_state_handle);
    if let Some(link) = link {
        mailed_links::follow(state, &mut transaction, link);
    }
    let handle = transaction.interaction_handle.clone();
    state.transactions.insert(handle.clone(), transaction);
    Ok(wire::json(StatusCode::OK, &json!({ "interaction_handle": handle })))
}

fn require_switches(client: &Client, server: &Server) -> Result<(), OAuthError> {
    if !client.switches.feature {
        return Err(OAuthError::bad_request(
            "access_denied",
            "The requested feature is not enabled in this environment.",
        ));
    }
    require_grant(client, client.switches.interaction_code)?;
    if server.policy == Policy::Missing {
        return Err(OAuthError::bad_request(
            "access_denied",
            "Policy evaluation failed for this request, please check the policy configurations.",
        ));
    }
    Ok(())
}

/// Refuses a client that was not given the grant it asks for.
pub(super) fn require_grant(client: &Client, granted: bool) -> Result<(), OAuthError> {
    if granted { Ok(()) } else { Err(not_granted(client)) }
}

/// The refusal of a grant that the client was not given.
pub(super) fn not_granted(client: &Client) -> OAuthError {
    let description = format!(
        "The client is not authorized to use the provided grant type. Configured grant types: [{}].",
        client.grants().join(", ")
    );
    OAuthError::bad_request("unauthorized_client", description)
}

fn redirect_uri(client: &Client, form: &Form) -> Result<String, OAuthError> {
    let uri = form.parameter("redirect_uri").unwrap_or_default();
    if client.redirect_uris.contains(uri) {
        return Ok(uri.to_owned());
    }
    Err(invalid("The 'redirect_uri' parameter must be a Login redirect URI in the client app settings."))
}

fn code_challenge(form: &Form) -> Result<String, OAuthError> {
    let Some(challenge) = form.parameter("code_challenge") else {
        return Err(invalid("PKCE code challenge is required to use the interaction code flow."));
    };
    if form.parameter("code_challenge_method") != Some("S256") {
        return Err(invalid("The 'code_challenge_method' parameter must be 'S256'."));
    }
    // A SHA-256 in base64url is always 43 characters (RFC 7636 §4.2).
    if challenge.len() != 43 || wire::from_base64url(challenge).is_none() {
        return Err(invalid("The 'code_challenge' parameter is invalid."));
    }
    Ok(challenge.to_owned())
}

/// The scopes asked for, each known and none that needs a grant the client was not given.
pub(super) fn scopes(client: &Client, server: &Server, parameter: Option<&str>) -> Result<Vec<String>, OAuthError> {
    let scopes: Vec<&str> = parameter.unwrap_or_default().split(' ').filter(|scope| !scope.is_empty()).collect();
    if scopes.is_empty() {
        return Err(OAuthError::bad_request("invalid_scope", "The authorization request must specify a scope."));
    }
    let allowed =
        |scope: &&str| server.knows_scope(scope) && (*scope != "offline_access" || client.switches.refresh_token);
    if !scopes.iter().all(allowed) {
        return Err(OAuthError::bad_request(
            "invalid_scope",
            "One or more scopes are not configured for the authorization server resource.",
        ));
    }
    Ok(scopes.into_iter().map(str::to_owned).collect())
}

fn require_max_age_in_seconds(form: &Form) -> Result<(), OAuthError> {
    let in_seconds = |text: &str| text.parse::<i32>().is_ok_and(|seconds| seconds >= 0);
    if form.parameter("max_age").is_none_or(in_seconds) {
        return Ok(());
    }
    Err(invalid("The 'max_age' parameter must be a number of seconds."))
}

fn require_short_device_token(form: &Form) -> Result<(), OAuthError> {
    let too_long = |value: &http::HeaderValue| value.len() > LONGEST_DEVICE_TOKEN;
    if form.headers.get("x-device-token").is_some_and(too_long) {
        return Err(invalid("The 'X-Device-Token' header must have at most 32 characters."));
    }
    Ok(())
}

fn invalid(description: &str) -> OAuthError {
    OAuthError::bad_request("invalid_request", description)
}
