//! `relatesTo`: which part of the document a form or an option concerns.
//!
//! A relation decorates (an icon, a masked number); what is sent is never taken from it, since servers have been
//! seen to point at nothing and at the wrong thing.

use serde_json::Value;

use super::json;

/// A path into the document, of names and indexes only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Relation(Vec<Segment>);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Segment {
    Name(String),
    Index(usize),
}

/// Deeper than any path that was ever seen.
const MAX_SEGMENTS: usize = 16;

impl Relation {
    /// Reads `"$.a.value[3]"`, `"a"`, or a list whose first item is one of these; anything else is no relation.
    pub(super) fn read(node: Option<&Value>) -> Option<Self> {
        let path = match node? {
            Value::String(path) => path,
            Value::Array(paths) => paths.first()?.as_str()?,
            _ => return None,
        };
        let path = path.strip_prefix('$').unwrap_or(path);
        let mut segments = Vec::new();
        for part in path.strip_prefix('.').unwrap_or(path).split('.') {
            let (name, mut indexes) = part.split_at(part.find('[').unwrap_or(part.len()));
            if !name.is_empty() {
                segments.push(Segment::Name(name.to_owned()));
            }
            while !indexes.is_empty() {
                let (index, rest) = indexes.strip_prefix('[')?.split_once(']')?;
                segments.push(Segment::Index(index.parse().ok()?));
                indexes = rest;
            }
        }
        (!segments.is_empty() && segments.len() <= MAX_SEGMENTS).then_some(Self(segments))
    }

    /// A relation to a member of the document's top level.
    pub(super) fn to_member(name: &str) -> Self {
        Self(vec![Segment::Name(name.to_owned())])
    }

    /// What the path leads to in `document`, without its wrapper; `None` when it leads nowhere.
    ///
    /// A target that relates to something itself is a form or an option, not something to be shown beside one:
    /// refusing it is also what keeps relations from going round in circles.
    pub(super) fn resolve<'a>(&self, document: &'a Value) -> Option<&'a Value> {
        let mut target = document;
        for segment in &self.0 {
            target = match segment {
                Segment::Name(name) => target.as_object()?.get(name)?,
                Segment::Index(index) => json::inner(target).as_array()?.get(*index)?,
            };
        }
        let target = json::inner(target);
        let is_something = matches!(target, Value::Object(object) if !object.contains_key("relatesTo"));
        is_something.then_some(target)
    }

    /// The member of the document's top level that the path begins with.
    pub fn member(&self) -> Option<&str> {
        match self.0.first()? {
            Segment::Name(name) => Some(name),
            Segment::Index(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn resolve(path: &Value) -> Option<Value> {
        let document = json!({
            "currentAuthenticator": {"type": "object", "value": {"key": "okta_email"}},
            "authenticators": {"type": "array", "value": [{"key": "okta_password"}, {"key": "phone_number"}]},
            "remediation": {"type": "array", "value": [{"name": "loop", "relatesTo": ["$.remediation.value[0]"]}]},
            "bare": {"key": "webauthn"},
            "text": "no object",
        });
        Relation::read(Some(path))?.resolve(&document).cloned()
    }

    #[test]
    fn every_encoding_leads_to_the_object_without_its_wrapper() {
        assert_eq!(resolve(&json!(["$.currentAuthenticator"])), Some(json!({"key": "okta_email"})));
        assert_eq!(resolve(&json!("$.currentAuthenticator")), Some(json!({"key": "okta_email"})));
        assert_eq!(resolve(&json!(["currentAuthenticator"])), Some(json!({"key": "okta_email"})));
        assert_eq!(resolve(&json!("$.authenticators.value[1]")), Some(json!({"key": "phone_number"})));
        assert_eq!(resolve(&json!("$.authenticators[0]")), Some(json!({"key": "okta_password"})));
        assert_eq!(resolve(&json!("bare")), Some(json!({"key": "webauthn"})));
    }

    #[test]
    fn a_path_that_leads_nowhere_is_no_relation() {
        for path in [
            json!("$.authenticators.value[9]"),
            json!("$.authenticators.value[-1]"),
            json!("$.authenticators.value[99999999999999999999]"),
            json!("$.authenticators.value[0"),
            json!("$.authenticators.value[*]"),
            json!("$.authenticatorChallenge"),
            json!("$.text"),
            json!("$.authenticators"),
            json!("$"),
            json!(""),
            json!([]),
            json!([7]),
            json!({"path": "$.bare"}),
            json!(null),
        ] {
            assert_eq!(resolve(&path), None, "{path}");
        }
    }

    #[test]
    fn relations_do_not_go_round_in_circles() {
        assert_eq!(resolve(&json!("$.remediation.value[0]")), None);
    }

    #[test]
    fn an_endless_path_is_refused() {
        assert_eq!(Relation::read(Some(&json!("a.".repeat(100_000) + "a"))), None);
    }
}
