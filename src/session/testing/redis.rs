//! A real Redis or Valkey on a private port, for one test.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::super::store::SessionStore;
use super::ROOM;
use crate::config::{Redis, RedisAddress, RedisTopology};

/// Servers that speak the protocol, the first one that is installed is taken.
const PROGRAMS: [&str; 2] = ["valkey-server", "redis-server"];

/// The server; it is gone with this value.
pub(crate) struct RedisServer {
    child: Child,
    program: &'static str,
    port: u16,
}

impl RedisServer {
    /// A server that keeps nothing on disk.
    ///
    /// `None` when none is installed, which `REDIS_REQUIRED` makes a failure: the test script installs one and says so.
    pub(crate) async fn start() -> Option<Self> {
        let port = free_port();
        let started = PROGRAMS.iter().find_map(|program| Some((*program, spawn(program, port)?)));
        let Some((program, child)) = started else {
            assert!(std::env::var_os("REDIS_REQUIRED").is_none(), "no redis-server and no valkey-server is installed");
            return None;
        };
        let server = Self { child, program, port };
        server.until_it_listens().await;
        Some(server)
    }

    /// How a store reaches it.
    pub(crate) fn settings(&self) -> Redis {
        Redis {
            topology: RedisTopology::Standalone(RedisAddress { host: "127.0.0.1".to_owned(), port: self.port }),
            tls: None,
            username: None,
            password: None,
            database: 0,
            key_prefix: "gatehouse:".to_owned(),
            outage_grace: Duration::from_secs(300),
            room: ROOM,
        }
    }

    /// Takes it away as a crash does.
    pub(crate) fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
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

    /// Another one at the same address, with nothing in it.
    pub(crate) async fn start_again(&mut self) {
        self.child = spawn(self.program, self.port).expect("it started before");
        self.until_it_listens().await;
    }

    /// Waits until a store has found it.
    pub(crate) async fn until_connected(&self, store: &dyn SessionStore) {
        let mark = super::place().finished_mark("are you there?");
        for _ in 0..500 {
            if store.was_finished(mark).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the store did not find its server");
    }

    async fn until_it_listens(&self) {
        for _ in 0..500 {
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

fn spawn(program: &str, port: u16) -> Option<Child> {
    Command::new(program)
        .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("bound").port()
}
