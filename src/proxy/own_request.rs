//! Makes an `http::Request` for the gateway's own endpoints: whole, small and soon, or not at all.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Request, Uri, header};
use pingora::proxy::Session as Downstream;
use pingora::{Error, ErrorType};

use super::exchange::Exchange;
use crate::gate::{FramingFault, Refusal, is_managed, joined_cookies};

/// The longest body that the gateway's own pages take.
const MAX_BODY: usize = 64 * 1024;
/// What the gateway's own pages read.
const MEDIA_TYPES: [&str; 2] = ["application/x-www-form-urlencoded", "application/json"];

/// Reads the request to its end. An [`Arrival`](crate::gate::Arrival) goes with it as an extension.
///
/// # Errors
/// The [`Refusal`] to answer with.
pub(super) async fn read(
    downstream: &mut Downstream,
    exchange: &mut Exchange,
    deadline: Duration,
) -> Result<Request<Bytes>, Refusal> {
    let body = read_body(downstream, deadline).await?;
    let parts = downstream.req_header();
    let arrival = exchange.arrival(parts);
    let mut request = Request::new(body);
    *request.method_mut() = parts.method.clone();
    *request.uri_mut() =
        arrival.target.as_ref().map_or_else(Uri::default, |target| target.path_and_query().clone().into());
    *request.headers_mut() = own_headers(&parts.headers);
    request.extensions_mut().insert(arrival);
    Ok(request)
}

/// What a client sent, with its cookies in one line and without anything it claims about itself and the way here.
pub(super) fn own_headers(received: &HeaderMap) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(received.len());
    for (name, value) in received {
        if *name != header::COOKIE && !is_managed(name) {
            headers.append(name.clone(), value.clone());
        }
    }
    if let Some(cookies) = joined_cookies(received) {
        headers.insert(header::COOKIE, cookies);
    }
    headers
}

async fn read_body(downstream: &mut Downstream, deadline: Duration) -> Result<Bytes, Refusal> {
    if downstream.as_downstream_mut().is_body_empty() {
        return Ok(Bytes::new());
    }
    let headers = &downstream.req_header().headers;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > MAX_BODY) {
        return Err(Refusal::BodyTooLarge);
    }
    if length != Some(0) && !headers.get(header::CONTENT_TYPE).is_some_and(is_readable) {
        return Err(Refusal::UnsupportedMediaType);
    }
    let awaits_continue = headers.contains_key(header::EXPECT);
    tokio::time::timeout(deadline, collect(downstream, awaits_continue)).await.map_err(|_| Refusal::BodyTimeout)?
}

async fn collect(downstream: &mut Downstream, awaits_continue: bool) -> Result<Bytes, Refusal> {
    // Pingora does not answer `Expect: 100-continue` on our behalf (RFC 9110 §10.1.1): the client would wait for ever.
    if awaits_continue {
        downstream.as_downstream_mut().write_continue_response().await.map_err(|_| Refusal::BodyTimeout)?;
    }
    let mut body = BytesMut::new();
    while let Some(chunk) =
        downstream.as_downstream_mut().read_request_body().await.map_err(|error| refusal_for(&error))?
    {
        if body.len() + chunk.len() > MAX_BODY {
            return Err(Refusal::BodyTooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// A body that did not come, or one that is none.
fn refusal_for(error: &Error) -> Refusal {
    match error.etype() {
        ErrorType::ReadTimedout | ErrorType::ReadError | ErrorType::ConnectionClosed | ErrorType::H2Error => {
            Refusal::BodyTimeout
        }
        _ => FramingFault::Body.into(),
    }
}

fn is_readable(content_type: &http::HeaderValue) -> bool {
    let Ok(text) = content_type.to_str() else { return false };
    let media_type = text.split(';').next().unwrap_or_default().trim();
    MEDIA_TYPES.iter().any(|readable| media_type.eq_ignore_ascii_case(readable))
}
