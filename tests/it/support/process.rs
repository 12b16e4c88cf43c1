//! A gateway as a process of its own: it can be killed, and the system says what it takes.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tokio::net::TcpStream;

/// The process; it is gone with this value.
pub(crate) struct GatewayProcess {
    child: Child,
}

impl GatewayProcess {
    /// Serves that configuration; its listener is bound when this returns. What it logs, from `level` on, lies beside the file.
    pub(crate) async fn start(configuration: &Path, listener: SocketAddr, level: &str) -> Self {
        let log_file = configuration.with_extension("log");
        let log = std::fs::File::create(&log_file).expect("a log");
        let mut child = Command::new(env!("CARGO_BIN_EXE_gatehouse"))
            .args(["serve", "--log", level, "--config"])
            .arg(configuration)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("it starts");
        for _ in 0..1000 {
            if TcpStream::connect(listener).await.is_ok() {
                return Self { child };
            }
            if child.try_wait().is_ok_and(|ended| ended.is_some()) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("it does not listen: {}", std::fs::read_to_string(log_file).unwrap_or_default());
    }

    /// Takes it away as a crash does.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|ended| ended.is_none())
    }

    /// How much of the machine's memory it holds, in bytes; `None` where the system does not say so.
    pub(crate) fn resident(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kibibytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
        Some(kibibytes * 1024)
    }
}

impl Drop for GatewayProcess {
    fn drop(&mut self) {
        self.kill();
    }
}

/// An address of this machine that is free now.
pub(crate) fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port")
}
