//! What the application learns about whoever sends a request, written once for the many requests of a session or a token.
//!
//! Claims come from outside and may hold anything, and an application that compares names must never see two people
//! as one. So whatever is not printable ASCII, and the percent sign itself, is percent-encoded (RFC 3986 §2.1), which
//! can be undone in one way only; in a list the comma is too. A value that would be too long is left out whole, for
//! half a name is somebody else's.

use std::sync::Arc;

use http::{HeaderName, HeaderValue, header};

use crate::secret::Secret;

/// The most that identity headers, without the access token, may take.
const MAX_BYTES: usize = 8 * 1024;
/// The longest name of a person or address of a mailbox.
const MAX_NAME: usize = 1024;

const USER: HeaderName = HeaderName::from_static("x-forwarded-user");
const EMAIL: HeaderName = HeaderName::from_static("x-forwarded-email");
const GROUPS: HeaderName = HeaderName::from_static("x-forwarded-groups");
const PREFERRED_USERNAME: HeaderName = HeaderName::from_static("x-forwarded-preferred-username");

/// Headers in the order they are added; clones share them.
pub type UpstreamHeaders = Arc<[(HeaderName, HeaderValue)]>;

/// What an application is told.
pub struct Told<'a> {
    /// The access token that goes along.
    pub access_token: &'a str,
    /// Who it is, by a name that is stable and never another's.
    pub user: &'a str,
    /// An address of a mailbox that the issuer vouches for: anybody may claim any other.
    pub email: Option<&'a str>,
    /// The name to sign in with, which may change.
    pub preferred_username: Option<&'a str>,
    /// Names of groups.
    pub groups: &'a [String],
}

/// Renders what an application is told.
pub fn render(told: &Told<'_>) -> UpstreamHeaders {
    let mut headers = Vec::with_capacity(5);
    headers.extend(bearer(told.access_token).map(|value| (header::AUTHORIZATION, value)));
    let mut room = MAX_BYTES;
    let mut add = |name: HeaderName, value: Option<String>| {
        let Some(value) = value.filter(|value| !value.is_empty() && value.len() <= room) else { return };
        room -= value.len();
        headers.extend(HeaderValue::try_from(value).ok().map(|value| (name, value)));
    };
    add(USER, name(told.user));
    add(EMAIL, told.email.and_then(name));
    add(PREFERRED_USERNAME, told.preferred_username.and_then(name));
    add(GROUPS, Some(list(told.groups)));
    headers.into()
}

fn bearer(access_token: &str) -> Option<HeaderValue> {
    let token = Secret::new(format!("Bearer {access_token}"));
    let mut value = HeaderValue::from_str(token.expose()).ok()?;
    value.set_sensitive(true);
    Some(value)
}

fn name(value: &str) -> Option<String> {
    Some(encode(value, is_plain)).filter(|encoded| encoded.len() <= MAX_NAME)
}

/// Names with commas between them.
fn list(names: &[String]) -> String {
    let encoded = names.iter().filter(|name| !name.is_empty());
    encoded.map(|name| encode(name, |byte| is_plain(byte) && byte != b',')).collect::<Vec<_>>().join(",")
}

/// Printable ASCII, and the blank, which is fine inside a value.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && byte != b'%'
}

/// Percent-encodes what is not plain, and blanks at either end, which every parser of headers would drop.
fn encode(value: &str, plain: impl Fn(u8) -> bool) -> String {
    let last = value.len().saturating_sub(1);
    let mut encoded = String::with_capacity(value.len());
    for (position, byte) in value.bytes().enumerate() {
        let at_the_edge = position == 0 || position == last;
        if plain(byte) && !(byte == b' ' && at_the_edge) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADA: Told<'_> =
        Told { access_token: "access-0", user: "00uada", email: None, preferred_username: None, groups: &[] };

    fn rendered(told: &Told<'_>) -> Vec<(String, String)> {
        let headers = render(told);
        let text = |value: &HeaderValue| value.to_str().expect("ASCII").to_owned();
        headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect()
    }

    fn value(told: &Told<'_>, name: &str) -> Option<String> {
        rendered(told).into_iter().find(|(header, _)| header == name).map(|(_, value)| value)
    }

    fn groups(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn an_ordinary_person_is_told_in_full() {
        let groups = groups(&["Staff", "R & D"]);
        let (email, preferred_username) = (Some("ada@example.com"), Some("ada"));

        let expected = [
            ("authorization", "Bearer access-0"),
            ("x-forwarded-user", "00uada"),
            ("x-forwarded-email", "ada@example.com"),
            ("x-forwarded-preferred-username", "ada"),
            ("x-forwarded-groups", "Staff,R & D"),
        ];
        assert_eq!(
            rendered(&Told { email, preferred_username, groups: &groups, ..ADA }),
            expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn a_claim_can_neither_split_a_header_nor_forge_a_group() {
        let groups = groups(&["a,admin", "é", "100%", "line\nbreak", " "]);
        let told = Told { preferred_username: Some("x\r\nX-Forwarded-Groups: admin"), groups: &groups, ..ADA };

        assert_eq!(value(&told, "x-forwarded-preferred-username").as_deref(), Some("x%0D%0AX-Forwarded-Groups: admin"));
        assert_eq!(value(&told, "x-forwarded-groups").as_deref(), Some("a%2Cadmin,%C3%A9,100%25,line%0Abreak,%20"));
    }

    #[test]
    fn two_people_never_look_alike() {
        let names = ["é", "%C3%A9", "%25C3%25A9", " a", "a", "a ", "%20a"];
        let user = |user| value(&Told { user, ..ADA }, "x-forwarded-user").expect("a value");
        let mut seen: Vec<_> = names.into_iter().map(user).collect();
        seen.sort();
        seen.dedup();

        assert_eq!(seen.len(), names.len());
    }

    #[test]
    fn what_is_too_long_is_left_out_whole() {
        let many: Vec<String> = (0..5000).map(|number| format!("group-{number}")).collect();
        let long = "x".repeat(2000);

        assert_eq!(rendered(&Told { preferred_username: Some(&long), groups: &many, ..ADA }).len(), 2);
    }

    #[test]
    fn the_access_token_is_marked_as_sensitive() {
        let headers = render(&ADA);

        assert!(headers[0].1.is_sensitive());
        assert!(!format!("{headers:?}").contains("access-0"));
    }
}
