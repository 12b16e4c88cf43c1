//! How long a WebSocket may last: no longer than the session, or the access token, that opened it.
//!
//! Every other request shows anew who sends it. A tunnel asked once, and would go on for as long as both sides talk.

use std::time::Duration;

use http::HeaderValue;

use super::exchange::Credential;
use crate::clock::Clock;

/// How often the clock is asked again: it may have been set, or the machine have slept.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// When a tunnel must end although both sides would go on.
pub(super) struct TunnelEnd {
    pub(super) credential: Credential,
    pub(super) clock: Clock,
    pub(super) request_id: HeaderValue,
}

impl TunnelEnd {
    /// Returns when the session has ended, by a sign-out, a new sign-in, or its lifetime; or when the token's own end has come.
    pub(super) async fn come(&self) {
        match &self.credential {
            Credential::Session(session) => tokio::select! {
                () = session.until_ended() => {}
                () = self.lifetime() => {}
            },
            Credential::Token(_) => self.lifetime().await,
        }
        tracing::info!(
            request_id = self.request_id.to_str().unwrap_or_default(),
            sub = self.credential.subject(),
            credential = self.credential.label(),
            "Closed a WebSocket because the session or the token that opened it has ended"
        );
    }

    async fn lifetime(&self) {
        loop {
            let left = self.credential.ends_at().since(self.clock.now());
            if left.is_zero() {
                return;
            }
            tokio::time::sleep(left.min(LOOK_AGAIN)).await;
        }
    }
}
