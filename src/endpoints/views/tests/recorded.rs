//! Every document at hand: our own, and the recorded ones where there are any.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;

fn documents_in(directory: &Path) -> Vec<(String, Document)> {
    let entries = fs::read_dir(directory).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let json = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    json.filter_map(|path| {
        let name = path.file_stem()?.to_string_lossy().into_owned();
        Some((name, Document::parse(&fs::read(path).ok()?).ok()?))
    })
    .collect()
}

/// The documents of our own, by name.
pub(super) fn own_documents() -> Vec<(String, Document)> {
    let documents = documents_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents"));
    assert!(documents.len() > 180, "{} documents", documents.len());
    documents
}

fn check(documents: &[(String, Document)]) {
    let wrong: Vec<String> = documents
        .iter()
        .flat_map(|(name, document)| faults(document).into_iter().map(move |fault| format!("{name}: {fault}")))
        .collect();

    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_document_of_ours_becomes_a_strict_page_whose_forms_can_be_sent() {
    check(&own_documents());
}

#[test]
#[expect(clippy::print_stderr, reason = "says in one line that the recorded documents are not at hand")]
fn every_recorded_document_becomes_a_strict_page_whose_forms_can_be_sent() {
    let Some(directory) = std::env::var_os("IDX_SAMPLES") else {
        eprintln!("IDX_SAMPLES names no directory: the recorded documents are not tried");
        return;
    };
    let documents = documents_in(Path::new(&directory));
    assert!(documents.len() > 500, "{} documents in {}", documents.len(), Path::new(&directory).display());

    check(&documents);
}

/// `PAGES_OUT=/tmp/pages IDX_SAMPLES=… cargo test --lib -- --ignored` writes what they look like.
#[test]
#[ignore = "writes files for people to look at"]
fn write_every_recorded_document_for_looking_at() {
    let (Some(from), Some(to)) = (std::env::var_os("IDX_SAMPLES"), std::env::var_os("PAGES_OUT")) else { return };
    for (name, document) in documents_in(Path::new(&from)) {
        let Some(html) = with_context(|context| page(&document, &context).map(|page| page.render())) else { continue };
        fs::write(Path::new(&to).join(format!("{name}.html")), html.body).expect("a writable directory");
    }
}
