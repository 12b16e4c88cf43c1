//! How to reach the person by an enrolment, before anything is sent.

use serde_json::{Value, json};

use super::select::{self, Among};
use super::{Outcome, Scene, Stage};
use crate::demo::org::authenticators;
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;

/// The question by which channel.
#[derive(Debug)]
pub(in crate::demo::org) struct Confirm {
    among: Among,
    enrollment: Enrollment,
}

impl Confirm {
    pub(super) fn new(among: Among, enrollment: &Enrollment) -> Self {
        Self { among, enrollment: enrollment.clone() }
    }
}

impl Stage for Confirm {
    fn write(&self, page: &mut Page<'_>) {
        let authenticator = self.enrollment.authenticator;
        let field = json!({
            "name": "authenticator", "label": authenticator.display_name(), "required": true,
            "form": { "value": authenticator.confirm_fields(&self.enrollment) },
        });
        let related = "$.currentAuthenticatorEnrollment";
        page.offer_related("authenticator-verification-data", "challenge", related, vec![field]);
        page.set_object("currentAuthenticatorEnrollment", &authenticators::enrollment_object(&self.enrollment));
        select::offer_other_ways(page, self.among);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        select::choose(scene, self.among, &body["authenticator"])
    }
}
