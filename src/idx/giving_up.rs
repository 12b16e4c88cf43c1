//! Why a page gives up waiting for a device.
//!
//! The Identity Engine takes a reason with the action that ends its waiting, and the status with which the application on the device
//! refused. Its forms seldom list either, and every client of its own sends them; so this is the one place where a body has members
//! that the document does not describe, and all of them come from here.

use serde_json::{Map, Value};

use super::form::Form;
use super::submission::Inputs;

/// The control that says why.
const REASON: &str = "reason";
/// The control that says with which status the application refused.
const STATUS_CODE: &str = "statusCode";

/// Why a page gives up waiting for a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivingUp {
    /// Nobody listens on this device.
    Unreachable,
    /// The application on the device answered that it will not.
    Refused {
        /// The status of its answer (RFC 9110, section 15), where it gave one.
        status: Option<u16>,
    },
    /// The person wants another way.
    Canceled,
}

impl GivingUp {
    /// What a page has to send along, as control names and values.
    pub fn controls(self) -> [(&'static str, String); 2] {
        let status = self.status().map(|status| status.to_string());
        [(REASON, self.reason().to_owned()), (STATUS_CODE, status.unwrap_or_default())]
    }

    /// What a page said; whatever it is not known to say is a person's wish.
    pub(super) fn read(inputs: &Inputs) -> Self {
        let status = || inputs.get(STATUS_CODE)?.parse().ok().filter(|status| (100..=599).contains(status));
        let all = [Self::Unreachable, Self::Refused { status: status() }];
        all.into_iter().find(|one| inputs.get(REASON) == Some(one.reason())).unwrap_or(Self::Canceled)
    }

    /// Says so in a body, whatever stands there.
    pub(super) fn write(self, body: &mut Map<String, Value>) {
        body.insert(REASON.to_owned(), self.reason().into());
        match self.status() {
            Some(status) => body.insert(STATUS_CODE.to_owned(), status.into()),
            None => body.remove(STATUS_CODE),
        };
    }

    /// The name by which the Identity Engine knows it.
    const fn reason(self) -> &'static str {
        match self {
            Self::Unreachable => "OV_UNREACHABLE_BY_LOOPBACK",
            Self::Refused { .. } => "OV_RETURNED_ERROR",
            Self::Canceled => "USER_CANCELED",
        }
    }

    const fn status(self) -> Option<u16> {
        match self {
            Self::Refused { status } => status,
            Self::Unreachable | Self::Canceled => None,
        }
    }
}

impl Form {
    /// Whether it ends the waiting for a device, which takes a reason.
    pub fn gives_up_on_a_device(&self) -> bool {
        matches!(self.name.as_str(), "cancel-polling" | "cancel-polling-transaction")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn body(inputs: &[(&str, &str)]) -> Value {
        let form = json!({ "name": "cancel-polling", "href": "https://org.example/idp/idx/authenticators/poll/cancel",
            "value": [{ "name": "reason" }, { "name": "statusCode" },
                { "name": "stateHandle", "required": true, "value": "02.own", "visible": false, "mutable": false }] });
        Form::read(&form).expect("a form").body(&Inputs::from_pairs(inputs.iter().copied())).expect("a body")
    }

    #[test]
    fn a_reason_goes_along_as_the_identity_engine_knows_it() {
        for (reason, expected) in [
            (GivingUp::Unreachable, json!({ "reason": "OV_UNREACHABLE_BY_LOOPBACK", "stateHandle": "02.own" })),
            (
                GivingUp::Refused { status: Some(400) },
                json!({ "reason": "OV_RETURNED_ERROR", "statusCode": 400, "stateHandle": "02.own" }),
            ),
            (GivingUp::Refused { status: None }, json!({ "reason": "OV_RETURNED_ERROR", "stateHandle": "02.own" })),
            (GivingUp::Canceled, json!({ "reason": "USER_CANCELED", "stateHandle": "02.own" })),
        ] {
            let controls = reason.controls();
            let inputs = controls.each_ref().map(|(name, value)| (*name, value.as_str()));

            assert_eq!(body(&inputs), expected);
        }
    }

    #[test]
    fn a_page_can_invent_no_reason_and_no_status() {
        let canceled = json!({ "reason": "USER_CANCELED", "stateHandle": "02.own" });
        let refused = json!({ "reason": "OV_RETURNED_ERROR", "stateHandle": "02.own" });

        assert_eq!(body(&[]), canceled);
        assert_eq!(body(&[("reason", "OV_SAYS_YES"), ("statusCode", "200")]), canceled);
        assert_eq!(body(&[("reason", "USER_CANCELED"), ("statusCode", "400")]), canceled);
        for status in ["99", "600", "70000", "-1", "4e2", "", "no"] {
            assert_eq!(body(&[("reason", "OV_RETURNED_ERROR"), ("statusCode", status)]), refused, "{status}");
        }
    }
}
