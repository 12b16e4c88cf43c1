//! A house whose first site asks more for some of its pages, and people who can do more than type a password.

use super::house::House;
use super::people::{Person, person};

/// What routes of the first site ask for, by their paths.
const ROUTES: [(&str, &str); 6] = [
    ("/echo/strong", "acr: \"urn:okta:loa:2fa:any\""),
    ("/echo/fresh", "max_age: 5m"),
    ("/echo/both", "acr: [phrh, \"urn:okta:loa:2fa:any\"], max_age: 5m"),
    ("/echo/unmet", "acr: phrh"),
    ("/echo/unknown", "acr: \"urn:example:gold\""),
    ("/echo/posted", "methods: [POST], acr: \"urn:okta:loa:2fa:any\""),
];

/// The house with those routes, in which nobody is sent away for being idle.
pub(crate) async fn strict_house() -> House {
    House::configured(|yaml| {
        let yaml = yaml.replace("idle_timeout: 30m", "idle_timeout: 12h");
        let (before, rest) = yaml.split_once("      - { path: /, upstream: ").expect("the first route");
        let upstream = rest.split_once(" }").expect("its upstream").0;
        let strict = ROUTES.map(|(path, asks)| format!("      - {{ path: {path}, upstream: {upstream}, {asks} }}\n"));
        format!("{before}{}      - {{ path: /, upstream: {rest}", strict.concat())
    })
    .await
}

/// The person of that name, who reads a code in their mail when a second factor is asked for.
pub(crate) fn with_two_factors(name: &str) -> Person {
    Person { picks: &["Email"], ..person(name) }
}
