//! What becomes of a sign-out beside the session: an application's own paths for it, and what the browser forgets.

use super::faults::{Fault, quoted};
use super::reader::{Field, Reader, values};
use super::{SiteData, routes};

const PATH: &str = "a path such as /logout";

/// Reads the paths by which people leave the application; `own_path` is the prefix of the gateway's own.
pub(super) fn paths(field: &Field<'_>, own_path: Option<&str>, reader: &Reader<'_>) -> Option<Vec<String>> {
    let items = field.list(reader, "a list of paths such as /logout")?;
    let paths: Vec<String> = items.iter().filter_map(|item| path(item, own_path, reader)).collect();
    (paths.len() == items.len()).then_some(paths)
}

fn path(field: &Field<'_>, own_path: Option<&str>, reader: &Reader<'_>) -> Option<String> {
    let text = field.text(reader, PATH)?;
    let refuse = |found: &str, hint: String| {
        reader.fault(Fault::new(&field.place, format!("{}{found}", quoted(text)), PATH).hint(hint));
        None
    };
    if text == "/" {
        return refuse(", the front page", "whoever opened it would be signed out".to_owned());
    }
    if text.ends_with('/') {
        return refuse("", "leave out the slash at the end: the path is known with it as well".to_owned());
    }
    if text.contains(['*', '{', '}']) {
        return refuse("", "there are no patterns: write each path".to_owned());
    }
    let path = routes::plain_path(field, reader, PATH)?;
    match own_path.filter(|own| path.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))) {
        Some(own) => refuse(", a path of the gateway itself", format!("{own}/sign-out signs people out anyway")),
        None => Some(path.to_owned()),
    }
}

/// Reads what the browser is told to forget. Cookies are not among it: browsers drop those of the whole registrable domain, so
/// signing out of one application would sign people out of its neighbours, and each browser would be a new device to the org.
pub(super) fn site_data(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<SiteData>> {
    let again = |_: &SiteData| "the same again".to_owned();
    let read = |item: &Field<'_>| kind(item, reader);
    field.each_once(reader, "a list of `cache` and `storage`", read, again, "each kind once").map(values)
}

fn kind(field: &Field<'_>, reader: &Reader<'_>) -> Option<SiteData> {
    if let Some(text @ ("cookies" | "*")) = field.plain_text() {
        let fault = Fault::new(&field.place, quoted(text), "`cache` or `storage`");
        reader.fault(fault.hint(
            "browsers would drop the cookies of all hosts of the domain: people would be signed out of other applications \
             too, and be on an unknown device ever after",
        ));
        return None;
    }
    field.word(reader)
}
