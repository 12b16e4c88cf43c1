//! What the org tells clients when it ends somebody's sessions (OpenID Connect Back-Channel Logout 1.0 §2.4 and §2.5).

use bytes::Bytes;
use http::{Request, header};
use serde::Deserialize;
use serde_json::json;

use super::faults::TokenKind;
use super::{Org, State};
use crate::http_client::HttpClient;

/// How a logout token says whose sessions have ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoutBy {
    /// By the person: all of their sessions.
    #[default]
    Subject,
    /// By the session that the ID tokens name.
    Session,
    /// By both.
    Both,
}

/// A token on its way to a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoutNotice {
    /// Where the client wants it.
    pub uri: String,
    /// The token.
    pub token: String,
}

/// What a client answered to a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// Where it was sent.
    pub uri: String,
    /// The status; absent when there was no answer.
    pub status: Option<u16>,
}

impl Org {
    /// The tokens for every client that this person has signed in to and that wants to be told; the newest sign-in first.
    pub fn logout_notices(&self, login: &str, by: LogoutBy) -> Vec<LogoutNotice> {
        notices(&mut self.state(), login, by)
    }

    /// Ends the person's sessions: sends the tokens, and gives what was answered.
    pub async fn log_out(&self, login: &str, by: LogoutBy) -> Vec<Noticed> {
        let notices = self.logout_notices(login, by);
        let Ok(http) = HttpClient::new() else { return Vec::new() };
        let mut noticed = Vec::new();
        for notice in notices {
            let status = post(&http, &notice).await;
            noticed.push(Noticed { uri: notice.uri, status });
        }
        noticed
    }
}

fn notices(state: &mut State, login: &str, by: LogoutBy) -> Vec<LogoutNotice> {
    let Some(subject) = state.people.get(login).map(|person| person.id.clone()) else { return Vec::new() };
    let mut sessions: Vec<_> = state
        .tokens
        .grants_of(login)
        .into_iter()
        .map(|grant| (grant.client_id.clone(), grant.server, grant.session.clone()))
        .collect();
    if by == LogoutBy::Subject {
        let mut told = Vec::new();
        sessions.retain(|(client, server, _)| {
            let is_new = !told.contains(&(client.clone(), server.issuer_path()));
            told.push((client.clone(), server.issuer_path()));
            is_new
        });
    }
    let now = state.now();
    let mut notices = Vec::new();
    for (client, server, session) in sessions {
        let Some(uri) = state.client(&client).and_then(|client| client.backchannel_logout_uri.clone()) else {
            continue;
        };
        let mut claims = json!({
            "iss": server.issuer(&state.base_url), "aud": client, "iat": now, "exp": now + 120,
            "jti": format!("LT.{}", crate::random::token()),
            "events": { "http://schemas.openid.net/event/backchannel-logout": {} },
        });
        if by != LogoutBy::Session {
            claims["sub"] = subject.clone().into();
        }
        if by != LogoutBy::Subject {
            claims["sid"] = session.into();
        }
        let token = match state.faults.take_flaw(TokenKind::LogoutToken) {
            Some(flaw) => flaw.mint(claims, &state.keys, now),
            None => state.keys.current().sign(&claims),
        };
        notices.push(LogoutNotice { uri, token });
    }
    notices
}

async fn post(http: &HttpClient, notice: &LogoutNotice) -> Option<u16> {
    let body = url::form_urlencoded::Serializer::new(String::new()).append_pair("logout_token", &notice.token).finish();
    let request = Request::post(&notice.uri)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Bytes::from(body))
        .ok()?;
    let response = http.send(request, 64 * 1024).await.ok()?;
    Some(response.status().as_u16())
}
