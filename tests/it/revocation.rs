//! Tokens that were taken back at the authorization server, and what people notice of it, and when.

use std::time::Duration;

use gatehouse::demo::org::Fault;

use crate::support::browser::Browser;
use crate::support::fleet::Fleet;
use crate::support::house::{CUSTOM, House, ORG, eventually};
use crate::support::log::Log;
use crate::support::people::person;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const ADA: &str = "ada@example.com";
/// What the pages say that cannot have a token at present.
const NOT_NOW: (u16, &str) = (503, "We can’t open this right now");

/// A house in which nobody is sent away for being idle, and these lines at each authorization server.
async fn house_with(lines: &str) -> House {
    House::configured(|yaml| {
        let yaml = yaml.replace("idle_timeout: 30m", "idle_timeout: 12h");
        yaml.replace("    backchannel_logout: true\n", &format!("    backchannel_logout: true\n{lines}"))
    })
    .await
}

/// Ada at the second site, whose tokens are opaque.
async fn ada(house: &House) -> Browser {
    let mut browser = Browser::new();
    person("ada").reaches(&mut browser, house, &house.second("/echo")).await;
    browser
}

/// How often that server was asked about a token, the sign-in's own question included.
fn introspections(house: &House, server: &str) -> usize {
    house.org().calls(&format!("{server}/introspect"))
}

/// How often it has answered.
fn answered(house: &House, server: &str) -> usize {
    let calls = house.org().recorded_calls().into_iter();
    calls.filter(|call| call.path == format!("{server}/introspect") && call.status.is_some()).count()
}

#[tokio::test]
async fn a_person_whose_tokens_were_revoked_signs_in_again_before_anything_else_reaches_the_application() {
    type Act = fn(&House);
    let acts: [(&str, Act); 2] =
        [("revoked", |house| house.org().revoke_tokens(ADA)), ("deactivated", |house| house.org().deactivate(ADA))];
    for (what, act) in acts {
        let house = House::patient().await;
        let mut browser = ada(&house).await;
        let page = browser.open(&house.second("/echo")).await;
        let reached = house.reached("/echo").len();
        act(&house);
        house.pass(5 * MINUTE);

        let script = browser.fetch(&page, "/echo").await;
        let navigation = browser.look(&house.second("/echo")).await;

        assert_eq!(script.status, 401, "{what}");
        assert_eq!(navigation.status, 303, "{what}");
        assert!(navigation.redirect().is_some_and(|to| to.path() == "/.gatehouse/sign-in"), "{what}");
        assert_eq!(house.reached("/echo").len(), reached, "{what}");
        assert_eq!((introspections(&house, ORG), house.token_calls()), (2, 2), "{what}: asked, and tried to refresh");
    }
}

#[tokio::test]
async fn until_the_verdict_is_due_nobody_is_asked() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    house.org().revoke_tokens(ADA);

    house.pass(3 * MINUTE);
    assert_eq!(browser.look(&house.second("/echo")).await.status, 200, "the window that an operator has chosen");

    assert_eq!(introspections(&house, ORG), 1);
}

#[tokio::test]
async fn a_verdict_near_its_end_serves_while_another_is_asked_for() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    house.org().revoke_tokens(ADA);
    house.org().fault(&format!("{ORG}/introspect"), Fault::Delay(300), 1);
    house.pass(4 * MINUTE + 10 * SECOND);

    let meanwhile = browser.look(&house.second("/echo")).await.status;
    let asked = introspections(&house, ORG);

    assert_eq!(meanwhile, 200, "nobody waited");
    assert!(asked <= 2, "{asked}");
    eventually("the verdict is known", || house.token_calls() == 2).await;
    eventually("the session has ended", || house.org().calls(&format!("{ORG}/revoke")) > 0).await;
    assert_eq!(browser.look(&house.second("/echo")).await.status, 303);
}

#[tokio::test]
async fn a_thousand_requests_with_an_old_verdict_wait_for_one_call() {
    let house = House::patient().await;
    let browser = ada(&house).await;
    house.org().fault(&format!("{ORG}/introspect"), Fault::Delay(300), 1);
    house.pass(6 * MINUTE);

    let statuses = browser.look_in_tabs(&house.second("/echo"), 1000).await;

    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    assert_eq!((introspections(&house, ORG), house.token_calls()), (2, 1));
}

#[tokio::test]
async fn a_session_that_is_used_is_asked_about_once_in_the_time_and_no_more() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;

    for _ in 0..40 {
        house.pass(MINUTE);
        assert_eq!(browser.look(&house.second("/echo")).await.status, 200);
        eventually("it is answered", || introspections(&house, ORG) == answered(&house, ORG)).await;
    }

    // Every four or five minutes, and once at the sign-in.
    let asked = introspections(&house, ORG);
    assert!((9..=11).contains(&asked), "{asked}");
}

#[tokio::test]
async fn an_access_token_that_was_revoked_alone_is_replaced_with_nobody_noticing() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    let old = house.access_token("/echo");
    house.org().revoke_access_tokens(ADA);
    house.pass(6 * MINUTE);

    let statuses = browser.look_in_tabs(&house.second("/echo"), 50).await;

    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    let bearer = format!("Bearer {old}");
    let with_old =
        house.reached("/echo").iter().filter(|reached| reached.header("authorization") == [&*bearer]).count();
    assert_eq!(with_old, 1, "only the request before it was taken back");
    assert_eq!((introspections(&house, ORG), house.token_calls()), (2, 2));
    assert_eq!(browser.look(&house.second("/echo")).await.status, 200);
}

#[tokio::test]
async fn without_a_refresh_token_a_revoked_access_token_is_the_end() {
    let house = House::configured(|yaml| {
        yaml.replace("idle_timeout: 30m", "idle_timeout: 12h").replace(", offline_access", "")
    })
    .await;
    let mut browser = ada(&house).await;
    house.org().revoke_access_tokens(ADA);
    house.pass(6 * MINUTE);

    assert_eq!(browser.look(&house.second("/echo")).await.status, 303);
    assert_eq!((introspections(&house, ORG), house.token_calls()), (2, 1));
}

#[tokio::test]
async fn an_outage_of_introspection_ends_nothing_and_is_not_asked_at_each_request() {
    let log = Log::begin("warn");
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    let url = house.second("/echo");
    house.org().fault(&format!("{ORG}/introspect"), Fault::BadGateway, 1000);
    house.pass(6 * MINUTE);

    for _ in 0..20 {
        assert_eq!(browser.look(&url).await.status, 200);
    }
    assert_eq!(introspections(&house, ORG), 2, "asked once, then left alone for a while");
    assert_eq!(log.lines("could not be asked about a token").len(), 1, "{}", log.text());
    house.pass(6 * SECOND);
    assert_eq!(browser.look(&url).await.status, 200);
    assert_eq!(introspections(&house, ORG), 3, "tried again");

    // It goes on until the token really ends, and then no other can be had.
    house.org().fault(&format!("{ORG}/token"), Fault::BadGateway, 1000);
    house.pass(52 * MINUTE);
    assert_eq!(browser.look(&url).await.status, 200);
    house.pass(3 * MINUTE);
    let dead = browser.look(&url).await;
    assert_eq!((dead.status, &*dead.heading()), NOT_NOW);

    house.org().clear_faults();
    house.pass(MINUTE + SECOND);
    assert_eq!(browser.look(&url).await.status, 200, "nobody was signed out");
}

#[tokio::test]
async fn what_was_revoked_during_an_outage_is_noticed_after_it() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    let url = house.second("/echo");
    house.org().fault(&format!("{ORG}/introspect"), Fault::InternalError, 1);
    house.pass(6 * MINUTE);
    assert_eq!(browser.look(&url).await.status, 200);
    house.org().revoke_tokens(ADA);

    house.pass(6 * SECOND);

    assert_eq!(browser.look(&url).await.status, 303);
}

#[tokio::test]
async fn a_token_known_to_be_revoked_goes_nowhere_while_no_other_can_be_had() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    let reached = house.reached("/echo").len();
    house.org().revoke_access_tokens(ADA);
    house.org().fault(&format!("{ORG}/token"), Fault::BadGateway, 1);
    house.pass(6 * MINUTE);

    let refused = browser.look(&house.second("/echo")).await;
    let between = house.reached("/echo").len();
    house.pass(6 * SECOND);
    let after = browser.look(&house.second("/echo")).await;

    assert_eq!((refused.status, &*refused.heading()), NOT_NOW);
    assert_eq!(between, reached);
    assert_eq!(after.status, 200, "the outage was no sign-out");
}

#[tokio::test]
async fn a_client_that_may_not_introspect_is_the_operators_affair() {
    for refuses in [401, 403] {
        let log = Log::begin("warn");
        let house = House::patient().await;
        let mut browser = ada(&house).await;
        let id = "0oademofieldnotes002";
        match refuses {
            401 => house.org().change_client(id, |client| client.switches.active = false),
            _ => house.org().fault(&format!("{ORG}/introspect"), Fault::AccessDenied, 1000),
        }
        house.pass(6 * MINUTE);

        for _ in 0..5 {
            assert_eq!(browser.look(&house.second("/echo")).await.status, 200, "{refuses}");
        }

        let told = log.lines("does not tell this client about its tokens");
        assert_eq!(told.len(), 1, "{refuses}: {}", log.text());
        assert!(told[0].contains("ERROR") && told[0].contains("introspect_every: off"), "{told:?}");
        assert!(told[0].contains("Field notes, public client"), "{told:?}");
        assert_eq!(introspections(&house, ORG), 2, "{refuses}");
    }
}

#[tokio::test]
async fn signed_tokens_are_asked_about_only_where_it_is_said() {
    for (lines, asked, status) in [("", 0, 200), ("    introspect_every: 2m\n", 1, 303)] {
        let house = house_with(lines).await;
        let mut browser = Browser::new();
        person("ada").reaches(&mut browser, &house, &house.first("/echo")).await;
        house.org().revoke_tokens(ADA);
        house.pass(10 * MINUTE);

        assert_eq!(browser.look(&house.first("/echo")).await.status, status, "{lines}");

        assert_eq!(introspections(&house, CUSTOM), asked, "{lines}");
    }
}

#[tokio::test]
async fn off_is_off() {
    let house = house_with("    introspect_every: off\n").await;
    let mut browser = ada(&house).await;
    house.org().revoke_tokens(ADA);

    house.pass(40 * MINUTE);

    assert_eq!(browser.look(&house.second("/echo")).await.status, 200);
    assert_eq!(introspections(&house, ORG), 1, "at the sign-in");
}

#[tokio::test]
async fn new_tokens_need_no_word_about_the_old_ones() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    house.pass(61 * MINUTE);

    assert_eq!(browser.look(&house.second("/echo")).await.status, 200);

    assert_eq!((introspections(&house, ORG), house.token_calls()), (1, 2));
}

#[tokio::test]
async fn decision_4_a_token_is_asked_about_in_the_name_of_the_request_that_begins_it() {
    let house = House::patient().await;
    let mut browser = Browser::speaking("sv-SE,sv;q=0.9");
    person("ada").reaches(&mut browser, &house, &house.second("/echo")).await;
    house.pass(6 * MINUTE);
    browser.look(&house.second("/echo")).await;

    let calls = house.org().recorded_calls();
    let asked: Vec<_> = calls.iter().filter(|call| call.path == format!("{ORG}/introspect")).collect();

    let [at_sign_in, later] = asked[..] else { panic!("{asked:?}") };
    assert_eq!(later.forwarded_for.as_deref(), Some("127.0.0.1"));
    assert_eq!(later.user_agent.as_deref(), Some("TestBrowser/1"));
    assert_eq!(later.accept_language.as_deref(), Some("en,sv-SE,sv;q=0.9"));
    assert!(later.device_token.is_some());
    assert_eq!(later.device_token, at_sign_in.device_token);
}

#[tokio::test]
async fn decision_17_a_verdict_in_flight_brings_no_ended_session_back() {
    let house = House::patient().await;
    let mut browser = ada(&house).await;
    let copy = browser.clone();
    house.org().fault(&format!("{ORG}/introspect"), Fault::Delay(500), 1);
    house.pass(4 * MINUTE + 10 * SECOND);
    assert_eq!(browser.look(&house.second("/echo")).await.status, 200);
    eventually("the question is on its way", || introspections(&house, ORG) == 2).await;

    let page = browser.open(&house.second("/.gatehouse/sign-out")).await;
    browser.submit(&page, &page.form("Sign out"), &[]).await;
    eventually("it is answered", || answered(&house, ORG) == 2).await;

    assert_eq!(copy.clone().look(&house.second("/echo")).await.status, 303);
}

#[tokio::test]
async fn a_session_found_after_a_restart_waits_for_a_verdict_as_old_as_its_tokens() {
    let folder = tempfile::tempdir().expect("a folder");
    let snapshot = format!("store: memory, snapshot: \"{}\"", folder.path().join("sessions").display());
    let key = gatehouse::random::token();
    let kept = |yaml: String| {
        let line = yaml.lines().find(|line| line.starts_with("  - { value: ")).expect("a key").to_owned();
        yaml.replace(&line, &format!("  - {{ value: \"{key}\" }}"))
            .replace("store: memory, idle_timeout: 30m", &format!("{snapshot}, idle_timeout: 12h"))
    };
    let house = House::configured(kept).await;
    let mut browser = ada(&house).await;
    house.pass(3 * MINUTE);
    assert_eq!(browser.look(&house.second("/echo")).await.status, 200);
    let house = house.restarted(kept).await;
    let reached = house.reached("/echo").len();
    house.org().revoke_tokens(ADA);
    house.pass(3 * MINUTE);

    assert_eq!(browser.look(&house.second("/echo")).await.status, 303);
    assert_eq!(house.reached("/echo").len(), reached);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_gateway_learns_holds_at_all_of_them() {
    let every = "    backchannel_logout: true\n    introspect_every: 10s\n";
    let Some(fleet) = Fleet::configured(2, |yaml| yaml.replace("    backchannel_logout: true\n", every)).await else {
        return;
    };
    let introspections = || fleet.org().calls(&format!("{CUSTOM}/introspect"));
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
    // Their clocks cannot be set.
    tokio::time::sleep(10 * SECOND).await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
    assert_eq!(introspections(), 1, "one has asked for both");
    fleet.org().revoke_tokens(ADA);
    tokio::time::sleep(10 * SECOND).await;

    fleet.only(Some(0));
    let at_the_first = browser.clone().look(&fleet.url("/echo")).await.status;

    assert_eq!((at_the_first, introspections()), (303, 2));
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [303; 2]);
}
