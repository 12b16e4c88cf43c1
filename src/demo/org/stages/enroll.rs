//! Setting up authenticators: which of them, and the conversation with the one that was chosen.

use serde_json::{Value, json};

use super::select::Among;
use super::{Outcome, Scene, Stage};
use crate::demo::org::authenticators::{self, Authenticator, Exchange, Role, Signal, Verdict, Waiting};
use crate::demo::org::page::Page;
use crate::demo::org::people::Person;
use crate::demo::org::policy::Requirement;
use crate::demo::org::wire::rfc3339;

/// The name of the form in which one is chosen.
const FORM: &str = "select-authenticator-enroll";
/// The mark of a transaction in which the rest was put off.
const PUT_OFF: &str = "enrollment";
const DAY: u64 = 86_400;

/// Authenticators that a person should have.
#[derive(Debug, Clone, Copy)]
pub(in crate::demo::org) struct Enroll {
    /// Without these nobody goes on.
    pub(in crate::demo::org) required: Among,
    /// These are required too, but may be put off for so many days.
    pub(in crate::demo::org) deferrable: Among,
    pub(in crate::demo::org) grace_days: u64,
    /// These may be left out for good.
    pub(in crate::demo::org) optional: Among,
}

impl Enroll {
    /// Nothing at all; to be completed with `..`.
    pub(in crate::demo::org) const NOTHING: Self =
        Self { required: &[], deferrable: &[], grace_days: 0, optional: &[] };

    /// Everything that is missing, what is required first.
    fn missing(&self, person: &Person) -> Vec<&'static dyn Authenticator> {
        let all = self.required.iter().chain(self.deferrable).chain(self.optional).copied();
        all.filter(|kind| !person.has(*kind)).collect()
    }

    /// Whether the person may go on without the rest.
    fn may_skip(&self, person: &Person, now: u64) -> bool {
        let deferrable = if now < self.deadline(person, now) { &[][..] } else { self.deferrable };
        self.required.iter().chain(deferrable).all(|kind| person.has(*kind))
    }

    /// Until when the person may go on without what is deferrable.
    fn deadline(&self, person: &Person, now: u64) -> u64 {
        person.first_asked.unwrap_or(now) + self.grace_days * DAY
    }

    fn is_deferrable(&self, authenticator: &dyn Authenticator) -> bool {
        self.deferrable.iter().any(|kind| authenticators::same(*kind, authenticator))
    }
}

impl Requirement for Enroll {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        let now = scene.now();
        scene.person_mut()?.first_asked.get_or_insert(now);
        let person = scene.person()?;
        let put_off = scene.transaction.has_passed(PUT_OFF) && self.may_skip(person, now);
        let open = !self.missing(person).is_empty() && !put_off;
        open.then(|| Box::new(SelectEnroll { offer: *self }) as Box<dyn Stage>)
    }
}

/// The choice of one to set up.
#[derive(Debug)]
struct SelectEnroll {
    offer: Enroll,
}

impl Stage for SelectEnroll {
    fn write(&self, page: &mut Page<'_>) {
        offer(page, &self.offer, None);
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        leave(scene, &self.offer, form, body).unwrap_or_else(Outcome::stay)
    }
}

/// The conversation with the authenticator that is being set up, with the others beside it.
#[derive(Debug)]
struct Enrolling {
    offer: Enroll,
    authenticator: &'static dyn Authenticator,
    method: String,
    exchange: Box<dyn Exchange>,
}

impl Enrolling {
    fn judge(&mut self, scene: &mut Scene<'_>, verdict: Verdict) -> Outcome {
        match verdict {
            Verdict::Passed(facts) => {
                if let Some(person) = scene.person_mut() {
                    person.enroll(self.authenticator, facts);
                }
                scene.transaction.verified(self.authenticator, &self.method);
                Outcome::passed()
            }
            Verdict::On(exchange) => {
                self.exchange = exchange;
                Outcome::stay()
            }
            Verdict::Wrong(outcome) | Verdict::Said(outcome) => outcome,
        }
    }
}

impl Stage for Enrolling {
    fn write(&self, page: &mut Page<'_>) {
        let mut current = authenticators::object(self.authenticator);
        self.exchange.write(Role::Enroll, page, &mut current);
        page.set_object("currentAuthenticator", &current);
        offer(page, &self.offer, Some(self.authenticator));
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        if let Some(outcome) = leave(scene, &self.offer, form, body) {
            return outcome;
        }
        let verdict = self.exchange.carry_out(Role::Enroll, scene, form, body);
        self.judge(scene, verdict)
    }

    fn came_back(&mut self, scene: &mut Scene<'_>, from: &str) -> Option<Outcome> {
        let facts = self.exchange.came_back(from)?;
        Some(self.judge(scene, Verdict::Passed(facts)))
    }

    fn hear(&mut self, signal: Signal) {
        self.exchange.hear(signal);
    }

    fn waits(&self) -> Option<Waiting> {
        self.exchange.waits()
    }

    fn shown(&self, now: u64) -> Option<(&'static dyn Authenticator, String)> {
        self.exchange.current_code(now).map(|code| (self.authenticator, code))
    }
}

/// The form with everything that is missing but the one in hand, and the way past it.
fn offer(page: &mut Page<'_>, offer: &Enroll, in_hand: Option<&dyn Authenticator>) {
    let Some(person) = page.person() else { return };
    let mut missing = offer.missing(person);
    missing.retain(|kind| !in_hand.is_some_and(|in_hand| authenticators::same(*kind, in_hand)));
    let now = page.state.now();
    let may_skip = offer.may_skip(person, now);
    let until = offer.deadline(person, now);
    let kinds = missing.iter().map(|kind| {
        let mut object = authenticators::object(*kind);
        if offer.is_deferrable(*kind) && now < until {
            object["gracePeriod"] = json!({ "type": "BY_DATE_TIME", "expiry": rfc3339(until) });
        }
        object
    });
    let kinds: Vec<Value> = kinds.collect();
    let options = missing.iter().enumerate().map(|(index, kind)| {
        json!({
            "label": kind.display_name(),
            "value": { "form": { "value": kind.enroll_option_fields() } },
            "relatesTo": format!("$.authenticators.value[{index}]"),
        })
    });
    let options: Vec<Value> = options.collect();
    let field = json!({ "name": "authenticator", "type": "object", "required": true, "options": options });
    page.set_list("authenticators", &kinds);
    if !missing.is_empty() {
        page.offer(FORM, "credential/enroll", vec![field]);
    }
    if may_skip {
        page.offer("skip", "skip", Vec::new());
    }
}

/// Carries out the forms that [`offer`] wrote; nothing for others.
fn leave(scene: &mut Scene<'_>, offer: &Enroll, form: &str, body: &Value) -> Option<Outcome> {
    if form == "skip" {
        scene.transaction.pass(PUT_OFF);
        return Some(Outcome::passed());
    }
    (form == FORM).then(|| choose(scene, offer, &body["authenticator"]).unwrap_or_else(Outcome::stay))
}

fn choose(scene: &mut Scene<'_>, offer: &Enroll, choice: &Value) -> Option<Outcome> {
    let missing = offer.missing(scene.person()?);
    let authenticator = missing.into_iter().find(|kind| choice["id"] == kind.id())?;
    let method = choice["methodType"].as_str().unwrap_or(authenticator.methods()[0]).to_owned();
    let exchange = authenticator.enroll(scene, choice)?;
    Some(Outcome::to(Enrolling { offer: *offer, authenticator, method, exchange }))
}
