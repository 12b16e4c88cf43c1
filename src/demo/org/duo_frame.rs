//! The other end of Duo in a frame: the script that a page loads, and the page that it puts into the frame.

use axum::Router;
use axum::extract::Query;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::{StatusCode, header};
use serde::Deserialize;

use super::Org;
use super::authenticators::duo::{FRAME, SCRIPT, answer};
use crate::demo::html::escape;

/// The script and the page in the frame; both may be used from anywhere, as those of a service are.
pub(super) fn routes() -> Router<Org> {
    let script = || async { ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SOURCE) };
    Router::new().route(SCRIPT, get(script)).route(FRAME, get(frame))
}

/// Quiet enough to stand within a page of the sign-in, light or dark.
const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1d2328;--quiet:#5b6670;--line:#c3cad1;--paper:#fff;--strong:#2d4a63}\
@media(prefers-color-scheme:dark){:root{--ink:#e6eaee;--quiet:#9aa6b1;--line:#454f59;--paper:#1c2126;--strong:#a9c7e2}}\
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}\
main{padding:1.25rem}p{margin:0;font-weight:600}.note{color:var(--quiet);font-weight:400;font-size:.875rem}\
div{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}\
button{font:inherit;font-weight:600;padding:.5rem 1.25rem;border:1px solid var(--line);border-radius:8px;\
background:transparent;color:inherit;cursor:pointer}\
.yes{border-color:var(--strong);background:var(--strong);color:var(--paper)}\
button:focus-visible{outline:2px solid var(--strong);outline-offset:2px}";

#[derive(Deserialize)]
struct Asked {
    question: String,
}

async fn frame(Query(Asked { question }): Query<Asked>) -> Response {
    let Some(yes) = answer(&question) else {
        return (StatusCode::FORBIDDEN, "The org has not asked this.").into_response();
    };
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Duo of the demo</title>\
         <style>{STYLE}</style>\
         <main><p>Duo asks whether this is you.</p><p class=\"note\">This stands for Duo’s own page.</p>\
         <div><button class=\"yes\" data-answer=\"{}\">Yes, it’s me</button>\
         <button data-answer=\"ERR|The person said no\">No</button></div></main>\
         <script src=\"{SCRIPT}\"></script></html>",
        escape(&yes)
    );
    let policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'";
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, html).into_response()
}

/// `Duo.init` as pages know it: `{ host, sig_request, iframe, post_action, submit_callback }`.
const SOURCE: &str = r#"(() => {
  "use strict";
  const origin = new URL(document.currentScript.src).origin;
  for (const button of document.querySelectorAll("button[data-answer]")) {
    button.addEventListener("click", () => parent.postMessage({ duoAnswer: button.dataset.answer }, "*"));
  }
  const element = (named) => (typeof named === "string" ? document.getElementById(named) : named);
  window.Duo = {
    init({ sig_request, iframe = "duo_iframe", post_action = "", submit_callback }) {
      const frame = element(iframe);
      window.addEventListener("message", ({ data, origin: from, source }) => {
        if (from !== origin || source !== frame.contentWindow || typeof data?.duoAnswer !== "string") return;
        const form = document.createElement("form");
        form.method = "post";
        form.action = post_action;
        const input = document.createElement("input");
        input.type = "hidden";
        input.name = "sig_response";
        input.value = data.duoAnswer;
        form.append(input);
        if (submit_callback) return submit_callback(form);
        document.body.append(form);
        form.submit();
      });
      frame.src = `${origin}/demo/duo/frame?question=${encodeURIComponent(sig_request)}`;
    },
  };
})();
"#;
