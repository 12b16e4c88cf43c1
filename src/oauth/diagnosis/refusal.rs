//! A switch for every error that the authorization server can answer with.

use http::StatusCode;

use super::super::client_authentication::ClientAuthentication;
use super::super::error::{ErrorCode, ErrorResponse};
use super::super::registration::Registration;
use super::{Finding, Question, trouble};

/// What an OAuth error means and which switch to flip.
pub(super) fn explain_refusal(
    question: Question,
    response: &ErrorResponse,
    asked: &str,
    registration: &Registration,
) -> Finding {
    let what = format!("{asked}: {response}");
    let description = response.description.as_deref().unwrap_or_default().to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| description.contains(word));
    match response.error {
        ErrorCode::AccessDenied | ErrorCode::UnauthorizedClient if question == Question::Introspection => {
            trouble(what, INTROSPECTION.0, INTROSPECTION.1)
        }
        ErrorCode::UnauthorizedClient => trouble(what, GRANT_OFF.0, GRANT_OFF.1),
        ErrorCode::UnsupportedGrantType => trouble(what, FEATURE_OFF.0, FEATURE_OFF.1),
        ErrorCode::AccessDenied if says(&["not enabled", "feature"]) => trouble(what, FEATURE_OFF.0, FEATURE_OFF.1),
        ErrorCode::AccessDenied if says(&["acr"]) => trouble(
            what,
            "The org does not know the level of authentication that was asked for.",
            "Ask only for acr_values that the org supports.",
        ),
        ErrorCode::UnmetAuthenticationRequirements | ErrorCode::InteractionCodeUnsatisfiable => trouble(
            what,
            "The person cannot authenticate as strongly as was asked for.",
            "Compare acr and max_age of the route with what the application's authentication policy demands and with the \
             authenticators that people have: Security > Authentication Policies, and Security > Authenticators.",
        ),
        ErrorCode::InvalidRequest if says(&["confidential"]) => trouble(
            what,
            "Links that activate an account work for confidential clients only, and this one is public.",
            "Give the application a client secret (Applications > (app) > General > Client Credentials) and set \
             client_secret.",
        ),
        ErrorCode::InvalidRequest if says(&["activation token", "recovery token"]) => trouble(
            what,
            "A link of a mail has been used already, or is too old.",
            "The person needs a new one; how long links are good stands in the org's account management policies.",
        ),
        ErrorCode::AccessDenied if says(&["assigned"]) => trouble(what, NOT_ASSIGNED.0, NOT_ASSIGNED.1),
        ErrorCode::AccessDenied if question == Question::Token || says(&["policy", "policies"]) => {
            trouble(what, POLICY.0, POLICY.1)
        }
        ErrorCode::AccessDenied if response.status == StatusCode::FORBIDDEN => trouble(what, ZONE.0, ZONE.1),
        ErrorCode::AccessDenied => trouble(what, FEATURE_OFF.0, FEATURE_OFF.1),
        ErrorCode::InvalidClient => explain_invalid_client(what, &description, registration),
        ErrorCode::InvalidScope => trouble(
            what,
            "A scope is unknown to this authorization server, not granted to this client, or missing.",
            "Compare scopes with Security > API > Authorization Servers > (server) > Scopes, or for the org server with \
             Applications > (app) > Okta API Scopes; offline_access needs the grant Refresh Token.",
        ),
        ErrorCode::InvalidRequest if says(&["redirect_uri", "redirect uri"]) => {
            let remedy = format!(
                "Add exactly {} at Applications > (app) > General > Login > Sign-in redirect URIs.",
                registration.redirect_uri
            );
            trouble(what, "The redirect URI is not registered for this client.", &remedy)
        }
        ErrorCode::InvalidRequest if says(&["pkce", "code_challenge", "code challenge", "code verifier"]) => trouble(
            what,
            "The server did not accept the proof key, which this gateway always sends with S256.",
            "Look for something between the gateway and the org that changes requests.",
        ),
        ErrorCode::InvalidRequest if says(&["audience", "resource"]) => trouble(
            what,
            "The authorization server and the client do not fit together.",
            "Check issuer: the id after /oauth2/ stands at Security > API > Authorization Servers.",
        ),
        ErrorCode::InvalidRequest => trouble(
            what,
            "The server finds fault with the request.",
            "Compare client_id, redirect URI and scopes with the application; a client that authenticates in two ways at \
             once is refused like this as well, so check client_authentication.",
        ),
        ErrorCode::InvalidGrant if says(&["pkce"]) => trouble(
            what,
            "The code was begun with another code verifier.",
            "If this recurs, check that all replicas of the gateway have the same keys.",
        ),
        ErrorCode::InvalidGrant => trouble(
            what,
            "The code or the refresh token is spent, expired, revoked, or of another client.",
            "Once is ordinary. If it recurs, compare the clocks, and the lifetime and rotation of refresh tokens at \
             Applications > (app) > General > Refresh Token.",
        ),
        ErrorCode::UseDpopNonce | ErrorCode::InvalidDpopProof if !registration.dpop => trouble(
            what,
            "The application demands proof of possession (DPoP), and this gateway shows none.",
            "Set dpop: true for this authorization server; or switch off Require Demonstrating Proof of Possession (DPoP): \
             Applications > (app) > General > General Settings.",
        ),
        ErrorCode::UseDpopNonce | ErrorCode::InvalidDpopProof => trouble(
            what,
            "The server does not take the proof of possession (DPoP).",
            "Let this machine's clock be set by the network (NTP), and configure issuer with the address that the org's own \
             documents write: a proof names the moment and the address.",
        ),
        ErrorCode::InteractionRequired | ErrorCode::LoginRequired => {
            trouble(what, "The org wants the person to do something before it answers.", "Sign in again.")
        }
        ErrorCode::ServerError | ErrorCode::TemporarilyUnavailable => trouble(what, BUSY.0, BUSY.1),
        ErrorCode::Other(_) => trouble(
            what,
            "The server refuses with an error that this gateway does not know.",
            "Look for the event in the org's system log: Reports > System Log.",
        ),
    }
}

const FEATURE_OFF: (&str, &str) = (
    "The org does not offer the Interaction Code grant.",
    "Enable it for the org: Settings > Account > Embedded widget sign-in support > Interaction Code. The org must run \
     the Identity Engine.",
);

const GRANT_OFF: (&str, &str) = (
    "The application may not use the Interaction Code grant.",
    "Enable it for the application: Applications > (app) > General > General Settings > Grant type > Interaction Code. On a \
     custom authorization server a rule of its access policy must list the grant too.",
);

/// Somebody has not been given the application.
pub(super) const NOT_ASSIGNED: (&str, &str) = (
    "The person is not assigned to the application.",
    "Assign the person or a group: Applications > (app) > Assignments.",
);

const INTROSPECTION: (&str, &str) = (
    "The client may not ask what its access tokens are worth, so that one which was revoked goes on until its end.",
    "Let the client introspect its tokens there, or set introspect_every: off. A network zone can be the reason too: Security > \
     Networks.",
);

/// The gateway calls from where the org lets nobody in.
pub(super) const ZONE: (&str, &str) = (
    "A network zone or a policy does not let this client in from this gateway's address.",
    "Allow the gateway's outgoing address for this client, and make it a trusted proxy so that zones see people's \
     own addresses: Security > Networks.",
);

/// No rule of the custom authorization server's fits.
pub(super) const POLICY: (&str, &str) = (
    "No access policy of the authorization server has a rule that fits this client, this person and this grant.",
    "Add or widen a rule: Security > API > Authorization Servers > (server) > Access Policies; the rule must list the grant \
     Interaction Code, the scopes, and the person's group. A new custom authorization server has no policy at all.",
);

/// The server fails.
pub(super) const BUSY: (&str, &str) =
    ("The org has a failure or is under maintenance.", "Try again later; status.okta.com says more.");

fn explain_invalid_client(what: String, description: &str, registration: &Registration) -> Finding {
    match &registration.client_authentication {
        ClientAuthentication::None => trouble(
            what,
            "The client is unknown, or it is a confidential client and no secret is configured.",
            "Compare client_id with Applications > (app) > General > Client Credentials. If a client secret stands there, \
             configure client_secret, and private_key if it is a public key; a public client has the client \
             authentication None.",
        ),
        ClientAuthentication::ClientSecretPost(_) | ClientAuthentication::ClientSecretBasic(_) => trouble(
            what,
            "The client is unknown, its secret is wrong, or it must present the secret in another way.",
            "Compare client_id and client_secret with Applications > (app) > General > Client Credentials, where the secret \
             must be active, and client_authentication with the method registered there.",
        ),
        ClientAuthentication::ClientSecretJwt(_) | ClientAuthentication::PrivateKeyJwt(_) => {
            explain_refused_assertion(what, description, registration)
        }
    }
}

/// What is wrong with the client's signed statement, by the words that the server has for it.
fn explain_refused_assertion(what: String, description: &str, registration: &Registration) -> Finding {
    let says = |words: &[&str]| words.iter().any(|word| description.contains(word));
    let has_key = matches!(registration.client_authentication, ClientAuthentication::PrivateKeyJwt(_));
    if says(&["expire", "future", " exp ", " iat "]) {
        return trouble(what, super::CLOCKS.0, super::CLOCKS.1);
    }
    if says(&["audience"]) {
        return trouble(
            what,
            "The org knows its endpoint by another address than the one that the gateway calls.",
            "Configure issuer with the address that the org's own documents write, and let nothing in between rewrite \
             requests.",
        );
    }
    if says(&["already", "jti", "reuse"]) {
        return trouble(
            what,
            "The org has seen this very statement before, and the gateway makes a new one for every request.",
            "Look for something between the gateway and the org that repeats requests.",
        );
    }
    match (has_key, says(&["kid", "jwk"])) {
        (true, true) => trouble(
            what,
            "The org has no public key under the name that the gateway signs with.",
            "Add the public half of private_key at Applications > (app) > General > Client Credentials > Public Keys, and set \
             private_key.key_id to the KID that stands there.",
        ),
        (true, false) if says(&["signature"]) => trouble(
            what,
            "The public key that is registered is not the other half of private_key.",
            "Compare both at Applications > (app) > General > Client Credentials > Public Keys: the key must be active, and \
             private_key.key_id, if set, its KID.",
        ),
        (true, false) => trouble(
            what,
            "The client is unknown, or it is not registered to prove itself with a key.",
            "Compare client_id with Applications > (app) > General > Client Credentials, and choose Public key / Private key \
             there.",
        ),
        (false, _) => trouble(
            what,
            "The client is unknown, its secret is wrong, or it is not registered to sign with it.",
            "Compare client_id and client_secret with Applications > (app) > General > Client Credentials; that a client signs \
             with its secret (client_secret_jwt) is set by the org's API alone, so that client_secret_post is the usual \
             way.",
        ),
    }
}
