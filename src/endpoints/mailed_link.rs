//! Links in mails that activate or recover an account.
//!
//! Mail scanners and previews open every link, so opening one spends nothing: the token moves out of the address into a sealed cookie
//! of this browser, and a page shows a button. Only the button begins an interaction with it. What comes then is a
//! sign-in like any other; one that ends in the browser of somebody who is signed in replaces that session, and the page says so.

use std::time::Duration;

use http::StatusCode;
use tracing::error;

use crate::clock::Timestamp;
use crate::oauth::ClientAuthentication;
use crate::pages::{BadLinkPage, CookiesNeededPage, LinkFault, MailedLink, MailedLinkPage, SignedIn};
use crate::seal::Context;
use crate::secret::Secret;
use crate::signin::{Anchor, Beginning, MailedToken, SignInError};

use super::form_token::{FormBinding, PostedForm};
use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::transactions::LINK;
use super::{begin, refusal};

/// How long the page with the button can be looked at.
const LIFETIME: Duration = Duration::from_secs(15 * 60);
/// The query of the page with the button, in a browser that has just been given its anchor.
const MUST_SHOW_ANCHOR: &str = "cookies=1";
/// Tokens of mails are some dozen characters long.
const LONGEST: usize = 512;

/// `GET {own_path}/activate?token=…` and `GET {own_path}/recover?token=…`
pub(crate) async fn open(request: &OwnRequest<'_>, link: MailedLink, query: Option<&str>) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    if !is_usable(request, link) {
        return unusable(request, link);
    }
    match token_in(query, link) {
        Found::Token(token) => keep(request, link, &token),
        Found::Nothing if request.anchor().is_none() && query == Some(MUST_SHOW_ANCHOR) => {
            let page = CookiesNeededPage { brand: request.brand(), retry: path(request, link) };
            respond::page(StatusCode::OK, &page)
        }
        Found::Nothing => button(request, link).await,
        Found::Confusion => bad(request, link, LinkFault::Incomplete),
    }
}

/// `POST {own_path}/activate` and `POST {own_path}/recover`: the button.
pub(crate) async fn spend(request: &OwnRequest<'_>, link: MailedLink, posted: &PostedForm) -> Answer {
    let Some(anchor) = request.anchor() else { return refusal::form_not_ours(request) };
    if !binding(&anchor.hash(), link).is_proved_by(request.site(), request.seals(), &posted.token) {
        return refusal::form_not_ours(request);
    }
    let Some(token) = kept(request, anchor, link) else { return bad(request, link, LinkFault::Incomplete) };
    if !is_usable(request, link) {
        return unusable(request, link);
    }
    let mailed = match link {
        MailedLink::Activation => MailedToken::Activation(token),
        MailedLink::Recovery => MailedToken::Recovery(token),
    };
    let beginning = Beginning { mailed: Some(mailed), ..Beginning::default() };
    let target = beginning.return_target.clone();
    match begin::start(request, anchor, beginning).await {
        Ok(answer) if answer.status().is_redirection() => without_link(request, answer),
        // The budget is used up, or there is no room: the link is still good.
        Ok(answer) => answer,
        Err(failure @ SignInError::DeadLink(_)) => {
            refusal::report(request, &failure);
            without_link(request, bad(request, link, LinkFault::Dead))
        }
        Err(failure) => refusal::sign_in_failed(request, &failure, &path(request, link), &target),
    }
}

/// What an address carries.
enum Found {
    Token(Secret),
    Nothing,
    /// More than one token, or something that is none.
    Confusion,
}

/// Reads the token under any of the names that the org's mails and its documentation use.
fn token_in(query: Option<&str>, link: MailedLink) -> Found {
    let names = match link {
        MailedLink::Activation => ["activation_token", "activationToken", "token"],
        MailedLink::Recovery => ["recovery_token", "recoveryToken", "token"],
    };
    let pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let mut tokens = pairs.filter(|(name, _)| names.contains(&name.as_ref())).map(|(_, value)| value);
    match (tokens.next(), tokens.next()) {
        (None, _) => Found::Nothing,
        (Some(token), None) if (1..=LONGEST).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_graphic()) => {
            Found::Token(Secret::new(token.as_ref()))
        }
        _ => Found::Confusion,
    }
}

/// Moves the token into a cookie that opens in this browser only, and leads to an address without it.
fn keep(request: &OwnRequest<'_>, link: MailedLink, token: &Secret) -> Answer {
    let until = request.now().plus(LIFETIME).as_unix();
    let memory = format!("{until} {}", token.expose());
    let (names, path) = (request.site().names(), path(request, link));
    let kept_for = |anchor: &Anchor, path: &str| {
        let sealed = request.seals().seal(&context(request, anchor, link), &memory);
        respond::with_cookie(respond::see_other(path), names.set_transaction(LINK, &sealed, LIFETIME))
    };
    if let Some(anchor) = request.anchor() {
        return kept_for(anchor, &path);
    }
    let anchor = Anchor::fresh();
    respond::with_cookie(kept_for(&anchor, &format!("{path}?{MUST_SHOW_ANCHOR}")), names.set_device(anchor.expose()))
}

/// The token that this browser keeps, while it lasts.
fn kept(request: &OwnRequest<'_>, anchor: &Anchor, link: MailedLink) -> Option<Secret> {
    let sealed = request.cookies().one(&request.site().names().transaction(LINK))?;
    let opened = request.seals().open(&context(request, anchor, link), sealed)?;
    let (until, token) = opened.split_once(' ')?;
    (request.now() < Timestamp::from_unix(until.parse().ok()?)).then(|| Secret::new(token))
}

async fn button(request: &OwnRequest<'_>, link: MailedLink) -> Answer {
    let Some(anchor) = request.anchor().filter(|anchor| kept(request, anchor, link).is_some()) else {
        return bad(request, link, LinkFault::Incomplete);
    };
    let signed_in = match request.session().await {
        Ok(session) => session.map(|session| session.display_name().map_or(SignedIn::Unnamed, SignedIn::As)),
        Err(error) => return refusal::store_unavailable(request, &error),
    };
    let go = binding(&anchor.hash(), link).post(request.site(), request.seals(), path(request, link));
    respond::page(StatusCode::OK, &MailedLinkPage { brand: request.brand(), link, signed_in, go })
}

fn bad(request: &OwnRequest<'_>, link: MailedLink, fault: LinkFault) -> Answer {
    let status = match fault {
        LinkFault::Incomplete => StatusCode::BAD_REQUEST,
        LinkFault::Dead => StatusCode::OK,
        LinkFault::Unusable { .. } => StatusCode::FORBIDDEN,
    };
    let sign_in = request.site().own("/sign-in");
    respond::page(status, &BadLinkPage { brand: request.brand(), link, fault, sign_in })
}

/// The authorization server takes activation tokens from clients only that prove who they are.
fn is_usable(request: &OwnRequest<'_>, link: MailedLink) -> bool {
    let registration = request.site().client().registration();
    link == MailedLink::Recovery || !matches!(registration.client_authentication, ClientAuthentication::None)
}

fn unusable(request: &OwnRequest<'_>, link: MailedLink) -> Answer {
    let reference = request.arrival().reference.clone();
    error!(
        site = request.site().config().name,
        reference, "An activation link came to a site with a public client; activation needs a client secret"
    );
    without_link(request, bad(request, link, LinkFault::Unusable { reference }))
}

fn without_link(request: &OwnRequest<'_>, answer: Answer) -> Answer {
    respond::with_cookie(answer, request.site().names().expire_transaction(LINK))
}

fn path(request: &OwnRequest<'_>, link: MailedLink) -> String {
    request.site().own(match link {
        MailedLink::Activation => "/activate",
        MailedLink::Recovery => "/recover",
    })
}

fn context(request: &OwnRequest<'_>, anchor: &Anchor, link: MailedLink) -> Context {
    request.site().context("mailed link").with(name(link)).with(anchor.hash())
}

const fn binding(anchor: &[u8; 32], link: MailedLink) -> FormBinding<'_> {
    FormBinding { anchor, subject: "", form: name(link), revision: "", shape: "" }
}

const fn name(link: MailedLink) -> &'static str {
    match link {
        MailedLink::Activation => "activate",
        MailedLink::Recovery => "recover",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(query: &str, link: MailedLink) -> Option<String> {
        match token_in(Some(query), link) {
            Found::Token(token) => Some(token.expose().to_owned()),
            Found::Nothing | Found::Confusion => None,
        }
    }

    #[test]
    fn a_token_is_read_under_every_name_that_mails_use() {
        for name in ["token", "activationToken", "activation_token"] {
            let read = token(&format!("utm=1&{name}=abc-123"), MailedLink::Activation);
            assert_eq!(read.as_deref(), Some("abc-123"), "{name}");
        }
        assert_eq!(token("recoveryToken=abc", MailedLink::Recovery).as_deref(), Some("abc"));
        assert_eq!(token("recovery_token=abc", MailedLink::Activation), None);
    }

    #[test]
    fn two_tokens_or_something_that_is_none_are_not_guessed_about() {
        let long = format!("token={}", "x".repeat(LONGEST + 1));
        for query in ["token=a&token=a", "token=a&activationToken=b", "token=", "token=a%20b", "token=%00", &long] {
            assert!(matches!(token_in(Some(query), MailedLink::Activation), Found::Confusion), "{query}");
        }
        assert!(matches!(token_in(None, MailedLink::Activation), Found::Nothing));
    }
}
