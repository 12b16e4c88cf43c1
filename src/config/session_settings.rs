//! How long sessions live and where they are kept, once that needs no further check.

use std::path::PathBuf;
use std::time::Duration;

use crate::secret::Secret;

/// How long sessions live and where they are kept.
#[derive(Clone, Debug, Default)]
pub struct Sessions {
    /// Where they are kept.
    pub store: Store,
    /// How long they live at sites that do not say otherwise.
    pub lifetimes: Lifetimes,
}

/// How long sessions live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    /// A session that nobody used for so long ends.
    pub idle_timeout: Duration,
    /// A session ends after so long whatever happens.
    pub lifetime: Duration,
}

/// Where sessions are kept.
#[derive(Clone, Debug)]
pub enum Store {
    /// In this process.
    Memory(MemoryStore),
    /// In Redis or Valkey.
    Redis(Box<Redis>),
    /// In the browsers.
    Cookie(CookieStore),
}

/// How many sessions a process holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many at most.
    pub sessions: u64,
    /// What they may weigh together, in bytes, roughly.
    pub bytes: u64,
}

/// Sessions in this process.
#[derive(Clone, Debug)]
pub struct MemoryStore {
    /// How many there may be.
    pub room: Room,
    /// Where they are left at shutdown and found at start.
    pub snapshot: Option<PathBuf>,
}

/// Sessions in Redis or Valkey.
#[derive(Clone, Debug)]
pub struct Redis {
    /// How it is reached.
    pub topology: RedisTopology,
    /// How connections are encrypted; not at all when absent.
    pub tls: Option<RedisTls>,
    /// Who we are there.
    pub username: Option<String>,
    /// And how that is proved.
    pub password: Option<Secret>,
    /// The number of the database.
    pub database: u16,
    /// What the names of all keys begin with.
    pub key_prefix: String,
    /// How long known sessions go on while it cannot be asked.
    pub outage_grace: Duration,
    /// How many are kept at hand in this process.
    pub room: Room,
}

/// How Redis is reached.
#[derive(Clone, Debug)]
pub enum RedisTopology {
    /// One server.
    Standalone(RedisAddress),
    /// The master that sentinels name.
    Sentinel {
        /// The sentinels.
        addresses: Vec<RedisAddress>,
        /// What they call the master.
        master: String,
        /// Who we are to them.
        username: Option<String>,
        /// And how that is proved.
        password: Option<Secret>,
    },
    /// A cluster, found by some of its nodes.
    Cluster(Vec<RedisAddress>),
}

impl RedisTopology {
    /// Whether any of it is on another machine.
    pub(super) fn leaves_the_machine(&self) -> bool {
        let addresses = match self {
            Self::Standalone(address) => std::slice::from_ref(address),
            Self::Sentinel { addresses, .. } | Self::Cluster(addresses) => addresses,
        };
        addresses.iter().any(|address| !matches!(address.host.as_str(), "localhost" | "127.0.0.1" | "::1"))
    }
}

/// Where one server listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedisAddress {
    /// A name or an address, without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
}

/// How connections to Redis are encrypted.
#[derive(Clone, Debug, Default)]
pub struct RedisTls {
    /// Whom to believe, as PEM; the machine's own roots when absent.
    pub authorities: Option<Vec<u8>>,
    /// What we show of ourselves: a certificate chain as PEM, and its key.
    pub client: Option<(Vec<u8>, Secret)>,
}

/// Sessions in the browsers.
#[derive(Clone, Debug)]
pub struct CookieStore {
    /// How many are kept opened in this process.
    pub room: Room,
    /// What the operator accepts that it cannot do.
    pub accepted: Vec<CookieLimit>,
}

/// Something that a session in a browser cannot do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CookieLimit {
    /// A session is ended for certain only by its own browser.
    EndingIsBestEffort,
    /// A rotating refresh token is good for one process.
    RotationOnOneReplica,
    /// A copied cookie is good for the whole lifetime.
    LongLifetime,
}
