//! The cookies of one browser.

use std::time::Duration;

use cookie::Cookie;
use url::Url;

/// Keeps and returns cookies by host, path and scheme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Jar(Vec<Kept>);

#[derive(Clone, Debug)]
struct Kept {
    host: String,
    path: String,
    secure: bool,
    name: String,
    value: String,
}

impl Jar {
    /// Keeps what a `Set-Cookie` line of `url` says, or takes it out when the line has expired it.
    ///
    /// A line that browsers would drop without a word fails the test instead.
    pub(crate) fn keep(&mut self, url: &Url, line: &str) {
        let cookie = Cookie::parse(line.to_owned()).expect("a cookie");
        assert!(cookie.domain().is_none(), "a cookie for other hosts: {line}");
        // RFC 6265 §6.1: more than this no browser needs to keep, attributes included.
        assert!(line.len() <= 4096, "{} takes {} bytes", cookie.name(), line.len());
        let secure = cookie.secure().unwrap_or(false);
        let path = cookie.path().map_or_else(|| default_path(url), str::to_owned);
        // RFC 6265bis §5.7: Secure needs https, and the prefixes need what they promise.
        assert!(!secure || url.scheme() == "https", "Secure without https: {line}");
        assert!(secure || !cookie.name().starts_with("__"), "a prefix without Secure: {line}");
        assert!(path == "/" || !cookie.name().starts_with("__Host-"), "__Host- below /: {line}");
        let host = url.host_str().expect("a host").to_owned();
        self.0.retain(|kept| !(kept.host == host && kept.path == path && kept.name == cookie.name()));
        let expired = cookie.max_age().is_some_and(|age| Duration::try_from(age).map_or(true, |age| age.is_zero()));
        if !expired {
            let (name, value) = (cookie.name().to_owned(), cookie.value().to_owned());
            self.0.push(Kept { host, path, secure, name, value });
        }
    }

    /// The `Cookie` header for a request to `url`, the longest path first.
    pub(crate) fn header(&self, url: &Url) -> Option<String> {
        let mut matching: Vec<&Kept> = self.0.iter().filter(|kept| kept.goes_to(url)).collect();
        matching.sort_by_key(|kept| std::cmp::Reverse(kept.path.len()));
        let pairs: Vec<String> = matching.iter().map(|kept| format!("{}={}", kept.name, kept.value)).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// The value of a cookie, whatever its host and path.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|kept| kept.name == name).map(|kept| kept.value.as_str())
    }

    /// The names of all cookies, in the order they were set.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.0.iter().map(|kept| kept.name.as_str()).collect()
    }
}

impl Kept {
    fn goes_to(&self, url: &Url) -> bool {
        let below = |path: &str| {
            path.strip_prefix(&self.path)
                .is_some_and(|rest| rest.is_empty() || self.path.ends_with('/') || rest.starts_with('/'))
        };
        url.host_str() == Some(&self.host) && below(url.path()) && (!self.secure || url.scheme() == "https")
    }
}

/// RFC 6265 §5.1.4: the folder of the page that set it.
fn default_path(url: &Url) -> String {
    match url.path().rfind('/') {
        None | Some(0) => "/".to_owned(),
        Some(end) => url.path()[..end].to_owned(),
    }
}

mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn a_cookie_goes_back_to_its_host_and_path_alone() {
        let mut jar = Jar::default();
        jar.keep(&url("http://app.test/.gatehouse/sign-in/x"), "tx=1; Path=/.gatehouse; HttpOnly");
        jar.keep(&url("http://app.test/"), "session=2; Path=/");

        assert_eq!(jar.header(&url("http://app.test:8080/.gatehouse/callback")), Some("tx=1; session=2".to_owned()));
        assert_eq!(jar.header(&url("http://app.test/.gatehouses")), Some("session=2".to_owned()));
        assert_eq!(jar.header(&url("http://other.test/")), None);
    }

    #[test]
    fn an_expired_cookie_is_gone_and_a_new_value_replaces_the_old() {
        let mut jar = Jar::default();
        let at = url("http://app.test/");
        jar.keep(&at, "a=1; Path=/");
        jar.keep(&at, "a=2; Path=/");
        jar.keep(&at, "b=1; Path=/; Max-Age=60");
        jar.keep(&at, "b=; Path=/; Max-Age=0");

        assert_eq!(jar.header(&at), Some("a=2".to_owned()));
    }
}
