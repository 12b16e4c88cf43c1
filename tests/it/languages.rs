//! Which language a page is in: the one that was chosen, else the one the browser asks for, else English.

use gatehouse::pages::Language;

use crate::support::browser::{Browser, NAVIGATION};
use crate::support::house::House;

#[tokio::test]
async fn a_page_is_in_the_language_that_the_browser_asks_for() {
    let house = House::open().await;
    for language in Language::ALL {
        let mut browser = Browser::speaking(&format!("xx, {};q=0.8, en;q=0.1", language.tag()));

        let page = browser.open(&house.first("/echo")).await;

        assert_eq!(page.header("content-language"), Some(language.tag()));
        let attributes = format!("<html lang=\"{}\" dir=\"{}\">", language.tag(), language.direction());
        assert!(page.body.contains(&attributes), "{}", page.body);
        assert_eq!(page.header("vary"), Some("Cookie, Accept-Language"));
    }
}

#[tokio::test]
async fn who_asks_for_no_language_there_is_reads_english() {
    let house = House::open().await;

    let page = Browser::speaking("tlh, qya;q=0.5").open(&house.first("/echo")).await;

    assert_eq!((page.header("content-language"), page.heading()), (Some("en"), "Sign in".to_owned()));
}

#[tokio::test]
async fn a_refusal_is_in_the_language_that_was_chosen() {
    let house = House::open().await;
    for language in Language::ALL {
        let mut browser = Browser::speaking("en");
        let choice = house.first(&format!("/.gatehouse/language/{}", language.tag()));
        browser.say("GET", &choice, &NAVIGATION, "").await;

        let page = browser.open(&house.first("/.gatehouse/no-such-page")).await;

        assert_eq!((page.status, page.header("content-language")), (404, Some(language.tag())));
    }
}

#[tokio::test]
async fn choosing_a_language_keeps_it_and_shows_the_same_page_again() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let choice = house.first("/.gatehouse/language/en");
    let from_page: Vec<_> = NAVIGATION.into_iter().chain([("Referer", page.url.as_str())]).collect();

    let answer = browser.say("GET", &choice, &from_page, "").await;

    assert_eq!((answer.status, answer.redirect()), (303, Some(page.url.clone())));
    let line = answer.header("set-cookie").expect("a cookie");
    assert!(line.starts_with("gatehouse-language=en; ") && line.contains("SameSite=Lax") && line.contains("HttpOnly"));
    assert_eq!(browser.open(page.url.as_str()).await.heading(), page.heading());
}

#[tokio::test]
async fn a_page_of_somebody_else_chooses_no_language_and_is_not_led_back_to() {
    let house = House::open().await;
    let choice = house.first("/.gatehouse/language/en");
    let elsewhere = ("Referer", "https://elsewhere.example/a");
    let foreign: Vec<_> = NAVIGATION
        .into_iter()
        .map(|(name, value)| (name, if name == "Sec-Fetch-Site" { "cross-site" } else { value }))
        .chain([elsewhere])
        .collect();
    let ours: Vec<_> = NAVIGATION.into_iter().chain([elsewhere]).collect();

    let of_others = Browser::new().say("GET", &choice, &foreign, "").await;
    let of_ours = Browser::new().say("GET", &choice, &ours, "").await;
    let unknown = Browser::new().say("GET", &house.first("/.gatehouse/language/tlh"), &ours, "").await;

    assert!(of_others.all("set-cookie").is_empty() && unknown.all("set-cookie").is_empty());
    for answer in [of_others, of_ours, unknown] {
        assert_eq!(answer.redirect().map(|url| url.path().to_owned()).as_deref(), Some("/"));
    }
}
