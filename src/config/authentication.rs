//! What a route asks of a person's authentication, beyond being signed in: a level, and how long ago.

use std::time::Duration;

use http::HeaderValue;
use serde::{Deserialize, Serialize};

use super::faults::{Fault, quoted};
use super::reader::{Field, Reader};
use super::tree::Value;

/// A level in the file, or a list of them.
const LEVELS: &str = "a level such as urn:okta:loa:2fa:any, or a list of levels, the most wanted first";
/// All levels of one route travel in one parameter and lie in one cookie.
const MAX_BYTES: usize = 256;
/// Whoever signs in takes longer than this, and would be asked again on arrival.
const SHORTEST_AGE: Duration = Duration::from_secs(60);
/// The longest age that every authorization server can read (a signed number of 32 bits).
const LONGEST_AGE: Duration = Duration::from_secs(i32::MAX as u64);

/// Levels of which one is the other as well, by their own definitions: two factors are also one, a password is a factor, and
/// what is hardware-protected and resists phishing resists phishing (OpenID Connect EAP ACR Values §3).
const IMPLIED: &[(&str, &str)] = &[
    ("urn:okta:loa:2fa:any", "urn:okta:loa:2fa:any:ifpossible"),
    ("urn:okta:loa:2fa:any", "urn:okta:loa:1fa:any"),
    ("urn:okta:loa:1fa:pwd", "urn:okta:loa:1fa:any"),
    ("phr", "urn:okta:loa:1fa:any"),
    ("phrh", "urn:okta:loa:1fa:any"),
    ("phrh", "phr"),
];

/// What a route asks of the authentication. At least one of both is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequiredAuthentication {
    /// The levels that will do, the most wanted first; any will when there is none.
    #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
    pub acr: Vec<String>,
    /// How long ago the person may have authenticated.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub max_age: Option<Duration>,
}

impl RequiredAuthentication {
    /// Whether an authentication of that level will do.
    pub fn takes_level(&self, acr: Option<&str>) -> bool {
        self.acr.is_empty()
            || acr.is_some_and(|acr| {
                self.acr.iter().any(|wanted| wanted == acr || IMPLIED.contains(&(acr, wanted.as_str())))
            })
    }

    /// What a program is told that comes without it (RFC 9470 §3).
    pub fn challenge(&self) -> HeaderValue {
        let mut text = String::from(
            "Bearer error=\"insufficient_user_authentication\", \
             error_description=\"A different authentication is needed\"",
        );
        if !self.acr.is_empty() {
            text.push_str(&format!(", acr_values=\"{}\"", self.acr.join(" ")));
        }
        if let Some(age) = self.max_age {
            text.push_str(&format!(", max_age=\"{}\"", age.as_secs()));
        }
        // Levels are printable text without quotes: see `level`.
        HeaderValue::try_from(text)
            .unwrap_or(HeaderValue::from_static("Bearer error=\"insufficient_user_authentication\""))
    }
}

/// Reads `acr`: a level, or a list of levels.
pub(super) fn acr(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<String>> {
    let levels = match field.value() {
        Value::List(_) => {
            let items = field.list(reader, LEVELS)?;
            let levels: Vec<String> = items.iter().filter_map(|item| level(item, reader)).collect();
            (levels.len() == items.len()).then_some(levels)?
        }
        _ => vec![level(field, reader)?],
    };
    if levels.iter().map(|level| level.len() + 1).sum::<usize>() > MAX_BYTES {
        let expected = format!("levels of {MAX_BYTES} characters in all at most");
        reader.fault(Fault::new(&field.place, "more than that", expected));
        return None;
    }
    Some(levels)
}

/// Reads `max_age`.
pub(super) fn max_age(field: &Field<'_>, reader: &Reader<'_>) -> Option<Duration> {
    let age = field.duration(reader)?;
    if (SHORTEST_AGE..=LONGEST_AGE).contains(&age) {
        return Some(age);
    }
    let found = if age < SHORTEST_AGE { "less than a minute" } else { "more than 68 years" };
    let fault = Fault::new(&field.place, found, "a duration from 1m on");
    reader.fault(fault.hint("nobody signs in within seconds: people would be asked again on arrival"));
    None
}

/// A value that can stand among others that blanks divide, and between quotes (RFC 9470 §3, RFC 9110 §5.6.4).
fn level(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    let text = field.text(reader, LEVELS)?;
    if text.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\')) {
        return Some(text.to_owned());
    }
    let fault = Fault::new(&field.place, quoted(text), LEVELS);
    reader.fault(if text.contains(' ') { fault.hint("several levels make a list: [first, second]") } else { fault });
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn required(acr: &[&str], max_age: Option<u64>) -> RequiredAuthentication {
        RequiredAuthentication {
            acr: acr.iter().map(|&level| level.to_owned()).collect(),
            max_age: max_age.map(Duration::from_secs),
        }
    }

    #[test]
    fn any_of_the_levels_will_do_and_one_that_is_the_other_as_well() {
        let wanted = required(&["phr", "urn:okta:loa:2fa:any"], None);

        for level in ["phr", "phrh", "urn:okta:loa:2fa:any"] {
            assert!(wanted.takes_level(Some(level)), "{level}");
        }
        for level in ["urn:okta:loa:1fa:any", "urn:okta:loa:2fa:any:ifpossible", "PHR", ""] {
            assert!(!wanted.takes_level(Some(level)), "{level}");
        }
        assert!(!wanted.takes_level(None));
    }

    #[test]
    fn without_a_level_every_level_and_none_will_do() {
        assert!(required(&[], Some(300)).takes_level(None));
        assert!(required(&[], Some(300)).takes_level(Some("anything")));
    }

    #[test]
    fn a_challenge_names_what_is_asked_for_and_nothing_else() {
        assert_eq!(
            required(&["a", "b"], Some(300)).challenge(),
            "Bearer error=\"insufficient_user_authentication\", error_description=\"A different authentication is \
             needed\", acr_values=\"a b\", max_age=\"300\""
        );
        assert!(!required(&["a"], None).challenge().to_str().expect("text").contains("max_age"));
    }
}
