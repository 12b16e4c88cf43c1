//! The gateway from outside, over real sockets.

mod account_life;
mod callback;
mod check_online;
mod command_line;
mod decisions;
mod endings;
mod forged_posts;
mod hostile_documents;
mod idx_documents;
mod mistakes;
mod okta_auth_js;
mod org_troubles;
mod polling;
mod promises;
mod proxying;
mod recorded_documents;
mod rooms;
mod secrets_in_logs;
mod sessions;
mod sign_in;
mod sign_in_accounts;
mod sign_out;
mod support;
mod tokens_refused;
