//! The store over each way there is to reach a server: TLS, sentinels, a cluster, and one that asks for a password.

use std::fs;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use super::super::testing::redis::{RedisServer, free_port, settings, until_connected};
use super::super::testing::{HOUR, home, tokens};
use super::super::{SessionStore, Sessions};
use super::RedisStore;
use crate::clock::Clock;
use crate::config::{Redis, RedisAddress, RedisTls, RedisTopology};
use crate::cookies::SessionCookies;
use crate::person::PersonContext;
use crate::secret::Secret;

/// Signs in at one replica and out at another, and waits until the first has heard of it.
async fn sessions_are_shared(settings: &Redis) {
    let clock = Clock::system();
    let home = home(&clock);
    let replica = async || {
        let store = RedisStore::connect(settings, HOUR, clock.clone());
        until_connected(&store).await;
        Sessions::kept_in(Box::new(store), clock.clone())
    };
    let (here, there) = (replica().await, replica().await);
    let nobody = PersonContext::nobody();
    let (cookie, session) = here.create(&home, tokens(clock.now().plus(HOUR)), &nobody).await.expect("kept");
    let cookies = SessionCookies::alone(cookie.expose());

    let found = there.find(&home, &cookies, None).await.expect("asked");
    let ended = there.end(&home, &cookies, &nobody).await.expect("asked");

    assert!(found.is_some() && ended.is_some());
    for _ in 0..500 {
        if session.has_ended() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the first replica was not told");
}

fn local(port: u16) -> RedisAddress {
    RedisAddress { host: "127.0.0.1".to_owned(), port }
}

#[tokio::test]
async fn a_server_that_asks_for_a_password() {
    let Some(server) = RedisServer::start_with(&["--save", "", "--requirepass", "open sesame"]).await else { return };
    let with_password = Redis { password: Some(Secret::new("open sesame")), ..settings(&server) };
    let with_another = Redis { password: Some(Secret::new("open barley")), ..settings(&server) };

    sessions_are_shared(&with_password).await;
    let store = RedisStore::connect(&with_another, HOUR, Clock::system());
    tokio::time::sleep(Duration::from_millis(500)).await;

    let trouble = store.trouble().expect("says so");
    assert!(!trouble.contains("barley"), "{trouble}");
}

#[tokio::test]
async fn a_server_behind_tls_with_an_authority_of_ones_own_and_certificates_on_both_sides() {
    crate::tls::install_provider();
    let folder = tempfile::tempdir().expect("a folder");
    let certified = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
    let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    fs::write(&certificate, certified.cert.pem()).expect("written");
    fs::write(&key, certified.signing_key.serialize_pem()).expect("written");
    let (certificate, key) = (certificate.to_str().expect("text"), key.to_str().expect("text"));
    let port = free_port();
    let tls_port = port.to_string();
    let arguments = [
        "--save",
        "",
        "--tls-port",
        &tls_port,
        "--tls-cert-file",
        certificate,
        "--tls-key-file",
        key,
        "--tls-ca-cert-file",
        certificate,
    ];
    let Some(server) = RedisServer::start_with(&arguments).await else { return };
    let pem = certified.cert.pem().into_bytes();
    let client = Some((pem.clone(), Secret::new(certified.signing_key.serialize_pem())));
    let encrypted =
        |tls: RedisTls| Redis { topology: RedisTopology::Standalone(local(port)), tls: Some(tls), ..settings(&server) };

    sessions_are_shared(&encrypted(RedisTls { authorities: Some(pem), client: client.clone() })).await;
    // The machine's own roots do not vouch for it.
    let store = RedisStore::connect(&encrypted(RedisTls { authorities: None, client }), HOUR, Clock::system());
    tokio::time::sleep(Duration::from_millis(500)).await;

    assert!(store.trouble().is_some());
}

#[tokio::test]
async fn the_master_that_sentinels_name_and_the_next_one_when_it_is_gone() {
    let Some(mut master) = RedisServer::start_with(&["--save", ""]).await else { return };
    let (host, port) = ("127.0.0.1", master.port.to_string());
    let replica =
        RedisServer::start_with(&["--save", "", "--replicaof", &format!("{host} {port}")]).await.expect("started");
    let folder = tempfile::tempdir().expect("a folder");
    let sentinel_port = free_port();
    let configuration = folder.path().join("sentinel.conf");
    let text = format!(
        "port {sentinel_port}\nbind 127.0.0.1\nsentinel monitor house {host} {port} 1\nsentinel down-after-milliseconds house 500\n\
         sentinel failover-timeout house 2000\n"
    );
    fs::write(&configuration, text).expect("written");
    let sentinel = RedisServer::sentinel(&configuration, sentinel_port).await;
    let by_sentinel = Redis {
        topology: RedisTopology::Sentinel {
            addresses: vec![local(sentinel_port)],
            master: "house".to_owned(),
            username: None,
            password: None,
        },
        ..settings(&master)
    };
    // It has to find the replica before it can promote it.
    tokio::time::sleep(Duration::from_secs(2)).await;

    sessions_are_shared(&by_sentinel).await;
    let store: Arc<dyn SessionStore> = Arc::new(RedisStore::connect(&by_sentinel, HOUR, Clock::system()));
    until_connected(&*store).await;
    master.stop();
    tokio::time::sleep(Duration::from_secs(1)).await;
    for _ in 0..300 {
        if store
            .marks()
            .finish_once(super::super::testing::place().finished_mark("x"), Clock::system().now().plus(HOUR))
            .await
            .is_ok()
        {
            drop((sentinel, replica));
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the promoted server was not found");
}

#[tokio::test]
async fn a_cluster_whose_nodes_all_report_changes() {
    let folders: Vec<_> = (0..3).map(|_| tempfile::tempdir().expect("a folder")).collect();
    let mut nodes = Vec::new();
    for folder in &folders {
        let folder = folder.path().to_str().expect("text");
        // The bus of a node listens ten thousand ports above.
        let port = loop {
            let port = free_port();
            if port < 55_000 {
                break port;
            }
        };
        let arguments = ["--save", "", "--cluster-enabled", "yes", "--dir", folder];
        let Some(node) = RedisServer::start_at(port, &arguments).await else { return };
        nodes.push(node);
    }
    let addresses: Vec<String> = nodes.iter().map(|node| format!("127.0.0.1:{}", node.port)).collect();
    let created =
        Command::new("redis-cli").args(["--cluster", "create"]).args(&addresses).arg("--cluster-yes").output();
    assert!(created.is_ok_and(|output| output.status.success()), "no cluster was made");
    let cluster = Redis {
        topology: RedisTopology::Cluster(nodes.iter().map(|node| local(node.port)).collect()),
        ..settings(&nodes[0])
    };

    // Names are spread over the nodes: ten sessions touch all of them.
    for _ in 0..10 {
        sessions_are_shared(&cluster).await;
    }
}
