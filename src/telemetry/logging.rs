//! The log: lines on stderr, as text for people or as JSON for machines.
//!
//! The level is the operator's choice for Gatehouse alone. The crates underneath say at most [`FOREIGN`]: below that, HTTP
//! and TLS engines print headers and frames, and with them cookies and tokens.

use std::fmt;
use std::io::{self, IsTerminal as _};
use std::str::FromStr;

use tracing::{Level, Metadata, Subscriber};
use tracing_subscriber::filter::{EnvFilter, FilterExt as _, LevelFilter, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Layer, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

/// The most that other crates may say.
const FOREIGN: Level = Level::WARN;
/// What is logged when nobody asks for more.
pub const DEFAULT_FILTER: &str = "info";

/// How a line looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Json => "json",
        })
    }
}

/// The word is no log format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected text or json")]
pub struct UnknownFormat;

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Self, UnknownFormat> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(UnknownFormat),
        }
    }
}

/// The log could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum LoggingError {
    /// The filter is not understood.
    #[error("the log filter {0:?} is not understood; write a level such as debug, or gatehouse::idx=debug,info")]
    Filter(String),
    /// Somebody set up a log before.
    #[error("a log is set up already")]
    AlreadySetUp(#[source] tracing_subscriber::util::TryInitError),
}

/// Sets up the log of this process, for `tracing` and for crates that use `log`.
///
/// # Errors
/// [`LoggingError`] when `filter` is not understood or the process has a log.
pub fn init(format: Format, filter: &str) -> Result<(), LoggingError> {
    let colours = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let layer = layer(format, filter, colours, io::stderr)?;
    tracing_subscriber::registry().with(layer).try_init().map_err(LoggingError::AlreadySetUp)
}

/// The log as a layer that writes to `writer`.
///
/// # Errors
/// [`LoggingError::Filter`] when `filter` is not understood.
pub fn layer<S, W>(
    format: Format,
    filter: &str,
    colours: bool,
    writer: W,
) -> Result<Box<dyn Layer<S> + Send + Sync>, LoggingError>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
    W: for<'writer> MakeWriter<'writer> + Send + Sync + 'static,
{
    let chosen = EnvFilter::try_new(filter).map_err(|_| LoggingError::Filter(filter.to_owned()))?;
    // Without a level of its own, no level would be known for both together, and each line of debugging that the engine below
    // does not write would be judged here instead of at its place: some twenty for each request.
    let allowed = chosen.and(filter_fn(is_safe).with_max_level_hint(LevelFilter::TRACE));
    let lines = tracing_subscriber::fmt::layer().with_writer(writer);
    Ok(match format {
        Format::Text => lines.with_ansi(colours).with_filter(allowed).boxed(),
        Format::Json => lines.json().flatten_event(true).with_span_list(false).with_filter(allowed).boxed(),
    })
}

fn is_safe(metadata: &Metadata<'_>) -> bool {
    let is_ours = metadata.target().split("::").next() == Some(env!("CARGO_CRATE_NAME"));
    is_ours || *metadata.level() <= FOREIGN
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no writer panics").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn log(format: Format, filter: &str, speak: impl FnOnce()) -> String {
        let written = Written::default();
        let writer = written.clone();
        let layer = layer(format, filter, false, move || writer.clone()).expect("the filter is understood");
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), speak);
        let bytes = written.0.lock().expect("no writer panics").clone();
        String::from_utf8(bytes).expect("the log is text")
    }

    #[test]
    fn other_crates_say_no_more_than_warnings_whatever_the_filter() {
        let lines = log(Format::Text, "trace", || {
            tracing::trace!("Ours");
            tracing::info!(target: "h2::codec", "A frame with a cookie");
            tracing::trace!(target: "pingora_core::protocols", "A header");
            tracing::info!(target: "gatehouse_other", "Another crate");
            tracing::warn!(target: "pingora_core", "A warning");
        });

        assert!(lines.contains("Ours") && lines.contains("A warning"), "{lines}");
        assert!(!lines.contains("cookie") && !lines.contains("header") && !lines.contains("Another"), "{lines}");
    }

    #[test]
    fn the_filter_chooses_rooms_and_levels() {
        let lines = log(Format::Text, "warn,gatehouse::idx=debug", || {
            tracing::info!(target: "gatehouse::proxy", "Quiet");
            tracing::debug!(target: "gatehouse::idx", "Wanted");
        });

        assert!(lines.contains("Wanted") && !lines.contains("Quiet"), "{lines}");
    }

    #[test]
    fn json_lines_are_flat_objects() {
        let line = log(Format::Json, "info", || tracing::info!(status = 200, "Request answered"));

        let line: serde_json::Value = serde_json::from_str(&line).expect("a JSON object");
        assert_eq!(line["message"], "Request answered");
        assert_eq!(line["status"], 200);
        assert_eq!(line["level"], "INFO");
    }

    #[test]
    fn a_filter_that_is_not_understood_is_named() {
        let error = layer::<tracing_subscriber::Registry, _>(Format::Text, "loud=very", false, io::stderr).err();

        assert!(error.is_some_and(|error| error.to_string().contains("\"loud=very\"")));
    }
}
