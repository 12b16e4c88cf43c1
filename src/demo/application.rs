//! The sample application: the kind of program that a gateway is put in front of because nobody can change it.
//!
//! It believes the headers it is given and shows them. Beside its own pages it has a few paths that tests of the
//! gateway use: they echo, stream, count, wait, and try what an application must not get away with.

mod identity;
mod pages;
mod probes;
mod stream;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::{Form, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, Redirect, Response};
use axum::routing::{any, get, post};
use serde::Deserialize;

/// How many requests are remembered.
const REMEMBERED_REQUESTS: usize = 10_000;
const LONGEST_NOTE: usize = 500;

/// A handle on the running application.
#[derive(Debug, Clone, Default)]
pub struct Application {
    /// Guards notes and records; held for a moment and never across an await.
    state: Arc<Mutex<Contents>>,
}

/// A request that reached the application.
#[derive(Debug, Clone)]
pub struct Reached {
    /// The method.
    pub method: String,
    /// The request target as it arrived.
    pub target: String,
    /// All headers in order, repeated ones each time.
    pub headers: Vec<(String, String)>,
}

#[derive(Debug, Default)]
struct Contents {
    notes: Vec<Note>,
    requests: Vec<Reached>,
}

#[derive(Debug, Clone)]
struct Note {
    author: String,
    text: String,
}

impl Application {
    /// The application with the notes that somebody left in it.
    pub fn new() -> Self {
        let note = |author: &str, text: &str| Note { author: author.to_owned(), text: text.to_owned() };
        let notes = vec![
            note("m.halloran", "Plot 7: Linnaea borealis in flower along the north edge, about forty stems."),
            note("m.halloran", "Rain gauge at the hut reads 0 again. Somebody please empty the leaves out of it."),
            note("t.okafor", "Heron back at the lower pond, 06:40. Did not stay for the photograph."),
        ];
        Self { state: Arc::new(Mutex::new(Contents { notes, requests: Vec::new() })) }
    }

    /// Everything the application serves.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/", get(notes))
            .route("/notes", post(add_note))
            .route("/public", get(public))
            .route("/public/", get(public))
            .route("/public/echo", any(probes::echo))
            .route("/public/{*rest}", get(public))
            .route("/echo", any(probes::echo))
            .route("/echo/{*rest}", any(probes::echo))
            .route("/stream", get(stream::events))
            .route("/upload", post(probes::upload).put(probes::upload))
            .route("/slow", get(probes::slow))
            .route("/status/{code}", any(probes::status))
            .route("/set-cookies", get(probes::set_cookies))
            .fallback(nothing_there)
            .layer(from_fn_with_state(self.clone(), record))
            .with_state(self.clone())
    }

    /// The requests that reached the application, oldest first.
    pub fn requests(&self) -> Vec<Reached> {
        self.contents().requests.clone()
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reached {
    /// Every value of a header, in order; the name in any case.
    pub fn header(&self, name: &str) -> Vec<&str> {
        let same = |(other, _): &&(String, String)| other.eq_ignore_ascii_case(name);
        self.headers.iter().filter(same).map(|(_, value)| value.as_str()).collect()
    }
}

async fn record(State(application): State<Application>, request: Request, next: Next) -> Response {
    {
        let mut contents = application.contents();
        if contents.requests.len() >= REMEMBERED_REQUESTS {
            contents.requests.clear();
        }
        contents.requests.push(Reached {
            method: request.method().to_string(),
            target: request.uri().to_string(),
            headers: probes::pairs(request.headers()),
        });
    }
    next.run(request).await
}

async fn notes(State(application): State<Application>, headers: HeaderMap) -> Html<String> {
    let contents = application.contents();
    Html(pages::notes(&contents.notes, &headers))
}

async fn public(headers: HeaderMap) -> Html<String> {
    Html(pages::public(&headers))
}

/// Whoever follows a deep link after a sign-in sees that it was the application that got the request.
async fn nothing_there(target: Uri, headers: HeaderMap) -> (StatusCode, Html<String>) {
    (StatusCode::NOT_FOUND, Html(pages::nothing_there(target.path(), &headers)))
}

#[derive(Deserialize)]
struct NewNote {
    text: String,
}

async fn add_note(State(application): State<Application>, headers: HeaderMap, Form(note): Form<NewNote>) -> Redirect {
    let text: String = note.text.trim().chars().take(LONGEST_NOTE).collect();
    if !text.is_empty() {
        application.contents().notes.insert(0, Note { author: identity::name(&headers), text });
    }
    Redirect::to("/")
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, header};
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(application: &Application, request: Request<Body>) -> (StatusCode, String) {
        let response = application.router().oneshot(request).await.expect("the router answers");
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        (status, String::from_utf8(body.to_vec()).expect("text"))
    }

    #[tokio::test]
    async fn the_page_shows_who_the_headers_say_it_is() {
        let request = Request::get("/")
            .header("x-forwarded-user", "00u<script>")
            .header("x-forwarded-preferred-username", "ada@example.com")
            .header(header::AUTHORIZATION, "Bearer e30.eyJjaWQiOiIwb2EifQ.c2ln")
            .body(Body::empty())
            .expect("a request");

        let (status, page) = ask(&Application::new(), request).await;

        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("ada@example.com"));
        assert!(page.contains("00u&lt;script&gt;"));
        assert!(page.contains("0oa"), "the claims of the bearer token are shown");
        assert!(!page.contains("e30.eyJ"), "the token itself is not");
    }

    #[tokio::test]
    async fn a_deep_link_to_nothing_is_a_page_that_says_so() {
        let request = Request::get("/plots/7&amp;?q=1").body(Body::empty()).expect("a request");

        let (status, page) = ask(&Application::new(), request).await;

        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(page.contains("There is no page at <b>/plots/7&amp;amp;</b>"), "{page}");
    }

    #[tokio::test]
    async fn a_note_is_added_under_the_name_on_the_request() {
        let application = Application::new();
        let request = Request::post("/notes")
            .header("x-forwarded-preferred-username", "ada@example.com")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("text=Owl+at+dusk"))
            .expect("a request");

        let (status, _) = ask(&application, request).await;
        let (_, page) = ask(&application, Request::get("/").body(Body::empty()).expect("a request")).await;

        assert_eq!(status, StatusCode::SEE_OTHER);
        assert!(page.contains("Owl at dusk"));
        assert_eq!(application.requests().len(), 2);
    }

    #[tokio::test]
    async fn the_echo_tells_repeated_headers_and_the_body() {
        let request = Request::put("/echo/a%2Fb?q=1")
            .header("x-twice", "one")
            .header("x-twice", "two")
            .body(Body::from("hello"))
            .expect("a request");

        let (_, body) = ask(&Application::new(), request).await;
        let echo: serde_json::Value = serde_json::from_str(&body).expect("JSON");

        assert_eq!(echo["method"], "PUT");
        assert_eq!(echo["path"], "/echo/a%2Fb");
        assert_eq!(echo["query"], "q=1");
        assert_eq!(echo["headers"], serde_json::json!([["x-twice", "one"], ["x-twice", "two"]]));
        assert_eq!(echo["body_length"], 5);
        assert_eq!(echo["body"], "hello");
    }

    #[tokio::test]
    async fn the_stream_ends_after_the_events_asked_for() {
        let request = Request::get("/stream?events=3&pause_ms=1").body(Body::empty()).expect("a request");

        let (_, body) = ask(&Application::new(), request).await;

        assert_eq!(body, "data: 1\n\ndata: 2\n\ndata: 3\n\n");
    }
}
