//! Access tokens that programs present by themselves (RFC 6750): judged once, and the verdict remembered for a while.
//!
//! [`SiteTokens`] speaks for the authorization server of a site, [`RouteTokens`] for what one of its routes asks of a token, and
//! [`Verdicts`] remembers for the whole process. What a token is worth is for `oauth` to say; this room sees to it that the answer
//! is at hand for the next request, that many requests with one new token ask once, that strangers who send tokens at random use
//! up neither the memory nor the authorization server's rate limits, and that a verdict never serves for another site, server or
//! rule.
//!
//! It knows no HTTP requests. What is remembered goes by a hash; the token itself is kept nowhere but in the header that the
//! application gets.

mod caller;
mod flight;
mod key;
mod limits;
mod route_tokens;
mod verdicts;

#[cfg(test)]
mod tests;

pub use caller::Caller;
pub use route_tokens::{RouteTokens, SiteTokens, Verdict};
pub use verdicts::Verdicts;
