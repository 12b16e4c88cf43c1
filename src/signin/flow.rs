//! The transaction of one site: begun, looked at, finished.

use std::sync::Arc;

use http::StatusCode;
use serde_json::Value;
use tokio::time::Instant;

use super::anchor::Anchor;
use super::conversation::{Conversations, Desk, Turn};
use super::error::SignInError;
use super::limits::Limits;
use super::progress::Progress;
use super::purpose::Beginning;
use super::transaction::{self, Binding, NoRoom, Transaction, TransactionId};
use crate::clock::{Clock, Timestamp};
use crate::http_client::HttpClient;
use crate::idx::{self, Document, Form, IdxError, InteractionHandle, OrgOrigin, Outcome};
use crate::oauth::{AuthenticationAge, Client, CodeVerifier, ExpectedIdentity, InteractRequest, Nonce, State};
use crate::person::PersonContext;
use crate::seal::Seals;
use crate::secret::Secret;
use crate::session::{FinishedMark, Sessions, SitePlace};

/// Signs people in at one site.
pub struct SignIn {
    pub(super) place: SitePlace,
    cookie_prefix: String,
    client: Client,
    idx: idx::Client,
    sessions: Arc<Sessions>,
    pub(super) seals: Seals,
    conversations: Arc<Conversations>,
    limits: Limits,
    pub(super) clock: Clock,
}

/// What signing in at a site takes.
#[derive(Debug)]
pub struct Parts {
    /// The site, and where it sends people.
    pub place: SitePlace,
    /// What the names of the site's transaction cookies begin with.
    pub cookie_prefix: String,
    /// This gateway as a client of the site's authorization server.
    pub client: Client,
    /// The org behind the authorization server: the only place that documents come from.
    pub org: OrgOrigin,
    /// How bytes get there.
    pub http: HttpClient,
    /// Remembers which transactions came to their end.
    pub sessions: Arc<Sessions>,
    /// Seals transactions.
    pub seals: Seals,
    /// The process's conversations, shared by all sites.
    pub conversations: Arc<Conversations>,
    /// Tells the time.
    pub clock: Clock,
}

impl SignIn {
    /// Nothing is asked and nobody is called before somebody comes.
    pub fn new(parts: Parts) -> Self {
        let Parts { place, cookie_prefix, client, org, http, sessions, seals, conversations, clock } = parts;
        let (idx, limits) = (idx::Client::new(http, org), Limits::new());
        Self { place, cookie_prefix, client, idx, sessions, seals, conversations, limits, clock }
    }

    /// The org that documents come from: addresses in them are judged by it.
    pub fn org(&self) -> &OrgOrigin {
        self.idx.org()
    }

    /// How often people may begin, and have the org called.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Begins a transaction: one call, no document yet.
    ///
    /// The handle of the interaction goes into the browser's cookie with everything else, so a crowd that never comes
    /// back leaves nothing behind.
    ///
    /// # Errors
    /// [`SignInError::Misconfigured`] mostly means a switch in the org; [`SignInError::LevelNotReached`] that the org does not have
    /// the level that is asked for.
    pub async fn start(
        &self,
        anchor: &Anchor,
        person: &PersonContext,
        beginning: Beginning,
    ) -> Result<Transaction, SignInError> {
        let (code_verifier, state, nonce) = (CodeVerifier::random(), State::random(), Nonce::random());
        let mut request = InteractRequest::new(code_verifier.challenge(), state.clone(), nonce.clone());
        beginning.add_to(&mut request);
        let handle = self.client.interact(&request, person).await.map_err(|error| beginning.failure(error))?;
        let handle = InteractionHandle::new(handle.expose());
        let now = self.clock.now();
        let Beginning { return_target, purpose, .. } = beginning;
        Transaction::new(handle, code_verifier, state, nonce, return_target, purpose, now)
            .fitted(&self.binding(anchor))
            .map_err(|_| SignInError::HostileDocument("the interaction handle is longer than a cookie"))
    }

    /// The value of the transaction's cookie. Sealing it anew starts its idle time again.
    pub fn seal(&self, anchor: &Anchor, transaction: &Transaction) -> String {
        transaction.seal(&self.binding(anchor), self.clock.now())
    }

    /// The transaction in the cookie of that name, if it is of this site and this browser and still lasts.
    pub fn open(&self, anchor: &Anchor, id: &TransactionId, sealed: &str) -> Option<Transaction> {
        Transaction::open(&self.binding(anchor), id, sealed, self.clock.now())
    }

    /// Which of the browser's transactions (name and sealed value each) to take back before a new one begins.
    ///
    /// # Errors
    /// [`NoRoom`] when somebody is in the middle of all of them: the person goes on with one instead.
    pub fn make_room(&self, anchor: &Anchor, kept: &[(&str, &str)]) -> Result<Vec<String>, NoRoom> {
        let open = |(name, sealed): &(&str, &str)| {
            let transaction = TransactionId::parse(name).and_then(|id| self.open(anchor, &id, sealed));
            ((*name).to_owned(), transaction)
        };
        transaction::make_room(kept.iter().map(open).collect())
    }

    /// Where the transaction stands: the document at hand, else the Identity Engine is asked.
    ///
    /// # Errors
    /// When it cannot be asked; the transaction goes on.
    pub async fn current(&self, transaction: &Transaction, person: &PersonContext) -> Result<Progress, SignInError> {
        if self.was_finished(transaction).await? {
            return Ok(Progress::AlreadyFinished);
        }
        let desk = self.desk(transaction);
        if let Some(document) = transaction.not_behind(desk.settled_document(self.clock.now())) {
            return Ok(Progress::step(document));
        }
        let turn = desk.turn().await.map_err(SignInError::unavailable)?;
        // Whoever had the turn before may have brought what was missing.
        if self.was_finished(transaction).await? {
            return Ok(Progress::AlreadyFinished);
        }
        match transaction.not_behind(turn.settled_document(self.clock.now())) {
            Some(document) => Ok(Progress::step(document)),
            None => self.look(transaction, &turn, person).await,
        }
    }

    /// Gives a transaction up, here and, as far as that is possible, at the Identity Engine.
    ///
    /// # Errors
    /// When its end could not be remembered.
    pub async fn cancel(&self, transaction: &Transaction, person: &PersonContext) -> Result<(), SignInError> {
        if !self.sessions.finish_once(self.mark(transaction), transaction.ends_at()).await? {
            return Ok(());
        }
        let desk = self.desk(transaction);
        // Who is in the middle of a call learns from the mark that it was for nothing.
        let Some(turn) = desk.turn_at_once() else { return Ok(()) };
        let document = turn.document();
        turn.forget();
        let form = document.as_deref().and_then(|document| document.action("cancel"));
        if let Some((form, body)) = form.and_then(|form| Some((form, form.body(&idx::Inputs::none()).ok()?)))
            && self.limits.call(person, self.clock.now()).is_ok()
            && let Err(error) = self.proceed(&turn, form, &body, person).await
        {
            tracing::debug!(error = &error as &dyn std::error::Error, "A sign-in could not be cancelled at the org");
        }
        Ok(())
    }

    /// Asks where the conversation stands and acts on the answer.
    pub(super) async fn look(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        self.count_call(turn, person)?;
        match self.introspect(transaction, turn, person).await {
            Ok(document) => self.conclude(transaction, turn, document, person).await,
            Err(error) if is_dead(&error) => self.over(transaction, turn).await,
            Err(error) => Err(error.into()),
        }
    }

    /// What a document means for the transaction.
    pub(super) async fn conclude(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        document: Document,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        if document.session_expired() {
            return self.over(transaction, turn).await;
        }
        match document.outcome() {
            Outcome::Finished(code) => {
                let code = Secret::new(code.expose());
                self.redeem(transaction, turn, &code, person).await
            }
            Outcome::SuccessRedirect(href) => match href.for_browser(self.org()) {
                Ok(url) => Ok(Progress::Leave(url)),
                Err(_) => Err(SignInError::HostileDocument("its end leads where no browser is sent")),
            },
            // A failure has messages to show; its link only shows them again.
            Outcome::FailureRedirect(_) | Outcome::Step | Outcome::Terminal { .. } => {
                Ok(Progress::step(turn.keep(document)))
            }
        }
    }

    /// Redeems the interaction code, if nobody else did.
    ///
    /// The mark is set before the call: whatever becomes of the answer, no second one is made. Everything that can
    /// fail beforehand does.
    pub(super) async fn redeem(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        code: &Secret,
        person: &PersonContext,
    ) -> Result<Progress, SignInError> {
        turn.forget();
        self.client.prepare().await?;
        let mark = self.mark(transaction);
        if !self.sessions.finish_awaited(mark, transaction.ends_at()).await? {
            return Ok(Progress::AlreadyFinished);
        }
        let max_age = transaction.purpose().required.as_ref().and_then(|required| required.max_age);
        let asked_at = transaction.started_at();
        let expected = ExpectedIdentity {
            nonce: transaction.nonce().clone(),
            authentication_age: max_age.map(|max_age| AuthenticationAge { max_age, asked_at }),
        };
        let verifier = transaction.code_verifier();
        let redeemed = self.client.redeem_interaction_code(code, verifier, &expected, person).await;
        match redeemed {
            Ok(tokens) => Ok(Progress::Finished(Box::new(tokens))),
            Err(error) => {
                // Nobody need wait for what does not come; a store that cannot be told forgets it by itself.
                let _ = self.sessions.hand_over(mark, None).await;
                Err(SignInError::after_the_end(error))
            }
        }
    }

    /// The conversation is dead. It may have come to its end at another replica, while it was asked for here.
    pub(super) async fn over(&self, transaction: &Transaction, turn: &Turn<'_>) -> Result<Progress, SignInError> {
        turn.forget();
        let finished = self.was_finished(transaction).await?;
        Ok(if finished { Progress::AlreadyFinished } else { Progress::Expired })
    }

    pub(super) async fn introspect(
        &self,
        transaction: &Transaction,
        turn: &Turn<'_>,
        person: &PersonContext,
    ) -> Result<Document, IdxError> {
        let answer = self.idx.introspect(transaction.interaction_handle(), person).await;
        if answer.is_ok() {
            turn.settled();
        }
        answer
    }

    /// Sends a form, once.
    pub(super) async fn proceed(
        &self,
        turn: &Turn<'_>,
        form: &Form,
        body: &Value,
        person: &PersonContext,
    ) -> Result<Document, IdxError> {
        turn.unsettled();
        let answer = self.idx.proceed(form, body, person).await;
        let known = match &answer {
            Ok(_) => true,
            Err(error) => {
                matches!(error, IdxError::Unreachable(_) | IdxError::RateLimited { .. } | IdxError::ForeignHref)
            }
        };
        if known {
            turn.settled();
        }
        answer
    }

    /// Counts a call that a person waits for, against what the org takes of one sign-in and what this person may have it called.
    pub(super) fn count_call(&self, desk: &Desk<'_>, person: &PersonContext) -> Result<(), SignInError> {
        let limited = |wait| SignInError::RateLimited { reset: Some(self.in_a_while(wait)) };
        desk.pace().call(Instant::now()).map_err(limited)?;
        self.limits.call(person, self.clock.now()).map_err(|too_many| limited(too_many.retry_after))
    }

    pub(super) async fn was_finished(&self, transaction: &Transaction) -> Result<bool, SignInError> {
        Ok(self.sessions.was_finished(self.mark(transaction)).await?)
    }

    pub(super) fn desk(&self, transaction: &Transaction) -> Desk<'_> {
        self.conversations.desk(&self.place, transaction)
    }

    fn in_a_while(&self, wait: std::time::Duration) -> Timestamp {
        Timestamp::from_unix(self.clock.now().as_unix() + wait.as_secs() + 1)
    }

    /// What remembers that this transaction came to its end.
    pub fn mark(&self, transaction: &Transaction) -> FinishedMark {
        self.place.finished_mark(transaction.interaction_handle().expose())
    }

    fn binding<'a>(&'a self, anchor: &'a Anchor) -> Binding<'a> {
        Binding { seals: &self.seals, place: &self.place, cookie_prefix: &self.cookie_prefix, anchor }
    }
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("place", &self.place).finish_non_exhaustive()
    }
}

/// Whether an answer to introspection says, in the words of the API, that there is no such conversation any more.
pub(super) fn is_dead(error: &IdxError) -> bool {
    const GONE: [StatusCode; 4] =
        [StatusCode::BAD_REQUEST, StatusCode::UNAUTHORIZED, StatusCode::NOT_FOUND, StatusCode::GONE];
    matches!(error, IdxError::Api { status, .. } if GONE.contains(status))
}
