//! Links in mails that activate or recover an account, and what an interaction with one begins with.

use std::collections::HashMap;

use serde::Deserialize;

use super::State;
use super::authenticators::PASSWORD;
use super::clients::Client;
use super::form::Form;
use super::mailbox::{Channel, Sent};
use super::people::Person;
use super::policy::{self, Requirements};
use super::stages::{Enroll, NewPassword, Scene};
use super::transactions::Transaction;
use super::wire::OAuthError;

/// How long a link is good, in seconds.
const LIFETIME: u64 = 3600;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The person sets the account up.
    Activation,
    /// The person has forgotten the password.
    Recovery,
}

/// The links that were sent and not used yet, by their token.
pub(super) type MailedLinks = HashMap<String, MailedLink>;

/// A link that was sent.
#[derive(Debug, Clone)]
pub(super) struct MailedLink {
    purpose: Purpose,
    login: String,
    expires_at: u64,
}

impl Purpose {
    /// What has to be passed first.
    const fn requirements(self) -> Requirements {
        match self {
            Self::Activation => &[&Enroll { required: &[PASSWORD], ..Enroll::NOTHING }],
            Self::Recovery => &[&NewPassword],
        }
    }

    const fn parameter(self) -> &'static str {
        match self {
            Self::Activation => "activation_token",
            Self::Recovery => "recovery_token",
        }
    }

    const fn dead(self) -> &'static str {
        match self {
            Self::Activation => "The activation token is invalid.",
            Self::Recovery => "The recovery token is invalid.",
        }
    }
}

/// Sends a link to `page`, which puts the token into its query as mails of the org do.
pub(super) fn send(state: &mut State, login: &str, purpose: Purpose, page: &str) -> String {
    let token = crate::random::token();
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("token", &token).finish();
    let link = format!("{page}?{query}");
    let now = state.now();
    let mailed = MailedLink { purpose, login: login.to_owned(), expires_at: now + LIFETIME };
    state.mailed_links.insert(token, mailed);
    state.mailbox.push(Sent {
        login: login.to_owned(),
        recipient: login.to_owned(),
        channel: Channel::Email,
        code: String::new(),
        link: Some(link.clone()),
        at: now,
    });
    link
}

/// The link whose token a beginning carries; using it spends it.
pub(super) fn spend(state: &mut State, client: &Client, form: &Form) -> Result<Option<MailedLink>, OAuthError> {
    let invalid = |description| OAuthError::bad_request("invalid_request", description);
    for purpose in [Purpose::Activation, Purpose::Recovery] {
        let Some(token) = form.parameter(purpose.parameter()) else { continue };
        if purpose == Purpose::Activation && client.secret.is_none() {
            return Err(invalid("Only confidential clients can use the activation token flow."));
        }
        let now = state.now();
        let is_barred = |login: &String| state.people.get(login).is_some_and(Person::is_barred);
        let is_good = |link: &MailedLink| link.purpose == purpose && now < link.expires_at && !is_barred(&link.login);
        if !state.mailed_links.get(token).is_some_and(is_good) {
            return Err(invalid(purpose.dead()));
        }
        return Ok(state.mailed_links.remove(token));
    }
    Ok(None)
}

/// Begins a transaction where the link leads, instead of with the name.
pub(super) fn follow(state: &mut State, transaction: &mut Transaction, link: MailedLink) {
    transaction.login = Some(link.login);
    transaction.detour_by(link.purpose.requirements());
    let stage = policy::next(&mut Scene { state, transaction });
    transaction.stage = stage;
}
