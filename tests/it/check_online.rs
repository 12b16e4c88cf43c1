//! `gatehouse check --online` against an org in which an administrator forgot one switch or another.

use std::process::{Command, Output};

use crate::support::client_key::ClientKey;
use gatehouse::demo::org::Fault;
use gatehouse::demo::{Demo, GatewayPorts, Options};

const PORTS: GatewayPorts = GatewayPorts { listener: 8080, admin: 9180 };

/// Runs the check over the demo's configuration with that change.
async fn check(demo: &Demo, change: impl FnOnce(String) -> String) -> Output {
    let yaml = change(demo.configuration(PORTS));
    // The demo answers on this very runtime, so waiting for the program must not block it.
    let check = tokio::task::spawn_blocking(move || {
        let place = tempfile::tempdir().expect("a temporary directory");
        let file = place.path().join("gatehouse.yaml");
        std::fs::write(&file, yaml).expect("a file");
        Command::new(env!("CARGO_BIN_EXE_gatehouse"))
            .args(["check", "--online", "--config"])
            .arg(&file)
            .env_remove("GATEHOUSE_LOG")
            .output()
            .expect("the program starts")
    });
    check.await.expect("no panic")
}

fn words(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn demo() -> Demo {
    Demo::start(Options::default()).await.expect("the demo starts")
}

/// The configuration with another client at the first server.
fn as_client(id: &str) -> impl FnOnce(String) -> String {
    move |yaml: String| yaml.replacen("0oademofieldnotes001", id, 1)
}

fn register(demo: &Demo, client: &str) {
    demo.register_redirect_uri(client, "http://localhost:8080/.gatehouse/callback");
}

#[tokio::test]
async fn a_healthy_org_is_called_so() {
    let demo = demo().await;

    let output = check(&demo, |yaml| yaml).await;

    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    assert!(!words(&output).contains("FAIL"));
    assert_eq!(words(&output).matches("Interact: begun").count(), 3);
    assert_eq!(words(&output).matches("First step: offered").count(), 3);
    let of_the_public_client = "note The client is public Sign-in works; links that activate an account need";
    assert_eq!(words(&output).matches(of_the_public_client).count(), 1, "{}", words(&output));
    assert!(!words(&output).contains("demo-secret-that-protects-nothing"));
}

#[tokio::test]
async fn a_client_that_may_not_ask_about_its_tokens_is_told_where_the_gateway_relies_on_it() {
    let demo = demo().await;
    let off = |yaml: String| yaml.replace("scopes:", "introspect_every: off\n    scopes:");

    let well = words(&check(&demo, |yaml| yaml).await);
    demo.org().fault("/oauth2/v1/introspect", Fault::AccessDenied, 2);
    let refused = check(&demo, |yaml| yaml).await;
    let not_asked = words(&check(&demo, off).await);

    assert_eq!(well.matches("Token introspection: answered").count(), 2, "signed tokens are not asked about: {well}");
    assert_eq!(refused.status.code(), Some(2), "{}", words(&refused));
    assert!(words(&refused).contains("or set introspect_every: off"), "{}", words(&refused));
    assert!(!not_asked.contains("introspection") && !not_asked.contains("FAIL"), "{not_asked}");
}

#[tokio::test]
async fn what_is_wrong_is_said_once_and_not_logged_as_well() {
    let demo = demo().await;
    // Nobody listens there.
    let elsewhere = |yaml: String| yaml.replace(&demo.org_url(), "http://127.0.0.1:9");

    let output = check(&demo, elsewhere).await;

    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(errors.contains("FAIL  ") && !errors.contains(" WARN ") && !errors.contains("ERROR"), "{errors}");
}

#[tokio::test]
async fn every_refusal_of_the_org_names_the_switch_to_flip() {
    let demo = demo().await;
    for (client, remedy) in [
        ("feature-off", "Settings > Account > Embedded widget sign-in support > Interaction Code"),
        ("grant-missing", "General Settings > Grant type > Interaction Code"),
        ("refresh-missing", "offline_access needs the grant Refresh Token"),
        ("deactivated", "The client is unknown"),
        ("nobody-by-that-name", "Compare client_id and client_secret"),
        ("basic-only", "it must present the secret in another way"),
    ] {
        register(&demo, client);
        let output = check(&demo, as_client(client)).await;

        assert_eq!(output.status.code(), Some(2), "{client}: {}", words(&output));
        assert!(words(&output).contains(remedy), "{client}: {}", words(&output));
        assert_eq!(words(&output).matches("FAIL").count(), 1, "{client}: {}", words(&output));
    }
}

#[tokio::test]
async fn a_client_works_in_the_way_it_is_registered() {
    let demo = demo().await;
    for (client, authentication) in [
        ("post-only", "client_secret_post"),
        ("basic-only", "client_secret_basic"),
        ("secret-jwt-only", "client_secret_jwt"),
    ] {
        register(&demo, client);
        let output = check(&demo, |yaml| {
            let yaml = as_client(client)(yaml);
            yaml.replacen("    scopes:", &format!("    client_authentication: {authentication}\n    scopes:"), 1)
        });

        let output = output.await;

        assert_eq!(output.status.code(), Some(0), "{client}: {}", words(&output));
    }
}

#[tokio::test]
async fn a_client_with_a_key_is_told_what_its_registration_lacks() {
    let demo = demo().await;
    let (client, key, another) = ("private-key-jwt-only", ClientKey::curve(), ClientKey::curve());
    register(&demo, client);
    let with_key = |yaml: String| {
        let yaml = as_client(client)(yaml);
        let secret = "    client_secret: { value: \"demo-secret-that-protects-nothing\" }\n";
        assert!(yaml.contains(secret), "{yaml}");
        yaml.replacen(secret, &key.lines(), 1)
    };

    let output = check(&demo, with_key).await;
    assert_eq!(output.status.code(), Some(2), "{}", words(&output));
    assert!(words(&output).contains("set private_key.key_id to the KID"), "{}", words(&output));

    demo.org().register_public_key(client, another.public.clone());
    let output = check(&demo, with_key).await;
    assert!(words(&output).contains("not the other half of private_key"), "{}", words(&output));

    demo.org().change_client(client, |client| client.public_keys = vec![key.public.clone()]);
    let output = check(&demo, with_key).await;
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
}

#[tokio::test]
async fn a_wrong_secret_is_told_without_showing_it() {
    let demo = demo().await;

    let output = check(&demo, |yaml| yaml.replace("demo-secret-that-protects-nothing", "a-wrong-secret")).await;

    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("its secret is wrong"), "{}", words(&output));
    assert!(!words(&output).contains("a-wrong-secret"));
}

#[tokio::test]
async fn a_secret_that_is_not_configured_is_missed() {
    let demo = demo().await;

    let output = check(&demo, |yaml| {
        let lines = yaml.lines().filter(|line| !line.contains("client_secret"));
        lines.map(|line| format!("{line}\n")).collect()
    })
    .await;

    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("it is a confidential client and no secret is configured"), "{}", words(&output));
}

#[tokio::test]
async fn a_redirect_uri_that_is_not_registered_is_printed_to_be_copied() {
    let demo = demo().await;

    let output =
        check(&demo, |yaml| yaml.replace("public_url: http://localhost:8080", "public_url: http://localhost:8081"))
            .await;

    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("Add exactly http://localhost:8081/.gatehouse/callback"), "{}", words(&output));
}

#[tokio::test]
async fn a_server_without_a_policy_or_that_is_not_there_is_told_apart() {
    let demo = demo().await;
    for (server, meaning) in [
        ("no-policy", "No access policy of the authorization server has a rule"),
        ("not-there", "The org has no such authorization server or endpoint."),
    ] {
        let output = check(&demo, |yaml| yaml.replace("/oauth2/default", &format!("/oauth2/{server}"))).await;

        assert_eq!(output.status.code(), Some(2), "{server}");
        assert!(words(&output).contains(meaning), "{server}: {}", words(&output));
    }
}

#[tokio::test]
async fn a_policy_without_a_fitting_rule_is_seen_although_the_interaction_begins() {
    let demo = demo().await;

    let output = check(&demo, |yaml| yaml.replace("/oauth2/default", "/oauth2/no-rule")).await;

    let words = words(&output);
    assert_eq!(output.status.code(), Some(2), "{words}");
    assert_eq!(words.matches("FAIL").count(), 1, "{words}");
    assert!(words.contains("FAIL First step: idx.error.code.no_matching_policy"), "{words}");
    assert!(words.contains("Access Policies; the rule must list the grant Interaction Code"), "{words}");
    assert_eq!(demo.org().calls("/idp/idx/cancel"), 3, "even what has failed is given up");
}

#[tokio::test]
async fn an_identity_engine_that_fails_is_told_beside_what_is_well() {
    let demo = demo().await;
    demo.org().fault("/idp/idx/introspect", Fault::BadGateway, 1);

    let output = check(&demo, |yaml| yaml).await;

    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("FAIL First step: status 502"), "{}", words(&output));
    assert_eq!(words(&output).matches("First step: offered").count(), 2);
}

#[tokio::test]
async fn nothing_that_the_check_began_stays_open_and_nobody_is_said_to_stand_behind_it() {
    let demo = demo().await;

    check(&demo, |yaml| yaml).await;

    let calls = demo.org().recorded_calls();
    let answers = |end: &str| calls.iter().filter(|call| call.path.ends_with(end) && call.status == Some(200)).count();
    assert_eq!((answers("/interact"), answers("/idx/introspect"), answers("/idx/cancel")), (3, 3, 3));
    assert!(calls.iter().all(|call| call.forwarded_for.is_none() && call.device_token.is_none()), "{calls:?}");
}

#[tokio::test]
async fn a_scope_that_the_server_does_not_know_is_told() {
    let demo = demo().await;

    let output = check(&demo, |yaml| yaml.replacen("[openid, profile,", "[openid, timesheets,", 1)).await;

    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("A scope is unknown to this authorization server"), "{}", words(&output));
}

#[tokio::test]
async fn an_org_that_is_not_there_is_told_with_its_address() {
    let demo = demo().await;
    let org = demo.org_url();
    let yaml = demo.configuration(PORTS);
    let other = self::demo().await;
    let nowhere = other.org_url();
    drop(other);

    let output = check(&demo, |_| yaml.replace(&org, &nowhere)).await;

    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains(&format!("{nowhere} cannot be reached")), "{}", words(&output));
}
