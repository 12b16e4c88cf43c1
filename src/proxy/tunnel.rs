//! How long a WebSocket may last: no longer than the session that opened it.
//!
//! Every other request asks for its session anew. A tunnel asked once, and would go on for as long as both sides talk.

use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use crate::clock::Clock;
use crate::session::UserSession;

/// How often the clock is asked again: it may have been set, or the machine have slept.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// When a tunnel must end although both sides would go on.
pub(super) struct TunnelEnd {
    pub(super) session: Arc<UserSession>,
    pub(super) clock: Clock,
    pub(super) request_id: HeaderValue,
}

impl TunnelEnd {
    /// Returns when the session has ended: by a sign-out, a new sign-in, or its lifetime.
    pub(super) async fn come(&self) {
        tokio::select! {
            () = self.session.until_ended() => {}
            () = self.lifetime() => {}
        }
        tracing::info!(
            request_id = self.request_id.to_str().unwrap_or_default(),
            sub = self.session.subject(),
            "Closed a WebSocket because its session has ended"
        );
    }

    async fn lifetime(&self) {
        loop {
            let left = self.session.ends_at().since(self.clock.now());
            if left.is_zero() {
                return;
            }
            tokio::time::sleep(left.min(LOOK_AGAIN)).await;
        }
    }
}
