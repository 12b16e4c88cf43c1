//! Progressive profiling: the org asks for attributes that it does not know yet.

use serde_json::{Value, json};

use super::{Outcome, Scene, Stage};
use crate::demo::org::page::Page;
use crate::demo::org::policy::Requirement;

/// The mark of a transaction in which the profile was completed, or left for another time.
const COMPLETED: &str = "profile";

/// Attributes that are missing; where none of them is required, the person may go on without.
#[derive(Debug)]
pub(in crate::demo::org) struct ProfileUpdate {
    pub(in crate::demo::org) requires_department: bool,
}

impl Requirement for ProfileUpdate {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let open = !scene.transaction.has_passed(COMPLETED);
        open.then(|| Box::new(Updating { requires_department: self.requires_department }) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct Updating {
    requires_department: bool,
}

impl Stage for Updating {
    fn write(&self, page: &mut Page<'_>) {
        let profile = json!({ "name": "userProfile", "form": { "value": [
            { "name": "department", "label": "Department", "required": self.requires_department },
            { "name": "secondEmail", "label": "Secondary email", "required": false,
              "desc": "We write there if you are locked out of your account.", "descKey": "secondary.email.desc" },
            { "name": "mobilePhone", "label": "Mobile phone", "required": false },
        ] } });
        page.offer("profile-update", "enroll/new", vec![profile]);
        if !self.requires_department {
            page.offer("skip", "skip", Vec::new());
        }
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        if form == "profile-update"
            && let Some(person) = scene.person_mut()
        {
            let told = body["userProfile"].as_object().into_iter().flatten();
            person.profile.extend(told.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))));
        }
        scene.transaction.pass(COMPLETED);
        Outcome::passed()
    }
}
