//! Where sessions are kept: in this process, in Redis, or in the browsers.

use std::time::Duration;

use super::faults::{Fault, Place, quoted};
use super::file;
use super::reader::{Field, Reader};
use super::secrets;
use super::words::StoreKind;
use super::{
    CookieLimit, CookieStore, MemoryStore, Redis, RedisAddress, RedisTls, RedisTopology, Room, Store, duration,
};

/// How many sessions this process holds when the file does not say.
pub(super) const MAX_SESSIONS: u64 = 250_000;
/// What they may weigh when the file does not say.
pub(super) const MAX_MEGABYTES: u64 = 512;
/// How long known sessions go on without redis when the file does not say.
pub(super) const OUTAGE_GRACE: Duration = Duration::from_secs(5 * 60);
/// What the names of all keys in redis begin with when the file does not say.
pub(super) const KEY_PREFIX: &str = "gatehouse:";

const LONGEST_GRACE: Duration = Duration::from_secs(24 * 60 * 60);
const ADDRESS: &str = "a host and a port, such as redis.internal:6379";
const DEFAULT_PORT: u16 = 6379;

/// The keys that belong to one store or another.
pub(super) struct StoreKeys<'n> {
    pub(super) max_sessions: Option<Field<'n>>,
    pub(super) max_megabytes: Option<Field<'n>>,
    pub(super) snapshot: Option<Field<'n>>,
    pub(super) outage_grace: Option<Field<'n>>,
    pub(super) redis: Option<Field<'n>>,
    pub(super) accept: Option<Field<'n>>,
}

impl Default for Store {
    fn default() -> Self {
        Self::Memory(MemoryStore { room: Room::default(), snapshot: None })
    }
}

impl Default for Room {
    fn default() -> Self {
        Self { sessions: MAX_SESSIONS, bytes: MAX_MEGABYTES * MEGABYTE }
    }
}

const MEGABYTE: u64 = 1024 * 1024;

/// Reads which store it is, and what that store needs.
pub(super) fn read(
    store: Option<&Field<'_>>,
    keys: StoreKeys<'_>,
    section: &Place,
    reader: &Reader<'_>,
) -> Option<Store> {
    let kind = store.map_or(Some(StoreKind::Memory), |field| field.word(reader));
    let room = room(keys.max_sessions.as_ref(), keys.max_megabytes.as_ref(), reader);
    let kind = kind?;
    let belongs = |field: Option<&Field<'_>>, owner: StoreKind| {
        if let Some(field) = field.filter(|_| kind != owner) {
            let fault = Fault::saying(&field.place, format!("belongs to `store: {}`", owner.text()));
            reader.fault(fault.hint(format!("sessions are kept in {} here", kind.text())));
        }
    };
    belongs(keys.snapshot.as_ref(), StoreKind::Memory);
    belongs(keys.outage_grace.as_ref(), StoreKind::Redis);
    belongs(keys.redis.as_ref(), StoreKind::Redis);
    belongs(keys.accept.as_ref(), StoreKind::Cookie);
    match kind {
        StoreKind::Memory => {
            let snapshot = match keys.snapshot {
                Some(field) => Some(reader.path(field.free_text(reader, "the path of a file")?)),
                None => None,
            };
            Some(Store::Memory(MemoryStore { room: room?, snapshot }))
        }
        StoreKind::Redis => {
            let grace = keys.outage_grace.map_or(Some(OUTAGE_GRACE), |field| outage_grace(&field, reader));
            let Some(field) = keys.redis else {
                let fault = Fault::new(&section.child("redis", section.at), "nothing", "where redis is reached");
                reader.fault(fault.hint("for example `redis: { address: redis.internal:6379 }`"));
                return None;
            };
            redis(&field, grace?, room?, reader).map(|redis| Store::Redis(Box::new(redis)))
        }
        StoreKind::Cookie => {
            let accepted = match keys.accept {
                Some(field) => accepted(&field, reader)?,
                None => Vec::new(),
            };
            Some(Store::Cookie(CookieStore { room: room?, accepted }))
        }
    }
}

/// Reads how long a session goes on without its store.
pub(super) fn outage_grace(field: &Field<'_>, reader: &Reader<'_>) -> Option<Duration> {
    let grace = field.duration(reader)?;
    if grace > LONGEST_GRACE {
        field.unlike(reader, &format!("at most {}", duration::text(LONGEST_GRACE)));
        return None;
    }
    Some(grace)
}

fn room(sessions: Option<&Field<'_>>, megabytes: Option<&Field<'_>>, reader: &Reader<'_>) -> Option<Room> {
    let sessions = sessions.map_or(Some(MAX_SESSIONS), |field| field.number(reader, 1_000..=100_000_000));
    let megabytes = megabytes.map_or(Some(MAX_MEGABYTES), |field| field.number(reader, 16..=1_048_576));
    Some(Room { sessions: sessions?, bytes: megabytes? * MEGABYTE })
}

fn accepted(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<CookieLimit>> {
    let items = field.list(reader, "a list of the limits that are accepted")?;
    let accepted: Vec<CookieLimit> = items.iter().filter_map(|item| item.word(reader)).collect();
    (accepted.len() == items.len()).then_some(accepted)
}

fn redis(field: &Field<'_>, outage_grace: Duration, room: Room, reader: &Reader<'_>) -> Option<Redis> {
    let mut section = field.section::<file::Redis>(reader, "a mapping with `address`, `sentinel` or `cluster`")?;
    let address = section.optional("address");
    let sentinel = section.optional("sentinel");
    let cluster = section.optional("cluster");
    let tls = section.optional("tls");
    let username = section.optional("username");
    let password = section.optional("password");
    let database = section.optional("database");
    let key_prefix = section.optional("key_prefix");
    section.finish();

    let topology = match (address, sentinel, cluster) {
        (Some(field), None, None) => self::address(&field, reader).map(RedisTopology::Standalone),
        (None, Some(field), None) => self::sentinel(&field, reader),
        (None, None, Some(field)) => addresses(&field, reader).map(RedisTopology::Cluster),
        (None, None, None) => {
            reader.fault(Fault::new(&field.place, "no way to reach it", "`address`, `sentinel` or `cluster`"));
            None
        }
        _ => {
            reader.fault(Fault::new(
                &field.place,
                "several ways to reach it",
                "one of `address`, `sentinel` and `cluster`",
            ));
            None
        }
    };
    let tls = match tls {
        Some(field) => self::tls(&field, reader),
        None => Some(None),
    };
    let username = match username {
        Some(field) => field.free_text(reader, "a user name").map(|name| Some(name.to_owned())),
        None => Some(None),
    };
    let password_place = password.as_ref().map(|field| field.place.clone());
    let password = match password {
        Some(field) => secrets::read(&field, reader).map(Some),
        None => Some(None),
    };
    let database_place = database.as_ref().map(|field| field.place.clone());
    let database = database.map_or(Some(0), |field| field.number(reader, 0..=u64::from(u16::MAX)));
    let key_prefix = key_prefix.map_or(Some(KEY_PREFIX.to_owned()), |field| self::key_prefix(&field, reader));

    let (topology, tls) = (topology?, tls?);
    if let (RedisTopology::Cluster(_), Some(place), Some(1..)) = (&topology, &database_place, database) {
        reader.fault(Fault::new(place, "a database other than 0", "0: a cluster has no other"));
    }
    if let (Some(place), None, true) = (&password_place, &tls, topology.leaves_the_machine()) {
        reader.warn(
            place,
            "the password and all records travel over plain TCP; add `tls: true` if the network is not your own",
        );
    }
    Some(Redis {
        topology,
        tls,
        username: username?,
        password: password?,
        database: u16::try_from(database?).unwrap_or_default(),
        key_prefix: key_prefix?,
        outage_grace,
        room,
    })
}

fn sentinel(field: &Field<'_>, reader: &Reader<'_>) -> Option<RedisTopology> {
    let mut section = field.section::<file::RedisSentinel>(reader, "a mapping with `master` and `addresses`")?;
    let master = section.required("master", "the name that the sentinels know the master by");
    let addresses = section.required("addresses", "a list of the sentinels' addresses");
    let username = section.optional("username");
    let password = section.optional("password");
    section.finish();

    let master = master.and_then(|field| field.free_text(reader, "the name of the master").map(str::to_owned));
    let addresses = addresses.and_then(|field| self::addresses(&field, reader));
    let username = match username {
        Some(field) => Some(field.free_text(reader, "a user name")?.to_owned()),
        None => None,
    };
    let password = match password {
        Some(field) => Some(secrets::read(&field, reader)?),
        None => None,
    };
    Some(RedisTopology::Sentinel { addresses: addresses?, master: master?, username, password })
}

fn addresses(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<RedisAddress>> {
    let items = field.list(reader, "a list of addresses")?;
    let addresses: Vec<RedisAddress> = items.iter().filter_map(|item| address(item, reader)).collect();
    (addresses.len() == items.len()).then_some(addresses)
}

fn address(field: &Field<'_>, reader: &Reader<'_>) -> Option<RedisAddress> {
    let text = field.text(reader, ADDRESS)?;
    if text.contains("://") {
        let fault = Fault::new(&field.place, "a URL", ADDRESS);
        reader.fault(fault.hint("user, password, database and TLS are keys of their own"));
        return None;
    }
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => (host, port.parse().ok()),
        _ => (text, Some(DEFAULT_PORT)),
    };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let plain = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:".contains(&byte));
    match port.filter(|port| plain && *port > 0) {
        Some(port) => Some(RedisAddress { host: bare.to_owned(), port }),
        None => {
            reader.fault(Fault::new(&field.place, quoted(text), ADDRESS));
            None
        }
    }
}

fn tls(field: &Field<'_>, reader: &Reader<'_>) -> Option<Option<RedisTls>> {
    if let Some(on) = field.is_boolean() {
        return Some(on.then(RedisTls::default));
    }
    let mut section = field.section::<file::RedisTls>(reader, "true, or a mapping with `authorities`")?;
    let authorities = section.optional("authorities");
    let certificate = section.optional("certificate");
    let key = section.optional("key");
    section.finish();

    let authorities = match authorities {
        Some(field) => Some(pem(&field, reader)?),
        None => None,
    };
    let client = match (certificate, key) {
        (Some(certificate), Some(key)) => {
            let (certificate, key) = (pem(&certificate, reader), secrets::pem(&key, reader));
            Some((certificate?, key?))
        }
        (None, None) => None,
        (Some(alone), None) | (None, Some(alone)) => {
            reader.fault(Fault::saying(&alone.place, "`certificate` and `key` belong together"));
            return None;
        }
    };
    Some(Some(RedisTls { authorities, client }))
}

fn pem(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<u8>> {
    const EXPECTED: &str = "the path of a PEM file with certificates";
    let name = field.free_text(reader, EXPECTED)?;
    match std::fs::read(reader.path(name)) {
        Ok(bytes) if bytes.windows(BEGIN.len()).any(|window| window == BEGIN) => Some(bytes),
        Ok(_) => {
            reader.fault(reader.with_path(Fault::new(&field.place, "a file without a certificate", EXPECTED), name));
            None
        }
        Err(error) => {
            let found = format!("{}, which cannot be read: {error}", quoted(name));
            reader.fault(reader.with_path(Fault::new(&field.place, found, EXPECTED), name));
            None
        }
    }
}

const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// Braces would tear the keys of one session apart in a cluster.
fn key_prefix(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    const EXPECTED: &str = "at most 64 letters, digits and `:._-`, such as gatehouse:";
    field.parsed(reader, EXPECTED, |text| {
        let plain =
            text.len() <= 64 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":._-".contains(&byte));
        plain.then(|| text.to_owned())
    })
}
