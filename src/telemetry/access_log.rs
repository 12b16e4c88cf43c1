//! One line a request, under the target `gatehouse::access`.

use std::net::IpAddr;
use std::time::Duration;

/// What the access log says about one request.
#[derive(Clone, Copy, Debug)]
pub struct AccessLine<'a> {
    /// The request's name in all logs.
    pub request_id: &'a str,
    /// The client, after declared fronts were looked through.
    pub client: IpAddr,
    /// The method.
    pub method: &'a str,
    /// The host as it was asked for, if it was one.
    pub host: Option<&'a str>,
    /// The path without its query; nothing when the target was refused.
    pub path: Option<&'a str>,
    /// The status of the answer; nothing when none was sent.
    pub status: Option<u16>,
    /// From the head of the request to the end of the answer.
    pub duration: Duration,
    /// Bytes of the answer's body.
    pub bytes: usize,
    /// The route's path, or which of the gateway's own parts answered.
    pub route: &'a str,
    /// What was decided.
    pub decision: &'a str,
    /// Why it was refused, in words for operators.
    pub reason: Option<&'a str>,
    /// What a person may quote from a page of ours.
    pub reference: Option<&'a str>,
    /// Who is signed in, or whose access token came along.
    pub sub: Option<&'a str>,
    /// By what that was shown: `session` or `bearer`.
    pub credential: Option<&'a str>,
}

impl AccessLine<'_> {
    /// Writes the line; costs next to nothing when nobody listens.
    pub fn write(&self) {
        tracing::info!(
            target: "gatehouse::access",
            request_id = self.request_id,
            client = %self.client,
            method = self.method,
            host = self.host,
            path = self.path,
            status = self.status,
            duration_ms = u64::try_from(self.duration.as_millis()).unwrap_or(u64::MAX),
            bytes = self.bytes,
            route = self.route,
            decision = self.decision,
            reason = self.reason,
            reference = self.reference,
            sub = self.sub,
            credential = self.credential,
            "Request answered"
        );
    }
}
