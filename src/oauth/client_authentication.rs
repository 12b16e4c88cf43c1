//! How the client proves itself, in every request it makes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderValue, Method, Request, header};
use url::form_urlencoded;

use super::ClientSecret;
use super::client_assertion;
use super::endpoint::Endpoint;
use super::registration::{ClientId, Registration};
use crate::clock::Timestamp;
use crate::private_key::PrivateKey;

/// The registered `token_endpoint_auth_method` (OpenID Connect Core §9), with what it needs.
#[derive(Clone, Debug)]
pub enum ClientAuthentication {
    /// `none`: a public client, which names itself and proves nothing but the code verifier.
    None,
    /// `client_secret_post`: the secret goes in the body.
    ClientSecretPost(ClientSecret),
    /// `client_secret_basic`: the secret goes in the `Authorization` header.
    ClientSecretBasic(ClientSecret),
    /// `client_secret_jwt`: the secret signs a statement and stays here.
    ClientSecretJwt(ClientSecret),
    /// `private_key_jwt`: a key that the server has only the public half of signs a statement.
    PrivateKeyJwt(PrivateKey),
}

impl ClientAuthentication {
    /// Whether the client has something to prove itself with (RFC 6749 §2.1).
    pub const fn is_confidential(&self) -> bool {
        !matches!(self, Self::None)
    }
}

/// A form posted to `endpoint` by the registered client, authenticated in exactly one way (RFC 6749 §2.3).
///
/// A signed statement is good for one request: whoever has to ask again builds another.
pub(super) fn form_request(
    registration: &Registration,
    endpoint: &Endpoint,
    fields: &[(&str, &str)],
    now: Timestamp,
) -> Request<Bytes> {
    let client_id = registration.client_id.as_str();
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    // The name goes with Basic as well: `interact` wants it, and a name alone is no second proof.
    form.append_pair("client_id", client_id);
    let mut authorization = None;
    match &registration.client_authentication {
        ClientAuthentication::None => {}
        ClientAuthentication::ClientSecretPost(secret) => {
            form.append_pair("client_secret", secret.expose());
        }
        ClientAuthentication::ClientSecretBasic(secret) => {
            authorization = Some(basic_credentials(&registration.client_id, secret));
        }
        ClientAuthentication::ClientSecretJwt(secret) => {
            form.append_pair("client_assertion_type", client_assertion::TYPE);
            let assertion = client_assertion::with_secret(&registration.client_id, secret, endpoint, now);
            form.append_pair("client_assertion", &assertion);
        }
        ClientAuthentication::PrivateKeyJwt(key) => {
            form.append_pair("client_assertion_type", client_assertion::TYPE);
            let assertion = client_assertion::with_key(&registration.client_id, key, endpoint, now);
            form.append_pair("client_assertion", &assertion);
        }
    }
    let mut request = Request::new(Bytes::from(form.finish()));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = endpoint.uri().clone();
    let headers = request.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(header::USER_AGENT, HeaderValue::from_static(crate::person::PRODUCT));
    if let Some(authorization) = authorization {
        headers.insert(header::AUTHORIZATION, authorization);
    }
    request
}

/// RFC 6749 §2.3.1: both parts are form-urlencoded before they are joined, so a colon in either does no harm.
fn basic_credentials(client_id: &ClientId, secret: &ClientSecret) -> HeaderValue {
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let joined = format!("{}:{}", encode(client_id.as_str()), encode(secret.expose()));
    let mut value = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(joined)))
        .expect("base64 consists of characters that a header may carry");
    value.set_sensitive(true);
    value
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    fn sent_with(client_authentication: ClientAuthentication) -> (String, Option<HeaderValue>) {
        let registration = Registration { client_authentication, ..testing::registration() };
        let endpoint = registration.issuer.interact_endpoint().clone();

        let request = form_request(&registration, &endpoint, &[("scope", "openid email")], testing::NOW);

        let body = String::from_utf8(request.body().to_vec()).expect("a form");
        (body, request.headers().get(header::AUTHORIZATION).cloned())
    }

    #[test]
    fn a_public_client_sends_its_name_only() {
        let (body, authorization) = sent_with(ClientAuthentication::None);

        assert_eq!(body, "scope=openid+email&client_id=0oaclient");
        assert_eq!(authorization, None);
    }

    #[test]
    fn client_secret_post_puts_the_secret_into_the_body_and_nowhere_else() {
        let (body, authorization) = sent_with(ClientAuthentication::ClientSecretPost(ClientSecret::new("s&cret=")));

        assert_eq!(body, "scope=openid+email&client_id=0oaclient&client_secret=s%26cret%3D");
        assert_eq!(authorization, None);
    }

    #[test]
    fn a_signed_statement_goes_without_the_secret() {
        let (key, _) = PrivateKey::generate();
        let methods = [
            ClientAuthentication::ClientSecretJwt(ClientSecret::new("s&cret=")),
            ClientAuthentication::PrivateKeyJwt(key),
        ];
        for method in methods {
            let (body, authorization) = sent_with(method);

            let fields: Vec<_> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
            let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, ["scope", "client_id", "client_assertion_type", "client_assertion"]);
            assert_eq!(fields[2].1, "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            assert!(!body.contains("cret%3D"));
            assert_eq!(authorization, None);
        }
    }

    #[test]
    fn client_secret_basic_encodes_both_parts_before_joining_them() {
        let (body, authorization) = sent_with(ClientAuthentication::ClientSecretBasic(ClientSecret::new("a:b c+%")));

        let authorization = authorization.expect("a header");
        let encoded = authorization.to_str().expect("text").strip_prefix("Basic ").expect("the scheme").to_owned();
        assert_eq!(STANDARD.decode(encoded).expect("base64"), b"0oaclient:a%3Ab+c%2B%25");
        assert!(authorization.is_sensitive());
        assert_eq!(body, "scope=openid+email&client_id=0oaclient");
    }
}
