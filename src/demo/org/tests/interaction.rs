//! `interact`: who may begin, and with what.

use super::*;
use crate::demo::org::Purpose;

const INTERACT: &str = "/oauth2/default/v1/interact";

async fn interact(changes: &[(&'static str, &'static str)]) -> Answer {
    post_form(&org(), INTERACT, &changed(interact_parameters(), changes)).await
}

/// `Authorization: Basic` for a client and a secret without characters that would need encoding.
fn basic(client: &str, secret: &str) -> String {
    use base64::Engine as _;
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(format!("{client}:{secret}")))
}

#[tokio::test]
async fn a_confidential_client_gets_a_handle_that_nobody_may_store() {
    let answer = interact(&[]).await;

    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(text(&answer.body, "interaction_handle").len(), 43);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
}

#[tokio::test]
async fn a_public_client_gets_a_handle_without_a_secret() {
    let answer = interact(&[("client_id", PUBLIC), ("client_secret", "")]).await;

    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn a_client_registered_for_basic_gets_a_handle_with_basic_only() {
    let org = org();
    let authorization = basic("basic-only", SECRET);
    let without = changed(interact_parameters(), &[("client_id", ""), ("client_secret", "")]);

    let with_basic = post_form_with(&org, INTERACT, &without, &[("authorization", &authorization)]).await;
    let in_body = post_form(&org, INTERACT, &changed(interact_parameters(), &[("client_id", "basic-only")])).await;

    assert_eq!(with_basic.status, StatusCode::OK);
    assert_eq!(in_body.refusal(), (401, "invalid_client"));
}

#[tokio::test]
async fn a_client_registered_for_the_body_is_refused_with_basic() {
    let authorization = basic("post-only", SECRET);
    let parameters = changed(interact_parameters(), &[("client_id", ""), ("client_secret", "")]);

    let answer = post_form_with(&org(), INTERACT, &parameters, &[("authorization", &authorization)]).await;

    assert_eq!(answer.refusal(), (401, "invalid_client"));
    assert!(answer.headers.contains_key(header::WWW_AUTHENTICATE), "RFC 6749 §5.2");
}

#[tokio::test]
async fn refuses_a_secret_sent_in_two_ways_at_once() {
    let authorization = basic(CONFIDENTIAL, SECRET);

    let answer = post_form_with(&org(), INTERACT, &interact_parameters(), &[("authorization", &authorization)]).await;

    assert_eq!(answer.refusal(), (400, "invalid_request"));
}

#[tokio::test]
async fn refuses_clients_that_cannot_prove_who_they_are() {
    for changes in [
        [("client_secret", "wrong"), ("client_id", CONFIDENTIAL)],
        [("client_secret", ""), ("client_id", CONFIDENTIAL)],
        [("client_secret", SECRET), ("client_id", "nobody")],
        [("client_secret", SECRET), ("client_id", "deactivated")],
        [("client_secret", SECRET), ("client_id", PUBLIC)],
        [("client_secret", SECRET), ("client_id", "")],
    ] {
        assert_eq!(interact(&changes).await.refusal(), (401, "invalid_client"), "{changes:?}");
    }
}

#[tokio::test]
async fn refuses_to_begin_without_a_proper_code_challenge() {
    for changes in [
        [("code_challenge", ""), ("code_challenge_method", "S256")],
        [("code_challenge", VERIFIER), ("code_challenge_method", "plain")],
        [("code_challenge", "9Zsw8Kz6IvLrRD30lhmXBn2h5_RUBb1LqVeqzdFI9n8"), ("code_challenge_method", "")],
        [("code_challenge", "too-short"), ("code_challenge_method", "S256")],
    ] {
        assert_eq!(interact(&changes).await.refusal(), (400, "invalid_request"), "{changes:?}");
    }
}

#[tokio::test]
async fn refuses_a_redirect_uri_that_is_not_registered_to_the_letter() {
    for uri in
        ["", "http://app.example/", "http://app.example/.gatehouse/callback/", "http://APP.example/.gatehouse/callback"]
    {
        assert_eq!(interact(&[("redirect_uri", uri)]).await.refusal(), (400, "invalid_request"), "{uri}");
    }
}

#[tokio::test]
async fn refuses_scopes_that_are_unknown_missing_or_not_granted() {
    assert_eq!(interact(&[("scope", "openid everything")]).await.refusal(), (400, "invalid_scope"));
    assert_eq!(interact(&[("scope", "")]).await.refusal(), (400, "invalid_scope"));
    assert_eq!(interact(&[("client_id", "refresh-missing")]).await.refusal(), (400, "invalid_scope"));
}

#[tokio::test]
async fn refuses_to_begin_without_state() {
    assert_eq!(interact(&[("state", "")]).await.refusal(), (400, "invalid_request"));
}

#[tokio::test]
async fn refuses_a_parameter_given_twice() {
    let mut parameters = interact_parameters();
    parameters.push(("scope", "openid"));

    assert_eq!(post_form(&org(), INTERACT, &parameters).await.refusal(), (400, "invalid_request"));
}

#[tokio::test]
async fn refuses_parameters_in_the_url() {
    let path = format!("{INTERACT}?nonce=1");

    assert_eq!(post_form(&org(), &path, &interact_parameters()).await.refusal(), (400, "invalid_request"));
}

#[tokio::test]
async fn refuses_other_media_types_and_methods() {
    let json = Request::post(INTERACT).header(header::CONTENT_TYPE, "application/json");
    let html = [("accept", "text/html")];

    let as_json = send(&org(), json.body(Body::from("{}")).expect("a request")).await;
    let as_html = post_form_with(&org(), INTERACT, &interact_parameters(), &html).await;
    let as_get = get(&org(), INTERACT).await;

    assert_eq!(as_json.refusal(), (400, "invalid_request"));
    assert_eq!(as_html.refusal(), (400, "invalid_request"));
    assert_eq!(as_get.api_error(), (405, "E0000022"));
}

#[tokio::test]
async fn says_which_switch_is_off() {
    assert_eq!(interact(&[("client_id", "feature-off")]).await.refusal(), (400, "access_denied"));
    assert_eq!(interact(&[("client_id", "grant-missing")]).await.refusal(), (400, "unauthorized_client"));
    let no_policy = post_form(&org(), "/oauth2/no-policy/v1/interact", &interact_parameters()).await;
    assert_eq!(no_policy.refusal(), (400, "access_denied"));
}

#[tokio::test]
async fn a_policy_without_a_rule_shows_only_in_the_first_document() {
    let org = org();

    let sign_in = SignIn::begin_as(&org, CONFIDENTIAL, "/oauth2/no-rule").await;

    assert_eq!(sign_in.answer.message(), (403, "idx.error.code.no_matching_policy".to_owned()));
    assert_eq!(sign_in.answer.body["failure"]["name"], "failure-redirect");
    assert!(sign_in.answer.remediations().is_empty());
}

#[tokio::test]
async fn refuses_a_device_token_of_more_than_32_characters() {
    let token = "d".repeat(33);

    let answer = post_form_with(&org(), INTERACT, &interact_parameters(), &[("x-device-token", &token)]).await;

    assert_eq!(answer.refusal(), (400, "invalid_request"));
}

#[tokio::test]
async fn refuses_dead_tokens_from_mails_and_a_malformed_max_age() {
    for change in [("activation_token", "dead"), ("recovery_token", "dead"), ("max_age", "-1"), ("max_age", "soon")] {
        assert_eq!(interact(&[change]).await.refusal(), (400, "invalid_request"), "{change:?}");
    }
}

#[tokio::test]
async fn a_level_that_the_org_does_not_know_or_cannot_reach_is_refused() {
    for (levels, refusal) in [
        ("urn:example:gold", (403, "access_denied")),
        ("phrh", (400, "unmet_authentication_requirements")),
        ("urn:example:gold phrh", (400, "unmet_authentication_requirements")),
    ] {
        assert_eq!(interact(&[("acr_values", levels)]).await.refusal(), refusal, "{levels}");
    }
    for levels in ["phr", "phrh urn:okta:loa:2fa:any", "urn:example:gold urn:okta:loa:1fa:any"] {
        assert_eq!(interact(&[("acr_values", levels)]).await.status, StatusCode::OK, "{levels}");
    }
}

#[tokio::test]
async fn a_mailed_token_is_good_once_for_its_own_purpose_and_not_for_ever() {
    let org = org();
    let begin = async |parameter: &'static str, token: &str, client: &[(&'static str, &'static str)]| {
        let mut parameters = changed(interact_parameters(), client);
        let token = token.to_owned();
        parameters.push((parameter, &token));
        post_form(&org, INTERACT, &parameters).await.refusal().0
    };
    let token = |purpose| {
        let link = org.send_link("cleo@example.com", purpose, "http://app.example/link");
        link.split_once("?token=").expect("a token").1.to_owned()
    };
    let (activation, recovery, old) = (token(Purpose::Activation), token(Purpose::Recovery), token(Purpose::Recovery));

    assert_eq!(begin("recovery_token", &activation, &[]).await, 400, "for another purpose");
    let public = [("client_id", PUBLIC), ("client_secret", "")];
    assert_eq!(begin("activation_token", &activation, &public).await, 400, "by a public client");
    assert_eq!(begin("activation_token", &activation, &[]).await, 200);
    assert_eq!(begin("activation_token", &activation, &[]).await, 400, "a second time");
    assert_eq!(begin("recovery_token", &recovery, &public).await, 200);
    org.advance(std::time::Duration::from_secs(3600));
    assert_eq!(begin("recovery_token", &old, &[]).await, 400, "an hour later");
}

#[tokio::test]
async fn both_kinds_of_server_are_discovered_under_both_names() {
    let org = org();
    for (path, issuer) in [
        ("/.well-known/openid-configuration", BASE.to_owned()),
        ("/.well-known/oauth-authorization-server", BASE.to_owned()),
        ("/oauth2/default/.well-known/openid-configuration", format!("{BASE}/oauth2/default")),
        ("/oauth2/default/.well-known/oauth-authorization-server", format!("{BASE}/oauth2/default")),
        ("/.well-known/oauth-authorization-server/oauth2/default", format!("{BASE}/oauth2/default")),
    ] {
        let metadata = get(&org, path).await.body;

        assert_eq!(metadata["issuer"], issuer, "{path}");
        let keys = text(&metadata, "jwks_uri").strip_prefix(BASE).expect("on the org").to_owned();
        assert_eq!(get(&org, &keys).await.body["keys"].as_array().map(Vec::len), Some(1));
    }
}
