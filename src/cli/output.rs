//! Standard output for data, standard error for words.

use std::error::Error as _;
use std::io::{self, Write as _};

use super::CommandError;

/// Writes data.
pub(super) fn data(text: &str) -> Result<(), CommandError> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(CommandError::Output)
}

/// Writes words; when nobody listens there is nobody to tell.
pub(super) fn words(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Writes an error with its causes.
pub(super) fn complain(error: &CommandError) {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(&format!(": {error}"));
        cause = error.source();
    }
    words(&text);
}
