//! The conversation on the wire: one call in, one document out.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use serde_json::{Value, json};

use super::InteractionHandle;
use super::document::{Document, MAX_DOCUMENT_BYTES, NotADocument};
use super::form::{Form, Method};
use super::href::OrgOrigin;
use crate::clock::Timestamp;
use crate::http_client::{HttpClient, TransportError};
use crate::person::PersonContext;

/// The media type of every request and answer.
const ION: &str = "application/ion+json; okta-version=1.0.0";

/// What an API answers when a client, or the whole org, asks too often.
const RATE_LIMIT: &str = "E0000047";

/// Speaks with one org. It keeps nothing between calls: no cookie, no transaction.
#[derive(Clone, Debug)]
pub struct Client {
    http: HttpClient,
    org: OrgOrigin,
}

/// A call that brought no document.
#[derive(Debug, thiserror::Error)]
pub enum IdxError {
    /// The request never arrived, so nothing changed.
    #[error("the Identity Engine could not be reached")]
    Unreachable(#[source] TransportError),
    /// The request may have been acted on: introspect before anything is sent again.
    #[error("no complete answer came from the Identity Engine")]
    OutcomeUnknown(#[source] TransportError),
    /// Too many calls; nothing changed.
    #[error("the Identity Engine answered that there were too many calls")]
    RateLimited {
        /// When calls are answered again.
        reset: Option<Timestamp>,
    },
    /// The API failed before the conversation was looked at, or while it was.
    #[error("the Identity Engine answered {status} with API error {code}")]
    Api {
        /// The status it came with.
        status: StatusCode,
        /// Such as `E0000009`.
        code: String,
        /// The server's own words.
        summary: String,
    },
    /// Something answered that is not the Identity Engine, or not in its language.
    #[error("the Identity Engine answered {status} without a document")]
    NotADocument {
        /// The status it came with.
        status: StatusCode,
        /// What came instead.
        #[source]
        reason: NotADocument,
    },
    /// The form leads somewhere else than to the org, or is for the browser: it was not sent.
    #[error("the form is not one to post to the org")]
    ForeignHref,
}

impl IdxError {
    /// Whether the server may have acted on the request although no document says so: then the conversation is read
    /// again before anything else is sent, and credentials are never sent a second time.
    pub fn outcome_is_unknown(&self) -> bool {
        match self {
            Self::OutcomeUnknown(_) => true,
            // A gateway before the org answers for a server whose work it did not see the end of.
            Self::Api { status, .. } | Self::NotADocument { status, .. } => !status.is_client_error(),
            Self::Unreachable(_) | Self::RateLimited { .. } | Self::ForeignHref => false,
        }
    }
}

impl Client {
    /// A client of the org at `org`.
    pub fn new(http: HttpClient, org: OrgOrigin) -> Self {
        Self { http, org }
    }

    /// The org it speaks with.
    pub fn org(&self) -> &OrgOrigin {
        &self.org
    }

    /// Reads where the conversation stands; changes nothing and sends no mail, so it may be repeated.
    ///
    /// # Errors
    /// [`IdxError`] when no document came back. A dead transaction is a document.
    pub async fn introspect(&self, handle: &InteractionHandle, person: &PersonContext) -> Result<Document, IdxError> {
        let url = self.org.join("/idp/idx/introspect");
        self.post(url.as_str(), &json!({ "interactionHandle": handle.expose() }), person).await
    }

    /// Sends `form` with a `body` that it built. Never repeated here: credentials are sent once.
    ///
    /// # Errors
    /// [`IdxError`] when no document came back. Refused credentials are a document.
    pub async fn proceed(&self, form: &Form, body: &Value, person: &PersonContext) -> Result<Document, IdxError> {
        if form.method != Method::Post {
            return Err(IdxError::ForeignHref);
        }
        let url = form.href.on_org(&self.org).map_err(|_| IdxError::ForeignHref)?;
        self.post(url.as_str(), body, person).await
    }

    async fn post(&self, url: &str, body: &Value, person: &PersonContext) -> Result<Document, IdxError> {
        let mut request = Request::new(Bytes::from(body.to_string()));
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = url.parse().map_err(|_| IdxError::ForeignHref)?;
        person.add_to(request.headers_mut());
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(ION));
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static(ION));
        match self.http.send(request, MAX_DOCUMENT_BYTES).await {
            Ok(answer) => read(&answer),
            Err(error) if error.outcome_is_unknown() => Err(IdxError::OutcomeUnknown(error)),
            Err(error) => Err(IdxError::Unreachable(error)),
        }
    }
}

/// The status proves nothing when a document came with it: 401 and 403 may be an ordinary next step.
fn read(answer: &Response<Bytes>) -> Result<Document, IdxError> {
    let status = answer.status();
    match Document::parse(answer.body()) {
        Ok(document) => Ok(document),
        Err(reason) if is_rate_limit(status, &reason) => Err(IdxError::RateLimited { reset: reset(answer.headers()) }),
        Err(NotADocument::Api { code, summary }) => Err(IdxError::Api { status, code, summary }),
        Err(reason) => Err(IdxError::NotADocument { status, reason }),
    }
}

fn is_rate_limit(status: StatusCode, reason: &NotADocument) -> bool {
    status == StatusCode::TOO_MANY_REQUESTS || matches!(reason, NotADocument::Api { code, .. } if code == RATE_LIMIT)
}

fn reset(headers: &HeaderMap) -> Option<Timestamp> {
    headers.get("x-rate-limit-reset")?.to_str().ok()?.trim().parse().ok().map(Timestamp::from_unix)
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, SocketAddr};

    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;
    use url::Url;

    use super::*;
    use crate::idx::Outcome;
    use crate::person::DeviceToken;

    #[tokio::test]
    async fn introspects_in_the_orgs_language_and_in_the_persons_name() {
        let org = Org::answering("200 OK", "", &document("http://ORG")).await;

        let document = org.client().introspect(&InteractionHandle::new("handle-one"), &person()).await;

        assert_eq!(document.expect("a document").outcome(), Outcome::Step);
        let request = org.request().await;
        assert!(request.starts_with("POST /idp/idx/introspect HTTP/1.1\r\n"), "{request}");
        assert!(request.contains("content-type: application/ion+json; okta-version=1.0.0\r\n"), "{request}");
        assert!(request.contains("accept: application/ion+json; okta-version=1.0.0\r\n"), "{request}");
        assert!(request.contains("cookie: DT=device-one\r\n"), "{request}");
        assert!(request.contains("x-forwarded-for: 203.0.113.7\r\n"), "{request}");
        assert!(request.ends_with("\r\n\r\n{\"interactionHandle\":\"handle-one\"}"), "{request}");
    }

    #[tokio::test]
    async fn a_refused_password_is_a_document_and_so_is_one_with_a_server_error() {
        for status in ["401 Unauthorized", "400 Bad Request", "429 Too Many Requests", "500 Internal Server Error"] {
            let org = Org::answering(status, "", &document("http://ORG")).await;
            let form = org.form();

            let answer = org.client().proceed(&form, &json!({"stateHandle": "a"}), &person()).await;

            assert_eq!(answer.expect("a document").outcome(), Outcome::Step, "{status}");
            assert!(org.request().await.ends_with("{\"stateHandle\":\"a\"}"));
        }
    }

    #[tokio::test]
    async fn says_when_calls_are_answered_again() {
        let body = r#"{"errorCode":"E0000047","errorSummary":"API call exceeded rate limit"}"#;
        let org = Org::answering("429 Too Many Requests", "X-Rate-Limit-Reset: 1795223726\r\n", body).await;

        let error = org.introspect().await;

        assert!(
            matches!(error, IdxError::RateLimited { reset: Some(at) } if at == Timestamp::from_unix(1_795_223_726))
        );
        assert!(!error.outcome_is_unknown());
    }

    #[tokio::test]
    async fn tells_errors_of_the_api_from_pages_of_a_proxy() {
        let body = r#"{"errorCode":"E0000009","errorSummary":"Internal Server Error"}"#;
        let broken = Org::answering("500 Internal Server Error", "", body).await.introspect().await;
        let proxy = Org::answering("502 Bad Gateway", "", "<html>Bad gateway</html>").await.introspect().await;
        let refused = Org::answering("403 Forbidden", "", "<html>Blocked</html>").await.introspect().await;

        assert!(matches!(&broken, IdxError::Api { code, .. } if code == "E0000009"));
        assert!(matches!(&proxy, IdxError::NotADocument { reason: NotADocument::NotJson, .. }));
        assert!(broken.outcome_is_unknown() && proxy.outcome_is_unknown());
        assert!(!refused.outcome_is_unknown());
    }

    #[tokio::test]
    async fn refuses_an_answer_longer_than_any_document() {
        let org = Org::answering("200 OK", "", &"x".repeat(MAX_DOCUMENT_BYTES + 1)).await;

        let error = org.introspect().await;

        assert!(matches!(error, IdxError::OutcomeUnknown(TransportError::TooLarge { .. })), "{error:?}");
    }

    #[tokio::test]
    async fn never_sends_the_state_handle_off_the_orgs_origin() {
        let org = Org::answering("200 OK", "", &document("http://ORG")).await;
        for elsewhere in ["https://evil.example", "http://127.0.0.1:9", "//evil.example", "javascript:"] {
            let document = Document::parse(document(elsewhere).as_bytes()).expect("a document");
            let form = document.remediation("identify").expect("is offered");

            let answer = org.client().proceed(form, &json!({}), &person()).await;

            assert!(matches!(answer, Err(IdxError::ForeignHref)), "{elsewhere}");
        }
        let redirect = org.parsed().remediation("redirect-idp").cloned().expect("is offered");
        let answer = org.client().proceed(&redirect, &json!({}), &person()).await;
        assert!(matches!(answer, Err(IdxError::ForeignHref)));
    }

    #[tokio::test]
    async fn knows_that_an_unreachable_org_did_nothing() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("bound");
        drop(listener);

        let error = client(address).introspect(&InteractionHandle::new("a"), &person()).await.expect_err("closed");

        assert!(matches!(error, IdxError::Unreachable(_)), "{error:?}");
        assert!(!error.outcome_is_unknown());
    }

    #[tokio::test]
    async fn knows_that_a_call_cut_off_may_have_been_acted_on() {
        let org = Org::answering("200 OK", "Content-Length: 1000\r\n", "{").await;

        let error = org.introspect().await;

        assert!(error.outcome_is_unknown(), "{error:?}");
    }

    /// An org that answers once, over a real socket.
    struct Org {
        address: SocketAddr,
        served: tokio::task::JoinHandle<String>,
    }

    impl Org {
        async fn answering(status: &str, headers: &str, body: &str) -> Self {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("bound");
            let body = body.replace("http://ORG", &format!("http://{address}"));
            let length =
                if headers.contains("Length") { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
            let answer = format!("HTTP/1.1 {status}\r\n{headers}{length}Connection: close\r\n\r\n{body}");
            let served = tokio::spawn(async move {
                let (mut stream, _) = listener.accept().await.expect("a connection");
                let mut request = String::new();
                while !is_whole(&request) {
                    let mut chunk = [0; 4096];
                    let read = stream.read(&mut chunk).await.expect("readable");
                    request.push_str(&String::from_utf8_lossy(&chunk[..read]));
                }
                // The client may hang up on an answer that is too long.
                let _ = stream.write_all(answer.as_bytes()).await;
                let _ = stream.shutdown().await;
                request
            });
            Self { address, served }
        }

        fn client(&self) -> Client {
            client(self.address)
        }

        fn parsed(&self) -> Document {
            Document::parse(document(&format!("http://{}", self.address)).as_bytes()).expect("a document")
        }

        fn form(&self) -> Form {
            self.parsed().remediation("identify").cloned().expect("is offered")
        }

        async fn introspect(&self) -> IdxError {
            self.client().introspect(&InteractionHandle::new("a"), &person()).await.expect_err("brings no document")
        }

        /// What it was asked.
        async fn request(self) -> String {
            self.served.await.expect("served")
        }
    }

    fn is_whole(request: &str) -> bool {
        let Some((head, body)) = request.split_once("\r\n\r\n") else { return false };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        length.and_then(|length| length.parse().ok()).is_none_or(|length: usize| body.len() >= length)
    }

    fn client(address: SocketAddr) -> Client {
        let org = Url::parse(&format!("http://{address}")).expect("an address");
        let http = HttpClient::new().expect("TLS is set up");
        Client::new(http, OrgOrigin::of(&org).expect("loopback"))
    }

    fn document(origin: &str) -> String {
        json!({"version": "1.0.0", "remediation": {"type": "array", "value": [
            {"rel": ["create-form"], "name": "identify", "href": format!("{origin}/idp/idx/identify"), "method": "POST",
             "value": [{"name": "identifier"}]},
            {"name": "redirect-idp", "href": format!("{origin}/sso/idps/one"), "method": "GET"},
        ]}})
        .to_string()
    }

    fn person() -> PersonContext {
        PersonContext {
            client_address: Some(IpAddr::from([203, 0, 113, 7])),
            user_agent: None,
            accept_language: None,
            device_token: Some(DeviceToken::new("device-one")),
            device_fingerprint: None,
            known_device: false,
        }
    }
}
