//! Whose page it is: what every page of a site has in common.

use std::sync::Arc;

use super::assets::{Asset, AssetPaths};
use super::language::Language;
use super::look::Look;
use super::own_files::{OwnFiles, Role};
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
    pub phrases: Arc<Phrases>,
    /// Who helps, in the language of its pages.
    help: Option<HelpLine>,
    look: Arc<Look>,
    files: Arc<OwnFiles>,
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

/// Who helps: a sentence, a link, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HelpLine {
    pub(super) text: Option<String>,
    pub(super) link: Option<Link>,
}

impl Brand {
    /// The brand of a site whose own paths begin with `own_path`, as we draw it.
    pub fn new(site_name: impl Into<String>, own_path: &str) -> Self {
        Self::with_look(site_name, own_path, Look::default())
    }

    /// The same as an operator wants it, in the site's own language.
    pub fn with_look(site_name: impl Into<String>, own_path: &str, look: Look) -> Self {
        let language = look.language;
        let brand = Self {
            site_name: site_name.into(),
            assets: AssetPaths::new(own_path),
            links: Vec::new(),
            phrases: Arc::clone(Phrases::of(language)),
            help: None,
            files: Arc::new(OwnFiles::new(own_path, &look)),
            look: Arc::new(look),
            language_address: format!("{own_path}/language/{{}}"),
        };
        brand.speaking(language)
    }

    /// The same in another language.
    #[must_use]
    pub fn speaking(mut self, language: Language) -> Self {
        let look = Arc::clone(&self.look);
        self.phrases = look.texts.phrases(language);
        self.links =
            look.links.iter().map(|link| Link::new(link.label.in_language(language), link.href.as_str())).collect();
        self.help = look.help.as_ref().map(|help| HelpLine {
            text: help.text.as_ref().map(|text| text.in_language(language).to_owned()),
            link: help.href.as_ref().map(|href| Link::new(self.say("help"), href.as_str())),
        });
        self
    }

    /// The same with languages that are chosen at `address`, where `{}` stands for the language's tag.
    #[must_use]
    pub fn choosing_languages_at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.language_address);
        self
    }

    /// A file that the site adds to ours, by what follows `{own_path}/assets/`.
    pub fn own_file(&self, path: &str) -> Option<&Asset> {
        self.files.find(path)
    }

    /// Where the files are that the site adds to ours.
    pub fn own_files(&self) -> impl Iterator<Item = &str> {
        self.files.addresses()
    }

    /// The languages that the site speaks; the first is the one for browsers that ask for none of them.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        let own = self.look.language;
        let others = self.look.languages.iter().copied().filter(move |language| *language != own);
        std::iter::once(own).chain(others)
    }

    /// The language of its pages.
    pub fn language(&self) -> Language {
        self.phrases.language()
    }

    /// The other languages that the site speaks.
    pub(super) fn other_languages(&self) -> impl Iterator<Item = Language> {
        let own = self.language();
        self.look.languages.iter().copied().filter(move |language| *language != own)
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

    /// The stylesheets of its pages: ours, what its look needs, its own.
    pub(super) fn stylesheets(&self) -> impl Iterator<Item = &str> {
        let own = [Role::Generated, Role::Stylesheet].into_iter().filter_map(|role| self.files.address(role));
        std::iter::once(self.assets.stylesheet()).chain(own)
    }

    /// Where the picture on the tab is, and what it is.
    pub(super) fn icon(&self) -> (&str, &'static str) {
        match (self.files.address(Role::Icon), self.files.content_type(Role::Icon)) {
            (Some(address), Some(content_type)) => (address, content_type),
            _ => (self.assets.icon(), "image/svg+xml"),
        }
    }

    /// Where the logo is.
    pub(super) fn logo(&self) -> Option<&str> {
        self.files.address(Role::Logo)
    }

    /// Where the logo for dark pages is.
    pub(super) fn dark_logo(&self) -> Option<&str> {
        self.files.address(Role::DarkLogo)
    }

    /// Whether the name is to be read in the header, or is part of the logo.
    pub(super) fn shows_name(&self) -> bool {
        self.look.logo.as_ref().is_none_or(|logo| logo.beside_name)
    }

    /// Who helps.
    pub(super) fn help(&self) -> Option<&HelpLine> {
        self.help.as_ref()
    }

    /// Whether there is something to say below its pages.
    pub(super) fn has_foot(&self) -> bool {
        !self.links.is_empty() || self.help.is_some() || self.other_languages().next().is_some()
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
