//! `gatehouse keygen`: a new key that seals cookies.

use super::{CommandError, output};
use crate::random;

pub(super) fn run() -> Result<(), CommandError> {
    output::data(&format!("{}\n", random::token()))
}
