//! Sequences that others recorded, replayed through the whole gateway: a browser walks the pages, and what reaches the
//! org is what each recorded form demands.
//!
//! The order follows from the names of the recordings and from what leads where. Where a step was not recorded, the
//! same step of another recording stands for it, and the list of the sequence says so; where there is none, the walk ends.

mod dotnet;
mod java;
mod more;
mod swift;

use crate::support::recordings::Recordings;
use crate::support::walk::Walk;

/// Where each repository keeps its recordings.
const JAVA: &str = "okta-idx-java:api/src/test/resources/scenario_";
const DOTNET: &str = "okta-idx-dotnet:mocks/";
const SWIFT: &str = "okta-idx-swift:Tests/OktaIdxTests/SampleResponses/";

/// Begins a walk through recorded steps, where there are recordings. A step of another repository is named in full.
async fn walk(folder: &str, steps: &[&str]) -> Option<Walk> {
    let recordings = Recordings::open()?;
    let place = |step: &&str| {
        let folder = if step.contains(':') { "" } else { folder };
        // What stands within a test is named by its line.
        let extension = if folder.contains('#') || step.contains('#') { "" } else { ".json" };
        format!("{folder}{step}{extension}")
    };
    let places: Vec<String> = steps.iter().map(place).collect();
    Some(Walk::begin(&recordings.sequence(&places)).await)
}

/// Sequences of which nothing can be walked, and why.
const NOT_WALKED: [(&str, &str); 5] = [
    ("scenario_1_1_4", "its answer was not recorded, and the steps before it are those of 1_1_1"),
    ("scenario_6_2_1", "nothing of it was recorded but its end, after a text message"),
    ("scenario_6_2_3", "nothing of it was recorded but its beginning"),
    ("scenario_10_2_2", "nothing of it was recorded but its end, after a security key"),
    ("SampleResponses", "single answers that belong to no sequence"),
];

#[test]
fn every_recorded_sequence_is_walked_or_it_is_said_why_not() {
    let Some(recordings) = Recordings::open() else { return };
    let sources =
        [include_str!("replays/java.rs"), include_str!("replays/dotnet.rs"), include_str!("replays/swift.rs")];
    let sources = sources.concat();

    for folder in recordings.folders(&[JAVA, DOTNET, SWIFT]) {
        let name = folder.rsplit('/').next().unwrap_or_default();
        let number = name.trim_start_matches("scenario_");
        let is_walked = sources.contains(&format!("\"{number}")) || sources.contains(&format!("{number}/"));
        let is_excused = NOT_WALKED.iter().any(|(excused, _)| *excused == name);
        assert_ne!(is_walked, is_excused, "{folder}: walked, or not and nobody says why; but never both");
    }
}
