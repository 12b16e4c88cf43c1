//! Signing up: a profile is filled in, and authenticators are set up for the person whom it makes.

use http::StatusCode;
use serde_json::{Value, json};

use super::identify::Offer;
use super::{Enroll, Identify, Outcome, Scene, Stage, Terminal, access_denied};
use crate::demo::org::authenticators::{EMAIL, GOOGLE, OKTA_VERIFY, PASSWORD, PHONE, QUESTION, WEBAUTHN};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::people::Person;
use crate::demo::org::policy::{AnyOf, Requirements};

/// What is asked of a new person from then on.
const PASSWORD_ALONE: Requirements = &[&AnyOf(&[PASSWORD])];
/// The same where nobody needs a password.
const PASSWORD_OR_MAIL: Requirements = &[&AnyOf(&[PASSWORD, EMAIL])];

/// What a new person sets up before the first tokens, and what is asked of them from then on.
type Kind = (Requirements, Requirements);

/// Most people.
const USUAL: Kind =
    (&[&Enroll { required: &[PASSWORD, EMAIL], optional: &[PHONE, QUESTION], ..Enroll::NOTHING }], PASSWORD_ALONE);
/// Others, by the domain of their address.
const SPECIAL: [(&str, Kind); 3] = [
    (
        "@apps.example.com",
        (&[&Enroll { required: &[PASSWORD, GOOGLE, OKTA_VERIFY], ..Enroll::NOTHING }], PASSWORD_ALONE),
    ),
    ("@keys.example.com", (&[&Enroll { required: &[PASSWORD, EMAIL, WEBAUTHN], ..Enroll::NOTHING }], PASSWORD_ALONE)),
    (
        "@mail.example.com",
        (&[&Enroll { required: &[EMAIL], optional: &[PASSWORD], ..Enroll::NOTHING }], PASSWORD_OR_MAIL),
    ),
];
/// Addresses of this domain have to be verified by a link before anything else.
const VERIFIED_BY_LINK: &str = "@link.example.com";

/// "Sign up" on the first page.
#[derive(Debug)]
pub(super) struct SignUp;

impl Offer for SignUp {
    fn write(&self, page: &mut Page<'_>) {
        page.offer("select-enroll-profile", "enroll", Vec::new());
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, form: &str, _body: &Value) -> Option<Outcome> {
        (form == "select-enroll-profile").then(|| Outcome::to(EnrollProfile))
    }
}

/// The profile of somebody new.
#[derive(Debug)]
struct EnrollProfile;

impl Stage for EnrollProfile {
    fn write(&self, page: &mut Page<'_>) {
        let profile = json!({ "name": "userProfile", "required": true, "form": { "value": [
            { "name": "firstName", "label": "First name", "required": true, "minLength": 1, "maxLength": 50 },
            { "name": "lastName", "label": "Last name", "required": true, "minLength": 1, "maxLength": 50 },
            { "name": "email", "label": "Email", "required": true },
            // Choices come in two encodings: as options of their own, and under a display descriptor.
            { "name": "expertise", "label": "What do you collect?", "required": true, "options": [
                { "label": "Plants", "value": "plants" }, { "label": "Insects", "value": "insects" },
                { "label": "Minerals", "value": "minerals" },
            ] },
            { "name": "countryCode", "label": "Country", "required": false, "options": [
                { "label": "display", "value": { "type": "object", "value": {
                    "inputType": "select", "format": "country-code", "options": [
                        { "label": "France", "value": "FR" }, { "label": "Sweden", "value": "SE" },
                        { "label": "United Kingdom", "value": "GB" }, { "label": "United States", "value": "US" },
                        { "label": "Uruguay", "value": "UY" },
                    ],
                } } },
            ] },
            { "name": "newsletter", "label": "Send me the newsletter", "type": "boolean", "required": false },
            { "name": "herbariumNumber", "label": "Herbarium number", "required": false, "maxLength": 20 },
        ] } });
        page.offer("enroll-profile", "enroll/new", vec![profile]);
        page.offer("select-identify", "identify/select", Vec::new());
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, form: &str, body: &Value) -> Outcome {
        match form {
            "select-identify" => Outcome::to(Identify::new(&scene.transaction.request)),
            "enroll-profile" => register(scene, &body["userProfile"]),
            _ => access_denied(),
        }
    }
}

fn register(scene: &mut Scene<'_>, profile: &Value) -> Outcome {
    let text = |name: &str| profile[name].as_str().unwrap_or_default().trim().to_owned();
    let login = text("email").to_lowercase();
    if !looks_like_an_address(&login) {
        let unreadable = [
            ("registration.error.invalidLoginEmail", "'Email' must be in the form of an email address"),
            (
                "registration.error.doesNotMatchPattern",
                "Provided value for property 'Email' does not match required pattern",
            ),
        ];
        let messages = unreadable.map(|(key, text)| ("email".to_owned(), Message::error(key, text)));
        return Outcome { status: StatusCode::BAD_REQUEST, fields: messages.into(), ..Outcome::stay() };
    }
    if scene.state.people.contains_key(&login) {
        let text = "A user with this Email already exists";
        let message = Message::error("registration.error.notUniqueWithinOrg", text);
        return Outcome::refused_at("email", StatusCode::BAD_REQUEST, message);
    }
    let special = SPECIAL.into_iter().find(|(domain, _)| login.ends_with(domain));
    let (setting_up, afterwards) = special.map_or(USUAL, |(_, kind)| kind);
    let person = Person::signed_up(&login, &text("firstName"), &text("lastName"), afterwards);
    scene.state.people.insert(login.clone(), person);
    if login.ends_with(VERIFIED_BY_LINK) {
        let text = "To finish signing in, check your email.";
        return Outcome::to(Terminal::new(StatusCode::OK, Message::info("idx.email.verification.required", text)));
    }
    scene.transaction.detour_by(setting_up);
    scene.transaction.login = Some(login);
    Outcome::passed()
}

fn looks_like_an_address(login: &str) -> bool {
    login.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
    })
}
