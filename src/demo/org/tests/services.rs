//! Services: what a client gets that acts for itself, and who gets nothing that way.

use super::assertions::{Key, now};
use super::*;

const SERVICE: &str = super::super::clients::REPORTS;
const WITH_A_KEY: &str = "service-with-a-key";
const TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

async fn ask(org: &Org, server: &str, changes: &[(&'static str, &'static str)]) -> Answer {
    let parameters = vec![
        ("grant_type", "client_credentials"),
        ("client_id", SERVICE),
        ("client_secret", SECRET),
        ("scope", "reports.read"),
    ];
    post_form(org, &format!("{server}/v1/token"), &changed(parameters, changes)).await
}

async fn described(org: &Org, server: &str, token: &str) -> Value {
    let credentials = [("client_id", CONFIDENTIAL), ("client_secret", SECRET), ("token", token)];
    post_form(org, &format!("{server}/v1/introspect"), &credentials).await.body
}

#[tokio::test]
async fn a_service_gets_an_access_token_about_itself_and_nothing_else() {
    let org = org();

    let answer = ask(&org, CUSTOM, &[]).await;

    assert_eq!((answer.status.as_u16(), &answer.body["scope"]), (200, &json!("reports.read")));
    assert!(answer.body.get("refresh_token").is_none() && answer.body.get("id_token").is_none());
    let token = text(&answer.body, "access_token");
    let claims = part(token, 1);
    assert_eq!((&claims["sub"], &claims["cid"]), (&json!(SERVICE), &json!(SERVICE)));
    assert_eq!((&claims["aud"], &claims["scp"]), (&json!("api://default"), &json!(["reports.read"])));
    for about_a_person in ["uid", "auth_time", "groups"] {
        assert!(claims.get(about_a_person).is_none(), "{about_a_person}");
    }
    let described = described(&org, CUSTOM, token).await;
    assert_eq!((&described["active"], &described["client_id"]), (&json!(true), &json!(SERVICE)));
    assert!(described.get("uid").is_none() && described.get("username").is_none());
}

#[tokio::test]
async fn only_services_get_tokens_for_themselves_and_for_what_is_no_persons() {
    let org = org();
    let refused = |changes: &'static [(&'static str, &'static str)]| ask(&org, CUSTOM, changes);

    assert_eq!(refused(&[("client_id", CONFIDENTIAL)]).await.refusal(), (400, "unauthorized_client"));
    assert_eq!(refused(&[("client_secret", "guessed")]).await.refusal(), (401, "invalid_client"));
    let public = refused(&[("client_id", PUBLIC), ("client_secret", "")]).await;
    assert_eq!(public.refusal(), (400, "unauthorized_client"));
    for scope in ["openid", "reports.read openid", "offline_access", "groups", "okta.users.read", "reports.delete"] {
        let parameters =
            [("grant_type", "client_credentials"), ("client_id", SERVICE), ("client_secret", SECRET), ("scope", scope)];
        let answer = post_form(&org, "/oauth2/default/v1/token", &parameters).await;
        assert_eq!(answer.refusal(), (400, "invalid_scope"), "{scope}");
    }
    assert_eq!(refused(&[("scope", "")]).await.refusal(), (400, "invalid_scope"));
    assert_eq!(ask(&org, "/oauth2/no-rule", &[]).await.refusal(), (400, "access_denied"));
}

#[tokio::test]
async fn nobody_signs_in_to_a_service() {
    let org = org();
    let challenge = challenge();
    let mut parameters: Vec<(&str, &str)> =
        changed(interact_parameters(), &[("client_id", SERVICE), ("code_challenge", "")]);
    parameters.push(("code_challenge", &challenge));

    let answer = post_form(&org, "/oauth2/default/v1/interact", &parameters).await;

    assert_eq!(answer.status.as_u16(), 400);
}

#[tokio::test]
async fn the_orgs_own_server_gives_tokens_to_services_with_a_key() {
    let (org, key) = (org(), Key::new());
    org.register_public_key(WITH_A_KEY, key.public("one"));
    let assertion = |server: &str| {
        let claims = json!({
            "iss": WITH_A_KEY, "sub": WITH_A_KEY, "aud": format!("{BASE}{server}/v1/token"), "exp": now() + 300,
            "jti": crate::random::token(),
        });
        key.sign(&json!({ "alg": "ES256", "kid": "one" }), &claims)
    };
    let with_a_secret = ask(&org, "/oauth2", &[("scope", "okta.users.read")]).await;
    assert_eq!(with_a_secret.refusal(), (401, "invalid_client"));

    let assertion = assertion("/oauth2");
    let parameters = [
        ("grant_type", "client_credentials"),
        ("client_assertion_type", TYPE),
        ("client_assertion", &*assertion),
        ("scope", "okta.users.read"),
    ];
    let answer = post_form(&org, "/oauth2/v1/token", &parameters).await;

    assert_eq!(answer.status.as_u16(), 200, "{}", answer.body);
    let described = described(&org, "/oauth2", text(&answer.body, "access_token")).await;
    assert_eq!((&described["sub"], &described["scope"]), (&json!(WITH_A_KEY), &json!("okta.users.read")));
}
