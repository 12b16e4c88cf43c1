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

/// How many letters must be put in, taken out, changed, or swapped with their neighbour (Damerau and Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for row in 0..=one.len() {
        for column in 0..=other.len() {
            table[row][column] = if row == 0 || column == 0 {
                row + column
            } else {
                let changed = table[row - 1][column - 1] + usize::from(one[row - 1] != other[column - 1]);
                let swapped =
                    row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
                let nearest = changed.min(table[row - 1][column] + 1).min(table[row][column - 1] + 1);
                if swapped { nearest.min(table[row - 2][column - 2] + 1) } else { nearest }
            };
        }
    }
    table[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = ["host", "public_url", "own_path", "hsts", "routes"];

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
