//! Clients that prove who they are with a signed statement (RFC 7523, as Okta takes it).

use std::collections::HashMap;

use serde_json::Value;

use super::clients::{Client, ClientAuthentication};
use super::jose::Statement;
use super::wire::OAuthError;

/// The only kind of statement there is (RFC 7523 §2.2).
const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// How far ahead the end of a statement may lie, in seconds.
const LONGEST: u64 = 3600;
/// How far a client's clock may be ahead, in seconds.
const TOLERANCE: u64 = 120;

/// What was presented once and must not be presented again, with the moment at which it ends by itself.
#[derive(Debug, Default)]
pub(super) struct Presented(HashMap<String, u64>);

impl Presented {
    /// Notes `what`; false when it was there already.
    pub(super) fn for_the_first_time(&mut self, what: String, until: u64, now: u64) -> bool {
        self.0.retain(|_, until| now <= *until);
        self.0.insert(what, until).is_none()
    }
}

/// Whom the statement is about, before anything in it is believed.
pub(super) fn subject(assertion: &str) -> Option<String> {
    Statement::read(assertion)?.text("sub").map(str::to_owned)
}

/// Believes the statement of `client`, sent to `endpoint`, or says why not.
pub(super) fn verify(
    client: &Client,
    kind: Option<&str>,
    assertion: &str,
    endpoint: &str,
    presented: &mut Presented,
    now: u64,
) -> Result<(), OAuthError> {
    let refused = |why: &str| OAuthError::invalid_client(why, false);
    if kind != Some(TYPE) {
        return Err(refused("The client_assertion_type is invalid."));
    }
    let statement = Statement::read(assertion).ok_or_else(|| refused("The client_assertion is not a valid JWT."))?;
    let is_signed = match client.authentication {
        ClientAuthentication::SecretJwt => {
            client.secret.as_deref().is_some_and(|secret| statement.is_signed_with(secret))
        }
        ClientAuthentication::PrivateKeyJwt => statement.is_signed_by(key(client, &statement)?),
        _ => {
            return Err(refused(
                "Client authentication failed. Either the client or the client credentials are invalid.",
            ));
        }
    };
    if !is_signed {
        return Err(refused("The client_assertion signature is invalid."));
    }
    if statement.text("iss") != Some(&client.id) || statement.text("sub") != Some(&client.id) {
        return Err(refused("The issuer and subject claims for client_assertion must be the client_id."));
    }
    if statement.text("aud") != Some(endpoint) {
        return Err(refused("The audience claim for client_assertion must be the endpoint invoked for the request."));
    }
    let Some(expires) = statement.time("exp").filter(|expires| now < *expires) else {
        return Err(refused("The client_assertion token is expired."));
    };
    if expires > now + LONGEST {
        return Err(refused("The client_assertion token expires more than one hour from now."));
    }
    if statement.has("iat") && statement.time("iat").is_none_or(|issued| issued > now + TOLERANCE) {
        return Err(refused("The client_assertion token was issued in the future."));
    }
    // Who leaves it out may say the same again, as in Okta.
    if let Some(id) = statement.text("jti")
        && !presented.for_the_first_time(format!("{} {id}", client.id), expires, now)
    {
        return Err(refused("The client_assertion token has already been used."));
    }
    Ok(())
}

/// The registered key that the statement names; a client with one key need not name it.
fn key<'c>(client: &'c Client, statement: &Statement) -> Result<&'c Value, OAuthError> {
    let named = match (statement.header_text("kid"), &client.public_keys[..]) {
        (Some(name), keys) => keys.iter().find(|key| key["kid"] == name),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    named.ok_or_else(|| OAuthError::invalid_client("The client_assertion JWT kid is invalid.", false))
}
