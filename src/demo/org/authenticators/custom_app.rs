//! An application of the company's own that takes push messages; a device with it is enrolled elsewhere.

use serde_json::{Value, json};

use super::push::{DEVICE, Push};
use super::{About, Authenticator, Exchange};
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::Scene;

#[derive(Debug)]
pub(super) struct CustomApp;

impl Authenticator for CustomApp {
    fn about(&self) -> &'static About {
        &About {
            key: "custom_app",
            id: "autdemocustomapp0012",
            kind: "app",
            display_name: "Night Porter",
            methods: &["push"],
            enrollment_prefix: "pfd",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "swk"
    }

    fn describe(&self, object: &mut Value) {
        object["logoUri"] = "/assets/night-porter.svg".into();
    }

    fn describe_enrollment(&self, enrollment: &Enrollment, object: &mut Value) {
        object["profile"] = json!({ "deviceName": enrollment.fact(DEVICE) });
    }

    fn asks_first(&self) -> bool {
        true
    }

    fn verify(&self, scene: &mut Scene<'_>, enrollment: &Enrollment, _: &str, choice: &Value) -> Box<dyn Exchange> {
        Box::new(Push::send(scene, enrollment, choice))
    }
}
