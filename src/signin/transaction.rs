//! What must be remembered of a sign-in, and how the browser keeps it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::anchor::Anchor;
use super::purpose::Purpose;
use crate::clock::Timestamp;
use crate::gate::ReturnTarget;
use crate::idx::{Document, InteractionHandle, Revision};
use crate::oauth::{CodeVerifier, Nonce, State};
use crate::seal::{Context, Seals};
use crate::session::SitePlace;

/// A sign-in takes no longer than this, whatever happens.
pub(super) const LIFETIME: Duration = Duration::from_secs(60 * 60);
/// A sign-in that nobody touches for so long is over.
pub(super) const IDLE: Duration = Duration::from_secs(15 * 60);
/// The longest sealed transaction: three of them, the session and the application's own cookies fit into one header.
const MAX_SEALED: usize = 1800;
/// What the notes take that are made on the way.
const NOTED_LATER: usize = 28;
/// How many transactions one browser keeps at one site.
const MAX_KEPT: usize = 3;

/// A sign-in in progress.
#[derive(Clone, Debug)]
pub struct Transaction {
    id: TransactionId,
    memory: Memory,
}

/// The name of a transaction in addresses and cookie names: a short hash of its `state`, which it does not lead to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TransactionId(String);

/// What lies in the seal, in short words.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Memory {
    #[serde(rename = "h")]
    interaction_handle: InteractionHandle,
    #[serde(rename = "v")]
    code_verifier: CodeVerifier,
    #[serde(rename = "s")]
    state: State,
    #[serde(rename = "n")]
    nonce: Nonce,
    #[serde(rename = "r")]
    return_target: ReturnTarget,
    #[serde(flatten)]
    purpose: Purpose,
    #[serde(rename = "b")]
    started_at: Timestamp,
    #[serde(rename = "u")]
    used_at: Timestamp,
    /// Whether the person has entered anything.
    #[serde(rename = "t", default, skip_serializing_if = "std::ops::Not::not")]
    typed: bool,
    #[serde(rename = "e", default, skip_serializing_if = "std::ops::Not::not")]
    dead_end: bool,
    /// Whether a form came that a script of ours had signed.
    #[serde(rename = "j", default, skip_serializing_if = "std::ops::Not::not")]
    scripted: bool,
    /// The document that the person left behind last, by the beginning of its revision.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    left: Option<String>,
}

/// Enough to tell the documents of one transaction apart.
fn beginning(revision: Revision) -> String {
    revision.to_string().chars().take(12).collect()
}

/// All transactions that this browser keeps are in use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this browser has {MAX_KEPT} sign-ins under way already")]
pub struct NoRoom {
    /// The one that was used last.
    pub latest: TransactionId,
}

/// A transaction is too large for a cookie: its interaction handle must be enormous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

impl TransactionId {
    const BYTES: usize = 9;

    /// Reads the name out of an address or a cookie's name.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == Self::BYTES * 4 / 3
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        shaped.then(|| Self(text.to_owned()))
    }

    /// The name of the transaction that `state` came back for.
    pub fn of_state(state: &str) -> Self {
        let hash = Sha256::digest(Context::new("transaction id").with(state).as_bytes());
        Self(URL_SAFE_NO_PAD.encode(&hash[..Self::BYTES]))
    }

    /// Twelve characters of base64url.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TransactionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Transaction {
    pub(super) fn new(
        interaction_handle: InteractionHandle,
        code_verifier: CodeVerifier,
        state: State,
        nonce: Nonce,
        return_target: ReturnTarget,
        purpose: Purpose,
        now: Timestamp,
    ) -> Self {
        let id = TransactionId::of_state(state.expose());
        let memory = Memory {
            interaction_handle,
            code_verifier,
            state,
            nonce,
            return_target,
            purpose,
            started_at: now,
            used_at: now,
            typed: false,
            dead_end: false,
            scripted: false,
            left: None,
        };
        Self { id, memory }
    }

    /// Its name.
    pub fn id(&self) -> &TransactionId {
        &self.id
    }

    /// Where the person wanted to go.
    pub fn return_target(&self) -> &ReturnTarget {
        &self.memory.return_target
    }

    /// What it is for.
    pub fn purpose(&self) -> &Purpose {
        &self.memory.purpose
    }

    /// When it began.
    pub fn started_at(&self) -> Timestamp {
        self.memory.started_at
    }

    /// When it is over, whatever happens.
    pub fn ends_at(&self) -> Timestamp {
        self.memory.started_at.plus(LIFETIME)
    }

    /// How long it lasts when it is sealed now and nobody uses it again: the age of its cookie.
    pub fn time_left(&self, now: Timestamp) -> Duration {
        self.ends_at().min(now.plus(IDLE)).since(now)
    }

    /// Whether it still lasted at `now`, sealed when it was.
    fn lasts(&self, now: Timestamp) -> bool {
        now < self.ends_at().min(self.memory.used_at.plus(IDLE))
    }

    /// Whether the person has entered anything: then it is not dropped for another.
    pub fn is_typed_into(&self) -> bool {
        self.memory.typed
    }

    /// Notes that the person has entered something; to be sealed again.
    pub fn note_input(&mut self) {
        self.memory.typed = true;
    }

    /// Notes that it has come to where no form leads on from: it makes way when another one begins, and is not begun with
    /// again.
    pub fn note_dead_end(&mut self) {
        self.memory.typed = false;
        self.memory.dead_end = true;
    }

    /// Whether nobody has typed into it and somebody still could.
    pub fn is_untouched(&self) -> bool {
        !self.memory.typed && !self.memory.dead_end
    }

    /// Whether our scripts are known to run in this browser: then no page has to move by itself.
    pub fn runs_scripts(&self) -> bool {
        self.memory.scripted
    }

    /// Notes that our scripts run in this browser; to be sealed again.
    pub fn note_scripts(&mut self) {
        self.memory.scripted = true;
    }

    /// Notes where an answer has led: whoever has seen that document knows that the one before is over; to be sealed again.
    pub fn note_step(&mut self, submitted: Revision, answered: Revision) {
        self.memory.left = (submitted != answered).then(|| beginning(submitted));
    }

    /// The document at hand, unless the person has left it behind: another replica has answered since.
    pub(super) fn not_behind(&self, at_hand: Option<Arc<Document>>) -> Option<Arc<Document>> {
        at_hand.filter(|document| self.memory.left.as_deref() != Some(&beginning(document.revision())))
    }

    /// Whether `state`, from a callback, is this transaction's own.
    pub fn has_state(&self, state: &str) -> bool {
        self.memory.state == State::new(state)
    }

    pub(super) fn interaction_handle(&self) -> &InteractionHandle {
        &self.memory.interaction_handle
    }

    pub(super) fn code_verifier(&self) -> &CodeVerifier {
        &self.memory.code_verifier
    }

    pub(super) fn nonce(&self) -> &Nonce {
        &self.memory.nonce
    }

    /// Seals it for one browser at one place. Being sealed is being used: the idle time begins again.
    pub(super) fn seal(&self, binding: &Binding<'_>, now: Timestamp) -> String {
        let memory = Memory { used_at: now, ..self.memory.clone() };
        let text = serde_json::to_string(&memory).expect("strings and numbers are JSON");
        binding.seals.seal(&binding.context(&self.id), &text)
    }

    /// Opens what was sealed for this browser, this place and this name, while it lasts.
    pub(super) fn open(binding: &Binding<'_>, id: &TransactionId, sealed: &str, now: Timestamp) -> Option<Self> {
        let text = binding.seals.open(&binding.context(id), sealed)?;
        let memory: Memory = serde_json::from_str(&text).ok()?;
        let transaction = Self { id: TransactionId::of_state(memory.state.expose()), memory };
        (transaction.id == *id && transaction.lasts(now)).then_some(transaction)
    }

    /// The transaction with as much of its return target as a cookie can hold.
    pub(super) fn fitted(mut self, binding: &Binding<'_>) -> Result<Self, TooLarge> {
        let targets =
            [self.memory.return_target.clone(), self.memory.return_target.without_query(), ReturnTarget::default()];
        for target in targets {
            self.memory.return_target = target;
            if self.seal(binding, self.memory.used_at).len() + NOTED_LATER <= MAX_SEALED {
                return Ok(self);
            }
        }
        Err(TooLarge)
    }
}

/// What a transaction is bound to, beside its own name.
pub(super) struct Binding<'a> {
    pub(super) seals: &'a Seals,
    pub(super) place: &'a SitePlace,
    pub(super) cookie_prefix: &'a str,
    pub(super) anchor: &'a Anchor,
}

impl Binding<'_> {
    fn context(&self, id: &TransactionId) -> Context {
        self.place.context("transaction").with(self.cookie_prefix).with(id.as_str()).with(self.anchor.hash())
    }
}

/// Which of the kept transactions make way for a new one: all that do not open, then the oldest that nobody typed into.
pub(super) fn make_room(kept: Vec<(String, Option<Transaction>)>) -> Result<Vec<String>, NoRoom> {
    let (mut open, mut dropped) = (Vec::new(), Vec::new());
    for (name, transaction) in kept {
        match transaction {
            Some(transaction) => open.push(transaction),
            None => dropped.push(name),
        }
    }
    open.sort_by_key(|transaction| (transaction.memory.typed, transaction.memory.used_at));
    let surplus = (open.len() + 1).saturating_sub(MAX_KEPT);
    for transaction in open.iter().take(surplus) {
        if transaction.memory.typed {
            let latest = open.iter().max_by_key(|transaction| transaction.memory.used_at);
            return Err(NoRoom { latest: latest.unwrap_or(transaction).id.clone() });
        }
        dropped.push(transaction.id.0.clone());
    }
    Ok(dropped)
}

#[cfg(test)]
mod tests {
    use super::super::purpose::SteppedUp;
    use super::*;
    use crate::config::{KeyRing, RequiredAuthentication};

    const NOW: Timestamp = Timestamp::from_unix(1_700_000_000);

    fn seals(keys: &[u8]) -> Seals {
        Seals::new(&KeyRing::new(keys.iter().map(|key| [*key; 32]).collect()).expect("keys"))
    }

    fn place(origin: &str) -> SitePlace {
        SitePlace::new(origin, "https://org.example", "0oaclient", "__Host-gatehouse")
    }

    fn transaction(target: &str) -> Transaction {
        Transaction::new(
            InteractionHandle::new("h".repeat(43)),
            CodeVerifier::random(),
            State::random(),
            Nonce::random(),
            ReturnTarget::parse(target, "/.gatehouse").expect("a local target"),
            Purpose::default(),
            NOW,
        )
    }

    struct Browser {
        seals: Seals,
        place: SitePlace,
        anchor: Anchor,
    }

    impl Browser {
        fn new() -> Self {
            Self { seals: seals(&[1]), place: place("https://a.example"), anchor: Anchor::fresh() }
        }

        fn binding(&self) -> Binding<'_> {
            let Self { seals, place, anchor } = self;
            Binding { seals, place, anchor, cookie_prefix: "__Secure-gatehouse-tx-" }
        }

        fn opens(&self, transaction: &Transaction, sealed: &str, now: Timestamp) -> bool {
            Transaction::open(&self.binding(), transaction.id(), sealed, now).is_some()
        }
    }

    #[test]
    fn comes_back_as_it_was_sealed() {
        let browser = Browser::new();
        let mut transaction = transaction("/reports?year=2026");
        transaction.note_input();

        let sealed = transaction.seal(&browser.binding(), NOW);
        let opened = Transaction::open(&browser.binding(), transaction.id(), &sealed, NOW).expect("opens");

        assert_eq!(opened.return_target().as_str(), "/reports?year=2026");
        assert_eq!(opened.interaction_handle(), transaction.interaction_handle());
        assert_eq!(opened.code_verifier(), transaction.code_verifier());
        assert!(opened.is_typed_into() && opened.has_state(transaction.memory.state.expose()));
    }

    #[test]
    fn remembers_what_it_is_for_and_whose_session_it_steps_up() {
        let browser = Browser::new();
        let required = RequiredAuthentication { acr: vec!["phr".to_owned()], max_age: Some(Duration::from_secs(300)) };
        let stepping_up = SteppedUp { session: "tag".to_owned(), subject: "00uada".to_owned() };
        let purpose = Purpose { required: Some(required), stepping_up: Some(stepping_up) };
        let mut transaction = transaction("/reports");
        transaction.memory.purpose = purpose.clone();

        let sealed = transaction.seal(&browser.binding(), NOW);
        let opened = Transaction::open(&browser.binding(), transaction.id(), &sealed, NOW).expect("opens");

        assert_eq!(opened.purpose(), &purpose);
    }

    #[test]
    fn one_carried_to_another_browser_or_site_does_not_open() {
        let browser = Browser::new();
        let transaction = transaction("/");
        let sealed = transaction.seal(&browser.binding(), NOW);

        let other_browser = Browser { anchor: Anchor::fresh(), ..Browser::new() };
        let other_site =
            Browser { place: place("https://b.example"), anchor: browser.anchor.clone(), ..Browser::new() };
        let other_cookie = Binding { cookie_prefix: "gatehouse-tx-", ..browser.binding() };

        assert!(browser.opens(&transaction, &sealed, NOW));
        assert!(!other_browser.opens(&transaction, &sealed, NOW));
        assert!(!other_site.opens(&transaction, &sealed, NOW));
        assert!(Transaction::open(&other_cookie, transaction.id(), &sealed, NOW).is_none());
    }

    #[test]
    fn does_not_open_under_the_name_of_another() {
        let browser = Browser::new();
        let (one, other) = (transaction("/"), transaction("/"));

        let sealed = one.seal(&browser.binding(), NOW);

        assert!(!browser.opens(&other, &sealed, NOW));
    }

    #[test]
    fn ends_fifteen_minutes_after_its_last_use_and_an_hour_after_its_start() {
        let browser = Browser::new();
        let transaction = transaction("/");
        let minutes = |minutes: u64| NOW.plus(Duration::from_secs(60 * minutes));

        let sealed = transaction.seal(&browser.binding(), NOW);
        let used_late = transaction.seal(&browser.binding(), minutes(50));

        assert!(browser.opens(&transaction, &sealed, minutes(14)));
        assert!(!browser.opens(&transaction, &sealed, minutes(15)));
        assert!(browser.opens(&transaction, &used_late, minutes(59)));
        assert!(!browser.opens(&transaction, &used_late, minutes(60)));
    }

    #[test]
    fn the_cookie_lasts_as_long_as_what_is_sealed_in_it() {
        let browser = Browser::new();
        let started = transaction("/");
        let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
        let sealed = started.seal(&browser.binding(), NOW);
        let later = NOW.plus(minutes(14));

        let opened = Transaction::open(&browser.binding(), started.id(), &sealed, later).expect("opens");

        assert_eq!(opened.time_left(later), minutes(15));
        assert_eq!(opened.time_left(NOW.plus(minutes(50))), minutes(10));
        assert_eq!(opened.time_left(NOW.plus(minutes(61))), Duration::ZERO);
    }

    #[test]
    fn survives_a_rotation_of_keys() {
        let browser = Browser::new();
        let transaction = transaction("/");
        let sealed = transaction.seal(&browser.binding(), NOW);

        let rotated = Browser { seals: seals(&[2, 1]), ..browser };

        assert!(rotated.opens(&transaction, &sealed, NOW));
    }

    #[test]
    fn cookies_of_transactions_are_small_and_say_when_a_target_was_cut() {
        let browser = Browser::new();
        let longest = transaction(&format!("/report?{}", "x".repeat(1016)));
        let with_long_handle = Transaction {
            memory: Memory { interaction_handle: InteractionHandle::new("h".repeat(700)), ..longest.memory.clone() },
            ..longest.clone()
        };
        let hopeless = Transaction {
            memory: Memory { interaction_handle: InteractionHandle::new("h".repeat(3000)), ..longest.memory.clone() },
            ..longest.clone()
        };

        let whole = longest.fitted(&browser.binding()).expect("fits");
        let cut = with_long_handle.fitted(&browser.binding()).expect("fits");

        assert!(whole.seal(&browser.binding(), NOW).len() <= MAX_SEALED);
        assert!(!whole.return_target().is_shortened());
        assert!(cut.seal(&browser.binding(), NOW).len() <= MAX_SEALED);
        assert_eq!((cut.return_target().as_str(), cut.return_target().is_shortened()), ("/report", true));
        assert!(hopeless.fitted(&browser.binding()).is_err());
    }

    #[test]
    fn debug_shows_no_secret() {
        let transaction = transaction("/");

        let shown = format!("{transaction:?}");

        for secret in [transaction.memory.state.expose(), transaction.memory.nonce.expose(), "hhhhh"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }

    fn kept(used_at: u64, typed: bool) -> (String, Option<Transaction>) {
        let mut transaction = transaction("/");
        transaction.memory.used_at = NOW.plus(Duration::from_secs(used_at));
        transaction.memory.typed = typed;
        (transaction.id.0.clone(), Some(transaction))
    }

    #[test]
    fn the_oldest_that_nobody_typed_into_makes_room() {
        let (old_typed, older, newer) = (kept(0, true), kept(1, false), kept(2, false));
        let expected = older.0.clone();

        let dropped = make_room(vec![newer, old_typed, older, ("dead".to_owned(), None)]);

        assert_eq!(dropped, Ok(vec!["dead".to_owned(), expected]));
    }

    #[test]
    fn a_half_done_sign_in_is_never_dropped_for_a_new_one() {
        let all = vec![kept(0, true), kept(9, true), kept(5, true)];
        let latest = TransactionId(all[1].0.clone());

        assert_eq!(make_room(all), Err(NoRoom { latest }));
    }

    #[test]
    fn two_sign_ins_leave_room_for_a_third() {
        assert_eq!(make_room(vec![kept(0, false), kept(1, true)]), Ok(Vec::new()));
    }
}
