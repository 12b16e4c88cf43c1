//! The connection to the server: made in the background, watched, and made again when it is lost.
//!
//! Commands never wait for a connection: without one they fail at once, and the store's callers know what an outage means.

mod topology;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use redis::aio::MultiplexedConnection;
use redis::cluster_async::ClusterConnection;
use redis::{PushInfo, PushKind, RedisError, RedisResult, Value};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tracing::{info, warn};

use super::super::store::StoreError;
use super::scripts::Call;
use super::tracking::Invalidation;
use crate::clock::{Clock, Timestamp};
use crate::config;
use topology::Plan;

/// How long one answer may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);
/// How often the connection shows that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(1);
/// How often all nodes of a cluster are told to report changes: one may have come since.
const BETWEEN_REMINDERS: u32 = 10;
/// The pauses between attempts to connect.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// A connection that is there, or is being made.
pub(super) struct Link(Arc<Inner>);

struct Inner {
    wire: ArcSwapOption<Wire>,
    /// Counts connections, twice: it is odd while one is there.
    generation: AtomicU64,
    last_contact: AtomicU64,
    trouble: Mutex<Option<Trouble>>,
    clock: Clock,
}

struct Trouble {
    since: Timestamp,
    reason: String,
}

/// One connection to one server, or one to each of a cluster.
#[derive(Clone)]
enum Wire {
    One(MultiplexedConnection),
    Cluster(ClusterConnection),
}

/// There is no connection at present.
#[derive(Debug, thiserror::Error)]
#[error("there is no connection to redis")]
struct Disconnected;

impl Link {
    /// Begins to connect, and gives what the server will say of changes.
    pub(super) fn open(settings: &config::Redis, clock: Clock) -> (Self, UnboundedReceiver<Invalidation>) {
        let inner = Arc::new(Inner {
            wire: ArcSwapOption::empty(),
            generation: AtomicU64::new(0),
            last_contact: AtomicU64::new(0),
            trouble: Mutex::new(None),
            clock,
        });
        let (says, heard) = unbounded_channel();
        tokio::spawn(keep_connected(Arc::downgrade(&inner), Plan::of(settings), says));
        (Self(inner), heard)
    }

    /// Runs a command.
    pub(super) async fn run(&self, call: Call) -> Result<Value, StoreError> {
        let Some(wire) = self.0.wire.load_full() else { return Err(StoreError::new(Disconnected)) };
        let mut wire = Wire::clone(&wire);
        let answer = wire.send(&call).await.map_err(StoreError::new)?;
        self.0.note_contact();
        Ok(answer)
    }

    /// Which connection this is; `None` when there is none.
    pub(super) fn generation(&self) -> Option<u64> {
        let generation = self.0.generation.load(Ordering::Acquire);
        (generation % 2 == 1).then_some(generation)
    }

    /// When the server answered last; `None` when it never did.
    pub(super) fn last_contact(&self) -> Option<Timestamp> {
        let seconds = self.0.last_contact.load(Ordering::Relaxed);
        (seconds > 0).then(|| Timestamp::from_unix(seconds))
    }

    /// What is wrong, in a sentence for the operator.
    pub(super) fn trouble(&self) -> Option<String> {
        let trouble = self.0.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        let Trouble { since, reason } = trouble.as_ref()?;
        let seconds = self.0.clock.now().since(*since).as_secs();
        Some(format!("sessions: redis cannot be asked for {seconds} s: {reason}"))
    }
}

impl Wire {
    async fn send(&mut self, call: &Call) -> RedisResult<Value> {
        match self {
            Self::One(connection) => call.send(connection).await,
            Self::Cluster(connection) => call.send(connection).await,
        }
    }
}

impl Inner {
    fn note_contact(&self) {
        self.last_contact.store(self.clock.now().as_unix(), Ordering::Relaxed);
    }

    fn note_connected(&self, wire: Wire) {
        self.note_contact();
        self.wire.store(Some(Arc::new(wire)));
        self.generation.fetch_add(1, Ordering::AcqRel);
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner).take();
        match trouble {
            Some(trouble) => {
                info!(seconds = self.clock.now().since(trouble.since).as_secs(), "Redis can be asked again");
            }
            None => info!("Connected to redis"),
        }
    }

    fn note_lost(&self, reason: &str) {
        self.generation.fetch_add(1, Ordering::AcqRel);
        self.wire.store(None);
        self.note_trouble(reason);
    }

    /// Says it once, however often it is tried.
    fn note_trouble(&self, reason: &str) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        match trouble.as_mut() {
            Some(trouble) => reason.clone_into(&mut trouble.reason),
            None => {
                warn!(reason, "Redis cannot be asked: known sessions go on for a while, nobody can sign in");
                *trouble = Some(Trouble { since: self.clock.now(), reason: reason.to_owned() });
            }
        }
    }
}

/// Ends with the last holder of the link.
async fn keep_connected(inner: Weak<Inner>, plan: Plan, says: UnboundedSender<Invalidation>) {
    let mut pause = FIRST_PAUSE;
    loop {
        let (pushes, mut pushed) = unbounded_channel();
        let connected = plan.connect(pushes).await;
        let Some(held) = inner.upgrade() else { return };
        match connected {
            Ok(wire) => {
                held.note_connected(wire.clone());
                drop(held);
                pause = FIRST_PAUSE;
                let reason = watch(&inner, &plan, wire, &mut pushed, &says).await;
                let Some(held) = inner.upgrade() else { return };
                held.note_lost(&reason);
            }
            Err(error) => {
                held.note_trouble(&plain(&error));
                drop(held);
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

/// Passes on what the server says until the connection is lost; why it was.
async fn watch(
    inner: &Weak<Inner>,
    plan: &Plan,
    mut wire: Wire,
    pushed: &mut UnboundedReceiver<PushInfo>,
    says: &UnboundedSender<Invalidation>,
) -> String {
    let mut heartbeat = tokio::time::interval(HEARTBEAT);
    let mut beats = 0;
    loop {
        tokio::select! {
            push = pushed.recv() => match push {
                Some(PushInfo { kind: PushKind::Invalidate, data }) => {
                    let _ = says.send(invalidation(data));
                }
                Some(PushInfo { kind: PushKind::Disconnection, .. }) | None => return "the connection was closed".to_owned(),
                Some(_) => {}
            },
            _ = heartbeat.tick() => {
                let Some(inner) = inner.upgrade() else { return String::new() };
                beats += 1;
                let outcome = if beats % BETWEEN_REMINDERS == 0 { plan.remind(&mut wire).await } else { plan.ping(&mut wire).await };
                match outcome {
                    Ok(()) => inner.note_contact(),
                    Err(error) => return plain(&error),
                }
            }
        }
    }
}

fn invalidation(data: Vec<Value>) -> Invalidation {
    let Some(Value::Array(names)) = data.into_iter().next() else { return Invalidation::All };
    let names = names.into_iter().filter_map(|name| match name {
        Value::BulkString(name) => Some(name),
        _ => None,
    });
    Invalidation::Records(names.collect())
}

/// An error in one line; redis never repeats a password in one.
fn plain(error: &RedisError) -> String {
    error.to_string().replace(['\n', '\r'], " ")
}
