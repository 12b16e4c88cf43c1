//! The application behind a route: an origin, alone or with timeouts.

use std::time::Duration;

use url::{Host, Url};

use super::faults::{Fault, quoted};
use super::file;
use super::origins::{has_credentials, has_only_an_origin};
use super::reader::{Field, Placed, Reader};
use super::routes::{CONNECT_TIMEOUT, NEVER, READ_TIMEOUT};
use super::tree::Value;
use super::{Upstream, duration};

/// What a fault says is expected.
pub(super) const EXPECTED: &str = "the origin of the application, such as http://127.0.0.1:9000";

const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// Reads the upstream in its short or its long form.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Placed<Upstream>> {
    if !matches!(field.value(), Value::Map(_)) {
        return origin(field, CONNECT_TIMEOUT, Some(READ_TIMEOUT), reader);
    }
    let mut section = field.section::<file::DetailedUpstream>(reader, "a mapping with `url`")?;
    let url = section.required("url", EXPECTED);
    let connect_timeout = section.optional("connect_timeout");
    let read_timeout = section.optional("read_timeout");
    section.finish();

    let connect_timeout = connect_timeout.map_or(Some(CONNECT_TIMEOUT), |field| timeout(&field, reader));
    let read_timeout = read_timeout.map_or(Some(Some(READ_TIMEOUT)), |field| match field.value() {
        Value::Text(text) if text == NEVER => Some(None),
        _ => timeout(&field, reader).map(Some),
    });
    // The address is looked at even when a timeout is wrong.
    let upstream = origin(&url?, CONNECT_TIMEOUT, None, reader)?;
    let value = Upstream { connect_timeout: connect_timeout?, read_timeout: read_timeout?, ..upstream.value };
    Some(Placed { value, place: upstream.place })
}

fn timeout(field: &Field<'_>, reader: &Reader<'_>) -> Option<Duration> {
    let timeout = field.duration(reader)?;
    if timeout.is_zero() || timeout > LONGEST {
        field.unlike(reader, &format!("between 1s and {}", duration::text(LONGEST)));
        return None;
    }
    Some(timeout)
}

fn origin(
    field: &Field<'_>,
    connect_timeout: Duration,
    read_timeout: Option<Duration>,
    reader: &Reader<'_>,
) -> Option<Placed<Upstream>> {
    let text = field.text(reader, EXPECTED)?;
    let refuse = |found: String, hint: &str| {
        let fault = Fault::new(&field.place, found, EXPECTED);
        reader.fault(if hint.is_empty() { fault } else { fault.hint(hint) });
        None
    };
    let Some(url) = Url::parse(text).ok().filter(|url| url.has_host() && matches!(url.scheme(), "http" | "https"))
    else {
        let hint = if text.contains("://") { "" } else { "it begins with http:// or https://" };
        return refuse(quoted(text), hint);
    };
    if has_credentials(&url) {
        return refuse("a URL with a user name or a password".to_owned(), "no credentials are sent to an upstream");
    }
    if !has_only_an_origin(&url) {
        let hint = format!("paths reach the upstream as they are; write {}", url.origin().ascii_serialization());
        return refuse(format!("{}, which is more than an origin", quoted(text)), &hint);
    }
    let host = match url.host()? {
        Host::Domain(name) => name.to_owned(),
        Host::Ipv4(address) => address.to_string(),
        Host::Ipv6(address) => address.to_string(),
    };
    let Some(port) = url.port_or_known_default().filter(|port| *port != 0) else {
        return refuse(format!("{}, whose port is 0", quoted(text)), "");
    };
    let value = Upstream { tls: url.scheme() == "https", host, port, connect_timeout, read_timeout };
    Some(Placed { value, place: field.place.clone() })
}
