//! Files to look at beside the inbox: whoever starts the demo says which. The demo knows nothing of what they show.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// Answers by path, relative to wherever the gallery is.
pub type Gallery = Arc<dyn Fn(&str) -> Option<Shown> + Send + Sync>;

/// One file, with its headers.
pub type Shown = (Vec<(HeaderName, HeaderValue)>, Bytes);

/// `GET /pages/…`; a form that is sent there shows the page again.
pub(super) fn router(gallery: Gallery) -> Router {
    Router::new()
        .route("/pages", get(|| async { Redirect::permanent("/pages/") }))
        .route("/pages/", get(|State(gallery): State<Gallery>| async move { file(&gallery, "index.html") }))
        .route("/pages/{*path}", get(show).post(show_again))
        .with_state(gallery)
}

async fn show(State(gallery): State<Gallery>, Path(path): Path<String>) -> Response {
    file(&gallery, &path)
}

async fn show_again(Path(path): Path<String>) -> Redirect {
    Redirect::to(&format!("/pages/{path}"))
}

fn file(gallery: &Gallery, path: &str) -> Response {
    let Some((headers, bytes)) = gallery(path) else { return StatusCode::NOT_FOUND.into_response() };
    let headers: HeaderMap = headers.into_iter().collect();
    (headers, bytes).into_response()
}
