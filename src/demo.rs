//! `gatehouse demo`: an emulated Okta org with an inbox, and a sample application, for trying out and for tests.
//!
//! Uses nothing of the gateway's own protocol rooms: it is the other side of the conversation, written from the
//! specifications a second time. It listens on loopback only and keeps everything in memory.

pub mod application;
mod device;
mod gallery;
mod html;
mod inbox;
pub mod org;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use self::application::Application;
pub use self::gallery::{Gallery, Shown};
use self::org::clients::{CONFIDENTIAL, EVERYTHING, PUBLIC, REPORTS, SECRET};
pub use self::org::{Account, Captcha, ChallengeMethod, Client, Org};

/// Where a gateway of somebody's own may stand that uses this org: its redirect URI is registered with the confidential client.
pub const OWN_GATEWAY: &str = "http://own.localhost:8081";
const ANY_LOOPBACK_PORT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// Where the parts of the demo listen and which clients the org knows.
#[derive(Clone)]
pub struct Options {
    /// The org's address; port 0 takes any free one.
    pub org: SocketAddr,
    /// The sample application's address; port 0 takes any free one.
    pub application: SocketAddr,
    /// The registered clients.
    pub clients: Vec<Client>,
    /// What is shown under `/pages` beside the inbox, if anything.
    pub gallery: Option<Gallery>,
}

impl Default for Options {
    fn default() -> Self {
        Self { org: ANY_LOOPBACK_PORT, application: ANY_LOOPBACK_PORT, clients: Client::defaults(), gallery: None }
    }
}

/// Why the demo could not start.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Whoever reaches the demo can read every code and every token, so it stays on this machine.
    #[error("the demo listens on loopback addresses only, not on {0}")]
    NotLoopback(SocketAddr),
    /// An address could not be bound.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// No RSA key could be made.
    #[error("cannot make the org's signing keys")]
    Keys,
}

/// The ports of a gateway in front of the demo.
#[derive(Debug, Clone, Copy)]
pub struct GatewayPorts {
    /// The public listener.
    pub listener: u16,
    /// The admin listener.
    pub admin: u16,
}

/// A running demo; it ends when this value is dropped.
#[derive(Debug)]
pub struct Demo {
    org: Org,
    org_address: SocketAddr,
    application: Application,
    application_address: SocketAddr,
    servers: [JoinHandle<()>; 3],
}

impl Demo {
    /// Starts org and application; both are listening when this returns.
    ///
    /// # Errors
    /// [`DemoError`] says which address could not be bound.
    pub async fn start(options: Options) -> Result<Self, DemoError> {
        let (org_listener, org_address) = listen(options.org).await?;
        let (application_listener, application_address) = listen(options.application).await?;
        let (device_listener, device_address) = listen(ANY_LOOPBACK_PORT).await?;
        let base_url = format!("http://{org_address}");
        // Two 2048-bit keys take some tens of milliseconds of a processor.
        let org = tokio::task::spawn_blocking(move || Org::new(&base_url, options.clients))
            .await
            .map_err(|_| DemoError::Keys)?
            .map_err(|_| DemoError::Keys)?;
        let application = Application::new();
        let mut org_router = org.router().merge(inbox::router(org.clone()));
        if let Some(gallery) = options.gallery {
            org_router = org_router.merge(gallery::router(gallery));
        }
        org.set_device_port(device_address.port());
        let servers = [
            serve(org_listener, org_router),
            serve(application_listener, application.router()),
            serve(device_listener, device::router(org.clone())),
        ];
        let demo = Self { org, org_address, application, application_address, servers };
        demo.register_site(CONFIDENTIAL, OWN_GATEWAY);
        Ok(demo)
    }

    /// Where the org listens.
    pub fn org_address(&self) -> SocketAddr {
        self.org_address
    }

    /// Where the sample application listens.
    pub fn application_address(&self) -> SocketAddr {
        self.application_address
    }

    /// The org's origin, which is also the issuer of its own authorization server.
    pub fn org_url(&self) -> String {
        format!("http://{}", self.org_address)
    }

    /// The sample application's origin.
    pub fn application_url(&self) -> String {
        format!("http://{}", self.application_address)
    }

    /// The page where every code is read.
    pub fn inbox_url(&self) -> String {
        format!("{}/inbox", self.org_url())
    }

    /// Where the gallery is, when there is one.
    pub fn gallery_url(&self) -> String {
        format!("{}/pages/", self.org_url())
    }

    /// Adds an address that transactions of the client may lead back to.
    pub fn register_redirect_uri(&self, client_id: &str, uri: &str) {
        self.org.register_redirect_uri(client_id, uri);
    }

    /// The running org.
    pub fn org(&self) -> &Org {
        &self.org
    }

    /// The running sample application.
    pub fn application(&self) -> &Application {
        &self.application
    }

    /// Everybody who can sign in.
    pub fn accounts() -> &'static [Account] {
        Account::all()
    }

    /// The ready-made clients, with the secrets of the confidential ones.
    pub fn clients() -> Vec<Client> {
        Client::defaults()
    }

    /// A configuration of the gateway with three sites in front of the sample application, and what goes with it in
    /// the org: the redirect URIs of all sites are registered by this call.
    ///
    /// `localhost` uses a confidential client of a custom authorization server, and one of its addresses asks for a security
    /// key; `127.0.0.1` uses a public client of the org's own server, `app.localhost` a confidential client of it whose first
    /// page offers everything that goes together.
    pub fn configuration(&self, ports: GatewayPorts) -> String {
        let GatewayPorts { listener, admin } = ports;
        self.register_site(CONFIDENTIAL, &format!("http://localhost:{listener}"));
        self.register_site(PUBLIC, &format!("http://127.0.0.1:{listener}"));
        self.register_site(EVERYTHING, &format!("http://app.localhost:{listener}"));
        let org = self.org_url();
        let upstream = self.application_url();
        let key = org::wire::base64url(crate::random::bytes::<32>());
        format!(
            r#"listeners:
  - address: 127.0.0.1:{listener}
admin: {{ address: "127.0.0.1:{admin}" }}
keys:
  - {{ value: "{key}" }}
authorization_servers:
  custom:
    issuer: {org}/oauth2/default
    client_id: {CONFIDENTIAL}
    backchannel_logout: true
    client_secret: {{ value: "{SECRET}" }}
    scopes: [openid, profile, email, groups, offline_access]
    audience: api://default
  org:
    issuer: {org}
    client_id: {PUBLIC}
    backchannel_logout: true
    scopes: [openid, profile, email, groups, offline_access]
  everything:
    issuer: {org}
    client_id: {EVERYTHING}
    backchannel_logout: true
    client_secret: {{ value: "{SECRET}" }}
    scopes: [openid, profile, email, groups, offline_access]
    device_fingerprint: true
sessions: {{ store: memory, idle_timeout: 30m, lifetime: 12h }}
sites:
  - host: localhost
    name: Field notes
    public_url: http://localhost:{listener}
    authorization_server: custom
    routes:
      - {{ path: /, upstream: "{upstream}" }}
      - {{ path: /public, upstream: "{upstream}", access: public }}
      - {{ path: /echo/sealed, upstream: "{upstream}", acr: phr }}
      - path: /echo/reports
        upstream: "{upstream}"
        credentials: [session, bearer]
        bearer: {{ client_ids: [{REPORTS}], scopes: [reports.read] }}
  - host: 127.0.0.1
    name: Field notes, public client
    public_url: http://127.0.0.1:{listener}
    authorization_server: org
    routes:
      - {{ path: /, upstream: "{upstream}" }}
      - {{ path: /public, upstream: "{upstream}", access: public }}
  - host: app.localhost
    name: Field notes, everything
    public_url: http://app.localhost:{listener}
    authorization_server: everything
    routes:
      - {{ path: /, upstream: "{upstream}" }}
      - {{ path: /public, upstream: "{upstream}", access: public }}
"#
        )
    }

    fn register_site(&self, client_id: &str, public_url: &str) {
        self.org.register_redirect_uri(client_id, &format!("{public_url}/.gatehouse/callback"));
        self.org.register_post_logout_redirect_uri(client_id, &format!("{public_url}/.gatehouse/signed-out"));
        self.org.register_backchannel_logout_uri(client_id, &format!("{public_url}/.gatehouse/backchannel-logout"));
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        for server in &self.servers {
            server.abort();
        }
    }
}

async fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), DemoError> {
    if !address.ip().is_loopback() {
        return Err(DemoError::NotLoopback(address));
    }
    let failed = |source| DemoError::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let bound = listener.local_addr().map_err(failed)?;
    Ok((listener, bound))
}

fn serve(listener: TcpListener, router: axum::Router) -> JoinHandle<()> {
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "A server of the demo stopped");
        }
    })
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[tokio::test]
    async fn the_demo_is_ready_well_within_a_second() {
        let before = Instant::now();

        let demo = Demo::start(Options::default()).await.expect("it starts");

        assert!(before.elapsed() < Duration::from_secs(5), "even while the machine is busy");
        for address in [demo.org_address(), demo.application_address()] {
            tokio::net::TcpStream::connect(address).await.expect("somebody listens");
        }
    }

    #[tokio::test]
    async fn refuses_to_listen_where_others_could_read_the_codes() {
        let org = SocketAddr::from(([0, 0, 0, 0], 0));

        let refused = Demo::start(Options { org, ..Options::default() }).await;

        assert!(matches!(refused, Err(DemoError::NotLoopback(address)) if address == org));
    }

    #[tokio::test]
    async fn an_occupied_port_is_named() {
        let demo = Demo::start(Options::default()).await.expect("it starts");

        let refused = Demo::start(Options { org: demo.org_address(), ..Options::default() }).await;

        let error = refused.expect_err("the port is taken");
        assert_eq!(error.to_string(), format!("cannot listen on {}", demo.org_address()));
    }

    #[tokio::test]
    async fn the_configuration_has_all_sites_and_their_redirect_uris_are_registered() {
        let demo = Demo::start(Options::default()).await.expect("it starts");

        let yaml = demo.configuration(GatewayPorts { listener: 8080, admin: 9180 });

        assert!(yaml.contains("public_url: http://localhost:8080\n"));
        assert!(yaml.contains("public_url: http://127.0.0.1:8080\n"));
        assert!(yaml.contains("public_url: http://app.localhost:8080\n"));
        assert!(yaml.contains(&format!("issuer: {}/oauth2/default\n", demo.org_url())));
        let registered =
            |id: &str, uri: &str| demo.org().client(id).is_some_and(|client| client.redirect_uris.contains(uri));
        assert!(registered(CONFIDENTIAL, "http://localhost:8080/.gatehouse/callback"));
        assert!(registered(PUBLIC, "http://127.0.0.1:8080/.gatehouse/callback"));
        assert!(registered(EVERYTHING, "http://app.localhost:8080/.gatehouse/callback"));
    }
}
