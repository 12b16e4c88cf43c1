//! A browser of few words: navigates, follows redirects, keeps cookies as RFC 6265bis says, reads and submits forms.
//!
//! It sends the fetch metadata and the `Origin` that a browser would, so that what the gateway makes of them is tried
//! as well. Whatever the host, it connects to this machine: names of tests resolve to nothing.

mod jar;
mod page;

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use url::Url;

pub(crate) use self::jar::Jar;
pub(crate) use self::page::{Form, Page};

/// As many redirects as browsers follow.
const REDIRECTS: usize = 20;
/// How long an answer may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a browser sends with a page that a person opens, typed or by a link of the same site.
pub(crate) const NAVIGATION: [(&str, &str); 4] = [
    ("Accept", "text/html"),
    ("Sec-Fetch-Site", "same-origin"),
    ("Sec-Fetch-Mode", "navigate"),
    ("Sec-Fetch-Dest", "document"),
];

/// One person's browser.
#[derive(Clone, Default)]
pub(crate) struct Browser {
    pub(crate) jar: Jar,
    language: Option<String>,
    keeps_to_itself: bool,
    address: Option<String>,
}

/// How a request came about, as fetch metadata tells it.
#[derive(Clone, Copy)]
enum Cause<'a> {
    /// Typed into the address bar, or opened from a bookmark.
    Typed,
    /// A link or form of a page at that address.
    Page(&'a Url),
    /// A script of a page at that address.
    Script(&'a Url),
}

impl Browser {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A browser whose owner reads that language.
    pub(crate) fn speaking(language: &str) -> Self {
        Self { language: Some(language.to_owned()), ..Self::default() }
    }

    /// A browser at that address, as the front on this machine says that it connects to.
    pub(crate) fn at(address: &str) -> Self {
        Self { address: Some(address.to_owned()), ..Self::default() }
    }

    /// A browser from before fetch metadata: what it does is a guess to whom it calls.
    pub(crate) fn without_fetch_metadata() -> Self {
        Self { keeps_to_itself: true, ..Self::default() }
    }

    /// Opens an address as if it were typed in.
    pub(crate) async fn open(&mut self, url: &str) -> Page {
        let url = Url::parse(url).expect("an address");
        self.follow(http::Method::GET, url, None, Cause::Typed).await
    }

    /// Follows a link of `page`.
    pub(crate) async fn click(&mut self, page: &Page, href: &str) -> Page {
        let url = page.url.join(href).expect("a link");
        self.follow(http::Method::GET, url, None, Cause::Page(&page.url)).await
    }

    /// Fills fields of a form by name and sends it; every other field goes as it stands on the page.
    ///
    /// Fails when the form has no field of a given name: nobody can type where nothing is.
    pub(crate) async fn submit(&mut self, page: &Page, form: &Form, values: &[(&str, &str)]) -> Page {
        let body = form.filled(values);
        let mut url = page.url.join(&form.action).expect("an action");
        if form.method == http::Method::GET {
            url.set_query(Some(&body));
            return self.follow(http::Method::GET, url, None, Cause::Page(&page.url)).await;
        }
        self.follow(http::Method::POST, url, Some(body), Cause::Page(&page.url)).await
    }

    /// Sends what a script of `page` would with `fetch`, and does not follow where it leads.
    pub(crate) async fn fetch(&mut self, page: &Page, target: &str) -> Page {
        let url = page.url.join(target).expect("a target");
        self.exchange(&http::Method::GET, &url, None, Cause::Script(&page.url)).await
    }

    /// Sends exactly these header lines, and of its own only what HTTP needs and the cookies, unless they are among the
    /// lines; does not follow where the answer leads.
    pub(crate) async fn say(&mut self, method: &str, url: &str, lines: &[(&str, &str)], body: &str) -> Page {
        let url = Url::parse(url).expect("an address");
        let mut text = format!("{method} {} HTTP/1.1\r\nConnection: close\r\n", target(&url));
        let mut line = |name: &str, value: &str| text.push_str(&format!("{name}: {value}\r\n"));
        let is_among = |name: &str| lines.iter().any(|(given, _)| given.eq_ignore_ascii_case(name));
        if !is_among("Host") {
            line("Host", authority(&url));
        }
        if let Some(cookies) = self.jar.header(&url).filter(|_| !is_among("Cookie")) {
            line("Cookie", &cookies);
        }
        lines.iter().for_each(|(name, value)| line(name, value));
        if method != "GET" && method != "HEAD" {
            line("Content-Length", &body.len().to_string());
        }
        self.receive(&url, &format!("{text}\r\n{body}")).await
    }

    /// Opens an address and does not follow where the answer leads.
    pub(crate) async fn look(&mut self, url: &str) -> Page {
        let url = Url::parse(url).expect("an address");
        self.exchange(&http::Method::GET, &url, None, Cause::Typed).await
    }

    /// Looks at an address in many tabs at once; the statuses.
    pub(crate) async fn look_in_tabs(&self, url: &str, count: usize) -> Vec<u16> {
        let mut tabs = JoinSet::new();
        for _ in 0..count {
            let (mut tab, url) = (self.clone(), url.to_owned());
            tabs.spawn(async move { tab.look(&url).await.status });
        }
        tabs.join_all().await
    }

    /// Sends a form as [`submit`](Self::submit) does, and does not follow where the answer leads.
    pub(crate) async fn post(&mut self, page: &Page, form: &Form, values: &[(&str, &str)]) -> Page {
        let url = page.url.join(&form.action).expect("an action");
        self.exchange(&http::Method::POST, &url, Some(&form.filled(values)), Cause::Page(&page.url)).await
    }

    async fn follow(
        &mut self,
        mut method: http::Method,
        mut url: Url,
        mut body: Option<String>,
        cause: Cause<'_>,
    ) -> Page {
        let mut visited = Vec::new();
        for _ in 0..REDIRECTS {
            let mut page = self.exchange(&method, &url, body.as_deref(), cause).await;
            visited.push(url.clone());
            let Some(location) = page.redirect() else {
                page.visited = visited;
                return page;
            };
            // 307 and 308 repeat the request, the others become a GET.
            if !matches!(page.status, 307 | 308) {
                (method, body) = (http::Method::GET, None);
            }
            url = location;
        }
        panic!("too many redirects: {visited:#?}");
    }

    async fn exchange(&mut self, method: &http::Method, url: &Url, body: Option<&str>, cause: Cause<'_>) -> Page {
        let request = self.request(method, url, body, cause);
        self.receive(url, &request).await
    }

    async fn receive(&mut self, url: &Url, request: &str) -> Page {
        let answer = tokio::time::timeout(PATIENCE, send(url, request)).await;
        let answer = answer.unwrap_or_else(|_| panic!("no answer in time from {url}"));
        let page = Page::read(url, &answer);
        for line in page.all("set-cookie") {
            self.jar.keep(url, line);
        }
        page
    }

    fn request(&self, method: &http::Method, url: &Url, body: Option<&str>, cause: Cause<'_>) -> String {
        let (target, authority) = (target(url), authority(url));
        let (site, mode, destination) = match cause {
            Cause::Typed => ("none", "navigate", "document"),
            Cause::Page(from) => (relation(from, url), "navigate", "document"),
            Cause::Script(from) => (relation(from, url), "cors", "empty"),
        };
        let accept = if mode == "navigate" { "text/html,application/xhtml+xml,*/*;q=0.8" } else { "*/*" };
        let mut text = format!(
            "{method} {target} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\nUser-Agent: TestBrowser/1\r\n\
             Accept: {accept}\r\n"
        );
        let mut line = |name: &str, value: &str| text.push_str(&format!("{name}: {value}\r\n"));
        if !self.keeps_to_itself {
            line("Sec-Fetch-Site", site);
            line("Sec-Fetch-Mode", mode);
            line("Sec-Fetch-Dest", destination);
            if mode == "navigate" {
                line("Sec-Fetch-User", "?1");
            }
        }
        if let Some(address) = &self.address {
            line("X-Forwarded-For", address);
        }
        if let Some(language) = &self.language {
            line("Accept-Language", language);
        }
        if let (Some(_), Cause::Page(from) | Cause::Script(from)) = (body, cause) {
            line("Origin", &from.origin().ascii_serialization());
        }
        if let Some(cookies) = self.jar.header(url) {
            line("Cookie", &cookies);
        }
        if let Some(body) = body {
            line("Content-Type", "application/x-www-form-urlencoded");
            line("Content-Length", &body.len().to_string());
        }
        format!("{text}\r\n{}", body.unwrap_or_default())
    }
}

fn target(url: &Url) -> &str {
    &url[url::Position::BeforePath..url::Position::AfterQuery]
}

fn authority(url: &Url) -> &str {
    &url[url::Position::BeforeHost..url::Position::AfterPort]
}

fn relation(from: &Url, to: &Url) -> &'static str {
    if from.origin() == to.origin() {
        "same-origin"
    } else if from.host() == to.host() {
        "same-site"
    } else {
        "cross-site"
    }
}

/// One connection, one request, everything until the other side closes.
async fn send(url: &Url, request: &str) -> Vec<u8> {
    assert_eq!(url.scheme(), "http", "this browser speaks no TLS: {url}");
    let port = url.port_or_known_default().expect("a port");
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut socket = TcpStream::connect(address).await.unwrap_or_else(|error| panic!("{url}: {error}"));
    socket.write_all(request.as_bytes()).await.expect("the request goes out");
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).await.expect("the answer comes in");
    answer
}
