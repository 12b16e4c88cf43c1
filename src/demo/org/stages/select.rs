//! The choice between the authenticators that would do.

use serde_json::{Value, json};

use super::{Challenge, Confirm, Outcome, Scene, Stage};
use crate::demo::org::authenticators::Authenticator;
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;

/// Authenticators any of which would do.
pub(in crate::demo::org) type Among = &'static [&'static dyn Authenticator];

/// The name of the form.
pub(super) const FORM: &str = "select-authenticator-authenticate";

/// A choice, and nothing else on the page.
#[derive(Debug)]
pub(in crate::demo::org) struct Select {
    among: Among,
}

impl Stage for Select {
    fn write(&self, page: &mut Page<'_>) {
        offer(page, self.among);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        choose(scene, self.among, &body["authenticator"])
    }
}

/// A choice when there is one, else the question whether to send something, else the challenge itself.
pub(in crate::demo::org) fn choose_among(scene: &mut Scene<'_>, among: Among) -> Box<dyn Stage> {
    let is_first = !scene.transaction.has_verified_anything();
    let candidates: Vec<Enrollment> =
        scene.person().map(|person| person.enrolled(among).into_iter().cloned().collect()).unwrap_or_default();
    match &candidates[..] {
        [only] if is_first && only.authenticator.asks_first() => Box::new(Confirm::new(among, only)),
        [only] if !only.authenticator.asks_first() && (is_first || only.authenticator.about().kind == "password") => {
            Box::new(Challenge::begin(scene, among, only, only.authenticator.methods()[0], &Value::Null))
        }
        _ => Box::new(Select { among }),
    }
}

/// The form with every candidate as an option.
pub(super) fn offer(page: &mut Page<'_>, among: Among) {
    let Some(person) = page.person() else { return };
    let options: Vec<Value> = person
        .enrolled(among)
        .into_iter()
        .map(|enrollment| {
            let index = person.enrollments.iter().position(|other| other.id == enrollment.id).unwrap_or_default();
            json!({
                "label": enrollment.authenticator.display_name(),
                "value": { "form": { "value": enrollment.authenticator.option_fields(enrollment) } },
                "relatesTo": format!("$.authenticatorEnrollments.value[{index}]"),
            })
        })
        .collect();
    let field = json!({ "name": "authenticator", "type": "object", "required": true, "options": options });
    page.offer(FORM, "challenge", vec![field]);
}

/// The same form beside a challenge, when there is a choice.
pub(super) fn offer_other_ways(page: &mut Page<'_>, among: Among) {
    if page.person().is_some_and(|person| person.enrolled(among).len() > 1) {
        offer(page, among);
    }
}

/// Begins what was chosen, or asks first which way.
pub(super) fn choose(scene: &mut Scene<'_>, among: Among, choice: &Value) -> Outcome {
    let Some(enrollment) = chosen(scene, among, choice) else { return Outcome::stay() };
    let methods = enrollment.authenticator.methods();
    match choice["methodType"].as_str() {
        Some(method) => Outcome::to(Challenge::begin(scene, among, &enrollment, method, choice)),
        // Which channel is asked before anything is sent.
        None if methods.len() > 1 => Outcome::to(Confirm::new(among, &enrollment)),
        None => Outcome::to(Challenge::begin(scene, among, &enrollment, methods[0], choice)),
    }
}

/// The enrolment that a checked choice means: by its own id where it has one, else by its authenticator.
fn chosen(scene: &Scene<'_>, among: Among, choice: &Value) -> Option<Enrollment> {
    let by_enrollment = choice["enrollmentId"].as_str();
    let mut candidates = scene.person()?.enrolled(among).into_iter();
    let chosen = candidates.find(|enrollment| match by_enrollment {
        Some(id) => enrollment.id == id,
        None => choice["id"] == enrollment.authenticator.id(),
    });
    chosen.cloned()
}
