//! Whether somebody is signed in, for the application's own script.

use http::StatusCode;
use serde_json::json;

use super::own_request::OwnRequest;
use super::refusal;
use super::respond::{self, Answer};

/// `GET {own_path}/session`: signed in or not, who, and for how many seconds more.
///
/// Asking does not count as using the session, so a banner that counts down does not keep it alive.
pub(crate) async fn status(request: &OwnRequest<'_>) -> Answer {
    let body = match request.session().await {
        Ok(Some(session)) => json!({
            "signed_in": true,
            "subject": session.subject(),
            "seconds_left": session.seconds_left(request.now()),
        }),
        Ok(None) => json!({ "signed_in": false }),
        Err(_) => return refusal::store_unavailable(request),
    };
    respond::json(StatusCode::OK, &body)
}
