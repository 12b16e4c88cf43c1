//! The configuration, once it needs no further check.
//!
//! [`load()`] reads YAML with positions, reports every fault of a file in one run, and gives a [`Config`] that the program
//! uses as it is: after this nobody validates again. It decides nothing about requests and starts nothing.

mod activity;
mod agreement;
mod authentication;
mod authorization_servers;
mod brand;
mod brand_files;
mod certificates;
mod client_proof;
mod credentials;
mod duration;
mod excerpt;
mod faults;
mod file;
mod keys;
mod leaving;
mod listeners;
mod load;
mod origins;
mod reader;
mod routes;
mod schema;
mod secrets;
mod session_settings;
mod sessions;
mod sites;
mod stores;
mod suggestion;
#[cfg(test)]
mod tests;
mod tree;
mod upstreams;
mod words;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http::Method;
use ipnet::IpNet;
use url::Url;

use crate::pages::Look;
use crate::private_key::PrivateKey;
use crate::secret::Secret;

pub use authentication::RequiredAuthentication;
pub use credentials::{Bearer, Credentials};
pub use faults::{Fault, Faults, Position};
pub use load::{Environment, load, load_for_pages, parse};
pub use schema::json as schema;
pub use session_settings::{
    CookieLimit, CookieStore, Lifetimes, MemoryStore, Redis, RedisAddress, RedisTls, RedisTopology, Room, Sessions,
    Store,
};

/// What the program runs with.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where browsers connect.
    pub listeners: Vec<Listener>,
    /// Where health and metrics are served, never on a public listener.
    pub admin: Option<Admin>,
    /// How many threads serve connections; as many as there are processors for this process when nothing is said.
    pub workers: Option<NonZeroUsize>,
    /// Seals cookies and records: the first key seals, all of them open.
    pub keys: KeyRing,
    /// The authorization servers by name.
    pub authorization_servers: BTreeMap<String, Arc<AuthorizationServer>>,
    /// How long sessions live and where they are kept.
    pub sessions: Sessions,
    /// The sites, in the order of the file.
    pub sites: Vec<Arc<Site>>,
    /// What is allowed but worth a line in the log at start.
    pub warnings: Vec<String>,
}

/// One address that browsers connect to.
#[derive(Clone, Debug)]
pub struct Listener {
    /// The address to bind; port 0 takes a free one.
    pub address: SocketAddr,
    /// How its connections are protected.
    pub security: ListenerSecurity,
}

/// How connections to a listener are protected.
#[derive(Clone, Debug)]
pub enum ListenerSecurity {
    /// Plain HTTP, on a loopback address only.
    LoopbackOnly,
    /// TLS with HTTP/2, ended by the gateway.
    Tls {
        /// PEM chain, leaf first; known to be readable and to fit the key.
        certificate: PathBuf,
        /// PEM private key.
        key: PathBuf,
    },
    /// Plain HTTP from fronts that end TLS; their `X-Forwarded-For`, `-Proto` and `X-Request-Id` are believed, and only theirs.
    TerminatedBy(Vec<IpNet>),
}

/// The listener for the machine room: `/livez`, `/readyz`, `/metrics`.
#[derive(Clone, Debug)]
pub struct Admin {
    /// The address to bind; port 0 takes a free one.
    pub address: SocketAddr,
}

/// Keys of 32 bytes; never empty.
#[derive(Clone)]
pub struct KeyRing(Vec<[u8; 32]>);

impl KeyRing {
    /// A ring whose first key seals and all of whose keys open; `None` when there is no key.
    pub fn new(keys: Vec<[u8; 32]>) -> Option<Self> {
        if keys.is_empty() { None } else { Some(Self(keys)) }
    }

    /// The keys, the sealing one first.
    pub fn expose(&self) -> &[[u8; 32]] {
        &self.0
    }
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeyRing({} keys, [redacted])", self.0.len())
    }
}

/// An authorization server and the client registered there.
#[derive(Clone, Debug)]
pub struct AuthorizationServer {
    /// Its name in the file.
    pub name: String,
    /// The issuer, exactly as configured: tokens are compared with this string.
    pub issuer: String,
    /// The OAuth client.
    pub client_id: String,
    /// Absent for a public client and for one with a key of its own.
    pub client_secret: Option<Secret>,
    /// What `private_key_jwt` signs with, under the name that the server knows it by.
    pub private_key: Option<PrivateKey>,
    /// How the client proves itself at the token endpoint and at `interact`.
    pub client_authentication: ClientAuthentication,
    /// Scopes that are asked for; `openid` is among them.
    pub scopes: Vec<String>,
    /// Required in access tokens of a custom authorization server; absent for the org's own.
    pub audience: Option<String>,
    /// How old what the server said about an access token may be before it is asked again (RFC 7662); never asked when absent.
    pub introspect_every: Option<Duration>,
    /// Whether tokens are bound to a key of each session's own (RFC 9449).
    pub dpop: bool,
    /// Whether the org's page that tells devices apart is asked in the browser.
    pub device_fingerprint: bool,
    /// Whether the server tells us whose sessions it has ended.
    pub backchannel_logout: bool,
    /// Whether a sign-out also ends the browser's session at the server.
    pub end_session: EndSession,
}

/// When a sign-out goes on to end the browser's session at the authorization server (OpenID Connect RP-Initiated Logout 1.0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EndSession {
    /// Never: a sign-in on our own pages makes no session there.
    #[default]
    Never,
    /// When the ID token names a session there (`sid`).
    BySid,
    /// Always.
    Always,
}

/// The registered `token_endpoint_auth_method` (OpenID Connect Core §9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// A public client.
    None,
    /// `client_secret_post`.
    ClientSecretPost,
    /// `client_secret_basic`.
    ClientSecretBasic,
    /// `client_secret_jwt`.
    ClientSecretJwt,
    /// `private_key_jwt`.
    PrivateKeyJwt,
}

/// One application address and what lies behind it.
#[derive(Clone, Debug)]
pub struct Site {
    /// What people call it: shown on every page.
    pub name: String,
    /// How its pages look and what they say.
    pub look: Look,
    /// Which `Host` belongs to it.
    pub host: HostPattern,
    /// The origin browsers use, without a trailing slash: the only source of absolute URLs.
    pub public_url: PublicUrl,
    /// The reserved prefix of the gateway's own paths, without a trailing slash (`/.gatehouse`).
    pub own_path: String,
    /// Whether the gateway's own answers tell browsers to stay with https (RFC 6797); for https sites.
    pub hsts: bool,
    /// Who signs people in.
    pub authorization_server: Arc<AuthorizationServer>,
    /// How long its sessions live.
    pub lifetimes: Lifetimes,
    /// The routes, longest path first; a later one of the same path differs in methods.
    pub routes: Vec<Arc<Route>>,
    /// What keeps a session from lying idle.
    pub activity: Activity,
    /// Where people leave the application: whoever goes there is signed out here as well.
    pub sign_out_paths: Vec<String>,
    /// What the browser forgets of the site with the session.
    pub clear_site_data: Vec<SiteData>,
}

impl Site {
    /// Where the authorization server says whose sessions it has ended: `{public_url}{own_path}/backchannel-logout`.
    pub fn backchannel_logout_uri(&self) -> String {
        format!("{}{}/backchannel-logout", self.public_url.as_str(), self.own_path)
    }

    /// Where a browser comes back to from the authorization server's own sign-out: `{public_url}{own_path}/signed-out`.
    pub fn post_logout_redirect_uri(&self) -> String {
        format!("{}{}/signed-out", self.public_url.as_str(), self.own_path)
    }

    /// The one redirect URI: `{public_url}{own_path}/callback`.
    pub fn redirect_uri(&self) -> String {
        format!("{}{}/callback", self.public_url.as_str(), self.own_path)
    }
}

/// What keeps a session from lying idle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// Which kind of requests.
    pub counted: Counted,
    /// Paths that a page asks by itself, with everything below them: requests to them never count.
    pub ignore_paths: Vec<String>,
}

/// Which requests count as use of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// What people and scripts ask for; not what browsers repeat by themselves.
    #[default]
    Requests,
    /// Pages that are opened and forms that are posted.
    Navigations,
}

/// What a browser can be told to forget of a site (Clear Site Data, W3C).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteData {
    /// What it keeps to load pages faster.
    Cache,
    /// What scripts have put aside, service workers included.
    Storage,
}

/// Which `Host` belongs to a site; hosts are compared without their port, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostPattern {
    /// `*`: every host that no other site names.
    Any,
    /// Exactly this host.
    Exact(String),
}

/// An origin (RFC 6454) as text, such as `https://app.example.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    text: String,
    host: String,
    port: u16,
    secure: bool,
}

impl PublicUrl {
    /// Takes the origin of `url`; `None` when it has no host or more than an origin.
    pub fn new(url: &Url) -> Option<Self> {
        let secure = url.scheme() == "https";
        let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
        let plain = url.username().is_empty() && url.password().is_none();
        let host = url.host_str()?.to_ascii_lowercase();
        let port = url.port_or_known_default()?;
        (bare && plain && (secure || url.scheme() == "http")).then(|| Self {
            text: url.origin().ascii_serialization(),
            host,
            port,
            secure,
        })
    }

    /// The serialised origin, without a trailing slash.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host without its port, in lower case.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Host and port as browsers send them in `Host`: without the port that the scheme implies.
    pub fn authority(&self) -> &str {
        self.text.split_once("://").map_or("", |(_, authority)| authority)
    }

    /// The port, stated or implied by the scheme.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Whether it is https, so that cookies carry `Secure` and the `__Host-` prefix.
    pub const fn is_secure(&self) -> bool {
        self.secure
    }
}

/// Which requests go where, and who may send them.
#[derive(Clone, Debug)]
pub struct Route {
    /// Matches this path and everything below it, on segment boundaries; begins with `/`, has no trailing one unless it is `/`.
    pub path: String,
    /// Only these methods; all when absent.
    pub methods: Option<Vec<Method>>,
    /// Where matching requests go.
    pub upstream: Upstream,
    /// Who may pass.
    pub access: Access,
    /// What is asked of the authentication beside that; nothing unless whoever is signed in may pass.
    pub authentication: Option<RequiredAuthentication>,
    /// By what a request shows who sends it; sessions alone on a public route, which reads none.
    pub credentials: Credentials,
    /// What becomes of the `Authorization` header a client sent.
    pub client_authorization: ClientAuthorization,
    /// Whether targets that two parsers could read in two ways are let through as they are.
    pub target: TargetMode,
    /// Whether the application may register service workers under this route.
    pub service_worker: bool,
    /// Whether the upstream sees the public host instead of its own.
    pub preserve_host: bool,
    /// How long known sessions go on here while their store cannot be asked, where it is not as long as everywhere.
    pub outage_grace: Option<Duration>,
}

/// Who may pass a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody; no session is read and no identity is added.
    Public,
    /// Anybody; an identity is added when there is a session.
    Optional,
    /// Whoever is signed in.
    SignedIn,
}

/// What becomes of the `Authorization` header a client sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientAuthorization {
    /// It is taken out.
    Remove,
    /// It reaches the upstream where the gateway adds none of its own.
    Pass,
}

/// Which request targets a route takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetMode {
    /// Only targets that every parser reads alike.
    Canonical,
    /// The path as the client sent it, for an application that needs encoded slashes and the like; dot segments stay refused.
    Raw,
}

/// The application behind a route.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Upstream {
    /// Whether the connection is TLS.
    pub tls: bool,
    /// Its host name or address, without brackets.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How long connecting may take.
    pub connect_timeout: Duration,
    /// How long the upstream may stay silent before an answer is given up; `None` waits for ever.
    pub read_timeout: Option<Duration>,
}

impl Upstream {
    /// `host` or `host:port` when the port is not the scheme's own.
    pub fn authority(&self) -> String {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        let own_port = if self.tls { 443 } else { 80 };
        if self.port == own_port { host } else { format!("{host}:{}", self.port) }
    }
}
