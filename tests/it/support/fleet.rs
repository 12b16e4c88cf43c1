//! Several gateways as processes of their own, one Redis between them, and a balancer in front.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use gatehouse::demo::{Demo, GatewayPorts, Options, Org};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::browser::{Browser, Page};
use super::house::CUSTOM;
use super::people::person;
use super::process::{GatewayProcess, free_address};
use super::redis_server::RedisServer;

/// Everything a test of several processes needs; all of it ends with this value.
pub(crate) struct Fleet {
    pub(crate) demo: Demo,
    pub(crate) redis: RedisServer,
    pub(crate) gateways: Vec<Replica>,
    balancer: Balancer,
    configuration: String,
    folder: tempfile::TempDir,
}

/// One gateway.
pub(crate) struct Replica {
    process: GatewayProcess,
    pub(crate) address: SocketAddr,
    /// Where operators ask it.
    pub(crate) admin: SocketAddr,
    number: usize,
}

impl Fleet {
    /// That many gateways over one Redis that survives crashes; `None` where there is no Redis to be had.
    pub(crate) async fn of(count: usize) -> Option<Self> {
        Self::configured(count, |yaml| yaml).await
    }

    /// The same with another configuration.
    pub(crate) async fn configured(count: usize, change: impl Fn(String) -> String) -> Option<Self> {
        gatehouse::tls::install_provider();
        let folder = tempfile::tempdir().expect("a folder");
        let redis = RedisServer::start_in(folder.path()).await?;
        let demo = Demo::start(Options::default()).await.expect("the demo starts");
        let balancer = Balancer::start().await;
        let yaml = demo.configuration(GatewayPorts { listener: balancer.address.port(), admin: 0 });
        let store = format!(
            "sessions: {{ store: redis, redis: {{ address: \"127.0.0.1:{}\" }}, idle_timeout: 30m, lifetime: 12h }}",
            redis.port
        );
        let configuration =
            change(yaml.replace("sessions: { store: memory, idle_timeout: 30m, lifetime: 12h }", &store));
        assert!(configuration.contains("store: redis"), "{configuration}");
        let mut fleet = Self { demo, redis, gateways: Vec::new(), balancer, configuration, folder };
        for _ in 0..count {
            fleet.start_another().await;
        }
        Some(fleet)
    }

    pub(crate) fn org(&self) -> &Org {
        self.demo.org()
    }

    /// An address at the first site, behind the balancer.
    pub(crate) fn url(&self, target: &str) -> String {
        format!("http://localhost:{}{target}", self.balancer.address.port())
    }

    /// How often tokens were asked for.
    pub(crate) fn token_calls(&self) -> usize {
        self.org().calls(&format!("{CUSTOM}/token"))
    }

    /// One more gateway, in the balancer's list as soon as it is ready.
    pub(crate) async fn start_another(&mut self) {
        let number = self.gateways.len();
        let replica = self.spawn(number, &self.configuration).await;
        self.gateways.push(replica);
        self.tell_balancer();
    }

    /// Takes a gateway away as a crash does.
    pub(crate) fn kill(&mut self, number: usize) {
        self.gateways[number].process.kill();
        self.tell_balancer();
    }

    /// Another gateway in the place of one that runs or was killed, with that change of its configuration.
    pub(crate) async fn replace(&mut self, number: usize, change: impl Fn(&str) -> String) {
        self.gateways[number].process.kill();
        self.tell_balancer();
        self.gateways[number] = self.spawn(number, &change(&self.configuration)).await;
        self.tell_balancer();
    }

    /// The one key that all gateways have at first.
    pub(crate) fn key(&self) -> String {
        let (_, rest) = self.configuration.split_once("keys:\n  - ").expect("keys");
        rest.split_once('\n').expect("lines").0.to_owned()
    }

    /// Sends requests to that gateway only, or to all in turn.
    pub(crate) fn only(&self, number: Option<usize>) {
        let running = self.gateways.iter().filter(|replica| number.is_none_or(|number| number == replica.number));
        self.balancer.lead_to(running.map(|replica| replica.address).collect());
    }

    fn tell_balancer(&mut self) {
        let running = self.gateways.iter_mut().filter_map(|replica| replica.process.runs().then_some(replica.address));
        let running = running.collect();
        self.balancer.lead_to(running);
    }

    async fn spawn(&self, number: usize, configuration: &str) -> Replica {
        let (listener, admin) = (free_address(), free_address());
        let balancer = format!("  - address: 127.0.0.1:{}", self.balancer.address.port());
        let own = format!("  - address: {listener}");
        assert!(configuration.contains(&balancer));
        let file = self.folder.path().join(format!("gateway-{number}.yaml"));
        let configuration = configuration.replace(&balancer, &own).replace("127.0.0.1:0\"", &format!("{admin}\""));
        assert!(configuration.contains(&admin.to_string()));
        std::fs::write(&file, configuration).expect("written");
        let process = GatewayProcess::start(&file, listener, "info").await;
        Replica { process, address: listener, admin, number }
    }

    /// Ada signs in with name and password and reaches the address.
    pub(crate) async fn sign_in(&self, browser: &mut Browser, target: &str) -> Page {
        let page = self.password_page(browser, target).await;
        let form = page.form_with("credentials.passcode");
        let page = browser.submit(&page, &form, &[("credentials.passcode", person("ada").password)]).await;
        assert_eq!((page.url.as_str(), page.status), (self.url(target).as_str(), 200), "{}", page.body);
        page
    }

    /// Ada has told her name and is asked for her password.
    pub(crate) async fn password_page(&self, browser: &mut Browser, target: &str) -> Page {
        let page = self.patiently(browser, target).await;
        let form = page.form_with("identifier");
        browser.submit(&page, &form, &[("identifier", person("ada").login)]).await
    }

    /// A gateway that has just started may not have found its Redis yet.
    async fn patiently(&self, browser: &mut Browser, target: &str) -> Page {
        for _ in 0..50 {
            let page = browser.open(&self.url(target)).await;
            if page.status != 503 {
                return page;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the gateways do not find their Redis");
    }

    /// Waits until every gateway answers somebody with these cookies so; what one of them did, the others hear of within a moment.
    pub(crate) async fn until_each_says(&self, status: u16, browser: &Browser, target: &str) {
        let all = vec![status; self.gateways.len()];
        for _ in 0..100 {
            if self.asked_each(browser, target).await == all {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("not every gateway says {status}");
    }

    /// What every gateway says of itself to somebody with these cookies, in order of their numbers.
    pub(crate) async fn asked_each(&self, browser: &Browser, target: &str) -> Vec<u16> {
        let mut statuses = Vec::new();
        for number in 0..self.gateways.len() {
            self.only(Some(number));
            statuses.push(browser.clone().look(&self.url(target)).await.status);
        }
        self.only(None);
        statuses
    }
}

/// Leads each connection to the next gateway.
struct Balancer {
    address: SocketAddr,
    behind: Arc<Mutex<Vec<SocketAddr>>>,
    task: JoinHandle<()>,
}

impl Balancer {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("bound");
        let behind = Arc::new(Mutex::new(Vec::new()));
        let task = tokio::spawn(balance(listener, Arc::clone(&behind)));
        Self { address, behind, task }
    }

    fn lead_to(&self, addresses: Vec<SocketAddr>) {
        *self.behind.lock().expect("unpoisoned") = addresses;
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn balance(listener: TcpListener, behind: Arc<Mutex<Vec<SocketAddr>>>) {
    let turn = AtomicUsize::new(0);
    while let Ok((mut from, _)) = listener.accept().await {
        let next = {
            let behind = behind.lock().expect("unpoisoned");
            let turn = turn.fetch_add(1, Ordering::Relaxed);
            (!behind.is_empty()).then(|| behind[turn % behind.len()])
        };
        let Some(next) = next else { continue };
        tokio::spawn(async move {
            if let Ok(mut to) = TcpStream::connect(next).await {
                let _ = copy_bidirectional(&mut from, &mut to).await;
            }
        });
    }
}
