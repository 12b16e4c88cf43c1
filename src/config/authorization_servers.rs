//! Authorization servers and the OAuth clients registered there.

use std::time::Duration;

use super::client_proof::{self, Fields};
use super::faults::{Fault, Place, quoted};
use super::file;
use super::origins::{has_credentials, has_only_an_origin, is_loopback};
use super::reader::{Field, Placed, Reader, values};
use super::tree::Value;
use super::{AuthorizationServer, EndSession, duration};

use url::Url;

/// Scopes that are asked for when the file names none.
pub(super) const DEFAULT_SCOPES: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// How old a verdict on an opaque token may be when the file does not say.
pub(super) const INTROSPECT_EVERY: Duration = Duration::from_secs(5 * 60);
/// The word for tokens that are never asked about.
pub(super) const OFF: &str = "off";

/// Each session in use asks this often, and an org counts the calls of all its clients together.
const MOST_OFTEN: Duration = Duration::from_secs(10);
/// No access token lives longer at Okta.
const LEAST_OFTEN: Duration = Duration::from_secs(24 * 60 * 60);

const ISSUER: &str = "an issuer such as https://example.okta.com/oauth2/default or https://example.okta.com";
pub(super) const CLIENT_ID: &str = "the client ID of the application registered there, such as 0oa1ab2cd3";

/// An authorization server as far as its own section tells; sites name it even when something in it is wrong.
pub(super) struct ServerDraft {
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) server: Option<AuthorizationServer>,
}

/// The two kinds of issuer that an org has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The org authorization server, whose access tokens are opaque to everybody else.
    Org,
    /// A custom authorization server, whose access tokens name their audience.
    Custom,
}

/// Reads the section.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<ServerDraft>> {
    let named = field.named(reader, "a mapping of names to authorization servers")?;
    let draft = |(name, field): (Placed<&str>, Field<'_>)| {
        if !is_name(name.value) {
            let fault =
                Fault::new(&name.place, format!("the name {}", quoted(name.value)), "letters, digits, `-` and `_`");
            reader.fault(fault);
        }
        let server = server(name.value, &field, reader);
        ServerDraft { name: name.value.to_owned(), place: name.place, server }
    };
    Some(named.into_iter().map(draft).collect())
}

fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn server(name: &str, field: &Field<'_>, reader: &Reader<'_>) -> Option<AuthorizationServer> {
    let mut section = field.section::<file::AuthorizationServer>(reader, "a mapping with `issuer` and `client_id`")?;
    let issuer = section.required("issuer", ISSUER);
    let client_id = section.required("client_id", CLIENT_ID);
    let client_secret = section.optional("client_secret");
    let private_key = section.optional("private_key");
    let client_authentication = section.optional("client_authentication");
    let scopes = section.optional("scopes");
    let audience = section.optional("audience");
    let introspect_every = section.optional("introspect_every");
    let dpop = section.optional("dpop");
    let device_fingerprint = section.optional("device_fingerprint");
    let end_session = section.optional("end_session");
    let backchannel_logout = section.optional("backchannel_logout");
    section.finish();

    let issuer = issuer.and_then(|field| self::issuer(&field, reader));
    let client_id = client_id.and_then(|field| word(&field, reader, CLIENT_ID));
    let proof = Fields { secret: client_secret, key: private_key, authentication: client_authentication };
    let proof = client_proof::read(&proof, reader);
    let scopes = match scopes {
        Some(field) => self::scopes(&field, reader),
        None => Some(DEFAULT_SCOPES.map(String::from).to_vec()),
    };
    let dpop = dpop.map_or(Some(false), |field| field.boolean(reader));
    let device_fingerprint = device_fingerprint.map_or(Some(false), |field| field.boolean(reader));
    let end_session = end_session.map_or(Some(EndSession::default()), |field| field.word(reader));
    let backchannel_logout = backchannel_logout.map_or(Some(false), |field| field.boolean(reader));
    let kind = issuer.as_ref().map(|(_, kind)| *kind);
    let audience = self::audience(audience.as_ref(), kind, &field.place, reader);
    let introspect_every = match introspect_every {
        Some(field) => self::introspect_every(&field, reader),
        None => kind.map(|kind| (kind == Kind::Org).then_some(INTROSPECT_EVERY)),
    };

    Some(AuthorizationServer {
        name: name.to_owned(),
        issuer: issuer?.0,
        client_id: client_id?,
        client_authentication: proof.as_ref()?.authentication,
        private_key: proof.as_ref()?.key.clone(),
        client_secret: proof?.secret,
        scopes: scopes?,
        audience: audience?,
        introspect_every: introspect_every?,
        dpop: dpop?,
        device_fingerprint: device_fingerprint?,
        end_session: end_session?,
        backchannel_logout: backchannel_logout?,
    })
}

/// Tokens are compared with this string, so it must be exactly what the server writes.
fn issuer(field: &Field<'_>, reader: &Reader<'_>) -> Option<(String, Kind)> {
    let text = field.text(reader, ISSUER)?;
    let url = Url::parse(text).ok().filter(|url| url.has_host() && matches!(url.scheme(), "http" | "https"));
    let Some(url) = url else {
        reader.fault(Fault::new(&field.place, quoted(text), ISSUER).hint("an issuer begins with https://"));
        return None;
    };
    if let Some((flaw, hint)) = flaw_of(text, &url) {
        reader.fault(Fault::new(&field.place, format!("{}, which {flaw}", quoted(text)), ISSUER).hint(hint));
        return None;
    }
    if url.scheme() == "http" {
        let text = "tokens and secrets travel over plain http; that is for trying things out on one machine";
        reader.warn(&field.place, text);
    }
    let kind = if has_only_an_origin(&url) { Kind::Org } else { Kind::Custom };
    Some((text.to_owned(), kind))
}

/// What is wrong with an issuer (OpenID Connect Discovery §3: https, no query, no fragment), and what to do about it.
fn flaw_of(text: &str, url: &Url) -> Option<(&'static str, String)> {
    if url.scheme() == "http" && !is_loopback(url) {
        return Some(("is plain http", "secrets and tokens travel to the issuer; use https".to_owned()));
    }
    if has_credentials(url) || url.query().is_some() || url.fragment().is_some() {
        return Some(("has more than a path", "an issuer has no query, fragment or user name".to_owned()));
    }
    if let Some((issuer, _)) = text.split_once("/.well-known/").or_else(|| text.split_once("/v1/")) {
        return Some(("is an endpoint", format!("the issuer is probably {issuer}")));
    }
    if text.ends_with('/') {
        return Some(("ends in a slash", format!("write {}", text.trim_end_matches('/'))));
    }
    let normal = url.as_str().trim_end_matches('/');
    if normal != text {
        return Some(("is not in normal form", format!("tokens are compared letter by letter; write {normal}")));
    }
    let console = url.host_str().filter(|host| host.contains("-admin.okta"))?;
    Some(("is the admin console", format!("the org itself is https://{}", console.replace("-admin.okta", ".okta"))))
}

fn scopes(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<String>> {
    let scopes = scope_list(field, reader, "a list of scopes, `openid` among them")?;
    if !scopes.iter().any(|scope| scope == "openid") {
        let fault = Fault::new(&field.place, "scopes without `openid`", "`openid` among them");
        reader.fault(fault.hint("without it there is no ID token, and nobody is identified"));
        return None;
    }
    if !scopes.iter().any(|scope| scope == "offline_access") {
        reader.warn(&field.place, "without `offline_access` a session ends when its access token expires");
    }
    Some(scopes)
}

/// A list of scopes, each once.
pub(super) fn scope_list(field: &Field<'_>, reader: &Reader<'_>, expected: &str) -> Option<Vec<String>> {
    let read = |item: &Field<'_>| item.parsed(reader, "a scope: one word", scope);
    let again = |scope: &String| format!("{} again", quoted(scope));
    field.each_once(reader, expected, read, again, "each scope once").map(values)
}

/// A scope-token (RFC 6749 §3.3).
fn scope(text: &str) -> Option<String> {
    let allowed = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
    text.bytes().all(allowed).then(|| text.to_owned())
}

/// Outer `None`: a fault was noted.
fn audience(
    field: Option<&Field<'_>>,
    kind: Option<Kind>,
    section: &Place,
    reader: &Reader<'_>,
) -> Option<Option<String>> {
    const EXPECTED: &str = "the audience of the custom authorization server, such as api://default";
    match (field, kind?) {
        (None, Kind::Org) => Some(None),
        (None, Kind::Custom) => {
            let fault = Fault::new(&section.child("audience", section.at), "nothing", EXPECTED);
            reader.fault(fault.hint("it stands beside the issuer in the org's list of authorization servers"));
            None
        }
        (Some(field), Kind::Org) => {
            let fault = Fault::new(&field.place, "an audience for the org authorization server", "none");
            reader.fault(fault.hint(
                "its access tokens are opaque, so no audience can be checked; take this out, \
                 or name the issuer of a custom authorization server",
            ));
            None
        }
        (Some(field), Kind::Custom) => word(field, reader, EXPECTED).map(Some),
    }
}

/// Outer `None`: a fault was noted.
fn introspect_every(field: &Field<'_>, reader: &Reader<'_>) -> Option<Option<Duration>> {
    let span = match field.value() {
        Value::Text(text) if text == OFF => return Some(None),
        Value::Number(_) => field.duration(reader)?,
        _ => field.parsed(reader, "a duration such as 5m, or off", duration::parse)?,
    };
    if (MOST_OFTEN..=LEAST_OFTEN).contains(&span) {
        return Some(Some(span));
    }
    let expected = format!("between {} and {}, or off", duration::text(MOST_OFTEN), duration::text(LEAST_OFTEN));
    let hint = match span {
        Duration::ZERO => "write off if tokens are not to be asked about",
        _ if span < MOST_OFTEN => {
            "each session in use asks this often, and the org limits the calls of all its applications together"
        }
        _ => "no access token lives so long; write off if tokens are not to be asked about",
    };
    reader.fault(Fault::new(&field.place, duration::text(span), expected).hint(hint));
    None
}

pub(super) fn word(field: &Field<'_>, reader: &Reader<'_>, expected: &str) -> Option<String> {
    let text = field.free_text(reader, expected)?;
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        field.unlike(reader, expected);
        return None;
    }
    Some(text.to_owned())
}
