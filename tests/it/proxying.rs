//! The proxy over sockets: what reaches an application, what never does, and how the gateway behaves as a server.

mod answers;
mod headers;
mod hostile;
mod http2;
mod idle;
mod lifecycle;
mod logs;
mod tunnels;
mod upstreams;
