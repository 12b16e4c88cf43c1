//! Every page in every state, to be looked at: by designers, by people who translate, by checkers, for screenshots.
//!
//! Steps are made from documents, the same ones that the tests read, by the same code that makes them for people; the
//! other pages come from [`samples`]. What is shown belongs to nobody: no sign-in is in progress, and forms lead back to
//! the page they stand on.

mod documents;
mod index;
mod steps;

use std::sync::Arc;

use bytes::Bytes;
use http::HeaderName;
use http::HeaderValue;

use crate::config;
use crate::pages::{Brand, Html, Language, assets, headers, samples};

use documents::CHAPTERS;
#[cfg(test)]
pub(crate) use steps::with_context;

/// The pages of one site in some languages.
///
/// It answers by path, relative to wherever it is put: `index.html`, `{language}/{name}.html`, `assets/…`.
pub struct Catalogue {
    brands: Vec<Brand>,
}

/// One file of a catalogue.
pub struct File {
    /// The content.
    pub bytes: Bytes,
    /// Its headers as a site would send them, without those that would lead away from the page.
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

/// The pages about one thing.
struct Chapter {
    title: &'static str,
    pages: Vec<Entry>,
}

/// One page, as the index lists it.
struct Entry {
    name: String,
    heading: String,
}

/// Own paths begin where pages lie beside assets.
const OWN_PATH: &str = "..";

const NOTHING_HAPPENED: &str = r#"{"current":true,"after_ms":60000}"#;

impl Catalogue {
    /// The pages of a site that does not exist.
    pub fn of_nobody(languages: &[Language]) -> Self {
        Self::new(&samples::brand(OWN_PATH), languages)
    }

    /// The pages of a configured site.
    pub fn of_site(site: &config::Site, languages: &[Language]) -> Self {
        Self::new(&super::site::brand(site, OWN_PATH), languages)
    }

    fn new(brand: &Brand, languages: &[Language]) -> Self {
        let asked_for = |language: &Language| languages.is_empty() || languages.contains(language);
        let mut spoken: Vec<Language> = brand.languages().filter(asked_for).collect();
        // Whoever asks for a language that the site does not speak yet wants to see how it would look.
        spoken.extend(languages.iter().filter(|language| !brand.languages().any(|other| other == **language)));
        Self { brands: spoken.into_iter().map(|language| brand.clone().speaking(language)).collect() }
    }

    /// The paths of all files.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = vec!["index.html".to_owned(), index::STYLESHEET.to_owned()];
        let assets = self.brands[0].assets.all().chain(self.brands[0].own_files());
        paths.extend(assets.map(|path| path.trim_start_matches("../").to_owned()));
        let chapters = self.chapters();
        let names: Vec<&str> = chapters.iter().flat_map(|it| &it.pages).map(|page| page.name.as_str()).collect();
        for brand in &self.brands {
            paths.extend(names.iter().map(|name| format!("{}/{name}.html", brand.language().tag())));
        }
        paths
    }

    /// The file at that path.
    pub fn file(&self, path: &str) -> Option<File> {
        match path {
            "index.html" => Some(File::new(index::page(self).into_bytes(), "text/html; charset=utf-8")),
            index::STYLESHEET => Some(File::new(index::stylesheet(self).into_bytes(), "text/css; charset=utf-8")),
            // A page that asks whether something has happened hears that nothing has.
            _ if path.ends_with(".html/poll") => Some(File::new(NOTHING_HAPPENED.as_bytes(), "application/json")),
            _ => self.asset(path).or_else(|| {
                let (tag, name) = path.strip_suffix(".html")?.split_once('/')?;
                let brand = self.brands.iter().find(|brand| brand.language().tag() == tag)?;
                page(brand, name).map(File::of_page)
            }),
        }
    }

    /// The file at that path for a browser that reads it from a disk.
    ///
    /// There every file is an origin of its own, and pictures are not taken from another: the page carries them.
    pub fn file_for_a_disk(&self, path: &str) -> Option<File> {
        let file = self.file(path)?;
        let Some((body, sprite)) = std::str::from_utf8(&file.bytes).ok().zip(self.sprite()) else { return Some(file) };
        if !path.ends_with(".html") || !path.contains('/') {
            return Some(file);
        }
        let body = body.replace(&format!("href=\"{}#", self.brands[0].assets.sprite()), "href=\"#");
        let body = body.replacen("<body>\n", &format!("<body>\n{sprite}\n"), 1);
        Some(File { bytes: body.into_bytes().into(), ..file })
    }

    /// The pictures as an element that shows nothing by itself.
    fn sprite(&self) -> Option<String> {
        let sprite = self.asset(self.brands[0].assets.sprite().trim_start_matches("../"))?;
        let sprite = std::str::from_utf8(&sprite.bytes).ok()?.trim();
        Some(sprite.replacen("<svg ", "<svg class=\"hidden\" aria-hidden=\"true\" ", 1))
    }

    fn asset(&self, path: &str) -> Option<File> {
        let path = path.strip_prefix("assets/")?;
        let asset = assets::find(path).or_else(|| self.brands[0].own_file(path))?;
        Some(File::new(asset.bytes.clone(), asset.content_type))
    }

    /// What there is, by the headings of the first language.
    fn chapters(&self) -> Vec<Chapter> {
        let brand = &self.brands[0];
        let shared = samples::chapters(&Arc::new(brand.clone()));
        let shared = shared.into_iter().map(|(title, pages)| {
            let pages = pages.into_iter().map(|(name, html)| Entry::new(name, &html)).collect();
            Chapter { title, pages }
        });
        let steps = CHAPTERS.iter().map(|chapter| {
            let pages = chapter.steps().filter_map(|step| Some(Entry::new(&step.name(), &step.render(brand)?)));
            Chapter { title: chapter.title, pages: pages.collect() }
        });
        steps.chain(shared).collect()
    }
}

/// The page of that name.
fn page(brand: &Brand, name: &str) -> Option<Html> {
    let brand = brand.clone().choosing_languages_at(&format!("../{{}}/{name}.html"));
    let step = CHAPTERS.iter().flat_map(documents::Chapter::steps).find(|step| step.name() == name);
    if let Some(step) = step {
        return step.render(&brand);
    }
    let chapters = samples::chapters(&Arc::new(brand));
    let mut pages = chapters.into_iter().flat_map(|(_, pages)| pages);
    pages.find(|(other, _)| *other == name).map(|(_, html)| html)
}

impl File {
    fn new(bytes: impl Into<Bytes>, content_type: &'static str) -> Self {
        let headers = vec![(http::header::CONTENT_TYPE, HeaderValue::from_static(content_type))];
        Self { bytes: bytes.into(), headers }
    }

    fn of_page(html: Html) -> Self {
        let headers = headers::of_pages(&html.policy).into();
        Self { bytes: html.body.into_bytes().into(), headers }
    }
}

impl Entry {
    fn new(name: &str, html: &Html) -> Self {
        let heading = html.body.split_once("<h1>").and_then(|(_, rest)| rest.split_once("</h1>"));
        Self { name: name.to_owned(), heading: heading.map_or("", |(heading, _)| heading).to_owned() }
    }
}

#[cfg(test)]
mod tests;
