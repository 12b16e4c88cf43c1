//! Whether somebody is signed in and for how long, for the application's own script.
//!
//! What is told could be asked by any script of the site, so there is no token in it and nothing that opens anything. Times are
//! seconds from now: the clocks of people's machines are wrong.

use http::StatusCode;
use serde_json::{Value, json};

use crate::clock::Timestamp;
use crate::gate::RequestOrigin;
use crate::session::UserSession;

use super::own_request::OwnRequest;
use super::refusal;
use super::respond::{self, Answer};

/// `GET {own_path}/session`: signed in or not, who, and for how many seconds more.
///
/// Asking does not count as using the session, so a banner that counts down does not keep it alive.
pub(crate) async fn status(request: &OwnRequest<'_>) -> Answer {
    match request.session().await {
        Ok(Some(session)) => respond::json(StatusCode::OK, &described(&session, request.now())),
        Ok(None) => respond::json(StatusCode::OK, &json!({ "signed_in": false })),
        Err(error) => refusal::store_unavailable(request, &error),
    }
}

/// `POST {own_path}/session`: the person wants to stay signed in. Starts the idle time again and tells how long there is now.
///
/// A script of the site does that when somebody presses a button, so `Origin` is all that can be proved; another site could only
/// keep alive a session that it cannot use.
pub(crate) async fn extend(request: &OwnRequest<'_>) -> Answer {
    let origin = request.site().config().public_url.as_str();
    if request.origin(origin) != RequestOrigin::Same || !request.is_same_origin_or_silent() {
        let reference = &request.arrival().reference;
        return respond::problem(StatusCode::FORBIDDEN, "only a page of this site can ask for it", reference);
    }
    match request.session().await {
        Ok(Some(session)) => {
            request.sessions().touch(&session, request.now());
            let record = request.sessions().for_the_browser(&session, request.session_cookies().as_ref());
            let names = request.site().names();
            let pieces = record.iter().flat_map(|record| names.set_record(record, request.cookies()));
            let answer = respond::json(StatusCode::OK, &described(&session, request.now()));
            pieces.fold(answer, respond::with_cookie)
        }
        Ok(None) => respond::json(StatusCode::OK, &json!({ "signed_in": false })),
        Err(error) => refusal::store_unavailable(request, &error),
    }
}

/// What there is to know about a session.
///
/// One without a refresh token ends with its access token, whatever the person does.
fn described(session: &UserSession, now: Timestamp) -> Value {
    let tokens = session.tokens();
    let token_end = tokens.expires_at;
    let end = if tokens.refresh_token.is_some() { session.ends_at() } else { session.ends_at().min(token_end) };
    let (unused, at_most) = (session.seconds_left(now), end.since(now).as_secs());
    json!({
        "signed_in": true,
        "sub": session.subject(),
        "name": session.display_name(),
        "seconds_left": unused.min(at_most),
        "seconds_left_at_most": at_most,
        "token_seconds_left": token_end.since(now).as_secs(),
    })
}
