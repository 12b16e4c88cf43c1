//! What the application learns about whoever sends a request, written once for the many requests of a session or a token.
//!
//! Claims come from outside and may hold anything, and an application that compares names must never see two people
//! as one. So whatever is not printable ASCII, and the percent sign itself, is percent-encoded (RFC 3986 §2.1), which
//! can be undone in one way only; in a list the comma is too. A value that would be too long is left out whole, for
//! half a name is somebody else's.

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;

/// The most that identity headers, without the access token, may take.
const MAX_BYTES: usize = 8 * 1024;
/// The longest name of a person or address of a mailbox.
const MAX_NAME: usize = 1024;

/// Headers in the order they are added; clones share them.
pub type UpstreamHeaders = Arc<[UpstreamHeader]>;

/// One header of a request to an application.
#[derive(Debug)]
pub struct UpstreamHeader {
    name: Name,
    /// What it says.
    pub value: HeaderValue,
}

/// The names there are, in one byte each: every session holds a few of them.
#[derive(Clone, Copy, Debug)]
enum Name {
    Authorization,
    User,
    Email,
    PreferredUsername,
    Groups,
}

impl UpstreamHeader {
    /// Its name, as it is written.
    pub const fn name(&self) -> &'static str {
        match self.name {
            Name::Authorization => "Authorization",
            Name::User => "X-Forwarded-User",
            Name::Email => "X-Forwarded-Email",
            Name::PreferredUsername => "X-Forwarded-Preferred-Username",
            Name::Groups => "X-Forwarded-Groups",
        }
    }
}

/// What an application is told.
pub struct Told<'a> {
    /// The access token that goes along, as the header that carries it.
    pub authorization: Option<HeaderValue>,
    /// Who it is, by a name that is stable and never another's.
    pub user: &'a str,
    /// An address of a mailbox that the issuer vouches for: anybody may claim any other.
    pub email: Option<&'a str>,
    /// The name to sign in with, which may change.
    pub preferred_username: Option<&'a str>,
    /// Names of groups.
    pub groups: &'a [Box<str>],
}

/// Renders what an application is told.
pub fn render(told: Told<'_>) -> UpstreamHeaders {
    let mut identity = Values::default();
    identity.add(Name::User, name(told.user));
    identity.add(Name::Email, told.email.and_then(name));
    identity.add(Name::PreferredUsername, told.preferred_username.and_then(name));
    identity.add(Name::Groups, Some(list(told.groups)));
    let authorization = told.authorization.map(|value| UpstreamHeader { name: Name::Authorization, value });
    authorization.into_iter().chain(identity.headers()).collect()
}

/// Values of headers, one after the other: they share one piece of memory.
#[derive(Default)]
struct Values {
    text: String,
    /// Where the value of each ends.
    ends: Vec<(Name, usize)>,
}

impl Values {
    fn add(&mut self, name: Name, value: Option<String>) {
        let room = MAX_BYTES - self.text.len();
        if let Some(value) = value.filter(|value| !value.is_empty() && value.len() <= room) {
            self.text.push_str(&value);
            self.ends.push((name, self.text.len()));
        }
    }

    fn headers(self) -> impl Iterator<Item = UpstreamHeader> {
        let text = Bytes::from(self.text.into_boxed_str().into_boxed_bytes());
        let mut start = 0;
        self.ends.into_iter().filter_map(move |(name, end)| {
            let value = text.slice(start..end);
            start = end;
            HeaderValue::from_maybe_shared(value).ok().map(|value| UpstreamHeader { name, value })
        })
    }
}

fn name(value: &str) -> Option<String> {
    Some(encode(value, is_plain)).filter(|encoded| encoded.len() <= MAX_NAME)
}

/// Names with commas between them.
fn list(names: &[Box<str>]) -> String {
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

    fn ada() -> Told<'static> {
        let mut authorization = HeaderValue::from_static("Bearer access-0");
        authorization.set_sensitive(true);
        let authorization = Some(authorization);
        Told { authorization, user: "00uada", email: None, preferred_username: None, groups: &[] }
    }

    fn rendered(told: Told<'_>) -> Vec<(String, String)> {
        let text = |value: &HeaderValue| value.to_str().expect("ASCII").to_owned();
        render(told).iter().map(|header| (header.name().to_owned(), text(&header.value))).collect()
    }

    fn value(headers: &[(String, String)], name: &str) -> Option<String> {
        headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.clone())
    }

    fn groups(names: &[&str]) -> Vec<Box<str>> {
        names.iter().map(|&name| name.into()).collect()
    }

    #[test]
    fn an_ordinary_person_is_told_in_full() {
        let groups = groups(&["Staff", "R & D"]);
        let (email, preferred_username) = (Some("ada@example.com"), Some("ada"));

        let expected = [
            ("Authorization", "Bearer access-0"),
            ("X-Forwarded-User", "00uada"),
            ("X-Forwarded-Email", "ada@example.com"),
            ("X-Forwarded-Preferred-Username", "ada"),
            ("X-Forwarded-Groups", "Staff,R & D"),
        ];
        assert_eq!(
            rendered(Told { email, preferred_username, groups: &groups, ..ada() }),
            expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn a_claim_can_neither_split_a_header_nor_forge_a_group() {
        let groups = groups(&["a,admin", "é", "100%", "line\nbreak", " "]);
        let preferred_username = Some("x\r\nX-Forwarded-Groups: admin");

        let told = rendered(Told { preferred_username, groups: &groups, ..ada() });

        assert_eq!(value(&told, "X-Forwarded-Preferred-Username").as_deref(), Some("x%0D%0AX-Forwarded-Groups: admin"));
        assert_eq!(value(&told, "X-Forwarded-Groups").as_deref(), Some("a%2Cadmin,%C3%A9,100%25,line%0Abreak,%20"));
    }

    #[test]
    fn two_people_never_look_alike() {
        let names = ["é", "%C3%A9", "%25C3%25A9", " a", "a", "a ", "%20a"];
        let user = |user| value(&rendered(Told { user, ..ada() }), "X-Forwarded-User").expect("a value");
        let mut seen: Vec<_> = names.into_iter().map(user).collect();
        seen.sort();
        seen.dedup();

        assert_eq!(seen.len(), names.len());
    }

    #[test]
    fn what_is_too_long_is_left_out_whole() {
        let many: Vec<Box<str>> = (0..5000).map(|number| format!("group-{number}").into()).collect();
        let long = "x".repeat(2000);

        assert_eq!(rendered(Told { preferred_username: Some(&long), groups: &many, ..ada() }).len(), 2);
    }

    #[test]
    fn the_access_token_is_marked_as_sensitive() {
        let headers = render(ada());

        assert!(headers[0].value.is_sensitive());
        assert!(!format!("{headers:?}").contains("access-0"));
    }
}
