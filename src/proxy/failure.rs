//! What a log may say about an error of Pingora's.
//!
//! Its text may hold what was received: the head of an answer that could not be read stands in it byte for byte, and with it the
//! cookies of an application. So the text is never printed, only what kind of failure it was, whose, and what the system said.

use std::io;

use pingora::{Error, ErrorType};

/// The printable part of an error.
#[derive(Clone, Copy)]
pub(super) struct Failure<'e>(&'e Error);

impl<'e> Failure<'e> {
    pub(super) const fn of(error: &'e Error) -> Self {
        Self(error)
    }

    /// What failed, in Pingora's word for it.
    pub(super) fn kind(self) -> &'static str {
        self.0.etype().as_str()
    }

    /// On whose side: `Upstream`, `Downstream` or `Internal`.
    pub(super) fn side(self) -> &'static str {
        self.0.esource().as_str()
    }

    /// What the system said, where connecting, reading or writing failed; the words are the standard library's, not the message's.
    pub(super) fn system(self) -> Option<String> {
        let touches_the_network = matches!(
            self.0.etype(),
            ErrorType::ConnectTimedout
                | ErrorType::ConnectRefused
                | ErrorType::ConnectNoRoute
                | ErrorType::ConnectError
                | ErrorType::TLSHandshakeFailure
                | ErrorType::ReadError
                | ErrorType::WriteError
                | ErrorType::ConnectionClosed
        );
        let cause = self.0.root_cause().downcast_ref::<io::Error>().filter(|_| touches_the_network)?;
        Some(cause.kind().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_network_failure_is_said_and_its_text_is_not() {
        let cause = io::Error::new(io::ErrorKind::ConnectionRefused, "secret of the cause");
        let error = Error::because(ErrorType::ConnectError, "secret of the context", cause).into_up();
        let failure = Failure::of(&error);

        assert_eq!((failure.kind(), failure.side()), ("ConnectError", "Upstream"));
        assert_eq!(failure.system().as_deref(), Some("connection refused"));
    }

    #[test]
    fn a_head_that_could_not_be_read_has_no_cause_to_print() {
        let cause = io::Error::other("Set-Cookie: secret");
        let error = Error::because(ErrorType::InvalidHTTPHeader, "buf: Set-Cookie: secret", cause);

        assert_eq!(Failure::of(&error).system(), None);
    }
}
