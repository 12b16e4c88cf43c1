//! What the org publishes about its authorization servers (OpenID Connect Discovery, RFC 8414).
//!
//! `interact` and the grant `interaction_code` are in no such document: clients have to know them.

use serde_json::{Value, json};

use super::servers::Server;

/// The metadata of a server, the same for both well-known names.
pub(super) fn metadata(server: &Server, base: &str) -> Value {
    let endpoint = |name: &str| format!("{base}{}/v1/{name}", server.endpoint_path());
    let methods = json!(["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"]);
    json!({
        "issuer": server.issuer(base),
        "authorization_endpoint": endpoint("authorize"),
        "token_endpoint": endpoint("token"),
        "userinfo_endpoint": endpoint("userinfo"),
        "registration_endpoint": format!("{base}/oauth2/v1/clients"),
        "jwks_uri": endpoint("keys"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post", "okta_post_message"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "scopes_supported": Server::scopes(),
        "token_endpoint_auth_methods_supported": methods,
        "claims_supported": ["iss", "ver", "sub", "aud", "iat", "exp", "jti", "auth_time", "amr", "idp", "nonce", "name",
            "email", "email_verified", "preferred_username", "groups", "at_hash", "sid"],
        "code_challenge_methods_supported": ["S256"],
        "dpop_signing_alg_values_supported": ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"],
        "introspection_endpoint": endpoint("introspect"),
        "introspection_endpoint_auth_methods_supported": methods,
        "revocation_endpoint": endpoint("revoke"),
        "revocation_endpoint_auth_methods_supported": methods,
        "end_session_endpoint": endpoint("logout"),
        "request_parameter_supported": false,
    })
}
