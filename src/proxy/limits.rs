//! How long the gateway waits for whom.

use std::time::Duration;

/// Deadlines and idle times; the defaults are meant to stay.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a TLS handshake may take.
    pub handshake: Duration,
    /// From the first byte of a request's head to its last, however it trickles; in HTTP/1.
    pub head: Duration,
    /// How long an HTTP/1 connection is kept for its next request: until then its head must be here.
    pub keep_alive: Duration,
    /// How long an HTTP/2 connection without streams is kept, from the end of the TLS handshake on.
    pub http2_idle: Duration,
    /// How long a client may take none of an answer's bytes.
    pub write: Duration,
    /// How long a WebSocket may be silent.
    pub websocket_idle: Duration,
    /// How long the body of a request to the gateway's own pages may take to arrive.
    pub own_body: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(15),
            keep_alive: Duration::from_secs(75),
            http2_idle: Duration::from_secs(120),
            write: Duration::from_secs(60),
            websocket_idle: Duration::from_secs(60 * 60),
            own_body: Duration::from_secs(15),
        }
    }
}
