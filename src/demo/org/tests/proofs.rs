//! Proof of possession: what the org takes, and everything that it refuses.

use super::assertions::{Key, now};
use super::*;

const DEMANDS: &str = "proof-demanded";
const TOKEN: &str = "/oauth2/default/v1/token";

/// A proof with some of its claims changed or (`null`) left out.
fn proof(key: &Key, changes: &Value) -> String {
    let mut claims = json!({
        "htm": "POST", "htu": format!("{BASE}{TOKEN}"), "iat": now(), "jti": crate::random::token(),
    });
    for (name, value) in changes.as_object().expect("an object") {
        claims[name] = value.clone();
    }
    claims.as_object_mut().expect("an object").retain(|_, value| !value.is_null());
    key.sign(&json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": key.public("any") }), &claims)
}

/// A sign-in of Ada with a client that must prove, up to the code.
async fn signed_in(org: &Org) -> SignIn<'_> {
    let mut sign_in = SignIn::begin_as(org, DEMANDS, CUSTOM).await;
    sign_in.identify("ada@example.com").await;
    sign_in.passcode("Analytical-1843").await;
    sign_in
}

async fn redeem(sign_in: &SignIn<'_>, proofs: &[&str]) -> Answer {
    let code = sign_in.code();
    let parameters = [
        ("grant_type", "interaction_code"),
        ("client_id", DEMANDS),
        ("client_secret", SECRET),
        ("code_verifier", VERIFIER),
        ("interaction_code", &code),
    ];
    let headers: Vec<(&str, &str)> = proofs.iter().map(|proof| ("dpop", *proof)).collect();
    post_form_with(sign_in.org, TOKEN, &parameters, &headers).await
}

async fn refresh(org: &Org, token: &str, proof: &str) -> Answer {
    let parameters =
        [("grant_type", "refresh_token"), ("client_id", DEMANDS), ("client_secret", SECRET), ("refresh_token", token)];
    post_form_with(org, TOKEN, &parameters, &[("dpop", proof)]).await
}

fn nonce(answer: &Answer) -> String {
    answer.headers["dpop-nonce"].to_str().expect("text").to_owned()
}

#[tokio::test]
async fn a_code_is_redeemed_with_a_proof_that_repeats_the_nonce() {
    let (org, key) = (org(), Key::new());
    let sign_in = signed_in(&org).await;

    let first = redeem(&sign_in, &[&proof(&key, &json!({}))]).await;
    assert_eq!(first.refusal(), (400, "use_dpop_nonce"));
    let nonce = nonce(&first);
    let tokens = redeem(&sign_in, &[&proof(&key, &json!({ "nonce": nonce }))]).await;

    assert_eq!(tokens.status, 200, "nothing was spent by asking: {}", tokens.body);
    assert_eq!(tokens.body["token_type"], "DPoP");
    let access_token = text(&tokens.body, "access_token");
    assert!(part(access_token, 1)["cnf"]["jkt"].is_string());
    let refresh_token = text(&tokens.body, "refresh_token");
    let with_another = refresh(&org, refresh_token, &proof(&Key::new(), &json!({ "nonce": nonce }))).await;
    assert_eq!(with_another.refusal(), (400, "invalid_grant"));
    let with_the_same = refresh(&org, refresh_token, &proof(&key, &json!({ "nonce": nonce }))).await;
    assert_eq!(with_the_same.status, 200, "{}", with_the_same.body);
    let request = Request::get("/oauth2/default/v1/userinfo").header("authorization", format!("Bearer {access_token}"));
    assert_eq!(send(&org, request.body(Body::empty()).expect("a request")).await.status, 401);
}

#[tokio::test]
async fn a_flawed_proof_is_refused_and_spends_nothing() {
    let (org, key) = (org(), Key::new());
    let sign_in = signed_in(&org).await;
    let nonce = nonce(&redeem(&sign_in, &[&proof(&key, &json!({}))]).await);
    let with = |changes: Value| {
        let mut changes = changes;
        changes["nonce"] = nonce.clone().into();
        proof(&key, &changes)
    };
    let claims = json!({
        "htm": "POST", "htu": format!("{BASE}{TOKEN}"), "iat": now(), "jti": "1", "nonce": nonce,
    });
    let signed_by_another =
        key.sign(&json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": Key::new().public("any") }), &claims);
    let of_another_type = key.sign(&json!({ "typ": "JWT", "alg": "ES256", "jwk": key.public("any") }), &claims);
    let flawed = [
        with(json!({ "htu": format!("{BASE}/oauth2/v1/token") })),
        with(json!({ "htm": "GET" })),
        with(json!({ "iat": now() - 600 })),
        with(json!({ "iat": now() + 600 })),
        with(json!({ "jti": null })),
        signed_by_another,
        of_another_type,
        "nonsense".to_owned(),
    ];

    for proof in &flawed {
        assert_eq!(redeem(&sign_in, &[proof]).await.refusal(), (400, "invalid_dpop_proof"), "{proof}");
    }
    let missing = redeem(&sign_in, &[]).await;
    assert_eq!(missing.body["error_description"], "The DPoP proof JWT header is missing.");
    let (one, other) = (with(json!({})), with(json!({})));
    assert_eq!(redeem(&sign_in, &[&one, &other]).await.refusal(), (400, "invalid_dpop_proof"));

    let good = with(json!({}));
    let tokens = redeem(&sign_in, &[&good]).await;
    assert_eq!(tokens.status, 200, "{}", tokens.body);
    let replayed = refresh(&org, text(&tokens.body, "refresh_token"), &good).await;
    assert_eq!(replayed.body["error_description"], "The DPoP proof JWT has already been used.");
}
