//! What a verdict depends on, as one hash: place, authorization server, rule and token.
//!
//! A verdict without one of these in its name would serve where it was never given: at another site, for another audience, or on a
//! route that asks for more.

use sha2::{Digest as _, Sha256};

use crate::oauth::{BearerRule, Registration};
use crate::seal::Context;

/// The name of a verdict; it does not lead back to the token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct VerdictKey([u8; 32]);

/// Everything but the token, hashed once, so that a lookup hashes only that.
#[derive(Clone)]
pub(super) struct Place(Sha256);

impl Place {
    /// The verdicts of a rule, on tokens of the registration's issuer for its audience, at the site of that origin.
    pub(super) fn new(origin: &str, registration: &Registration, rule: &BearerRule) -> Self {
        let context = Context::new("bearer")
            .with(origin)
            .with(registration.issuer.as_str())
            .with(registration.client_id.as_str())
            .with(registration.audience.as_deref().unwrap_or_default())
            .with(list("client_ids", rule.client_ids.iter().map(|client| client.as_str())).as_bytes())
            .with(list("scopes", rule.scopes.iter().map(|scope| scope.as_str())).as_bytes());
        Self(Sha256::new_with_prefix(context.as_bytes()))
    }

    pub(super) fn key(&self, token: &str) -> VerdictKey {
        VerdictKey(self.0.clone().chain_update(token).finalize().into())
    }
}

fn list<'a>(name: &str, parts: impl Iterator<Item = &'a str>) -> Context {
    parts.fold(Context::new(name), Context::with)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::oauth::{ClientAuthentication, ClientId, Issuer, Scope};

    fn key(origin: &str, issuer: &str, asker: &str, audience: Option<&str>, clients: &str, scopes: &str) -> VerdictKey {
        let registration = Registration {
            issuer: Issuer::parse(issuer).expect("an issuer"),
            client_id: ClientId::new(asker),
            client_authentication: ClientAuthentication::None,
            scopes: Vec::new(),
            audience: audience.map(str::to_owned),
            introspect_every: None,
            dpop: false,
            redirect_uri: "https://app.example/.gatehouse/callback".parse().expect("a URL"),
        };
        let rule = BearerRule {
            client_ids: clients.split_ascii_whitespace().map(ClientId::new).collect(),
            scopes: Scope::list(scopes),
        };
        Place::new(origin, &registration, &rule).key("token")
    }

    #[test]
    fn no_two_places_servers_or_rules_share_a_verdict() {
        const A: &str = "https://org.example/oauth2/a";
        let keys = [
            key("https://one.example", A, "0oa1", Some("api://a"), "x", "r w"),
            key("https://two.example", A, "0oa1", Some("api://a"), "x", "r w"),
            key("https://one.example", "https://org.example/oauth2/b", "0oa1", Some("api://a"), "x", "r w"),
            key("https://one.example", A, "0oa2", Some("api://a"), "x", "r w"),
            key("https://one.example", A, "0oa1", Some("api://b"), "x", "r w"),
            key("https://one.example", A, "0oa1", None, "x", "r w"),
            key("https://one.example", A, "0oa1", Some("api://a"), "x y", "r w"),
            key("https://one.example", A, "0oa1", Some("api://a"), "xy", "r w"),
            key("https://one.example", A, "0oa1", Some("api://a"), "x", "r"),
            key("https://one.example", A, "0oa1", Some("api://a"), "x", "rw"),
            key("https://one.example", A, "0oa1", Some("api://a"), "x", ""),
            key("https://one.example", A, "0oa1", Some("api://a"), "x r", "w"),
        ];

        assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
        assert!(keys[0] == key("https://one.example", A, "0oa1", Some("api://a"), "x", "r w"));
    }
}
