//! Leaving: by a path of the application's own, with what the browser forgets, and on to the org's own sign-out.

use std::time::Duration;

use crate::support::browser::{Browser, NAVIGATION, Page};
use crate::support::house::{CUSTOM, House, eventually};
use crate::support::log::Log;
use crate::support::people::person;
use gatehouse::demo::org::Fault;

/// The house with more lines in its first site's section.
async fn house_with(lines: &str) -> House {
    House::configured(|yaml| {
        yaml.replacen("authorization_server: custom", &format!("authorization_server: custom\n    {lines}"), 1)
    })
    .await
}

/// The house whose first site also ends sessions at the org.
async fn house_that_ends_sessions(end_session: &str) -> House {
    House::configured(|yaml| {
        let client = "client_id: 0oademofieldnotes001";
        yaml.replacen(client, &format!("{client}\n    end_session: {end_session}"), 1)
    })
    .await
}

async fn signed_in(house: &House) -> (Browser, Page) {
    let mut browser = Browser::new();
    let page = person("ada").reaches(&mut browser, house, &house.first("/echo")).await;
    (browser, page)
}

/// What the org has been told in the person's own browser.
fn logouts(house: &House) -> usize {
    house.org().calls(&format!("{CUSTOM}/logout"))
}

/// Asks to sign out and says yes; where the browser is led first.
async fn signs_out(browser: &mut Browser, house: &House) -> Page {
    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.post(&page, &page.form("Sign out"), &[]).await
}

#[tokio::test]
async fn whoever_leaves_the_application_by_a_link_of_its_own_is_signed_out_here_as_well() {
    let house = house_with("sign_out_paths: [/set-cookies]").await;
    let (mut browser, page) = signed_in(&house).await;
    let before = browser.clone();

    let there = browser.click(&page, "/set-cookies?next=/").await;

    assert_eq!((there.heading(), there.url.path()), ("You are signed out".to_owned(), "/.gatehouse/signed-out"));
    // The application heard of it, from somebody it knew, and its cookies are how it forgets them.
    assert_eq!(house.last_reached("/set-cookies").header("x-forwarded-email"), ["ada@example.com"]);
    assert_eq!(browser.jar.value("application"), Some("keeps-this"));
    assert!(browser.jar.value("gatehouse").is_none());
    assert_eq!(before.clone().look(&house.first("/echo")).await.status, 303);
    eventually("both tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
}

#[tokio::test]
async fn the_answer_of_an_application_that_is_left_is_replaced_by_the_way_out() {
    let house = house_with("sign_out_paths: [/set-cookies]").await;
    let (mut browser, _) = signed_in(&house).await;

    let answer = browser.say("GET", &house.first("/set-cookies"), &NAVIGATION, "").await;

    assert_eq!((answer.status, answer.body.as_str()), (303, ""));
    assert!(answer.header("location").is_some_and(|to| to.starts_with("/.gatehouse/sign-out?left=")), "{answer:?}");
    assert_eq!(answer.all("set-cookie"), ["application=keeps-this; Path=/"]);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert!(answer.header("clear-site-data").is_none() && answer.header("content-type").is_none());
}

#[tokio::test]
async fn a_form_of_the_application_signs_out_too_and_reaches_it_whole() {
    let house = house_with("sign_out_paths: [/notes]").await;
    let (mut browser, _) = signed_in(&house).await;
    let notes = browser.open(&house.first("/")).await;

    let there = browser.submit(&notes, &notes.form_with("text"), &[("text", "Gone home.")]).await;

    assert_eq!(there.heading(), "You are signed out");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
    assert_eq!(house.last_reached("/notes").method, "POST");
    person("greta").reaches(&mut browser, &house, &house.first("/")).await;
    assert!(browser.open(&house.first("/")).await.body.contains("Gone home."));
}

#[tokio::test]
async fn decision_22_a_sign_out_path_asks_whoever_does_not_come_from_the_site() {
    let house = house_with("sign_out_paths: [/echo/leave]").await;
    let (mut browser, _) = signed_in(&house).await;
    let reached = house.reached("/echo/leave").len();
    let url = house.first("/echo/leave");
    let from = |site: &'static str| {
        NAVIGATION.map(|(name, value)| if name == "Sec-Fetch-Site" { (name, site) } else { (name, value) })
    };

    for site in ["cross-site", "same-site", "none"] {
        let answer = browser.say("GET", &url, &from(site), "").await;
        assert_eq!((answer.status, answer.header("location")), (303, Some("/.gatehouse/sign-out")), "{site}");
        let evil: Vec<_> = from(site).into_iter().chain([("Origin", "https://evil.example")]).collect();
        let posted = browser.say("POST", &url, &evil, "").await;
        assert_eq!((posted.status, posted.header("location")), (303, Some("/.gatehouse/sign-out")), "{site}");
    }

    let page = browser.open(&url).await;
    assert_eq!(page.heading(), "Sign out?");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "nobody said yes");
    assert_eq!(house.reached("/echo/leave").len(), reached, "the application hears of it when it is meant");
}

#[tokio::test]
async fn what_a_script_asks_of_a_sign_out_path_goes_to_the_application() {
    let house = house_with("sign_out_paths: [/echo/leave]").await;
    let (mut browser, page) = signed_in(&house).await;

    let answer = browser.fetch(&page, "/echo/leave").await;

    assert_eq!((answer.status, house.reached("/echo/leave").len()), (200, 1));
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn whoever_is_signed_out_already_is_not_asked_to_sign_in_for_leaving() {
    let house = house_with("sign_out_paths: [/echo/leave, /public/echo]").await;
    let mut browser = Browser::new();

    let page = browser.open(&house.first("/echo/leave")).await;

    assert_eq!((page.heading(), page.url.path()), ("You are signed out".to_owned(), "/.gatehouse/signed-out"));
    assert_eq!((house.interactions(), house.reached("/echo/leave").len()), (0, 0));
    assert_eq!(browser.look(&house.first("/public/echo")).await.status, 200, "a public path is the application's own");
}

#[tokio::test]
async fn an_application_that_fails_keeps_nobody_signed_in() {
    let house = house_with("sign_out_paths: [/status/500, /gone]").await;
    let (mut browser, page) = signed_in(&house).await;

    let there = browser.click(&page, "/status/500").await;

    assert_eq!(there.heading(), "You are signed out");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn an_application_that_does_not_answer_keeps_nobody_signed_in() {
    let house = House::configured(|yaml| {
        let yaml = yaml.replacen(
            "authorization_server: custom",
            "authorization_server: custom\n    sign_out_paths: [/dead/logout]",
            1,
        );
        yaml.replacen("routes:\n", "routes:\n      - { path: /dead, upstream: \"http://127.0.0.1:9\" }\n", 1)
    })
    .await;
    let (mut browser, page) = signed_in(&house).await;

    let there = browser.click(&page, "/dead/logout").await;

    assert_eq!(there.heading(), "You are signed out");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn a_way_out_is_good_for_one_session_in_one_browser() {
    let house = house_with("sign_out_paths: [/echo/leave]").await;
    let (mut ada, _) = signed_in(&house).await;
    let mut greta = Browser::new();
    person("greta").reaches(&mut greta, &house, &house.first("/echo")).await;
    let way_out = ada.say("GET", &house.first("/echo/leave"), &NAVIGATION, "").await;
    let way_out = house.first(way_out.header("location").expect("a way out"));

    let asked = greta.open(&way_out).await;
    let fetched = ada.fetch(&asked, &way_out).await;

    assert_eq!(asked.heading(), "Sign out?");
    assert_eq!(fetched.status, 403, "a script is no person who leaves");
    assert_eq!(greta.look(&house.first("/echo")).await.status, 200);
    assert_eq!(ada.look(&house.first("/echo")).await.status, 200);
    assert_eq!(ada.open(&way_out).await.heading(), "You are signed out");
}

#[tokio::test]
async fn decision_22_what_the_browser_forgets_is_said_with_the_sign_out_and_never_names_cookies() {
    let house = house_with("clear_site_data: [cache, storage]").await;
    let (mut browser, _) = signed_in(&house).await;

    let answer = signs_out(&mut browser, &house).await;
    let afterwards = browser.open(&house.first("/.gatehouse/signed-out")).await;

    assert_eq!(answer.header("clear-site-data"), Some("\"cache\", \"storage\""));
    assert!(afterwards.header("clear-site-data").is_none(), "a link to this page must not empty anybody's storage");
    let usual = House::open().await;
    let (mut browser, _) = signed_in(&usual).await;
    assert!(signs_out(&mut browser, &usual).await.header("clear-site-data").is_none());
}

#[tokio::test]
async fn a_sign_out_goes_on_to_the_orgs_own_and_comes_back() {
    for end_session in ["by_sid", "always"] {
        let house = house_that_ends_sessions(end_session).await;
        let (mut browser, _) = signed_in(&house).await;

        let leaving = signs_out(&mut browser, &house).await;

        // A page that navigates: the form that led here may not be redirected off the site.
        assert_eq!((leaving.status, leaving.heading()), (200, "One moment".to_owned()));
        let way = leaving.redirect().expect("it leads on");
        assert_eq!(way.origin().ascii_serialization(), house.demo.org_url());
        let names: Vec<_> = way.query_pairs().map(|(name, _)| name.into_owned()).collect();
        assert_eq!(names, ["id_token_hint", "post_logout_redirect_uri", "state"]);
        assert!(browser.jar.value("gatehouse").is_none(), "whatever becomes of the way");
        let back = browser.open(way.as_str()).await;
        assert_eq!((back.heading(), back.url.path()), ("You are signed out".to_owned(), "/.gatehouse/signed-out"));
        assert_eq!(logouts(&house), 1);
        assert!(!back.body.contains("still be signed in"));
    }
}

#[tokio::test]
async fn whoever_leaves_the_application_is_led_to_the_org_too() {
    let house = House::configured(|yaml| {
        let yaml = yaml.replacen(
            "authorization_server: custom",
            "authorization_server: custom\n    sign_out_paths: [/echo/leave]",
            1,
        );
        let client = "client_id: 0oademofieldnotes001";
        yaml.replacen(client, &format!("{client}\n    end_session: by_sid"), 1)
    })
    .await;
    let (mut browser, page) = signed_in(&house).await;

    let there = browser.click(&page, "/echo/leave").await;

    assert_eq!((there.heading(), logouts(&house)), ("You are signed out".to_owned(), 1));
}

#[tokio::test]
async fn the_org_hears_of_a_sign_out_only_where_that_is_wanted() {
    let house = House::open().await;
    let (mut browser, _) = signed_in(&house).await;

    let answer = signs_out(&mut browser, &house).await;

    assert_eq!((answer.status, answer.header("location")), (303, Some("/.gatehouse/signed-out")));
    assert_eq!(logouts(&house), 0);
}

#[tokio::test]
async fn an_org_that_is_down_keeps_nobody_signed_in_and_the_page_says_what_it_means() {
    let house = house_that_ends_sessions("always").await;
    let (mut browser, _) = signed_in(&house).await;
    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    house.org().fault("/", Fault::BadGateway, 1000);

    let page = browser.submit(&page, &page.form("Sign out"), &[]).await;

    assert_eq!(page.heading(), "You are signed out");
    assert!(page.body.contains("you may still be signed in there"), "{}", page.body);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
    assert_eq!(logouts(&house), 0, "nobody is sent to a server that does not answer");
}

#[tokio::test]
async fn an_org_that_does_not_know_the_address_to_come_back_to_refuses_and_the_person_is_signed_out_here() {
    let house = house_that_ends_sessions("always").await;
    house.org().change_client("0oademofieldnotes001", |client| client.post_logout_redirect_uris.clear());
    let (mut browser, _) = signed_in(&house).await;

    let leaving = signs_out(&mut browser, &house).await;
    let there = browser.open(leaving.redirect().expect("it leads on").as_str()).await;

    assert_eq!(there.status, 400);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn a_session_older_than_its_id_token_can_still_be_ended_at_the_org() {
    let house = house_that_ends_sessions("always").await;
    let (mut browser, _) = signed_in(&house).await;
    for _ in 0..4 {
        house.pass(Duration::from_secs(29 * 60));
        browser.look(&house.first("/echo")).await;
    }

    let leaving = signs_out(&mut browser, &house).await;

    let back = browser.open(leaving.redirect().expect("it leads on").as_str()).await;
    assert_eq!(back.heading(), "You are signed out");
}

#[tokio::test]
async fn the_page_afterwards_tells_nobody_that_they_are_signed_out_who_is_not() {
    let house = House::open().await;
    let (mut browser, _) = signed_in(&house).await;

    let page = browser.open(&house.first("/.gatehouse/signed-out?service=kept")).await;

    assert_eq!((page.heading(), page.url.path()), ("Sign out?".to_owned(), "/.gatehouse/sign-out"));
}

#[tokio::test]
async fn no_log_holds_an_id_token_that_leads_to_the_org_or_a_way_out() {
    let log = Log::begin("trace");
    let house = House::configured(|yaml| {
        let yaml = yaml.replacen(
            "authorization_server: custom",
            "authorization_server: custom\n    sign_out_paths: [/echo/leave]",
            1,
        );
        let client = "client_id: 0oademofieldnotes001";
        yaml.replacen(client, &format!("{client}\n    end_session: always"), 1)
    })
    .await;
    let (mut browser, _) = signed_in(&house).await;

    let answer = browser.say("GET", &house.first("/echo/leave"), &NAVIGATION, "").await;
    let way_out = answer.header("location").expect("a way out").to_owned();
    let leaving = browser.look(&house.first(&way_out)).await;
    let way = leaving.redirect().expect("it leads on");

    let token = way.query_pairs().find(|(name, _)| name == "id_token_hint").expect("a hint").1.into_owned();
    let proof = way_out.split_once('=').expect("a proof").1;
    let text = log.whole().await;
    assert!(text.contains("Signed out"));
    for (what, secret) in [("the ID token", &*token), ("the way out", proof)] {
        assert!(!text.contains(secret), "{what} is in the log");
    }
}
