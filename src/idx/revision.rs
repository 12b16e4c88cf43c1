//! Fingerprints of a document and of a form: whether a page that was drawn still means what it meant.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::authenticator::{Authenticator, User};
use super::field::{Content, Field};
use super::form::{Form, Method};

/// What submitting a form of this document means, as a number.
///
/// Two documents share a revision when they offer the same forms about the same authenticator to the same person.
/// The state handle, the expiry and the messages are left out: a poll changes them without changing the meaning.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Revision([u8; 32]);

/// What a form asks and what it fixes, as a number.
///
/// The fixed values and the values behind the options belong to it: a browser chooses by index, and the same index
/// must mean the same thing. Only the state handle does not.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shape([u8; 32]);

/// Not a revision or a shape that this gateway wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a fingerprint of a document or a form")]
pub struct RevisionError;

impl Revision {
    pub(super) fn of<'a>(
        forms: impl Iterator<Item = &'a Form>,
        current: Option<&Authenticator>,
        user: Option<&User>,
    ) -> Self {
        let mut print = Fingerprint::new("revision");
        for form in forms {
            print.text("form").text(&form.id).bytes(&form.shape().0);
        }
        if let Some(current) = current {
            print.text("authenticator");
            for part in [&current.id, &current.key, &current.kind] {
                print.option(part.as_deref());
            }
            print.value(current.member("enrollmentId").unwrap_or(&Value::Null));
            print.value(current.profile().unwrap_or(&Value::Null));
        }
        if let Some(user) = user {
            print.text("user").option(user.id.as_deref()).option(user.identifier.as_deref());
        }
        Self(print.finish())
    }
}

/// As 43 characters of base64url.
impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(self.0))
    }
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Revision({self})")
    }
}

impl FromStr for Revision {
    type Err = RevisionError;

    fn from_str(text: &str) -> Result<Self, RevisionError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| RevisionError)?;
        bytes.try_into().map(Self).map_err(|_| RevisionError)
    }
}

/// As 43 characters of base64url.
impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(self.0))
    }
}

impl FromStr for Shape {
    type Err = RevisionError;

    fn from_str(text: &str) -> Result<Self, RevisionError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| RevisionError)?;
        bytes.try_into().map(Self).map_err(|_| RevisionError)
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Shape({self})")
    }
}

impl Form {
    /// What it asks and what it fixes: equal for the same form in two documents.
    pub fn shape(&self) -> Shape {
        let mut print = Fingerprint::new("form");
        print.text(&self.name).text(if self.method == Method::Post { "post" } else { "get" }).fields(&self.fields);
        Shape(print.finish())
    }
}

/// A hash over parts of known length, so that no two lists of parts run together into the same bytes.
struct Fingerprint(Sha256);

impl Fingerprint {
    fn new(purpose: &str) -> Self {
        let mut print = Self(Sha256::new());
        print.text(purpose);
        print
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    fn number(&mut self, number: usize) -> &mut Self {
        self.bytes(&(number as u64).to_be_bytes())
    }

    fn option(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text("some").text(text),
            None => self.text("none"),
        }
    }

    fn value(&mut self, value: &Value) -> &mut Self {
        match value {
            Value::Array(items) => {
                self.text("array").number(items.len());
                for item in items {
                    self.value(item);
                }
                self
            }
            Value::Object(object) => {
                // In an order of our own: the server's may change.
                let mut members: Vec<_> = object.iter().collect();
                members.sort_unstable_by_key(|&(name, _)| name);
                self.text("object").number(members.len());
                for (name, member) in members {
                    self.text(name).value(member);
                }
                self
            }
            scalar => self.text("scalar").text(&scalar.to_string()),
        }
    }

    fn fields(&mut self, fields: &[Field]) -> &mut Self {
        self.text("fields").number(fields.len());
        for field in fields {
            self.field(field);
        }
        self
    }

    fn field(&mut self, field: &Field) -> &mut Self {
        self.text(&field.name).number(usize::from(field.required)).number(usize::from(field.secret));
        match &field.content {
            Content::Constant(_) if field.name == "stateHandle" => self.text("state handle"),
            Content::Constant(value) => self.text("constant").value(value),
            Content::Missing => self.text("missing"),
            Content::Text { .. } => self.text("text"),
            Content::Boolean { .. } => self.text("boolean"),
            Content::Choice { options, .. } => {
                self.text("choice").number(options.len());
                for option in options {
                    self.number(option.index).value(&option.value);
                }
                self
            }
            Content::Group(fields) => self.text("group").fields(fields),
            Content::OneOf(variants) => {
                self.text("one of").number(variants.len());
                for variant in variants {
                    self.number(variant.index).fields(&variant.fields);
                }
                self
            }
        }
    }

    fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
