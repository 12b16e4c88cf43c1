//! The tokens themselves, and what is said about them afterwards.

use std::time::Duration;

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};

use super::*;

/// Whether one of the published keys, found by `kid`, signed the token.
async fn is_signed_by_a_published_key(org: &Org, token: &str) -> bool {
    let keys = get(org, "/oauth2/default/v1/keys").await.body;
    let kid = &part(token, 0)["kid"];
    let Some(key) = keys["keys"].as_array().expect("keys").iter().find(|key| key["kid"] == *kid) else { return false };
    let (input, signature) = token.rsplit_once('.').expect("a signature");
    let member = |name| from_base64url(text(key, name)).expect("base64url");
    let key = RsaPublicKeyComponents { n: member("n"), e: member("e") };
    let signature = from_base64url(signature).expect("base64url");
    key.verify(&RSA_PKCS1_2048_8192_SHA256, input.as_bytes(), &signature).is_ok()
}

#[tokio::test]
async fn an_access_token_of_a_custom_server_names_server_client_and_person() {
    let org = org();
    let tokens = tokens_of(&org, "greta@example.com", "Herbarium-1735").await;
    let token = text(&tokens, "access_token");

    let claims = part(token, 1);

    assert!(is_signed_by_a_published_key(&org, token).await);
    assert_eq!(claims["ver"], 1);
    assert_eq!(claims["iss"], format!("{BASE}/oauth2/default"));
    assert_eq!(claims["aud"], "api://default");
    assert_eq!(claims["cid"], CONFIDENTIAL);
    assert_eq!(claims["sub"], "greta@example.com");
    assert_eq!(claims["uid"], "00udemogreta00000006");
    assert_eq!(claims["scp"], json!(["openid", "profile", "email", "groups", "offline_access"]));
    assert_eq!(claims["groups"], json!(["Everyone", "Field staff", "Editors", "Herbarium, Uppsala"]));
    assert!(text(&claims, "jti").starts_with("AT."));
}

#[tokio::test]
async fn an_access_token_of_the_orgs_own_server_cannot_be_checked_by_anybody_else() {
    let org = org();
    let tokens = adas_tokens_of_the_org_server(&org).await;
    let token = text(&tokens, "access_token");

    assert_eq!(token.split('.').count(), 3, "it looks as if it could");
    assert!(!is_signed_by_a_published_key(&org, token).await);
    assert!(is_signed_by_a_published_key(&org, text(&tokens, "id_token")).await);
    assert!(is_active(&org, "/oauth2", token).await);
}

#[tokio::test]
async fn an_id_token_answers_the_request() {
    let org = org();
    let tokens = adas_tokens(&org).await;
    let token = text(&tokens, "id_token");

    let claims = part(token, 1);

    assert!(is_signed_by_a_published_key(&org, token).await);
    assert_eq!(claims["iss"], format!("{BASE}/oauth2/default"));
    assert_eq!(claims["aud"], CONFIDENTIAL);
    assert_eq!(claims["sub"], "00udemoada0000000001");
    assert_eq!(claims["nonce"], "nonce-of-the-browser");
    let hash = Sha256::digest(text(&tokens, "access_token").as_bytes());
    assert_eq!(claims["at_hash"], base64url(&hash[..16]));
    assert_eq!(claims["amr"], json!(["pwd"]));
    assert_eq!(claims["email"], "ada@example.com");
    assert_eq!(claims["email_verified"], true);
    assert_eq!(claims["preferred_username"], "ada@example.com");
    assert_eq!(claims["groups"], json!(["Everyone"]));
}

#[tokio::test]
async fn an_address_nobody_verified_is_said_to_be_so() {
    let org = org();

    let tokens = tokens_of(&org, "uma@example.com", "Postmark-1840").await;

    assert_eq!(part(text(&tokens, "id_token"), 1)["email_verified"], false);
}

#[tokio::test]
async fn only_the_server_that_issued_a_token_calls_it_active() {
    let org = org();
    let tokens = adas_tokens(&org).await;
    let token = text(&tokens, "access_token");

    assert!(is_active(&org, CUSTOM, token).await);
    assert!(!is_active(&org, "/oauth2", token).await);
    assert!(!is_active(&org, CUSTOM, "a-token-nobody-issued").await);
}

#[tokio::test]
async fn introspection_is_for_clients_only() {
    let answer = post_form(&org(), "/oauth2/default/v1/introspect", &[("token", "any")]).await;

    assert_eq!(answer.refusal(), (401, "invalid_client"));
}

#[tokio::test]
async fn introspection_wants_the_clients_own_secret() {
    let org = org();
    let tokens = adas_tokens(&org).await;
    let token = text(&tokens, "access_token");

    for secret in ["", "another-secret"] {
        let parameters = [("client_id", CONFIDENTIAL), ("client_secret", secret), ("token", token)];
        let answer = post_form(&org, "/oauth2/default/v1/introspect", &parameters).await;
        assert_eq!(answer.refusal(), (401, "invalid_client"), "{secret}");
    }
}

#[tokio::test]
async fn what_an_administrator_takes_back_is_inactive() {
    let org = org();
    let (ada, uma) = (adas_tokens(&org).await, tokens_of(&org, "uma@example.com", "Postmark-1840").await);

    org.revoke_access_tokens("ada@example.com");
    assert!(!is_active(&org, CUSTOM, text(&ada, "access_token")).await);
    assert!(is_active(&org, CUSTOM, text(&ada, "refresh_token")).await);
    org.revoke_tokens("ada@example.com");
    assert!(!is_active(&org, CUSTOM, text(&ada, "refresh_token")).await);

    assert!(is_active(&org, CUSTOM, text(&uma, "access_token")).await, "hers are another matter");
}

#[tokio::test]
async fn a_deactivated_person_has_no_tokens_and_gets_none() {
    let org = org();
    let tokens = adas_tokens(&org).await;

    org.deactivate("ada@example.com");

    assert!(!is_active(&org, CUSTOM, text(&tokens, "access_token")).await);
    let parameters = [
        ("client_id", CONFIDENTIAL),
        ("client_secret", SECRET),
        ("grant_type", "refresh_token"),
        ("refresh_token", text(&tokens, "refresh_token")),
    ];
    let refused = post_form(&org, "/oauth2/default/v1/token", &parameters).await;
    assert_eq!(refused.refusal(), (400, "invalid_grant"));
}

#[tokio::test]
async fn a_token_is_inactive_when_its_time_is_over() {
    let org = org();
    org.set_access_token_lifetime(Duration::from_secs(300));
    let tokens = adas_tokens(&org).await;

    org.advance(Duration::from_secs(300));

    assert_eq!(tokens["expires_in"], 300);
    assert!(!is_active(&org, CUSTOM, text(&tokens, "access_token")).await);
}

async fn revoke(org: &Org, client: &'static str, token: &str) -> StatusCode {
    let parameters = [("client_id", client), ("client_secret", SECRET), ("token", token)];
    post_form(org, "/oauth2/default/v1/revoke", &parameters).await.status
}

#[tokio::test]
async fn a_revoked_refresh_token_takes_the_access_token_with_it_and_not_the_reverse() {
    let org = org();
    let (one, other) = (adas_tokens(&org).await, adas_tokens(&org).await);

    assert_eq!(revoke(&org, CONFIDENTIAL, text(&one, "refresh_token")).await, StatusCode::OK);
    assert_eq!(revoke(&org, CONFIDENTIAL, text(&other, "access_token")).await, StatusCode::OK);

    assert!(!is_active(&org, CUSTOM, text(&one, "access_token")).await);
    assert!(!is_active(&org, CUSTOM, text(&other, "access_token")).await);
    assert!(is_active(&org, CUSTOM, text(&other, "refresh_token")).await);
}

#[tokio::test]
async fn revocation_answers_200_to_anything_and_ends_nobody_elses_token() {
    let org = org();
    let tokens = adas_tokens(&org).await;

    assert_eq!(revoke(&org, "post-only", text(&tokens, "access_token")).await, StatusCode::OK);
    assert_eq!(revoke(&org, CONFIDENTIAL, "a-token-nobody-issued").await, StatusCode::OK);

    assert!(is_active(&org, CUSTOM, text(&tokens, "access_token")).await);
}

#[tokio::test]
async fn userinfo_is_for_bearers_of_a_token_of_that_server() {
    let org = org();
    let tokens = adas_tokens(&org).await;
    let bearer = format!("Bearer {}", text(&tokens, "access_token"));
    let ask = async |server: &str, authorization: &str| {
        let request = Request::get(format!("{server}/v1/userinfo")).header(header::AUTHORIZATION, authorization);
        send(&org, request.body(Body::empty()).expect("a request")).await
    };

    assert_eq!(ask(CUSTOM, &bearer).await.body["name"], "Ada Byron");
    let elsewhere = ask("/oauth2", &bearer).await;
    assert_eq!(elsewhere.refusal(), (401, "invalid_token"));
    assert!(elsewhere.headers.contains_key(header::WWW_AUTHENTICATE));
    assert_eq!(ask(CUSTOM, "Bearer nothing").await.refusal(), (401, "invalid_token"));
}

#[tokio::test]
async fn a_rotation_signs_with_a_key_that_was_published_before_and_old_tokens_still_verify() {
    let org = org();
    let old = adas_tokens(&org).await;
    org.announce_next_key().expect("a key");
    let announced = get(&org, "/oauth2/default/v1/keys").await.body;

    org.rotate_keys().expect("a key");
    let new = adas_tokens(&org).await;

    let kid = part(text(&new, "id_token"), 0)["kid"].clone();
    assert_ne!(kid, part(text(&old, "id_token"), 0)["kid"]);
    assert!(announced["keys"].as_array().expect("keys").iter().any(|key| key["kid"] == kid));
    assert!(is_signed_by_a_published_key(&org, text(&old, "id_token")).await);
    org.withdraw_old_keys();
    assert!(!is_signed_by_a_published_key(&org, text(&old, "id_token")).await);
}

#[tokio::test]
async fn a_sign_out_leads_to_registered_addresses_only() {
    let org = org();
    org.register_post_logout_redirect_uri(CONFIDENTIAL, "http://app.example/");
    let tokens = adas_tokens(&org).await;
    let token = text(&tokens, "id_token");
    let logout = |target: &str, token: &str| {
        let query = form_body(&[("id_token_hint", token), ("post_logout_redirect_uri", target), ("state", "s")]);
        format!("/oauth2/default/v1/logout?{query}")
    };

    let home = get(&org, &logout("http://app.example/", token)).await;
    let elsewhere = get(&org, &logout("http://other.example/", token)).await;
    let forged = get(&org, &logout("http://app.example/", &format!("{token}x"))).await;

    assert_eq!(home.headers[header::LOCATION], "http://app.example/?state=s");
    assert_eq!(elsewhere.status, StatusCode::BAD_REQUEST);
    assert_eq!(forged.status, StatusCode::BAD_REQUEST);
}
