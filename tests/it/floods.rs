//! Crowds: what they take of one gateway, as a process of its own, and that nobody who belongs there is pushed out by them.

mod sign_ins;
mod strangers;

use std::net::SocketAddr;

use gatehouse::demo::{Demo, GatewayPorts, Options};

use crate::support::process::{GatewayProcess, free_address};

const MEBIBYTE: u64 = 1 << 20;

/// One gateway as a process, with the demo around it.
struct Gate {
    demo: Demo,
    process: GatewayProcess,
    address: SocketAddr,
    _folder: tempfile::TempDir,
}

impl Gate {
    /// The gateway with that change of its configuration, behind a front on this machine that says from which address people come.
    async fn open(change: impl Fn(String) -> String) -> Self {
        gatehouse::tls::install_provider();
        let demo = Demo::start(Options::default()).await.expect("the demo starts");
        let (address, plain) = (free_address(), free_address());
        let folder = tempfile::tempdir().expect("a folder");
        let yaml = demo.configuration(GatewayPorts { listener: address.port(), admin: 0 });
        // Sites of plain HTTP need a plain listener; everybody comes by the other one.
        let listeners = format!("    tls_terminated_by: [127.0.0.0/8]\n  - address: {plain}\nadmin:");
        let yaml = yaml.replacen("admin:", &listeners, 1);
        let file = folder.path().join("gatehouse.yaml");
        std::fs::write(&file, change(yaml)).expect("written");
        // A line for each of a hundred thousand requests takes longer than they do.
        let process = GatewayProcess::start(&file, address, "error").await;
        Self { demo, process, address, _folder: folder }
    }

    /// An address at the first site.
    fn url(&self, target: &str) -> String {
        format!("http://localhost:{}{target}", self.address.port())
    }

    fn resident(&self) -> u64 {
        self.process.resident().expect("a system with /proc")
    }
}

impl AsRef<Demo> for Gate {
    fn as_ref(&self) -> &Demo {
        &self.demo
    }
}
