//! The accounts of the emulated org: who there is, what the sign-on policy asks of them, what is special about each.
//!
//! They stand in three lists below this module, by what they are there to show.

mod devices;
mod everyday;
mod questions;

use std::sync::LazyLock;

use super::authenticators::{Authenticator, EMAIL, PASSWORD, PHONE};
use super::policy::{AnyOf, Requirements};
use super::stages::Unlocked;

/// A person who can sign in to the demo, as the table of accounts prints them.
#[derive(Debug, Clone, Copy)]
pub struct Account {
    /// What is typed into the first field.
    pub login: &'static str,
    /// The password at the start; absent for a person who has none.
    pub password: Option<&'static str>,
    /// The person's name.
    pub name: &'static str,
    /// One sentence: what signing in with this account shows.
    pub shows: &'static str,
    /// Whether codes are sent, to be read in the demo's inbox.
    pub reads_codes: bool,
    pub(super) setup: Setup,
}

/// What the org knows of a person at the start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setup {
    pub(super) id: &'static str,
    pub(super) given_name: &'static str,
    pub(super) family_name: &'static str,
    pub(super) groups: &'static [&'static str],
    pub(super) email_verified: bool,
    /// What has to be passed, in this order.
    pub(super) policy: Requirements,
    /// What stands between the person and an unlocked account.
    pub(super) unlocked_by: Requirements,
    /// What is enrolled beside the password and the e-mail address.
    pub(super) has: &'static [(&'static dyn Authenticator, FixedFacts)],
    pub(super) standing: Standing,
}

/// What is remembered of an enrolment at the start.
pub(super) type FixedFacts = &'static [(&'static str, &'static str)];

/// What is special about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Active,
    /// Locked from the start, and not by time.
    Locked,
    /// Suspended by an administrator: known, and never let in.
    Suspended,
    /// Deactivated: as if nobody had that name any more.
    Deactivated,
    /// The transaction dies as soon as the org knows who signs in.
    TransactionExpires,
}

const EVERYBODY: &[&str] = &["Everyone"];
/// Somebody about whom there is nothing special; completed with `..`.
const PLAIN: Setup = Setup {
    id: "",
    given_name: "",
    family_name: "",
    groups: EVERYBODY,
    email_verified: true,
    policy: &[&AnyOf(&[PASSWORD])],
    unlocked_by: UNLOCKED_BY,
    has: &[],
    standing: Standing::Active,
};

/// How most people unlock their accounts.
pub(super) const UNLOCKED_BY: Requirements = &[&AnyOf(&[EMAIL, PHONE]), &Unlocked { goes_on: false }];

static EVERYONE: LazyLock<Vec<Account>> =
    LazyLock::new(|| [everyday::ACCOUNTS, devices::ACCOUNTS, questions::ACCOUNTS].concat());

impl Account {
    /// Everybody, in the order of the printed table.
    pub(crate) fn all() -> &'static [Self] {
        &EVERYONE
    }
}
