//! A gateway with as many people signed in as one likes: `scripts/bench` measures what each of them costs.
//!
//!     full_house CONFIG SESSIONS COOKIES
//!
//! Serves like `gatehouse serve` and writes the `Cookie` values of up to ten thousand of these sessions, which are at the first
//! site, into the file COOKIES. The file appears when all of them are there.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Duration;

use gatehouse::clock::Clock;
use gatehouse::config;
use gatehouse::endpoints::Endpoints;
use gatehouse::http_client::HttpClient;
use gatehouse::oauth::{AccessToken, IdToken, RefreshToken, TokenSet};
use gatehouse::person::PersonContext;
use gatehouse::proxy::Gateway;
use gatehouse::telemetry::metrics::Metrics;
use serde_json::json;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const MOST_COOKIES: usize = 10_000;
/// What the three tokens of a session weigh together.
const TOKENS: [usize; 3] = [700, 250, 50];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [config, sessions, cookies] = &arguments[..] else {
        return Err("usage: full_house CONFIG SESSIONS COOKIES".into());
    };
    let text = fs::read_to_string(config)?;
    let config = config::parse(&text, Path::new(config), &|_| None).map_err(|faults| faults.to_string())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(&config, sessions.parse()?, Path::new(cookies)))
}

async fn serve(config: &config::Config, sessions: usize, cookies: &Path) -> Result<(), Box<dyn Error>> {
    gatehouse::tls::install_provider();
    let clock = Clock::system();
    let endpoints = Endpoints::new(config, clock.clone(), &HttpClient::new()?)?;
    let gateway = Gateway::start(config, endpoints.clone(), &Metrics::new(), clock.clone())?;
    let site = endpoints.site(0);
    let mut lines = String::new();
    let stride = sessions.div_ceil(MOST_COOKIES);
    for number in 0..sessions {
        let tokens = tokens(number, &clock)?;
        let made = endpoints.sessions().create(site.home(), tokens, &PersonContext::nobody()).await;
        let (value, _) = made.map_err(|_| "a session could not be made")?;
        if number % stride == 0 {
            lines.push_str(&format!("{}={}\n", site.names().session(), value.expose()));
        }
    }
    let unfinished = cookies.with_extension("unfinished");
    fs::write(&unfinished, lines)?;
    fs::rename(unfinished, cookies)?;
    std::future::pending::<()>().await;
    drop(gateway);
    Ok(())
}

fn tokens(number: usize, clock: &Clock) -> Result<TokenSet, serde_json::Error> {
    let claims = json!({
        "sub": format!("00u{number:017}"), "email": null, "email_verified": false,
        "preferred_username": format!("person.{number}@example.com"), "name": null, "groups": ["Everyone"], "acr": null,
        "amr": [], "auth_time": null, "sid": null,
    });
    let [access, id, refresh] = TOKENS;
    Ok(TokenSet {
        access_token: AccessToken::new("a".repeat(access)),
        refresh_token: Some(RefreshToken::new("r".repeat(refresh))),
        id_token: IdToken::new("i".repeat(id)),
        claims: serde_json::from_value(claims)?,
        expires_at: clock.now().plus(DAY),
        obtained_at: clock.now(),
        proof_key: None,
    })
}
