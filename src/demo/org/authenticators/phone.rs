//! Telephones: a code by text message or read out by a voice.

use http::StatusCode;
use serde_json::{Value, json};

use super::sent_code::{self, SentCode};
use super::{About, Authenticator, Exchange, PHONE, Role, Verdict, method_options};
use crate::demo::org::forms::fixed;
use crate::demo::org::mailbox::Channel;
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};

/// The fact that holds the number.
const NUMBER: &str = sent_code::DESTINATION;

#[derive(Debug)]
pub(super) struct Phone;

impl Authenticator for Phone {
    fn about(&self) -> &'static About {
        &About {
            key: "phone_number",
            id: "autdemophone00000003",
            kind: "phone",
            display_name: "Phone",
            methods: &["sms", "voice"],
            enrollment_prefix: "pae",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "sms"
    }

    fn describe_enrollment(&self, enrollment: &Enrollment, object: &mut Value) {
        object["profile"] = json!({ "phoneNumber": masked(enrollment.fact(NUMBER)) });
    }

    fn asks_first(&self) -> bool {
        true
    }

    /// Two phones are told apart by their enrolments; the channel may be chosen later.
    fn option_fields(&self, enrollment: &Enrollment) -> Vec<Value> {
        let options = method_options(self.methods());
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "type": "string", "required": false, "options": options }),
            fixed("enrollmentId", &enrollment.id),
        ]
    }

    fn confirm_fields(&self, enrollment: &Enrollment) -> Vec<Value> {
        let options = method_options(self.methods());
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "type": "string", "required": true, "options": options }),
            fixed("enrollmentId", &enrollment.id),
        ]
    }

    fn verify(&self, scene: &mut Scene<'_>, enrollment: &Enrollment, method: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(SentCode::send(scene, channel(method), enrollment.fact(NUMBER)))
    }

    fn enroll_option_fields(&self) -> Vec<Value> {
        let options = method_options(self.methods());
        vec![
            fixed("id", self.id()),
            json!({ "name": "methodType", "type": "string", "required": false, "options": options }),
            json!({ "name": "phoneNumber", "type": "string", "required": false }),
        ]
    }

    fn enroll(&self, scene: &mut Scene<'_>, choice: &Value) -> Option<Box<dyn Exchange>> {
        let method = choice["methodType"].as_str();
        let number = choice["phoneNumber"].as_str().and_then(international);
        Some(match (method, number) {
            (Some(method), Some(number)) => Box::new(SentCode::send(scene, channel(method), &number)),
            _ => Box::new(NumberAsked),
        })
    }
}

/// The number and how to reach it, before anything is sent.
#[derive(Debug)]
struct NumberAsked;

impl Exchange for NumberAsked {
    fn write(&self, role: Role, page: &mut Page<'_>, _current: &mut Value) {
        let fields = [
            fixed("id", PHONE.id()),
            json!({ "name": "methodType", "type": "string", "required": true,
                "options": method_options(PHONE.methods()) }),
            json!({ "name": "phoneNumber", "label": "Phone", "type": "string", "required": true }),
        ];
        let field = json!({ "name": "authenticator", "label": PHONE.display_name(), "required": true,
            "form": { "value": fields } });
        page.offer_related("authenticator-enrollment-data", "credential/enroll", role.subject(), vec![field]);
    }

    fn carry_out(&mut self, _role: Role, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let choice = &body["authenticator"];
        let text = |name: &str| choice[name].as_str().unwrap_or_default();
        match international(text("phoneNumber")) {
            Some(number) => Verdict::On(Box::new(SentCode::send(scene, channel(text("methodType")), &number))),
            None => {
                let text = "Invalid Phone Number.";
                let message = Message::error("api.factors.error.sms.invalid_phone", text);
                Verdict::Said(Outcome::refused_at("phoneNumber", StatusCode::BAD_REQUEST, message))
            }
        }
    }
}

/// A number as the telephone network takes it (E.164), perhaps with an extension; nothing when it cannot be one.
pub(super) fn international(text: &str) -> Option<String> {
    let (number, extension) =
        text.split_once('x').map_or((text, None), |(number, extension)| (number, Some(extension)));
    let compact: String = number.chars().filter(|character| !" -().".contains(*character)).collect();
    let digits = compact.strip_prefix('+')?;
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (8..=15).contains(&digits.len()) && !digits.starts_with('0') && all_digits(digits);
    (fits && extension.is_none_or(all_digits)).then(|| text.trim().to_owned())
}

fn channel(method: &str) -> Channel {
    if method == "voice" { Channel::Voice } else { Channel::Sms }
}

/// A number of which the country code and the last four digits are seen.
fn masked(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let mut seen = 0;
    let country = number.find(' ').unwrap_or_default();
    number
        .char_indices()
        .map(|(at, character)| {
            if !character.is_ascii_digit() {
                return character;
            }
            seen += 1;
            if at < country || seen + 4 > digits { character } else { 'X' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_its_country_and_nothing_but_digits() {
        assert_eq!(international("+1 (202) 555-0143").as_deref(), Some("+1 (202) 555-0143"));
        assert_eq!(international("+12025550143x12").as_deref(), Some("+12025550143x12"));
        for wrong in ["", "2025550143", "+0000000000", "+1202", "+1202555014a", "+12025550143x"] {
            assert_eq!(international(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_is_masked() {
        assert_eq!(masked("+44 20 7946 0958"), "+44 XX XXXX 0958");
    }
}
