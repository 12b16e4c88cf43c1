//! Spans of time as people write them: `45s`, `30m`, `12h`, `1h30m`, `7d`.

use std::borrow::Cow;
use std::time::Duration;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// What a fault says is expected.
pub(super) const EXPECTED: &str = "a duration such as 45s, 30m, 12h or 1h30m";

/// Units, the longest first: the order in which they are written.
const UNITS: [(char, u64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// Reads numbers with units, each unit at most once and the longest first.
pub(super) fn parse(text: &str) -> Option<Duration> {
    let mut seconds: u64 = 0;
    let mut rest = text;
    let mut units = UNITS.iter();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: u64 = rest[..digits].parse().ok()?;
        let unit = rest[digits..].chars().next()?;
        let (_, length) = units.find(|(known, _)| *known == unit)?;
        seconds = seconds.checked_add(number.checked_mul(*length)?)?;
        rest = &rest[digits + 1..];
    }
    (!text.is_empty()).then(|| Duration::from_secs(seconds))
}

/// Writes whole seconds the way [`parse`] reads them.
pub(super) fn text(duration: Duration) -> String {
    let mut seconds = duration.as_secs();
    let mut text = String::new();
    for (unit, length) in UNITS {
        if seconds >= length {
            text.push_str(&format!("{}{unit}", seconds / length));
            seconds %= length;
        }
    }
    if text.is_empty() { "0s".to_owned() } else { text }
}

/// Stands in the types of the schema where the file has a duration.
pub(super) struct DurationText;

impl JsonSchema for DurationText {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Duration")
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^(?=.)([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, seconds) in
            [("45s", 45), ("30m", 1_800), ("12h", 43_200), ("1h30m", 5_400), ("7d", 604_800), ("0s", 0), ("090s", 90)]
        {
            assert_eq!(parse(text), Some(Duration::from_secs(seconds)), "{text}");
        }
    }

    #[test]
    fn refuses_what_could_mean_two_things() {
        for text in [
            "",
            "30",
            "m",
            "30 m",
            "30M",
            "-30m",
            "1.5h",
            "30m1h",
            "1h1h",
            "1ms",
            "1é",
            "99999999999999999999s",
            "9999999999999999999d",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn writes_what_it_reads() {
        for written in ["45s", "30m", "12h", "1h30m", "7d", "0s", "1d2h3m4s"] {
            assert_eq!(parse(written).map(text).as_deref(), Some(written));
        }
    }
}
