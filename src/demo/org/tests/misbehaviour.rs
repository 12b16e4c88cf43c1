//! Faults, flaws and quirks: the org goes wrong exactly as it is told to.

use super::*;
use crate::demo::org::{Fault, Flaw, Quirks, TokenKind};

const KEYS: &str = "/oauth2/default/v1/keys";

#[tokio::test]
async fn a_fault_strikes_as_often_as_asked() {
    let org = org();
    org.fault(KEYS, Fault::InternalError, 1);

    assert_eq!(get(&org, KEYS).await.api_error(), (500, "E0000009"));
    assert_eq!(get(&org, KEYS).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_full_bucket_says_when_it_empties() {
    let org = org();
    org.fault("/oauth2", Fault::RateLimited(30), 1);

    let answer = get(&org, KEYS).await;

    assert_eq!(answer.api_error(), (429, "E0000047"));
    let reset: u64 = answer.headers["x-rate-limit-reset"].to_str().expect("text").parse().expect("a number");
    assert!(reset.abs_diff(crate::clock::Clock::system().now().as_unix() + 30) <= 2);
}

#[tokio::test]
async fn the_front_answers_with_a_page_of_its_own() {
    let org = org();
    org.fault(KEYS, Fault::BadGateway, 1);

    let answer = get(&org, KEYS).await;

    assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
}

#[tokio::test]
async fn a_session_expires_on_request() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    org.fault("/idp/idx/identify", Fault::SessionExpired, 1);

    assert_eq!(sign_in.identify("ada@example.com").await.message(), (401, "idx.session.expired".to_owned()));
}

#[tokio::test]
async fn a_truncated_answer_is_no_json_although_the_step_was_taken() {
    let org = org();
    let mut sign_in = SignIn::begin(&org).await;
    org.fault("/idp/idx/identify", Fault::Truncated, 1);

    assert_eq!(sign_in.identify("ada@example.com").await.body, Value::Null);

    let handle = json!({ "interactionHandle": sign_in.interaction_handle });
    assert_eq!(post_idx(&org, "introspect", &handle).await.remediations(), ["challenge-authenticator"]);
}

#[tokio::test]
async fn an_oversized_answer_is_still_json() {
    let org = org();
    org.fault(KEYS, Fault::Oversized(10_000_000), 1);

    let answer = get(&org, KEYS).await;

    assert_eq!(text(&answer.body, "padding").len(), 10_000_000);
    assert!(answer.body["keys"].is_array());
}

#[tokio::test]
async fn a_dropped_connection_sends_nothing() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let org = org();
    org.fault(KEYS, Fault::Dropped, 1);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(axum::serve(listener, org.router()).into_future());
    let mut connection = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let request = format!("GET {KEYS} HTTP/1.1\r\nHost: org.example\r\n\r\n");
    connection.write_all(request.as_bytes()).await.expect("sent");
    let mut received = Vec::new();

    connection.read_to_end(&mut received).await.expect("closed");

    assert_eq!(String::from_utf8_lossy(&received), "");
    server.abort();
}

#[tokio::test]
async fn each_flaw_spoils_one_token_in_its_own_way() {
    let org = org();
    for (flaw, claim, value) in [
        (Flaw::WrongIssuer, "iss", json!("https://other.example/oauth2/default")),
        (Flaw::WrongAudience, "aud", json!("api://somebody-else")),
        (Flaw::WrongClient, "cid", json!("0oademosomebodyelse1")),
        (Flaw::OtherPerson, "uid", json!("00udemosomebodyelse0")),
    ] {
        org.flaw(TokenKind::AccessToken, flaw);

        let spoilt = adas_tokens(&org).await;
        let sound = adas_tokens(&org).await;

        assert_eq!(part(text(&spoilt, "access_token"), 1)[claim], value, "{flaw:?}");
        assert_ne!(part(text(&sound, "access_token"), 1)[claim], value, "{flaw:?}");
    }
}

#[tokio::test]
async fn flaws_of_signature_and_key_leave_the_claims_alone() {
    let org = org();
    let key_set = get(&org, KEYS).await.body;
    let published = &key_set["keys"][0]["kid"];
    for (flaw, algorithm, known) in [
        (Flaw::WrongSignature, "RS256", true),
        (Flaw::AlgNone, "none", false),
        (Flaw::PublicKeyAsSecret, "HS256", true),
        (Flaw::UnknownKey, "RS256", false),
    ] {
        org.flaw(TokenKind::IdToken, flaw);

        let tokens = adas_tokens(&org).await;
        let token = text(&tokens, "id_token");

        assert_eq!(part(token, 0)["alg"], algorithm, "{flaw:?}");
        assert_eq!(part(token, 0)["kid"] == *published, known, "{flaw:?}");
        assert_eq!(part(token, 1)["nonce"], "nonce-of-the-browser", "{flaw:?}");
    }
}

#[tokio::test]
async fn flaws_of_time_and_binding_change_one_claim() {
    let org = org();
    let now = crate::clock::Clock::system().now().as_unix();
    let minted = async |flaw| {
        org.flaw(TokenKind::IdToken, flaw);
        part(text(&adas_tokens(&org).await, "id_token"), 1)
    };

    assert!(minted(Flaw::Expired).await["exp"].as_u64() < Some(now - 500));
    assert!(minted(Flaw::NotYetValid).await["nbf"].as_u64() > Some(now + 500));
    assert_eq!(minted(Flaw::WrongNonce).await["nonce"], "a-nonce-nobody-sent");
    let whole = adas_tokens(&org).await;
    assert_ne!(minted(Flaw::WrongAtHash).await["at_hash"], part(text(&whole, "id_token"), 1)["at_hash"]);
}

#[tokio::test]
async fn a_large_state_handle_is_twenty_kilobytes_and_works() {
    let org = org();
    org.set_quirks(Quirks { large_state_handle: true, ..Quirks::default() });

    let mut sign_in = SignIn::begin(&org).await;

    assert!(sign_in.state_handle().len() > 20_000);
    assert_eq!(sign_in.identify("ada@example.com").await.remediations(), ["challenge-authenticator"]);
}

#[tokio::test]
async fn the_controls_work_over_http() {
    let org = org();
    let post = async |path: &str, body: &str| {
        let request = Request::post(path).body(Body::from(body.to_owned())).expect("a request");
        send(&org, request).await.status
    };

    assert_eq!(post("/demo/faults", r#"{"path":"/oauth2","fault":{"delay":1},"times":2}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/faults", r#"{"path":"/idp","fault":"bad_gateway"}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/flaws", r#"{"token":"id_token","flaw":"wrong_nonce"}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/quirks", r#"{"extra_members":true}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/advance", r#"{"seconds":5}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/rotate-keys", "").await, StatusCode::OK);
    assert_eq!(post("/demo/groups", r#"{"login":"ada@example.com","groups":["Everyone"]}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/revoke-tokens", r#"{"login":"ada@example.com","which":"access"}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/revoke-tokens", r#"{"login":"ada@example.com"}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/deactivate", r#"{"login":"ada@example.com"}"#).await, StatusCode::OK);
    assert_eq!(post("/demo/faults", r#"{"path":"/","fault":"gremlins"}"#).await, StatusCode::BAD_REQUEST);
    assert_eq!(post("/demo/revoke-tokens", r#"{"login":"a","which":"some"}"#).await, StatusCode::BAD_REQUEST);
    assert_eq!(post_idx(&org, "introspect", &json!({})).await.status, StatusCode::BAD_GATEWAY);
}
