//! What the program tells about itself while it runs: the log, the access log, metrics.
//!
//! Nothing here decides anything, and nothing here may hold a secret: paths go without their query, the gateway's own
//! paths as templates, people only as the `sub` of their session.

pub mod access_log;
pub mod logging;
pub mod metrics;
