//! What the house writes into its log while a test runs.

use std::io;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use gatehouse::telemetry::logging::{self, Format};
use tracing::Dispatch;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::layer::SubscriberExt as _;

/// Two subscribers for good: while there is one alone, `tracing` lets the thread that comes first to a message decide for all
/// threads whether anybody listens, and most tests do not.
static NEVER_ALONE: LazyLock<[Dispatch; 2]> =
    LazyLock::new(|| [(); 2].map(|()| Dispatch::new(tracing_subscriber::registry())));

/// How long is waited for another line.
const MOMENT: Duration = Duration::from_millis(150);

/// The log of this thread, and with it of a test whose runtime has no other and of the gateways that it starts from now on.
pub(crate) struct Log {
    written: Written,
    _guard: DefaultGuard,
}

impl Log {
    /// Begins to write down what is logged, as an operator's filter lets it through.
    pub(crate) fn begin(filter: &str) -> Self {
        LazyLock::force(&NEVER_ALONE);
        let written = Written::default();
        let writer = written.clone();
        let layer = logging::layer(Format::Text, filter, false, move || writer.clone()).expect("a filter");
        let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));
        Self { written, _guard: guard }
    }

    /// Leaves out of all that follows what was written until now.
    pub(crate) fn turn_page(&self) {
        self.written.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Everything so far.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.written.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }

    /// Everything, once nobody has written for a moment: the line of a request comes after its answer.
    pub(crate) async fn whole(&self) -> String {
        let mut text = self.text();
        loop {
            tokio::time::sleep(MOMENT).await;
            let before = std::mem::replace(&mut text, self.text());
            if text.len() == before.len() {
                return text;
            }
        }
    }

    /// The lines so far that contain that.
    pub(crate) fn lines(&self, part: &str) -> Vec<String> {
        self.text().lines().filter(|line| line.contains(part)).map(str::to_owned).collect()
    }
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
