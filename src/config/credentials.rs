//! By what a request shows who sends it: a session, an access token that a program presents (RFC 6750), or either.

use http::HeaderValue;

use super::authorization_servers::{CLIENT_ID, scope_list, word};
use super::faults::{Fault, Place, quoted};
use super::file;
use super::reader::{Field, Placed, Reader, values};
use super::{Access, ClientAuthorization, words};

const CREDENTIALS: &str = "a list of `session`, `bearer` or both";
const BEARER: &str = "a mapping with `client_ids`, and `scopes` if tokens need any";
const CLIENT_IDS: &str = "a list of the client IDs whose access tokens are taken, such as [0oa1ab2cd3]";
const SCOPES: &str = "a list of scopes that every token must have";

/// By what a request shows who sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    /// By the session of a person who signed in here.
    #[default]
    Session,
    /// By an access token that it presents; browsers are not led to sign in.
    Bearer(Bearer),
    /// By either; a token that is presented is judged by itself.
    Either(Bearer),
}

/// Which access tokens a route takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The clients that they may have been issued to; never empty.
    pub client_ids: Vec<String>,
    /// Scopes that they must have, all of them.
    pub scopes: Vec<String>,
}

/// One of the words in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Credential {
    Session,
    Bearer,
}

impl Credentials {
    /// Whether a session will do.
    pub const fn take_sessions(&self) -> bool {
        matches!(self, Self::Session | Self::Either(_))
    }

    /// Which access tokens will do, if any.
    pub const fn bearer(&self) -> Option<&Bearer> {
        match self {
            Self::Session => None,
            Self::Bearer(bearer) | Self::Either(bearer) => Some(bearer),
        }
    }
}

impl Bearer {
    /// What a program is told whose token lacks a scope (RFC 6750 §3.1).
    pub fn scope_challenge(&self) -> HeaderValue {
        let text = format!("Bearer error=\"insufficient_scope\", scope=\"{}\"", self.scopes.join(" "));
        // Scopes are printable text without quotes (RFC 6749 §3.3).
        HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("Bearer error=\"insufficient_scope\""))
    }
}

/// What else the route says that bears on its credentials.
pub(super) struct Beside<'a> {
    pub(super) access: Option<Access>,
    pub(super) client_authorization: Option<ClientAuthorization>,
    /// Where the route asks for a level or an age of authentication.
    pub(super) authentication: Option<&'a Place>,
}

/// Reads `credentials` and `bearer`, which belong together.
pub(super) fn read(
    credentials: Option<&Field<'_>>,
    bearer: Option<&Field<'_>>,
    beside: &Beside<'_>,
    reader: &Reader<'_>,
) -> Option<Credentials> {
    let listed = credentials.map_or(Some(Vec::new()), |field| listed(field, reader));
    let rule = bearer.map(|field| self::bearer(field, reader));
    let listed = listed?;
    if let (Some(field), Some(Access::Public)) = (credentials, beside.access) {
        let fault = Fault::saying(&field.place, "a public route lets everybody in and looks at no credentials");
        reader.fault(fault.hint("leave out `credentials`, or set `access` to `signed_in` or `optional`"));
        return None;
    }
    let place_of = |wanted| listed.iter().find(|listed| listed.value == wanted).map(|listed| &listed.place);
    match (place_of(Credential::Bearer), bearer, rule) {
        (None, None, _) => Some(Credentials::Session),
        (None, Some(field), _) => {
            let fault = Fault::saying(&field.place, "this route takes no access tokens");
            reader.fault(fault.hint("write `credentials: [session, bearer]` beside it, or leave it out"));
            None
        }
        (Some(place), _, rule) => {
            refuse_contradictions(place, beside, reader);
            let Some(rule) = rule else {
                let fault = Fault::saying(place, "nothing says whose access tokens are taken here");
                reader.fault(fault.hint("add `bearer: { client_ids: [...] }` to the route"));
                return None;
            };
            let takes_sessions = place_of(Credential::Session).is_some();
            Some(if takes_sessions { Credentials::Either(rule?) } else { Credentials::Bearer(rule?) })
        }
    }
}

fn refuse_contradictions(place: &Place, beside: &Beside<'_>, reader: &Reader<'_>) {
    if beside.client_authorization == Some(ClientAuthorization::Pass) {
        let fault = Fault::saying(place, "the Authorization header cannot be judged here and be the application's own");
        reader.fault(fault.hint("leave out `client_authorization: pass`, or `bearer`"));
    }
    if let Some(asked) = beside.authentication {
        let fault = Fault::saying(asked, "an access token states neither a level nor an age of authentication");
        reader.fault(fault.hint("a route that asks for `acr` or `max_age` takes sessions alone: leave out `bearer`"));
    }
}

fn listed(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<Placed<Credential>>> {
    let again = |credential: &Credential| format!("{} again", quoted(words::text(*credential)));
    field.each_once(reader, CREDENTIALS, |item| item.word(reader), again, "each credential once")
}

fn bearer(field: &Field<'_>, reader: &Reader<'_>) -> Option<Bearer> {
    let mut section = field.section::<file::Bearer>(reader, BEARER)?;
    let client_ids = section.required("client_ids", CLIENT_IDS);
    let scopes = section.optional("scopes");
    section.finish();

    let client_ids = client_ids.and_then(|field| self::client_ids(&field, reader));
    let scopes = scopes.map_or(Some(Vec::new()), |field| scope_list(&field, reader, SCOPES));
    Some(Bearer { client_ids: client_ids?, scopes: scopes? })
}

fn client_ids(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<String>> {
    let again = |id: &String| format!("{} again", quoted(id));
    field.each_once(reader, CLIENT_IDS, |item| word(item, reader, CLIENT_ID), again, "each client once").map(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_names_the_scopes_that_a_token_must_have() {
        let bearer =
            Bearer { client_ids: vec!["0oascript".to_owned()], scopes: vec!["a".to_owned(), "b:c".to_owned()] };

        assert_eq!(bearer.scope_challenge(), "Bearer error=\"insufficient_scope\", scope=\"a b:c\"");
    }

    #[test]
    fn each_kind_of_route_takes_what_it_lists() {
        let bearer = Bearer { client_ids: vec!["0oascript".to_owned()], scopes: Vec::new() };
        let takes = |credentials: &Credentials| (credentials.take_sessions(), credentials.bearer().is_some());

        assert_eq!(takes(&Credentials::default()), (true, false));
        assert_eq!(takes(&Credentials::Bearer(bearer.clone())), (false, true));
        assert_eq!(takes(&Credentials::Either(bearer)), (true, true));
    }
}
