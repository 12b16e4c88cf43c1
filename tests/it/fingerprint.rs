//! What the org's own page makes of a device, sent along with a name where the operator wants it.

use crate::support::browser::{Browser, Page};
use crate::support::house::House;
use crate::support::people::person;

const GIVEN: &str = "seen-by-the-org-0123456789";

/// Gives Ada's name as a page does whose script was told that.
async fn give_name(browser: &mut Browser, page: &Page, fingerprint: &str) -> Page {
    let form = page.form_with("identifier").carrying(".fingerprint", fingerprint);
    browser.submit(page, &form, &[("identifier", "ada@example.com")]).await
}

/// What came with each call of a sign-in, by its path.
fn sent(house: &House) -> Vec<(String, String)> {
    let calls = house.org().recorded_calls();
    calls.into_iter().filter_map(|call| Some((call.path, call.device_fingerprint?))).collect()
}

#[tokio::test]
async fn it_goes_with_the_name_and_with_nothing_else() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.third("/echo")).await;
    assert!(page.body.contains("data-fingerprint=\"http://"), "{}", page.body);
    let policy = page.header("content-security-policy").unwrap_or_default();
    assert!(policy.contains("; frame-src http://127.0.0.1:") && policy.contains("script-src 'self';"), "{policy}");

    let page = give_name(&mut browser, &page, GIVEN).await;
    assert!(!page.body.contains("data-fingerprint"), "it is asked for once: {}", page.body);
    person("ada").goes_on(&mut browser, &house, page).await;

    assert_eq!(sent(&house), [("/idp/idx/identify".to_owned(), GIVEN.to_owned())]);
}

#[tokio::test]
async fn nothing_that_is_no_header_goes_along_and_nothing_is_lost() {
    for odd in ["", "two words", "caf\u{e9}", "a\r\nX-Forwarded-For: 1.2.3.4", &"x".repeat(5_000)] {
        let house = House::open().await;
        let mut browser = Browser::new();
        let page = browser.open(&house.third("/echo")).await;

        let page = give_name(&mut browser, &page, odd).await;

        assert!(page.asks_for("credentials.passcode"), "{odd:?}: {}", page.body);
        assert_eq!(sent(&house), [], "{odd:?}");
    }
}

#[tokio::test]
async fn where_nobody_wants_it_no_page_asks_and_none_is_sent() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;

    give_name(&mut browser, &page, GIVEN).await;

    assert!(!page.body.contains("data-fingerprint"), "{}", page.body);
    assert!(page.header("content-security-policy").is_some_and(|policy| !policy.contains("frame-src")));
    assert_eq!(sent(&house), []);
}
