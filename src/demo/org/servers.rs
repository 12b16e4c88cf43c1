//! The authorization servers of the org: its own, the custom one named `default`, and two with a policy that was
//! never finished.

/// An authorization server.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Server {
    /// The path of its identifier; the org's own has none.
    id: Option<&'static str>,
    /// What its access tokens are for; absent where they are nobody's business but the org's.
    pub(super) audience: Option<&'static str>,
    pub(super) policy: Policy,
    /// Scopes beside those about a person: what an operator defined, or what the org's own API wants.
    scopes: &'static [&'static str],
}

/// Whether an access policy of the server lets anybody in.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Policy {
    /// There is a rule that lists the grant.
    Allows,
    /// A policy without a matching rule: the transaction starts and then ends with a message.
    WithoutRule,
    /// No policy at all: not even `interact` is answered.
    Missing,
}

/// Every server of the org.
pub(super) static SERVERS: [Server; 4] = [
    Server { id: None, audience: None, policy: Policy::Allows, scopes: OF_THE_ORG },
    Server { id: Some("default"), audience: Some("api://default"), policy: Policy::Allows, scopes: OF_REPORTS },
    Server { id: Some("no-rule"), audience: Some("api://default"), policy: Policy::WithoutRule, scopes: OF_REPORTS },
    Server { id: Some("no-policy"), audience: Some("api://default"), policy: Policy::Missing, scopes: OF_REPORTS },
];

const OF_THE_ORG: &[&str] = &["okta.users.read", "okta.logs.read"];
const OF_REPORTS: &[&str] = &["reports.read", "reports.write"];

const SCOPES: [&str; 7] = ["openid", "profile", "email", "address", "phone", "offline_access", "groups"];

impl Server {
    /// The issuer: the bare org for its own server, a path below it for a custom one.
    pub(super) fn issuer(&self, base: &str) -> String {
        format!("{base}{}", self.issuer_path())
    }

    pub(super) fn issuer_path(&self) -> String {
        self.id.map_or_else(String::new, |id| format!("/oauth2/{id}"))
    }

    /// The path in front of `/v1/token` and its siblings; the org's own server has `/oauth2` there too.
    pub(super) fn endpoint_path(&self) -> String {
        self.id.map_or_else(|| "/oauth2".to_owned(), |id| format!("/oauth2/{id}"))
    }

    pub(super) fn name(&self) -> &'static str {
        self.id.unwrap_or("org")
    }

    pub(super) fn knows_scope(&self, scope: &str) -> bool {
        SCOPES.contains(&scope) || self.has_scope_of_its_own(scope)
    }

    /// Whether the scope is about something else than a person.
    pub(super) fn has_scope_of_its_own(&self, scope: &str) -> bool {
        self.scopes.contains(&scope)
    }

    pub(super) const fn is_the_orgs_own(&self) -> bool {
        self.id.is_none()
    }

    pub(super) const fn scopes() -> &'static [&'static str] {
        &SCOPES
    }
}
