//! Secrets, wherever they are kept: `{ value: … }`, `{ file: … }` or `{ env: NAME }`.
//!
//! No fault ever repeats what was found.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::faults::{Fault, quoted};
use super::file;
use super::reader::{Field, Reader, Secrets};
use super::tree::Value;
use crate::random;
use crate::secret::Secret;

/// Nothing that is called a secret is larger than this.
const LARGEST: u64 = 64 * 1024;
const EXPECTED: &str = "a secret: { file: PATH }, { env: NAME } or { value: TEXT }";

/// Reads a secret; newlines at its end are not part of it.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Secret> {
    let mut section = field.section::<file::Secret>(reader, EXPECTED)?;
    let sources = (section.optional("value"), section.optional("file"), section.optional("env"));
    let is_empty = section.is_empty();
    section.finish();
    let is_one = [&sources.0, &sources.1, &sources.2].into_iter().flatten().count() == 1;
    if is_one && reader.secrets() == Secrets::Left {
        return Some(Secret::new(random::token()));
    }
    let text = match sources {
        (Some(value), None, None) => of_value(&value, reader)?,
        (None, Some(file), None) => of_file(&file, reader)?,
        (None, None, Some(variable)) => of_variable(&variable, reader)?,
        (None, None, None) => {
            // Keys that are unknown have been noted.
            if is_empty {
                reader.fault(Fault::new(&field.place, "an empty mapping", EXPECTED));
            }
            return None;
        }
        _ => {
            reader.fault(Fault::new(&field.place, "several sources", "exactly one of `value`, `file` and `env`"));
            return None;
        }
    };
    usable(&text, field, reader)
}

/// Reads a private key: the path of a PEM file.
pub(super) fn pem(field: &Field<'_>, reader: &Reader<'_>) -> Option<Secret> {
    let text = of_file(field, reader)?;
    if !text.contains("PRIVATE KEY-----") {
        reader.fault(Fault::new(
            &field.place,
            "a file without a private key",
            "the path of a PEM file with a private key",
        ));
        return None;
    }
    Some(Secret::new(text))
}

fn of_value(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    match field.value() {
        Value::Text(text) => {
            warn_when_everybody_reads(reader.file(), field, reader);
            Some(text.clone())
        }
        Value::Number(_) => {
            let fault = Fault::new(&field.place, "a number", "text");
            reader.fault(fault.hint("write the secret in quotes"));
            None
        }
        _ => {
            field.unlike(reader, "text");
            None
        }
    }
}

fn of_file(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    let name = field.free_text(reader, "the path of a file")?;
    let path = reader.path(name);
    warn_when_everybody_reads(&path, field, reader);
    match read_bounded(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            let found = format!("{}, which cannot be read: {error}", quoted(name));
            reader.fault(reader.with_path(Fault::new(&field.place, found, "a readable file"), name));
            None
        }
    }
}

fn of_variable(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    let name = field.free_text(reader, "the name of an environment variable")?;
    let value = reader.variable(name);
    if value.is_none() {
        let found = format!("the environment variable {}, which is not set", quoted(name));
        reader.fault(Fault::new(&field.place, found, "one that is set"));
    }
    value
}

fn usable(text: &str, field: &Field<'_>, reader: &Reader<'_>) -> Option<Secret> {
    let secret = text.trim_end_matches(['\n', '\r']);
    if secret.is_empty() {
        reader.fault(Fault::new(&field.place, "an empty secret", "one with something in it"));
        return None;
    }
    if secret.contains(|c: char| c.is_control()) {
        let fault = Fault::new(&field.place, "a secret with line breaks or control characters", "one line of text");
        reader.fault(fault.hint("the file or variable may hold more than the secret"));
        return None;
    }
    Some(Secret::new(secret))
}

fn read_bounded(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(LARGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than any secret"));
    }
    Ok(text)
}

/// Notes a file whose permissions let every user of the machine read a secret.
pub(super) fn warn_when_everybody_reads(path: &Path, field: &Field<'_>, reader: &Reader<'_>) {
    if everybody_reads(path) {
        let text = format!("{} can be read by every user of this machine; take that permission away", path.display());
        reader.warn(&field.place, text);
    }
}

#[cfg(unix)]
fn everybody_reads(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o004 != 0)
}

#[cfg(not(unix))]
fn everybody_reads(_: &Path) -> bool {
    false
}
