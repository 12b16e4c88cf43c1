//! An org whose answers somebody changes on the way: what a hostile or broken one would send.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use gatehouse::demo::{Client, Demo, Options, Org};
use http::header;
use serde_json::Value;
use tokio::net::TcpListener;

use super::house::House;

/// Changes the JSON of an answer to a request to that path.
type Change = Box<dyn Fn(&str, &mut Value) + Send>;

/// The changed org, and an address elsewhere that notices who comes.
pub(crate) struct Meddler {
    pub(crate) org: Org,
    pub(crate) house: House,
    pub(crate) elsewhere: String,
    change: Arc<Mutex<Change>>,
    visits: Arc<Mutex<Vec<String>>>,
}

impl Meddler {
    /// A house in front of an org that is honest until [`change`](Self::change).
    pub(crate) async fn open() -> Self {
        let visits = Arc::new(Mutex::new(Vec::new()));
        let elsewhere = visited(Arc::clone(&visits)).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let org = Org::new(&origin, Client::defaults()).expect("keys");
        let change: Arc<Mutex<Change>> = Arc::new(Mutex::new(Box::new(|_, _| {})));
        let router = org.router().layer(from_fn_with_state(Arc::clone(&change), meddle));
        tokio::spawn(async move { axum::serve(listener, router).await });

        let demo = Demo::start(Options::default()).await.expect("the demo starts");
        let honest = demo.org_url();
        let house = House::with(demo, |yaml| yaml.replace(&honest, &origin), false);
        org.register_redirect_uri("0oademofieldnotes001", &house.first("/.gatehouse/callback"));
        Self { org, house, elsewhere, change, visits }
    }

    /// From now on every JSON answer is changed like this.
    pub(crate) fn change(&self, change: impl Fn(&str, &mut Value) + Send + 'static) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = Box::new(change);
    }

    /// From now on every form of that name leads to that address.
    pub(crate) fn redirect_form(&self, name: &'static str, href: &str) {
        let href = href.to_owned();
        self.change(move |_, document| {
            for form in forms(document).iter_mut().filter(|form| form["name"] == name) {
                form["href"] = href.clone().into();
            }
        });
    }

    /// Who came to the address elsewhere: request lines.
    pub(crate) fn visits(&self) -> Vec<String> {
        self.visits.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The forms that a document offers.
pub(crate) fn forms(document: &mut Value) -> &mut [Value] {
    document.pointer_mut("/remediation/value").and_then(Value::as_array_mut).map_or(&mut [], Vec::as_mut_slice)
}

async fn meddle(State(change): State<Arc<Mutex<Change>>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let (mut parts, body) = next.run(request).await.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a body");
    let body = match serde_json::from_slice::<Value>(&body) {
        Ok(mut json) => {
            change.lock().unwrap_or_else(PoisonError::into_inner)(&path, &mut json);
            Body::from(json.to_string())
        }
        Err(_) => Body::from(body),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, body)
}

/// An origin that writes down who comes.
async fn visited(visits: Arc<Mutex<Vec<String>>>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let router = axum::Router::new().fallback(async move |request: Request| {
        let line = format!("{} {}", request.method(), request.uri());
        visits.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        "{}"
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    origin
}
