//! Decisions 15 and 16: the application shares our origin and may be hostile by accident, and leaving a page of ours is done by
//! another one.

use super::password_page;
use crate::support::browser::Browser;
use crate::support::house::House;
use crate::support::people::{is_own, person};

// -- the application shares our origin

#[tokio::test]
async fn decision_15_a_service_worker_is_refused_on_every_route_and_own_path() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let reached = house.demo.application().requests().len();

    for target in ["/echo", "/public/worker.js", "/.gatehouse/session"] {
        for lines in [[("Service-Worker", "script")], [("Sec-Fetch-Dest", "serviceworker")]] {
            let answer = browser.say("GET", &house.first(target), &lines, "").await;
            assert_eq!(answer.status, 403, "{target} {lines:?}");
        }
    }

    assert_eq!(house.demo.application().requests().len(), reached);
}

#[tokio::test]
async fn decision_15_an_application_cannot_take_over_cookies_or_workers_of_the_gateway() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    let answer = browser.look(&house.first("/set-cookies")).await;

    assert_eq!(answer.status, 200);
    assert_eq!(answer.all("set-cookie"), ["application=keeps-this; Path=/"]);
    assert_eq!(answer.header("clear-site-data"), None);
    assert_eq!(answer.header("service-worker-allowed"), None);
    assert_eq!((answer.header("nel"), answer.header("report-to")), (None, None));
    assert_eq!(answer.header("alt-svc"), None, "browsers would go past the gateway");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn decision_15_sign_in_and_sign_out_pages_answer_no_script_and_no_frame() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let step = password_page(&house, &mut browser, "/echo").await;
    let mut signed_in = Browser::new();
    let page = person("ada").reaches(&mut signed_in, &house, &house.first("/echo")).await;
    let frame = [("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")];

    for (who, target) in [(&mut browser, step.url.path()), (&mut signed_in, "/.gatehouse/sign-out")] {
        let fetched = who.fetch(&page, target).await;
        let framed = who.say("GET", &house.first(target), &frame, "").await;

        assert_eq!(fetched.status, 403, "{target}");
        assert!(framed.status >= 400, "{target}");
        for answer in [&fetched, &framed] {
            assert!(!answer.body.contains(".token") && !answer.body.contains("<form"), "{target}: {}", answer.body);
        }
    }
}

#[tokio::test]
async fn decision_15_a_session_that_ended_inside_a_frame_offers_the_whole_window_and_no_form() {
    let house = House::open().await;
    let frame = [("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")];

    let page = Browser::new().say("GET", &house.first("/echo?x=1"), &frame, "").await;

    assert_eq!((page.status, page.heading()), (401, "You have been signed out".to_owned()));
    assert!(page.forms().is_empty());
    assert!(page.body.contains("target=\"_top\"") || page.body.contains("target=\"_blank\""), "{}", page.body);
    assert!(page.body.contains("href=\"/echo?x=1\""));
    assert!(house.reached("/echo").is_empty());
}

#[tokio::test]
async fn decision_15_every_own_page_carries_the_headers_that_keep_others_out() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let step = password_page(&house, &mut browser, "/echo").await;
    let wrong = [("credentials.passcode", "not-hers")];
    let mut signed_in = Browser::new();
    person("ada").reaches(&mut signed_in, &house, &house.first("/echo")).await;
    let pages = [
        step.clone(),
        browser.submit(&step, &step.form_with("credentials.passcode"), &wrong).await,
        Browser::without_fetch_metadata().open(&house.first("/echo")).await,
        signed_in.open(&house.first("/.gatehouse/sign-out")).await,
        browser.open(&house.first("/.gatehouse/signed-out")).await,
        browser.open(&house.first("/.gatehouse/nothing")).await,
        browser.open(&house.first("/.gatehouse/callback?state=a&state=b")).await,
        browser.open(&house.first("/.gatehouse/sign-in/AAAAAAAAAAAA")).await,
    ];

    for page in pages {
        assert!(is_own(&page));
        let policy = page.header("content-security-policy").expect("a policy");
        for part in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"] {
            assert!(policy.contains(part), "{}: {policy}", page.url);
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        for (name, value) in [
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
            ("referrer-policy", "same-origin"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(page.all(name), [value], "{name} at {}", page.url);
        }
        let (all, ours) = ("<script", "<script type=\"module\" src=\"/.gatehouse/assets/");
        assert_eq!(page.body.matches(all).count(), page.body.matches(ours).count(), "{}", page.url);
        assert_eq!(page.body.contains(all), policy.contains("script-src 'self'"), "{policy} at {}", page.url);
        for script in ["javascript:", " onclick", " onload", " style="] {
            assert!(!page.body.contains(script), "{script} at {}", page.url);
        }
    }
}

// -- 16: leaving

#[tokio::test]
async fn decision_16_leaving_from_a_post_is_a_page_that_navigates() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = password_page(&house, &mut browser, "/echo?x=1").await;
    let typed = [("credentials.passcode", person("ada").password)];

    let answer = browser.post(&page, &page.form_with("credentials.passcode"), &typed).await;

    assert_eq!((answer.status, answer.header("location")), (200, None));
    assert_eq!(answer.header("refresh"), Some("0; url=/echo?x=1"));
    assert!(answer.body.contains("href=\"/echo?x=1\""), "{}", answer.body);
    assert!(answer.header("content-security-policy").is_some_and(|policy| policy.contains("form-action 'self'")));
}
