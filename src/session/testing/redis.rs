//! Stores and a real server of theirs.

use std::time::Duration;

use super::super::store::SessionStore;
use super::ROOM;
use crate::config::{Redis, RedisAddress, RedisTopology};

#[path = "../../../tests/it/support/redis_server.rs"]
mod redis_server;

pub(crate) use redis_server::{RedisServer, free_port};

/// How a store reaches it.
pub(crate) fn settings(server: &RedisServer) -> Redis {
    Redis {
        topology: RedisTopology::Standalone(RedisAddress { host: "127.0.0.1".to_owned(), port: server.port }),
        tls: None,
        username: None,
        password: None,
        database: 0,
        key_prefix: "gatehouse:".to_owned(),
        outage_grace: Duration::from_secs(300),
        room: ROOM,
    }
}

/// Waits until a store has found its server.
pub(crate) async fn until_connected(store: &dyn SessionStore) {
    let mark = super::place().finished_mark("are you there?");
    for _ in 0..500 {
        if store.marks().was_finished(mark).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the store did not find its server");
}
