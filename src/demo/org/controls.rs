//! `/demo/…`: the org's own controls over HTTP, for a person with curl and for tests in other languages.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::{Channel, Client, Fault, FirstPage, Flaw, LogoutBy, Org, Purpose, Quirks, TokenKind, wire};

pub(super) fn routes() -> Router<Org> {
    Router::new()
        .route("/demo/faults", post(add_fault).delete(clear_faults))
        .route("/demo/flaws", post(add_flaw))
        .route("/demo/quirks", post(set_quirks))
        .route("/demo/first-page", post(set_first_page))
        .route("/demo/device", get(device).post(set_device))
        .route("/demo/approve", post(approve))
        .route("/demo/advance", post(advance))
        .route("/demo/log-out", post(log_out))
        .route("/demo/revoke-tokens", post(revoke_tokens))
        .route("/demo/deactivate", post(deactivate))
        .route("/demo/groups", post(set_groups))
        .route("/demo/rotate-keys", post(rotate_keys))
        .route("/demo/reset", post(reset))
        .route("/demo/codes", get(codes))
        .route("/demo/links", post(send_link))
        .route("/demo/devices", get(devices))
        .route("/demo/questions", get(questions).post(answer_question))
}

/// `{"path": "/idp/idx", "fault": {"delay": 500}, "times": 2}`, or `"fault": "internal_error"`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultRequest {
    path: String,
    fault: Fault,
    #[serde(default = "once")]
    times: u32,
}

const fn once() -> u32 {
    1
}

/// `{"token": "id_token", "flaw": "wrong_nonce"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlawRequest {
    token: TokenKind,
    flaw: Flaw,
}

/// `{"seconds": 3600}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdvanceRequest {
    seconds: u64,
}

/// `{"login": "cleo@example.com", "purpose": "activation", "page": "http://localhost:8080/.gatehouse/activate"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkRequest {
    login: String,
    purpose: Purpose,
    page: String,
}

/// `{"client": "0oademofieldnotes001", "offers": {"captcha": "altcha"}}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstPageRequest {
    client: String,
    offers: FirstPage,
}

/// Whose code to show, or whose challenge to approve: `{"login": "ben@example.com"}`.
#[derive(Deserialize)]
struct Whose {
    login: String,
}

async fn add_fault(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: FaultRequest| org.fault(&request.path, request.fault, request.times))
}

async fn clear_faults(State(org): State<Org>) -> Response {
    org.clear_faults();
    done()
}

async fn add_flaw(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: FlawRequest| org.flaw(request.token, request.flaw))
}

async fn set_quirks(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |quirks: Quirks| org.set_quirks(quirks))
}

async fn send_link(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |LinkRequest { login, purpose, page }: LinkRequest| drop(org.send_link(&login, purpose, &page)))
}

async fn set_first_page(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: FirstPageRequest| {
        org.change_client(&request.client, |client| client.first_page = request.offers);
    })
}

/// Who has Okta Verify on the machine that the browser runs on, and how it takes challenges:
/// `{"owner": "ada@example.com", "slow_by": 2000, "refuses_with": 400}`, or `{}` for nobody.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DeviceRequest {
    owner: Option<String>,
    slow_by: u64,
    refuses_with: Option<u16>,
}

async fn set_device(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: DeviceRequest| {
        org.set_device_owner(request.owner.as_deref());
        org.set_device_manner(Duration::from_millis(request.slow_by), request.refuses_with);
    })
}

/// Where Okta Verify listens, and why pages gave up on it: `GET /demo/device`.
async fn device(State(org): State<Org>) -> Response {
    let given_up: Vec<_> = org
        .given_up()
        .into_iter()
        .map(|given_up| json!({ "reason": given_up.reason, "statusCode": given_up.status_code }))
        .collect();
    wire::json(StatusCode::OK, &json!({ "port": org.device_port(), "givenUp": given_up }))
}

async fn approve(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |whose: Whose| org.approve(&whose.login))
}

async fn advance(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: AdvanceRequest| org.advance(Duration::from_secs(request.seconds)))
}

/// Whose sessions to end, and how to say so: `{"login": "ada@example.com", "by": "session"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LogOutRequest {
    login: String,
    #[serde(default)]
    by: LogoutBy,
}

/// Sends logout tokens to every client that the person has signed in to, and tells what they answered.
async fn log_out(State(org): State<Org>, body: Bytes) -> Response {
    match serde_json::from_slice::<LogOutRequest>(&body) {
        Ok(request) => {
            let noticed = org.log_out(&request.login, request.by).await;
            let list: Vec<_> =
                noticed.into_iter().map(|noticed| json!({ "uri": noticed.uri, "status": noticed.status })).collect();
            wire::json(StatusCode::OK, &json!(list))
        }
        Err(error) => refuse(&error.to_string()),
    }
}

/// `{"login": "ada@example.com"}`: everything; `"which": "access"` leaves the refresh tokens as they are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RevokeRequest {
    login: String,
    #[serde(default)]
    which: Which,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Which {
    #[default]
    All,
    Access,
}

async fn revoke_tokens(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: RevokeRequest| match request.which {
        Which::All => org.revoke_tokens(&request.login),
        Which::Access => org.revoke_access_tokens(&request.login),
    })
}

async fn deactivate(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |whose: Whose| org.deactivate(&whose.login))
}

/// `{"login": "ada@example.com", "groups": ["Everyone", "Editors"]}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupsRequest {
    login: String,
    groups: Vec<String>,
}

async fn set_groups(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: GroupsRequest| {
        let groups: Vec<&str> = request.groups.iter().map(String::as_str).collect();
        org.set_groups(&request.login, &groups);
    })
}

async fn rotate_keys(State(org): State<Org>) -> Response {
    match org.rotate_keys() {
        Ok(()) => done(),
        Err(error) => refuse(&error.to_string()),
    }
}

async fn reset(State(org): State<Org>) -> Response {
    org.reset_accounts();
    org.clear_faults();
    org.set_quirks(Quirks::default());
    org.set_device_owner(None);
    org.set_device_manner(Duration::ZERO, None);
    org.forget_given_up();
    for ready_made in Client::defaults() {
        org.change_client(&ready_made.id, |client| client.first_page = ready_made.first_page);
    }
    done()
}

/// The newest code of a person: `GET /demo/codes?login=ben@example.com`.
async fn codes(State(org): State<Org>, Query(whose): Query<Whose>) -> Response {
    match org.latest_message(&whose.login) {
        None => wire::json(StatusCode::NOT_FOUND, &json!({ "error": "nothing was sent to this person" })),
        Some(message) => {
            let channel = match message.channel {
                Channel::Email => "email",
                Channel::Sms => "sms",
                Channel::Voice => "voice",
            };
            let body = json!({
                "recipient": message.recipient, "channel": channel, "code": message.code, "link": message.link,
                "at": wire::rfc3339(message.at),
            });
            wire::json(StatusCode::OK, &body)
        }
    }
}

/// What the devices of a person show: `GET /demo/devices?login=otto@example.com`.
async fn devices(State(org): State<Org>, Query(whose): Query<Whose>) -> Response {
    let theirs = org.devices().into_iter().filter(|device| device.login == whose.login);
    let list: Vec<_> =
        theirs.map(|device| json!({ "key": device.key, "name": device.name, "code": device.code })).collect();
    wire::json(StatusCode::OK, &json!(list))
}

/// What the devices of a person ask: `GET /demo/questions?login=paul@example.com`.
async fn questions(State(org): State<Org>, Query(whose): Query<Whose>) -> Response {
    let theirs = org.questions().into_iter().filter(|question| question.login == whose.login);
    let list: Vec<_> = theirs
        .map(|question| {
            json!({ "what": question.what, "wantsNumber": question.wants_number, "numbers": question.numbers })
        })
        .collect();
    wire::json(StatusCode::OK, &json!(list))
}

/// `{"login": "paul@example.com", "answer": "approve"}`, where the answer may also be `"reject"` or `{"number": 42}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerRequest {
    login: String,
    answer: Answer,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Approve,
    Reject,
    Number(u8),
}

async fn answer_question(State(org): State<Org>, body: Bytes) -> Response {
    with(&body, |request: AnswerRequest| match request.answer {
        Answer::Approve => org.approve(&request.login),
        Answer::Reject => org.reject(&request.login),
        Answer::Number(number) => org.pick_number(&request.login, number),
    })
}

fn with<T: serde::de::DeserializeOwned>(body: &[u8], act: impl FnOnce(T)) -> Response {
    match serde_json::from_slice(body) {
        Ok(request) => {
            act(request);
            done()
        }
        Err(error) => refuse(&error.to_string()),
    }
}

fn done() -> Response {
    wire::json(StatusCode::OK, &json!({ "done": true }))
}

fn refuse(error: &str) -> Response {
    wire::json(StatusCode::BAD_REQUEST, &json!({ "error": error }))
}
