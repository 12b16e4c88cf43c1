//! The end: an interaction code waits to be redeemed.

use serde_json::{Value, json};

use super::{Outcome, Scene, Stage, access_denied};
use crate::demo::org::State;
use crate::demo::org::levels;
use crate::demo::org::page::Page;
use crate::demo::org::token_endpoint::InteractionCode;
use crate::demo::org::tokens::Grant;

/// An interaction code has to be redeemed within this time, in seconds.
const LIFETIME: u64 = 60;

/// Everything is passed: makes the code.
pub(in crate::demo::org) fn issue(scene: &mut Scene<'_>) -> Box<dyn Stage> {
    let now = scene.now();
    let reached = levels::reached(scene);
    let Scene { state, transaction } = scene;
    let request = &transaction.request;
    let grant = Grant {
        client_id: request.client_id.clone(),
        server: request.server,
        login: transaction.login.clone(),
        scopes: request.scopes.clone(),
        nonce: request.nonce.clone(),
        auth_time: now,
        references: transaction.references(),
        level: reached,
        bound_to: None,
        session: format!("102{}", &crate::random::token()[..22]),
    };
    let code = crate::random::token();
    let issued = InteractionCode {
        grant,
        redirect_uri: request.redirect_uri.clone(),
        code_challenge: request.code_challenge.clone(),
        interaction_handle: transaction.interaction_handle.clone(),
        expires_at: now + LIFETIME,
        redeemed: None,
        satisfiable: request.level == reached,
    };
    state.interaction_codes.insert(code.clone(), issued);
    Box::new(Issued { code })
}

/// Done.
#[derive(Debug)]
struct Issued {
    code: String,
}

impl Stage for Issued {
    fn write(&self, page: &mut Page<'_>) {
        let request = &page.transaction.request;
        let mut fields = vec![
            json!({ "name": "grant_type", "required": true, "value": "interaction_code" }),
            json!({ "name": "interaction_code", "required": true, "value": self.code }),
            json!({ "name": "client_id", "required": true, "value": request.client_id }),
            json!({ "name": "code_verifier", "required": true }),
        ];
        if page.client().is_some_and(|client| client.secret.is_some()) {
            fields.insert(3, json!({ "name": "client_secret", "required": true }));
        }
        let success = json!({
            "rel": ["create-form"], "name": "issue", "method": "POST",
            "href": format!("{}{}/v1/token", page.state.base_url, request.server.endpoint_path()),
            "value": fields, "accepts": "application/x-www-form-urlencoded",
        });
        page.set("successWithInteractionCode", success);
    }

    fn carry_out(&mut self, _scene: &mut Scene<'_>, _form: &str, _body: &Value) -> Outcome {
        access_denied()
    }

    fn interaction_code(&self) -> Option<&str> {
        Some(&self.code)
    }

    fn is_stale(&self, state: &State) -> bool {
        let is_good = |code: &InteractionCode| code.redeemed.is_none() && state.now() < code.expires_at;
        !state.interaction_codes.get(&self.code).is_some_and(is_good)
    }
}
