//! Unlocking an account, by one factor or two, by a code or a link.

use crate::support::browser::Browser;
use crate::support::visit::Visit;

const LENA: &str = "lena@example.com";
const OTIS: &str = "otis@example.com";
const DORA: &str = "dora@example.com";

/// Somebody who wants their account unlocked; the first way is the e-mail address, the second the phone.
async fn unlocks(login: &str, way: &str) -> Visit {
    let mut visit = Visit::begin_with_everything().await;
    visit.presses("unlock-account").await;
    visit.sees("Unlock your account");
    visit.fills("select-authenticator-unlock-account", &[("identifier", login), ("authenticator", way)]).await;
    visit
}

fn link_to(visit: &Visit, login: &str) -> String {
    visit.house.org().latest_message(login).and_then(|message| message.link).expect("a link")
}

#[tokio::test]
async fn a_code_by_email_unlocks_and_the_sign_in_begins_again() {
    let mut lena = unlocks(LENA, "0").await;
    lena.types_what_was_sent_to(LENA).await;
    lena.sees("Your account is unlocked");

    lena.comes_back("lena").await;

    lena.arrives_as(LENA);
}

#[tokio::test]
async fn the_link_of_a_mail_unlocks_in_the_same_browser() {
    let mut lena = unlocks(LENA, "0").await;
    let link = link_to(&lena, LENA);

    lena.page = lena.browser.open(&link).await;

    lena.sees("Your account is unlocked");
    lena.comes_back("lena").await;
    lena.arrives_as(LENA);
}

#[tokio::test]
async fn in_another_browser_the_link_shows_the_code_for_the_first() {
    let mut lena = unlocks(LENA, "0").await;
    let elsewhere = Browser::new().open(&link_to(&lena, LENA)).await;
    assert_eq!(elsewhere.heading(), "Your code");
    let code = lena.sent_to(LENA);
    assert!(elsewhere.body.contains(&code));

    lena.types(&code).await;

    lena.sees("Your account is unlocked");
}

#[tokio::test]
async fn a_text_message_unlocks() {
    let mut dora = Visit::begin_with_everything().await;
    dora.fills("identify", &[("identifier", DORA)]).await;
    dora.chooses("Password").await;
    for _ in 0..5 {
        dora.types("not-hers").await;
    }
    dora.reads("locked");
    let Visit { house, .. } = dora;
    let url = house.third("/echo?kept=1");
    let mut dora = Visit::at(house, &url).await;
    dora.presses("unlock-account").await;

    dora.fills("select-authenticator-unlock-account", &[("identifier", DORA), ("authenticator", "1")]).await;
    dora.types_what_was_sent_to(DORA).await;

    dora.sees("Your account is unlocked");
}

#[tokio::test]
async fn an_email_then_a_phone_unlock_and_the_sign_in_goes_on() {
    let mut otis = unlocks(OTIS, "0").await;
    otis.types_what_was_sent_to(OTIS).await;
    otis.chooses("Text message").await;
    otis.types_what_was_sent_to(OTIS).await;

    otis.sees("Enter your password");
    otis.types("Elevator-1852").await;

    otis.arrives_as(OTIS);
}

#[tokio::test]
async fn nobody_learns_here_who_has_an_account() {
    let stranger = unlocks("nobody@example.com", "0").await;

    assert_eq!(stranger.page.heading(), "You can’t unlock your account here");
    stranger.is_kept_out();
    assert!(stranger.house.org().messages().is_empty());
}
