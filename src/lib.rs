//! Gatehouse signs people in on an application's own address and forwards their requests with a validated access token.

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
pub mod proxy;
pub mod random;
pub mod seal;
pub mod secret;
pub mod session;
pub mod signin;
pub mod telemetry;
pub mod tls;
