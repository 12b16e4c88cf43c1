//! `gatehouse check`: what start-up would say about the configuration, and what it means.

mod first_step;

use std::path::Path;

use super::{CommandError, load, output, runtime, serve};
use crate::clock::Clock;
use crate::config::{Access, ClientAuthentication, Config, EndSession, HostPattern, ListenerSecurity, Route, Site};
use crate::endpoints::registration;
use crate::http_client::HttpClient;
use crate::oauth;
use crate::oauth::diagnosis::{self, Finding};

/// Lists every fault, or shows what the configuration says.
pub(super) fn run(file: &Path) -> Result<(), CommandError> {
    show(file).map(drop)
}

/// The same, and then asks each authorization server.
pub(super) fn run_online(file: &Path) -> Result<(), CommandError> {
    let config = show(file)?;
    runtime::block_on(ask_authorization_servers(&config))
}

fn show(file: &Path) -> Result<Config, CommandError> {
    let config = load(file)?;
    config.warnings.iter().for_each(|warning| output::words(&format!("warning: {warning}")));
    output::data(&summary(&config))?;
    Ok(config)
}

/// Each client is asked about once, however many sites share it: their redirect URIs differ, so each site counts.
async fn ask_authorization_servers(config: &Config) -> Result<(), CommandError> {
    let http = HttpClient::new().map_err(serve::failed)?;
    let mut text = String::new();
    let mut all_well = true;
    for site in &config.sites {
        let registration = registration::registration(site).map_err(serve::failed)?;
        let client = oauth::Client::new(registration, http.clone(), Clock::system());
        text.push_str(&format!("\n{} at {}\n", site.name, site.authorization_server.issuer));
        let diagnosis = diagnosis::diagnose(&client).await;
        let mut findings = diagnosis.findings;
        if let Some(handle) = diagnosis.interaction_handle {
            findings.extend(first_step::look_and_cancel(client.registration(), &http, &handle).await);
        }
        if site.authorization_server.client_authentication == ClientAuthentication::None {
            text.push_str(PUBLIC_CLIENT);
        }
        for finding in findings {
            all_well &= finding.ok;
            text.push_str(&finding_text(&finding));
        }
    }
    if all_well { output::data(&text) } else { Err(CommandError::Diagnosis(text)) }
}

/// Nothing is wrong, but mails of the org would lead to a page that cannot help.
const PUBLIC_CLIENT: &str = "  note  The client is public\n        Sign-in works; links that activate an account need a client with a secret or a key.\n";

fn finding_text(finding: &Finding) -> String {
    let mark = if finding.ok { "ok  " } else { "FAIL" };
    let mut text = format!("  {mark}  {}\n        {}\n", finding.what, finding.meaning);
    if !finding.remedy.is_empty() {
        text.push_str(&format!("        To do: {}\n", finding.remedy));
    }
    text
}

fn summary(config: &Config) -> String {
    let mut text = String::from("Listeners\n");
    for listener in &config.listeners {
        let security = match &listener.security {
            ListenerSecurity::LoopbackOnly => "plain HTTP, this machine only".to_owned(),
            ListenerSecurity::Tls { certificate, .. } => format!("TLS with {}", certificate.display()),
            ListenerSecurity::TerminatedBy(fronts) => {
                let fronts: Vec<String> = fronts.iter().map(ToString::to_string).collect();
                format!("TLS ended by {}", fronts.join(", "))
            }
        };
        text.push_str(&format!("  {}  {security}\n", listener.address));
    }
    if let Some(admin) = &config.admin {
        text.push_str(&format!("  {}  health and metrics\n", admin.address));
    }
    config.sites.iter().for_each(|site| text.push_str(&site_summary(site)));
    text
}

fn site_summary(site: &Site) -> String {
    let server = &site.authorization_server;
    let host = match &site.host {
        HostPattern::Any => "every other host",
        HostPattern::Exact(host) => host,
    };
    let client = match server.client_authentication {
        ClientAuthentication::None => "public",
        _ => "confidential",
    };
    let mut text = format!(
        "\n{}: {} ({host})\n  issuer        {}\n  client        {} ({client})\n  redirect URI  {}\n",
        site.name,
        site.public_url.as_str(),
        server.issuer,
        server.client_id,
        site.redirect_uri(),
    );
    if server.end_session != EndSession::Never {
        text.push_str(&format!("  sign-out URI  {}\n", site.post_logout_redirect_uri()));
    }
    if server.backchannel_logout {
        text.push_str(&format!("  logout URI    {}\n", site.backchannel_logout_uri()));
    }
    let rows: Vec<[String; 4]> = site.routes.iter().map(|route| row(route)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let (path, methods, access) = (width(0), width(1), width(2));
    for row in &rows {
        text.push_str(&format!("  {:path$}  {:methods$}  {:access$}  {}\n", row[0], row[1], row[2], row[3]));
    }
    if site.routes.iter().all(|route| route.path != "/" || route.methods.is_some()) {
        text.push_str("  everything else gets 404\n");
    }
    text
}

fn row(route: &Route) -> [String; 4] {
    let methods = route.methods.as_ref().map_or_else(
        || "all".to_owned(),
        |methods| methods.iter().map(http::Method::as_str).collect::<Vec<_>>().join(","),
    );
    let access = match route.access {
        Access::Public => "public",
        Access::Optional => "optional",
        Access::SignedIn => "signed in",
    };
    let scheme = if route.upstream.tls { "https" } else { "http" };
    [route.path.clone(), methods, access.to_owned(), format!("{scheme}://{}", route.upstream.authority())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_shows_each_site_with_its_routes_as_they_are_tried() {
        let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/config/behind-a-load-balancer.yaml"));
        let text = std::fs::read_to_string(file).expect("the example is readable");
        let text = text.replace("{ file: /run/secrets/okta-client-secret }", "{ value: hunter2 }");
        let environment = |_: &str| Some(crate::random::token());
        let config = crate::config::parse(&text, file, &environment).unwrap_or_else(|faults| panic!("{faults}"));

        let summary = summary(&config);

        insta::assert_snapshot!(summary, @r"
        Listeners
          0.0.0.0:8080  TLS ended by 10.20.0.0/16, fd00:20::/64
          0.0.0.0:9180  health and metrics

        Payroll: https://payroll.example.com (payroll.example.com)
          issuer        https://example.okta.com/oauth2/default
          client        0oa1ab2cd3 (confidential)
          redirect URI  https://payroll.example.com/.gatehouse/callback
          /  all  signed in  http://payroll.internal:8080

        Holidays: https://holidays.example.com (holidays.example.com)
          issuer        https://example.okta.com/oauth2/default
          client        0oa1ab2cd3 (confidential)
          redirect URI  https://holidays.example.com/.gatehouse/callback
          /events  all  signed in  https://holidays.internal:8443
          /        all  signed in  https://holidays.internal:8443
        ");
    }
}
