use serde_json::{Value, json};

use super::super::error::{ErrorCode, ErrorResponse};
use super::super::testing::{self, Answer, Org};
use super::super::{ClientAuthentication, token_error::TokenKind};
use super::*;
use crate::clock::Clock;
use crate::http_client::HttpClient;

fn client_at(issuer: &str) -> Client {
    Client::new(testing::registration_at(issuer), HttpClient::new().expect("a client"), Clock::system())
}

async fn org_that_answers_interact(answer: Answer) -> (Org, Client) {
    let org = Org::custom().await;
    org.answer("/v1/interact", answer);
    let client = client_at(&org.issuer());
    (org, client)
}

/// What is said when `interact` answers with this error.
async fn interact_finding(status: u16, body: Value) -> Finding {
    let (_org, client) = org_that_answers_interact(Answer::json(status, &body)).await;
    let findings = diagnose(&client).await.findings;
    let [discovery, keys, interact] = &findings[..] else { panic!("three findings expected, not {findings:?}") };
    assert!(discovery.ok && keys.ok && !interact.ok);
    interact.clone()
}

fn oauth(error: &str, description: &str) -> Value {
    json!({ "error": error, "error_description": description })
}

#[tokio::test]
async fn says_that_all_is_well() {
    let (_org, client) = org_that_answers_interact(Answer::json(200, &json!({ "interaction_handle": "handle" }))).await;

    let findings = diagnose(&client).await.findings;

    assert_eq!(findings.len(), 3);
    assert!(findings.iter().all(|finding| finding.ok && finding.remedy.is_empty()));
}

#[tokio::test]
async fn each_refusal_of_interact_has_its_switch() {
    let cases = [
        (
            400,
            oauth("access_denied", "The requested feature is not enabled in this environment."),
            "Embedded widget sign-in",
        ),
        (400, oauth("access_denied", ""), "Embedded widget sign-in"),
        (400, oauth("unsupported_grant_type", ""), "Embedded widget sign-in"),
        (400, oauth("unauthorized_client", "The client is not authorized to use the grant."), "Grant type"),
        (400, oauth("access_denied", "Policy evaluation failed for this request."), "Access Policies"),
        (403, oauth("access_denied", "The client is not permitted in this zone."), "Security > Networks"),
        (403, oauth("access_denied", "The acr_values are not supported."), "acr_values"),
        (401, oauth("invalid_client", "The client secret supplied is invalid."), "Client Credentials"),
        (400, oauth("invalid_request", "The 'redirect_uri' parameter must be registered."), "Sign-in redirect URIs"),
        (400, oauth("invalid_request", "PKCE code challenge is required."), "changes requests"),
        (400, oauth("invalid_request", "Something else."), "client_authentication"),
        (400, oauth("invalid_scope", "One or more scopes are not configured."), "Scopes"),
        (400, oauth("use_dpop_nonce", ""), "dpop: true"),
        (400, oauth("invalid_dpop_proof", "The DPoP proof JWT header is missing."), "dpop: true"),
        (500, oauth("server_error", ""), "status.okta.com"),
        (400, oauth("something_new", ""), "System Log"),
        (429, json!({ "errorCode": "E0000047" }), "Rate limits"),
        (404, json!({ "errorCode": "E0000007", "errorSummary": "Not found" }), "Issuer URI"),
        (403, json!({ "errorCode": "E0000006", "errorSummary": "No" }), "Security > Networks"),
        (503, json!({ "errorCode": "E0000010", "errorSummary": "read-only" }), "status.okta.com"),
    ];

    for (status, body, switch) in cases {
        let finding = interact_finding(status, body.clone()).await;
        assert!(finding.remedy.contains(switch), "{body}: {finding:?}");
    }
}

#[tokio::test]
async fn an_unregistered_redirect_uri_is_spelt_out() {
    let finding = interact_finding(400, oauth("invalid_request", "redirect_uri is not registered")).await;

    assert!(finding.remedy.contains("https://app.example/.gatehouse/callback"));
}

#[test]
fn a_public_and_a_confidential_client_hear_different_reasons() {
    let refused = OAuthError::Refused(ErrorResponse {
        status: StatusCode::UNAUTHORIZED,
        error: ErrorCode::InvalidClient,
        description: None,
    });
    let confidential = testing::registration();
    let public = Registration { client_authentication: ClientAuthentication::None, ..testing::registration() };

    let to_confidential = explain(Question::Interact, &refused, &confidential);
    let to_public = explain(Question::Interact, &refused, &public);

    assert!(to_confidential.meaning.contains("secret is wrong"));
    assert!(to_public.meaning.contains("no secret is configured"));
}

#[test]
fn each_refusal_of_a_signed_statement_has_its_remedy() {
    let (key, _) = crate::private_key::PrivateKey::generate();
    let with_key = ClientAuthentication::PrivateKeyJwt(key);
    let with_secret = ClientAuthentication::ClientSecretJwt(crate::oauth::ClientSecret::new("a-client-secret"));
    let cases = [
        (&with_key, "The client_assertion JWT kid is invalid.", "private_key.key_id to the KID"),
        (&with_key, "The client_assertion signature is invalid.", "Public Keys: the key must be active"),
        (&with_key, "Client authentication failed.", "Public key / Private key"),
        (&with_key, "The audience claim for client_assertion must be the endpoint invoked for the request.", "issuer"),
        (&with_key, "The client_assertion token is expired.", "clock"),
        (&with_key, "The client_assertion token has already been used.", "repeats requests"),
        (&with_secret, "The client_assertion signature is invalid.", "client_secret"),
        (&with_secret, "Client authentication failed.", "client_secret_post is the usual way"),
    ];
    for (client_authentication, description, remedy) in cases {
        let refused = OAuthError::Refused(ErrorResponse {
            status: StatusCode::UNAUTHORIZED,
            error: ErrorCode::InvalidClient,
            description: Some(description.to_owned()),
        });
        let client_authentication = client_authentication.clone();
        let registration = Registration { client_authentication, ..testing::registration() };

        let finding = explain(Question::Interact, &refused, &registration);

        assert!(finding.remedy.contains(remedy), "{description}: {finding:?}");
        assert!(!format!("{finding:?}").contains("a-client-secret"));
    }
}

#[tokio::test]
async fn nobody_listening_is_said_once() {
    let issuer = {
        let org = Org::custom().await;
        org.issuer()
    };
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;

    let findings = diagnose(&client_at(&issuer)).await.findings;

    let [finding] = &findings[..] else { panic!("one finding expected, not {findings:?}") };
    assert!(!finding.ok);
    assert!(finding.what.contains("cannot be reached"), "{finding:?}");
}

#[tokio::test]
async fn another_issuer_is_named() {
    let org = Org::custom().await;
    let mut document = org.discovery();
    document["issuer"] = "https://login.example/oauth2/default".into();
    org.answer("/openid-configuration", Answer::json(200, &document));
    org.answer("/v1/interact", Answer::json(200, &json!({ "interaction_handle": "handle" })));

    let findings = diagnose(&client_at(&org.issuer())).await.findings;

    assert!(findings[0].remedy.contains("https://login.example/oauth2/default"), "{findings:?}");
    assert_eq!(findings.iter().filter(|finding| finding.ok).count(), 1, "interact needs no discovery");
}

#[tokio::test]
async fn what_is_no_authorization_server_is_called_so() {
    let org = Org::custom().await;
    org.answer("/openid-configuration", Answer::html(404));
    org.answer("/v1/interact", Answer::html(404));

    let findings = diagnose(&client_at(&org.issuer())).await.findings;

    assert!(findings.iter().all(|finding| finding.meaning.contains("no Okta authorization server")), "{findings:?}");
    assert!(findings.iter().all(|finding| !format!("{finding:?}").contains("Bad gateway")));
}

#[test]
fn a_missing_policy_rule_shows_at_the_token_endpoint() {
    let refused = OAuthError::Refused(ErrorResponse {
        status: StatusCode::BAD_REQUEST,
        error: ErrorCode::AccessDenied,
        description: Some("no_matching_policy".to_owned()),
    });

    let finding = explain(Question::Token, &refused, &testing::registration());

    assert!(finding.remedy.contains("Access Policies"));
}

#[test]
fn a_wrong_audience_and_a_wrong_clock_have_their_remedies() {
    let refused = |fault| OAuthError::Token(TokenKind::Access.refused(fault));
    let audience = TokenFault::Audience { found: "api://other".to_owned(), expected: "api://default".to_owned() };
    let expired = TokenFault::Expired { at: testing::NOW, now: testing::NOW };

    let for_audience = explain(Question::Token, &refused(audience), &testing::registration());
    let for_clock = explain(Question::Token, &refused(expired), &testing::registration());

    assert!(for_audience.remedy.contains("Settings > Audience"));
    assert!(for_clock.remedy.contains("clock"));
}
