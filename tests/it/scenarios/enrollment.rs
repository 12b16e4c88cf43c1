//! Setting up a phone, a question, and what may be left for later.

use std::time::Duration;

use gatehouse::demo::org::Channel;

use crate::support::visit::Visit;

const NELL: &str = "nell@example.com";
/// The ways of reaching a telephone, as the page lists them.
const TEXT_MESSAGE: &str = "0";
const CALL: &str = "1";
const DAY: Duration = Duration::from_secs(86_400);

/// Says where the telephone is, and how to reach it.
async fn says_number(visit: &mut Visit, method: &str, number: &str) {
    let phone = [("authenticator.methodType", method), ("authenticator.phoneNumber", number)];
    visit.fills("authenticator-enrollment-data", &phone).await;
}

/// Nell, who has to set up a phone.
async fn nell() -> Visit {
    let mut nell = Visit::of("nell").await;
    nell.sees("Set up how you sign in");
    assert!(nell.page.forms().iter().all(|form| form.value(".form") != Some("skip")), "a phone is required");
    nell.chooses("Phone").await;
    nell.sees("Set up your phone");
    nell
}

/// Nell, whose phone is set up.
async fn nell_with_a_phone() -> Visit {
    let mut nell = nell().await;
    says_number(&mut nell, TEXT_MESSAGE, "+1 202 555 0156").await;
    nell.types_what_was_sent_to(NELL).await;
    nell
}

#[tokio::test]
async fn a_phone_is_set_up_by_a_text_message() {
    let mut nell = nell_with_a_phone().await;
    nell.sees("Set up how you sign in");

    nell.presses("skip").await;

    nell.arrives_as(NELL);
}

#[tokio::test]
async fn a_phone_is_set_up_by_a_call() {
    let mut nell = nell().await;

    says_number(&mut nell, CALL, "+1 202 555 0156").await;
    nell.sees("Check your phone");
    assert_eq!(nell.house.org().messages()[0].channel, Channel::Voice);
    nell.types_what_was_sent_to(NELL).await;
    nell.presses("skip").await;

    nell.arrives_as(NELL);
}

#[tokio::test]
async fn a_number_that_cannot_be_is_told_and_corrected() {
    let mut nell = nell().await;

    says_number(&mut nell, TEXT_MESSAGE, "12").await;
    assert_eq!((nell.page.status, nell.page.errors().len()), (422, 1), "{}", nell.page.body);
    assert_eq!(nell.page.form_with("authenticator.phoneNumber").value("authenticator.phoneNumber"), Some("12"));
    assert!(nell.house.org().messages().is_empty());
    says_number(&mut nell, TEXT_MESSAGE, "+1 202 555 0156").await;
    nell.types_what_was_sent_to(NELL).await;
    nell.presses("skip").await;

    nell.arrives_as(NELL);
}

#[tokio::test]
async fn a_wrong_code_while_a_phone_is_set_up_is_told_and_corrected() {
    let mut nell = nell().await;
    says_number(&mut nell, TEXT_MESSAGE, "+1 202 555 0156").await;
    let code = nell.sent_to(NELL);

    nell.types(if code == "000000" { "111111" } else { "000000" }).await;
    nell.is_told("Check your phone", "That code didn’t match. Check the newest message and try again.");
    nell.types(&code).await;
    nell.presses("skip").await;

    nell.arrives_as(NELL);
}

#[tokio::test]
async fn a_question_of_the_list_is_set_up_at_the_second_attempt() {
    let mut nell = nell_with_a_phone().await;
    nell.chooses("Security Question").await;
    nell.sees("Set up a security question");

    let chosen = [("credentials", "0"), ("credentials.0.questionKey", "0")];
    nell.fills("enroll-authenticator", &[chosen[0], chosen[1], ("credentials.0.answer", "no")]).await;
    assert_eq!((nell.page.status, nell.page.errors().len()), (422, 1), "{}", nell.page.body);
    nell.fills("enroll-authenticator", &[chosen[0], chosen[1], ("credentials.0.answer", "turnips")]).await;

    nell.arrives_as(NELL);
}

#[tokio::test]
async fn a_question_of_ones_own_is_set_up() {
    let mut nell = nell_with_a_phone().await;
    nell.chooses("Security Question").await;

    let own = [
        ("credentials", "1"),
        ("credentials.1.question", "Which operator was first?"),
        ("credentials.1.answer", "emma"),
    ];
    nell.fills("enroll-authenticator", &own).await;

    nell.arrives_as(NELL);
}

#[tokio::test]
async fn what_has_to_be_set_up_by_a_date_may_be_left_until_then() {
    let mut gina = Visit::of("gina").await;
    gina.sees("Set up how you sign in");
    gina.presses("skip").await;
    gina.arrives_as("gina@example.com");

    gina.house.pass(15 * DAY);
    gina.comes_back("gina").await;

    gina.sees("Set up how you sign in");
    assert!(gina.page.forms().iter().all(|form| form.value(".form") != Some("skip")), "{}", gina.page.body);
}
