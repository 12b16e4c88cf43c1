//! An HTTP/1 client that sends exactly the bytes it is given.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// How long a test waits for anything before it fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// An answer, taken apart.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let lines = self.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        lines.map(|(_, value)| value.as_str()).collect()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.all(name).first().copied()
    }
}

/// One connection.
pub(crate) struct Connection {
    socket: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Self {
        let socket = TcpStream::connect(address).await.expect("the gateway listens");
        Self { socket, buffer: Vec::new() }
    }

    pub(crate) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.socket.write_all(bytes.as_ref()).await.expect("the gateway reads");
    }

    /// Sends although the other side may be gone; says whether it went out.
    pub(crate) async fn try_send(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.socket.write_all(bytes.as_ref()).await.is_ok()
    }

    /// Reads one answer to a request that was not HEAD.
    pub(crate) async fn answer(&mut self) -> Answer {
        self.try_answer(false).await.expect("an answer")
    }

    /// Reads one answer to a HEAD request.
    pub(crate) async fn head_answer(&mut self) -> Answer {
        self.try_answer(true).await.expect("an answer")
    }

    /// Reads one answer, or nothing when the connection closes first.
    pub(crate) async fn try_answer(&mut self, to_head: bool) -> Option<Answer> {
        tokio::time::timeout(PATIENCE, self.read_answer(to_head)).await.expect("an answer in time")
    }

    /// Whether the other side closes within `patience`, without sending anything more.
    pub(crate) async fn closes_within(&mut self, patience: Duration) -> bool {
        assert!(self.buffer.is_empty(), "unread: {}", self.buffer.escape_ascii());
        let mut byte = [0];
        match tokio::time::timeout(patience, self.socket.read(&mut byte)).await {
            Ok(Ok(0) | Err(_)) => true,
            Ok(Ok(_)) => panic!("more was sent: {}", byte.escape_ascii()),
            Err(_) => false,
        }
    }

    /// Reads until that text has arrived.
    pub(crate) async fn read_until(&mut self, text: &str) -> String {
        let read = async {
            while !self.buffer.windows(text.len()).any(|window| window == text.as_bytes()) {
                if self.socket.read_buf(&mut self.buffer).await.unwrap_or(0) == 0 {
                    break;
                }
            }
            String::from_utf8_lossy(&std::mem::take(&mut self.buffer)).into_owned()
        };
        let read = tokio::time::timeout(PATIENCE, read).await.expect("the text in time");
        assert!(read.contains(text), "{text:?} is not in {read:?}");
        read
    }

    async fn read_answer(&mut self, to_head: bool) -> Option<Answer> {
        let end = loop {
            if let Some(at) = self.buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            if self.socket.read_buf(&mut self.buffer).await.unwrap_or(0) == 0 {
                return None;
            }
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        self.buffer.drain(..end);
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect();
        let mut answer = Answer { status, headers, body: String::new() };
        let length = answer.header("content-length").map(|length| length.parse().expect("a length"));
        let is_bodiless = to_head || status < 200 || status == 204 || status == 304;
        let body = match length {
            _ if is_bodiless => Vec::new(),
            Some(length) => self.read_exactly(length).await?,
            None => self.read_to_end().await,
        };
        answer.body = String::from_utf8_lossy(&body).into_owned();
        Some(answer)
    }

    async fn read_exactly(&mut self, length: usize) -> Option<Vec<u8>> {
        while self.buffer.len() < length {
            if self.socket.read_buf(&mut self.buffer).await.unwrap_or(0) == 0 {
                return None;
            }
        }
        Some(self.buffer.drain(..length).collect())
    }

    async fn read_to_end(&mut self) -> Vec<u8> {
        while self.socket.read_buf(&mut self.buffer).await.unwrap_or(0) > 0 {}
        std::mem::take(&mut self.buffer)
    }
}
