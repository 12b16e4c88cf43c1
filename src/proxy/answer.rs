//! The one writer of every answer that is the gateway's own.
//!
//! Two things must never be forgotten, so they are done here alone: without `Content-Length` Pingora ends an HTTP/1 answer by closing the
//! connection, and the fields of a connection are Pingora's business.

use bytes::Bytes;
use http::{HeaderValue, Method, Response, StatusCode, header};
use pingora::http::ResponseHeader;
use pingora::proxy::Session as Downstream;

use crate::gate::is_hop_by_hop;

/// Sends `answer`; for HEAD everything but the body.
pub(super) async fn write(downstream: &mut Downstream, answer: Response<Bytes>) -> pingora::Result<()> {
    let (parts, body) = answer.into_parts();
    let to_head = downstream.req_header().method == Method::HEAD;
    let mut head = ResponseHeader::build(parts.status, Some(parts.headers.len() + 2))?;
    for (name, value) in &parts.headers {
        if *name != header::CONTENT_LENGTH && !is_hop_by_hop(name) {
            head.append_header(name.clone(), value.clone())?;
        }
    }
    if may_have_body(parts.status) {
        // A router answers HEAD with the length of what it left out.
        let stated = parts.headers.get(header::CONTENT_LENGTH).filter(|_| to_head && body.is_empty());
        let length = stated.cloned().unwrap_or_else(|| HeaderValue::from(body.len()));
        head.insert_header(header::CONTENT_LENGTH, length)?;
    }
    let is_complete = to_head || body.is_empty() || !may_have_body(parts.status);
    downstream.write_response_header(Box::new(head), is_complete).await?;
    if !is_complete {
        downstream.write_response_body(Some(body), true).await?;
    }
    Ok(())
}

/// RFC 9110 §6.4.1 and §8.6.
const fn may_have_body(status: StatusCode) -> bool {
    !matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) && status.as_u16() >= 200
}
