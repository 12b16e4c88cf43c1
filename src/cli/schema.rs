//! `gatehouse schema`: the JSON Schema of the configuration.

use super::{CommandError, output};
use crate::config;

pub(super) fn run() -> Result<(), CommandError> {
    output::data(&config::schema())
}
