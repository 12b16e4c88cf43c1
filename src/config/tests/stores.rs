//! Where sessions are kept: what can be said about it, and what cannot.

use std::fs;
use std::time::Duration;

use super::{accepted, complaint, with};
use crate::config::{CookieLimit, RedisTopology, Room, Store};

fn sessions(section: &str) -> String {
    with("sites:", &format!("sessions: {section}\nsites:"))
}

fn store(section: &str) -> Store {
    accepted(&sessions(section)).sessions.store
}

#[test]
fn a_process_holds_as_many_sessions_as_it_is_told() {
    let Store::Memory(memory) = store("{ max_sessions: 5000, max_megabytes: 64, snapshot: sessions.sealed }") else {
        panic!("in memory")
    };

    assert_eq!(memory.room, Room { sessions: 5_000, bytes: 64 * 1024 * 1024 });
    assert!(memory.snapshot.expect("a file").ends_with("sessions.sealed"));
}

#[test]
fn redis_is_one_server_or_sentinels_or_a_cluster() {
    let topology = |section: &str| match store(&format!("{{ store: redis, redis: {section} }}")) {
        Store::Redis(redis) => redis.topology,
        _ => panic!("in redis"),
    };
    let text = |host: &str, port: u16| format!("{host}:{port}");

    let RedisTopology::Standalone(one) = topology("{ address: redis.internal }") else { panic!("one") };
    assert_eq!(text(&one.host, one.port), "redis.internal:6379");
    let RedisTopology::Standalone(one) = topology("{ address: \"[::1]:7000\" }") else { panic!("one") };
    assert_eq!(text(&one.host, one.port), "::1:7000");
    let section = "{ sentinel: { master: main, addresses: [\"a:26379\", \"b:26379\"] } }";
    let RedisTopology::Sentinel { master, addresses, .. } = topology(section) else { panic!("sentinels") };
    assert_eq!((master.as_str(), addresses.len()), ("main", 2));
    let RedisTopology::Cluster(nodes) = topology("{ cluster: [\"a:7000\", \"b:7001\"] }") else { panic!("a cluster") };
    assert_eq!(nodes.len(), 2);
}

#[test]
fn the_password_of_redis_is_never_shown() {
    let Store::Redis(redis) =
        store("{ store: redis, redis: { address: \"localhost:6379\", username: gw, password: { value: hunter2 } } }")
    else {
        panic!("in redis")
    };

    assert_eq!(redis.outage_grace, Duration::from_secs(300));
    assert!(!format!("{redis:?}").contains("hunter2"));
}

#[test]
fn sessions_of_a_site_may_live_shorter_than_those_of_others() {
    let text = sessions("{ idle_timeout: 20m, lifetime: 4h }")
        .replace("    authorization_server:", "    sessions: { idle_timeout: 5m }\n    authorization_server:");

    let site = &accepted(&text).sites[0];

    assert_eq!(site.lifetimes.idle_timeout, Duration::from_secs(300));
    assert_eq!(site.lifetimes.lifetime, Duration::from_secs(4 * 3600));
}

#[test]
fn a_route_may_do_without_patience_in_an_outage() {
    let text = sessions("{ store: redis, redis: { address: \"localhost:6379\" } }")
        .replace("path: /,", "path: /, outage_grace: 0s,");

    assert_eq!(accepted(&text).sites[0].routes[0].outage_grace, Some(Duration::ZERO));
}

#[test]
fn what_belongs_to_another_store_is_a_fault() {
    let complaints = [
        "{ store: redis }",
        "{ store: redis, snapshot: x, redis: { address: \"localhost:6379\" } }",
        "{ redis: { address: \"localhost:6379\" }, outage_grace: 1m }",
        "{ max_sessions: 3, max_megabytes: lots }",
        "{ store: redis, outage_grace: 7d, redis: { address: \"localhost:6379\" } }",
    ]
    .map(|section| complaint(&sessions(section)));

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:10:11: sessions.redis: found nothing; expected where redis is reached
        hint: for example `redis: { address: redis.internal:6379 }`
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:37: sessions.snapshot: belongs to `store: memory`
        hint: sessions are kept in redis here
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:20: sessions.redis: belongs to `store: redis`
        hint: sessions are kept in memory here
    gatehouse.yaml:10:65: sessions.outage_grace: belongs to `store: redis`
        hint: sessions are kept in memory here
    gatehouse.yaml: 2 faults
    gatehouse.yaml:10:27: sessions.max_sessions: found the number 3; expected a number from 1000 to 100000000
    gatehouse.yaml:10:45: sessions.max_megabytes: found "lots"; expected a number from 16 to 1048576
    gatehouse.yaml: 2 faults
    gatehouse.yaml:10:41: sessions.outage_grace: found "7d"; expected at most 1d
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn an_address_of_redis_is_a_host_and_a_port() {
    let complaints = [
        "{ address: \"redis://user:secret@host:6379/0\" }",
        "{ address: \"host:0\" }",
        "{ address: \"ho st:6379\" }",
        "{ }",
        "{ address: \"a:1\", cluster: [\"b:1\"] }",
        "{ cluster: [\"a:1\"], database: 3 }",
        "{ address: \"a:1\", key_prefix: \"{tag}\" }",
        "{ address: \"a:1\", tls: { certificate: nowhere.pem } }",
        "{ address: \"a:1\", tls: maybe }",
        "{ sentinel: { addresses: [\"a:1\"] } }",
    ]
    .map(|section| complaint(&sessions(&format!("{{ store: redis, redis: {section} }}"))));

    assert!(!complaints.join("").contains("secret"));
    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:10:45: sessions.redis.address: found a URL; expected a host and a port, such as redis.internal:6379
        hint: user, password, database and TLS are keys of their own
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:45: sessions.redis.address: found "host:0"; expected a host and a port, such as redis.internal:6379
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:45: sessions.redis.address: found "ho st:6379"; expected a host and a port, such as redis.internal:6379
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:34: sessions.redis: found no way to reach it; expected `address`, `sentinel` or `cluster`
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:34: sessions.redis: found several ways to reach it; expected one of `address`, `sentinel` and `cluster`
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:64: sessions.redis.database: found a database other than 0; expected 0: a cluster has no other
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:64: sessions.redis.key_prefix: found "{tag}"; expected at most 64 letters, digits and `:._-`, such as gatehouse:
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:72: sessions.redis.tls.certificate: `certificate` and `key` belong together
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:57: sessions.redis.tls: found "maybe"; expected true, or a mapping with `authorities`
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:46: sessions.redis.sentinel.master: found nothing; expected the name that the sentinels know the master by
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn decision_20_what_sessions_in_browsers_cannot_do_must_be_accepted() {
    let complaints = [
        "{ store: cookie }",
        "{ store: cookie, lifetime: 8h, accept: [ending_is_best_effort] }",
        "{ store: cookie, accept: [ending_is_best_effort, rotation_on_one_replica] }",
        "{ store: cookie, accept: [everything] }",
        "{ store: memory, accept: [long_lifetime] }",
    ]
    .map(|section| complaint(&sessions(section)));

    insta::assert_snapshot!(complaints.join("\n"), @r#"
    gatehouse.yaml:10:20: sessions.store: sessions in browsers cannot be ended for certain by anybody but their browser
        hint: if that will do, write `accept: [ending_is_best_effort]`; else keep sessions in memory or in redis
    gatehouse.yaml:10:20: sessions.store: refresh tokens in browsers are good for one process only
        hint: if only one serves everybody, add `rotation_on_one_replica` to `accept`; else leave `offline_access` out of the scopes
    gatehouse.yaml:10:20: sessions.store: a session in a browser that lasts for more than 8 hours is one that a copied cookie opens for as long
        hint: write `lifetime: 8h`, or add `long_lifetime` to `accept`
    gatehouse.yaml: 3 faults
    gatehouse.yaml:10:20: sessions.store: refresh tokens in browsers are good for one process only
        hint: if only one serves everybody, add `rotation_on_one_replica` to `accept`; else leave `offline_access` out of the scopes
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:20: sessions.store: a session in a browser that lasts for more than 8 hours is one that a copied cookie opens for as long
        hint: write `lifetime: 8h`, or add `long_lifetime` to `accept`
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:37: sessions.accept[0]: found "everything"; expected `ending_is_best_effort`, `rotation_on_one_replica` or `long_lifetime`
    gatehouse.yaml: 1 fault
    gatehouse.yaml:10:36: sessions.accept: belongs to `store: cookie`
        hint: sessions are kept in memory here
    gatehouse.yaml: 1 fault
    "#);
    let taken = "{ store: cookie, lifetime: 8h, accept: [ending_is_best_effort, rotation_on_one_replica] }";
    let Store::Cookie(cookie) = store(taken) else { panic!("in browsers") };
    assert_eq!(cookie.accepted, [CookieLimit::EndingIsBestEffort, CookieLimit::RotationOnOneReplica]);
}

#[test]
fn an_authority_of_ones_own_is_a_file_with_a_certificate() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("not-a-certificate.pem");
    fs::write(&file, "hello").expect("written");
    let section =
        format!("{{ store: redis, redis: {{ address: \"a:1\", tls: {{ authorities: \"{}\" }} }} }}", file.display());

    assert!(complaint(&sessions(&section)).contains("a file without a certificate"));
}
