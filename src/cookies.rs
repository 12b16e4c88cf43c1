//! The gateway's cookies: their names, how they are read, and the one place where they are written.
//!
//! Five kinds exist (RFC 6265bis). The *session*, the *device* and the *language* cookie belong to the whole site and carry
//! the prefix `__Host-`, so that no sibling host can plant them; *transaction* cookies and the *mark* of a known device live below
//! the gateway's own path and carry `__Secure-`: they are sealed for one device and worth nothing beside another. On plain http, which is for loopback alone, neither `Secure` nor the prefixes exist.
//! What the values mean is no business of this room.

use std::borrow::Cow;
use std::time::Duration;

use cookie::{Cookie, SameSite};
use http::{HeaderMap, HeaderValue, header};

use crate::config::Site;
use crate::gate::pieces;

const SESSION: &str = "gatehouse";
const RECORD: &str = "gatehouse-record-";
const DEVICE: &str = "gatehouse-device";
const KNOWN_DEVICE: &str = "gatehouse-known";
const LANGUAGE: &str = "gatehouse-language";
const TRANSACTION: &str = "gatehouse-tx-";
const HOST_PREFIX: &str = "__Host-";
const SECURE_PREFIX: &str = "__Secure-";

/// How long a browser is known, and what was chosen in it.
const DEVICE_AGE: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// A record that the browser keeps is cut into pieces: browsers take some four thousand bytes for a name, a value and the
/// attributes, and every request carries all of them.
const MAX_PIECES: usize = 4;
const PIECE: usize = 3_800;

/// The longest record that fits into a browser.
pub const MAX_RECORD: usize = MAX_PIECES * PIECE;

/// A longer cookie header is read as having no cookies at all.
const MAX_HEADER: usize = 64 * 1024;

/// How the cookies of one site are called and where they live.
#[derive(Clone, Debug)]
pub struct CookieNames {
    session: String,
    records: [String; MAX_PIECES],
    device: String,
    language: String,
    known_device: String,
    transaction_prefix: String,
    own_path: String,
    secure: bool,
}

impl CookieNames {
    /// The names for a site.
    pub fn of(site: &Site) -> Self {
        Self::new(site.public_url.is_secure(), &site.own_path)
    }

    /// The names on an https (`secure`) or loopback http origin whose own pages lie under `own_path`.
    pub fn new(secure: bool, own_path: &str) -> Self {
        let (host, any) = if secure { (HOST_PREFIX, SECURE_PREFIX) } else { ("", "") };
        Self {
            session: format!("{host}{SESSION}"),
            records: std::array::from_fn(|piece| format!("{host}{RECORD}{piece}")),
            device: format!("{host}{DEVICE}"),
            language: format!("{host}{LANGUAGE}"),
            known_device: format!("{any}{KNOWN_DEVICE}"),
            transaction_prefix: format!("{any}{TRANSACTION}"),
            own_path: own_path.to_owned(),
            secure,
        }
    }

    /// The name of the session cookie.
    pub fn session(&self) -> &str {
        &self.session
    }

    /// The name of the cookie that anchors transactions in a browser.
    pub fn device(&self) -> &str {
        &self.device
    }

    /// The name of the cookie that holds the language a person has chosen: a tag, and no secret.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The name of the cookie that says that somebody has signed in in this browser before.
    pub fn known_device(&self) -> &str {
        &self.known_device
    }

    /// What the names of all transaction cookies begin with.
    pub fn transaction_prefix(&self) -> &str {
        &self.transaction_prefix
    }

    /// The name of the cookie of transaction `id`.
    pub fn transaction(&self, id: &str) -> String {
        format!("{}{id}", self.transaction_prefix)
    }

    /// Gives the browser a session; it ends with the browser, if nothing ends it before.
    pub fn set_session(&self, value: &str) -> HeaderValue {
        self.write(&self.session, value, Where::WholeSite, Until::BrowserCloses)
    }

    /// Takes the session cookie back.
    pub fn expire_session(&self) -> HeaderValue {
        self.write(&self.session, "", Where::WholeSite, Until::Now)
    }

    /// Leaves the record of a session with the browser, of at most [`MAX_RECORD`] characters, in the place of the one that
    /// the browser presented: pieces of that which are left over are taken back.
    pub fn set_record<'a>(
        &'a self,
        record: &'a str,
        presented: &'a RequestCookies<'a>,
    ) -> impl Iterator<Item = HeaderValue> + 'a {
        let pieces = record.as_bytes().chunks(PIECE).map(|piece| std::str::from_utf8(piece).unwrap_or_default());
        let count = pieces.len();
        let set = pieces
            .zip(&self.records)
            .map(|(piece, name)| self.write(name, piece, Where::WholeSite, Until::BrowserCloses));
        set.chain(self.expire_records(count, presented))
    }

    /// Takes the record back that the browser presented.
    pub fn expire_record<'a>(&'a self, presented: &'a RequestCookies<'a>) -> impl Iterator<Item = HeaderValue> + 'a {
        self.expire_records(0, presented)
    }

    fn expire_records<'a>(
        &'a self,
        from: usize,
        presented: &'a RequestCookies<'a>,
    ) -> impl Iterator<Item = HeaderValue> + 'a {
        let left = self.records.iter().skip(from).filter(|name| presented.has(name));
        left.map(|name| self.write(name, "", Where::WholeSite, Until::Now))
    }

    /// Anchors this browser for a year.
    pub fn set_device(&self, value: &str) -> HeaderValue {
        self.write(&self.device, value, Where::WholeSite, Until::After(DEVICE_AGE))
    }

    /// Keeps the language of that tag for a year.
    pub fn set_language(&self, tag: &str) -> HeaderValue {
        self.write(&self.language, tag, Where::WholeSite, Until::After(DEVICE_AGE))
    }

    /// Leaves a sealed mark of a device with the browser for `age`.
    pub fn set_known_device(&self, sealed: &str, age: Duration) -> HeaderValue {
        self.write(&self.known_device, sealed, Where::OwnPath, Until::After(age))
    }

    /// Leaves a sealed transaction with the browser for at most `age`.
    pub fn set_transaction(&self, id: &str, sealed: &str, age: Duration) -> HeaderValue {
        self.write(&self.transaction(id), sealed, Where::OwnPath, Until::After(age))
    }

    /// Takes a transaction back.
    pub fn expire_transaction(&self, id: &str) -> HeaderValue {
        self.write(&self.transaction(id), "", Where::OwnPath, Until::Now)
    }

    /// The one place that writes a `Set-Cookie` line.
    fn write(&self, name: &str, value: &str, place: Where, until: Until) -> HeaderValue {
        let path = match place {
            Where::WholeSite => "/",
            Where::OwnPath => &self.own_path,
        };
        let mut cookie =
            Cookie::build((name, value)).path(path).http_only(true).same_site(SameSite::Lax).secure(self.secure);
        let age = match until {
            Until::BrowserCloses => None,
            Until::After(age) => Some(age.as_secs()),
            Until::Now => Some(0),
        };
        if let Some(seconds) = age {
            let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
            cookie = cookie.max_age(cookie::time::Duration::seconds(seconds));
        }
        let mut line = HeaderValue::try_from(cookie.build().to_string())
            .expect("names are constants, own paths printable ASCII by their check, values base64 or tags");
        line.set_sensitive(true);
        line
    }
}

#[derive(Clone, Copy)]
enum Where {
    WholeSite,
    OwnPath,
}

#[derive(Clone, Copy)]
enum Until {
    BrowserCloses,
    After(Duration),
    Now,
}

/// What a browser presents of its session: the cookie that names it, and the record that it may keep beside that.
#[derive(Clone, Copy)]
pub struct SessionCookies<'a> {
    value: &'a str,
    beside: Option<(&'a RequestCookies<'a>, &'a CookieNames)>,
}

impl<'a> SessionCookies<'a> {
    /// A session cookie's value without anything beside it.
    pub const fn alone(value: &'a str) -> Self {
        Self { value, beside: None }
    }

    /// The value of the session cookie.
    pub const fn value(&self) -> &'a str {
        self.value
    }

    /// The first piece of the record, which says what the record is; `None` when there is none.
    pub fn record_head(&self) -> Option<&'a str> {
        let (cookies, names) = self.beside?;
        cookies.one(&names.records[0])
    }

    /// The whole record, put together from its pieces; `None` when there is none.
    pub fn record(&self) -> Option<String> {
        let (cookies, names) = self.beside?;
        let mut record = cookies.one(&names.records[0])?.to_owned();
        for name in &names.records[1..] {
            let Some(piece) = cookies.one(name) else { break };
            record.push_str(piece);
        }
        Some(record)
    }
}

/// The cookies of one request, read where they lie: looking one up allocates nothing.
pub struct RequestCookies<'a>(Cow<'a, [u8]>);

impl<'a> RequestCookies<'a> {
    /// The cookies of a joined `Cookie` header; of one that no browser would send there are none.
    pub fn parse(header: impl Into<Cow<'a, [u8]>>) -> Self {
        let header = header.into();
        if header.len() > MAX_HEADER { Self(Cow::Borrowed(b"")) } else { Self(header) }
    }

    /// The cookies of all `Cookie` lines: HTTP/2 may send each in a line of its own (RFC 9113 §8.2.3).
    pub fn of(headers: &'a HeaderMap) -> Self {
        let mut lines = headers.get_all(header::COOKIE).iter().map(HeaderValue::as_bytes);
        let first = lines.next().unwrap_or_default();
        let Some(second) = lines.next() else { return Self::parse(first) };
        let mut joined = first.to_vec();
        for line in std::iter::once(second).chain(lines) {
            if joined.len() + line.len() > MAX_HEADER {
                return Self::parse(&b""[..]);
            }
            joined.extend_from_slice(b"; ");
            joined.extend_from_slice(line);
        }
        Self::parse(joined)
    }

    /// The value of the cookie `name`, if there is exactly one of that name and it is text.
    ///
    /// A second one means that somebody else put one there, and nobody can tell which is ours.
    pub fn one(&self, name: &str) -> Option<&str> {
        let mut values = self.pairs().filter(|(key, _)| *key == name.as_bytes()).map(|(_, value)| value);
        let only = values.next()?;
        if values.next().is_some() {
            return None;
        }
        std::str::from_utf8(only).ok()
    }

    /// What the browser presents of its session, if it presents one.
    pub fn session<'c>(&'c self, names: &'c CookieNames) -> Option<SessionCookies<'c>>
    where
        'a: 'c,
    {
        Some(SessionCookies { value: self.one(names.session())?, beside: Some((self, names)) })
    }

    /// Whether any cookie has that name, however many and whatever is in them.
    pub fn has(&self, name: &str) -> bool {
        self.pairs().any(|(key, _)| key == name.as_bytes())
    }

    /// Identifier and sealed value of every transaction this browser keeps, in the browser's order.
    pub fn transactions(&self, names: &CookieNames) -> Vec<(&str, &str)> {
        let mut found: Vec<(&str, &str)> = Vec::new();
        let mut twice: Vec<&str> = Vec::new();
        for (name, value) in self.pairs() {
            let Some(id) = name.strip_prefix(names.transaction_prefix.as_bytes()) else { continue };
            let (Ok(id), Ok(value)) = (std::str::from_utf8(id), std::str::from_utf8(value)) else { continue };
            if found.len() == MAX_TRANSACTIONS_READ {
                break;
            }
            if found.iter().any(|(known, _)| *known == id) {
                twice.push(id);
            } else {
                found.push((id, value));
            }
        }
        found.retain(|(id, _)| !twice.contains(id));
        found
    }

    fn pairs(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        pieces(&self.0, b';').filter_map(|pair| {
            let equals = memchr::memchr(b'=', pair)?;
            Some((pair[..equals].trim_ascii(), pair[equals + 1..].trim_ascii()))
        })
    }
}

/// The gateway leaves at most three transactions with a browser; what lies beyond this many was put there by others.
const MAX_TRANSACTIONS_READ: usize = 16;

/// Names and values of cookies are secrets or nobody's business.
impl std::fmt::Debug for RequestCookies<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RequestCookies({} bytes, [redacted])", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &HeaderValue) -> &str {
        line.to_str().expect("ASCII")
    }

    #[test]
    fn cookies_of_the_site_carry_the_host_prefix_and_all_attributes() {
        let names = CookieNames::new(true, "/.gatehouse");

        assert_eq!(text(&names.set_session("v+/=")), "__Host-gatehouse=v+/=; HttpOnly; SameSite=Lax; Secure; Path=/");
        assert_eq!(
            text(&names.set_device("v")),
            "__Host-gatehouse-device=v; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=31536000"
        );
    }

    #[test]
    fn cookies_of_transactions_stay_below_the_own_path() {
        let names = CookieNames::new(true, "/.gatehouse");

        assert_eq!(
            text(&names.set_transaction("ab", "v", Duration::from_secs(900))),
            "__Secure-gatehouse-tx-ab=v; HttpOnly; SameSite=Lax; Secure; Path=/.gatehouse; Max-Age=900"
        );
    }

    #[test]
    fn loopback_http_has_neither_prefix_nor_secure() {
        let names = CookieNames::new(false, "/.gatehouse");

        assert_eq!(text(&names.set_session("v")), "gatehouse=v; HttpOnly; SameSite=Lax; Path=/");
        assert_eq!(names.transaction("ab"), "gatehouse-tx-ab");
    }

    #[test]
    fn a_cookie_is_taken_back_with_the_attributes_it_was_given() {
        let names = CookieNames::new(true, "/.gatehouse");

        assert_eq!(
            text(&names.expire_session()),
            "__Host-gatehouse=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0"
        );
        assert_eq!(
            text(&names.expire_transaction("ab")),
            "__Secure-gatehouse-tx-ab=; HttpOnly; SameSite=Lax; Secure; Path=/.gatehouse; Max-Age=0"
        );
    }

    /// What a browser sends that was given these lines and nothing else.
    fn sent_back(lines: impl Iterator<Item = HeaderValue>) -> String {
        let pairs = lines.map(|line| text(&line).split(';').next().expect("a pair").to_owned());
        std::iter::once("__Host-gatehouse=v".to_owned()).chain(pairs).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn the_longest_record_goes_into_pieces_that_browsers_keep_and_comes_back_whole() {
        let names = CookieNames::new(true, "/.gatehouse");
        let record: String =
            (0..).flat_map(|number: u32| number.to_string().into_bytes()).map(char::from).take(MAX_RECORD).collect();

        let lines: Vec<_> = names.set_record(&record, &RequestCookies::parse(&b""[..])).collect();
        let cookies = RequestCookies::parse(sent_back(lines.iter().cloned()).into_bytes());
        let session = cookies.session(&names).expect("a session");

        assert_eq!(lines.len(), MAX_PIECES);
        // RFC 6265 §6.1.
        assert!(lines.iter().all(|line| line.len() <= 4096));
        assert_eq!(session.record(), Some(record));
    }

    #[test]
    fn pieces_of_the_record_before_are_taken_back_and_no_others() {
        let names = CookieNames::new(true, "/.gatehouse");
        let header = sent_back(names.set_record(&"x".repeat(2 * PIECE + 1), &RequestCookies::parse(&b""[..])));
        let presented = RequestCookies::parse(header.as_bytes());
        let gone =
            |piece| format!("__Host-gatehouse-record-{piece}=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0");

        let lines: Vec<_> = names.set_record("short", &presented).collect();
        let at_the_end: Vec<_> = names.expire_record(&presented).collect();

        let kept = "__Host-gatehouse-record-0=short; HttpOnly; SameSite=Lax; Secure; Path=/".to_owned();
        assert_eq!(lines, [kept, gone(1), gone(2)]);
        assert_eq!(at_the_end, [gone(0), gone(1), gone(2)]);
    }

    #[test]
    fn two_values_under_one_name_count_as_none() {
        let cookies = RequestCookies::parse(&b"a=1; __Host-gatehouse=x; __Host-gatehouse=x; b=2"[..]);

        assert_eq!(cookies.one("__Host-gatehouse"), None);
        assert!(cookies.has("__Host-gatehouse"));
        assert_eq!(cookies.one("b"), Some("2"));
    }

    #[test]
    fn crumbs_in_several_lines_are_one_header() {
        let mut headers = HeaderMap::new();
        for crumb in ["a=1", "gatehouse=x", "b=2; c=3"] {
            headers.append(header::COOKIE, HeaderValue::from_static(crumb));
        }

        let cookies = RequestCookies::of(&headers);

        assert_eq!((cookies.one("gatehouse"), cookies.one("c")), (Some("x"), Some("3")));
        headers.append(header::COOKIE, HeaderValue::from_static("gatehouse=y"));
        assert_eq!(RequestCookies::of(&headers).one("gatehouse"), None);
    }

    #[test]
    fn finds_transactions_and_drops_those_that_were_planted_twice() {
        let names = CookieNames::new(true, "/.gatehouse");
        let header =
            b"__Secure-gatehouse-tx-a=1; __Secure-gatehouse-tx-b=2; gatehouse-tx-c=3; __Secure-gatehouse-tx-a=4";

        let cookies = RequestCookies::parse(&header[..]);

        assert_eq!(cookies.transactions(&names), [("b", "2")]);
    }

    #[test]
    fn garbage_is_no_cookie_and_never_panics() {
        let names = CookieNames::new(true, "/.gatehouse");
        let many_pairs = "gatehouse-tx-x=1;".repeat(3000);
        let long_name = format!("{}=1; a=2", "n".repeat(8192));
        let too_long = format!("{}; a=2", "x".repeat(MAX_HEADER));
        for garbage in [
            &b""[..],
            b";;;",
            b"=",
            b" ; =a",
            b"a",
            b"==;=;a==",
            b"\xff\xfe=\xff; gatehouse=\xff",
            b"__Secure-gatehouse-tx-\xff=1; __Secure-gatehouse-tx-=\xff",
            many_pairs.as_bytes(),
            too_long.as_bytes(),
        ] {
            let cookies = RequestCookies::parse(garbage);
            assert_eq!(cookies.one("gatehouse"), None);
            assert!(cookies.transactions(&names).is_empty());
        }
        assert_eq!(RequestCookies::parse(long_name.as_bytes()).one("a"), Some("2"));
        assert_eq!(RequestCookies::parse(too_long.as_bytes()).one("a"), None);
    }
}
