//! An HTTP/2 client that sends header fields as no library would: cookies in crumbs, an authority of its own.

use std::net::SocketAddr;

use bytes::Bytes;
use h2::client::SendRequest;
use http::{Request, Response};

use super::tls::Certificate;

/// One connection.
pub(crate) struct Http2 {
    sender: SendRequest<Bytes>,
}

impl Http2 {
    pub(crate) async fn open(certificate: &Certificate, address: SocketAddr) -> Self {
        let stream = certificate.connect(address, "h2").await;
        let (sender, connection) = h2::client::handshake(stream).await.expect("HTTP/2");
        tokio::spawn(async move {
            let _ = connection.await;
        });
        Self { sender }
    }

    /// Sends a request whose answer may never come: whether the connection goes before it does.
    pub(crate) async fn is_left_without_answer(&mut self, request: Request<()>) -> bool {
        let ready = self.sender.clone().ready().await.expect("a connection");
        let (response, _stream) = { ready }.send_request(request, true).expect("a stream");
        response.await.is_err()
    }

    /// Sends a request and reads the whole answer.
    pub(crate) async fn send(&mut self, request: Request<()>, body: &'static str) -> Response<String> {
        let (response, mut stream) = self
            .sender
            .clone()
            .ready()
            .await
            .expect("a connection")
            .send_request(request, body.is_empty())
            .expect("a stream");
        if !body.is_empty() {
            stream.send_data(Bytes::from_static(body.as_bytes()), true).expect("room for a body");
        }
        let (parts, mut body) = response.await.expect("an answer").into_parts();
        let mut text = Vec::new();
        while let Some(chunk) = body.data().await {
            let chunk = chunk.expect("a piece of the answer");
            let _ = body.flow_control().release_capacity(chunk.len());
            text.extend_from_slice(&chunk);
        }
        Response::from_parts(parts, String::from_utf8_lossy(&text).into_owned())
    }
}
