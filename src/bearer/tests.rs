//! Verdicts within bounds, and questions that are asked once, with the demo's org.

use std::net::IpAddr;
use std::time::Duration;

use super::*;
use crate::buckets::TooMany;
use crate::clock::{Clock, Timestamp};
use crate::config::Bearer;
use crate::demo::org::{Client as Registered, Fault, Org};
use crate::http_client::HttpClient;
use crate::oauth::{Client, ClientAuthentication, ClientId, ClientSecret, Issuer, Registration, Scope};
use crate::person::PersonContext;

const ADDRESS: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(203, 0, 113, 7));
const TOOL: &str = "post-only";
const INTROSPECT: &str = "/oauth2/v1/introspect";

/// An org on loopback, and the tokens of one of its servers as a site takes them.
struct House {
    org: Org,
    clock: Clock,
    verdicts: std::sync::Arc<Verdicts>,
    site: std::sync::Arc<SiteTokens>,
    server: tokio::task::JoinHandle<()>,
    issuer_path: &'static str,
}

impl House {
    async fn new(issuer_path: &'static str) -> Self {
        crate::tls::install_provider();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let org = Org::new(&base, Registered::defaults()).expect("keys");
        let router = org.router();
        let server = tokio::spawn(async move { axum::serve(listener, router).await.expect("it serves") });
        let secret = ClientSecret::new("demo-secret-that-protects-nothing");
        let registration = Registration {
            issuer: Issuer::parse(&format!("{base}{issuer_path}")).expect("an issuer"),
            client_id: ClientId::new("0oademofieldnotes001"),
            client_authentication: ClientAuthentication::ClientSecretPost(secret),
            scopes: Scope::list("openid"),
            audience: (!issuer_path.is_empty()).then(|| "api://default".to_owned()),
            introspect_every: issuer_path.is_empty().then_some(Duration::from_secs(60)),
            dpop: false,
            redirect_uri: "http://app.test/.gatehouse/callback".parse().expect("a URL"),
        };
        let clock = Clock::adjustable();
        let client = Client::new(registration, HttpClient::new().expect("a client"), clock.clone());
        let verdicts = Verdicts::new(clock.clone());
        let site = SiteTokens::new("http://app.test", client, verdicts.clone(), clock.clone());
        Self { org, clock, verdicts, site, server, issuer_path }
    }

    fn route(&self) -> RouteTokens {
        self.site.of_route(&Bearer { client_ids: vec![TOOL.to_owned()], scopes: Vec::new() })
    }

    fn token(&self) -> String {
        let answer = self.org.tokens_for(TOOL, self.issuer_path, Some("ada@example.com"), &["openid"]);
        answer["access_token"].as_str().expect("a token").to_owned()
    }

    fn asked(&self) -> usize {
        self.org.calls(INTROSPECT)
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn judge(tokens: &RouteTokens, token: &str) -> Verdict {
    tokens.judge(token, ADDRESS, PersonContext::nobody).await
}

#[tokio::test]
async fn what_is_known_costs_no_question_and_shares_what_was_rendered() {
    for issuer_path in ["", "/oauth2/default"] {
        let house = House::new(issuer_path).await;
        let (tokens, token) = (house.route(), house.token());

        let (first, second) = (judge(&tokens, &token).await, judge(&tokens, &token).await);

        let (Verdict::Good(first), Verdict::Good(second)) = (first, second) else { panic!("it is good") };
        assert!(std::sync::Arc::ptr_eq(&first, &second));
        assert!(std::sync::Arc::ptr_eq(&first.upstream_headers(), &second.upstream_headers()));
        assert_eq!(first.subject(), "00udemoada0000000001");
        assert_eq!(house.asked(), usize::from(issuer_path.is_empty()));
        assert!(!format!("{first:?} {:?}", house.verdicts).contains(&token));
    }
}

#[tokio::test]
async fn a_flood_of_bad_tokens_pushes_no_good_one_out_and_is_forgotten_within_bounds() {
    let house = House::new("/oauth2/default").await;
    let (tokens, token) = (house.route(), house.token());
    assert!(matches!(judge(&tokens, &token).await, Verdict::Good(_)));

    for index in 0..60_000 {
        let verdict = judge(&tokens, &format!("at-random-{index}")).await;
        assert!(matches!(verdict, Verdict::Refused(_)), "{verdict:?}");
    }

    let (good, bad) = house.verdicts.counts();
    assert_eq!(good, 1);
    assert!((1..=50_000).contains(&bad), "{bad}");
    assert!(matches!(judge(&tokens, &token).await, Verdict::Good(_)));
}

#[tokio::test]
async fn a_question_goes_on_when_whoever_asked_first_has_left() {
    let house = House::new("").await;
    house.org.fault(INTROSPECT, Fault::Delay(300), 1);
    let (tokens, token) = (house.route(), house.token());

    let first = tokio::time::timeout(Duration::from_millis(50), judge(&tokens, &token)).await;
    let second = judge(&tokens, &token).await;

    assert!(first.is_err(), "it left");
    assert!(matches!(second, Verdict::Good(_)));
    assert_eq!(house.asked(), 1);
}

#[tokio::test]
async fn a_verdict_of_a_rule_serves_no_other() {
    let house = House::new("").await;
    let token = house.token();
    let stricter = house.site.of_route(&Bearer { client_ids: vec![TOOL.to_owned()], scopes: vec!["x".to_owned()] });
    let of_others = house.site.of_route(&Bearer { client_ids: vec!["0oaother".to_owned()], scopes: Vec::new() });

    assert!(matches!(judge(&house.route(), &token).await, Verdict::Good(_)));

    assert!(judge(&stricter, &token).await.lacks_scope());
    let refused = judge(&of_others, &token).await;
    assert!(matches!(refused, Verdict::Refused(_)) && !refused.lacks_scope());
}

#[tokio::test]
async fn an_outage_is_no_verdict_and_ends_none() {
    let house = House::new("").await;
    let (tokens, token) = (house.route(), house.token());
    house.org.fault(INTROSPECT, Fault::InternalError, 1);

    let unknown = judge(&tokens, &token).await;

    assert!(matches!(unknown, Verdict::Unknown(Some(_))), "{unknown:?}");
    assert_eq!(house.verdicts.counts(), (0, 0));
    assert!(matches!(judge(&tokens, &token).await, Verdict::Good(_)));
    house.clock.advance(Duration::from_secs(60));
    house.org.fault(INTROSPECT, Fault::InternalError, 1);
    assert!(matches!(judge(&tokens, &token).await, Verdict::Unknown(Some(_))));
    assert!(house.verdicts.counts().0 == 1, "it was good when it was last judged");
}

#[tokio::test]
async fn whoever_sends_too_many_new_tokens_is_told_when_one_more_may_come() {
    let house = House::new("").await;
    let (tokens, token) = (house.route(), house.token());
    assert!(matches!(judge(&tokens, &token).await, Verdict::Good(_)));

    let mut last = None;
    for index in 0..200 {
        if let Verdict::TooMany(refused) = judge(&tokens, &format!("at-random-{index}")).await {
            last = Some(refused);
        }
    }

    assert!(matches!(last, Some(TooMany { retry_after }) if retry_after >= Duration::from_secs(1)));
    assert!(house.asked() < 80, "{}", house.asked());
    let elsewhere = tokens.judge("from-elsewhere", [198, 51, 100, 1].into(), PersonContext::nobody).await;
    assert!(matches!(elsewhere, Verdict::Refused(_)), "{elsewhere:?}");
}

#[tokio::test]
async fn a_clock_that_was_set_back_makes_no_verdict_last() {
    let house = House::new("/oauth2/default").await;
    let (tokens, token) = (house.route(), house.token());
    let Verdict::Good(caller) = judge(&tokens, &token).await else { panic!("it is good") };
    let now = house.clock.now();

    assert!(caller.is_believed(now) && caller.is_believed(now.plus(Duration::from_secs(299))));
    assert!(!caller.is_believed(now.plus(Duration::from_secs(301))));
    assert!(!caller.is_believed(Timestamp::from_unix(now.as_unix() - 10)));
    assert!(!caller.is_believed(caller.ends_at()));
}
