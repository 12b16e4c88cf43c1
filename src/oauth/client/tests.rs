use std::net::IpAddr;

use http::HeaderValue;
use serde_json::{Value, json};

use super::super::testing::{self, Answer, Org, SigningKey, changed};
use super::super::{ErrorCode, Nonce, ProofKey, RefreshToken, State, TokenError, TokenFault, TokenKind};
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

    assert_eq!(&*tokens.claims.sub, "00uada");
    assert_eq!(tokens.refresh_token, Some(RefreshToken::new("refresh-1")));
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

fn scripts() -> BearerRule {
    BearerRule { client_ids: vec![super::super::ClientId::new("0oascript")], scopes: Vec::new() }
}

async fn presented(client: &Client, token: &str) -> Result<BearerIdentity, OAuthError> {
    client.validate_bearer(&AccessToken::new(token), &scripts(), &PersonContext::nobody()).await
}

fn bearer_fault(outcome: Result<BearerIdentity, OAuthError>) -> TokenFault {
    match outcome {
        Err(OAuthError::Token(TokenError { fault, .. })) => fault,
        other => panic!("a refused token expected, not {other:?}"),
    }
}

#[tokio::test]
async fn a_presented_jwt_is_judged_from_memory() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let one = SigningKey::shared("one");
    let claims =
        changed(testing::access_token_claims(&org.issuer(), clock.now()), &json!({ "cid": "0oascript", "scp": [] }));

    for _ in 0..3 {
        assert_eq!(presented(&client, &one.sign(&claims)).await.expect("an identity").sub(), "00uada");
    }

    assert!(org.asked("/v1/introspect").is_empty());
    assert_eq!(org.asked("/v1/keys").len(), 1);
}

#[tokio::test]
async fn a_presented_jwt_that_nobody_signed_is_refused() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let (one, two) = (SigningKey::shared("one"), SigningKey::shared("two"));
    let claims = changed(testing::access_token_claims(&org.issuer(), clock.now()), &json!({ "cid": "0oascript" }));
    let good = one.sign(&claims);
    let of_another_key = two.sign_as(r#"{"alg":"RS256","kid":"one"}"#, &claims.to_string());
    let unsigned = one.sign_as(r#"{"alg":"none","kid":"one"}"#, &claims.to_string());
    let keyed_with_the_public_key = {
        let (signed, _) = unsigned.rsplit_once('.').expect("three parts");
        let signed =
            signed.replacen(signed.split('.').next().expect("a header"), "eyJhbGciOiJIUzI1NiIsImtpZCI6Im9uZSJ9", 1);
        let key = jsonwebtoken::EncodingKey::from_secret(one.public_der());
        let tag = jsonwebtoken::crypto::sign(signed.as_bytes(), &key, jsonwebtoken::Algorithm::HS256).expect("a tag");
        format!("{signed}.{tag}")
    };

    assert!(presented(&client, &good).await.is_ok());
    assert_eq!(bearer_fault(presented(&client, &of_another_key).await), TokenFault::Signature);
    for token in [unsigned, keyed_with_the_public_key] {
        assert!(matches!(bearer_fault(presented(&client, &token).await), TokenFault::Algorithm { .. }), "{token}");
    }
    assert!(matches!(bearer_fault(presented(&client, "opaque").await), TokenFault::Malformed(_)));
    assert!(matches!(bearer_fault(presented(&client, &"x".repeat(20_000)).await), TokenFault::Malformed(_)));
    assert_eq!(bearer_fault(presented(&client, "a b").await), TokenFault::NotAHeaderValue);
}

#[tokio::test]
async fn a_presented_token_of_the_org_server_is_asked_about_unless_it_cannot_be_one() {
    let org = Org::org().await;
    let (client, clock) = client_of(&org);
    let active = json!({
        "active": true, "token_type": "Bearer", "client_id": "0oascript", "uid": "00uada", "scope": "openid",
        "exp": clock.now().as_unix() + 60,
    });
    org.answer("/v1/introspect", Answer::json(200, &active));

    assert_eq!(presented(&client, "any-token").await.expect("an identity").sub(), "00uada");
    assert_eq!(bearer_fault(presented(&client, "a\nb").await), TokenFault::NotAHeaderValue);
    assert_eq!(org.asked("/v1/introspect").len(), 1);

    org.answer("/v1/introspect", Answer::html(502));
    let error = presented(&client, "any-token").await.expect_err("nobody could tell");
    assert_eq!(error.kind(), ErrorKind::Unavailable);
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
async fn who_asks_when_documents_are_due_renews_them_before_anybody_waits() {
    let org = Org::custom().await;
    let mut answer = Answer::json(200, &json!({ "keys": [SigningKey::shared("one").public()] }));
    answer.headers.push(("cache-control", "max-age=600".to_owned()));
    org.answer("/v1/keys", answer);
    let (client, clock) = client_of(&org);
    assert_eq!(client.documents_due(), None);
    client.prepare().await.expect("documents");
    let due = client.documents_due().expect("a moment");
    assert!((475..=480).contains(&due.since(clock.now()).as_secs()), "{due:?}");

    clock.advance(Duration::from_secs(481));
    client.prepare().await.expect("the old ones, at once");
    org.asked_times("/v1/keys", 2).await;
    settle().await;

    assert!(client.documents_due().expect("a moment") > due.plus(Duration::from_secs(400)));
    clock.advance(Duration::from_secs(300));
    client.keys().await.expect("the new ones");
    assert_eq!(org.asked("/v1/keys").len(), 2, "nobody waited when the first ones ended");
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
    assert!(before.end_session_endpoint.is_some());

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
async fn nobody_is_sent_to_end_a_session_at_a_server_that_does_not_answer() {
    let org = Org::custom().await;
    let (client, _) = client_of(&org);
    let id_token = IdToken::new("a.b.c");
    let departure = || client.departure(&id_token, "https://app.example/.gatehouse/signed-out");
    client.keys().await.expect("keys");

    assert!(matches!(departure().await, Departure::To { .. }));
    let slow = Answer { delay: Duration::from_secs(10), ..Answer::json(200, &org.discovery()) };
    for out_of_reach in [Answer::html(502), slow] {
        org.answer("/openid-configuration", out_of_reach);
        assert!(matches!(departure().await, Departure::OutOfReach));
    }
    let silent = changed(org.discovery(), &json!({ "end_session_endpoint": null }));
    org.answer("/openid-configuration", Answer::json(200, &silent));
    assert!(matches!(departure().await, Departure::NotOffered));
}

#[tokio::test]
async fn a_logout_token_is_checked_with_the_keys_of_the_server() {
    let org = Org::custom().await;
    let (client, clock) = client_of(&org);
    let now = clock.now().as_unix();
    let claims = json!({
        "iss": org.issuer(), "aud": "0oaclient", "sub": "00uada", "jti": "LT.1", "iat": now, "exp": now + 120,
        "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
    });

    let good = client.validate_logout_token(&SigningKey::shared("one").sign(&claims)).await.expect("accepted");
    let flawed = SigningKey::shared("one").sign(&changed(claims, &json!({ "nonce": "x" })));
    let refused = client.validate_logout_token(&flawed).await.expect_err("refused");

    assert_eq!(good.subject.as_deref(), Some("00uada"));
    assert_eq!(refused.kind(), ErrorKind::Untrusted);
}

#[tokio::test]
async fn nothing_is_said_of_a_logout_token_while_the_keys_cannot_be_had() {
    let org = Org::custom().await;
    let (client, _) = client_of(&org);
    org.answer("/v1/keys", Answer::html(502));

    let token = SigningKey::shared("one").sign(&json!({}));
    let error = client.validate_logout_token(&token).await.expect_err("no keys");

    assert_eq!(error.kind(), ErrorKind::Unavailable);
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

/// A client of `org` whose application demands proof of possession.
fn proving_client_of(org: &Org) -> (Client, Clock) {
    let clock = Clock::adjustable();
    let registration = Registration { dpop: true, ..testing::registration_at(&org.issuer()) };
    (Client::new(registration, HttpClient::new().expect("an HTTP client"), clock.clone()), clock)
}

fn use_nonce(nonce: &str) -> Answer {
    let mut answer = Answer::json(400, &json!({ "error": "use_dpop_nonce" }));
    answer.headers.push(("dpop-nonce", nonce.to_owned()));
    answer
}

/// The claims of the proof that came with a request, and the thumbprint of its key.
fn proof_of(asked: &testing::Asked) -> (Value, String) {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use sha2::{Digest as _, Sha256};

    let proof = asked.headers["dpop"].to_str().expect("text");
    let part = |index: usize| -> Value {
        let part = proof.split('.').nth(index).expect("three parts");
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64url")).expect("JSON")
    };
    let key = &part(0)["jwk"];
    let canonical = json!({ "crv": key["crv"], "kty": key["kty"], "x": key["x"], "y": key["y"] }).to_string();
    (part(1), URL_SAFE_NO_PAD.encode(Sha256::digest(canonical.as_bytes())))
}

/// Tokens bound to a key that was kept.
fn bound_tokens(clock: &Clock) -> TokenSet {
    TokenSet {
        access_token: AccessToken::new("an-access-token"),
        refresh_token: Some(RefreshToken::new("refresh-1")),
        id_token: IdToken::new("an-id-token"),
        claims: testing::identity(),
        expires_at: clock.now(),
        obtained_at: clock.now(),
        proof_key: Some(Prover::generate().kept()),
    }
}

/// A response with tokens that are bound to that key.
fn bound_response(org: &Org, clock: &Clock, key: &str) -> Value {
    let bound = token_response(org, clock, SigningKey::shared("one"), &json!({ "cnf": { "jkt": key } }), &json!({}));
    changed(bound, &json!({ "token_type": "DPoP", "id_token": null }))
}

#[tokio::test]
async fn a_proof_repeats_the_newest_nonce_and_is_shown_once_more_when_the_server_wants_another() {
    let org = Org::custom().await;
    let (client, clock) = proving_client_of(&org);
    let tokens = bound_tokens(&clock);

    org.answer("/v1/token", use_nonce("one"));
    client.refresh(&tokens, &person()).await.expect_err("the server is never content");
    let asked = org.asked("/v1/token");
    let nonces: Vec<Value> = asked.iter().map(|asked| proof_of(asked).0["nonce"].clone()).collect();
    assert_eq!(nonces, [Value::Null, "one".into()], "once more, and not for ever");

    let (key, mut answer) = (proof_of(&asked[0]).1, Answer::json(200, &json!({})));
    answer.body = bound_response(&org, &clock, &key).to_string().into();
    answer.headers.push(("dpop-nonce", "two".to_owned()));
    org.answer("/v1/token", answer);
    let refreshed = client.refresh(&tokens, &person()).await.expect("fresh tokens");
    client.refresh(&refreshed, &person()).await.expect("fresh tokens");

    let asked = org.asked("/v1/token");
    let nonces: Vec<Value> = asked[2..].iter().map(|asked| proof_of(asked).0["nonce"].clone()).collect();
    assert_eq!(nonces, ["one", "two"], "whatever answer it came with");
    assert!(asked.iter().all(|asked| proof_of(asked).1 == key), "one key for the whole session");
    let ids: std::collections::HashSet<String> =
        asked.iter().map(|asked| proof_of(asked).0["jti"].to_string()).collect();
    assert_eq!(ids.len(), asked.len());
    assert_eq!(refreshed.proof_key, tokens.proof_key);
}

#[tokio::test]
async fn a_second_request_proves_the_client_anew() {
    let org = Org::custom().await;
    let clock = Clock::adjustable();
    let (key, _) = crate::private_key::PrivateKey::generate();
    let client_authentication = super::super::ClientAuthentication::PrivateKeyJwt(key);
    let registration = Registration { dpop: true, client_authentication, ..testing::registration_at(&org.issuer()) };
    let client = Client::new(registration, HttpClient::new().expect("an HTTP client"), clock.clone());
    org.answer("/v1/token", use_nonce("one"));

    client.refresh(&bound_tokens(&clock), &person()).await.expect_err("the server is never content");

    let bodies: Vec<String> = org.asked("/v1/token").into_iter().map(|asked| asked.body).collect();
    assert_eq!(bodies.len(), 2);
    assert_ne!(bodies[0], bodies[1], "a statement is good for one request");
}

#[tokio::test]
async fn tokens_that_are_not_bound_to_the_key_that_was_shown_are_refused() {
    let org = Org::custom().await;
    let (client, clock) = proving_client_of(&org);
    let tokens = bound_tokens(&clock);
    org.answer("/v1/revoke", Answer::json(200, &json!({})));
    let of_another = bound_response(&org, &clock, "another-key");
    let of_nobody = changed(good_response(&org, &clock), &json!({ "token_type": "DPoP", "id_token": null }));
    let for_bearers = changed(good_response(&org, &clock), &json!({ "id_token": null }));

    for (response, fault) in [
        (of_another, TokenFault::AnotherKey),
        (of_nobody, TokenFault::MissingClaim("cnf")),
        (for_bearers, TokenFault::NotBound { found: "Bearer".to_owned() }),
    ] {
        org.answer("/v1/token", Answer::json(200, &response));
        assert_eq!(token_fault(client.refresh(&tokens, &person()).await), fault);
    }
}

#[tokio::test]
async fn a_lost_key_means_to_sign_in_again_and_an_outage_does_not() {
    let org = Org::custom().await;
    let (client, clock) = proving_client_of(&org);
    let unreadable = TokenSet { proof_key: Some(ProofKey::new("torn")), ..bound_tokens(&clock) };
    let error = client.refresh(&unreadable, &person()).await.expect_err("nothing to prove with");
    assert_eq!(error.kind(), ErrorKind::SignInAgain);
    assert!(org.asked("/v1/token").is_empty());

    let lost = TokenSet { proof_key: None, ..bound_tokens(&clock) };
    for (refusal, kind) in [
        (Answer::json(400, &json!({ "error": "invalid_dpop_proof" })), ErrorKind::SignInAgain),
        (Answer::json(400, &json!({ "error": "invalid_grant" })), ErrorKind::SignInAgain),
        (Answer::html(502), ErrorKind::Unavailable),
    ] {
        org.answer("/v1/token", refusal);
        assert_eq!(client.refresh(&lost, &person()).await.expect_err("refused").kind(), kind);
    }
}

#[tokio::test]
async fn a_token_set_of_before_has_no_key() {
    let org = Org::custom().await;
    let (_, clock) = client_of(&org);
    let mut kept = serde_json::to_value(bound_tokens(&clock)).expect("JSON");
    let opened: TokenSet = serde_json::from_value(kept.clone()).expect("a token set");
    assert!(
        opened.proof_key.is_some() && !format!("{opened:?}").contains(opened.proof_key.as_ref().expect("one").expose())
    );

    kept.as_object_mut().expect("an object").remove("proof_key");

    assert!(serde_json::from_value::<TokenSet>(kept).expect("a token set").proof_key.is_none());
}
