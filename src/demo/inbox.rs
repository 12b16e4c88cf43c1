//! The inbox: one page with everything that reaches people outside the browser: what the org has sent, what their
//! telephones ask them, and what the things in their drawers show.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use http::{HeaderValue, header};
use serde::Deserialize;

use super::html::escape;
use super::org::{Channel, Device, Org, Question, Sent};

/// `GET /inbox`, and `GET /inbox?to=ben@example.com` for one person.
pub(super) fn router(org: Org) -> Router {
    Router::new().route("/inbox", get(page)).route("/inbox/answer", post(answer)).with_state(org)
}

/// What somebody says to the question on their device: `approve`, `reject`, or the number that they pick.
#[derive(Deserialize)]
struct Answer {
    login: String,
    answer: String,
}

async fn answer(State(org): State<Org>, Form(Answer { login, answer }): Form<Answer>) -> Redirect {
    match (answer.as_str(), answer.parse()) {
        (_, Ok(number)) => org.pick_number(&login, number),
        ("approve", _) => org.approve(&login),
        _ => org.reject(&login),
    }
    Redirect::to("/inbox")
}

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

async fn page(State(org): State<Org>, Query(filter): Query<Filter>) -> Response {
    let theirs = |login: &String| filter.to.as_ref().is_none_or(|to| to == login);
    let messages: Vec<Sent> = org.messages().into_iter().filter(|message| theirs(&message.login)).take(50).collect();
    let questions: Vec<Question> = org.questions().into_iter().filter(|question| theirs(&question.login)).collect();
    let devices: Vec<Device> = org.devices().into_iter().filter(|device| theirs(&device.login)).collect();
    let mut response = Html(render(&messages, &questions, &devices)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
        ),
    );
    response
}

fn render(messages: &[Sent], questions: &[Question], devices: &[Device]) -> String {
    let mut list = String::new();
    for message in messages {
        // Writing to a String cannot fail.
        let _ = writeln!(
            list,
            "<li><h2>{recipient}</h2><p class=\"meta\">{channel}, {time}</p>{code}{link}</li>",
            recipient = address(&message.recipient),
            channel = match message.channel {
                Channel::Email => "E-mail",
                Channel::Sms => "Text message",
                Channel::Voice => "Telephone call",
            },
            time = time_of_day(message.at),
            code = code_of(message),
            link = link_of(message),
        );
    }
    if list.is_empty() {
        list.push_str("<li class=\"empty\">Nothing has been sent yet. Codes appear here by themselves.</li>");
    }
    PAGE.replace("{questions}", &asked(questions)).replace("{devices}", &shown(devices)).replace("{list}", &list)
}

/// The questions with a button for every answer.
fn asked(questions: &[Question]) -> String {
    let button = |login: &str, answer: &str, label: &str| {
        format!(
            "<form method=\"post\" action=\"/inbox/answer\"><input type=\"hidden\" name=\"login\" value=\"{}\">\
             <button name=\"answer\" value=\"{answer}\">{label}</button></form>",
            escape(login)
        )
    };
    let mut list = String::new();
    for Question { login, what, wants_number, numbers } in questions {
        let mut buttons: String =
            numbers.iter().map(|number| button(login, &number.to_string(), &number.to_string())).collect();
        if !wants_number {
            buttons.push_str(&button(login, "approve", "Yes, it's me"));
        } else if numbers.is_empty() {
            buttons.push_str("<p class=\"note\">The page is about to show a number.</p>");
        }
        buttons.push_str(&button(login, "reject", "No, it's not me"));
        let (login, what) = (address(login), escape(what));
        let _ = writeln!(
            list,
            "<li><h2>{login}</h2><p class=\"meta\">{what}</p><div class=\"answers\">{buttons}</div></li>"
        );
    }
    list
}

/// The devices with the codes that they show.
fn shown(devices: &[Device]) -> String {
    let mut rows = String::new();
    for Device { login, name, code, .. } in devices {
        let (login, name, code) = (address(login), escape(name), escape(code));
        let _ = writeln!(rows, "<tr><td>{login}</td><td>{name}</td><td class=\"shown\">{code}</td></tr>");
    }
    rows
}

/// An address that a narrow screen breaks before its `@` rather than anywhere.
fn address(text: &str) -> String {
    escape(text).replace('@', "<wbr>@")
}

fn code_of(message: &Sent) -> String {
    if message.code.is_empty() { String::new() } else { format!("<p class=\"code\">{}</p>", escape(&message.code)) }
}

fn link_of(message: &Sent) -> String {
    let Some(link) = &message.link else { return String::new() };
    let (words, where_to_open) = match message.code.is_empty() {
        true => ("Open this link", ""),
        false => ("Sign in with this link", " (in the browser where you began)"),
    };
    format!("<p><a href=\"{}\">{words}</a>{where_to_open}</p>", escape(link))
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
h2 { font-size: 1rem; margin: 0; overflow-wrap: break-word; }
p { margin: .25rem 0 0; }
.meta, .empty, .note { color: var(--quiet); }
.code { font: 600 1.6rem/1.3 ui-monospace, monospace; letter-spacing: .12em; }
a { color: var(--link); }
.answers { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
button { font: inherit; padding: .3rem .8rem; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: inherit; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
td { padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.shown { font-family: ui-monospace, monospace; }
</style>
</head>
<body>
<main>
<h1>Inbox</h1>
<p class="note">Every e-mail, text message and call of the emulated org, newest first, and above them what telephones ask. The page looks again every three seconds.</p>
<ul>
{questions}{list}
</ul>
<h1>Things that show codes</h1>
<table>
{devices}</table>
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

        let page = render(&[sent], &[], &[]);

        assert!(page.contains("<h2>ben<wbr>@example.com</h2>"));
        assert!(page.contains("01:01:01 UTC"));
        assert!(page.contains("<p class=\"code\">012345</p>"));
        assert!(page.contains("href=\"http://app.example/callback?otp=012345&amp;state=s\""));
    }

    #[test]
    fn a_question_has_a_button_for_every_answer() {
        let push = Question {
            login: "paul@example.com".to_owned(),
            what: "Okta Verify".to_owned(),
            wants_number: false,
            numbers: Vec::new(),
        };
        let numbers = Question { wants_number: true, numbers: vec![10, 23, 51], ..push.clone() };

        let (push, numbers) = (render(&[], &[push], &[]), render(&[], &[numbers], &[]));

        assert!(push.contains("value=\"approve\"") && push.contains("value=\"reject\""));
        assert!(numbers.contains("value=\"23\"") && numbers.contains("value=\"reject\""));
        assert!(!numbers.contains("value=\"approve\""), "where a number is wanted, agreeing takes the number");
    }

    #[test]
    fn a_long_address_breaks_before_its_at_sign() {
        let device = Device {
            login: "otto<b>@example.com".to_owned(),
            key: "google_otp",
            name: "Google Authenticator",
            code: "012345".to_owned(),
        };

        let page = render(&[], &[], &[device]);

        assert!(page.contains("<td>otto&lt;b&gt;<wbr>@example.com</td>") && !page.contains("anywhere"), "{page}");
    }

    #[test]
    fn a_device_shows_its_code() {
        let device = Device {
            login: "otto@example.com".to_owned(),
            key: "google_otp",
            name: "Google Authenticator",
            code: "012345".to_owned(),
        };

        assert!(render(&[], &[], &[device]).contains("<td class=\"shown\">012345</td>"));
    }
}
