//! The documents of the Identity Engine: what every one of them says, and the pen with which a stage writes the rest.

use serde_json::{Value, json};

use super::State;
use super::authenticators::{self, Authenticator, Role};
use super::clients::Client;
use super::forms::{Forms, credentials};
use super::messages::{Message, add_messages};
use super::people::Person;
use super::transactions::Transaction;
use super::wire::rfc3339;

/// Milliseconds between two polls of a client that behaves.
pub(super) const REFRESH: u64 = 4000;

/// The document of a transaction as it stands, without what was just said about it.
pub(super) fn document(state: &State, transaction: &Transaction) -> Value {
    let mut page = Page { state, transaction, document: frame(state, transaction), remediations: Vec::new() };
    page.add_person();
    transaction.stage.write(&mut page);
    let Page { mut document, remediations, .. } = page;
    if !remediations.is_empty() {
        document["remediation"] = json!({ "type": "array", "value": remediations });
    }
    document
}

/// A document while it is being written.
pub(super) struct Page<'a> {
    pub(super) state: &'a State,
    pub(super) transaction: &'a Transaction,
    document: Value,
    remediations: Vec<Value>,
}

impl Page<'_> {
    /// Who signs in, once that is known.
    pub(super) fn person(&self) -> Option<&Person> {
        self.transaction.login.as_ref().and_then(|login| self.state.people.get(login))
    }

    /// The client that the transaction belongs to.
    pub(super) fn client(&self) -> Option<&Client> {
        self.state.client(&self.transaction.request.client_id)
    }

    /// A form that posts `fields` and the state handle to a path below `/idp/idx`, for an action of some object.
    pub(super) fn form(&self, name: &str, path: &str, fields: Vec<Value>) -> Value {
        let forms = Forms { base_url: &self.state.base_url, state_handle: &self.transaction.state_handle };
        forms.form(name, path, fields)
    }

    /// Adds a remediation, after those that are there.
    pub(super) fn offer(&mut self, name: &str, path: &str, fields: Vec<Value>) {
        let form = self.form(name, path, fields);
        self.remediations.push(form);
    }

    /// As [`offer`](Self::offer), about a part of the document.
    pub(super) fn offer_related(&mut self, name: &str, path: &str, to: &str, fields: Vec<Value>) {
        let mut form = self.form(name, path, fields);
        form["relatesTo"] = json!([to]);
        self.remediations.push(form);
    }

    /// As [`offer`](Self::offer), with members of its own.
    pub(super) fn offer_with(&mut self, name: &str, path: &str, fields: Vec<Value>, describe: impl FnOnce(&mut Value)) {
        let mut form = self.form(name, path, fields);
        describe(&mut form);
        self.remediations.push(form);
    }

    /// Adds a place that the browser goes to by itself: a remediation without a form.
    pub(super) fn offer_link(&mut self, link: Value) {
        self.remediations.push(link);
    }

    /// Adds a form that asks every so many milliseconds whether something has happened elsewhere.
    pub(super) fn offer_poll(&mut self, name: &str, path: &str, to: &str, fields: Vec<Value>, refresh: u64) {
        let mut form = self.form(name, path, fields);
        form["relatesTo"] = json!([to]);
        form["refresh"] = refresh.into();
        self.remediations.push(form);
    }

    /// Adds the form that takes the credentials of the current authenticator.
    pub(super) fn offer_credentials(&mut self, role: Role, fields: &[Value]) {
        self.offer_related(role.form(), "challenge/answer", role.subject(), vec![credentials(fields)]);
    }

    /// Adds a member to the document itself.
    pub(super) fn set(&mut self, member: &str, value: Value) {
        self.document[member] = value;
    }

    /// As [`set`](Self::set), for an object, which the Identity Engine wraps.
    pub(super) fn set_object(&mut self, member: &str, value: &Value) {
        self.set(member, json!({ "type": "object", "value": value }));
    }

    /// As [`set`](Self::set), for a list, which the Identity Engine wraps.
    pub(super) fn set_list(&mut self, member: &str, values: &[Value]) {
        self.set(member, json!({ "type": "array", "value": values }));
    }

    /// Adds a message above the forms.
    pub(super) fn say(&mut self, message: &Message) {
        add_messages(&mut self.document, std::slice::from_ref(message));
    }

    fn add_person(&mut self) {
        let Some(person) = self.person() else { return };
        let mut kinds: Vec<&dyn Authenticator> = Vec::new();
        for enrollment in &person.enrollments {
            if !kinds.iter().any(|kind| authenticators::same(*kind, enrollment.authenticator)) {
                kinds.push(enrollment.authenticator);
            }
        }
        let kinds: Vec<Value> = kinds.into_iter().map(authenticators::object).collect();
        let enrollments: Vec<Value> = person.enrollments.iter().map(authenticators::enrollment_object).collect();
        let user = json!({
            "id": person.id,
            "identifier": person.login,
            "profile": {
                "firstName": person.given_name, "lastName": person.family_name,
                "timeZone": "Europe/Stockholm", "locale": "en_US",
            },
        });
        self.set_list("authenticators", &kinds);
        self.set_list("authenticatorEnrollments", &enrollments);
        self.set_object("user", &user);
    }
}

/// What every document has, whatever the stage.
fn frame(state: &State, transaction: &Transaction) -> Value {
    let request = &transaction.request;
    let label = state.client(&request.client_id).map_or("", |client| &client.label);
    let forms = Forms { base_url: &state.base_url, state_handle: &transaction.state_handle };
    json!({
        "version": "1.0.0",
        "stateHandle": transaction.state_handle,
        "expiresAt": rfc3339(transaction.expires_at),
        "intent": "LOGIN",
        "cancel": forms.form("cancel", "cancel", Vec::new()),
        "app": { "type": "object", "value": { "name": "oidc_client", "label": label, "id": request.client_id } },
        "authentication": { "type": "object", "value": {
            "protocol": "OAUTH2.0",
            "issuer": { "name": request.server.name(), "uri": request.server.issuer(&state.base_url) },
            "request": {
                "scope": request.scopes.join(" "), "response_type": "code", "redirect_uri": request.redirect_uri,
                "state": request.state, "code_challenge_method": "S256", "code_challenge": request.code_challenge,
            },
        } },
    })
}

/// The field for the name.
pub(super) fn identifier(value: Option<&str>) -> Value {
    let mut field = json!({ "name": "identifier", "label": "Username", "required": true });
    if let Some(value) = value {
        field["value"] = value.into();
    }
    field
}

/// The field for a password.
pub(super) fn passcode(label: &str) -> Value {
    json!({ "name": "passcode", "label": label, "secret": true, "required": true })
}

/// The field for a code, which may be seen while it is typed.
pub(super) fn code_field(label: &str) -> Value {
    json!({ "name": "passcode", "label": label, "required": true })
}
