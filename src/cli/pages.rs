//! `gatehouse pages`: every page as a file.

use std::fs;
use std::io;
use std::path::{Component, Path};

use super::arguments::Pages;
use super::{CommandError, output};
use crate::config::{self, HostPattern, Site};
use crate::endpoints::catalogue::Catalogue;
use crate::pages::Language;

/// The file that lists what was written, a path a line: what the next run may replace.
const WRITTEN: &str = ".gatehouse-pages";

/// Writes the pages below the directory that was asked for.
pub(super) fn run(asked: &Pages) -> Result<(), CommandError> {
    let catalogue = catalogue(asked)?;
    make_room(&asked.out)?;
    let paths = catalogue.paths();
    write(&asked.out.join(WRITTEN), paths.join("\n").as_bytes())?;
    for path in &paths {
        let Some(file) = catalogue.file_for_a_disk(path) else { continue };
        write(&asked.out.join(path), &file.bytes)?;
    }
    output::data(&format!("{} files; open {}\n", paths.len(), asked.out.join("index.html").display()))
}

fn catalogue(asked: &Pages) -> Result<Catalogue, CommandError> {
    let languages = languages(&asked.languages)?;
    let Some(file) = &asked.config else { return Ok(Catalogue::of_nobody(&languages)) };
    let sites = config::load_for_pages(file)?;
    let named = |site: &&std::sync::Arc<Site>| match (&asked.site, &site.host) {
        (None, _) => true,
        (Some(host), HostPattern::Exact(of_site)) => of_site == host,
        (Some(host), HostPattern::Any) => site.public_url.host() == host,
    };
    match sites.iter().find(named) {
        Some(site) => Ok(Catalogue::of_site(site, &languages)),
        None => {
            let hosts: Vec<&str> = sites.iter().map(|site| site.public_url.host()).collect();
            let asked = asked.site.as_deref().unwrap_or_default();
            Err(CommandError::Argument(format!("no site has the host {asked}; there are: {}", hosts.join(", "))))
        }
    }
}

fn languages(tags: &[String]) -> Result<Vec<Language>, CommandError> {
    let language = |tag: &String| {
        let known = || Language::ALL.iter().map(|language| language.tag()).collect::<Vec<_>>().join(", ");
        Language::of_tag(tag)
            .ok_or_else(|| CommandError::Argument(format!("pages are not written in {tag}; they are in: {}", known())))
    };
    tags.iter().map(language).collect()
}

/// Takes a directory that is new, empty, or holds the files of an earlier run, which go; whatever else lies there stays.
fn make_room(out: &Path) -> Result<(), CommandError> {
    let failed = |error| CommandError::File(out.to_owned(), error);
    let is_empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return fs::create_dir_all(out).map_err(failed),
        Err(error) => return Err(failed(error)),
    };
    if is_empty {
        return Ok(());
    }
    let Ok(written) = fs::read_to_string(out.join(WRITTEN)) else {
        let out = out.display();
        return Err(CommandError::Argument(format!(
            "{out} is not empty and not from `gatehouse pages`; name another directory"
        )));
    };
    // A line that leads elsewhere was not written here.
    let below = |line: &&str| Path::new(line).components().all(|part| matches!(part, Component::Normal(_)));
    for line in written.lines().filter(below) {
        match fs::remove_file(out.join(line)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
    }
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    let folder = file.parent().unwrap_or(file);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(file, bytes));
    written.map_err(|error| CommandError::File(file.to_owned(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(out: &Path) -> Pages {
        Pages { out: out.to_owned(), languages: vec!["en".to_owned()], config: None, site: None }
    }

    #[test]
    fn a_directory_of_somebody_else_is_left_alone() {
        let folder = tempfile::tempdir().expect("a directory");
        fs::write(folder.path().join("index.html"), "mine").expect("a file");

        let refused = run(&asked(folder.path())).expect_err("it is not empty");

        assert_eq!(refused.exit_code(), 2);
        assert!(refused.to_string().contains("is not empty"), "{refused}");
        assert_eq!(fs::read_to_string(folder.path().join("index.html")).expect("still there"), "mine");
    }

    #[test]
    fn a_second_run_replaces_the_first_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a directory");
        let out = folder.path().join("pages");
        run(&asked(&out)).expect("written");
        fs::write(out.join("notes.txt"), "mine").expect("a file");
        fs::write(out.join(WRITTEN), "en/gone.html\n../pages/notes.txt\nnotes.txt/../notes.txt").expect("a file");
        fs::write(out.join("en/gone.html"), "of an earlier run").expect("a file");

        run(&asked(&out)).expect("written again");

        assert!(!out.join("en/gone.html").exists());
        assert!(out.join("notes.txt").exists() && out.join("en/sign-out.html").exists());
    }

    #[test]
    fn a_language_that_is_not_spoken_is_named() {
        let folder = tempfile::tempdir().expect("a directory");

        let refused = run(&Pages { languages: vec!["tlh".to_owned()], ..asked(folder.path()) });

        assert!(refused.expect_err("no such language").to_string().starts_with("pages are not written in tlh"));
    }

    #[test]
    fn the_pages_of_a_site_bear_its_name_and_are_drawn_without_its_secrets() {
        let folder = tempfile::tempdir().expect("a directory");
        let config = folder.path().join("gatehouse.yaml");
        fs::write(&config, CONFIGURATION).expect("a file");
        let out = folder.path().join("pages");

        run(&Pages { config: Some(config), site: Some("notes.example".to_owned()), ..asked(&out) }).expect("written");

        let index = fs::read_to_string(out.join("index.html")).expect("a list");
        assert!(index.contains("<h1>Pages of Field notes</h1>"), "{index}");
    }

    const CONFIGURATION: &str = r#"
listeners: [{ address: "0.0.0.0:443", tls: { certificate: not-here.pem, key: nor-this.pem } }]
keys: [{ file: no-key.txt }]
authorization_servers:
  okta: { issuer: "https://org.example", client_id: gatehouse, client_secret: { env: A_VARIABLE_THAT_IS_NOT_SET } }
sites:
  - host: "*"
    name: Field notes
    public_url: https://notes.example
    authorization_server: okta
    routes: [{ path: /, upstream: "http://127.0.0.1:3000" }]
"#;
}
