//! The known word that somebody probably meant.

/// The nearest of `known`, if it is near enough to be a slip of the fingers.
pub(super) fn nearest<'k>(given: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // Beyond this nobody mistyped a key, and comparing would cost more than it tells.
    const LONGEST: usize = 64;
    if given.len() > LONGEST {
        return None;
    }
    let given = folded(given);
    let allowed = given.chars().count().div_ceil(3).min(3);
    let distances = known.into_iter().map(|word| (distance(&given, &folded(word)), word));
    distances.filter(|(distance, _)| *distance <= allowed).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}

/// Case and separators are what differs between the habits of configuration formats.
fn folded(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// How many letters must be put in, taken out or changed (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (column, opposite) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *opposite);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 4] = ["host", "public_url", "own_path", "routes"];

    #[test]
    fn slips_and_other_spellings_are_recognised() {
        for (given, meant) in
            [("rotues", "routes"), ("publicUrl", "public_url"), ("public-url", "public_url"), ("hots", "host")]
        {
            assert_eq!(nearest(given, KNOWN), Some(meant), "{given}");
        }
    }

    #[test]
    fn another_word_suggests_nothing() {
        for given in ["", "x", "certificate", "é", &"a".repeat(100_000)] {
            assert_eq!(nearest(given, KNOWN), None, "{given}");
        }
    }
}
