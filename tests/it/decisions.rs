//! The decisions that security rests on, each held by a test that attacks it from outside. Those about callbacks (10) stand
//! in `callback`, about posts (11) in `forged_posts`, about addresses in documents (16) in `hostile_documents`.

mod browsers;
mod fronts;
mod records;
mod routes;
mod shared_origin;
mod step_up;
mod transactions;

use crate::support::browser::{Browser, NAVIGATION, Page};
use crate::support::house::House;

/// The password page of Ada at the first site.
async fn password_page(house: &House, browser: &mut Browser, target: &str) -> Page {
    let page = browser.open(&house.first(target)).await;
    browser.submit(&page, &page.form_with("identifier"), &[("identifier", "ada@example.com")]).await
}

fn transactions(browser: &Browser) -> Vec<String> {
    let names = browser.jar.names().into_iter().filter(|name| name.starts_with("gatehouse-tx-"));
    names.map(str::to_owned).collect()
}

fn navigation_with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    NAVIGATION.iter().chain(more).copied().collect()
}
