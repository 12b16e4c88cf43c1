//! One answer of the Identity Engine, read once.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::action;
use super::authenticator::{App, Authenticator, User};
use super::field::{Content, Field};
use super::form::{self, Form};
use super::href::Href;
use super::json;
use super::message::{self, Message, MessageClass};
use super::relation::Relation;
use super::revision::Revision;
use super::{InteractionCode, StateHandle};
use crate::clock::Timestamp;

/// The most that is read of a document; real ones stay under 50 KB.
pub const MAX_DOCUMENT_BYTES: usize = 256 * 1024;

/// The only version of the protocol there is; a document that names none means this one.
const VERSION: &str = "1.0.0";

/// What the server offers and says at one moment of a conversation.
#[derive(Clone)]
pub struct Document {
    raw: Value,
    state_handle: Option<StateHandle>,
    expires_at: Option<Timestamp>,
    pub(super) remediations: Vec<Form>,
    pub(super) actions: Vec<Form>,
    pub(super) messages: Vec<Message>,
    user: Option<User>,
    app: Option<App>,
    authenticators: Vec<Authenticator>,
    enrollments: Vec<Authenticator>,
    current_authenticator: Option<Authenticator>,
    current_enrollment: Option<Authenticator>,
    enrollment_authenticator: Option<Authenticator>,
    recovery_authenticator: Option<Authenticator>,
    /// What forms, fields and variants relate to.
    related: HashMap<Relation, Arc<Authenticator>>,
    end: Option<End>,
}

#[derive(Clone)]
enum End {
    Code(InteractionCode),
    Success(Href),
    Failure(Href),
}

/// Where a conversation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// It is over, and this is what it was for.
    Finished(&'a InteractionCode),
    /// It is over in the manner of a page hosted by the org: only a browser's visit there completes it.
    SuccessRedirect(&'a Href),
    /// It failed; the org has a page about it.
    FailureRedirect(&'a Href),
    /// There is something to fill in or to press.
    Step,
    /// There is nothing to submit: what is left are the messages and, where offered, a way to begin again.
    Terminal {
        /// Whether something was achieved (an account unlocked, a mail confirmed): it says so, and reports no error.
        succeeded: bool,
    },
}

/// An answer that is no document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotADocument {
    /// Longer than any document.
    #[error("the answer is longer than {MAX_DOCUMENT_BYTES} bytes")]
    TooLarge,
    /// Not JSON, or cut off, or nested deeper than any document: the page of some proxy, mostly.
    #[error("the answer is not JSON")]
    NotJson,
    /// JSON of something else.
    #[error("the answer is JSON, but no Identity Engine document")]
    OtherJson,
    /// A document of a version that is not spoken here.
    #[error("the document has an unknown version")]
    UnknownVersion,
    /// An error of Okta's API.
    #[error("the API answered with error {code}")]
    Api {
        /// Such as `E0000047`.
        code: String,
        /// The server's own words.
        summary: String,
    },
    /// An error of RFC 6749 §5.2.
    #[error("the authorization server answered with error {error}")]
    OAuth {
        /// Such as `invalid_client`.
        error: String,
        /// The server's own words.
        description: String,
    },
}

impl Document {
    /// Reads an answer's body, whatever its status was: a refused password comes with 401 and the next document.
    ///
    /// # Errors
    /// [`NotADocument`] for everything else that servers, and proxies before them, answer with.
    pub fn parse(body: &[u8]) -> Result<Self, NotADocument> {
        if body.len() > MAX_DOCUMENT_BYTES {
            return Err(NotADocument::TooLarge);
        }
        // serde_json refuses more than 128 levels, which bounds every walk through the value below.
        let raw: Value = serde_json::from_slice(body).map_err(|_| NotADocument::NotJson)?;
        let members = raw.as_object().ok_or(NotADocument::OtherJson)?;
        recognise(members)?;
        let mut document = Self::read(&raw, members);
        document.raw = raw;
        Ok(document)
    }

    fn read(raw: &Value, members: &Map<String, Value>) -> Self {
        let one = |name| members.get(name).and_then(Authenticator::read);
        let all = |name| json::list(members.get(name)).iter().filter_map(Authenticator::read).collect();
        let mut remediations: Vec<Form> =
            json::list(members.get("remediation")).iter().filter_map(Form::read).take(form::MOST_FORMS).collect();
        let mut actions = action::read_all(raw);
        let mut names = HashSet::new();
        form::number(&mut remediations, &mut names);
        form::number(&mut actions, &mut names);
        Self {
            state_handle: json::text(members.get("stateHandle")).map(StateHandle::new),
            expires_at: json::text(members.get("expiresAt")).and_then(json::timestamp),
            end: End::read(members, &remediations),
            related: related(raw, remediations.iter().chain(&actions)),
            remediations,
            actions,
            messages: message::read_all(members.get("messages")),
            user: members.get("user").and_then(User::read),
            app: members.get("app").and_then(App::read),
            authenticators: all("authenticators"),
            enrollments: all("authenticatorEnrollments"),
            current_authenticator: one("currentAuthenticator"),
            current_enrollment: one("currentAuthenticatorEnrollment"),
            enrollment_authenticator: one("enrollmentAuthenticator"),
            recovery_authenticator: one("recoveryAuthenticator"),
            raw: Value::Null,
        }
    }

    /// The secret of the conversation; missing in some last documents.
    pub fn state_handle(&self) -> Option<&StateHandle> {
        self.state_handle.as_ref()
    }

    /// When the state handle expires.
    pub fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }

    /// What the server says the conversation is about: mostly `LOGIN`, whatever it is about. Not to be relied on.
    pub fn intent(&self) -> Option<&str> {
        json::text(self.raw.get("intent"))
    }

    /// What can be done now, in the server's order: the first is what it suggests.
    pub fn remediations(&self) -> &[Form] {
        &self.remediations
    }

    /// What can be done beside that: `cancel`, and `resend`, `send`, `poll`, `recover` … of an authenticator.
    pub fn actions(&self) -> &[Form] {
        &self.actions
    }

    /// Remediations and actions.
    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.remediations.iter().chain(&self.actions)
    }

    /// The form of that name within this document.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms().find(|form| form.id == id)
    }

    /// The first remediation that the server calls so.
    pub fn remediation(&self, name: &str) -> Option<&Form> {
        self.remediations.iter().find(|form| form.name == name)
    }

    /// The first action that the server calls so; `cancel` is the one of the whole conversation.
    pub fn action(&self, name: &str) -> Option<&Form> {
        let by_id = self.actions.iter().find(|form| form.id == name);
        by_id.or_else(|| self.actions.iter().find(|form| form.name == name))
    }

    /// What the server says about the whole step.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Whether a message of that name is among them.
    pub fn has_message(&self, key: &str) -> bool {
        self.messages.iter().any(|message| message.key.as_deref() == Some(key))
    }

    /// Whether the conversation is dead: all that is left is to begin another.
    pub fn session_expired(&self) -> bool {
        self.has_message("idx.session.expired") && matches!(self.outcome(), Outcome::Terminal { .. })
    }

    /// The person, once known.
    pub fn user(&self) -> Option<&User> {
        self.user.as_ref()
    }

    /// The application the person signs in to.
    pub fn app(&self) -> Option<&App> {
        self.app.as_ref()
    }

    /// The enrollment being challenged, else the authenticator being enrolled or used without an enrollment.
    pub fn current_authenticator(&self) -> Option<&Authenticator> {
        self.current_enrollment.as_ref().or(self.current_authenticator.as_ref())
    }

    /// The authenticators that matter now.
    pub fn authenticators(&self) -> &[Authenticator] {
        &self.authenticators
    }

    /// What the person has enrolled.
    pub fn enrollments(&self) -> &[Authenticator] {
        &self.enrollments
    }

    /// What an enrollment is about where nothing is being enrolled yet.
    pub fn enrollment_authenticator(&self) -> Option<&Authenticator> {
        self.enrollment_authenticator.as_ref()
    }

    /// What a recovery is about: its password rules, above all.
    pub fn recovery_authenticator(&self) -> Option<&Authenticator> {
        self.recovery_authenticator.as_ref()
    }

    /// What a form or an option relates to; none when it points at nothing.
    pub fn resolve(&self, relation: &Relation) -> Option<&Value> {
        relation.resolve(&self.raw)
    }

    /// The authenticator or enrollment that a form or an option of this document relates to.
    pub fn related_authenticator(&self, relation: &Relation) -> Option<&Authenticator> {
        self.related.get(relation).map(Arc::as_ref)
    }

    /// Any member of the document, without its wrapper: `captcha`, `authenticatorChallenge`, `client` …
    pub fn member(&self, name: &str) -> Option<&Value> {
        self.raw.get(name).map(json::inner)
    }

    /// Where the conversation stands.
    pub fn outcome(&self) -> Outcome<'_> {
        match &self.end {
            Some(End::Code(code)) => Outcome::Finished(code),
            Some(End::Success(href)) => Outcome::SuccessRedirect(href),
            Some(End::Failure(href)) => Outcome::FailureRedirect(href),
            None if !self.remediations.is_empty() => Outcome::Step,
            None => Outcome::Terminal { succeeded: self.reports_success() },
        }
    }

    fn reports_success(&self) -> bool {
        let is_class = |class| self.messages.iter().any(|message| message.class == class);
        is_class(MessageClass::Info) && !is_class(MessageClass::Error)
    }

    /// The token endpoint that a finished conversation names: to be compared with the configured one, never followed.
    pub fn token_endpoint(&self) -> Option<&str> {
        json::text(self.raw.get("successWithInteractionCode")?.get("href"))
    }

    /// The form to send again and again while something is awaited elsewhere.
    pub fn poll(&self) -> Option<&Form> {
        self.forms().find(|form| form.is_poll())
    }

    /// What submitting a form of this document means.
    pub fn revision(&self) -> Revision {
        Revision::of(self.forms(), self.current_authenticator(), self.user())
    }

    /// The document as it came: for decoration only, since everything that is sent comes from its forms.
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    /// About how many bytes of memory it takes, for whoever keeps many: a multiple of what was received.
    pub fn weight(&self) -> usize {
        let of_field = |field: &Field| size_of::<Field>() + field.control.as_str().len();
        let fields: usize = self.forms().flat_map(Form::all_fields).map(of_field).sum();
        // What was copied out of the raw document is no larger than the document itself.
        3 * json::weight(&self.raw) + fields
    }
}

/// Names, not values: state handles are everywhere in a document.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<_> = self.forms().map(|form| form.id.as_str()).collect();
        let keys: Vec<_> = self.messages.iter().filter_map(|message| message.key.as_deref()).collect();
        f.debug_struct("Document")
            .field("outcome", &self.outcome())
            .field("forms", &ids)
            .field("messages", &keys)
            .field("authenticator", &self.current_authenticator())
            .finish_non_exhaustive()
    }
}

impl End {
    fn read(members: &Map<String, Value>, remediations: &[Form]) -> Option<Self> {
        let code = || {
            let fields = json::list(members.get("successWithInteractionCode")?.get("value"));
            let code = fields.iter().find(|field| json::text(field.get("name")) == Some("interaction_code"))?;
            json::text(code.get("value")).map(InteractionCode::new)
        };
        let redirect = |member: &str, remediation: &str| {
            let top = members.get(member).and_then(|member| json::text(member.get("href"))).map(Href::new);
            top.or_else(|| remediations.iter().find(|form| form.name == remediation).map(|form| form.href.clone()))
        };
        code()
            .map(Self::Code)
            .or_else(|| redirect("success", "success-redirect").map(Self::Success))
            .or_else(|| redirect("failure", "failure-redirect").map(Self::Failure))
    }
}

/// What the forms relate to, each thing once however many relate to it, and together no more than the document holds.
fn related<'a>(raw: &Value, forms: impl Iterator<Item = &'a Form>) -> HashMap<Relation, Arc<Authenticator>> {
    let mut room = json::weight(raw);
    let mut read: HashMap<*const Value, Option<Arc<Authenticator>>> = HashMap::new();
    let mut related = HashMap::new();
    for relation in forms.flat_map(relations_of) {
        let Some(node) = relation.resolve(raw).filter(|_| !related.contains_key(relation)) else { continue };
        let authenticator = read.entry(std::ptr::from_ref(node)).or_insert_with(|| {
            room = room.checked_sub(json::weight(node))?;
            Authenticator::read(node).map(Arc::new)
        });
        if let Some(authenticator) = authenticator {
            related.insert(relation.clone(), Arc::clone(authenticator));
        }
    }
    related
}

/// The relations of a form, of its fields, and of what can be chosen in them.
fn relations_of(form: &Form) -> Vec<&Relation> {
    let mut relations: Vec<&Relation> = form.relation.iter().collect();
    for field in form.all_fields() {
        relations.extend(&field.relation);
        if let Content::OneOf(variants) = &field.content {
            relations.extend(variants.iter().filter_map(|variant| variant.relation.as_ref()));
        }
    }
    relations
}

/// Tells documents from everything else that is JSON.
fn recognise(members: &Map<String, Value>) -> Result<(), NotADocument> {
    let version = members.get("version").filter(|version| !version.is_null());
    if version.is_none() {
        let string = |name| json::string(members.get(name));
        if let Some(code) = string("errorCode") {
            return Err(NotADocument::Api { code, summary: string("errorSummary").unwrap_or_default() });
        }
        if let Some(error) = string("error") {
            let description = string("error_description").unwrap_or_default();
            return Err(NotADocument::OAuth { error, description });
        }
    }
    const MARKS: &[&str] =
        &["version", "stateHandle", "remediation", "messages", "success", "successWithInteractionCode"];
    if !MARKS.iter().any(|mark| members.contains_key(*mark)) {
        return Err(NotADocument::OtherJson);
    }
    match version {
        Some(version) if version != VERSION => Err(NotADocument::UnknownVersion),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_can_be_kept_in_a_cache_that_all_threads_share() {
        fn shareable<T: Send + Sync + Clone + 'static>() {}

        shareable::<Document>();
    }

    #[test]
    fn weighs_more_than_what_was_received() {
        let body = br#"{"version":"1.0.0","messages":[{"message":"a"},{"message":"b"}]}"#;

        let document = Document::parse(body).expect("a document");

        assert!(document.weight() > 10 * body.len());
    }

    #[test]
    fn reads_when_it_expires_and_what_it_is_about() {
        let body = br#"{"version":"1.0.0","expiresAt":"1970-01-02T00:00:00.000Z","intent":"LOGIN"}"#;

        let document = Document::parse(body).expect("a document");

        assert_eq!(document.expires_at(), Some(Timestamp::from_unix(86_400)));
        assert_eq!(document.intent(), Some("LOGIN"));
        assert_eq!(document.state_handle(), None);
    }
}
