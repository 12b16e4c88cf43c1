//! The runtime of everything but the connections of people, which the gateway's own workers serve: accepting them, the admin listener, stores,
//! signals.

use std::future::Future;

use super::CommandError;

/// Two, so that a long answer of the admin listener keeps nobody from being accepted; there is never much to do.
const THREADS: usize = 2;

/// Runs `main` to its end.
pub(super) fn block_on<T>(main: impl Future<Output = Result<T, CommandError>>) -> Result<T, CommandError> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.worker_threads(THREADS).enable_all().build().map_err(CommandError::Runtime)?;
    runtime.block_on(main)
}
