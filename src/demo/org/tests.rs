//! The org from outside, through its router: what it grants, and everything that it refuses.

mod account_life;
mod assertions;
mod codes;
mod device;
mod elsewhere;
mod enrollment;
mod grants;
mod interaction;
mod misbehaviour;
mod proofs;
mod push;
mod security_key;
mod services;
mod sign_in;
mod tokens;
mod webauthn;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tower::ServiceExt as _;

use super::clients::SECRET;
use super::wire::{ION, base64url, from_base64url};
use super::{Client, Org};

const BASE: &str = "http://org.example";
const REDIRECT_URI: &str = "http://app.example/.gatehouse/callback";
const VERIFIER: &str = "a-code-verifier-of-at-least-forty-three-characters";
const CONFIDENTIAL: &str = super::clients::CONFIDENTIAL;
const PUBLIC: &str = super::clients::PUBLIC;
const CUSTOM: &str = "/oauth2/default";

/// An org in which every client has one redirect URI.
fn org() -> Org {
    let org = Org::new(BASE, Client::defaults()).expect("keys are made");
    for client in Client::defaults() {
        org.register_redirect_uri(&client.id, REDIRECT_URI);
    }
    org
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Answer {
    /// Status and OAuth error code.
    fn refusal(&self) -> (u16, &str) {
        (self.status.as_u16(), self.body["error"].as_str().unwrap_or("no error"))
    }

    /// Status and the key of the first message, wherever it stands.
    fn message(&self) -> (u16, String) {
        let field = "/remediation/value/0/value/0/form/value/0/messages/value/0/i18n/key";
        let plain_field = "/remediation/value/0/value/0/messages/value/0/i18n/key";
        let pointers = ["/messages/value/0/i18n/key", field, plain_field];
        let key = pointers.iter().find_map(|pointer| self.body.pointer(pointer)?.as_str());
        (self.status.as_u16(), key.unwrap_or("no message").to_owned())
    }

    /// Status and API error code.
    fn api_error(&self) -> (u16, &str) {
        (self.status.as_u16(), self.body["errorCode"].as_str().unwrap_or("no code"))
    }

    fn remediations(&self) -> Vec<&str> {
        let forms = self.body["remediation"]["value"].as_array();
        forms.into_iter().flatten().filter_map(|form| form["name"].as_str()).collect()
    }
}

async fn send(org: &Org, request: Request<Body>) -> Answer {
    let response = org.router().oneshot(request).await.expect("the router answers");
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
    Answer { status: parts.status, headers: parts.headers, body }
}

async fn get(org: &Org, path: &str) -> Answer {
    send(org, Request::get(path).body(Body::empty()).expect("a request")).await
}

fn form_body(parameters: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish()
}

async fn post_form(org: &Org, path: &str, parameters: &[(&str, &str)]) -> Answer {
    post_form_with(org, path, parameters, &[]).await
}

async fn post_form_with(org: &Org, path: &str, parameters: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(org, request.body(Body::from(form_body(parameters))).expect("a request")).await
}

/// Posts JSON to a path below `/idp/idx` as a client on a server does.
async fn post_idx(org: &Org, path: &str, body: &Value) -> Answer {
    let request = Request::post(format!("/idp/idx/{path}"))
        .header(header::CONTENT_TYPE, ION)
        .header(header::ACCEPT, ION)
        .body(Body::from(body.to_string()))
        .expect("a request");
    send(org, request).await
}

/// What a healthy confidential client sends to `interact`.
fn interact_parameters() -> Vec<(&'static str, &'static str)> {
    vec![
        ("client_id", CONFIDENTIAL),
        ("client_secret", SECRET),
        ("scope", "openid profile email groups offline_access"),
        ("redirect_uri", REDIRECT_URI),
        ("code_challenge", "9Zsw8Kz6IvLrRD30lhmXBn2h5_RUBb1LqVeqzdFI9n8"),
        ("code_challenge_method", "S256"),
        ("state", "state-of-the-browser"),
        ("nonce", "nonce-of-the-browser"),
    ]
}

/// The same parameters with some of them changed, added, or (empty) left out.
fn changed(
    mut parameters: Vec<(&'static str, &'static str)>,
    changes: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    for (name, value) in changes {
        parameters.retain(|(other, _)| other != name);
        if !value.is_empty() {
            parameters.push((name, value));
        }
    }
    parameters
}

fn challenge() -> String {
    base64url(Sha256::digest(VERIFIER.as_bytes()))
}

/// A sign-in in progress, driven by the newest document.
struct SignIn<'a> {
    org: &'a Org,
    client: &'static str,
    server: &'static str,
    interaction_handle: String,
    answer: Answer,
}

impl<'a> SignIn<'a> {
    async fn begin(org: &'a Org) -> SignIn<'a> {
        Self::begin_as(org, CONFIDENTIAL, CUSTOM).await
    }

    async fn begin_as(org: &'a Org, client: &'static str, server: &'static str) -> SignIn<'a> {
        let secret = if client.starts_with("public") || client == PUBLIC { "" } else { SECRET };
        let challenge = challenge();
        let mut parameters =
            changed(interact_parameters(), &[("client_id", client), ("client_secret", secret), ("code_challenge", "")]);
        parameters.push(("code_challenge", &challenge));
        let path = if server.is_empty() { "/oauth2/v1/interact".to_owned() } else { format!("{server}/v1/interact") };
        let answer = post_form(org, &path, &parameters).await;
        let handle = answer.body["interaction_handle"].as_str().expect("a handle").to_owned();
        let answer = post_idx(org, "introspect", &json!({ "interactionHandle": handle })).await;
        Self { org, client, server, interaction_handle: handle, answer }
    }

    fn state_handle(&self) -> &str {
        self.answer.body["stateHandle"].as_str().expect("a state handle")
    }

    /// Posts a body with the current state handle and goes on with the answer.
    async fn post(&mut self, path: &str, mut body: Value) -> &Answer {
        body["stateHandle"] = self.state_handle().into();
        self.answer = post_idx(self.org, path, &body).await;
        &self.answer
    }

    async fn identify(&mut self, login: &str) -> &Answer {
        self.post("identify", json!({ "identifier": login })).await
    }

    async fn passcode(&mut self, passcode: &str) -> &Answer {
        self.credentials(json!({ "passcode": passcode })).await
    }

    async fn credentials(&mut self, credentials: Value) -> &Answer {
        self.post("challenge/answer", json!({ "credentials": credentials })).await
    }

    /// A sign-in whose name and password are given.
    async fn after_password<'o>(org: &'o Org, login: &str, password: &str) -> SignIn<'o> {
        let mut sign_in = SignIn::begin(org).await;
        sign_in.identify(login).await;
        sign_in.passcode(password).await;
        sign_in
    }

    /// Whether the sign-in is over and its code gives tokens.
    async fn is_done(&self) -> bool {
        self.answer.body.get("successWithInteractionCode").is_some() && self.redeem(&[]).await.status == 200
    }

    /// Chooses an authenticator to prove.
    async fn choose(&mut self, authenticator: &str) -> &Answer {
        let choice = self.option(authenticator);
        self.post("challenge", json!({ "authenticator": choice })).await
    }

    /// Chooses an authenticator to set up.
    async fn begin_enrollment(&mut self, authenticator: &str) -> &Answer {
        let choice = self.option(authenticator);
        self.post("credential/enroll", json!({ "authenticator": choice })).await
    }

    /// The immutable values of the option with that authenticator, from whichever form offers it.
    fn option(&self, authenticator: &str) -> Value {
        let forms = self.answer.body["remediation"]["value"].as_array().expect("forms");
        let options = forms.iter().filter_map(|form| form["value"][0]["options"].as_array()).flatten();
        let mut fields = options.filter_map(|option| option.pointer("/value/form/value")?.as_array());
        let fields = fields.find(|fields| fields[0]["value"] == authenticator).expect("an option");
        let fixed = fields.iter().filter(|field| field["mutable"] == false);
        fixed.map(|field| (text(field, "name").to_owned(), field["value"].clone())).collect()
    }

    fn code(&self) -> String {
        let success = self.answer.body["successWithInteractionCode"]["value"].as_array().expect("the end");
        let code = success.iter().find(|field| field["name"] == "interaction_code").expect("a code");
        code["value"].as_str().expect("text").to_owned()
    }

    async fn redeem(&self, changes: &[(&'static str, &'static str)]) -> Answer {
        let code = self.code();
        let mut parameters =
            vec![("grant_type", "interaction_code"), ("client_id", self.client), ("code_verifier", VERIFIER)];
        if self.client != PUBLIC {
            parameters.push(("client_secret", SECRET));
        }
        let mut parameters = changed(parameters, changes);
        parameters.push(("interaction_code", &code));
        post_form(self.org, &self.endpoint("token"), &parameters).await
    }

    fn endpoint(&self, name: &str) -> String {
        let server = if self.server.is_empty() { "/oauth2" } else { self.server };
        format!("{server}/v1/{name}")
    }
}

/// A whole sign-in with a password, to tokens.
async fn tokens_of(org: &Org, login: &str, password: &str) -> Value {
    let mut sign_in = SignIn::begin(org).await;
    sign_in.identify(login).await;
    sign_in.passcode(password).await;
    sign_in.redeem(&[]).await.body
}

async fn adas_tokens(org: &Org) -> Value {
    tokens_of(org, "ada@example.com", "Analytical-1843").await
}

/// A whole sign-in of Ada with the public client at the org's own server, to tokens.
async fn adas_tokens_of_the_org_server(org: &Org) -> Value {
    let mut sign_in = SignIn::begin_as(org, PUBLIC, "").await;
    let body = json!({ "identifier": "ada@example.com", "credentials": { "passcode": "Analytical-1843" } });
    sign_in.post("identify", body).await;
    sign_in.redeem(&[]).await.body
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}"))
}

/// A part of a token: 0 is the header, 1 the claims.
fn part(token: &str, index: usize) -> Value {
    let part = token.split('.').nth(index).expect("three parts");
    serde_json::from_slice(&from_base64url(part).expect("base64url")).expect("JSON")
}

/// Asks a server about a token.
async fn is_active(org: &Org, server: &str, token: &str) -> bool {
    let credentials = [("client_id", CONFIDENTIAL), ("client_secret", SECRET), ("token", token)];
    post_form(org, &format!("{server}/v1/introspect"), &credentials).await.body["active"] == true
}
