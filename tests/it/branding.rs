//! A site whose operator gave its pages a look and words of their own.

use crate::support::browser::{Browser, Page};
use crate::support::house::House;
use crate::support::people::person;

const BRAND: &str = r##"    brand:
      logo: { file: BRAND/logo.svg, dark: BRAND/logo-dark.svg, holds_name: true }
      icon: BRAND/icon.svg
      accent: "#0f6b4f"
      stylesheet: BRAND/site.css
      links:
        - { label: { en: Privacy, de: Datenschutz }, url: "https://fernhill.example/privacy" }
      help: { text: "Call <b>4821</b> & ask", url: "mailto:help@fernhill.example" }
      languages: [de, en]
      texts:
        de: { not-you: Nicht Sie selbst? }
"##;

/// The house whose first site has that brand.
async fn branded_house() -> House {
    House::configured(|yaml| {
        let brand = BRAND.replace("BRAND", concat!(env!("CARGO_MANIFEST_DIR"), "/config/brand"));
        let (before, rest) = yaml.split_once("    routes:").expect("the first site");
        format!("{before}{brand}    routes:{rest}")
    })
    .await
}

/// The addresses that a page loads.
fn loaded(page: &Page) -> Vec<String> {
    let attributes = ["href=\"", "src=\"", "srcset=\""];
    let of = |attribute: &str| -> Vec<String> {
        let values = page.body.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
        values
            .filter(|value| value.contains("/assets/"))
            .map(|value| value.split('#').next().unwrap_or(value).to_owned())
            .collect()
    };
    attributes.into_iter().flat_map(of).collect()
}

#[tokio::test]
async fn pages_carry_the_logo_the_colours_and_the_links_of_their_site() {
    let house = branded_house().await;
    let mut browser = Browser::new();

    let page = browser.open(&house.first("/echo")).await;

    for part in [
        "<img class=\"logo\"",
        "media=\"(prefers-color-scheme: dark)\"",
        "<a href=\"https://fernhill.example/privacy\">Datenschutz</a>",
        "<a href=\"mailto:help@fernhill.example\">",
        "Call &#60;b&#62;4821&#60;/b&#62; &#38; ask",
    ] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let mut kinds = Vec::new();
    for address in loaded(&page) {
        let asset = browser.fetch(&page, &address).await;
        assert_eq!((asset.status, asset.header("x-content-type-options")), (200, Some("nosniff")), "{address}");
        assert_eq!(asset.header("cache-control"), Some("public, max-age=31536000, immutable"));
        let kind = asset.header("content-type").unwrap_or_default().to_owned();
        if kind == "image/svg+xml" {
            assert!(
                asset.header("content-security-policy").is_some_and(|policy| policy.starts_with("default-src 'none'"))
            );
        }
        kinds.push(kind);
    }
    assert!(
        kinds.iter().filter(|kind| *kind == "text/css; charset=utf-8").count() == 3,
        "ours, colours, theirs: {kinds:?}"
    );
    assert!(page.header("content-security-policy").is_some_and(|policy| !policy.contains("unsafe")));
}

#[tokio::test]
async fn a_site_speaks_the_languages_of_its_operator_and_no_others() {
    let house = branded_house().await;
    let mut browser = Browser::new();

    let german = browser.open(&house.first("/echo")).await;
    let lines = [
        ("Accept", "text/html"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
        ("Accept-Language", "en"),
    ];
    let english = Browser::new().say("GET", &house.first("/.gatehouse/sign-out"), &lines, "").await;

    assert!(german.body.contains("<html lang=\"de\""), "who asks for none of them gets the first: {}", german.body);
    assert!(english.body.contains("<html lang=\"en\""), "{}", english.body);
    assert!(german.body.contains("/language/en\"") && !german.body.contains("/language/fr\""), "{}", german.body);
}

#[tokio::test]
async fn words_of_the_operator_are_said_in_their_language_and_ours_everywhere_else() {
    let house = branded_house().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let name = [("identifier", "ada@example.com")];

    let page = browser.submit(&page, &page.form_with("identifier"), &name).await;

    assert!(page.body.contains("Nicht Sie selbst?"), "{}", page.body);
    person("ada").goes_on(&mut browser, &house, page).await;
}

#[tokio::test]
async fn other_sites_look_as_before() {
    let house = branded_house().await;

    let page = Browser::new().open(&house.second("/echo")).await;

    assert!(!page.body.contains("class=\"logo\"") && !page.body.contains("fernhill"), "{}", page.body);
    assert!(page.body.contains("<html lang=\"en\""));
}
