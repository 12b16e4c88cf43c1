//! Where a browser comes back to: from another identity provider, or from a link in a mail.
//!
//! `state` says which transaction is meant, and only a browser that holds this transaction goes on with it. Without one, nothing
//! of the query is shown, but for a code that looks like one, with the sentence that it belongs where the person began. Every answer
//! leads to a URL without parameters, so that nothing of them stays in the history.

use std::time::Duration;

use http::StatusCode;

use crate::clock::Timestamp;
use crate::idx::InteractionCode;
use crate::pages::CodeElsewherePage;
use crate::secret::Secret;
use crate::signin::{Anchor, Progress, Returned, SignInError, Transaction, TransactionId};

use super::own_request::OwnRequest;
use super::respond::{self, Answer};
use super::transactions::CODE;
use super::{finish, refusal, step, transactions};

/// How long the page with a code can be reloaded.
const CODE_LIFETIME: Duration = Duration::from_secs(300);

/// What the query of a callback may carry, each at most once.
#[derive(Default)]
struct CallbackQuery {
    state: Option<String>,
    interaction_code: Option<String>,
    error: Option<String>,
    otp: Option<String>,
}

/// `GET {own_path}/callback`
pub(crate) async fn arrive(request: &OwnRequest<'_>, query: &str) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    let Some(query) = CallbackQuery::parse(query) else { return refusal::unreadable(request) };
    let Some((anchor, transaction)) = transaction_of_state(request, query.state.as_deref()) else {
        return elsewhere(request, query.otp.as_deref());
    };
    let to_step = || respond::see_other(&request.site().step_path(transaction.id()));
    let to_unconfirmed = || respond::see_other(&step::unconfirmed_path(request.site(), transaction.id()));
    let Some(returned) = query.returned() else { return to_step() };
    match request.site().sign_in().resume(&transaction, returned, &request.person(anchor)).await {
        Ok(Progress::Finished(tokens)) => finish::sign_in(request, anchor, &transaction, *tokens).await,
        // Everything else is said by the step, at its clean address: it looks at where the sign-in stands now.
        Ok(Progress::Step(step)) if step.unconfirmed => {
            step::with_transaction(request, anchor, &transaction, to_unconfirmed())
        }
        Ok(_) => step::with_transaction(request, anchor, &transaction, to_step()),
        // A step would begin again what has just failed.
        Err(failure @ SignInError::LevelNotReached(_)) => step::failed(request, anchor, &transaction, &failure).await,
        Err(failure) => {
            refusal::report(request, &failure);
            step::with_transaction(request, anchor, &transaction, to_unconfirmed())
        }
    }
}

/// `GET {own_path}/callback/code`: a code from a mail, opened in a browser that did not ask for it.
pub(crate) async fn show_code(request: &OwnRequest<'_>) -> Answer {
    let name = request.site().names().transaction(CODE);
    let sealed = request.cookies().one(&name);
    let context = request.site().context("code from elsewhere");
    let opened = sealed.and_then(|sealed| request.seals().open(&context, sealed));
    let code = opened.as_deref().and_then(|opened| {
        let (until, code) = opened.split_once(' ')?;
        (request.now() < Timestamp::from_unix(until.parse().ok()?)).then_some(code)
    });
    match code {
        Some(code) => {
            respond::page(StatusCode::OK, &CodeElsewherePage { brand: request.brand(), code: code.to_owned() })
        }
        None => finish::nothing_to_continue(request).await,
    }
}

impl CallbackQuery {
    /// Reads the query; `None` when a parameter that counts comes twice, for which of them counts would be an attacker's choice.
    fn parse(query: &str) -> Option<Self> {
        let mut read = Self::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let slot = match name.as_ref() {
                "state" => &mut read.state,
                "interaction_code" => &mut read.interaction_code,
                "error" => &mut read.error,
                "otp" => &mut read.otp,
                _ => continue,
            };
            if slot.replace(value.into_owned()).is_some() {
                return None;
            }
        }
        Some(read)
    }

    fn returned(&self) -> Option<Returned> {
        if let Some(code) = &self.interaction_code {
            return Some(Returned::InteractionCode(InteractionCode::new(code.as_str())));
        }
        if let Some(otp) = self.otp.as_deref().filter(|otp| looks_like_a_code(otp)) {
            return Some(Returned::OneTimeCode(Secret::new(otp)));
        }
        // `interaction_required` is no error but more to do; after any other one (a person who declined at an identity
        // provider, mostly) the sign-in stands where it stood, which looking at it shows.
        self.error.as_deref().map(|_| Returned::InteractionRequired)
    }
}

/// The transaction that began with this `state`, when this browser holds it.
fn transaction_of_state<'r>(request: &'r OwnRequest<'_>, state: Option<&str>) -> Option<(&'r Anchor, Transaction)> {
    let (state, anchor) = (state?, request.anchor()?);
    let transaction = transactions::find(request, anchor, &TransactionId::of_state(state))?;
    transaction.has_state(state).then_some((anchor, transaction))
}

fn elsewhere(request: &OwnRequest<'_>, otp: Option<&str>) -> Answer {
    let site = request.site();
    let Some(otp) = otp.filter(|otp| looks_like_a_code(otp)) else { return respond::see_other("/") };
    let until = request.now().plus(CODE_LIFETIME).as_unix();
    let sealed = request.seals().seal(&site.context("code from elsewhere"), &format!("{until} {otp}"));
    let answer = respond::see_other(&site.own("/callback/code"));
    respond::with_cookie(answer, site.names().set_transaction(CODE, &sealed, CODE_LIFETIME))
}

fn looks_like_a_code(otp: &str) -> bool {
    (4..=10).contains(&otp.len()) && otp.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_that_comes_twice_makes_the_whole_query_unreadable() {
        assert!(CallbackQuery::parse("state=a&state=b&otp=123456").is_none());
        assert!(CallbackQuery::parse("state=a&otp=1&otp=1").is_none());
        assert!(CallbackQuery::parse("state=a&utm=1&utm=2").is_some());
    }

    #[test]
    fn only_four_to_ten_letters_and_digits_are_ever_shown_as_a_code() {
        assert!(looks_like_a_code("123456"));
        assert!(looks_like_a_code("aB3d"));
        for text in ["", "123", "12345678901", "<b>1234", "1234 56", "évité"] {
            assert!(!looks_like_a_code(text), "{text}");
        }
    }

    #[test]
    fn an_error_leads_back_to_where_the_sign_in_stands() {
        let read = |query| CallbackQuery::parse(query).and_then(|query| query.returned());

        assert!(matches!(read("error=interaction_required&state=a"), Some(Returned::InteractionRequired)));
        assert!(matches!(read("error=access_denied&state=a"), Some(Returned::InteractionRequired)));
        assert!(matches!(read("interaction_code=c&state=a"), Some(Returned::InteractionCode(_))));
        assert!(read("state=a").is_none());
    }
}
