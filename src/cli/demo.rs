//! `gatehouse demo`: an emulated org, a sample application and the gateway in one process.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use super::serve::{failed, start, until_signal};
use super::{CommandError, arguments, output, runtime};
use crate::config;
use crate::demo::{Account, Demo, Gallery, GatewayPorts, Options};
use crate::endpoints::catalogue::Catalogue;

/// Runs the demo until a signal ends it.
pub(super) fn run(asked: &arguments::Demo) -> Result<(), CommandError> {
    runtime::block_on(run_until_signal(asked))
}

async fn run_until_signal(asked: &arguments::Demo) -> Result<(), CommandError> {
    let ports = GatewayPorts { listener: choose(asked.port)?, admin: choose(0)? };
    let [org, application] =
        [asked.org_port, asked.application_port].map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let options = Options { org, application, gallery: Some(gallery()), ..Options::default() };
    let demo = Demo::start(options).await.map_err(failed)?;
    // The demo's file has no name anybody could open; a fault in it is ours.
    let config = config::parse(&demo.configuration(ports), Path::new("demo.yaml"), &|_| None)?;
    let gateway = start(&config)?;
    output::data(&welcome(&demo, ports))?;
    until_signal().await?;
    drop(gateway);
    Ok(())
}

/// Every page of the gateway in every state.
fn gallery() -> Gallery {
    let catalogue = Catalogue::of_nobody(&[]);
    Arc::new(move |path| catalogue.file(path).map(|file| (file.headers, file.bytes)))
}

/// A port that is free now; the sites' addresses must be known before the gateway listens.
fn choose(port: u16) -> Result<u16, CommandError> {
    if port != 0 {
        return Ok(port);
    }
    let free = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).and_then(|socket| socket.local_addr());
    free.map(|address| address.port()).map_err(failed)
}

fn welcome(demo: &Demo, ports: GatewayPorts) -> String {
    let GatewayPorts { listener: port, admin } = ports;
    let accounts = Demo::accounts();
    let login = widest(accounts.iter().map(|account| account.login));
    let password = widest(accounts.iter().map(shown_password));
    let mut text = format!(
        "\nGatehouse demo\n\n\
         \x20 Open   http://localhost:{port}/    user name first (confidential client, custom authorization server)\n\
         \x20        http://127.0.0.1:{port}/    user name and password together (public client, the org's own server)\n\
         \x20        http://app.localhost:{port}/    everything a first page can offer: sign-up, unlocking, other providers, passkeys\n\
         \x20 Codes  {}\n\
         \x20 Pages  {}\n\
         \x20 Admin  http://127.0.0.1:{admin}/readyz and /metrics\n\
         \x20 Org    {}    for a gateway of your own; the README has its configuration\n\
         \x20 App    {}    behind the gateway\n\n\
         \x20 {:login$}  {:password$}  What it shows\n",
        demo.inbox_url(),
        demo.gallery_url(),
        demo.org_url(),
        demo.application_url(),
        "Account",
        "Password",
    );
    for account in accounts {
        let (name, secret, shows) = (account.login, shown_password(account), account.shows);
        text.push_str(&format!("  {name:login$}  {secret:password$}  {shows}\n"));
    }
    text.push_str("\nCtrl-C ends it; nothing is kept.\n");
    text
}

fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or_default()
}

fn shown_password(account: &Account) -> &str {
    account.password.unwrap_or("none")
}
