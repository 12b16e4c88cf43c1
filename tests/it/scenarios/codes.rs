//! Codes that are sent, the choice between ways, and questions that only one person can answer.

use crate::support::browser::Browser;
use crate::support::visit::Visit;

const BEN: &str = "ben@example.com";
const DORA: &str = "dora@example.com";
const EMIL: &str = "emil@example.com";

fn other_than(code: &str) -> &'static str {
    if code == "000000" { "111111" } else { "000000" }
}

/// Dora, who may prove in many ways who she is.
async fn dora() -> Visit {
    let mut dora = Visit::begin().await;
    dora.fills("identify", &[("identifier", DORA)]).await;
    dora.sees("Verify it’s you");
    dora
}

#[tokio::test]
async fn a_name_then_a_code_by_email() {
    let mut dora = dora().await;

    dora.chooses("Email").await;
    dora.sees("Check your email");
    dora.types_what_was_sent_to(DORA).await;

    dora.arrives_as(DORA);
}

#[tokio::test]
async fn a_name_then_the_password() {
    let mut dora = dora().await;

    dora.chooses("Password").await;
    dora.sees("Enter your password");
    dora.types("Kaleidoscope-1817").await;

    dora.arrives_as(DORA);
}

#[tokio::test]
async fn a_password_then_a_code_by_email() {
    let mut ben = Visit::of("ben").await;
    ben.sees("Verify it’s you");

    ben.chooses("Email").await;
    ben.sees("Check your email");
    ben.types_what_was_sent_to(BEN).await;

    ben.arrives_as(BEN);
}

#[tokio::test]
async fn a_password_then_a_text_message_at_the_second_attempt() {
    let mut emil = Visit::of("emil").await;
    emil.chooses("Text message").await;
    emil.sees("Check your phone");
    emil.reads("+33 X XX XX 12 34");
    let code = emil.sent_to(EMIL);

    emil.types(other_than(&code)).await;
    emil.is_told("Check your phone", "That code didn’t match. Check the newest message and try again.");
    emil.types(&code).await;

    emil.arrives_as(EMIL);
}

#[tokio::test]
async fn a_call_instead_of_a_text_message() {
    let mut emil = Visit::of("emil").await;

    emil.chooses("Phone call").await;
    emil.sees("Answer your phone");
    emil.types_what_was_sent_to(EMIL).await;

    emil.arrives_as(EMIL);
}

#[tokio::test]
async fn the_second_of_two_phones_is_the_one_that_rings() {
    let mut dora = dora().await;

    let rows = dora.page.forms().into_iter().map(|form| form.button).filter(|words| words.contains("Text message"));
    assert_eq!(rows.count(), 2, "one for each phone");
    dora.chooses("0958").await;
    assert_eq!(dora.house.org().latest_message(DORA).map(|sent| sent.recipient).as_deref(), Some("+44 20 7946 0958"));
    dora.types_what_was_sent_to(DORA).await;

    dora.arrives_as(DORA);
}

#[tokio::test]
async fn a_code_that_does_not_come_is_sent_again() {
    let mut emil = Visit::of("emil").await;
    emil.chooses("Text message").await;

    emil.presses("currentAuthenticatorEnrollment.resend").await;
    assert_eq!(emil.house.org().messages().len(), 2);
    emil.types_what_was_sent_to(EMIL).await;

    emil.arrives_as(EMIL);
}

#[tokio::test]
async fn a_password_then_the_answer_to_a_question() {
    let mut emil = Visit::of("emil").await;
    emil.chooses("Security Question").await;
    emil.sees("Answer your security question");
    emil.reads("What was your favourite subject at school?");

    emil.fills("challenge-authenticator", &[("credentials.answer", "botany")]).await;
    assert_eq!((emil.page.status, emil.page.errors().len()), (422, 1), "{}", emil.page.body);
    emil.fills("challenge-authenticator", &[("credentials.answer", "Optics")]).await;

    emil.arrives_as(EMIL);
}

#[tokio::test]
async fn something_else_is_used_where_the_first_choice_does_not_work() {
    let mut emil = Visit::of("emil").await;
    emil.chooses("Email").await;

    emil.chooses_instead("select-authenticator-authenticate", "Security Question").await;
    emil.fills("challenge-authenticator", &[("credentials.answer", "optics")]).await;

    emil.arrives_as(EMIL);
}

#[tokio::test]
async fn whoever_wants_to_be_remembered_says_so_with_the_name() {
    let mut ada = Visit::begin().await;
    assert!(ada.page.form_with("identifier").has("rememberMe"), "{}", ada.page.body);

    ada.fills("identify", &[("identifier", "ada@example.com"), ("rememberMe", "true")]).await;
    ada.types("Analytical-1843").await;

    ada.arrives_as("ada@example.com");
}

#[tokio::test]
async fn a_stranger_is_led_to_the_first_page_and_the_application_sees_nothing() {
    let stranger = Visit::begin().await;

    stranger.sees("Sign in");
    stranger.is_kept_out();
}

#[tokio::test]
async fn whoever_is_signed_in_sees_who_they_are_and_may_leave() {
    let mut ada = Visit::of("ada").await;
    ada.arrives_as("ada@example.com");

    let page = ada.browser.open(&ada.house.first("/")).await;
    assert!(page.body.contains("ada@example.com"), "{}", page.body);
    let page = ada.browser.open(&ada.house.first("/.gatehouse/sign-out")).await;
    let form = page.forms().into_iter().next().expect("a button");
    ada.browser.submit(&page, &form, &[]).await;

    assert_eq!(ada.browser.look(&ada.house.first("/echo")).await.status, 303, "nobody is signed in any more");
    assert_eq!(Browser::new().look(&ada.house.first("/echo")).await.status, 303);
}
