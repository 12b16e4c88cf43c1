//! The pages that no document makes, in every state, with people and places that do not exist: for snapshots, for
//! checkers, for looking at. What a step of a sign-in looks like is shown by documents.

use std::sync::Arc;
use std::time::Duration;

use super::*;

/// A page by its name.
pub type Sample = (&'static str, Html);

const STEP: &str = "/.gatehouse/sign-in/Yk3vT9sQ";
const REFERENCE: &str = "7KQ2-M9XD";

/// One of each under this brand, by what they are about.
pub fn chapters(brand: &Arc<Brand>) -> Vec<(&'static str, Vec<Sample>)> {
    vec![
        ("On the way in", on_the_way_in(brand)),
        ("Step-up", stepping_up(brand)),
        ("Links of mails", mailed_links(brand)),
        ("Signing out", signing_out(brand)),
        ("Trouble", troubles(brand)),
        ("Errors", problems(brand)),
    ]
}

/// A site that does not exist, with its own paths below `own_path`.
pub fn brand(own_path: &str) -> Brand {
    let link = |label: &str, href: &str| {
        let label = Wording { otherwise: label.to_owned(), by_language: Vec::new() };
        LinkInLanguages { label, href: href.to_owned() }
    };
    let links =
        vec![link("Help", "https://help.fernhill.example/"), link("Privacy", "https://fernhill.example/privacy")];
    Brand::with_look("Fernhill Ledger", own_path, Look { links, ..Look::default() })
}

/// What protects a form against forgery and names it and its document; `form` is the id of the form.
pub fn hidden(form: &str) -> Vec<(String, String)> {
    vec![
        (".csrf".to_owned(), "m1Vq0cV2m0p9yB7rT3aXo5sKd8wLhJfG2eRnUzQbC4k".to_owned()),
        (".form".to_owned(), form.to_owned()),
        (".revision".to_owned(), "Zp4N7tYw1sE6uI9oA2dF5gH8jK0lX3cV6bM9qWxRkTy".to_owned()),
    ]
}

fn post(form: &str) -> Post {
    Post { action: STEP.to_owned(), hidden: hidden(form) }
}

fn on_the_way_in(brand: &Arc<Brand>) -> Vec<Sample> {
    let b = || Arc::clone(brand);
    let begin = || Target::Link("/ledger?month=3".to_owned());
    let account = Some("casey.morgan@fernhill.example".to_owned());
    let (onward, sign_out) = ("/ledger".to_owned(), "/.gatehouse/sign-out".to_owned());
    let (href, host) = ("https://idp.example/sso?a=b&c=d".to_owned(), Some("idp.example".to_owned()));
    vec![
        ("continue", ContinuePage { brand: b(), begin: begin() }.render()),
        ("already-signed-in", AlreadySignedInPage { brand: b(), account, onward, sign_out }.render()),
        ("form-lost", FormLostPage { brand: b(), sign_in: "/ledger/7/edit".to_owned() }.render()),
        ("framed", FramedPage { brand: b(), href: "/ledger".to_owned() }.render()),
        ("cookies-needed", CookiesNeededPage { brand: b(), retry: STEP.to_owned() }.render()),
        ("leave", LeavePage { brand: b(), href, host }.render()),
        ("code-elsewhere", CodeElsewherePage { brand: b(), code: "482913".to_owned() }.render()),
        ("expired", ExpiredPage { brand: b(), begin: begin() }.render()),
    ]
}

fn stepping_up(brand: &Arc<Brand>) -> Vec<Sample> {
    let b = || Arc::clone(brand);
    let (retry, reference) = ("/audit".to_owned(), REFERENCE.to_owned());
    vec![
        ("confirm", ConfirmPage { brand: b(), begin: Target::Post(post("continue")) }.render()),
        ("confirm-framed", FramedConfirmPage { brand: b(), href: "/ledger".to_owned() }.render()),
        ("confirm-form", FormNeedsMorePage { brand: b(), begin: "/.gatehouse/sign-in?return=%2F".to_owned() }.render()),
        ("level-not-reached", LevelNotReachedPage { brand: b(), retry, reference }.render()),
    ]
}

fn mailed_links(brand: &Arc<Brand>) -> Vec<Sample> {
    let b = || Arc::clone(brand);
    let good = |link, signed_in| MailedLinkPage { brand: b(), link, signed_in, go: post("link") }.render();
    let bad = |link, fault| BadLinkPage { brand: b(), link, fault, sign_in: "/.gatehouse/sign-in".to_owned() }.render();
    let unusable = LinkFault::Unusable { reference: REFERENCE.to_owned() };
    vec![
        ("activate", good(MailedLink::Activation, Some(SignedIn::As("mira@fernhill.example".to_owned())))),
        ("recover", good(MailedLink::Recovery, None)),
        ("link-incomplete", bad(MailedLink::Activation, LinkFault::Incomplete)),
        ("link-dead-activate", bad(MailedLink::Activation, LinkFault::Dead)),
        ("link-dead-recover", bad(MailedLink::Recovery, LinkFault::Dead)),
        ("link-unusable", bad(MailedLink::Activation, unusable)),
    ]
}

fn signing_out(brand: &Arc<Brand>) -> Vec<Sample> {
    let asked = |account: Option<&str>| {
        let (account, stay) = (account.map(str::to_owned), "/".to_owned());
        SignOutPage { brand: Arc::clone(brand), account, sign_out: post("sign-out"), stay }.render()
    };
    let done = |complete, left_at_service| {
        SignedOutPage { brand: Arc::clone(brand), sign_in: "/".to_owned(), complete, left_at_service }.render()
    };
    vec![
        ("sign-out", asked(Some("casey.morgan@fernhill.example"))),
        ("sign-out-of-somebody", asked(None)),
        ("signed-out", done(true, false)),
        ("signed-out-in-part", done(false, false)),
        ("signed-out-here-only", done(true, true)),
    ]
}

fn troubles(brand: &Arc<Brand>) -> Vec<Sample> {
    let page = |reason, reference: Option<&str>| {
        let (retry, reference) = (STEP.to_owned(), reference.map(str::to_owned));
        TryAgainPage { brand: Arc::clone(brand), reason, retry, reference }.render()
    };
    vec![
        ("try-again", page(TryAgain::Unreachable, Some(REFERENCE))),
        ("rate-limited", page(TryAgain::Busy(Some(Duration::from_secs(45))), None)),
        ("rate-limited-without-a-time", page(TryAgain::Busy(None), None)),
    ]
}

fn problems(brand: &Arc<Brand>) -> Vec<Sample> {
    let page = |name, problem| {
        let page = ErrorPage { brand: Arc::clone(brand), problem, reference: Some(REFERENCE.to_owned()) };
        (name, page.render())
    };
    vec![
        page("error-400", Problem::BadRequest),
        page("error-403-post", Problem::ForeignPost),
        page("error-403", Problem::Forbidden),
        page("error-404", Problem::NotFound),
        page("error-405", Problem::MethodNotAllowed),
        page("error-413", Problem::PayloadTooLarge),
        page("error-421", Problem::Misdirected),
        page("error-429", Problem::TooManyRequests(Some(Duration::from_secs(30)))),
        page("error-431", Problem::HeadersTooLarge),
        page("error-500", Problem::Internal),
        page("error-502", Problem::BadGateway),
        page("error-503", Problem::Unavailable),
        page("error-504", Problem::GatewayTimeout),
    ]
}
