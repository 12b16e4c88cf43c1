//! Signing out: asked first, done once, felt everywhere.

use gatehouse::demo::org::Fault;

use crate::support::browser::{Browser, NAVIGATION, Page};
use crate::support::house::{CUSTOM, House, ORG, eventually};
use crate::support::people::person;

/// Signs Ada in at that address and asks to sign out: the page that asks.
async fn sign_out_page(house: &House, browser: &mut Browser, url: &str) -> Page {
    person("ada").reaches(browser, house, url).await;
    let page = browser.open(url).await;
    browser.click(&page, "/.gatehouse/sign-out").await
}

#[tokio::test]
async fn a_link_to_sign_out_only_asks() {
    let house = House::open().await;
    let mut browser = Browser::new();

    let page = sign_out_page(&house, &mut browser, &house.first("/echo")).await;

    assert_eq!((page.status, page.heading()), (200, "Sign out?".to_owned()));
    assert!(page.body.contains("ada@example.com"));
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    assert_eq!(house.org().calls(&format!("{CUSTOM}/revoke")), 0);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_revokes_both_tokens() {
    for (url, server) in [("first", CUSTOM), ("second", ORG)] {
        let house = House::open().await;
        let url = if url == "first" { house.first("/echo") } else { house.second("/echo") };
        let mut browser = Browser::new();
        let page = sign_out_page(&house, &mut browser, &url).await;
        let (before, token) = (browser.clone(), house.access_token("/echo"));
        let reached = house.reached("/echo").len();

        let page = browser.submit(&page, &page.form("Sign out"), &[]).await;

        assert_eq!((page.heading(), page.url.path()), ("You are signed out".to_owned(), "/.gatehouse/signed-out"));
        assert!(browser.jar.value("gatehouse").is_none());
        // Not only the browser forgets: the cookie is worth nothing to whoever copied it.
        assert_eq!(before.clone().look(&url).await.status, 303);
        assert_eq!(house.reached("/echo").len(), reached);
        eventually("both tokens are revoked", || house.org().calls(&format!("{server}/revoke")) == 2).await;
        assert!(house.userinfo(server, &token).await.is_none());
    }
}

#[tokio::test]
async fn back_after_signing_out_leads_to_no_session() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let name = browser.open(&house.first("/echo")).await;
    let password = browser.submit(&name, &name.form_with("identifier"), &[("identifier", "ada@example.com")]).await;
    let typed = [("credentials.passcode", person("ada").password)];
    browser.submit(&password, &password.form_with("credentials.passcode"), &typed).await;
    let before_sign_out = browser.clone();
    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.submit(&page, &page.form("Sign out"), &[]).await;

    // The tab's history, and a copy of all cookies from before: neither brings anything back.
    for mut tab in [browser, before_sign_out] {
        let step = tab.open(password.url.as_str()).await;
        let again = tab.submit(&password, &password.form_with("credentials.passcode"), &typed).await;

        assert_eq!(
            (step.heading(), again.heading()),
            ("This sign-in has expired".to_owned(), "This sign-in has expired".to_owned())
        );
        assert_eq!(tab.look(&house.first("/echo")).await.status, 303);
    }
    assert_eq!(house.token_calls(), 1);
}

#[tokio::test]
async fn no_other_page_can_sign_somebody_out() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = sign_out_page(&house, &mut browser, &house.first("/echo")).await;
    let (url, body) = (house.first("/.gatehouse/sign-out"), page.form("Sign out").filled(&[]));
    let ours = house.first("");
    let other_site = house.second("");
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let fetched = [("Accept", "*/*"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")];

    let cross_site: Vec<_> = fetched.into_iter().chain([form, ("Origin", "https://evil.example")]).collect();
    let null: Vec<_> = NAVIGATION.into_iter().chain([form, ("Origin", "null")]).collect();
    let neighbour: Vec<_> = NAVIGATION.into_iter().chain([form, ("Origin", &other_site)]).collect();
    let lying = vec![form, ("Origin", &*ours), ("Sec-Fetch-Site", "cross-site")];
    for lines in [cross_site, null, neighbour, lying, vec![form]] {
        let answer = browser.clone().say("POST", &url, &lines, &body).await;
        assert_eq!(answer.status, 403, "{lines:?}");
        assert!(answer.all("set-cookie").is_empty());
    }
    let same: Vec<_> = NAVIGATION.into_iter().chain([form, ("Origin", &*ours)]).collect();
    for body in ["", ".token=&.form=sign-out", ".form=sign-out"] {
        let answer = browser.clone().say("POST", &url, &same, body).await;
        assert_eq!(answer.status, 403, "{body}");
    }

    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn one_persons_sign_out_form_does_not_sign_out_another() {
    let house = House::open().await;
    let (mut ada, mut greta) = (Browser::new(), Browser::new());
    let of_ada = sign_out_page(&house, &mut ada, &house.first("/echo")).await;
    person("greta").reaches(&mut greta, &house, &house.first("/echo")).await;

    let answer = greta.post(&of_ada, &of_ada.form("Sign out"), &[]).await;

    assert_eq!(answer.status, 403);
    assert_eq!(greta.look(&house.first("/echo")).await.status, 200);
    assert_eq!(ada.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_told_so() {
    let house = House::open().await;

    let page = Browser::new().open(&house.first("/.gatehouse/sign-out")).await;

    assert_eq!((page.status, page.heading()), (200, "You are signed out".to_owned()));
}

#[tokio::test]
async fn signing_out_takes_the_sign_ins_that_were_begun_away_as_well() {
    let house = House::open().await;
    let mut browser = Browser::new();
    browser.open(&house.first("/echo/other")).await;
    let page = sign_out_page(&house, &mut browser, &house.first("/echo")).await;
    assert!(browser.jar.names().iter().any(|name| name.starts_with("gatehouse-tx-")));

    browser.submit(&page, &page.form("Sign out"), &[]).await;

    assert_eq!(browser.jar.names(), ["gatehouse-device", "gatehouse-known"]);
}

#[tokio::test]
async fn signing_out_works_while_the_org_is_down() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = sign_out_page(&house, &mut browser, &house.first("/echo")).await;
    house.org().fault("/", Fault::BadGateway, 1000);

    let page = browser.submit(&page, &page.form("Sign out"), &[]).await;

    assert_eq!(page.heading(), "You are signed out");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn signing_out_of_one_browser_leaves_another_signed_in() {
    let house = House::open().await;
    let (mut desk, mut phone) = (Browser::new(), Browser::new());
    person("ada").reaches(&mut phone, &house, &house.first("/echo")).await;
    let page = sign_out_page(&house, &mut desk, &house.first("/echo")).await;

    desk.submit(&page, &page.form("Sign out"), &[]).await;

    assert_eq!(phone.look(&house.first("/echo")).await.status, 200);
}
