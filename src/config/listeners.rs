//! Where the program listens, and how what arrives there is protected.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use ipnet::IpNet;

use super::certificates::{self, Certificate};
use super::faults::Fault;
use super::file;
use super::reader::{Field, Placed, Reader, Secrets};
use super::{Admin, Listener, ListenerSecurity};

const ADDRESS: &str = "an IP address and a port, such as 127.0.0.1:8080";

/// A listener as far as its own section tells, for comparison with the sites.
pub(super) struct ListenerDraft {
    pub(super) address: Option<Placed<SocketAddr>>,
    pub(super) security: Option<ListenerSecurity>,
    /// The certificate of a TLS listener, to compare with the sites' hosts.
    pub(super) certificate: Option<Certificate>,
}

impl ListenerDraft {
    /// The listener, when nothing was wrong with it.
    pub(super) fn finish(self) -> Option<Listener> {
        Some(Listener { address: self.address?.value, security: self.security? })
    }
}

/// Reads the public listeners.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<ListenerDraft>> {
    let items = field.list(reader, "a list with at least one listener")?;
    Some(items.iter().filter_map(|item| listener(item, reader)).collect())
}

/// Reads the listener for health and metrics.
pub(super) fn admin(field: &Field<'_>, reader: &Reader<'_>) -> Option<Placed<Admin>> {
    let mut section = field.section::<file::Admin>(reader, "a mapping with `address`")?;
    let address = section.required("address", ADDRESS);
    section.finish();
    let address = address_of(&address?, reader)?;
    let ip = address.value.ip().to_canonical();
    if ip.is_unspecified() {
        reader.warn(
            &address.place,
            "metrics can be read at every address of this machine. In a container that is needed: publish this port to \
             nobody but what asks for health and metrics. Elsewhere write 127.0.0.1 or a private address",
        );
    } else if !is_internal(ip) {
        let fault = Fault::new(&address.place, format!("the public address {ip}"), "a loopback or private address");
        reader.fault(fault.hint("whoever reaches it reads the metrics; 127.0.0.1 is for this machine alone"));
        return None;
    } else if !ip.is_loopback() {
        reader.warn(&address.place, "metrics can be read by everybody who reaches this address");
    }
    Some(Placed { value: Admin { address: address.value }, place: address.place })
}

/// Whether an address leads nowhere beyond networks of one's own: loopback, private (RFC 1918), unique local (RFC 4193),
/// shared by carriers (RFC 6598), link-local.
fn is_internal(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let [first, second, ..] = ip.octets();
            let is_shared = first == 100 && second & 0xc0 == 64;
            ip.is_loopback() || ip.is_private() || ip.is_link_local() || is_shared
        }
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

fn listener(field: &Field<'_>, reader: &Reader<'_>) -> Option<ListenerDraft> {
    let mut section = field.section::<file::Listener>(reader, "a mapping with `address`")?;
    let address = section.required("address", ADDRESS);
    let tls = section.optional("tls");
    let fronts = section.optional("tls_terminated_by");
    section.finish();

    let address = address.and_then(|field| address_of(&field, reader));
    let mut certificate = None;
    let security = match (tls, fronts) {
        (None, None) => unprotected(address.as_ref(), reader),
        (Some(tls), None) => tls_of(&tls, reader).map(|(security, checked)| {
            certificate = checked;
            security
        }),
        (None, Some(fronts)) => networks(&fronts, reader).map(ListenerSecurity::TerminatedBy),
        (Some(_), Some(fronts)) => {
            let fault = Fault::new(&fronts.place, "`tls` and `tls_terminated_by` together", "one of them");
            reader.fault(fault.hint("either the gateway ends TLS on this listener or a front does"));
            None
        }
    };
    Some(ListenerDraft { address, security, certificate })
}

fn unprotected(address: Option<&Placed<SocketAddr>>, reader: &Reader<'_>) -> Option<ListenerSecurity> {
    let address = address?;
    if !address.value.ip().is_loopback() {
        let found = format!("plain HTTP on {}", address.value);
        let fault = Fault::new(&address.place, found, "TLS, or a loopback address");
        reader.fault(fault.hint(
            "add `tls: { certificate: FILE, key: FILE }`, or, when a load balancer ends TLS, \
             `tls_terminated_by: [ITS NETWORK]`",
        ));
        return None;
    }
    Some(ListenerSecurity::LoopbackOnly)
}

fn address_of(field: &Field<'_>, reader: &Reader<'_>) -> Option<Placed<SocketAddr>> {
    let text = field.text(reader, ADDRESS)?;
    if let Ok(value) = text.parse() {
        return Some(Placed { value, place: field.place.clone() });
    }
    let fault = Fault::new(&field.place, super::faults::quoted(text), ADDRESS);
    reader.fault(match text.rsplit_once(':') {
        Some(("", port)) => fault.hint(format!("for every address of this machine: 0.0.0.0:{port} or [::]:{port}")),
        Some(("localhost", port)) => fault.hint(format!("write 127.0.0.1:{port} or [::1]:{port}")),
        Some((host, _)) if host.parse::<IpAddr>().is_ok_and(|address| address.is_ipv6()) => {
            fault.hint("an IPv6 address stands in brackets before its port")
        }
        None if text.parse::<IpAddr>().is_ok() => fault.hint("the port is missing"),
        _ => fault,
    });
    None
}

fn tls_of(field: &Field<'_>, reader: &Reader<'_>) -> Option<(ListenerSecurity, Option<Certificate>)> {
    let mut section = field.section::<file::Tls>(reader, "a mapping with `certificate` and `key`")?;
    let certificate = section.required("certificate", "the path of a PEM file with the certificate chain");
    let key = section.required("key", "the path of a PEM file with the private key");
    section.finish();
    if reader.secrets() == Secrets::Left {
        return Some((ListenerSecurity::Tls { certificate: PathBuf::new(), key: PathBuf::new() }, None));
    }

    let chain = certificate.and_then(|field| certificates::chain(&field, reader));
    let key = key.and_then(|field| certificates::key(&field, reader));
    let (chain, key) = (chain?, key?);
    let (certificate, key_path) = (path_of(&chain, reader)?, path_of(&key, reader)?);
    let checked = certificates::fitting(chain, key, reader)?;
    Some((ListenerSecurity::Tls { certificate, key: key_path }, Some(checked)))
}

/// The TLS engine takes paths as text.
fn path_of<T>(file: &certificates::PemFile<T>, reader: &Reader<'_>) -> Option<PathBuf> {
    if file.path.to_str().is_none() {
        let found = format!("the path {}", file.path.display());
        reader.fault(Fault::new(&file.place, found, "a path that is UTF-8 throughout"));
        return None;
    }
    Some(file.path.clone())
}

fn networks(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<IpNet>> {
    let items = field.list(reader, "a list of the addresses or networks of the fronts")?;
    let count = items.len();
    let networks: Vec<IpNet> = items.iter().filter_map(|item| network(item, reader)).collect();
    (networks.len() == count).then_some(networks)
}

fn network(field: &Field<'_>, reader: &Reader<'_>) -> Option<IpNet> {
    const EXPECTED: &str = "an address or a network in CIDR notation, such as 10.0.0.0/8";
    let network = field
        .parsed(reader, EXPECTED, |text| text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from)))?;
    if network != network.trunc() {
        let fault = Fault::new(&field.place, format!("{network}, an address within a network"), EXPECTED);
        reader.fault(fault.hint(format!(
            "write {} for the network or {} for the address",
            network.trunc(),
            network.addr()
        )));
        return None;
    }
    if network.prefix_len() == 0 {
        let fault = Fault::new(&field.place, format!("{network}, which is everybody"), "the networks of the fronts");
        reader.fault(fault.hint("whoever is named here can claim to be any client"));
        return None;
    }
    Some(network)
}
