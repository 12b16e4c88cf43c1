//! The one runtime: gateway, clients and background tasks live in it, for drivers die with the runtime that made them.

use std::future::Future;

use super::CommandError;

/// Runs `main` to its end.
pub(super) fn block_on<T>(main: impl Future<Output = Result<T, CommandError>>) -> Result<T, CommandError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(CommandError::Runtime)?;
    runtime.block_on(main)
}
