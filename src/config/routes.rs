//! Which requests go where, and who may send them.

use std::cmp::Reverse;
use std::sync::Arc;
use std::time::Duration;

use http::Method;

use super::credentials::Beside;
use super::faults::{Fault, quoted};
use super::file;
use super::reader::{Field, Placed, Reader, values};
use super::words::ServiceWorker;
use super::{
    Access, ClientAuthorization, Credentials, RequiredAuthentication, Route, TargetMode, Upstream, authentication,
    credentials, stores, upstreams,
};

/// How long connecting may take when the file does not say.
pub(super) const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long an upstream may stay silent when the file does not say.
pub(super) const READ_TIMEOUT: Duration = Duration::from_secs(60);
/// The word for a timeout that never comes.
pub(super) const NEVER: &str = "never";
/// Applications that were reached directly know themselves by the public host.
pub(super) const PRESERVE_HOST: bool = true;

const PATH: &str = "a path such as /assets";
const METHOD: &str = "a method in capitals, such as GET";

/// A route as far as its own section tells.
pub(super) struct RouteDraft {
    path: Option<Placed<String>>,
    methods: Option<Option<Vec<Method>>>,
    pub(super) upstream: Option<Placed<Upstream>>,
    access: Option<Access>,
    authentication: Option<Option<RequiredAuthentication>>,
    pub(super) credentials: Option<Placed<Credentials>>,
    client_authorization: Option<ClientAuthorization>,
    target: Option<TargetMode>,
    service_worker: Option<bool>,
    preserve_host: Option<bool>,
    outage_grace: Option<Option<Duration>>,
}

impl RouteDraft {
    fn finish(self) -> Option<Route> {
        Some(Route {
            path: self.path?.value,
            methods: self.methods?,
            upstream: self.upstream?.value,
            access: self.access?,
            authentication: self.authentication?,
            credentials: self.credentials?.value,
            client_authorization: self.client_authorization?,
            target: self.target?,
            service_worker: self.service_worker?,
            preserve_host: self.preserve_host?,
            outage_grace: self.outage_grace?,
        })
    }
}

/// The routes as they are tried: longest path first, and of one path those for certain methods before the one for all.
pub(super) fn in_order_of_matching(drafts: Vec<RouteDraft>) -> Vec<Arc<Route>> {
    let mut routes: Vec<Arc<Route>> = drafts.into_iter().filter_map(RouteDraft::finish).map(Arc::new).collect();
    routes.sort_by_key(|route| (Reverse(route.path.len()), route.methods.is_none()));
    routes
}

/// Reads the routes of a site; `own_path` is the prefix that none of them may claim.
pub(super) fn read(field: &Field<'_>, own_path: Option<&str>, reader: &Reader<'_>) -> Option<Vec<RouteDraft>> {
    let items = field.list(reader, "a list with at least one route")?;
    let drafts: Vec<RouteDraft> = items.iter().filter_map(|item| route(item, own_path, reader)).collect();
    refuse_overlaps(&drafts, reader);
    Some(drafts)
}

fn route(field: &Field<'_>, own_path: Option<&str>, reader: &Reader<'_>) -> Option<RouteDraft> {
    let mut section = field.section::<file::Route>(reader, "a mapping with `path` and `upstream`")?;
    let path = section.required("path", PATH);
    let methods = section.optional("methods");
    let upstream = section.required("upstream", upstreams::EXPECTED);
    let access = section.optional("access");
    let acr = section.optional("acr");
    let max_age = section.optional("max_age");
    let credentials = section.optional("credentials");
    let bearer = section.optional("bearer");
    let client_authorization = section.optional("client_authorization");
    let target = section.optional("target");
    let service_worker = section.optional("service_worker");
    let preserve_host = section.optional("preserve_host");
    let outage_grace = section.optional("outage_grace");
    section.finish();

    let path = path.and_then(|field| self::path(&field, own_path, reader));
    let methods = methods.map_or(Some(None), |field| self::methods(&field, reader).map(Some));
    let upstream = upstream.and_then(|field| upstreams::read(&field, reader));
    let access = access.map_or(Some(Access::SignedIn), |field| field.word(reader));
    let asked_for = acr.as_ref().or(max_age.as_ref()).map(|field| field.place.clone());
    let authentication = required_authentication(acr.as_ref(), max_age.as_ref(), access, reader);
    let authorization_place = client_authorization.as_ref().map(|field| field.place.clone());
    let client_authorization =
        client_authorization.map_or(Some(ClientAuthorization::Remove), |field| field.word(reader));
    let beside = Beside { access, client_authorization, authentication: asked_for.as_ref() };
    let place = bearer.as_ref().unwrap_or(field).place.clone();
    let credentials = credentials::read(credentials.as_ref(), bearer.as_ref(), &beside, reader);
    let credentials = credentials.map(|value| Placed { value, place });
    let target = target.map_or(Some(TargetMode::Canonical), |field| field.word(reader));
    let service_worker = service_worker.map_or(Some(ServiceWorker::Refuse), |field| field.word(reader));
    let preserve_host = preserve_host.map_or(Some(PRESERVE_HOST), |field| field.boolean(reader));
    let outage_grace = outage_grace.map_or(Some(None), |field| stores::outage_grace(&field, reader).map(Some));

    if let (Some(place), Some(Access::SignedIn), Some(ClientAuthorization::Pass)) =
        (authorization_place, access, client_authorization)
    {
        reader.warn(
            &place,
            "on a signed-in route the gateway's own Authorization header takes the place of the client's",
        );
    }
    Some(RouteDraft {
        path,
        methods,
        upstream,
        access,
        authentication,
        credentials,
        client_authorization,
        target,
        service_worker: service_worker.map(|answer| answer == ServiceWorker::Allow),
        preserve_host,
        outage_grace,
    })
}

/// What is asked of the authentication: it means something only where somebody must be signed in.
fn required_authentication(
    acr: Option<&Field<'_>>,
    max_age: Option<&Field<'_>>,
    access: Option<Access>,
    reader: &Reader<'_>,
) -> Option<Option<RequiredAuthentication>> {
    let Some(first) = acr.or(max_age) else { return Some(None) };
    if access.is_some_and(|access| access != Access::SignedIn) {
        let fault = Fault::saying(&first.place, "only a session has a level and an age of its authentication");
        reader.fault(fault.hint("leave out `access`, or set it to `signed_in`"));
    }
    let acr = acr.map_or(Some(Vec::new()), |field| authentication::acr(field, reader));
    let max_age = max_age.map_or(Some(None), |field| authentication::max_age(field, reader).map(Some));
    Some(Some(RequiredAuthentication { acr: acr?, max_age: max_age? }))
}

/// Routes are matched against the decoded path of a target that has one reading only, so theirs has one too.
fn path(field: &Field<'_>, own_path: Option<&str>, reader: &Reader<'_>) -> Option<Placed<String>> {
    let text = plain_path(field, reader, PATH)?;
    let is_own = |own: &str| text.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if let Some(own) = own_path.filter(|own| is_own(own)) {
        let fault = Fault::new(&field.place, format!("{}, a path of the gateway itself", quoted(text)), PATH);
        reader.fault(fault.hint(format!("everything below {own} is served by the gateway; `own_path` moves it")));
        return None;
    }
    Some(Placed { value: text.to_owned(), place: field.place.clone() })
}

/// A path that is compared with those of requests: decoded, and with one reading only.
pub(super) fn plain_path<'n>(field: &Field<'n>, reader: &Reader<'_>, expected: &str) -> Option<&'n str> {
    let text = field.text(reader, expected)?;
    if let Some(hint) = flaw_of(text) {
        reader.fault(Fault::new(&field.place, quoted(text), expected).hint(hint));
        return None;
    }
    Some(text)
}

fn flaw_of(path: &str) -> Option<&'static str> {
    let segments = path.strip_prefix('/').unwrap_or_default();
    if !path.starts_with('/') {
        Some("it begins with a slash")
    } else if path == "/" {
        None
    } else if path.contains(['*', '{', '}']) {
        Some("there are no patterns: a path matches itself and everything below it")
    } else if path.contains(['?', '#']) {
        Some("a route is a path; queries and fragments are not matched")
    } else if path.ends_with('/') {
        Some("leave out the slash at the end: a path matches itself and everything below it")
    } else if segments.split('/').any(str::is_empty) {
        Some("there are two slashes in a row")
    } else if segments.split('/').any(|segment| matches!(segment, "." | "..")) {
        Some("`.` and `..` are no segments of a path here")
    } else if path.contains('%') {
        Some("write it decoded: /café, not /caf%C3%A9")
    } else if path.contains([';', '\\']) || path.contains(char::is_control) {
        Some("`;`, `\\` and control characters are read differently by different servers")
    } else {
        None
    }
}

fn methods(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<Method>> {
    let again = |method: &Method| format!("{method} again");
    let listed =
        field.each_once(reader, "a list of methods", |item| method(item, reader), again, "each method once")?;
    let mut methods = values(listed);
    // RFC 9110 §9.3.2: HEAD asks for what GET would answer.
    if methods.contains(&Method::GET) && !methods.contains(&Method::HEAD) {
        methods.push(Method::HEAD);
    }
    Some(methods)
}

fn method(field: &Field<'_>, reader: &Reader<'_>) -> Option<Method> {
    let text = field.text(reader, METHOD)?;
    let fault = Fault::new(&field.place, quoted(text), METHOD);
    match text {
        "CONNECT" | "TRACE" => reader.fault(fault.hint("the gateway never forwards this method")),
        _ if text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-') => {
            return Method::from_bytes(text.as_bytes()).ok();
        }
        _ if text.is_ascii() => {
            reader.fault(fault.hint(format!("methods are case-sensitive; write {}", text.to_ascii_uppercase())));
        }
        _ => reader.fault(fault),
    }
    None
}

/// Two routes must not claim the same request, or the file would not say which one gets it.
fn refuse_overlaps(drafts: &[RouteDraft], reader: &Reader<'_>) {
    for (index, later) in drafts.iter().enumerate() {
        let (Some(path), Some(methods)) = (&later.path, &later.methods) else { continue };
        let earlier =
            drafts[..index].iter().filter_map(|earlier| Some((earlier.path.as_ref()?, earlier.methods.as_ref()?)));
        let same = earlier.filter(|(earlier, _)| earlier.value == path.value);
        for (earlier, earlier_methods) in same {
            let shared = match (earlier_methods, methods) {
                (None, None) => Some("all methods".to_owned()),
                (Some(one), Some(other)) => one.iter().find(|method| other.contains(method)).map(Method::to_string),
                // A route for certain methods beside one for all others.
                _ => None,
            };
            if let Some(shared) = shared {
                let found = format!(
                    "{} for {shared}, which the route in line {} takes",
                    quoted(&path.value),
                    earlier.place.at.line
                );
                reader.fault(Fault::new(&path.place, found, "another path or other methods"));
            }
        }
    }
}
