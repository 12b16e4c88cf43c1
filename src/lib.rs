//! Gatehouse signs people in on an application's own address and forwards their requests with a validated access token.
//!
//! # The rooms
//!
//! - [`config`]: what an operator wrote, checked once and never again
//! - [`gate`]: pure decisions about a request
//! - [`proxy`]: the Pingora adapter, the only room that knows it
//! - [`endpoints`]: what the gateway itself answers; joins the rooms below
//! - [`signin`]: a sign-in in progress, from `interact` to tokens
//! - [`idx`]: the Identity Engine protocol, as documents, forms and bodies
//! - [`oauth`]: discovery, PKCE, tokens, keys
//! - [`session`]: signed-in browsers and where they are remembered
//! - [`bearer`]: access tokens that programs present, and what was found out about them
//! - [`pages`]: what people see
//! - [`telemetry`]: logs and metrics
//! - `demo`: an emulated Okta org and a sample application (feature `demo`)
//! - [`secret`], [`clock`], [`random`], [`tls`], [`http_client`], [`person`], [`private_key`], [`buckets`], [`upstream_headers`], [`seal`],
//!   [`cookies`]: small rooms anyone may enter
//!
//! `ARCHITECTURE.md` has the arrows between them, the words, and the decisions that security rests on.
//!
//! # One request, followed through the house
//!
//! 1. A listener in [`proxy`] accepts `GET /notes?page=2`, and [`gate::CanonicalTarget`] reads it in the one way that all parsers share.
//! 2. [`gate::RouteTable`] finds the site by its host and the route by its longest path.
//! 3. The cookie leads [`session::Sessions`] to a [`session::UserSession`], without I/O; what its tokens need is seen to meanwhile.
//! 4. [`gate::decide`] says *forward*. The identity headers were rendered when the session was made; they are put in place of whatever a
//!    client sent under those names, and the request goes to the upstream.
//! 5. Without a session it says *sign in*: [`endpoints`] sends the browser to `/.gatehouse/sign-in`, [`signin`] asks the authorization
//!    server for an interaction handle, and every document of the Identity Engine becomes a page until an interaction code is redeemed,
//!    the tokens are validated, and the browser is sent back to `/notes?page=2`.

pub mod bearer;
pub mod buckets;
pub mod cli;
pub mod clock;
pub mod config;
pub mod cookies;
#[cfg(feature = "demo")]
pub mod demo;
pub mod endpoints;
pub mod gate;
pub mod http_client;
pub mod idx;
pub mod oauth;
pub mod pages;
pub mod person;
pub mod private_key;
pub mod proxy;
pub mod random;
pub mod seal;
pub mod secret;
pub mod session;
pub mod signin;
pub mod telemetry;
pub mod tls;
pub mod upstream_headers;
