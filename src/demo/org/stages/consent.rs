//! What the application may do with the person's account, if the person agrees.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::{Outcome, Scene, Stage, Terminal};
use crate::demo::org::messages::Message;
use crate::demo::org::page::Page;
use crate::demo::org::policy::Requirement;

/// The mark of a transaction in which the person agreed.
const AGREED: &str = "consent";

/// How the person is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::demo::org) enum Consent {
    /// All or nothing.
    EndUser,
    /// Scope by scope; what is left out is not granted.
    Granular,
    /// An administrator, about the org itself.
    Admin,
}

impl Requirement for Consent {
    fn open(&self, scene: &mut Scene<'_>) -> Option<Box<dyn Stage>> {
        (!scene.transaction.has_passed(AGREED)).then(|| Box::new(Asking { how: *self }) as Box<dyn Stage>)
    }
}

#[derive(Debug)]
struct Asking {
    how: Consent,
}

/// Scopes without which nobody can be signed in.
const NEEDED: &[&str] = &["openid", "profile"];

fn described(scope: &str) -> (String, String) {
    let (label, what) = match scope {
        "openid" => ("Sign you in.", "tell who you are"),
        "profile" => ("View your profile information.", "view your name and your language"),
        "email" => ("View your email address.", "view your email address"),
        "groups" => ("View your groups.", "view the groups that you belong to"),
        "offline_access" => ("Keep access to your information.", "keep access while you are away"),
        other => return (other.to_owned(), format!("This allows the app to use {other}.")),
    };
    (label.to_owned(), format!("This allows the app to {what}."))
}

impl Stage for Asking {
    fn write(&self, page: &mut Page<'_>) {
        let scopes = page.transaction.request.scopes.clone();
        let yes_or_no = || {
            json!({ "name": "consent", "type": "boolean", "required": true, "options": [
                { "label": "Allow Access", "value": true }, { "label": "Don't Allow", "value": false },
            ] })
        };
        let listed = |scope: &str, label: &str, description: &str| json!({ "name": scope, "label": label, "value": scope, "desc": description });
        match self.how {
            Consent::EndUser => {
                let scopes: Vec<Value> = scopes
                    .iter()
                    .filter(|scope| !NEEDED.contains(&scope.as_str()))
                    .map(|scope| {
                        let (label, description) = described(scope);
                        listed(scope, &label, &description)
                    })
                    .collect();
                page.offer_with("consent", "consent", vec![yes_or_no()], |form| form["scopes"] = json!(scopes));
            }
            Consent::Admin => {
                let scopes = [
                    listed("okta.users.read", "okta.users.read", "Allows the app to read the users of your org."),
                    listed(
                        "okta.groups.manage",
                        "okta.groups.manage",
                        "Allows the app to manage the groups of your org.",
                    ),
                ];
                page.offer_with("admin-consent", "consent", vec![yes_or_no()], |form| form["scopes"] = json!(scopes));
            }
            Consent::Granular => {
                let opted: Vec<Value> = scopes
                    .iter()
                    .map(|scope| {
                        let (label, description) = described(scope);
                        json!({ "name": scope, "label": label, "desc": description, "type": "boolean", "required": true,
                        "value": true, "visible": true, "mutable": !NEEDED.contains(&scope.as_str()) })
                    })
                    .collect();
                let fields = vec![
                    json!({ "name": "consent", "type": "boolean", "visible": false, "required": true }),
                    json!({ "name": "optedScopes", "form": { "value": opted } }),
                ];
                page.offer("granular-consent", "consent", fields);
            }
        }
    }

    fn carry_out(&mut self, scene: &mut Scene<'_>, _form: &str, body: &Value) -> Outcome {
        if body["consent"] != true {
            let text = "The user denied the request.";
            return Outcome::to(Terminal::new(StatusCode::FORBIDDEN, Message::error("access_denied", text)));
        }
        if let Some(opted) = body["optedScopes"].as_object() {
            let is_granted = |opted: &Map<String, Value>, scope: &str| opted.get(scope) == Some(&json!(true));
            scene.transaction.request.scopes.retain(|scope| is_granted(opted, scope));
        }
        scene.transaction.pass(AGREED);
        Outcome::passed()
    }
}
