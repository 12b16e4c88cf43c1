//! A gateway with one site, `http://app.test`, and whatever routes a test needs.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use gatehouse::clock::Clock;
use gatehouse::config::{
    Access, Admin, AuthorizationServer, ClientAuthentication, ClientAuthorization, Config, Credentials, HostPattern,
    KeyRing, Lifetimes, Listener, ListenerSecurity, PublicUrl, Route, Sessions, Site, TargetMode, Upstream,
};
use gatehouse::cookies::SessionCookies;
use gatehouse::endpoints::Endpoints;
use gatehouse::http_client::HttpClient;
use gatehouse::oauth::{AccessToken, IdToken, TokenSet};
use gatehouse::person::PersonContext;
use gatehouse::proxy::{Gateway, Limits, StartError};
use gatehouse::telemetry::metrics::Metrics;

use super::application::Application;
use super::raw::{Answer, Connection};

/// The host of the tests' site.
pub(crate) const HOST: &str = "app.test";

/// A gateway that runs.
pub(crate) struct TestGateway {
    pub(crate) gateway: Gateway,
    pub(crate) address: SocketAddr,
    pub(crate) metrics: Metrics,
    endpoints: Arc<Endpoints>,
}

impl TestGateway {
    /// One plain listener and these routes.
    pub(crate) fn start(routes: Vec<Route>) -> Self {
        Self::with(config(routes), Limits::default())
    }

    pub(crate) fn with(config: Config, limits: Limits) -> Self {
        Self::try_with(config, limits).expect("a gateway")
    }

    pub(crate) fn try_with(mut config: Config, limits: Limits) -> Result<Self, StartError> {
        if config.listeners.is_empty() {
            config.listeners.push(plain_listener());
        }
        gatehouse::tls::install_provider();
        let clock = Clock::system();
        let metrics = Metrics::new();
        let http = HttpClient::new().expect("a client");
        let endpoints = Endpoints::new(&config, clock.clone(), &http).expect("sites that can be");
        let gateway = Gateway::start_with(&config, Arc::clone(&endpoints), &metrics, clock, limits)?;
        let address = gateway.addresses()[0];
        Ok(Self { gateway, address, metrics, endpoints })
    }

    /// Signs somebody in without asking; the cookie to send along. Their access token is `token-of-{subject}`.
    pub(crate) async fn sign_in(&self, subject: &str) -> String {
        let claims = serde_json::json!({
            "sub": subject, "email": null, "email_verified": false,
            "preferred_username": null, "name": null, "groups": [], "acr": null, "amr": [], "auth_time": null,
            "sid": null,
        });
        let tokens = TokenSet {
            proof_key: None,
            access_token: AccessToken::new(format!("token-of-{subject}")),
            refresh_token: None,
            id_token: IdToken::new("e30.e30.c2ln"),
            claims: serde_json::from_value(claims).expect("claims"),
            expires_at: Clock::system().now().plus(Duration::from_secs(3600)),
            obtained_at: Clock::system().now(),
        };
        let site = self.endpoints.site(0);
        let created = self.endpoints.sessions().create(site.home(), tokens, &PersonContext::nobody()).await;
        let (value, _) = created.expect("a store in memory answers");
        format!("{}={}", site.names().session(), value.expose())
    }

    /// Ends the session of that cookie, as signing out does.
    pub(crate) async fn sign_out(&self, cookie: &str) {
        let value = cookie.split_once('=').expect("a cookie").1;
        let (home, cookies) = (self.endpoints.site(0).home(), SessionCookies::alone(value));
        let ended = self.endpoints.sessions().end(home, &cookies, &PersonContext::nobody()).await;
        assert!(ended.expect("a store in memory answers").is_some(), "there was no such session");
    }

    pub(crate) async fn connect(&self) -> Connection {
        Connection::open(self.address).await
    }

    /// Sends one request on a connection of its own, with `Host` and whatever header lines are given.
    pub(crate) async fn request(&self, method: &str, target: &str, lines: &[&str]) -> Answer {
        let mut connection = self.connect().await;
        connection.send(request(method, target, lines)).await;
        connection.try_answer(method == "HEAD").await.expect("an answer")
    }

    pub(crate) async fn get(&self, target: &str, lines: &[&str]) -> Answer {
        self.request("GET", target, lines).await
    }
}

/// A request without a body.
pub(crate) fn request(method: &str, target: &str, lines: &[&str]) -> Vec<u8> {
    let mut text = format!("{method} {target} HTTP/1.1\r\nHost: {HOST}\r\n");
    for line in lines {
        text.push_str(line);
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    text.into_bytes()
}

/// The header lines of a browser that opens a page.
pub(crate) const NAVIGATION: [&str; 3] =
    ["Accept: text/html,*/*;q=0.8", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];

pub(crate) fn plain_listener() -> Listener {
    Listener { address: SocketAddr::from(([127, 0, 0, 1], 0)), security: ListenerSecurity::LoopbackOnly }
}

pub(crate) fn admin() -> Option<Admin> {
    Some(Admin { address: SocketAddr::from(([127, 0, 0, 1], 0)) })
}

/// A route to that application with everything else at its default.
pub(crate) fn route(path: &str, access: Access, application: &Application) -> Route {
    route_to(path, access, &application.address.ip().to_string(), application.address.port())
}

pub(crate) fn route_to(path: &str, access: Access, host: &str, port: u16) -> Route {
    Route {
        path: path.to_owned(),
        methods: None,
        upstream: Upstream {
            tls: false,
            host: host.to_owned(),
            port,
            connect_timeout: Duration::from_secs(2),
            read_timeout: None,
        },
        access,
        authentication: None,
        credentials: Credentials::Session,
        client_authorization: ClientAuthorization::Remove,
        target: TargetMode::Canonical,
        service_worker: false,
        preserve_host: false,
        outage_grace: None,
    }
}

/// One site of these routes; listeners are added where a test has none of its own.
pub(crate) fn config(routes: Vec<Route>) -> Config {
    config_for(HostPattern::Exact(HOST.to_owned()), "http://app.test", routes)
}

pub(crate) fn config_for(host: HostPattern, public_url: &str, routes: Vec<Route>) -> Config {
    let authorization_server = Arc::new(AuthorizationServer {
        name: "okta".to_owned(),
        issuer: "https://org.example/oauth2/default".to_owned(),
        client_id: "client".to_owned(),
        client_secret: None,
        private_key: None,
        client_authentication: ClientAuthentication::None,
        scopes: vec!["openid".to_owned()],
        audience: Some("api://default".to_owned()),
        introspect_every: None,
        dpop: false,
        device_fingerprint: false,
        end_session: Default::default(),
        backchannel_logout: false,
    });
    let site = Site {
        look: Default::default(),
        name: "App".to_owned(),
        host,
        public_url: PublicUrl::new(&public_url.parse().expect("a URL")).expect("an origin"),
        own_path: "/.gatehouse".to_owned(),
        hsts: true,
        authorization_server: Arc::clone(&authorization_server),
        lifetimes: Lifetimes::default(),
        routes: routes.into_iter().map(Arc::new).collect(),
        activity: Default::default(),
        sign_out_paths: Vec::new(),
        clear_site_data: Vec::new(),
    };
    Config {
        listeners: Vec::new(),
        admin: None,
        workers: None,
        keys: KeyRing::new(vec![[7; 32]]).expect("one key"),
        authorization_servers: BTreeMap::from([("okta".to_owned(), authorization_server)]),
        sessions: Sessions::default(),
        sites: vec![Arc::new(site)],
        warnings: Vec::new(),
    }
}
