//! E-mail: a code and a link.

use serde_json::{Value, json};

use super::sent_code::{self, SentCode};
use super::{About, Authenticator, Exchange, Facts};
use crate::demo::org::mailbox::Channel;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::Scene;

/// The fact that holds the address.
const ADDRESS: &str = sent_code::DESTINATION;

#[derive(Debug)]
pub(super) struct Email;

impl Authenticator for Email {
    fn about(&self) -> &'static About {
        &About {
            key: "okta_email",
            id: "autdemoemail00000002",
            kind: "email",
            display_name: "Email",
            methods: &["email"],
            enrollment_prefix: "eae",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "otp"
    }

    fn describe_enrollment(&self, enrollment: &Enrollment, object: &mut Value) {
        object["profile"] = json!({ "email": masked(enrollment.fact(ADDRESS)) });
    }

    fn asks_first(&self) -> bool {
        true
    }

    fn verify(&self, scene: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(SentCode::send(scene, Channel::Email, enrollment.fact(ADDRESS)))
    }

    /// The address is the login: there is nothing to ask, so the code goes out at once.
    fn enroll(&self, scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        let address = scene.transaction.login.clone()?;
        Some(Box::new(SentCode::send(scene, Channel::Email, &address)))
    }
}

/// What the address of an enrolment is remembered as.
pub(in crate::demo::org) fn facts(address: &str) -> Facts {
    Facts::from([(ADDRESS, address.to_owned())])
}

/// An address of which only the first and the last letter of the name are seen.
pub(super) fn masked(address: &str) -> String {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    let first = local.chars().next().unwrap_or('*');
    let last = local.chars().last().unwrap_or('*');
    format!("{first}***{last}@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_masked() {
        assert_eq!(masked("cleo@example.com"), "c***o@example.com");
    }
}
