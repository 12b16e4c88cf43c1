//! The people behind the accounts: their authenticators, and what has happened to them since the demo started.

use std::collections::HashMap;

use super::accounts::{ACCOUNTS, Account, Setup, Standing};

/// A kind of authenticator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Factor {
    Password,
    Email,
    Phone,
    Question,
}

/// How many wrong passwords or codes lock an account.
const WRONG_GUESSES: u32 = 5;
/// How long a lock-out by wrong guesses lasts, in seconds.
const LOCK_OUT: u64 = 60;

/// A person and what has happened to them since the demo started.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) account: &'static Account,
    pub(super) setup: Setup,
    pub(super) password: Option<String>,
    pub(super) enrollments: Vec<Enrollment>,
    wrong_guesses: u32,
    locked_until: Option<u64>,
}

/// One authenticator that a person has set up.
#[derive(Debug, Clone)]
pub(super) struct Enrollment {
    pub(super) id: String,
    pub(super) factor: Factor,
    /// The address or number that codes go to.
    pub(super) destination: Option<String>,
}

/// Everybody as they are when the demo starts, by login.
pub(super) fn everybody() -> HashMap<String, Person> {
    ACCOUNTS.iter().map(|account| (account.login.to_owned(), Person::new(account))).collect()
}

impl Person {
    fn new(account: &'static Account) -> Self {
        let setup = account.setup;
        let number = &setup.id[setup.id.len() - 4..];
        let mut enrollments = Vec::new();
        let mut enroll = |prefix: &str, factor, destination: Option<&str>| {
            let id = format!("{prefix}demo{number}{:07}", enrollments.len());
            enrollments.push(Enrollment { id, factor, destination: destination.map(str::to_owned) });
        };
        if account.password.is_some() {
            enroll("lae", Factor::Password, None);
        }
        enroll("eae", Factor::Email, Some(account.login));
        for phone in setup.phones {
            enroll("pae", Factor::Phone, Some(phone));
        }
        if setup.question.is_some() {
            enroll("qae", Factor::Question, None);
        }
        Self {
            account,
            setup,
            password: account.password.map(str::to_owned),
            enrollments,
            wrong_guesses: 0,
            locked_until: None,
        }
    }

    pub(super) fn enrollment(&self, id: &str) -> Option<&Enrollment> {
        self.enrollments.iter().find(|enrollment| enrollment.id == id)
    }

    /// The enrolments whose kind is one of `factors`, in the order they were made.
    pub(super) fn enrolled(&self, factors: &[Factor]) -> Vec<&Enrollment> {
        self.enrollments.iter().filter(|enrollment| factors.contains(&enrollment.factor)).collect()
    }

    pub(super) fn is_locked(&self, now: u64) -> bool {
        self.setup.standing == Standing::Locked || self.locked_until.is_some_and(|until| now < until)
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

    pub(super) fn guessed_right(&mut self) {
        self.wrong_guesses = 0;
    }

    /// Replaces the password; it is neither expired nor about to expire any more.
    pub(super) fn change_password(&mut self, password: String) {
        self.password = Some(password);
        if matches!(self.setup.standing, Standing::PasswordExpired | Standing::PasswordExpiring) {
            self.setup.standing = Standing::Active;
        }
    }
}

impl Factor {
    /// The identifier of the authenticator itself; phones share it, which is why they have enrolment ids.
    pub(super) const fn authenticator_id(self) -> &'static str {
        match self {
            Self::Password => "autdemopassword00001",
            Self::Email => "autdemoemail00000002",
            Self::Phone => "autdemophone00000003",
            Self::Question => "autdemoquestion00004",
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Password => "okta_password",
            Self::Email => "okta_email",
            Self::Phone => "phone_number",
            Self::Question => "security_question",
        }
    }

    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Question => "security_question",
        }
    }

    pub(super) const fn display_name(self) -> &'static str {
        match self {
            Self::Password => "Password",
            Self::Email => "Email",
            Self::Phone => "Phone",
            Self::Question => "Security Question",
        }
    }

    pub(super) const fn methods(self) -> &'static [&'static str] {
        match self {
            Self::Password => &["password"],
            Self::Email => &["email"],
            Self::Phone => &["sms", "voice"],
            Self::Question => &["security_question"],
        }
    }

    /// What a use of this authenticator adds to `amr` (RFC 8176).
    pub(super) const fn reference(self) -> &'static str {
        match self {
            Self::Password => "pwd",
            Self::Email => "otp",
            Self::Phone => "sms",
            Self::Question => "kba",
        }
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
        let mut ids: Vec<String> = ACCOUNTS.iter().map(|account| account.setup.id.to_owned()).collect();
        ids.extend(everybody().into_values().flat_map(|person| person.enrollments).map(|enrollment| enrollment.id));
        let count = ids.len();
        ids.sort();
        ids.dedup();

        assert_eq!(ids.len(), count);
        assert!(ids.iter().all(|id| id.len() >= 18), "{ids:?}");
    }
}
