//! Sequences that others recorded, replayed through the whole gateway: a browser walks the pages, and what reaches the
//! org is what each recorded form demands.
//!
//! The order follows from the names of the recordings and from what leads where. Where a step was not recorded, the
//! same step of another recording stands for it, and the list of the sequence says so; where there is none, the walk ends.

mod dotnet;
mod java;
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
        format!("{folder}{step}.json")
    };
    let places: Vec<String> = steps.iter().map(place).collect();
    Some(Walk::begin(&recordings.sequence(&places)).await)
}
