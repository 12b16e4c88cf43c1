//! What a page shows of a document, as a few characters: whether it is worth drawing again.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::idx::{Authenticator, Document};

use super::guides;

/// What a page was drawn from, for the page to say when it asks whether it is still current.
///
/// It is no secret and proves nothing: whoever makes one up learns that another page is current.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    forms: String,
    messages: String,
    number: String,
}

/// What stands where there is nothing.
const NOTHING: &str = "0";

impl Seen {
    /// What a page of `document` shows.
    pub(crate) fn of(document: &Document) -> Self {
        let messages: Vec<&str> = document.messages().iter().map(|message| message.text.as_str()).collect();
        let context = document.current_authenticator().and_then(Authenticator::contextual_data);
        let number = context.and_then(|data| data.get("correctAnswer"));
        let challenge = guides::challenge(document).and_then(|challenge| challenge.get("challengeRequest"));
        let figures: Vec<String> = number.into_iter().chain(challenge).map(ToString::to_string).collect();
        Self { forms: document.revision().to_string(), messages: fingerprint(&messages), number: fingerprint(&figures) }
    }

    /// Whether a page drawn from `text` still shows what there is to see.
    ///
    /// News are other forms, and words or a number that were not there. Words that are gone are none: what was wrong with the last
    /// code stays until the person acts, although no later document repeats it.
    pub(crate) fn is_shown_by(&self, text: &str) -> bool {
        let mut parts = text.split('.');
        let (forms, messages, number) = (parts.next(), parts.next(), parts.next());
        let no_news = |now: &str, then: Option<&str>| now == NOTHING || then == Some(now);
        forms == Some(&self.forms) && no_news(&self.messages, messages) && no_news(&self.number, number)
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.forms, self.messages, self.number)
    }
}

fn fingerprint<T: AsRef<str>>(texts: &[T]) -> String {
    if texts.is_empty() {
        return NOTHING.to_owned();
    }
    let mut hash = Sha256::new();
    for text in texts {
        hash.update(text.as_ref().len().to_be_bytes());
        hash.update(text.as_ref());
    }
    URL_SAFE_NO_PAD.encode(&hash.finalize()[..9])
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn document(name: &str, message: Option<&str>, number: Option<&Value>) -> Document {
        let messages: Vec<Value> = message.iter().map(|text| json!({ "message": text, "class": "ERROR" })).collect();
        let body = json!({
            "version": "1.0.0",
            "stateHandle": crate::random::token(),
            "messages": { "type": "array", "value": messages },
            "remediation": { "type": "array", "value": [
                { "name": name, "href": "https://org.example/idp/idx/poll", "rel": ["create-form"], "value": [] },
            ] },
            "currentAuthenticator": { "type": "object", "value": {
                "key": "okta_verify", "type": "app", "contextualData": { "correctAnswer": number },
            } },
        });
        Document::parse(body.to_string().as_bytes()).expect("a document")
    }

    fn shows(then: &Document, now: &Document) -> bool {
        Seen::of(now).is_shown_by(&Seen::of(then).to_string())
    }

    #[test]
    fn a_page_is_current_while_nothing_but_the_state_handle_changes() {
        let poll = || document("challenge-poll", None, None);

        assert!(shows(&poll(), &poll()));
    }

    #[test]
    fn other_forms_new_words_and_a_number_are_news() {
        let shown = document("challenge-poll", None, None);

        assert!(!shows(&shown, &document("select-authenticator-authenticate", None, None)));
        assert!(!shows(&shown, &document("challenge-poll", Some("The sign-in was refused."), None)));
        assert!(!shows(&shown, &document("challenge-poll", None, Some(&json!("47")))));
    }

    #[test]
    fn an_error_that_is_shown_is_not_taken_away() {
        let shown = document("challenge-poll", Some("That code didn’t match."), None);

        assert!(shows(&shown, &document("challenge-poll", None, None)));
    }

    #[test]
    fn what_no_page_of_ours_says_shows_nothing() {
        let now = Seen::of(&document("challenge-poll", None, None));

        for text in ["", ".", "..", "AAAA.0.0", "\u{0}"] {
            assert!(!now.is_shown_by(text), "{text:?}");
        }
    }
}
