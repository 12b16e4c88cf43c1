//! What the file says, as types that exist for their schema: each comment here is what an editor shows beside the key.
//!
//! Nothing is ever deserialised into them. The readers of the sections ask for the same keys, and debug builds compare
//! the two whenever a section is read.

#![expect(dead_code, reason = "only the schema of these types is used")]

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::credentials::Credential;
use super::duration::{DurationText, text};
use super::words::{OneOf, ServiceWorker, StoreKind};
use super::{
    Access, ClientAuthentication, ClientAuthorization, CookieLimit, Counted, EndSession, SiteData, TargetMode,
};
use super::{authorization_servers, routes, sessions, sites, stores};

/// The configuration of Gatehouse: a reverse proxy that signs people in on the application's own address.
#[derive(JsonSchema)]
#[schemars(title = "Gatehouse configuration", deny_unknown_fields)]
pub(super) struct File {
    /// Where browsers connect.
    #[schemars(length(min = 1))]
    listeners: Vec<Listener>,
    /// Where health and metrics are served. Without it they are not served at all.
    admin: Option<Admin>,
    /// How many threads serve connections: as many as there are processors for this process, unless said otherwise. Each keeps
    /// connections to the applications of its own.
    #[schemars(range(min = 1, max = 1024))]
    workers: Option<u64>,
    /// Keys that seal cookies and records: the first seals, all of them open. Each is 32 random bytes in base64url, as
    /// `gatehouse keygen` prints them. To rotate, put a new one first and keep the old one for a session's lifetime.
    #[schemars(length(min = 1))]
    keys: Vec<Secret>,
    /// The authorization servers and the clients registered there, by names that the sites use.
    #[schemars(extend("minProperties" = 1))]
    authorization_servers: BTreeMap<String, AuthorizationServer>,
    /// How long sessions live and where they are kept.
    sessions: Option<Sessions>,
    /// The applications behind the gateway.
    #[schemars(length(min = 1))]
    sites: Vec<Site>,
}

/// One address that browsers, or a front that ends TLS, connect to. Plain HTTP is for loopback addresses only: anywhere
/// else there is either `tls` or `tls_terminated_by`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Listener {
    /// IP address and port, such as `127.0.0.1:8080`, `0.0.0.0:443` or `[::]:443`. Port 0 takes a free one.
    address: String,
    /// Certificate and key, when the gateway ends TLS itself. HTTP/2 is offered.
    tls: Option<Tls>,
    /// Addresses and networks of the fronts that end TLS and forward plain HTTP. They are also the trusted proxies: their
    /// `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Request-Id` are believed, and only theirs.
    #[schemars(length(min = 1), example = ["10.0.0.0/8"])]
    tls_terminated_by: Option<Vec<String>>,
}

/// A certificate and its private key. Relative paths lie beside the configuration.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Tls {
    /// PEM file with the chain, the server's own certificate first.
    certificate: String,
    /// PEM file with the private key.
    key: String,
}

/// The listener for the machine room: `/livez`, `/readyz` and `/metrics`, never on a public listener.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Admin {
    /// IP address and port, such as `127.0.0.1:9180`: loopback or private; `0.0.0.0` is for containers, and a public address
    /// is refused.
    address: String,
}

/// A secret: exactly one of `value`, `file` and `env`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1, "maxProperties" = 1))]
pub(super) struct Secret {
    /// The secret itself. Prefer the others: configuration files get copied.
    value: Option<String>,
    /// A file that holds nothing else; a newline at its end is ignored. A relative path lies beside the configuration.
    file: Option<String>,
    /// The name of an environment variable.
    env: Option<String>,
}

/// A private key that signs for the client.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct PrivateKey {
    /// PEM (PKCS #8, PKCS #1 or SEC 1, without a passphrase) or JWK; RSA of at least 2048 bits, or P-256, P-384 or P-521.
    /// A relative path lies beside the configuration.
    file: String,
    /// The name (`kid`) that the server gave the public key. A JWK has its own; Okta wants one where a client has several keys.
    key_id: Option<String>,
}

/// An authorization server and the OAuth client registered there.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct AuthorizationServer {
    /// The issuer exactly as the server writes it: `https://example.okta.com/oauth2/default` for a custom authorization
    /// server, `https://example.okta.com` for the org authorization server. Plain http is for loopback hosts only.
    issuer: String,
    /// The client ID of the application registered there.
    client_id: String,
    /// The client secret. Without it and without `private_key` the client is a public one.
    client_secret: Option<Secret>,
    /// The private key of a client that is registered with its public half, in place of a secret.
    private_key: Option<PrivateKey>,
    /// How the client proves who it is: `client_secret_post` for a secret and `private_key_jwt` for a key, unless it is
    /// registered otherwise.
    client_authentication: Option<OneOf<ClientAuthentication>>,
    /// Scopes that are asked for. `openid` must be among them; without `offline_access` sessions end with their token.
    #[schemars(length(min = 1), extend("default" = authorization_servers::DEFAULT_SCOPES))]
    scopes: Option<Vec<String>>,
    /// Required in access tokens of a custom authorization server, such as `api://default`; not for the org
    /// authorization server, whose access tokens are for Okta alone.
    audience: Option<String>,
    /// How long the server may be taken at its word about an access token before it is asked again (introspection, RFC 7662), or
    /// `off`: a session whose token was revoked there ends within this time. At least 10 seconds: every session in use asks. `5m` for
    /// the org authorization server when absent, `off` for a custom one, whose access tokens are validated here when they come.
    #[schemars(example = "5m")]
    introspect_every: Option<Span>,
    /// Whether the application demands proof of possession (DPoP, RFC 9449) in token requests. Each session's tokens are bound to a
    /// key of its own then; the application behind the gateway gets the access token as a bearer token, without a proof.
    #[schemars(extend("default" = false))]
    dpop: Option<bool>,
    /// Whether a page of the org is loaded, unseen, where people say who they are: what it makes of the browser goes with their name,
    /// for the org's rules about new devices. The org must let this site frame it (Security > API > Trusted Origins).
    #[schemars(extend("default" = false))]
    device_fingerprint: Option<bool>,
    /// Whether a sign-out also leads the browser to the server, to end its session there. The client must be registered with the
    /// sign-out redirect URI `{public_url}{own_path}/signed-out`.
    #[schemars(extend("default" = "never"))]
    end_session: Option<OneOf<EndSession>>,
    /// Whether the server tells whose sessions it has ended, so that they end here too. The client must be registered with the
    /// back-channel logout URI `{public_url}{own_path}/backchannel-logout`, and the server must be able to reach it.
    #[schemars(extend("default" = false))]
    backchannel_logout: Option<bool>,
}

/// How long sessions live and where they are kept.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Sessions {
    /// Where sessions are kept.
    #[schemars(extend("default" = "memory"))]
    store: Option<OneOf<StoreKind>>,
    /// A session that nobody used for so long ends.
    #[schemars(extend("default" = text(sessions::IDLE_TIMEOUT)))]
    idle_timeout: Option<DurationText>,
    /// A session ends after so long whatever happens.
    #[schemars(extend("default" = text(sessions::LIFETIME)))]
    lifetime: Option<DurationText>,
    /// How many sessions this process holds at most; who was not seen for longest goes first.
    #[schemars(range(min = 1000, max = 100_000_000), extend("default" = stores::MAX_SESSIONS))]
    max_sessions: Option<u64>,
    /// What they may weigh together, roughly.
    #[schemars(range(min = 16, max = 1_048_576), extend("default" = stores::MAX_MEGABYTES))]
    max_megabytes: Option<u64>,
    /// With `store: memory`: a file that sessions are left in at shutdown, sealed, and found in at start.
    snapshot: Option<String>,
    /// With `store: redis`: how long sessions that this process knows go on while redis cannot be asked.
    #[schemars(extend("default" = text(stores::OUTAGE_GRACE)))]
    outage_grace: Option<DurationText>,
    /// With `store: redis`: where it is reached.
    redis: Option<Redis>,
    /// With `store: cookie`: what you accept that it cannot do.
    #[schemars(length(min = 1))]
    accept: Option<Vec<OneOf<CookieLimit>>>,
}

/// How long the sessions of one site live, where it differs.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct SiteSessions {
    /// A session that nobody used for so long ends.
    idle_timeout: Option<DurationText>,
    /// A session ends after so long whatever happens.
    lifetime: Option<DurationText>,
}

/// Redis or Valkey: exactly one of `address`, `sentinel` and `cluster`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Redis {
    /// One server: a host and a port.
    #[schemars(example = "redis.internal:6379")]
    address: Option<String>,
    /// The master that sentinels name.
    sentinel: Option<RedisSentinel>,
    /// Some nodes of a cluster; the others are found.
    #[schemars(length(min = 1))]
    cluster: Option<Vec<String>>,
    /// Whether connections are encrypted, and whom to believe.
    tls: Option<RedisTlsSwitch>,
    /// Who the gateway is there.
    username: Option<String>,
    /// And how that is proved.
    password: Option<Secret>,
    /// The number of the database.
    #[schemars(extend("default" = 0))]
    database: Option<u16>,
    /// What the names of all keys begin with.
    #[schemars(extend("default" = stores::KEY_PREFIX))]
    key_prefix: Option<String>,
}

/// The master that sentinels name.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct RedisSentinel {
    /// What the sentinels call it.
    master: String,
    /// Where the sentinels are.
    #[schemars(length(min = 1))]
    addresses: Vec<String>,
    /// Who the gateway is to the sentinels, if they ask.
    username: Option<String>,
    /// And how that is proved.
    password: Option<Secret>,
}

/// A switch, or more.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum RedisTlsSwitch {
    /// With the machine's own roots.
    Switch(bool),
    /// With certificates of your own.
    Detailed(RedisTls),
}

/// Certificates of your own.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct RedisTls {
    /// A PEM file with the certificates of the authorities to believe, instead of the machine's.
    authorities: Option<String>,
    /// A PEM file with the certificate that the gateway shows.
    certificate: Option<String>,
    /// A PEM file with its key.
    key: Option<String>,
}

/// One application address and what lies behind it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Site {
    /// What people call it: shown on every page. The host when absent.
    name: Option<String>,
    /// How its sign-in pages look and what they say.
    brand: Option<Brand>,
    /// The host that belongs to it, without a port, or `*` for every host that no other site names.
    host: String,
    /// The origin that browsers use, such as `https://app.example.com`: the only source of absolute URLs and of the redirect
    /// URI `{public_url}{own_path}/callback`. Plain http is for loopback hosts only.
    public_url: String,
    /// The prefix of the gateway's own paths.
    #[schemars(extend("default" = sites::OWN_PATH))]
    own_path: Option<String>,
    /// Whether the gateway's own answers tell browsers to use https alone here for a year (`Strict-Transport-Security`, RFC 6797); only
    /// where `public_url` is https. Answers of the application say what the application says.
    #[schemars(extend("default" = sites::HSTS))]
    hsts: Option<bool>,
    /// The name of the authorization server that signs people in.
    authorization_server: String,
    /// How long its sessions live, where it differs from all other sites.
    sessions: Option<SiteSessions>,
    /// Which requests go where. What no route matches gets 404.
    #[schemars(length(min = 1))]
    routes: Vec<Route>,
    /// What keeps a session from ending after `idle_timeout`.
    activity: Option<Activity>,
    /// Paths by which people leave the application. Whoever follows a link or posts a form of the site to one of them is signed
    /// out here as well, once the application has answered; whoever comes from elsewhere is asked.
    #[schemars(length(min = 1), example = ["/logout"])]
    sign_out_paths: Option<Vec<String>>,
    /// What the browser is told to forget of the site when somebody signs out.
    #[schemars(length(min = 1))]
    clear_site_data: Option<Vec<OneOf<SiteData>>>,
}

/// What keeps a session from ending after `idle_timeout`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Activity {
    /// Which requests count. Never counted are pages fetched ahead, event streams, WebSockets, reports, and HEAD and OPTIONS of scripts.
    #[schemars(extend("default" = "requests"))]
    counted: Option<OneOf<Counted>>,
    /// Paths that pages ask by themselves, such as a heartbeat, each with everything below it: requests to them never count.
    #[schemars(length(min = 1), example = ["/api/heartbeat"])]
    ignore_paths: Option<Vec<String>>,
}

/// How the sign-in pages of a site look and what they say. Paths lie beside the configuration; files are read at start.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Brand {
    /// The picture in the header: SVG, PNG, WebP or JPEG.
    logo: Option<LogoFile>,
    /// The picture on the tab of the browser.
    icon: Option<String>,
    /// The colour of buttons and links. It must be readable on light pages; for dark ones the nearest readable shade is taken,
    /// unless there is one of its own.
    accent: Option<Accent>,
    /// A stylesheet that comes after the built-in one. Its custom properties, such as `--accent`, can be set here as well.
    stylesheet: Option<String>,
    /// Links at the foot of every page.
    #[schemars(length(min = 1, max = 8))]
    links: Option<Vec<Link>>,
    /// Who helps when signing in does not work; stands at the foot of every page.
    help: Option<Help>,
    /// The languages that its pages speak; the first is for browsers that ask for none of them. All when absent.
    #[schemars(length(min = 1), example = ["en", "de"])]
    languages: Option<Vec<String>>,
    /// Words instead of the built-in ones: for each language a file in the format of the catalogues, or messages by name.
    #[schemars(extend("minProperties" = 1))]
    texts: Option<BTreeMap<String, OwnTexts>>,
}

/// A picture, or one for light pages and one for dark.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum LogoFile {
    /// The path of a picture.
    File(String),
    /// A picture with more to say about it.
    Detailed(DetailedLogo),
}

/// A picture with more to say about it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct DetailedLogo {
    /// The path of the picture.
    file: String,
    /// The one on dark pages.
    dark: Option<String>,
    /// Whether the site's name can be read in the picture, and need not stand beside it.
    #[schemars(extend("default" = false))]
    holds_name: Option<bool>,
}

/// A colour, or one for light pages and one for dark.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Accent {
    /// A colour such as `#1a4fd0`.
    One(String),
    /// One for each.
    Detailed(DetailedAccent),
}

/// A colour for light pages and one for dark.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct DetailedAccent {
    /// On light pages.
    light: String,
    /// On dark pages.
    dark: Option<String>,
}

/// A link at the foot of every page.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Link {
    /// What it is called.
    label: Wording,
    /// `https://…`, `mailto:…`, `tel:…`, or a path of the site.
    url: String,
}

/// Who helps when signing in does not work: words, an address, or both.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1))]
pub(super) struct Help {
    /// A sentence such as "Call extension 4821.".
    text: Option<Wording>,
    /// `https://…`, `mailto:…`, `tel:…`, or a path of the site.
    url: Option<String>,
}

/// Words of your own.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Wording {
    /// The same in all languages.
    Everywhere(String),
    /// By language; where one is missing, the first is said.
    ByLanguage(#[schemars(extend("minProperties" = 1))] BTreeMap<String, String>),
}

/// Words of a language instead of the built-in ones.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum OwnTexts {
    /// The path of a file in the format of the catalogues (Fluent).
    File(String),
    /// Messages by name.
    Messages(#[schemars(extend("minProperties" = 1))] BTreeMap<String, String>),
}

/// Which requests go where, and who may send them. The longest matching path wins.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Route {
    /// Matches this path and everything below it, on segment boundaries. Written decoded: `/café`, not `/caf%C3%A9`.
    path: String,
    /// Only these methods; `GET` includes `HEAD`. All methods when absent.
    #[schemars(length(min = 1), example = ["GET", "POST"])]
    methods: Option<Vec<String>>,
    /// Where matching requests go: an origin such as `http://127.0.0.1:9000`, or a mapping with timeouts.
    upstream: Upstream,
    /// Who may pass.
    #[schemars(extend("default" = "signed_in"))]
    access: Option<OneOf<Access>>,
    /// Levels of authentication (`acr`) of which a session needs one, the most wanted first. Whoever comes with another is
    /// asked to confirm who they are, and goes on from there.
    #[schemars(example = "urn:okta:loa:2fa:any")]
    acr: Option<Levels>,
    /// How long ago the person may have authenticated, at least a minute. Whoever did so earlier is asked again.
    #[schemars(example = "5m")]
    max_age: Option<DurationText>,
    /// By what a request shows who sends it. With `bearer` among them, a program that presents an access token is judged by
    /// that alone; with `bearer` alone, nobody is led to sign in.
    #[schemars(length(min = 1), extend("default" = ["session"], "uniqueItems" = true))]
    credentials: Option<Vec<OneOf<Credential>>>,
    /// Which access tokens are taken, where `credentials` has `bearer`.
    bearer: Option<Bearer>,
    /// What becomes of the `Authorization` header a client sent. Webhooks and interfaces with Basic authentication need `pass`.
    #[schemars(extend("default" = "remove"))]
    client_authorization: Option<OneOf<ClientAuthorization>>,
    /// Which request targets are let through.
    #[schemars(extend("default" = "canonical"))]
    target: Option<OneOf<TargetMode>>,
    /// Whether the application may register service workers under this route: one of them could put itself between
    /// people and the sign-in pages.
    #[schemars(extend("default" = "refuse"))]
    service_worker: Option<OneOf<ServiceWorker>>,
    /// Whether the upstream sees the public host instead of its own. Applications that write absolute links need it.
    #[schemars(extend("default" = routes::PRESERVE_HOST))]
    preserve_host: Option<bool>,
    /// How long sessions that are known go on here while redis cannot be asked; `0s` for places where nobody may be let in
    /// who was signed out elsewhere a moment ago. As long as everywhere when absent.
    outage_grace: Option<DurationText>,
}

/// Which access tokens a route takes: of the site's authorization server, and issued to these clients.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Bearer {
    /// The clients whose access tokens are taken.
    #[schemars(length(min = 1), example = ["0oa1ab2cd3"])]
    client_ids: Vec<String>,
    /// Scopes that a token must have, all of them.
    #[schemars(length(min = 1), example = ["reports.read"])]
    scopes: Option<Vec<String>>,
}

/// A level of authentication, or several.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub(super) enum Levels {
    /// One level, such as `urn:okta:loa:2fa:any` or `phr`.
    One(String),
    /// Several, the most wanted first.
    Several(#[schemars(length(min = 1))] Vec<String>),
}

/// The application behind a route.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Upstream {
    /// An origin: `http://` or `https://`, a host, and a port when it is not the usual one.
    Origin(String),
    /// An origin with timeouts.
    Detailed(DetailedUpstream),
}

/// An upstream with timeouts.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct DetailedUpstream {
    /// An origin: `http://` or `https://`, a host, and a port when it is not the usual one.
    url: String,
    /// How long connecting may take.
    #[schemars(extend("default" = text(routes::CONNECT_TIMEOUT)))]
    connect_timeout: Option<DurationText>,
    /// How long the upstream may stay silent before an answer is given up, or `never`.
    #[schemars(extend("default" = text(routes::READ_TIMEOUT)))]
    read_timeout: Option<Timeout>,
}

/// A duration, or `off`.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub(super) enum Span {
    /// So long.
    Of(DurationText),
    /// Not at all.
    Off(#[schemars(extend("const" = authorization_servers::OFF))] String),
}

/// A duration, or `never`.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub(super) enum Timeout {
    /// It ends after so long.
    After(DurationText),
    /// It never ends.
    Never(#[schemars(extend("const" = routes::NEVER))] String),
}
