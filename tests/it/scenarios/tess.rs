//! Tess, who has to set up things of all kinds at her first sign-in.

use crate::support::visit::Visit;

pub(super) const TESS: &str = "tess@example.com";

/// She has chosen to set that up.
pub(super) async fn tess(row: &str) -> Visit {
    let mut tess = Visit::of("tess").await;
    tess.sees("Set up how you sign in");
    tess.chooses(row).await;
    tess
}

/// It was set up: the list is shorter, and the rest is left.
pub(super) async fn is_set_up(tess: &mut Visit, row: &str) {
    tess.sees("Set up how you sign in");
    assert!(tess.row(row).is_none(), "{row} is still to be set up: {}", tess.page.body);
    tess.presses("skip").await;
    tess.arrives_as(TESS);
}
