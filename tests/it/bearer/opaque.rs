//! Tokens that only the org's own server can judge: how often it is asked, and what happens while it cannot be.

use std::time::Duration;

use gatehouse::demo::org::Fault;

use crate::support::house::{CUSTOM, House, ORG};
use crate::support::programs::{
    OF_CUSTOM, OF_ORG, SERVICE, TOOL, access_token, call, house_changed, house_for_programs, introspections,
    token_for_ada,
};

/// How long the org is taken at its word unless an operator says otherwise.
const INTROSPECT_EVERY: Duration = Duration::from_secs(300);
const INTROSPECT: &str = "/oauth2/v1/introspect";

#[tokio::test]
async fn a_token_is_asked_about_once_in_a_while_however_often_it_comes() {
    let house = house_for_programs().await;
    let (token, url) = (token_for_ada(&house, OF_ORG, &["openid"]), house.second("/echo/api"));

    for _ in 0..20 {
        assert_eq!(call(&url, &token).await.status, 200);
    }

    assert_eq!(introspections(&house), 1);
    let reached = house.last_reached("/echo/api");
    assert_eq!(reached.header("x-forwarded-user"), ["00udemoada0000000001"]);
    assert_eq!(reached.header("authorization"), [format!("Bearer {token}")]);
    house.pass(INTROSPECT_EVERY);
    assert_eq!(call(&url, &token).await.status, 200);
    assert_eq!(introspections(&house), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_requests_at_once_with_one_new_token_ask_once() {
    let house = house_for_programs().await;
    house.org().fault(INTROSPECT, Fault::Delay(500), 1);
    let (token, url) = (token_for_ada(&house, OF_ORG, &["openid"]), house.second("/echo/api"));

    let calls = (0..1000).map(|_| {
        let (token, url) = (token.clone(), url.clone());
        tokio::spawn(async move { call(&url, &token).await.status })
    });
    let calls: Vec<_> = calls.collect();

    for call in calls {
        assert_eq!(call.await.expect("no panic"), 200);
    }
    assert_eq!(introspections(&house), 1);
}

#[tokio::test]
async fn a_token_that_was_revoked_is_refused_within_the_time_that_its_server_is_believed() {
    let house = house_for_programs().await;
    let (token, url) = (token_for_ada(&house, OF_ORG, &["openid"]), house.second("/echo/api"));
    assert_eq!(call(&url, &token).await.status, 200);

    house.org().revoke(&token);
    house.pass(INTROSPECT_EVERY);

    let refused = call(&url, &token).await;
    assert_eq!((refused.status, refused.all("www-authenticate")), (401, vec!["Bearer error=\"invalid_token\""]));
}

#[tokio::test]
async fn a_bad_token_is_not_asked_about_again_at_once() {
    let house = house_for_programs().await;
    let url = house.second("/echo/api");

    for _ in 0..10 {
        assert_eq!(call(&url, "nobody-issued-this").await.status, 401);
    }

    assert_eq!(introspections(&house), 1);
    house.pass(Duration::from_secs(16));
    assert_eq!(call(&url, "nobody-issued-this").await.status, 401);
    assert_eq!(introspections(&house), 2);
}

#[tokio::test]
async fn while_the_server_cannot_be_asked_what_is_known_goes_on_and_nothing_else_is_decided() {
    let house = house_for_programs().await;
    let url = house.second("/echo/api");
    let (known, new) = (token_for_ada(&house, OF_ORG, &["openid"]), token_for_ada(&house, OF_ORG, &["openid"]));
    assert_eq!(call(&url, &known).await.status, 200);
    for fault in [Fault::InternalError, Fault::BadGateway, Fault::Dropped, Fault::RateLimited(30)] {
        house.org().fault(INTROSPECT, fault, 1);

        let unknown = call(&url, &new).await;

        assert_eq!((unknown.status, unknown.header("retry-after")), (503, Some("5")), "{fault:?}");
        assert_eq!(unknown.header("content-type"), Some("application/problem+json"));
        assert!(unknown.redirect().is_none() && unknown.all("www-authenticate").is_empty());
        assert_eq!(call(&url, &known).await.status, 200, "{fault:?}");
    }
    assert_eq!(call(&url, &new).await.status, 200, "an outage is no verdict");

    house.org().fault(INTROSPECT, Fault::InternalError, 1);
    house.pass(INTROSPECT_EVERY);
    assert_eq!(call(&url, &known).await.status, 503, "nor is a verdict believed for longer than it stands");
    assert_eq!(call(&url, &known).await.status, 200);
}

#[tokio::test]
async fn decision_23_tokens_at_random_are_asked_about_within_a_budget_and_lock_no_working_program_out() {
    let house = house_for_programs().await;
    let (token, url) = (token_for_ada(&house, OF_ORG, &["openid"]), house.second("/echo/api"));
    assert_eq!(call(&url, &token).await.status, 200);

    let mut answers = Vec::new();
    for index in 0..150 {
        answers.push(call(&url, &format!("at-random-{index}")).await);
    }

    let refused: Vec<_> = answers.iter().filter(|answer| answer.status == 429).collect();
    assert!(refused.len() > 30 && introspections(&house) < 120, "{} {}", refused.len(), introspections(&house));
    assert!(refused.iter().all(|answer| answer.header("retry-after").is_some()));
    assert!(answers.iter().all(|answer| matches!(answer.status, 401 | 429)));
    assert_eq!(call(&url, &token).await.status, 200);
    house.pass(INTROSPECT_EVERY);
    for index in 0..80 {
        call(&url, &format!("at-random-again-{index}")).await;
    }
    assert_eq!(call(&url, &token).await.status, 200, "a token that was good is asked about all the same");
}

#[tokio::test]
async fn a_token_that_is_active_and_no_access_token_of_a_named_client_opens_nothing() {
    let house = house_for_programs().await;
    let url = house.second("/echo/api");
    let of = |client| house.org().tokens_for(client, OF_ORG, Some("ada@example.com"), &["openid", "offline_access"]);
    let (tokens, of_another) = (of(TOOL), access_token(&of("basic-only")));
    let [refresh_token, id_token] = ["refresh_token", "id_token"].map(|name| tokens[name].as_str().expect("a token"));

    for token in [refresh_token, id_token, &of_another] {
        assert_eq!(call(&url, token).await.status, 401);
    }
    assert!(house.userinfo(ORG, &of_another).await.is_some(), "which is good elsewhere");
    assert_eq!(call(&url, &access_token(&tokens)).await.status, 200);
}

#[tokio::test]
async fn a_service_is_known_by_its_client_id() {
    let house = house_for_programs().await;
    let token = access_token(&house.org().tokens_for(SERVICE, OF_ORG, None, &["okta.users.read"]));

    assert_eq!(call(&house.second("/echo/read"), &token).await.status, 200);
    assert_eq!(house.last_reached("/echo/read").header("x-forwarded-user"), [SERVICE]);
}

#[tokio::test]
async fn where_the_operator_wants_to_know_of_revocations_a_token_that_is_signed_is_asked_about_too() {
    let asked_about = |yaml: String| {
        yaml.replace("    audience: api://default\n", "    audience: api://default\n    introspect_every: 30s\n")
    };
    let house: House = house_changed(&[], asked_about).await;
    let (token, url) = (token_for_ada(&house, OF_CUSTOM, &["openid"]), house.first("/echo/api"));
    for _ in 0..3 {
        assert_eq!(call(&url, &token).await.status, 200);
    }
    assert_eq!(introspections(&house), 1);

    house.org().revoke(&token);
    house.pass(Duration::from_secs(30));

    assert_eq!(call(&url, &token).await.status, 401);
    let new = token_for_ada(&house, OF_CUSTOM, &["openid"]);
    house.org().fault(&format!("{CUSTOM}/introspect"), Fault::InternalError, 1);
    assert_eq!(call(&url, &new).await.status, 503, "that it is signed is not enough");
}
