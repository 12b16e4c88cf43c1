//! What the application learns about the person, written once for a session's many requests.
//!
//! Claims come from outside and may hold anything, and an application that compares names must never see two people
//! as one. So whatever is not printable ASCII, and the percent sign itself, is percent-encoded (RFC 3986 §2.1), which
//! can be undone in one way only; in a list the comma is too. A value that would be too long is left out whole, for
//! half a name is somebody else's.

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;

use crate::oauth::TokenSet;

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

/// Renders what an application sees of a session: the access token, the subject, and what the ID token's claims allow.
///
/// An address of a mailbox goes along only if the issuer vouches for it: anybody may claim any other.
pub(super) fn render(tokens: &TokenSet) -> UpstreamHeaders {
    let claims = &tokens.claims;
    let mut identity = Values::default();
    identity.add(Name::User, name(&claims.sub));
    identity.add(Name::Email, claims.email.as_deref().filter(|_| claims.email_verified).and_then(name));
    identity.add(Name::PreferredUsername, claims.preferred_username.as_deref().and_then(name));
    identity.add(Name::Groups, Some(list(&claims.groups)));
    let access_token = tokens.access_token.header().map(|value| UpstreamHeader { name: Name::Authorization, value });
    access_token.into_iter().chain(identity.headers()).collect()
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
    use serde_json::{Value, json};

    use super::super::testing;
    use super::*;
    use crate::clock::Timestamp;

    fn rendered(claims: Value) -> Vec<(String, String)> {
        let tokens = TokenSet { claims: testing::claims(claims), ..testing::tokens(Timestamp::from_unix(0)) };
        render(&tokens)
            .iter()
            .map(|header| (header.name().to_owned(), header.value.to_str().expect("ASCII").to_owned()))
            .collect()
    }

    fn value(claims: Value, name: &str) -> Option<String> {
        rendered(claims).into_iter().find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    #[test]
    fn an_ordinary_person_is_told_in_full() {
        let claims = json!({
            "email": "ada@example.com", "email_verified": true, "preferred_username": "ada", "groups": ["Staff", "R & D"]
        });

        let expected = [
            ("Authorization", "Bearer access-0"),
            ("X-Forwarded-User", "00uada"),
            ("X-Forwarded-Email", "ada@example.com"),
            ("X-Forwarded-Preferred-Username", "ada"),
            ("X-Forwarded-Groups", "Staff,R & D"),
        ];
        assert_eq!(rendered(claims), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn an_unverified_email_never_goes_upstream() {
        for claims in [
            json!({ "email": "root@example.com", "email_verified": false }),
            json!({ "email": null, "email_verified": true }),
        ] {
            assert_eq!(value(claims, "x-forwarded-email"), None);
        }
    }

    #[test]
    fn a_claim_can_neither_split_a_header_nor_forge_a_group() {
        let claims = json!({
            "preferred_username": "x\r\nX-Forwarded-Groups: admin",
            "groups": ["a,admin", "é", "100%", "line\nbreak", " "],
        });

        assert_eq!(
            value(claims.clone(), "x-forwarded-preferred-username").as_deref(),
            Some("x%0D%0AX-Forwarded-Groups: admin")
        );
        assert_eq!(value(claims, "x-forwarded-groups").as_deref(), Some("a%2Cadmin,%C3%A9,100%25,line%0Abreak,%20"));
    }

    #[test]
    fn two_people_never_look_alike() {
        let names = ["é", "%C3%A9", "%25C3%25A9", " a", "a", "a ", "%20a"];
        let mut seen: Vec<_> =
            names.iter().map(|name| value(json!({ "sub": name }), "x-forwarded-user").expect("a value")).collect();
        seen.sort();
        seen.dedup();

        assert_eq!(seen.len(), names.len());
    }

    #[test]
    fn what_is_too_long_is_left_out_whole() {
        let many: Vec<String> = (0..5000).map(|number| format!("group-{number}")).collect();
        let claims = json!({ "preferred_username": "x".repeat(2000), "groups": many });

        assert_eq!(rendered(claims).len(), 2);
    }

    #[test]
    fn the_access_token_is_marked_as_sensitive() {
        let headers = render(&testing::tokens(Timestamp::from_unix(0)));

        assert!(headers[0].value.is_sensitive());
        assert!(!format!("{headers:?}").contains("access-0"));
    }
}
