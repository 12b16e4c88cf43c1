//! The gateway with each store, as a browser and an operator see it.

use std::path::Path;
use std::time::Duration;

use gatehouse::demo::org::{Fault, LogoutBy};

use crate::callback::{mail, parameter};
use crate::support::browser::{Browser, Page};
use crate::support::house::{CUSTOM, House, eventually};
use crate::support::log::Log;
use crate::support::people::person;

const MINUTE: Duration = Duration::from_secs(60);
const MEMORY: &str = "sessions: { store: memory, idle_timeout: 30m, lifetime: 12h }";
const KEY: &str = "XK1nV0mO8aWq3uRz5tYb7cDe9fGh2iJk4lNp6sTuvwA";

/// The same key after a restart, and these sessions.
fn with_sessions(sessions: impl Into<String>) -> impl Fn(String) -> String {
    let sessions = sessions.into();
    move |yaml| {
        let (before, rest) = yaml.split_once("keys:\n").expect("keys");
        let (_, after) = rest.split_once('\n').expect("a key");
        let yaml = format!("{before}keys:\n  - {{ value: \"{KEY}\" }}\n{after}");
        assert!(yaml.contains(MEMORY), "{yaml}");
        yaml.replace(MEMORY, &sessions)
    }
}

/// The same key after a restart, and sessions in memory that are left in that file.
fn with_snapshot(file: &Path) -> impl Fn(String) -> String + use<> {
    with_sessions(MEMORY.replace("memory,", &format!("memory, snapshot: \"{}\",", file.display())))
}

/// A house that leaves its sessions in a folder, and what it takes to start it again.
async fn house_with_snapshot() -> (House, impl Fn(String) -> String, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = with_snapshot(&folder.path().join("sessions.sealed"));
    (House::configured(&kept).await, kept, folder)
}

const IN_BROWSERS: &str = "sessions: { store: cookie, idle_timeout: 30m, lifetime: 12h, \
     accept: [ending_is_best_effort, rotation_on_one_replica, long_lifetime] }";

/// Puts somebody into so many groups, each of which makes some 93 characters in a record: in both tokens and as a claim.
fn put_into_groups(house: &House, name: &str, count: usize) {
    let groups: Vec<String> = (0..count).map(|number| format!("Field office {number:03}")).collect();
    house.org().set_groups(person(name).login, &groups.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Groups that make a record of all four pieces, and groups that make one that no browser could keep.
const MANY: usize = 100;
const TOO_MANY: usize = 200;

/// The record that the browser keeps, piece by piece.
fn pieces(browser: &Browser) -> Vec<String> {
    let piece = |number| browser.jar.value(&format!("gatehouse-record-{number}")).map(str::to_owned);
    (0..).map_while(piece).collect()
}

/// What of a record a response takes back.
fn taken_back(answer: &Page) -> Vec<&str> {
    let expired = answer.all("set-cookie").into_iter().filter(|line| line.ends_with("Max-Age=0"));
    expired.filter_map(|line| line.split('=').next()).collect()
}

#[tokio::test]
async fn a_restart_signs_nobody_out_where_a_snapshot_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sessions.sealed");
    let kept = with_snapshot(&file);
    let house = House::configured(&kept).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let signed_out = {
        let mut other = Browser::new();
        person("greta").reaches(&mut other, &house, &house.first("/echo")).await;
        let copy = other.clone();
        let page = other.open(&house.first("/.gatehouse/sign-out")).await;
        other.submit(&page, &page.form("Sign out"), &[]).await;
        copy
    };

    let house = house.restarted(&kept).await;

    assert!(!file.exists(), "a snapshot is read once");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["ada@example.com"]);
    assert_eq!(signed_out.clone().look(&house.first("/echo")).await.status, 303, "who signed out stays out");
    assert_eq!(house.token_calls(), 2);
    // What was refreshed after the restart survives the next one.
    house.pass(20 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    let house = house.restarted(&kept).await;
    house.pass(20 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "the idle time goes on where it was");
}

#[tokio::test]
async fn after_a_restart_an_operator_ends_the_session_of_somebody_who_is_not_back_yet() {
    let (house, kept, _folder) = house_with_snapshot().await;
    let (mut ada, mut greta) = (Browser::new(), Browser::new());
    person("ada").reaches(&mut ada, &house, &house.first("/echo")).await;
    person("greta").reaches(&mut greta, &house, &house.first("/echo")).await;
    let sub = house.reached("/echo")[0].header("x-forwarded-user")[0].to_owned();

    let house = house.restarted(&kept).await;
    let url = house.admin(&format!("/sessions?sub={sub}"));
    let ask = async |method: &str| Browser::new().say(method, &url, &[], "").await.body;
    let (listed, ended) = (ask("GET").await, ask("DELETE").await);

    let listed: serde_json::Value = serde_json::from_str(&listed).expect("JSON");
    assert_eq!((listed["count"].as_u64(), ended.as_str()), (Some(1), "{\"ended\":1}"));
    assert_eq!(ada.look(&house.first("/echo")).await.status, 303);
    assert_eq!(greta.look(&house.first("/echo")).await.status, 200, "nobody else is meant");
}

#[tokio::test]
async fn after_a_restart_the_org_ends_the_session_of_somebody_who_is_not_back_yet() {
    let (house, kept, _folder) = house_with_snapshot().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    let house = house.restarted(&kept).await;
    let noticed = house.org().log_out("ada@example.com", LogoutBy::Session).await;

    assert_eq!(noticed.iter().map(|noticed| noticed.status).collect::<Vec<_>>(), [Some(200)]);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn decision_3_a_sign_in_that_ended_before_a_restart_does_not_end_again_after_it() {
    let (house, kept, _folder) = house_with_snapshot().await;
    let mut browser = Browser::new();
    let (waiting, link) = mail(&house, &mut browser, "/echo").await;
    let (otp, state) = (parameter(&link, "otp"), parameter(&link, "state"));
    let (form, typed) = (waiting.form_with("credentials.passcode"), [("credentials.passcode", otp.as_str())]);
    let copy = browser.clone();
    browser.submit(&waiting, &form, &typed).await;
    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.submit(&page, &page.form("Sign out"), &[]).await;

    let house = house.restarted(&kept).await;
    let calls = house.org().recorded_calls().len();
    let pressed_again = copy.clone().submit(&waiting, &form, &typed).await;
    let callback = house.first(&format!("/.gatehouse/callback?interaction_code=another&state={state}"));
    let back_again = copy.clone().open(&callback).await;

    assert_eq!(house.token_calls(), 1);
    for page in [pressed_again, back_again] {
        assert_eq!(page.heading(), "This sign-in has expired");
    }
    assert_eq!(house.org().recorded_calls().len(), calls, "the org was asked");
}

#[tokio::test]
async fn a_gateway_that_stops_ends_what_it_has_begun_at_the_authorization_server() {
    let (house, kept, _folder) = house_with_snapshot().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let old = house.access_token("/echo");
    for minutes in [24, 20] {
        house.pass(minutes * MINUTE);
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    }
    house.org().fault(&format!("{CUSTOM}/token"), Fault::Delay(2000), 1);
    house.pass(4 * MINUTE + MINUTE / 2);

    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    assert_eq!(house.access_token("/echo"), old, "refreshed in the background");
    eventually("the refresh is under way", || house.org().calls(&format!("{CUSTOM}/token")) == 2).await;
    let house = house.restarted(&kept).await;

    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    let new = house.access_token("/echo");
    assert_ne!(new, old, "what the refresh brought was kept");
    assert_eq!(house.org().calls(&format!("{CUSTOM}/token")), 2);

    house.org().fault(&format!("{CUSTOM}/revoke"), Fault::Delay(2000), 1);
    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.submit(&page, &page.form("Sign out"), &[]).await;
    assert!(house.userinfo(CUSTOM, &new).await.is_some(), "revoked in the background");
    let house = house.restarted(&kept).await;

    assert!(house.userinfo(CUSTOM, &new).await.is_none(), "nobody is left to revoke it later");
}

#[tokio::test]
async fn a_snapshot_that_was_touched_is_reported_and_opens_for_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sessions.sealed");
    let kept = with_snapshot(&file);
    let house = House::configured(&kept).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let house = house
        .restarted(&|yaml: String| {
            // Between the end of one process and the start of the next.
            let mut sealed = std::fs::read(&file).expect("a snapshot was left");
            for secret in ["ada@example.com", "access_token"] {
                assert!(
                    !sealed.windows(secret.len()).any(|window| window == secret.as_bytes()),
                    "{secret} can be read"
                );
            }
            *sealed.last_mut().expect("not empty") ^= 1;
            std::fs::write(&file, sealed).expect("written");
            kept(yaml)
        })
        .await;

    assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn sessions_in_browsers_outlive_the_process_and_never_reach_the_application() {
    let kept = with_sessions(IN_BROWSERS);
    let house = House::configured(&kept).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let names = browser.jar.names().join(" ");

    let house = house.restarted(&kept).await;
    let status = browser.look(&house.first("/echo")).await.status;

    assert!(names.contains("gatehouse-record-0"), "{names}");
    assert_eq!(status, 200);
    assert!(house.last_reached("/echo").header("cookie").iter().all(|line| !line.contains("gatehouse")));
    assert_eq!(house.token_calls(), 1);
}

#[tokio::test]
async fn a_browser_gets_the_new_record_when_its_tokens_were_refreshed() {
    let kept = with_sessions(IN_BROWSERS.replace("30m", "12h"));
    let house = House::configured(&kept).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let (old_token, old_record) =
        (house.access_token("/echo"), browser.jar.value("gatehouse-record-0").map(str::to_owned));
    house.pass(61 * MINUTE);

    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    let house = house.restarted(&kept).await;
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);

    assert_ne!(house.access_token("/echo"), old_token);
    assert_ne!(browser.jar.value("gatehouse-record-0").map(str::to_owned), old_record);
    assert_eq!(house.token_calls(), 2, "the rotated refresh token came along");
}

#[tokio::test]
async fn tokens_of_somebody_in_many_groups_ride_in_pieces_and_outlive_the_process() {
    let kept = with_sessions(IN_BROWSERS);
    let house = House::configured(&kept).await;
    put_into_groups(&house, "ada", MANY);
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let before = house.last_reached("/echo");

    let house = house.restarted(&kept).await;
    let status = browser.look(&house.first("/echo")).await.status;

    assert_eq!((status, pieces(&browser).len(), house.token_calls()), (200, 4, 1));
    let after = house.last_reached("/echo");
    for told in ["authorization", "x-forwarded-groups"] {
        assert_eq!(after.header(told), before.header(told));
    }
    assert!(after.header("cookie").iter().all(|line| !line.contains("gatehouse")));
}

#[tokio::test]
async fn pieces_that_a_refreshed_record_does_not_need_are_taken_back_and_the_session_goes_on() {
    let kept = with_sessions(IN_BROWSERS.replace("30m", "12h"));
    let mut house = House::configured(&kept).await;
    put_into_groups(&house, "ada", MANY);
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

    for (groups, count, not_needed) in [
        (MANY / 2, 3, &["gatehouse-record-3"][..]),
        (0, 1, &["gatehouse-record-1", "gatehouse-record-2"]),
        (MANY, 4, &[]),
    ] {
        put_into_groups(&house, "ada", groups);
        house.pass(61 * MINUTE);
        let answer = browser.look(&house.first("/echo")).await;

        assert_eq!((answer.status, taken_back(&answer)), (200, not_needed.to_vec()), "{groups} groups");
        assert_eq!(pieces(&browser).len(), count, "{groups} groups");
        house = house.restarted(&kept).await;
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "{groups} groups");
    }
    assert_eq!(house.token_calls(), 4);
}

#[tokio::test]
async fn pieces_that_make_no_record_are_absent_and_end_nobodys_session() {
    let kept = with_sessions(IN_BROWSERS.replace("30m", "12h"));
    let house = House::configured(&kept).await;
    let (mut browser, mut other) = (Browser::new(), Browser::new());
    for (name, browser) in [("ada", &mut browser), ("greta", &mut other)] {
        put_into_groups(&house, name, MANY);
        person(name).reaches(browser, &house, &house.first("/echo")).await;
    }
    let (old, foreign) = (pieces(&browser), pieces(&other));
    house.pass(61 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    let new = pieces(&browser);
    let cookie = browser.jar.value("gatehouse").expect("a session").to_owned();
    let house = house.restarted(&kept).await;
    let reached = house.reached("/echo").len();

    for (what, pieces) in [
        ("no first piece", vec![(1, &new[1]), (2, &new[2]), (3, &new[3])]),
        ("no middle piece", vec![(0, &new[0]), (1, &new[1]), (3, &new[3])]),
        ("no last piece", vec![(0, &new[0]), (1, &new[1]), (2, &new[2])]),
        ("another order", vec![(0, &new[0]), (1, &new[2]), (2, &new[1]), (3, &new[3])]),
        ("one piece twice", vec![(0, &new[0]), (1, &new[1]), (2, &new[2]), (2, &new[2]), (3, &new[3])]),
        ("the end of a former record", vec![(0, &new[0]), (1, &new[1]), (2, &old[2]), (3, &old[3])]),
        ("the start of a former record", vec![(0, &old[0]), (1, &new[1]), (2, &new[2]), (3, &new[3])]),
        ("a piece of somebody else's", vec![(0, &new[0]), (1, &foreign[1]), (2, &new[2]), (3, &new[3])]),
        ("somebody else's record", foreign.iter().enumerate().collect()),
    ] {
        let pairs = pieces.iter().map(|(number, piece)| format!("; gatehouse-record-{number}={piece}"));
        let cookies = format!("gatehouse={cookie}{}", pairs.collect::<String>());
        let answer = Browser::new().say("GET", &house.first("/echo"), &[("Cookie", &cookies)], "").await;
        assert_eq!(answer.status, 401, "{what}");
    }
    assert_eq!(house.reached("/echo").len(), reached);
    for browser in [&mut browser, &mut other] {
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    }
    assert_eq!(house.org().calls(&format!("{CUSTOM}/revoke")), 0);
}

#[tokio::test]
async fn a_session_that_no_browser_could_keep_does_not_begin_and_the_operator_reads_why() {
    let log = Log::begin("warn");
    let house = House::configured(with_sessions(IN_BROWSERS)).await;
    let mut earlier = Browser::new();
    person("ada").reaches(&mut earlier, &house, &house.first("/echo")).await;
    put_into_groups(&house, "ada", TOO_MANY);
    let mut browser = Browser::new();

    let page = person("ada").opens(&mut browser, &house, &house.first("/echo")).await;

    assert_eq!((page.status, page.heading()), (503, "We can’t open this right now".to_owned()));
    assert_eq!(browser.jar.names(), ["gatehouse-device"]);
    let text = log.text();
    let [line] = text.lines().collect::<Vec<_>>()[..] else { panic!("not one line: {text}") };
    for part in ["ERROR", "Field notes", "browsers keep 15200", "fewer groups, claims or scopes", "store: redis"] {
        assert!(line.contains(part), "{part}: {line}");
    }
    let (_, reference) = line.split_once("reference=\"").expect("a reference");
    let reference = reference.split('"').next().expect("it ends");
    assert!(page.body.contains(reference), "the page and the log tell of the same");
    eventually("its tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
    assert_eq!(earlier.look(&house.first("/echo")).await.status, 200, "other sessions go on");
}

#[tokio::test]
async fn a_record_that_outgrows_its_browser_is_reported_once_and_kept_again_when_it_fits() {
    let log = Log::begin("warn");
    let kept = with_sessions(IN_BROWSERS.replace("30m", "12h"));
    let house = House::configured(&kept).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let mut secrets = pieces(&browser);
    secrets.push(browser.jar.value("gatehouse").expect("a session").to_owned());
    put_into_groups(&house, "ada", TOO_MANY);

    for refreshes in 1..=2 {
        house.pass(61 * MINUTE);
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
        assert_eq!(browser.look_in_tabs(&house.first("/echo"), 5).await, [200; 5]);
        secrets.push(house.access_token("/echo"));
        assert!(pieces(&browser) == secrets[..1], "the browser keeps what it had");
        assert_eq!(log.lines("outgrown").len(), refreshes, "{}", log.text());
    }
    for line in log.lines("outgrown") {
        for part in ["WARN", "site=\"Field notes\"", "fewer groups, claims or scopes", "store: redis"] {
            assert!(line.contains(part), "{part}: {line}");
        }
    }
    put_into_groups(&house, "ada", MANY);
    house.pass(61 * MINUTE);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    let house = house.restarted(&kept).await;

    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    assert_eq!(pieces(&browser).len(), 4);
    assert_eq!(house.token_calls(), 4);
    assert_eq!(log.lines("").len(), 2, "{}", log.text());
    assert!(secrets.iter().all(|secret| !log.text().contains(secret)), "{}", log.text());
}

#[tokio::test]
async fn signing_out_takes_the_record_away_and_refuses_a_copy_of_it() {
    let house = House::configured(with_sessions(IN_BROWSERS)).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let copy = browser.clone();

    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    browser.submit(&page, &page.form("Sign out"), &[]).await;

    assert!(browser.jar.names().iter().all(|name| !name.contains("record") && *name != "gatehouse"));
    assert_eq!(copy.clone().look(&house.first("/echo")).await.status, 303);
    eventually("its tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
}

#[tokio::test]
async fn records_that_are_malformed_foreign_cut_or_of_a_retired_key_are_absent() {
    let kept = with_sessions(IN_BROWSERS);
    let house = House::configured(&kept).await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    let mut other = Browser::new();
    person("greta").reaches(&mut other, &house, &house.first("/echo")).await;
    let value = |browser: &Browser, name: &str| browser.jar.value(name).expect("is kept").to_owned();
    let (cookie, record) = (value(&browser, "gatehouse"), value(&browser, "gatehouse-record-0"));
    let foreign = value(&other, "gatehouse-record-0");
    let house = house.restarted(&kept).await;
    let reached = house.reached("/echo").len();

    for record in ["", "AQ", &record[..record.len() / 2], &foreign, &"A".repeat(3800), "====", &record.to_uppercase()] {
        let cookies = format!("gatehouse={cookie}; gatehouse-record-0={record}");
        let answer = Browser::new().say("GET", &house.first("/echo"), &[("Cookie", &cookies)], "").await;
        assert_eq!(answer.status, 401, "{record}");
    }
    assert_eq!(house.reached("/echo").len(), reached);
    let retired = house.restarted(|yaml| kept(yaml).replace(KEY, &gatehouse::random::token())).await;
    assert_eq!(browser.look(&retired.first("/echo")).await.status, 303);
}

#[tokio::test]
async fn an_operator_counts_and_ends_the_sessions_of_somebody() {
    let house = House::open().await;
    let mut browsers = [Browser::new(), Browser::new()];
    for browser in &mut browsers {
        person("ada").reaches(browser, &house, &house.first("/echo")).await;
    }
    let mut greta = Browser::new();
    person("greta").reaches(&mut greta, &house, &house.first("/echo")).await;
    let sub = house.reached("/echo")[0].header("x-forwarded-user")[0].to_owned();
    let url = house.admin(&format!("/sessions?sub={sub}"));
    let ask = async |method: &str, lines: &[(&str, &str)]| {
        let answer = Browser::new().say(method, &url, lines, "").await;
        (answer.status, answer.body)
    };

    let (_, before) = ask("GET", &[]).await;
    let from_a_page = ask("DELETE", &[("Origin", "https://evil.example")]).await.0;
    let (status, ended) = ask("DELETE", &[]).await;

    let before: serde_json::Value = serde_json::from_str(&before).expect("JSON");
    assert_eq!((before["count"].as_u64(), before["sessions"][0]["site"].as_str()), (Some(2), Some("Field notes")));
    assert!(!before.to_string().contains("token"));
    assert_eq!((from_a_page, status, ended.as_str()), (403, 200, "{\"ended\":2}"));
    for browser in &mut browsers {
        assert_eq!(browser.look(&house.first("/echo")).await.status, 303);
    }
    assert_eq!(greta.look(&house.first("/echo")).await.status, 200);
    eventually("their tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 4).await;
}

#[tokio::test]
async fn an_order_without_a_name_is_not_carried_out() {
    let house = House::open().await;
    let answer = async |target: &str| Browser::new().say("DELETE", &house.admin(target), &[], "").await.status;

    assert_eq!(answer("/sessions").await, 400);
    assert_eq!(answer("/sessions?sub=").await, 400);
    assert_eq!(answer("/sessions?sub=00u1&site=Nowhere").await, 400);
    assert_eq!(answer("/sessions?sub=00u1").await, 200);
}

#[tokio::test]
async fn ten_minutes_without_the_authorization_server_sign_nobody_out() {
    let house = House::open().await;
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
    for _ in 0..2 {
        house.pass(24 * MINUTE);
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
    }
    house.org().fault(&format!("{CUSTOM}/token"), Fault::BadGateway, 1_000);

    let mut statuses = Vec::new();
    for _ in 0..10 {
        house.pass(MINUTE);
        statuses.push(browser.look(&house.first("/echo")).await.status);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    house.org().clear_faults();
    house.pass(2 * MINUTE);

    assert_eq!(statuses, [200; 10]);
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200);
}

#[tokio::test]
async fn clocks_that_are_off_by_90_seconds_sign_nobody_out() {
    for gateway_is_ahead in [true, false] {
        let house = House::open().await;
        if gateway_is_ahead {
            house.pass_at_gateway(Duration::from_secs(90));
        } else {
            house.org().advance(Duration::from_secs(90));
        }
        let mut browser = Browser::new();
        person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;

        for _ in 0..4 {
            house.pass(25 * MINUTE);
            assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "ahead: {gateway_is_ahead}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
