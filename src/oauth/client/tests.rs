use std::net::IpAddr;

use http::HeaderValue;
use serde_json::{Value, json};

use super::super::testing::{self, Answer, Org, SigningKey, changed};
use super::super::{ErrorCode, Nonce, RefreshToken, State, TokenError, TokenFault, TokenKind};
use super::*;
use crate::person::DeviceToken;

const ACCESS_TOKEN_OF_ORG: &str = "opaque-or-not.it-is.never-parsed";

/// A client of `org` with a clock of its own.
fn client_of(org: &Org) -> (Client, Clock) {
    client_at(&org.issuer())
}

fn client_at(issuer: &str) -> (Client, Clock) {
    let clock = Clock::adjustable();
    let http = HttpClient::new().expect("an HTTP client");
    (Client::new(testing::registration_at(issuer), http, clock.clone()), clock)
}

fn person() -> PersonContext {
    PersonContext {
        client_address: Some(IpAddr::from([203, 0, 113, 7])),
        user_agent: Some(HeaderValue::from_static("Browser/1")),
        accept_language: Some(HeaderValue::from_static("de")),
        device_token: Some(DeviceToken::new("device-0123456789")),
        device_fingerprint: None,
        known_device: false,
    }
}

fn expected() -> ExpectedIdentity {
    ExpectedIdentity::nonce(Nonce::new("the nonce"))
}

async fn redeem(client: &Client) -> Result<TokenSet, OAuthError> {
    client
        .redeem_interaction_code(&Secret::new("the-code"), &CodeVerifier::new("the-verifier"), &expected(), &person())
        .await
}

/// A token response of a custom server; `changes` are laid over the access token's and the ID token's claims.
fn token_response(org: &Org, clock: &Clock, key: &SigningKey, access: &Value, id: &Value) -> Value {
    let access_token = key.sign(&changed(testing::access_token_claims(&org.issuer(), clock.now()), access));
    let id_token = key.sign(&changed(testing::id_token_claims(&org.issuer(), clock.now(), &access_token), id));
    json!({
        "token_type": "Bearer", "expires_in": 3600, "scope": "openid profile", "access_token": access_token,
        "refresh_token": "refresh-1", "id_token": id_token,
    })
}

fn good_response(org: &Org, clock: &Clock) -> Value {
    token_response(org, clock, SigningKey::shared("one"), &json!({}), &json!({}))
}

fn org_response(org: &Org, clock: &Clock) -> Value {
    let claims = testing::id_token_claims(&org.issuer(), clock.now(), ACCESS_TOKEN_OF_ORG);
    json!({
        "token_type": "Bearer", "expires_in": 3600, "scope": "openid profile", "access_token": ACCESS_TOKEN_OF_ORG,
        "id_token": SigningKey::shared("one").sign(&claims),
    })
}

fn token_fault(outcome: Result<TokenSet, OAuthError>) -> TokenFault {
    match outcome {
        Err(OAuthError::Token(TokenError { fault, .. })) => fault,
        other => panic!("a refused token expected, not {other:?}"),
    }
}

/// Lets tasks in the background come to their end.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(100)).await;
}

#[tokio::test]
async fn an_interaction_begins_without_discovery_and_with_the_persons_context() {
    let org = Org::custom().await;
    org.answer("/v1/interact", Answer::json(200, &json!({ "interaction_handle": "the-handle" })));
    let (client, _) = client_of(&org);
    let request = InteractRequest::new(CodeVerifier::random().challenge(), State::random(), Nonce::random());

    let handle = client.interact(&request, &person()).await.expect("a handle");

    assert_eq!(handle.expose(), "the-handle");
    assert!(org.asked("/openid-configuration").is_empty());
    let [asked] = &org.asked("/oauth2/default/v1/interact")[..] else { panic!("asked once") };
    assert_eq!(asked.headers["x-forwarded-for"], "203.0.113.7");
    assert_eq!(asked.headers["x-device-token"], "device-0123456789");
    assert_eq!(asked.headers["cookie"], "DT=device-0123456789");
    assert_eq!(asked.headers["accept-language"], "de");
}

#[tokio::test]
async fn interact_tells_refusals_limits_and_outages_apart() {
    let org = Org::custom().await;
    let (client, _) = client_of(&org);
    let request = InteractRequest::new(CodeVerifier::random().challenge(), State::random(), Nonce::random());
    let mut limited = Answer::json(429, &json!({ "errorCode": "E0000047" }));
    limited.headers.push(("x-rate-limit-reset", "1700000060".to_owned()));
    let cases = [
        (Answer::json(400, &json!({ "error": "access_denied" })), ErrorKind::Denied),
        (Answer::json(401, &json!({ "error": "invalid_client" })), ErrorKind::Misconfigured),
        (Answer::json(200, &json!({ "interaction_handle": "" })), ErrorKind::Unavailable),
        (Answer::json(200, &json!({})), ErrorKind::Unavailable),
        (Answer::html(200), ErrorKind::Unavailable),
        (Answer::html(502), ErrorKind::Unavailable),
        (limited, ErrorKind::RateLimited),
    ];

    for (answer, kind) in cases {
        let status = answer.status;
        org.answer("/v1/interact", answer);
        let error = client.interact(&request, &person()).await.expect_err("an error");
        assert_eq!(error.kind(), kind, "{status}: {error}");
        assert!(!format!("{error:?}").contains("Bad gateway"));
    }
}

#[tokio::test]
async fn redeems_a_code_once_and_gives_validated_tokens() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));

    let tokens = redeem(&client).await.expect("tokens");

    assert_eq!(tokens.claims.sub, "00uada");
    assert_eq!(tokens.refresh_token, Some(RefreshToken::new("refresh-1")));
    assert_eq!(tokens.scopes, super::super::Scope::list("openid profile"));
    assert!(tokens.expires_at <= clock.now().plus(Duration::from_secs(3600)));
    let [asked] = &org.asked("/v1/token")[..] else { panic!("asked once") };
    assert!(asked.body.contains("grant_type=interaction_code&interaction_code=the-code&code_verifier=the-verifier"));
    assert!(org.asked("/v1/introspect").is_empty());
    assert!(org.asked("/v1/revoke").is_empty());
}

#[tokio::test]
async fn debug_and_errors_show_no_token() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let response = good_response(&org, &clock);
    org.answer("/v1/token", Answer::json(200, &response));
    let tokens = redeem(&client).await.expect("tokens");
    let bad = token_response(&org, &clock, SigningKey::shared("one"), &json!({ "aud": "api://other" }), &json!({}));
    org.answer("/v1/token", Answer::json(200, &bad));
    let error = redeem(&client).await.expect_err("refused");

    let printed = format!("{tokens:?} {client:?} {error:?} {error}");

    for secret in ["eyJ", "refresh-1", "a-client-secret", "ada@"] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}

#[tokio::test]
async fn refused_tokens_are_taken_back() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let bad = token_response(&org, &clock, SigningKey::shared("one"), &json!({ "uid": "00ubob" }), &json!({}));
    org.answer("/v1/token", Answer::json(200, &bad));
    org.answer("/v1/revoke", Answer::json(200, &json!({})));

    assert_eq!(token_fault(redeem(&client).await), TokenFault::AnotherPerson);

    let revoked = org.asked_times("/v1/revoke", 1).await;
    assert!(revoked[0].body.starts_with("token=refresh-1&token_type_hint=refresh_token&client_id=0oaclient"));
}

#[tokio::test]
async fn nothing_is_spent_on_an_answer_that_could_not_be_validated() {
    let org = Org::custom().await;
    let (client, _) = client_of(&org);
    org.answer("/v1/keys", Answer::html(502));

    let error = redeem(&client).await.expect_err("no keys");

    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(!error.outcome_is_unknown());
    assert!(org.asked("/v1/token").is_empty());
}

#[tokio::test]
async fn a_spent_code_means_to_sign_in_again() {
    let org = Org::custom().await;
    let (client, _) = client_of(&org);
    let spent =
        json!({ "error": "invalid_grant", "error_description": "The interaction code is invalid or has expired." });
    org.answer("/v1/token", Answer::json(400, &spent));

    let error = redeem(&client).await.expect_err("refused");

    assert_eq!(error.kind(), ErrorKind::SignInAgain);
    assert!(matches!(error, OAuthError::Refused(response) if response.error == ErrorCode::InvalidGrant));
    assert_eq!(org.asked("/v1/token").len(), 1);
}

#[tokio::test]
async fn an_exchange_without_id_token_is_refused() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let response = changed(good_response(&org, &clock), &json!({ "id_token": null }));
    org.answer("/v1/token", Answer::json(200, &response));

    assert_eq!(token_fault(redeem(&client).await), TokenFault::Missing);
}

#[tokio::test]
async fn the_org_servers_access_token_is_introspected_and_never_parsed() {
    let org = Org::org().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/token", Answer::json(200, &org_response(&org, &clock)));
    let active = json!({ "active": true, "client_id": "0oaclient", "uid": "00uada", "sub": "ada@org.example" });
    org.answer("/v1/introspect", Answer::json(200, &active));

    let tokens = redeem(&client).await.expect("tokens");

    assert_eq!(tokens.access_token.expose(), ACCESS_TOKEN_OF_ORG);
    assert!(tokens.expires_at >= clock.now().plus(Duration::from_secs(3590)));
    let [asked] = &org.asked("/oauth2/v1/introspect")[..] else { panic!("introspected once") };
    assert!(asked.body.starts_with(&format!("token={ACCESS_TOKEN_OF_ORG}&token_type_hint=access_token")));
    assert!(asked.headers.contains_key("x-forwarded-for") && asked.headers.contains_key("x-device-token"));
}

#[tokio::test]
async fn an_org_servers_access_token_that_introspection_does_not_vouch_for_is_refused() {
    let org = Org::org().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/token", Answer::json(200, &org_response(&org, &clock)));

    org.answer("/v1/introspect", Answer::json(200, &json!({ "active": false })));
    assert_eq!(token_fault(redeem(&client).await), TokenFault::Inactive);

    let of_another = json!({ "active": true, "client_id": "0oaclient", "uid": "00ubob" });
    org.answer("/v1/introspect", Answer::json(200, &of_another));
    assert_eq!(token_fault(redeem(&client).await), TokenFault::AnotherPerson);

    org.answer("/v1/introspect", Answer::html(502));
    assert_eq!(redeem(&client).await.expect_err("refused").kind(), ErrorKind::Unavailable);
}

#[tokio::test]
async fn a_lifetime_comes_from_token_or_response_whichever_ends_first() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let short_response = changed(good_response(&org, &clock), &json!({ "expires_in": 60 }));
    org.answer("/v1/token", Answer::json(200, &short_response));
    let tokens = redeem(&client).await.expect("tokens");
    assert!(tokens.expires_at <= clock.now().plus(Duration::from_secs(60)));

    let short = json!({ "exp": clock.now().as_unix() + 90 });
    let short_token = token_response(&org, &clock, SigningKey::shared("one"), &short, &json!({}));
    org.answer("/v1/token", Answer::json(200, &short_token));
    let tokens = redeem(&client).await.expect("tokens");
    assert_eq!(tokens.expires_at.as_unix(), short["exp"].as_u64().expect("a time"));

    let silent = changed(good_response(&org, &clock), &json!({ "expires_in": null }));
    org.answer("/v1/token", Answer::json(200, &silent));
    let tokens = redeem(&client).await.expect("tokens");
    assert!(tokens.expires_at >= clock.now().plus(Duration::from_secs(3590)));
}

#[tokio::test]
async fn an_absurd_lifetime_is_a_day() {
    let org = Org::org().await;
    let (client, clock) = client_of(&org);
    let absurd = changed(org_response(&org, &clock), &json!({ "expires_in": u64::MAX }));
    org.answer("/v1/token", Answer::json(200, &absurd));
    let active = json!({ "active": true, "client_id": "0oaclient", "uid": "00uada" });
    org.answer("/v1/introspect", Answer::json(200, &active));

    let tokens = redeem(&client).await.expect("tokens");

    assert!(tokens.expires_at <= clock.now().plus(Duration::from_secs(24 * 60 * 60)));
}

#[tokio::test]
async fn an_opaque_token_without_a_lifetime_is_refused() {
    let org = Org::org().await;
    let (client, clock) = client_of(&org);
    let silent = changed(org_response(&org, &clock), &json!({ "expires_in": null }));
    org.answer("/v1/token", Answer::json(200, &silent));
    let active = json!({ "active": true, "client_id": "0oaclient", "uid": "00uada" });
    org.answer("/v1/introspect", Answer::json(200, &active));

    assert_eq!(token_fault(redeem(&client).await), TokenFault::NoLifetime);
}

#[tokio::test]
async fn a_refresh_keeps_what_the_server_does_not_send_again() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));
    let first = redeem(&client).await.expect("tokens");
    clock.advance(Duration::from_secs(600));
    let silent = json!({ "refresh_token": null, "id_token": null, "scope": null });
    let mut response = changed(good_response(&org, &clock), &silent);
    let access = changed(testing::access_token_claims(&org.issuer(), clock.now()), &json!({ "scp": null }));
    response["access_token"] = SigningKey::shared("one").sign(&access).into();
    org.answer("/v1/token", Answer::json(200, &response));

    let second = client.refresh(&first, &person()).await.expect("fresh tokens");

    assert_ne!(second.access_token, first.access_token);
    assert_eq!(second.refresh_token, first.refresh_token);
    assert_eq!(second.id_token, first.id_token);
    assert_eq!(second.claims, first.claims);
    assert_eq!(second.scopes, first.scopes);
    assert!(second.expires_at > first.expires_at);
    assert!(org.asked("/v1/token")[1].body.starts_with("grant_type=refresh_token&refresh_token=refresh-1&client_id="));
}

#[tokio::test]
async fn a_refresh_that_brings_another_person_or_sign_in_is_refused_and_taken_back() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/revoke", Answer::json(200, &json!({})));
    org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));
    let first = redeem(&client).await.expect("tokens");
    let one = SigningKey::shared("one");
    let auth_time = clock.now().as_unix() - 5;
    let other_person = token_response(&org, &clock, one, &json!({ "uid": "00ubob" }), &json!({ "sub": "00ubob" }));
    let other_sign_in = token_response(&org, &clock, one, &json!({}), &json!({ "auth_time": auth_time }));

    for (response, claim) in [(other_person, "sub"), (other_sign_in, "auth_time")] {
        org.answer("/v1/token", Answer::json(200, &response));
        let outcome = client.refresh(&first, &PersonContext::nobody()).await;
        assert_eq!(token_fault(outcome), TokenFault::IdentityChanged(claim));
    }

    org.asked_times("/v1/revoke", 2).await;
}

#[tokio::test]
async fn a_refresh_during_an_outage_is_no_reason_to_sign_in_again() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));
    let first = redeem(&client).await.expect("tokens");

    org.answer("/v1/token", Answer::html(502));
    assert_eq!(
        client.refresh(&first, &PersonContext::nobody()).await.expect_err("an outage").kind(),
        ErrorKind::Unavailable
    );

    org.answer("/v1/token", Answer::json(400, &json!({ "error": "invalid_grant" })));
    assert_eq!(
        client.refresh(&first, &PersonContext::nobody()).await.expect_err("a refusal").kind(),
        ErrorKind::SignInAgain
    );

    let without = TokenSet { refresh_token: None, ..first };
    assert_eq!(
        client.refresh(&without, &PersonContext::nobody()).await.expect_err("nothing to ask with").kind(),
        ErrorKind::SignInAgain
    );
}

#[tokio::test]
async fn a_refresh_whose_key_cannot_be_fetched_takes_nothing_back() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));
    let first = redeem(&client).await.expect("tokens");
    let with_new_key = token_response(&org, &clock, SigningKey::shared("two"), &json!({}), &json!({}));
    org.answer("/v1/token", Answer::json(200, &with_new_key));
    org.answer("/v1/keys", Answer::html(502));

    let error = client.refresh(&first, &PersonContext::nobody()).await.expect_err("no keys");
    settle().await;

    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(org.asked("/v1/revoke").is_empty());
}

#[tokio::test]
async fn a_crowd_causes_one_fetch_of_each_document() {
    let org = Org::custom().await;
    let (client, _) = client_of(&org);

    let crowd: Vec<_> = (0..200)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.keys().await.expect("keys") })
        })
        .collect();
    for one in crowd {
        one.await.expect("a task");
    }

    assert_eq!(org.asked("/openid-configuration").len(), 1);
    assert_eq!(org.asked("/v1/keys").len(), 1);
}

#[tokio::test]
async fn a_thousand_unknown_keys_cause_one_fetch() {
    let org = Org::custom().await;
    let (client, _) = client_of(&org);
    client.keys().await.expect("keys");
    assert_eq!(org.asked("/v1/keys").len(), 1);

    let crowd: Vec<_> = (0..1000)
        .map(|number| {
            let client = client.clone();
            let header = json!({ "alg": "RS256", "kid": format!("unknown-{number}") }).to_string();
            tokio::spawn(async move {
                let token = SigningKey::shared("two").sign_as(&header, "{}");
                client.verified(TokenKind::Access, &token).await.expect_err("refused")
            })
        })
        .collect();
    for one in crowd {
        let error = one.await.expect("a task");
        assert!(matches!(error, OAuthError::Token(TokenError { fault: TokenFault::UnknownKey { .. }, .. })));
    }

    assert_eq!(org.asked("/v1/keys").len(), 2);
}

#[tokio::test]
async fn a_rotated_key_is_found_at_once() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    client.keys().await.expect("keys");
    let two = SigningKey::shared("two");
    org.answer("/v1/keys", Answer::json(200, &json!({ "keys": [two.public()] })));
    org.answer("/v1/token", Answer::json(200, &token_response(&org, &clock, two, &json!({}), &json!({}))));

    redeem(&client).await.expect("tokens");

    assert_eq!(org.asked("/v1/keys").len(), 2);
}

#[tokio::test]
async fn old_keys_go_on_when_the_fetch_fails() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    client.keys().await.expect("keys");
    for failure in [Answer::html(502), Answer::json(200, &json!({ "keys": [] })), Answer::html(200)] {
        org.answer("/v1/keys", failure);
        clock.advance(Duration::from_secs(2 * 24 * 60 * 60));
        org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));

        redeem(&client).await.expect("tokens");
    }

    assert!(matches!(client.readiness(), Readiness::Degraded(_)));
}

#[tokio::test]
async fn the_key_set_is_kept_as_long_as_the_server_says_within_bounds() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let keys = json!({ "keys": [SigningKey::shared("one").public()] });
    let mut fetches = 0;
    for (cache_control, kept) in
        [("max-age=1", 60), ("no-store", 60), ("max-age=600", 600), ("max-age=99999999", 86_400)]
    {
        let mut answer = Answer::json(200, &keys);
        answer.headers.push(("cache-control", cache_control.to_owned()));
        org.answer("/v1/keys", answer);
        clock.advance(Duration::from_secs(30 * 24 * 60 * 60));
        client.keys().await.expect("keys");
        fetches += 1;

        clock.advance(Duration::from_secs(kept * 4 / 5 - 5));
        client.keys().await.expect("keys");
        settle().await;
        assert_eq!(org.asked("/v1/keys").len(), fetches, "{cache_control}: still fresh");

        clock.advance(Duration::from_secs(6));
        client.keys().await.expect("keys");
        fetches += 1;
        org.asked_times("/v1/keys", fetches).await;
        // The turn is given back a moment after the answer was sent.
        settle().await;
    }
}

#[tokio::test]
async fn down_at_start_and_up_later() {
    let issuer = {
        let gone = Org::custom().await;
        gone.issuer()
    };
    settle().await;
    let (client, clock) = client_at(&issuer);
    assert!(matches!(client.readiness(), Readiness::NotAskedYet));

    let error = client.metadata().await.expect_err("down");
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(!error.outcome_is_unknown());
    assert!(matches!(client.readiness(), Readiness::Unavailable(_)));

    let _org = Org::at(&issuer).await;
    clock.advance(Duration::from_secs(3));
    client.keys().await.expect("up again");
    assert!(matches!(client.readiness(), Readiness::Ready));
}

#[tokio::test]
async fn metadata_outlast_an_outage() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    client.keys().await.expect("keys");
    let before = client.metadata().await.expect("metadata");
    assert!(client.end_session_endpoint().is_some());

    org.answer("/openid-configuration", Answer::html(502));
    clock.advance(Duration::from_secs(3 * 24 * 60 * 60));
    let after = client.metadata().await.expect("the old ones");

    assert_eq!(before, after);
    assert!(matches!(client.readiness(), Readiness::Degraded(_)));
}

#[tokio::test]
async fn a_discovery_document_that_cannot_be_trusted_is_not_used() {
    let org = Org::custom().await;
    let good = org.discovery();
    let mut huge = good.clone();
    huge["padding"] = "x".repeat(2 * 1024 * 1024).into();
    let mut moved = Answer::html(302);
    moved.headers.push(("location", format!("{}/.well-known/openid-configuration", org.issuer())));
    let untrusted = [
        Answer::json(200, &changed(good.clone(), &json!({ "issuer": "https://evil.test" }))),
        Answer::json(200, &changed(good.clone(), &json!({ "jwks_uri": "http://169.254.169.254/keys" }))),
        Answer::json(200, &changed(good.clone(), &json!({ "token_endpoint": "http://127.0.0.1:1/token" }))),
        Answer::json(200, &huge),
        Answer::html(200),
        moved,
    ];

    for (number, answer) in untrusted.into_iter().enumerate() {
        org.answer("/openid-configuration", answer);
        let (client, _) = client_of(&org);
        client.metadata().await.expect_err("not believed");
        assert_eq!(org.asked("/openid-configuration").len(), number + 1, "case {number}: nobody is followed");
    }
    assert!(org.asked("/v1/keys").is_empty());
}

#[tokio::test]
async fn an_oversized_key_set_is_not_read() {
    let org = Org::custom().await;
    let body = format!("{{\"keys\":[],\"padding\":\"{}\"}}", "x".repeat(2 * 1024 * 1024));
    org.answer("/v1/keys", Answer { body: body.into(), ..Answer::json(200, &json!({})) });
    let (client, _) = client_of(&org);

    let error = client.keys().await.expect_err("too large");

    let OAuthError::Unavailable { source, .. } = error else { panic!("unavailable expected, not {error:?}") };
    assert!(matches!(&*source, OAuthError::Transport(crate::http_client::TransportError::TooLarge { .. })));
}

#[tokio::test]
async fn revokes_the_refresh_token_of_a_set_or_else_its_access_token() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/revoke", Answer::json(200, &json!({})));
    org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));
    let tokens = redeem(&client).await.expect("tokens");

    client.revoke_all(&tokens, &person()).await.expect("revoked");
    client.revoke_all(&TokenSet { refresh_token: None, ..tokens }, &person()).await.expect("revoked");

    let hints: Vec<_> = org.asked("/v1/revoke").iter().map(|asked| asked.body.contains("hint=refresh_token")).collect();
    assert_eq!(hints, [true, false]);

    org.answer("/v1/revoke", Answer::html(502));
    client.revoke("a-token", TokenTypeHint::AccessToken, &person()).await.expect_err("nobody knows");
}

#[tokio::test]
async fn a_token_set_survives_being_sealed_and_opened() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    org.answer("/v1/token", Answer::json(200, &good_response(&org, &clock)));
    let tokens = redeem(&client).await.expect("tokens");

    let opened: TokenSet = serde_json::from_str(&serde_json::to_string(&tokens).expect("JSON")).expect("a token set");

    assert_eq!(opened.claims, tokens.claims);
    assert_eq!(opened.access_token, tokens.access_token);
    assert_eq!(opened.expires_at, tokens.expires_at);
}
