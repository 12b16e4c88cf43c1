//! The documents of the Identity Engine: what a transaction looks like from outside.

use serde_json::{Value, json};

use super::State;
use super::clients::IdentifyStyle;
use super::forms::{Forms, credentials, fixed};
use super::messages::{Message, add_messages};
use super::password_policy;
use super::people::{Enrollment, Factor, Person};
use super::steps::candidates;
use super::transactions::{Challenge, Step, Transaction};
use super::wire::rfc3339;

/// Milliseconds between two polls of a client that behaves.
const REFRESH: u64 = 4000;

/// The document of a transaction as it stands, without what was just said about it.
pub(super) fn document(state: &State, transaction: &Transaction) -> Value {
    Writer {
        state,
        transaction,
        forms: Forms { base_url: &state.base_url, state_handle: &transaction.state_handle },
        person: transaction.login.as_ref().and_then(|login| state.people.get(login)),
    }
    .write()
}

struct Writer<'a> {
    state: &'a State,
    transaction: &'a Transaction,
    forms: Forms<'a>,
    person: Option<&'a Person>,
}

impl Writer<'_> {
    fn write(&self) -> Value {
        let request = &self.transaction.request;
        let label = self.state.client(&request.client_id).map_or("", |client| &client.label);
        let mut document = json!({
            "version": "1.0.0",
            "stateHandle": self.transaction.state_handle,
            "expiresAt": rfc3339(self.transaction.expires_at),
            "intent": "LOGIN",
        });
        let remediations = self.remediations();
        if !remediations.is_empty() {
            document["remediation"] = json!({ "type": "array", "value": remediations });
        }
        self.add_current(&mut document);
        if let Some(person) = self.person {
            self.add_person(&mut document, person);
        }
        self.add_end(&mut document);
        document["cancel"] = self.forms.form("cancel", "cancel", Vec::new());
        document["app"] = json!({
            "type": "object", "value": { "name": "oidc_client", "label": label, "id": request.client_id },
        });
        document["authentication"] = json!({ "type": "object", "value": {
            "protocol": "OAUTH2.0",
            "issuer": { "name": request.server.name(), "uri": request.server.issuer(&self.state.base_url) },
            "request": {
                "scope": request.scopes.join(" "), "response_type": "code", "redirect_uri": request.redirect_uri,
                "state": request.state, "code_challenge_method": "S256", "code_challenge": request.code_challenge,
            },
        } });
        document
    }

    fn remediations(&self) -> Vec<Value> {
        match &self.transaction.step {
            Step::Identify => vec![self.identify()],
            Step::IdentifyRecovery => vec![self.forms.form("identify-recovery", "identify", vec![identifier(None)])],
            Step::Select => self.select().into_iter().collect(),
            Step::Confirm { enrollment } => self.confirm(enrollment).into_iter().chain(self.another_way()).collect(),
            Step::Challenge(challenge) => {
                std::iter::once(self.challenge(challenge)).chain(self.another_way()).collect()
            }
            Step::Reenroll { warning: false } => vec![self.new_password("reenroll-authenticator", &[])],
            Step::Reenroll { warning: true } => vec![
                self.new_password("reenroll-authenticator-warning", &[]),
                self.forms.form("skip", "skip", Vec::new()),
            ],
            Step::Reset => {
                let revoke = json!({
                    "name": "revokeSessions", "type": "boolean", "label": "Sign me out of all other devices.",
                });
                vec![self.new_password("reset-authenticator", &[revoke])]
            }
            Step::Issued(_) | Step::Terminal { .. } => Vec::new(),
        }
    }

    fn identify(&self) -> Value {
        let mut fields = vec![identifier(self.transaction.request.login_hint.as_deref())];
        if self.asks_for_password_at_once() {
            fields.push(credentials(&[passcode("Password")]));
        }
        fields.push(json!({ "name": "rememberMe", "type": "boolean", "label": "Keep me signed in" }));
        self.forms.form("identify", "identify", fields)
    }

    fn asks_for_password_at_once(&self) -> bool {
        let client = self.state.client(&self.transaction.request.client_id);
        client.is_some_and(|client| client.identify == IdentifyStyle::OneStep)
    }

    /// The choice between all candidates.
    fn select(&self) -> Option<Value> {
        let person = self.person?;
        let options: Vec<Value> = candidates(self.transaction, person)
            .into_iter()
            .map(|enrollment| {
                let index = person.enrollments.iter().position(|other| other.id == enrollment.id).unwrap_or_default();
                json!({
                    "label": enrollment.factor.display_name(),
                    "value": { "form": { "value": choice_fields(enrollment) } },
                    "relatesTo": format!("$.authenticatorEnrollments.value[{index}]"),
                })
            })
            .collect();
        let field = json!({ "name": "authenticator", "type": "object", "required": true, "options": options });
        Some(self.forms.form("select-authenticator-authenticate", "challenge", vec![field]))
    }

    /// The same choice beside a challenge, when there is a choice.
    fn another_way(&self) -> Option<Value> {
        let several = self.person.is_some_and(|person| candidates(self.transaction, person).len() > 1);
        several.then(|| self.select()).flatten()
    }

    fn confirm(&self, id: &str) -> Option<Value> {
        let enrollment = self.person?.enrollment(id)?;
        let mut fields = vec![
            fixed("id", enrollment.factor.authenticator_id()),
            json!({ "name": "methodType", "type": "string", "required": true,
                "options": method_options(enrollment.factor) }),
        ];
        if enrollment.factor == Factor::Phone {
            fields.push(fixed("enrollmentId", &enrollment.id));
        }
        let field = json!({
            "name": "authenticator", "label": enrollment.factor.display_name(), "required": true,
            "form": { "value": fields },
        });
        let related = "$.currentAuthenticatorEnrollment";
        Some(self.forms.related("authenticator-verification-data", "challenge", related, vec![field]))
    }

    fn challenge(&self, challenge: &Challenge) -> Value {
        let fields = match challenge.factor {
            Factor::Password => vec![passcode("Password")],
            Factor::Email | Factor::Phone => {
                vec![json!({ "name": "passcode", "label": "Enter code", "required": true })]
            }
            Factor::Question => {
                let question = self.person.and_then(|person| person.setup.question);
                let (key, text) = question.map_or(("", ""), |question| (question.key, question.text));
                vec![
                    json!({ "name": "questionKey", "label": "Question", "value": key, "required": true,
                        "visible": false, "mutable": false }),
                    json!({ "name": "answer", "label": text, "required": true, "secret": true,
                        "minLength": 4 }),
                ]
            }
        };
        let related = "$.currentAuthenticatorEnrollment";
        self.forms.related("challenge-authenticator", "challenge/answer", related, vec![credentials(&fields)])
    }

    fn new_password(&self, name: &str, more: &[Value]) -> Value {
        let mut fields = vec![passcode("New password")];
        fields.extend_from_slice(more);
        self.forms.related(name, "challenge/answer", "$.currentAuthenticator", vec![credentials(&fields)])
    }

    /// The authenticator that the current step is about.
    fn add_current(&self, document: &mut Value) {
        let recover = || self.forms.form("recover", "recover", Vec::new());
        match &self.transaction.step {
            Step::Identify if self.asks_for_password_at_once() => {
                let mut current = authenticator(Factor::Password);
                current["recover"] = recover();
                document["currentAuthenticator"] = object(&current);
            }
            Step::Confirm { enrollment } => {
                if let Some(enrollment) = self.person.and_then(|person| person.enrollment(enrollment)) {
                    document["currentAuthenticatorEnrollment"] = object(&described(enrollment));
                }
            }
            Step::Challenge(challenge) => {
                let Some(person) = self.person else { return };
                let Some(enrollment) = person.enrollment(&challenge.enrollment) else { return };
                let mut current = described(enrollment);
                current["methods"] = json!([{ "type": challenge.method }]);
                match challenge.factor {
                    Factor::Password => current["recover"] = recover(),
                    Factor::Email => {
                        let mut poll = self.forms.form("poll", "challenge/poll", Vec::new());
                        poll["refresh"] = REFRESH.into();
                        current["poll"] = poll;
                        current["resend"] = self.forms.form("resend", "challenge/resend", Vec::new());
                        current["contextualData"] = json!({ "useEmailMagicLink": true });
                    }
                    Factor::Phone => {
                        current["resend"] = self.forms.form("resend", "challenge/resend", Vec::new());
                    }
                    Factor::Question => {
                        if let Some(question) = person.setup.question {
                            current["contextualData"] = json!({ "enrolledQuestion": {
                                "questionKey": question.key, "question": question.text,
                            } });
                        }
                    }
                }
                document["currentAuthenticatorEnrollment"] = object(&current);
            }
            Step::Reenroll { warning } => {
                let mut current = password_with_policy();
                if *warning {
                    current["settings"]["daysToExpiry"] = 5.into();
                    let text = "Your password will expire in 5 days.";
                    add_messages(document, &[Message::info("idx.password.expiring.message", text)]);
                }
                document["currentAuthenticator"] = object(&current);
                document["enrollmentAuthenticator"] = object(&current);
            }
            Step::Reset => {
                document["currentAuthenticator"] = object(&password_with_policy());
                document["recoveryAuthenticator"] = object(&password_with_policy());
            }
            _ => {}
        }
    }

    fn add_person(&self, document: &mut Value, person: &Person) {
        let mut factors: Vec<Factor> = Vec::new();
        for enrollment in &person.enrollments {
            if !factors.contains(&enrollment.factor) {
                factors.push(enrollment.factor);
            }
        }
        document["authenticators"] =
            json!({ "type": "array", "value": factors.into_iter().map(authenticator).collect::<Vec<_>>() });
        document["authenticatorEnrollments"] =
            json!({ "type": "array", "value": person.enrollments.iter().map(described).collect::<Vec<_>>() });
        document["user"] = object(&json!({
            "id": person.setup.id,
            "identifier": person.account.login,
            "profile": {
                "firstName": person.setup.given_name, "lastName": person.setup.family_name,
                "timeZone": "Europe/Stockholm", "locale": "en_US",
            },
        }));
    }

    fn add_end(&self, document: &mut Value) {
        match &self.transaction.step {
            Step::Issued(code) => document["successWithInteractionCode"] = self.success(code),
            Step::Terminal { message, failure, .. } => {
                add_messages(document, std::slice::from_ref(message));
                if *failure {
                    let token = &self.transaction.state_token;
                    let href = format!("{}/login/error/redirect?stateToken={token}", self.state.base_url);
                    document["failure"] = json!({ "name": "failure-redirect", "href": href, "method": "GET" });
                }
            }
            _ => {}
        }
    }

    fn success(&self, code: &str) -> Value {
        let request = &self.transaction.request;
        let mut fields = vec![
            json!({ "name": "grant_type", "required": true, "value": "interaction_code" }),
            json!({ "name": "interaction_code", "required": true, "value": code }),
            json!({ "name": "client_id", "required": true, "value": request.client_id }),
            json!({ "name": "code_verifier", "required": true }),
        ];
        if self.state.client(&request.client_id).is_some_and(|client| client.secret.is_some()) {
            fields.insert(3, json!({ "name": "client_secret", "required": true }));
        }
        json!({
            "rel": ["create-form"], "name": "issue", "method": "POST",
            "href": format!("{}{}/v1/token", self.state.base_url, request.server.endpoint_path()),
            "value": fields, "accepts": "application/x-www-form-urlencoded",
        })
    }
}

fn object(value: &Value) -> Value {
    json!({ "type": "object", "value": value })
}

fn identifier(value: Option<&str>) -> Value {
    let mut field = json!({ "name": "identifier", "label": "Username", "required": true });
    if let Some(value) = value {
        field["value"] = value.into();
    }
    field
}

fn passcode(label: &str) -> Value {
    json!({ "name": "passcode", "label": label, "secret": true, "required": true })
}

/// What the client sends back for one option; a phone is told apart by its enrolment, its channel may come later.
fn choice_fields(enrollment: &Enrollment) -> Vec<Value> {
    let mut fields = vec![fixed("id", enrollment.factor.authenticator_id())];
    if enrollment.factor == Factor::Phone {
        fields.push(json!({ "name": "methodType", "type": "string", "required": false,
            "options": method_options(enrollment.factor) }));
        fields.push(fixed("enrollmentId", &enrollment.id));
    } else {
        let method = enrollment.factor.methods()[0];
        fields.push(json!({ "name": "methodType", "required": false, "value": method, "mutable": false }));
    }
    fields
}

fn method_options(factor: Factor) -> Vec<Value> {
    factor.methods().iter().map(|method| json!({ "label": method_label(method), "value": method })).collect()
}

fn authenticator(factor: Factor) -> Value {
    let methods: Vec<Value> = factor.methods().iter().map(|method| json!({ "type": method })).collect();
    json!({
        "type": factor.kind(), "key": factor.key(), "id": factor.authenticator_id(),
        "displayName": factor.display_name(), "methods": methods, "allowedFor": "any",
    })
}

/// An enrolment, with what it says about the person masked.
fn described(enrollment: &Enrollment) -> Value {
    let mut value = authenticator(enrollment.factor);
    value["id"] = enrollment.id.clone().into();
    value["authenticatorId"] = enrollment.factor.authenticator_id().into();
    if let Some(destination) = &enrollment.destination {
        value["profile"] = match enrollment.factor {
            Factor::Phone => json!({ "phoneNumber": mask_phone(destination) }),
            _ => json!({ "email": mask_email(destination) }),
        };
    }
    value
}

fn password_with_policy() -> Value {
    let mut value = authenticator(Factor::Password);
    value["settings"] = password_policy::settings();
    value
}

fn method_label(method: &str) -> &str {
    match method {
        "sms" => "SMS",
        "voice" => "Voice call",
        "email" => "Email",
        other => other,
    }
}

fn mask_email(address: &str) -> String {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    let first = local.chars().next().unwrap_or('*');
    let last = local.chars().last().unwrap_or('*');
    format!("{first}***{last}@{domain}")
}

/// Keeps the country code and the last four digits.
fn mask_phone(number: &str) -> String {
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
            if at < country || seen > digits - 4 { character } else { 'X' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_masked() {
        assert_eq!(mask_email("cleo@example.com"), "c***o@example.com");
        assert_eq!(mask_phone("+44 20 7946 0958"), "+44 XX XXXX 0958");
    }
}
