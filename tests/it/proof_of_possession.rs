//! An application that demands proof of possession (RFC 9449), from the sign-in to the end of its tokens.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gatehouse::demo::org::Call;
use serde_json::Value;

use crate::support::browser::Browser;
use crate::support::house::{CUSTOM, House, ORG, eventually};
use crate::support::log::Log;
use crate::support::people::person;

const CLIENT: &str = "proof-demanded";

/// The house with that client at the first site's server, as `dpop` says.
async fn house_at(server: &str, dpop: bool) -> House {
    let house = House::configured(|yaml| {
        let (before, rest) = yaml.split_once("  custom:\n").expect("the first authorization server");
        let (block, after) = rest.split_once("  org:\n").expect("the second");
        let mut block = block.replace("0oademofieldnotes001", CLIENT);
        if server == ORG {
            let lines = block.lines().filter(|line| !line.trim_start().starts_with("audience:"));
            block = lines.map(|line| format!("{line}\n")).collect::<String>().replace("/oauth2/default", "");
        }
        block.push_str(&format!("    dpop: {dpop}\n"));
        format!("{before}  custom:\n{block}  org:\n{after}").replace("idle_timeout: 30m", "idle_timeout: 12h")
    })
    .await;
    house.demo.register_redirect_uri(CLIENT, &house.first("/.gatehouse/callback"));
    house
}

fn statuses(house: &House, path: &str) -> Vec<u16> {
    let calls: Vec<Call> = house.org().recorded_calls();
    calls.iter().filter(|call| call.path == path).filter_map(|call| call.status).collect()
}

/// The key that an access token says it is bound to.
fn bound_to(token: &str) -> String {
    let claims = token.split('.').nth(1).expect("three parts");
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).expect("base64url")).expect("JSON");
    claims["cnf"]["jkt"].as_str().expect("a bound token").to_owned()
}

#[tokio::test]
async fn a_session_keeps_its_key_from_the_sign_in_to_the_sign_out() {
    for server in [CUSTOM, ORG] {
        let house = house_at(server, true).await;
        let mut browser = Browser::new();
        let token_endpoint = format!("{server}/token");

        person("greta").reaches(&mut browser, &house, &house.first("/echo?first")).await;
        let first = house.access_token("/echo");
        assert_eq!(house.last_reached("/echo").header("x-forwarded-user"), ["00udemogreta00000006"]);
        assert_eq!(house.last_reached("/echo").header("authorization"), [format!("Bearer {first}")]);
        assert!(house.last_reached("/echo").header("dpop").is_empty(), "the application trusts the gateway");
        assert_eq!(statuses(&house, &token_endpoint), [400, 200], "{server}: the nonce is learnt on the way");

        house.org().renew_proof_nonce();
        house.pass(Duration::from_secs(61 * 60));
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "{server}");
        let second = house.access_token("/echo");
        assert_ne!(first, second);
        assert_eq!(bound_to(&first), bound_to(&second), "{server}");
        assert_eq!(statuses(&house, &token_endpoint), [400, 200, 400, 200], "{server}");

        house.pass(Duration::from_secs(61 * 60));
        assert_eq!(browser.look(&house.first("/echo")).await.status, 200, "{server}");
        assert_eq!(statuses(&house, &token_endpoint), [400, 200, 400, 200, 200], "{server}: the nonce is remembered");

        let page = browser.open(&house.first("/.gatehouse/sign-out")).await;
        browser.submit(&page, &page.form("Sign out"), &[]).await;
        eventually("both tokens are revoked", || statuses(&house, &format!("{server}/revoke")) == [200, 200]).await;
    }
}

#[tokio::test]
async fn two_sessions_have_two_keys() {
    let house = house_at(CUSTOM, true).await;
    let mut keys = Vec::new();

    for _ in 0..2 {
        person("greta").reaches(&mut Browser::new(), &house, &house.first("/echo")).await;
        keys.push(bound_to(&house.access_token("/echo")));
    }

    assert_ne!(keys[0], keys[1]);
}

#[tokio::test]
async fn without_dpop_the_log_says_what_the_application_demands() {
    let log = Log::begin("info");
    let house = house_at(CUSTOM, false).await;
    let mut browser = Browser::new();

    let page = person("greta").opens(&mut browser, &house, &house.first("/echo")).await;

    assert!(page.status >= 400 && house.demo.application().requests().is_empty(), "{}", page.status);
    assert_eq!(statuses(&house, &format!("{CUSTOM}/token")), [400]);
    let errors = log.lines("ERROR");
    assert!(errors.iter().any(|line| line.contains("dpop: true")), "{errors:#?}");
}

#[tokio::test]
async fn tokens_that_the_server_does_not_bind_make_no_session() {
    let log = Log::begin("info");
    let house = house_at(CUSTOM, true).await;
    house.org().change_client(CLIENT, |client| client.switches.demands_proof = false);

    let page = person("greta").opens(&mut Browser::new(), &house, &house.first("/echo")).await;

    assert!(page.status >= 400 && house.demo.application().requests().is_empty(), "{}", page.status);
    assert!(log.text().contains("although a key was shown to bind it to"), "{}", log.text());
}
