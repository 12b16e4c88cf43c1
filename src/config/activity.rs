//! What counts as use of a session, and what a page does by itself.

use super::faults::{Fault, quoted};
use super::file;
use super::reader::{Field, Reader};
use super::{Activity, routes};

const PATH: &str = "a path such as /api/heartbeat";

/// Reads the section.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Activity> {
    let mut section = field.section::<file::Activity>(reader, "a mapping with `counted` and `ignore_paths`")?;
    let counted = section.optional("counted");
    let ignore_paths = section.optional("ignore_paths");
    section.finish();

    let counted = counted.map_or(Some(Activity::default().counted), |field| field.word(reader));
    let ignore_paths = match ignore_paths {
        Some(field) => paths(&field, reader),
        None => Some(Vec::new()),
    };
    Some(Activity { counted: counted?, ignore_paths: ignore_paths? })
}

fn paths(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<String>> {
    let items = field.list(reader, "a list of paths such as /api/heartbeat")?;
    let paths: Vec<String> = items.iter().filter_map(|item| path(item, reader)).collect();
    (paths.len() == items.len()).then_some(paths)
}

fn path(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    let path = routes::plain_path(field, reader, PATH)?;
    if path == "/" {
        let fault = Fault::new(&field.place, format!("{}, which is every path", quoted(path)), PATH);
        reader.fault(fault.hint("sessions would end after `idle_timeout` however busy people are"));
        return None;
    }
    Some(path.to_owned())
}
