//! The places that a sign-in leaves for: identity providers, a smart card, a service that checks identities, and the
//! org's own end of a hosted sign-in. One small page each, with a button for everything that can happen there.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::{Path, Query, State as Extension};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::get;
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;

use super::accounts::Account;
use super::authenticators::SMART_CARD;
use super::authenticators::elsewhere::provider_name;
use super::people::Person;
use super::stages::elsewhere::{CARD, IDENTITY_VERIFIED, PROVIDERS};
use super::stages::{Scene, captcha, come_back};
use super::transactions::Transaction;
use super::{Org, policy, wire};
use crate::demo::html::escape;

/// What can happen elsewhere: somebody is chosen, or somebody says no.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Visit {
    state_token: Option<String>,
    state_token_external_id: Option<String>,
    /// Who signs in there.
    r#as: Option<String>,
    /// The person turns back, or was turned away.
    #[serde(default)]
    deny: bool,
    /// The identity was checked.
    #[serde(default)]
    verified: bool,
}

pub(super) fn routes() -> Router<Org> {
    Router::new()
        .route("/sso/idps/{id}", get(provider))
        .route("/sso/idps/mtls/{id}", get(smart_card))
        .route("/idp/identity-verification", get(verification))
        .route("/login/token/redirect", get(hosted_end))
        .route("/api/v1/altcha", get(altcha))
        .route("/idp/device/chrome/challenge", get(chrome))
        .route("/auth/services/devicefingerprint", get(fingerprint))
        .route("/auth/services/devicefingerprint.js", get(fingerprint_script))
}

async fn provider(Extension(org): Extension<Org>, Path(id): Path<String>, Query(visit): Query<Visit>) -> Response {
    if let Some(name) = provider_name(&id) {
        return authenticator(&org, &id, name, &visit);
    }
    match PROVIDERS.iter().find(|provider| provider.id == id) {
        Some(provider) => sign_in(&org, provider.name, visit, false),
        None => no_such_provider(),
    }
}

/// Where browsers are asked for a certificate: the card's place, and no other provider's.
async fn smart_card(Extension(org): Extension<Org>, Path(id): Path<String>, Query(visit): Query<Visit>) -> Response {
    if id == CARD { sign_in(&org, "Staff card", visit, true) } else { no_such_provider() }
}

fn no_such_provider() -> Response {
    refused(StatusCode::NOT_FOUND, "There is no such identity provider.")
}

/// A provider that says who somebody is; what a card proves counts as the authenticator that it is.
fn sign_in(org: &Org, name: &str, visit: Visit, by_card: bool) -> Response {
    let token = visit.state_token.unwrap_or_default();
    if visit.deny {
        return go_back(org, &token, |_| Back::Error("access_denied", "The resource owner denied the request."));
    }
    let Some(login) = visit.r#as else { return choose(org, name, &token) };
    go_back(org, &token, |scene| {
        if scene.state.people.get(&login).is_none_or(Person::is_barred) {
            return Back::Error("access_denied", "User is not assigned to the client application.");
        }
        scene.transaction.login = Some(login);
        scene.transaction.federated = true;
        if by_card {
            scene.transaction.verified(SMART_CARD, "cert");
        }
        let next = policy::next(scene);
        scene.transaction.stage = next;
        Back::AsFarAsItGoes
    })
}

/// A provider that proves one thing more about somebody who is known already.
fn authenticator(org: &Org, id: &str, name: &str, visit: &Visit) -> Response {
    let token = visit.state_token.as_deref().unwrap_or_default();
    if visit.deny {
        return go_back(org, token, |_| Back::Error("access_denied", "The resource owner denied the request."));
    }
    if visit.r#as.is_none() {
        let login =
            org.state().transactions.values().find(|one| one.state_token == token).and_then(|one| one.login.clone());
        let Some(login) = login else { return refused(StatusCode::FORBIDDEN, "This sign-in is over.") };
        let (login, token) = (escape(&login), escape(token));
        let body = format!(
            "<h1>{}</h1><p><a href=\"?stateToken={token}&amp;as={login}\">I am {login}</a></p>\
             <p><a href=\"?stateToken={token}&amp;deny=true\">Nobody</a></p>",
            escape(name)
        );
        return page(name, &body);
    }
    go_back(org, token, |scene| {
        let is_same = scene.transaction.login.is_some() && scene.transaction.login == visit.r#as;
        if is_same && come_back(scene, id) {
            Back::AsFarAsItGoes
        } else {
            Back::Error("access_denied", "The authentication request failed.")
        }
    })
}

async fn verification(Extension(org): Extension<Org>, Query(visit): Query<Visit>) -> Response {
    let token = visit.state_token_external_id.unwrap_or_default();
    if visit.deny {
        return go_back(&org, &token, |_| Back::Error("access_denied", "The identity could not be verified."));
    }
    if !visit.verified {
        let token = escape(&token);
        let body = format!(
            "<h1>Lantern Identity</h1><p>A service that checks who people are.</p>\
             <p><a href=\"?stateTokenExternalId={token}&amp;verified=true\">It is me</a></p>\
             <p><a href=\"?stateTokenExternalId={token}&amp;deny=true\">Stop</a></p>"
        );
        return page("Lantern Identity", &body);
    }
    go_back(&org, &token, |scene| {
        scene.transaction.pass(IDENTITY_VERIFIED);
        let next = policy::next(scene);
        scene.transaction.stage = next;
        Back::AsFarAsItGoes
    })
}

async fn hosted_end(Extension(org): Extension<Org>, Query(visit): Query<Visit>) -> Response {
    let token = visit.state_token.unwrap_or_default();
    let known = org.state().transactions.values().any(|one| one.state_token == token);
    if !known {
        return refused(StatusCode::FORBIDDEN, "This sign-in is over.");
    }
    page("Signed in at the org", "<h1>Signed in at the org</h1><p>A hosted sign-in would go on from here.</p>")
}

/// A challenge of the org's own captcha, for pages of any origin.
async fn altcha(Extension(org): Extension<Org>) -> Response {
    let challenge = captcha::altcha_challenge(&org.state().captcha_seed);
    let mut response = wire::json(StatusCode::OK, &challenge);
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// Where a managed Chrome tells about its device; the frame that loads it shows nothing.
async fn chrome(Extension(org): Extension<Org>, Query(visit): Query<ChromeVisit>) -> Response {
    org.device_answers(&visit.transaction_handle);
    Html("<!DOCTYPE html><title>Device</title>").into_response()
}

/// What this org makes of every device.
pub(super) const FINGERPRINT: &str = "demo-fingerprint-0123456789abcdef";

/// The page that tells a page around it what the device looks like, when it is asked.
async fn fingerprint() -> Response {
    const PAGE: &str =
        "<!DOCTYPE html><title>Device</title><script src=\"/auth/services/devicefingerprint.js\"></script>";
    let policy = [(header::CONTENT_SECURITY_POLICY, "default-src 'none'; script-src 'self'")];
    (policy, Html(PAGE)).into_response()
}

async fn fingerprint_script() -> Response {
    let source = format!(
        "addEventListener('message', ({{ data, origin, source }}) => {{\n\
         if (JSON.parse(data).type !== 'GetFingerprint') return;\n\
         source.postMessage(JSON.stringify({{ type: 'FingerprintAvailable', fingerprint: '{FINGERPRINT}' }}), origin);\n}});\n\
         parent.postMessage(JSON.stringify({{ type: 'FingerprintServiceReady' }}), '*');\n"
    );
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], source).into_response()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChromeVisit {
    transaction_handle: String,
}

/// What the browser brings back.
enum Back {
    /// The end, if nothing is left to be done; else the client is to go on asking.
    AsFarAsItGoes,
    Error(&'static str, &'static str),
}

/// Where Apple's extension signs while the browser is on its way; nothing for any other place.
pub(super) fn sso_extension(org: &Org, path: &str, query: &str) -> Option<Response> {
    let place = path.strip_prefix("/idp/idx/authenticators/sso_extension/transactions/")?;
    place.strip_suffix("/verify").filter(|id| !id.contains('/'))?;
    let mut parameters = url::form_urlencoded::parse(query.as_bytes());
    let (_, request) = parameters.find(|(name, _)| name == "challengeRequest")?;
    Some(go_back_in(
        org,
        |one| one.stage.expects(&request),
        |scene| {
            come_back(scene, &request);
            Back::AsFarAsItGoes
        },
    ))
}

/// Does what happened in the transaction of that token, and sends the browser back to the client.
fn go_back(org: &Org, token: &str, happens: impl FnOnce(&mut Scene<'_>) -> Back) -> Response {
    go_back_in(org, |one| one.state_token == token, happens)
}

/// The same in the first transaction that is the one.
fn go_back_in(
    org: &Org,
    is_it: impl Fn(&Transaction) -> bool,
    happens: impl FnOnce(&mut Scene<'_>) -> Back,
) -> Response {
    let mut state = org.state();
    let now = state.now();
    let key = state.transactions.iter().find(|(_, one)| is_it(one)).map(|(key, _)| key.clone());
    let Some(mut transaction) = key.and_then(|key| state.transactions.remove(&key)) else {
        return refused(StatusCode::FORBIDDEN, "This sign-in is over.");
    };
    // Whoever finds the way back to this page after the end must not begin anew as somebody else.
    let is_over = transaction.expires_at <= now || transaction.stage.interaction_code().is_some();
    let back =
        if is_over { None } else { Some(happens(&mut Scene { state: &mut state, transaction: &mut transaction })) };
    let issued = transaction.stage.interaction_code().map(str::to_owned);
    let request = transaction.request.clone();
    state.transactions.insert(transaction.interaction_handle.clone(), transaction);
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    match (back, issued) {
        (None, _) => return refused(StatusCode::FORBIDDEN, "This sign-in is over."),
        (Some(Back::AsFarAsItGoes), Some(code)) => query.append_pair("interaction_code", &code),
        (Some(Back::AsFarAsItGoes), None) => query
            .append_pair("error", "interaction_required")
            .append_pair("error_description", "Your client is configured to use the interaction code flow and user interaction is required to complete the request."),
        (Some(Back::Error(error, description)), _) => {
            query.append_pair("error", error).append_pair("error_description", description)
        }
    };
    query.append_pair("state", &request.state);
    Redirect::to(&format!("{}?{}", request.redirect_uri, query.finish())).into_response()
}

fn choose(org: &Org, provider: &str, token: &str) -> Response {
    if !org.state().transactions.values().any(|one| one.state_token == token) {
        return refused(StatusCode::FORBIDDEN, "This sign-in is over.");
    }
    let token = escape(token);
    let mut body = format!("<h1>{}</h1><p>Who signs in here?</p><ul>", escape(provider));
    for account in Account::all() {
        let login = escape(account.login);
        // Writing to a String cannot fail.
        let _ = write!(
            body,
            "<li><a href=\"?stateToken={token}&amp;as={login}\">{}</a> <small>{login}</small></li>",
            escape(account.name)
        );
    }
    let _ = write!(body, "</ul><p><a href=\"?stateToken={token}&amp;deny=true\">Nobody</a></p>");
    page(provider, &body)
}

fn refused(status: StatusCode, what: &str) -> Response {
    (status, page("Not possible", &format!("<h1>Not possible</h1><p>{}</p>", escape(what)))).into_response()
}

fn page(title: &str, body: &str) -> Response {
    let title = escape(title);
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <style>:root{{color-scheme:light dark}}body{{font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}}\
         small{{opacity:.7}}</style><main>{body}</main></html>"
    );
    let mut response = Html(html).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    );
    response
}
