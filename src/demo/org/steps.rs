//! The sign-on policy at work: what a submitted form does to a transaction.

use http::StatusCode;
use serde_json::Value;

use super::State;
use super::accounts::Standing;
use super::clients::IdentifyStyle;
use super::mailbox::{Channel, Sent, new_code};
use super::messages::Message;
use super::password_policy;
use super::people::{Enrollment, Factor, Person};
use super::token_endpoint::InteractionCode;
use super::tokens::Grant;
use super::transactions::{Challenge, Step, Transaction};

/// A code that was sent is good for this long, in seconds.
const CODE_LIFETIME: u64 = 300;
/// An interaction code has to be redeemed within this time, in seconds.
const INTERACTION_CODE_LIFETIME: u64 = 60;
const RESENDS: u32 = 3;

/// What the org says about a submission, beside the document of the step that follows.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) status: StatusCode,
    pub(super) messages: Vec<Message>,
    /// A message at the field of that name.
    pub(super) field: Option<(&'static str, Message)>,
}

impl Outcome {
    pub(super) fn accepted() -> Self {
        Self { status: StatusCode::OK, messages: Vec::new(), field: None }
    }

    fn refused(status: StatusCode, message: Message) -> Self {
        Self { status, messages: vec![message], field: None }
    }

    fn refused_at(field: &'static str, status: StatusCode, message: Message) -> Self {
        Self { status, messages: Vec::new(), field: Some((field, message)) }
    }
}

/// Carries out a form whose body was found to fit.
pub(super) fn carry_out(state: &mut State, transaction: &mut Transaction, form: &str, body: &Value) -> Outcome {
    match form {
        "identify" => identify(state, transaction, body),
        "identify-recovery" => identify_for_recovery(state, transaction, body),
        "select-authenticator-authenticate" => select(state, transaction, &body["authenticator"]),
        "authenticator-verification-data" => confirm(state, transaction, &body["authenticator"]),
        "challenge-authenticator" => answer(state, transaction, &body["credentials"]),
        "reenroll-authenticator" | "reenroll-authenticator-warning" | "reset-authenticator" => {
            change_password(state, transaction, &body["credentials"])
        }
        "recover" => recover(state, transaction),
        "resend" => resend(state, transaction),
        "poll" => poll(state, transaction),
        "skip" => {
            transaction.warning_skipped = true;
            advance(state, transaction)
        }
        "cancel" => {
            transaction.restart(state.now());
            Outcome::accepted()
        }
        _ => Outcome::refused(StatusCode::FORBIDDEN, Message::error("security.access_denied", "Access denied.")),
    }
}

/// The enrolments that would do for what is asked now.
pub(super) fn candidates<'p>(transaction: &Transaction, person: &'p Person) -> Vec<&'p Enrollment> {
    if transaction.recovering {
        return person.enrolled(&[Factor::Email, Factor::Phone]);
    }
    person.enrolled(open_stage(transaction, person).unwrap_or(&[]))
}

fn open_stage(transaction: &Transaction, person: &Person) -> Option<&'static [Factor]> {
    let met = |stage: &&&[Factor]| stage.iter().any(|factor| transaction.verified.contains(factor));
    person.setup.policy.iter().find(|stage| !met(stage)).copied()
}

fn identify(state: &mut State, transaction: &mut Transaction, body: &Value) -> Outcome {
    let login = text(&body["identifier"]).trim().to_lowercase();
    let one_step =
        state.client(&transaction.request.client_id).is_some_and(|client| client.identify == IdentifyStyle::OneStep);
    let now = state.now();
    let Some(person) = state.people.get_mut(&login) else {
        return if one_step { authentication_failed() } else { unknown_user(&login) };
    };
    if one_step {
        let right = person.password.as_deref() == Some(text(&body["credentials"]["passcode"]));
        if person.is_locked(now) || !right {
            person.guessed_wrong(now);
            return authentication_failed();
        }
        person.guessed_right();
        transaction.verified.push(Factor::Password);
    }
    let expires = person.setup.standing == Standing::TransactionExpires;
    transaction.login = Some(login);
    let outcome = advance(state, transaction);
    if expires {
        transaction.expires_at = now;
    }
    outcome
}

fn identify_for_recovery(state: &mut State, transaction: &mut Transaction, body: &Value) -> Outcome {
    let login = text(&body["identifier"]).trim().to_lowercase();
    if !state.people.contains_key(&login) {
        return unknown_user(&login);
    }
    transaction.login = Some(login);
    recover(state, transaction)
}

fn recover(state: &mut State, transaction: &mut Transaction) -> Outcome {
    transaction.recovering = true;
    transaction.verified.clear();
    match person(state, transaction) {
        None => transaction.step = Step::IdentifyRecovery,
        Some(person) => transaction.step = choose_among(transaction, person),
    }
    Outcome::accepted()
}

/// A choice when there is one, else the question whether to send something, else the challenge itself.
fn choose_among(transaction: &Transaction, person: &Person) -> Step {
    match candidates(transaction, person)[..] {
        [only] if only.factor == Factor::Password => Step::Challenge(challenge_to(only, "password")),
        [only] if transaction.verified.is_empty() => Step::Confirm { enrollment: only.id.clone() },
        _ => Step::Select,
    }
}

fn select(state: &mut State, transaction: &mut Transaction, choice: &Value) -> Outcome {
    let Some(enrollment) = chosen(state, transaction, choice) else { return Outcome::accepted() };
    let method = match choice["methodType"].as_str() {
        Some(method) => method,
        None if enrollment.factor == Factor::Phone => {
            // Which channel is asked before anything is sent.
            transaction.step = Step::Confirm { enrollment: enrollment.id };
            return Outcome::accepted();
        }
        None => enrollment.factor.methods()[0],
    };
    start_challenge(state, transaction, challenge_to(&enrollment, method));
    Outcome::accepted()
}

fn confirm(state: &mut State, transaction: &mut Transaction, choice: &Value) -> Outcome {
    if let Some(enrollment) = chosen(state, transaction, choice) {
        start_challenge(state, transaction, challenge_to(&enrollment, text(&choice["methodType"])));
    }
    Outcome::accepted()
}

/// The enrolment that a checked choice means: by its own id where it has one, else by its authenticator.
fn chosen(state: &State, transaction: &Transaction, choice: &Value) -> Option<Enrollment> {
    let person = person(state, transaction)?;
    let by_enrollment = choice["enrollmentId"].as_str();
    candidates(transaction, person)
        .into_iter()
        .find(|enrollment| match by_enrollment {
            Some(id) => enrollment.id == id,
            None => choice["id"] == enrollment.factor.authenticator_id(),
        })
        .cloned()
}

fn challenge_to(enrollment: &Enrollment, method: &str) -> Challenge {
    Challenge {
        enrollment: enrollment.id.clone(),
        factor: enrollment.factor,
        method: method.to_owned(),
        code: None,
        resent: 0,
        approved: false,
    }
}

fn start_challenge(state: &mut State, transaction: &mut Transaction, mut challenge: Challenge) {
    if matches!(challenge.factor, Factor::Email | Factor::Phone) {
        send_code(state, transaction, &mut challenge);
    }
    transaction.step = Step::Challenge(challenge);
}

/// Sends a new code, which ends the one before.
fn send_code(state: &mut State, transaction: &Transaction, challenge: &mut Challenge) {
    let now = state.now();
    let code = new_code();
    challenge.code = Some((code.clone(), now + CODE_LIFETIME));
    let Some(person) = person(state, transaction) else { return };
    let Some(enrollment) = person.enrollment(&challenge.enrollment) else { return };
    let link = (challenge.factor == Factor::Email).then(|| magic_link(transaction, &code));
    let sent = Sent {
        login: person.account.login.to_owned(),
        recipient: enrollment.destination.clone().unwrap_or_default(),
        channel: match challenge.method.as_str() {
            "sms" => Channel::Sms,
            "voice" => Channel::Voice,
            _ => Channel::Email,
        },
        code,
        link,
        at: now,
    };
    state.mailbox.push(sent);
}

/// Where the link in a mail ends up: the client's own address, with the code and the state of the transaction.
fn magic_link(transaction: &Transaction, code: &str) -> String {
    let query: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("otp", code)
        .append_pair("state", &transaction.request.state)
        .finish();
    let uri = &transaction.request.redirect_uri;
    format!("{uri}{}{query}", if uri.contains('?') { '&' } else { '?' })
}

fn answer(state: &mut State, transaction: &mut Transaction, credentials: &Value) -> Outcome {
    let Step::Challenge(challenge) = transaction.step.clone() else { return Outcome::accepted() };
    let now = state.now();
    let Some(person) = person_mut(state, transaction) else { return Outcome::accepted() };
    if person.is_locked(now) {
        return lock(transaction);
    }
    let right = match challenge.factor {
        Factor::Password => person.password.as_deref() == Some(text(&credentials["passcode"])),
        Factor::Email | Factor::Phone => challenge
            .code
            .as_ref()
            .is_some_and(|(code, until)| code == text(&credentials["passcode"]).trim() && now < *until),
        Factor::Question => person
            .setup
            .question
            .is_some_and(|question| question.answer.eq_ignore_ascii_case(text(&credentials["answer"]).trim())),
    };
    if right {
        person.guessed_right();
        return verified(state, transaction, challenge.factor);
    }
    if person.guessed_wrong(now) {
        return lock(transaction);
    }
    wrong(challenge.factor)
}

fn wrong(factor: Factor) -> Outcome {
    let unauthorized = StatusCode::UNAUTHORIZED;
    match factor {
        Factor::Password => {
            Outcome::refused(unauthorized, Message::error("incorrectPassword", "Password is incorrect"))
        }
        Factor::Email | Factor::Phone => {
            let message = Message::error("api.authn.error.PASSCODE_INVALID", "Invalid code. Try again.");
            Outcome::refused_at("passcode", unauthorized, message)
        }
        Factor::Question => {
            let key = "authfactor.challenge.question_factor.answer_invalid";
            Outcome::refused_at("answer", unauthorized, Message::error(key, "Your answer doesn't match our records."))
        }
    }
}

fn lock(transaction: &mut Transaction) -> Outcome {
    let message =
        Message::error("errors.E0000069", "Your account is locked because of too many authentication attempts.");
    end_with(transaction, message)
}

/// Ends the transaction with a message; only starting again is left.
fn end_with(transaction: &mut Transaction, message: Message) -> Outcome {
    let status = StatusCode::FORBIDDEN;
    transaction.step = Step::Terminal { status, message, failure: false };
    Outcome { status, ..Outcome::accepted() }
}

fn verified(state: &mut State, transaction: &mut Transaction, factor: Factor) -> Outcome {
    transaction.verified.push(factor);
    if transaction.recovering {
        transaction.step = Step::Reset;
        return Outcome::accepted();
    }
    advance(state, transaction)
}

/// On to the first stage that is not met yet, or to the end.
fn advance(state: &mut State, transaction: &mut Transaction) -> Outcome {
    let Some(person) = person(state, transaction) else { return Outcome::accepted() };
    if open_stage(transaction, person).is_some() {
        transaction.step = choose_among(transaction, person);
        return Outcome::accepted();
    }
    match person.setup.standing {
        Standing::NotAssigned => {
            let text = "User is not assigned to the client application.";
            return end_with(transaction, Message::error("idx.error.code.user_not_assigned", text));
        }
        Standing::PasswordExpired => transaction.step = Step::Reenroll { warning: false },
        Standing::PasswordExpiring if !transaction.warning_skipped => {
            transaction.step = Step::Reenroll { warning: true };
        }
        _ => issue(state, transaction),
    }
    Outcome::accepted()
}

fn issue(state: &mut State, transaction: &mut Transaction) {
    let now = state.now();
    let request = &transaction.request;
    let mut references: Vec<&'static str> = transaction.verified.iter().map(|factor| factor.reference()).collect();
    if transaction.verified.len() > 1 {
        references.push("mfa");
    }
    let grant = Grant {
        client_id: request.client_id.clone(),
        server: request.server,
        login: transaction.login.clone().unwrap_or_default(),
        scopes: request.scopes.clone(),
        nonce: request.nonce.clone(),
        auth_time: now,
        references,
        session: format!("102{}", &crate::random::token()[..22]),
    };
    let code = crate::random::token();
    let issued = InteractionCode {
        grant,
        redirect_uri: request.redirect_uri.clone(),
        code_challenge: request.code_challenge.clone(),
        interaction_handle: transaction.interaction_handle.clone(),
        expires_at: now + INTERACTION_CODE_LIFETIME,
        redeemed: None,
    };
    state.interaction_codes.insert(code.clone(), issued);
    transaction.step = Step::Issued(code);
}

fn change_password(state: &mut State, transaction: &mut Transaction, credentials: &Value) -> Outcome {
    let password = text(&credentials["passcode"]).to_owned();
    let Some(person) = person_mut(state, transaction) else { return Outcome::accepted() };
    if let Err(message) = password_policy::check(&password, person) {
        return Outcome::refused_at("passcode", StatusCode::BAD_REQUEST, message);
    }
    person.change_password(password);
    transaction.recovering = false;
    if !transaction.verified.contains(&Factor::Password) {
        transaction.verified.push(Factor::Password);
    }
    advance(state, transaction)
}

fn resend(state: &mut State, transaction: &mut Transaction) -> Outcome {
    let Step::Challenge(mut challenge) = transaction.step.clone() else { return Outcome::accepted() };
    if challenge.resent >= RESENDS {
        let text = "Too many attempts. Wait a moment before you ask for another code.";
        return Outcome::refused(StatusCode::TOO_MANY_REQUESTS, Message::error("oie.tooManyRequests", text));
    }
    challenge.resent += 1;
    start_challenge(state, transaction, challenge);
    Outcome::accepted()
}

fn poll(state: &mut State, transaction: &mut Transaction) -> Outcome {
    match &transaction.step {
        Step::Challenge(challenge) if challenge.approved => {
            let factor = challenge.factor;
            verified(state, transaction, factor)
        }
        _ => Outcome::accepted(),
    }
}

fn authentication_failed() -> Outcome {
    Outcome::refused(StatusCode::UNAUTHORIZED, Message::error("errors.E0000004", "Authentication failed"))
}

fn unknown_user(login: &str) -> Outcome {
    let text = format!("There is no account with the Username {login}.");
    Outcome::refused(StatusCode::BAD_REQUEST, Message::info("idx.unknown.user", text))
}

fn person<'s>(state: &'s State, transaction: &Transaction) -> Option<&'s Person> {
    state.people.get(transaction.login.as_ref()?)
}

fn person_mut<'s>(state: &'s mut State, transaction: &Transaction) -> Option<&'s mut Person> {
    state.people.get_mut(transaction.login.as_ref()?)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
