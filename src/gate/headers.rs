//! Which header fields may travel to an application, and which of an application's may travel back.
//!
//! An application believes identity headers because only the gateway can set them. So whatever a client sent under such a
//! name is dropped on every route, in every spelling that some server folds to it: CGI, WSGI and PHP turn `-` into `_`,
//! others treat `.` the same, and nobody minds case.

use http::{HeaderName, header};

/// Names that say who somebody is or which way a request took, by their first letter; `-` at the end stands for anything that
/// follows. By letter, because this is asked for each header of each request, and most begin with another.
const fn managed_names(initial: u8) -> &'static [&'static str] {
    match initial {
        b'c' => &["cf-access-", "cf-connecting-ip", "cf-connecting-ipv6", "client-cert", "client-cert-chain"],
        b'f' => &["fastly-client-ip", "forwarded", "forwarded-for"],
        b'i' => &["iv-"],
        b'o' => &["oam-", "oidc-"],
        b'p' => &["proxy", "proxy-authorization", "proxy-connection"],
        b'r' => &["remote-"],
        b's' => &["sm-", "ssl-client-"],
        b't' => &["true-client-ip"],
        b'x' => &[
            "x-amzn-oidc-",
            "x-anonymous-consumer",
            "x-arr-",
            "x-auth-email",
            "x-auth-groups",
            "x-auth-name",
            "x-auth-request-",
            "x-auth-roles",
            "x-auth-subject",
            "x-auth-user",
            "x-auth-userid",
            "x-auth-username",
            "x-authenticated",
            "x-authenticated-",
            "x-authentik-",
            "x-client",
            "x-client-",
            "x-cluster-client-ip",
            "x-consumer-",
            "x-credential-identifier",
            "x-envoy-external-address",
            "x-envoy-original-",
            "x-forwarded",
            "x-forwarded-",
            "x-gatehouse-",
            "x-goog-authenticated-user-",
            "x-goog-iap-",
            "x-host",
            "x-http-host-override",
            "x-ms-client-principal",
            "x-ms-client-principal-",
            "x-ms-token-",
            "x-oidc-",
            "x-original",
            "x-original-",
            "x-pomerium-",
            "x-real-",
            "x-remote-",
            "x-request-id",
            "x-rewrite-",
            "x-script-name",
            "x-ssl-",
            "x-userinfo",
            "x-vouch-",
            "x-webauth-",
        ],
        _ => &[],
    }
}

/// Names that change the method after the route was chosen by it.
const METHOD_OVERRIDES: &[&str] = &["x-http-method", "x-http-method-override", "x-method-override"];

/// Whether a client's header of that name is kept from every application.
///
/// A name with `_` always is: no browser sends one, and it is how `X_Forwarded_User` passes for `X-Forwarded-User`.
pub fn is_managed(name: &HeaderName) -> bool {
    let name = name.as_str();
    let is_like = |known: &&str| folds_into(name, known) && (known.ends_with('-') || known.len() == name.len());
    name.bytes().any(|byte| byte == b'_')
        || name.bytes().next().is_some_and(|initial| managed_names(initial).iter().any(is_like))
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
/// `Reporting-Endpoints` says the same for the application's own documents alone, and passes. `Alt-Svc` (RFC 7838) holds for the whole
/// origin, too: browsers would take its pages and ours from another server, past the gateway.
pub fn is_forbidden_in_response(name: &HeaderName) -> bool {
    matches!(name.as_str(), "service-worker-allowed" | "clear-site-data" | "nel" | "report-to" | "alt-svc")
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
    fn decision_15_an_application_cannot_lead_browsers_past_the_gateway() {
        assert!(is_forbidden_in_response(&name(b"Alt-Svc")));
    }

    #[test]
    fn decision_15_nobody_is_told_of_the_gateways_own_addresses_by_a_header_of_the_application() {
        assert!(is_forbidden_in_response(&name(b"NEL")));
        assert!(is_forbidden_in_response(&name(b"Report-To")));
        assert!(!is_forbidden_in_response(&name(b"Reporting-Endpoints")));
    }
}
