//! What an operator asks and orders about people's sessions.

use serde::Serialize;

use super::{Endpoints, SiteRuntime};
use crate::clock::Timestamp;
use crate::session::{StoreError, Whose};

/// A session of somebody: no name that opens it, and nothing of its tokens.
#[derive(Debug, Serialize)]
pub struct SessionOfSubject {
    /// The site.
    pub site: String,
    /// When the person signed in, in seconds since the epoch.
    pub signed_in_at: Timestamp,
    /// When it ends, however busy it is.
    pub ends_at: Timestamp,
}

impl Endpoints {
    /// Whether there is a site of that name.
    pub fn has_site(&self, name: &str) -> bool {
        self.sites.iter().any(|site| site.config().name == name)
    }

    /// The sessions of the person that ID tokens call `sub`, at that site or at all of them.
    ///
    /// # Errors
    /// When the store could not be asked.
    pub async fn sessions_of(&self, site: Option<&str>, sub: &str) -> Result<Vec<SessionOfSubject>, StoreError> {
        let whose = Whose::Subject(sub.to_owned());
        let mut found = Vec::new();
        for site in self.sites_called(site) {
            let listed = self.sessions.list(site.home(), &whose).await?;
            found.extend(listed.into_iter().map(|session| SessionOfSubject {
                site: site.config().name.clone(),
                signed_in_at: session.created_at,
                ends_at: session.ends_at,
            }));
        }
        Ok(found)
    }

    /// Ends those sessions; how many there were. With a shared store they have ended at every replica.
    ///
    /// # Errors
    /// When the store could not be asked: some may live on, and the same order may be given again.
    pub async fn end_sessions_of(&self, site: Option<&str>, sub: &str) -> Result<usize, StoreError> {
        let whose = Whose::Subject(sub.to_owned());
        let mut count = 0;
        for site in self.sites_called(site) {
            let ended = self.sessions.end_all(site.home(), &whose).await?;
            tracing::info!(site = site.config().name, sub, ended, "Ended sessions by order of the operator");
            count += ended;
        }
        Ok(count)
    }

    fn sites_called<'a>(&'a self, name: Option<&'a str>) -> impl Iterator<Item = &'a SiteRuntime> {
        let all = self.sites.iter().map(AsRef::as_ref);
        all.filter(move |site| name.is_none_or(|name| site.config().name == name))
    }
}
