//! Whoever presents a good token, as the gateway remembers it.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::oauth::{AccessToken, BearerIdentity, BearerSubject};
use crate::upstream_headers::{self, Told, UpstreamHeader, UpstreamHeaders};

/// A program with a good access token: what the application is told of it, and for how long that is believed.
pub struct Caller {
    subject: Box<str>,
    upstream_headers: UpstreamHeaders,
    /// When the token itself ends.
    ends_at: Timestamp,
    judged_at: Timestamp,
    /// How long the verdict is believed without asking again.
    believed_for: Duration,
}

impl Caller {
    /// Renders what the application is told. There is no address of a mailbox in it: nobody vouches for one in an access token.
    pub(super) fn new(
        token: &AccessToken,
        identity: &BearerIdentity,
        judged_at: Timestamp,
        believed_for: Duration,
    ) -> Self {
        let login = match &identity.subject {
            BearerSubject::Person { login, .. } => login.as_deref(),
            BearerSubject::Client => None,
        };
        let upstream_headers = upstream_headers::render(Told {
            authorization: token.header(),
            user: identity.sub(),
            email: None,
            preferred_username: login,
            groups: &identity.groups,
        });
        let ends_at = identity.expires_at;
        Self { subject: identity.sub().into(), upstream_headers, ends_at, judged_at, believed_for }
    }

    /// The person's id, or the client's where there is no person.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// What the application is told; rendered once, shared by all requests with the token.
    pub fn upstream_headers(&self) -> UpstreamHeaders {
        self.upstream_headers.clone()
    }

    /// When the token ends.
    pub const fn ends_at(&self) -> Timestamp {
        self.ends_at
    }

    /// Whether the verdict still stands: no longer than the token itself, and not if the clock was set back since.
    pub(super) fn is_believed(&self, now: Timestamp) -> bool {
        now < self.ends_at && now.is_within(self.believed_for, self.judged_at)
    }

    /// About how many bytes it takes.
    pub(super) fn weight(&self) -> usize {
        let headers: usize =
            self.upstream_headers.iter().map(|header| header.value.len() + size_of::<UpstreamHeader>()).sum();
        size_of::<Self>() + self.subject.len() + headers
    }
}

/// Without what the application is told: the token is part of it.
impl std::fmt::Debug for Caller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Caller")
            .field("subject", &self.subject)
            .field("ends_at", &self.ends_at)
            .field("judged_at", &self.judged_at)
            .finish_non_exhaustive()
    }
}
