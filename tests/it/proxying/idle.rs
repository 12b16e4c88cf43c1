//! Which requests keep a session alive.

use std::sync::Arc;
use std::time::Duration;

use gatehouse::config::Access;
use gatehouse::proxy::Limits;

use crate::support::application::Application;
use crate::support::gateway::{TestGateway, config, route};

/// The last status of as many requests as outlast the idle time, if each of them is one of these.
async fn status_after_idle_time(method: &str, lines: &[&str]) -> u16 {
    let application = Application::start().await;
    let mut config = config(vec![route("/", Access::SignedIn, &application)]);
    Arc::get_mut(&mut config.sites[0]).expect("one holder").lifetimes.idle_timeout = Duration::from_secs(3);
    let gateway = TestGateway::with(config, Limits::default());
    let cookie = format!("Cookie: {}", gateway.sign_in("alice").await);
    let lines = [lines, &[&cookie]].concat();
    for _ in 0..5 {
        gateway.request(method, "/", &lines).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    gateway.request(method, "/", &lines).await.status
}

#[tokio::test]
async fn use_keeps_a_session_alive_and_what_a_browser_repeats_does_not() {
    let script = ["Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"];
    let stream = ["Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty", "Accept: text/event-stream"];

    let (read, write, reconnected, probed) = tokio::join!(
        status_after_idle_time("GET", &script),
        status_after_idle_time("DELETE", &script),
        status_after_idle_time("GET", &stream),
        status_after_idle_time("HEAD", &script),
    );

    assert_eq!((read, write), (200, 200));
    assert_eq!((reconnected, probed), (401, 401));
}
