//! What can be done with tokens after they were issued: introspection (RFC 7662), revocation (RFC 7009), userinfo
//! and logout.

use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use serde_json::{Value, json};

use super::State;
use super::form::Form;
use super::servers::Server;
use super::tokens;
use super::wire::{self, OAuthError};

/// `POST …/v1/introspect`: only the server that issued a token calls it active.
pub(super) fn introspect(state: &mut State, server: &'static Server, form: &Form) -> Result<Response, OAuthError> {
    form.client(state)?;
    let body = describe(state, server, form.required("token")?);
    Ok(wire::json(StatusCode::OK, &body))
}

fn describe(state: &State, server: &Server, token: &str) -> Value {
    let now = state.now();
    let inactive = || json!({ "active": false });
    let audience = server.audience.unwrap_or(&state.base_url);
    if let Some((access, grant)) = state.tokens.access(token, now) {
        if grant.server != server {
            return inactive();
        }
        let mut answer = json!({
            "active": true, "token_type": tokens::token_type(grant), "scope": access.scopes.join(" "), "client_id": grant.client_id,
            "exp": access.expires_at, "iat": access.issued_at, "sub": grant.subject(),
            "aud": audience, "iss": server.issuer(&state.base_url), "jti": access.id,
        });
        if let Some(login) = &grant.login {
            answer["username"] = login.clone().into();
            answer["uid"] = state.people[login].id.clone().into();
        }
        if let Some(key) = &grant.bound_to {
            answer["cnf"] = json!({ "jkt": key });
        }
        return answer;
    }
    match state.tokens.refresh(token, now) {
        Some((refresh, grant)) if grant.server == server => json!({
            "active": true, "token_type": "refresh_token", "scope": grant.scopes.join(" "), "exp": refresh.expires_at,
            "client_id": grant.client_id, "username": grant.login, "sub": grant.subject(),
            "iss": server.issuer(&state.base_url), "uid": grant.login.as_ref().map(|login| state.people[login].id.clone()),
        }),
        _ => inactive(),
    }
}

/// `POST …/v1/revoke`: 200 whatever the token was; only the client it was issued to can end it.
pub(super) fn revoke(state: &mut State, _: &'static Server, form: &Form) -> Result<Response, OAuthError> {
    let client = form.client(state)?.id;
    let token = form.required("token")?;
    if state.tokens.owner(token).is_some_and(|grant| grant.client_id == client) {
        state.tokens.revoke(token);
    }
    Ok(wire::with_type(StatusCode::OK, "application/json", String::new()))
}

/// `GET …/v1/userinfo` with a bearer token (OpenID Connect Core §5.3, RFC 6750 §3.1).
pub(super) fn userinfo(state: &State, server: &'static Server, headers: &HeaderMap) -> Response {
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    let Some(token) = bearer else {
        return refuse_bearer(StatusCode::UNAUTHORIZED, "invalid_request", "The access token is missing.");
    };
    // A bound token is nobody's as a bearer token (RFC 9449 §7.2).
    let is_good = |grant: &tokens::Grant| grant.server == server && grant.bound_to.is_none();
    let access = state.tokens.access(token, state.now()).filter(|(_, grant)| is_good(grant));
    match access.and_then(|(access, grant)| Some((access, grant.login.as_deref()?))) {
        None => refuse_bearer(StatusCode::UNAUTHORIZED, "invalid_token", "The token is invalid."),
        Some((access, _)) if !access.scopes.iter().any(|scope| scope == "openid") => refuse_bearer(
            StatusCode::FORBIDDEN,
            "insufficient_scope",
            "The access token must provide the 'openid' scope.",
        ),
        Some((access, login)) => wire::json(StatusCode::OK, &tokens::claims_about(state, login, &access.scopes)),
    }
}

fn refuse_bearer(status: StatusCode, error: &str, description: &str) -> Response {
    let mut response = wire::json(status, &json!({ "error": error, "error_description": description }));
    let challenge = format!("Bearer error=\"{error}\", error_description=\"{description}\"");
    wire::set(&mut response, header::WWW_AUTHENTICATE, &challenge);
    response
}

/// `GET …/v1/logout`: back to a registered address for a genuine ID token, even an expired one.
pub(super) fn logout(state: &State, parameters: &[(String, String)]) -> Response {
    let value = |wanted: &str| parameters.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let claims = value("id_token_hint").and_then(|token| state.keys.verified_claims(token));
    let client =
        claims.and_then(|claims| state.clients.iter().find(|client| claims["aud"].as_str() == Some(&client.id)));
    let Some(client) = client else {
        return error_page("The ID token of this sign-out is not one of ours.");
    };
    let Some(target) = value("post_logout_redirect_uri") else {
        return wire::with_type(StatusCode::OK, "text/html; charset=utf-8", "<p>You are signed out.</p>".to_owned());
    };
    if !client.post_logout_redirect_uris.contains(target) {
        return error_page("The address to return to is not registered.");
    }
    let mut location = target.to_owned();
    if let Some(returned) = value("state") {
        let query: String =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("state", returned).finish();
        location.push(if location.contains('?') { '&' } else { '?' });
        location.push_str(&query);
    }
    let mut response = wire::with_type(StatusCode::FOUND, "text/plain", String::new());
    wire::set(&mut response, header::LOCATION, &location);
    response
}

fn error_page(sentence: &str) -> Response {
    let page = format!("<!DOCTYPE html><title>Error</title><h1>400</h1><p>{sentence}</p>");
    wire::with_type(StatusCode::BAD_REQUEST, "text/html; charset=utf-8", page)
}
