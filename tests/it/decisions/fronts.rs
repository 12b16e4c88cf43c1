//! Behind a front that ends TLS: cookies with their prefixes, and people by their own addresses.

use crate::support::house::House;
use crate::support::raw::{Answer, Connection};

const DEVICE: &str = "__Host-gatehouse-device";

/// A house whose first site lives at an https address, behind a front on this machine.
async fn house() -> House {
    let house = House::configured(|yaml| {
        let (head, sites) = yaml.split_once("sites:").expect("sites");
        let first = sites.split("  - host: 127.0.0.1").next().expect("a site");
        let first = first.replacen("public_url: http://localhost", "public_url: https://localhost", 1);
        let head = head.replacen("admin:", "    tls_terminated_by: [127.0.0.0/8]\nadmin:", 1);
        format!("{head}sites:{first}")
    })
    .await;
    let redirect_uri = house.first("/.gatehouse/callback").replacen("http", "https", 1);
    house.demo.register_redirect_uri("0oademofieldnotes001", &redirect_uri);
    house
}

/// What the front passes on: a navigation by the person at that address, with these cookies.
async fn navigate(house: &House, target: &str, person: &str, cookies: &str) -> Answer {
    let url: url::Url = house.first(target).parse().expect("an address");
    let port = url.port().expect("a port");
    let mut connection = Connection::open(([127, 0, 0, 1], port).into()).await;
    let request = format!(
        "GET {target} HTTP/1.1\r\nHost: localhost:{port}\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: {person}\r\n\
         Accept: text/html\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nCookie: {cookies}\r\n\r\n"
    );
    connection.send(request).await;
    connection.answer().await
}

/// Name and value of the one cookie that an answer sets, and its attributes.
fn cookie(answer: &Answer) -> (String, String) {
    let lines = answer.all("set-cookie");
    let [line] = lines[..] else { panic!("not one cookie: {lines:?}") };
    let (pair, attributes) = line.split_once("; ").expect("attributes");
    (pair.to_owned(), attributes.to_owned())
}

#[tokio::test]
async fn decision_2_the_anchor_is_out_of_reach_of_scripts_of_other_hosts_and_of_plain_http() {
    let house = house().await;

    let answer = navigate(&house, "/echo", "203.0.113.7", "a=b").await;

    let (pair, attributes) = cookie(&answer);
    assert!(pair.starts_with(&format!("{DEVICE}=")), "{pair}");
    for attribute in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(attributes.split("; ").any(|given| given == attribute), "{attribute} in {attributes}");
    }
    assert!(!attributes.contains("Domain"), "{attributes}");
}

#[tokio::test]
async fn decision_2_an_anchor_without_its_prefix_is_none() {
    let house = house().await;
    let (pair, _) = cookie(&navigate(&house, "/echo", "203.0.113.7", "a=b").await);
    let planted = pair.replacen("__Host-", "", 1);

    let with_planted = navigate(&house, "/.gatehouse/sign-in", "203.0.113.7", &planted).await;
    assert_eq!(house.interactions(), 0);
    let with_ours = navigate(&house, "/.gatehouse/sign-in", "203.0.113.7", &pair).await;

    assert!(cookie(&with_planted).0.starts_with(&format!("{DEVICE}=")));
    let (transaction, attributes) = cookie(&with_ours);
    assert!(transaction.starts_with("__Secure-gatehouse-tx-"), "{transaction}");
    for attribute in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/.gatehouse"] {
        assert!(attributes.split("; ").any(|given| given == attribute), "{attribute} in {attributes}");
    }
    assert_eq!(house.interactions(), 1);
}

#[tokio::test]
async fn decision_8_people_behind_one_front_have_budgets_of_their_own_and_a_ipv6_network_has_one() {
    let house = house().await;
    let (pair, _) = cookie(&navigate(&house, "/echo", "203.0.113.7", "a=b").await);
    let begin = async |person: &str| navigate(&house, "/.gatehouse/sign-in", person, &pair).await.status;

    for _ in 0..20 {
        assert_eq!(begin("203.0.113.7").await, 303);
    }
    for host in 0..20 {
        assert_eq!(begin(&format!("2001:db8:0:1::{host:x}")).await, 303);
    }

    assert_eq!(begin("203.0.113.7").await, 429);
    assert_eq!(begin("2001:db8:0:1:ffff::1").await, 429);
    assert_eq!(begin("203.0.113.8").await, 303);
    assert_eq!(begin("2001:db8:0:2::1").await, 303);
    let calls = house.org().recorded_calls();
    let seen = calls.iter().filter_map(|call| call.forwarded_for.as_deref()).collect::<std::collections::HashSet<_>>();
    assert!(seen.contains("203.0.113.8") && seen.contains("2001:db8:0:1::5"), "the org learns who it is: {seen:?}");
}

#[tokio::test]
async fn an_address_that_a_person_claims_before_the_front_is_not_believed() {
    let house = house().await;
    let (pair, _) = cookie(&navigate(&house, "/echo", "203.0.113.7", "a=b").await);

    navigate(&house, "/.gatehouse/sign-in", "198.51.100.1, 203.0.113.7", &pair).await;

    let call = house.org().recorded_calls().pop().expect("a call");
    assert_eq!(call.forwarded_for.as_deref(), Some("203.0.113.7"));
}
