//! `POST {authorization server}/v1/token`: the grants `interaction_code` and `refresh_token`; that of services has a file of its own.

use axum::response::Response;
use http::StatusCode;
use sha2::{Digest as _, Sha256};

use super::clients::Client;
use super::form::Form;
use super::interact::{not_granted, require_grant, scopes};
use super::proofs::{self, Expected};
use super::servers::{Policy, Server};
use super::tokens::{self, Grant, Presented};
use super::wire::{self, OAuthError, base64url};
use super::{State, client_credentials};

/// An interaction code that waits for the client to redeem it.
#[derive(Debug, Clone)]
pub(super) struct InteractionCode {
    pub(super) grant: Grant,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: String,
    pub(super) interaction_handle: String,
    pub(super) expires_at: u64,
    /// What the code has bought; a second use takes it away again (RFC 6749 §4.1.2).
    pub(super) redeemed: Option<u64>,
    /// Whether the level that was asked for is reached.
    pub(super) satisfiable: bool,
}

/// Answers a token request.
pub(super) fn answer(state: &mut State, server: &'static Server, form: &Form) -> Result<Response, OAuthError> {
    let client = form.client(state)?;
    // Before anything is spent: whoever is asked for a nonce comes back with the same code.
    let key = proof_of(state, &client, form)?;
    let body = match form.required("grant_type")? {
        "interaction_code" => {
            require_grant(&client, client.switches.interaction_code)?;
            redeem(state, server, &client, form, key)?
        }
        "refresh_token" => {
            require_grant(&client, client.switches.refresh_token)?;
            refresh(state, server, &client, form, key.as_deref())?
        }
        "client_credentials" => client_credentials::grant(state, server, &client, form, key)?,
        "authorization_code" | "password" => {
            return Err(not_granted(&client));
        }
        other => {
            let description = format!("The authorization grant type '{other}' is not supported.");
            return Err(OAuthError::bad_request("unsupported_grant_type", description));
        }
    };
    Ok(wire::json(StatusCode::OK, &body))
}

fn proof_of(state: &mut State, client: &Client, form: &Form) -> Result<Option<String>, OAuthError> {
    let (url, nonce, now) = (form.url(&state.base_url), state.proof_nonce.clone(), state.now());
    let expected = Expected { url: &url, nonce: &nonce, now };
    proofs::verify(client, &form.headers, &expected, &mut state.presented)
}

fn redeem(
    state: &mut State,
    server: &'static Server,
    client: &Client,
    form: &Form,
    key: Option<String>,
) -> Result<serde_json::Value, OAuthError> {
    let dead = || OAuthError::bad_request("invalid_grant", "The interaction code is invalid or has expired.");
    if form.parameter("code").is_some() {
        // A code under the name of another grant is no interaction code, whatever its value.
        return Err(dead());
    }
    let presented = form.required("interaction_code")?.to_owned();
    let verifier = form.parameter("code_verifier").map(str::to_owned);
    let code = state.interaction_codes.get(&presented).cloned().ok_or_else(dead)?;
    if let Some(grant) = code.redeemed {
        state.tokens.end(grant);
        return Err(dead());
    }
    if code.grant.client_id != client.id {
        return Err(OAuthError::bad_request("invalid_grant", "The interaction code was issued to another client."));
    }
    // From here on it is used up: whoever fails with it does not get a second try.
    state.interaction_codes.remove(&presented);
    state.transactions.remove(&code.interaction_handle);
    if code.expires_at <= state.now() || code.grant.server != server {
        return Err(dead());
    }
    let challenge = verifier.as_deref().filter(|verifier| is_code_verifier(verifier)).map(challenge_of);
    if challenge.as_deref() != Some(&*code.code_challenge) {
        return Err(OAuthError::bad_request("invalid_grant", "PKCE verification failed."));
    }
    if form.parameter("redirect_uri").is_some_and(|uri| uri != code.redirect_uri) {
        return Err(OAuthError::bad_request(
            "invalid_grant",
            "The 'redirect_uri' does not match the one of the start.",
        ));
    }
    if !code.satisfiable {
        return Err(OAuthError::bad_request(
            "interaction_code_unsatisfiable",
            "The interaction does not meet the requested authentication.",
        ));
    }
    if server.policy != Policy::Allows {
        return Err(OAuthError::bad_request(
            "access_denied",
            "Policy evaluation failed for this request, please check the policy configurations.",
        ));
    }
    let scopes = code.grant.scopes.clone();
    let now = state.now();
    let grant = state.tokens.open(Grant { bound_to: key, ..code.grant.clone() });
    state.interaction_codes.insert(presented, InteractionCode { redeemed: Some(grant), ..code });
    let refresh = offline(&scopes).then(|| state.tokens.issue_refresh(grant, now));
    Ok(tokens::issue(state, grant, &scopes, refresh.as_deref(), true))
}

fn refresh(
    state: &mut State,
    server: &'static Server,
    client: &Client,
    form: &Form,
    key: Option<&str>,
) -> Result<serde_json::Value, OAuthError> {
    let dead = || OAuthError::bad_request("invalid_grant", "The refresh token is invalid or expired.");
    let presented = form.required("refresh_token")?.to_owned();
    let grant_id = state.tokens.grant_of_refresh(&presented).ok_or_else(dead)?;
    let grant = state.tokens.grant(grant_id).cloned().ok_or_else(dead)?;
    if grant.client_id != client.id || grant.server != server {
        return Err(dead());
    }
    if grant.bound_to.as_deref() != key {
        return Err(OAuthError::bad_request("invalid_grant", "The refresh token is bound to another key."));
    }
    let scopes = match form.parameter("scope") {
        None => grant.scopes.clone(),
        Some(narrower) => scopes(client, server, Some(narrower))?,
    };
    if !scopes.iter().all(|scope| grant.scopes.contains(scope)) {
        return Err(OAuthError::bad_request(
            "invalid_scope",
            "The requested scopes are not a subset of those originally granted.",
        ));
    }
    let now = state.now();
    let successor = match state.tokens.present(&presented, now) {
        Presented::Good if client.switches.rotates_refresh_tokens => state.tokens.rotate(&presented, now),
        Presented::Good => None,
        Presented::Replaced(successor) => Some(successor),
        Presented::Reused | Presented::Unknown => return Err(dead()),
    };
    Ok(tokens::issue(state, grant_id, &scopes, successor.as_deref(), false))
}

fn offline(scopes: &[String]) -> bool {
    scopes.iter().any(|scope| scope == "offline_access")
}

/// RFC 7636 §4.1: 43 to 128 unreserved characters.
fn is_code_verifier(verifier: &str) -> bool {
    (43..=128).contains(&verifier.len())
        && verifier.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// RFC 7636 §4.2, method `S256`.
fn challenge_of(verifier: &str) -> String {
    base64url(Sha256::digest(verifier.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_that_of_rfc_7636_appendix_b() {
        assert_eq!(
            challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }

    #[test]
    fn a_verifier_is_at_least_43_unreserved_characters() {
        assert!(!is_code_verifier(&"a".repeat(42)));
        assert!(is_code_verifier(&"a".repeat(43)));
        assert!(!is_code_verifier(&"+".repeat(43)));
        assert!(!is_code_verifier(&"a".repeat(129)));
    }
}
