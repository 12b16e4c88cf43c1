//! Nothing is missing, nothing leads astray.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::idx::{Document, Outcome};
use crate::pages::strict_html;

fn catalogue() -> Catalogue {
    Catalogue::of_nobody(&[])
}

fn text(file: File) -> String {
    String::from_utf8(file.bytes.into()).expect("text")
}

#[test]
fn every_document_that_comes_to_a_page_is_shown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let shown: BTreeSet<String> = CHAPTERS.iter().flat_map(documents::Chapter::steps).map(|step| step.name()).collect();

    for entry in std::fs::read_dir(folder).expect("documents").map(|entry| entry.expect("an entry").path()) {
        let Some(name) = entry.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else { continue };
        let document = Document::parse(&std::fs::read(&entry).expect("a document")).expect("a document");
        let is_page = !matches!(document.outcome(), Outcome::Finished(_));
        assert_eq!(shown.contains(name), is_page, "{name}: list it in a chapter of documents.rs");
    }
}

#[test]
fn every_path_is_a_file_and_every_page_is_strict_html() {
    let catalogue = catalogue();
    let paths = catalogue.paths();

    assert!(paths.len() > 240 * Language::ALL.len(), "{}", paths.len());
    assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len(), "a path twice");
    // The languages take turns: what differs between them are words.
    let looked_at = |index: usize, path: &str| path.starts_with("en/") || index.is_multiple_of(7);
    for (_, path) in paths.into_iter().enumerate().filter(|(index, path)| looked_at(*index, path)) {
        let file = catalogue.file(&path).unwrap_or_else(|| panic!("{path} is no file"));
        if path.contains('/') && path.ends_with(".html") {
            // As it would stand below a site's own path.
            let name = path.split('/').next_back().unwrap_or_default();
            let html = text(file).replace("\"../", "\"/.gatehouse/");
            let html = html.replace(&format!("\"{name}"), "\"/.gatehouse/sign-in/Yk3vT9sQ");
            let mut faults = strict_html::faults(&html);
            // It knows the English word for it.
            faults.retain(|fault| path.starts_with("en/") || fault != "an error that the title does not mention");
            assert_eq!(faults, Vec::<String>::new(), "{path}");
        }
    }
}

#[test]
fn the_list_leads_to_every_page() {
    let catalogue = catalogue();
    let index = text(catalogue.file("index.html").expect("a list"));

    for path in catalogue.paths().iter().filter(|path| path.contains('/') && path.ends_with(".html")) {
        assert!(index.contains(&format!("href=\"{path}\"")), "{path}");
    }
    assert!(!index.contains("<script") && !index.contains('{'), "{index}");
}

#[test]
fn what_is_not_there_is_no_file() {
    for path in ["", "en/", "en/no-such-page.html", "xx/sign-out.html", "assets/", "../Cargo.toml", "en/finished.html"]
    {
        assert!(catalogue().file(path).is_none(), "{path}");
    }
}

#[test]
fn a_page_on_a_disk_carries_its_pictures() {
    let catalogue = catalogue();

    let page = text(catalogue.file_for_a_disk("en/challenge-email.html").expect("a page"));

    assert!(page.contains("<use href=\"#mail\"/>") && page.contains("id=\"mail\""), "{page}");
    assert!(page.contains("href=\"../assets/") && !page.contains("sprite.svg"), "{page}");
}

#[test]
fn a_form_of_a_page_leads_back_to_it() {
    let page = text(catalogue().file("en/challenge-email.html").expect("a page"));

    assert!(page.contains("action=\"challenge-email.html\""), "{page}");
}
