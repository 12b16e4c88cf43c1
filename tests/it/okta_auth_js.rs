//! The emulated org satisfies a client that we did not write: Okta's own, in Node.

use std::path::Path;
use std::process::Command;

use gatehouse::demo::{Demo, Options};

const CLIENT: &str = "public-identifier-first";
const REDIRECT_URI: &str = "http://127.0.0.1:9/callback";

#[tokio::test]
async fn the_published_client_signs_in_to_the_emulated_org() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/okta-auth-js");
    assert!(
        directory.join("node_modules").is_dir(),
        "the published client is not installed under tests/okta-auth-js; run ./scripts/test, which installs it"
    );
    let demo = Demo::start(Options::default()).await.expect("the demo starts");
    demo.register_redirect_uri(CLIENT, REDIRECT_URI);

    let mut node = Command::new("node");
    node.args(["--test", "--test-timeout=20000"])
        .current_dir(directory)
        .env("ORG", demo.org_url())
        .env("CLIENT_ID", CLIENT)
        .env("REDIRECT_URI", REDIRECT_URI);
    let run = tokio::task::spawn_blocking(move || node.output())
        .await
        .expect("waiting for a process does not panic")
        .expect("Node.js is installed; run ./scripts/test, which installs it");

    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
}
