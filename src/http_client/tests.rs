use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;

/// A server that says `answer` to whoever comes, whatever they say, and then closes.
async fn server(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let _ = connection.read(&mut request).await;
            let _ = connection.write_all(answer.as_bytes()).await;
        }
    });
    format!("http://{address}/")
}

async fn send(url: &str, limit: usize) -> Result<Response<Bytes>, TransportError> {
    let request = Request::builder().uri(url).body(Bytes::new()).expect("a request");
    HttpClient::new().expect("a client").send(request, limit).await
}

#[tokio::test]
async fn reads_an_answer_whatever_its_status() {
    let url = server("HTTP/1.1 401 Unauthorized\r\ncontent-length: 2\r\nx-a: b\r\n\r\nno".to_owned()).await;

    let response = send(&url, 2).await.expect("an answer");

    assert_eq!(response.status(), 401);
    assert_eq!(response.headers()["x-a"], "b");
    assert_eq!(response.body(), "no");
}

#[tokio::test]
async fn reads_no_more_than_the_limit_declared_or_not() {
    let declared = server(format!("HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n{}", "x".repeat(11))).await;
    let streamed = server(format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{}", "x".repeat(11))).await;

    for url in [declared, streamed] {
        let error = send(&url, 10).await.expect_err("too large");
        assert!(matches!(error, TransportError::TooLarge { limit: 10 }));
        assert!(error.outcome_is_unknown());
    }
}

#[tokio::test]
async fn follows_nobody_and_keeps_no_cookies() {
    let answer = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\nset-cookie: a=b\r\ncontent-length: 0\r\n\r\n";
    let url = server(answer.to_owned()).await;

    assert_eq!(send(&url, 10).await.expect("an answer").status(), 302);
}

#[tokio::test]
async fn a_closed_door_is_known_to_have_had_no_effect() {
    let closed = TcpListener::bind("127.0.0.1:0").await.expect("a free port").local_addr().expect("an address");

    let error = send(&format!("http://{closed}/"), 10).await.expect_err("nobody listens");

    assert!(!error.outcome_is_unknown());
    assert_eq!(error.fault(), TransportFault::Connection);
}

#[tokio::test]
async fn a_name_that_cannot_be_looked_up_is_told_apart() {
    // A label of more than 63 octets (RFC 1035 §2.3.4) fails on this machine, without asking a name server.
    let error = send(&format!("http://{}.invalid/", "a".repeat(64)), 10).await.expect_err("no such name");

    assert!(!error.outcome_is_unknown());
    assert_eq!(error.fault(), TransportFault::NameResolution);
}

#[tokio::test]
async fn an_answer_that_breaks_off_has_an_unknown_outcome() {
    let nothing = server(String::new()).await;
    let half = server("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf".to_owned()).await;
    let nonsense = server("SSH-2.0-OpenSSH\r\n\r\n".to_owned()).await;

    for url in [nothing, half, nonsense] {
        let error = send(&url, 100).await.expect_err("broken");
        assert!(error.outcome_is_unknown(), "{error:?}");
        assert_eq!(error.fault(), TransportFault::Broken, "{error:?}");
    }
}

#[tokio::test]
async fn an_untrusted_certificate_is_told_apart() {
    let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    crate::tls::install_provider();
    let key = rustls::pki_types::PrivateKeyDer::try_from(certified.signing_key.serialize_der()).expect("a key");
    let server = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .expect("a configuration");
    let acceptor = tokio_rustls::TlsAcceptor::from(std::sync::Arc::new(server));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            let _ = acceptor.accept(connection).await;
        }
    });

    let error = send(&format!("https://localhost:{port}/"), 10).await.expect_err("not trusted");

    let TransportFault::Tls(why) = error.fault() else { panic!("TLS expected, not {error:?}") };
    assert!(why.contains("certificate"), "{why}");
    assert!(!error.outcome_is_unknown());
}

#[tokio::test]
async fn a_server_that_stays_silent_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let inner = reqwest::Client::builder().no_proxy().timeout(Duration::from_millis(50)).build().expect("a client");
    let request = Request::builder().uri(url).body(Bytes::new()).expect("a request");

    let error = HttpClient { inner }.send(request, 10).await.expect_err("silence");

    assert_eq!(error.fault(), TransportFault::Timeout);
    assert!(error.outcome_is_unknown());
}

#[tokio::test]
async fn an_error_shows_no_address() {
    let error = send("http://127.0.0.1:1/path?token=s3cret", 10).await.expect_err("nobody listens");

    assert!(!format!("{error:?} {error}").contains("s3cret"));
}
