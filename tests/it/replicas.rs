//! Several gateways over one Redis, as processes that can be killed: nobody is signed out who should not be.

use std::time::{Duration, Instant};

use gatehouse::demo::org::Fault;
use tokio::task::JoinSet;

use crate::support::browser::Browser;
use crate::support::fleet::Fleet;
use crate::support::house::{CUSTOM, eventually};

/// Opens an address in many tabs at once; how often each status came.
async fn open_many(fleet: &Fleet, browser: &Browser, count: usize) -> Vec<(u16, usize)> {
    let mut tabs = JoinSet::new();
    for _ in 0..count {
        let (mut tab, url) = (browser.clone(), fleet.url("/echo"));
        tabs.spawn(async move { tab.look(&url).await.status });
    }
    let mut statuses = tabs.join_all().await;
    statuses.sort_unstable();
    let mut counted: Vec<(u16, usize)> = Vec::new();
    for status in statuses {
        match counted.last_mut() {
            Some((last, times)) if *last == status => *times += 1,
            _ => counted.push((status, 1)),
        }
    }
    counted
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_requests_at_three_gateways_at_the_moment_of_refresh_make_one_call_and_no_401() {
    let Some(fleet) = Fleet::of(3).await else { return };
    // Refreshed from the tenth second on, dead from the fifteenth on.
    fleet.org().set_access_token_lifetime(Duration::from_secs(20));
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 3]);
    fleet.org().set_access_token_lifetime(Duration::from_secs(3600));
    fleet.org().fault(&format!("{CUSTOM}/token"), Fault::Delay(300), 1);
    tokio::time::sleep(Duration::from_secs(16)).await;

    let statuses = open_many(&fleet, &browser, 1000).await;

    assert_eq!(statuses, [(200, 1000)]);
    assert_eq!(fleet.token_calls(), 2, "the sign-in and one refresh");
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 3]);
    assert_eq!(fleet.token_calls(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_is_killed_takes_nobodys_session_along() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    let mut browser = Browser::new();
    fleet.only(Some(0));
    fleet.sign_in(&mut browser, "/echo").await;

    fleet.kill(0);
    let meanwhile = browser.look(&fleet.url("/echo")).await.status;
    fleet.replace(0, str::to_owned).await;

    assert_eq!(meanwhile, 200);
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
    assert_eq!(fleet.token_calls(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_is_killed_in_the_middle_of_a_refresh_is_replaced_in_it() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    fleet.org().set_access_token_lifetime(Duration::from_secs(12));
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
    fleet.org().set_access_token_lifetime(Duration::from_secs(3600));
    fleet.org().fault(&format!("{CUSTOM}/token"), Fault::Delay(3000), 1);
    tokio::time::sleep(Duration::from_secs(9)).await;
    fleet.only(Some(0));
    let (mut tab, url) = (browser.clone(), fleet.url("/echo"));
    let caught = tokio::spawn(async move { tab.open(&url).await.status });
    tokio::time::sleep(Duration::from_secs(1)).await;

    fleet.kill(0);
    let survived = browser.look(&fleet.url("/echo")).await.status;
    caught.abort();

    // The lease of the dead one runs out, and its refresh token is good within the org's grace.
    assert_eq!(survived, 200);
    assert_eq!(fleet.token_calls(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_that_was_spent_for_nothing_serves_again_within_the_orgs_grace() {
    let Some(fleet) = Fleet::of(2).await else { return };
    fleet.org().set_access_token_lifetime(Duration::from_secs(12));
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    fleet.org().set_access_token_lifetime(Duration::from_secs(3600));
    // The org rotates the token, and its answer is lost on the way.
    fleet.org().fault(&format!("{CUSTOM}/token"), Fault::Dropped, 1);
    tokio::time::sleep(Duration::from_secs(9)).await;

    let lost = browser.look(&fleet.url("/echo")).await.status;
    tokio::time::sleep(Duration::from_secs(6)).await;

    assert_eq!(lost, 503, "its token was dead and no other came");
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
    assert_eq!(fleet.token_calls(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_goes_on_at_whichever_gateway_is_asked_for_the_next_page() {
    let Some(fleet) = Fleet::of(3).await else { return };

    for _ in 0..10 {
        let mut browser = Browser::new();
        fleet.sign_in(&mut browser, "/echo").await;
        assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 3]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_of_redis_signs_nobody_out() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    let mut browser = Browser::new();
    fleet.only(Some(0));
    fleet.sign_in(&mut browser, "/echo").await;

    fleet.redis.stop();
    fleet.redis.start_again().await;
    tokio::time::sleep(Duration::from_secs(5)).await;

    // The second one has never seen the session.
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_redis_is_gone_known_sessions_go_on_and_others_are_asked_to_wait() {
    let Some(fleet) = Fleet::configured(2, |yaml| {
        yaml.replacen(
            "access: public }",
            "access: public }\n      - { path: /strict, outage_grace: 0s, upstream: \"http://127.0.0.1:1\" }",
            1,
        )
    })
    .await
    else {
        return;
    };
    let mut browser = Browser::new();
    fleet.only(Some(0));
    fleet.sign_in(&mut browser, "/echo").await;
    fleet.redis.pause();
    tokio::time::sleep(Duration::from_secs(5)).await;

    let known = browser.look(&fleet.url("/echo")).await;
    let strict = browser.look(&fleet.url("/strict")).await;
    let stranger = Browser::new().open(&fleet.url("/public")).await;
    fleet.only(Some(1));
    let unknown = browser.look(&fleet.url("/echo")).await;
    fleet.redis.resume();
    tokio::time::sleep(Duration::from_secs(5)).await;

    assert_eq!((known.status, strict.status, stranger.status, unknown.status), (200, 503, 200, 503));
    assert!(unknown.header("retry-after").is_some());
    assert!(unknown.all("set-cookie").is_empty(), "the cookie is kept");
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
}

/// A minute by everybody's clock: what is kept alive by seconds alone would be gone.
#[tokio::test(flavor = "multi_thread")]
async fn redis_is_gone_for_a_minute_and_nobody_is_signed_out() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    let (mut known, mut unknown) = (Browser::new(), Browser::new());
    fleet.sign_in(&mut known, "/echo").await;
    assert_eq!(fleet.asked_each(&known, "/echo").await, [200; 2]);
    fleet.only(Some(0));
    fleet.sign_in(&mut unknown, "/echo").await;
    fleet.redis.stop();
    let gone_since = Instant::now();

    while gone_since.elapsed() < Duration::from_secs(62) {
        let after = gone_since.elapsed();
        assert_eq!(fleet.asked_each(&known, "/echo").await, [200; 2], "after {after:?}");
        assert_eq!(fleet.asked_each(&unknown, "/echo").await, [200, 503], "after {after:?}");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    fleet.redis.start_again().await;

    fleet.until_each_says(200, &unknown, "/echo").await;
    assert_eq!(fleet.asked_each(&known, "/echo").await, [200; 2]);
    assert_eq!(fleet.token_calls(), 2, "the two sign-ins");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authorization_server_that_is_gone_signs_nobody_out_until_tokens_end() {
    let Some(fleet) = Fleet::of(2).await else { return };
    fleet.org().set_access_token_lifetime(Duration::from_secs(20));
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    fleet.org().fault(&format!("{CUSTOM}/token"), Fault::BadGateway, 1000);
    tokio::time::sleep(Duration::from_secs(11)).await;

    let while_it_serves = fleet.asked_each(&browser, "/echo").await;
    tokio::time::sleep(Duration::from_secs(6)).await;
    let when_it_ended = fleet.asked_each(&browser, "/echo").await;
    fleet.org().clear_faults();
    tokio::time::sleep(Duration::from_secs(6)).await;

    assert_eq!((while_it_serves, when_it_ended), (vec![200; 2], vec![503; 2]));
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
}

/// The answer comes when nobody can write it down: what it brought is in no other place.
#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_that_is_answered_while_redis_is_gone_is_not_lost() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    // Refreshed from the tenth second on, dead from the fifteenth on.
    fleet.org().set_access_token_lifetime(Duration::from_secs(20));
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
    fleet.org().set_access_token_lifetime(Duration::from_secs(3600));
    fleet.org().fault(&format!("{CUSTOM}/token"), Fault::Delay(1500), 1);
    tokio::time::sleep(Duration::from_secs(11)).await;
    fleet.only(Some(0));
    assert_eq!(browser.look(&fleet.url("/echo")).await.status, 200);
    eventually("the refresh is under way", || fleet.token_calls() == 2).await;
    fleet.redis.stop();
    tokio::time::sleep(Duration::from_secs(9)).await;

    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200, 503], "the first has new tokens, the second dead ones");
    fleet.redis.start_again().await;

    fleet.until_each_says(200, &browser, "/echo").await;
    assert_eq!(fleet.token_calls(), 2, "nobody had to ask again with a token that was spent");
}

/// With time as it is, and asked all the while: one token ends in the middle, the other after it.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes ten minutes, which is what it is about; the same by an advanced clock is among the tests of sessions"]
async fn an_authorization_server_that_is_gone_for_ten_minutes_signs_nobody_out() {
    const MINUTE: Duration = Duration::from_secs(60);
    let Some(fleet) = Fleet::of(3).await else { return };
    let (mut brief, mut long) = (Browser::new(), Browser::new());
    fleet.org().set_access_token_lifetime(5 * MINUTE);
    fleet.sign_in(&mut brief, "/echo").await;
    fleet.org().set_access_token_lifetime(60 * MINUTE);
    fleet.sign_in(&mut long, "/echo").await;
    for gone in ["token", "interact", "keys", "introspect", "revoke"] {
        fleet.org().fault(&format!("{CUSTOM}/{gone}"), Fault::BadGateway, 100_000);
    }
    let gone_since = Instant::now();

    while gone_since.elapsed() < 10 * MINUTE {
        let after = gone_since.elapsed();
        assert_eq!(fleet.asked_each(&long, "/echo").await, [200; 3], "after {after:?}");
        let statuses = fleet.asked_each(&brief, "/echo").await;
        match after.as_secs() {
            // Replicas and org share a clock, but not the moment at which each of them looks at it.
            240..330 => {
                assert!(statuses.iter().all(|status| [200, 503].contains(status)), "{statuses:?} after {after:?}");
            }
            0..240 => assert_eq!(statuses, [200; 3], "after {after:?}"),
            _ => assert_eq!(statuses, [503; 3], "after {after:?}"),
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    fleet.org().clear_faults();

    fleet.until_each_says(200, &brief, "/echo").await;
    assert_eq!(fleet.asked_each(&long, "/echo").await, [200; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_rotated_gateway_by_gateway_with_nobody_signed_out() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    let (old, new) = (fleet.key(), format!("{{ value: \"{}\" }}", gatehouse::random::token()));
    let ring = |keys: &[&String]| {
        let lines: Vec<String> = keys.iter().map(|key| format!("  - {key}\n")).collect();
        let (before, after) = (format!("keys:\n  - {old}\n"), format!("keys:\n{}", lines.concat()));
        move |yaml: &str| yaml.replace(&before, &after)
    };
    let (old_first, new_first) = (ring(&[&old, &new]), ring(&[&new, &old]));

    // First everybody learns to open what the new key seals, then they begin to seal with it.
    for rings in [&old_first as &dyn Fn(&str) -> String, &new_first] {
        for number in 0..2 {
            fleet.replace(number, rings).await;
            tokio::time::sleep(Duration::from_secs(1)).await;
            assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 2]);
            let mut another = Browser::new();
            fleet.sign_in(&mut another, "/echo").await;
            assert_eq!(fleet.asked_each(&another, "/echo").await, [200; 2]);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_at_one_gateway_is_signing_out_at_all_of_them() {
    let Some(fleet) = Fleet::of(3).await else { return };
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    assert_eq!(fleet.asked_each(&browser, "/echo").await, [200; 3]);
    let left_behind = browser.clone();
    fleet.only(Some(1));

    let page = browser.open(&fleet.url("/.gatehouse/sign-out")).await;
    let form = page.form("Sign out");
    browser.submit(&page, &form, &[]).await;

    fleet.only(None);
    fleet.until_each_says(303, &left_behind, "/echo").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn decision_19_signing_out_while_redis_is_gone_ends_the_session_and_says_that_it_takes_a_while() {
    let Some(mut fleet) = Fleet::of(2).await else { return };
    let mut browser = Browser::new();
    fleet.only(Some(0));
    fleet.sign_in(&mut browser, "/echo").await;
    let copy = browser.clone();
    let page = browser.open(&fleet.url("/.gatehouse/sign-out")).await;
    // Whoever gets the form has never heard of the session.
    fleet.only(Some(1));
    fleet.redis.stop();

    let page = browser.submit(&page, &page.form("Sign out"), &[]).await;

    assert_eq!((page.status, page.heading().as_str()), (200, "You are signed out"));
    assert!(page.body.contains("it can take a few minutes until this holds everywhere"), "{}", page.body);
    assert!(browser.jar.value("gatehouse").is_none());
    fleet.redis.start_again().await;
    fleet.until_each_says(303, &copy, "/echo").await;
    eventually("its tokens are revoked by who holds them", || fleet.org().calls(&format!("{CUSTOM}/revoke")) == 2)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_while_redis_is_gone_does_not_keep_quiet_about_the_session_at_the_org() {
    let client = "client_id: 0oademofieldnotes001";
    let always = |yaml: String| yaml.replacen(client, &format!("{client}\n    end_session: always"), 1);
    let Some(mut fleet) = Fleet::configured(1, always).await else { return };
    let mut browser = Browser::new();
    fleet.sign_in(&mut browser, "/echo").await;
    let page = browser.open(&fleet.url("/.gatehouse/sign-out")).await;
    fleet.redis.stop();

    let page = browser.submit(&page, &page.form("Sign out"), &[]).await;

    for said in ["it can take a few minutes until this holds everywhere", "you may still be signed in there"] {
        assert!(page.body.contains(said), "{}", page.body);
    }
    eventually("its tokens are revoked", || fleet.org().calls(&format!("{CUSTOM}/revoke")) == 2).await;
}
