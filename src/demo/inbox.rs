//! The inbox: one page with every code that the emulated org has sent, to whomever.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use http::{HeaderValue, header};
use serde::Deserialize;

use super::html::escape;
use super::org::{Channel, Org, Sent};

/// `GET /inbox`, and `GET /inbox?to=ben@example.com` for one person.
pub(super) fn router(org: Org) -> Router {
    Router::new().route("/inbox", get(page)).with_state(org)
}

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

async fn page(State(org): State<Org>, Query(filter): Query<Filter>) -> Response {
    let messages: Vec<Sent> = org
        .messages()
        .into_iter()
        .filter(|message| filter.to.as_ref().is_none_or(|to| *to == message.login))
        .take(50)
        .collect();
    let mut response = Html(render(&messages)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    );
    response
}

fn render(messages: &[Sent]) -> String {
    let mut list = String::new();
    for message in messages {
        // Writing to a String cannot fail.
        let _ = writeln!(
            list,
            "<li><h2>{recipient}</h2><p class=\"meta\">{channel}, {time}</p><p class=\"code\">{code}</p>{link}</li>",
            recipient = escape(&message.recipient),
            channel = match message.channel {
                Channel::Email => "E-mail",
                Channel::Sms => "Text message",
                Channel::Voice => "Telephone call",
            },
            time = time_of_day(message.at),
            code = escape(&message.code),
            link = message.link.as_ref().map_or_else(String::new, |link| format!(
                "<p><a href=\"{}\">Sign in with this link</a> (in the browser where you began)</p>",
                escape(link)
            )),
        );
    }
    if list.is_empty() {
        list.push_str("<li class=\"empty\">Nothing has been sent yet. Codes appear here by themselves.</li>");
    }
    PAGE.replace("{list}", &list)
}

fn time_of_day(unix: u64) -> String {
    let seconds = unix % 86_400;
    format!("{:02}:{:02}:{:02} UTC", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3">
<title>Inbox of the demo</title>
<style>
:root { color-scheme: light dark; --ink: #1d2328; --quiet: #5b6670; --line: #d5dbe0; --paper: #ffffff; --ground: #f3f5f7; --link: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaee; --quiet: #9aa6b1; --line: #343c44; --paper: #1c2126; --ground: #14181b; --link: #7db8f5; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
ul { list-style: none; padding: 0; margin: 1.5rem 0 0; }
li { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem; margin: 0 0 .75rem; }
h2 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0 0; }
.meta, .empty, .note { color: var(--quiet); }
.code { font: 600 1.6rem/1.3 ui-monospace, monospace; letter-spacing: .12em; }
a { color: var(--link); }
</style>
</head>
<body>
<main>
<h1>Inbox</h1>
<p class="note">Every e-mail, text message and call of the emulated org, newest first. The page looks again every three seconds.</p>
<ul>
{list}
</ul>
</main>
</body>
</html>
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_shows_recipient_time_code_and_link() {
        let sent = Sent {
            login: "ben@example.com".to_owned(),
            recipient: "ben@example.com".to_owned(),
            channel: Channel::Email,
            code: "012345".to_owned(),
            link: Some("http://app.example/callback?otp=012345&state=s".to_owned()),
            at: 3661,
        };

        let page = render(&[sent]);

        assert!(page.contains("<h2>ben@example.com</h2>"));
        assert!(page.contains("01:01:01 UTC"));
        assert!(page.contains("<p class=\"code\">012345</p>"));
        assert!(page.contains("href=\"http://app.example/callback?otp=012345&amp;state=s\""));
    }
}
