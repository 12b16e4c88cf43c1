//! The applications behind the gateway, each at its own address.

use std::sync::Arc;

use url::{Host, Url};

use super::faults::{Fault, quoted};
use super::file;
use super::origins::{has_credentials, has_only_an_origin, is_loopback};
use super::reader::{Field, Placed, Reader};
use super::routes::{self, RouteDraft};
use super::sessions::{self, LifetimesDraft};
use super::{
    Activity, AuthorizationServer, HostPattern, Lifetimes, PublicUrl, Site, SiteData, activity, brand, leaving,
};
use crate::pages::Look;

/// The prefix of the gateway's own paths when the file does not say.
pub(super) const OWN_PATH: &str = "/.gatehouse";

/// Whether own answers say so when the file does not say otherwise.
pub(super) const HSTS: bool = true;

const HOST: &str = "a host such as app.example.com, or \"*\" for every host that no other site names";
const PUBLIC_URL: &str = "the origin that browsers use, such as https://app.example.com";
const PREFIX: &str = "a path prefix such as /.gatehouse";

/// A site as far as its own section tells, for comparison with listeners, other sites and authorization servers.
pub(super) struct SiteDraft {
    name: Option<String>,
    look: Option<Look>,
    pub(super) host: Option<Placed<HostPattern>>,
    pub(super) public_url: Option<Placed<PublicUrl>>,
    own_path: Option<String>,
    hsts: Option<bool>,
    pub(super) authorization_server: Option<Placed<String>>,
    /// How long its sessions live, where it says so.
    pub(super) lifetimes: Option<Option<LifetimesDraft>>,
    pub(super) routes: Option<Vec<RouteDraft>>,
    activity: Option<Activity>,
    sign_out_paths: Option<Vec<String>>,
    clear_site_data: Option<Vec<SiteData>>,
}

impl SiteDraft {
    /// The site, when nothing was wrong with it.
    pub(super) fn finish(self, server: Option<Arc<AuthorizationServer>>, lifetimes: Option<Lifetimes>) -> Option<Site> {
        let (host, public_url) = (self.host?.value, self.public_url?.value);
        let name = self.name.unwrap_or_else(|| public_url.host().to_owned());
        let routes = routes::in_order_of_matching(self.routes?);
        Some(Site {
            name,
            look: self.look?,
            host,
            public_url,
            own_path: self.own_path?,
            hsts: self.hsts?,
            authorization_server: server?,
            lifetimes: lifetimes?,
            routes,
            activity: self.activity?,
            sign_out_paths: self.sign_out_paths?,
            clear_site_data: self.clear_site_data?,
        })
    }
}

/// Reads the section.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<SiteDraft>> {
    let items = field.list(reader, "a list with at least one site")?;
    Some(items.iter().filter_map(|item| site(item, reader)).collect())
}

fn site(field: &Field<'_>, reader: &Reader<'_>) -> Option<SiteDraft> {
    let mut section = field.section::<file::Site>(reader, "a mapping with `host`, `public_url`, `routes` and more")?;
    let name = section.optional("name");
    let brand = section.optional("brand");
    let host = section.required("host", HOST);
    let public_url = section.required("public_url", PUBLIC_URL);
    let own_path = section.optional("own_path");
    let hsts = section.optional("hsts");
    let authorization_server = section.required("authorization_server", "the name of an authorization server");
    let sessions = section.optional("sessions");
    let routes = section.required("routes", "a list with at least one route");
    let activity = section.optional("activity");
    let sign_out_paths = section.optional("sign_out_paths");
    let clear_site_data = section.optional("clear_site_data");
    section.finish();

    let name = name.and_then(|field| self::name(&field, reader));
    let look = brand.map_or(Some(Look::default()), |field| brand::read(&field, reader));
    let host = host.and_then(|field| self::host(&field, reader));
    let public_url = public_url.and_then(|field| self::public_url(&field, reader));
    let own_path = own_path.map_or(Some(OWN_PATH.to_owned()), |field| self::own_path(&field, reader));
    let hsts = hsts.map_or(Some(HSTS), |field| field.boolean(reader));
    let authorization_server = authorization_server.and_then(|field| {
        let name = field.free_text(reader, "the name of an authorization server")?;
        Some(Placed { value: name.to_owned(), place: field.place })
    });
    let lifetimes = sessions.map_or(Some(None), |field| sessions::of_site(&field, reader).map(Some));
    let routes = routes.and_then(|field| routes::read(&field, own_path.as_deref(), reader));
    let activity = activity.map_or(Some(Activity::default()), |field| activity::read(&field, reader));
    let sign_out_paths =
        sign_out_paths.map_or(Some(Vec::new()), |field| leaving::paths(&field, own_path.as_deref(), reader));
    let clear_site_data = clear_site_data.map_or(Some(Vec::new()), |field| leaving::site_data(&field, reader));
    Some(SiteDraft {
        name,
        look,
        host,
        public_url,
        own_path,
        hsts,
        authorization_server,
        lifetimes,
        routes,
        activity,
        sign_out_paths,
        clear_site_data,
    })
}

/// What people call it stands in page titles and headings.
fn name(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    const EXPECTED: &str = "a name of at most 80 characters in one line";
    let text = field.free_text(reader, EXPECTED)?.trim();
    if text.is_empty() || text.chars().count() > 80 || text.contains(char::is_control) {
        field.unlike(reader, EXPECTED);
        return None;
    }
    Some(text.to_owned())
}

fn host(field: &Field<'_>, reader: &Reader<'_>) -> Option<Placed<HostPattern>> {
    let text = field.text(reader, HOST)?;
    let refuse = |hint: &str| {
        let fault = Fault::new(&field.place, quoted(text), HOST);
        reader.fault(if hint.is_empty() { fault } else { fault.hint(hint) });
        None
    };
    if text == "*" {
        return Some(Placed { value: HostPattern::Any, place: field.place.clone() });
    }
    if text.contains("://") {
        return refuse("the host stands alone here; the URL belongs into `public_url`");
    }
    if text.contains('*') {
        return refuse("a pattern with more than the star alone is not understood; write one site for each host");
    }
    match Host::parse(text) {
        // Browsers send what the URL standard makes of a host, so only that can be compared with.
        Ok(host) if host.to_string() == text.to_ascii_lowercase() => {
            Some(Placed { value: HostPattern::Exact(host.to_string()), place: field.place.clone() })
        }
        Ok(host) => refuse(&format!("browsers write it {host}")),
        Err(_) => match text.rsplit_once(':') {
            Some((host, port)) if port.parse::<u16>().is_ok() => {
                refuse(&format!("hosts are compared without their port; write {host}"))
            }
            _ => refuse(""),
        },
    }
}

/// Plain http is for loopback hosts: anywhere else cookies and tokens would travel in the open.
fn public_url(field: &Field<'_>, reader: &Reader<'_>) -> Option<Placed<PublicUrl>> {
    let text = field.text(reader, PUBLIC_URL)?;
    let refuse = |found: &str, hint: &str| {
        let fault = Fault::new(&field.place, format!("{}{found}", quoted(text)), PUBLIC_URL);
        reader.fault(if hint.is_empty() { fault } else { fault.hint(hint) });
        None
    };
    let Some(url) = Url::parse(text).ok().filter(|url| url.has_host() && matches!(url.scheme(), "http" | "https"))
    else {
        return refuse("", if text.contains("://") { "" } else { "it begins with https://" });
    };
    if has_credentials(&url) || !has_only_an_origin(&url) {
        let origin = url.origin().ascii_serialization();
        return refuse(", which is more than an origin", &format!("write {origin}"));
    }
    if url.scheme() == "http" && !is_loopback(&url) {
        let secure = url.host_str().unwrap_or_default();
        return refuse(
            ", which is plain http",
            &format!(
                "plain http is for loopback hosts; write https://{secure} and give a listener `tls` or `tls_terminated_by`"
            ),
        );
    }
    if url.scheme() == "http" {
        reader.warn(
            &field.place,
            "cookies travel over plain http, without Secure and __Host-; that is for trying things out",
        );
    }
    let value = PublicUrl::new(&url)?;
    Some(Placed { value, place: field.place.clone() })
}

fn own_path(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    let text = field.text(reader, PREFIX)?;
    let refuse = |hint: &str| {
        reader.fault(Fault::new(&field.place, quoted(text), PREFIX).hint(hint));
        None
    };
    let Some(segments) = text.strip_prefix('/') else { return refuse("it begins with a slash") };
    if segments.is_empty() {
        return refuse("the gateway's own paths need a prefix, or nothing would be left to the application");
    }
    if text.len() > 64 {
        return refuse("at most 64 characters: it stands in every cookie and link");
    }
    let is_plain = |segment: &str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
        !segment.is_empty() && segment != "." && segment != ".." && segment.bytes().all(plain)
    };
    if !segments.split('/').all(is_plain) {
        return refuse("segments of letters, digits, `-`, `_`, `.` and `~`, with no slash at the end");
    }
    Some(text.to_owned())
}
