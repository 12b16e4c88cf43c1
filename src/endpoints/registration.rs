//! From what an operator wrote about an authorization server to the client that speaks with it.

use url::Url;

use crate::config;
use crate::oauth::{ClientAuthentication, ClientId, ClientSecret, Issuer, IssuerError, Registration, Scope};

/// The configuration names something that cannot be an authorization server; a checked configuration does not.
#[derive(Debug, thiserror::Error)]
pub enum RegistrationError {
    /// The issuer is no issuer.
    #[error("the issuer of {name} cannot be used")]
    Issuer {
        /// The authorization server's name in the configuration.
        name: String,
        /// What is wrong with it.
        #[source]
        source: IssuerError,
    },
    /// The issuer's origin, or the redirect URI made of the site's public URL, is no URL.
    #[error("{url} is no URL that can be used")]
    Url {
        /// What was tried.
        url: String,
    },
}

/// The client registered for `site`, with its one redirect URI.
///
/// # Errors
/// A [`RegistrationError`] for what no checked configuration contains.
pub fn registration(site: &config::Site) -> Result<Registration, RegistrationError> {
    let server = &site.authorization_server;
    let issuer = Issuer::parse(&server.issuer)
        .map_err(|source| RegistrationError::Issuer { name: server.name.clone(), source })?;
    let redirect_uri = site.redirect_uri();
    Ok(Registration {
        issuer,
        client_id: ClientId::new(&server.client_id),
        client_authentication: client_authentication(server),
        scopes: server.scopes.iter().map(Scope::new).collect(),
        audience: server.audience.clone(),
        introspect_every: server.introspect_every,
        dpop: server.dpop,
        redirect_uri: Url::parse(&redirect_uri).map_err(|_| RegistrationError::Url { url: redirect_uri })?,
    })
}

fn client_authentication(server: &config::AuthorizationServer) -> ClientAuthentication {
    let secret = server.client_secret.as_ref().map(|secret| ClientSecret::new(secret.expose()));
    match (server.client_authentication, secret) {
        (config::ClientAuthentication::ClientSecretPost, Some(secret)) => {
            ClientAuthentication::ClientSecretPost(secret)
        }
        (config::ClientAuthentication::ClientSecretBasic, Some(secret)) => {
            ClientAuthentication::ClientSecretBasic(secret)
        }
        (config::ClientAuthentication::ClientSecretJwt, Some(secret)) => ClientAuthentication::ClientSecretJwt(secret),
        (config::ClientAuthentication::PrivateKeyJwt, _) => match &server.private_key {
            Some(key) => ClientAuthentication::PrivateKeyJwt(key.clone()),
            None => ClientAuthentication::None,
        },
        (config::ClientAuthentication::None, _) | (_, None) => ClientAuthentication::None,
    }
}
