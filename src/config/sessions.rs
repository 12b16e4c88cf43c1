//! How long sessions live and where they are kept.

use std::time::Duration;

use super::faults::{Fault, Place};
use super::file;
use super::reader::{Field, Reader};
use super::stores::{self, StoreKeys};
use super::{Lifetimes, Sessions, duration};

/// How long a session may lie unused when the file does not say.
pub(super) const IDLE_TIMEOUT: Duration = Duration::from_secs(30 * 60);
/// How long a session lives when the file does not say.
pub(super) const LIFETIME: Duration = Duration::from_secs(12 * 60 * 60);

const SHORTEST: Duration = Duration::from_secs(60);
const LONGEST: Duration = Duration::from_secs(30 * 24 * 60 * 60);

impl Default for Lifetimes {
    fn default() -> Self {
        Self { idle_timeout: IDLE_TIMEOUT, lifetime: LIFETIME }
    }
}

/// Spans as far as a section tells; what it leaves out is what is true elsewhere.
#[derive(Clone)]
pub(super) struct LifetimesDraft {
    idle_timeout: Option<(Duration, Place)>,
    lifetime: Option<(Duration, Place)>,
}

impl LifetimesDraft {
    /// With the spans that are true elsewhere; one that would last longer than the session is a fault.
    pub(super) fn within(&self, usual: Lifetimes, reader: &Reader<'_>) -> Option<Lifetimes> {
        let of = |span: &Option<(Duration, Place)>, usual| span.as_ref().map_or(usual, |(span, _)| *span);
        let lifetimes = Lifetimes {
            idle_timeout: of(&self.idle_timeout, usual.idle_timeout),
            lifetime: of(&self.lifetime, usual.lifetime),
        };
        if lifetimes.idle_timeout > lifetimes.lifetime {
            let place = self.idle_timeout.as_ref().or(self.lifetime.as_ref()).map(|(_, place)| place)?;
            reader.fault(longer_than_the_session(place, lifetimes));
            return None;
        }
        Some(lifetimes)
    }

    /// The lifetime that is said here, and where.
    pub(super) fn own_lifetime(&self) -> Option<(&Place, Duration)> {
        self.lifetime.as_ref().map(|(span, place)| (place, *span))
    }
}

/// The section as far as it tells by itself.
pub(super) struct SessionsDraft {
    pub(super) sessions: Sessions,
    pub(super) store_place: Place,
    pub(super) lifetime_place: Place,
}

/// Reads the section.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<SessionsDraft> {
    let mut section =
        field.section::<file::Sessions>(reader, "a mapping with `store`, `idle_timeout` and `lifetime`")?;
    let store = section.optional("store");
    let keys = StoreKeys {
        max_sessions: section.optional("max_sessions"),
        max_megabytes: section.optional("max_megabytes"),
        snapshot: section.optional("snapshot"),
        outage_grace: section.optional("outage_grace"),
        redis: section.optional("redis"),
        accept: section.optional("accept"),
    };
    let idle = section.optional("idle_timeout");
    let life = section.optional("lifetime");
    section.finish();

    let store_place = store.as_ref().map_or_else(|| field.place.clone(), |field| field.place.clone());
    let store = stores::read(store.as_ref(), keys, &field.place, reader);
    let lifetimes = spans(idle.as_ref(), life.as_ref(), reader);
    let lifetime_place = life.map_or_else(|| store_place.clone(), |field| field.place);
    let lifetimes = lifetimes.and_then(|draft| draft.within(Lifetimes::default(), reader))?;
    Some(SessionsDraft { sessions: Sessions { store: store?, lifetimes }, store_place, lifetime_place })
}

/// Reads what one site says differently.
pub(super) fn of_site(field: &Field<'_>, reader: &Reader<'_>) -> Option<LifetimesDraft> {
    let mut section = field.section::<file::SiteSessions>(reader, "a mapping with `idle_timeout` and `lifetime`")?;
    let idle = section.optional("idle_timeout");
    let life = section.optional("lifetime");
    section.finish();
    spans(idle.as_ref(), life.as_ref(), reader)
}

fn spans(idle: Option<&Field<'_>>, life: Option<&Field<'_>>, reader: &Reader<'_>) -> Option<LifetimesDraft> {
    let placed = |field: Option<&Field<'_>>| match field {
        Some(field) => span(field, reader).map(|span| Some((span, field.place.clone()))),
        None => Some(None),
    };
    let (idle_timeout, lifetime) = (placed(idle), placed(life));
    Some(LifetimesDraft { idle_timeout: idle_timeout?, lifetime: lifetime? })
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

fn longer_than_the_session(place: &Place, lifetimes: Lifetimes) -> Fault {
    let (idle_timeout, lifetime) = (duration::text(lifetimes.idle_timeout), duration::text(lifetimes.lifetime));
    let found = format!("an idle_timeout of {idle_timeout} and a lifetime of {lifetime}");
    Fault::new(place, found, "an idle_timeout no longer than the lifetime")
}
