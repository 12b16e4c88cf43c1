//! How long sessions live and where they are kept.

use std::time::Duration;

use super::faults::{Fault, Place};
use super::file;
use super::reader::{Field, Reader};
use super::words::StoreKind;
use super::{Sessions, Store, duration};

/// How long a session may lie unused when the file does not say.
pub(super) const IDLE_TIMEOUT: Duration = Duration::from_secs(30 * 60);
/// How long a session lives when the file does not say.
pub(super) const LIFETIME: Duration = Duration::from_secs(12 * 60 * 60);

const SHORTEST: Duration = Duration::from_secs(60);
const LONGEST: Duration = Duration::from_secs(30 * 24 * 60 * 60);

impl Default for Sessions {
    fn default() -> Self {
        Self { store: Store::Memory, idle_timeout: IDLE_TIMEOUT, lifetime: LIFETIME }
    }
}

/// Reads the section.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Sessions> {
    let mut section =
        field.section::<file::Sessions>(reader, "a mapping with `store`, `idle_timeout` and `lifetime`")?;
    let store = section.optional("store").map_or(Some(StoreKind::Memory), |field| field.word(reader));
    let idle = section.optional("idle_timeout");
    let idle_place = idle.as_ref().map(|field| field.place.clone());
    let idle_timeout = idle.map_or(Some(IDLE_TIMEOUT), |field| span(&field, reader));
    let life = section.optional("lifetime");
    let life_place = life.as_ref().map(|field| field.place.clone());
    let lifetime = life.map_or(Some(LIFETIME), |field| span(&field, reader));
    section.finish();

    let sessions = Sessions { store: store?.into(), idle_timeout: idle_timeout?, lifetime: lifetime? };
    if sessions.idle_timeout > sessions.lifetime {
        let place = idle_place.or(life_place).unwrap_or_else(|| field.place.clone());
        reader.fault(longer_than_the_session(&place, &sessions));
        return None;
    }
    Some(sessions)
}

fn span(field: &Field<'_>, reader: &Reader<'_>) -> Option<Duration> {
    let span = field.duration(reader)?;
    if !(SHORTEST..=LONGEST).contains(&span) {
        let expected = format!("between {} and {}", duration::text(SHORTEST), duration::text(LONGEST));
        field.unlike(reader, &expected);
        return None;
    }
    Some(span)
}

fn longer_than_the_session(place: &Place, sessions: &Sessions) -> Fault {
    let (idle_timeout, lifetime) = (duration::text(sessions.idle_timeout), duration::text(sessions.lifetime));
    let found = format!("an idle_timeout of {idle_timeout} and a lifetime of {lifetime}");
    Fault::new(place, found, "an idle_timeout no longer than the lifetime")
}
