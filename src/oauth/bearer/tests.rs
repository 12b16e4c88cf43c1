use serde_json::json;

use super::super::jwt::UnverifiedJwt;
use super::super::testing::{self, ISSUER, NOW, SigningKey, changed};
use super::*;

fn rule() -> BearerRule {
    BearerRule { client_ids: vec![ClientId::new("0oascript"), ClientId::new("0oaother")], scopes: Vec::new() }
}

/// A good token of the script's, for Ada, with changes laid over.
fn claims(changes: &Value) -> Value {
    let of_script = json!({ "cid": "0oascript", "scp": ["reports.read", "reports.write"], "groups": ["Engineers"] });
    changed(changed(testing::access_token_claims(ISSUER, NOW), &of_script), changes)
}

fn judged(claims: &Value, rule: &BearerRule) -> Result<BearerIdentity, TokenError> {
    let key = SigningKey::shared("one");
    let token = key.sign(claims);
    let verified = UnverifiedJwt::parse(TokenKind::Access, &token)?.verify(&key.key_set())?;
    of_claims(verified, &testing::registration(), rule, NOW)
}

fn fault(changes: &Value) -> TokenFault {
    judged(&claims(changes), &rule()).expect_err("refused").fault
}

#[test]
fn a_token_of_an_allowed_client_says_who_presents_it() {
    let identity = judged(&claims(&json!({})), &rule()).expect("an identity");

    let login = Some("ada@org.example".to_owned());
    assert_eq!(identity.subject, BearerSubject::Person { id: "00uada".to_owned(), login });
    assert_eq!((identity.sub(), identity.client_id.as_str()), ("00uada", "0oascript"));
    assert_eq!(identity.scopes, Scope::list("reports.read reports.write"));
    assert_eq!(*identity.groups, ["Engineers"].map(Box::from));
    assert_eq!(identity.expires_at.as_unix(), NOW.as_unix() + 3600);
    assert_eq!(identity.raw["jti"], "AT.1");
    assert!(!format!("{identity:?}").contains("ada@"));
}

#[test]
fn a_client_that_acts_for_itself_is_no_person() {
    let itself = json!({ "uid": null, "sub": "0oascript" });

    let identity = judged(&claims(&itself), &rule()).expect("an identity");

    assert_eq!((&identity.subject, identity.sub()), (&BearerSubject::Client, "0oascript"));
}

#[test]
fn a_name_that_can_be_chosen_is_nobody() {
    assert_eq!(fault(&json!({ "uid": null })), TokenFault::MissingClaim("uid"));
    assert_eq!(fault(&json!({ "uid": "", "sub": "ada" })), TokenFault::MissingClaim("uid"));
    assert_eq!(fault(&json!({ "uid": null, "sub": "0oaother" })), TokenFault::MissingClaim("uid"));
}

#[test]
fn a_token_of_another_client_is_refused_and_our_own_is_no_exception() {
    for client in ["0oastranger", "0oaclient"] {
        assert!(matches!(fault(&json!({ "cid": client })), TokenFault::Client { .. }), "{client}");
    }
    assert_eq!(fault(&json!({ "cid": null })), TokenFault::MissingClaim("cid"));
    let nobody = BearerRule { client_ids: Vec::new(), scopes: Vec::new() };
    assert!(judged(&claims(&json!({})), &nobody).is_err());
}

#[test]
fn a_token_of_another_issuer_or_for_another_audience_is_refused() {
    assert!(matches!(fault(&json!({ "iss": "https://org.example" })), TokenFault::Issuer { .. }));
    assert!(matches!(fault(&json!({ "iss": format!("{ISSUER}/") })), TokenFault::Issuer { .. }));
    assert_eq!(fault(&json!({ "iss": null })), TokenFault::MissingClaim("iss"));
    assert!(matches!(fault(&json!({ "aud": "api://other" })), TokenFault::Audience { .. }));
    assert_eq!(fault(&json!({ "aud": null })), TokenFault::MissingClaim("aud"));
}

#[test]
fn a_token_is_good_in_its_time_only() {
    let now = NOW.as_unix();

    assert!(matches!(fault(&json!({ "exp": now - 121 })), TokenFault::Expired { .. }));
    assert_eq!(fault(&json!({ "exp": null })), TokenFault::MissingClaim("exp"));
    assert!(matches!(fault(&json!({ "nbf": now + 121 })), TokenFault::FromTheFuture { claim: "nbf", .. }));
    assert!(matches!(fault(&json!({ "iat": now + 121 })), TokenFault::FromTheFuture { claim: "iat", .. }));
}

#[test]
fn an_id_token_is_no_access_token() {
    let id_token = testing::id_token_claims(ISSUER, NOW, "an-access-token");
    let dressed_up = changed(id_token.clone(), &json!({ "aud": "api://default", "cid": "0oascript", "uid": "00uada" }));

    assert_eq!(judged(&dressed_up, &rule()).expect_err("refused").fault, TokenFault::IsAnIdToken);
    assert!(judged(&id_token, &rule()).is_err());
    // Without what gives it away it still has no `cid`, and is for the client and not for the audience.
    let bare = changed(id_token, &json!({ "nonce": null, "at_hash": null, "aud": "api://default" }));
    assert_eq!(judged(&bare, &rule()).expect_err("refused").fault, TokenFault::MissingClaim("cid"));
}

#[test]
fn a_token_that_is_bound_to_a_key_is_worth_nothing_without_it() {
    assert_eq!(fault(&json!({ "cnf": { "jkt": "a-thumbprint" } })), TokenFault::Bound);
    assert_eq!(fault(&json!({ "cnf": { "x5t#S256": "a-thumbprint" } })), TokenFault::Bound);
    assert_eq!(fault(&json!({ "cnf": {} })), TokenFault::Bound);
}

#[test]
fn every_scope_that_the_rule_wants_must_be_there() {
    let wants = |scopes: &str| BearerRule { scopes: Scope::list(scopes), ..rule() };

    assert!(judged(&claims(&json!({})), &wants("reports.read reports.write")).is_ok());
    let error = judged(&claims(&json!({})), &wants("reports.read admin")).expect_err("refused");
    assert_eq!(error.fault, TokenFault::InsufficientScope { missing: "admin".to_owned() });
    assert!(judged(&claims(&json!({ "scp": null })), &wants("reports.read")).is_err());
}

#[test]
fn what_no_server_issues_is_not_looked_at() {
    let shape = |token: &str| require_token_shape(&AccessToken::new(token)).map_err(|error| error.fault);

    assert_eq!(shape("abc.DEF-_~+/="), Ok(()));
    assert_eq!(shape(""), Err(TokenFault::Missing));
    assert_eq!(shape(&"x".repeat(LONGEST + 1)), Err(TokenFault::Malformed("it is too long")));
    for token in ["a b", "a,b", "a\r\nb", "töken", "a\"b"] {
        assert_eq!(shape(token), Err(TokenFault::NotAHeaderValue), "{token}");
    }
}

fn introspected(changes: &Value) -> Result<BearerIdentity, TokenError> {
    let answer = json!({
        "active": true, "token_type": "Bearer", "scope": "reports.read", "client_id": "0oascript", "iss": ISSUER,
        "exp": NOW.as_unix() + 60, "sub": "ada@org.example", "uid": "00uada",
    });
    let introspection = serde_json::from_value(changed(answer, changes)).expect("an introspection");
    of_introspection(introspection, &testing::registration(), &rule(), NOW)
}

#[test]
fn an_opaque_token_is_what_its_server_says_it_is() {
    let identity = introspected(&json!({})).expect("an identity");

    assert_eq!((identity.sub(), identity.client_id.as_str()), ("00uada", "0oascript"));
    assert_eq!(identity.scopes, Scope::list("reports.read"));
    assert_eq!(identity.expires_at.as_unix(), NOW.as_unix() + 60);
}

#[test]
fn an_opaque_token_that_its_server_does_not_vouch_for_is_refused() {
    let cases = [
        (json!({ "active": false }), TokenFault::Inactive),
        (json!({ "token_type": "refresh_token" }), TokenFault::NotBearer { found: "refresh_token".to_owned() }),
        (json!({ "token_type": null }), TokenFault::MissingClaim("token_type")),
        (json!({ "token_type": "DPoP" }), TokenFault::Bound),
        (json!({ "cnf": { "jkt": "a-thumbprint" } }), TokenFault::Bound),
        (json!({ "client_id": null }), TokenFault::MissingClaim("client_id")),
        (json!({ "exp": null }), TokenFault::NoLifetime),
        (json!({ "exp": NOW.as_unix() }), TokenFault::Expired { at: NOW, now: NOW }),
        (json!({ "uid": null }), TokenFault::MissingClaim("uid")),
    ];

    for (changes, fault) in cases {
        assert_eq!(introspected(&changes).expect_err("refused").fault, fault, "{changes}");
    }
    assert!(matches!(
        introspected(&json!({ "client_id": "0oastranger" })).expect_err("refused").fault,
        TokenFault::Client { .. }
    ));
    assert!(matches!(
        introspected(&json!({ "iss": "https://evil.test" })).expect_err("refused").fault,
        TokenFault::Issuer { .. }
    ));
}
