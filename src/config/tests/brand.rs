//! What is made of a brand, and what is printed about one that no page could show.

use std::fs;
use std::path::Path;

use super::{GOOD, environment};
use crate::config::{Config, load};
use crate::pages::{Language, PictureKind};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Loads the good file with this brand, beside files of the usual kinds.
fn branded(brand: &str) -> Result<Config, String> {
    let place = tempfile::tempdir().expect("a temporary directory");
    let write = |name: &str, content: &[u8]| fs::write(place.path().join(name), content).expect("a file");
    write("logo.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    write("photo.png", PNG);
    write("large.png", &[PNG, &[0; 200 * 1024]].concat());
    write("vast.png", &[PNG, b"\0\0\0\rIHDR", &[0, 0, 0x10, 1, 0, 0, 0, 9]].concat());
    write("page.html", b"<!doctype html><svg></svg>");
    write("empty.css", b"");
    write("latin.css", b"h1 { content: \"caf\xe9\" }");
    write("site.css", b"h1 { color: green }");
    write("foreign.css", b"@import url(https://fonts.example/a.css);");
    write("de.ftl", "not-you = Nicht Sie?\nnot-yu = Nein\n".as_bytes());
    write("own.ftl", b"not-you = Nein?\npage-title = { $site }\n");
    let brand: String = brand.lines().map(|line| format!("      {line}\n")).collect();
    let yaml = GOOD.replace("    routes:", &format!("    brand:\n{brand}    routes:"));
    let file = place.path().join("gatehouse.yaml");
    fs::write(&file, yaml).expect("a file");
    load(&file, &environment).map_err(|faults| faults.to_string().replace(&format!("{}/", place.path().display()), ""))
}

fn refused(brand: &str) -> String {
    branded(brand).map(|_| "accepted".to_owned()).unwrap_or_else(|faults| faults)
}

#[test]
fn a_brand_is_read_whole() {
    let config = branded(
        "logo: { file: logo.svg, dark: photo.png, holds_name: true }\nicon: photo.png\naccent: \"#0f6b4f\"\nstylesheet: \
         site.css\nlinks:\n  - { label: { en: Privacy, de: Datenschutz }, url: https://a.example/privacy }\n  - { label: \
         Terms, url: /terms }\nhelp: { text: Call 4821, url: \"tel:+14155550123\" }\nlanguages: [de, en]\ntexts:\n  en: { \
         not-you: Somebody else? }",
    )
    .expect("all is well");

    let look = &config.sites[0].look;
    let logo = look.logo.as_ref().expect("a logo");
    assert_eq!((logo.picture.kind, logo.beside_name), (PictureKind::Svg, false));
    assert_eq!(logo.dark.as_ref().map(|picture| picture.kind), Some(PictureKind::Png));
    assert_eq!(look.languages, [Language::German, Language::English]);
    assert_eq!(look.language, Language::German);
    assert_eq!(look.links[0].label.in_language(Language::German), "Datenschutz");
    assert_eq!(look.links[0].label.in_language(Language::French), "Privacy");
    assert_eq!(look.links[1].href, "/terms");
    assert!(look.palette.is_some() && look.stylesheet.is_some() && look.help.is_some());
}

#[test]
fn without_a_brand_pages_look_like_ours() {
    let config = super::read(GOOD).unwrap_or_else(|faults| panic!("{faults}"));

    assert_eq!(config.sites[0].look.languages, Language::ALL);
    assert!(config.sites[0].look.logo.is_none());
}

#[test]
fn a_colour_that_cannot_be_read_is_refused_with_one_that_can() {
    insta::assert_snapshot!(refused("accent: { light: \"#7fd6ff\", dark: \"#101030\" }"), @r##"
    gatehouse.yaml:15:24: sites[0].brand.accent.light: too little contrast on light pages: a link in this colour within an error would have 1.46:1; people need 4.5:1 to make it out
        hint: the nearest shade that can be read is "#46758c"
    gatehouse.yaml:15:41: sites[0].brand.accent.dark: too little contrast on dark pages: a link in this colour on a pale shade of it would have 1.03:1; people need 4.5:1 to make it out
        hint: the nearest shade that can be read is "#8d8d9c"
    gatehouse.yaml: 2 faults
    "##);
    insta::assert_snapshot!(refused("accent: bright"), @r##"
    gatehouse.yaml:15:15: sites[0].brand.accent: found "bright"; expected a colour such as "#1a4fd0"
    gatehouse.yaml: 1 fault
    "##);
}

#[test]
fn files_that_are_not_what_they_should_be_are_refused_where_they_are_named() {
    insta::assert_snapshot!(refused(
        "logo: page.html\nicon: missing.png\nstylesheet: latin.css"
    ), @r#"
    gatehouse.yaml:15:13: sites[0].brand.logo: found "page.html", which is not a picture that browsers show; expected the path of a picture: SVG, PNG, WebP, JPEG or ICO, at most 128 KiB
        hint: it was looked for at page.html
    gatehouse.yaml:16:13: sites[0].brand.icon: found "missing.png", which cannot be read: No such file or directory (os error 2); expected the path of a picture: SVG, PNG, WebP, JPEG or ICO, at most 128 KiB
        hint: it was looked for at missing.png
    gatehouse.yaml:17:19: sites[0].brand.stylesheet: found "latin.css", which is not UTF-8; expected the path of a stylesheet of at most 64 KiB
        hint: it was looked for at latin.css
    gatehouse.yaml: 3 faults
    "#);
    insta::assert_snapshot!(refused("logo: large.png\nstylesheet: empty.css"), @r#"
    gatehouse.yaml:15:13: sites[0].brand.logo: found "large.png", which is larger; expected the path of a picture: SVG, PNG, WebP, JPEG or ICO, at most 128 KiB
        hint: it was looked for at large.png
    gatehouse.yaml:16:19: sites[0].brand.stylesheet: found "empty.css", which is empty; expected the path of a stylesheet of at most 64 KiB
        hint: it was looked for at empty.css
    gatehouse.yaml: 2 faults
    "#);
}

#[test]
fn a_picture_that_unpacks_into_too_much_is_refused() {
    insta::assert_snapshot!(refused("logo: vast.png"), @r#"
    gatehouse.yaml:15:13: sites[0].brand.logo: found "vast.png", a picture of 4097 by 9 pixels; expected a picture of at most 4096 pixels a side
        hint: it was looked for at vast.png
    gatehouse.yaml: 1 fault
    "#);
}

#[test]
fn words_that_leave_out_what_ours_tell_are_warned_of() {
    let config = branded("texts:\n  en: { page-title: \"{ $heading }\", start-over: Again }\n  de: own.ftl")
        .expect("it can be said");

    let warnings: Vec<&String> = config.warnings.iter().filter(|warning| warning.contains("leaves out")).collect();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings[0].contains("texts.en.page-title: `page-title` leaves out `$site`, which ours says there"));
    assert!(warnings[1].contains("texts.de: line 2: `page-title` leaves out `$heading`"), "{warnings:?}");
}

#[test]
fn a_stylesheet_that_loads_from_elsewhere_is_warned_of() {
    let config = branded("stylesheet: foreign.css").expect("it does no harm");

    let warnings: Vec<String> = config.warnings.iter().map(ToString::to_string).collect();
    assert!(warnings.iter().any(|warning| warning.contains("pages load nothing from elsewhere")), "{warnings:?}");
}

#[test]
fn a_link_that_no_page_may_hold_is_refused() {
    for url in ["javascript:alert(1)", "http://a.example/", "//a.example", "data:text/html,x", "/\\\\a.example"] {
        let faults = refused(&format!("links:\n  - {{ label: A, url: \"{url}\" }}"));

        assert!(faults.contains("sites[0].brand.links[0].url: found"), "{url}: {faults}");
    }
}

#[test]
fn words_that_no_page_says_are_refused() {
    insta::assert_snapshot!(refused("texts:\n  en: { not-yu: Who? }\n  de: de.ftl\n  tlh: { not-you: nuqneH }"), @r#"
    gatehouse.yaml:16:23: sites[0].brand.texts.en.not-yu: found the message `not-yu`, which no page says; expected messages of ours with the values they are given
        hint: did you mean `not-you`?
    gatehouse.yaml:17:13: sites[0].brand.texts.de: found line 2 of the file with the message `not-yu`, which no page says; expected messages of ours with the values they are given
        hint: did you mean `not-you`?
    gatehouse.yaml:18:9: sites[0].brand.texts.tlh: found "tlh"; expected one of `en`, `de`, `fr`, `es`, `pt`, `it`, `nl`, `pl`, `ja`, `zh`, `ar`
    gatehouse.yaml: 3 faults
    "#);
    insta::assert_snapshot!(refused("texts:\n  en: { page-title: \"{ $heading } at { $sight }\" }\nlanguages: [en, en]\nhelp: {}"), @r"
    gatehouse.yaml:16:27: sites[0].brand.texts.en.page-title: found `page-title` with `$sight`; it may hold `$heading`, `$site`; expected messages of ours with the values they are given
    gatehouse.yaml:17:23: sites[0].brand.languages[1]: found `en` a second time; expected each language once
    gatehouse.yaml:18:13: sites[0].brand.help: found a mapping; expected a mapping with `text`, `url` or both
    gatehouse.yaml: 3 faults
    ");
}

#[test]
fn nothing_lies_beside_a_configuration_that_has_no_folder() {
    let faults = crate::config::parse(
        &GOOD.replace("    routes:", "    brand: { logo: a.svg }\n    routes:"),
        Path::new("gatehouse.yaml"),
        &environment,
    );

    assert!(faults.is_err_and(|faults| faults.to_string().contains("which cannot be read")));
}
