//! Every account of the demo, on both sites, in browsers of both kinds.

use gatehouse::demo::Demo;

use crate::support::browser::Browser;
use crate::support::house::House;
use crate::support::people::{Person, is_own, person};

/// Who reaches the page they asked for. Cleo has no password, so she cannot fill in a page that wants one at once.
const WELCOME: [&str; 9] = ["ada", "ben", "cleo", "dora", "emil", "greta", "uma", "pia", "wes"];
/// Who does not, and what the page where it ends says.
const UNWELCOME: [(&str, &str); 5] = [
    ("lena", "Your account is locked because of too many authentication attempts."),
    ("sven", "That didn’t match. Check what you entered and try again."),
    ("dean", "There is no account with that name."),
    ("tom", "To keep your account safe, a sign-in ends when it isn’t finished in time."),
    ("nina", "Your account isn’t set up for this application. Ask your administrator for access."),
];

/// Who has pages of their own to pass, each tried where those pages are.
const ELSEWHERE: [&str; 27] = [
    "nell", "otto", "tess", "paul", "nora", "fay", "will", "iris", "bruno", "gina", "kira", "omar", "hedda", "percy",
    "rosa", "otis", "vera", "dirk", "edna", "theo", "mina", "rolf", "inge", "ivo", "gus", "finn", "bea",
];

#[test]
fn every_account_that_the_demo_prints_is_tried_here_or_has_a_test_of_its_own() {
    let mut tried: Vec<&str> = WELCOME.into_iter().chain(UNWELCOME.map(|(name, _)| name)).chain(ELSEWHERE).collect();
    let mut printed: Vec<&str> =
        Demo::accounts().iter().filter_map(|account| account.login.split('@').next()).collect();
    tried.sort_unstable();
    printed.sort_unstable();

    assert_eq!(tried, printed);
}

#[tokio::test]
async fn everybody_welcome_reaches_the_exact_address_that_asks_for_the_name_first() {
    let house = House::open().await;

    for name in WELCOME {
        let url = house.first(&format!("/echo/of%20{name}?page=2&q=a+b%26c"));
        let mut browser = Browser::new();

        person(name).reaches(&mut browser, &house, &url).await;

        assert_eq!(user(&house, name), Some(person(name).login.to_owned()), "{name}");
    }
}

#[tokio::test]
async fn everybody_with_a_password_reaches_the_exact_address_that_asks_for_both_at_once() {
    let house = House::open().await;

    for name in WELCOME.into_iter().filter(|name| *name != "cleo") {
        let url = house.second(&format!("/echo/of%20{name}?page=2&q=a+b%26c"));
        // The first page has taken the password; where one of several things is enough, nothing more is asked.
        let picks = if name == "dora" { &[] } else { person(name).picks };
        let mut browser = Browser::new();

        Person { picks, ..person(name) }.reaches(&mut browser, &house, &url).await;

        assert_eq!(user(&house, name), Some(person(name).login.to_owned()), "{name}");
    }
}

#[tokio::test]
async fn everybody_else_learns_why_that_does_not_work_and_the_application_sees_nothing() {
    let house = House::open().await;

    for (name, sentence) in UNWELCOME {
        let page = person(name).opens(&mut Browser::new(), &house, &house.first("/echo")).await;

        assert!(is_own(&page), "{name}");
        assert!(page.body.contains(sentence), "{name}: {}", page.body);
    }
    assert!(house.demo.application().requests().is_empty());
}

#[tokio::test]
async fn where_name_and_password_are_asked_at_once_nobody_learns_which_was_wrong() {
    let house = House::open().await;
    let unknown = Person { login: "nobody@example.com", ..person("ada") };
    let mistaken = person("ada").with_password("not-hers");

    let (mut pages, locked) = (Vec::new(), person("lena"));
    for stranger in [unknown, mistaken, locked, person("sven"), person("dean")] {
        pages.push(stranger.opens(&mut Browser::new(), &house, &house.second("/echo")).await);
    }

    let seen: Vec<_> = pages.iter().map(|page| (page.status, page.heading(), page.errors())).collect();
    assert!(seen.iter().all(|page| *page == seen[0]), "{seen:?}");
    assert_eq!(seen[0].2.len(), 1);
    assert!(pages.iter().all(|page| page.asks_for("credentials.passcode")));
}

#[tokio::test]
async fn a_browser_without_fetch_metadata_continues_by_a_button() {
    let house = House::open().await;
    let mut browser = Browser::without_fetch_metadata();

    for (url, name) in [(house.first("/echo?x=1"), "ben"), (house.second("/echo?x=2"), "greta")] {
        let page = browser.open(&url).await;
        assert_eq!(page.heading(), "Sign in to continue");
        let page = browser.submit(&page, &page.form("Continue"), &[]).await;
        let page = person(name).goes_on(&mut browser, &house, page).await;

        assert_eq!((page.url.as_str(), page.status), (&*url, 200));
    }
}

#[tokio::test]
async fn a_client_may_prove_itself_by_http_basic() {
    let house = House::configured(|yaml| {
        yaml.replacen("client_id: 0oademofieldnotes001", "client_id: basic-only", 1).replacen(
            "    scopes:",
            "    client_authentication: client_secret_basic\n    scopes:",
            1,
        )
    })
    .await;
    house.demo.register_redirect_uri("basic-only", &house.first("/.gatehouse/callback"));

    person("ada").reaches(&mut Browser::new(), &house, &house.first("/echo")).await;

    let calls = house.org().recorded_calls();
    let oauth = calls.iter().filter(|call| call.path.ends_with("/interact") || call.path.ends_with("/token"));
    assert!(oauth.map(|call| call.authorization).eq([true, true]));
}

/// Who the application was told that the newest request of that person's address came from.
fn user(house: &House, name: &str) -> Option<String> {
    let reached = house.last_reached(&format!("/echo/of%20{name}"));
    assert_eq!(reached.target, format!("/echo/of%20{name}?page=2&q=a+b%26c"));
    let lines = reached.header("x-forwarded-preferred-username");
    assert!(lines.len() <= 1);
    lines.first().map(|line| (*line).to_owned())
}
