//! What documents say about authenticators, the person and the application: for showing, never for sending.

use std::fmt;

use serde_json::Value;

use super::href::Href;
use super::json;

/// An authenticator the org knows, or one that the person has enrolled.
#[derive(Clone, PartialEq)]
pub struct Authenticator {
    /// Names the authenticator, or inside the list of enrollments the enrollment.
    pub id: Option<String>,
    /// Which product it is: `okta_password`, `webauthn` …; missing in old documents.
    pub key: Option<String>,
    /// Which kind it is: `password`, `email`, `phone`, `app`, `security_key` …
    pub kind: Option<String>,
    /// What the org calls it.
    pub display_name: Option<String>,
    /// What the person calls this enrollment.
    pub nickname: Option<String>,
    /// How it can be used: `sms`, `voice`, `push`, `totp` …
    pub methods: Vec<String>,
    /// A picture of it.
    pub logo: Option<Href>,
    node: Value,
}

/// The person, as far as the conversation knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The org's name for the account.
    pub id: Option<String>,
    /// What the person signs in with.
    pub identifier: Option<String>,
    /// The given name.
    pub first_name: Option<String>,
    /// The family name.
    pub last_name: Option<String>,
}

/// The application the person signs in to, as it is registered with the org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    /// The client identifier.
    pub id: Option<String>,
    /// What people call it.
    pub label: Option<String>,
    /// A picture of it.
    pub logo: Option<Href>,
    /// Its own home page.
    pub client_uri: Option<Href>,
    /// Its terms of service, for the question of consent.
    pub terms_of_service: Option<Href>,
    /// Its privacy policy, for the question of consent.
    pub privacy_policy: Option<Href>,
}

/// What somebody calls an authenticator is shorter.
const LONGEST_NAME: usize = 512;

impl Authenticator {
    /// Reads an authenticator; what has neither name nor kind is none.
    pub(super) fn read(node: &Value) -> Option<Self> {
        let node = json::inner(node);
        let object = node.as_object()?;
        if !["id", "key", "type"].iter().any(|name| json::text(object.get(*name)).is_some()) {
            return None;
        }
        let methods = json::list(object.get("methods")).iter();
        // It is said wherever something relates to it: one that is no name would be said as often.
        let called = |node: Option<&Value>| json::string(node).filter(|name| name.len() <= LONGEST_NAME);
        Some(Self {
            id: json::string(object.get("id")),
            key: json::string(object.get("key")),
            kind: json::string(object.get("type")),
            display_name: called(object.get("displayName")),
            nickname: called(object.get("nickname"))
                .or_else(|| called(object.get("profile").and_then(|profile| profile.get("nickname")))),
            methods: methods.filter_map(|method| json::string(method.get("type"))).collect(),
            logo: json::string(object.get("logoUri")).map(Href::new),
            node: node.clone(),
        })
    }

    /// Masked facts about the enrollment: `email`, `phoneNumber` …
    pub fn profile(&self) -> Option<&Value> {
        self.member("profile")
    }

    /// Rules of the org: password complexity, days until a password expires …
    pub fn settings(&self) -> Option<&Value> {
        self.member("settings")
    }

    /// What this very step needs: a QR code, a WebAuthn challenge, the number to compare …
    pub fn contextual_data(&self) -> Option<&Value> {
        self.member("contextualData")
    }

    /// Any other member, without its wrapper.
    pub fn member(&self, name: &str) -> Option<&Value> {
        self.node.get(name).map(json::inner)
    }
}

/// Without the members: the actions among them carry state handles, the contextual data codes and keys.
impl fmt::Debug for Authenticator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authenticator")
            .field("id", &self.id)
            .field("key", &self.key)
            .field("kind", &self.kind)
            .field("methods", &self.methods)
            .finish_non_exhaustive()
    }
}

impl User {
    pub(super) fn read(node: &Value) -> Option<Self> {
        let object = json::object(Some(node))?;
        let profile = json::object(object.get("profile"));
        let named = |name| profile.and_then(|profile| json::string(profile.get(name)));
        Some(Self {
            id: json::string(object.get("id")),
            identifier: json::string(object.get("identifier")),
            first_name: named("firstName"),
            last_name: named("lastName"),
        })
    }
}

impl App {
    pub(super) fn read(node: &Value) -> Option<Self> {
        let object = json::object(Some(node))?;
        // An address stands here as text in some documents and as `{rel, href}` in others.
        let address = |name| {
            let node = object.get(name)?;
            json::string(node.get("href")).or_else(|| json::string(Some(node))).map(Href::new)
        };
        let app = Self {
            id: json::string(object.get("id")),
            label: json::string(object.get("label")),
            logo: address("logo"),
            client_uri: address("clientUri"),
            terms_of_service: address("termsOfService"),
            privacy_policy: address("privacyPolicy"),
        };
        (app.id.is_some() || app.label.is_some()).then_some(app)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn debug_shows_neither_state_handles_nor_codes() {
        let authenticator = Authenticator::read(&json!({"type": "object", "value": {
            "key": "okta_email", "contextualData": {"otp": "012345"},
            "resend": {"rel": ["create-form"], "value": [{"name": "stateHandle", "value": "handle"}]}
        }}));

        let shown = format!("{authenticator:?}");

        assert!(shown.contains("okta_email") && !shown.contains("012345") && !shown.contains("handle"), "{shown}");
    }

    #[test]
    fn what_has_neither_name_nor_kind_is_no_authenticator() {
        for node in [json!(null), json!({}), json!({"__embeddedContract": 1}), json!({"type": "object", "value": {}})] {
            assert_eq!(Authenticator::read(&node), None, "{node}");
        }
    }

    #[test]
    fn addresses_of_an_application_come_as_text_or_as_links() {
        let app = App::read(&json!({"type": "object", "value": {
            "id": "app-one", "label": "Ledger", "clientUri": "https://ledger.example/",
            "logo": {"rel": ["icon"], "href": "https://cdn.example/logo.png"}, "termsOfService": {"rel": ["x"]}
        }}))
        .expect("an application");

        assert_eq!(app.client_uri, Some(Href::new("https://ledger.example/")));
        assert_eq!(app.logo, Some(Href::new("https://cdn.example/logo.png")));
        assert_eq!(app.terms_of_service, None);
        assert_eq!(App::read(&json!({"type": "object", "value": "text"})), None);
    }
}
