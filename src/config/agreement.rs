//! What the sections must agree on: checks that no section can make alone.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use url::Url;

use super::authorization_servers::ServerDraft;
use super::faults::{Fault, Place, quoted};
use super::listeners::ListenerDraft;
use super::reader::{Placed, Reader};
use super::sessions::{LifetimesDraft, SessionsDraft};
use super::sites::SiteDraft;
use super::suggestion::nearest;
use super::{Admin, CookieLimit, HostPattern, ListenerSecurity, PublicUrl, Store};

/// The longest lifetime of sessions in browsers that nobody has to accept.
const LONGEST_IN_BROWSERS: Duration = Duration::from_secs(8 * 60 * 60);

/// The sections that were read, as far as they could be.
pub(super) struct Sections<'s> {
    pub(super) listeners: Option<&'s [ListenerDraft]>,
    pub(super) admin: Option<&'s Placed<Admin>>,
    pub(super) servers: Option<&'s [ServerDraft]>,
    pub(super) sites: Option<&'s [SiteDraft]>,
    pub(super) sessions: Option<&'s SessionsDraft>,
}

/// Notes where two sections contradict each other.
pub(super) fn check(sections: &Sections<'_>, reader: &Reader<'_>) {
    addresses_are_bound_once(sections, reader);
    servers_and_sites_know_each_other(sections, reader);
    warn_of_tokens_that_applications_hold(sections, reader);
    limits_of_the_cookie_store_are_accepted(sections, reader);
    if let Some(sites) = sections.sites {
        hosts_belong_to_one_site(sites, reader);
        public_urls_lead_to_their_site(sites, reader);
        if let Some(listeners) = sections.listeners {
            sites_can_be_reached_as_they_say(sites, listeners, reader);
            upstreams_are_not_the_gateway(sites, listeners, reader);
        }
    }
}

fn addresses_are_bound_once(sections: &Sections<'_>, reader: &Reader<'_>) {
    let listeners = sections.listeners.into_iter().flatten().filter_map(|listener| listener.address.clone());
    let admin = sections.admin.map(|admin| Placed { value: admin.value.address, place: admin.place.clone() });
    let mut bound: Vec<Placed<SocketAddr>> = Vec::new();
    for address in listeners.chain(admin) {
        if let Some(earlier) = bound.iter().find(|earlier| collide(earlier.value, address.value)) {
            let found = format!("{}, which is bound in line {} already", address.value, earlier.place.at.line);
            let fault = Fault::new(&address.place, found, "an address and port of its own");
            reader.fault(if address.place.key == "admin.address" {
                fault.hint("health and metrics are never served on a public listener")
            } else {
                fault
            });
        }
        bound.push(address);
    }
}

fn collide(one: SocketAddr, other: SocketAddr) -> bool {
    let same_family = one.is_ipv4() == other.is_ipv4();
    let overlapping =
        one.ip() == other.ip() || (same_family && (one.ip().is_unspecified() || other.ip().is_unspecified()));
    one.port() != 0 && one.port() == other.port() && overlapping
}

fn servers_and_sites_know_each_other(sections: &Sections<'_>, reader: &Reader<'_>) {
    let (Some(servers), Some(sites)) = (sections.servers, sections.sites) else { return };
    let wanted = || sites.iter().filter_map(|site| site.authorization_server.as_ref());
    for name in wanted().filter(|name| servers.iter().all(|server| server.name != name.value)) {
        let known: Vec<&str> = servers.iter().map(|server| server.name.as_str()).collect();
        let expected = format!("the name of an authorization server: `{}`", known.join("`, `"));
        let fault = Fault::new(&name.place, quoted(&name.value), expected);
        reader.fault(match nearest(&name.value, known) {
            Some(server) => fault.hint(format!("did you mean `{server}`?")),
            None => fault,
        });
    }
    // A site whose server could not be read may have meant any of them.
    if sites.iter().all(|site| site.authorization_server.is_some()) {
        for server in servers.iter().filter(|server| wanted().all(|name| name.value != server.name)) {
            reader.warn(&server.place, "no site uses this authorization server");
        }
    }
}

/// Applications are handed tokens of the site's own client: where it is named, each of them can come back with those.
fn warn_of_tokens_that_applications_hold(sections: &Sections<'_>, reader: &Reader<'_>) {
    for site in sections.sites.into_iter().flatten() {
        let name = site.authorization_server.as_ref().map(|name| &name.value);
        let drafts = || sections.servers.into_iter().flatten();
        let server = name.and_then(|name| drafts().find(|draft| draft.name == *name)?.server.as_ref());
        let Some(own) = server.map(|server| &server.client_id) else { continue };
        for credentials in site.routes.iter().flatten().filter_map(|route| route.credentials.as_ref()) {
            if credentials.value.bearer().is_some_and(|bearer| bearer.client_ids.contains(own)) {
                let text = "this takes the tokens that people's sessions have, which every application behind the site \
                            is handed, and which go on when the session has ended; programs have a client of their own";
                reader.warn(&credentials.place, text);
            }
        }
    }
}

/// What sessions in browsers cannot do must be known to whoever relies on it.
fn limits_of_the_cookie_store_are_accepted(sections: &Sections<'_>, reader: &Reader<'_>) {
    let Some(draft) = sections.sessions else { return };
    let Store::Cookie(cookie) = &draft.sessions.store else { return };
    let needs = |limit: CookieLimit, place: &Place, what: &str, hint: &str| {
        if !cookie.accepted.contains(&limit) {
            reader.fault(Fault::saying(place, what.to_owned()).hint(hint));
        }
    };
    let place = &draft.store_place;
    needs(
        CookieLimit::EndingIsBestEffort,
        place,
        "sessions in browsers cannot be ended for certain by anybody but their browser",
        "if that will do, write `accept: [ending_is_best_effort]`; else keep sessions in memory or in redis",
    );
    let rotates = |server: &&ServerDraft| {
        server.server.as_ref().is_some_and(|server| server.scopes.iter().any(|scope| scope == "offline_access"))
    };
    if sections.servers.into_iter().flatten().any(|server| rotates(&server)) {
        needs(
            CookieLimit::RotationOnOneReplica,
            place,
            "refresh tokens in browsers are good for one process only",
            "if only one serves everybody, add `rotation_on_one_replica` to `accept`; else leave `offline_access` out of the scopes",
        );
    }
    let longest = draft.sessions.lifetimes.lifetime;
    if longest > LONGEST_IN_BROWSERS {
        needs(
            CookieLimit::LongLifetime,
            &draft.lifetime_place,
            "a session in a browser that lasts for more than 8 hours is one that a copied cookie opens for as long",
            "write `lifetime: 8h`, or add `long_lifetime` to `accept`",
        );
    }
    for site in sections.sites.into_iter().flatten() {
        let own = site.lifetimes.as_ref().and_then(Option::as_ref);
        if let Some((place, span)) = own.and_then(LifetimesDraft::own_lifetime)
            && span > LONGEST_IN_BROWSERS
        {
            needs(
                CookieLimit::LongLifetime,
                place,
                "a session in a browser that lasts for more than 8 hours is one that a copied cookie opens for as long",
                "write at most 8h, or add `long_lifetime` to `sessions.accept`",
            );
        }
    }
}

fn hosts_belong_to_one_site(sites: &[SiteDraft], reader: &Reader<'_>) {
    for (index, site) in sites.iter().enumerate() {
        let Some(host) = &site.host else { continue };
        let mut earlier = sites[..index].iter().filter_map(|site| site.host.as_ref());
        if let Some(earlier) = earlier.find(|earlier| earlier.value == host.value) {
            let found = format!("{}, which the site in line {} has", written(&host.value), earlier.place.at.line);
            reader.fault(Fault::new(&host.place, found, "each host once"));
        }
    }
}

fn public_urls_lead_to_their_site(sites: &[SiteDraft], reader: &Reader<'_>) {
    for site in sites {
        let (Some(host), Some(public_url)) = (&site.host, &site.public_url) else { continue };
        let public_host = public_url.value.host();
        match &host.value {
            HostPattern::Exact(host) if host != public_host => {
                let found = format!("{} for the host {host}", quoted(public_url.value.as_str()));
                let fault = Fault::new(&public_url.place, found, "a URL of that host");
                reader.fault(fault.hint("browsers are always led to `public_url`, so its host must be the site's own"));
            }
            HostPattern::Any => {
                let named = HostPattern::Exact(public_host.to_owned());
                let mut others = sites.iter().filter_map(|site| site.host.as_ref());
                if let Some(other) = others.find(|other| other.value == named) {
                    let found = format!(
                        "{}, whose host belongs to the site in line {}",
                        quoted(public_url.value.as_str()),
                        other.place.at.line
                    );
                    reader.fault(Fault::new(&public_url.place, found, "a URL of a host that no other site names"));
                }
            }
            HostPattern::Exact(_) => {}
        }
    }
}

/// Cookies of a plain http site travel in the open, so nothing but loopback may listen then; an https site needs somebody
/// who ends TLS.
fn sites_can_be_reached_as_they_say(sites: &[SiteDraft], listeners: &[ListenerDraft], reader: &Reader<'_>) {
    // What is wrong with a listener has been said; it could be any kind.
    let all_known = listeners.iter().all(|listener| listener.security.is_some() && listener.address.is_some());
    let ends_tls = |listener: &ListenerDraft| {
        matches!(listener.security, Some(ListenerSecurity::Tls { .. } | ListenerSecurity::TerminatedBy(_)))
    };
    for public_url in sites.iter().filter_map(|site| site.public_url.as_ref()) {
        if public_url.value.is_secure() {
            if all_known && !listeners.iter().any(ends_tls) {
                let found = format!("{}, but no listener has TLS", quoted(public_url.value.as_str()));
                let fault = Fault::new(&public_url.place, found, "a listener with `tls` or `tls_terminated_by`");
                reader.fault(fault.hint(
                    "add `tls: { certificate: FILE, key: FILE }` to a listener, or, when a load balancer ends TLS, \
                     `tls_terminated_by: [ITS NETWORK]`",
                ));
            }
            warn_of_a_certificate_for_others(public_url.value.host(), listeners, reader);
            continue;
        }
        let exposed = listeners.iter().filter_map(|listener| listener.address.as_ref());
        if let Some(exposed) = exposed.into_iter().find(|address| !address.value.ip().is_loopback()) {
            let found = format!("{} with a listener on {}", quoted(public_url.value.as_str()), exposed.value);
            let fault = Fault::new(&public_url.place, found, "loopback listeners only, or an https URL");
            reader.fault(fault.hint("with a plain http site every listener is bound to 127.0.0.1 or [::1]"));
        } else if all_known && listeners.iter().all(ends_tls) {
            let found = format!("{}, but every listener is for TLS", quoted(public_url.value.as_str()));
            reader.fault(Fault::new(&public_url.place, found, "an https URL, or a plain loopback listener"));
        } else {
            warn_of_a_port_that_nobody_listens_on(public_url, listeners, reader);
        }
    }
}

fn warn_of_a_port_that_nobody_listens_on(
    public_url: &Placed<PublicUrl>,
    listeners: &[ListenerDraft],
    reader: &Reader<'_>,
) {
    let port = Url::parse(public_url.value.as_str()).ok().and_then(|url| url.port_or_known_default());
    let mut ports = listeners.iter().filter_map(|listener| Some(listener.address.as_ref()?.value.port()));
    if let Some(port) = port.filter(|port| ports.all(|bound| bound != 0 && bound != *port)) {
        reader.warn(&public_url.place, format!("no listener has port {port}"));
    }
}

fn warn_of_a_certificate_for_others(host: &str, listeners: &[ListenerDraft], reader: &Reader<'_>) {
    for certificate in listeners.iter().filter_map(|listener| listener.certificate.as_ref()) {
        if !certificate.is_for(host) {
            reader
                .warn(&certificate.place, format!("this certificate is not for {host}; browsers will refuse it there"));
        }
    }
}

fn upstreams_are_not_the_gateway(sites: &[SiteDraft], listeners: &[ListenerDraft], reader: &Reader<'_>) {
    let routes = sites.iter().filter_map(|site| site.routes.as_ref()).flatten();
    for upstream in routes.filter_map(|route| route.upstream.as_ref()) {
        let Ok(address) = upstream.value.host.parse::<IpAddr>() else { continue };
        let target = SocketAddr::new(address, upstream.value.port);
        let mut bound = listeners.iter().filter_map(|listener| listener.address.as_ref());
        let is_own = |listener: &SocketAddr| {
            listener.port() != 0
                && (*listener == target
                    || (listener.ip().is_unspecified() && address.is_loopback() && listener.port() == target.port()))
        };
        if let Some(listener) = bound.find(|listener| is_own(&listener.value)) {
            let found = format!("{target}, which is the listener in line {}", listener.place.at.line);
            let fault = Fault::new(&upstream.place, found, "the address of the application");
            reader.fault(fault.hint("requests would go round in a circle"));
        }
    }
}

fn written(host: &HostPattern) -> String {
    match host {
        HostPattern::Any => quoted("*"),
        HostPattern::Exact(host) => quoted(host),
    }
}
