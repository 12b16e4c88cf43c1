//! What a request asks for and who sends it, read off its head before anything else happens.

use std::net::SocketAddr;
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, header};
use pingora::http::RequestHeader;
use pingora::proxy::Session as Downstream;

use super::Pipeline;
use crate::gate::{
    CanonicalTarget, Destination, Forwarded, Refusal, RequestHost, RequestKind, check_fields, check_handshake,
    check_method, check_raw_head,
};
use crate::proxy::exchange::{Exchange, Part};

impl Pipeline {
    /// Steps 1 and 2: what is asked for, by whom, and which part of the gateway it belongs to.
    pub(super) fn examine(&self, downstream: &Downstream, exchange: &mut Exchange) -> Result<Destination<'_>, Refusal> {
        let request = downstream.req_header();
        let forwarded = self.note_sender(downstream, exchange);
        exchange.kind = RequestKind::of(&request.method, &request.headers);

        let head = (!downstream.as_downstream().is_http2()).then(|| downstream.to_h1_raw());
        if let Some(head) = &head {
            check_raw_head(head)?;
        }
        check_fields(&request.headers)?;
        let host = RequestHost::of(request.uri.authority(), &request.headers)?;
        exchange.host = host_value(request, host);
        check_method(&request.method)?;
        check_handshake(&request.method, request.version, &request.headers)?;
        let target = match &head {
            Some(head) => CanonicalTarget::from_request_line(&raw_target(head), host.as_str())?,
            None => CanonicalTarget::from_uri(&request.uri)?,
        };

        let table = &self.shared.table;
        let site = table.site(host)?;
        exchange.site = Some(site);
        let is_secure_site = self.shared.endpoints.site(site).config().public_url.is_secure();
        // A front that says nothing about the scheme serves the one that the site is configured for.
        exchange.secure |= forwarded.through_front && forwarded.secure.unwrap_or(is_secure_site);
        let mut destination = table.destination(site, host, &target, &request.method);
        if is_secure_site && !exchange.secure && !matches!(destination, Err(Refusal::BadTarget(_))) {
            // Over plain http nothing of a secure site is answered: neither to a browser whose front says that it came so, nor to
            // a peer that found its way past the fronts.
            destination = Ok(Destination::PublicUrl);
        }
        exchange.target = Some(target);
        match &destination {
            Ok(Destination::OwnPath) => exchange.part = Part::Own,
            Ok(Destination::Route(entry)) => exchange.part = Part::Route(Arc::clone(entry)),
            Ok(Destination::PublicUrl) | Err(_) => {}
        }
        destination
    }

    /// Who sent the request and by which way, as far as declared fronts may say.
    fn note_sender(&self, downstream: &Downstream, exchange: &mut Exchange) -> Forwarded {
        let peer = downstream.client_addr().and_then(|address| address.as_inet()).map(SocketAddr::ip);
        let headers = &downstream.req_header().headers;
        let forwarded = Forwarded::of(peer.unwrap_or(exchange.client), headers, &self.trusted);
        exchange.client = forwarded.client;
        exchange.secure = self.ends_tls || forwarded.secure == Some(true);
        exchange.request_id = forwarded.request_id.clone().unwrap_or_else(fresh_request_id);
        forwarded
    }
}

/// The target of an HTTP/1 request line, as it was received: everything between the first and the last space.
fn raw_target(head: &Bytes) -> Bytes {
    let start = head.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(0);
    let end = head[start..].iter().position(|byte| matches!(byte, b'\r' | b'\n')).map_or(head.len(), |at| start + at);
    let line = &head[start..end];
    match (line.iter().position(|byte| *byte == b' '), line.iter().rposition(|byte| *byte == b' ')) {
        (Some(first), Some(last)) if first < last => head.slice(start + first + 1..start + last),
        _ => Bytes::new(),
    }
}

fn host_value(request: &RequestHeader, host: RequestHost<'_>) -> Option<HeaderValue> {
    let line = request.headers.get(header::HOST).cloned();
    line.or_else(|| HeaderValue::from_str(host.as_str()).ok())
}

/// A name for the request in the logs of gateway and application.
fn fresh_request_id() -> HeaderValue {
    let mut text = [0; 32];
    for (pair, byte) in text.chunks_exact_mut(2).zip(crate::random::bytes::<16>()) {
        let digit = |value: u8| b"0123456789abcdef"[usize::from(value & 15)];
        pair.copy_from_slice(&[digit(byte >> 4), digit(byte)]);
    }
    HeaderValue::from_bytes(&text).expect("hexadecimal digits")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_is_what_stands_between_the_first_and_the_last_space() {
        let target = |head: &'static [u8]| raw_target(&Bytes::from_static(head));

        assert_eq!(target(b"GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n"), "/a?b");
        assert_eq!(target(b"\r\nGET /a HTTP/1.1\r\n\r\n"), "/a");
        assert_eq!(target(b"GET /a#b HTTP/1.1\r\n\r\n"), "/a#b");
        assert_eq!(target(b"GET /a b HTTP/1.1\r\n\r\n"), "/a b");
        assert_eq!(target(b"GET\r\n\r\n"), "");
        assert_eq!(target(b""), "");
    }

    #[test]
    fn a_request_id_is_32_hexadecimal_digits_and_never_the_same() {
        let (one, other) = (fresh_request_id(), fresh_request_id());

        assert_eq!(one.len(), 32);
        assert!(one.as_bytes().iter().all(u8::is_ascii_hexdigit));
        assert_ne!(one, other);
    }
}
