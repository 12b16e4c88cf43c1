//! A form post to an OAuth endpoint: read strictly, then matched with the client that sent it.

use std::collections::BTreeMap;

use axum::extract::Request;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, StatusCode, header};
use url::form_urlencoded;

use super::clients::{Client, ClientAuthentication};
use super::wire::OAuthError;
use super::{State, assertions};

const LARGEST_FORM: usize = 64 * 1024;

/// The parameters of a form post, none of them twice, and the credentials of its `Authorization` header.
#[derive(Debug)]
pub(super) struct Form {
    parameters: BTreeMap<String, String>,
    basic: Option<(String, String)>,
    path: String,
    pub(super) headers: HeaderMap,
}

impl Form {
    /// Reads the request, refusing what RFC 6749 §3.2 refuses: a query, another media type, repeated parameters.
    pub(super) async fn read(request: Request) -> Result<Self, OAuthError> {
        let (parts, body) = request.into_parts();
        require_media_types(&parts.headers)?;
        if parts.uri.query().is_some_and(|query| !query.is_empty()) {
            return Err(OAuthError::bad_request("invalid_request", "Parameters belong in the body, not in the URL."));
        }
        let basic = parts.headers.get(header::AUTHORIZATION).map(read_basic).transpose()?;
        let body = axum::body::to_bytes(body, LARGEST_FORM)
            .await
            .map_err(|_| OAuthError::bad_request("invalid_request", "The request body could not be read."))?;
        let path = parts.uri.path().to_owned();
        Ok(Self { parameters: read_parameters(&body)?, basic, path, headers: parts.headers })
    }

    /// A parameter; one without a value counts as omitted (RFC 6749 §3.2).
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A parameter that has to be there.
    pub(super) fn required(&self, name: &str) -> Result<&str, OAuthError> {
        self.parameter(name).ok_or_else(|| {
            let description = format!("The token request must specify a value for the '{name}' parameter.");
            OAuthError::bad_request("invalid_request", description)
        })
    }

    /// The address that this was sent to, as the metadata write it.
    pub(super) fn url(&self, base_url: &str) -> String {
        format!("{base_url}{}", self.path)
    }

    /// The client that sent this, proved in exactly the way it is registered for.
    pub(super) fn client(&self, state: &mut State) -> Result<Client, OAuthError> {
        let tried_basic = self.basic.is_some();
        let secret_in_body = self.parameter("client_secret");
        let assertion = self.parameter("client_assertion");
        if [tried_basic, secret_in_body.is_some(), assertion.is_some()].iter().filter(|tried| **tried).count() > 1 {
            return Err(OAuthError::bad_request(
                "invalid_request",
                "Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization \
                 header, credentials in the post body, or a client_assertion in the post body.",
            ));
        }
        let subject = assertion.and_then(assertions::subject);
        let id = match (&self.basic, self.parameter("client_id").or(subject.as_deref())) {
            (Some((id, _)), Some(other)) if id != other => {
                return Err(OAuthError::bad_request("invalid_request", "The request names two different clients."));
            }
            (Some((id, _)), _) => id,
            (None, Some(id)) => id,
            (None, None) => {
                return Err(OAuthError::invalid_client(
                    "A client_id must be provided in the request, in the Authorization header or in the body.",
                    false,
                ));
            }
        };
        let client = state
            .client(id)
            .filter(|client| client.switches.active)
            .cloned()
            .ok_or_else(|| OAuthError::invalid_client("Invalid value for 'client_id' parameter.", tried_basic))?;
        if let Some(assertion) = assertion {
            let (kind, now) = (self.parameter("client_assertion_type"), state.now());
            let endpoint = self.url(&state.base_url);
            assertions::verify(&client, kind, assertion, &endpoint, &mut state.presented, now)?;
            return Ok(client);
        }
        let sent = match (&self.basic, secret_in_body) {
            (Some((_, secret)), _) => Sent::Basic(secret),
            (None, Some(secret)) => Sent::Body(secret),
            (None, None) => Sent::Nothing,
        };
        if accepts(&client, &sent) {
            Ok(client)
        } else {
            Err(OAuthError::invalid_client(
                "Client authentication failed. Either the client or the client credentials are invalid.",
                tried_basic,
            ))
        }
    }
}

enum Sent<'a> {
    Nothing,
    Basic(&'a str),
    Body(&'a str),
}

fn accepts(client: &Client, sent: &Sent<'_>) -> bool {
    use ClientAuthentication::{Basic, None, Post, PostOrBasic};

    match (client.authentication, sent) {
        (None, Sent::Nothing) => true,
        (Basic | PostOrBasic, Sent::Basic(secret)) | (Post | PostOrBasic, Sent::Body(secret)) => {
            client.secret.as_deref() == Some(secret)
        }
        _ => false,
    }
}

fn require_media_types(headers: &HeaderMap) -> Result<(), OAuthError> {
    let essence = |value: &str| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let sends_a_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| essence(value) == "application/x-www-form-urlencoded");
    let takes_json = headers.get(header::ACCEPT).is_none_or(|value| {
        value.to_str().is_ok_and(|value| {
            value.split(',').map(essence).any(|kind| ["application/json", "application/*", "*/*"].contains(&&*kind))
        })
    });
    if sends_a_form && takes_json {
        return Ok(());
    }
    Err(OAuthError::bad_request("invalid_request", "Accept and/or Content-Type headers do not match supported values."))
}

fn read_parameters(body: &[u8]) -> Result<BTreeMap<String, String>, OAuthError> {
    let mut parameters = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(body) {
        let description = format!("The request contains the parameter '{name}' more than once.");
        if parameters.insert(name.into_owned(), value.into_owned()).is_some() {
            return Err(OAuthError::bad_request("invalid_request", description));
        }
    }
    Ok(parameters)
}

/// Reads HTTP Basic; both halves are form-encoded before they are joined (RFC 6749 §2.3.1).
fn read_basic(value: &http::HeaderValue) -> Result<(String, String), OAuthError> {
    let malformed = || OAuthError {
        status: StatusCode::UNAUTHORIZED,
        code: "invalid_client",
        description: "The 'Authorization' header must contain Basic credentials.".to_owned(),
        challenge: true,
        nonce: None,
    };
    let (scheme, credentials) = value.to_str().ok().and_then(|text| text.split_once(' ')).ok_or_else(malformed)?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(malformed());
    }
    let joined = STANDARD.decode(credentials.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let joined = joined.ok_or_else(malformed)?;
    let (id, secret) = joined.split_once(':').ok_or_else(malformed)?;
    Ok((form_decode(id), form_decode(secret)))
}

fn form_decode(text: &str) -> String {
    // As the name of one parameter: `=` and `&` cannot occur in an encoded half.
    form_urlencoded::parse(text.as_bytes()).next().map(|(name, _)| name.into_owned()).unwrap_or_default()
}
