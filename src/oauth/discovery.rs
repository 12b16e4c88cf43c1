//! The authorization server's metadata (OpenID Connect Discovery §3, RFC 8414).
//!
//! A document decides which addresses we call, so it is believed only about addresses on the issuer's own origin. What
//! it says about supported grants is not read: no discovery document names the Interaction Code grant.

use bytes::Bytes;
use http::{HeaderValue, Request, Response, header};
use serde_json::{Map, Value};

use super::endpoint::{Endpoint, EndpointError};
use super::error::OAuthError;
use super::issuer::Issuer;
use super::{answer, json};

/// Verified endpoints of the authorization server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// Where browsers are sent in redirect flows.
    pub authorization_endpoint: Option<Endpoint>,
    /// Where codes and refresh tokens are redeemed.
    pub token_endpoint: Endpoint,
    /// Where the key set is.
    pub jwks_uri: Endpoint,
    /// Where tokens are asked about.
    pub introspection_endpoint: Endpoint,
    /// Where tokens are taken back.
    pub revocation_endpoint: Endpoint,
    /// Where a browser ends its session at the authorization server.
    pub end_session_endpoint: Option<Endpoint>,
    /// Where claims about the person are.
    pub userinfo_endpoint: Option<Endpoint>,
    /// Where authorization requests are pushed (RFC 9126).
    pub pushed_authorization_request_endpoint: Option<Endpoint>,
}

/// Why metadata are not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MetadataError {
    /// It is another server's document (OpenID Connect Discovery §4.3).
    #[error("it is of issuer {found}, expected {expected}")]
    Issuer {
        /// The member `issuer`.
        found: String,
        /// The configured issuer.
        expected: String,
    },
    /// An endpoint lies where we would not call.
    #[error("its {member} is refused: {source}")]
    Endpoint {
        /// The member that names it.
        member: &'static str,
        /// Why.
        source: EndpointError,
    },
}

/// Asks for the metadata.
pub(super) fn request(issuer: &Issuer) -> Request<Bytes> {
    json_request(issuer.discovery_endpoint())
}

/// A plain question for a JSON document.
pub(super) fn json_request(endpoint: &Endpoint) -> Request<Bytes> {
    let mut request = Request::new(Bytes::new());
    *request.uri_mut() = endpoint.uri().clone();
    request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    request.headers_mut().insert(header::USER_AGENT, HeaderValue::from_static(crate::person::PRODUCT));
    request
}

/// Reads the metadata of `issuer`.
pub(super) fn read(issuer: &Issuer, response: &Response<Bytes>) -> Result<Metadata, OAuthError> {
    const EXPECTED: &str = "a discovery document";
    answer::require_success(response, EXPECTED)?;
    let document = json::object(response.body())
        .map_err(|_| OAuthError::Unintelligible { status: response.status(), expected: EXPECTED })?;
    Ok(Metadata::verify(issuer, &document)?)
}

impl Metadata {
    fn verify(issuer: &Issuer, document: &Map<String, Value>) -> Result<Self, MetadataError> {
        let found = document.get("issuer").and_then(Value::as_str).unwrap_or("unnamed");
        if found != issuer.as_str() {
            let found = answer::printable(found);
            return Err(MetadataError::Issuer { found, expected: issuer.as_str().to_owned() });
        }
        let stated = |member: &'static str| -> Result<Option<Endpoint>, MetadataError> {
            let Some(value) = document.get(member).filter(|value| !value.is_null()) else { return Ok(None) };
            let text = value.as_str().unwrap_or_default();
            issuer.endpoint(text).map(Some).map_err(|source| MetadataError::Endpoint { member, source })
        };
        let or_derived = |member: &'static str, operation: &str| match stated(member)? {
            Some(endpoint) => Ok(endpoint),
            None => issuer.derived_endpoint(operation).map_err(|source| MetadataError::Endpoint { member, source }),
        };
        Ok(Self {
            authorization_endpoint: stated("authorization_endpoint")?,
            token_endpoint: or_derived("token_endpoint", "token")?,
            jwks_uri: or_derived("jwks_uri", "keys")?,
            introspection_endpoint: or_derived("introspection_endpoint", "introspect")?,
            revocation_endpoint: or_derived("revocation_endpoint", "revoke")?,
            end_session_endpoint: stated("end_session_endpoint")?,
            userinfo_endpoint: stated("userinfo_endpoint")?,
            pushed_authorization_request_endpoint: stated("pushed_authorization_request_endpoint")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;
    use serde_json::json;

    const ISSUER: &str = "https://org.example/oauth2/default";

    fn verify(document: &Value) -> Result<Metadata, MetadataError> {
        let issuer = testing::registration().issuer;
        Metadata::verify(&issuer, document.as_object().expect("an object"))
    }

    #[test]
    fn takes_endpoints_from_the_document_and_derives_the_absent_ones() {
        let metadata = verify(&json!({
            "issuer": ISSUER,
            "token_endpoint": "https://org.example/oauth2/default/v2/token",
            "end_session_endpoint": "https://org.example/oauth2/default/v1/logout",
            "grant_types_supported": ["authorization_code"],
        }))
        .expect("metadata");

        assert_eq!(metadata.token_endpoint.url().path(), "/oauth2/default/v2/token");
        assert_eq!(metadata.jwks_uri.url().path(), "/oauth2/default/v1/keys");
        assert_eq!(metadata.revocation_endpoint.url().path(), "/oauth2/default/v1/revoke");
        assert!(metadata.end_session_endpoint.is_some());
        assert_eq!(metadata.userinfo_endpoint, None);
    }

    #[test]
    fn refuses_the_document_of_another_issuer() {
        for other in [json!("https://org.example/oauth2/default/"), json!("https://evil.test"), json!(7), json!(null)] {
            let error = verify(&json!({ "issuer": other })).expect_err("refused");
            assert!(matches!(error, MetadataError::Issuer { .. }), "{error}");
        }
    }

    #[test]
    fn refuses_every_endpoint_that_leaves_the_issuers_origin() {
        let members = [
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "introspection_endpoint",
            "revocation_endpoint",
            "end_session_endpoint",
            "userinfo_endpoint",
            "pushed_authorization_request_endpoint",
        ];
        let elsewhere = [
            json!("http://169.254.169.254/latest/meta-data"),
            json!("https://169.254.169.254/keys"),
            json!("http://org.example/v1/keys"),
            json!("https://other.example/v1/keys"),
            json!("https://org.example:444/v1/keys"),
            json!("/v1/keys"),
            json!(["https://org.example/v1/keys"]),
        ];

        for member in members {
            for address in &elsewhere {
                let error = verify(&json!({ "issuer": ISSUER, member: address })).expect_err("refused");
                assert!(matches!(error, MetadataError::Endpoint { .. }), "{member} {address}");
            }
        }
    }
}
