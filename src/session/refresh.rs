//! New tokens in place of old ones: early, and once for all replicas.
//!
//! A refresh token may be good for one use, so an answer must never be lost because a browser went away. An authorization
//! server that cannot be asked is no sign-out: the session stays, and who needs a token at once is told that there is none at
//! present.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tracing::{error, info, warn};

use super::freshness::Freshness;
use super::pause;
use super::revocation;
use super::sessions::Sessions;
use super::store::{Lease, StoreError, Turn};
use super::user_session::{Refused, UserSession, Version};
use crate::oauth::{ErrorKind, OAuthError};
use crate::person::PersonContext;

/// While another replica refreshes, what it writes is looked for this often, and so many times.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);
const LOOKS: usize = 300;

impl Sessions {
    /// One refresh for all replicas: by us, or by whoever has the turn.
    pub(super) async fn refresh(&self, session: &Arc<UserSession>, person: &PersonContext) -> Freshness {
        let version = session.version();
        let mut looks = LOOKS;
        loop {
            match self.store().take_turn(session).await {
                Ok(Turn::Ours(lease)) if session.version() == version => {
                    return self.refresh_in_turn(session, lease, person).await;
                }
                // The turn showed that somebody has been here since.
                Ok(Turn::Ours(lease)) => {
                    let _ = self.store().yield_turn(session, lease).await;
                    return Freshness::Fresh;
                }
                Ok(Turn::Ended) => return Freshness::Ended,
                Ok(Turn::Elsewhere) => {}
                Err(error) => return self.unwritten(session, &error),
            }
            if looks == 0 {
                self.pause(session, pause::SHORTEST);
                return Freshness::Unavailable;
            }
            looks -= 1;
            tokio::time::sleep(BETWEEN_LOOKS).await;
            match self.store().reread(session).await {
                Ok(false) => return Freshness::Ended,
                Ok(true) if session.version() > version => return Freshness::Fresh,
                Ok(true) => {}
                Err(error) => return self.unwritten(session, &error),
            }
        }
    }

    async fn refresh_in_turn(&self, session: &Arc<UserSession>, lease: Lease, person: &PersonContext) -> Freshness {
        let version = session.version();
        let tokens = session.tokens();
        if tokens.refresh_token.is_none() {
            return self.end_after_refresh(session, person).await;
        }
        let mut call = pin!(session.client().refresh(&tokens, person));
        // Whoever loses the turn in the middle goes on with the call: what it brings may be the only good refresh token.
        let outcome = tokio::select! {
            outcome = &mut call => outcome,
            () = self.store().hold_turn(session, lease) => call.await,
        };
        let fresh = match outcome {
            Ok(fresh) => fresh,
            Err(error) => return self.after_failure(session, version, lease, &error, person).await,
        };
        match self.store().renew(session, lease, version, fresh, self.now()).await {
            Ok(Ok(())) => Freshness::Fresh,
            Ok(Err(Refused(unwanted))) => {
                if session.has_ended() {
                    revocation::revoke(session.client(), unwanted, person);
                    return Freshness::Ended;
                }
                revocation::revoke_superseded(session, unwanted, person);
                Freshness::Fresh
            }
            Err(error) => self.unwritten(session, &error),
        }
    }

    /// What follows when the tokens of that version were not replaced.
    async fn after_failure(
        &self,
        session: &Arc<UserSession>,
        version: Version,
        lease: Lease,
        error: &OAuthError,
        person: &PersonContext,
    ) -> Freshness {
        if matches!(error.kind(), ErrorKind::SignInAgain | ErrorKind::Denied | ErrorKind::Untrusted) {
            // Another replica may have spent the refresh token and written what it got, and we may have heard of it already.
            match self.store().reread(session).await {
                Ok(false) => return Freshness::Ended,
                Ok(true) if session.version() > version => return Freshness::Fresh,
                Ok(true) => {}
                Err(error) => return self.unwritten(session, &error),
            }
            report(error);
            return self.end_after_refresh(session, person).await;
        }
        report(error);
        let pause = match error {
            OAuthError::RateLimited { until: Some(until) } => {
                until.since(self.now()).clamp(pause::SHORTEST, pause::LONGEST)
            }
            _ => pause::SHORTEST,
        };
        self.pause(session, pause);
        if let Err(error) = self.store().yield_turn(session, lease).await {
            return self.unwritten(session, &error);
        }
        Freshness::Unavailable
    }

    /// A store that cannot be asked: the session goes on as it is, and is tried again soon.
    fn unwritten(&self, session: &UserSession, error: &StoreError) -> Freshness {
        warn!(error = error as &dyn std::error::Error, "Could not refresh a session: its store cannot be asked");
        self.pause(session, pause::SHORTEST);
        Freshness::Unavailable
    }

    async fn end_after_refresh(&self, session: &Arc<UserSession>, person: &PersonContext) -> Freshness {
        if let Err(error) = self.remove(session, person).await {
            // The session is dead for this process; the store forgets it when it can be asked again.
            warn!(error = &error as &dyn std::error::Error, "Could not remove a session that ended");
            self.store().bury(session.key(), session.ends_at());
            session.end();
        }
        Freshness::Ended
    }

    fn pause(&self, session: &UserSession, length: Duration) {
        session.freshening.refresh_pause.begin(self.now(), length);
    }
}

fn report(error: &OAuthError) {
    let reason = error as &dyn std::error::Error;
    match error.kind() {
        ErrorKind::SignInAgain | ErrorKind::Denied => info!(error = reason, "A session ended: its refresh was refused"),
        ErrorKind::Untrusted => error!(error = reason, "A session ended: its refreshed tokens did not pass"),
        ErrorKind::Misconfigured => {
            error!(error = reason, "The authorization server refuses to refresh for this client");
        }
        ErrorKind::Unavailable | ErrorKind::RateLimited => warn!(error = reason, "A session could not be refreshed"),
    }
}
