//! A real Redis or Valkey on a private port, for one test.
//!
//! Taken in by the tests of the sessions' own room as well: it knows nothing of the gateway.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Servers that speak the protocol; the first one that is installed is taken.
const PROGRAMS: [&str; 2] = ["valkey-server", "redis-server"];

/// The server; it is gone with this value.
pub(crate) struct RedisServer {
    child: Child,
    program: &'static str,
    arguments: Vec<String>,
    pub(crate) port: u16,
}

impl RedisServer {
    /// A server that keeps nothing on disk.
    ///
    /// `None` when none is installed, which `REDIS_REQUIRED` makes a failure: the test script installs one and says so.
    #[allow(dead_code, reason = "not both who take this file in need each kind of server")]
    pub(crate) async fn start() -> Option<Self> {
        Self::start_with(&["--save", "", "--appendonly", "no"]).await
    }

    /// A server that has everything on disk before it answers, in that folder: it may crash.
    #[allow(dead_code, reason = "not both who take this file in need each kind of server")]
    #[allow(dead_code, reason = "not both who take this file in have a server that crashes")]
    pub(crate) async fn start_in(folder: &Path) -> Option<Self> {
        let folder = folder.to_str().expect("a path of a test");
        Self::start_with(&["--save", "", "--appendonly", "yes", "--appendfsync", "always", "--dir", folder]).await
    }

    /// A server with settings of its own, beside the port and the address.
    pub(crate) async fn start_with(settings: &[&str]) -> Option<Self> {
        Self::start_at(free_port(), settings).await
    }

    /// The same, on that port.
    pub(crate) async fn start_at(port: u16, settings: &[&str]) -> Option<Self> {
        let mut arguments = vec!["--port".to_owned(), port.to_string(), "--bind".to_owned(), "127.0.0.1".to_owned()];
        arguments.extend(settings.iter().map(|setting| (*setting).to_owned()));
        let started = PROGRAMS.iter().find_map(|program| Some((*program, spawn(program, &arguments)?)));
        let Some((program, child)) = started else {
            assert!(std::env::var_os("REDIS_REQUIRED").is_none(), "no redis-server and no valkey-server is installed");
            return None;
        };
        let server = Self { child, program, arguments, port };
        server.until_it_listens().await;
        Some(server)
    }

    /// A sentinel of that configuration, which it writes into.
    #[allow(dead_code, reason = "not both who take this file in need each kind of server")]
    pub(crate) async fn sentinel(configuration: &Path, port: u16) -> Self {
        let arguments = vec![configuration.to_str().expect("a path of a test").to_owned(), "--sentinel".to_owned()];
        let started = PROGRAMS.iter().find_map(|program| Some((*program, spawn(program, &arguments)?)));
        let (program, child) = started.expect("a server of the same program was started before");
        let server = Self { child, program, arguments, port };
        server.until_it_listens().await;
        server
    }

    /// Takes it away as a crash does.
    pub(crate) fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Another one at the same address, with what the last one had on disk.
    pub(crate) async fn start_again(&mut self) {
        self.child = spawn(self.program, &self.arguments).expect("it started before");
        self.until_it_listens().await;
    }

    /// It goes on to be there and answers nobody, as behind a cable that was pulled.
    pub(crate) fn pause(&self) {
        self.signal("-STOP");
    }

    /// It goes on where it was.
    pub(crate) fn resume(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, signal: &str) {
        let outcome = Command::new("kill").args([signal, &self.child.id().to_string()]).status();
        assert!(outcome.is_ok_and(|status| status.success()), "kill {signal}");
    }

    async fn until_it_listens(&self) {
        for _ in 0..1000 {
            if tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{} does not listen", self.program);
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        self.stop();
    }
}

fn spawn(program: &str, arguments: &[String]) -> Option<Child> {
    Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}

/// A port that is free now.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("bound").port()
}
