//! The token endpoint: what a code or a refresh token buys, and how often.

use std::time::Duration;

use super::*;

const TOKEN: &str = "/oauth2/default/v1/token";

/// Ada at the end of her sign-in, with a code in her hands.
async fn ada(org: &Org) -> SignIn<'_> {
    let mut sign_in = SignIn::begin(org).await;
    sign_in.identify("ada@example.com").await;
    sign_in.passcode("Analytical-1843").await;
    sign_in
}

async fn refresh(org: &Org, token: &str, more: &[(&'static str, &'static str)]) -> Answer {
    let parameters = vec![("grant_type", "refresh_token"), ("client_id", CONFIDENTIAL), ("client_secret", SECRET)];
    let mut parameters = changed(parameters, more);
    parameters.push(("refresh_token", token));
    post_form(org, TOKEN, &parameters).await
}

#[tokio::test]
async fn the_document_of_the_end_is_read_again_until_the_code_is_redeemed() {
    let org = org();
    let sign_in = ada(&org).await;
    let handle = json!({ "interactionHandle": sign_in.interaction_handle });

    let before = post_idx(&org, "introspect", &handle).await;
    sign_in.redeem(&[]).await;
    let after = post_idx(&org, "introspect", &handle).await;

    assert_eq!(before.body["successWithInteractionCode"], sign_in.answer.body["successWithInteractionCode"]);
    assert_eq!(after.message(), (401, "idx.session.expired".to_owned()));
}

#[tokio::test]
async fn a_code_redeemed_twice_takes_back_what_it_bought() {
    let org = org();
    let sign_in = ada(&org).await;
    let tokens = sign_in.redeem(&[]).await.body;
    assert!(is_active(&org, CUSTOM, text(&tokens, "access_token")).await);

    assert_eq!(sign_in.redeem(&[]).await.refusal(), (400, "invalid_grant"));

    assert!(!is_active(&org, CUSTOM, text(&tokens, "access_token")).await);
}

#[tokio::test]
async fn a_code_is_good_for_a_minute() {
    let org = org();
    let sign_in = ada(&org).await;

    org.advance(Duration::from_secs(60));

    assert_eq!(sign_in.redeem(&[]).await.refusal(), (400, "invalid_grant"));
}

#[tokio::test]
async fn a_wrong_verifier_uses_up_the_code() {
    let org = org();
    let sign_in = ada(&org).await;
    let wrong = [("code_verifier", "another-code-verifier-of-forty-three-characters")];

    assert_eq!(sign_in.redeem(&wrong).await.refusal(), (400, "invalid_grant"));
    assert_eq!(sign_in.redeem(&[]).await.refusal(), (400, "invalid_grant"));
}

#[tokio::test]
async fn refuses_a_code_without_its_verifier() {
    let org = org();

    let answer = ada(&org).await.redeem(&[("code_verifier", "")]).await;

    assert_eq!(answer.refusal(), (400, "invalid_grant"));
}

#[tokio::test]
async fn refuses_a_code_from_another_client_and_leaves_it_to_its_owner() {
    let org = org();
    let sign_in = ada(&org).await;

    assert_eq!(sign_in.redeem(&[("client_id", "post-only")]).await.refusal(), (400, "invalid_grant"));
    assert_eq!(sign_in.redeem(&[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn refuses_a_code_at_another_server() {
    let org = org();
    let sign_in = SignIn { server: "", ..ada(&org).await };

    assert_eq!(sign_in.redeem(&[]).await.refusal(), (400, "invalid_grant"));
}

#[tokio::test]
async fn refuses_an_interaction_code_under_the_name_of_another() {
    let org = org();
    let sign_in = ada(&org).await;
    let code = sign_in.code();
    let parameters = [
        ("grant_type", "interaction_code"),
        ("client_id", CONFIDENTIAL),
        ("client_secret", SECRET),
        ("code", &code),
        ("code_verifier", VERIFIER),
    ];

    assert_eq!(post_form(&org, TOKEN, &parameters).await.refusal(), (400, "invalid_grant"));
}

#[tokio::test]
async fn refuses_to_redeem_without_the_clients_secret() {
    let org = org();

    let answer = ada(&org).await.redeem(&[("client_secret", "")]).await;

    assert_eq!(answer.refusal(), (401, "invalid_client"));
}

#[tokio::test]
async fn refuses_other_grants() {
    let org = org();
    let ask = async |grant: &'static str| {
        let parameters = [("grant_type", grant), ("client_id", CONFIDENTIAL), ("client_secret", SECRET)];
        let answer = post_form(&org, TOKEN, &parameters).await;
        let (status, error) = answer.refusal();
        (status, error.to_owned())
    };

    assert_eq!(ask("client_credentials").await, (400, "unauthorized_client".to_owned()));
    assert_eq!(ask("urn:example:magic").await, (400, "unsupported_grant_type".to_owned()));
    assert_eq!(ask("").await, (400, "invalid_request".to_owned()));
    assert_eq!(ask("interaction_code").await, (400, "invalid_request".to_owned()));
}

#[tokio::test]
async fn a_refresh_rotates_the_refresh_token() {
    let org = org();
    let first = adas_tokens(&org).await;

    let second = refresh(&org, text(&first, "refresh_token"), &[]).await.body;

    assert_ne!(second["refresh_token"], first["refresh_token"]);
    assert_ne!(second["access_token"], first["access_token"]);
    assert_eq!(part(text(&second, "id_token"), 1).get("nonce"), None);
}

#[tokio::test]
async fn a_replaced_refresh_token_is_forgiven_for_half_a_minute_and_then_ends_the_family() {
    let org = org();
    let first = adas_tokens(&org).await;
    let old = text(&first, "refresh_token");
    let second = refresh(&org, old, &[]).await.body;

    let in_time = refresh(&org, old, &[]).await.body;
    org.advance(Duration::from_secs(31));
    let late = refresh(&org, old, &[]).await;

    assert_eq!(in_time["refresh_token"], second["refresh_token"]);
    assert_eq!(late.refusal(), (400, "invalid_grant"));
    assert_eq!(refresh(&org, text(&second, "refresh_token"), &[]).await.refusal(), (400, "invalid_grant"));
    assert!(!is_active(&org, CUSTOM, text(&second, "access_token")).await);
}

#[tokio::test]
async fn a_refresh_asks_for_fewer_scopes_never_for_more() {
    let org = org();
    let tokens = adas_tokens(&org).await;
    let token = text(&tokens, "refresh_token");

    assert_eq!(refresh(&org, token, &[("scope", "openid phone")]).await.refusal(), (400, "invalid_scope"));
    assert_eq!(refresh(&org, token, &[("scope", "openid email")]).await.body["scope"], "openid email");
}

#[tokio::test]
async fn refuses_a_refresh_token_of_another_client() {
    let org = org();
    let tokens = adas_tokens(&org).await;

    let answer = refresh(&org, text(&tokens, "refresh_token"), &[("client_id", "post-only")]).await;

    assert_eq!(answer.refusal(), (400, "invalid_grant"));
}

#[tokio::test]
async fn a_persistent_refresh_token_is_kept_and_none_is_returned() {
    let org = org();
    let mut sign_in = SignIn::begin_as(&org, "persistent-refresh", CUSTOM).await;
    sign_in.identify("ada@example.com").await;
    sign_in.passcode("Analytical-1843").await;
    let tokens = sign_in.redeem(&[]).await.body;
    let token = text(&tokens, "refresh_token");

    let first = refresh(&org, token, &[("client_id", "persistent-refresh")]).await;
    org.advance(Duration::from_secs(3600));
    let second = refresh(&org, token, &[("client_id", "persistent-refresh")]).await;

    assert_eq!(first.body.get("refresh_token"), None);
    assert_eq!(second.status, StatusCode::OK);
}
