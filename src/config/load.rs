//! From a file to a configuration: each section by itself, then what they must agree on.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use super::agreement::{self, Sections};
use super::faults::{Fault, Faults};
use super::listeners::{self, ListenerDraft};
use super::reader::{Field, Reader};
use super::sites::{self, SiteDraft};
use super::{AuthorizationServer, Config, Site, authorization_servers, file, keys, sessions, tree};

/// The variables of the environment, as a function so that a test can have its own.
pub type Environment<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The largest file that is looked into.
const LARGEST: u64 = 1024 * 1024;

/// Reads the configuration in `file`, with the secrets it names.
///
/// # Errors
/// Every fault of the file at once, in file order.
pub fn load(file: &Path, environment: &Environment<'_>) -> Result<Config, Faults> {
    parse(&text_of(file)?, file, environment)
}

/// Reads `text` as if it stood in `file`: relative paths in it lie beside that file.
///
/// # Errors
/// Every fault of the text at once, in file order.
pub fn parse(text: &str, file: &Path, environment: &Environment<'_>) -> Result<Config, Faults> {
    let (root, faults) = tree::read(text).map_err(|fault| Faults::new(file, vec![*fault]))?;
    let reader = Reader::new(file, environment, faults);
    let config = read(&Field::root(&root), &reader);
    let (faults, mut warnings) = reader.into_notes();
    warnings.sort_by_key(Fault::position);
    match config {
        Some(config) if faults.is_empty() => {
            let warnings = warnings.iter().map(|warning| warning.in_file(file)).collect();
            Ok(Config { warnings, ..config })
        }
        _ => Err(Faults::new(file, faults)),
    }
}

/// Reads the sites of `file` for their pages alone: neither variables nor files that may hold a secret are needed, so whoever
/// draws pages can do it without them. What stands in place of a secret is random and opens nothing.
///
/// # Errors
/// Every other fault of the file at once, in file order.
pub fn load_for_pages(file: &Path) -> Result<Vec<Arc<Site>>, Faults> {
    let text = text_of(file)?;
    let (root, faults) = tree::read(&text).map_err(|fault| Faults::new(file, vec![*fault]))?;
    let reader = Reader::new(file, &|_| None, faults).leaving_secrets();
    let config = read(&Field::root(&root), &reader);
    let (faults, _) = reader.into_notes();
    match config {
        Some(config) if faults.is_empty() => Ok(config.sites),
        _ => Err(Faults::new(file, faults)),
    }
}

fn text_of(path: &Path) -> Result<String, Faults> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Err(Faults::unreadable(path, format!("cannot be read: {error}")));
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Faults::unreadable(path, "is larger than 1 MiB"));
    }
    String::from_utf8(bytes).map_err(|_| Faults::unreadable(path, "is not UTF-8"))
}

fn workers_of(field: &Field<'_>, reader: &Reader<'_>) -> Option<NonZeroUsize> {
    let count = field.number(reader, 1..=1024)?;
    NonZeroUsize::new(usize::try_from(count).ok()?)
}

/// `None` when a fault was noted.
fn read(root: &Field<'_>, reader: &Reader<'_>) -> Option<Config> {
    let mut section = root.section::<file::File>(reader, "a mapping with `listeners`, `keys`, `sites` and more")?;
    let listeners = section.required("listeners", "a list with at least one listener");
    let admin = section.optional("admin");
    let workers = section.optional("workers");
    let keys = section.required("keys", "a list with at least one key, the sealing one first");
    let servers = section.required("authorization_servers", "a mapping of names to authorization servers");
    let sessions = section.optional("sessions");
    let sites = section.required("sites", "a list with at least one site");
    section.finish();

    let listeners = listeners.and_then(|field| listeners::read(&field, reader));
    let admin = admin.map(|field| listeners::admin(&field, reader));
    let workers = workers.map_or(Some(None), |field| workers_of(&field, reader).map(Some));
    let keys = keys.and_then(|field| keys::read(&field, reader));
    let servers = servers.and_then(|field| authorization_servers::read(&field, reader));
    let sessions = sessions.map_or(Some(None), |field| sessions::read(&field, reader).map(Some));
    let sites = sites.and_then(|field| sites::read(&field, reader));
    let sections = Sections {
        listeners: listeners.as_deref(),
        admin: admin.as_ref().and_then(Option::as_ref),
        servers: servers.as_deref(),
        sites: sites.as_deref(),
        sessions: sessions.as_ref().and_then(Option::as_ref),
    };
    agreement::check(&sections, reader);

    let servers = servers?.into_iter().filter_map(|draft| Some((draft.name, Arc::new(draft.server?))));
    let servers: BTreeMap<String, Arc<AuthorizationServer>> = servers.collect();
    let sessions = sessions?.map(|draft| draft.sessions).unwrap_or_default();
    let usual = sessions.lifetimes;
    let site = |draft: SiteDraft| {
        let server = draft.authorization_server.as_ref().and_then(|name| servers.get(&name.value)).cloned();
        let lifetimes = match &draft.lifetimes {
            Some(Some(own)) => own.within(usual, reader),
            Some(None) => Some(usual),
            None => None,
        };
        draft.finish(server, lifetimes).map(Arc::new)
    };
    Some(Config {
        listeners: listeners?.into_iter().map(ListenerDraft::finish).collect::<Option<_>>()?,
        admin: match admin {
            Some(read) => Some(read?.value),
            None => None,
        },
        workers: workers?,
        keys: keys?,
        sessions,
        sites: sites?.into_iter().map(site).collect::<Option<_>>()?,
        authorization_servers: servers,
        warnings: Vec::new(),
    })
}
