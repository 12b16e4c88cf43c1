//! Every kind of client at either kind of authorization server, from the sign-in to the revocation of its tokens.

use std::time::Duration;

use gatehouse::demo::org::Call;

use crate::support::browser::Browser;
use crate::support::client_key::ClientKey;
use crate::support::house::{CUSTOM, House, ORG, eventually};
use crate::support::people::person;

/// How a client is registered and configured to prove who it is.
#[derive(Clone, Copy)]
enum Proof<'k> {
    /// It has no secret.
    None,
    Post,
    Basic,
    /// It signs with its secret.
    SecretJwt,
    /// It signs with that key.
    KeyJwt(&'k ClientKey),
}

/// The house with that client, in place of the usual one, at the first site.
async fn house_of(client: &str, proof: Proof<'_>, server: &str) -> House {
    let house = House::configured(|yaml| {
        let (before, rest) = yaml.split_once("  custom:\n").expect("the first authorization server");
        let (block, after) = rest.split_once("  org:\n").expect("the second");
        let mut block = block.replace("0oademofieldnotes001", client);
        if server == ORG {
            block = without_line(&block, "audience:").replace("/oauth2/default", "");
        }
        match proof {
            Proof::None => block = without_line(&block, "client_secret:"),
            Proof::Post => block.push_str("    client_authentication: client_secret_post\n"),
            Proof::Basic => block.push_str("    client_authentication: client_secret_basic\n"),
            Proof::SecretJwt => block.push_str("    client_authentication: client_secret_jwt\n"),
            Proof::KeyJwt(key) => block = without_line(&block, "client_secret:") + &key.lines(),
        }
        format!("{before}  custom:\n{block}  org:\n{after}").replace("idle_timeout: 30m", "idle_timeout: 12h")
    })
    .await;
    if let Proof::KeyJwt(key) = proof {
        house.org().register_public_key(client, key.public.clone());
    }
    house.demo.register_redirect_uri(client, &house.first("/.gatehouse/callback"));
    house
}

fn without_line(block: &str, key: &str) -> String {
    let lines = block.lines().filter(|line| !line.trim_start().starts_with(key));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Signs Greta in, lets her token grow old, and signs her out.
async fn lives_a_whole_life(client: &str, proof: Proof<'_>, server: &str) {
    let house = house_of(client, proof, server).await;
    let case = format!("{client} at {server}");
    let mut browser = Browser::new();

    person("greta").reaches(&mut browser, &house, &house.first("/echo?first")).await;
    let first_token = house.access_token("/echo");
    assert_eq!(house.last_reached("/echo").header("x-forwarded-user"), ["00udemogreta00000006"], "{case}");
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["greta@example.com"], "{case}");
    let known =
        house.userinfo(server, &first_token).await.unwrap_or_else(|| panic!("{case}: a token of another server"));
    assert_eq!(known["sub"], "00udemogreta00000006", "{case}");

    house.pass(Duration::from_secs(61 * 60));
    assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "{case}");
    let second_token = house.access_token("/echo");
    assert_ne!(first_token, second_token, "{case}");
    assert!(house.userinfo(server, &second_token).await.is_some(), "{case}");
    assert_eq!(house.last_reached("/echo").header("x-forwarded-email"), ["greta@example.com"], "{case}");

    let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
    let page = browser.submit(&page, &page.form("Sign out"), &[]).await;
    assert_eq!(page.heading(), "You are signed out", "{case}");
    eventually("both tokens are revoked", || revoked(&house.org().recorded_calls(), server) == 2).await;
    assert!(house.userinfo(server, &second_token).await.is_none(), "{case}");
    assert_eq!(browser.look(&house.first("/echo")).await.status, 303, "{case}");

    let proving = ["/interact", "/token", "/introspect", "/revoke"].map(|end| format!("{server}{end}"));
    let calls = house.org().recorded_calls();
    let calls: Vec<&Call> = calls.iter().filter(|call| proving.contains(&call.path)).collect();
    assert_eq!(calls.len(), if server == ORG { 6 } else { 5 }, "{case}: {calls:?}");
    for call in calls {
        assert_eq!((call.status, call.authorization), (Some(200), matches!(proof, Proof::Basic)), "{case}: {call:?}");
    }
}

fn revoked(calls: &[Call], server: &str) -> usize {
    let path = format!("{server}/revoke");
    calls.iter().filter(|call| call.path == path && call.status == Some(200)).count()
}

#[tokio::test]
async fn a_public_client_serves_at_either_authorization_server() {
    for server in [CUSTOM, ORG] {
        lives_a_whole_life("public-identifier-first", Proof::None, server).await;
    }
}

#[tokio::test]
async fn a_confidential_client_that_may_only_post_its_secret_serves_at_either_authorization_server() {
    for server in [CUSTOM, ORG] {
        lives_a_whole_life("post-only", Proof::Post, server).await;
    }
}

#[tokio::test]
async fn a_confidential_client_that_may_only_use_http_basic_serves_at_either_authorization_server() {
    for server in [CUSTOM, ORG] {
        lives_a_whole_life("basic-only", Proof::Basic, server).await;
    }
}

#[tokio::test]
async fn a_confidential_client_that_signs_with_its_secret_serves_at_either_authorization_server() {
    for server in [CUSTOM, ORG] {
        lives_a_whole_life("secret-jwt-only", Proof::SecretJwt, server).await;
    }
}

#[tokio::test]
async fn a_client_that_signs_with_a_key_of_its_own_serves_at_either_authorization_server() {
    for (key, server) in [(ClientKey::rsa(), CUSTOM), (ClientKey::curve(), ORG)] {
        lives_a_whole_life("private-key-jwt-only", Proof::KeyJwt(&key), server).await;
    }
}
