//! A whole sign-in, and what the application sees of it.

use serde_json::Value;

use crate::support::browser::{Browser, NAVIGATION};
use crate::support::house::{CUSTOM, House, ORG};
use crate::support::people::{is_own, person};

/// Everything an application could believe, in the spellings that servers fold into one.
const FORGED: [(&str, &str); 16] = [
    ("X-Forwarded-User", "admin"),
    ("x_forwarded_user", "admin"),
    ("X.Forwarded.User", "admin"),
    ("X-FORWARDED-EMAIL", "admin@example.com"),
    ("X_Forwarded-Groups", "Admins"),
    ("X-Forwarded-Groups", "Admins"),
    ("X-Forwarded-Preferred-Username", "admin"),
    ("X-Forwarded-For", "203.0.113.9"),
    ("X-Forwarded-Proto", "https"),
    ("X-Forwarded-Host", "evil.example"),
    ("X-Forwarded-Prefix", "/admin"),
    ("X-Real-IP", "203.0.113.9"),
    ("Forwarded", "for=203.0.113.9"),
    ("Remote-User", "admin"),
    ("REMOTE_USER", "admin"),
    ("X-Request-Id", "chosen-by-the-client"),
];

#[tokio::test]
async fn the_application_sees_each_identity_header_once_and_right() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("greta").reaches(&mut browser, &house, &house.first("/echo?q=1")).await;

    let reached = house.last_reached("/echo");

    let host = house.first("").replace("http://", "");
    for (name, value) in [
        ("x-forwarded-user", "00udemogreta00000006"),
        ("x-forwarded-email", "greta@example.com"),
        ("x-forwarded-groups", "Everyone,Field staff,Editors,Herbarium%2C Uppsala"),
        ("x-forwarded-preferred-username", "greta@example.com"),
        ("x-forwarded-for", "127.0.0.1"),
        ("x-forwarded-proto", "http"),
        ("x-forwarded-host", &host),
        ("host", &host),
    ] {
        assert_eq!(reached.header(name), [value], "{name}");
    }
    assert_eq!(reached.header("x-request-id").len(), 1);
    assert_eq!(reached.header("authorization").len(), 1);
    assert!(reached.header("cookie").is_empty(), "{:?}", reached.header("cookie"));
}

#[tokio::test]
async fn the_bearer_token_is_the_access_token_that_the_server_gave_for_this_person() {
    let house = House::open().await;
    let (mut at_first, mut at_second) = (Browser::new(), Browser::new());
    person("ada").reaches(&mut at_first, &house, &house.first("/echo/first")).await;
    person("uma").reaches(&mut at_second, &house, &house.second("/echo/second")).await;

    let of_custom = house.access_token("/echo/first");
    let of_org = house.access_token("/echo/second");

    let subject = |answer: Option<Value>| answer.map(|answer| answer["sub"].clone());
    assert_eq!(subject(house.userinfo(CUSTOM, &of_custom).await), Some("00udemoada0000000001".into()));
    assert_eq!(subject(house.userinfo(ORG, &of_org).await), Some("00udemouma0000000007".into()));
    assert_eq!(subject(house.userinfo(ORG, &of_custom).await), None);
}

#[tokio::test]
async fn cookies_of_the_application_pass_and_those_of_the_gateway_do_not() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let url = house.first("/echo");
    browser.jar.keep(&url.parse().expect("an address"), "application=1; Path=/");
    browser.jar.keep(&url.parse().expect("an address"), "gatehouse-of-somebody-else=2; Path=/");

    browser.open(&url).await;

    let cookies = house.last_reached("/echo").header("cookie").join("; ");
    assert!(cookies.contains("application=1"), "{cookies}");
    let session = browser.jar.value("gatehouse").expect("a session cookie");
    let device = browser.jar.value("gatehouse-device").expect("a device cookie");
    assert!(!cookies.contains(session) && !cookies.contains(device), "{cookies}");
}

#[tokio::test]
async fn names_that_only_the_gateway_may_send_never_come_from_a_client() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("uma").reaches(&mut browser, &house, &house.first("/echo")).await;
    let forged: Vec<_> = NAVIGATION.into_iter().chain(FORGED).chain([("Authorization", "Bearer forged")]).collect();

    for path in ["/echo", "/public/echo"] {
        let answer = browser.say("GET", &house.first(path), &forged, "").await;

        assert_eq!(answer.status, 200, "{}", answer.body);
        let reached = house.last_reached(path);
        let seen: String = reached.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        for value in ["admin", "Admins", "203.0.113.9", "evil.example", "chosen-by-the-client", "forged"] {
            assert!(!seen.contains(value), "{path}: {value} in {seen}");
        }
        for (name, _) in &reached.headers {
            assert!(!name.contains('_') && !name.contains("forwarded."), "{path}: {name}");
        }
    }
}

#[tokio::test]
async fn an_address_that_nobody_verified_does_not_reach_the_application() {
    let house = House::open().await;

    person("uma").reaches(&mut Browser::new(), &house, &house.first("/echo")).await;

    let reached = house.last_reached("/echo");
    assert!(reached.header("x-forwarded-email").is_empty());
    assert_eq!(reached.header("x-forwarded-user"), ["00udemouma0000000007"]);
}

#[tokio::test]
async fn a_public_route_is_anonymous_even_for_somebody_who_is_signed_in() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    let page = browser.open(&house.first("/public/echo")).await;
    let stranger = Browser::new().open(&house.first("/public/echo")).await;

    assert_eq!((page.status, stranger.status), (200, 200));
    for reached in house.reached("/public/echo") {
        for (name, _) in &reached.headers {
            let about_the_request = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"];
            let tells = name.starts_with("x-forwarded-") && !about_the_request.contains(&name.as_str());
            assert!(!tells && name != "authorization" && name != "cookie", "{name}");
        }
    }
}

#[tokio::test]
async fn a_script_without_a_session_gets_401_as_a_problem_and_no_cookies() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/public")).await;

    let fetched = browser.fetch(&page, "/echo").await;
    let called = browser.say("GET", &house.first("/echo"), &[("Accept", "application/json")], "").await;

    for answer in [fetched, called] {
        assert_eq!(answer.status, 401);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert!(answer.all("set-cookie").is_empty());
        let problem: Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(problem["status"], 401);
        assert!(problem["reference"].as_str().is_some_and(|reference| !reference.is_empty()));
    }
    assert!(house.reached("/echo").is_empty());
    assert_eq!(house.interactions(), 0);
}

#[tokio::test]
async fn a_form_posted_without_a_session_is_not_sent_and_the_page_says_so() {
    let house = House::open().await;
    let mut lines = NAVIGATION.to_vec();
    lines.push(("Content-Type", "application/x-www-form-urlencoded"));
    let origin = house.first("");
    lines.push(("Origin", &origin));

    let page = Browser::new().say("POST", &house.first("/notes"), &lines, "text=Owl+at+dusk").await;

    assert_eq!(page.status, 401);
    assert!(page.heading().contains("sent") || page.body.contains("sent"), "{}", page.body);
    assert!(house.demo.application().requests().is_empty());
    assert!(!page.body.contains("Owl"));
}

#[tokio::test]
async fn whoever_is_signed_in_is_not_asked_again() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let interactions = house.interactions();

    let page = browser.open(&house.first("/echo/again?x=%20")).await;
    let at_sign_in = browser.open(&house.first("/.gatehouse/sign-in?return=%2Fecho%2Fagain")).await;

    assert_eq!((page.status, page.visited.len()), (200, 1));
    assert_eq!((at_sign_in.status, at_sign_in.url.path()), (200, "/echo/again"));
    assert_eq!(house.interactions(), interactions);
}

#[tokio::test]
async fn the_step_is_shown_and_nothing_is_sent_when_a_field_is_left_empty() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/echo")).await;
    let before = house.org().recorded_calls().len();

    let page = browser.submit(&page, &page.form_with("identifier"), &[]).await;

    assert!(is_own(&page));
    assert_eq!((page.status, page.errors().len()), (422, 1));
    assert_eq!(house.org().recorded_calls().len(), before);
}
