//! `GET /stream`: server-sent events with pauses between them.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Query;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use http_body_util::Full;
use http_body_util::combinators::Frame as NextFrame;
use serde::Deserialize;
use tokio::sync::mpsc;

#[derive(Deserialize)]
#[serde(default)]
pub(super) struct Pace {
    events: u32,
    pause_ms: u64,
}

impl Default for Pace {
    fn default() -> Self {
        Self { events: 5, pause_ms: 200 }
    }
}

/// Sends `events` numbered events, each `pause_ms` after the one before.
pub(super) async fn events(Query(pace): Query<Pace>) -> Response {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        for number in 1..=pace.events {
            if sender.send(Bytes::from(format!("data: {number}\n\n"))).await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(pace.pause_ms)).await;
        }
    });
    let mut response = Response::new(Body::new(Received(receiver)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A body of whatever comes out of a channel.
struct Received(mpsc::Receiver<Bytes>);

impl HttpBody for Received {
    type Data = Bytes;
    type Error = Infallible;

    /// The frame is made by a body of one chunk; the return type is that body's, too.
    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<<NextFrame<'static, Full<Bytes>> as Future>::Output> {
        match self.0.poll_recv(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Ready(Some(chunk)) => Pin::new(&mut Full::new(chunk)).poll_frame(context),
        }
    }
}
