//! Reading JSON that may be missing, misplaced or of another type than it should be.

use std::time::Duration;

use serde_json::{Map, Value};

use crate::clock::Timestamp;

/// No path through a document that names a control or an action is longer than this: a hostile document cannot make
/// its names multiply.
pub(super) const MAX_PATH_BYTES: usize = 1024;

/// Takes the ION wrapper `{"type": "object" | "array", "value": …}` off, where there is one.
pub(super) fn inner(node: &Value) -> &Value {
    let Some(object) = node.as_object() else { return node };
    if object.contains_key("href") || object.contains_key("rel") {
        return node;
    }
    match object.get("value") {
        Some(value @ (Value::Object(_) | Value::Array(_))) => value,
        _ => node,
    }
}

/// The object inside an optional wrapper.
pub(super) fn object(node: Option<&Value>) -> Option<&Map<String, Value>> {
    node.map(inner).and_then(Value::as_object)
}

/// The items of an array inside an optional wrapper; none for anything else.
pub(super) fn list(node: Option<&Value>) -> &[Value] {
    node.map(inner).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// About how many bytes of memory a value takes: an object of one member takes as much as one of six.
pub(super) fn weight(node: &Value) -> usize {
    const VALUE: usize = size_of::<Value>();
    const NODE: usize = 12 * (VALUE + size_of::<String>());
    match node {
        Value::String(text) => VALUE + text.len(),
        Value::Array(items) => VALUE + items.iter().map(weight).sum::<usize>(),
        Value::Object(members) => {
            let inside = members.iter().map(|(name, member)| name.len() + weight(member)).sum::<usize>();
            VALUE + members.len().div_ceil(6) * NODE + inside
        }
        _ => VALUE,
    }
}

/// A string that says something.
pub(super) fn text(node: Option<&Value>) -> Option<&str> {
    node.and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// The same, owned.
pub(super) fn string(node: Option<&Value>) -> Option<String> {
    text(node).map(str::to_owned)
}

/// A boolean; the strings `"true"` and `"false"` occur in its place.
pub(super) fn boolean(node: Option<&Value>) -> Option<bool> {
    match node? {
        Value::Bool(value) => Some(*value),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// A number of milliseconds, at most a day; a negative or absurd one is none.
pub(super) fn milliseconds(node: Option<&Value>) -> Option<Duration> {
    const A_DAY: f64 = 86_400_000.0;
    let number = match node? {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.parse().ok()?,
        _ => return None,
    };
    (0.0..=A_DAY).contains(&number).then(|| Duration::from_secs_f64(number / 1000.0))
}

/// A date and time of RFC 3339, to the second.
pub(super) fn timestamp(text: &str) -> Option<Timestamp> {
    let (date, time) = text.split_at_checked(10)?;
    let time = time.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = time.split_at_checked(8)?;
    let [year, month, day] = numbers(date, '-')?;
    let [hour, minute, second] = numbers(clock, ':')?;
    let valid = (1970..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60
        && second <= 60;
    let local = days_since_epoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    let seconds = local - offset(rest.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit()))?;
    valid.then(|| u64::try_from(seconds).ok().map(Timestamp::from_unix))?
}

/// Seconds east of UTC, from `Z` or `+hh:mm`.
fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.chars().next()? {
        'Z' | 'z' if zone.len() == 1 => return Some(0),
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let [hours, minutes] = [two_digits(hours)?, two_digits(minutes)?];
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

fn two_digits(text: &str) -> Option<i64> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text
        .split(separator)
        .map(|part| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i64>().ok()).flatten());
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar, counting years from March so that leap days come last.
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_moments_as_rfc_3339_writes_them() {
        let at = |text| timestamp(text).map(Timestamp::as_unix);

        assert_eq!(at("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(at("2024-02-29T12:30:45.000Z"), Some(1_709_209_845));
        assert_eq!(at("2026-11-21T02:15:26.999+01:00"), Some(1_795_223_726));
        assert_eq!(at("2000-03-01T00:00:00-00:30"), Some(951_870_600));
    }

    #[test]
    fn refuses_what_is_no_moment() {
        for text in [
            "",
            "soon",
            "2024-02-29",
            "2024-13-01T00:00:00Z",
            "2024-02-29T12:30:45",
            "2024-02-29T12:30:45Zulu",
            "1969-12-31T23:59:59Z",
            "+024-02-29T12:30:45Z",
            "2024-02-29T12:30:45+99:99",
            "٢٠٢٤-02-29T12:30:45Z",
        ] {
            assert_eq!(timestamp(text), None, "{text}");
        }
    }

    #[test]
    fn absurd_intervals_are_none() {
        assert_eq!(milliseconds(Some(&json!(4000))), Some(Duration::from_secs(4)));
        assert_eq!(milliseconds(Some(&json!("2500"))), Some(Duration::from_millis(2500)));
        for absurd in [json!(-1), json!(1e300), json!("NaN"), json!(null), json!([4000])] {
            assert_eq!(milliseconds(Some(&absurd)), None, "{absurd}");
        }
    }

    #[test]
    fn a_form_is_not_taken_for_a_wrapper() {
        let form = json!({"rel": ["create-form"], "href": "https://org.example/x", "value": []});

        assert_eq!(inner(&form), &form);
        assert_eq!(inner(&json!({"type": "object", "value": {"id": 1}})), &json!({"id": 1}));
        assert_eq!(inner(&json!({"type": "email", "id": 1})), &json!({"type": "email", "id": 1}));
    }
}
