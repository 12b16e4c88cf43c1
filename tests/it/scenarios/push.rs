//! Questions on telephones: Okta Verify and an application of the company's own.

use crate::support::visit::Visit;

const PAUL: &str = "paul@example.com";
const NORA: &str = "nora@example.com";

/// Paul, whose telephone asks.
async fn paul(row: &str) -> Visit {
    let mut paul = Visit::of("paul").await;
    paul.chooses(row).await;
    paul
}

#[tokio::test]
async fn okta_verify_asks_on_the_telephone_and_the_page_goes_on_by_itself() {
    let mut paul = paul("push notification").await;
    paul.sees("Check your phone");
    paul.reads("Approve the sign-in in Okta Verify");
    assert_eq!(paul.house.org().questions().len(), 1);

    paul.house.org().approve(PAUL);
    paul.waits_to_go_on().await;

    paul.arrives_as(PAUL);
}

#[tokio::test]
async fn a_code_of_okta_verify_does_instead_of_the_question() {
    let mut paul = paul("Type a code").await;
    let form = paul.page.form_with("credentials.totp");
    paul.page = paul.browser.submit(&paul.page, &form, &[("credentials.totp", "000000")]).await;
    assert_eq!((paul.page.status, paul.page.errors().len()), (422, 1), "{}", paul.page.body);

    let code = paul.shown_to(PAUL, "okta_verify");
    paul.fills("challenge-authenticator", &[("credentials.totp", &code)]).await;

    paul.arrives_as(PAUL);
}

#[tokio::test]
async fn an_application_of_the_companys_own_asks_like_okta_verify() {
    let mut paul = paul("Night Porter").await;
    paul.sees("Check your phone");
    paul.reads("Approve the sign-in in Night Porter");

    paul.house.org().approve(PAUL);
    paul.waits_to_go_on().await;

    paul.arrives_as(PAUL);
}

#[tokio::test]
async fn who_said_no_is_told_and_asked_again_on_wish() {
    let mut paul = paul("push notification").await;
    paul.house.org().reject(PAUL);
    paul.waits_for("the refusal", |page| !page.errors().is_empty()).await;
    paul.is_kept_out();
    assert!(paul.house.org().questions().is_empty(), "nothing is asked while nobody wants it");

    paul.presses("resend").await;
    assert_eq!(paul.house.org().questions().len(), 1, "{}", paul.page.body);
    paul.house.org().approve(PAUL);
    paul.waits_to_go_on().await;

    paul.arrives_as(PAUL);
}

/// The number that the page shows.
fn number(visit: &Visit) -> Option<u8> {
    visit.page.texts(".number").first().and_then(|number| number.parse().ok())
}

/// Nora, whose page shows the number by now.
async fn nora() -> Visit {
    let mut nora = Visit::begin().await;
    nora.gives_name_and_password("nora").await;
    nora.presses("authenticator-verification-data").await;
    assert_eq!(number(&nora), None, "it comes with a later answer");
    nora.waits_for("the number", |page| !page.texts(".number").is_empty()).await;
    nora
}

#[tokio::test]
async fn the_number_appears_on_a_later_look_and_the_right_one_signs_in() {
    let mut nora = nora().await;
    nora.reads("choose this number");
    let shown = number(&nora).expect("a number");
    assert!(nora.house.org().questions()[0].numbers.contains(&shown));

    nora.house.org().pick_number(NORA, shown);
    nora.waits_to_go_on().await;

    nora.arrives_as(NORA);
}

#[tokio::test]
async fn a_wrong_number_is_a_no() {
    let mut nora = nora().await;
    let shown = number(&nora).expect("a number");

    nora.house.org().pick_number(NORA, shown ^ 1);
    nora.waits_for("the refusal", |page| !page.errors().is_empty()).await;

    nora.is_kept_out();
}
