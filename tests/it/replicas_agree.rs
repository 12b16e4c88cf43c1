//! What happens once happens once for all replicas: the end of a sign-in, and a logout that the org asks for.

use std::time::Duration;

use gatehouse::demo::org::{Fault, LogoutBy, LogoutNotice};

use crate::support::browser::{Browser, Form, Page};
use crate::support::fleet::Fleet;
use crate::support::house::{CUSTOM, eventually};
use crate::support::people::person;

// -- the last button, pressed twice

/// The last page of a sign-in of Ada's, its form, and what she types there.
async fn last_page(fleet: &Fleet, browser: &mut Browser) -> (Page, Form, [(&'static str, &'static str); 1]) {
    let page = fleet.password_page(browser, "/echo").await;
    let form = page.form_with("credentials.passcode");
    (page, form, [("credentials.passcode", person("ada").password)])
}

#[tokio::test(flavor = "multi_thread")]
async fn decision_3_a_double_press_that_two_gateways_answer_ends_in_one_session() {
    let Some(fleet) = Fleet::of(2).await else { return };
    let mut browser = Browser::new();
    let (page, form, typed) = last_page(&fleet, &mut browser).await;
    // The second press comes while the first still waits for its tokens.
    fleet.org().fault(&format!("{CUSTOM}/token"), Fault::Delay(700), 1);
    fleet.only(Some(0));
    let mut first = browser.clone();
    let pressed = {
        let (page, form) = (page.clone(), form.clone());
        tokio::spawn(async move {
            let answer = first.post(&page, &form, &typed).await;
            (first, answer)
        })
    };
    eventually("the first asks for its tokens", || fleet.token_calls() == 1).await;
    fleet.only(Some(1));
    let mut second = browser.clone();

    let answer = second.post(&page, &form, &typed).await;

    let (first, first_answer) = pressed.await.expect("no panic");
    assert_eq!((first_answer.status, answer.status), (200, 200));
    assert_eq!(answer.header("refresh"), Some("0; url=/echo"), "{}", answer.body);
    assert!(first.jar.value("gatehouse").is_some());
    assert_eq!(second.jar.value("gatehouse"), first.jar.value("gatehouse"));
    assert_eq!(fleet.asked_each(&second, "/echo").await, [200; 2]);
    assert_eq!(fleet.token_calls(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn decision_3_a_second_press_at_another_gateway_brings_no_ended_session_back() {
    let Some(fleet) = Fleet::of(2).await else { return };
    let mut browser = Browser::new();
    let (page, form, typed) = last_page(&fleet, &mut browser).await;
    let before = browser.clone();
    fleet.only(Some(0));
    browser.post(&page, &form, &typed).await;
    fleet.only(Some(1));

    let pressed_again = before.clone().post(&page, &form, &typed).await;
    let mut elsewhere = before.clone();
    elsewhere.jar.keep(&page.url, &format!("gatehouse-device={}; Path=/", "B".repeat(43)));
    let from_another_browser = elsewhere.post(&page, &form, &typed).await;
    let asked = browser.open(&fleet.url("/.gatehouse/sign-out")).await;
    browser.submit(&asked, &asked.form("Sign out"), &[]).await;
    let after_sign_out = before.clone().post(&page, &form, &typed).await;

    assert_eq!(pressed_again.header("refresh"), Some("0; url=/echo"), "{}", pressed_again.body);
    assert!(from_another_browser.all("set-cookie").iter().all(|line| !line.starts_with("gatehouse=")));
    assert_eq!(after_sign_out.heading(), "This sign-in has expired");
    assert_eq!(fleet.token_calls(), 1);
}

// -- a logout that the org asks for

async fn post(fleet: &Fleet, replica: usize, notice: &LogoutNotice) -> Page {
    let body = url::form_urlencoded::Serializer::new(String::new()).append_pair("logout_token", &notice.token).finish();
    let uri: url::Url = notice.uri.parse().expect("an address");
    let host = format!("localhost:{}", uri.port().expect("a port"));
    let lines = [("Host", host.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
    let uri = format!("http://{}{}", fleet.gateways[replica].address, uri.path());
    Browser::new().say("POST", &uri, &lines, &body).await
}

/// What the org would send for Ada's latest sign-in.
fn notice(fleet: &Fleet, by: LogoutBy) -> LogoutNotice {
    fleet.org().logout_notices(person("ada").login, by).into_iter().next().expect("she has signed in")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logout_token_that_one_gateway_gets_ends_the_session_at_all_of_them() {
    let Some(fleet) = Fleet::of(3).await else { return };
    for by in [LogoutBy::Session, LogoutBy::Subject] {
        let mut browser = Browser::new();
        fleet.sign_in(&mut browser, "/echo").await;
        assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 3], "each has it at hand");
        let notice = notice(&fleet, by);

        assert_eq!(post(&fleet, 0, &notice).await.status, 200, "{by:?}");

        fleet.until_each_says(303, &browser, "/echo").await;
        assert_eq!(post(&fleet, 1, &notice).await.status, 400, "spent at one is spent at all");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logout_token_that_two_gateways_get_at_once_is_taken_by_one() {
    let Some(fleet) = Fleet::of(3).await else { return };
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 3]);
    let notice = notice(&fleet, LogoutBy::Subject);

    let (one, other) = tokio::join!(post(&fleet, 0, &notice), post(&fleet, 1, &notice));

    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400]);
    fleet.until_each_says(303, &browser, "/echo").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logout_token_that_comes_while_redis_is_gone_is_asked_for_again_and_then_taken() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
    let notice = notice(&fleet, LogoutBy::Session);
    fleet.redis.stop();

    let during = [post(&fleet, 0, &notice).await, post(&fleet, 1, &notice).await];
    let meanwhile = fleet.asked_each(&browser, "/echo").await;
    fleet.redis.start_again().await;
    let mut retried = post(&fleet, 1, &notice).await;
    for _ in 0..100 {
        if retried.status != 503 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        retried = post(&fleet, 1, &notice).await;
    }

    assert_eq!(during.each_ref().map(|answer| answer.status), [503; 2]);
    assert!(during.iter().all(|answer| answer.header("retry-after").is_some()));
    assert_eq!(meanwhile, [200; 2], "nothing was ended by halves");
    assert_eq!(retried.status, 200);
    fleet.until_each_says(303, &browser, "/echo").await;
    assert_eq!(post(&fleet, 0, &notice).await.status, 400, "it has done its work");
}

// -- an operator's word

/// What a gateway answers to an operator about the sessions of whoever has reached the application.
async fn operator(fleet: &Fleet, replica: usize, method: &str) -> (u16, String) {
    let sub = fleet.demo.application().requests()[0].header("x-forwarded-user").join("");
    let url = format!("http://{}/sessions?sub={sub}", fleet.gateways[replica].admin);
    let answer = Browser::new().say(method, &url, &[], "").await;
    (answer.status, answer.body)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_finds_and_ends_a_persons_sessions_at_any_gateway_for_all_of_them() {
    let Some(mut fleet) = Fleet::of(3).await else { return };
    let (mut one, mut other) = (Browser::new(), Browser::new());
    fleet.sign_in(&mut one, "/echo").await;
    fleet.sign_in(&mut other, "/echo").await;
    assert_eq!(fleet.asked_each(&one, "/echo").await, [200; 3]);

    let listed = [operator(&fleet, 0, "GET").await, operator(&fleet, 2, "GET").await];
    let ended = operator(&fleet, 1, "DELETE").await;

    assert!(listed.iter().all(|(status, body)| *status == 200 && body.contains("\"count\":2")), "{listed:?}");
    assert_eq!(ended, (200, "{\"ended\":2}".to_owned()));
    for browser in [&one, &other] {
        fleet.until_each_says(303, browser, "/echo").await;
    }
    fleet.redis.stop();
    let unknown = operator(&fleet, 0, "DELETE").await;
    assert_eq!(unknown.0, 503, "{unknown:?}");
}
