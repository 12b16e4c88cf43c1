//! Decisions 13 and 14: what public and optional routes let through, and which hosts are answered.

use super::navigation_with;
use crate::support::browser::Browser;
use crate::support::house::House;
use crate::support::log::Log;
use crate::support::people::person;

// -- public and optional routes

#[tokio::test]
async fn decision_13_a_clients_authorization_reaches_the_application_only_where_the_route_says_so() {
    let log = Log::begin("info");
    let house = House::configured(|yaml| with_strict_route(&yaml)).await;
    let lines = navigation_with(&[("Authorization", "Basic d2ViOmhvb2s=")]);

    Browser::new().say("GET", &house.first("/public/echo"), &lines, "").await;
    Browser::new().say("GET", &house.first("/public/strict"), &lines, "").await;

    assert_eq!(house.last_reached("/public/echo").header("authorization"), ["Basic d2ViOmhvb2s="]);
    assert!(house.last_reached("/public/strict").header("authorization").is_empty());
    assert_eq!(log.lines("client_authorization: pass").len(), 1, "the operator is told once");
    assert!(!log.whole().await.contains("d2ViOmhvb2s"));
}

/// `/public` lets `Authorization` pass, `/public/strict` does not, and `/optional` tells who is there.
fn with_strict_route(yaml: &str) -> String {
    let mut text = String::new();
    for line in yaml.lines() {
        if line.contains("path: /public,") {
            text.push_str(&format!("{}\n", line.replace("/public,", "/public/strict,")));
            text.push_str(&format!(
                "{}\n",
                line.replace("/public,", "/echo/optional,").replace("public }", "optional }")
            ));
            text.push_str(&format!("{}\n", line.replace("public }", "public, client_authorization: pass }")));
        } else {
            text.push_str(&format!("{line}\n"));
        }
    }
    text
}

#[tokio::test]
async fn decision_13_an_optional_route_tells_who_is_there_and_takes_nobody_for_somebody() {
    let house = House::configured(|yaml| with_strict_route(&yaml)).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    let known = browser.open(&house.first("/echo/optional")).await;
    let told = house.last_reached("/echo/optional");
    let dead = [("Cookie", "gatehouse=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), ("X-Forwarded-User", "admin")];
    let unknown = Browser::new().say("GET", &house.first("/echo/optional"), &navigation_with(&dead), "").await;
    let untold = house.last_reached("/echo/optional");

    assert_eq!((known.status, unknown.status), (200, 200));
    assert_eq!(told.header("x-forwarded-email"), ["ada@example.com"]);
    assert!(untold.header("x-forwarded-user").is_empty() && untold.header("authorization").is_empty());
    assert!(untold.header("cookie").is_empty());
}

// -- hosts

#[tokio::test]
async fn decision_14_another_host_is_redirected_on_navigation_and_misdirected_otherwise() {
    let house = House::open().await;
    let evil = [("Host", "evil.example"), ("X-Forwarded-Host", "evil.example")];

    let unknown = Browser::new().say("GET", &house.first("/echo"), &navigation_with(&evil), "").await;
    let fetched = Browser::new().say("GET", &house.first("/echo"), &evil, "").await;
    let begun = Browser::new()
        .say("GET", &house.first("/echo"), &navigation_with(&[("X-Forwarded-Host", "evil.example")]), "")
        .await;

    assert_eq!((unknown.status, fetched.status), (421, 421));
    assert_eq!(begun.status, 303);
    assert!(begun.header("location").is_some_and(|location| location.starts_with("/.gatehouse/sign-in")));
    assert!(house.reached("/echo").is_empty());
}

#[tokio::test]
async fn decision_14_a_site_for_any_host_answers_at_its_public_address_alone() {
    let house = House::configured(|yaml| yaml.replace("host: 127.0.0.1", "host: \"*\"")).await;
    let host = [("Host", "some.other.name")];

    let opened = Browser::new().say("GET", &house.second("/echo?x=1"), &navigation_with(&host), "").await;
    let posted = Browser::new().say("POST", &house.second("/echo"), &navigation_with(&host), "").await;
    let fetched = Browser::new().say("GET", &house.second("/echo"), &host, "").await;

    assert_eq!((opened.status, opened.header("location")), (308, Some(&*house.second("/echo?x=1"))));
    assert_eq!((posted.status, fetched.status), (421, 421));
    assert!(house.reached("/echo").is_empty());
}
