//! The people behind the accounts: their authenticators, and what has happened to them since the demo started.

use std::collections::{BTreeMap, HashMap};

use super::accounts::{Account, Standing, UNLOCKED_BY};
use super::authenticators::{self, Authenticator, EMAIL, Facts, PASSWORD};
use super::policy::Requirements;

/// How many wrong passwords or codes lock an account.
const WRONG_GUESSES: u32 = 5;
/// How long a lock-out by wrong guesses lasts, in seconds.
const LOCK_OUT: u64 = 60;

/// A person and what has happened to them since the demo started.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) login: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) given_name: String,
    pub(super) family_name: String,
    pub(super) groups: Vec<String>,
    pub(super) email_verified: bool,
    pub(super) policy: Requirements,
    /// What stands between the person and an unlocked account.
    pub(super) unlocked_by: Requirements,
    pub(super) standing: Standing,
    /// What else the person has told about themselves, by attribute.
    pub(super) profile: BTreeMap<String, String>,
    pub(super) password: Option<String>,
    /// The password is not the one that the account had at the start.
    pub(super) password_changed: bool,
    /// When the person was first asked to set up what may be put off for a while.
    pub(super) first_asked: Option<u64>,
    pub(super) enrollments: Vec<Enrollment>,
    enrolled: usize,
    wrong_guesses: u32,
    locked_until: Option<u64>,
}

/// One authenticator that a person has set up.
#[derive(Debug, Clone)]
pub(super) struct Enrollment {
    pub(super) id: String,
    pub(super) authenticator: &'static dyn Authenticator,
    pub(super) facts: Facts,
}

impl Enrollment {
    /// What is remembered under that name, or nothing.
    pub(super) fn fact(&self, name: &str) -> &str {
        self.facts.get(name).map_or("", String::as_str)
    }
}

/// Everybody as they are when the demo starts, by login.
pub(super) fn everybody() -> HashMap<String, Person> {
    Account::all().iter().map(|account| (account.login.to_owned(), Person::of(account))).collect()
}

impl Person {
    fn of(account: &Account) -> Self {
        let setup = account.setup;
        let mut person = Self {
            login: account.login.to_owned(),
            id: setup.id.to_owned(),
            name: account.name.to_owned(),
            given_name: setup.given_name.to_owned(),
            family_name: setup.family_name.to_owned(),
            groups: setup.groups.iter().map(|group| (*group).to_owned()).collect(),
            email_verified: setup.email_verified,
            policy: setup.policy,
            unlocked_by: setup.unlocked_by,
            standing: setup.standing,
            profile: BTreeMap::new(),
            password: account.password.map(str::to_owned),
            password_changed: false,
            first_asked: None,
            enrollments: Vec::new(),
            enrolled: 0,
            wrong_guesses: 0,
            locked_until: None,
        };
        if account.password.is_some() {
            person.enroll(PASSWORD, Facts::new());
        }
        person.enroll(EMAIL, authenticators::email_facts(account.login));
        for (authenticator, facts) in setup.has {
            person.enroll(*authenticator, facts.iter().map(|(name, fact)| (*name, (*fact).to_owned())).collect());
        }
        person
    }

    /// Somebody new, with nothing set up yet.
    pub(super) fn signed_up(login: &str, given_name: &str, family_name: &str, policy: Requirements) -> Self {
        Self {
            login: login.to_owned(),
            id: format!("00udemo{}", &crate::random::token()[..13]),
            name: format!("{given_name} {family_name}"),
            given_name: given_name.to_owned(),
            family_name: family_name.to_owned(),
            groups: vec!["Everyone".to_owned()],
            email_verified: false,
            policy,
            unlocked_by: UNLOCKED_BY,
            standing: Standing::Active,
            profile: BTreeMap::new(),
            password: None,
            password_changed: false,
            first_asked: None,
            enrollments: Vec::new(),
            enrolled: 0,
            wrong_guesses: 0,
            locked_until: None,
        }
    }

    /// Adds an enrolment, with what is to be remembered of it.
    pub(super) fn enroll(&mut self, authenticator: &'static dyn Authenticator, facts: Facts) {
        let number = &self.id[self.id.len() - 4..];
        let id = format!("{}demo{number}{:07}", authenticator.about().enrollment_prefix, self.enrolled);
        self.enrolled += 1;
        self.enrollments.push(Enrollment { id, authenticator, facts });
    }

    /// Adds to what is remembered of an enrolment.
    pub(super) fn remember(&mut self, enrollment: &str, facts: Facts) {
        if let Some(enrollment) = self.enrollments.iter_mut().find(|other| other.id == enrollment) {
            enrollment.facts.extend(facts);
        }
    }

    /// The enrolments of any of these kinds, in the order they were made.
    pub(super) fn enrolled(&self, among: &[&dyn Authenticator]) -> Vec<&Enrollment> {
        let is_among =
            |enrollment: &&Enrollment| among.iter().any(|kind| authenticators::same(*kind, enrollment.authenticator));
        self.enrollments.iter().filter(is_among).collect()
    }

    /// Whether the person has an enrolment of that kind.
    pub(super) fn has(&self, authenticator: &dyn Authenticator) -> bool {
        !self.enrolled(&[authenticator]).is_empty()
    }

    pub(super) fn is_locked(&self, now: u64) -> bool {
        self.standing == Standing::Locked || self.locked_until.is_some_and(|until| now < until)
    }

    /// Whether an administrator keeps this person out, whatever they prove.
    pub(super) fn is_barred(&self) -> bool {
        matches!(self.standing, Standing::Suspended | Standing::Deactivated)
    }

    /// Counts a wrong guess; true when it was the one that locks the account.
    pub(super) fn guessed_wrong(&mut self, now: u64) -> bool {
        self.wrong_guesses += 1;
        if self.wrong_guesses < WRONG_GUESSES {
            return false;
        }
        self.wrong_guesses = 0;
        self.locked_until = Some(now + LOCK_OUT);
        true
    }

    /// Ends a lock-out, whatever began it.
    pub(super) fn unlock(&mut self) {
        if self.standing == Standing::Locked {
            self.standing = Standing::Active;
        }
        self.locked_until = None;
        self.wrong_guesses = 0;
    }

    pub(super) fn guessed_right(&mut self) {
        self.wrong_guesses = 0;
    }

    /// Replaces the password; it is neither expired nor about to expire any more.
    pub(super) fn change_password(&mut self, password: String) {
        self.password = Some(password);
        self.password_changed = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_wrong_guesses_lock_an_account_for_a_minute() {
        let mut ada = everybody().remove("ada@example.com").expect("she is in the table");

        let locked: Vec<bool> = (0..5).map(|_| ada.guessed_wrong(1000)).collect();

        assert_eq!(locked, [false, false, false, false, true]);
        assert!(ada.is_locked(1059));
        assert!(!ada.is_locked(1060));
    }

    #[test]
    fn identifiers_are_twenty_characters_and_belong_to_one_person() {
        let mut ids: Vec<String> = Account::all().iter().map(|account| account.setup.id.to_owned()).collect();
        ids.extend(everybody().into_values().flat_map(|person| person.enrollments).map(|enrollment| enrollment.id));
        let count = ids.len();
        ids.sort();
        ids.dedup();

        assert_eq!(ids.len(), count);
        assert!(ids.iter().all(|id| id.len() >= 18), "{ids:?}");
    }
}
