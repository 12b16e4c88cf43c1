//! The languages that pages are written in, and which of them a browser prefers.

use unic_langid::LanguageIdentifier;

/// A language that pages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, which stands in where nothing else is known.
    #[default]
    English,
}

/// A preference beyond this many is not read: browsers send a handful.
const MAX_PREFERENCES: usize = 16;

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 1] = [Self::English];

    /// The tag of the language (RFC 5646), as `lang` attributes and catalogues carry it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// What its own speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
        }
    }

    /// Which way it is written: the value of a `dir` attribute.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
        }
    }

    /// The language of that tag, whatever its region.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The one that a browser likes best of those there are (`Accept-Language`, RFC 9110 §12.5.4).
    pub fn preferred(accept_language: &str) -> Option<Self> {
        let weighed = accept_language.split(',').take(MAX_PREFERENCES).filter_map(|preference| {
            let (tag, weight) = preference.split_once(';').unwrap_or((preference, "q=1"));
            let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
            (weight > 0.0).then_some((Self::of_tag(tag)?, weight))
        });
        // Of equals the first: the order says what weights do not.
        let best = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map(|(language, _)| language)
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }

    pub(super) const fn catalogue(self) -> &'static str {
        match self {
            Self::English => include_str!("languages/en.ftl"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_of_a_language_does_not_matter() {
        assert_eq!(Language::preferred("en-GB"), Some(Language::English));
        assert_eq!(Language::preferred("EN"), Some(Language::English));
    }

    #[test]
    fn what_is_not_wanted_or_not_understood_is_passed_over() {
        assert_eq!(Language::preferred("xx, en;q=0.4"), Some(Language::English));
        for nothing in ["", "en;q=0", "xx", "en;q=high", ";;;", "*"] {
            assert_eq!(Language::preferred(nothing), None, "{nothing}");
        }
    }
}
