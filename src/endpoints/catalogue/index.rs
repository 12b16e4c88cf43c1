//! The list of all pages, with a choice of language and direction that needs no script.

use super::{Catalogue, Chapter, Entry};
use crate::pages::Language;

pub(super) const STYLESHEET: &str = "catalogue.css";

/// The list as a document.
pub(super) fn page(catalogue: &Catalogue) -> String {
    let brand = &catalogue.brands[0];
    let languages: Vec<Language> = catalogue.brands.iter().map(|brand| brand.language()).collect();
    let chapters = catalogue.chapters();
    let count: usize = chapters.iter().map(|chapter| chapter.pages.len()).sum();
    let list: String = chapters.iter().map(|it| section(it, &languages)).collect();
    let contents: String = chapters.iter().map(contents_line).collect();
    TEMPLATE
        .replace("{stylesheet}", STYLESHEET)
        .replace("{site}", &escaped(&brand.site_name))
        .replace("{count}", &count.to_string())
        .replace("{filter}", &filter(&languages))
        .replace("{contents}", &contents)
        .replace("{list}", &list)
}

/// Its stylesheet: what is not chosen is not shown.
pub(super) fn stylesheet(catalogue: &Catalogue) -> String {
    let mut text = BASE.to_owned();
    for brand in &catalogue.brands {
        let tag = brand.language().tag();
        text.push_str(&format!(":root:has(#show-{tag}:checked) li a:not([lang={tag}]) {{ display: none; }}\n"));
    }
    text
}

fn filter(languages: &[Language]) -> String {
    if languages.len() < 2 {
        return String::new();
    }
    let one = |id: &str, label: &str, attributes: &str| {
        format!("<label{attributes}><input type=\"radio\" name=\"show\" id=\"show-{id}\"> {label}</label>\n")
    };
    let mut text = "<fieldset><legend>Show</legend>\n\
        <label><input type=\"radio\" name=\"show\" id=\"show-all\" checked> every language</label>\n"
        .to_owned();
    text.push_str(&one("ltr", "left to right", ""));
    text.push_str(&one("rtl", "right to left", ""));
    text.extend(languages.iter().map(|language| {
        let tag = language.tag();
        one(tag, language.own_name(), &format!(" lang=\"{tag}\""))
    }));
    text.push_str("</fieldset>\n");
    text
}

fn contents_line(chapter: &Chapter) -> String {
    format!(
        "<li><a href=\"#{}\">{}</a> <small>{}</small></li>\n",
        id(chapter.title),
        chapter.title,
        chapter.pages.len()
    )
}

fn section(chapter: &Chapter, languages: &[Language]) -> String {
    let mut text = format!("<h2 id=\"{}\">{}</h2>\n<ul class=\"pages\">\n", id(chapter.title), chapter.title);
    for page in &chapter.pages {
        text.push_str(&format!("<li><span><strong>{}</strong> <code>{}</code></span>\n", page.heading, page.name));
        text.extend(languages.iter().map(|language| link(page, *language)));
        text.push_str("</li>\n");
    }
    text.push_str("</ul>\n");
    text
}

fn link(page: &Entry, language: Language) -> String {
    let (tag, direction, name) = (language.tag(), language.direction(), language.own_name());
    format!("<a href=\"{tag}/{}.html\" lang=\"{tag}\" dir=\"{direction}\" title=\"{name}\">{tag}</a>\n", page.name)
}

fn id(title: &str) -> String {
    title.to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

const TEMPLATE: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="gatehouse pages">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Pages of {site}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{stylesheet}">
</head>
<body>
<main>
<h1>Pages of {site}</h1>
<p>{count} pages, each as a browser shows it. Buttons and links lead nowhere, and what waits waits for ever.</p>
<form>{filter}</form>
<ol class="contents">
{contents}</ol>
{list}</main>
</body>
</html>
"#;

const BASE: &str = r"/* Written by gatehouse pages. */
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 2rem 1.25rem; }
main { max-inline-size: 60rem; margin-inline: auto; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin-block: 2rem .5rem; font-size: 1.125rem; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: .5rem 1rem 1rem; border: 1px solid; border-radius: .5rem; }
label { display: inline-flex; gap: .375rem; align-items: center; min-block-size: 1.75rem; }
ul, ol { margin: 0; padding: 0; list-style: none; }
.contents { columns: 16rem; margin-block: 1.5rem; }
.contents a, .pages a { display: inline-block; min-block-size: 1.5rem; }
.pages a { min-inline-size: 1.5rem; }
.pages li { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding-block: .5rem; border-block-start: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.pages span { flex: 1 1 24rem; }
.pages code { margin-inline-start: .5rem; font-size: .875rem; overflow-wrap: anywhere; opacity: .75; }
:root:has(#show-ltr:checked) li a[dir=rtl], :root:has(#show-rtl:checked) li a[dir=ltr] { display: none; }
";
