//! Documents recorded by others, in the directory that `IDX_SAMPLES` names.
//!
//! They do not belong to this project: where there are none, nothing is read, and the documents of our own stand for
//! them. A table beside the directory says what is in each file, and under which names it was found: one file may stand
//! for several steps of several sequences.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Once;

use serde_json::Value;

/// The recorded documents, where there are any.
pub(crate) struct Recordings {
    directory: PathBuf,
    kinds: HashMap<String, String>,
    /// From `repository:path` to the file.
    places: HashMap<String, String>,
}

impl Recordings {
    /// None in a lone clone; whoever runs a test should know then what it did not cover.
    pub(crate) fn open() -> Option<Self> {
        let Some(directory) = std::env::var_os("IDX_SAMPLES").map(PathBuf::from) else {
            static SAID: Once = Once::new();
            // Past the capture of a passing test.
            SAID.call_once(|| {
                let _ =
                    writeln!(std::io::stderr(), "IDX_SAMPLES names no directory of recorded documents: none was read");
            });
            return None;
        };
        let table = directory.parent().map(|parent| parent.join("samples-index.tsv"));
        let text = table
            .and_then(|table| fs::read_to_string(table).ok())
            .expect("samples-index.tsv lies beside the directory");
        let mut recordings = Self { directory, kinds: HashMap::new(), places: HashMap::new() };
        text.lines().skip(1).for_each(|line| recordings.note(line));
        Some(recordings)
    }

    fn note(&mut self, line: &str) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, repository, path, kind, .., elsewhere] = columns[..] else { panic!("too few columns: {line}") };
        self.kinds.insert(file.to_owned(), kind.to_owned());
        self.places.insert(format!("{repository}:{path}"), file.to_owned());
        for place in elsewhere.split([',', ';', ' ']).filter(|place| !place.is_empty()) {
            self.places.insert(place.to_owned(), file.to_owned());
        }
    }

    /// Every document: its name and its bytes.
    pub(crate) fn documents(&self) -> Vec<(String, Vec<u8>)> {
        let mut documents = Vec::new();
        for entry in fs::read_dir(&self.directory).expect("IDX_SAMPLES names a directory") {
            let path = entry.expect("readable").path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                documents.push((name, fs::read(&path).expect("readable")));
            }
        }
        assert!(!documents.is_empty(), "no documents in {}", self.directory.display());
        documents.sort();
        documents
    }

    /// What is in the file of that name.
    pub(crate) fn kind(&self, name: &str) -> &str {
        self.kinds.get(name).unwrap_or_else(|| panic!("{name} is not in the table beside the directory"))
    }

    /// Every folder below these places in which steps of a sign-in were recorded.
    pub(crate) fn folders(&self, below: &[&str]) -> BTreeSet<&str> {
        let is_step = |file: &str| self.kind(file).starts_with("remediation") || self.kind(file).starts_with("success");
        let steps = self.places.iter().filter(|(_, file)| is_step(file)).map(|(place, _)| place.as_str());
        let steps = steps.filter(|place| below.iter().any(|start| place.starts_with(start)));
        steps.filter_map(|place| place.rsplit_once('/')).map(|(folder, _)| folder).collect()
    }

    /// These documents in this order; each is named by where it was recorded.
    pub(crate) fn sequence(&self, places: &[String]) -> Vec<Value> {
        places.iter().map(|place| self.step(place)).collect()
    }

    fn step(&self, place: &str) -> Value {
        let file = self.places.get(place).unwrap_or_else(|| panic!("nothing was recorded at {place}"));
        let body = fs::read(self.directory.join(file)).expect("readable");
        serde_json::from_slice(&body).expect("what was recorded is JSON")
    }
}
