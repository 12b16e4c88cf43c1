//! The life of a session: fresh, bounded, refreshed once for everybody, ended for everybody.

use std::time::Duration;

use gatehouse::demo::org::{Fault, Flaw, TokenKind};

use crate::support::browser::Browser;
use crate::support::house::{CUSTOM, House, ORG, eventually};
use crate::support::people::{is_own, person};

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn each_sign_in_makes_a_session_that_was_never_there_and_ends_the_one_it_replaces() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let one = browser.open(&house.first("/echo/one")).await;
    let other = browser.open(&house.first("/echo/other")).await;

    person("ada").goes_on(&mut browser, &house, one).await;
    let (first, first_token) = (browser.clone(), house.access_token("/echo/one"));
    person("greta").goes_on(&mut browser, &house, other).await;

    assert_ne!(first.jar.value("gatehouse"), browser.jar.value("gatehouse"));
    assert_eq!(first.clone().look(&house.first("/echo")).await.status, 303, "the replaced session is over");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["greta@example.com"]);
    eventually("the replaced tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
    assert!(house.userinfo(CUSTOM, &first_token).await.is_none());
}

#[tokio::test]
async fn a_session_cookie_that_somebody_planted_is_worth_nothing_before_and_after() {
    let house = House::open().await;
    let planted = "A".repeat(43);
    let mut browser = Browser::new();
    browser.jar.keep(&house.first("/").parse().expect("an address"), &format!("gatehouse={planted}; Path=/"));

    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    assert_ne!(browser.jar.value("gatehouse"), Some(&*planted));
    let cookie = format!("gatehouse={planted}");
    let answer = Browser::new().say("GET", &house.first("/echo"), &[("Cookie", &cookie)], "").await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn nonsense_in_the_session_cookie_is_nobody() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let good = browser.jar.value("gatehouse").expect("a session").to_owned();
    let reached = house.reached("/echo").len();
    let long = "x".repeat(8000);

    for cookies in [
        String::new(),
        "gatehouse=".to_owned(),
        format!("gatehouse={}", &good[1..]),
        format!("gatehouse={good}x"),
        format!("gatehouse=\"{good}\""),
        format!("gatehouse={}", good.to_uppercase()),
        format!("gatehouse={long}"),
        format!("gatehouse={good}; gatehouse={good}"),
        format!("gatehouse={good}; gatehouse="),
        format!("GATEHOUSE={good}"),
        format!("__Host-gatehouse={good}"),
        ";;;==;; =a; gatehouse".to_owned(),
    ] {
        let answer = Browser::new().say("GET", &house.first("/echo"), &[("Cookie", &cookies)], "").await;
        assert_eq!(answer.status, 401, "{cookies}");
    }
    assert_eq!(house.reached("/echo").len(), reached);
}

#[tokio::test]
async fn a_session_that_nobody_uses_ends_after_its_idle_time() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    house.pass(29 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    house.pass(29 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "using it starts the time again");
    house.pass(31 * MINUTE);

    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
    eventually("its tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
}

#[tokio::test]
async fn a_site_with_an_idle_time_of_its_own_ends_its_sessions_while_those_of_others_go_on() {
    let house = House::configured(|yaml| {
        let shorter = "sessions: { idle_timeout: 10m }\n    authorization_server: org\n";
        let changed = yaml.replacen("authorization_server: org\n", shorter, 1);
        assert_ne!(changed, yaml);
        changed
    })
    .await;
    let (longer, shorter) = (house.first("/echo"), house.second("/echo"));
    let mut browser = Browser::new();
    for url in [&longer, &shorter] {
        person("ada").reaches(&mut browser, &house, url).await;
    }
    let mut seen = Vec::new();

    for minutes in [9, 9, 11] {
        house.pass(minutes * MINUTE);
        seen.push((browser.look(&shorter).await.status, browser.look(&longer).await.status));
    }

    assert_eq!(seen, [(200, 200), (200, 200), (303, 200)]);
    eventually("its tokens are revoked", || house.org().calls(&format!("{ORG}/revoke")) == 2).await;
    assert_eq!(house.org().calls(&format!("{CUSTOM}/revoke")), 0);
}

#[tokio::test]
async fn a_page_left_open_keeps_no_session_alive_by_the_paths_it_polls() {
    let house = House::configured(|yaml| {
        let activity = "authorization_server: custom\n    activity: { ignore_paths: [/echo/news] }";
        yaml.replacen("authorization_server: custom", activity, 1)
    })
    .await;
    let (mut idle, mut busy) = (Browser::new(), Browser::new());
    let page = person("ada").reaches(&mut idle, &house, &house.first("/echo")).await;
    person("greta").reaches(&mut busy, &house, &house.first("/echo")).await;

    let mut statuses = Vec::new();
    for _ in 0..4 {
        house.pass(10 * MINUTE);
        statuses.push(idle.fetch(&page, "/echo/news?since=1").await.status);
        assert_eq!(busy.fetch(&page, "/echo/mail").await.status, 200, "what a person does by script counts");
    }

    assert_eq!(statuses, [200, 200, 401, 401]);
}

#[tokio::test]
async fn where_navigations_count_a_script_keeps_no_session_alive() {
    let house = House::configured(|yaml| {
        let activity = "authorization_server: custom\n    activity: { counted: navigations }";
        yaml.replacen("authorization_server: custom", activity, 1)
    })
    .await;
    let mut browser = Browser::new();
    let page = person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    house.pass(20 * MINUTE);
    assert_eq!(browser.open(&house.first("/echo")).await.status, 200);
    house.pass(20 * MINUTE);
    assert_eq!(browser.fetch(&page, "/echo").await.status, 200);
    house.pass(11 * MINUTE);

    assert_eq!(browser.fetch(&page, "/echo").await.status, 401);
}

#[tokio::test]
async fn asking_whether_there_is_a_session_does_not_keep_it_alive() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    for _ in 0..4 {
        house.pass(10 * MINUTE);
        browser.fetch(&page, "/.gatehouse/session").await;
    }

    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn a_busy_session_ends_at_its_lifetime() {
    let house = House::configured(|yaml| yaml.replace("lifetime: 12h", "lifetime: 1h")).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    for minutes in [20, 20, 19] {
        house.pass(minutes * MINUTE);
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    }
    house.pass(MINUTE);

    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn a_token_near_its_end_is_refreshed_by_one_call_while_the_old_one_serves() {
    for (first, server) in [(true, CUSTOM), (false, ORG)] {
        let house = House::patient().await;
        let url = if first { house.first("/echo") } else { house.second("/echo") };
        let mut browser = Browser::new();
        person("ada").reaches(&mut browser, &house, &url).await;
        let old = house.access_token("/echo");
        // In use: what the server said about the token is not too old to go on with.
        house.pass(44 * MINUTE);
        assert_eq!(browser.look(&url).await.status, 200);
        house.org().fault(&format!("{server}/token"), Fault::Delay(300), 1);
        house.pass(4 * MINUTE + Duration::from_secs(30));

        let statuses = browser.look_in_tabs(&url, 20).await;

        assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
        assert_eq!(house.access_token("/echo"), old, "nobody waited");
        eventually("the refresh is answered", || {
            house.org().recorded_calls().iter().filter(|call| call.path == format!("{server}/token")).count() == 2
        })
        .await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(browser.look(&url).await.status, 200);
        assert_ne!(house.access_token("/echo"), old);
        assert!(house.userinfo(server, &house.access_token("/echo")).await.is_some());
        assert_eq!(house.token_calls(), 2);
    }
}

#[tokio::test]
async fn everybody_waits_for_one_refresh_when_the_token_is_dead() {
    let house = House::patient().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let old = house.access_token("/echo");
    house.org().fault(&format!("{CUSTOM}/token"), Fault::Delay(300), 1);
    house.pass(61 * MINUTE);

    let statuses = browser.look_in_tabs(&house.first("/echo"), 20).await;

    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    assert_eq!(house.token_calls(), 2);
    let bearer = format!("Bearer {old}");
    let with_old =
        house.reached("/echo").iter().filter(|reached| reached.header("authorization") == [&*bearer]).count();
    assert_eq!(with_old, 1, "only the request before the refresh");
}

#[tokio::test]
async fn a_rotated_refresh_token_is_kept_for_the_next_refresh() {
    let house = House::patient().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    for round in 1..=4 {
        house.pass(61 * MINUTE);
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
        assert_eq!(house.token_calls(), 1 + round);
    }
}

#[tokio::test]
async fn a_refresh_token_that_does_not_rotate_serves_again() {
    let house = House::configured(|yaml| {
        yaml.replace("idle_timeout: 30m", "idle_timeout: 12h").replacen("0oademofieldnotes001", "persistent-refresh", 1)
    })
    .await;
    house.demo.register_redirect_uri("persistent-refresh", &house.first("/.gatehouse/callback"));
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    for _ in 0..3 {
        house.pass(61 * MINUTE);
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    }
}

#[tokio::test]
async fn a_refused_refresh_ends_the_session() {
    let house = House::patient().await;
    let mut browser = Browser::new();
    let page = person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let reached = house.reached("/echo").len();
    // By now the org has forgotten the refresh token.
    house.org().advance(400 * 24 * 60 * MINUTE);
    house.pass_at_gateway(61 * MINUTE);

    let script = browser.fetch(&page, "/echo").await;

    assert_eq!(script.status, 401);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
    assert_eq!(house.reached("/echo").len(), reached);
    assert_eq!(house.token_calls(), 2);
}

#[tokio::test]
async fn a_refresh_that_brings_another_persons_tokens_ends_the_session() {
    for (kind, flaw) in [
        (TokenKind::IdToken, Flaw::OtherPerson),
        (TokenKind::AccessToken, Flaw::OtherPerson),
        (TokenKind::AccessToken, Flaw::WrongAudience),
        (TokenKind::IdToken, Flaw::WrongSignature),
    ] {
        let house = House::patient().await;
        let mut browser = Browser::new();
        person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
        let reached = house.reached("/echo").len();
        house.org().flaw(kind, flaw);
        house.pass(61 * MINUTE);

        let answer = browser.look(&house.first("/echo")).await;

        assert_eq!(answer.status, 303, "{kind:?} {flaw:?}");
        assert_eq!(house.reached("/echo").len(), reached, "{kind:?} {flaw:?}");
    }
}

#[tokio::test]
async fn an_outage_is_no_sign_out() {
    let house = House::patient().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    house.org().fault(&format!("{CUSTOM}/token"), Fault::BadGateway, 100);

    house.pass(50 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "the old token serves");
    house.pass(11 * MINUTE);
    let dead = browser.look(&house.first("/echo")).await;
    assert_eq!((dead.status, dead.heading()), (503, "We can’t open this right now".to_owned()));
    assert!(dead.header("retry-after").is_some());
    assert!(browser.jar.value("gatehouse").is_some());

    house.org().clear_faults();
    house.pass(Duration::from_secs(6));
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

/// Ten minutes by the clock of gateway and org, with requests all the time: the hour of one token ends in the middle, that of the
/// other after it.
#[tokio::test]
async fn an_authorization_server_that_is_gone_for_ten_minutes_signs_nobody_out() {
    let house = House::patient().await;
    let (mut ada, mut greta) = (Browser::new(), Browser::new());
    person("ada").reaches(&mut ada, &house, &house.first("/echo")).await;
    house.pass(9 * MINUTE);
    person("greta").reaches(&mut greta, &house, &house.first("/echo")).await;
    house.pass(42 * MINUTE);
    for gone in ["token", "interact", "keys", "introspect", "revoke"] {
        house.org().fault(&format!("{CUSTOM}/{gone}"), Fault::BadGateway, 10_000);
    }

    for quarter in 0..40 {
        let seconds = 15 * quarter;
        let token_has_ended = seconds >= 9 * 60;
        let dead = ada.look(&house.first("/echo")).await;
        assert_eq!(dead.status, if token_has_ended { 503 } else { 200 }, "after {seconds} s");
        assert!(dead.all("set-cookie").iter().all(|line| !line.starts_with("gatehouse=")), "after {seconds} s");
        assert_eq!(greta.look(&house.first("/echo")).await.status, 200, "after {seconds} s");
        house.pass(Duration::from_secs(15));
    }
    let asked = house.token_calls();
    house.org().clear_faults();
    house.pass(Duration::from_secs(6));

    assert_eq!(ada.look(&house.first("/echo")).await.status, 200);
    assert_eq!(greta.look(&house.first("/echo")).await.status, 200);
    assert!(asked < 2 + 2 * 40, "who does not answer is asked now and then: {asked}");
}

#[tokio::test]
async fn without_a_refresh_token_a_session_ends_with_its_access_token() {
    let house = House::configured(|yaml| {
        yaml.replace("idle_timeout: 30m", "idle_timeout: 12h").replace(", offline_access", "")
    })
    .await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    house.pass(59 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    house.pass(MINUTE);

    let answer = browser.look(&house.first("/echo")).await;

    assert_eq!(answer.status, 303);
    assert_eq!(house.token_calls(), 1);
}

#[tokio::test]
async fn the_session_tells_the_applications_script_who_is_signed_in_and_for_how_long() {
    let house = House::open().await;
    let mut browser = Browser::new();
    let page = browser.open(&house.first("/public")).await;

    let before = browser.fetch(&page, "/.gatehouse/session").await;
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    house.pass(10 * MINUTE);
    let after = browser.fetch(&page, "/.gatehouse/session").await;

    assert_eq!((before.status, after.status), (200, 200));
    assert_eq!(before.body, r#"{"signed_in":false}"#);
    let told: serde_json::Value = serde_json::from_str(&after.body).expect("JSON");
    assert_eq!((&told["signed_in"], &told["sub"]), (&true.into(), &"00udemoada0000000001".into()));
    assert_eq!(told["name"], "ada@example.com");
    for (what, seconds) in [("seconds_left", 1200), ("seconds_left_at_most", 42_600), ("token_seconds_left", 3000)] {
        let left = told[what].as_u64().expect("a number");
        assert!((seconds - 10..=seconds).contains(&left), "{what}: {left}");
    }
    let names = ["signed_in", "sub", "name", "seconds_left", "seconds_left_at_most", "token_seconds_left"];
    assert!(told.as_object().expect("an object").keys().all(|name| names.contains(&name.as_str())), "{told}");
    assert_eq!(after.header("cache-control"), Some("no-store"));
    assert_eq!(after.header("content-type"), Some("application/json"));
    assert!(after.all("set-cookie").is_empty());
}

#[tokio::test]
async fn people_do_not_share_sessions() {
    let house = House::open().await;
    let (mut ada, mut greta) = (Browser::new(), Browser::new());
    person("ada").reaches(&mut ada, &house, &house.first("/echo/ada")).await;
    person("greta").reaches(&mut greta, &house, &house.first("/echo/greta")).await;

    ada.look(&house.first("/echo/ada")).await;
    greta.look(&house.first("/echo/greta")).await;

    assert!(house.reached("/echo/ada").iter().all(|it| it.header("x-forwarded-email") == ["ada@example.com"]));
    assert!(house.reached("/echo/greta").iter().all(|it| it.header("x-forwarded-email") == ["greta@example.com"]));
    assert!(!is_own(&ada.open(&house.first("/echo/ada")).await));
}

/// What a script of `page` is told when its person wants to stay.
async fn stays(browser: &mut Browser, url: &str, origin: &str, site: &str) -> crate::support::browser::Page {
    let lines = [("Accept", "*/*"), ("Origin", origin), ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "cors")];
    browser.say("POST", url, &lines, "").await
}

#[tokio::test]
async fn a_person_who_wants_to_stay_starts_the_idle_time_again() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    house.pass(29 * MINUTE);

    let answer = stays(&mut browser, &house.first("/.gatehouse/session"), &house.first(""), "same-origin").await;

    assert_eq!(answer.status, 200);
    let told: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
    assert!((1790..=1800).contains(&told["seconds_left"].as_u64().expect("a number")), "{told}");
    house.pass(29 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn no_other_site_keeps_a_session_alive_and_nobody_brings_one_back() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let (url, ours) = (house.first("/.gatehouse/session"), house.first(""));
    house.pass(29 * MINUTE);

    for (origin, site) in [("https://evil.example", "cross-site"), ("null", "cross-site"), (&*ours, "same-site")] {
        assert_eq!(stays(&mut browser, &url, origin, site).await.status, 403, "{origin} {site}");
    }
    assert_eq!(browser.say("POST", &url, &[("Accept", "*/*")], "").await.status, 403);
    house.pass(2 * MINUTE);

    assert_eq!(stays(&mut browser, &url, &ours, "same-origin").await.body, r#"{"signed_in":false}"#);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn a_session_without_a_refresh_token_lasts_no_longer_than_its_token_says() {
    let house = House::configured(|yaml| {
        yaml.replace(", offline_access", "").replace("idle_timeout: 30m", "idle_timeout: 12h")
    })
    .await;
    let mut browser = Browser::new();
    let page = person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    let told = browser.fetch(&page, "/.gatehouse/session").await;

    let told: serde_json::Value = serde_json::from_str(&told.body).expect("JSON");
    for what in ["seconds_left", "seconds_left_at_most", "token_seconds_left"] {
        assert!((3590..=3600).contains(&told[what].as_u64().expect("a number")), "{told}");
    }
}
