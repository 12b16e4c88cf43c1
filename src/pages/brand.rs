//! Whose page it is: what every page of a site has in common.

use super::assets::AssetPaths;
use super::language::Language;
use super::phrases::{Phrases, Value, Values};
use super::text::Sentence;

/// A site as people see it.
#[derive(Clone, Debug)]
pub struct Brand {
    /// What people call the site.
    pub site_name: String,
    /// Where its stylesheet and pictures are.
    pub assets: AssetPaths,
    /// Help and legal pages, in the order they are shown.
    pub links: Vec<Link>,
    /// The words of its pages.
    pub phrases: &'static Phrases,
    /// What chooses each language: an address with `{}` for its tag.
    language_address: String,
}

/// A link that somebody has already judged safe to follow.
///
/// The room of pages cannot judge: whoever makes one has checked the scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl Brand {
    /// The brand of a site whose own paths begin with `own_path`.
    pub fn new(site_name: impl Into<String>, own_path: &str) -> Self {
        Self {
            site_name: site_name.into(),
            assets: AssetPaths::new(own_path),
            links: Vec::new(),
            phrases: Phrases::of(Language::English),
            language_address: format!("{own_path}/language/{{}}"),
        }
    }

    /// The same in another language.
    #[must_use]
    pub fn speaking(mut self, language: Language) -> Self {
        self.phrases = Phrases::of(language);
        self
    }

    /// The same with languages that are chosen at `address`, where `{}` stands for the language's tag.
    #[must_use]
    pub fn choosing_languages_at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.language_address);
        self
    }

    /// The language of its pages.
    pub fn language(&self) -> Language {
        self.phrases.language()
    }

    /// The other languages that the site speaks.
    pub(super) fn other_languages(&self) -> impl Iterator<Item = Language> {
        let own = self.language();
        Language::ALL.iter().copied().filter(move |language| *language != own)
    }

    /// The address that chooses a language.
    pub(super) fn choice_of(&self, language: Language) -> String {
        self.language_address.replace("{}", language.tag())
    }

    /// The message of that name, which takes no values.
    pub fn say(&self, name: &str) -> String {
        self.phrases.say(name)
    }

    /// The message of that name with these values in it, all as plain text.
    pub fn say_with(&self, name: &str, values: Values<'_>) -> String {
        self.phrases.say_with(name, values)
    }

    /// The message of that name with these values in it, data set off.
    pub fn sentence(&self, name: &str, values: Values<'_>) -> Sentence {
        self.phrases.sentence(name, values)
    }

    /// The title of a page with that heading, as the browser's tab shows it.
    pub(super) fn title(&self, heading: &str, is_error: bool) -> String {
        let values = [("heading", Value::Text(heading)), ("site", Value::Data(&self.site_name))];
        match is_error {
            true => self.say_with("page-title-error", &values),
            false => self.say_with("page-title", &values),
        }
    }

    /// The first letter or digit of the name, for the mark beside it.
    pub(super) fn initial(&self) -> String {
        let first = self.site_name.chars().find(|letter| letter.is_alphanumeric());
        first.map_or_else(|| "·".to_owned(), |letter| letter.to_uppercase().collect())
    }
}

impl Link {
    /// A link called `label`.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}
