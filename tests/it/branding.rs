//! A site whose operator gave its pages a look and words of their own.

use crate::support::browser::{Browser, NAVIGATION, Page};
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

#[tokio::test]
async fn files_of_a_site_are_not_served_at_another() {
    let house = branded_house().await;
    let page = Browser::new().open(&house.first("/echo")).await;
    let logo = loaded(&page).into_iter().find(|address| address.ends_with("/logo.svg")).expect("a logo");

    let [here, elsewhere] = [house.first(&logo), house.second(&logo)];
    let (here, elsewhere) = (Browser::new().open(&here).await, Browser::new().open(&elsewhere).await);

    assert_eq!((here.status, elsewhere.status), (200, 404));
}

#[tokio::test]
async fn the_stylesheet_of_the_operator_has_the_last_word() {
    let house = branded_house().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let last = loaded(&page).into_iter().rfind(|address| address.ends_with(".css")).expect("a stylesheet");

    let stylesheet = browser.fetch(&page, &last).await;

    assert_eq!(stylesheet.body, include_str!("../../config/brand/site.css"));
}

#[tokio::test]
async fn a_drawing_that_is_opened_by_itself_can_do_nothing() {
    let house = branded_house().await;
    let page = Browser::new().open(&house.first("/echo")).await;
    let logo = loaded(&page).into_iter().find(|address| address.ends_with("/logo.svg")).expect("a logo");

    let logo = Browser::new().open(&house.first(&logo)).await;

    let policy = logo.header("content-security-policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; ") && policy.ends_with("; sandbox"), "{policy}");
    assert!(!policy.contains("script-src"), "{policy}");
}

#[tokio::test]
async fn a_look_loosens_nothing_in_the_policy_of_pages() {
    let house = branded_house().await;
    for target in ["/echo", "/.gatehouse/no-such-page"] {
        let plain = House::open().await;

        let with = Browser::new().open(&house.first(target)).await;
        let without = Browser::new().open(&plain.first(target)).await;

        assert!(with.header("content-security-policy").is_some(), "{target}");
        assert_eq!(with.header("content-security-policy"), without.header("content-security-policy"), "{target}");
    }
}

#[tokio::test]
async fn help_and_links_stand_at_the_foot_of_refusals_too() {
    let house = branded_house().await;
    for (language, privacy) in [("en", "Privacy"), ("de", "Datenschutz")] {
        for target in ["/echo", "/.gatehouse/no-such-page", "/.gatehouse/signed-out"] {
            let page = Browser::speaking(language).open(&house.first(target)).await;

            let foot = page.texts("footer.foot").join(" ");
            assert!(foot.contains("Call <b>4821</b> & ask") && foot.contains(privacy), "{language} {target}: {foot}");
        }
    }
}

#[tokio::test]
async fn a_language_that_the_site_does_not_speak_cannot_be_chosen() {
    let house = branded_house().await;
    let mut browser = Browser::new();

    let refused = browser.say("GET", &house.first("/.gatehouse/language/fr"), &NAVIGATION, "").await;
    let chosen = browser.say("GET", &house.first("/.gatehouse/language/en"), &NAVIGATION, "").await;

    assert_eq!((refused.status, refused.header("set-cookie")), (303, None));
    assert!(chosen.header("set-cookie").is_some_and(|line| line.starts_with("gatehouse-language=en; ")));
}

#[tokio::test]
async fn a_name_is_text_wherever_it_stands() {
    const NAME: &str = "Fern & <b>Hill</b> \"0\"";
    for logo in ["", "    brand: { logo: { file: LOGO, holds_name: true } }\n"] {
        let logo = logo.replace("LOGO", concat!(env!("CARGO_MANIFEST_DIR"), "/config/brand/logo.svg"));
        let house = House::configured(|yaml| {
            yaml.replacen("    name: Field notes\n", &format!("    name: '{NAME}'\n{logo}"), 1)
        })
        .await;
        for target in ["/echo", "/.gatehouse/no-such-page"] {
            let page = Browser::new().open(&house.first(target)).await;

            assert!(page.texts("title").concat().contains(NAME), "{}", page.body);
            assert!(!page.body.contains("<b>Hill") && !page.body.contains("\"0\""), "{}", page.body);
        }
    }
}
