//! The stages of a sign-in: what each page shows and offers, and what a submitted form does.
//!
//! A new one is a file of its own below this module; what leads to it is a [`Requirement`](super::policy::Requirement)
//! beside it, or another stage.

mod badge;
pub(super) mod captcha;
mod challenge;
mod confirm;
mod consent;
pub(super) mod device_challenge;
pub(super) mod elsewhere;
mod enroll;
mod identify;
mod issued;
mod new_password;
mod passkeys;
mod profile;
mod questions;
mod select;
mod sign_up;
mod terminal;
mod unlock;
mod waiting;

use std::fmt;

use http::StatusCode;
use serde_json::Value;

pub(super) use self::badge::WantedBadge;
pub(super) use self::challenge::Challenge;
pub(super) use self::confirm::Confirm;
pub(super) use self::consent::Consent;
pub(super) use self::elsewhere::{CustomPasswordExpiry, HostedEnd, IdentityVerification, ManagedDevice};
pub(super) use self::enroll::Enroll;
pub(super) use self::identify::{Identify, IdentifyRecovery, turn_away};
pub(super) use self::issued::issue;
pub(super) use self::new_password::{NewPassword, PasswordExpiry};
pub(super) use self::passkeys::{PasskeyPromotion, WantedPasskey};
pub(super) use self::profile::ProfileUpdate;
pub(super) use self::questions::{DeviceAssurance, EmailChallengeConsent, KeepMeSignedIn, UserCode};
pub(super) use self::select::choose_among;
pub(super) use self::terminal::{Terminal, TurnedAway};
pub(super) use self::unlock::Unlocked;
pub(super) use self::waiting::ActivationExpired;
use super::State;
use super::authenticators::{Authenticator, Signal, Waiting};
use super::clients::{ChallengeMethod, Client};
use super::messages::Message;
use super::page::Page;
use super::people::Person;
use super::policy;
use super::servers;
use super::transactions::{Request, Transaction};

/// What a person is asked for at one moment.
pub(super) trait Stage: fmt::Debug + Send {
    /// Adds remediations, actions and members to the document.
    fn write(&self, page: &mut Page<'_>);

    /// Carries out one of the forms that it wrote; the body was found to fit it.
    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome;

    /// The status of every answer that shows this stage, where that is not for the outcome to say.
    fn status(&self) -> Option<StatusCode> {
        None
    }

    /// The code that ends the sign-in, where this is the end.
    fn interaction_code(&self) -> Option<&str> {
        None
    }

    /// The person's device signs a challenge; true when it is the one of this stage.
    fn device_answers(&mut self, _request: &str, _login: &str) -> bool {
        false
    }

    /// Whether the stage is worth nothing any more.
    fn is_stale(&self, _state: &State) -> bool {
        false
    }

    /// Something happens outside the sign-in.
    fn hear(&mut self, _signal: Signal) {}

    /// Something happens outside the sign-in that may tell whose sign-in it is.
    fn hear_from(&mut self, _login: &str, _signal: Signal) {}

    /// The browser comes back from a provider; what follows, where that is what was waited for.
    fn came_back(&mut self, _scene: &mut Scene<'_>, _from: &str) -> Option<Outcome> {
        None
    }

    /// Whether the browser is expected to bring that challenge to the org by itself.
    fn expects(&self, _challenge_request: &str) -> bool {
        false
    }

    /// What somebody outside the sign-in is waited for.
    fn waits(&self) -> Option<Waiting> {
        None
    }

    /// The device that is being set up, and the code that it shows.
    fn shown(&self, _now: u64) -> Option<(&'static dyn Authenticator, String)> {
        None
    }
}

/// Where a form is carried out: the org, and the transaction but for its stage.
pub(super) struct Scene<'a> {
    pub(super) state: &'a mut State,
    pub(super) transaction: &'a mut Transaction,
}

impl Scene<'_> {
    pub(super) fn now(&self) -> u64 {
        self.state.now()
    }

    /// Who signs in, once that is known.
    pub(super) fn person(&self) -> Option<&Person> {
        self.state.people.get(self.transaction.login.as_ref()?)
    }

    pub(super) fn person_mut(&mut self) -> Option<&mut Person> {
        self.state.people.get_mut(self.transaction.login.as_ref()?)
    }

    pub(super) fn client(&self) -> Option<&Client> {
        self.state.client(&self.transaction.request.client_id)
    }
}

/// What comes of a submission: what is said about it, and what follows.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) status: StatusCode,
    pub(super) messages: Vec<Message>,
    /// Messages at the fields of these names.
    pub(super) fields: Vec<(String, Message)>,
    pub(super) next: Next,
}

/// What follows a submission.
#[derive(Debug)]
pub(super) enum Next {
    /// The same stage, perhaps changed.
    Stay,
    /// That stage.
    To(Box<dyn Stage>),
    /// The stage is passed: the policy knows what comes next.
    Passed,
}

impl Outcome {
    fn with(next: Next) -> Self {
        Self { status: StatusCode::OK, messages: Vec::new(), fields: Vec::new(), next }
    }

    /// The same stage once more, without a complaint.
    pub(super) fn stay() -> Self {
        Self::with(Next::Stay)
    }

    /// On to that stage.
    pub(super) fn to(stage: impl Stage + 'static) -> Self {
        Self::with(Next::To(Box::new(stage)))
    }

    /// On to a stage that is chosen already.
    pub(super) fn to_boxed(stage: Box<dyn Stage>) -> Self {
        Self::with(Next::To(stage))
    }

    /// On to whatever the policy asks for next.
    pub(super) fn passed() -> Self {
        Self::with(Next::Passed)
    }

    /// The same stage, with a message above its forms.
    pub(super) fn refused(status: StatusCode, message: Message) -> Self {
        Self { status, messages: vec![message], ..Self::stay() }
    }

    /// The same stage, with a message at a field of the form that was submitted.
    pub(super) fn refused_at(field: &str, status: StatusCode, message: Message) -> Self {
        Self { status, fields: vec![(field.to_owned(), message)], ..Self::stay() }
    }
}

/// Where a transaction begins.
pub(super) fn first(request: &Request) -> Box<dyn Stage> {
    if request.server.policy != servers::Policy::Allows {
        Box::new(Terminal::no_matching_policy())
    } else if request.first_page.safe_mode {
        Box::new(waiting::SafeMode)
    } else {
        match request.first_page.device_challenge {
            Some(ChallengeMethod::AppleSsoExtension) => Box::new(device_challenge::SsoExtension::posted()),
            Some(ChallengeMethod::AppleSsoExtensionByGet) => Box::new(device_challenge::SsoExtension::visited()),
            Some(method) => Box::new(device_challenge::DeviceChallenge::new(method)),
            None => Box::new(Identify::new(request)),
        }
    }
}

/// Goes on with a sign-in whose browser comes back from a provider; false when nobody waited for that.
pub(super) fn come_back(scene: &mut Scene<'_>, from: &str) -> bool {
    let mut stage = std::mem::replace(&mut scene.transaction.stage, Box::new(Between));
    let outcome = stage.came_back(scene, from);
    scene.transaction.stage = stage;
    let is_awaited = outcome.is_some();
    if let Some(outcome) = outcome {
        enter(scene, outcome.next);
    }
    is_awaited
}

/// Carries out a form whose body was found to fit, and leaves the transaction in the stage that follows.
pub(super) fn carry_out(scene: &mut Scene<'_>, form: &str, body: &Value) -> Said {
    let outcome = match form {
        "cancel" => {
            scene.transaction.restart(scene.state.now());
            return Said { status: StatusCode::OK, messages: Vec::new(), fields: Vec::new(), stayed: false };
        }
        "recover" => Outcome::to_boxed(policy::recover(scene)),
        _ => {
            let mut stage = std::mem::replace(&mut scene.transaction.stage, Box::new(Between));
            let outcome = stage.carry_out(scene, form, body);
            scene.transaction.stage = stage;
            outcome
        }
    };
    let stayed = matches!(outcome.next, Next::Stay);
    enter(scene, outcome.next);
    let announced = scene.transaction.take_announcements();
    let turned_away = announced.iter().any(Message::is_error).then_some(StatusCode::UNAUTHORIZED);
    let status = scene.transaction.stage.status().or(turned_away).unwrap_or(outcome.status);
    let mut messages = outcome.messages;
    messages.extend(announced);
    Said { status, messages, fields: outcome.fields, stayed }
}

fn enter(scene: &mut Scene<'_>, next: Next) {
    match next {
        Next::Stay => {}
        Next::To(next) => scene.transaction.stage = next,
        Next::Passed => scene.transaction.stage = policy::next(scene),
    }
}

/// What is said about a submission when the stage that follows stands.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) status: StatusCode,
    pub(super) messages: Vec<Message>,
    pub(super) fields: Vec<(String, Message)>,
    /// The transaction is still in the stage that it was in.
    pub(super) stayed: bool,
}

/// A form that no stage has written, although it was found in the document.
fn access_denied() -> Outcome {
    Outcome::refused(StatusCode::FORBIDDEN, Message::error("security.access_denied", "Access denied."))
}

/// Stands in for a stage while it is at work.
#[derive(Debug)]
struct Between;

impl Stage for Between {
    fn write(&self, _page: &mut Page<'_>) {}

    fn carry_out(&mut self, _scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Outcome {
        access_denied()
    }
}
