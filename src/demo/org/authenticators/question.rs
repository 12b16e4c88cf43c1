//! The security question.

use http::StatusCode;
use serde_json::{Value, json};

use super::{About, Authenticator, Exchange, Facts, Role, Verdict};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;
use crate::demo::org::stages::{Outcome, Scene};

/// The facts of an enrolment.
pub(in crate::demo::org) const KEY: &str = "questionKey";
pub(in crate::demo::org) const TEXT: &str = "question";
pub(in crate::demo::org) const ANSWER: &str = "answer";

#[derive(Debug)]
pub(super) struct Question;

impl Authenticator for Question {
    fn about(&self) -> &'static About {
        &About {
            key: "security_question",
            id: "autdemoquestion00004",
            kind: "security_question",
            display_name: "Security Question",
            methods: &["security_question"],
            enrollment_prefix: "qae",
        }
    }

    fn reference(&self, _method: &str) -> &'static str {
        "kba"
    }

    fn verify(&self, _: &mut Scene<'_>, enrollment: &Enrollment, _: &str, _: &Value) -> Box<dyn Exchange> {
        Box::new(Enrolled { facts: enrollment.facts.clone() })
    }

    fn enroll(&self, _scene: &mut Scene<'_>, _choice: &Value) -> Option<Box<dyn Exchange>> {
        Some(Box::new(Chosen))
    }
}

/// The questions that the org suggests, by their keys.
const SUGGESTED: [(&str, &str); 3] = [
    ("disliked_food", "What is the food you least liked as a child?"),
    ("name_of_first_plush_toy", "What is the name of your first stuffed animal?"),
    ("first_award", "What did you earn your first medal or award for?"),
];
/// The key of a question that nobody suggested.
const CUSTOM: &str = "custom";
const SHORTEST_ANSWER: usize = 4;

/// A question that the person chooses now, or makes up.
#[derive(Debug)]
struct Chosen;

impl Exchange for Chosen {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        let questions = SUGGESTED.map(|(key, text)| json!({ "questionKey": key, "question": text }));
        current["contextualData"] = json!({ "questionKeys": SUGGESTED.map(|(key, _)| key), "questions": questions });
        let options = SUGGESTED.map(|(key, text)| json!({ "label": text, "value": key }));
        let answer = json!({ "name": "answer", "label": "Answer", "required": true, "secret": true, "minLength": SHORTEST_ANSWER });
        let suggested = json!([
            { "name": "questionKey", "type": "string", "label": "Choose a security question", "required": true,
                "options": options },
            answer,
        ]);
        let custom = json!([
            { "name": "questionKey", "value": CUSTOM, "required": true, "visible": false, "mutable": false },
            { "name": "question", "type": "string", "label": "Create a security question", "required": true },
            answer,
        ]);
        let credentials = json!({ "name": "credentials", "type": "object", "required": true, "options": [
            { "label": "Choose a security question", "value": { "form": { "value": suggested } } },
            { "label": "Create my own security question", "value": { "form": { "value": custom } } },
        ] });
        page.offer_related(role.form(), "challenge/answer", role.subject(), vec![credentials]);
    }

    fn carry_out(&mut self, _role: Role, _scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let text = |name: &str| body["credentials"][name].as_str().unwrap_or_default().trim();
        let key = text(KEY);
        let question = SUGGESTED.iter().find(|(other, _)| *other == key).map_or(text(TEXT), |(_, text)| *text);
        let complaint = if text(ANSWER).chars().count() < SHORTEST_ANSWER {
            Some("The security question answer must be at least 4 characters in length")
        } else if question.to_lowercase().contains(&text(ANSWER).to_lowercase()) {
            Some("The security question answer must not be part of the question")
        } else {
            None
        };
        if let Some(complaint) = complaint {
            let message = Message::error("api.factors.error.secQuestion.requirementsNotMet", complaint);
            return Verdict::Said(Outcome::refused_at(ANSWER, StatusCode::BAD_REQUEST, message));
        }
        let facts = [(KEY, key), (TEXT, question), (ANSWER, text(ANSWER))];
        Verdict::Passed(facts.map(|(name, fact)| (name, fact.to_owned())).into())
    }
}

/// The question that the person has chosen before.
#[derive(Debug)]
struct Enrolled {
    facts: Facts,
}

impl Enrolled {
    fn fact(&self, name: &str) -> &str {
        self.facts.get(name).map_or("", String::as_str)
    }
}

impl Exchange for Enrolled {
    fn write(&self, role: Role, page: &mut Page<'_>, current: &mut Value) {
        let fields = [
            json!({ "name": "questionKey", "label": "Question", "value": self.fact(KEY), "required": true,
                "visible": false, "mutable": false }),
            json!({ "name": "answer", "label": self.fact(TEXT), "required": true, "secret": true, "minLength": 4 }),
        ];
        page.offer_credentials(role, &fields);
        current["contextualData"] = json!({ "enrolledQuestion": {
            "questionKey": self.fact(KEY), "question": self.fact(TEXT),
        } });
    }

    fn carry_out(&mut self, _role: Role, _scene: &mut Scene<'_>, _form: &str, body: &Value) -> Verdict {
        let answer = body["credentials"]["answer"].as_str().unwrap_or_default();
        if self.fact(ANSWER).eq_ignore_ascii_case(answer.trim()) {
            return Verdict::Passed(Facts::new());
        }
        let key = "authfactor.challenge.question_factor.answer_invalid";
        let message = Message::error(key, "Your answer doesn't match our records.");
        Verdict::Wrong(Outcome::refused_at("answer", StatusCode::UNAUTHORIZED, message))
    }
}
