//! The pages of the sample application, in the fashion of their time.

use std::fmt::Write as _;

use axum::http::HeaderMap;

use super::Note;
use super::identity::{Bearer, HEADERS, bearer, name, value};
use crate::demo::html::escape;

/// The list of notes, the form for a new one, and who the request says it is from.
pub(super) fn notes(notes: &[Note], headers: &HeaderMap) -> String {
    let mut list = String::new();
    for note in notes {
        // Writing to a String cannot fail.
        let _ =
            writeln!(list, "<tr><td class=\"who\">{}</td><td>{}</td></tr>", escape(&note.author), escape(&note.text));
    }
    let content = format!(
        r#"<h2>Notes</h2>
<form method="post" action="/notes">
<p><label for="text">New note:</label> <input type="text" id="text" name="text" size="48" maxlength="500"> <input type="submit" value="Save"></p>
</form>
<table class="list">
<tr><th>Author</th><th>Observation</th></tr>
{list}</table>
<h2>What this request said</h2>
{identity}"#,
        identity = identity_table(headers),
    );
    layout(&format!("Signed in as <b>{}</b>", escape(&name(headers))), &content)
}

/// A page for everybody.
pub(super) fn public(headers: &HeaderMap) -> String {
    let content = format!(
        r#"<h2>About the field station</h2>
<p>This page is open to everybody; the gateway lets it through without a session.</p>
<p><a href="/">To the notes</a></p>
<h2>What this request said</h2>
{}"#,
        identity_table(headers),
    );
    layout("Visitor", &content)
}

/// The answer to a path that the application does not have.
pub(super) fn nothing_there(path: &str, headers: &HeaderMap) -> String {
    let content = format!(
        r#"<h2>Not found</h2>
<p>There is no page at <b>{}</b> in this application. The gateway let the request through and brought you back to this very address.</p>
<p><a href="/">To the notes</a></p>"#,
        escape(path),
    );
    layout(&escape(&name(headers)), &content)
}

fn identity_table(headers: &HeaderMap) -> String {
    let mut table = String::from("<table class=\"list\">\n<tr><th>Header</th><th>Value</th></tr>\n");
    for header in HEADERS {
        let cell = value(headers, header).map_or_else(|| "<i>absent</i>".to_owned(), |value| escape(&value));
        let _ = writeln!(table, "<tr><td class=\"who\">{header}</td><td>{cell}</td></tr>");
    }
    let bearer = match bearer(headers) {
        Bearer::Absent => "<i>absent</i>".to_owned(),
        Bearer::Opaque => "a bearer token that only its issuer can read".to_owned(),
        Bearer::Claims(claims) => {
            let text = serde_json::to_string_pretty(&claims).unwrap_or_default();
            format!("a bearer token with these claims:<pre>{}</pre>", escape(&text))
        }
    };
    let _ = writeln!(table, "<tr><td class=\"who\">authorization</td><td>{bearer}</td></tr>\n</table>");
    table
}

fn layout(greeting: &str, content: &str) -> String {
    LAYOUT.replacen("{greeting}", greeting, 1).replacen("{content}", content, 1)
}

const LAYOUT: &str = r##"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Field Notes 2.3</title>
<link rel="icon" href="data:," />
<style type="text/css">
body { margin: 0; background: #e8e4d8; color: #222; font: 12px/1.5 Verdana, Geneva, sans-serif; }
#page { max-width: 780px; margin: 12px auto; background: #fff; border: 1px solid #a59f8a; }
#head { background: #4c6b3c; background: linear-gradient(#6b8f57, #3f5a31); color: #fff; padding: 10px 14px; border-bottom: 3px solid #c9a227; }
#head h1 { margin: 0; font: bold 22px Georgia, "Times New Roman", serif; }
#head p { margin: 0; color: #e1ead9; }
#bar { background: #f2efe4; border-bottom: 1px solid #cfc9b5; padding: 5px 14px; overflow: hidden; }
#bar form { float: right; margin: 0; }
#main { padding: 4px 14px 14px; }
h2 { font: bold 16px Georgia, "Times New Roman", serif; color: #3f5a31; border-bottom: 1px dotted #a59f8a; margin: 14px 0 8px; }
table.list { border-collapse: collapse; width: 100%; }
.list th { background: #dfe6d6; text-align: left; }
.list th, .list td { border: 1px solid #cfc9b5; padding: 4px 6px; vertical-align: top; overflow-wrap: anywhere; }
.list tr:nth-child(odd) td { background: #faf9f4; }
.who { width: 1%; white-space: nowrap; color: #555; }
pre { margin: 4px 0 0; white-space: pre-wrap; font-size: 11px; }
a { color: #2d5d8a; }
input { font: 12px Verdana, Geneva, sans-serif; max-width: 100%; }
#foot { border-top: 1px solid #cfc9b5; padding: 6px 14px; color: #666; font-size: 10px; }
</style>
</head>
<body>
<div id="page">
<div id="head"><h1>Field Notes</h1><p>Upland Research Station</p></div>
<div id="bar"><form method="get" action="/.gatehouse/sign-out"><input type="submit" value="Sign out" /></form>{greeting} &nbsp;|&nbsp; <a href="/">Notes</a> &nbsp;|&nbsp; <a href="/public">About</a></div>
<div id="main">
{content}
</div>
<div id="foot">Field Notes 2.3, built 2009-04-17. Best viewed at 1024 x 768.</div>
</div>
</body>
</html>
"##;
