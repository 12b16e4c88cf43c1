//! A whole house: the emulated org, the sample application, and the gateway in front of two sites.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use gatehouse::clock::Clock;
use gatehouse::config;
use gatehouse::demo::application::Reached;
use gatehouse::demo::{Demo, GatewayPorts, Options, Org};
use gatehouse::endpoints::Endpoints;
use gatehouse::http_client::HttpClient;
use gatehouse::proxy::{Gateway, StartError};
use gatehouse::telemetry::metrics::Metrics;

use super::browser::{Browser, Page};

/// Where the custom authorization server of the demo answers.
pub(crate) const CUSTOM: &str = "/oauth2/default/v1";
/// Where the org's own answers.
pub(crate) const ORG: &str = "/oauth2/v1";

/// How long something may take that happens in the background.
const PATIENCE: Duration = Duration::from_secs(5);
const PORTS_TRIED: usize = 100;

/// The addresses of both sites contain the gateway's port, so it is chosen before the gateway has it; below the range from
/// which the system takes ports by itself, nobody else is likely to.
static NEXT_PORT: AtomicU16 = AtomicU16::new(0);

/// A running house; everything in it ends with this value.
pub(crate) struct House {
    pub(crate) demo: Demo,
    gateway: Gateway,
    clock: Clock,
    port: u16,
}

impl AsRef<Demo> for House {
    fn as_ref(&self) -> &Demo {
        &self.demo
    }
}

impl House {
    /// The house as `gatehouse demo` builds it.
    pub(crate) async fn open() -> Self {
        Self::configured(|yaml| yaml).await
    }

    /// The house in which nobody is sent away for being idle.
    pub(crate) async fn patient() -> Self {
        Self::configured(|yaml| yaml.replace("idle_timeout: 30m", "idle_timeout: 12h")).await
    }

    /// The house with another configuration; `change` gets the usual one.
    pub(crate) async fn configured(change: impl Fn(String) -> String) -> Self {
        Self::with(Demo::start(Options::default()).await.expect("the demo starts"), change, false)
    }

    /// A house around that demo; a watchful one asks its authorization servers by itself, as in production.
    pub(crate) fn with(demo: Demo, change: impl Fn(String) -> String, watchful: bool) -> Self {
        gatehouse::tls::install_provider();
        for _ in 0..PORTS_TRIED {
            let port = next_port();
            let clock = Clock::adjustable();
            let yaml = change(demo.configuration(GatewayPorts { listener: port, admin: 0 }));
            let config = config::parse(&yaml, Path::new("house.yaml"), &|_| None);
            let config = config.unwrap_or_else(|faults| panic!("{faults}"));
            let http = HttpClient::new().expect("a client");
            let endpoints = Endpoints::new(&config, clock.clone(), &http).expect("endpoints");
            match Gateway::start(&config, endpoints.clone(), &Metrics::new(), clock.clone()) {
                Ok(gateway) => {
                    if watchful {
                        endpoints.watch_authorization_servers();
                    }
                    return Self { demo, gateway, clock, port };
                }
                Err(StartError::Bind { .. }) => {}
                Err(error) => panic!("the gateway does not start: {error}"),
            }
        }
        panic!("no port is free");
    }

    /// The house without its org and application, and these: whoever holds them decides when they end.
    pub(crate) fn without_demo(self) -> (Empty, Demo) {
        let Self { demo, gateway, clock, port } = self;
        (Empty { gateway, clock, port }, demo)
    }

    /// An address at the first site: a confidential client of a custom authorization server, which asks for the name first.
    pub(crate) fn first(&self, target: &str) -> String {
        format!("http://localhost:{}{target}", self.port)
    }

    /// An address at the second site: a public client of the org's own server, which asks for name and password at once.
    pub(crate) fn second(&self, target: &str) -> String {
        format!("http://127.0.0.1:{}{target}", self.port)
    }

    /// An address at the third site, whose first page offers everything that goes together.
    pub(crate) fn third(&self, target: &str) -> String {
        format!("http://app.localhost:{}{target}", self.port)
    }

    pub(crate) fn org(&self) -> &Org {
        self.demo.org()
    }

    /// Lets time pass, for the gateway and for the org.
    pub(crate) fn pass(&self, time: Duration) {
        self.clock.advance(time);
        self.org().advance(time);
    }

    /// Lets time pass for the gateway alone.
    pub(crate) fn pass_at_gateway(&self, time: Duration) {
        self.clock.advance(time);
    }

    /// What reached the application under that path, oldest first.
    pub(crate) fn reached(&self, path: &str) -> Vec<Reached> {
        let requests = self.demo.application().requests().into_iter();
        requests.filter(|request| request.target.split('?').next() == Some(path)).collect()
    }

    /// The newest request that reached the application under that path.
    pub(crate) fn last_reached(&self, path: &str) -> Reached {
        self.reached(path).pop().unwrap_or_else(|| panic!("nothing reached {path}"))
    }

    /// The access token with which the newest request reached the application under that path.
    pub(crate) fn access_token(&self, path: &str) -> String {
        let reached = self.last_reached(path);
        let lines = reached.header("authorization");
        let [line] = lines[..] else { panic!("not one Authorization: {lines:?}") };
        line.strip_prefix("Bearer ").expect("a bearer token").to_owned()
    }

    /// What an authorization server at that path knows about the person whose access token this is; nothing when it is not
    /// (or no longer) one of its own.
    pub(crate) async fn userinfo(&self, server: &str, access_token: &str) -> Option<serde_json::Value> {
        let url = format!("{}{server}/userinfo", self.demo.org_url());
        let bearer = format!("Bearer {access_token}");
        let answer = Browser::new().say("GET", &url, &[("Authorization", &bearer)], "").await;
        (answer.status == 200).then(|| serde_json::from_str(&answer.body).expect("JSON"))
    }

    /// How often people have begun to sign in, at either authorization server.
    pub(crate) fn interactions(&self) -> usize {
        self.org().calls(&format!("{CUSTOM}/interact")) + self.org().calls(&format!("{ORG}/interact"))
    }

    /// How often tokens were asked for.
    pub(crate) fn token_calls(&self) -> usize {
        self.org().calls(&format!("{CUSTOM}/token")) + self.org().calls(&format!("{ORG}/token"))
    }

    /// An address in the machine room.
    pub(crate) fn admin(&self, target: &str) -> String {
        let admin: SocketAddr = self.gateway.admin_address().expect("an admin listener");
        format!("http://{admin}{target}")
    }

    /// Shuts the gateway down and starts another one at the same address, as a restart of the process does.
    pub(crate) async fn restarted(self, change: impl Fn(String) -> String) -> Self {
        let Self { demo, gateway, clock, port } = self;
        assert!(gateway.shutdown(PATIENCE).await, "it did not finish");
        let yaml = change(demo.configuration(GatewayPorts { listener: port, admin: 0 }));
        let config = config::parse(&yaml, Path::new("house.yaml"), &|_| None);
        let config = config.unwrap_or_else(|faults| panic!("{faults}"));
        let http = HttpClient::new().expect("a client");
        let endpoints = Endpoints::new(&config, clock.clone(), &http).expect("endpoints");
        let gateway =
            Gateway::start(&config, endpoints, &Metrics::new(), clock.clone()).expect("the port is free again");
        Self { demo, gateway, clock, port }
    }

    /// What the machine room says.
    pub(crate) async fn readiness(&self) -> Page {
        readiness(&self.gateway).await
    }
}

/// A house whose org and application are not there.
pub(crate) struct Empty {
    gateway: Gateway,
    clock: Clock,
    port: u16,
}

impl Empty {
    /// As [`House::first`].
    pub(crate) fn first(&self, target: &str) -> String {
        format!("http://localhost:{}{target}", self.port)
    }

    /// As [`House::readiness`].
    pub(crate) async fn readiness(&self) -> Page {
        readiness(&self.gateway).await
    }

    /// Org and application have come.
    pub(crate) fn with_demo(self, demo: Demo) -> House {
        let Self { gateway, clock, port } = self;
        demo.configuration(GatewayPorts { listener: port, admin: 0 });
        House { demo, gateway, clock, port }
    }
}

async fn readiness(gateway: &Gateway) -> Page {
    let admin: SocketAddr = gateway.admin_address().expect("an admin listener");
    Browser::new().look(&format!("http://{admin}/readyz")).await
}

/// Waits until something in the background has come about.
pub(crate) async fn eventually(what: &str, mut come_about: impl FnMut() -> bool) {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    while !come_about() {
        assert!(tokio::time::Instant::now() < deadline, "it never came about that {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn next_port() -> u16 {
    const FIRST: u16 = 10_000;
    const COUNT: u16 = 20_000;
    let of_this_process = u16::try_from(std::process::id() % u32::from(COUNT)).expect("it is below the count");
    let step = NEXT_PORT.fetch_add(1, Ordering::Relaxed);
    FIRST + (of_this_process + step) % COUNT
}
