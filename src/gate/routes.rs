//! Which site and which route a request belongs to.
//!
//! Host, then longest path, then method; no match is 404, never a default upstream. Paths are compared decoded once, as
//! applications read them; the query never takes part. Where an application might read a path more generously than that,
//! the stricter reading wins: a request that differs from a more protected route only in case, in dots and spaces at the
//! end of a segment, or by what follows a decoded `?`, `#` or `:`, has no route, and an ambiguous target must lead to the
//! same raw route in every reading.

use std::collections::HashMap;
use std::sync::Arc;

use http::{HeaderValue, Method};

use super::activity::Activity;
use super::{CanonicalTarget, Refusal, RequestHost, ReturnTarget, framing, path};
use crate::config::{Access, Config, HostPattern, RequiredAuthentication, Route, Site, TargetMode};

/// All sites and routes, prepared for looking up without allocation.
#[derive(Debug)]
pub struct RouteTable {
    by_host: HashMap<String, usize>,
    any_host: Option<usize>,
    sites: Vec<SiteRoutes>,
}

#[derive(Debug)]
struct SiteRoutes {
    site: Arc<Site>,
    activity: Activity,
    sign_out_paths: Vec<Vec<u8>>,
    /// Longest path first.
    entries: Vec<Arc<RouteEntry>>,
}

/// A route with what its matching needs.
#[derive(Debug)]
pub struct RouteEntry {
    /// Its place among all routes of all sites: for tables that run beside this one.
    pub index: usize,
    /// The route itself.
    pub route: Arc<Route>,
    path: Vec<u8>,
}

/// Where a request goes.
#[derive(Clone, Copy, Debug)]
pub enum Destination<'t> {
    /// One of the gateway's own pages.
    OwnPath,
    /// The site lives at another address: its `public_url`.
    PublicUrl,
    /// An application.
    Route(&'t Arc<RouteEntry>),
}

impl RouteTable {
    /// Prepares the sites of `config`; their indexes are those of `config.sites`.
    pub fn new(config: &Config) -> Self {
        let mut by_host = HashMap::new();
        let mut any_host = None;
        let mut sites = Vec::with_capacity(config.sites.len());
        let mut next_index = 0..;
        for (index, site) in config.sites.iter().enumerate() {
            match &site.host {
                HostPattern::Any => any_host = Some(index),
                HostPattern::Exact(host) => {
                    by_host.insert(host.to_ascii_lowercase(), index);
                }
            }
            let entry = |route: &Arc<Route>| {
                let path = path::decoded(route.path.as_bytes()).into_owned();
                Arc::new(RouteEntry { index: next_index.next().unwrap_or_default(), route: Arc::clone(route), path })
            };
            let mut entries: Vec<_> = site.routes.iter().map(entry).collect();
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.path.len()));
            let sign_out_paths = site.sign_out_paths.iter().map(|path| path::decoded(path.as_bytes()).into_owned());
            sites.push(SiteRoutes {
                site: Arc::clone(site),
                activity: Activity::new(&site.activity),
                sign_out_paths: sign_out_paths.collect(),
                entries,
            });
        }
        Self { by_host, any_host, sites }
    }

    /// What is asked of the authentication by the route that `target` leads to: for its page, else for whatever else its path
    /// takes, for after a form was refused its address is what there is to come back to.
    ///
    /// # Panics
    /// If `site` is no index of this table.
    pub fn required_authentication(&self, site: usize, target: &ReturnTarget) -> Option<&RequiredAuthentication> {
        let path = path::decoded(path::of_target(target.as_str()).as_bytes());
        let entries = || self.sites[site].entries.iter();
        let found = entries().find(|entry| path::is_under(&path, &entry.path))?;
        let of_this_path = || entries().filter(|entry| entry.path == found.path).map(|entry| &entry.route);
        let page = of_this_path().find(|route| takes(route, &Method::GET));
        page.and_then(|route| route.authentication.as_ref())
            .or_else(|| of_this_path().find_map(|route| route.authentication.as_ref()))
    }

    /// What counts as use of a session of that site.
    ///
    /// # Panics
    /// If `site` is no index of this table.
    pub fn activity(&self, site: usize) -> &Activity {
        &self.sites[site].activity
    }

    /// Whether people leave the application of that site by `target`; a slash at the end makes no difference.
    ///
    /// # Panics
    /// If `site` is no index of this table.
    pub fn leads_out(&self, site: usize, target: &CanonicalTarget) -> bool {
        let paths = &self.sites[site].sign_out_paths;
        if paths.is_empty() {
            return false;
        }
        let path = target.decoded_path();
        let bare = path.strip_suffix(b"/").unwrap_or(&path);
        paths.iter().any(|leading_out| leading_out == bare)
    }

    /// All routes, each with its site and the index of that.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &Arc<Site>, &Arc<RouteEntry>)> {
        let sites = self.sites.iter().enumerate();
        sites.flat_map(|(index, site)| site.entries.iter().map(move |entry| (index, &site.site, entry)))
    }

    /// The site that a host belongs to: its own name, else the site for every host.
    ///
    /// # Errors
    /// [`Refusal::Misdirected`] when no site has this host.
    pub fn site(&self, host: RequestHost<'_>) -> Result<usize, Refusal> {
        let name = host.name();
        let exact = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.by_host.get(&name.to_ascii_lowercase())
        } else {
            self.by_host.get(name)
        };
        exact.copied().or(self.any_host).ok_or(Refusal::Misdirected)
    }

    /// Where a request to that site goes.
    ///
    /// # Errors
    /// The [`Refusal`] to answer with: no route, no such method, or a target that this route does not take.
    ///
    /// # Panics
    /// If `site` is no index of this table.
    pub fn destination(
        &self,
        site: usize,
        host: RequestHost<'_>,
        target: &CanonicalTarget,
        method: &Method,
    ) -> Result<Destination<'_>, Refusal> {
        let routes = &self.sites[site];
        let found = routes.lookup(&target.decoded_path(), method);
        if let Some(ambiguity) = target.ambiguity() {
            let Ok(Destination::Route(entry)) = found else { return Err(ambiguity.into()) };
            if entry.route.target == TargetMode::Canonical || !routes.all_readings_lead_to(entry, target, method) {
                return Err(ambiguity.into());
            }
        }
        if !routes.live_at(host) {
            return Ok(Destination::PublicUrl);
        }
        found
    }
}

impl SiteRoutes {
    /// Whether the site is served under that address, and not only led away from it. A site for every host takes its own under
    /// whatever port it came by: nobody said how its requests arrive.
    fn live_at(&self, host: RequestHost<'_>) -> bool {
        match self.site.host {
            HostPattern::Exact(_) => host.is_of(&self.site.public_url),
            HostPattern::Any => host.name().eq_ignore_ascii_case(self.site.public_url.host()),
        }
    }

    fn lookup(&self, path: &[u8], method: &Method) -> Result<Destination<'_>, Refusal> {
        if path::is_under(path, self.site.own_path.as_bytes()) {
            return Ok(Destination::OwnPath);
        }
        let found = self.entries.iter().position(|entry| path::is_under(path, &entry.path));
        let Some(found) = found else { return Err(Refusal::NotFound) };
        // What is compared is the route that would be taken, not whichever of its path is written first.
        let entry = self.by_method(&self.entries[found].path, method)?;
        let mut near_misses = self.entries[..found].iter().filter(|longer| path::is_nearly_under(path, &longer.path));
        if near_misses.any(|near| keeps_out_more(&near.route, &entry.route)) {
            return Err(Refusal::NotFound);
        }
        Ok(Destination::Route(entry))
    }

    /// The first route of exactly this path that takes the method.
    fn by_method(&self, path: &[u8], method: &Method) -> Result<&Arc<RouteEntry>, Refusal> {
        let of_this_path = || self.entries.iter().filter(|entry| entry.path == path);
        of_this_path()
            .find(|entry| takes(&entry.route, method))
            .ok_or_else(|| Refusal::MethodNotAllowed(allow(of_this_path().map(|entry| &*entry.route))))
    }

    /// Whether an application that reads the target as it stands, and one that undoes every disguise, both stay in this route.
    fn all_readings_lead_to(&self, entry: &Arc<RouteEntry>, target: &CanonicalTarget, method: &Method) -> bool {
        [target.path().as_bytes(), &target.lax_path()].into_iter().all(|reading| {
            matches!(self.lookup(reading, method), Ok(Destination::Route(other)) if other.index == entry.index)
        })
    }
}

fn takes(route: &Route, method: &Method) -> bool {
    route.methods.as_ref().map_or_else(|| framing::is_common_method(method), |methods| methods.contains(method))
}

fn allow<'r>(routes: impl Iterator<Item = &'r Route>) -> HeaderValue {
    let mut methods: Vec<&str> = Vec::new();
    for route in routes {
        let Some(named) = &route.methods else { return framing::common_methods() };
        methods.extend(named.iter().map(Method::as_str));
    }
    methods.sort_unstable();
    methods.dedup();
    HeaderValue::try_from(methods.join(", ")).unwrap_or_else(|_| framing::common_methods())
}

/// Whether `near` keeps somebody out whom `other` lets in. Of two routes that ask for different authentications neither lets in
/// all that the other does.
fn keeps_out_more(near: &Route, other: &Route) -> bool {
    strictness(near) > strictness(other)
        || (near.authentication.is_some() && near.authentication != other.authentication)
}

/// How much a route protects, for comparing two of them.
const fn strictness(route: &Route) -> u8 {
    match route.access {
        Access::Public => 0,
        Access::Optional => 1,
        Access::SignedIn => 2,
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, header};

    use super::super::testing::{config, route};
    use super::*;
    use crate::config::Site;

    fn table(routes: Vec<Route>) -> RouteTable {
        RouteTable::new(&config("app.example.com", "https://app.example.com", routes))
    }

    /// The path of the route that a request reaches, or what becomes of it instead.
    fn found(table: &RouteTable, method: &Method, host: &str, target: &str) -> Result<String, Refusal> {
        let headers = HeaderMap::from_iter([(header::HOST, HeaderValue::try_from(host).expect("a host"))]);
        let host = RequestHost::of(None, &headers)?;
        let target = CanonicalTarget::from_request_line(&Bytes::copy_from_slice(target.as_bytes()), host.as_str())?;
        let site = table.site(host)?;
        Ok(match table.destination(site, host, &target, method)? {
            Destination::OwnPath => "own".to_owned(),
            Destination::PublicUrl => "public_url".to_owned(),
            Destination::Route(entry) => entry.route.path.clone(),
        })
    }

    fn get(table: &RouteTable, target: &str) -> Result<String, Refusal> {
        found(table, &Method::GET, "app.example.com", target)
    }

    #[test]
    fn the_longest_path_wins_on_segment_boundaries() {
        let table =
            table(vec![route("/", Access::SignedIn), route("/app", Access::Public), route("/app/x", Access::Public)]);

        assert_eq!(get(&table, "/app/x/y").as_deref(), Ok("/app/x"));
        assert_eq!(get(&table, "/app/xy").as_deref(), Ok("/app"));
        assert_eq!(get(&table, "/apple").as_deref(), Ok("/"));
        assert_eq!(get(&table, "/app").as_deref(), Ok("/app"));
    }

    #[test]
    fn what_has_no_route_is_not_found() {
        let table = table(vec![route("/app", Access::Public)]);

        assert_eq!(get(&table, "/"), Err(Refusal::NotFound));
        assert_eq!(get(&table, "/other"), Err(Refusal::NotFound));
        assert_eq!(get(&table, "/App"), Err(Refusal::NotFound));
    }

    #[test]
    fn the_query_never_takes_part_in_matching() {
        let table = table(vec![route("/", Access::SignedIn), route("/public", Access::Public)]);

        for target in ["/private?x=/public/status", "/private?/../public", "/?/public", "/x?y#".trim_end_matches('#')] {
            assert_eq!(get(&table, target).as_deref(), Ok("/"), "{target}");
        }
    }

    #[test]
    fn own_paths_end_on_a_segment_boundary() {
        let table = table(vec![route("/", Access::SignedIn)]);

        assert_eq!(get(&table, "/.gatehouse").as_deref(), Ok("own"));
        assert_eq!(get(&table, "/.gatehouse/sign-out?x").as_deref(), Ok("own"));
        assert_eq!(get(&table, "/.gatehousex").as_deref(), Ok("/"));
        assert_eq!(get(&table, "/x/.gatehouse").as_deref(), Ok("/"));
    }

    #[test]
    fn encoded_letters_are_the_letters_they_spell() {
        let table =
            table(vec![route("/", Access::Public), route("/admin", Access::SignedIn), route("/é", Access::SignedIn)]);

        assert_eq!(get(&table, "/%61dmin").as_deref(), Ok("/admin"));
        assert_eq!(get(&table, "/%C3%A9").as_deref(), Ok("/é"));
    }

    #[test]
    fn a_path_that_only_resembles_a_stricter_route_has_none() {
        let table = table(vec![route("/", Access::Public), route("/admin", Access::SignedIn)]);

        for spelling in super::super::attack_lines(include_str!("../../tests/attacks/admin_spellings.txt")) {
            let target = String::from_utf8(spelling).expect("these are ASCII");
            assert_eq!(get(&table, &target), Err(Refusal::NotFound), "{target}");
        }
        assert_eq!(get(&table, "/administrator").as_deref(), Ok("/"));
        assert_eq!(get(&table, "/a.b:c").as_deref(), Ok("/"));
    }

    #[test]
    fn resemblance_is_judged_segment_by_segment() {
        let table = table(vec![route("/", Access::Public), route("/a/admin", Access::SignedIn)]);

        for target in ["/a./admin", "/A%20/admin:x/y", "/a:b/admin", "/a/%20/admin"] {
            assert_eq!(get(&table, target), Err(Refusal::NotFound), "{target}");
        }
        assert_eq!(get(&table, "/a./users").as_deref(), Ok("/"));
    }

    #[test]
    fn a_path_that_only_resembles_a_laxer_route_keeps_the_stricter_one() {
        let table = table(vec![route("/", Access::SignedIn), route("/public", Access::Public)]);

        assert_eq!(get(&table, "/PUBLIC/x").as_deref(), Ok("/"));
        assert_eq!(get(&table, "/public%23").as_deref(), Ok("/"));
    }

    fn strict(path: &str, level: &str) -> Route {
        let authentication = Some(RequiredAuthentication { acr: vec![level.to_owned()], max_age: None });
        Route { authentication, ..route(path, Access::SignedIn) }
    }

    #[test]
    fn a_path_that_only_resembles_one_with_a_level_has_none() {
        let table = table(vec![route("/", Access::SignedIn), strict("/admin", "phr"), strict("/admin/keys", "phrh")]);

        for target in ["/Admin", "/admin./x", "/admin/KEYS", "/admin%20/keys"] {
            assert_eq!(get(&table, target), Err(Refusal::NotFound), "{target}");
        }
        assert_eq!(get(&table, "/admin/key").as_deref(), Ok("/admin"));
    }

    #[test]
    fn a_resemblance_is_judged_by_the_route_that_the_method_leads_to() {
        let post = Route { methods: Some(vec![Method::POST]), ..strict("/", "phr") };
        let table =
            table(vec![post, route("/", Access::Public), route("/admin", Access::SignedIn), strict("/pay", "phr")]);

        for target in ["/ADMIN", "/admin.", "/admin%20", "/PAY", "/pay%20/x"] {
            assert_eq!(get(&table, target), Err(Refusal::NotFound), "{target}");
        }
        assert_eq!(found(&table, &Method::POST, "app.example.com", "/PAY").as_deref(), Ok("/"));
    }

    #[test]
    fn what_a_target_asks_for_is_what_its_route_asks_for() {
        let post = Route { methods: Some(vec![Method::POST]), ..strict("/pay", "phr") };
        let read = Route { methods: Some(vec![Method::GET]), ..strict("/read", "phrh") };
        let write = Route { methods: Some(vec![Method::POST]), ..strict("/read", "phr") };
        let table = table(vec![route("/", Access::SignedIn), strict("/admin", "2fa"), post, read, write]);
        let asked = |target: &str| {
            let target = ReturnTarget::parse(target, "/.gatehouse").expect("a local target");
            table.required_authentication(0, &target).map(|required| required.acr.join(" "))
        };

        assert_eq!(asked("/admin/x?y=/"), Some("2fa".to_owned()));
        assert_eq!(asked("/adm%69n"), Some("2fa".to_owned()));
        assert_eq!(asked("/administrator"), None);
        assert_eq!(asked("/read"), Some("phrh".to_owned()));
        assert_eq!(asked("/pay"), Some("phr".to_owned()));
    }

    #[test]
    fn a_sign_out_path_is_that_path_and_no_other() {
        let mut config = config("app.example.com", "https://app.example.com", vec![route("/", Access::SignedIn)]);
        let paths = ["/logout", "/account/log.off"].map(str::to_owned).to_vec();
        config.sites = vec![Arc::new(Site { sign_out_paths: paths, ..Site::clone(&config.sites[0]) })];
        let table = RouteTable::new(&config);
        let leads_out = |target: &str| {
            let target = Bytes::copy_from_slice(target.as_bytes());
            table.leads_out(0, &CanonicalTarget::from_request_line(&target, "app.example.com").expect("a target"))
        };

        for target in ["/logout", "/logout/", "/logout?next=/", "/log%6Fut", "/account/log.off"] {
            assert!(leads_out(target), "{target}");
        }
        for target in ["/", "/logout/done", "/logouts", "/x/logout", "/?x=/logout", "/account"] {
            assert!(!leads_out(target), "{target}");
        }
    }

    #[test]
    fn methods_are_looked_at_after_the_path() {
        let read = Route { methods: Some(vec![Method::GET, Method::HEAD]), ..route("/api", Access::Public) };
        let write = Route { methods: Some(vec![Method::POST]), ..route("/api", Access::SignedIn) };
        let table = table(vec![route("/", Access::SignedIn), read, write]);
        let ask = |method: Method| found(&table, &method, "app.example.com", "/api/x");

        assert_eq!(ask(Method::GET).as_deref(), Ok("/api"));
        assert_eq!(ask(Method::POST).as_deref(), Ok("/api"));
        let refused = Refusal::MethodNotAllowed(HeaderValue::from_static("GET, HEAD, POST"));
        assert_eq!(ask(Method::DELETE), Err(refused));
    }

    #[test]
    fn unusual_methods_need_a_route_that_names_them() {
        let propfind = Method::from_bytes(b"PROPFIND").expect("a token");
        let dav = Route { methods: Some(vec![propfind.clone()]), ..route("/dav", Access::SignedIn) };
        let table = table(vec![route("/", Access::SignedIn), dav]);

        assert_eq!(found(&table, &propfind, "app.example.com", "/dav/x").as_deref(), Ok("/dav"));
        assert!(matches!(found(&table, &propfind, "app.example.com", "/x"), Err(Refusal::MethodNotAllowed(_))));
    }

    #[test]
    fn hosts_match_whatever_their_case() {
        let table = table(vec![route("/", Access::SignedIn)]);

        for host in ["app.example.com", "APP.example.com", "app.example.com:443"] {
            assert_eq!(found(&table, &Method::GET, host, "/").as_deref(), Ok("/"), "{host}");
        }
        assert_eq!(found(&table, &Method::GET, "other.example.com", "/"), Err(Refusal::Misdirected));
    }

    #[test]
    fn another_port_or_a_final_dot_is_led_to_the_public_url_of_a_named_site() {
        let named = table(vec![route("/", Access::SignedIn)]);
        let any = RouteTable::new(&config("*", "https://app.example.com", vec![route("/", Access::SignedIn)]));
        let demo = RouteTable::new(&config("localhost", "http://localhost:8080", vec![route("/", Access::SignedIn)]));

        for host in ["app.example.com:8443", "app.example.com:1", "app.example.com."] {
            assert_eq!(found(&named, &Method::GET, host, "/").as_deref(), Ok("public_url"), "{host}");
            assert_eq!(found(&any, &Method::GET, host, "/").as_deref(), Ok("/"), "{host}");
        }
        assert_eq!(found(&demo, &Method::GET, "localhost:8080", "/").as_deref(), Ok("/"));
        assert_eq!(found(&demo, &Method::GET, "localhost:1", "/").as_deref(), Ok("public_url"));
    }

    #[test]
    fn another_host_of_a_site_is_led_to_its_public_url() {
        let any = RouteTable::new(&config("*", "https://app.example.com", vec![route("/", Access::SignedIn)]));

        assert_eq!(found(&any, &Method::GET, "10.0.0.1", "/a").as_deref(), Ok("public_url"));
        assert_eq!(found(&any, &Method::GET, "app.example.com", "/a").as_deref(), Ok("/"));
    }

    #[test]
    fn a_named_host_goes_before_the_site_for_every_host() {
        let mut both = config("*", "https://any.example.com", vec![route("/", Access::SignedIn)]);
        let named = config("app.example.com", "https://app.example.com", vec![route("/", Access::SignedIn)]);
        both.sites.extend(named.sites.iter().map(|site| Arc::new(Site::clone(site))));
        let table = RouteTable::new(&both);
        let headers = HeaderMap::from_iter([(header::HOST, HeaderValue::from_static("app.example.com"))]);

        assert_eq!(table.site(RequestHost::of(None, &headers).expect("a host")), Ok(1));
    }

    #[test]
    fn ambiguous_targets_need_a_raw_route() {
        let raw = Route { target: TargetMode::Raw, ..route("/files", Access::SignedIn) };
        let table = table(vec![route("/", Access::SignedIn), raw]);

        assert_eq!(get(&table, "/files/a%2Fb//c;d").as_deref(), Ok("/files"));
        assert!(matches!(get(&table, "/other/a%2Fb"), Err(Refusal::BadTarget(_))));
    }

    #[test]
    fn an_ambiguous_target_must_lead_to_the_same_route_in_every_reading() {
        let raw = |path| Route { target: TargetMode::Raw, ..route(path, Access::Public) };
        let table = table(vec![raw("/"), raw("/files"), route("/admin", Access::SignedIn)]);

        for target in ["/admin%2fx", "//admin", "/admin;x", "/%5cadmin", "/%2561dmin", "/files%2fx", "/%2egatehouse/x"]
        {
            assert!(matches!(get(&table, target), Err(Refusal::BadTarget(_))), "{target}");
        }
        assert_eq!(get(&table, "/x%2fy").as_deref(), Ok("/"));
    }
}
