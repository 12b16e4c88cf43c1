//! Signed-in browsers: where their sessions are kept, how long they live, and how their tokens stay fresh.
//!
//! A browser holds 256 random bits. Their hash, together with the place they belong to, names a
//! [`UserSession`]; only [`Sessions::create`] ever makes such a name, so a session that has ended cannot come back. What
//! the application is told of the person is written once, when a session is made or refreshed.
//!
//! This room knows no HTTP requests, no pages and no cookies beyond their value. How a person came to sign in is none
//! of its business either: it begins with a `TokenSet` that has passed every check.

mod browser;
mod freshness;
mod home;
mod introspecting;
mod key;
mod mark_store;
mod marks;
mod memory;
mod near;
mod pause;
mod record;
mod redis;
mod refresh;
mod revocation;
mod sessions;
mod store;
mod unreached;
mod user_session;

#[cfg(test)]
mod store_contract;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use browser::BrowserStore;
pub use freshness::Freshness;
pub use home::Home;
pub use key::{FinishedMark, SessionCookieValue, SessionKey, SitePlace};
pub use mark_store::{Handover, MarkStore};
pub use memory::MemoryStore;
pub use redis::RedisStore;
pub use sessions::{Ended, EndedHereAlone, Sessions};
pub use store::{Lease, Listed, Near, RemovedAll, SessionStore, StoreError, StoreFuture, Turn, Wanted, Whose};
pub use user_session::{Refused, UserSession, Version};
