//! An application behind the gateway: a closure answers, everything that arrives is written down.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A request as it came over the wire.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Received {
    /// All values of a header, in order; the name in whatever case.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let lines = self.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        lines.map(|(_, value)| value.as_str()).collect()
    }

    /// The header's one value; two would be a fault.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        let values = self.all(name);
        assert!(values.len() <= 1, "{name} came {} times", values.len());
        values.first().copied()
    }
}

/// What an application does with a request.
pub(crate) enum Reply {
    /// Sends these bytes and waits for the next request.
    Bytes(Vec<u8>),
    /// Sends these bytes and closes.
    Last(Vec<u8>),
    /// Takes these pieces as they come, until the sender is gone.
    Stream(tokio::sync::mpsc::Receiver<Vec<u8>>),
    /// Sends these bytes, then everything back that arrives.
    Echo(Vec<u8>),
    /// Says nothing.
    Silence,
}

/// An application that listens on a free port.
pub(crate) struct Application {
    pub(crate) address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    connections: Arc<AtomicUsize>,
}

impl Application {
    /// Answers every request with 200 and `hello`.
    pub(crate) async fn start() -> Self {
        Self::answering(|_| Reply::Bytes(ok("hello"))).await
    }

    pub(crate) async fn answering(reply: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound socket");
        let received = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(AtomicUsize::new(0));
        let (log, count, reply) = (Arc::clone(&received), Arc::clone(&connections), Arc::new(reply));
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(socket, Arc::clone(&log), Arc::clone(&reply)));
            }
        });
        Self { address, received, connections }
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no panic holds it").clone()
    }

    /// The one request that arrived.
    pub(crate) fn only(&self) -> Received {
        let received = self.received();
        assert_eq!(received.len(), 1, "{received:#?}");
        received[0].clone()
    }

    /// The latest request.
    pub(crate) fn last(&self) -> Received {
        self.received().last().expect("a request").clone()
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Nothing reached it, not even a connection.
    pub(crate) fn assert_untouched(&self, what: &str) {
        let received = self.received();
        assert!(received.is_empty(), "{what} reached the application: {received:#?}");
    }
}

/// A plain 200.
pub(crate) fn ok(body: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nContent-Type: text/plain\r\n\r\n{body}", body.len()).into_bytes()
}

async fn serve(
    mut socket: TcpStream,
    log: Arc<Mutex<Vec<Received>>>,
    reply: Arc<impl Fn(&Received) -> Reply + Send + Sync + 'static>,
) {
    let mut buffer = Vec::new();
    while let Some(received) = read_request(&mut socket, &mut buffer).await {
        let reply = reply(&received);
        log.lock().expect("no panic holds it").push(received);
        match reply {
            Reply::Bytes(bytes) => {
                if socket.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Reply::Last(bytes) => {
                let _ = socket.write_all(&bytes).await;
                return;
            }
            Reply::Stream(mut pieces) => {
                while let Some(piece) = pieces.recv().await {
                    if socket.write_all(&piece).await.is_err() {
                        return;
                    }
                }
                return;
            }
            Reply::Echo(bytes) => {
                let _ = socket.write_all(&bytes).await;
                let (mut reader, mut writer) = socket.split();
                let _ = tokio::io::copy(&mut reader, &mut writer).await;
                return;
            }
            Reply::Silence => std::future::pending().await,
        }
    }
}

async fn read_request(socket: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Received> {
    let end = loop {
        if let Some(at) = find(buffer, b"\r\n\r\n") {
            break at + 4;
        }
        if socket.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
    let mut lines = head.lines();
    let mut first = lines.next()?.splitn(3, ' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect();
    buffer.drain(..end);
    let mut received = Received { method, target, headers, body: Vec::new() };
    if received.one("expect").is_some() {
        socket.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await.ok()?;
    }
    if received.one("transfer-encoding").is_some() {
        while find(buffer, b"0\r\n\r\n").is_none() {
            if socket.read_buf(buffer).await.ok()? == 0 {
                return None;
            }
        }
        received.body = std::mem::take(buffer);
    } else if let Some(length) = received.one("content-length") {
        let length: usize = length.parse().expect("a length");
        while buffer.len() < length {
            if socket.read_buf(buffer).await.ok()? == 0 {
                return None;
            }
        }
        received.body = buffer.drain(..length).collect();
    }
    Some(received)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
