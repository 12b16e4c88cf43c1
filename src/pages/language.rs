//! The languages that pages are written in, and which of them a browser prefers.

use unic_langid::LanguageIdentifier;

/// One line a language: its tag (RFC 5646), what its own speakers call it, which way it is written. The words stand in the catalogue
/// `languages/{tag}.ftl`.
macro_rules! languages {
    ($($(#[$doc:meta])* $language:ident: $tag:literal, $own_name:literal, $direction:literal;)+) => {
        /// A language that pages are written in.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Language {
            $($(#[$doc])* $language,)+
        }

        impl Language {
            /// All of them, English first.
            pub const ALL: &[Self] = &[$(Self::$language,)+];

            /// The tag of the language (RFC 5646), as `lang` attributes and catalogues carry it.
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$language => $tag,)+
                }
            }

            /// What its own speakers call it.
            pub const fn own_name(self) -> &'static str {
                match self {
                    $(Self::$language => $own_name,)+
                }
            }

            /// Which way it is written: the value of a `dir` attribute.
            pub const fn direction(self) -> &'static str {
                match self {
                    $(Self::$language => $direction,)+
                }
            }

            pub(super) const fn catalogue(self) -> &'static str {
                match self {
                    $(Self::$language => include_str!(concat!("languages/", $tag, ".ftl")),)+
                }
            }
        }
    };
}

languages! {
    /// English, which stands in where nothing else is known.
    #[default]
    English: "en", "English", "ltr";
    /// German, in the formal address.
    German: "de", "Deutsch", "ltr";
    /// French.
    French: "fr", "Français", "ltr";
    /// Spanish.
    Spanish: "es", "Español", "ltr";
    /// Portuguese, as written in Brazil.
    Portuguese: "pt", "Português", "ltr";
    /// Italian.
    Italian: "it", "Italiano", "ltr";
    /// Dutch.
    Dutch: "nl", "Nederlands", "ltr";
    /// Polish.
    Polish: "pl", "Polski", "ltr";
    /// Japanese.
    Japanese: "ja", "日本語", "ltr";
    /// Chinese, in simplified characters.
    Chinese: "zh", "简体中文", "ltr";
    /// Arabic.
    Arabic: "ar", "العربية", "rtl";
}

/// A preference beyond this many is not read: browsers send a handful.
const MAX_PREFERENCES: usize = 16;

impl Language {
    /// The language of that tag, whatever its region.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| speaks(language.tag(), tag))
    }

    /// The one that a browser likes best of those there are (`Accept-Language`, RFC 9110 §12.5.4).
    pub fn preferred(accept_language: &str) -> Option<Self> {
        Self::preferred_of(accept_language, |_| true)
    }

    /// The one that a browser likes best of those that somebody speaks.
    pub fn preferred_of(accept_language: &str, spoken: impl Fn(&Self) -> bool) -> Option<Self> {
        let known = |(tag, weight)| Some((Self::of_tag(tag).filter(&spoken)?, weight));
        best(preferences(accept_language).filter_map(known))
    }

    /// What a browser asks for, with this language before everything else: for those who answer beside us.
    pub fn before(self, accept_language: &str) -> String {
        match best(preferences(accept_language)) {
            None => self.tag().to_owned(),
            Some(first) if speaks(self.tag(), first) => accept_language.to_owned(),
            Some(_) => format!("{},{accept_language}", self.tag()),
        }
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

/// Whether who asks for `wanted` can read `offered`.
fn speaks(offered: &str, wanted: &str) -> bool {
    let mut subtags = wanted.trim().split(['-', '_']);
    let primary = subtags.next().unwrap_or_default();
    // Our Chinese is written in simplified characters; who asks for the traditional ones is better served in what comes next.
    const TRADITIONAL: [&str; 4] = ["hant", "tw", "hk", "mo"];
    let is_traditional = |subtag: &str| TRADITIONAL.iter().any(|one| subtag.eq_ignore_ascii_case(one));
    let is_simplified = subtags.clone().any(|subtag| subtag.eq_ignore_ascii_case("hans"));
    primary.eq_ignore_ascii_case(offered) && (offered != "zh" || is_simplified || !subtags.any(is_traditional))
}

/// The tags of an `Accept-Language` header and how much each weighs; what is not wanted is left out.
fn preferences(accept_language: &str) -> impl Iterator<Item = (&str, f32)> {
    accept_language.split(',').take(MAX_PREFERENCES).filter_map(|preference| {
        let (tag, weight) = preference.split_once(';').unwrap_or((preference, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
        (weight > 0.0 && !tag.trim().is_empty()).then_some((tag.trim(), weight))
    })
}

/// The one that weighs most; of equals the first, for the order says what weights do not.
fn best<T>(weighed: impl Iterator<Item = (T, f32)>) -> Option<T> {
    weighed.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(best, _)| best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_of_a_language_does_not_matter() {
        assert_eq!(Language::preferred("en-GB"), Some(Language::English));
        assert_eq!(Language::preferred("EN"), Some(Language::English));
        assert!(speaks("de", "de-AT") && speaks("pt", "pt_BR") && !speaks("de", "den"));
    }

    #[test]
    fn every_language_is_found_by_its_tag_and_named_once() {
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(*language));
            assert_eq!(Language::preferred(&format!("xx;q=0.9, {};q=0.8", language.tag())), Some(*language));
            assert!(matches!(language.direction(), "ltr" | "rtl"));
            assert_eq!(language.identifier().to_string(), language.tag());
        }
    }

    #[test]
    fn what_is_not_wanted_or_not_understood_is_passed_over() {
        assert_eq!(Language::preferred("xx, en;q=0.4"), Some(Language::English));
        for nothing in ["", "en;q=0", "xx", "en;q=high", ";;;", "*"] {
            assert_eq!(Language::preferred(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn the_heavier_preference_comes_first_and_of_equals_the_earlier() {
        assert_eq!(best(preferences("de;q=0.5, fr;q=0.8, it;q=0.8")), Some("fr"));
    }

    #[test]
    fn traditional_characters_are_not_mistaken_for_simplified_ones() {
        for simplified in ["zh", "zh-CN", "zh-Hans", "zh-SG", "zh-Hans-HK"] {
            assert!(speaks("zh", simplified), "{simplified}");
        }
        for traditional in ["zh-Hant", "zh-TW", "zh-hk", "zh-Hant-MO"] {
            assert!(!speaks("zh", traditional), "{traditional}");
        }
    }

    #[test]
    fn the_language_of_a_page_goes_before_what_the_browser_asks_for() {
        assert_eq!(Language::English.before("en-GB,en;q=0.9,de;q=0.5"), "en-GB,en;q=0.9,de;q=0.5");
        assert_eq!(Language::English.before("sv-SE,en;q=0.5"), "en,sv-SE,en;q=0.5");
        assert_eq!(Language::English.before(""), "en");
    }
}
