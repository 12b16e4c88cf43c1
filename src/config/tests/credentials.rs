//! Which routes take access tokens, and what is printed about those that cannot.

use super::{accepted, complaint, complaints, with};
use crate::config::{Access, Bearer, Credentials, Route};

const ROUTE: &str = "path: /,";

fn route(text: &str) -> Route {
    let config = accepted(&with(ROUTE, &format!("path: /, {text},")));
    (*config.sites[0].routes[0]).clone()
}

fn bearer(client_ids: &[&str], scopes: &[&str]) -> Bearer {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    Bearer { client_ids: texts(client_ids), scopes: texts(scopes) }
}

#[test]
fn a_route_takes_sessions_alone_unless_it_says_otherwise() {
    assert_eq!(route("access: signed_in").credentials, Credentials::Session);
    assert_eq!(route("credentials: [session]").credentials, Credentials::Session);
    assert_eq!(
        route("credentials: [bearer, session], bearer: { client_ids: [0oa2, 0oa3], scopes: [a, b] }").credentials,
        Credentials::Either(bearer(&["0oa2", "0oa3"], &["a", "b"]))
    );
    let for_programs = route("access: optional, credentials: [bearer], bearer: { client_ids: [0oa2] }");
    assert_eq!(for_programs.credentials, Credentials::Bearer(bearer(&["0oa2"], &[])));
    assert_eq!(for_programs.access, Access::Optional);
}

#[test]
fn what_a_route_takes_is_named_once_and_in_full() {
    insta::assert_snapshot!(complaints(ROUTE, &[
        "path: /, credentials: [],",
        "path: /, credentials: bearer,",
        "path: /, credentials: [token],",
        "path: /, credentials: [session, session],",
        "path: /, credentials: [bearer],",
        "path: /, bearer: { client_ids: [0oa2] },",
        "path: /, credentials: [session], bearer: { client_ids: [0oa2] },",
        "path: /, credentials: [bearer], bearer: {},",
        "path: /, credentials: [bearer], bearer: { client_ids: [] },",
        "path: /, credentials: [bearer], bearer: { client_ids: [0oa2, 0oa2] },",
        "path: /, credentials: [bearer], bearer: { client_ids: [\"0oa2 0oa3\"] },",
        "path: /, credentials: [bearer], bearer: { client_ids: [0oa2], scopes: [] },",
        "path: /, credentials: [bearer], bearer: { client_ids: [0oa2], scopes: [a, a] },",
        "path: /, credentials: [bearer], bearer: { client_ids: [0oa2], scopes: ['a\"b'] },",
        "path: /, credentials: [bearer], bearer: { client_ids: [0oa2], audience: x },",
    ]), @r#"
    gatehouse.yaml:15:33: sites[0].routes[0].credentials: found an empty list; expected a list of `session`, `bearer` or both
    gatehouse.yaml:15:33: sites[0].routes[0].credentials: found "bearer"; expected a list of `session`, `bearer` or both
    gatehouse.yaml:15:34: sites[0].routes[0].credentials[0]: found "token"; expected `session` or `bearer`
    gatehouse.yaml:15:43: sites[0].routes[0].credentials[1]: found "session" again; expected each credential once
    gatehouse.yaml:15:34: sites[0].routes[0].credentials[0]: nothing says whose access tokens are taken here
        hint: add `bearer: { client_ids: [...] }` to the route
    gatehouse.yaml:15:28: sites[0].routes[0].bearer: this route takes no access tokens
        hint: write `credentials: [session, bearer]` beside it, or leave it out
    gatehouse.yaml:15:52: sites[0].routes[0].bearer: this route takes no access tokens
        hint: write `credentials: [session, bearer]` beside it, or leave it out
    gatehouse.yaml:15:51: sites[0].routes[0].bearer.client_ids: found nothing; expected a list of the client IDs whose access tokens are taken, such as [0oa1ab2cd3]
    gatehouse.yaml:15:65: sites[0].routes[0].bearer.client_ids: found an empty list; expected a list of the client IDs whose access tokens are taken, such as [0oa1ab2cd3]
    gatehouse.yaml:15:72: sites[0].routes[0].bearer.client_ids[1]: found "0oa2" again; expected each client once
    gatehouse.yaml:15:66: sites[0].routes[0].bearer.client_ids[0]: found "0oa2 0oa3"; expected the client ID of the application registered there, such as 0oa1ab2cd3
    gatehouse.yaml:15:81: sites[0].routes[0].bearer.scopes: found an empty list; expected a list of scopes that every token must have
    gatehouse.yaml:15:85: sites[0].routes[0].bearer.scopes[1]: found "a" again; expected each scope once
    gatehouse.yaml:15:82: sites[0].routes[0].bearer.scopes[0]: found "a\"b"; expected a scope: one word
    gatehouse.yaml:15:73: sites[0].routes[0].bearer.audience: found an unknown key; expected `client_ids` or `scopes`
    "#);
}

#[test]
fn a_route_that_takes_access_tokens_does_not_contradict_itself() {
    let takes = "credentials: [session, bearer], bearer: { client_ids: [0oa2] }";

    insta::assert_snapshot!(complaints(ROUTE, &[
        &format!("path: /, {takes}, access: public,"),
        "path: /, credentials: [session], access: public,",
        &format!("path: /, {takes}, client_authorization: pass,"),
        &format!("path: /, {takes}, acr: phr,"),
        &format!("path: /, {takes}, max_age: 5m,"),
    ]), @r#"
    gatehouse.yaml:15:33: sites[0].routes[0].credentials: a public route lets everybody in and looks at no credentials
        hint: leave out `credentials`, or set `access` to `signed_in` or `optional`
    gatehouse.yaml:15:33: sites[0].routes[0].credentials: a public route lets everybody in and looks at no credentials
        hint: leave out `credentials`, or set `access` to `signed_in` or `optional`
    gatehouse.yaml:15:43: sites[0].routes[0].credentials[1]: the Authorization header cannot be judged here and be the application's own
        hint: leave out `client_authorization: pass`, or `bearer`
    gatehouse.yaml:15:89: sites[0].routes[0].acr: an access token states neither a level nor an age of authentication
        hint: a route that asks for `acr` or `max_age` takes sessions alone: leave out `bearer`
    gatehouse.yaml:15:93: sites[0].routes[0].max_age: an access token states neither a level nor an age of authentication
        hint: a route that asks for `acr` or `max_age` takes sessions alone: leave out `bearer`
    "#);
}

#[test]
fn all_faults_of_such_a_route_are_found_in_one_run() {
    let route =
        "path: /, acr: phr, credentials: [bearer, bearer], bearer: { client_ids: [] }, client_authorization: pass,";

    insta::assert_snapshot!(complaint(&with(ROUTE, route)), @r#"
    gatehouse.yaml:15:25: sites[0].routes[0].acr: an access token states neither a level nor an age of authentication
        hint: a route that asks for `acr` or `max_age` takes sessions alone: leave out `bearer`
    gatehouse.yaml:15:44: sites[0].routes[0].credentials[0]: the Authorization header cannot be judged here and be the application's own
        hint: leave out `client_authorization: pass`, or `bearer`
    gatehouse.yaml:15:52: sites[0].routes[0].credentials[1]: found "bearer" again; expected each credential once
    gatehouse.yaml:15:83: sites[0].routes[0].bearer.client_ids: found an empty list; expected a list of the client IDs whose access tokens are taken, such as [0oa1ab2cd3]
    gatehouse.yaml: 4 faults
    "#);
}

#[test]
fn the_sites_own_client_is_worth_a_warning() {
    let takes = |client: &str| {
        let route = format!("path: /, credentials: [bearer], bearer: {{ client_ids: [0oa9, {client}] }},");
        let mut warnings = accepted(&with(ROUTE, &route)).warnings;
        warnings.retain(|warning| warning.contains("bearer"));
        warnings
    };

    assert!(takes("0oa2").is_empty(), "{:?}", takes("0oa2"));
    insta::assert_snapshot!(takes("0oa1ab2cd3").join("\n"), @"gatehouse.yaml:15:51: sites[0].routes[0].bearer: this takes the tokens that people's sessions have, which every application behind the site is handed, and which go on when the session has ended; programs have a client of their own");
}
