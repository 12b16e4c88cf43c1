//! What the gateway has found out about a request before any of its own answers is written.

use std::net::IpAddr;

use http::{HeaderValue, Method};

use super::{CanonicalTarget, RequestKind};

/// A request as the gateway's own endpoints see it arrive: an extension of the `http::Request` they are given.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// The site's place in the configuration; nothing only in a refusal of a request that belongs to none.
    pub site: Option<usize>,
    /// The client, after declared fronts were looked through.
    pub client_address: IpAddr,
    /// Whether the browser's own connection is TLS.
    pub secure: bool,
    /// The request's name in the logs of gateway and application.
    pub request_id: HeaderValue,
    /// A short random name to quote on the telephone; the access log has it too.
    pub reference: String,
    /// Who is waiting for the answer.
    pub kind: RequestKind,
    /// The method, for answers that have none in their request.
    pub method: Method,
    /// The target; nothing when it was refused.
    pub target: Option<CanonicalTarget>,
}
