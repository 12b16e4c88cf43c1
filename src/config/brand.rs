//! How the pages of a site look and what they say: pictures, colours, links, languages, words.
//!
//! Files are read once, here, so that a page never finds out that one is missing. What `pages` judges (whether a colour can
//! be read, whether a message exists) becomes a fault at the place where the operator wrote it.

use bytes::Bytes;
use url::Url;

use super::brand_files::{picture, stylesheet, words_file};
use super::faults::{Fault, quoted};
use super::file;
use super::origins::is_loopback;
use super::reader::{Field, Reader};
use super::suggestion::nearest;
use super::tree::Value;
use crate::pages::{
    Colour, Help, Language, LeftOut, LinkInLanguages, Logo, Look, Palette, Picture, TextFault, TextProblem, Texts,
    Wording, text_as_catalogue, text_names,
};

const SECTION: &str = "a mapping with `logo`, `accent`, `links`, `texts` and more";
const COLOUR: &str = "a colour such as \"#1a4fd0\"";
const LANGUAGE: &str = "the tag of a language such as de";
const URL: &str = "an address that begins with https://, mailto: or tel:, or a path of the site";
const WORDING: &str = "a text, or a mapping of languages to texts";
/// More links than this are no foot of a page.
const MOST_LINKS: usize = 8;
/// The longest label or sentence of an operator, in characters.
const LONGEST: usize = 300;

/// Reads the section.
pub(super) fn read(field: &Field<'_>, reader: &Reader<'_>) -> Option<Look> {
    let mut section = field.section::<file::Brand>(reader, SECTION)?;
    let logo = section.optional("logo");
    let icon = section.optional("icon");
    let accent = section.optional("accent");
    let stylesheet = section.optional("stylesheet");
    let links = section.optional("links");
    let help = section.optional("help");
    let languages = section.optional("languages");
    let texts = section.optional("texts");
    section.finish();

    // Each is read, so that every fault is found in one run.
    let logo = logo.map(|field| self::logo(&field, reader));
    let icon = icon.map(|field| picture(&field, reader));
    let palette = accent.map(|field| palette(&field, reader));
    let stylesheet = stylesheet.map(|field| self::stylesheet(&field, reader));
    let links = links.map(|field| self::links(&field, reader));
    let help = help.map(|field| self::help(&field, reader));
    let languages = languages.map_or(Some(Language::ALL.to_vec()), |field| self::languages(&field, reader));
    let texts = texts.map_or(Some(Texts::default()), |field| self::texts(&field, reader));

    let languages = languages?;
    Some(Look {
        logo: optional(logo)?,
        icon: optional(icon)?,
        palette: optional(palette)?,
        stylesheet: optional(stylesheet)?.map(Bytes::from),
        links: optional(links)?.unwrap_or_default(),
        help: optional(help)?,
        language: languages.first().copied().unwrap_or_default(),
        languages,
        texts: texts?,
    })
}

/// A key that is absent is all right; one that could not be read is not.
fn optional<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        None => Some(None),
        Some(value) => value.map(Some),
    }
}

fn logo(field: &Field<'_>, reader: &Reader<'_>) -> Option<Logo> {
    if let Value::Text(_) = field.value() {
        return Some(Logo { picture: picture(field, reader)?, dark: None, beside_name: true });
    }
    let mut section = field.section::<file::DetailedLogo>(reader, "a path, or a mapping with `file`")?;
    let file = section.required("file", "the path of a picture");
    let dark = section.optional("dark");
    let holds_name = section.optional("holds_name");
    section.finish();
    let file: Option<Picture> = file.and_then(|field| picture(&field, reader));
    let dark = dark.map(|field| picture(&field, reader));
    let holds_name = holds_name.map_or(Some(false), |field| field.boolean(reader));
    Some(Logo { picture: file?, dark: optional(dark)?, beside_name: !holds_name? })
}

/// One accent for both kinds of pages, or one for each.
fn palette(field: &Field<'_>, reader: &Reader<'_>) -> Option<Palette> {
    let colour = |field: &Field<'_>| field.parsed(reader, COLOUR, Colour::parse);
    let (light, dark) = match field.value() {
        Value::Map(_) => {
            let mut section = field.section::<file::DetailedAccent>(reader, COLOUR)?;
            let light = section.required("light", COLOUR);
            let dark = section.optional("dark");
            section.finish();
            (light, dark)
        }
        _ => (Some(field.clone()), None),
    };
    let accent = light.as_ref().and_then(&colour);
    let accent_dark = optional(dark.as_ref().map(colour));
    let (accent, accent_dark) = (accent?, accent_dark?);
    let alone = Palette::new(accent, None);
    // A light one that cannot be read must not hide that the dark one cannot be either.
    let readable = alone.as_ref().err().map_or(accent, |fault| fault.nearest);
    let both = Palette::new(readable, accent_dark);
    let faults = [(alone.as_ref().err(), light.as_ref()), (both.as_ref().err(), dark.as_ref())];
    for (fault, place) in faults.into_iter().filter_map(|(fault, field)| Some((fault?, field?))) {
        let noted = Fault::saying(&place.place, fault.to_string());
        reader.fault(noted.hint(format!("the nearest shade that can be read is \"{}\"", fault.nearest)));
    }
    alone.and(both).ok()
}

fn links(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<LinkInLanguages>> {
    let items = field.list(reader, "a list with at least one link")?;
    if items.len() > MOST_LINKS {
        reader.fault(Fault::new(&field.place, format!("{} links", items.len()), format!("at most {MOST_LINKS}")));
    }
    items.iter().map(|item| link(item, reader)).collect::<Vec<_>>().into_iter().collect()
}

fn link(field: &Field<'_>, reader: &Reader<'_>) -> Option<LinkInLanguages> {
    let mut section = field.section::<file::Link>(reader, "a mapping with `label` and `url`")?;
    let label = section.required("label", WORDING);
    let url = section.required("url", URL);
    section.finish();
    let label = label.and_then(|field| wording(&field, reader));
    let href = url.and_then(|field| href(&field, reader));
    Some(LinkInLanguages { label: label?, href: href? })
}

fn help(field: &Field<'_>, reader: &Reader<'_>) -> Option<Help> {
    const EXPECTED: &str = "a mapping with `text`, `url` or both";
    let mut section = field.section::<file::Help>(reader, EXPECTED)?;
    let (text, url) = (section.optional("text"), section.optional("url"));
    section.finish();
    if text.is_none() && url.is_none() {
        field.unlike(reader, EXPECTED);
        return None;
    }
    let text = text.map(|field| wording(&field, reader));
    let href = url.map(|field| href(&field, reader));
    Some(Help { text: optional(text)?, href: optional(href)? })
}

/// An address that a person may be sent to from a page of ours.
fn href(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    field.parsed(reader, URL, |text| {
        // Two slashes would name another host, and so would a backslash to browsers.
        if text.starts_with('/') {
            return (!text.starts_with("//") && !text.contains(['\\', '\t', '\n'])).then(|| text.to_owned());
        }
        let url = Url::parse(text).ok()?;
        let is_fit = match url.scheme() {
            "https" | "mailto" | "tel" => true,
            "http" => is_loopback(&url),
            _ => false,
        };
        is_fit.then(|| url.into())
    })
}

/// Words of the operator's own: the same in all languages, or some for each.
fn wording(field: &Field<'_>, reader: &Reader<'_>) -> Option<Wording> {
    if !matches!(field.value(), Value::Map(_)) {
        return Some(Wording { otherwise: sentence(field, reader)?, by_language: Vec::new() });
    }
    let entries = field.named(reader, WORDING)?;
    let mut by_language = Vec::new();
    for (tag, text) in entries {
        let language = language(tag.value, &tag.place, reader);
        let text = sentence(&text, reader);
        by_language.push((language?, text?));
    }
    // What is not there in the browser's language is said in the first.
    let otherwise = by_language.first().map(|(_, text)| text.clone())?;
    Some(Wording { otherwise, by_language })
}

fn sentence(field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    const EXPECTED: &str = "a text of at most 300 characters in one line";
    let text = field.free_text(reader, EXPECTED)?.trim();
    if text.is_empty() || text.chars().count() > LONGEST || text.contains(char::is_control) {
        field.unlike(reader, EXPECTED);
        return None;
    }
    Some(text.to_owned())
}

/// The languages of the site; the first is for browsers that ask for none of them.
fn languages(field: &Field<'_>, reader: &Reader<'_>) -> Option<Vec<Language>> {
    let items = field.list(reader, "a list of languages such as [en, de]")?;
    let mut languages = Vec::new();
    for item in &items {
        let found = item.text(reader, LANGUAGE).and_then(|tag| language(tag, &item.place, reader))?;
        if languages.contains(&found) {
            reader.fault(Fault::new(&item.place, format!("`{}` a second time", found.tag()), "each language once"));
            return None;
        }
        languages.push(found);
    }
    Some(languages)
}

fn language(tag: &str, place: &super::faults::Place, reader: &Reader<'_>) -> Option<Language> {
    let found = Language::ALL.iter().find(|language| language.tag() == tag).copied();
    if found.is_none() {
        let tags: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
        reader.fault(Fault::new(place, quoted(tag), format!("one of `{}`", tags.join("`, `"))));
    }
    found
}

/// Words instead of ours: for each language a file in the format of the catalogues, or messages by their names.
fn texts(field: &Field<'_>, reader: &Reader<'_>) -> Option<Texts> {
    const EXPECTED: &str = "a mapping of languages to files or to messages";
    let mut texts = Texts::default();
    let mut is_well = true;
    for (tag, words) in field.named(reader, EXPECTED)? {
        let Some(language) = language(tag.value, &tag.place, reader) else {
            is_well = false;
            continue;
        };
        let source = match words.value() {
            Value::Map(_) => messages(language, &words, reader),
            _ => words_file(&words, reader),
        };
        let Some(source) = source else {
            is_well = false;
            continue;
        };
        let is_file = !matches!(words.value(), Value::Map(_));
        match texts.add(language, &source) {
            // What stands in the configuration itself was looked at message by message.
            Ok(left_out) if is_file => {
                left_out.iter().for_each(|it| warn(it, &format!("line {}: ", it.line), &words, reader));
            }
            Ok(_) => {}
            Err(faults) => {
                is_well = false;
                for fault in faults {
                    note(&fault, &format!("line {} of the file with ", fault.line), &words, reader);
                }
            }
        }
    }
    is_well.then_some(texts)
}

/// Messages written in the configuration itself, each judged where it stands.
fn messages(language: Language, field: &Field<'_>, reader: &Reader<'_>) -> Option<String> {
    let mut source = String::new();
    let mut is_well = true;
    for (name, text) in field.named(reader, "a mapping of messages to texts")? {
        let Some(words) = text.free_text(reader, "a text") else {
            is_well = false;
            continue;
        };
        let line = text_as_catalogue(name.value, words);
        match Texts::default().add(language, &line) {
            Ok(left_out) => {
                left_out.iter().for_each(|it| warn(it, "", &text, reader));
                source.push_str(&line);
            }
            Err(faults) => {
                is_well = false;
                faults.iter().for_each(|fault| note(fault, "", &text, reader));
            }
        }
    }
    is_well.then_some(source)
}

fn warn(left_out: &LeftOut, before: &str, field: &Field<'_>, reader: &Reader<'_>) {
    reader.warn(&field.place, format!("{before}{left_out}, so people will not read it"));
}

fn note(fault: &TextFault, before: &str, field: &Field<'_>, reader: &Reader<'_>) {
    const EXPECTED: &str = "messages of ours with the values they are given";
    let noted = Fault::new(&field.place, format!("{before}{}", fault.problem), EXPECTED);
    reader.fault(match &fault.problem {
        TextProblem::UnknownMessage(name) => match nearest(name, text_names()) {
            Some(name) => noted.hint(format!("did you mean `{name}`?")),
            None => noted.hint("`gatehouse pages` shows every page; the catalogue lists every message"),
        },
        _ => noted,
    });
}
