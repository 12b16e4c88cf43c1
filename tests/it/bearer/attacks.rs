//! Tokens that must open nothing, and headers that must not be misread.

use gatehouse::demo::org::{Flaw, TokenKind};

use crate::support::browser::{Browser, NAVIGATION};
use crate::support::house::{CUSTOM, House};
use crate::support::log::Log;
use crate::support::programs::{
    OF_CUSTOM, OF_ORG, TOOL, access_token, call, house_for_programs, introspections, say, token_for_ada,
    token_of_service,
};

const INVALID: &str = "Bearer error=\"invalid_token\"";

/// The token opens nothing, for nobody, and nothing of the reason comes back.
async fn assert_opens_nothing(house: &House, url: &str, token: &str, case: &str) {
    for _ in 0..2 {
        let bearer = format!("Bearer {token}");
        let lines: Vec<_> = NAVIGATION.into_iter().chain([("Authorization", bearer.as_str())]).collect();
        for answer in [call(url, token).await, Browser::new().say("GET", url, &lines, "").await] {
            assert_eq!(
                (answer.status, answer.all("www-authenticate")),
                (401, vec![INVALID]),
                "{case}: {}",
                answer.body
            );
            assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{case}");
            assert!(answer.redirect().is_none() && answer.all("set-cookie").is_empty(), "{case}");
            assert!(answer.body.contains("the access token is not good here"), "{case}: {}", answer.body);
        }
    }
    assert!(house.demo.application().requests().is_empty(), "{case}");
}

#[tokio::test]
async fn threat_53_no_flawed_token_of_a_custom_server_opens_anything() {
    let log = Log::begin("info");
    let house = house_for_programs().await;
    let flaws = [
        (Flaw::WrongSignature, "signature"),
        (Flaw::AlgNone, "algorithm"),
        (Flaw::PublicKeyAsSecret, "algorithm"),
        (Flaw::WrongIssuer, "issuer"),
        (Flaw::WrongAudience, "audience"),
        (Flaw::WrongClient, "issued to client"),
        (Flaw::Expired, "expired"),
        (Flaw::WithoutEnd, "no claim exp"),
        (Flaw::NotYetValid, "nbf"),
        (Flaw::UnknownKey, "key"),
        (Flaw::Bound, "bound to a key"),
    ];

    for (flaw, reason) in flaws {
        log.turn_page();
        house.org().flaw(TokenKind::AccessToken, flaw);
        let token = token_for_ada(&house, OF_CUSTOM, &["openid"]);

        assert_opens_nothing(&house, &house.first("/echo/api"), &token, &format!("{flaw:?}")).await;

        let lines = log.lines("Refused an access token");
        assert!(lines.iter().any(|line| line.contains(reason)), "{flaw:?}: {lines:?}");
    }
}

#[tokio::test]
async fn threat_53_only_access_tokens_of_named_clients_and_of_the_sites_own_server_open_anything() {
    let house = house_for_programs().await;
    let org = house.org();
    let tokens = org.tokens_for(TOOL, OF_CUSTOM, Some("ada@example.com"), &["openid", "profile", "email"]);
    let id_token = tokens["id_token"].as_str().expect("an ID token");
    let of = |client: &str, issuer: &str| {
        access_token(&org.tokens_for(client, issuer, Some("ada@example.com"), &["openid"]))
    };
    let cases = [
        ("an ID token", id_token.to_owned()),
        ("the site's own client", of("0oademofieldnotes001", OF_CUSTOM)),
        ("a client that is not named", of("basic-only", OF_CUSTOM)),
        ("another custom server with the same keys and audience", of(TOOL, "/oauth2/no-rule")),
        ("the org's own server", of(TOOL, OF_ORG)),
        ("nothing that any server issued", "bad".to_owned()),
        ("too much of it", "x".repeat(17_000)),
    ];

    for (case, token) in cases {
        assert_opens_nothing(&house, &house.first("/echo/api"), &token, case).await;
    }
    assert_eq!(introspections(&house), 0);
}

#[tokio::test]
async fn threat_7_a_token_of_one_server_opens_nothing_at_a_site_of_another_before_or_after_it_is_known() {
    let house = house_for_programs().await;
    let (custom, own) = (token_for_ada(&house, OF_CUSTOM, &["openid"]), token_for_ada(&house, OF_ORG, &["openid"]));
    let (first, second) = (house.first("/echo/api"), house.second("/echo/api"));

    for _ in 0..2 {
        assert_eq!(call(&second, &custom).await.status, 401);
        assert_eq!(call(&first, &own).await.status, 401);
        assert_eq!(call(&first, &custom).await.status, 200);
        assert_eq!(call(&second, &own).await.status, 200);
    }
}

#[tokio::test]
async fn threat_6_what_is_known_of_a_token_on_one_route_opens_no_stricter_one() {
    let house = house_for_programs().await;
    let custom = token_of_service(&house, "reports.read").await;
    let own = token_for_ada(&house, OF_ORG, &["openid", "okta.users.read"]);

    for _ in 0..2 {
        for (token, at) in [(&custom, house.first("")), (&own, house.second(""))] {
            assert_eq!(call(&format!("{at}/echo/api"), token).await.status, 200);
            assert_eq!(call(&format!("{at}/echo/read"), token).await.status, 200);
            assert_eq!(call(&format!("{at}/echo/write"), token).await.status, 403);
        }
    }
    assert!(house.reached("/echo/write").is_empty());
}

#[tokio::test]
async fn threat_11_a_token_is_nothing_where_the_route_does_not_take_any() {
    let house = house_for_programs().await;
    let token = token_of_service(&house, "reports.read").await;

    assert_eq!(call(&house.first("/echo"), &token).await.status, 401);
    assert!(house.reached("/echo").is_empty());
    assert_eq!(call(&house.first("/public/echo"), &token).await.status, 200);
    assert!(house.last_reached("/public/echo").header("authorization").is_empty());
    let own = call(&house.first("/.gatehouse/session"), &token).await;
    let nobody = say(&house.first("/.gatehouse/session"), &[]).await;
    assert_eq!((own.status, own.body), (nobody.status, nobody.body), "the gateway's own paths take no tokens");
}

#[tokio::test]
async fn threat_22_a_token_counts_in_the_header_alone() {
    let house = house_for_programs().await;
    let token = token_of_service(&house, "reports.read").await;
    let url = house.first("/echo/api");
    let form = [("Content-Type", "application/x-www-form-urlencoded")];

    for parameter in ["access_token", "token", "bearer"] {
        let in_query = say(&format!("{url}?{parameter}={token}"), &[]).await;
        assert_eq!((in_query.status, in_query.all("www-authenticate")), (401, vec!["Bearer"]), "{parameter}");
    }
    let in_body = Browser::new().say("POST", &url, &form, &format!("access_token={token}")).await;
    assert_eq!(in_body.status, 401);
    for header in ["X-Forwarded-Access-Token", "X-Authorization", "Proxy-Authorization"] {
        let elsewhere = Browser::new().say("GET", &url, &[(header, &format!("Bearer {token}"))], "").await;
        assert_eq!(elsewhere.status, 401, "{header}");
    }
    assert!(house.demo.application().requests().is_empty());
}

#[tokio::test]
async fn a_header_that_can_be_read_in_two_ways_is_a_bad_request() {
    let house = house_for_programs().await;
    let token = token_of_service(&house, "reports.read").await;
    let (bearer, url) = (format!("Bearer {token}"), house.first("/echo/api"));

    let lines: [&[&str]; 5] =
        [&[&bearer, &bearer], &[&bearer, "Basic YTpi"], &["Basic YTpi", &bearer], &["Bearer"], &["bearer "]];
    for lines in lines {
        let answer = say(&url, lines).await;
        let challenge = answer.all("www-authenticate");
        assert_eq!((answer.status, challenge), (400, vec!["Bearer error=\"invalid_request\""]), "{lines:?}");
    }
    assert!(house.demo.application().requests().is_empty());
    for line in [format!("bearer {token}"), format!("BEARER  {token}")] {
        assert_eq!(say(&url, &[&line]).await.status, 200, "the scheme is known in any case");
    }
}

#[tokio::test]
async fn threat_54_tokens_that_name_keys_at_random_have_the_key_set_fetched_once_more_and_not_again() {
    let house = house_for_programs().await;
    let url = house.first("/echo/api");
    assert_eq!(call(&url, &token_of_service(&house, "reports.read").await).await.status, 200);
    let before = house.org().calls(&format!("{CUSTOM}/keys"));

    let header = |index: usize| {
        use base64::Engine as _;
        let header = format!("{{\"alg\":\"RS256\",\"kid\":\"key-{index}\"}}");
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(header)
    };
    for index in 0..100 {
        assert_eq!(call(&url, &format!("{}.e30.c2ln", header(index))).await.status, 401);
    }

    assert!(house.org().calls(&format!("{CUSTOM}/keys")) <= before + 1);
}
