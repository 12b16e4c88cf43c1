//! What is kept beside a transaction: convenience, lost without harm.

use std::ops::Deref;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use sha2::{Digest as _, Sha256};

use super::pace::Pace;
use super::transaction::{IDLE, LIFETIME, Transaction};
use crate::clock::Timestamp;
use crate::idx::{Document, Outcome};
use crate::session::SitePlace;

/// What all documents together may weigh in memory.
const ALL_DOCUMENTS: u64 = 64 * 1024 * 1024;
/// More conversations than that are not under way within a quarter of an hour.
const MOST_CONVERSATIONS: u64 = 100_000;
/// Longer than two calls in a row may take; who has waited so long is told to come back.
const LONGEST_WAIT: Duration = Duration::from_secs(35);

/// The documents and turns of all transactions of this process, within fixed bounds.
///
/// Entries are named by a hash of place and interaction handle, so only who has opened a sealed transaction finds one.
pub struct Conversations {
    running: Cache<Key, Arc<Conversation>>,
    documents: Cache<Key, Arc<Document>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key([u8; 32]);

/// One transaction's place in the queue.
#[derive(Default)]
struct Conversation {
    /// Held for the length of a call.
    turn: tokio::sync::Mutex<()>,
    /// Held to count, never across an await.
    pace: Mutex<Pace>,
    /// Whether a call was begun whose answer nobody saw.
    in_doubt: AtomicBool,
    /// How many submissions were answered.
    answered: AtomicU64,
}

/// One transaction's conversation.
pub(super) struct Desk<'a> {
    key: Key,
    conversation: Arc<Conversation>,
    documents: &'a Cache<Key, Arc<Document>>,
}

/// The right to call: there is one at a time.
pub(super) struct Turn<'a> {
    desk: &'a Desk<'a>,
    _turn: tokio::sync::MutexGuard<'a, ()>,
}

/// Somebody else's call takes too long.
#[derive(Debug, thiserror::Error)]
#[error("another call of this sign-in has not been answered yet")]
pub(super) struct Busy;

impl Conversations {
    /// None yet. One of these serves all sites of a process, for the bounds are the process's own.
    pub fn new() -> Arc<Self> {
        Arc::new(Self::with_room(ALL_DOCUMENTS))
    }

    fn with_room(bytes: u64) -> Self {
        let documents = Cache::builder()
            .max_capacity(bytes)
            .weigher(|_, document: &Arc<Document>| u32::try_from(document.weight()).unwrap_or(u32::MAX))
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(IDLE)
            .time_to_live(LIFETIME)
            .build();
        let running = Cache::builder()
            .max_capacity(MOST_CONVERSATIONS)
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(IDLE)
            .build();
        Self { running, documents }
    }

    pub(super) fn desk(&self, place: &SitePlace, transaction: &Transaction) -> Desk<'_> {
        let context = place.context("conversation").with(transaction.interaction_handle().expose());
        let key = Key(Sha256::digest(context.as_bytes()).into());
        let conversation = self.running.get_with(key, Arc::default);
        Desk { key, conversation, documents: &self.documents }
    }
}

impl std::fmt::Debug for Conversations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Conversations").field("documents", &self.documents.entry_count()).finish_non_exhaustive()
    }
}

impl Desk<'_> {
    /// Waits for the right to call.
    pub(super) async fn turn(&self) -> Result<Turn<'_>, Busy> {
        let turn = tokio::time::timeout(LONGEST_WAIT, self.conversation.turn.lock()).await.map_err(|_| Busy)?;
        Ok(Turn { desk: self, _turn: turn })
    }

    /// The right to call, if nobody else has it.
    pub(super) fn turn_at_once(&self) -> Option<Turn<'_>> {
        Some(Turn { desk: self, _turn: self.conversation.turn.try_lock().ok()? })
    }

    /// The latest document, whatever is going on.
    pub(super) fn document(&self) -> Option<Arc<Document>> {
        self.documents.get(&self.key)
    }

    /// The latest document, if it is certain to be where the conversation stands.
    pub(super) fn settled_document(&self, now: Timestamp) -> Option<Arc<Document>> {
        let document = self.document().filter(|_| !self.conversation.in_doubt.load(Ordering::Acquire))?;
        document.expires_at().is_none_or(|end| end > now).then_some(document)
    }

    /// How many submissions were answered so far.
    pub(super) fn answered_submissions(&self) -> u64 {
        self.conversation.answered.load(Ordering::Acquire)
    }

    pub(super) fn pace(&self) -> MutexGuard<'_, Pace> {
        self.conversation.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Keeps a document that can be shown again; an interaction code is never kept.
    pub(super) fn keep(&self, document: Document) -> Arc<Document> {
        let document = Arc::new(document);
        if !matches!(document.outcome(), Outcome::Finished(_)) {
            self.desk.documents.insert(self.desk.key, Arc::clone(&document));
        }
        document
    }

    /// Forgets the document: the conversation is over.
    pub(super) fn forget(&self) {
        self.desk.documents.invalidate(&self.desk.key);
    }

    /// From here on until [`settled`](Self::settled), nobody knows where the conversation stands; should the browser
    /// go away now, whoever comes next looks first.
    pub(super) fn unsettled(&self) {
        self.desk.conversation.in_doubt.store(true, Ordering::Release);
    }

    pub(super) fn settled(&self) {
        self.desk.conversation.in_doubt.store(false, Ordering::Release);
    }

    pub(super) fn submission_answered(&self) {
        self.desk.conversation.answered.fetch_add(1, Ordering::AcqRel);
    }
}

impl<'a> Deref for Turn<'a> {
    type Target = Desk<'a>;

    fn deref(&self) -> &Self::Target {
        self.desk
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::purpose::Purpose;
    use super::*;
    use crate::gate::ReturnTarget;
    use crate::idx::InteractionHandle;
    use crate::oauth::{CodeVerifier, Nonce, State};

    fn transaction() -> Transaction {
        Transaction::new(
            InteractionHandle::new(crate::random::token()),
            CodeVerifier::random(),
            State::random(),
            Nonce::random(),
            ReturnTarget::default(),
            Purpose::default(),
            Timestamp::from_unix(0),
        )
    }

    fn document(words: &str) -> Document {
        let messages = json!({ "value": [{ "message": words, "class": "INFO" }] });
        let body = json!({ "version": "1.0.0", "stateHandle": "handle", "messages": messages });
        Document::parse(body.to_string().as_bytes()).expect("a document")
    }

    fn place(origin: &str) -> SitePlace {
        SitePlace::new(origin, "https://org.example", "0oaclient", "gatehouse")
    }

    #[tokio::test]
    async fn all_documents_together_stay_within_their_budget() {
        let one = document(&"x".repeat(10_000));
        let room = 5 * one.weight() as u64;
        let (conversations, place) = (Conversations::with_room(room), place("https://app.example"));
        let transactions: Vec<_> = (0..40).map(|_| transaction()).collect();

        for transaction in &transactions {
            conversations.desk(&place, transaction).turn().await.expect("nobody else").keep(one.clone());
        }
        conversations.documents.run_pending_tasks();

        assert!(conversations.documents.weighted_size() <= room);
        assert!(conversations.desk(&place, &transactions[39]).document().is_some());
        assert!(conversations.desk(&place, &transactions[0]).document().is_none());
    }

    #[tokio::test]
    async fn a_document_is_found_by_its_own_transaction_at_its_own_place_only() {
        let (conversations, place_a) = (Conversations::new(), place("https://a.example"));
        let (one, other) = (transaction(), transaction());

        conversations.desk(&place_a, &one).turn().await.expect("nobody else").keep(document("hello"));

        assert!(conversations.desk(&place_a, &one).document().is_some());
        assert!(conversations.desk(&place_a, &other).document().is_none());
        assert!(conversations.desk(&place("https://b.example"), &one).document().is_none());
    }

    #[tokio::test]
    async fn there_is_one_turn_at_a_time_for_a_transaction() {
        let (conversations, place, transaction) = (Conversations::new(), place("https://a.example"), transaction());
        let (here, there) = (conversations.desk(&place, &transaction), conversations.desk(&place, &transaction));

        let turn = here.turn().await.expect("nobody else");

        assert!(there.turn_at_once().is_none());
        drop(turn);
        assert!(there.turn_at_once().is_some());
    }
}
