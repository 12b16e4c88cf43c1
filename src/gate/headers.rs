//! Which header fields may travel to an application, and which of an application's may travel back.
//!
//! An application believes identity headers because only the gateway can set them. So whatever a client sent under such a
//! name is dropped on every route, in every spelling that some server folds to it: CGI, WSGI and PHP turn `-` into `_`,
//! others treat `.` the same, and nobody minds case.

use http::{HeaderName, header};

/// Families of names that say who somebody is or which way a request took; `-` at the end stands for anything that follows.
const FAMILIES: &[&str] = &[
    "cf-access-",
    "iv-",
    "oam-",
    "oidc-",
    "remote-",
    "sm-",
    "ssl-client-",
    "x-amzn-oidc-",
    "x-arr-",
    "x-auth-request-",
    "x-authenticated-",
    "x-authentik-",
    "x-client-",
    "x-consumer-",
    "x-envoy-original-",
    "x-forwarded-",
    "x-gatehouse-",
    "x-goog-authenticated-user-",
    "x-goog-iap-",
    "x-ms-client-principal-",
    "x-ms-token-",
    "x-oidc-",
    "x-original-",
    "x-pomerium-",
    "x-real-",
    "x-remote-",
    "x-rewrite-",
    "x-ssl-",
    "x-vouch-",
    "x-webauth-",
];

/// Single names of the same kind.
const NAMES: &[&str] = &[
    "cf-connecting-ip",
    "cf-connecting-ipv6",
    "client-cert",
    "client-cert-chain",
    "fastly-client-ip",
    "forwarded",
    "forwarded-for",
    "proxy",
    "proxy-authorization",
    "proxy-connection",
    "true-client-ip",
    "x-anonymous-consumer",
    "x-auth-email",
    "x-auth-groups",
    "x-auth-name",
    "x-auth-roles",
    "x-auth-subject",
    "x-auth-user",
    "x-auth-userid",
    "x-auth-username",
    "x-authenticated",
    "x-client",
    "x-cluster-client-ip",
    "x-credential-identifier",
    "x-envoy-external-address",
    "x-forwarded",
    "x-host",
    "x-http-host-override",
    "x-ms-client-principal",
    "x-original",
    "x-request-id",
    "x-script-name",
    "x-userinfo",
];

/// Names that change the method after the route was chosen by it.
const METHOD_OVERRIDES: &[&str] = &["x-http-method", "x-http-method-override", "x-method-override"];

/// Whether a client's header of that name is kept from every application.
///
/// A name with `_` always is: no browser sends one, and it is how `X_Forwarded_User` passes for `X-Forwarded-User`.
pub fn is_managed(name: &HeaderName) -> bool {
    let name = name.as_str();
    name.contains('_') || FAMILIES.iter().any(|family| folds_into(name, family)) || is_one_of(name, NAMES)
}

/// Whether the header would make an application act on another method than the one the route allowed.
pub fn is_method_override(name: &HeaderName) -> bool {
    is_one_of(name.as_str(), METHOD_OVERRIDES)
}

/// Whether an application's header is taken out of its response because it would reach the gateway's own pages.
///
/// `Service-Worker-Allowed` widens a worker's scope beyond its path; `Clear-Site-Data` would sign people out and forget their
/// browser, for the cookies of one origin are cleared together. `NEL` and `Report-To` (Network Error Logging) hold for the whole
/// origin: browsers would tell somebody else the addresses of own pages, with the codes that callbacks carry.
/// `Reporting-Endpoints` says the same for the application's own documents alone, and passes.
pub fn is_forbidden_in_response(name: &HeaderName) -> bool {
    matches!(name.as_str(), "service-worker-allowed" | "clear-site-data" | "nel" | "report-to")
}

/// Whether the header belongs to one connection only (RFC 9110 §7.6.1), so that an answer of our own must not carry it.
pub fn is_hop_by_hop(name: &HeaderName) -> bool {
    matches!(*name, header::CONNECTION | header::TE | header::TRAILER | header::TRANSFER_ENCODING | header::UPGRADE)
        || *name == HeaderName::from_static("keep-alive")
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|candidate| candidate.len() == name.len() && folds_into(name, candidate))
}

/// Whether `name` begins with `pattern` once everything but letters and digits is read as `-` and case is forgotten.
fn folds_into(name: &str, pattern: &str) -> bool {
    let fold = |byte: u8| if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() } else { b'-' };
    name.len() >= pattern.len() && name.bytes().map(fold).zip(pattern.bytes()).all(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &[u8]) -> HeaderName {
        HeaderName::from_bytes(text).expect("a header name")
    }

    #[test]
    fn every_spelling_of_a_managed_name_is_managed() {
        for spelling in super::super::attack_lines(include_str!("../../tests/attacks/header_names.txt")) {
            assert!(is_managed(&name(&spelling)), "{} would pass", spelling.escape_ascii());
        }
    }

    #[test]
    fn ordinary_headers_pass() {
        for ordinary in [
            "accept",
            "cookie",
            "host",
            "content-type",
            "x-requested-with",
            "x-csrf-token",
            "sec-fetch-mode",
            "if-none-match",
            "x-forward",
            "x-clientele",
            "remote",
            "user-agent",
            "x-api-key",
            "x-user-id",
            "x-auth-token",
            "x-auth-key",
            "x-hostname",
            "x-envoy-retry-on",
            "x-credential",
            "x-ms-version",
            "x-http-version",
            "client-certificate-hint",
            "smart-home",
            "iview",
            "range",
            "traceparent",
            "authorization",
        ] {
            assert!(!is_managed(&name(ordinary.as_bytes())), "{ordinary} would be dropped");
        }
    }

    #[test]
    fn method_overrides_are_known_in_every_spelling() {
        assert!(is_method_override(&name(b"X-HTTP-Method-Override")));
        assert!(is_method_override(&name(b"x.http.method")));
        assert!(!is_method_override(&name(b"x-http-methods")));
    }

    #[test]
    fn an_application_cannot_widen_a_worker_or_clear_the_origin() {
        assert!(is_forbidden_in_response(&name(b"Service-Worker-Allowed")));
        assert!(is_forbidden_in_response(&name(b"Clear-Site-Data")));
        assert!(!is_forbidden_in_response(&header::SET_COOKIE));
    }

    #[test]
    fn decision_15_nobody_is_told_of_the_gateways_own_addresses_by_a_header_of_the_application() {
        assert!(is_forbidden_in_response(&name(b"NEL")));
        assert!(is_forbidden_in_response(&name(b"Report-To")));
        assert!(!is_forbidden_in_response(&name(b"Reporting-Endpoints")));
    }
}
