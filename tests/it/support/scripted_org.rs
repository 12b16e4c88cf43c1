//! An org that plays a part: the documents of a sequence, one after the other, and tokens at the end.
//!
//! It decides nothing. Whatever form is posted is written down and answered with the next document; whether it was the
//! right one, and said the right things, is for the test to judge.

use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Method, Uri, header};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::{Url, form_urlencoded};

const IDENTITY_ENGINE: &str = "/idp/idx/";

/// A form as it arrived.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Posted {
    pub(crate) path: String,
    pub(crate) body: Value,
}

/// How an identity provider sends the person back.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Return {
    /// Signed in: the interaction code is in the address.
    WithCode,
    /// There are more steps to take here: the next document stands.
    InteractionRequired,
}

/// The org; it ends with the test's runtime.
#[derive(Clone)]
pub(crate) struct ScriptedOrg {
    pub(crate) origin: String,
    script: Arc<Mutex<Script>>,
}

struct Script {
    origin: String,
    documents: Vec<Value>,
    /// Which document is the current one.
    at: usize,
    posted: Vec<Posted>,
    interactions: Vec<Vec<(String, String)>>,
    redeemed: Vec<String>,
    comes_back: Return,
}

/// The code that an identity provider's callback carries.
const CALLBACK_CODE: &str = "code-of-the-callback";

impl ScriptedOrg {
    /// Documents of whatever org, which become this one's.
    pub(crate) async fn start(documents: &[Value]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let script = Arc::new(Mutex::new(Script {
            origin: origin.clone(),
            documents: documents.iter().map(|document| moved(document, &origin)).collect(),
            at: 0,
            posted: Vec::new(),
            interactions: Vec::new(),
            redeemed: Vec::new(),
            comes_back: Return::WithCode,
        }));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&script));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { origin, script }
    }

    /// Another sequence, from its beginning.
    pub(crate) fn plays(&self, documents: &[Value]) {
        let mut script = self.script();
        script.documents = documents.iter().map(|document| moved(document, &self.origin)).collect();
        script.at = 0;
    }

    /// The document that stands now.
    pub(crate) fn document(&self) -> Value {
        let script = self.script();
        script.documents[script.at].clone()
    }

    /// Whether the last document stands.
    pub(crate) fn is_at_the_end(&self) -> bool {
        let script = self.script();
        script.at + 1 == script.documents.len()
    }

    /// The forms that arrived since this was asked last.
    pub(crate) fn take_posted(&self) -> Vec<Posted> {
        std::mem::take(&mut self.script().posted)
    }

    /// How many sign-ins were begun.
    pub(crate) fn interactions(&self) -> usize {
        self.script().interactions.len()
    }

    /// The interaction codes that were redeemed.
    pub(crate) fn redeemed(&self) -> Vec<String> {
        self.script().redeemed.clone()
    }

    /// From now on an identity provider sends people back like this.
    pub(crate) fn comes_back(&self, with: Return) {
        self.script().comes_back = with;
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Script {
    fn advance(&mut self) {
        assert!(self.at + 1 < self.documents.len(), "the sequence is over: {:#?}", self.posted);
        self.at += 1;
    }

    fn answer(&mut self, method: &Method, uri: &Uri, body: &[u8]) -> Response {
        let path = uri.path();
        if let Some(name) = path.strip_prefix(IDENTITY_ENGINE) {
            return self.identity_engine(method, name, path, body);
        }
        let form: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
        match path {
            "/.well-known/openid-configuration" => ok(&self.discovery()),
            "/oauth2/v1/keys" => ok(&json!({ "keys": [public_key()] })),
            "/oauth2/v1/interact" => {
                self.interactions.push(form);
                ok(&json!({ "interaction_handle": format!("handle-{}", self.interactions.len()) }))
            }
            "/oauth2/v1/token" => self.tokens(&form),
            "/oauth2/v1/introspect" => ok(&json!({
                "active": true, "client_id": self.asked("client_id"), "uid": "00ukim", "sub": "00ukim",
                "exp": now() + 3600,
            })),
            "/oauth2/v1/revoke" => ok(&json!({})),
            _ if *method == Method::GET => self.identity_provider(),
            _ => respond(404, &json!({ "errorCode": "E0000007", "errorSummary": path })),
        }
    }

    fn identity_engine(&mut self, method: &Method, name: &str, path: &str, body: &[u8]) -> Response {
        assert_eq!(method, Method::POST, "{path}");
        let body: Value = serde_json::from_slice(body).expect("a body of JSON");
        if name == "introspect" {
            let handle = format!("handle-{}", self.interactions.len());
            assert_eq!(body, json!({ "interactionHandle": handle }), "the newest interaction is looked at");
        } else {
            self.posted.push(Posted { path: path.to_owned(), body });
            self.advance();
        }
        let document = &self.documents[self.at];
        respond(if reports_an_error(document) { 401 } else { 200 }, document)
    }

    fn discovery(&self) -> Value {
        let at = |path: &str| format!("{}/oauth2/v1/{path}", self.origin);
        json!({
            "issuer": self.origin, "token_endpoint": at("token"), "jwks_uri": at("keys"),
            "introspection_endpoint": at("introspect"), "revocation_endpoint": at("revoke"),
        })
    }

    /// Whatever a browser opens here is an identity provider, which knows the person and sends them back.
    fn identity_provider(&mut self) -> Response {
        let mut back = Url::parse(self.asked("redirect_uri")).expect("a redirect URI");
        back.query_pairs_mut().append_pair("state", self.asked("state"));
        match self.comes_back {
            Return::WithCode => drop(back.query_pairs_mut().append_pair("interaction_code", CALLBACK_CODE)),
            Return::InteractionRequired => {
                back.query_pairs_mut().append_pair("error", "interaction_required");
                self.advance();
            }
        }
        let response = Response::builder().status(302).header(header::LOCATION, back.as_str());
        response.body(Body::empty()).expect("a response")
    }

    fn tokens(&mut self, form: &[(String, String)]) -> Response {
        let of = |name: &str| form.iter().find(|(given, _)| given == name).map(|(_, value)| value.clone());
        assert_eq!(of("grant_type").as_deref(), Some("interaction_code"), "{form:?}");
        assert!(of("code_verifier").is_some(), "{form:?}");
        self.redeemed.extend(of("interaction_code"));
        let claims = json!({
            "ver": 1, "iss": self.origin, "sub": "00ukim", "aud": self.asked("client_id"), "iat": now(), "exp": now() + 3600,
            "nonce": self.asked("nonce"), "preferred_username": "kim@people.example",
        });
        ok(&json!({
            "token_type": "Bearer", "expires_in": 3600, "scope": "openid profile email groups offline_access",
            "access_token": "access-token-of-kim", "refresh_token": "refresh-token-of-kim", "id_token": sign(&claims),
        }))
    }

    /// A parameter of the newest sign-in.
    fn asked(&self, name: &str) -> &str {
        let newest = self.interactions.last().expect("a sign-in was begun");
        &newest.iter().find(|(given, _)| given == name).unwrap_or_else(|| panic!("{name} was not sent")).1
    }
}

async fn answer(State(script): State<Arc<Mutex<Script>>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 1 << 20).await.expect("a body");
    script.lock().unwrap_or_else(PoisonError::into_inner).answer(&parts.method, &parts.uri, &body)
}

fn ok(json: &Value) -> Response {
    respond(200, json)
}

fn respond(status: u16, json: &Value) -> Response {
    let response = Response::builder().status(status).header(header::CONTENT_TYPE, "application/json");
    response.body(Body::from(json.to_string())).expect("a response")
}

/// Where an error is reported, an org answers with a status of errors.
fn reports_an_error(document: &Value) -> bool {
    document["messages"].to_string().contains(r#""class":"ERROR""#)
}

/// The document with every address of its own org moved to `origin`, and from the day of its recording to today.
///
/// Its own org is wherever its forms lead (some recordings name more than one host), or the machine of whoever recorded it.
fn moved(document: &Value, origin: &str) -> Value {
    let mut document = document.clone();
    let mut own = Vec::new();
    each_string(&mut document, &mut |text| {
        if let Some((before, _)) = text.split_once(IDENTITY_ENGINE) {
            own.push(before.to_owned());
        } else if let (true, Ok(url)) = (text.contains("/v1/") || text.starts_with("http://"), Url::parse(text)) {
            own.push(url.origin().ascii_serialization());
        }
    });
    each_string(&mut document, &mut |text| {
        let rest = own.iter().find_map(|own| text.strip_prefix(own)).filter(|rest| rest.starts_with('/'));
        if let Some(rest) = rest {
            *text = format!("{origin}{rest}");
        }
    });
    if let Some(expires_at) = document.get_mut("expiresAt") {
        *expires_at = Value::from("2099-12-31T23:59:59.000Z");
    }
    document
}

fn each_string(node: &mut Value, visit: &mut impl FnMut(&mut String)) {
    match node {
        Value::String(text) => visit(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_string(item, visit)),
        Value::Object(members) => members.values_mut().for_each(|member| each_string(member, visit)),
        _ => {}
    }
}

static KEY: LazyLock<RsaKeyPair> = LazyLock::new(|| RsaKeyPair::generate(KeySize::Rsa2048).expect("a key"));

fn public_key() -> Value {
    // PKCS#1 of a 2048 bit key: nine bytes of headers and sign, the modulus, and the exponent 65537.
    let modulus = &KEY.public_key().as_ref()[9..265];
    let modulus = URL_SAFE_NO_PAD.encode(modulus);
    json!({ "kty": "RSA", "alg": "RS256", "use": "sig", "kid": "scripted", "n": modulus, "e": "AQAB" })
}

fn sign(claims: &Value) -> String {
    let header = json!({ "alg": "RS256", "kid": "scripted" });
    let encode = |json: &Value| URL_SAFE_NO_PAD.encode(json.to_string());
    let signed = format!("{}.{}", encode(&header), encode(claims));
    let mut signature = vec![0; KEY.public_modulus_len()];
    KEY.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature).expect("a signature");
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()
}
