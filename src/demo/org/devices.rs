//! What people hold in their hands beside the browser: telephones that ask them something, and things that show codes.

use super::Org;
use super::authenticators::{NFC, Signal, Waiting};

/// A question that waits on somebody's device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Whose device it is.
    pub login: String,
    /// What asks.
    pub what: String,
    /// Agreeing takes a number that the page of the sign-in shows.
    pub wants_number: bool,
    /// The numbers that the device offers; none before the page shows the right one.
    pub numbers: Vec<u8>,
}

/// A device and the code that it shows now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Whose device it is.
    pub login: String,
    /// `key` of the authenticator.
    pub key: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The code.
    pub code: String,
}

impl Org {
    /// The person agrees to whatever waits for them, as if in another browser or on their telephone: the next poll goes
    /// on. Where a number is wanted this is not enough.
    pub fn approve(&self, login: &str) {
        self.signal(login, Signal::Approve);
    }

    /// The person says that it was not them.
    pub fn reject(&self, login: &str) {
        self.signal(login, Signal::Reject);
    }

    /// The person picks that number on their telephone: right, it agrees; wrong, it rejects.
    pub fn pick_number(&self, login: &str, number: u8) {
        self.signal(login, Signal::Number(number));
    }

    fn signal(&self, login: &str, signal: Signal) {
        for transaction in self.state().transactions.values_mut() {
            match transaction.login.as_deref() {
                Some(owner) if owner == login => transaction.stage.hear(signal),
                Some(_) => {}
                None => transaction.stage.hear_from(login, signal),
            }
        }
    }

    /// Everything that waits on devices, by login; what nobody waits for any more is over.
    pub fn questions(&self) -> Vec<Question> {
        let state = self.state();
        let now = state.now();
        let living = state.transactions.values().filter(|transaction| transaction.is_waited_for(now));
        let mut questions = Vec::new();
        for transaction in living {
            let Some(Waiting { what, wants_number, numbers }) = transaction.stage.waits() else { continue };
            let of = |login| Question { login, what: what.to_owned(), wants_number, numbers: numbers.clone() };
            match transaction.login.clone() {
                Some(login) => questions.push(of(login)),
                // Whoever has a badge may be in front of the reader.
                None => {
                    let holders = state.people.values().filter(|person| person.has(NFC));
                    questions.extend(holders.map(|person| of(person.login.clone())));
                }
            }
        }
        questions.sort_by(|one, other| (&one.login, &one.what).cmp(&(&other.login, &other.what)));
        questions
    }

    /// The code that a device of that person shows now, for the authenticator of that key: of one that is being set up,
    /// else of the first that is enrolled.
    pub fn current_code(&self, login: &str, key: &str) -> Option<String> {
        let state = self.state();
        let now = state.now();
        let mut begun = state.transactions.values().filter(|transaction| transaction.login.as_deref() == Some(login));
        let being_set_up = begun.find_map(|transaction| {
            transaction.stage.shown(now).filter(|(authenticator, _)| authenticator.key() == key).map(|(_, code)| code)
        });
        being_set_up.or_else(|| {
            let mut enrolled = state.people.get(login)?.enrollments.iter();
            let enrollment = enrolled.find(|enrollment| enrollment.authenticator.key() == key)?;
            enrollment.authenticator.current_code(&enrollment.facts, now)
        })
    }

    /// Every device that shows a code now, by login; those that are being set up first.
    pub fn devices(&self) -> Vec<Device> {
        let state = self.state();
        let now = state.now();
        let mut devices: Vec<Device> = state
            .transactions
            .values()
            .filter(|transaction| now < transaction.expires_at)
            .filter_map(|transaction| {
                let login = transaction.login.clone()?;
                let (authenticator, code) = transaction.stage.shown(now)?;
                Some(Device { login, key: authenticator.key(), name: authenticator.display_name(), code })
            })
            .collect();
        for person in state.people.values() {
            devices.extend(person.enrollments.iter().filter_map(|enrollment| {
                let authenticator = enrollment.authenticator;
                let code = authenticator.current_code(&enrollment.facts, now)?;
                let login = person.login.clone();
                Some(Device { login, key: authenticator.key(), name: authenticator.display_name(), code })
            }));
        }
        devices.sort_by(|one, other| one.login.cmp(&other.login));
        devices
    }
}
