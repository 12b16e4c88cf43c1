//! The sign-on policy: what has to be passed between the name and the tokens, and what comes next.

use std::fmt;

use super::authenticators::{self, Authenticator, EMAIL, PASSWORD, PHONE};
use super::levels;
use super::stages::{self, Scene, Stage};

/// One thing that has to be passed.
///
/// Each lives beside the stage that asks for it; an account composes them.
pub(super) trait Requirement: fmt::Debug + Sync {
    /// The stage that asks for it; nothing when it is met.
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>>;
}

/// Everything that has to be passed, in this order.
pub(super) type Requirements = &'static [&'static dyn Requirement];

/// Any one of these authenticators, whichever of them the person has.
#[derive(Debug)]
pub(super) struct AnyOf(pub(super) &'static [&'static dyn Authenticator]);

impl Requirement for AnyOf {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        // A provider of the org's own choice has asked for the password there.
        if scene.transaction.federated && self.0.iter().any(|kind| authenticators::same(*kind, PASSWORD)) {
            return None;
        }
        let met = |kind: &&dyn Authenticator| scene.transaction.has_verified(*kind);
        (!self.0.iter().any(met)).then(|| stages::choose_among(scene, self.0))
    }
}

/// What stands between a forgotten password and a new one.
const RECOVERY: Requirements = &[&AnyOf(&[EMAIL, PHONE]), &stages::NewPassword];

/// What comes after everybody's own policy.
const AFTERWARDS: Requirements = &[&stages::WantedPasskey, &stages::WantedBadge];

/// On to the first requirement that is not met, or to the end.
pub(super) fn next(scene: &mut Scene<'_>) -> Box<dyn Stage> {
    let Some((policy, is_barred)) = scene.person().map(|person| (person.policy, person.is_barred())) else {
        return stages::first(&scene.transaction.request);
    };
    // Not before something is proved: whoever only knows the name learns nothing.
    if is_barred && scene.transaction.has_verified_anything() {
        return stages::turn_away(scene);
    }
    let detour = scene.transaction.detour;
    let open = detour.iter().chain(policy).find_map(|requirement| requirement.open(scene));
    let open = open.or_else(|| levels::open(scene));
    let open = open.or_else(|| AFTERWARDS.iter().find_map(|requirement| requirement.open(scene)));
    open.unwrap_or_else(|| stages::issue(scene))
}

/// Leaves the way that was begun for the one to a new password.
pub(super) fn recover(scene: &mut Scene<'_>) -> Box<dyn Stage> {
    if let Some(refused) = scene.person().and_then(stages::Terminal::no_recovery) {
        return Box::new(refused);
    }
    scene.transaction.detour_by(RECOVERY);
    if scene.transaction.login.is_none() {
        return Box::new(stages::IdentifyRecovery);
    }
    next(scene)
}
