//! The one outgoing HTTP client.
//!
//! It moves bytes and knows no protocol: a request in, a response out. It follows no redirects, keeps no cookies (one
//! jar for all people would mix them up) and reads no more of a body than it was told to.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Request, Response};

/// Cheap to clone; all clones share connections.
#[derive(Clone, Debug)]
pub struct HttpClient {
    inner: reqwest::Client,
}

/// Why no response came back.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// The request never reached the server, so it had no effect.
    #[error("the server could not be reached")]
    Unreachable(#[source] reqwest::Error),
    /// The request may have reached the server: its effect is unknown.
    #[error("no complete answer came back")]
    Interrupted(#[source] reqwest::Error),
    /// The answer is longer than anything this server should send.
    #[error("the answer is longer than {limit} bytes")]
    TooLarge {
        /// The most that would have been read.
        limit: usize,
    },
}

/// What stood in the way, as far as an operator can do something about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportFault {
    /// The host's name has no address.
    NameResolution,
    /// Nobody listens there, or something in between refuses.
    Connection,
    /// Nobody answered in time.
    Timeout,
    /// The two do not trust each other; the text says why.
    Tls(String),
    /// The server broke off or said something that is not HTTP.
    Broken,
}

impl TransportError {
    /// Looks through the causes for the one to act on.
    pub fn fault(&self) -> TransportFault {
        let error = match self {
            Self::Unreachable(error) | Self::Interrupted(error) => error,
            Self::TooLarge { .. } => return TransportFault::Broken,
        };
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
        while let Some(error) = cause {
            if let Some(fault) = fault_of(error) {
                return fault;
            }
            cause = error.source();
        }
        match () {
            () if error.is_timeout() => TransportFault::Timeout,
            () if error.is_connect() => TransportFault::Connection,
            () => TransportFault::Broken,
        }
    }

    /// Whether the server may have acted on the request although no answer arrived.
    pub const fn outcome_is_unknown(&self) -> bool {
        !matches!(self, Self::Unreachable(_))
    }
}

/// The HTTP client could not be built.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client could not be built")]
pub struct HttpClientError(#[source] reqwest::Error);

impl HttpClient {
    /// A client that connects within 5 seconds and is done within 15.
    ///
    /// # Errors
    /// When TLS cannot be set up on this machine.
    pub fn new() -> Result<Self, HttpClientError> {
        crate::tls::install_provider();
        let inner = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(15))
            // Shorter than the minute after which servers and balancers hang up: a request on a connection that is
            // being closed ends with an unknown outcome.
            .pool_idle_timeout(Duration::from_secs(45))
            .build()
            .map_err(HttpClientError)?;
        Ok(Self { inner })
    }

    /// Sends `request` and reads an answer of at most `limit` bytes, whatever its status.
    ///
    /// # Errors
    /// A [`TransportError`] that tells whether the server may have acted on the request.
    pub async fn send(&self, request: Request<Bytes>, limit: usize) -> Result<Response<Bytes>, TransportError> {
        let request = reqwest::Request::try_from(request).map_err(TransportError::Unreachable)?;
        let mut answer = self.inner.execute(request).await.map_err(|error| {
            if error.is_connect() || error.is_builder() {
                TransportError::Unreachable(error.without_url())
            } else {
                TransportError::Interrupted(error.without_url())
            }
        })?;
        let too_large = TransportError::TooLarge { limit };
        if answer.content_length().is_some_and(|length| length > limit as u64) {
            return Err(too_large);
        }
        let mut body = BytesMut::new();
        while let Some(chunk) =
            answer.chunk().await.map_err(|error| TransportError::Interrupted(error.without_url()))?
        {
            if body.len() + chunk.len() > limit {
                return Err(too_large);
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = Response::new(body.freeze());
        *response.status_mut() = answer.status();
        std::mem::swap(response.headers_mut(), answer.headers_mut());
        Ok(response)
    }
}

/// What one error in a chain of causes means, if it means anything by itself.
fn fault_of(error: &(dyn std::error::Error + 'static)) -> Option<TransportFault> {
    // The connector's errors have no public type, only a text.
    if error.to_string() == "dns error" {
        return Some(TransportFault::NameResolution);
    }
    if let Some(error) = error.downcast_ref::<rustls::Error>() {
        return Some(TransportFault::Tls(error.to_string()));
    }
    let error = error.downcast_ref::<std::io::Error>()?;
    // An I/O error passes over what it wraps when it is asked for its source, and may wrap another one.
    if let Some(fault) = error.get_ref().and_then(|wrapped| fault_of(wrapped)) {
        return Some(fault);
    }
    match error.kind() {
        std::io::ErrorKind::ConnectionRefused => Some(TransportFault::Connection),
        std::io::ErrorKind::TimedOut => Some(TransportFault::Timeout),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
