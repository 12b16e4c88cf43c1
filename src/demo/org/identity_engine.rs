//! `/idp/idx/…`: the endpoints of the Identity Engine, and what they refuse before the policy is asked.

use std::time::Instant;

use axum::extract::Request;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::{Map, Value};

use super::forms::{Complaint, complaints, offered};
use super::messages::{Message, add_field_message, add_messages, session_expired};
use super::page;
use super::stages::{Said, Scene, carry_out};
use super::transactions::{POLL_WINDOW, Transaction};
use super::wire::{self, ION};
use super::{GivenUp, Org, State};

const LARGEST_BODY: usize = 256 * 1024;

/// Answers a post to a path below `/idp/idx/`.
pub(super) async fn answer(org: Org, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if !media_types_match(&parts.headers) {
        return wire::api_error(
            StatusCode::BAD_REQUEST,
            "E0000021",
            "Bad request. Accept and/or Content-Type headers likely do not match supported values.",
        );
    }
    let body = axum::body::to_bytes(body, LARGEST_BODY).await.ok();
    let Some(Value::Object(body)) = body.and_then(|body| serde_json::from_slice(&body).ok()) else {
        return malformed("The request body was not well-formed.");
    };
    let path = parts.uri.path().strip_prefix("/idp/idx/").unwrap_or_default();
    let mut state = org.state();
    let mut response = if path == "introspect" { introspect(&state, &body) } else { submit(&mut state, path, &body) };
    set_cookies(&parts.headers, &mut response);
    response
}

/// Reads the current step of a transaction; changes nothing.
fn introspect(state: &State, body: &Map<String, Value>) -> Response {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let found = match (text("interactionHandle"), text("stateHandle"), text("stateToken")) {
        (Some(handle), None, None) => state.transactions.get(handle),
        (None, Some(handle), None) => state.transactions.values().find(|one| one.state_handle == handle),
        (None, None, Some(token)) => {
            let token = token.split('~').next().unwrap_or_default();
            state.transactions.values().find(|one| one.state_token == token)
        }
        _ => return malformed("Exactly one of interactionHandle, stateHandle and stateToken is needed."),
    };
    let living = found.filter(|transaction| state.now() < transaction.expires_at && !transaction.stage.is_stale(state));
    let Some(transaction) = living else { return session_expired() };
    write(state, transaction, StatusCode::OK, |_| ())
}

/// Carries out a form, if the transaction offers it and the body fits it.
fn submit(state: &mut State, path: &str, body: &Map<String, Value>) -> Response {
    let Some(handle) = body.get("stateHandle").and_then(Value::as_str) else {
        return malformed("stateHandle: the field is required.");
    };
    let token = handle.split('~').next().unwrap_or_default();
    let key = state.transactions.iter().find(|(_, one)| one.state_token == token).map(|(key, _)| key.clone());
    // Taken out while it is worked on, for the policy needs the rest of the org.
    let Some(mut transaction) = key.and_then(|key| state.transactions.remove(&key)) else {
        return session_expired();
    };
    if transaction.expires_at <= state.now() {
        return session_expired();
    }
    transaction.used(state.now());
    let response = match path {
        "authenticators/poll/cancel" => give_up(state, &mut transaction, path, body),
        _ => submit_to(state, &mut transaction, path, body),
    };
    state.transactions.insert(transaction.interaction_handle.clone(), transaction);
    response
}

/// Giving up takes a reason that no form names: clients have always sent one.
fn give_up(state: &mut State, transaction: &mut Transaction, path: &str, body: &Map<String, Value>) -> Response {
    let mut body = body.clone();
    let (reason, status_code) = (body.remove("reason"), body.remove("statusCode"));
    if let Some(complaint) = wrong_reason(state, transaction, reason.as_ref(), status_code.as_ref()) {
        return malformed(complaint);
    }
    let response = submit_to(state, transaction, path, &body);
    if response.status().is_success() {
        let reason = reason.and_then(|reason| reason.as_str().map(str::to_owned));
        state.given_up.push(GivenUp { reason, status_code: status_code.and_then(|code| code.as_u64()) });
    }
    response
}

/// What is wrong with a reason: unknown, or one that cannot have come about.
fn wrong_reason(
    state: &State,
    transaction: &Transaction,
    reason: Option<&Value>,
    status_code: Option<&Value>,
) -> Option<&'static str> {
    let status_code = status_code.filter(|code| !code.is_null());
    let asks_by_loopback = asked_by(&page::document(state, transaction)).as_deref() == Some("LOOPBACK");
    match reason.map(Value::as_str) {
        None | Some(Some("USER_CANCELED")) => status_code.map(|_| "statusCode: nobody answered with one"),
        Some(Some("OV_UNREACHABLE_BY_LOOPBACK" | "OV_RETURNED_ERROR")) if !asks_by_loopback => {
            Some("reason: nobody was to be reached by loopback")
        }
        Some(Some("OV_UNREACHABLE_BY_LOOPBACK")) => status_code.map(|_| "statusCode: who is not there answers nothing"),
        Some(Some("OV_RETURNED_ERROR")) => {
            let is_error = |code: &Value| code.as_u64().is_some_and(|code| (300..=599).contains(&code) && code != 503);
            status_code.filter(|code| !is_error(code)).map(|_| "statusCode: not that of an error")
        }
        Some(_) => Some("reason: not one of the known reasons"),
    }
}

/// How a document asks the device, if it does.
fn asked_by(document: &Value) -> Option<String> {
    let current = &document["currentAuthenticator"]["value"]["contextualData"]["challenge"];
    let challenges = [&document["authenticatorChallenge"], current];
    challenges.into_iter().find_map(|challenge| challenge["value"]["challengeMethod"].as_str().map(str::to_owned))
}

fn submit_to(state: &mut State, transaction: &mut Transaction, path: &str, body: &Map<String, Value>) -> Response {
    if body["stateHandle"] != transaction.state_handle.as_str() {
        // Another tab, or a call in flight, has gone on in the meantime.
        return not_allowed(StatusCode::BAD_REQUEST);
    }
    let document = page::document(state, transaction);
    let forms = offered(&document, path);
    let judged: Vec<(&str, Vec<Complaint>)> =
        forms.iter().map(|form| (form["name"].as_str().unwrap_or_default(), complaints(form, body))).collect();
    // The form that was meant is the one that fits best.
    let misfits = |complaints: &[Complaint]| complaints.iter().filter(|complaint| complaint.is_misfit()).count();
    let best = judged.into_iter().min_by_key(|(_, complaints)| (misfits(complaints), complaints.len()));
    let Some((form, complaints)) = best else { return not_allowed(StatusCode::FORBIDDEN) };
    if !complaints.is_empty() {
        return refuse_body(state, transaction, form, complaints);
    }
    let is_poll = form.ends_with("poll");
    if is_poll && !transaction.may_poll(Instant::now()) {
        return wire::rate_limited(10, state.now() + POLL_WINDOW.as_secs());
    }
    let said = carry_out(&mut Scene { state, transaction }, form, &Value::Object(body.clone()));
    // A refusal leaves the handle alone: Okta's own Node client goes on with the document before it.
    let went_on = said.status.is_success() && !(is_poll && said.stayed);
    if went_on && transaction.expires_at > state.now() {
        transaction.rotate(state.now());
    }
    answer_with(state, transaction, form, &said)
}

fn answer_with(state: &State, transaction: &Transaction, form: &str, said: &Said) -> Response {
    write(state, transaction, said.status, |document| {
        add_messages(document, &said.messages);
        for (field, message) in &said.fields {
            add_field_message(document, form, field, message);
        }
    })
}

/// Blank fields come back as messages beside them; anything else no browser could have sent.
fn refuse_body(state: &State, transaction: &Transaction, form: &str, complaints: Vec<Complaint>) -> Response {
    let mut blank = Vec::new();
    for complaint in complaints {
        match complaint {
            Complaint::Blank(field) => blank.push(field),
            Complaint::Misfit(what) => return malformed(&what),
        }
    }
    let message = Message::error("model.validation.field.blank", "This field cannot be left blank");
    write(state, transaction, StatusCode::BAD_REQUEST, |document| {
        for field in &blank {
            add_field_message(document, form, field, &message);
        }
    })
}

fn write(state: &State, transaction: &Transaction, status: StatusCode, say: impl FnOnce(&mut Value)) -> Response {
    let mut document = page::document(state, transaction);
    say(&mut document);
    state.quirks.apply(&mut document);
    wire::with_type(transaction.stage.status().unwrap_or(status), ION, document.to_string())
}

fn not_allowed(status: StatusCode) -> Response {
    wire::api_error(status, "E0000079", "This operation is not allowed in the current authentication state.")
}

fn malformed(summary: &str) -> Response {
    wire::api_error(StatusCode::BAD_REQUEST, "E0000003", summary)
}

/// JSON under any of the names that Okta's own clients use for it, of version 1.
fn media_types_match(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value: &HeaderValue| value.to_str().unwrap_or_default());
    text(header::CONTENT_TYPE).is_some_and(is_supported)
        && text(header::ACCEPT).is_none_or(|value| {
            value.split(',').any(|kind| is_supported(kind) || ["*/*", "application/*"].contains(&kind.trim()))
        })
}

fn is_supported(media_type: &str) -> bool {
    let mut parts = media_type.split(';').map(|part| part.trim().to_ascii_lowercase());
    let essence = parts.next().unwrap_or_default();
    ["application/json", "application/ion+json", "application/vnd.okta.v1+json"].contains(&&*essence)
        && parts.all(|parameter| match parameter.split_once('=') {
            Some(("okta-version", version)) => ["1", "1.0.0"].contains(&version),
            _ => true,
        })
}

/// The cookies that a browser would keep; a client on a server must not mix them up between people.
fn set_cookies(request: &HeaderMap, response: &mut Response) {
    let sent: Vec<&str> = request.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).collect();
    for name in ["JSESSIONID", "DT"] {
        if sent.iter().any(|cookies| cookies.contains(&format!("{name}="))) {
            continue;
        }
        let cookie = format!("{name}={}; Path=/; HttpOnly", &crate::random::token()[..32]);
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_taken_under_every_name_that_okta_clients_use() {
        for name in [
            "application/json",
            "application/json; okta-version=1.0.0",
            "application/ion+json; okta-version=1.0.0",
            "application/ion+json;okta-version=1",
            "application/vnd.okta.v1+json",
        ] {
            assert!(is_supported(name), "{name}");
        }
        for name in ["text/plain", "application/ion+json; okta-version=2.0.0", "application/x-www-form-urlencoded"] {
            assert!(!is_supported(name), "{name}");
        }
    }
}
