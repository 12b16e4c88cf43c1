//! A challenge to one enrolment, with the other ways beside it.

use serde_json::{Value, json};

use super::select::{self, Among};
use super::{Outcome, Scene, Stage, Terminal};
use crate::demo::org::authenticators::{self, Exchange, Role, Signal, Verdict, Waiting};
use crate::demo::org::page::Page;
use crate::demo::org::people::Enrollment;

/// Somebody proves that they have an authenticator.
#[derive(Debug)]
pub(in crate::demo::org) struct Challenge {
    among: Among,
    enrollment: Enrollment,
    method: String,
    exchange: Box<dyn Exchange>,
}

impl Challenge {
    pub(super) fn begin(
        scene: &mut Scene<'_>,
        among: Among,
        enrollment: &Enrollment,
        method: &str,
        choice: &Value,
    ) -> Self {
        let exchange = enrollment.authenticator.verify(scene, enrollment, method, choice);
        Self { among, enrollment: enrollment.clone(), method: method.to_owned(), exchange }
    }

    /// A challenge in the middle of its conversation, for somebody who has just become known.
    pub(super) fn going_on(among: Among, enrollment: &Enrollment, method: &str, exchange: Box<dyn Exchange>) -> Self {
        Self { among, enrollment: enrollment.clone(), method: method.to_owned(), exchange }
    }

    fn judge(&mut self, scene: &mut Scene<'_>, verdict: Verdict) -> Outcome {
        let now = scene.now();
        match verdict {
            Verdict::Passed(facts) => {
                if let Some(person) = scene.person_mut() {
                    person.guessed_right();
                    person.remember(&self.enrollment.id, facts);
                }
                scene.transaction.verified(self.enrollment.authenticator, &self.method);
                Outcome::passed()
            }
            Verdict::Wrong(outcome) => {
                let locks = scene.person_mut().is_some_and(|person| person.guessed_wrong(now));
                if locks { Outcome::to(Terminal::locked()) } else { outcome }
            }
            Verdict::On(exchange) => {
                self.exchange = exchange;
                Outcome::stay()
            }
            Verdict::Said(outcome) => outcome,
        }
    }
}

impl Stage for Challenge {
    fn write(&self, page: &mut Page<'_>) {
        let mut current = authenticators::enrollment_object(&self.enrollment);
        current["methods"] = json!([{ "type": self.method }]);
        self.exchange.write(Role::Verify, page, &mut current);
        page.set_object(self.exchange.member(), &current);
        select::offer_other_ways(page, self.among);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        if form == select::FORM {
            return select::choose(scene, self.among, &body["authenticator"]);
        }
        let now = scene.now();
        if form == Role::Verify.form()
            && !scene.transaction.unlocking
            && scene.person().is_some_and(|person| person.is_locked(now))
        {
            return Outcome::to(Terminal::locked());
        }
        let verdict = self.exchange.carry_out(Role::Verify, scene, form, body);
        self.judge(scene, verdict)
    }

    fn device_answers(&mut self, request: &str, login: &str) -> bool {
        self.exchange.device_answers(request, login)
    }

    fn hear(&mut self, signal: Signal) {
        self.exchange.hear(signal);
    }

    fn came_back(&mut self, scene: &mut Scene<'_>, from: &str) -> Option<Outcome> {
        let facts = self.exchange.came_back(from)?;
        Some(self.judge(scene, Verdict::Passed(facts)))
    }

    fn waits(&self) -> Option<Waiting> {
        self.exchange.waits()
    }
}
