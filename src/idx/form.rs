//! A form: what the server is willing to accept now, and where.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use serde_json::{Map, Value};

use super::field::{self, Field};
use super::href::Href;
use super::json;
use super::message::Message;
use super::relation::Relation;

/// A remediation or an action.
#[derive(Clone, Debug)]
pub struct Form {
    /// Its name within the document: `identify`; the second of a name is `redirect-idp~2`; an action inside an
    /// object is named with it, `currentAuthenticatorEnrollment.resend`.
    pub id: String,
    /// What the server calls it; several forms of a document may share a name.
    pub name: String,
    /// Where it goes, unchecked.
    pub href: Href,
    /// How it goes there.
    pub method: Method,
    /// The media type the server says it takes.
    pub accepts: Option<String>,
    /// The media type the server says it answers with.
    pub produces: Option<String>,
    /// How often the server wants to be asked; [`poll_interval`](Self::poll_interval) keeps it within bounds.
    pub refresh: Option<Duration>,
    /// What it asks for.
    pub fields: Vec<Field>,
    /// The part of the document that it concerns.
    pub relation: Option<Relation>,
    /// What to call it.
    pub label: Option<String>,
    extras: Map<String, Value>,
}

/// How a form travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The gateway posts a JSON body.
    Post,
    /// The browser goes there itself.
    Get,
}

/// How often to poll where the server does not say.
const USUAL_POLL: Duration = Duration::from_secs(4);
/// No server is asked more often than this, and no person waits longer for an answer.
const POLL_BOUNDS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(60)];

/// Real forms have some dozen fields, and names of some dozen letters. A form beyond that is none, since one that was read in part
/// could be sent in part; it is a hostile document's way of becoming a page of many times its size.
const MOST_FIELDS: usize = 500;
pub(super) const LONGEST_NAME: usize = 256;
/// Forms of one kind that are read.
pub(super) const MOST_FORMS: usize = 200;

impl Form {
    /// Reads a form; one without an address, with a method that nobody can use, or out of all proportion, is none.
    pub(super) fn read(node: &Value) -> Option<Self> {
        let object = node.as_object()?;
        let href = object.get("href")?.as_str()?;
        let name = json::string(object.get("name")).unwrap_or_else(|| "unnamed".to_owned());
        if name.len() > LONGEST_NAME {
            return None;
        }
        let form = Self::read_named(object, name, href)?;
        (form.all_fields().len() <= MOST_FIELDS).then_some(form)
    }

    fn read_named(object: &Map<String, Value>, name: String, href: &str) -> Option<Self> {
        Some(Self {
            id: name.clone(),
            name,
            href: Href::new(href),
            method: Method::read(object)?,
            accepts: json::string(object.get("accepts")),
            produces: json::string(object.get("produces")),
            refresh: json::milliseconds(object.get("refresh")),
            fields: field::read_all(json::list(object.get("value")), None),
            relation: Relation::read(object.get("relatesTo")),
            label: json::string(object.get("label")),
            extras: EXTRAS.iter().filter_map(|&name| Some((name.to_owned(), object.get(name)?.clone()))).collect(),
        })
    }

    /// The field of that control name, at any depth.
    pub fn field(&self, control: &str) -> Option<&Field> {
        self.fields.iter().find_map(|field| field.find(control))
    }

    /// Every field at every depth, parents before their children.
    pub fn all_fields(&self) -> Vec<&Field> {
        fn add<'a>(field: &'a Field, all: &mut Vec<&'a Field>) {
            all.push(field);
            field.children().for_each(|child| add(child, all));
        }
        let mut all = Vec::new();
        self.fields.iter().for_each(|field| add(field, &mut all));
        all
    }

    /// What was wrong with its fields last time, at any depth.
    pub fn messages(&self) -> impl Iterator<Item = (&Field, &Message)> {
        self.all_fields().into_iter().flat_map(|field| field.messages.iter().map(move |message| (field, message)))
    }

    /// Whether a browser has anything to fill in; what takes no input is a button.
    pub fn takes_input(&self) -> bool {
        self.fields.iter().any(Field::takes_input)
    }

    /// How long to wait before asking: the server's wish, between one second and a minute.
    pub fn poll_interval(&self) -> Duration {
        let [shortest, longest] = POLL_BOUNDS;
        self.refresh.unwrap_or(USUAL_POLL).clamp(shortest, longest)
    }

    /// Whether it is meant to be sent again and again until something happens elsewhere.
    pub fn is_poll(&self) -> bool {
        self.method == Method::Post && (self.name == "poll" || self.name.ends_with("-poll"))
    }

    /// A member that only some forms have: `idp`, `type`, `scopes`, `requestInfo`, `idvMetadata`,
    /// `customExpiredPasswordName`, `customExpiredPasswordURL`, `isSSOExtensionVerifyEndpointAlreadyCalled`.
    pub fn extra(&self, name: &str) -> Option<&Value> {
        self.extras.get(name).map(json::inner)
    }

    /// Which kind of identity provider a redirect leads to: `GOOGLE`, `SAML2`, `X509` …
    pub fn kind(&self) -> Option<&str> {
        json::text(self.extra("type"))
    }

    /// The name of the identity provider that a redirect leads to.
    pub fn identity_provider_name(&self) -> Option<&str> {
        json::text(self.extra("idp")?.get("name"))
    }
}

/// What forms carry beyond their fields; kept as it is, for showing.
const EXTRAS: &[&str] = &[
    "type",
    "idp",
    "scopes",
    "requestInfo",
    "idvMetadata",
    "customExpiredPasswordName",
    "customExpiredPasswordURL",
    "isSSOExtensionVerifyEndpointAlreadyCalled",
];

impl Method {
    fn read(form: &Map<String, Value>) -> Option<Self> {
        match json::text(form.get("method")) {
            Some(method) if method.eq_ignore_ascii_case("POST") => Some(Self::Post),
            Some(method) if method.eq_ignore_ascii_case("GET") => Some(Self::Get),
            Some(_) => None,
            // What names neither a relation nor fields is a place to go to.
            None if form.contains_key("rel") || form.contains_key("value") => Some(Self::Post),
            None => Some(Self::Get),
        }
    }
}

/// Gives every form a name of its own: the second of a name becomes `name~2`.
pub(super) fn number(forms: &mut [Form], taken: &mut HashSet<String>) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for form in forms {
        let count = counts.entry(form.id.clone()).or_default();
        let id = loop {
            *count += 1;
            let id = if *count == 1 { form.id.clone() } else { format!("{}~{count}", form.id) };
            if taken.insert(id.clone()) {
                break id;
            }
        };
        form.id = id;
    }
}
