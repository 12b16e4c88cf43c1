//! The org says whose sessions it has ended, and nobody else can (OpenID Connect Back-Channel Logout 1.0).

use std::time::Duration;

use gatehouse::demo::org::{Fault, Flaw, LogoutBy, LogoutNotice, TokenKind};

use crate::support::browser::{Browser, Page};
use crate::support::house::{CUSTOM, House, eventually};
use crate::support::log::Log;
use crate::support::people::person;

const ADA: &str = "ada@example.com";
const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

async fn signed_in(house: &House, who: &str) -> Browser {
    let mut browser = Browser::new();
    person(who).reaches(&mut browser, house, &house.first("/echo")).await;
    browser
}

async fn is_signed_in(house: &House, browser: &mut Browser) -> bool {
    browser.look(&house.first("/echo")).await.status == 200
}

/// Posts a token as a server would, with more header lines; nothing of any browser goes along.
async fn post(uri: &str, token: &str, lines: &[(&str, &str)]) -> Page {
    let body = url::form_urlencoded::Serializer::new(String::new()).append_pair("logout_token", token).finish();
    let lines: Vec<_> = [FORM].into_iter().chain(lines.iter().copied()).collect();
    Browser::new().say("POST", uri, &lines, &body).await
}

/// The one token that the org would send for Ada.
fn notice(house: &House, by: LogoutBy) -> LogoutNotice {
    let notices = house.org().logout_notices(ADA, by);
    assert_eq!(notices.len(), 1, "{notices:?}");
    notices.into_iter().next().expect("one")
}

#[tokio::test]
async fn a_person_whose_sessions_the_org_ends_is_signed_out_everywhere_at_once() {
    let house = House::open().await;
    let (mut desk, mut phone) = (signed_in(&house, "ada").await, signed_in(&house, "ada").await);
    let mut greta = signed_in(&house, "greta").await;
    let token = house.access_token("/echo");

    let noticed = house.org().log_out(ADA, LogoutBy::Subject).await;

    assert_eq!(noticed.iter().map(|noticed| noticed.status).collect::<Vec<_>>(), [Some(200)]);
    assert!(!is_signed_in(&house, &mut desk).await && !is_signed_in(&house, &mut phone).await);
    assert!(is_signed_in(&house, &mut greta).await, "nobody else is meant");
    eventually("their tokens are revoked", || house.org().calls(&format!("{CUSTOM}/revoke")) == 4).await;
    assert!(house.userinfo(CUSTOM, &token).await.is_some(), "Greta's are not");
}

#[tokio::test]
async fn a_session_that_the_org_names_ends_alone() {
    for by in [LogoutBy::Session, LogoutBy::Both] {
        let house = House::open().await;
        let mut desk = signed_in(&house, "ada").await;
        let of_desk = notice(&house, by);
        let mut phone = signed_in(&house, "ada").await;

        let answer = post(&of_desk.uri, &of_desk.token, &[]).await;

        assert_eq!(answer.status, 200, "{by:?}");
        assert!(!is_signed_in(&house, &mut desk).await && is_signed_in(&house, &mut phone).await, "{by:?}");
    }
}

#[tokio::test]
async fn a_logout_needs_no_cookie_and_no_origin_and_its_answer_is_kept_by_nobody() {
    let house = House::open().await;
    let mut ada = signed_in(&house, "ada").await;
    let notice = notice(&house, LogoutBy::Subject);

    let answer = post(&notice.uri, &notice.token, &[("Origin", "https://org.example"), ("Accept", "*/*")]).await;

    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert!(answer.all("set-cookie").is_empty());
    assert!(!is_signed_in(&house, &mut ada).await);
}

#[tokio::test]
async fn a_logout_token_works_once() {
    let house = House::open().await;
    signed_in(&house, "ada").await;
    let notice = notice(&house, LogoutBy::Subject);
    assert_eq!(post(&notice.uri, &notice.token, &[]).await.status, 200);
    let mut again = signed_in(&house, "ada").await;

    let replayed = post(&notice.uri, &notice.token, &[]).await;

    assert_eq!(replayed.status, 400);
    assert!(is_signed_in(&house, &mut again).await);
    house.pass_at_gateway(Duration::from_secs(600));
    assert_eq!(post(&notice.uri, &notice.token, &[]).await.status, 400, "by now it is too old");
    assert!(is_signed_in(&house, &mut again).await);
}

#[tokio::test]
async fn of_two_at_once_one_is_the_first() {
    let house = House::open().await;
    let mut ada = signed_in(&house, "ada").await;
    let notice = notice(&house, LogoutBy::Subject);

    let (one, other) = tokio::join!(post(&notice.uri, &notice.token, &[]), post(&notice.uri, &notice.token, &[]));

    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400]);
    assert!(!is_signed_in(&house, &mut ada).await);
}

#[tokio::test]
async fn a_logout_token_with_any_flaw_is_refused_and_ends_nothing() {
    let house = House::open().await;
    let mut ada = signed_in(&house, "ada").await;

    for flaw in [
        Flaw::WrongSignature,
        Flaw::AlgNone,
        Flaw::PublicKeyAsSecret,
        Flaw::UnknownKey,
        Flaw::WrongIssuer,
        Flaw::WrongAudience,
        Flaw::WrongNonce,
        Flaw::Expired,
        Flaw::NotYetValid,
    ] {
        house.org().flaw(TokenKind::LogoutToken, flaw);
        let notice = notice(&house, LogoutBy::Both);
        let answer = post(&notice.uri, &notice.token, &[]).await;
        assert_eq!(answer.status, 400, "{flaw:?}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{flaw:?}");
        assert!(answer.body.contains("invalid_request") && !answer.body.contains("expected"), "{}", answer.body);
    }
    assert!(is_signed_in(&house, &mut ada).await);
}

#[tokio::test]
async fn what_is_no_logout_is_refused() {
    let house = House::open().await;
    let mut ada = signed_in(&house, "ada").await;
    let LogoutNotice { uri, token } = notice(&house, LogoutBy::Subject);
    let say = async |method: &str, content_type: &str, body: String| {
        Browser::new().say(method, &uri, &[("Content-Type", content_type)], &body).await
    };

    for body in [
        String::new(),
        "logout_token=".to_owned(),
        format!("token={token}"),
        format!("logout_token={token}&logout_token={token}"),
    ] {
        assert_eq!(say("POST", FORM.1, body.clone()).await.status, 400, "{body}");
    }
    let json = format!("{{\"logout_token\":\"{token}\"}}");
    assert_eq!(say("POST", "application/json", json).await.status, 415);
    assert_eq!(say("POST", FORM.1, format!("logout_token={token}&x={}", "x".repeat(80_000))).await.status, 413);
    let asked = Browser::new().say("GET", &format!("{uri}?logout_token={token}"), &[], "").await;
    assert_eq!((asked.status, asked.header("allow")), (405, Some("POST")));
    // An ID token is signed by the same keys.
    assert!(is_signed_in(&house, &mut ada).await);
}

#[tokio::test]
async fn where_the_operator_has_not_said_so_no_server_ends_sessions() {
    let house = House::configured(|yaml| yaml.replace("    backchannel_logout: true\n", "")).await;
    let mut ada = signed_in(&house, "ada").await;
    let notice = notice(&house, LogoutBy::Subject);

    assert_eq!(post(&notice.uri, &notice.token, &[]).await.status, 404);
    assert!(is_signed_in(&house, &mut ada).await);
}

#[tokio::test]
async fn a_token_that_cannot_be_checked_now_is_taken_later() {
    let house = House::open().await;
    let mut ada = signed_in(&house, "ada").await;
    house.org().rotate_keys().expect("a key");
    let notice = notice(&house, LogoutBy::Subject);
    house.org().fault(&format!("{CUSTOM}/keys"), Fault::BadGateway, 1);

    let answer = post(&notice.uri, &notice.token, &[]).await;

    assert_eq!((answer.status, answer.header("retry-after")), (503, Some("5")));
    assert!(is_signed_in(&house, &mut ada).await);
    house.pass_at_gateway(Duration::from_secs(31));
    assert_eq!(post(&notice.uri, &notice.token, &[]).await.status, 200);
    assert!(!is_signed_in(&house, &mut ada).await);
}

#[tokio::test]
async fn sites_that_share_a_client_end_their_sessions_together() {
    let house =
        House::configured(|yaml| yaml.replacen("authorization_server: org", "authorization_server: custom", 1)).await;
    house.demo.register_redirect_uri("0oademofieldnotes001", &house.second("/.gatehouse/callback"));
    let mut browser = signed_in(&house, "ada").await;
    let mut other = Browser::new();
    person("ada").reaches(&mut other, &house, &house.second("/echo")).await;
    let notice = notice(&house, LogoutBy::Subject);

    let answer = post(&house.second("/.gatehouse/backchannel-logout"), &notice.token, &[]).await;

    assert_eq!(answer.status, 200);
    assert!(!is_signed_in(&house, &mut browser).await);
    assert_eq!(other.look(&house.second("/echo")).await.status, 303);
    assert_eq!(post(&notice.uri, &notice.token, &[]).await.status, 400, "spent at one is spent at all");
}

#[tokio::test]
async fn a_flood_of_logouts_is_told_to_wait() {
    let house = House::open().await;
    let uri = house.first("/.gatehouse/backchannel-logout");

    let mut statuses = Vec::new();
    for _ in 0..700 {
        statuses.push(post(&uri, "a.b.c", &[]).await.status);
        if statuses.last() == Some(&429) {
            break;
        }
    }

    assert_eq!((statuses[0], statuses.last()), (400, Some(&429)));
    assert!(statuses.len() > 500);
}

#[tokio::test]
async fn no_log_holds_a_logout_token_and_the_operator_reads_what_became_of_it() {
    let log = Log::begin("trace");
    let house = House::open().await;
    signed_in(&house, "ada").await;
    let good = notice(&house, LogoutBy::Both);
    house.org().flaw(TokenKind::LogoutToken, Flaw::WrongAudience);
    let flawed = notice(&house, LogoutBy::Both);

    post(&flawed.uri, &flawed.token, &[]).await;
    post(&good.uri, &good.token, &[]).await;

    let text = log.whole().await;
    assert!(text.contains("Refused a logout token") && text.contains("somebody-else"), "{text}");
    assert!(text.contains("The authorization server ended sessions") && text.contains("count=1"));
    assert!(text.contains("/.gatehouse/backchannel-logout"));
    for token in [&good.token, &flawed.token] {
        assert!(!text.contains(token.rsplit_once('.').expect("parts").1), "a token is in the log");
    }
}
